//! Pledges: money freed, projects placed, cash paid.

use super::Referee;
use crate::rules::command::{Answer, Ask};
use crate::rules::event::{Amount, EntryCause, Event};
use crate::rules::ids::{PartyId, PledgeId, ProjectId};
use crate::rules::level::{Governance, Say};
use crate::rules::projection::{open_projects, payout};

impl Referee<'_> {
    /// The next question about a project. Money is freed and undisputed projects are placed on the way.
    pub(super) fn project_due(&mut self) -> Option<(PartyId, Ask)> {
        if !self.game.rules.on.projects {
            return None;
        }
        self.game.level.pledge_ids().find_map(|id| self.project_question(id))
    }

    fn project_question(&mut self, id: PledgeId) -> Option<(PartyId, Ask)> {
        let pledge = self.game.level.pledge(id);
        self.free_money(id);
        let rule = pledge.rule(self.at.option(pledge.governance.0))?;
        let state = &self.at.pledges[id.index()];
        let Some(answer) = self.at.answer(Ask::Place(id)) else {
            open_projects(pledge, state).next()?;
            return Some((rule.selects, Ask::Place(id)));
        };
        let Answer::Project(Some(project)) = answer else { return None };
        if state.placed.iter().any(|(done, _)| *done == project) {
            return None;
        }
        let other = pledge.other(rule);
        let said = self.at.answer(Ask::Object(id, project));
        match (rule.other, said) {
            (Say::Nothing, _) | (_, Some(Answer::No)) => self.place(id, project),
            (_, None) => return Some((other, Ask::Object(id, project))),
            (Say::Veto, _) => {}
            (Say::Consulted, _) => match self.at.answer(Ask::Overrule(id, project)) {
                None => return Some((rule.selects, Ask::Overrule(id, project))),
                Some(Answer::Yes) => self.place(id, project),
                Some(_) => {}
            },
        }
        None
    }

    fn free_money(&mut self, id: PledgeId) {
        let pledge = self.game.level.pledge(id);
        let [amount, pace, _] = pledge.issues().map(|issue| self.at.option(issue));
        let runs = pledge.amount.1.get(amount.index()).is_some_and(|money| *money > 0);
        let state = &self.at.pledges[id.index()];
        if runs && state.freed_at < self.at.round {
            let money = pledge.tranche(amount, pace, state.freed);
            self.emit(Event::Tranche { pledge: id, money });
        }
    }

    fn place(&mut self, id: PledgeId, project: ProjectId) {
        let pledge = self.game.level.pledge(id);
        let runs = pledge.runs_from(project, self.at.round);
        self.emit(Event::Placed { pledge: id, project, runs });
        let Some(chosen) = pledge.project(project) else { return };
        for effect in &chosen.placed {
            let cause = EntryCause::Project(id, project);
            self.book(effect.party, effect.interest, Amount::whole(effect.units), cause);
        }
    }

    /// An objection is overruled: the one that was consulted trusts the one that selects less.
    pub(super) fn overrule(&mut self, id: PledgeId) {
        let Some(rule) = self.rule(id) else { return };
        let other = self.game.level.pledge(id).other(rule);
        self.move_trust(other, rule.selects, self.game.rules.projects.overruled);
    }

    fn rule(&self, id: PledgeId) -> Option<Governance> {
        let pledge = self.game.level.pledge(id);
        pledge.rule(self.at.option(pledge.governance.0))
    }

    /// Books what begins to run, and pays out what runs.
    pub(super) fn settle_pledges(&mut self) {
        if !self.game.rules.on.projects {
            return;
        }
        for id in self.game.level.pledge_ids() {
            let pledge = self.game.level.pledge(id);
            let state = self.at.pledges[id.index()].clone();
            for (project, runs) in &state.placed {
                let Some(built) = pledge.project(*project).filter(|_| *runs == self.at.round) else {
                    continue;
                };
                for effect in &built.built {
                    let cause = EntryCause::Project(id, *project);
                    self.book(effect.party, effect.interest, Amount::whole(effect.units), cause);
                }
            }
            let (funder, host) = payout(pledge, self.rule(id), &state, self.at.round);
            if funder == 0 && host == 0 {
                continue;
            }
            self.emit(Event::Paid { pledge: id, funder, host });
            for (party, money) in [(pledge.funder, funder), (pledge.host, host)] {
                let amount = Amount::whole(money * pledge.rate);
                self.book(party, pledge.interest, amount, EntryCause::Cash(id));
            }
        }
    }
}
