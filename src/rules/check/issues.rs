//! Issues: options, consent, what changes by itself, public backing.

use super::names::Names;
use super::sheet::{Seen, Sheet};
use crate::rules::ids::{IssueId, OptionId, PartyId, PartySet, Round};
use crate::rules::level::{Alone, Change, Choice, Issue, Validation};
use crate::rules::raw::{RawIssue, RawLevel, RawOption, RawValidation};
use crate::rules::source::{Path, quote};

/// Names of the pictures of issues.
const ICONS: [&str; 9] = ["tariff", "money", "pen", "shield", "star", "mineral", "gate", "ship", "paper"];

/// The issues.
pub(super) fn issues(sheet: &mut Sheet<'_>, names: &Names<'_>, level: &RawLevel) -> Vec<Issue> {
    let at = Path::root().field("issues");
    let issues = level.issues.iter().take(names.issues.len()).enumerate();
    issues.map(|(i, raw)| issue(sheet, names, &at.index(i), IssueId::from_index(i), level, raw)).collect()
}

fn issue(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    at: &Path,
    id: IssueId,
    level: &RawLevel,
    raw: &RawIssue,
) -> Issue {
    let giver = raw.giver.as_ref().and_then(|name| names.party(sheet, &at.field("giver"), name));
    let controller =
        raw.controller.as_ref().and_then(|name| names.party(sheet, &at.field("controller"), name));
    if raw.alone != Alone::Never && raw.controller.is_none() {
        sheet.fault_with(
            &at.field("alone"),
            "nobody controls this issue, so nobody can move it alone",
            || "name a controller, or leave out `alone`".to_owned(),
        );
    }
    sheet.word(&at.field("icon"), "picture", &raw.icon, &ICONS);
    let start = names.option(sheet, &at.field("start"), id, &raw.start).unwrap_or_default();
    let consent = consent(sheet, names, at, raw, controller);
    let validation = raw.validation.as_ref();
    Issue {
        id: raw.id.clone(),
        name: sheet.name(&at.field("name"), &raw.name),
        about: sheet.text(&at.field("about"), &raw.about),
        icon: raw.icon.clone(),
        giver,
        controller,
        alone: raw.alone,
        consent,
        ratify: raw.ratify,
        in_person: raw.in_person,
        headline: headline(sheet, names, at, raw, level.standing.is_some()),
        needs: raw.needs,
        start,
        schedule: schedule(sheet, names, at, id, raw),
        validation: validation
            .and_then(|backing| self::validation(sheet, names, at, id, backing, controller)),
        promise: super::threats::promise(sheet, names, at, id, raw, consent),
        flow: raw.flow.as_ref().and_then(|flow| super::map::flow(sheet, names, at, id, level, flow)),
        options: options(sheet, names, at, id, raw),
        sources: names.origins(sheet, &at.field("sources"), &raw.sources),
    }
}

fn consent(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    issue: &Path,
    raw: &RawIssue,
    controller: Option<PartyId>,
) -> PartySet {
    let at = issue.field("consent");
    let set = names.party_set(sheet, &at, &raw.consent, 0);
    let Some(name) = &raw.controller else {
        if raw.consent.len() < 2 {
            let message =
                "nobody controls this issue, so name at least two parties whose consent a pact needs";
            sheet.fault_with(&at, message, || {
                let (one, other) = (quote(names.parties.name(0)), quote(names.parties.name(1)));
                format!("write for instance consent: [{one}, {other}], or name a controller")
            });
        }
        return set;
    };
    if let Some(controller) = controller {
        if raw.consent.is_empty() {
            return PartySet::one(controller);
        }
        if !set.has(controller) {
            let message = format!("{} controls this issue, so its consent is needed too", quote(name));
            sheet.fault_with(&at, message, || format!("add {} to the list", quote(name)));
        }
    }
    set
}

fn headline(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    issue: &Path,
    raw: &RawIssue,
    has_standing: bool,
) -> i64 {
    let at = issue.field("headline");
    let units = sheet.points(&at, raw.headline, names.unit);
    if units < 0 {
        sheet.fault(
            &at,
            format!("expected 0 or more points of standing to share out, found {}", raw.headline),
        );
    } else if units > 0 && !has_standing {
        sheet.fault_with(
            &at,
            "this shares out points of standing, but no interest is named as standing",
            || {
                format!(
                    "name one at the top of the file, for instance standing: {}",
                    quote(names.interests.name(0))
                )
            },
        );
    }
    units
}

fn schedule(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    issue: &Path,
    id: IssueId,
    raw: &RawIssue,
) -> Vec<Change> {
    let at = issue.field("schedule");
    let list = sheet.counted(&at, &raw.schedule, 0..=200, "scheduled changes");
    let mut changes = Vec::new();
    let mut last = 1;
    for (i, change) in list.iter().enumerate() {
        let at = at.index(i);
        let at_round = at.field("round");
        if change.round == 1 {
            sheet.fault_with(&at_round, "a change at round 1 would contradict the start", || {
                "write the option as `start` instead, or choose a later round".to_owned()
            });
        } else if names.rounds < 2 {
            sheet.fault(&at_round, "this level has one round only, so nothing can change by itself");
        } else if (2..=names.rounds).contains(&change.round) && change.round <= last {
            let message = format!("round {} comes after round {last} in this list", change.round);
            sheet.fault_with(&at_round, message, || {
                "list the changes in the order of rounds, one for each round at most".to_owned()
            });
        } else {
            sheet.number(&at_round, change.round, 2..=names.rounds);
        }
        last = last.max(change.round);
        let option = names.option(sheet, &at.field("option"), id, &change.option).unwrap_or_default();
        let unless_pact = names.party_set(sheet, &at.field("unless_pact"), &change.unless_pact, 0);
        changes.push(Change { round: round(change.round), option, unless_pact });
    }
    changes
}

/// A round that was checked to be on the calendar.
pub(super) fn round(number: i64) -> Round {
    Round(u16::try_from(number).unwrap_or(u16::MAX))
}

fn validation(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    issue: &Path,
    id: IssueId,
    raw: &RawValidation,
    controller: Option<PartyId>,
) -> Option<Validation> {
    let at = issue.field("validation");
    let count = names.options.get(id.index()).map_or(0, |options| options.len());
    let mut levels = vec![0; count];
    let mut seen = Seen::new("option");
    for (i, (name, value)) in raw.levels.iter().enumerate() {
        let at = at.field("levels").index(i);
        let value = sheet.hundredths(&at.index(1), *value, 0..=1);
        if let Some(option) = names.option(sheet, &at.index(0), id, name)
            && seen.add(sheet, at.index(0), option, name)
            && let Some(slot) = levels.get_mut(OptionId::index(option))
        {
            *slot = value;
        }
    }
    let to = names.party(sheet, &at.field("to"), &raw.to)?;
    if Some(to) == controller {
        let message =
            format!("{} controls this issue and would give public backing to itself", quote(&raw.to));
        sheet.fault_with(&at.field("to"), message, || "name the party that receives it".to_owned());
    }
    Some(Validation { to, levels })
}

fn options(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    issue: &Path,
    id: IssueId,
    raw: &RawIssue,
) -> Vec<Choice> {
    let at = issue.field("options");
    let count = names.options.get(id.index()).map_or(0, |options| options.len());
    let options = raw.options.iter().take(count).enumerate();
    options.map(|(i, raw)| choice(sheet, names, &at.index(i), raw)).collect()
}

fn choice(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawOption) -> Choice {
    Choice {
        id: raw.id.clone(),
        name: sheet.name(&at.field("name"), &raw.name),
        note: sheet.text(&at.field("note"), &raw.note),
        effects: names.effects(sheet, &at.field("effects"), &raw.effects),
        per_round: names.effects(sheet, &at.field("per_round"), &raw.per_round),
        sources: names.origins(sheet, &at.field("sources"), &raw.sources),
    }
}
