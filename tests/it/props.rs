//! The course of a game, by random play: records, ends, and words for all of it.

use rare_terms::opponents::Difficulty;
use rare_terms::play::Match;
use rare_terms::play::auto::{act_once, everywhere};
use rare_terms::rules::command::{Command, Order};
use rare_terms::rules::event::Event;
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{OfferId, PartyId};
use rare_terms::rules::legal::Refusal;
use rare_terms::rules::position::Position;
use rare_terms::rules::record::{self, Deed, Entry};
use rare_terms::view::View;
use rare_terms::words::Words;
use rare_terms::words::tell::Teller;

use crate::random::RandomPlay;
use crate::support::{Finished, amount, finished, in_turn, settings};

/// Folds the log of a game event by event; `look` sees the position before each.
pub(crate) fn walk(
    game: &Game,
    log: &[Event],
    mut look: impl FnMut(&Position, &Event, &Position),
) -> Position {
    let mut at = Position::new(game);
    for event in log {
        let before = at.clone();
        at.apply(game, event);
        look(&before, event, &at);
    }
    at
}

pub(crate) fn named(game: &Finished) -> String {
    format!("{}, seed {:#x}", game.setting.name, game.seed)
}

// ---- the record ----

#[test]
fn level_seed_and_commands_give_the_same_events_byte_for_byte() {
    for game in finished() {
        let record = game.played.marked();
        let again = Match::replay(game.setting.game.clone(), record.clone())
            .expect("what was accepted once is again");
        same(&game.played, &again, &named(game));

        let text = record.to_text(1_764_000_000);
        let reading = record::read("game", text.as_bytes()).expect("it was just written");
        assert!(reading.damage.is_none() && reading.end.is_some(), "{}", named(game));
        assert_eq!(reading.record, record, "{}", named(game));
        let from_file =
            Match::replay(game.setting.game.clone(), reading.record).expect("a file changes nothing");
        same(&game.played, &from_file, &named(game));
    }
}

fn same(one: &Match, other: &Match, name: &str) {
    let bytes = |game: &Match| serde_json::to_vec(game.log()).unwrap();
    assert!(bytes(one) == bytes(other), "{name}: the events differ");
    assert_eq!(one.truth(), other.truth(), "{name}");
    for seat in one.game().level.everyone().iter() {
        let view = |game: &Match| serde_json::to_vec(game.view(seat)).unwrap();
        assert!(view(one) == view(other), "{name}: a view differs");
    }
    assert_eq!(one.scores(), other.scores(), "{name}");
}

#[test]
fn an_order_that_a_record_may_not_hold_is_named_by_its_number() {
    for game in finished().iter().step_by(7) {
        let mut record = game.played.record().clone();
        let at = record.entries.len() / 2;
        let by = record.order(at).expect("nothing was taken back").by;
        let order = Order { by, seen: None, command: Command::Withdraw(OfferId(3)) };
        record.entries.insert(at, Entry { deed: Deed::Order(order), mark: None });
        let result = Match::replay(game.setting.game.clone(), record).map(|_| ());
        assert_eq!(result.expect_err("nobody can take that back").entry(), Some(at), "{}", named(game));
    }
}

#[test]
fn commands_events_and_views_survive_a_file() {
    for game in finished() {
        for order in game.played.record().orders() {
            let json: Order = serde_json::from_str(&serde_json::to_string(order).unwrap()).unwrap();
            let ron: Order = ron::from_str(&ron::to_string(order).unwrap()).unwrap();
            assert_eq!((&json, &ron), (order, order), "{}", named(game));
        }
        for event in game.played.log() {
            let json: Event = serde_json::from_str(&serde_json::to_string(event).unwrap()).unwrap();
            let ron: Event = ron::from_str(&ron::to_string(event).unwrap()).unwrap();
            assert_eq!((&json, &ron), (event, event), "{}", named(game));
        }
        for seat in game.setting.game.level.everyone().iter() {
            let view = game.played.view(seat);
            let json = serde_json::to_value(view).unwrap();
            let position: Position = serde_json::from_value(json["position"].clone()).unwrap();
            let log: Vec<Event> = serde_json::from_value(json["log"].clone()).unwrap();
            assert_eq!((&position, &log), (&view.position, &view.log), "{}", named(game));
        }
    }
}

#[test]
fn truth_and_views_are_folds_of_the_events() {
    for game in finished() {
        let rules = &game.setting.game;
        let at = walk(rules, game.played.log(), |_, _, _| {});
        assert_eq!(&at, game.played.truth(), "{}", named(game));
        for seat in rules.level.everyone().iter() {
            let mut view = View::new(rules, seat);
            for event in game.played.log() {
                view.fold(rules, event);
            }
            assert_eq!(&view, game.played.view(seat), "{}", named(game));
        }
    }
}

// ---- ends ----

#[test]
fn every_game_ends() {
    for setting in settings() {
        let (level, rules) = (&setting.game.level, &setting.game.rules);
        // What a party may still do in a round is counted down by all that it does, except that every
        // offer, agreement and refusal may let parties pass once more.
        let offers = usize::from(rules.offers) * level.parties.len();
        let moves =
            offers * (1 + 2 * level.parties.len()) + usize::from(rules.speeches) * level.parties.len();
        // At Reckoning each threat and each promise is asked about once, each pledge thrice.
        let asks = level.threats.len() + level.issues.len() + 3 * level.pledges.len();
        let each = moves * (1 + level.parties.len()) + 2 * level.parties.len() + 2 + asks;
        let bound = level.rounds.len() * each;
        let mut longest = 0;
        for number in 0..amount(6, 60) {
            let mut play = RandomPlay::new(&setting.game, 900 + number as u64);
            play.nonsense = 0;
            let mut steps = 0;
            while play.step() {
                steps += 1;
                assert!(steps <= bound, "{}: no end after {steps} commands", setting.name);
            }
            assert!(play.played.is_over() && play.played.waiting_for().is_empty(), "{}", setting.name);
            assert_eq!(play.played.log().last(), Some(&Event::Ended), "{}", setting.name);
            let seat = PartyId(0);
            assert!(play.played.view(seat).legal(&setting.game).is_empty(), "{}", setting.name);
            assert_eq!(
                play.played.command(seat, Command::Pass).err(),
                Some(Refusal::Over),
                "{}",
                setting.name
            );
            longest = longest.max(steps);
        }
        println!("{}: at most {longest} commands of the {bound} that are possible", setting.name);
    }
}

#[test]
fn opponents_come_to_an_end_and_only_do_what_is_legal_whoever_they_meet() {
    for setting in settings() {
        for number in 0..amount(2, 20) {
            let mut play = RandomPlay::new(&setting.game, 40 + number as u64);
            let mut opponents = everywhere(&play.played, Difficulty::ALL[number % 3].into());
            // The first game among opponents, the others with some seats that play at random.
            for seat in setting.game.level.everyone().iter() {
                if number > 0 && play.dice.one_in(2) {
                    opponents[seat] = None;
                }
            }
            let mut steps = 0;
            while !play.played.is_over() {
                steps += 1;
                assert!(steps < 5_000, "{}: no end", setting.name);
                if play.dice.one_in(3) || act(&mut play, &mut opponents, &setting.name).is_none() {
                    let order = play.order().expect("it is not over");
                    let ours = |seat: PartyId| opponents[seat].is_none();
                    let allowed = match order.by {
                        rare_terms::rules::command::Actor::Seat(seat) => {
                            seat.index() < 4 && seat.index() < opponents.len() && ours(seat)
                        }
                        rare_terms::rules::command::Actor::Clock => number > 0,
                    };
                    if allowed {
                        let _ = play.played.give(order);
                    }
                }
            }
        }
    }
}

/// Lets one opponent act; what it does has to be accepted.
fn act(
    play: &mut RandomPlay,
    opponents: &mut rare_terms::play::auto::Opponents,
    name: &str,
) -> Option<PartyId> {
    let waiting = play.played.waiting_for();
    let seat = waiting.iter().find(|seat| opponents[*seat].is_some())?;
    let mut asked = play.played.clone();
    let rules = play.played.game().clone();
    let command = opponents[seat].as_mut()?.act(&rules, play.played.view(seat));
    let result = asked.command(seat, command.clone()).map(<[Event]>::len);
    assert!(result.is_ok(), "{name}: an opponent's {command:?} is refused: {result:?}");
    play.played = asked;
    Some(seat)
}

#[test]
fn opponents_alone_end_every_game() {
    for setting in in_turn() {
        let mut played = Match::new(setting.game.clone(), 3);
        let mut opponents = everywhere(&played, Difficulty::default().into());
        let mut steps = 0;
        while act_once(&mut played, &mut opponents).is_some() {
            steps += 1;
            assert!(steps < 2_000, "{}: no end", setting.name);
        }
        assert!(played.is_over(), "{}", setting.name);
        println!("{}: {steps} commands of opponents", setting.name);
    }
}

// ---- words ----

#[test]
fn everything_that_happens_can_be_told() {
    let words = Words::english();
    for game in finished().iter().step_by(3) {
        let rules = &game.setting.game;
        for seat in rules.level.everyone().iter() {
            let view = game.played.view(seat);
            let mut at = Position::new(rules);
            for event in &view.log {
                at.apply(rules, event);
                let told = Teller::new(&words, rules, &at, Some(seat)).event(event);
                assert!(!told.trim().is_empty(), "{}: nothing said of {event:?}", named(game));
                assert!(!told.contains(['{', '\u{2068}']), "{}: {told}", named(game));
            }
        }
    }
}
