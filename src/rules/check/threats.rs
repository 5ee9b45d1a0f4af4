//! Threats and promises: what can be threatened with, and what has to be delivered.

use super::names::Names;
use super::sheet::{Seen, Sheet};
use crate::rules::decimal::Decimal;
use crate::rules::ids::{IssueId, PartyId, PartySet};
use crate::rules::level::{Effect, Promise, Threat};
use crate::rules::raw::{RawIssue, RawLevel, RawPromise, RawThreat};
use crate::rules::source::{Path, quote};

/// The threats.
pub(super) fn threats(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> Vec<Threat> {
    let at = Path::root().field("threats");
    let list = sheet.counted(&at, &raw.threats, 0..=32, "threats");
    sheet.ids(&at, list.iter().map(|threat| threat.id.as_str()));
    if let (false, None) = (list.is_empty(), &raw.standing) {
        sheet.fault_with(&at, "threats cost standing, but this level has no interest for it", || {
            format!("write for instance standing: {} at the top", quote(names.interests.name(0)))
        });
    }
    list.iter().enumerate().filter_map(|(i, raw)| threat(sheet, names, &at.index(i), raw)).collect()
}

fn threat(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawThreat) -> Option<Threat> {
    let by = names.party(sheet, &at.field("by"), &raw.by);
    let against = names.party(sheet, &at.field("against"), &raw.against);
    if by.is_some() && by == against {
        sheet.fault_with(&at.field("against"), "a party cannot threaten itself", || {
            "name the party that is threatened".to_owned()
        });
    }
    let at_demands = at.field("demands");
    let demands = sheet.counted(&at_demands, &raw.demands, 1..=16, "issues that may be demanded");
    let mut seen = Seen::new("issue");
    let mut list = Vec::new();
    for (i, (name, options)) in demands.iter().enumerate() {
        let at = at_demands.index(i);
        let Some(issue) = names.issue(sheet, &at.index(0), name) else { continue };
        seen.add(sheet, at.index(0), issue, name);
        list.push((issue, names.option_list(sheet, &at.index(1), issue, options)));
    }
    let effects = names.effects(sheet, &at.field("effects"), &raw.effects);
    for (party, who) in [(by, &raw.by), (against, &raw.against)] {
        if let Some(party) = party
            && points_of(&effects, party) >= 0
        {
            let message = format!("carried out, this does not hurt {}; the last rung hurts both", quote(who));
            sheet.fault_with(&at.field("effects"), message, || {
                "give both parties points below 0 in sum".to_owned()
            });
        }
    }
    let notice = sheet.number(&at.field("notice"), raw.notice, 1..=50);
    if names.rounds > 0 && (1..=50).contains(&raw.notice) && raw.notice >= names.rounds {
        let message = format!(
            "a deadline {} rounds ahead could never come: this level has {} rounds",
            raw.notice, names.rounds
        );
        sheet.fault_with(&at.field("notice"), message, || "give less notice".to_owned());
    }
    Some(Threat {
        id: raw.id.clone(),
        name: sheet.name(&at.field("name"), &raw.name),
        about: sheet.text(&at.field("about"), &raw.about),
        by: by?,
        against: against?,
        demands: list,
        notice: u16::try_from(notice).unwrap_or(1),
        backing_down: rungs(sheet, names, &at.field("backing_down"), raw.backing_down),
        giving_in: rungs(sheet, names, &at.field("giving_in"), raw.giving_in),
        effects,
        sources: names.origins(sheet, &at.field("sources"), &raw.sources),
    })
}

fn points_of(effects: &[Effect], party: PartyId) -> i64 {
    effects.iter().filter(|e| e.party == party).map(|e| e.units).sum()
}

/// What each rung costs: no less than the one below it.
fn rungs(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    at: &Path,
    (signal, demand, deadline): (Decimal, Decimal, Decimal),
) -> [i64; 3] {
    let mut last = 0;
    let mut units = [0; 3];
    for (i, value) in [signal, demand, deadline].into_iter().enumerate() {
        units[i] = sheet.points(&at.index(i), value, names.unit);
        if units[i] < last {
            let message = match i {
                0 => format!("expected 0 or more points of standing, found {value}"),
                _ => format!("a higher rung cannot cost less than the one below it; found {value}"),
            };
            sheet.fault(&at.index(i), message);
        }
        last = units[i].max(last);
    }
    units
}

/// The promise that options of an issue are.
pub(super) fn promise(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    issue: &Path,
    id: IssueId,
    raw: &RawIssue,
    consent: PartySet,
) -> Option<Promise> {
    let promise: &RawPromise = raw.promise.as_ref()?;
    let at = issue.field("promise");
    let by = names.party(sheet, &at.field("by"), &promise.by);
    let options = names.option_list(sheet, &at.field("options"), id, &promise.options);
    if let Some(place) = promise.options.iter().position(|option| *option == raw.start) {
        let message =
            format!("{} is in force at the start, so there is nothing to deliver", quote(&raw.start));
        sheet.fault_with(&at.field("options").index(place), message, || "take it out of the list".to_owned());
    }
    if let Some(by) = by
        && !consent.is_empty()
        && !consent.has(by)
    {
        let message = format!("{} need not sign this issue, so it cannot promise it", quote(&promise.by));
        sheet
            .fault_with(&at.field("by"), message, || "name a party whose consent the issue needs".to_owned());
    }
    let due = sheet.number(&at.field("due"), promise.due, 0..=50);
    Some(Promise {
        by: by?,
        options,
        due: u16::try_from(due).unwrap_or(0),
        risk: sheet.number(&at.field("risk"), promise.risk, 0..=100),
        about: sheet.text(&at.field("about"), &promise.about),
    })
}
