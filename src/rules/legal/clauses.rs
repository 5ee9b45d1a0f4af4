//! Conditional clauses: which may stand in a package, and why others may not.

use super::refusal::Refusal;
use crate::rules::clause::{Clause, Test, When};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PartySet, Round};
use crate::rules::package::Package;
use crate::rules::position::Position;
use crate::rules::projection::entangled;

/// Whether the clauses of a package make sense together and with what is in force.
///
/// # Errors
/// The first reason against them.
pub fn check_clauses(game: &Game, at: &Position, package: &Package) -> Result<(), Refusal> {
    let clauses = package.clauses();
    if clauses.len() > game.rules.most_clauses {
        return Err(Refusal::TooManyClauses {
            most: u8::try_from(game.rules.most_clauses).unwrap_or(u8::MAX),
        });
    }
    for (place, clause) in clauses.iter().enumerate() {
        check_clause(game, at, package, *clause)?;
        let twice = clauses[..place].iter().any(|c| c.issue == clause.issue && c.when.same_kind(clause.when));
        if twice {
            return Err(Refusal::ClauseTwice(clause.issue));
        }
        if contradicts(clauses, *clause) {
            return Err(Refusal::ClauseContradiction(clause.issue));
        }
    }
    if let Some(issue) = circle(at, package) {
        return Err(Refusal::ClauseCircle(issue));
    }
    if let Some(clause) = clauses.first()
        && entangled(game, at, clauses)
    {
        return Err(Refusal::Entangled(clause.issue));
    }
    Ok(())
}

/// Whether no clause looks at a pact that these parties would have signed with this very package: it would
/// take effect, or lapse, at once.
///
/// # Errors
/// The first clause that does.
pub fn check_own_pact(parties: PartySet, package: &Package) -> Result<(), Refusal> {
    let own = |when: When| matches!(when.test(), Some(Test::Pact(signed)) if parties.covers(signed));
    match package.clauses().iter().find(|clause| own(clause.when)) {
        None => Ok(()),
        Some(Clause { issue, when: When::TakesEffectIf(_) }) => Err(Refusal::ClauseIdle(*issue)),
        Some(clause) => Err(Refusal::ClauseContradiction(clause.issue)),
    }
}

fn check_clause(game: &Game, at: &Position, package: &Package, clause: Clause) -> Result<(), Refusal> {
    let issue = clause.issue;
    let Some(option) = package.option(issue) else { return Err(Refusal::ClauseTerm(issue)) };
    // A word that was given cannot be taken back, and what only holds together cannot go one by one.
    let bound = game.level.constraints.iter().any(|constraint| constraint.issues().contains(&issue));
    if game.level.issue(issue).validation.is_some() || bound {
        return Err(Refusal::ClauseFixed(issue));
    }
    match clause.when {
        When::Until(round) if round <= at.round => Err(Refusal::ClauseContradiction(issue)),
        When::Until(round) if round > game.level.last_round() => Err(Refusal::ClauseIdle(issue)),
        When::Until(_) => Ok(()),
        When::TakesEffectIf(test) => {
            check_test(game, issue, test)?;
            match settled_by(at, package, test) {
                Some(true) => Err(Refusal::ClauseIdle(issue)),
                Some(false) => Err(Refusal::ClauseContradiction(issue)),
                None => Ok(()),
            }
        }
        When::LapsesIf(test) => {
            check_test(game, issue, test)?;
            // Setting an issue to what is in force cancels what was scheduled; it cannot lapse to itself.
            if at.option(issue) == option {
                return Err(Refusal::ClauseIdle(issue));
            }
            match settled_by(at, package, test) {
                Some(true) => Err(Refusal::ClauseContradiction(issue)),
                _ if now(at, package, test) => Err(Refusal::ClauseContradiction(issue)),
                _ => Ok(()),
            }
        }
    }
}

fn check_test(game: &Game, issue: IssueId, test: Test) -> Result<(), Refusal> {
    match test {
        Test::InForce { issue: on, .. } if on == issue => Err(Refusal::ClauseCircle(issue)),
        Test::InForce { issue: on, from, to } => {
            let Some(rule) = game.level.issues.get(on.index()).filter(|_| game.in_play(on)) else {
                return Err(Refusal::Unknown);
            };
            let count = rule.options.len();
            if from > to || to.index() >= count {
                return Err(Refusal::Unknown);
            }
            let all = from.index() == 0 && to.index() + 1 == count;
            if all { Err(Refusal::ClauseIdle(issue)) } else { Ok(()) }
        }
        Test::Pact(parties) => {
            let fits = parties.len() >= 2 && game.level.everyone().covers(parties);
            if fits { Ok(()) } else { Err(Refusal::Unknown) }
        }
    }
}

/// What the package itself makes of a test, where it sets what the test looks at for good: nothing that
/// waits or ends.
fn settled_by(at: &Position, package: &Package, test: Test) -> Option<bool> {
    let issue = test.issue()?;
    let option = package.option(issue)?;
    let loose = package.clauses().iter().any(|clause| clause.issue == issue);
    let promised = at.option(issue) != option;
    let holds = test.holds(|_| option, |_| false);
    // What is set for good decides at once. A term that may end again can still bring the test about.
    match (holds, loose) {
        (true, false) => Some(true),
        (false, false) if !promised => Some(false),
        _ => None,
    }
}

/// Whether a test holds as things stand, for what the package does not set.
fn now(at: &Position, package: &Package, test: Test) -> bool {
    match test.issue() {
        Some(issue) if package.option(issue).is_some() => false,
        _ => test.holds(|issue| at.option(issue), |parties| at.stands(parties)),
    }
}

/// Whether a term would take effect and lapse by tests that overlap.
fn contradicts(clauses: &[Clause], clause: Clause) -> bool {
    let When::TakesEffectIf(begins) = clause.when else { return false };
    clauses.iter().filter(|other| other.issue == clause.issue).any(|other| match (other.when, begins) {
        (
            When::LapsesIf(Test::InForce { issue: a, from, to }),
            Test::InForce { issue: b, from: first, to: last },
        ) => a == b && from <= last && first <= to,
        (When::LapsesIf(Test::Pact(a)), Test::Pact(b)) => b.covers(a),
        _ => false,
    })
}

/// An issue whose clauses rest on each other in a circle, those of pacts that stand included.
fn circle(at: &Position, package: &Package) -> Option<IssueId> {
    let standing = at.pacts.iter().flat_map(|pact| {
        let clauses = pact.package.as_ref().map_or(&[][..], |package| package.clauses());
        clauses.iter().filter(move |clause| at.holder[clause.issue.index()] == Some(pact.id))
    });
    let kept = standing.filter(|clause| package.option(clause.issue).is_none());
    let links: Vec<(IssueId, IssueId)> = package
        .clauses()
        .iter()
        .chain(kept)
        .filter_map(|clause| Some((clause.issue, clause.when.test()?.issue()?)))
        .collect();
    package.clauses().iter().map(|clause| clause.issue).find(|start| {
        let mut reached = vec![*start];
        let mut next = 0;
        while let Some(issue) = reached.get(next).copied() {
            next += 1;
            for (_, to) in links.iter().filter(|(from, _)| *from == issue) {
                if to == start {
                    return true;
                }
                if !reached.contains(to) {
                    reached.push(*to);
                }
            }
        }
        false
    })
}

/// The clauses that could be added to a package that these parties would sign, one at a time: for each of its terms every sunset, and
/// every test that some option of an issue, or a step up to or down from it, is in force, or that a pact
/// stands. These are the choices on offer; a clause may look at any other range as well.
#[must_use]
pub fn clause_choices(
    game: &Game,
    at: &Position,
    parties: PartySet,
    package: &Package,
    issue: IssueId,
) -> Vec<Clause> {
    let mut tests = Vec::new();
    for on in game.issue_ids().filter(|on| *on != issue) {
        let last = OptionId::from_index(game.level.issue(on).options.len().saturating_sub(1));
        for option in (0..=last.0).map(OptionId) {
            let ranges = [(option, option), (OptionId(0), option), (option, last)];
            tests.extend(ranges.map(|(from, to)| Test::InForce { issue: on, from, to }));
        }
    }
    let pairs = game.level.everyone().subsets(2);
    tests.extend(pairs.into_iter().map(Test::Pact));
    tests.dedup();
    let rounds = (at.round.0.saturating_add(1)..=game.level.last_round().0).map(Round);
    let all = tests
        .iter()
        .flat_map(|test| [When::TakesEffectIf(*test), When::LapsesIf(*test)])
        .chain(rounds.map(When::Until));
    let mut found: Vec<Clause> = Vec::new();
    for when in all {
        let clause = Clause { issue, when };
        let mut with = package.clone();
        with.agree(clause);
        let sound = || check_own_pact(parties, &with).is_ok() && check_clauses(game, at, &with).is_ok();
        if !found.contains(&clause) && sound() {
            found.push(clause);
        }
    }
    found
}
