//! Terms of pacts in force: conditions that are met, and terms that end.

use super::Referee;
use crate::rules::clause::{Clause, Test, When};
use crate::rules::event::{Event, LapseCause, PactStatus};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PactId};
use crate::rules::position::Position;

impl Referee<'_> {
    /// Lets clauses take hold until nothing changes any more, and ends the threats that are met. Each
    /// clause takes hold once at most, so this ends.
    pub(super) fn settle_terms(&mut self) {
        while let Some((pact, clause)) = self.clause_due() {
            match clause.when {
                When::TakesEffectIf(_) => {
                    if let Some(option) = self.at.pending[clause.issue.index()] {
                        self.emit(Event::TookEffect { pact, issue: clause.issue, option });
                        self.promise_term(pact, clause.issue, option);
                    }
                }
                When::LapsesIf(_) => self.lapse(pact, clause.issue, LapseCause::Condition),
                When::Until(_) => self.lapse(pact, clause.issue, LapseCause::Sunset),
            }
        }
        self.meet_demands();
    }

    fn clause_due(&self) -> Option<(PactId, Clause)> {
        let at = &self.at;
        let holds = |test: Test| test.holds(|issue| at.option(issue), |parties| at.stands(parties));
        at.pacts.iter().filter(|pact| pact.status == PactStatus::Stands).find_map(|pact| {
            let clauses = pact.package.as_ref().map_or(&[][..], |package| package.clauses());
            let held = clauses.iter().filter(|clause| at.holder[clause.issue.index()] == Some(pact.id));
            let mut due = held.filter(|clause| match clause.when {
                When::TakesEffectIf(test) => at.pending[clause.issue.index()].is_some() && holds(test),
                When::LapsesIf(test) => holds(test),
                When::Until(round) => at.round >= round,
            });
            due.next().map(|clause| (pact.id, *clause))
        })
    }

    /// Ends a term, and what only holds together with it.
    pub(super) fn lapse(&mut self, pact: PactId, issue: IssueId, cause: LapseCause) {
        for (pact, issue, option) in lapsing(self.game, self.at, pact, issue) {
            self.emit(Event::Lapsed { pact, issue, option, cause });
        }
    }
}

/// What ends with a term, and what comes back: what was in force before it. What only holds together goes
/// together; where that is torn all the same, it goes back to the start.
#[must_use]
pub fn lapsing(game: &Game, at: &Position, pact: PactId, issue: IssueId) -> Vec<(PactId, IssueId, OptionId)> {
    let level = &game.level;
    let mut ends = vec![issue];
    for constraint in &level.constraints {
        let bound = constraint.issues();
        if bound.iter().any(|issue| ends.contains(issue)) {
            let held = bound.into_iter().filter(|issue| at.holder[issue.index()] == Some(pact));
            let more: Vec<IssueId> = held.filter(|issue| !ends.contains(issue)).collect();
            ends.extend(more);
        }
    }
    let back = |issue: IssueId| at.before(pact, issue).unwrap_or(at.option(issue));
    let mut found: Vec<_> = ends.into_iter().map(|issue| (pact, issue, back(issue))).collect();
    let then = |found: &[(PactId, IssueId, OptionId)], issue: IssueId| {
        found.iter().rev().find(|(_, i, _)| *i == issue).map_or(at.option(issue), |(_, _, option)| *option)
    };
    for constraint in &level.constraints {
        if !constraint.allows(level, |issue| then(&found, issue)) {
            for issue in constraint.issues() {
                let start = level.issue(issue).start;
                if then(&found, issue) != start {
                    found.push((at.holder[issue.index()].unwrap_or(pact), issue, start));
                }
            }
        }
    }
    found
}
