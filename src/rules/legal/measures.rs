//! Measures: what a seat may do alone.

use super::refusal::Refusal;
use super::terms::{check_constraints, reserved};
use crate::rules::command::{Measure, Rung};
use crate::rules::event::PactStatus;
use crate::rules::game::Game;
use crate::rules::ids::{BlocId, IssueId, OptionId, PactId, PartyId, ResourceId, ThreatId};
use crate::rules::level::Alone;
use crate::rules::package::Package;
use crate::rules::position::{Phase, Position};

pub(super) fn check_measure(
    game: &Game,
    at: &Position,
    seat: PartyId,
    measure: Measure,
) -> Result<(), Refusal> {
    if at.phase != Phase::Measures {
        return Err(Refusal::WrongPhase);
    }
    if at.picked.has(seat) {
        return Err(Refusal::Done);
    }
    match measure {
        Measure::Nothing => Ok(()),
        Measure::Move { issue, steps } => {
            moved(game, at, seat, issue, steps)?;
            pays(at, seat, game.rules.costs.further_step * i64::from(steps.saturating_sub(1)))
        }
        Measure::Lobby(bloc) => {
            if !game.rules.on.chambers || game.level.bloc(seat, bloc).is_none() {
                return Err(Refusal::NoSuchMeasure);
            }
            pays(at, seat, game.rules.costs.lobby)
        }
        Measure::BuildStock(resource) => {
            let fits = own_resource(game, seat, resource).is_some_and(|r| r.build > 0);
            if !fits {
                return Err(Refusal::NoSuchMeasure);
            }
            pays(at, seat, game.rules.costs.build_stock)
        }
        Measure::FundCapacity(resource) => {
            let fits = own_resource(game, seat, resource).is_some_and(|r| r.capacity.is_some())
                && at.stocks[resource.index()].coming.is_none();
            if !fits {
                return Err(Refusal::NoSuchMeasure);
            }
            pays(at, seat, game.rules.costs.fund_capacity)
        }
        Measure::Threat(threat, rung) => check_threat(game, at, seat, threat, rung),
        Measure::Break(issue) => {
            let held = game.level.issues.get(issue.index()).and_then(|_| at.held_by(issue));
            let own =
                held.is_some_and(|pact| pact.parties.has(seat)) && game.level.issue(issue).side_of(seat);
            let open = game.rules.on.promises && own && !reserved(game, at, issue);
            if open { Ok(()) } else { Err(Refusal::NotControlled(issue)) }
        }
        Measure::SnapBack(pact) => {
            if !game.rules.on.promises || own_side(game, at, seat, pact).is_empty() {
                return Err(Refusal::NoSuchMeasure);
            }
            let wronged = at.breaches.iter().any(|(broken, by)| *broken == pact && *by != seat);
            if wronged { Ok(()) } else { Err(Refusal::NoBreach(pact)) }
        }
    }
}

/// The issues that a pact holds and that are a party's own side of it.
#[must_use]
pub fn own_side(game: &Game, at: &Position, seat: PartyId, pact: PactId) -> Vec<IssueId> {
    let signed = at.pact(pact).is_some_and(|p| p.parties.has(seat) && p.status == PactStatus::Stands);
    let held = game.level.issue_ids().filter(|issue| at.holder[issue.index()] == Some(pact));
    let own = held.filter(|issue| game.level.issue(*issue).side_of(seat) && !reserved(game, at, *issue));
    own.filter(|_| signed).collect()
}

fn check_threat(game: &Game, at: &Position, seat: PartyId, id: ThreatId, rung: Rung) -> Result<(), Refusal> {
    let known = game.level.threats.get(id.index()).filter(|_| game.rules.on.threats);
    let Some(threat) = known else { return Err(Refusal::NoSuchMeasure) };
    let rules = game.rules.threats;
    let standing = at.threat(id);
    if at.collapsed.has(threat.by) || at.collapsed.has(threat.against) {
        return Err(Refusal::NoSuchRung(id));
    }
    if rung == Rung::Mediate {
        let third = seat != threat.by && seat != threat.against;
        let open = standing.is_some_and(|standing| standing.mediator.is_none() && standing.rung > 0);
        if !third || !open {
            return Err(Refusal::NoSuchRung(id));
        }
        return pays(at, seat, rules.mediate);
    }
    if seat != threat.by {
        return Err(Refusal::NoSuchMeasure);
    }
    let open = match (rung, standing) {
        (Rung::Signal, None) => at.ended_threats.iter().all(|(ended, _)| *ended != id),
        (Rung::Demand(issue, option), Some(standing)) => {
            standing.rung == 0
                && game.in_play(issue)
                && threat.may_demand(issue, option)
                && at.option(issue) != option
        }
        (Rung::Deadline, Some(standing)) => {
            let due = at.round.0.saturating_add(threat.notice);
            standing.rung == 1 && due <= game.level.last_round().0
        }
        (Rung::BackDown, Some(_)) => return Ok(()),
        _ => false,
    };
    if open { pays(at, seat, rules.rung) } else { Err(Refusal::NoSuchRung(id)) }
}

pub(super) fn own_resource(
    game: &Game,
    seat: PartyId,
    resource: ResourceId,
) -> Option<&crate::rules::level::Resource> {
    let known = game.level.resources.get(resource.index())?;
    (game.rules.on.minerals && known.user == seat).then_some(known)
}

pub(super) fn pays(at: &Position, seat: PartyId, cost: i64) -> Result<(), Refusal> {
    if at.capital[seat] < cost { Err(Refusal::Capital { cost }) } else { Ok(()) }
}

/// The option that a controller would reach by moving an issue alone.
///
/// # Errors
/// The first reason against it, capital aside.
pub fn moved(
    game: &Game,
    at: &Position,
    seat: PartyId,
    issue: IssueId,
    steps: u8,
) -> Result<OptionId, Refusal> {
    let Some(rule) = game.level.issues.get(issue.index()) else {
        return Err(Refusal::Unknown);
    };
    let now = at.option(issue);
    let steps16 = u16::from(steps);
    let target = match rule.alone {
        Alone::TowardsFirst => now.0.checked_sub(steps16),
        Alone::TowardsLast => now.0.checked_add(steps16).filter(|o| usize::from(*o) < rule.options.len()),
        Alone::Never => None,
    };
    let target = match target {
        Some(option) if steps > 0 && rule.controller == Some(seat) => OptionId(option),
        _ => return Err(Refusal::NotControlled(issue)),
    };
    if let Some(pact) = at.held_by(issue) {
        return Err(Refusal::Held(issue, pact.id));
    }
    if at.scheduled(game, issue) {
        return Err(Refusal::Announced(issue));
    }
    if reserved(game, at, issue) {
        return Err(Refusal::Reserved(issue));
    }
    check_constraints(game, at, &Package::empty().with(issue, target))?;
    Ok(target)
}

/// The measures that a seat may pick now.
#[must_use]
pub fn measures(game: &Game, at: &Position, seat: PartyId) -> Vec<Measure> {
    if at.phase != Phase::Measures || seat.index() >= game.parties() || !at.acts(seat) || at.picked.has(seat)
    {
        return Vec::new();
    }
    let mut all = vec![Measure::Nothing];
    for issue in game.level.issue_ids() {
        if game.level.issue(issue).controller == Some(seat) {
            let most = u8::try_from(game.level.issue(issue).options.len()).unwrap_or(u8::MAX);
            all.extend((1..most).map(|steps| Measure::Move { issue, steps }));
        }
    }
    let blocs = game.level.parties[seat].chamber.as_ref().map_or(0, |c| c.blocs.len());
    all.extend((0..blocs).map(|b| Measure::Lobby(BlocId::from_index(b))));
    for resource in (0..game.level.resources.len()).map(ResourceId::from_index) {
        all.push(Measure::BuildStock(resource));
        all.push(Measure::FundCapacity(resource));
    }
    for id in game.level.threat_ids().filter(|_| game.rules.on.threats) {
        let demands = game.level.threat(id).demands.iter();
        let demands = demands.flat_map(|(issue, options)| options.iter().map(|o| Rung::Demand(*issue, *o)));
        let rungs = std::iter::once(Rung::Signal).chain(demands);
        let rungs = rungs.chain([Rung::Deadline, Rung::BackDown, Rung::Mediate]);
        all.extend(rungs.map(|rung| Measure::Threat(id, rung)));
    }
    if game.rules.on.promises {
        all.extend(game.level.issue_ids().map(Measure::Break));
        all.extend(at.pacts.iter().map(|pact| Measure::SnapBack(pact.id)));
    }
    all.retain(|measure| check_measure(game, at, seat, *measure).is_ok());
    all
}
