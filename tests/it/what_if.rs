//! What if: nothing changed is nothing changed, and what is changed is all that anybody answers to.

use rare_terms::opponents::Difficulty;
use rare_terms::play::auto::{act_once, seated};
use rare_terms::play::{Match, NoWhatIf, what_if};
use rare_terms::rules::command::{Actor, Command, Measure};
use rare_terms::rules::event::Event;
use rare_terms::rules::ids::PartyId;
use rare_terms::rules::record::{Person, Seat};

use crate::random::{Dice, RandomPlay, random_command};
use crate::support::{Setting, amount, settings};

/// A finished game in which some seats are played by opponents, and the others by whoever does what is allowed at random.
fn mixed(setting: &Setting, people: usize, seed: u64) -> Match {
    let seats = setting.game.by_party(|party| match party.index() < people {
        true => Seat::Person(Person::default()),
        false => Seat::Opponent(Difficulty::default().id().to_owned()),
    });
    let mut played = Match::begin(setting.game.clone(), seed, seats);
    let mut minds = seated(&played).unwrap();
    let mut dice = Dice::new(seed);
    let mut steps = 0;
    while !played.is_over() {
        steps += 1;
        assert!(steps < 20_000, "{}: it does not end", setting.name);
        // Whoever is waited for may act in any order, as where people and opponents decide side by side.
        let person = played.waiting_for().iter().find(|seat| seat.index() < people);
        match person.filter(|_| dice.one_in(2)) {
            Some(seat) => {
                let command = match steps > 2_000 {
                    true => Command::Pass,
                    false => random_command(&setting.game, played.view(seat), &mut dice),
                };
                let _ = played.command(seat, command);
            }
            None if act_once(&mut played, &mut minds).is_some() => {}
            None => {
                let Some(seat) = person else { break };
                let command = random_command(&setting.game, played.view(seat), &mut dice);
                let _ = played.command(seat, command);
            }
        }
    }
    played
}

fn alike(one: &Match, other: &Match, what: &str) {
    let bytes = |played: &Match| serde_json::to_vec(played.log()).unwrap();
    assert!(bytes(one) == bytes(other), "{what}: the events differ");
    assert_eq!(one.truth(), other.truth(), "{what}");
    assert_eq!(one.scores(), other.scores(), "{what}");
}

#[test]
fn where_nothing_is_changed_the_same_game_comes_out_byte_for_byte() {
    let mut asked = 0;
    for setting in settings() {
        let parties = setting.game.parties();
        for people in [0, 1, parties] {
            for seed in 0..amount(1, 8) as u64 {
                let played = mixed(&setting, people, 40 + seed);
                let orders: Vec<usize> = played.orders().map(|(entry, _)| entry).collect();
                let step = (orders.len() / amount(4, 24)).max(1);
                for entry in orders.iter().step_by(step) {
                    let what = format!("{}, {people} people, seed {seed}, entry {entry}", setting.name);
                    let again = what_if(&played, *entry, None).expect(&what);
                    alike(&played, &again, &what);
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 100, "{asked} asked");
}

#[test]
fn what_was_taken_back_plays_no_part() {
    let setting = settings().into_iter().find(|setting| setting.name.contains("tokyo")).unwrap();
    let mut play = RandomPlay::new(&setting.game, 5);
    play.nonsense = 0;
    while play.step() {
        let seats: Vec<PartyId> = setting.game.level.everyone().iter().collect();
        for seat in seats {
            if play.played.record().entries.len().is_multiple_of(7) {
                let _ = play.played.take_back(seat);
            }
        }
    }
    let orders: Vec<usize> = play.played.orders().map(|(entry, _)| entry).collect();
    assert!(orders.len() < play.played.record().entries.len(), "something was taken back");
    for entry in orders.iter().step_by(9) {
        alike(&play.played, &what_if(&play.played, *entry, None).unwrap(), "what stands");
    }
}

#[test]
fn a_changed_order_is_carried_out_and_the_game_goes_on_to_its_end() {
    let mut changed = 0;
    for setting in settings() {
        let played = mixed(&setting, 1, 9);
        for (entry, from) in played.orders().collect::<Vec<_>>() {
            let order = played.record().order(entry).unwrap();
            let other = match order.command {
                Command::Accept(_) | Command::Propose { .. } => Command::Pass,
                Command::Act(measure) if measure != Measure::Nothing => Command::Act(Measure::Nothing),
                _ => continue,
            };
            let again = what_if(&played, entry, Some(other.clone())).expect("it was possible");
            assert!(again.is_over(), "{}", setting.name);
            assert_eq!(again.log()[..from], played.log()[..from], "what came before stays");
            let did = &again.log()[from];
            let Actor::Seat(seat) = order.by else { continue };
            let passed = matches!(did, Event::Passed(by) if *by == seat);
            let picked = matches!(did, Event::MeasurePicked { by, .. } if *by == seat);
            assert!(passed || picked, "{}: {did:?}", setting.name);
            changed += 1;
        }
    }
    assert!(changed > 50, "{changed}");
}

#[test]
fn what_was_not_possible_is_refused() {
    let setting = settings().into_iter().find(|setting| setting.name.contains("tutorial")).unwrap();
    let played = mixed(&setting, 1, 3);
    let (first, _) = played.orders().next().unwrap();
    let measure = Command::Act(Measure::Nothing);
    assert!(matches!(what_if(&played, first, Some(measure)), Err(NoWhatIf::Refused(_))));
    assert!(matches!(what_if(&played, 100_000, None), Err(NoWhatIf::NoOrder(100_000))));
}
