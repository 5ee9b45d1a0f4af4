//! The names of a level, and the checks of what refers to them.

use super::STYLISED;
use super::index::Index;
use super::sheet::{Seen, Sheet};
use crate::rules::ids::{InterestId, IssueId, OptionId, PartyId, PartySet, ResourceId};
use crate::rules::level::Effect;
use crate::rules::raw::{RawEffects, RawLevel};
use crate::rules::source::{Path, quote};

/// Most sources of a level.
pub(super) const MOST_SOURCES: usize = 1024;

/// Most units in a point.
const MOST_UNITS: i64 = 1_000_000_000;

/// All names of a level, and the two numbers that other values are checked against.
pub(super) struct Names<'r> {
    /// The parties.
    pub(super) parties: Index<'r>,
    /// The interests.
    pub(super) interests: Index<'r>,
    /// The issues.
    pub(super) issues: Index<'r>,
    /// The options, by issue.
    pub(super) options: Vec<Index<'r>>,
    /// The resources.
    pub(super) resources: Index<'r>,
    /// The events.
    pub(super) events: Index<'r>,
    sources: Index<'r>,
    /// Units in a point; 0 if it is wrong.
    pub(super) unit: i64,
    /// The last round.
    pub(super) rounds: i64,
}

impl<'r> Names<'r> {
    /// Collects the names, and notes ids that are wrong and lists that are too short or too long.
    pub(super) fn new(sheet: &mut Sheet<'_>, raw: &'r RawLevel) -> Self {
        let root = Path::root();
        let (at_parties, at_interests) = (root.field("parties"), root.field("interests"));
        let (at_issues, at_events) = (root.field("issues"), root.field("events"));
        let at_resources = root.field("resources");
        let issues = Index::read(sheet, &at_issues, "issue", 1..=32, &raw.issues, |issue| &issue.id);
        let mut options = Vec::new();
        for (i, issue) in raw.issues.iter().take(issues.len()).enumerate() {
            let at = at_issues.index(i).field("options");
            let listed = Index::read(sheet, &at, "option", 2..=1024, &issue.options, |option| &option.id);
            options.push(listed.within(format!("the issue {}", quote(&issue.id))));
        }
        let rounds = sheet.counted(&root.field("rounds"), &raw.rounds, 1..=200, "rounds");
        let sources = raw.sources.iter().map(|source| source.id.as_str());
        let unit = sheet.number(&root.field("unit"), raw.unit, 1..=MOST_UNITS);
        Self {
            parties: Index::read(sheet, &at_parties, "party", 2..=4, &raw.parties, |party| &party.id),
            interests: Index::read(sheet, &at_interests, "interest", 1..=8, &raw.interests, |interest| {
                &interest.id
            }),
            issues,
            options,
            resources: Index::read(sheet, &at_resources, "resource", 0..=8, &raw.resources, |good| &good.id),
            events: Index::read(sheet, &at_events, "event", 0..=128, &raw.events, |event| &event.id),
            sources: Index::new("source", MOST_SOURCES + 1, std::iter::once(STYLISED).chain(sources)),
            // Of no use to judge points by if it is wrong itself: nothing is then too fine.
            unit: if unit == raw.unit { unit } else { 0 },
            rounds: i64::try_from(rounds.len()).unwrap_or(i64::MAX),
        }
    }

    /// A party.
    pub(super) fn party(&self, sheet: &mut Sheet<'_>, at: &Path, name: &str) -> Option<PartyId> {
        self.parties.find(sheet, at, name).map(PartyId::from_index)
    }

    /// An interest named at the top of the file.
    pub(super) fn interest(
        &self,
        sheet: &mut Sheet<'_>,
        field: &'static str,
        name: Option<&str>,
    ) -> Option<InterestId> {
        let at = Path::root().field(field);
        self.interests.find(sheet, &at, name?).map(InterestId::from_index)
    }

    /// A resource.
    pub(super) fn resource(&self, sheet: &mut Sheet<'_>, at: &Path, name: &str) -> Option<ResourceId> {
        self.resources.find(sheet, at, name).map(ResourceId::from_index)
    }

    /// An issue.
    pub(super) fn issue(&self, sheet: &mut Sheet<'_>, at: &Path, name: &str) -> Option<IssueId> {
        self.issues.find(sheet, at, name).map(IssueId::from_index)
    }

    /// An option of an issue.
    pub(super) fn option(
        &self,
        sheet: &mut Sheet<'_>,
        at: &Path,
        issue: IssueId,
        name: &str,
    ) -> Option<OptionId> {
        let options = self.options.get(issue.index())?;
        options.find(sheet, at, name).map(OptionId::from_index)
    }

    /// At least `least` different parties.
    pub(super) fn party_set(
        &self,
        sheet: &mut Sheet<'_>,
        at: &Path,
        list: &[String],
        least: usize,
    ) -> PartySet {
        let mut seen = Seen::new("party");
        let mut set = PartySet::NONE;
        for (i, name) in list.iter().enumerate() {
            let at = at.index(i);
            if let Some(party) = self.party(sheet, &at, name)
                && seen.add(sheet, at, party, name)
            {
                set = set.with(party);
            }
        }
        if list.len() < least {
            let what = if least == 1 { "party" } else { "parties" };
            sheet.counted(at, list, least..=usize::MAX, what);
        }
        set
    }

    /// At least `least` different issues.
    pub(super) fn issue_list(
        &self,
        sheet: &mut Sheet<'_>,
        at: &Path,
        list: &[String],
        least: usize,
    ) -> Vec<IssueId> {
        let mut seen = Seen::new("issue");
        let mut issues = Vec::new();
        for (i, name) in list.iter().enumerate() {
            let at = at.index(i);
            if let Some(issue) = self.issue(sheet, &at, name)
                && seen.add(sheet, at, issue, name)
            {
                issues.push(issue);
            }
        }
        if list.len() < least {
            sheet.counted(at, list, least..=usize::MAX, "issues");
        }
        issues
    }

    /// At least one option of an issue, none twice.
    pub(super) fn option_list(
        &self,
        sheet: &mut Sheet<'_>,
        at: &Path,
        issue: IssueId,
        list: &[String],
    ) -> Vec<OptionId> {
        let mut seen = Seen::new("option");
        let mut options = Vec::new();
        for (i, name) in list.iter().enumerate() {
            let at = at.index(i);
            if let Some(option) = self.option(sheet, &at, issue, name)
                && seen.add(sheet, at, option, name)
            {
                options.push(option);
            }
        }
        if list.is_empty() {
            sheet.fault(at, "no option is listed here; name at least one");
        }
        options
    }

    /// Points by party and interest, without those that are zero.
    pub(super) fn effects(&self, sheet: &mut Sheet<'_>, at: &Path, raw: &RawEffects) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut parties = Seen::new("party");
        for (i, (name, list)) in raw.iter().enumerate() {
            let at = at.index(i);
            let Some(party) = self.party(sheet, &at.index(0), name) else {
                continue;
            };
            parties.add(sheet, at.index(0), party, name);
            let mut interests = Seen::new("interest");
            for (j, (name, value)) in list.iter().enumerate() {
                let at = at.index(1).index(j);
                let interest = self.interests.find(sheet, &at.index(0), name);
                let units = sheet.points(&at.index(1), *value, self.unit);
                let Some(interest) = interest.map(InterestId::from_index) else {
                    continue;
                };
                if interests.add(sheet, at.index(0), interest, name) && units != 0 {
                    effects.push(Effect { party, interest, units });
                }
            }
        }
        effects
    }

    /// Names of sources.
    pub(super) fn origins(&self, sheet: &mut Sheet<'_>, at: &Path, list: &[String]) -> Vec<String> {
        let hint = "; every source has to be listed under `sources`";
        let mut seen = Seen::new("source");
        for (i, name) in list.iter().enumerate() {
            if self.sources.find_or(sheet, &at.index(i), name, hint).is_some() {
                seen.add(sheet, at.index(i), name.as_str(), name);
            }
        }
        list.to_vec()
    }
}
