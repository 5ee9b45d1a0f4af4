//! Terms with the clauses that say when they count.

use super::Teller;
use crate::rules::clause::{Clause, Test, When};
use crate::rules::ids::{IssueId, OptionId, Round};
use crate::rules::package::Package;

/// More options than these are told by the first and the last.
const MOST_OPTIONS: usize = 3;

impl Teller<'_> {
    /// A term of a package with its clauses: "Soy purchases: 25 m tonnes, lapses if …".
    #[must_use]
    pub fn clausal_term(&self, package: &Package, issue: IssueId, option: OptionId) -> String {
        self.with_clauses(self.term(issue, option), package, issue)
    }

    /// The same with what is in force now, where that differs.
    #[must_use]
    pub fn clausal_change(&self, package: &Package, issue: IssueId, option: OptionId) -> String {
        self.with_clauses(self.term_change(issue, option), package, issue)
    }

    fn with_clauses(&self, term: String, package: &Package, issue: IssueId) -> String {
        match self.clauses(package, issue) {
            Some(clauses) => {
                self.text("tell-term-clauses", &[("term", term.into()), ("clauses", clauses.into())])
            }
            None => term,
        }
    }

    /// What the clauses of a package say of one of its terms, if anything.
    #[must_use]
    pub fn clauses(&self, package: &Package, issue: IssueId) -> Option<String> {
        let own = package.clauses().iter().filter(|clause| clause.issue == issue);
        let clauses: Vec<String> = own.map(|clause| self.when(clause.when)).collect();
        (!clauses.is_empty()).then(|| self.comma(clauses))
    }

    /// A clause with its issue: "Soy purchases lapses if …".
    #[must_use]
    pub fn clause(&self, clause: Clause) -> String {
        let (issue, when) = (self.issue(clause.issue), self.when(clause.when));
        self.text("tell-clause", &[("issue", issue.into()), ("when", when.into())])
    }

    /// What a clause says of its term: "lapses if …".
    #[must_use]
    pub fn when(&self, when: When) -> String {
        match when {
            When::TakesEffectIf(test) => self.text("tell-clause-effect", &[("test", self.test(test).into())]),
            When::LapsesIf(test) => self.text("tell-clause-lapse", &[("test", self.test(test).into())]),
            When::Until(round) => self.text("tell-clause-until", &[("stop", self.stop(round).into())]),
        }
    }

    /// What a clause looks at.
    #[must_use]
    pub fn test(&self, test: Test) -> String {
        let (issue, from, to) = match test {
            Test::Pact(parties) => {
                return self.text("tell-test-pact", &[("parties", self.parties(parties).into())]);
            }
            Test::InForce { issue, from, to } => (issue, from, to),
        };
        let name = ("issue", self.issue(issue).into());
        let count = self.game.level.issues.get(issue.index()).map_or(0, |rule| rule.options.len());
        let listed = usize::from(to.0.saturating_sub(from.0)) < MOST_OPTIONS;
        let first = ("first", self.option(issue, from).into());
        let last = ("last", self.option(issue, to).into());
        match (from.index() == 0, to.index() + 1 >= count) {
            _ if listed => {
                let options = (from.0..=to.0).map(|at| self.option(issue, OptionId(at))).collect();
                self.text("tell-test-option", &[name, ("options", self.any_of(options).into())])
            }
            (true, _) => self.text("tell-test-before", &[name, last]),
            (_, true) => self.text("tell-test-after", &[name, first]),
            _ => self.text("tell-test-between", &[name, first, last]),
        }
    }

    /// A round with its place: "round 5 (Busan)".
    #[must_use]
    pub fn stop(&self, round: Round) -> String {
        let number = ("round", round.0.into());
        match self.game.level.rounds.get(round.index()) {
            Some(stop) if !stop.name.is_empty() => {
                self.text("tell-stop", &[number, ("place", stop.name.as_str().into())])
            }
            _ => self.text("tell-stop-plain", &[number]),
        }
    }
}
