//! Passing the screen round, taking back, and keeping the game on disk.

use std::path::PathBuf;

use super::{Page, Session};
use crate::rules::ids::PartyId;
use crate::rules::legal::Refusal;
use crate::rules::record::{Ledger, Person};
use crate::storage::Saves;
use crate::storage::saves::SaveError;

impl Session {
    /// The person who has to say that they are at the screen before anything more is shown.
    #[must_use]
    pub fn door(&self) -> Option<PartyId> {
        self.door
    }

    /// Whether several people share the screen.
    #[must_use]
    pub fn shared(&self) -> bool {
        self.desks.iter().filter(|(_, desk)| desk.is_some()).count() > 1
    }

    /// The person at a seat.
    #[must_use]
    pub fn person(&self, seat: PartyId) -> Option<&Person> {
        self.setup.seats.0.get(seat.index())?.person()
    }

    /// Opens the desk of the person at the door, if the digits are theirs. Whether it did.
    pub fn enter(&mut self, digits: &str) -> bool {
        let Some(seat) = self.door else { return false };
        let pin = self.person(seat).and_then(|person| person.pin.as_ref());
        if pin.is_some_and(|pin| !pin.opens(digits, seat, self.setup.seed)) {
            return false;
        }
        if seat != self.seat() {
            let Some(next) = self.desks.0.get_mut(seat.index()).and_then(Option::take) else { return false };
            let last = std::mem::replace(&mut self.desk, next);
            let place = last.seat;
            self.desks[place] = Some(last);
            self.desks[seat] = Some(self.desk.clone());
        }
        self.door = None;
        self.desk.step_back(&self.play);
        self.take_in();
        self.hand_over();
        self.touch();
        true
    }

    /// Gives the screen back to the person who had it last, who has to say again that they are there.
    pub fn give_back(&mut self) {
        if self.door.is_some() {
            self.door = Some(self.seat());
            self.touch();
        }
    }

    /// Puts the next person at the door, once the one at the screen has nothing more to read or to do before another acts.
    pub(super) fn hand_over(&mut self) {
        if self.door.is_some() || !self.desk.blocked(&self.play) {
            return;
        }
        let waiting = self.play.waiting_for();
        let person = |seat: &PartyId| self.desks.0.get(seat.index()).is_some_and(Option::is_some);
        self.door = waiting.without(self.seat()).iter().find(person);
    }

    /// Takes back the last thing that the person at the screen did. [`Self::refusal`] says why it stays.
    pub fn take_back(&mut self) {
        if self.door.is_some() {
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
        let acts = matches!(self.page(), Page::Talks | Page::Measures | Page::Decision);
        let refused = match acts && self.door.is_none() {
            true => self.play.may_take_back(self.seat()).err(),
            false => Some(Refusal::NothingToTakeBack),
        };
        refused.map(|refusal| self.told(refusal))
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
