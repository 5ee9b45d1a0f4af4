//! The one place where a package is judged. Opponents decide from it, the screen explains from it,
//! counter-offers are searched with it and the debrief quotes it.

use serde::{Deserialize, Serialize};

use super::chamber::{Forecast, forecast};
use super::ids::{
    HappeningId, InterestId, IssueId, LinkageId, OptionId, PartyId, PartySet, PledgeId, Points, ResourceId,
    ThreatId,
};
use super::legal::{Refusal, check_clauses, check_constraints, check_issue, check_own_pact, check_term};
use super::package::{Package, Proposal};
use super::projection::{Projection, Row};
use super::referee::credit;
use super::standpoint::Standpoint;

/// What a proposal is to one party.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Appraisal {
    /// To whom.
    pub party: PartyId,
    /// Where the total comes from: no deal first, then the largest change first. They sum to it.
    pub lines: Vec<Line>,
    /// What rules it out, whatever it is worth.
    pub blockers: Vec<Blocker>,
    /// The projected final score if it takes effect now and nothing else is signed.
    pub total: Points,
    /// The least that the party should accept: its no-deal value.
    pub threshold: Points,
    /// What its own chamber would do, where it has a say.
    pub ratification: Option<Forecast>,
}

impl Appraisal {
    /// Gain over no deal.
    #[must_use]
    pub fn gain(&self) -> Points {
        self.total - self.threshold
    }

    /// Whether the party gains, nothing rules it out, and its chamber passes it with at least this
    /// many chances in a hundred.
    #[must_use]
    pub fn works(&self, chances: i64) -> bool {
        self.blockers.is_empty()
            && self.total >= self.threshold
            && self.ratification.as_ref().is_none_or(|r| r.reaches(chances))
    }
}

/// Points and where they come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Line {
    /// Where from.
    pub cause: Cause,
    /// How many.
    pub points: Points,
}

/// Where a line of an appraisal comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Cause {
    /// The score if nothing more is signed.
    NoDeal,
    /// The terms of an issue.
    Issue(IssueId),
    /// Options that hold together.
    Linkage(LinkageId),
    /// All terms together, where they are no sum over issues.
    Columns,
    /// A stock that lasts, or does not.
    Resource(ResourceId),
    /// An event that the package brings or averts.
    Happening(HappeningId),
    /// The projects that a pledge goes into.
    Pledge(PledgeId),
    /// A threat that is met, carried out or backed down from.
    Threat(ThreatId),
    /// What is feared to be lost of a promise.
    Delivery(IssueId),
    /// The credit for it.
    Credit,
}

/// What rules a package out, and what would clear it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Blocker {
    /// What is against it.
    pub what: Refusal,
    /// Changes that would each clear it: an issue, and the option to set, or `None` to leave it out.
    pub cleared_by: Vec<(IssueId, Option<OptionId>)>,
}

/// One change to a package that would make it work for a party.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Fix {
    /// Which issue.
    pub issue: IssueId,
    /// The option to set; `None` leaves the issue out.
    pub option: Option<OptionId>,
    /// What the change is worth to the party that it should win.
    pub worth: Points,
    /// What it costs the party that would offer it; negative if it gains as well.
    pub cost: Points,
}

/// What a proposal is to one party.
#[must_use]
pub fn appraise(standpoint: &Standpoint<'_>, party: PartyId, proposal: &Proposal) -> Appraisal {
    let package = &proposal.package;
    let threshold = standpoint.no_deal()[party.index()];
    let mut lines = changes(standpoint, party, proposal.parties, package);
    let game = standpoint.game;
    if let Some(standing) = game.level.standing.filter(|_| game.rules.on.communiques) {
        let news: Vec<IssueId> = package
            .terms()
            .filter(|(i, o)| !standpoint.at.changed[i.index()] && standpoint.at.option(*i) != *o)
            .map(|(issue, _)| issue)
            .collect();
        if proposal.parties.has(party) {
            let amount = credit(game, proposal.parties, &proposal.communique.credit.0, party, &news);
            let points = amount.points(standpoint.percent[party][standing.index()]);
            lines.push(Line { cause: Cause::Credit, points });
        }
    }
    lines.retain(|line| line.points != 0);
    lines.sort_by_key(|line| (-line.points.abs(), line.cause));
    lines.insert(0, Line { cause: Cause::NoDeal, points: threshold });
    Appraisal {
        party,
        total: lines.iter().map(|line| line.points).sum(),
        lines,
        blockers: blockers(standpoint, party, proposal),
        threshold,
        ratification: proposal
            .parties
            .has(party)
            .then(|| forecast(game, standpoint.at, party, proposal))
            .flatten(),
    }
}

/// What a package changes for a party against no deal, part by part.
fn changes(standpoint: &Standpoint<'_>, party: PartyId, parties: PartySet, package: &Package) -> Vec<Line> {
    let with = standpoint.projecting(parties, package);
    let without = standpoint.projection(PartySet::NONE);
    let row = |issue: IssueId| package.option(issue).map_or(Row::Alone, Row::Set);
    let percent = &standpoint.percent[party];
    standpoint
        .game
        .parts
        .iter()
        .map(|part| {
            let mut points = 0;
            let count = |sign: i64| {
                move |points: &mut i64, to: PartyId, interest: InterestId, amount: super::event::Amount| {
                    if to == party {
                        *points += sign * amount.points(percent[interest.index()]);
                    }
                }
            };
            let (add, take) = (count(1), count(-1));
            with.visit(part, &row, &mut |p, k, a| add(&mut points, p, k, a));
            without.visit(part, &|_| Row::Alone, &mut |p, k, a| take(&mut points, p, k, a));
            Line { cause: part.kind.cause(), points }
        })
        .collect()
}

/// The gain of an appraisal by interest, with doubts and credit in it: it sums to [`Appraisal::gain`].
#[must_use]
pub fn gains(standpoint: &Standpoint<'_>, proposal: &Proposal, appraisal: &Appraisal) -> Vec<Points> {
    let party = appraisal.party;
    let percent = &standpoint.percent[party];
    let mut points = vec![0; percent.len()];
    let with = standpoint.projecting(proposal.parties, &proposal.package);
    let without = standpoint.projection(PartySet::NONE);
    let row = |issue: IssueId| proposal.package.option(issue).map_or(Row::Alone, Row::Set);
    let alone = |_: IssueId| Row::Alone;
    let ways: [(&Projection<'_>, &dyn Fn(IssueId) -> Row, i64); 2] =
        [(&with, &row, 1), (&without, &alone, -1)];
    for part in &standpoint.game.parts {
        for (projection, row, sign) in ways {
            projection.visit(part, row, &mut |to, interest, amount| {
                if to == party {
                    points[interest.index()] += sign * amount.points(percent[interest.index()]);
                }
            });
        }
    }
    if let Some(standing) = standpoint.game.level.standing {
        let credit = appraisal.lines.iter().filter(|line| line.cause == Cause::Credit);
        points[standing.index()] += credit.map(|line| line.points).sum::<Points>();
    }
    points
}

/// What a party's score is made of if a package is signed, or without one if nothing is: by interest, under its multipliers. It has no
/// doubts in it and no credit.
#[must_use]
pub fn by_interest(standpoint: &Standpoint<'_>, party: PartyId, proposal: Option<&Proposal>) -> Vec<Points> {
    let percent = &standpoint.percent[party];
    let mut points = vec![0; percent.len()];
    let empty = Package::empty();
    let (parties, package) = proposal.map_or((PartySet::NONE, &empty), |p| (p.parties, &p.package));
    let row = |issue: IssueId| package.option(issue).map_or(Row::Alone, Row::Set);
    let projection = standpoint.projecting(parties, package);
    for part in standpoint.game.parts.iter().filter(|part| !part.kind.is_doubt()) {
        projection.visit(part, &row, &mut |to, interest, amount| {
            if to == party {
                points[interest.index()] += amount.points(percent[interest.index()]);
            }
        });
    }
    for entry in standpoint.ahead().ledger.iter().filter(|e| e.party == party) {
        points[entry.interest.index()] += entry.amount.points(percent[entry.interest.index()]);
    }
    points
}

/// What rules a proposal out for a party, with what would clear it.
fn blockers(standpoint: &Standpoint<'_>, party: PartyId, proposal: &Proposal) -> Vec<Blocker> {
    let Standpoint { game, at, .. } = *standpoint;
    let mut found = Vec::new();
    for (issue, option) in proposal.package.terms() {
        if let Err(what) = check_issue(game, at, proposal.parties, issue) {
            found.push(Blocker { what, cleared_by: vec![(issue, None)] });
        } else if crosses(standpoint, party, issue, option) {
            let mut cleared_by: Vec<_> = near_options(standpoint, issue, option)
                .filter(|o| !crosses(standpoint, party, issue, *o))
                .filter(|o| check_term(game, at, party, proposal.parties, issue, *o).is_ok())
                .take(1)
                .map(|o| (issue, Some(o)))
                .collect();
            cleared_by.push((issue, None));
            found.push(Blocker { what: Refusal::RedLine(issue, option), cleared_by });
        }
    }
    if let Err(what) = check_constraints(game, at, &proposal.package) {
        found.push(Blocker { what, cleared_by: mendings(standpoint, party, proposal, what) });
    }
    let clauses = check_own_pact(proposal.parties, &proposal.package);
    if let Err(what) = clauses.and_then(|()| check_clauses(game, at, &proposal.package)) {
        found.push(Blocker { what, cleared_by: Vec::new() });
    }
    found
}

/// The single changes that would hold together again what a package tears apart.
fn mendings(
    standpoint: &Standpoint<'_>,
    party: PartyId,
    proposal: &Proposal,
    torn: Refusal,
) -> Vec<(IssueId, Option<OptionId>)> {
    let Standpoint { game, at, .. } = *standpoint;
    let Refusal::Constraint(index) = torn else { return Vec::new() };
    let Some(constraint) = game.level.constraints.get(usize::from(index)) else { return Vec::new() };
    let mut changes = Vec::new();
    for issue in constraint.issues() {
        let named = proposal.package.option(issue);
        let options = near_options(standpoint, issue, named.unwrap_or_else(|| at.option(issue)));
        for option in options.map(Some).chain([None]).filter(|option| *option != named) {
            let may = |option| check_term(game, at, party, proposal.parties, issue, option).is_ok();
            if !option.is_none_or(may) {
                continue;
            }
            let mut changed = proposal.package.clone();
            changed.change(issue, option);
            if !changed.is_empty() && check_constraints(game, at, &changed).is_ok() {
                changes.push((issue, option));
            }
        }
    }
    changes
}

/// Whether an option crosses a red line of the mandate supposed for a party.
#[must_use]
pub fn crosses(standpoint: &Standpoint<'_>, party: PartyId, issue: IssueId, option: OptionId) -> bool {
    standpoint.game.rules.on.mandates
        && standpoint.mandates[party].is_some_and(|mandate| {
            let lines = &standpoint.game.level.archetype(party, mandate).red_lines;
            lines.iter().any(|line| line.issue == issue && line.options.contains(&option))
        })
}

/// The other options of an issue, nearest first.
fn near_options(
    standpoint: &Standpoint<'_>,
    issue: IssueId,
    option: OptionId,
) -> impl Iterator<Item = OptionId> + use<> {
    let count = standpoint.game.level.issue(issue).options.len();
    let mut options: Vec<OptionId> = (0..count).map(OptionId::from_index).filter(|o| *o != option).collect();
    options.sort_by_key(|o| o.0.abs_diff(option.0));
    options.into_iter()
}

/// The cheapest single change by which `asker` would make a proposal work for `party`: of those that
/// make it work the one that costs the asker least, else the one that brings it nearest.
#[must_use]
pub fn cheapest_fix(
    standpoint: &Standpoint<'_>,
    party: PartyId,
    asker: PartyId,
    proposal: &Proposal,
    chances: i64,
) -> Option<Fix> {
    let Standpoint { game, at, .. } = *standpoint;
    let now = appraise(standpoint, party, proposal);
    let own = appraise(standpoint, asker, proposal).total;
    let mut best: Option<(bool, Points, Fix)> = None;
    for issue in game.level.issue_ids() {
        let options =
            (0..game.level.issue(issue).options.len()).map(|o| Some(OptionId::from_index(o))).chain([None]);
        for option in options.filter(|o| *o != proposal.package.option(issue)) {
            let may = |option| check_term(game, at, asker, proposal.parties, issue, option).is_ok();
            if !option.is_none_or(may) {
                continue;
            }
            let changed = proposal.changed(issue, option);
            let package = &changed.package;
            let holds = check_constraints(game, at, package).and_then(|()| check_clauses(game, at, package));
            if package.is_empty() || holds.is_err() {
                continue;
            }
            let then = appraise(standpoint, party, &changed);
            let works = then.works(chances);
            let worth = then.total - now.total;
            if !works && worth <= 0 {
                continue;
            }
            let cost = own - appraise(standpoint, asker, &changed).total;
            // Among fixes that work the cheapest; among those that do not, the one worth most.
            let rank = if works { -cost } else { worth };
            if best.as_ref().is_none_or(|(w, r, _)| (works, rank) > (*w, *r)) {
                best = Some((works, rank, Fix { issue, option, worth, cost }));
            }
        }
    }
    best.map(|(_, _, fix)| fix)
}
