//! A long game: the Busan level with twelve stops, its middle ones gone through twice, played to its end by computer opponents.

use std::sync::Arc;

use rare_terms::opponents::Difficulty;
use rare_terms::play::Match;
use rare_terms::play::auto::{everywhere, run};
use rare_terms::rules::check;
use rare_terms::rules::game::Game;
use rare_terms::rules::record::Record;
use rare_terms::rules::source::Source;

const LEVEL: &str = include_str!("../../levels/busan_2025.ron");
const RULES: &str = include_str!("../../assets/rules/full.ron");

/// The record of a finished game of twelve rounds under the full rule book, with marks.
///
/// # Panics
/// If the level is not as it was.
#[must_use]
pub(crate) fn twelve_rounds() -> Record {
    let stop = |name: &str| {
        let name = LEVEL.find(&format!("name: {name:?}")).expect("the stop is there");
        LEVEL[..name].rfind("        (\n").expect("it begins")
    };
    let (from, to) = (stop("Taking effect"), stop("The year is up"));
    let text = format!("{}{}{}", &LEVEL[..to], &LEVEL[from..to], &LEVEL[to..]);
    let level = check::level(&Source::new("long.ron", text)).expect("it is a level");
    assert_eq!(level.rounds.len(), 12, "twelve rounds");
    let rules = check::rule_book(&Source::new("full.ron", RULES)).expect("it is a rule book");
    let mut played = Match::new(Arc::new(Game::new(level, rules, None)), 2025);
    let mut opponents = everywhere(&played, Difficulty::default().into());
    run(&mut played, &mut opponents);
    assert!(played.is_over(), "it comes to its end");
    played.marked()
}
