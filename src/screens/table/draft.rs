//! The draft on the paper: what the player would put, before anyone has seen it.
//!
//! Pure: it changes by [`Edit`]s, each of which can be undone, and reads no more than the seat's own
//! position. A step may tear apart what only holds together; the draft then says so and offers the changes that mend it.

use crate::rules::clause::Clause;
use crate::rules::event::Offer;
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, HeadlineId, IssueId, OfferId, OptionId, PartyId, PartySet, Round};
use crate::rules::legal::{Refusal, bargains, check_clauses, check_constraints, check_own_pact, check_term};
use crate::rules::level::Constraint;
use crate::rules::package::{Communique, Package, Proposal, headlines};
use crate::rules::position::Position;

/// Steps that can be undone.
const UNDO: usize = 64;
/// One change of a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Edit {
    /// Sets an issue, or leaves it alone.
    Term(IssueId, Option<OptionId>),
    /// Sets several at once.
    Terms(Vec<(IssueId, Option<OptionId>)>),
    /// Says of a term when it counts; a clause of the same kind on it is replaced.
    Agree(Clause),
    /// Takes a clause out.
    Drop(Clause),
    /// Chooses who would sign.
    Parties(PartySet),
    /// Takes over a whole proposal, for parties that include one's own.
    Put(Proposal),
    /// Takes over an offer.
    Load(OfferId),
    /// Chooses the headline.
    Headline(Option<HeadlineId>),
    /// Sets one's own share of the credit; the others share the rest evenly.
    Share(i64),
    /// Sets nothing.
    Clear,
    /// Takes the last change back.
    Undo,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Content {
    pub(super) proposal: Proposal,
    pub(super) answers: Option<OfferId>,
}

/// What the player would put.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    pub(super) seat: PartyId,
    round: Round,
    /// How many pacts it has taken notice of.
    pacts: usize,
    pub(super) now: Content,
    past: Vec<Content>,
    /// What was drafted for others, to come back to.
    parked: Vec<Content>,
}

impl Draft {
    /// A draft that sets nothing, with the parties most likely to be wanted.
    #[must_use]
    pub fn new(game: &Game, at: &Position, seat: PartyId) -> Self {
        let open = bargains(game, at, seat);
        let first = open.iter().find(|b| !b.cable).or_else(|| open.first()).map(|b| b.parties);
        let parties = first.unwrap_or_else(|| game.level.everyone());
        let proposal = Proposal {
            parties,
            package: Package::empty(),
            communique: Communique::even(&game.level, parties),
        };
        let now = Content { proposal, answers: None };
        Self { seat, round: at.round, pacts: at.pacts.len(), now, past: Vec::new(), parked: Vec::new() }
    }

    /// What would be put.
    #[must_use]
    pub fn proposal(&self) -> &Proposal {
        &self.now.proposal
    }

    /// Who would sign.
    #[must_use]
    pub fn parties(&self) -> PartySet {
        self.now.proposal.parties
    }

    /// Its terms.
    #[must_use]
    pub fn package(&self) -> &Package {
        &self.now.proposal.package
    }

    /// Whether there is a change to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether it is the same as an offer, terms and words.
    #[must_use]
    pub fn equals(&self, offer: &Offer) -> bool {
        offer.proposal == self.now.proposal
    }

    /// Makes one change. True if anything changed.
    pub fn edit(&mut self, game: &Game, at: &Position, edit: &Edit) -> bool {
        let before = self.now.clone();
        match edit {
            Edit::Term(issue, option) => self.term(game, *issue, *option),
            Edit::Terms(terms) => terms.iter().for_each(|(issue, option)| self.term(game, *issue, *option)),
            Edit::Agree(clause) => self.now.proposal.package.agree(*clause),
            Edit::Drop(clause) => self.now.proposal.package.drop_clause(*clause),
            Edit::Parties(parties) => self.choose(game, at, *parties),
            Edit::Put(proposal) if proposal.parties.has(self.seat) => {
                let answers = self.now.answers.filter(|_| proposal.parties == self.parties());
                self.turn_to(Content { proposal: proposal.clone(), answers });
            }
            Edit::Put(_) => {}
            Edit::Load(offer) => {
                if let Some(offer) = at.offer(*offer) {
                    let answers = (offer.from != self.seat).then_some(offer.id);
                    self.turn_to(Content { proposal: offer.proposal.clone(), answers });
                }
            }
            Edit::Headline(headline) => self.now.proposal.communique.headline = *headline,
            Edit::Share(share) => self.share(game, *share),
            Edit::Clear => {
                self.now.proposal.package = Package::empty();
                self.now.answers = None;
            }
            Edit::Undo => {
                let Some(last) = self.past.pop() else { return false };
                self.turn_to(last);
                return true;
            }
        }
        self.head(game);
        if self.now == before {
            return false;
        }
        if self.past.len() == UNDO {
            self.past.remove(0);
        }
        self.past.push(before);
        true
    }

    fn term(&mut self, game: &Game, issue: IssueId, option: Option<OptionId>) {
        if issue.index() < game.level.issues.len() {
            self.now.proposal.package.change(issue, option);
        }
    }

    /// Takes other parties. What was drafted for them before comes back; else terms that they can settle stay, and the rest is left out.
    fn choose(&mut self, game: &Game, at: &Position, parties: PartySet) {
        if parties == self.now.proposal.parties || !parties.has(self.seat) {
            return;
        }
        if let Some(parked) = self.parked.iter().find(|parked| parked.proposal.parties == parties) {
            self.turn_to(parked.clone());
            return;
        }
        let package = self.kept(game, at, parties);
        let headline = self.now.proposal.communique.headline;
        let communique = Communique { headline, ..Communique::even(&game.level, parties) };
        self.turn_to(Content { proposal: Proposal { parties, package, communique }, answers: None });
    }

    /// Goes on with something else. Where that is for others, what was drafted so far is kept for when its parties come back.
    fn turn_to(&mut self, content: Content) {
        let before = std::mem::replace(&mut self.now, content);
        let now = self.parties();
        if before.proposal.parties == now {
            return;
        }
        self.parked.retain(|parked| ![now, before.proposal.parties].contains(&parked.proposal.parties));
        if !before.proposal.package.is_empty() {
            self.parked.push(before);
        }
    }

    fn kept(&self, game: &Game, at: &Position, parties: PartySet) -> Package {
        let settles = |(issue, option): &(IssueId, OptionId)| {
            check_term(game, at, self.seat, parties, *issue, *option).is_ok()
        };
        let mut kept: Package = self.now.proposal.package.terms().filter(settles).collect();
        for clause in self.now.proposal.package.clauses() {
            let mut with = kept.clone();
            with.agree(*clause);
            if check_clauses(game, at, &with).is_ok() {
                kept = with;
            }
        }
        kept
    }

    fn share(&mut self, game: &Game, share: i64) {
        let parties = self.now.proposal.parties;
        let share = share.clamp(0, 100);
        let mut credit = ByParty::from_fn(game.parties(), |_| 0);
        let others = parties.without(self.seat);
        let count = i64::try_from(others.len().max(1)).unwrap_or(1);
        let mut left = 100 - share;
        for (at, other) in others.iter().enumerate() {
            let rest = count - i64::try_from(at).unwrap_or(0);
            let part = (left + rest - 1) / rest.max(1);
            credit[other] = part;
            left -= part;
        }
        credit[self.seat] = share;
        self.now.proposal.communique.credit = credit;
    }

    /// A headline that still fits stays; else the first that does.
    fn head(&mut self, game: &Game) {
        let Proposal { package, communique, .. } = &mut self.now.proposal;
        let fits = communique.headline.is_some_and(|id| headlines(&game.level, package).any(|h| h == id));
        if !fits && !package.is_empty() {
            communique.headline = headlines(&game.level, package).next();
        }
    }

    /// Follows the game: in a new round, once a pact is signed, or where parties act no more, what cannot be settled any more
    /// is left out.
    pub fn settle(&mut self, game: &Game, at: &Position) {
        let fell = !self.parties().both(at.collapsed).is_empty();
        let signed = at.pacts.get(self.pacts..).unwrap_or_default().iter().any(|p| p.parties.has(self.seat));
        self.pacts = at.pacts.len();
        if at.round == self.round && !fell && !signed {
            return;
        }
        let fresh = Self::new(game, at, self.seat);
        let meets = game.seating(at.round, self.parties()).is_some();
        if fell || !meets {
            *self = fresh;
            return;
        }
        self.now.proposal.package = self.kept(game, at, self.parties());
        self.now.answers = None;
        if self.package().is_empty() {
            self.now.proposal.communique = Communique::even(&game.level, self.parties());
        }
        self.head(game);
        self.past.clear();
        self.parked.clear();
        self.round = at.round;
    }

    /// What is torn apart, with the single changes that would each mend it.
    #[must_use]
    pub fn torn(&self, game: &Game, at: &Position) -> Option<(Refusal, Vec<(IssueId, Option<OptionId>)>)> {
        let why = check_constraints(game, at, self.package()).err()?;
        let Refusal::Constraint(index) = why else { return Some((why, Vec::new())) };
        let constraint = game.level.constraints.get(usize::from(index))?;
        Some((why, self.mends(game, at, constraint)))
    }

    /// What is wrong with its clauses, with those that would each mend it by going; if none would, all of them.
    #[must_use]
    pub fn tangled(&self, game: &Game, at: &Position) -> Option<(Refusal, Vec<Clause>)> {
        let parties = self.parties();
        let check = |package: &Package| {
            check_own_pact(parties, package).and_then(|()| check_clauses(game, at, package))
        };
        let why = check(self.package()).err()?;
        let without = |clause: &Clause| {
            let mut package = self.package().clone();
            package.drop_clause(*clause);
            package
        };
        let clauses = self.package().clauses();
        let mut guilty: Vec<Clause> =
            clauses.iter().filter(|c| check(&without(c)).is_ok()).copied().collect();
        if guilty.is_empty() {
            guilty = clauses.to_vec();
        }
        Some((why, guilty))
    }

    /// The single changes after which a constraint holds and no other is torn; if there is none, those after which it holds itself.
    fn mends(&self, game: &Game, at: &Position, constraint: &Constraint) -> Vec<(IssueId, Option<OptionId>)> {
        let mut whole = Vec::new();
        let mut part = Vec::new();
        for issue in constraint.issues() {
            let now = self.package().option(issue);
            let options = (0..game.level.issue(issue).options.len())
                .map(OptionId::from_index)
                .filter(|o| check_term(game, at, self.seat, self.parties(), issue, *o).is_ok())
                .map(Some)
                .chain([None])
                .filter(|o| *o != now);
            for option in options {
                let mut package = self.package().clone();
                match option {
                    Some(option) => package.set(issue, option),
                    None => package.clear(issue),
                }
                if check_constraints(game, at, &package).is_ok() {
                    whole.push((issue, option));
                } else if constraint
                    .allows(&game.level, |i| package.option(i).unwrap_or_else(|| at.option(i)))
                {
                    part.push((issue, option));
                }
            }
        }
        // Adding what is missing comes before taking back what was asked for.
        whole.sort_by_key(|(_, option)| option.is_none());
        if whole.is_empty() { part } else { whole }
    }
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
