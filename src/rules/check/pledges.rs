//! Pledges: three issues, a list of projects, and who selects them.

use super::names::Names;
use super::sheet::{Seen, Sheet};
use crate::rules::ids::{InterestId, IssueId, PartyId, PartySet};
use crate::rules::level::{Governance, Pledge, Project};
use crate::rules::raw::{RawGovernance, RawLevel, RawPledge, RawProject};
use crate::rules::source::{Path, quote};

/// Most money in a pledge, a project or a round of cash.
const MOST_MONEY: i64 = 1_000_000;

/// The pledges.
pub(super) fn pledges(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> Vec<Pledge> {
    let at = Path::root().field("pledges");
    let list = sheet.counted(&at, &raw.pledges, 0..=8, "pledges");
    sheet.ids(&at, list.iter().map(|pledge| pledge.id.as_str()));
    let mut issues = Seen::new("issue");
    let mut pledges = Vec::new();
    for (i, raw) in list.iter().enumerate() {
        let at = at.index(i);
        for (field, name) in
            [("amount", &raw.amount.0), ("pace", &raw.pace.0), ("governance", &raw.governance.0)]
        {
            if let Some(issue) = names.issues.get(name) {
                issues.add(sheet, at.field(field).index(0), issue, name);
            }
        }
        pledges.extend(pledge(sheet, names, &at, raw));
    }
    pledges
}

fn pledge(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawPledge) -> Option<Pledge> {
    let funder = names.party(sheet, &at.field("funder"), &raw.funder);
    let host = names.party(sheet, &at.field("host"), &raw.host);
    if funder.is_some() && funder == host {
        sheet.fault_with(&at.field("host"), "a party cannot pledge money to itself", || {
            "name the party in whose country the projects are".to_owned()
        });
    }
    let amount = by_option(sheet, names, &at.field("amount"), &raw.amount, |sheet, at, money| {
        sheet.number(at, *money, 0..=MOST_MONEY)
    });
    if raw.amount.1.is_empty() {
        sheet.fault_with(&at.field("amount").index(1), "no option of this issue is any money", || {
            "list its options with their money, for instance (\"some\", 100)".to_owned()
        });
    }
    let pace = by_option(sheet, names, &at.field("pace"), &raw.pace, |sheet, at, raw| pace(sheet, at, raw));
    let parties = (funder.unwrap_or_default(), host.unwrap_or_default());
    let rules = by_option(sheet, names, &at.field("governance"), &raw.governance, |sheet, at, raw| {
        governance(sheet, names, at, raw, parties)
    });
    let interest =
        names.interests.find(sheet, &at.field("interest"), &raw.interest).map(InterestId::from_index);
    let at_projects = at.field("projects");
    let projects = sheet.counted(&at_projects, &raw.projects, 1..=64, "projects");
    sheet.ids(&at_projects, projects.iter().map(|project| project.id.as_str()));
    let most = amount.as_ref().and_then(|(_, money)| money.iter().copied().max());
    let projects = projects.iter().enumerate();
    Some(Pledge {
        id: raw.id.clone(),
        name: sheet.name(&at.field("name"), &raw.name),
        about: sheet.text(&at.field("about"), &raw.about),
        money: sheet.name(&at.field("money"), &raw.money),
        funder: funder?,
        host: host?,
        amount: amount?,
        pace: pace?,
        governance: rules?,
        interest: interest?,
        rate: sheet.points(&at.field("rate"), raw.rate, names.unit),
        projects: projects
            .map(|(i, raw)| project(sheet, names, &at_projects.index(i), raw, parties, most))
            .collect(),
    })
}

/// An issue with a value for each of its options; options left out keep the default.
fn by_option<R, T: Clone + Default>(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    at: &Path,
    raw: &(String, Vec<(String, R)>),
    mut value: impl FnMut(&mut Sheet<'_>, &Path, &R) -> T,
) -> Option<(IssueId, Vec<T>)> {
    let (name, list) = raw;
    let issue = names.issue(sheet, &at.index(0), name);
    let count = issue.and_then(|issue| names.options.get(issue.index())).map_or(0, |o| o.len());
    let mut values = vec![T::default(); count];
    let mut seen = Seen::new("option");
    for (i, (name, raw)) in list.iter().take(256).enumerate() {
        let at = at.index(1).index(i);
        let value = value(sheet, &at.index(1), raw);
        if let Some(issue) = issue
            && let Some(option) = names.option(sheet, &at.index(0), issue, name)
            && seen.add(sheet, at.index(0), option, name)
            && let Some(slot) = values.get_mut(option.index())
        {
            *slot = value;
        }
    }
    Some((issue?, values))
}

fn pace(sheet: &mut Sheet<'_>, at: &Path, raw: &[i64]) -> Vec<i64> {
    let list = sheet.counted(at, raw, 1..=64, "percentages");
    let list: Vec<i64> =
        list.iter().enumerate().map(|(i, percent)| sheet.number(&at.index(i), *percent, 0..=100)).collect();
    let sum: i64 = list.iter().sum();
    if sum > 100 {
        sheet.fault_with(
            at,
            format!("these percentages add up to {sum}, more than all of the amount"),
            || "lower some of them; what is left of 100 is never freed".to_owned(),
        );
    }
    list
}

fn governance(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    at: &Path,
    raw: &RawGovernance,
    (funder, host): (PartyId, PartyId),
) -> Option<Governance> {
    let selects = names.party(sheet, &at.field("selects"), &raw.selects)?;
    if selects != funder && selects != host {
        let message = format!("{} neither pays nor hosts, so it cannot select", quote(&raw.selects));
        sheet.fault_with(&at.field("selects"), message, || "name the funder or the host".to_owned());
    }
    Some(Governance {
        selects,
        other: raw.other,
        recovery: sheet.number(&at.field("recovery"), raw.recovery, 0..=1000),
        before: sheet.number(&at.field("before"), raw.before, 0..=100),
        after: sheet.number(&at.field("after"), raw.after, 0..=100),
    })
}

fn project(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    at: &Path,
    raw: &RawProject,
    (funder, host): (PartyId, PartyId),
    most: Option<i64>,
) -> Project {
    let lead = sheet.number(&at.field("lead"), raw.lead, 0..=50);
    let both: PartySet = [funder, host].into_iter().collect();
    let placed = names.effects(sheet, &at.field("placed"), &raw.placed);
    let built = names.effects(sheet, &at.field("built"), &raw.built);
    if raw.cash == 0 && placed.iter().chain(&built).all(|e| !both.has(e.party) || e.units == 0) {
        sheet.fault_with(
            at,
            "this project does nothing for the party that pays or the one that hosts",
            || "give it points when placed or built, or cash".to_owned(),
        );
    }
    if let Some(most) = most.filter(|most| *most > 0 && raw.size <= MOST_MONEY && raw.size > *most) {
        let message =
            format!("this project takes {}, but no option of the amount is more than {most}", raw.size);
        sheet.fault_with(&at.field("size"), message, || "make it smaller, or an amount larger".to_owned());
    }
    Project {
        id: raw.id.clone(),
        name: sheet.name(&at.field("name"), &raw.name),
        sector: sheet.label(&at.field("sector"), &raw.sector),
        about: sheet.text(&at.field("about"), &raw.about),
        size: sheet.number(&at.field("size"), raw.size, 1..=MOST_MONEY),
        lead: u16::try_from(lead).unwrap_or(0),
        placed,
        built,
        cash: sheet.number(&at.field("cash"), raw.cash, 0..=MOST_MONEY),
        sources: names.origins(sheet, &at.field("sources"), &raw.sources),
    }
}
