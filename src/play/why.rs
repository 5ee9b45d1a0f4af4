//! Why opponents did what they did: each decision of a finished record, made again and explained.
//!
//! Opponents decide from their temper and their view alone, so nothing of this is stored. It opens their secrets: ask it of games that are
//! over.

use super::auto::{self, NoSuchOpponent, Opponents};
use super::contained::{Work, contained};
use super::{Match, Replay};
pub use crate::opponents::Explanation;
use crate::rules::command::{Actor, Command};
use crate::rules::ids::PartyId;
use crate::rules::record::Deed;

/// A decision of an opponent.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Which entry of the record it is.
    pub entry: usize,
    /// Who decided.
    pub by: PartyId,
    /// What was done.
    pub done: Command,
    /// Why. Its command is what was done, but for opponents of another version of the program, and for those that broke down.
    pub explanation: Explanation,
}

impl Decision {
    /// Whether what is explained is what was done.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.explanation.command == self.done
    }
}

/// Goes through a record and explains what opponents decided, one entry after the other.
pub struct Whys {
    replay: Replay,
    minds: Opponents,
}

impl Whys {
    /// Of a record that is looked at.
    ///
    /// # Errors
    /// It names an opponent that this version does not have.
    pub fn of(replay: &Replay) -> Result<Self, NoSuchOpponent> {
        let minds = auto::seated(replay.now())?;
        Ok(Self { replay: replay.clone(), minds })
    }

    /// Why an opponent gave the order of an entry; `None` if none gave it, or nobody can know why.
    pub fn why(&mut self, entry: usize) -> Option<Decision> {
        let deed = &self.replay.record().entries.get(entry)?.deed;
        let Deed::Order(order) = deed else { return None };
        let Actor::Seat(by) = order.by else { return None };
        let done = order.command.clone();
        let mind = self.minds.0.get_mut(by.index())?.as_mut()?;
        self.replay.go(entry);
        let then: &Match = self.replay.now();
        let Ok(explanation) = contained(Work::Opponent, || mind.explain(then.game(), then.view(by))) else {
            mind.forget();
            return None;
        };
        let explanation = explanation?;
        Some(Decision { entry, by, done, explanation })
    }
}
