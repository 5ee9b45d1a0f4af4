//! Resources: stock, supply and shortage.

use super::names::Names;
use super::sheet::{Seen, Sheet};
use crate::rules::ids::{Centi, IssueId};
use crate::rules::level::{Joint, Resource};
use crate::rules::raw::{RawJoint, RawLevel, RawResource};
use crate::rules::source::Path;

/// Amounts may reach this many rounds of full use.
const MOST_ROUNDS: i64 = 1000;

/// The resources.
pub(super) fn resources(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> Vec<Resource> {
    let at = Path::root().field("resources");
    let resources = raw.resources.iter().take(names.resources.len()).enumerate();
    resources.map(|(i, raw)| resource(sheet, names, &at.index(i), raw)).collect()
}

fn resource(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawResource) -> Resource {
    let amounts = 0..=MOST_ROUNDS;
    let capacity = raw.capacity.as_ref().map(|raw| {
        let at = at.field("capacity");
        let adds = sheet.hundredths(&at.field("adds"), raw.adds, amounts.clone());
        let lead = sheet.number(&at.field("lead"), raw.lead, 1..=50);
        (adds, u16::try_from(lead).unwrap_or(1))
    });
    Resource {
        id: raw.id.clone(),
        name: sheet.name(&at.field("name"), &raw.name),
        about: sheet.text(&at.field("about"), &raw.about),
        user: names.party(sheet, &at.field("user"), &raw.user).unwrap_or_default(),
        stock: sheet.hundredths(&at.field("stock"), raw.stock, amounts.clone()),
        uses: sheet.hundredths(&at.field("uses"), raw.uses, amounts.clone()),
        other_supply: sheet.hundredths(&at.field("other_supply"), raw.other_supply, amounts.clone()),
        supply: supply(sheet, names, &at.field("supply"), raw),
        joint: raw.joint.as_ref().and_then(|joint| self::joint(sheet, names, &at.field("joint"), raw, joint)),
        shortage: names.effects(sheet, &at.field("shortage"), &raw.shortage),
        build: sheet.hundredths(&at.field("build"), raw.build, amounts),
        capacity,
    }
}

/// Capacity that a pact brings. Its issue counts among the three that a stock may read.
fn joint(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    at: &Path,
    resource: &RawResource,
    raw: &RawJoint,
) -> Option<Joint> {
    let issue = names.issue(sheet, &at.field("issue"), &raw.issue);
    let among = resource.supply.iter().any(|(name, _)| *name == raw.issue);
    if !among && resource.supply.len() >= 3 {
        sheet.fault_with(&at.field("issue"), "this stock would depend on four issues", || {
            "at most three issues may supply it, joint capacity included".to_owned()
        });
    }
    let count = issue.and_then(|issue| names.options.get(issue.index())).map_or(0, |options| options.len());
    let mut supply = vec![0; count];
    let mut seen = Seen::new("option");
    for (i, (name, amount)) in raw.supply.iter().enumerate() {
        let at = at.field("supply").index(i);
        let amount = sheet.hundredths(&at.index(1), *amount, 0..=MOST_ROUNDS);
        if let Some(option) = names.option(sheet, &at.index(0), issue?, name)
            && seen.add(sheet, at.index(0), option, name)
            && let Some(slot) = supply.get_mut(option.index())
        {
            *slot = amount;
        }
    }
    let lead = sheet.number(&at.field("lead"), raw.lead, 1..=50);
    Some(Joint { issue: issue?, supply, lead: u16::try_from(lead).unwrap_or(1) })
}

fn supply(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    at: &Path,
    raw: &RawResource,
) -> Vec<(IssueId, Vec<Centi>)> {
    let list = sheet.counted(at, &raw.supply, 0..=3, "issues that supply it");
    let mut issues = Seen::new("issue");
    let mut supply = Vec::new();
    for (i, (name, amounts)) in list.iter().enumerate() {
        let at = at.index(i);
        let Some(issue) = names.issue(sheet, &at.index(0), name) else {
            continue;
        };
        issues.add(sheet, at.index(0), issue, name);
        let count = names.options.get(issue.index()).map_or(0, |options| options.len());
        let mut by_option = vec![0; count];
        let mut options = Seen::new("option");
        for (j, (name, amount)) in amounts.iter().enumerate() {
            let at = at.index(1).index(j);
            let amount = sheet.hundredths(&at.index(1), *amount, 0..=MOST_ROUNDS);
            if let Some(option) = names.option(sheet, &at.index(0), issue, name)
                && options.add(sheet, at.index(0), option, name)
                && let Some(slot) = by_option.get_mut(option.index())
            {
                *slot = amount;
            }
        }
        supply.push((issue, by_option));
    }
    supply
}
