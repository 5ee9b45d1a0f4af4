//! A match and where its record is kept: every entry is written before its effect is shown.

use std::fmt;

use super::Match;
use crate::rules::event::Event;
use crate::rules::record::{Deed, Entry, Ledger, Mark, Record};

/// Where the record of a match is kept, if it is kept. A copy of a match is kept nowhere: two would write into one file.
#[derive(Default)]
pub(super) struct Keeper(Option<Box<dyn Ledger>>);

impl Clone for Keeper {
    fn clone(&self) -> Self {
        Self(None)
    }
}

impl fmt::Debug for Keeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keeper({})", if self.0.is_some() { "kept" } else { "not kept" })
    }
}

/// The digest of the events so far.
#[derive(Clone)]
pub(super) struct Digest(blake3::Hasher);

impl Digest {
    pub(super) fn of(events: &[Event]) -> Self {
        let mut digest = Self(blake3::Hasher::new());
        digest.take(events);
        digest
    }

    pub(super) fn take(&mut self, events: &[Event]) {
        for event in events {
            // Events are plain data, which has a form in JSON.
            self.0.update(&serde_json::to_vec(event).unwrap_or_default());
        }
    }

    pub(super) fn mark(&self) -> Mark {
        let [a, b, c, d, e, f, g, h, ..] = *self.0.finalize().as_bytes();
        Mark(u64::from_be_bytes([a, b, c, d, e, f, g, h]))
    }
}

impl Match {
    /// Has everything written down from now on, and what has been done so far. Each entry is written before [`Self::give`] returns.
    pub fn keep(&mut self, ledger: Box<dyn Ledger>) {
        self.note_marks();
        self.keeper = Keeper(Some(ledger));
        self.write();
    }

    /// Writes nothing down any more.
    pub fn keep_no_more(&mut self) {
        self.keeper = Keeper(None);
    }

    /// Why the last entry could not be written down; `None` if it was, or if nothing is kept. It is tried again with every entry.
    #[must_use]
    pub fn trouble(&self) -> Option<&str> {
        self.keeper.0.as_ref()?.trouble()
    }

    /// Tries again to write what could not be written.
    pub fn write(&mut self) {
        if let Some(ledger) = &mut self.keeper.0 {
            ledger.write(&self.record);
        }
    }

    /// The record with a mark at every entry, so that a replay that goes another way is noticed.
    #[must_use]
    pub fn marked(&self) -> Record {
        if self.record.entries.iter().all(|entry| entry.mark.is_some()) {
            return self.record.clone();
        }
        let mut copy = self.clone();
        copy.note_marks();
        copy.record
    }

    /// Puts an entry into the record, and the record into the ledger.
    pub(super) fn enter(&mut self, deed: Deed) {
        let mark = self.digest.as_ref().map(Digest::mark);
        self.record.entries.push(Entry { deed, mark });
        self.write();
    }

    /// Tells the ledger where a round or the game has ended.
    pub(super) fn milestone(&mut self, from: usize) {
        let news = self.log.get(from..).unwrap_or_default();
        let over = news.contains(&Event::Ended);
        let ended = over || news.iter().any(|event| matches!(event, Event::RoundEnded(_)));
        if let (Some(ledger), true) = (&mut self.keeper.0, ended) {
            ledger.milestone(&self.record, over);
        }
    }

    /// Takes events into the digest, if there is one.
    pub(super) fn digest(&mut self, from: usize) {
        if let Some(digest) = &mut self.digest {
            digest.take(self.log.get(from..).unwrap_or_default());
        }
    }

    /// Notes marks from now on, and those of the entries so far.
    fn note_marks(&mut self) {
        if self.digest.is_some() {
            return;
        }
        let begun = self.standing.first().map_or(self.log.len(), |order| order.from);
        let mut digest = Digest::of(self.log.get(..begun).unwrap_or_default());
        for (at, order) in self.standing.iter().enumerate() {
            let to = self.standing.get(at + 1).map_or(self.log.len(), |next| next.from);
            digest.take(self.log.get(order.from..to).unwrap_or_default());
            if let Some(entry) = self.record.entries.get_mut(order.entry) {
                entry.mark = Some(digest.mark());
            }
        }
        self.digest = Some(digest);
    }
}
