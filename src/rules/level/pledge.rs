//! Pledges: money that one party puts into projects in another's country.

use super::Effect;
use crate::rules::ids::{InterestId, IssueId, OptionId, PartyId, ProjectId, Round};
pub use crate::rules::raw::RawSay as Say;

/// Money that one party puts into projects in another's country. Its value is a factor of three issues.
#[derive(Clone, Debug)]
pub struct Pledge {
    /// Name in files.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it is.
    pub about: String,
    /// What money is counted in.
    pub money: String,
    /// The party that pays.
    pub funder: PartyId,
    /// The party in whose country the projects are.
    pub host: PartyId,
    /// The issue that sets the amount, and the money of each option.
    pub amount: (IssueId, Vec<i64>),
    /// The issue that sets the pace, and the percent of the amount freed at each Reckoning, by option.
    pub pace: (IssueId, Vec<Vec<i64>>),
    /// The issue that sets who selects, and the rule of each option.
    pub governance: (IssueId, Vec<Option<Governance>>),
    /// The interest that cash counts for.
    pub interest: InterestId,
    /// Score units for a unit of money.
    pub rate: i64,
    /// What the money can be put into.
    pub projects: Vec<Project>,
}

/// Who selects, who is heard, and how cash is split.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Governance {
    /// The party that selects.
    pub selects: PartyId,
    /// What the other may do about it.
    pub other: Say,
    /// Percent of what was placed that the funder is paid before the split changes.
    pub recovery: i64,
    /// The host's percent of cash until then.
    pub before: i64,
    /// The host's percent of cash from then on.
    pub after: i64,
}

/// Something that a pledge can be put into.
#[derive(Clone, Debug)]
pub struct Project {
    /// Name in files.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// The branch of the economy.
    pub sector: String,
    /// What it is.
    pub about: String,
    /// Money that it takes.
    pub size: i64,
    /// Rounds from placing to running.
    pub lead: u16,
    /// Points when it is placed.
    pub placed: Vec<Effect>,
    /// Points when it begins to run.
    pub built: Vec<Effect>,
    /// Money that it pays at each Reckoning while it runs.
    pub cash: i64,
    /// Sources of its facts.
    pub sources: Vec<String>,
}

impl Pledge {
    /// The issues that its value depends on: amount, pace, governance.
    #[must_use]
    pub fn issues(&self) -> [IssueId; 3] {
        [self.amount.0, self.pace.0, self.governance.0]
    }

    /// A project.
    #[must_use]
    pub fn project(&self, id: ProjectId) -> Option<&Project> {
        self.projects.get(id.index())
    }

    /// The rule under an option of the governance issue.
    #[must_use]
    pub fn rule(&self, option: OptionId) -> Option<Governance> {
        self.governance.1.get(option.index()).copied().flatten()
    }

    /// The money that a Reckoning frees, so many rounds after the pledge came into force.
    #[must_use]
    pub fn tranche(&self, amount: OptionId, pace: OptionId, rounds: u16) -> i64 {
        let money = self.amount.1.get(amount.index()).copied().unwrap_or(0);
        let percent = self.pace.1.get(pace.index()).and_then(|p| p.get(usize::from(rounds))).copied();
        money * percent.unwrap_or(0) / 100
    }

    /// The party other than the one that selects.
    #[must_use]
    pub fn other(&self, rule: Governance) -> PartyId {
        if rule.selects == self.host { self.funder } else { self.host }
    }

    /// The host's percent of cash, when so much was placed and the funder was paid so much.
    #[must_use]
    pub fn host_share(&self, rule: Governance, placed: i64, recovered: i64) -> i64 {
        if recovered * 100 < placed * rule.recovery { rule.before } else { rule.after }
    }

    /// The round from which a project runs that is placed in a round.
    #[must_use]
    pub fn runs_from(&self, project: ProjectId, placed: Round) -> Round {
        let lead = self.project(project).map_or(0, |p| p.lead);
        Round(placed.0.saturating_add(lead))
    }
}
