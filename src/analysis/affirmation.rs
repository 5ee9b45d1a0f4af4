//! Autonomy traded for affirmation: what a pact does to both, party by party.

use crate::rules::appraise::by_interest;
use crate::rules::ids::{PartyId, Points};
use crate::rules::package::Proposal;
use crate::rules::standpoint::Standpoint;

/// What a pact changes for a party against no deal, in score units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Trade {
    /// Whom.
    pub party: PartyId,
    /// In autonomy.
    pub autonomy: Points,
    /// In standing.
    pub standing: Points,
}

/// What a proposal changes for everyone if it took effect now; `None` in a level without both interests.
#[must_use]
pub fn affirmation(standpoint: &Standpoint<'_>, proposal: &Proposal) -> Option<Vec<Trade>> {
    let level = &standpoint.game.level;
    let (autonomy, standing) = (level.autonomy?, level.standing?);
    let trade = |party: PartyId| {
        let with = by_interest(standpoint, party, Some(proposal));
        let without = by_interest(standpoint, party, None);
        let change = |at: usize| with[at] - without[at];
        Trade { party, autonomy: change(autonomy.index()), standing: change(standing.index()) }
    };
    Some(level.everyone().iter().map(trade).collect())
}
