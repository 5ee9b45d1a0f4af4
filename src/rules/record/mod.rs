//! A record of a game: level, rule book, seed, and what was ordered and taken back. It is the whole game: replaying it gives the same
//! events, byte for byte. So it is the save, the journal, the replay, the bug report and the log of a class.
//!
//! - The texts of level and rule book are inside, so a record plays whatever has become of the files since.
//! - A record holds the seed and every order, so it holds every secret.
//! - [`text`] is how a record is written; reading takes no line on trust.

mod pin;
mod text;

use serde::{Deserialize, Serialize};

pub use self::pin::Pin;
pub use self::text::{End, FORMAT, MAX_RECORD, Reading, Writer, is_record, read};
use super::check;
use super::command::{Actor, Order};
use super::edition::Edition;
use super::game::Game;
use super::ids::{ByParty, PartyId};
use super::rulebook::Knowledge;
use super::source::{Fault, Faults, Source};

/// A record of a game. It holds the seed, so it holds every secret.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// How the game was set up.
    pub head: Head,
    /// The level's text.
    pub level: Edition,
    /// The rule book's text.
    pub rules: Edition,
    /// What was done, in the order in which it was done.
    pub entries: Vec<Entry>,
}

/// How a game was set up.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The version of the program that wrote it.
    pub version: String,
    /// The level's id.
    pub level: String,
    /// The mark of the level's text.
    pub level_mark: String,
    /// The rule book's id.
    pub rules: String,
    /// The mark of the rule book's text.
    pub rules_mark: String,
    /// What seats know of each other.
    pub knowledge: Knowledge,
    /// The seed of every draw.
    pub seed: u64,
    /// Who plays each party.
    pub seats: ByParty<Seat>,
    /// How many entries it has from the game that it was forked from.
    #[serde(default)]
    pub forked: Option<u32>,
}

/// Who plays a party.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Seat {
    /// It is not said.
    #[default]
    Open,
    /// A person.
    Person(Person),
    /// A computer opponent, by the name of how it plays.
    Opponent(String),
}

impl Seat {
    /// The person who plays, if one does.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::Open | Self::Opponent(_) => None,
        }
    }
}

/// A person at a seat.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What they are called; empty if they gave no name.
    #[serde(default)]
    pub name: String,
    /// What their seat is locked with, where several share a screen.
    #[serde(default)]
    pub pin: Option<Pin>,
}

/// One thing that was done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// What.
    pub deed: Deed,
    /// Where the game then stood, if it was noted.
    pub mark: Option<Mark>,
}

/// What was done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Deed {
    /// An order was carried out.
    Order(Order),
    /// A seat took back the last order that stood, which was its own.
    TakenBack(PartyId),
    /// The computer opponent of this party broke down; what follows was done in its place.
    BrokeDown(PartyId),
}

/// A digest of all events that stand: it tells whether a game that is played again goes as it went.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Mark(pub u64);

/// Where a record is kept while its game is played.
pub trait Ledger: Send + Sync {
    /// Writes what is new in the record, and returns once it will outlast a loss of power, or cannot be written now. What could not be
    /// written is tried again with the next call.
    fn write(&mut self, record: &Record);

    /// A round has ended, or the whole game.
    fn milestone(&mut self, record: &Record, over: bool);

    /// Why the last writing failed, in the system's words; `None` once it was made good.
    fn trouble(&self) -> Option<&str>;
}

impl Record {
    /// A record of a game that nothing has been done in.
    #[must_use]
    pub fn new(game: &Game, seed: u64, seats: ByParty<Seat>) -> Self {
        let (level, rules) = (game.level.edition.clone(), game.rules.edition.clone());
        let head = Head {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            level: game.level.id.clone(),
            level_mark: level.mark(),
            rules: game.rules.id.clone(),
            rules_mark: rules.mark(),
            knowledge: game.knowledge,
            seed,
            seats,
            forked: None,
        };
        Self { head, level, rules, entries: Vec::new() }
    }

    /// The level under its rule book, from the texts that are kept inside.
    ///
    /// # Errors
    /// The texts are none that this version of the game can play.
    pub fn game(&self) -> Result<Game, Faults> {
        let of_level = Source::new(format!("{}.ron", self.head.level), self.level.text());
        let of_rules = Source::new(format!("{}.ron", self.head.rules), self.rules.text());
        let (level, rules) = (check::level(&of_level)?, check::rule_book(&of_rules)?);
        for (source, what, named, inside) in [
            (&of_level, "level", &self.head.level, &level.id),
            (&of_rules, "rule book", &self.head.rules, &rules.id),
        ] {
            if named != inside {
                let message = format!("the record names the {what} {named:?}, and its text is of {inside:?}");
                return Err(Fault::in_text(source, 0, 0, message).into());
            }
        }
        Ok(Game::new(level, rules, Some(self.head.knowledge)))
    }

    /// The entries whose orders stand, by number: those that nobody took back.
    ///
    /// # Errors
    /// The number of the first entry that takes back what it cannot: nothing, or an order of another.
    pub fn standing(&self) -> Result<Vec<usize>, usize> {
        let mut standing: Vec<usize> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            match &entry.deed {
                Deed::Order(_) => standing.push(at),
                Deed::TakenBack(seat) => {
                    let last = standing.pop().ok_or(at)?;
                    if !self.order(last).is_some_and(|order| order.by == Actor::Seat(*seat)) {
                        return Err(at);
                    }
                }
                Deed::BrokeDown(_) => {}
            }
        }
        Ok(standing)
    }

    /// The order of an entry, if it is one.
    #[must_use]
    pub fn order(&self, entry: usize) -> Option<&Order> {
        match &self.entries.get(entry)?.deed {
            Deed::Order(order) => Some(order),
            Deed::TakenBack(_) | Deed::BrokeDown(_) => None,
        }
    }

    /// All orders that were carried out, whether or not they were taken back.
    pub fn orders(&self) -> impl Iterator<Item = &Order> {
        (0..self.entries.len()).filter_map(|entry| self.order(entry))
    }

    /// The record as it was after so many entries.
    #[must_use]
    pub fn until(&self, entries: usize) -> Self {
        let entries = self.entries.iter().take(entries).cloned().collect();
        Self { head: self.head.clone(), level: self.level.clone(), rules: self.rules.clone(), entries }
    }

    /// A new game that begins where this one stood after so many entries. Other people may take the seats.
    #[must_use]
    pub fn fork(&self, entries: usize, seats: ByParty<Seat>) -> Self {
        let mut fork = self.until(entries);
        fork.head.forked = Some(u32::try_from(fork.entries.len()).unwrap_or(u32::MAX));
        fork.head.seats = seats;
        fork.head.version = env!("CARGO_PKG_VERSION").to_owned();
        fork
    }
}
