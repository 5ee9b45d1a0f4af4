//! Packages and communiqués: what these parties could sign.

use super::clauses::{check_clauses, check_own_pact};
use super::refusal::Refusal;
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PartyId, PartySet};
use crate::rules::package::{Communique, Package, Proposal};
use crate::rules::position::Position;

/// Whether these parties could sign this package now, as far as this seat knows and may.
///
/// # Errors
/// The first reason against it.
pub fn check_terms(
    game: &Game,
    at: &Position,
    seat: PartyId,
    parties: PartySet,
    package: &Package,
) -> Result<(), Refusal> {
    if package.is_empty() {
        return Err(Refusal::Empty);
    }
    for (issue, option) in package.terms() {
        check_term(game, at, seat, parties, issue, option)?;
    }
    check_constraints(game, at, package)?;
    check_own_pact(parties, package)?;
    check_clauses(game, at, package)
}

/// Whether these parties could set this one issue so, constraints aside.
///
/// # Errors
/// The first reason against it.
pub fn check_term(
    game: &Game,
    at: &Position,
    seat: PartyId,
    parties: PartySet,
    issue: IssueId,
    option: OptionId,
) -> Result<(), Refusal> {
    let Some(rule) = game.level.issues.get(issue.index()) else {
        return Err(Refusal::Unknown);
    };
    if option.index() >= rule.options.len() {
        return Err(Refusal::Unknown);
    }
    check_issue(game, at, parties, issue)?;
    if at.option(issue) == option && !at.unsettled(game, issue) {
        return Err(Refusal::Idle(issue));
    }
    if red_line(game, at, seat, issue, option) {
        return Err(Refusal::RedLine(issue, option));
    }
    Ok(())
}

/// Whether these parties could set this issue at all now.
///
/// # Errors
/// The first reason against it.
pub fn check_issue(game: &Game, at: &Position, parties: PartySet, issue: IssueId) -> Result<(), Refusal> {
    let rule = game.level.issue(issue);
    if !game.in_play(issue) {
        return Err(Refusal::NotInPlay(issue));
    }
    if !parties.covers(rule.consent) {
        return Err(Refusal::Consent(issue));
    }
    if let Some(pact) = at.held_by(issue).filter(|pact| !parties.covers(pact.parties)) {
        return Err(Refusal::Held(issue, pact.id));
    }
    if reserved(game, at, issue) {
        return Err(Refusal::Reserved(issue));
    }
    if rule.in_person && game.seating(at.round, parties).is_none() {
        return Err(Refusal::InPerson(issue));
    }
    Ok(())
}

/// Whether a seat's mandate, as far as this position knows it, forbids an option.
#[must_use]
pub fn red_line(game: &Game, at: &Position, seat: PartyId, issue: IssueId, option: OptionId) -> bool {
    game.rules.on.mandates
        && at.mandates[seat].is_some_and(|mandate| {
            let lines = &game.level.archetype(seat, mandate).red_lines;
            lines.iter().any(|line| line.issue == issue && line.options.contains(&option))
        })
}

/// Whether a pact signed this round has reserved an issue, or one that is bound to it.
pub(super) fn reserved(game: &Game, at: &Position, issue: IssueId) -> bool {
    if at.signed().next().is_none() {
        return false;
    }
    at.reserved(issue)
        || game.level.constraints.iter().any(|constraint| {
            let bound = constraint.issues();
            bound.contains(&issue) && bound.iter().any(|other| at.reserved(*other))
        })
}

/// Whether the outcome of a package would tear apart what only holds together.
///
/// # Errors
/// The constraint at fault.
pub fn check_constraints(game: &Game, at: &Position, package: &Package) -> Result<(), Refusal> {
    let outcome = |issue: IssueId| package.option(issue).unwrap_or_else(|| at.option(issue));
    for (index, constraint) in game.level.constraints.iter().enumerate() {
        if !constraint.allows(&game.level, outcome) {
            return Err(Refusal::Constraint(u16::try_from(index).unwrap_or(u16::MAX)));
        }
    }
    Ok(())
}

pub(super) fn check_communique(game: &Game, proposal: &Proposal) -> Result<(), Refusal> {
    let Communique { headline, credit } = &proposal.communique;
    let fits = credit.len() == game.parties()
        && credit.iter().all(|(p, c)| (0..=100).contains(c) && (*c == 0 || proposal.parties.has(p)))
        && credit.0.iter().sum::<i64>() == 100;
    if !fits {
        return Err(Refusal::Credit);
    }
    if !game.rules.on.communiques
        && proposal.communique.credit != Communique::even(&game.level, proposal.parties).credit
    {
        return Err(Refusal::Credit);
    }
    if let Some(id) = headline {
        let Some(headline) = game.level.headline(*id) else {
            return Err(Refusal::Headline);
        };
        let about = &headline.issues;
        if !about.is_empty() && !about.iter().any(|i| proposal.package.option(*i).is_some()) {
            return Err(Refusal::Headline);
        }
    }
    Ok(())
}
