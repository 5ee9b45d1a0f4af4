//! Passing the screen round: whose desk is on it, and who has to say that they are there before anything more is shown.
//!
//! - Between two desks stands a door, at which nobody's desk can be read: it closes when the one at the screen has nothing more to do before
//!   another person acts, at the beginning of a shared game, and when one is taken up again.
//! - Each desk is read page by page for itself, so everyone reads everything once.

use std::any::Any;

use super::{Page, Session};
use crate::rules::ids::{PartyId, PartySet, Round};
use crate::rules::record::Person;
use crate::rules::rulebook::TalksOrder;

impl Session {
    /// The person who has to say that they are at the screen before anything more is shown.
    #[must_use]
    pub fn door(&self) -> Option<PartyId> {
        self.door
    }

    /// The seats that people play.
    #[must_use]
    pub fn persons(&self) -> PartySet {
        self.setup.seats.iter().filter(|(_, seat)| seat.person().is_some()).map(|(party, _)| party).collect()
    }

    /// Whether several people share the screen.
    #[must_use]
    pub fn shared(&self) -> bool {
        self.persons().len() > 1
    }

    /// The person at a seat.
    #[must_use]
    pub fn person(&self, seat: PartyId) -> Option<&Person> {
        self.setup.seats.0.get(seat.index())?.person()
    }

    /// Changes whenever a door closes or opens, and is never the same for two sessions: what belongs to one sitting is nobody else's.
    #[must_use]
    pub fn sitting(&self) -> u64 {
        self.sitting
    }

    /// The round of the page that is open at a person's desk. Everybody knows that it has begun.
    #[must_use]
    pub fn round_at(&self, seat: PartyId) -> Option<Round> {
        let away = self.desks.0.get(seat.index()).and_then(Option::as_ref);
        let desk = if seat == self.desk.seat { Some(&self.desk) } else { away };
        desk.map(|desk| desk.shown.position.round)
    }

    /// Opens the desk of the person at the door, if the digits are theirs. Whether it did.
    pub fn enter(&mut self, digits: &str) -> bool {
        let Some(seat) = self.door else { return false };
        let pin = self.person(seat).and_then(|person| person.pin.as_ref());
        if pin.is_some_and(|pin| !pin.opens(digits, seat, self.setup.seed)) {
            return false;
        }
        // Whoever gets the screen back wants to look once more at what they did, and perhaps to take it back.
        let back = seat == self.desk.seat;
        if !back {
            let Some(next) = self.desks.0.get_mut(seat.index()).and_then(Option::take) else { return false };
            let last = std::mem::replace(&mut self.desk, next);
            let place = last.seat;
            self.desks[place] = Some(last);
        }
        self.door = None;
        self.staying = back;
        let turning = self.desk.turning && !back;
        self.desk.step_back(&self.play);
        self.desk.turning = turning;
        self.take_in();
        self.hand_over();
        self.sit();
        true
    }

    /// Gives the screen back to the person who had it last, who has to say again that they are there.
    pub fn give_back(&mut self) {
        if self.door.is_some() {
            self.close(self.desk.seat);
        }
    }

    /// The person to whom the one at the screen can pass it now: one who is waited for, or who has not read how the game went on.
    #[must_use]
    pub fn next_person(&self) -> Option<PartyId> {
        let blocked = self.desk.blocked(&self.play);
        let over = self.page() == Page::Result;
        let at_once = self.page() == Page::Talks && self.game().rules.order == TalksOrder::AtOnce;
        if self.door.is_some() || !(blocked || over || at_once) {
            return None;
        }
        let others = self.persons().without(self.desk.seat);
        let behind = |seat: &PartyId| {
            let desk = self.desks.0.get(seat.index()).and_then(Option::as_ref);
            over && desk.is_some_and(|desk| desk.span.page != Page::Result)
        };
        others.both(self.play.waiting_for()).iter().next().or_else(|| others.iter().find(behind))
    }

    /// Passes the screen to [`Self::next_person`].
    pub fn pass_on(&mut self) {
        if let Some(next) = self.next_person() {
            self.close(next);
        }
    }

    /// Puts the next person at the door, once the one at the screen has nothing more to read or to do before another acts.
    pub(super) fn hand_over(&mut self) {
        if self.staying || self.door.is_some() || !self.desk.blocked(&self.play) {
            return;
        }
        let waited = self.persons().both(self.play.waiting_for()).without(self.desk.seat);
        if let Some(next) = waited.iter().next() {
            self.close(next);
        }
    }

    fn close(&mut self, next: PartyId) {
        self.door = Some(next);
        self.sit();
    }

    pub(super) fn sit(&mut self) {
        self.touch();
        self.sitting = self.revision;
    }

    /// Takes up what a screen has left on the desk that is on the screen, if it is of this kind. Nothing of another desk can be reached.
    pub fn take<T: Any>(&mut self) -> Option<T> {
        if self.door.is_some() {
            return None;
        }
        let at = self.desk.left.iter().position(|thing| thing.is::<T>())?;
        self.desk.left.swap_remove(at).downcast().ok().map(|thing| *thing)
    }

    /// Leaves something of a screen on the desk, where the same person finds it again.
    pub fn leave<T: Any + Send + Sync>(&mut self, thing: T) {
        if self.door.is_none() {
            self.desk.left.retain(|other| !other.is::<T>());
            self.desk.left.push(Box::new(thing));
        }
    }
}
