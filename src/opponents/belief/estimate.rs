//! What a proposal may be worth to another party, by what a seat believes of it.

use super::{Belief, likely};
use crate::rules::appraise::{Appraisal, appraise};
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, PartyId, Points};
use crate::rules::package::Proposal;
use crate::rules::rulebook::Knowledge;
use crate::rules::standpoint::Standpoint;
use crate::view::View;

/// A band of gains over no deal.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// The least, of mandates that are not unlikely.
    pub low: Points,
    /// The most.
    pub high: Points,
    /// Chances in a hundred that the party gains and no red line is crossed.
    pub gains: i64,
    /// Whether the mandate is known, so that nothing is estimated.
    pub known: bool,
    /// The appraisal at the known mandate or at the likeliest one.
    pub middle: Appraisal,
}

impl Belief {
    /// The standpoints that a seat has reason to judge a party from, each with its chance: the plain one where the mandate is known,
    /// else one for each mandate that is not unlikely.
    #[must_use]
    pub fn standpoints<'a>(&self, plain: &Standpoint<'a>, party: PartyId) -> Vec<(f64, Standpoint<'a>)> {
        if known(plain, party) {
            return vec![(1.0, plain.clone())];
        }
        let odds = self.odds(party);
        likely(odds)
            .map(|at| (odds[at], plain.clone().supposing(party, ArchetypeId::from_index(at))))
            .collect()
    }

    /// What a proposal may be worth to a party by what the seat of a view may know; nothing under sealed knowledge.
    #[must_use]
    pub fn estimate(
        &self,
        game: &Game,
        view: &View,
        party: PartyId,
        proposal: &Proposal,
    ) -> Option<Estimate> {
        if game.knowledge == Knowledge::Sealed && party != view.seat {
            return None;
        }
        let plain = view.standpoint(game);
        let mut minds = self.standpoints(&plain, party).into_iter();
        let (odds, first) = minds.next()?;
        let mut middle = appraise(&first, party, proposal);
        let gains = |odds: f64, appraisal: &Appraisal| if appraisal.works(0) { odds } else { 0.0 };
        let (mut low, mut high) = (middle.gain(), middle.gain());
        let (mut all, mut gain, mut most) = (odds, gains(odds, &middle), odds);
        for (odds, mind) in minds {
            let appraisal = appraise(&mind, party, proposal);
            (low, high) = (low.min(appraisal.gain()), high.max(appraisal.gain()));
            (all, gain) = (all + odds, gain + gains(odds, &appraisal));
            if odds > most {
                (most, middle) = (odds, appraisal);
            }
        }
        Some(Estimate { low, high, gains: hundredths(gain / all), known: known(&plain, party), middle })
    }
}

/// Whether a party's mandate is known from a standpoint, or there is none to be known.
#[must_use]
pub fn known(plain: &Standpoint<'_>, party: PartyId) -> bool {
    let game = plain.game;
    let several = game.level.parties[party].archetypes.len() > 1;
    !game.rules.on.mandates || !several || plain.mandates[party].is_some()
}

/// A share of one in hundredths, rounded.
#[expect(clippy::cast_possible_truncation, reason = "a chance is no more than one")]
pub(super) fn hundredths(chance: f64) -> i64 {
    (chance * 100.0).round() as i64
}
