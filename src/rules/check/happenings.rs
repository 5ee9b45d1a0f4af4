//! Events: when they happen and what they do.

use super::issues::round;
use super::names::Names;
use super::sheet::Sheet;
use crate::rules::ids::{HappeningId, InterestId, PartySet};
use crate::rules::level::{Condition, Effect, Happening, Outcome, Trigger};
use crate::rules::raw::{RawCondition, RawEvent, RawLevel, RawOutcome, RawTrigger};
use crate::rules::source::Path;

/// The events.
pub(super) fn happenings(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> Vec<Happening> {
    let at = Path::root().field("events");
    let events = raw.events.iter().take(names.events.len()).enumerate();
    events.map(|(i, raw)| happening(sheet, names, &at.index(i), raw)).collect()
}

fn happening(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawEvent) -> Happening {
    let (at_when, at_outcomes) = (at.field("when"), at.field("outcomes"));
    let when = sheet.counted(&at_when, &raw.when, 0..=32, "conditions").iter().enumerate();
    let outcomes = sheet.counted(&at_outcomes, &raw.outcomes, 0..=64, "outcomes").iter().enumerate();
    Happening {
        id: raw.id.clone(),
        headline: sheet.line(&at.field("headline"), &raw.headline),
        about: sheet.text(&at.field("about"), &raw.about),
        trigger: trigger(sheet, names, &at.field("trigger"), &raw.trigger),
        chance: raw.chance.and_then(|chance| self::chance(sheet, &at.field("chance"), chance)),
        when: when.filter_map(|(i, raw)| condition(sheet, names, &at_when.index(i), raw)).collect(),
        once: raw.once,
        outcomes: outcomes.filter_map(|(i, raw)| outcome(sheet, names, &at_outcomes.index(i), raw)).collect(),
        sources: names.origins(sheet, &at.field("sources"), &raw.sources),
    }
}

fn trigger(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawTrigger) -> Trigger {
    match raw {
        RawTrigger::Round(number) => {
            if !(1..=names.rounds).contains(number) {
                let message =
                    format!("there is no round {number}; the rounds of this level are 1 to {}", names.rounds);
                sheet.fault(&at.index(0), message);
            }
            Trigger::Round(round(*number))
        }
        RawTrigger::EachRound => Trigger::EachRound,
        RawTrigger::Signed(list) => Trigger::Signed(names.party_set(sheet, at, list, 2)),
    }
}

fn chance(sheet: &mut Sheet<'_>, at: &Path, percent: i64) -> Option<u64> {
    if percent == 100 {
        sheet.fault_with(at, "expected a whole number from 1 to 99, found 100", || {
            "leave out `chance` for an event that is certain".to_owned()
        });
    } else {
        sheet.number(at, percent, 1..=99);
    }
    u64::try_from(percent).ok()
}

fn condition(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawCondition) -> Option<Condition> {
    let mut parties = |list: &[String]| -> PartySet { names.party_set(sheet, at, list, 1) };
    Some(match raw {
        RawCondition::InForce(issue, options) => {
            let issue = names.issue(sheet, &at.index(0), issue)?;
            Condition::InForce(issue, names.option_list(sheet, &at.index(1), issue, options))
        }
        RawCondition::Pact(list) => Condition::Pact(parties(list)),
        RawCondition::NoPact(list) => Condition::NoPact(parties(list)),
        RawCondition::Happened(name) => Condition::Happened(event(sheet, names, at, name)?),
        RawCondition::NotHappened(name) => Condition::NotHappened(event(sheet, names, at, name)?),
    })
}

fn event(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, name: &str) -> Option<HappeningId> {
    names.events.find(sheet, &at.index(0), name).map(HappeningId::from_index)
}

fn outcome(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawOutcome) -> Option<Outcome> {
    match raw {
        RawOutcome::Points(party, interest, value) => {
            let units = sheet.points(&at.index(2), *value, names.unit);
            let interest = names.interests.find(sheet, &at.index(1), interest);
            let party = names.party(sheet, &at.index(0), party)?;
            let interest = InterestId::from_index(interest?);
            (units != 0).then_some(Outcome::Points(Effect { party, interest, units }))
        }
        RawOutcome::Support(party, value) => {
            let amount = sheet.hundredths(&at.index(1), *value, -100..=100);
            Some(Outcome::Support(names.party(sheet, &at.index(0), party)?, amount))
        }
        RawOutcome::Capital(party, value) => {
            let amount = sheet.number(&at.index(1), *value, -1000..=1000);
            Some(Outcome::Capital(names.party(sheet, &at.index(0), party)?, amount))
        }
        RawOutcome::Stock(resource, value) => {
            let amount = sheet.hundredths(&at.index(1), *value, -1000..=1000);
            Some(Outcome::Stock(names.resource(sheet, &at.index(0), resource)?, amount))
        }
    }
}
