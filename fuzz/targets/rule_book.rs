//! Any bytes as a rule book: they are refused with their place, or can be played.

#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use rare_terms::play::Match;
use rare_terms::play::auto::pass_safely;
use rare_terms::rules::check;
use rare_terms::rules::game::Game;
use rare_terms::rules::source::Source;
use rare_terms_fuzz::level;

fuzz_target!(|bytes: &[u8]| {
    let source = match Source::from_bytes("fuzz.ron", bytes) {
        Ok(source) => source,
        Err(fault) => return assert!(fault.line() > 0 && !fault.to_string().is_empty()),
    };
    let book = match check::rule_book(&source) {
        Ok(book) => book,
        Err(faults) => return assert!(faults.count() > 0 && !faults.to_string().is_empty()),
    };
    let mut played = Match::new(Arc::new(Game::new(level(), book, None)), 1);
    for _ in 0..400 {
        let Some(seat) = played.waiting_for().iter().next() else { return };
        pass_safely(&mut played, seat);
    }
});
