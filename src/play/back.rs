//! Taking back the last order: until another seat has been shown an event of it, and only where it told nobody anything new.
//!
//! - What is taken back stays in the record, and that it was taken back is an entry of its own.
//! - Chance is keyed, so whoever orders the same again gets the same again.
//! - What could not be known before stays known: an order that led to a draw or to what others had kept secret cannot be taken back.

use super::Match;
use super::ledger::Digest;
use crate::rules::command::Actor;
use crate::rules::event::Event;
use crate::rules::ids::PartyId;
use crate::rules::legal::Refusal;
use crate::rules::position::Phase;
use crate::rules::record::Deed;
use crate::rules::rulebook::TalksOrder;

impl Match {
    /// Notes that whoever plays a seat has been shown all that it may know by now.
    pub fn show(&mut self, seat: PartyId) {
        if let (Some(shown), Some(view)) =
            (self.shown.0.get_mut(seat.index()), self.views.0.get(seat.index()))
        {
            *shown = view.seen();
        }
    }

    /// How many events a seat had seen when it gave the last of its orders that stand.
    #[must_use]
    pub fn seen_when_last_acting(&self, seat: PartyId) -> Option<usize> {
        let last = self.standing.get(self.last_of(seat)?)?;
        usize::try_from(*last.seen.get(seat.index())?).ok()
    }

    /// Takes back a seat's last order, if it is the last one that stands.
    ///
    /// # Errors
    /// Why it stays; nothing has changed.
    pub fn take_back(&mut self, seat: PartyId) -> Result<(), Refusal> {
        self.may_take_back(seat)?;
        let mut before = self.first_orders(self.standing.len().saturating_sub(1));
        before.shown = self.shown.clone();
        before.record = std::mem::replace(&mut self.record, before.record);
        before.keeper = std::mem::take(&mut self.keeper);
        before.shown[seat] = before.views[seat].seen();
        *self = before;
        self.enter(Deed::TakenBack(seat));
        Ok(())
    }

    /// Whether a seat may take back its last order. It answers alike for all games that the seat cannot tell apart.
    ///
    /// # Errors
    /// Why not.
    pub fn may_take_back(&self, seat: PartyId) -> Result<(), Refusal> {
        let at = self.last_of(seat).ok_or(Refusal::NothingToTakeBack)?;
        let (order, next) = (self.standing[at], self.standing.get(at + 1));
        let to = next.map_or(self.log.len(), |next| next.from);
        if !self.log.get(order.from..to).unwrap_or_default().iter().all(follows_surely) {
            return Err(Refusal::Telling);
        }
        // Where all act at once, all see at once. Elsewhere whoever acted since had to be shown that it was their turn, so no answer here
        // tells of what others did in secret.
        let at_once = self.truth.phase == Phase::Talks && self.game.rules.order == TalksOrder::AtOnce;
        let mut others = self.shown.iter().zip(order.seen).filter(|((other, _), _)| *other != seat);
        if at_once || next.is_some() || others.any(|((_, shown), before)| *shown > before) {
            return Err(Refusal::SeenByOthers);
        }
        Ok(())
    }

    /// The last of a seat's orders that stand, by its place among them.
    fn last_of(&self, seat: PartyId) -> Option<usize> {
        self.standing.iter().rposition(|order| {
            self.record.order(order.entry).is_some_and(|order| order.by == Actor::Seat(seat))
        })
    }

    /// Whether all that the last order that stands led to follows from it for sure.
    pub(super) fn last_follows_surely(&self) -> bool {
        let from = self.standing.last().map_or(0, |last| last.from);
        self.log.get(from..).unwrap_or_default().iter().all(follows_surely)
    }

    /// The same match with the first orders that stand, and no others.
    fn first_orders(&self, count: usize) -> Self {
        let mut again = Self::with_record(self.game.clone(), self.record.until(0));
        again.digest = self.digest.is_some().then(|| Digest::of(&again.log));
        for order in self.standing.iter().take(count) {
            if let Some(order) = self.record.order(order.entry) {
                // It was carried out at this very place before.
                let _ = again.carry_out(order);
            }
        }
        for (order, anew) in self.standing.iter().zip(&mut again.standing) {
            anew.entry = order.entry;
        }
        again
    }
}

/// Whether an event follows from an order for sure, so that whoever gave it could have said so before.
fn follows_surely(event: &Event) -> bool {
    matches!(
        event,
        Event::Turn(_)
            | Event::Offered(_)
            | Event::Accepted { .. }
            | Event::Declined { .. }
            | Event::Withdrawn(_)
            | Event::Spoke { .. }
            | Event::Passed(_)
            | Event::Signed(_)
            | Event::CapitalMoved { .. }
            | Event::MeasurePicked { .. }
    )
}
