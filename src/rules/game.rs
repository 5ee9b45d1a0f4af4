//! A level under a rule book: all that does not change while it is played.

use super::appraise::Cause;
use super::ids::{ArchetypeId, HappeningId};
use super::ids::{
    ByParty, Centi, IssueId, LinkageId, OptionId, PartyId, PartySet, PledgeId, ResourceId, Round, ThreatId,
};
use super::level::{Condition, Level, Need, Outcome, Seating, Trigger};
use super::rulebook::{Knowledge, RuleBook};

/// A level under a rule book.
#[derive(Clone, Debug)]
pub struct Game {
    /// The level.
    pub level: Level,
    /// The rule book.
    pub rules: RuleBook,
    /// What seats know of each other.
    pub knowledge: Knowledge,
    /// What a projected score is a sum of: each part depends on one to three issues, columns on all.
    pub(crate) parts: Vec<Part>,
}

/// A part of a projected score, and the issues that it depends on whatever the position.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) kind: PartKind,
    pub(crate) issues: Vec<IssueId>,
}

/// What a part of a score stems from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum PartKind {
    Issue(IssueId),
    Linkage(LinkageId),
    /// What columns give for all issues together. It may depend on more than three.
    Columns,
    Resource(ResourceId),
    Happening(HappeningId),
    Pledge(PledgeId),
    Threat(ThreatId),
    /// What is feared to be lost of a promise: no part of a score, but a line of every appraisal.
    Promise(IssueId),
}

impl PartKind {
    /// Whether it is a doubt and no part of a score.
    pub(crate) fn is_doubt(self) -> bool {
        matches!(self, Self::Promise(_))
    }

    /// Whether somebody chooses on the way to its points, by the multipliers that are supposed.
    pub(crate) fn hangs_on_choices(self) -> bool {
        matches!(self, Self::Pledge(_) | Self::Threat(_))
    }

    /// What its points are put down to.
    pub(crate) fn cause(self) -> Cause {
        match self {
            Self::Issue(issue) => Cause::Issue(issue),
            Self::Linkage(id) => Cause::Linkage(id),
            Self::Columns => Cause::Columns,
            Self::Resource(id) => Cause::Resource(id),
            Self::Happening(id) => Cause::Happening(id),
            Self::Pledge(id) => Cause::Pledge(id),
            Self::Threat(id) => Cause::Threat(id),
            Self::Promise(issue) => Cause::Delivery(issue),
        }
    }
}

impl Game {
    /// Puts a level under a rule book. Knowledge is the rule book's unless chosen.
    #[must_use]
    pub fn new(level: Level, rules: RuleBook, knowledge: Option<Knowledge>) -> Self {
        let knowledge = knowledge.unwrap_or(rules.knowledge);
        let parts = parts(&level, &rules);
        Self { level, rules, knowledge, parts }
    }

    /// Whether there is such an issue and it can be settled under this rule book.
    #[must_use]
    pub fn in_play(&self, issue: IssueId) -> bool {
        self.level.issues.get(issue.index()).is_some_and(|rule| match rule.needs {
            None => true,
            Some(Need::Projects) => self.rules.on.projects,
            Some(Need::Promises) => self.rules.on.promises,
        })
    }

    /// The issues that can be settled under this rule book, in the level's order.
    pub fn issue_ids(&self) -> impl Iterator<Item = IssueId> {
        self.level.issue_ids().filter(|issue| self.in_play(*issue))
    }

    /// How many parties.
    #[must_use]
    pub fn parties(&self) -> usize {
        self.level.parties.len()
    }

    /// The seating that lets these parties sign in person in a round.
    #[must_use]
    pub fn seating(&self, round: Round, parties: PartySet) -> Option<Seating> {
        if !self.rules.on.calendar {
            return Some(Seating { parties: self.level.everyone(), net: 0 });
        }
        let tables = &self.level.rounds.get(round.index())?.tables;
        tables.iter().find(|table| table.parties.covers(parties)).copied()
    }

    /// Whether any two of these parties sit together at this or a later stop.
    #[must_use]
    pub fn meets_from(&self, round: Round, parties: PartySet) -> bool {
        let pairs = || parties.subsets(2).into_iter().filter(|pair| pair.len() == 2);
        (round.0..=self.level.last_round().0)
            .any(|r| pairs().any(|pair| self.seating(Round(r), pair).is_some()))
    }

    /// Whether these parties could sign in a round: in person, or by cable once no two of them meet any
    /// more, so that no stop of the calendar can be passed over.
    #[must_use]
    pub fn may_sign(&self, round: Round, parties: PartySet) -> bool {
        self.seating(round, parties).is_some() || !self.meets_from(round, parties)
    }

    /// The multipliers of a party under an archetype, by interest. Where mandates are off all are plain.
    #[must_use]
    pub fn percent(&self, party: PartyId, archetype: Option<ArchetypeId>) -> Vec<i64> {
        match archetype {
            Some(id) if self.rules.on.mandates => self.level.archetype(party, id).percent.clone(),
            _ => vec![self.level.percent; self.level.interests.len()],
        }
    }

    /// The mean multipliers of a party over its archetypes, as anyone may know them.
    #[must_use]
    pub fn public_percent(&self, party: PartyId) -> Vec<i64> {
        if !self.rules.on.mandates {
            return self.percent(party, None);
        }
        let archetypes = &self.level.parties[party].archetypes;
        let weights: i64 = archetypes.iter().map(|a| a.weight).sum::<i64>().max(1);
        (0..self.level.interests.len())
            .map(|k| archetypes.iter().map(|a| a.weight * a.percent[k]).sum::<i64>() / weights)
            .collect()
    }

    /// How fragile a party is at home at some support, 0 to 100 in hundredths.
    #[must_use]
    pub fn fragility(&self, party: PartyId, support: Centi) -> Centi {
        let short = self.level.parties[party].chamber.as_ref().map_or(0, |c| c.seats_short());
        (10_000 - support + self.rules.validation.per_seat_short * short).clamp(0, 10_000)
    }

    /// One value for each party.
    pub fn by_party<T>(&self, value: impl FnMut(PartyId) -> T) -> ByParty<T> {
        ByParty::from_fn(self.parties(), value)
    }

    /// How much of full backing an option is, and to whom, in hundredths.
    #[must_use]
    pub fn backing(&self, issue: IssueId, option: OptionId) -> Option<(PartyId, Centi)> {
        let validation = self.level.issue(issue).validation.as_ref()?;
        let level = *validation.levels.get(option.index())?;
        (level > 0).then_some((validation.to, level))
    }
}

fn parts(level: &Level, rules: &RuleBook) -> Vec<Part> {
    let mut parts: Vec<Part> =
        level.issue_ids().map(|issue| Part { kind: PartKind::Issue(issue), issues: vec![issue] }).collect();
    parts.extend(level.linkages.iter().enumerate().map(|(at, linkage)| Part {
        kind: PartKind::Linkage(LinkageId::from_index(at)),
        issues: linkage.when.iter().map(|(issue, _)| *issue).collect(),
    }));
    if !level.columns.is_empty() {
        parts.push(Part { kind: PartKind::Columns, issues: level.issue_ids().collect() });
    }
    if rules.on.minerals {
        parts.extend(level.resources.iter().enumerate().map(|(at, resource)| Part {
            kind: PartKind::Resource(ResourceId::from_index(at)),
            issues: resource.issues(),
        }));
    }
    if rules.on.events {
        parts.extend(level.happenings.iter().enumerate().filter_map(|(at, happening)| {
            let certain = happening.chance.is_none();
            let scores = happening.outcomes.iter().any(|o| matches!(o, Outcome::Points(_)));
            (certain && scores).then(|| Part {
                kind: PartKind::Happening(HappeningId::from_index(at)),
                issues: condition_issues(&happening.when, happening.trigger),
            })
        }));
    }
    if rules.on.projects {
        parts.extend(
            level
                .pledge_ids()
                .map(|id| Part { kind: PartKind::Pledge(id), issues: level.pledge(id).issues().to_vec() }),
        );
    }
    if rules.on.threats {
        parts.extend(level.threat_ids().map(|id| Part { kind: PartKind::Threat(id), issues: Vec::new() }));
    }
    if rules.on.promises {
        let promised = level.issue_ids().filter(|issue| level.issue(*issue).promise.is_some());
        parts.extend(promised.map(|issue| Part { kind: PartKind::Promise(issue), issues: vec![issue] }));
    }
    parts
}

/// The issues whose path an event's conditions read. An event that a signature triggers is judged
/// as things stand before it, so it reads none.
fn condition_issues(when: &[Condition], trigger: Trigger) -> Vec<IssueId> {
    if matches!(trigger, Trigger::Signed(_)) {
        return Vec::new();
    }
    let mut issues: Vec<IssueId> = when
        .iter()
        .filter_map(|c| match c {
            Condition::InForce(issue, _) => Some(*issue),
            _ => None,
        })
        .collect();
    issues.sort_unstable();
    issues.dedup();
    issues
}
