//! Taking back: what was taken back is as if it had never been, for everyone but the record; chance is never drawn anew.

use std::sync::Arc;

use rare_terms::play::{Match, Replay};
use rare_terms::rules::command::{Actor, Command, Measure, Order};
use rare_terms::rules::event::Event;
use rare_terms::rules::ids::PartyId;
use rare_terms::rules::legal::Refusal;
use rare_terms::rules::record::{self, Deed};

use crate::power;
use crate::random::RandomPlay;
use crate::support::{Setting, amount, book, in_turn, level, setting, settings};

const ONE: PartyId = PartyId(0);
const OTHER: PartyId = PartyId(1);

fn bytes(played: &Match) -> Vec<u8> {
    serde_json::to_vec(played.log()).unwrap()
}

/// All that a seat may know and do, as bytes.
fn known(played: &Match, seat: PartyId) -> String {
    let legal = played.view(seat).legal(played.game());
    format!("{}{legal:?}", serde_json::to_string(played.view(seat)).unwrap())
}

/// Two matches stand at the same place, whatever their records say was taken back.
fn alike(one: &Match, other: &Match, what: &str) {
    assert!(bytes(one) == bytes(other), "{what}: the events differ");
    assert_eq!(one.truth(), other.truth(), "{what}");
    for seat in one.game().level.everyone().iter() {
        assert!(known(one, seat) == known(other, seat), "{what}: what a seat knows differs");
    }
    assert_eq!(one.scores(), other.scores(), "{what}");
}

/// The match in which only the orders that stand were ever given.
fn only_standing(played: &Match) -> Match {
    let mut again =
        Match::begin(played.game().clone(), played.record().head.seed, played.record().head.seats.clone());
    for at in played.record().standing().unwrap() {
        again.give(played.record().order(at).unwrap().clone()).expect("it was carried out before");
    }
    again
}

fn tutorial() -> Match {
    Match::new(setting(&level("tutorial"), book("intro"), None).game, 3)
}

#[test]
fn an_own_order_is_taken_back_until_another_seat_was_shown_it() {
    let mut played = tutorial();
    let before = played.clone();
    assert_eq!(played.take_back(ONE), Err(Refusal::NothingToTakeBack), "nothing was done yet");
    played.command(ONE, Command::Pass).unwrap();
    assert_eq!(played.take_back(OTHER), Err(Refusal::NothingToTakeBack), "it is another's");
    assert_eq!(played.may_take_back(ONE), Ok(()));
    // Its own giver may have seen it all.
    played.show(ONE);
    played.take_back(ONE).unwrap();
    alike(&played, &before, "taken back");
    let deeds: Vec<&Deed> = played.record().entries.iter().map(|entry| &entry.deed).collect();
    assert!(matches!(deeds[..], [Deed::Order(_), Deed::TakenBack(ONE)]), "both are in the record: {deeds:?}");
    assert_eq!(played.take_back(ONE), Err(Refusal::NothingToTakeBack));

    played.command(ONE, Command::Pass).unwrap();
    played.show(OTHER);
    let shown = played.clone();
    assert_eq!(played.may_take_back(ONE), Err(Refusal::SeenByOthers));
    assert_eq!(played.take_back(ONE), Err(Refusal::SeenByOthers));
    alike(&played, &shown, "refused");
    assert_eq!(played.record(), shown.record(), "a refusal leaves no trace");
}

#[test]
fn several_of_ones_own_are_taken_back_one_by_one() {
    let game = Arc::clone(&setting(&level("tokyo_2025"), book("standard"), None).game);
    let mut play = RandomPlay::new(&game, 12);
    play.nonsense = 0;
    let mut longest = 0;
    for _ in 0..200 {
        play.step();
        let mut stages = Vec::new();
        let mut copy = play.played.clone();
        // As far back as it goes.
        while let Some(seat) = game.level.everyone().iter().find(|seat| copy.may_take_back(*seat).is_ok()) {
            copy.take_back(seat).unwrap();
            stages.push(copy.clone());
        }
        longest = longest.max(stages.len());
        for stage in &stages {
            alike(stage, &only_standing(stage), "several");
        }
    }
    assert!(longest > 2, "never more than {longest}");
}

#[test]
fn what_ended_a_phase_or_drew_stays() {
    let mut told = 0;
    for setting in in_turn() {
        for seed in 0..amount(2, 10) {
            let mut play = RandomPlay::new(&setting.game, 60 + seed as u64);
            play.nonsense = 0;
            while let Some(order) = play.order() {
                let Ok(events) = play.played.give(order.clone()) else { continue };
                let tells = events.iter().any(|event| {
                    matches!(
                        event,
                        Event::RoundBegan(_) | Event::RoundEnded(_) | Event::Ended | Event::Asked { .. }
                    )
                });
                let Actor::Seat(seat) = order.by else { continue };
                if tells {
                    told += 1;
                    assert_eq!(play.played.may_take_back(seat), Err(Refusal::Telling), "{}", setting.name);
                }
            }
        }
    }
    assert!(told > 50, "too few to tell: {told}");
}

#[test]
fn a_measure_is_taken_back_until_it_is_revealed() {
    let mut found = 0;
    for setting in in_turn() {
        let mut play = RandomPlay::new(&setting.game, 5);
        for _ in 0..400 {
            if !play.step() {
                break;
            }
            let picked = play.played.log().last().is_some_and(|e| matches!(e, Event::MeasurePicked { .. }));
            let last = play.played.record().orders().last().cloned();
            if let (true, Some(Order { by: Actor::Seat(seat), command: Command::Act(measure), .. })) =
                (picked, last)
            {
                let mut other = play.played.clone();
                other.take_back(seat).unwrap();
                assert!(other.waiting_for().has(seat), "it may pick anew");
                other.command(seat, Command::Act(Measure::Nothing)).unwrap();
                other.take_back(seat).ok();
                let _ = measure;
                found += 1;
            }
        }
    }
    assert!(found > 3, "no measure was ever picked before the last");
}

#[test]
fn the_same_order_again_gives_the_same_events() {
    let mut tried = 0;
    for setting in settings() {
        for seed in 0..amount(2, 12) {
            let mut play = RandomPlay::new(&setting.game, 300 + seed as u64);
            while let Some(order) = play.order() {
                if play.played.give(order.clone()).is_err() {
                    continue;
                }
                let Actor::Seat(seat) = order.by else { continue };
                if play.played.may_take_back(seat).is_err() || !play.dice.one_in(4) {
                    continue;
                }
                let before = play.played.clone();
                play.played.take_back(seat).unwrap();
                play.played.give(order).expect("it was carried out here before");
                alike(&play.played, &before, &setting.name);
                tried += 1;
            }
        }
    }
    println!("{tried} orders given again");
    assert!(tried > 500, "too few to tell");
}

/// Random play with random taking back and showing: the other seats' views never change by a taking back, and in the end all is as in a
/// game in which only what stands was ever ordered.
#[test]
fn what_was_taken_back_is_as_if_it_had_never_been() {
    let (mut taken, mut refused) = (0, 0);
    for setting in settings() {
        for seed in 0..amount(2, 20) {
            let name = format!("{}, seed {seed}", setting.name);
            let mut play = RandomPlay::new(&setting.game, 700 + seed as u64);
            let seats: Vec<PartyId> = setting.game.level.everyone().iter().collect();
            // What each seat has been shown last.
            let mut shown: Vec<String> = seats.iter().map(|_| String::new()).collect();
            loop {
                if play.dice.one_in(4) {
                    let seat = *play.dice.pick(&seats).unwrap();
                    play.played.show(seat);
                    shown[seat.index()] = serde_json::to_string(&play.played.view(seat).log).unwrap();
                }
                if play.dice.one_in(3) {
                    let seat = *play.dice.pick(&seats).unwrap();
                    let may = play.played.may_take_back(seat);
                    assert_eq!(play.played.take_back(seat), may, "{name}");
                    match may {
                        Ok(()) => {
                            taken += 1;
                            shown[seat.index()] = String::new();
                            for other in seats.iter().filter(|other| **other != seat) {
                                let log = serde_json::to_string(&play.played.view(*other).log).unwrap();
                                let before = &shown[other.index()];
                                let begins = log.starts_with(before.trim_end_matches(']'));
                                assert!(begins, "{name}: a seat was shown what is gone");
                            }
                        }
                        Err(_) => refused += 1,
                    }
                    continue;
                }
                if !play.step() {
                    break;
                }
            }
            let never = only_standing(&play.played);
            alike(&play.played, &never, &name);
            let marked = play.played.marked();
            let marks = |record: &record::Record| {
                let standing = record.standing().unwrap();
                standing.iter().map(|at| record.entries[*at].mark).collect::<Vec<_>>()
            };
            assert_eq!(marks(&marked), marks(&never.marked()), "{name}: the marks differ");
            // And through a file.
            let reading = record::read("x", marked.to_text(1).as_bytes()).unwrap();
            assert!(reading.record == marked && reading.damage.is_none(), "{name}");
            alike(&Match::replay(setting.game.clone(), reading.record).unwrap(), &play.played, &name);
        }
    }
    println!("{taken} orders taken back, {refused} refused");
    assert!(taken > 250 && refused > 500, "too few to tell");
}

#[test]
fn a_record_is_looked_at_moment_by_moment_and_a_fork_without_change_goes_the_same_way() {
    for (setting, seed) in [
        (setting(&level("tutorial"), book("intro"), None), 4),
        (setting(&crate::support::market(), book("full"), None), 5),
    ] {
        let record = kept(&setting, seed);
        let mut replay = Replay::new(record.clone()).unwrap();
        assert!(replay.is_over() && replay.len() == record.entries.len() && replay.at() == replay.len());
        // Forwards step by step, and by jumps to and fro: always as if the rest had not been.
        let jumps = (0..=record.entries.len()).chain([record.entries.len() / 2, 3, record.entries.len(), 0]);
        for at in jumps {
            replay.go(at);
            assert_eq!(replay.at(), at);
            let then = Match::resume(record.until(at)).unwrap();
            assert!(bytes(replay.now()) == bytes(&then), "{}, entry {at}", setting.name);
        }
        // A fork that changes nothing reaches the same bytes; where it begins, nothing stands that is taken back later.
        let standing = record.standing().unwrap();
        let begins = |at: &usize| standing.starts_with(&record.until(*at).standing().unwrap());
        let at = (record.entries.len() / 2..).find(begins).unwrap();
        replay.go(at);
        let fork = replay.fork(record.head.seats.clone());
        assert_eq!(fork.head.forked.map(|at| at as usize), Some(at));
        let mut again = Match::resume(fork).unwrap();
        for order in standing.iter().filter(|order| **order >= at) {
            again.give(record.order(*order).unwrap().clone()).unwrap();
        }
        let end = Match::resume(record.clone()).unwrap();
        assert!(bytes(&again) == bytes(&end), "{}", setting.name);
    }
}

fn kept(setting: &Setting, seed: u64) -> record::Record {
    let mut play = RandomPlay::new(&setting.game, seed);
    while power::step(&mut play) {}
    play.played.marked()
}
