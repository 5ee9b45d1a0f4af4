//! What is drawn of a level: places, land and flows. Nothing in the rules follows from it.

use super::Level;
use crate::rules::ids::{Centi, PartyId};
pub use crate::rules::raw::RawFlowKind as FlowKind;

/// A place on the globe, in hundredths of a degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// East of Greenwich, -18,000 to 18,000.
    pub east: Centi,
    /// North of the equator, -9,000 to 9,000.
    pub north: Centi,
}

/// What flows between two parties under an issue. Both have a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// What flows.
    pub kind: FlowKind,
    /// Where it comes from.
    pub from: PartyId,
    /// Where it goes to.
    pub to: PartyId,
    /// How strong it is, 0 to 100, by option.
    pub strength: Vec<i64>,
}

impl Level {
    /// Whether it says of anything where it is.
    #[must_use]
    pub fn has_map(&self) -> bool {
        let party = self.parties.iter().any(|(_, party)| party.place.is_some() || !party.land.is_empty());
        party || self.rounds.iter().any(|stop| stop.place.is_some())
    }
}
