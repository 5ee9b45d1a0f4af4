//! What a proposal may be worth to a party whose mandate is not known.

use crate::rules::appraise::{Appraisal, appraise};
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, PartyId, Points};
use crate::rules::package::Proposal;
use crate::rules::rulebook::Knowledge;

use super::View;

/// A band of gains over no deal.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// The least.
    pub low: Points,
    /// The most.
    pub high: Points,
    /// In how many of a hundred draws of the mandate the party gains and no red line is crossed.
    pub gains: i64,
    /// Whether the mandate is known, so that nothing is estimated.
    pub known: bool,
    /// The appraisal at the known mandate or at the mean of the public ones.
    pub middle: Appraisal,
}

/// What a proposal may be worth to another party by what a seat may know; nothing under sealed knowledge.
#[must_use]
pub fn estimate(game: &Game, view: &View, party: PartyId, proposal: &Proposal) -> Option<Estimate> {
    if game.knowledge == Knowledge::Sealed && party != view.seat {
        return None;
    }
    let middle = appraise(&view.standpoint(game), party, proposal);
    let archetypes = &game.level.parties[party].archetypes;
    let known = !game.rules.on.mandates || view.position.mandates[party].is_some() || archetypes.len() < 2;
    if known {
        let gains = if middle.works(0) { 100 } else { 0 };
        return Some(Estimate { low: middle.gain(), high: middle.gain(), gains, known, middle });
    }
    let (mut low, mut high, mut gains, mut all) = (Points::MAX, Points::MIN, 0, 0);
    for (at, archetype) in archetypes.iter().enumerate() {
        let supposed = view.standpoint(game).supposing(party, ArchetypeId::from_index(at));
        let appraisal = appraise(&supposed, party, proposal);
        low = low.min(appraisal.gain());
        high = high.max(appraisal.gain());
        all += archetype.weight;
        if appraisal.works(0) {
            gains += archetype.weight;
        }
    }
    Some(Estimate { low, high, gains: gains * 100 / all.max(1), known, middle })
}
