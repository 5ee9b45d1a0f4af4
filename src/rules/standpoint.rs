//! Where a judgement is made from: a position, and what is supposed of each party's mandate.

use std::sync::Arc;

use super::game::Game;
use super::ids::{ArchetypeId, ByParty, IssueId, PartyId, PartySet, Points};
use super::package::Package;
use super::position::Position;
use super::projection::{Projection, Row};
use super::referee::with_signed;

/// A position and the multipliers supposed for each party.
///
/// From the truth every mandate is known (the debrief). From a seat's own position its own is, and
/// the others stand at the mean of their public archetypes until a supposition replaces it.
#[derive(Clone)]
pub struct Standpoint<'a> {
    /// The game.
    pub game: &'a Game,
    /// The position: what may be signed in it, and how chambers vote in it.
    pub at: &'a Position,
    /// What scores are projected from where pacts are signed this round: the position with them in force already, as
    /// far as their terms are known. Who has signed one weighs the next against what it has with it.
    signed: Option<Arc<Position>>,
    /// Multipliers, by party and interest.
    pub percent: ByParty<Vec<i64>>,
    /// The mandate supposed for each party; `None` supposes the mean and no red line.
    pub mandates: ByParty<Option<ArchetypeId>>,
}

impl<'a> Standpoint<'a> {
    /// What a position knows, and the mean where it does not.
    #[must_use]
    pub fn new(game: &'a Game, at: &'a Position) -> Self {
        Self::over(game, at, with_signed(game, at).map(Arc::new))
    }

    /// The same before any chamber has voted: what is signed and not yet in force counts for nothing.
    #[must_use]
    pub fn in_force(game: &'a Game, at: &'a Position) -> Self {
        Self::over(game, at, None)
    }

    fn over(game: &'a Game, at: &'a Position, signed: Option<Arc<Position>>) -> Self {
        let percent = game.by_party(|party| match at.mandates[party] {
            Some(mandate) => game.percent(party, Some(mandate)),
            None => game.public_percent(party),
        });
        Self { game, at, signed, percent, mandates: at.mandates.clone() }
    }

    /// The same suppositions in another position.
    #[must_use]
    pub fn moved_to<'b>(&self, at: &'b Position) -> Standpoint<'b>
    where
        'a: 'b,
    {
        let (percent, mandates) = (self.percent.clone(), self.mandates.clone());
        let signed = with_signed(self.game, at).map(Arc::new);
        Standpoint { game: self.game, at, signed, percent, mandates }
    }

    /// The position that scores are projected from.
    #[must_use]
    pub fn ahead(&self) -> &Position {
        self.signed.as_deref().unwrap_or(self.at)
    }

    /// The same, supposing a mandate of one party.
    #[must_use]
    pub fn supposing(mut self, party: PartyId, mandate: ArchetypeId) -> Self {
        self.percent[party] = self.game.percent(party, Some(mandate));
        self.mandates[party] = Some(mandate);
        self
    }

    pub(crate) fn projection(&self, signatories: PartySet) -> Projection<'_> {
        Projection::new(self.game, self.ahead(), &self.percent, signatories, &[])
    }

    /// The projection of a package that these parties would sign, with its clauses.
    pub(crate) fn projecting<'s>(&'s self, parties: PartySet, package: &'s Package) -> Projection<'s> {
        let clauses = if self.game.rules.on.clauses { package.clauses() } else { &[] };
        Projection::new(self.game, self.ahead(), &self.percent, parties, clauses)
    }

    /// Every party's no-deal value: the score if nothing more is signed.
    #[must_use]
    pub fn no_deal(&self) -> [Points; 4] {
        self.projection(PartySet::NONE).total(&self.percent, &|_: IssueId| Row::Alone)
    }
}
