//! What can only be seen once all parts of a level are checked.

use super::sheet::Sheet;
use crate::rules::ids::{IssueId, OptionId, Round};
use crate::rules::level::{Condition, Constraint, Effect, Happening, Level, Outcome, Trigger};
use crate::rules::source::{Path, quote};

/// All points of a level together, times the largest multiplier, stay below this: sums and products of
/// them fit 64 bits then, with room for fragility and votes.
const MOST_TOGETHER: i128 = 1_000_000_000_000_000;

/// A part of the payoff table depends on this many issues at most.
const MOST_ISSUES: usize = 3;

/// Cells of all parts of the payoff table together.
const MOST_CELLS: u64 = 1_000_000;

/// Notes if the points of a level are too large to be added up.
pub(super) fn sizes(sheet: &mut Sheet<'_>, level: &Level) {
    let archetypes = level.parties.iter().flat_map(|(_, party)| &party.archetypes);
    let multiplier = archetypes.flat_map(|archetype| &archetype.percent).copied().max().unwrap_or(1);
    let most = i128::from(multiplier.max(level.percent));
    if together(level) * most >= MOST_TOGETHER {
        let message = "all points of this level together are too large to be added up exactly";
        sheet.fault_with(&Path::root().field("unit"), message, || {
            "use smaller points, smaller multipliers, or a smaller unit".to_owned()
        });
    }
}

/// The most units that a game could ever move, up or down.
fn together(level: &Level) -> i128 {
    let rounds = i128::try_from(level.rounds.len()).unwrap_or(i128::MAX);
    let sum =
        |effects: &[Effect]| -> i128 { effects.iter().map(|effect| i128::from(effect.units).abs()).sum() };
    let mut all: i128 = 0;
    for issue in &level.issues {
        let end = issue.options.iter().map(|option| sum(&option.effects)).max();
        let each = issue.options.iter().map(|option| sum(&option.per_round)).max();
        all += end.unwrap_or(0) + each.unwrap_or(0) * rounds + i128::from(issue.headline).abs();
    }
    all += level.linkages.iter().map(|linkage| sum(&linkage.effects)).sum::<i128>();
    let largest = |units: &[i64]| units.iter().map(|units| i128::from(*units).abs()).max().unwrap_or(0);
    all += level.columns.iter().map(|column| largest(&column.units)).sum::<i128>();
    all += level.resources.iter().map(|resource| sum(&resource.shortage) * rounds).sum::<i128>();
    for pledge in &level.pledges {
        let rate = i128::from(pledge.rate).abs();
        for project in &pledge.projects {
            all += sum(&project.placed) + sum(&project.built) + i128::from(project.cash) * rate * rounds;
        }
    }
    for threat in &level.threats {
        let stakes = threat.backing_down.iter().chain(&threat.giving_in).map(|units| i128::from(*units));
        all += sum(&threat.effects) + stakes.sum::<i128>();
    }
    for event in &level.happenings {
        let times = if event.once { 1 } else { rounds };
        for outcome in &event.outcomes {
            if let Outcome::Points(effect) = outcome {
                all += i128::from(effect.units).abs() * times;
            }
        }
    }
    all
}

/// Notes what would make the payoff table too large: its cells are one for each combination of the options
/// that a linkage, a resource or an event reads, and each issue may also be left alone.
pub(super) fn tables(sheet: &mut Sheet<'_>, level: &Level) {
    let root = Path::root();
    let mut read: Vec<(Path, Vec<IssueId>)> = Vec::new();
    for (i, linkage) in level.linkages.iter().enumerate() {
        let issues = linkage.when.iter().map(|(issue, _)| *issue).collect();
        read.push((root.field("linkages").index(i), issues));
    }
    for (i, resource) in level.resources.iter().enumerate() {
        read.push((root.field("resources").index(i), resource.issues()));
    }
    for (i, pledge) in level.pledges.iter().enumerate() {
        read.push((root.field("pledges").index(i), pledge.issues().to_vec()));
    }
    for (i, event) in level.happenings.iter().enumerate() {
        let at = root.field("events").index(i);
        let issues = event_issues(event);
        if issues.len() > MOST_ISSUES {
            let message = format!(
                "this event books points and looks at {} different issues; at most {MOST_ISSUES} can be weighed",
                issues.len()
            );
            sheet.fault_with(&at.field("when"), message, || "let it look at fewer issues".to_owned());
        } else {
            read.push((at, issues));
        }
    }
    if !level.columns.is_empty() {
        read.push((root.field("columns"), level.issue_ids().collect()));
    }
    let mut cells: u64 = 0;
    for (at, issues) in read {
        let rows = issues.iter().map(|issue| rows(level, *issue));
        cells = cells.saturating_add(rows.fold(1, u64::saturating_mul));
        if cells > MOST_CELLS {
            let message = format!(
                "up to here, linkages, resources, pledges and events look at {cells} combinations of options; at \
                 most {MOST_CELLS} can be weighed"
            );
            sheet.fault_with(&at, message, || "join fewer issues, or issues with fewer options".to_owned());
            return;
        }
    }
}

/// What can be done with an issue: set one of its options, or leave it alone. In columns, where every issue counts, leaving
/// alone what nothing changes by itself is the same as keeping its start.
fn rows(level: &Level, issue: IssueId) -> u64 {
    let issue = level.issue(issue);
    let drifts = level.columns.is_empty() || !issue.schedule.is_empty();
    issue.options.len() as u64 + u64::from(drifts)
}

/// The issues on whose options the projected points of an event depend.
fn event_issues(event: &Happening) -> Vec<IssueId> {
    let scores = event.outcomes.iter().any(|outcome| matches!(outcome, Outcome::Points(_)));
    if !scores || event.chance.is_some() || matches!(event.trigger, Trigger::Signed(_)) {
        return Vec::new();
    }
    let mut issues = Vec::new();
    for condition in &event.when {
        if let Condition::InForce(issue, _) = condition
            && !issues.contains(issue)
        {
            issues.push(*issue);
        }
    }
    issues
}

/// Notes constraints that do not hold while nothing is signed: at the start, or after a scheduled change.
///
/// Only in a level without other faults, where all names are known.
pub(super) fn constraints(sheet: &mut Sheet<'_>, level: &Level) {
    if sheet.noted() > 0 {
        return;
    }
    let mut in_force: Vec<OptionId> = level.issues.iter().map(|issue| issue.start).collect();
    let mut broken = vec![false; level.constraints.len()];
    for number in 1..=level.last_round().0 {
        let mut changed = number == 1;
        for (issue, option) in level.issues.iter().zip(&mut in_force) {
            for change in issue.schedule.iter().filter(|change| change.round == Round(number)) {
                *option = change.option;
                changed = true;
            }
        }
        if !changed {
            continue;
        }
        for (i, constraint) in level.constraints.iter().enumerate() {
            let holds = |issue: IssueId| in_force.get(issue.index()).copied().unwrap_or_default();
            if !broken[i] && !constraint.allows(level, holds) {
                broken[i] = true;
                let at = Path::root().field("constraints").index(i);
                sheet.fault_with(&at, says(level, constraint, number, holds), || {
                    help(constraint, number).to_owned()
                });
            }
        }
    }
}

fn help(constraint: &Constraint, round: u16) -> &'static str {
    match (constraint, round) {
        (_, 1) => "change the start of an issue, or this constraint",
        (Constraint::Together(_), _) => {
            "let the other issue change at the same round, or change this constraint"
        }
        (Constraint::Exclusive(_), _) => "take out one of the scheduled changes, or change this constraint",
    }
}

fn says(level: &Level, constraint: &Constraint, round: u16, holds: impl Fn(IssueId) -> OptionId) -> String {
    let when = match round {
        1 => "at the start".to_owned(),
        _ => format!("after the scheduled changes of round {round}"),
    };
    let listed: Vec<String> = constraint
        .issues()
        .into_iter()
        .map(|id| {
            let (issue, option) = (quote(&level.issue(id).id), quote(&level.choice(id, holds(id)).id));
            format!("{issue} is {option}")
        })
        .collect();
    let rule = match constraint {
        Constraint::Together(_) => "these options hold only together",
        Constraint::Exclusive(_) => "only one of these issues may be away from its start",
    };
    format!("{rule}, but {when} {}", listed.join(" and "))
}
