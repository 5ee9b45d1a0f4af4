//! Questions about projects: what the money goes into, whether to object, whether to overrule.

use super::model::{Card, Model, Panel};
use crate::rules::command::Answer;
use crate::rules::event::Event;
use crate::rules::ids::{PledgeId, ProjectId};
use crate::rules::legal::check_answer;
use crate::rules::level::{Governance, Project, Say};
use crate::rules::projection::{project_gain, total_placed};
use crate::screens::estimate::Band;
use crate::screens::pages::{Page, Word};
use crate::screens::weighing::{Line, Scales};
use crate::theme::Tone;

impl Scales<'_> {
    fn rule(&self, pledge: PledgeId) -> Option<Governance> {
        let found = self.game.level.pledge(pledge);
        found.rule(self.at().option(found.governance.0))
    }

    /// The project that the money freed goes into.
    pub(super) fn place(&self, model: &mut Model, pledge: PledgeId) {
        self.about_pledge(model, pledge);
        let last = self.at().round >= self.game.level.last_round();
        let spare = self.words.get(if last { "decision-none-last" } else { "decision-none-about" });
        let found = self.game.level.pledge(pledge);
        let state = &self.at().pledges[pledge.index()];
        let left = (0..found.projects.len())
            .map(ProjectId::from_index)
            .filter(|id| state.placed.iter().all(|(done, _)| done != id));
        for id in left {
            let Some(project) = found.project(id) else { continue };
            let answer = Answer::Project(Some(id));
            let open = check_answer(self.game, self.at(), self.seat(), answer).is_ok();
            let off = (!open).then(|| {
                let args = [
                    ("size", self.teller.money(pledge, project.size).into()),
                    ("pool", self.teller.money(pledge, state.pool).into()),
                ];
                self.words.text("decision-too-large", &args)
            });
            model.cards.push(Card {
                value: answer,
                title: project.name.clone(),
                about: self.describe(pledge, id, project),
                cost: String::new(),
                lines: self.project(pledge, id),
                off,
            });
            let verb = self.words.text("decision-put", &[("project", (&project.name).into())]);
            model.verbs.push((answer, verb));
        }
        model.cards.sort_by_key(|card| card.off.is_some());
        self.reply(model, Answer::Project(None), "decision-none", spare, Vec::new());
        // The one that is always open comes before those that are not.
        let open = model.cards.iter().filter(|card| card.off.is_none()).count();
        if let Some(none) = model.cards.pop() {
            model.cards.insert(open.saturating_sub(1), none);
        }
    }

    /// Whether to let the other's project pass.
    pub(super) fn object(&self, model: &mut Model, pledge: PledgeId, project: ProjectId) {
        self.about_pledge(model, pledge);
        self.put_forward(model, pledge, project);
        let Some(rule) = self.rule(pledge) else { return };
        let selects = ("party", self.teller.party(rule.selects).into());
        let pass = self.words.text("decision-pass-about", std::slice::from_ref(&selects));
        self.reply(model, Answer::No, "decision-pass", pass, Vec::new());
        let mut lines = vec![self.capital(self.game.rules.projects.objection)];
        let (verb, about) = match rule.other {
            Say::Veto => ("decision-block", self.words.text("decision-block-about", &[selects])),
            _ => {
                let overruled = self.game.rules.projects.overruled;
                lines.extend(self.trust(self.seat(), rule.selects, overruled).map(|line| Line {
                    label: self.words.text("decision-if-overruled", &[("label", line.label.into())]),
                    tone: Tone::Plain,
                    ..line
                }));
                ("decision-object", self.words.text("decision-object-about", &[selects]))
            }
        };
        self.reply(model, Answer::Yes, verb, about, lines);
    }

    /// Whether to place a project over the other's objection.
    pub(super) fn overrule(&self, model: &mut Model, pledge: PledgeId, project: ProjectId) {
        self.about_pledge(model, pledge);
        self.put_forward(model, pledge, project);
        let Some(rule) = self.rule(pledge) else { return };
        let other = self.game.level.pledge(pledge).other(rule);
        let name = ("party", self.teller.party(other).into());
        let about = self.words.text("decision-give-way-about", std::slice::from_ref(&name));
        self.reply(model, Answer::No, "decision-give-way", about, Vec::new());
        let cost = self.trust(other, self.seat(), self.game.rules.projects.overruled);
        let about = self.words.text("decision-overrule-about", &[name]);
        self.reply(model, Answer::Yes, "decision-overrule", about, cost.into_iter().collect());
    }

    /// The pledge: who selects, what is free, what was placed.
    pub(super) fn about_pledge(&self, model: &mut Model, pledge: PledgeId) {
        let found = self.game.level.pledge(pledge);
        let state = &self.at().pledges[pledge.index()];
        model.lead.extend(self.rule(pledge).map(|rule| self.teller.governance(pledge, rule)));
        let money = |amount| self.teller.money(pledge, amount);
        let freed: i64 = self
            .view
            .log
            .iter()
            .rev()
            .take_while(|event| !matches!(event, Event::RoundBegan(_)))
            .filter_map(|event| match event {
                Event::Tranche { pledge: freed, money } if *freed == pledge => Some(*money),
                _ => None,
            })
            .sum();
        let mut rows = vec![
            (self.words.get("decision-pool"), money(state.pool)),
            (self.words.get("decision-freed"), money(freed)),
            (self.words.get("decision-placed"), money(total_placed(found, state))),
        ];
        if state.funder != 0 || state.host != 0 {
            for (party, paid) in [(found.funder, state.funder), (found.host, state.host)] {
                let name = self.teller.party(party).into();
                rows.push((self.words.text("decision-paid", &[("party", name)]), money(paid)));
            }
        }
        // What is said of the pool stands in the rows already.
        let notes = self.teller.pledged(pledge, state).into_iter().skip(1).take(state.placed.len()).collect();
        let page = Some(Page::Word(Word::Pledge));
        model.side.push(Panel { head: found.name.clone(), page, notes, rows, lines: Vec::new() });
    }

    /// The project that is put forward, and what it brings.
    pub(super) fn put_forward(&self, model: &mut Model, pledge: PledgeId, id: ProjectId) {
        let Some(project) = self.game.level.pledge(pledge).project(id) else { return };
        let mut notes = vec![self.describe(pledge, id, project)];
        if !project.about.is_empty() {
            notes.insert(0, project.about.clone());
        }
        model.matter = Some(Panel {
            head: project.name.clone(),
            page: None,
            notes,
            rows: Vec::new(),
            lines: self.for_seat(pledge, id, project).into_iter().chain(self.project(pledge, id)).collect(),
        });
    }

    /// What a project brings the seat, part by part.
    fn for_seat(&self, pledge: PledgeId, id: ProjectId, project: &Project) -> Vec<Line> {
        let (game, seat) = (self.game, self.seat());
        let found = game.level.pledge(pledge);
        let percent = self.view.standpoint(game).percent;
        let runs = found.runs_from(id, self.at().round) <= game.level.last_round();
        let parts =
            [("decision-when-placed", &project.placed, true), ("decision-when-runs", &project.built, runs)];
        let mut lines = Vec::new();
        let mut sum = 0;
        for (key, effects, _) in parts.into_iter().filter(|(_, _, counts)| *counts) {
            for effect in effects.iter().filter(|effect| effect.party == seat) {
                let points = effect.units * percent[seat][effect.interest.index()];
                let label =
                    self.words.text(key, &[("interest", self.teller.interest(effect.interest).into())]);
                sum += points;
                lines.push(self.line(label, Band::exact(points)));
            }
        }
        let all = self.rule(pledge).map_or(0, |rule| {
            let state = &self.at().pledges[pledge.index()];
            project_gain(game, pledge, (rule, state), id, self.at().round, &percent, seat)
        });
        if all != sum {
            lines.push(self.line(self.words.get("decision-own-cash"), Band::exact(all - sum)));
        }
        // One part is the whole, which has a line of its own.
        if lines.len() < 2 { Vec::new() } else { lines }
    }

    /// Sector, size, when it runs and what it pays.
    fn describe(&self, pledge: PledgeId, id: ProjectId, project: &Project) -> String {
        let found = self.game.level.pledge(pledge);
        let runs = found.runs_from(id, self.at().round);
        let mut parts: Vec<String> = vec![project.sector.clone(), self.teller.money(pledge, project.size)];
        parts.push(match runs > self.game.level.last_round() {
            true => self.words.get("decision-runs-late"),
            false => self.words.text("decision-runs", &[("stop", self.teller.stop(runs).into())]),
        });
        if let Some(rule) = self.rule(pledge).filter(|_| project.cash != 0) {
            let state = &self.at().pledges[pledge.index()];
            let placed = total_placed(found, state) + project.size;
            let share = found.host_share(rule, placed, state.funder);
            parts.push(self.words.text(
                "decision-cash",
                &[
                    ("cash", self.teller.money(pledge, project.cash).into()),
                    ("host", self.teller.party(found.host).into()),
                    ("share", share.into()),
                ],
            ));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" \u{b7} ")
    }
}
