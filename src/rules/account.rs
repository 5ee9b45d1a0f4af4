//! Where a score comes from, point by point: what is in force and will flow, and what was booked on the way.

use super::appraise::Cause;
use super::event::EntryCause;
use super::ids::{InterestId, IssueId, PartyId, PartySet, Points, Round};
use super::projection::Row;
use super::standpoint::Standpoint;

/// Where a line of an account comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Origin {
    /// What holds if nothing more is signed: effects of options in force, what still flows, options that hold together.
    Holds(Cause),
    /// What was booked for good, and when.
    Booked(EntryCause, Round),
}

/// A line of an account.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Item {
    /// Where from.
    pub origin: Origin,
    /// For what interest.
    pub interest: InterestId,
    /// Under the party's multiplier, in score units.
    pub points: Points,
}

/// Every line of a party's score if nothing more is signed, in no other order than that in which they come about. They sum to its no-deal
/// value, which at the end of a game is its score.
#[must_use]
pub fn account(standpoint: &Standpoint<'_>, party: PartyId) -> Vec<Item> {
    let percent = &standpoint.percent[party];
    let projection = standpoint.projection(PartySet::NONE);
    let mut items = Vec::new();
    for part in standpoint.game.parts.iter().filter(|part| !part.kind.is_doubt()) {
        let origin = Origin::Holds(part.kind.cause());
        projection.visit(part, &|_: IssueId| Row::Alone, &mut |to, interest, amount| {
            let points = amount.points(percent[interest.index()]);
            if to == party && points != 0 {
                items.push(Item { origin, interest, points });
            }
        });
    }
    for entry in standpoint.ahead().ledger.iter().filter(|entry| entry.party == party) {
        let points = entry.amount.points(percent[entry.interest.index()]);
        let origin = Origin::Booked(entry.cause, entry.round);
        items.push(Item { origin, interest: entry.interest, points });
    }
    items
}
