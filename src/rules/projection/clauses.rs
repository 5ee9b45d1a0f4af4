//! How an issue runs on: by its schedule, and by the clauses of its term, which may wait for a condition,
//! lapse, or end by date. A pact all of whose terms have ended does not stand any more.

use super::{Projection, Row};
use crate::rules::clause::{Clause, Test, When};
use crate::rules::event::{Pact, PactStatus};
use crate::rules::ids::{IssueId, OptionId, PactId, PartySet, Round};

/// How far a condition may rest on an issue that rests on a condition itself.
const DEPTH: u8 = 4;

impl<'a> Projection<'a> {
    /// The clauses of pacts that stand, for the issues that they still hold.
    pub(super) fn standing_clauses(&self) -> impl Iterator<Item = (&'a Pact, Clause)> + use<'a> {
        let at = self.at;
        let on = self.game.rules.on.clauses;
        let stands = move |pact: &&Pact| on && pact.status == PactStatus::Stands;
        at.pacts.iter().filter(stands).flat_map(move |pact| {
            let clauses = pact.package.as_ref().map_or(&[][..], |package| package.clauses());
            let held = move |clause: &&Clause| at.holder[clause.issue.index()] == Some(pact.id);
            clauses.iter().filter(held).map(move |clause| (pact, *clause))
        })
    }

    /// The clauses that rule what a row does with an issue.
    fn clauses_of(&self, issue: IssueId, row: Row) -> impl Iterator<Item = When> {
        let draft = self.draft.iter().copied().filter(move |_| row != Row::Alone);
        let standing = self.standing.iter().copied().filter(move |_| row == Row::Alone);
        draft.chain(standing).filter(move |clause| clause.issue == issue).map(|clause| clause.when)
    }

    /// Whether any clause rules what a row does with an issue.
    pub(super) fn conditional(&self, issue: IssueId, row: Row) -> bool {
        (!self.draft.is_empty() || !self.standing.is_empty()) && self.clauses_of(issue, row).next().is_some()
    }

    /// Adds to a list of issues those on which their clauses rest.
    pub(super) fn add_rests(&self, issues: &mut Vec<IssueId>) {
        if self.draft.is_empty() && self.standing.is_empty() {
            return;
        }
        let mut next = 0;
        while let Some(issue) = issues.get(next).copied() {
            next += 1;
            let rests = self.draft.iter().chain(&self.standing).filter(|clause| clause.issue == issue);
            for other in rests.filter_map(|clause| clause.when.test()?.issue()) {
                if !issues.contains(&other) {
                    issues.push(other);
                }
            }
            if self.rests_on_loose_pacts(issue) {
                self.add_loose(issues);
            }
        }
    }

    /// The option in force of an issue after the Reckoning of a round.
    pub(super) fn settled(&self, issue: IssueId, row: &dyn Fn(IssueId) -> Row, round: Round) -> OptionId {
        self.course(issue, row, (round, round), DEPTH).0
    }

    /// The option in force after the news of a later round, before its Reckoning.
    pub(super) fn at_news(&self, issue: IssueId, row: &dyn Fn(IssueId) -> Row, round: Round) -> OptionId {
        self.course(issue, row, (Round(round.0.saturating_sub(1)), round), DEPTH).0
    }

    /// The option in force of an issue after the Reckoning of one round and the news of another, and
    /// whether the term that set it has ended.
    fn course(
        &self,
        issue: IssueId,
        row: &dyn Fn(IssueId) -> Row,
        (round, news): (Round, Round),
        depth: u8,
    ) -> (OptionId, bool) {
        let own = row(issue);
        let now = self.at.option(issue);
        if self.over() {
            return (now, false);
        }
        if depth == 0 || !self.conditional(issue, own) {
            let option = match own {
                Row::Set(option) => option,
                Row::Alone if self.at.holder[issue.index()].is_some() => now,
                Row::Alone => self.scheduled_from(issue, now, (self.at.round, news), row, depth),
            };
            return (option, false);
        }
        let waits = self.clauses_of(issue, own).any(|when| matches!(when, When::TakesEffectIf(_)));
        let (target, before, mut active) = match own {
            Row::Set(option) => (option, now, !waits),
            Row::Alone => {
                let pending = self.at.pending[issue.index()];
                let holder = self.at.holder[issue.index()];
                let before = holder.and_then(|pact| self.at.before(pact, issue));
                (pending.unwrap_or(now), before.unwrap_or(now), pending.is_none())
            }
        };
        for reckoning in (self.at.round.0..=round.0).map(Round) {
            let then = (reckoning, reckoning);
            let holds = |test: Test| {
                test.holds(
                    |other| self.course(other, row, then, depth - 1).0,
                    |parties| self.stands(parties, row, reckoning, depth - 1),
                )
            };
            for when in self.clauses_of(issue, own) {
                let ends = match when {
                    When::TakesEffectIf(test) => {
                        active = active || holds(test);
                        false
                    }
                    When::LapsesIf(test) => holds(test),
                    When::Until(end) => reckoning >= end,
                };
                if ends {
                    return (self.scheduled_from(issue, before, (reckoning, news), row, depth), true);
                }
            }
        }
        (if active { target } else { now }, false)
    }

    /// What an issue that nothing holds comes to between the Reckoning of one round and the news of another.
    fn scheduled_from(
        &self,
        issue: IssueId,
        now: OptionId,
        (from, to): (Round, Round),
        row: &dyn Fn(IssueId) -> Row,
        depth: u8,
    ) -> OptionId {
        let schedule = &self.game.level.issue(issue).schedule;
        let due = schedule.iter().rev().find(|change| {
            let spared = || {
                let before = Round(change.round.0.saturating_sub(1));
                !change.unless_pact.is_empty()
                    && self.stands(change.unless_pact, row, before, depth.saturating_sub(1))
            };
            change.round > from && change.round <= to && !spared()
        });
        due.map_or(now, |change| change.option)
    }

    /// Whether a pact that these parties all signed stands at the news of a round.
    pub(super) fn stood(&self, parties: PartySet, row: &dyn Fn(IssueId) -> Row, round: Round) -> bool {
        self.stands(parties, row, Round(round.0.saturating_sub(1)), DEPTH)
    }

    /// Whether a pact that these parties all signed stands after the Reckoning of a round.
    fn stands(&self, parties: PartySet, row: &dyn Fn(IssueId) -> Row, round: Round, depth: u8) -> bool {
        let signed = !self.signatories.is_empty() && self.signatories.covers(parties);
        if signed && self.draft_stands(row, round, depth) {
            return true;
        }
        let covers = |pact: &&Pact| pact.status == PactStatus::Stands && pact.parties.covers(parties);
        self.at.pacts.iter().filter(covers).any(|pact| {
            // A draft that sets all that a pact holds replaces it.
            let kept = |issue: &IssueId| row(*issue) == Row::Alone;
            match self.loose.iter().find(|(id, _)| *id == pact.id) {
                Some((_, held)) => held.iter().any(|i| kept(i) && self.lasts(*i, row, round, depth)),
                None => self.draft.is_empty() || self.held(pact).any(|issue| kept(&issue)),
            }
        })
    }

    fn draft_stands(&self, row: &dyn Fn(IssueId) -> Row, round: Round, depth: u8) -> bool {
        let mut set = self.game.level.issue_ids().filter(|issue| row(*issue) != Row::Alone);
        self.draft.is_empty() || set.any(|issue| self.lasts(issue, row, round, depth))
    }

    /// Whether a term is still there after the Reckoning of a round.
    fn lasts(&self, issue: IssueId, row: &dyn Fn(IssueId) -> Row, round: Round, depth: u8) -> bool {
        !self.course(issue, row, (round, round), depth).1
    }

    /// The issues that a pact holds.
    fn held(&self, pact: &Pact) -> impl Iterator<Item = IssueId> {
        let id = Some(pact.id);
        self.game.level.issue_ids().filter(move |issue| self.at.holder[issue.index()] == id)
    }

    /// The pacts that stand and may end by their clauses, each with the issues that it holds.
    pub(super) fn loose_pacts(&self) -> Vec<(PactId, Vec<IssueId>)> {
        let ends = |issue: &IssueId| {
            let mut own = self.standing.iter().filter(|clause| clause.issue == *issue);
            own.any(|clause| !matches!(clause.when, When::TakesEffectIf(_)))
        };
        let stands = self.at.pacts.iter().filter(|pact| pact.status == PactStatus::Stands);
        let held = stands.map(|pact| (pact.id, self.held(pact).collect::<Vec<IssueId>>()));
        if self.standing.is_empty() {
            Vec::new()
        } else {
            held.filter(|(_, held)| held.iter().all(ends)).collect()
        }
    }

    /// Whether what becomes of an issue rests on pacts that may end.
    pub(super) fn rests_on_loose_pacts(&self, issue: IssueId) -> bool {
        let scheduled = || self.game.level.issue(issue).schedule.iter().any(|c| !c.unless_pact.is_empty());
        let tested = || {
            let mut own = self.draft.iter().chain(&self.standing).filter(|clause| clause.issue == issue);
            own.any(|clause| matches!(clause.when.test(), Some(Test::Pact(_))))
        };
        !self.loose.is_empty() && (scheduled() || tested())
    }

    /// Adds to a list of issues those that pacts which may end hold.
    pub(super) fn add_loose(&self, issues: &mut Vec<IssueId>) {
        for issue in self.loose.iter().flat_map(|(_, held)| held) {
            if !issues.contains(issue) {
                issues.push(*issue);
            }
        }
    }
}
