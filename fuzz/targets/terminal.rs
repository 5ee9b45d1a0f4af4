//! Any bytes as what is typed in the terminal: every line is answered. The first byte chooses level, rule book and party.

#![no_main]

use std::io::sink;

use libfuzzer_sys::fuzz_target;
use rare_terms::cli::play_lines;

const GAMES: [(&str, &str, &str); 4] = [
    ("tutorial", "intro", "uplands"),
    ("tutorial", "full", "harbour"),
    ("three_party_pie", "standard", "cedar"),
    ("tutorial", "standard", "uplands"),
];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, lines)) = bytes.split_first() else { return };
    let (level, rules, party) = GAMES[usize::from(*first) % GAMES.len()];
    assert!(play_lines(level, rules, party, 1, lines, &mut sink()), "the game did not end well");
});
