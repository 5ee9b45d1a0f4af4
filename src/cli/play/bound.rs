//! What binds: pledges and their projects, promises that are owed, threats that stand.

use super::seat::Seat;
use crate::cli::out::{CliError, Out};
use crate::rules::command::Measure;
use crate::rules::event::ObligationStatus;
use crate::rules::ids::{IssueId, OptionId, ProjectId, ThreatId};

impl Seat<'_> {
    /// What the table shows of pledges, promises and threats.
    pub(super) fn show_bound(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let (game, at, teller) = (self.game(), &self.view().position, self.teller());
        if game.rules.on.projects {
            for (id, state) in game.level.pledge_ids().zip(&at.pledges) {
                out.lines(teller.pledged(id, state))?;
            }
        }
        if game.rules.on.promises {
            self.show_owed(out)?;
        }
        for standing in &at.threats {
            let threat = ("threat", teller.standing_threat(standing).into());
            out.line(self.text("cli-table-threat", &[threat]))?;
        }
        Ok(())
    }

    /// Promises that are owed, and who has not kept one.
    fn show_owed(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let (at, teller) = (&self.view().position, self.teller());
        for owed in at.obligations.iter().filter(|owed| owed.status == ObligationStatus::Owed) {
            out.line(self.text("cli-table-owed", &[("owed", teller.obligation(owed).into())]))?;
        }
        for (pact, by) in &at.breaches {
            let (pact, by) = (teller.pact(*pact), teller.party(*by));
            out.line(self.text("cli-table-breach", &[("party", by.into()), ("pact", pact.into())]))?;
        }
        Ok(())
    }

    /// Every pledge: who selects, what became of it, and the projects that are left.
    pub(super) fn show_projects(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let (game, at, teller) = (self.game(), &self.view().position, self.teller());
        if !game.rules.on.projects || game.level.pledges.is_empty() {
            return self.say(out, "cli-projects-none");
        }
        for (id, state) in game.level.pledge_ids().zip(&at.pledges) {
            let pledge = game.level.pledge(id);
            let parties = [("funder", teller.party(pledge.funder)), ("host", teller.party(pledge.host))];
            let [funder, host] = parties.map(|(key, party)| (key, party.into()));
            let name = ("pledge", pledge.name.as_str().into());
            let about = ("about", pledge.about.as_str().into());
            out.line(self.text("cli-pledge", &[name, funder, host, about]).trim_end())?;
            for (at, rule) in pledge.governance.1.iter().enumerate() {
                let Some(rule) = rule else { continue };
                let term = teller.term(pledge.governance.0, OptionId::from_index(at));
                let rule = teller.governance(id, *rule);
                out.line(self.text("cli-pledge-rule", &[("term", term.into()), ("rule", rule.into())]))?;
            }
            out.lines(teller.pledged(id, state))?;
            self.say(out, "cli-projects")?;
            let ids = (0..pledge.projects.len()).map(ProjectId::from_index);
            let left = ids.filter(|project| state.placed.iter().all(|(placed, _)| placed != project));
            for project in left {
                let about = pledge.project(project).map_or("", |project| project.about.as_str());
                let text = teller.project_about(id, project);
                let text = self.text("cli-two", &[("first", text.into()), ("second", about.into())]);
                out.line(text.trim_end())?;
            }
        }
        let asked = at.asked.is_some_and(|(party, _)| party == self.seat);
        if asked { self.say(out, "cli-answer-how") } else { Ok(()) }
    }

    /// Promises that are owed, and which pacts make one.
    pub(super) fn show_promises(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let (game, teller) = (self.game(), self.teller());
        let promised =
            game.level.issue_ids().filter_map(|id| Some((id, game.level.issue(id).promise.as_ref()?)));
        let promised: Vec<_> = promised.filter(|_| game.rules.on.promises).collect();
        if promised.is_empty() {
            return self.say(out, "cli-promises-none");
        }
        self.show_owed(out)?;
        self.say(out, "cli-promises")?;
        for (issue, promise) in promised {
            let options = promise.options.iter().map(|option| teller.option(issue, *option)).collect();
            out.line(self.text(
                "cli-promise",
                &[
                    ("issue", teller.issue(issue).into()),
                    ("options", teller.any_of(options).into()),
                    ("party", teller.party(promise.by).into()),
                    ("rounds", promise.due.into()),
                ],
            ))?;
        }
        Ok(())
    }

    /// Every threat of the level: whether it stands, what may be demanded, and what each way out costs.
    pub(super) fn show_threats(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let (game, at, teller) = (self.game(), &self.view().position, self.teller());
        if !game.rules.on.threats || game.level.threats.is_empty() {
            return self.say(out, "cli-threats-none");
        }
        for id in game.level.threat_ids() {
            let threat = game.level.threat(id);
            out.line(
                self.text(
                    "cli-threat",
                    &[
                        ("threat", threat.name.as_str().into()),
                        ("by", teller.party(threat.by).into()),
                        ("against", teller.party(threat.against).into()),
                        ("about", threat.about.as_str().into()),
                    ],
                )
                .trim_end(),
            )?;
            if at.ended_threats.iter().any(|(ended, _)| *ended == id) {
                self.say(out, "cli-threat-over")?;
                continue;
            }
            match at.threat(id) {
                Some(standing) => out.line(teller.standing_threat(standing))?,
                None => {
                    let option = |(issue, options): &(IssueId, Vec<OptionId>)| {
                        let options = options.iter().map(|option| teller.option(*issue, *option)).collect();
                        let (issue, options) = (teller.issue(*issue), teller.any_of(options));
                        self.text("cli-term", &[("issue", issue.into()), ("options", options.into())])
                    };
                    let demands = threat.demands.iter().map(option).collect();
                    out.line(self.text("cli-threat-demands", &[("demands", teller.then(demands).into())]))?;
                }
            }
            out.lines(teller.ladder(id))?;
        }
        Ok(())
    }

    /// Before a threat is climbed: what each way out costs both sides, now and on the next rung.
    pub(super) fn show_ladders(&self, out: &mut Out<'_>, measures: &[Measure]) -> Result<(), CliError> {
        let mut shown: Vec<ThreatId> = Vec::new();
        for measure in measures {
            if let Measure::Threat(id, _) = measure
                && !shown.contains(id)
            {
                shown.push(*id);
                let name = self.teller().threat(*id);
                out.line(self.text("cli-ladder", &[("threat", name.into())]))?;
                out.lines(self.teller().ladder(*id))?;
            }
        }
        Ok(())
    }
}
