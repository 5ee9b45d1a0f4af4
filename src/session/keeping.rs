//! Taking back, and keeping the game on disk.

use std::path::PathBuf;

use super::{Page, Session};
use crate::rules::legal::Refusal;
use crate::rules::record::Ledger;
use crate::storage::Saves;
use crate::storage::saves::SaveError;

impl Session {
    /// Takes back the last thing that the person at the screen did. [`Self::refusal`] says why it stays.
    pub fn take_back(&mut self) {
        if self.door.is_some() || !self.acts() {
            return;
        }
        match self.play.take_back(self.seat()) {
            Ok(()) => {
                self.quiet_until = None;
                self.desk.step_back(&self.play);
            }
            Err(refusal) => self.desk.refusal = Some(refusal),
        }
        self.touch();
    }

    /// Why the last thing that the person at the screen did cannot be taken back, as a sentence; `None` if it can be.
    #[must_use]
    pub fn stays(&self) -> Option<String> {
        let refused = match self.acts() && self.door.is_none() {
            true => self.play.may_take_back(self.seat()).err(),
            false => Some(Refusal::NothingToTakeBack),
        };
        refused.map(|refusal| self.told(refusal))
    }

    /// Whether the open page is one on which something is done.
    #[must_use]
    pub fn acts(&self) -> bool {
        matches!(self.page(), Page::Talks | Page::Measures | Page::Decision)
    }

    /// Has everything written down from now on.
    pub fn keep(&mut self, ledger: Box<dyn Ledger>) {
        self.play.keep(ledger);
        self.touch();
    }

    /// Why what was done last is not on disk, in the system's words.
    #[must_use]
    pub fn trouble(&self) -> Option<&str> {
        self.play.trouble()
    }

    /// Saves the game by name. A save holds every secret.
    ///
    /// # Errors
    /// Why it could not be saved.
    pub fn save(&self, saves: &Saves, name: &str) -> Result<PathBuf, SaveError> {
        saves.save(name, &self.play.marked())
    }
}
