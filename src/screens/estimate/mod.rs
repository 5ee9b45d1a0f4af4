//! What a seat may suppose of the other parties, and the bands that its estimates come in.
//!
//! Pure: everything here comes from a [`View`], so it holds nothing that the seat may not know.

mod figures;

use crate::rules::appraise::{Appraisal, appraise};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, ByParty, IssueId, OptionId, PartyId, Points};
use crate::rules::package::Proposal;
use crate::rules::position::Position;
use crate::rules::rulebook::Knowledge;
use crate::rules::standpoint::Standpoint;
use crate::view::View;

pub use figures::{Figures, centi, in_ten, tone, tone_in};

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
/// mandate that may have been drawn where it is not, none where the seat knows its own numbers only.
pub struct Minds<'a> {
    /// The seat's own standpoint, with the public mean for the others.
    pub own: Standpoint<'a>,
    seat: PartyId,
    others: ByParty<Vec<Standpoint<'a>>>,
}

impl<'a> Minds<'a> {
    /// What the seat of a view may suppose.
    #[must_use]
    pub fn new(game: &'a Game, view: &'a View) -> Self {
        Self::at(game, view, &view.position)
    }

    /// The same in a supposed position.
    #[must_use]
    pub fn at(game: &'a Game, view: &View, at: &'a Position) -> Self {
        let own = Standpoint::new(game, at);
        let others = game.by_party(|party| {
            if party == view.seat {
                return Vec::new();
            }
            match (game.knowledge, at.mandates[party]) {
                (Knowledge::Sealed, _) => Vec::new(),
                (_, Some(_)) => vec![own.clone()],
                _ if !game.rules.on.mandates => vec![own.clone()],
                _ => supposed(game, view, party)
                    .into_iter()
                    .map(|mandate| own.clone().supposing(party, mandate))
                    .collect(),
            }
        });
        Self { own, seat: view.seat, others }
    }

    /// The standpoints to judge a party from; none if the seat may not.
    #[must_use]
    pub fn of(&self, party: PartyId) -> &[Standpoint<'a>] {
        if party == self.seat { std::slice::from_ref(&self.own) } else { &self.others[party] }
    }

    /// The standpoint that stands for all of them where one is needed: the known mandate, or the mean.
    #[must_use]
    pub fn likely(&self, party: PartyId) -> Option<&Standpoint<'a>> {
        match self.of(party) {
            [] => None,
            [only] => Some(only),
            _ => Some(&self.own),
        }
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

/// The mandates that a party may have: those whose red lines allow all that it has itself put or agreed to.
fn supposed(game: &Game, view: &View, party: PartyId) -> Vec<ArchetypeId> {
    let all = (0..game.level.parties[party].archetypes.len()).map(ArchetypeId::from_index);
    let agreed = agreed_by(view, party);
    let fits = |mandate: &ArchetypeId| {
        let lines = &game.level.archetype(party, *mandate).red_lines;
        !lines.iter().any(|line| agreed.iter().any(|(i, o)| line.issue == *i && line.options.contains(o)))
    };
    let left: Vec<ArchetypeId> = all.clone().filter(fits).collect();
    if left.is_empty() { all.collect() } else { left }
}

/// The terms that a party has put or agreed to, as far as the seat has seen.
fn agreed_by(view: &View, party: PartyId) -> Vec<(IssueId, OptionId)> {
    let mut terms = Vec::new();
    for (at, event) in view.log.iter().enumerate() {
        let package = match event {
            Event::Offered(offer) if offer.from == party => Some(&offer.proposal.package),
            Event::Accepted { offer, by } if *by == party => {
                view.log[..at].iter().rev().find_map(|earlier| match earlier {
                    Event::Offered(made) if made.id == *offer => Some(&made.proposal.package),
                    _ => None,
                })
            }
            _ => None,
        };
        terms.extend(package.into_iter().flat_map(|p| p.terms()));
    }
    terms
}
