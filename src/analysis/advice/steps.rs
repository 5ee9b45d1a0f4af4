//! What would improve a draft: single steps by which nobody loses, steps on two issues that are traded for each other
//! (logrolling), and linkages that are one change away.

use super::{Advice, names};
use crate::rules::appraise::{Appraisal, Cause, appraise, crosses};
use crate::rules::chamber::Forecast;
use crate::rules::game::PartKind;
use crate::rules::ids::{IssueId, LinkageId, OptionId, PartyId, Points};
use crate::rules::legal::{check_term, check_terms};
use crate::rules::package::{Package, Proposal, headlines};
use crate::rules::payoff::Payoff;
use crate::rules::projection::Row;
use crate::rules::standpoint::Standpoint;

/// Most suggestions of a kind.
const MOST: usize = 3;

/// What a suggestion is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// One step by which the seat gains and nobody else loses.
    Shared,
    /// Two steps: the first is the seat's gain and somebody's loss, the second the other way round; together nobody loses.
    Logroll,
    /// One change that brings a linkage about and raises the sum of the signatories' points. Some of them may lose.
    Linkage(LinkageId),
}

/// A change of one term.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// Which issue.
    pub issue: IssueId,
    /// The option to set; `None` leaves the issue alone.
    pub option: Option<OptionId>,
    /// What it alone brings each signatory, by estimate, in score units and in the level's order.
    pub gains: Vec<(PartyId, Points)>,
}

/// A change of a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// What it is.
    pub kind: Kind,
    /// The changes.
    pub steps: Vec<Step>,
    /// The draft after it.
    pub proposal: Proposal,
    /// What all of it brings each signatory against the draft, by estimate, in score units and in the level's order.
    pub gains: Vec<(PartyId, Points)>,
}

/// Changes that may be suggested, with what they bring by the table.
struct Idea {
    kind: Kind,
    changes: Vec<(IssueId, Option<OptionId>)>,
    package: Package,
    brings: Payoff,
}

/// A draft, and what it is worth before anything is changed.
struct Bench<'a, 's> {
    advice: &'a Advice,
    standpoint: &'a Standpoint<'s>,
    draft: &'a Proposal,
    before: Payoff,
}

impl Advice {
    /// What would improve a draft for the same parties, best first of each kind. All of it may be proposed; nothing of it
    /// makes a chamber refuse what it would have passed, and after none of it the draft has what a partner refuses.
    #[must_use]
    pub fn suggestions(&self, standpoint: &Standpoint<'_>, draft: &Proposal) -> Vec<Suggestion> {
        let axis = |issue: IssueId| self.table.axes.iter().any(|axis| axis.issue == issue);
        if draft.parties != self.parties || !draft.package.issues().all(axis) {
            return Vec::new();
        }
        let before = self.worth(standpoint, draft, &draft.package);
        let bench = Bench { advice: self, standpoint, draft, before };
        let now = bench.appraisals(draft);
        let mut found: Vec<Suggestion> = Vec::new();
        for mut ideas in bench.ideas() {
            // Points are compared between parties here: the largest smallest gain, then the largest sum.
            ideas.sort_by_key(|idea| {
                let gains = self.parties.iter().map(|party| idea.brings[party.index()]);
                let least =
                    if matches!(idea.kind, Kind::Linkage(_)) { 0 } else { gains.clone().min().unwrap_or(0) };
                std::cmp::Reverse((least, gains.sum::<Points>()))
            });
            found.extend(ideas.into_iter().filter_map(|idea| bench.suggest(idea, &now)).take(MOST));
        }
        // One change is told once: with the linkage that it brings about, if there is one.
        let same = |one: &Suggestion, other: &Suggestion| one.proposal.package == other.proposal.package;
        let told: Vec<Suggestion> = found.clone();
        let mut place = 0;
        found.retain(|one| {
            place += 1;
            let linked = matches!(one.kind, Kind::Linkage(_));
            let rivals = if linked { &told[..place - 1] } else { &told[place..] };
            !rivals.iter().any(|other| matches!(other.kind, Kind::Linkage(_)) && same(one, other))
        });
        found
    }

    /// What a package is worth to the signatories: by the table, or by the judge where it has clauses, which no table knows.
    fn worth(&self, standpoint: &Standpoint<'_>, draft: &Proposal, package: &Package) -> Payoff {
        if package.is_empty() {
            return self.no_deal;
        }
        if package.clauses().is_empty() {
            return self.table.payoff(&self.table.rows_of(package));
        }
        let proposal = Proposal { package: package.clone(), ..draft.clone() };
        let mut payoff = [0; 4];
        for party in self.parties.iter() {
            payoff[party.index()] = appraise(standpoint, party, &proposal).total;
        }
        payoff
    }
}

impl Bench<'_, '_> {
    /// What a package brings against the draft.
    fn brings(&self, package: &Package) -> Payoff {
        let worth = self.advice.worth(self.standpoint, self.draft, package);
        std::array::from_fn(|slot| worth[slot] - self.before[slot])
    }

    fn others(&self) -> impl Iterator<Item = usize> + Clone + use<> {
        self.advice.parties.without(self.advice.seat).iter().map(PartyId::index)
    }

    fn after(&self, changes: &[(IssueId, Option<OptionId>)]) -> Package {
        let mut package = self.draft.package.clone();
        changes.iter().for_each(|(issue, option)| package.change(*issue, *option));
        package
    }

    fn idea(&self, kind: Kind, changes: Vec<(IssueId, Option<OptionId>)>) -> Idea {
        let package = self.after(&changes);
        Idea { kind, brings: self.brings(&package), changes, package }
    }

    /// All ideas, kind by kind.
    fn ideas(&self) -> [Vec<Idea>; 3] {
        let own = self.advice.seat.index();
        let singles: Vec<Idea> =
            self.steps().into_iter().map(|change| self.idea(Kind::Shared, vec![change])).collect();
        let loses = |idea: &Idea| self.others().any(|other| idea.brings[other] < 0);
        let gives = |idea: &Idea| idea.brings[own] < 0 && self.others().any(|other| idea.brings[other] > 0);
        let takes = |idea: &Idea| idea.brings[own] > 0 && loses(idea);
        let mut rolls = Vec::new();
        for take in singles.iter().filter(|idea| takes(idea)) {
            for give in singles.iter().filter(|idea| gives(idea) && idea.changes[0].0 != take.changes[0].0) {
                let roll = self.idea(Kind::Logroll, vec![take.changes[0], give.changes[0]]);
                let shared = self.others().any(|other| roll.brings[other] > 0);
                if roll.brings[own] > 0 && shared && !loses(&roll) {
                    rolls.push(roll);
                }
            }
        }
        let shared = singles.into_iter().filter(|idea| idea.brings[own] > 0 && !loses(idea)).collect();
        [shared, rolls, self.linkages()]
    }

    /// Every step of one term: to the option before or after, to leave it alone, or to keep what would go by itself.
    fn steps(&self) -> Vec<(IssueId, Option<OptionId>)> {
        let at = self.standpoint.at;
        let mut steps = Vec::new();
        for axis in &self.advice.table.axes {
            let issue = axis.issue;
            let (set, in_force) = (self.draft.package.option(issue), at.option(issue));
            let drifts = axis.rows.contains(&Row::Alone);
            let now = set.unwrap_or(in_force);
            let near = [now.0.checked_sub(1), now.0.checked_add(1)].into_iter().flatten().map(OptionId);
            let near = near.chain(set.is_none().then_some(now)).filter(|option| self.may_set(issue, *option));
            steps.extend(near.map(|option| (issue, Some(option))));
            if set.is_some() && (drifts || now.0.abs_diff(in_force.0) <= 1) {
                steps.push((issue, None));
            }
        }
        steps
    }

    /// Whether the seat may name an option, no mandate that it knows forbids it, and no partner refuses it.
    fn may_set(&self, issue: IssueId, option: OptionId) -> bool {
        let Standpoint { game, at, .. } = *self.standpoint;
        let Advice { seat, parties, .. } = *self.advice;
        check_term(game, at, seat, parties, issue, option).is_ok()
            && !parties.iter().any(|party| crosses(self.standpoint, party, issue, option))
            && !names(&self.advice.left_out, issue, option)
    }

    /// The linkages that one change brings about, each with the option that raises the sum most.
    fn linkages(&self) -> Vec<Idea> {
        let Standpoint { game, at, .. } = *self.standpoint;
        let outcome = |issue: IssueId| self.draft.package.option(issue).unwrap_or_else(|| at.option(issue));
        let sum =
            |idea: &Idea| self.advice.parties.iter().map(|party| idea.brings[party.index()]).sum::<Points>();
        let mut ideas: Vec<Idea> = Vec::new();
        for part in &game.parts {
            let PartKind::Linkage(id) = part.kind else { continue };
            let Some(linkage) = game.level.linkages.get(id.index()) else { continue };
            let mut missing =
                linkage.when.iter().filter(|(issue, options)| !options.contains(&outcome(*issue)));
            let (Some((issue, options)), None) = (missing.next(), missing.next()) else { continue };
            let ways = options.iter().filter(|option| self.may_set(*issue, **option));
            let ways = ways.map(|option| self.idea(Kind::Linkage(id), vec![(*issue, Some(*option))]));
            // Of options that tie the first.
            let best = ways.reduce(|best, idea| if sum(&idea) > sum(&best) { idea } else { best });
            ideas.extend(best.filter(|idea| sum(idea) > 0));
        }
        ideas
    }

    fn appraisals(&self, proposal: &Proposal) -> Vec<Appraisal> {
        self.advice.parties.iter().map(|party| appraise(self.standpoint, party, proposal)).collect()
    }

    /// An idea as a suggestion, if it may be proposed and the judge agrees with the table: the split of the credit counts as well.
    fn suggest(&self, idea: Idea, now: &[Appraisal]) -> Option<Suggestion> {
        let Standpoint { game, at, .. } = *self.standpoint;
        let Advice { seat, parties, chances, .. } = *self.advice;
        check_terms(game, at, seat, parties, &idea.package).ok()?;
        if self.advice.refuses(&idea.package) {
            return None;
        }
        let proposal = self.headed(&idea.package);
        let then = self.appraisals(&proposal);
        let blank = self.draft.package.is_empty();
        let worth = |appraisal: &Appraisal| if blank { appraisal.threshold } else { appraisal.total };
        let gains: Vec<(PartyId, Points)> =
            now.iter().zip(&then).map(|(now, then)| (then.party, then.total - worth(now))).collect();
        let nobody_loses = gains.iter().all(|(party, gain)| *gain >= i64::from(*party == seat));
        let good = match idea.kind {
            Kind::Shared | Kind::Logroll => nobody_loses,
            Kind::Linkage(id) => {
                let linked = |all: &[Appraisal]| {
                    let lines = all.iter().flat_map(|appraisal| &appraisal.lines);
                    lines
                        .filter(|line| line.cause == Cause::Linkage(id))
                        .map(|line| line.points)
                        .sum::<Points>()
                };
                let had = if blank { 0 } else { linked(now) };
                linked(&then) > had && gains.iter().map(|(_, gain)| gain).sum::<Points>() > 0
            }
        };
        let passes = |forecast: &Option<Forecast>| forecast.as_ref().is_none_or(|f| f.reaches(chances));
        let keeps = |(now, then): (&Appraisal, &Appraisal)| {
            blank || !passes(&now.ratification) || passes(&then.ratification)
        };
        if !good || !now.iter().zip(&then).all(keeps) {
            return None;
        }
        let step = |change: &(IssueId, Option<OptionId>)| {
            let brings = self.brings(&self.after(&[*change]));
            let gains = parties.iter().map(|party| (party, brings[party.index()])).collect();
            Step { issue: change.0, option: change.1, gains }
        };
        let steps = idea.changes.iter().map(step).collect();
        Some(Suggestion { kind: idea.kind, steps, proposal, gains })
    }

    /// The draft with other terms; a headline that fits no more gives way to the first that does.
    fn headed(&self, package: &Package) -> Proposal {
        let level = &self.standpoint.game.level;
        let mut communique = self.draft.communique.clone();
        if communique.headline.is_none_or(|id| headlines(level, package).all(|other| other != id)) {
            communique.headline = headlines(level, package).next();
        }
        Proposal { parties: self.draft.parties, package: package.clone(), communique }
    }
}
