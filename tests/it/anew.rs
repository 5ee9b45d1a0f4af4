//! An opponent decides from its temper and its view alone: one that has just woken up does what one that was there all along does.

use rare_terms::opponents::{Difficulty, Negotiator, Opponent};
use rare_terms::play::Match;
use rare_terms::play::auto::obey;

use crate::support::{amount, in_turn};

#[test]
fn an_opponent_that_wakes_up_anew_does_the_same() {
    let mut decisions = 0;
    for setting in in_turn() {
        // A whole space of packages is searched at every decision, so the largest ones are left to the full run.
        for seed in 0..amount(1, 6) {
            let mut game = Match::new(setting.game.clone(), 900 + seed as u64);
            let anew = |game: &Match, seat| Negotiator::new(game.temper(seat), Difficulty::Envoy, None);
            let mut minds = setting.game.by_party(|seat| anew(&game, seat));
            while let Some(seat) = game.waiting_for().iter().next() {
                let command = minds[seat].act(&setting.game, game.view(seat));
                let again = anew(&game, seat).act(&setting.game, game.view(seat));
                assert_eq!(command, again, "{}, seed {seed}", setting.name);
                decisions += 1;
                obey(&mut game, seat, command);
            }
        }
    }
    println!("{decisions} decisions made twice");
    assert!(decisions > 300, "too few to tell");
}
