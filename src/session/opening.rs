//! Opening a saved game: whether it can go on or is over, and what can be opened in its place.

use std::path::Path;
use std::sync::Arc;

use super::start::NoSession;
use super::{Debriefing, Rerun, Session};
use crate::play::{Match, ReplayError};
use crate::rules::record::{Reading, Record};
use crate::storage::Saves;
use crate::storage::saves::{SaveError, Shelf, Slot};
use crate::words::Words;

use super::rerun::NoRerun;

/// Why a saved game cannot be opened as it is.
#[derive(Debug)]
pub enum Why {
    /// The system does not let it be read.
    Unreadable(String),
    /// It is no saved game, is damaged from its beginning, or was written by a later version.
    Foreign(String),
    /// A line is damaged.
    Damaged {
        /// Which line of the file, from 1.
        line: usize,
        /// What is wrong with it.
        what: String,
    },
    /// This version plays it otherwise, or not at all.
    Plays {
        /// The version that wrote it.
        version: String,
        /// Why.
        error: ReplayError,
    },
    /// Nobody here can play it.
    Nobody(NoSession),
    /// It may be looked at only once it is over.
    NotOver,
    /// Another program is playing it.
    InUse,
}

/// What is wrong with a saved game, and what there is in its place.
#[derive(Debug)]
pub struct Trouble {
    /// What is wrong.
    pub why: Why,
    /// The game as far as it is whole and plays, if it does.
    pub part: Option<Record>,
    /// Another file of the same game that has more of it.
    pub other: Option<Slot>,
}

impl Trouble {
    fn only(why: Why) -> Box<Self> {
        Box::new(Self { why, part: None, other: None })
    }

    fn plays(record: &Record, error: ReplayError) -> Box<Self> {
        let part = error.entry().map(|entry| record.until(entry)).filter(|part| !part.entries.is_empty());
        let version = record.head.version.clone();
        Box::new(Self { why: Why::Plays { version, error }, part, other: None })
    }
}

/// What a saved game opens as.
pub enum Opened {
    /// It goes on.
    Session(Box<Session>),
    /// It is over, and looked back at. Nothing is written, so that there is no second copy of it.
    Over(Box<Debriefing>),
}

/// Opens a saved game to go on with it. One that was being played goes on in its own journal, any other in a new one.
///
/// # Errors
/// What is wrong with it, and what there is in its place.
pub fn open(saves: &Saves, slot: &Slot, words: Arc<Words>) -> Result<Opened, Box<Trouble>> {
    // Whoever names the file may not know that it has been put among the finished ones.
    let shelf = saves.shelf_of(&slot.path).unwrap_or(slot.shelf);
    // Two that write one journal would write over each other's turns.
    if shelf == Shelf::Running && saves.in_use(&slot.path) {
        return Err(Trouble::only(Why::InUse));
    }
    let record = whole(saves, slot)?;
    let play = plays(&record)?;
    // One that ended as the program did has not been read to its end, and is put away when it goes on.
    if play.is_over() && shelf != Shelf::Running {
        return Ok(Opened::Over(Box::new(Debriefing::of(&play, words))));
    }
    let mut session = begin(play, words)?;
    session.keep(match shelf {
        Shelf::Running => Box::new(saves.journal_at(slot.path.clone())),
        Shelf::Saved | Shelf::Auto | Shelf::Finished => Box::new(saves.journal(rand::random())),
    });
    Ok(Opened::Session(Box::new(session)))
}

/// Opens what is whole of a saved game, as a game of its own.
///
/// # Errors
/// What is wrong with it.
pub fn open_part(saves: &Saves, part: &Record, words: Arc<Words>) -> Result<Opened, Box<Trouble>> {
    let play = plays(part)?;
    if play.is_over() {
        return Ok(Opened::Over(Box::new(Debriefing::of(&play, words))));
    }
    let mut session = begin(play, words)?;
    session.keep(Box::new(saves.journal(rand::random())));
    Ok(Opened::Session(Box::new(session)))
}

/// Opens a saved game to look at it.
///
/// # Errors
/// What is wrong with it, and what there is in its place.
pub fn look(saves: &Saves, slot: &Slot) -> Result<Rerun, Box<Trouble>> {
    let record = whole(saves, slot)?;
    Rerun::new(record.clone()).map_err(|error| match error {
        NoRerun::Plays(error) => Trouble::plays(&record, error),
        NoRerun::NotOver => Trouble::only(Why::NotOver),
    })
}

fn whole(saves: &Saves, slot: &Slot) -> Result<Record, Box<Trouble>> {
    let reading = read(saves, &slot.path)?;
    let Some(fault) = &reading.damage else { return Ok(reading.record) };
    let why = Why::Damaged { line: fault.line(), what: fault.message().to_owned() };
    let record = reading.record;
    let other = saves.newest_whole(&record).map(|(slot, _)| slot);
    // What is whole need not play; whatever of it does is offered.
    let part = match Match::resume(record.clone()) {
        Ok(_) => Some(record),
        Err(error) => error.entry().map(|entry| record.until(entry)),
    };
    let part = part.filter(|part| !part.entries.is_empty());
    Err(Box::new(Trouble { why, part, other }))
}

fn read(saves: &Saves, path: &Path) -> Result<Reading, Box<Trouble>> {
    saves.read(path).map_err(|error| match error {
        SaveError::Damaged(fault) => {
            let help = fault.help().map_or_else(String::new, |help| format!("; {help}"));
            Trouble::only(Why::Foreign(format!("{}{help}", fault.message())))
        }
        other => Trouble::only(Why::Unreadable(other.to_string())),
    })
}

fn plays(record: &Record) -> Result<Match, Box<Trouble>> {
    Match::resume(record.clone()).map_err(|error| Trouble::plays(record, error))
}

fn begin(play: Match, words: Arc<Words>) -> Result<Session, Box<Trouble>> {
    Session::resume(play, words).map_err(|error| Trouble::only(Why::Nobody(error)))
}

#[cfg(test)]
#[path = "opening_tests.rs"]
mod tests;
