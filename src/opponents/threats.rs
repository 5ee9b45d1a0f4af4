//! How an opponent threatens, mediates and withdraws: part of what it picks as its measure.

use super::answers::end_terms;
use super::aspiration::Temper;
use crate::rules::command::{Measure, Rung};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PartyId, PartySet, Points, Round, ThreatId};
use crate::rules::legal::own_side;
use crate::rules::position::Position;
use crate::rules::stakes::{carried_out, stakes_at};
use crate::view::View;

/// The next rung of a threat of its own, where one serves it.
pub(super) fn climb(game: &Game, view: &View, temper: &Temper) -> Option<Measure> {
    if !game.rules.on.threats {
        return None;
    }
    let own = game.level.threat_ids().filter(|id| game.level.threat(*id).by == view.seat);
    let bold = own.filter(|id| temper.bold(*id));
    bold.filter_map(|id| Some(Measure::Threat(id, next_rung(game, view, id)?))).next()
}

fn next_rung(game: &Game, view: &View, id: ThreatId) -> Option<Rung> {
    let at = &view.position;
    let threat = game.level.threat(id);
    let pair: PartySet = [threat.by, threat.against].into_iter().collect();
    let last = game.level.last_round();
    // A demand is met by a pact, so the two have to be able to sign before the deadline.
    let can_sign = |rounds: u16| {
        let until = at.round.0.saturating_add(rounds).min(last.0);
        (at.round.0.saturating_add(1)..=until).any(|r| game.may_sign(Round(r), pair))
    };
    match at.threat(id) {
        None => {
            let soon = can_sign(u16::MAX) && at.round < last;
            let worth = soon && demand(game, view, id).is_some();
            worth.then_some(Rung::Signal)
        }
        Some(standing) if standing.rung == 0 => {
            let (issue, option) = demand(game, view, id)?;
            can_sign(u16::MAX).then_some(Rung::Demand(issue, option))
        }
        Some(standing) if standing.rung == 1 => {
            let percent = view.standpoint(game).percent;
            let carried = carried_out(game, id, view.seat, &percent);
            let interest = game.level.standing?;
            let stake = stakes_at(game, id, 2, Some(standing)).backing_down;
            let backed = stake.points(percent[view.seat][interest.index()]);
            // A deadline is only set where it is believed: carrying out has to cost less than backing down.
            (carried > backed && can_sign(threat.notice)).then_some(Rung::Deadline)
        }
        Some(_) => None,
    }
}

/// What to demand: of the options that serve the seat the one that both together lose least by.
fn demand(game: &Game, view: &View, id: ThreatId) -> Option<(IssueId, OptionId)> {
    let at = &view.position;
    let threat = game.level.threat(id);
    let standpoint = view.standpoint(game);
    let held = |issue: IssueId| at.holder[issue.index()].is_some();
    let points = |issue: IssueId, option: OptionId, party: PartyId| -> Points {
        let effects = &game.level.choice(issue, option).effects;
        let own = effects.iter().filter(|effect| effect.party == party);
        own.map(|effect| effect.units * standpoint.percent[party][effect.interest.index()]).sum()
    };
    let gain = |issue: IssueId, option: OptionId, party: PartyId| {
        points(issue, option, party) - points(issue, at.option(issue), party)
    };
    let wanted = threat
        .demands
        .iter()
        .filter(|(issue, _)| game.in_play(*issue) && !held(*issue))
        .flat_map(|(issue, options)| options.iter().map(move |option| (*issue, *option)))
        .filter(|(issue, option)| at.option(*issue) != *option && gain(*issue, *option, view.seat) > 0);
    wanted.max_by_key(|(issue, option)| {
        gain(*issue, *option, view.seat) + gain(*issue, *option, threat.against).min(0)
    })
}

/// Mediating between two others, where it costs little and what is threatened would hurt.
pub(super) fn mediate(game: &Game, view: &View) -> Option<Measure> {
    let at = &view.position;
    let percent = view.standpoint(game).percent;
    let spare = at.capital[view.seat] >= game.rules.threats.mediate + game.rules.costs.lobby;
    let between = at.threats.iter().filter(|standing| {
        let threat = game.level.threat(standing.threat);
        let third = threat.by != view.seat && threat.against != view.seat;
        let hurt = carried_out(game, standing.threat, view.seat, &percent) <= 0;
        third && hurt && standing.rung >= 1 && standing.mediator.is_none()
    });
    let first = between.filter(|_| spare).map(|standing| standing.threat).next();
    first.map(|id| Measure::Threat(id, Rung::Mediate))
}

/// Withdrawing its side of a pact that another has broken, where the seat is better off without it.
pub(super) fn snap_back(game: &Game, view: &View) -> Option<Measure> {
    let at = &view.position;
    let standpoint = view.standpoint(game);
    let own = |at: &Position| standpoint.moved_to(at).no_deal()[view.seat.index()];
    let broken = at.breaches.iter().filter(|(_, by)| *by != view.seat);
    broken
        .filter_map(|(pact, _)| {
            let side = own_side(game, at, view.seat, *pact);
            let mut then = at.clone();
            end_terms(game, &mut then, *pact, &side);
            let gain = own(&then) - own(at);
            (!side.is_empty() && gain > 0).then_some((gain, Measure::SnapBack(*pact)))
        })
        .max_by_key(|(gain, _)| *gain)
        .map(|(_, measure)| measure)
}
