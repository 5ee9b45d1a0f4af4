//! What a seat may suppose of the other parties, and the bands that its estimates come in.
//!
//! Pure: everything here comes from a [`View`], so it holds nothing that the seat may not know.

mod figures;

use crate::opponents::Belief;
use crate::opponents::belief::known;
use crate::rules::appraise::{Appraisal, appraise};
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, PartyId, Points};
use crate::rules::package::Proposal;
use crate::rules::position::Position;
use crate::rules::rulebook::Knowledge;
use crate::rules::standpoint::Standpoint;
use crate::view::View;

pub use figures::{Figures, centi, in_ten, tone_in};

/// A span of points; exact where both ends are one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Band {
    /// The least it may be.
    pub low: Points,
    /// The most it may be.
    pub high: Points,
}

impl Band {
    /// A figure that is known.
    #[must_use]
    pub fn exact(points: Points) -> Self {
        Self { low: points, high: points }
    }

    /// The span of some figures; `None` for none.
    pub fn of(points: impl IntoIterator<Item = Points>) -> Option<Self> {
        points.into_iter().fold(None, |band: Option<Self>, p| {
            Some(band.map_or(Self::exact(p), |b| Self { low: b.low.min(p), high: b.high.max(p) }))
        })
    }

    /// Whether it is known.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// The middle, rounded toward the low end.
    #[must_use]
    pub fn middle(self) -> Points {
        self.low + (self.high - self.low) / 2
    }

    /// Half the width, rounded up.
    #[must_use]
    pub fn half(self) -> Points {
        (self.high - self.low + 1) / 2
    }
}

/// The standpoints that a seat may judge each party from: one where a mandate is known, one for each
/// mandate that is not unlikely where it is not, the likeliest first, none where the seat knows its own numbers only.
pub struct Minds<'a> {
    /// The seat's own standpoint, with the public mean for the others.
    pub own: Standpoint<'a>,
    seat: PartyId,
    others: ByParty<Vec<Standpoint<'a>>>,
}

impl<'a> Minds<'a> {
    /// What the seat of a view may suppose.
    #[must_use]
    pub fn new(game: &'a Game, view: &'a View, belief: &Belief) -> Self {
        Self::at(game, view, belief, &view.position)
    }

    /// The same in a supposed position.
    #[must_use]
    pub fn at(game: &'a Game, view: &View, belief: &Belief, at: &'a Position) -> Self {
        let own = Standpoint::new(game, at);
        let others = game.by_party(|party| {
            if party == view.seat {
                return Vec::new();
            }
            if game.knowledge == Knowledge::Sealed {
                return Vec::new();
            }
            let mut minds = belief.standpoints(&own, party);
            minds.sort_by(|(one, _), (other, _)| other.total_cmp(one));
            minds.into_iter().map(|(_, mind)| mind).collect()
        });
        Self { own, seat: view.seat, others }
    }

    /// The standpoints to judge a party from; none if the seat may not.
    #[must_use]
    pub fn of(&self, party: PartyId) -> &[Standpoint<'a>] {
        if party == self.seat { std::slice::from_ref(&self.own) } else { &self.others[party] }
    }

    /// The standpoint that stands for all of them where one is needed: the likeliest.
    #[must_use]
    pub fn likely(&self, party: PartyId) -> Option<&Standpoint<'a>> {
        self.of(party).first()
    }

    /// Whether a party's numbers are known, and no estimates.
    #[must_use]
    pub fn knows(&self, party: PartyId) -> bool {
        party == self.seat || !self.of(party).is_empty() && known(&self.own, party)
    }

    /// A party's judgements of a proposal, one from each standpoint.
    #[must_use]
    pub fn appraisals(&self, party: PartyId, proposal: &Proposal) -> Vec<Appraisal> {
        self.of(party).iter().map(|mind| appraise(mind, party, proposal)).collect()
    }

    /// A party's no-deal value; `None` if the seat may not judge it.
    #[must_use]
    pub fn no_deal(&self, party: PartyId) -> Option<Band> {
        Band::of(self.of(party).iter().map(|mind| mind.no_deal()[party.index()]))
    }
}
