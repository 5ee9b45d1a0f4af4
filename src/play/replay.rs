//! Playing a record again: to go on from its end, to look at any moment of it, or to begin another game there.

use std::sync::Arc;

use thiserror::Error;

use super::Match;
use super::ledger::Digest;
use crate::rules::command::Actor;
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, PartyId};
use crate::rules::legal::Refusal;
use crate::rules::record::{Deed, Entry, Record, Seat};
use crate::rules::source::Faults;

/// Why a record cannot be played to its end. Entries count from 0; [`Record::until`] that entry plays.
#[derive(Clone, Debug, Error)]
pub enum ReplayError {
    /// This version of the game cannot play the level or the rule book that is kept inside.
    #[error("the level or rule book kept inside cannot be played by this version of the game:\n{0}")]
    Texts(Faults),
    /// An order that cannot have been given there.
    #[error("entry {}: this order is refused: {refusal}", .entry + 1)]
    Refused {
        /// Which entry.
        entry: usize,
        /// Why.
        refusal: Refusal,
    },
    /// The same order led to something else.
    #[error("entry {}: it does not lead to what it led to when it was recorded", .entry + 1)]
    Differs {
        /// Which entry.
        entry: usize,
    },
    /// Something was taken back that was not there to be taken back, or had told something.
    #[error("entry {}: it takes back what could not be taken back", .entry + 1)]
    TakesBack {
        /// Which entry.
        entry: usize,
    },
    /// A party is named that the level does not have.
    #[error("entry {}: it names a party that the level does not have", .entry + 1)]
    NoSuchParty {
        /// Which entry.
        entry: usize,
    },
    /// Its parties are not those of the level.
    #[error("the record names players for {found} parties, and the level has {expected}")]
    Seats {
        /// How many it names.
        found: usize,
        /// How many there are.
        expected: usize,
    },
}

impl ReplayError {
    /// The entry before which the record still plays; `None` if it does not play at all.
    #[must_use]
    pub fn entry(&self) -> Option<usize> {
        match self {
            Self::Refused { entry, .. }
            | Self::Differs { entry }
            | Self::TakesBack { entry }
            | Self::NoSuchParty { entry } => Some(*entry),
            Self::Texts(_) | Self::Seats { .. } => None,
        }
    }
}

impl Match {
    /// Plays a record again, with the texts that are kept inside. The match can go on from there.
    ///
    /// # Errors
    /// Why it cannot be played to its end.
    pub fn resume(record: Record) -> Result<Self, ReplayError> {
        let game = record.game().map_err(ReplayError::Texts)?;
        Self::replay(Arc::new(game), record)
    }

    /// Plays a record again in a game that is at hand.
    ///
    /// # Errors
    /// Why it cannot be played to its end.
    pub fn replay(game: Arc<Game>, record: Record) -> Result<Self, ReplayError> {
        let (found, expected) = (record.head.seats.len(), game.parties());
        if found != expected {
            return Err(ReplayError::Seats { found, expected });
        }
        let mut standing = match record.standing() {
            Ok(standing) => standing.into_iter().peekable(),
            // What stands before it may not play either, and is named first.
            Err(entry) => {
                let before = Self::replay(game, record.until(entry));
                return Err(before.err().unwrap_or(ReplayError::TakesBack { entry }));
            }
        };
        let mut played = Self::with_record(game, record);
        if played.record.entries.iter().any(|entry| entry.mark.is_some()) {
            played.digest = Some(Digest::of(&played.log));
        }
        let entries = std::mem::take(&mut played.record.entries);
        // The match before each order that is going to be taken back: such an order has to have been possible too.
        let mut before: Vec<Self> = Vec::new();
        for (entry, Entry { deed, mark }) in entries.iter().enumerate() {
            match deed {
                Deed::Order(order) => {
                    if standing.next_if_eq(&entry).is_none() {
                        before.push(played.clone());
                    }
                    if let Actor::Seat(seat) = order.by
                        && seat.index() < expected
                    {
                        played.show(seat);
                    }
                    played.carry_out(order).map_err(|refusal| ReplayError::Refused { entry, refusal })?;
                    if let Some(last) = played.standing.last_mut() {
                        last.entry = entry;
                    }
                }
                Deed::TakenBack(_) => {
                    let sure = played.last_follows_surely();
                    played = before.pop().filter(|_| sure).ok_or(ReplayError::TakesBack { entry })?;
                }
                Deed::BrokeDown(party) if party.index() >= expected => {
                    return Err(ReplayError::NoSuchParty { entry });
                }
                Deed::BrokeDown(_) => {}
            }
            if mark.is_some() && *mark != played.digest.as_ref().map(Digest::mark) {
                return Err(ReplayError::Differs { entry });
            }
        }
        played.record.entries = entries;
        // A person may have seen all that there was to see. An opponent looks up only to act.
        for seat in played.game.level.everyone().iter() {
            if !matches!(played.record.head.seats[seat], Seat::Opponent(_)) {
                played.show(seat);
            }
        }
        Ok(played)
    }
}

/// A record that is looked at, moment by moment. Nothing in it changes.
#[derive(Clone)]
pub struct Replay {
    record: Record,
    over: bool,
    now: Match,
}

impl Replay {
    /// A record at its end.
    ///
    /// # Errors
    /// Why it cannot be played.
    pub fn new(record: Record) -> Result<Self, ReplayError> {
        let game = record.game().map_err(ReplayError::Texts)?;
        Self::of(Arc::new(game), record)
    }

    /// A record at its end, in a game that is at hand.
    ///
    /// # Errors
    /// Why it cannot be played.
    pub fn of(game: Arc<Game>, record: Record) -> Result<Self, ReplayError> {
        let now = Match::replay(game, record.clone())?;
        Ok(Self { record, over: now.is_over(), now })
    }

    /// The whole record.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.record.entries.len()
    }

    /// Whether nothing was done in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.record.entries.is_empty()
    }

    /// After how many entries it is looked at.
    #[must_use]
    pub fn at(&self) -> usize {
        self.now.record.entries.len()
    }

    /// The match as it stood then.
    #[must_use]
    pub fn now(&self) -> &Match {
        &self.now
    }

    /// Goes to the moment after so many entries; the end if there are fewer.
    pub fn go(&mut self, entries: usize) {
        let entries = entries.min(self.len());
        if let Some(Deed::Order(order)) = self.record.entries.get(self.at()).map(|entry| &entry.deed)
            && entries == self.at() + 1
        {
            let order = order.clone();
            // It was carried out here when the record was opened.
            let _ = self.now.give(order);
            return;
        }
        if let Ok(then) = Match::replay(self.now.game.clone(), self.record.until(entries)) {
            self.now = then;
        }
    }

    /// A new game that begins at the moment that is looked at.
    #[must_use]
    pub fn fork(&self, seats: ByParty<Seat>) -> Record {
        self.record.fork(self.at(), seats)
    }

    /// Whether a seat's view may be shown: a person's own at any time, everyone's once the game of the record is over.
    #[must_use]
    pub fn open_to(&self, seat: PartyId) -> bool {
        self.over || self.record.head.seats.0.get(seat.index()).is_some_and(|s| s.person().is_some())
    }

    /// Whether the game of the record came to its end.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.over
    }
}
