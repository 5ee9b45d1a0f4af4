//! Options that belong together: constraints and linkages.

use super::names::Names;
use super::sheet::{Seen, Sheet};
use crate::rules::ids::{IssueId, OptionId};
use crate::rules::level::{Constraint, Linkage};
use crate::rules::raw::{RawConstraint, RawLevel, RawLinkage};
use crate::rules::source::Path;

/// The constraints.
pub(super) fn constraints(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> Vec<Constraint> {
    let at = Path::root().field("constraints");
    let list = sheet.counted(&at, &raw.constraints, 0..=64, "constraints").iter().enumerate();
    list.map(|(i, raw)| match raw {
        RawConstraint::Together(terms) => Constraint::Together(together(sheet, names, &at.index(i), terms)),
        RawConstraint::Exclusive(list) => {
            Constraint::Exclusive(names.issue_list(sheet, &at.index(i), list, 2))
        }
    })
    .collect()
}

fn together(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    at: &Path,
    raw: &[(String, String)],
) -> Vec<(IssueId, OptionId)> {
    if raw.len() < 2 {
        sheet.counted(at, raw, 2..=usize::MAX, "issues with an option each");
    }
    let mut seen = Seen::new("issue");
    let mut terms = Vec::new();
    for (i, (issue, option)) in raw.iter().enumerate() {
        let at = at.index(i);
        let Some(id) = names.issue(sheet, &at.index(0), issue) else {
            continue;
        };
        seen.add(sheet, at.index(0), id, issue);
        terms.extend(names.option(sheet, &at.index(1), id, option).map(|option| (id, option)));
    }
    terms
}

/// The linkages.
pub(super) fn linkages(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> Vec<Linkage> {
    let at = Path::root().field("linkages");
    let list = sheet.counted(&at, &raw.linkages, 0..=256, "linkages");
    sheet.ids(&at, list.iter().map(|linkage| linkage.id.as_str()));
    list.iter().enumerate().map(|(i, raw)| linkage(sheet, names, &at.index(i), raw)).collect()
}

fn linkage(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawLinkage) -> Linkage {
    let at_when = at.field("when");
    let list = sheet.counted(&at_when, &raw.when, 2..=3, "issues that a linkage joins");
    let mut seen = Seen::new("issue");
    let mut when = Vec::new();
    for (i, (name, options)) in list.iter().enumerate() {
        let at = at_when.index(i);
        let Some(issue) = names.issue(sheet, &at.index(0), name) else {
            continue;
        };
        seen.add(sheet, at.index(0), issue, name);
        when.push((issue, names.option_list(sheet, &at.index(1), issue, options)));
    }
    Linkage {
        id: raw.id.clone(),
        name: sheet.name(&at.field("name"), &raw.name),
        when,
        effects: names.effects(sheet, &at.field("effects"), &raw.effects),
    }
}
