//! What has to be told besides the game: that it is not on disk, that an opponent broke down.

use super::Session;
use crate::rules::ids::PartySet;

/// Something that has to be told until it is made good, or until whoever is at the screen has taken notice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Notice<'a> {
    /// What was done last is not on disk; why, in the system's words.
    NotKept(&'a str),
    /// Opponents that broke down; a safe pass was given in their place.
    BrokeDown(PartySet),
}

impl Session {
    /// What has to be told now: one thing at a time, the loss of the game first.
    #[must_use]
    pub fn notice(&self) -> Option<Notice<'_>> {
        let trouble = self.trouble().filter(|_| !self.told.trouble).map(Notice::NotKept);
        let broken = self.broken.minus(self.told.broken);
        trouble.or_else(|| (!broken.is_empty()).then_some(Notice::BrokeDown(broken)))
    }

    /// Takes notice. Trouble that has been made good and comes again is told again.
    pub fn dismiss(&mut self) {
        match self.notice() {
            Some(Notice::NotKept(_)) => self.told.trouble = true,
            Some(Notice::BrokeDown(broken)) => self.told.broken = self.told.broken.union(broken),
            None => return,
        }
        self.touch();
    }

    /// Tries again to write down what could not be written.
    pub fn write_again(&mut self) {
        self.play.write();
        self.touch();
    }
}

/// What was taken notice of.
#[derive(Clone, Copy, Default)]
pub(super) struct Told {
    pub(super) trouble: bool,
    pub(super) broken: PartySet,
}
