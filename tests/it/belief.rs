//! What a seat believes of the others: from what it has seen and from nothing else, and mostly the truth.

use std::sync::Arc;

use rare_terms::opponents::belief::Memory;
use rare_terms::opponents::{Belief, Strategy};
use rare_terms::play::Match;
use rare_terms::play::auto::{act_once, everywhere};
use rare_terms::play::statistics::Mean;
use rare_terms::play::tournament::{Setup, tournament};
use rare_terms::rules::game::Game;
use rare_terms::rules::position::Position;
use rare_terms::rules::rulebook::Knowledge;
use rare_terms::view::View;

use crate::support::{amount, book, finished, in_turn, level, setting};

#[test]
fn equal_visible_events_give_equal_beliefs() {
    let mut beliefs = 0;
    for game in finished().iter().step_by(7) {
        let rules = &game.setting.game;
        for seat in rules.level.everyone().iter() {
            let view = game.played.view(seat);
            // Where it stands does not count, only what was seen.
            let other = View { seat, position: Position::new(rules), log: view.log.clone() };
            assert_eq!(Belief::of(rules, view), Belief::of(rules, &other), "{}", game.setting.name);
            for (party, _) in view.position.mandates.iter() {
                let sum: f64 = Belief::of(rules, view).odds(party).iter().sum();
                assert!((sum - 1.0).abs() < 1e-9, "{}: odds sum to {sum}", game.setting.name);
            }
            beliefs += 1;
        }
    }
    assert!(beliefs > 20, "too few to tell");
}

#[test]
fn reading_on_is_reading_anew() {
    for setting in in_turn() {
        let mut played = Match::new(setting.game.clone(), 11);
        let mut opponents = everywhere(&played, Strategy::named("diplomat").expect("it is there"));
        let mut memories: Vec<Memory> =
            setting.game.level.everyone().iter().map(|_| Memory::default()).collect();
        let mut steps = 0;
        while let Some(seat) = act_once(&mut played, &mut opponents) {
            steps += 1;
            let memory = &mut memories[seat.index()];
            let on = memory.belief(&setting.game, played.view(seat)).clone();
            if steps % 5 == 0 {
                assert_eq!(on, Belief::of(&setting.game, played.view(seat)), "{}", setting.name);
            }
        }
    }
}

#[test]
fn what_is_asked_for_counts_where_nobody_knows_what_others_want() {
    let setting = setting(&level("tutorial"), book("intro"), Some(Knowledge::Sealed));
    let mut played = Match::new(setting.game.clone(), 5);
    let mut opponents = everywhere(&played, Strategy::default());
    while act_once(&mut played, &mut opponents).is_some() {}
    let view = played.view(setting.game.level.everyone().iter().next().expect("somebody"));
    let other = setting.game.level.everyone().iter().nth(1).expect("two");
    let belief = Belief::of(&setting.game, view);
    let frequency = belief.frequency(other).expect("nobody knows what it wants");
    let asked = played.log().iter().find_map(|event| match event {
        rare_terms::rules::event::Event::Offered(offer) if offer.from == other => {
            Some(offer.proposal.package.clone())
        }
        _ => None,
    });
    let (issue, option) = asked.expect("it has offered").terms().next().expect("a term");
    assert!(frequency.worth(issue, option) > 0.0);
}

/// The show line: the truth has a mean probability of at least 0.6 after four rounds on Tokyo, the prior being a third.
#[test]
fn the_truth_becomes_likely_within_four_rounds() {
    let setting = setting(&level("tokyo_2025"), book("standard"), None);
    let setup = Setup {
        game: Arc::<Game>::clone(&setting.game),
        strategies: vec![Strategy::named("diplomat").expect("it is there")],
        pool: Vec::new(),
        games: u32::try_from(amount(10, 100)).expect("it fits"),
        seed: 300,
    };
    let lines = tournament(&setup, &|_| {});
    let believed = lines[0].mean(|played| played.believed);
    let brier: Mean = lines[0].mean(|played| played.brier);
    println!(
        "{} games: truth {:.3} ± {:.3}, Brier {:.3}",
        believed.count,
        believed.mean,
        believed.half(),
        brier.mean
    );
    assert!(believed.mean >= 0.6, "{believed:?}");
    assert!(brier.mean < 2.0 / 3.0, "worse than the prior: {brier:?}");
}
