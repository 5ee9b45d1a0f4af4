//! What a pledge is worth: the projects that whoever selects would place, round by round.
//!
//! The choice is the selecting party's best each round, by its multipliers: what it gains from a project
//! until the end, cash included. Under a veto it passes over what the other would block. Opponents decide
//! by the same function, so what the table projects is what is played.

use super::{Projection, Row, Sink, put};
use crate::rules::command::{Answer, Ask};
use crate::rules::event::Amount;
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, IssueId, PartyId, PledgeId, Points, ProjectId, Round};
use crate::rules::level::{Effect, Governance, Pledge, Say};
use crate::rules::position::{Phase, Pledged, Position};

/// What a party gains from a project that is placed in a round, until the end of the game.
#[must_use]
pub fn project_gain(
    game: &Game,
    id: PledgeId,
    (rule, state): (Governance, &Pledged),
    project: ProjectId,
    round: Round,
    percent: &ByParty<Vec<i64>>,
    party: PartyId,
) -> Points {
    let pledge = game.level.pledge(id);
    let Some(chosen) = pledge.project(project) else { return 0 };
    let last = game.level.last_round();
    let runs = pledge.runs_from(project, round);
    let worth = |effects: &[Effect]| -> Points {
        let own = effects.iter().filter(|effect| effect.party == party);
        own.map(|effect| effect.units * percent[party][effect.interest.index()]).sum()
    };
    let mut gain = worth(&chosen.placed);
    if runs <= last {
        gain += worth(&chosen.built);
        let placed = total_placed(pledge, state) + chosen.size;
        let host = pledge.host_share(rule, placed, state.funder);
        let share = if party == pledge.host {
            host
        } else if party == pledge.funder {
            100 - host
        } else {
            0
        };
        let rounds = i64::from(runs.until(last)) + 1;
        let money = chosen.cash * share * rounds * pledge.rate / 100;
        gain += money * percent[party][pledge.interest.index()];
    }
    gain
}

/// The project that the selecting party would place in a round: its best of those that the pool pays for.
#[must_use]
pub fn best_project(
    game: &Game,
    id: PledgeId,
    rule: Governance,
    state: &Pledged,
    round: Round,
    percent: &ByParty<Vec<i64>>,
) -> Option<ProjectId> {
    let pledge = game.level.pledge(id);
    let gain = |project: ProjectId, party: PartyId| {
        project_gain(game, id, (rule, state), project, round, percent, party)
    };
    let mut best: Option<(Points, ProjectId)> = None;
    for project in open_projects(pledge, state) {
        let own = gain(project, rule.selects);
        let blocked = rule.other == Say::Veto && gain(project, pledge.other(rule)) < 0;
        if own > 0 && !blocked && best.is_none_or(|(most, _)| own > most) {
            best = Some((own, project));
        }
    }
    best.map(|(_, project)| project)
}

/// The projects that are not placed yet and that the pool pays for.
pub fn open_projects(pledge: &Pledge, state: &Pledged) -> impl Iterator<Item = ProjectId> {
    (0..pledge.projects.len()).map(ProjectId::from_index).filter(move |id| {
        pledge.projects[id.index()].size <= state.pool && state.placed.iter().all(|(done, _)| done != id)
    })
}

/// The money that was put into projects so far.
#[must_use]
pub fn total_placed(pledge: &Pledge, state: &Pledged) -> i64 {
    state.placed.iter().filter_map(|(id, _)| pledge.project(*id)).map(|project| project.size).sum()
}

/// What the projects that run pay in a round: to the funder, and to the host.
#[must_use]
pub fn payout(pledge: &Pledge, rule: Option<Governance>, state: &Pledged, round: Round) -> (i64, i64) {
    let running = state.placed.iter().filter(|(_, runs)| *runs <= round);
    let cash: i64 = running.filter_map(|(id, _)| pledge.project(*id)).map(|project| project.cash).sum();
    // Where nobody selects any more, what was built pays both alike.
    let host = rule.map_or(50, |rule| pledge.host_share(rule, total_placed(pledge, state), state.funder));
    let to_host = cash * host / 100;
    (cash - to_host, to_host)
}

/// Frees a Reckoning's money.
fn free(state: &mut Pledged, money: i64, round: Round) {
    state.began.get_or_insert(round);
    state.freed_at = round;
    state.freed = state.freed.saturating_add(1);
    state.pool += money;
}

impl Projection<'_> {
    /// The points of a pledge from here to the end.
    pub(super) fn visit_pledge(&self, id: PledgeId, row: &dyn Fn(IssueId) -> Row, sink: Sink<'_>) {
        if self.over() {
            return;
        }
        let pledge = self.game.level.pledge(id);
        let mut state = self.at.pledges[id.index()].clone();
        let said = said_this_round(self.at, id);
        let last = self.game.level.last_round();
        for round in (self.at.round.0..=last.0).map(Round) {
            let [amount, pace, governance] = pledge.issues().map(|issue| self.settled(issue, row, round));
            let rule = pledge.rule(governance);
            if state.freed_at < round && pledge.amount.1.get(amount.index()).is_some_and(|money| *money > 0) {
                let money = pledge.tranche(amount, pace, state.freed);
                free(&mut state, money, round);
            }
            let chosen = rule.and_then(|rule| match said {
                Some(said) if round == self.at.round => said,
                _ => best_project(self.game, id, rule, &state, round, self.percent),
            });
            if let Some(project) = chosen
                && let Some(chosen) = pledge.project(project)
            {
                put(&chosen.placed, 1, sink);
                state.pool -= chosen.size;
                state.placed.push((project, pledge.runs_from(project, round)));
            }
            for (project, runs) in &state.placed {
                if *runs == round
                    && let Some(project) = pledge.project(*project)
                {
                    put(&project.built, 1, sink);
                }
            }
            let (funder, host) = payout(pledge, rule, &state, round);
            for (party, money) in [(pledge.funder, funder), (pledge.host, host)] {
                if money != 0 {
                    sink(party, pledge.interest, Amount::whole(money * pledge.rate));
                }
            }
            state.funder += funder;
            state.host += host;
        }
    }
}

/// What this Reckoning's choice of a project has come to, once it has been made: the project that is still
/// to be placed unless somebody objects, or none.
fn said_this_round(at: &Position, id: PledgeId) -> Option<Option<ProjectId>> {
    if at.phase != Phase::Reckoning {
        return None;
    }
    let Answer::Project(chosen) = at.answer(Ask::Place(id))? else { return Some(None) };
    let placed = &at.pledges[id.index()].placed;
    let open = |project: &ProjectId| {
        placed.iter().all(|(done, _)| done != project)
            && at.answer(Ask::Object(id, *project)) != Some(Answer::Yes)
    };
    Some(chosen.filter(open))
}
