//! What a seat sees of an event: all of it, part of it, or nothing.

use super::Position;
use crate::rules::event::{Event, Pact};
use crate::rules::game::Game;
use crate::rules::ids::{OfferId, PartyId};
use crate::rules::rulebook::Knowledge;

impl Event {
    /// What a seat sees of this event: all of it, part of it, or nothing.
    ///
    /// `position` is the seat's own: it knows an offer exactly if the seat does.
    #[must_use]
    pub fn seen_by(&self, game: &Game, position: &Position, seat: PartyId) -> Option<Self> {
        let party_to = |offer: &OfferId| position.offer(*offer).is_some();
        match self {
            Self::Opened { mandates } => {
                let open = game.knowledge == Knowledge::Transparent;
                let mandates = game.by_party(|p| mandates[p].filter(|_| open || p == seat));
                Some(Self::Opened { mandates })
            }
            Self::Offered(offer) => offer.proposal.parties.has(seat).then(|| self.clone()),
            Self::Accepted { offer, .. } | Self::Declined { offer, .. } => {
                party_to(offer).then(|| self.clone())
            }
            Self::Withdrawn(offer) | Self::Expired(offer) => party_to(offer).then(|| self.clone()),
            Self::Signed(pact) if !pact.parties.has(seat) => {
                Some(Self::Signed(Pact { package: None, ..pact.clone() }))
            }
            Self::MeasurePicked { by, .. } if *by != seat => {
                Some(Self::MeasurePicked { by: *by, measure: None })
            }
            _ => Some(self.clone()),
        }
    }
}
