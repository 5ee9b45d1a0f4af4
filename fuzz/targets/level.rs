//! Any bytes as a level: they are refused with their place, or can be played.

#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use rare_terms::play::Match;
use rare_terms::play::auto::pass_safely;
use rare_terms::rules::check;
use rare_terms::rules::game::Game;
use rare_terms::rules::source::Source;
use rare_terms_fuzz::book;

fuzz_target!(|bytes: &[u8]| {
    let source = match Source::from_bytes("fuzz.ron", bytes) {
        Ok(source) => source,
        Err(fault) => return assert!(fault.line() > 0 && !fault.to_string().is_empty()),
    };
    let level = match check::level(&source) {
        Ok(level) => level,
        Err(faults) => return assert!(faults.count() > 0 && !faults.to_string().is_empty()),
    };
    // What is handed out needs no further check: passing all the way ends it.
    let mut played = Match::new(Arc::new(Game::new(level, book(), None)), 1);
    for _ in 0..400 {
        let Some(seat) = played.waiting_for().iter().next() else { return };
        pass_safely(&mut played, seat);
    }
});
