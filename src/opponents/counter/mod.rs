//! Answers to a draft, or to an offer on the table: what it would take, what they would give, what both gain from, and what is best for
//! both.
//!
//! - They come from what the seat may know, and from nothing else: its standpoint and its belief. Equal visible events give equal answers.
//! - They are exact over the packages that these parties could sign now, as long as all can be looked at ([`Counters::exact`]).
//! - None crosses a red line of the seat, or what another has said it never signs; whatever is answered may be proposed as it is.
//! - Others are *believed to accept* what all of them take as likely as not, by [`Belief`] and by the time that has run. While nothing is
//!   taken so readily, it is what they take nearly as readily as anything. What they have put themselves they take.
//! - Where knowledge is sealed, no figure of another is told.

mod obstacle;
mod refusal;
mod sight;

pub use self::obstacle::Obstacle;
pub use self::refusal::{Behind, behind};
use self::sight::Sight;
use super::belief::Belief;
use super::negotiator::SIGNS_AT;
use super::options::Options;
use crate::rules::appraise::{Cause, appraise};
use crate::rules::chamber::{Forecast, forecast};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PartyId, PartySet, Points};
use crate::rules::package::{Package, Proposal};
use crate::rules::payoff::{EXACT_LIMIT, open_issues};
use crate::rules::position::Phase;
use crate::rules::rulebook::Knowledge;
use crate::view::View;

/// What a package answers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Goal {
    /// What it would take: of what they are believed to accept and what gives the seat no more than the draft, the most for the seat.
    Take,
    /// What they would give: of what they are believed to accept, the most for the seat.
    Give,
    /// The fewest changes by which everyone is believed to gain; of those the largest product of gains.
    Balance,
    /// The largest product of gains, as they are believed to be.
    Best,
}

impl Goal {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Take, Self::Give, Self::Balance, Self::Best];
}

/// What another party is believed to make of a package.
#[derive(Clone, PartialEq, Debug)]
pub struct Other {
    /// Who.
    pub party: PartyId,
    /// From what to what it may gain over no deal, over the mandates that are not unlikely; `None` where knowledge is sealed.
    pub gains: Option<(Points, Points)>,
    /// Chances in a hundred that it takes it now; `None` where knowledge is sealed.
    pub chances: Option<i64>,
}

/// A package that answers one goal or several.
#[derive(Clone, PartialEq, Debug)]
pub struct Counter {
    /// What it answers; the same package is listed once.
    pub goals: Vec<Goal>,
    /// As it would be put. Where it is the draft, the draft with its credit; else the credit is split evenly.
    pub proposal: Proposal,
    /// Its total for the seat.
    pub own: Points,
    /// What it is worth to the seat against the draft.
    pub against_draft: Points,
    /// What is changed in the draft, in the level's order; `None` leaves an issue alone.
    pub changes: Vec<(IssueId, Option<OptionId>)>,
    /// What it is to the others, in the level's order.
    pub others: Vec<Other>,
    /// What the chambers of the signatories would do, where they have a say.
    pub forecasts: Vec<Forecast>,
}

/// Answers to a draft.
#[derive(Clone, PartialEq, Debug)]
pub struct Counters {
    /// The answers, in the order of [`Goal`].
    pub answers: Vec<Counter>,
    /// What stands in the way, where a goal has no answer.
    pub obstacle: Option<Obstacle>,
    /// Whether all packages were looked at; else an even sample of them.
    pub exact: bool,
    /// Whether the draft has clauses, which no answer has.
    pub clauses: bool,
}

impl Counters {
    /// The answer to a goal; `None` if there is none.
    #[must_use]
    pub fn answer(&self, goal: Goal) -> Option<&Counter> {
        self.answers.iter().find(|counter| counter.goals.contains(&goal))
    }
}

/// Answers a seat's draft, or an offer that others have put to it. `None` if these parties can settle nothing between them now.
#[must_use]
pub fn counters(game: &Game, view: &View, belief: &Belief, draft: &Proposal) -> Option<Counters> {
    let (at, seat, parties) = (&view.position, view.seat, draft.parties);
    let together = parties.has(seat) && parties.len() > 1;
    let open = open_issues(game, at, parties);
    if at.phase != Phase::Talks || !together || open.is_empty() || !at.collapsed.both(parties).is_empty() {
        return None;
    }
    let taboos = view.refused();
    let options = Options::new(game, view, &view.standpoint(game), parties, &taboos, false);
    let exact = options.table.size() <= EXACT_LIMIT;
    let mut answers = Counters { answers: Vec::new(), obstacle: None, exact, clauses: false };
    answers.clauses = !draft.package.clauses().is_empty();
    if let Some(party) = unheard(game, view, parties) {
        answers.obstacle = Some(Obstacle::Unheard(party));
        return Some(answers);
    }
    let worth = worth_of_terms(game, view, draft);
    let mut sight = Sight::new(game, view, belief, draft, options);
    let picks = sight.picks(worth);
    for (goal, place) in picks {
        let Some(place) = place else { continue };
        let package = sight.package(place);
        match answers.answers.iter_mut().find(|counter| counter.proposal.package == package) {
            Some(counter) => counter.goals.push(goal),
            None => {
                answers.answers.push(told(game, view, belief, draft, (goal, package), sight.chances(place)))
            }
        }
    }
    if picks.iter().any(|(_, place)| place.is_none()) {
        answers.obstacle = Some(obstacle::of(game, view, parties, &taboos, &sight));
    }
    Some(answers)
}

/// The answers as they are told: judged by the one evaluator.
fn told(
    game: &Game,
    view: &View,
    belief: &Belief,
    draft: &Proposal,
    (goal, package): (Goal, Package),
    chances: Vec<(PartyId, i64)>,
) -> Counter {
    let standpoint = view.standpoint(game);
    let proposal = match package == draft.package {
        true => draft.clone(),
        false => Proposal::plain(&game.level, draft.parties, package),
    };
    let own = appraise(&standpoint, view.seat, &proposal).total;
    let open = game.knowledge != Knowledge::Sealed;
    let others = chances.into_iter().map(|(party, chances)| Other {
        party,
        gains: belief.estimate(game, view, party, &proposal).map(|found| (found.low, found.high)),
        chances: open.then_some(chances),
    });
    let issues = game.issue_ids().filter(|i| draft.package.option(*i) != proposal.package.option(*i));
    Counter {
        goals: vec![goal],
        own,
        against_draft: own - appraise(&standpoint, view.seat, draft).total,
        changes: issues.map(|issue| (issue, proposal.package.option(issue))).collect(),
        others: others.collect(),
        forecasts: draft
            .parties
            .iter()
            .filter_map(|party| forecast(game, &view.position, party, &proposal))
            .collect(),
        proposal,
    }
}

/// What the terms of a draft come to for the seat: its total but for the credit, which no table knows.
fn worth_of_terms(game: &Game, view: &View, draft: &Proposal) -> Points {
    let appraisal = appraise(&view.standpoint(game), view.seat, draft);
    let credit = appraisal.lines.iter().filter(|line| line.cause == Cause::Credit);
    appraisal.total - credit.map(|line| line.points).sum::<Points>()
}

/// Somebody of whom nothing is known: figures are sealed, nobody has a mandate to guess at, and it has asked for nothing yet.
fn unheard(game: &Game, view: &View, parties: PartySet) -> Option<PartyId> {
    if !blind(game) {
        return None;
    }
    let offered = |party: PartyId| {
        view.log.iter().any(|event| matches!(event, Event::Offered(offer) if offer.from == party))
    };
    parties.without(view.seat).iter().find(|party| !offered(*party))
}

/// Whether nothing is to be known of the others but what they ask for.
fn blind(game: &Game) -> bool {
    game.knowledge == Knowledge::Sealed && !game.rules.on.mandates
}

/// Whether every chamber would pass a proposal, or has no say.
fn passes(game: &Game, view: &View, proposal: &Proposal) -> Option<Forecast> {
    let mut forecasts =
        proposal.parties.iter().filter_map(|party| forecast(game, &view.position, party, proposal));
    forecasts.find(|forecast| !forecast.reaches(SIGNS_AT))
}
