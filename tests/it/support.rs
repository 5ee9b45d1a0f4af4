//! What the tests of play share: settings to play in, and games that have been played.
//!
//! `RARE_TERMS_FULL=1` plays as long as the design asks for; without it the same tests play less.

use std::sync::{Arc, OnceLock};

use rare_terms::play::Match;
use rare_terms::rules::check;
use rare_terms::rules::event::Offer;
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::PartyId;
use rare_terms::rules::level::Level;
use rare_terms::rules::rulebook::{Knowledge, RuleBook, TalksOrder};
use rare_terms::rules::source::Source;
use rare_terms::storage::Library;

use crate::random::RandomPlay;

/// A level under a rule book, and a name for messages.
#[derive(Clone)]
pub(crate) struct Setting {
    pub(crate) name: String,
    pub(crate) game: Arc<Game>,
}

/// Whether to play as long as the design asks for.
pub(crate) fn full() -> bool {
    std::env::var("RARE_TERMS_FULL").is_ok_and(|value| value != "0")
}

/// The second number in a full run, the first in a short one.
pub(crate) fn amount(short: usize, full_run: usize) -> usize {
    if full() { full_run } else { short }
}

/// All levels of the program, and a made-up one that uses every part of the format at once.
pub(crate) fn levels() -> Vec<Level> {
    let mut levels: Vec<Level> = Library::new(None)
        .levels()
        .into_iter()
        .map(|entry| (*entry.level.expect("every level of the program loads")).clone())
        .collect();
    assert!(levels.len() >= 3, "levels are missing");
    levels.push(market());
    levels
}

/// The made-up level: small enough to try everything, with something of everything in it.
pub(crate) fn market() -> Level {
    let source = Source::from_bytes("market.ron", include_bytes!("market.ron")).expect("it is text");
    check::level(&source).unwrap_or_else(|faults| panic!("{faults}"))
}

/// A rule book of the program.
pub(crate) fn book(id: &str) -> RuleBook {
    (*Library::new(None).rule_book(id).expect("it is there")).clone()
}

/// Rule books of the program.
pub(crate) fn books() -> Vec<RuleBook> {
    let books: Vec<RuleBook> = Library::new(None)
        .rule_books()
        .into_iter()
        .map(|entry| (*entry.book.expect("every rule book of the program loads")).clone())
        .collect();
    assert!(books.len() >= 2, "rule books are missing");
    books
}

/// A level of the program under a rule book that a test has changed.
pub(crate) fn setting(level: &Level, rules: RuleBook, knowledge: Option<Knowledge>) -> Setting {
    let name = format!("{} · {} · {:?}", level.id, rules.id, rules.order);
    Setting { name, game: Arc::new(Game::new(level.clone(), rules, knowledge)) }
}

/// A level of the program by name.
pub(crate) fn level(id: &str) -> Level {
    levels().into_iter().find(|level| level.id == id).expect("it is there")
}

/// Every level under every rule book.
pub(crate) fn in_turn() -> Vec<Setting> {
    let mut all = Vec::new();
    for level in levels() {
        for rules in books() {
            all.push(setting(&level, rules, None));
        }
    }
    all
}

/// Every level under every rule book, with turns and all at once.
pub(crate) fn settings() -> Vec<Setting> {
    let mut all = Vec::new();
    for level in levels() {
        for rules in books() {
            for order in [TalksOrder::InTurn, TalksOrder::AtOnce] {
                all.push(setting(&level, RuleBook { order, ..rules.clone() }, None));
            }
        }
    }
    all
}

/// A game that has been played at random, to its end.
pub(crate) struct Finished {
    pub(crate) setting: Setting,
    pub(crate) seed: u64,
    pub(crate) played: Match,
}

/// Random games of every setting, played once for all tests.
pub(crate) fn finished() -> &'static [Finished] {
    static GAMES: OnceLock<Vec<Finished>> = OnceLock::new();
    GAMES.get_or_init(|| {
        let mut games = Vec::new();
        for setting in settings() {
            // The made-up level under the full rule book has the most to try.
            let most = setting.game.level.id == "market" && setting.game.rules.on.threats;
            for number in 0..amount(8, 80) * if most { 6 } else { 1 } {
                // A number that no figure of a game could be by chance.
                let seed = 0x5eed_0000_0000_0000 + number as u64;
                let mut play = RandomPlay::new(&setting.game, seed);
                while play.step() {}
                games.push(Finished { setting: setting.clone(), seed, played: play.played });
            }
        }
        let orders: usize = games.iter().map(|g| g.played.record().entries.len()).sum();
        println!("{} random games with {orders} commands carried out", games.len());
        games
    })
}

/// Positions of random games at which somebody has something to decide.
pub(crate) fn midway(setting: &Setting, count: usize, seed: u64) -> Vec<RandomPlay> {
    (0..count)
        .map(|number| {
            let mut play = RandomPlay::new(&setting.game, seed + number as u64);
            let steps = play.dice.below(100);
            for _ in 0..steps {
                let order = play.order().expect("it is not over");
                let mut next = play.played.clone();
                if next.give(order).is_ok() {
                    if next.is_over() {
                        break;
                    }
                    play.played = next;
                }
            }
            play
        })
        .collect()
}

/// Whether a seat may know of an offer.
pub(crate) fn knows(offer: &Offer, seat: PartyId) -> bool {
    offer.proposal.parties.has(seat)
}
