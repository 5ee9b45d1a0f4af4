//! Pledges: money, projects, and who holds the pen.

use super::Teller;
use crate::rules::ids::{PartyId, PledgeId, ProjectId, Round};
use crate::rules::level::{Governance, Pledge, Project};
use crate::rules::position::Pledged;

impl Teller<'_> {
    pub(super) fn found_pledge(&self, id: PledgeId) -> Option<&Pledge> {
        self.game.level.pledges.get(id.index())
    }

    pub(super) fn found_project(&self, pledge: PledgeId, id: ProjectId) -> Option<&Project> {
        self.found_pledge(pledge)?.project(id)
    }

    /// The name of a pledge.
    #[must_use]
    pub fn pledge(&self, id: PledgeId) -> String {
        self.named(self.found_pledge(id).map(|pledge| pledge.name.as_str()))
    }

    /// The name of a project.
    #[must_use]
    pub fn project(&self, pledge: PledgeId, id: ProjectId) -> String {
        self.named(self.found_project(pledge, id).map(|project| project.name.as_str()))
    }

    /// Money of a pledge, in its own units. A sign such as "$" goes in front.
    #[must_use]
    pub fn money(&self, pledge: PledgeId, amount: i64) -> String {
        let unit = self.found_pledge(pledge).map_or("", |pledge| pledge.money.as_str());
        let word = unit.trim_start_matches(|c: char| !c.is_alphanumeric());
        let sign = unit.strip_suffix(word).unwrap_or_default().trim();
        let key = if word.is_empty() { "tell-money-sign" } else { "tell-money" };
        self.text(key, &[("sign", sign.into()), ("amount", amount.into()), ("unit", word.into())])
    }

    /// A project with its sector, the money it takes and when it would run: as in a list to choose from.
    #[must_use]
    pub fn project_choice(&self, pledge: PledgeId, id: ProjectId) -> String {
        let Some(project) = self.found_project(pledge, id) else { return self.get("tell-unknown") };
        let runs = Round(self.at.round.0.saturating_add(project.lead));
        let late = runs > self.game.level.last_round();
        self.text(
            "tell-project-choice",
            &[
                ("project", project.name.as_str().into()),
                ("sector", project.sector.as_str().into()),
                ("named", if project.sector.is_empty() { "no" } else { "yes" }.into()),
                ("size", self.money(pledge, project.size).into()),
                ("late", if late { "yes" } else { "no" }.into()),
                ("stop", self.stop(runs).into()),
            ],
        )
    }

    /// A project as the level describes it: sector, size, rounds until it runs, money that it pays.
    #[must_use]
    pub fn project_about(&self, pledge: PledgeId, id: ProjectId) -> String {
        let Some(project) = self.found_project(pledge, id) else { return self.get("tell-unknown") };
        self.text(
            "tell-project-about",
            &[
                ("project", project.name.as_str().into()),
                ("sector", project.sector.as_str().into()),
                ("named", if project.sector.is_empty() { "no" } else { "yes" }.into()),
                ("size", self.money(pledge, project.size).into()),
                ("lead", project.lead.into()),
                ("cash", self.money(pledge, project.cash).into()),
                ("pays", if project.cash == 0 { "no" } else { "yes" }.into()),
            ],
        )
    }

    /// Who selects, what the other may do about it, and how cash is split.
    #[must_use]
    pub fn governance(&self, id: PledgeId, rule: Governance) -> String {
        let Some(pledge) = self.found_pledge(id) else { return self.get("tell-unknown") };
        use crate::rules::level::Say;
        let say = match rule.other {
            Say::Nothing => "nothing",
            Say::Consulted => "consulted",
            Say::Veto => "veto",
        };
        self.sentence(
            "tell-governance",
            &[
                ("selects", self.party(rule.selects).into()),
                ("other", self.party(pledge.other(rule)).into()),
                ("say", say.into()),
                ("host", self.party(pledge.host).into()),
                ("funder", self.party(pledge.funder).into()),
                ("changes", if rule.before == rule.after { "no" } else { "yes" }.into()),
                ("recovery", rule.recovery.into()),
                ("before", rule.before.into()),
                ("after", rule.after.into()),
            ],
        )
    }

    /// What became of a pledge so far: money waiting, projects placed, cash paid.
    #[must_use]
    pub fn pledged(&self, id: PledgeId, state: &Pledged) -> Vec<String> {
        let Some(pledge) = self.found_pledge(id) else { return Vec::new() };
        let name = ("pledge", pledge.name.as_str().into());
        let mut lines = Vec::new();
        if state.began.is_none() {
            return vec![self.sentence("tell-pledge-idle", &[name])];
        }
        let pool = ("pool", self.money(id, state.pool).into());
        lines.push(self.sentence("tell-pledge-pool", &[name.clone(), pool]));
        for (project, runs) in &state.placed {
            let size = self.found_project(id, *project).map_or(0, |project| project.size);
            let running = *runs <= self.at.round;
            lines.push(self.text(
                "tell-pledge-placed",
                &[
                    ("project", self.project(id, *project).into()),
                    ("size", self.money(id, size).into()),
                    ("runs", if running { "yes" } else { "no" }.into()),
                    ("late", if *runs > self.game.level.last_round() { "yes" } else { "no" }.into()),
                    ("stop", self.stop(*runs).into()),
                ],
            ));
        }
        if state.funder != 0 || state.host != 0 {
            lines.push(self.paid("tell-pledge-paid", id, state.funder, state.host));
        }
        lines
    }

    /// What a pledge paid to the one and the other.
    pub(super) fn paid(&self, key: &str, id: PledgeId, funder: i64, host: i64) -> String {
        let pledge = self.found_pledge(id);
        let party = |party: Option<PartyId>| party.map_or_else(|| self.get("tell-unknown"), |p| self.whom(p));
        self.sentence(
            key,
            &[
                ("pledge", self.pledge(id).into()),
                ("funder", party(pledge.map(|pledge| pledge.funder)).into()),
                ("host", party(pledge.map(|pledge| pledge.host)).into()),
                ("to_funder", self.money(id, funder).into()),
                ("to_host", self.money(id, host).into()),
            ],
        )
    }

    pub(super) fn placed(&self, id: PledgeId, project: ProjectId, runs: Round) -> String {
        let size = self.found_project(id, project).map_or(0, |project| project.size);
        let late = runs > self.game.level.last_round();
        self.sentence(
            "tell-placed",
            &[
                ("pledge", self.pledge(id).into()),
                ("project", self.project(id, project).into()),
                ("size", self.money(id, size).into()),
                ("late", if late { "yes" } else { "no" }.into()),
                ("stop", self.stop(runs).into()),
            ],
        )
    }

    /// The rule by which a pledge's projects are selected now.
    pub(super) fn rule_of(&self, id: PledgeId) -> Option<Governance> {
        let pledge = self.found_pledge(id)?;
        let option = self.at.in_force.get(pledge.governance.0.index())?;
        pledge.rule(*option)
    }
}
