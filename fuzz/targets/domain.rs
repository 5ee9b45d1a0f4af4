//! Any bytes as the files of a domain, with lines of four hyphens between them: they are refused with their place, or make a level that is
//! right or is refused with its faults, and that can be played.

#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use rare_terms::import::{Phrases, domain, level, text};
use rare_terms::play::Match;
use rare_terms::play::auto::pass_safely;
use rare_terms::rules::check;
use rare_terms::rules::game::Game;
use rare_terms::rules::source::Source;
use rare_terms_fuzz::book;

fuzz_target!(|bytes: &[u8]| {
    let Ok(files) = std::str::from_utf8(bytes) else { return };
    let sources: Vec<Source> = files.split("\n----\n").map(|file| Source::new("fuzz", file)).collect();
    let domain = match domain(&sources) {
        Ok(domain) => domain,
        Err(fault) => return assert!(fault.line() > 0 && !fault.to_string().is_empty()),
    };
    if domain.packages() > 20_000 {
        return;
    }
    let written = text(&level(&domain, &phrases()));
    // A name of the domain may be longer than a level allows, or hold what no file may hold.
    let Ok(source) = Source::from_bytes("fuzz.ron", written.as_bytes()) else { return };
    let Ok(level) = check::level(&source) else { return };
    let mut played = Match::new(Arc::new(Game::new(level, book(), None)), 1);
    for _ in 0..100 {
        let Some(seat) = played.waiting_for().iter().next() else { return };
        pass_safely(&mut played, seat);
    }
});

fn phrases() -> Phrases {
    let word = || "word".to_owned();
    Phrases {
        title: word(),
        summary: word(),
        about: word(),
        utility: word(),
        not_agreed: word(),
        stop: word(),
        dates: vec![word(), word()],
        source: word(),
    }
}
