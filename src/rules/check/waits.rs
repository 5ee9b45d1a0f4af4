//! Events that can never happen: conditions that contradict each other, and events that wait in a circle.

use super::names::Names;
use super::sheet::Sheet;
use crate::rules::ids::PartySet;
use crate::rules::level::{Happening, Level, Trigger};
use crate::rules::raw::{RawCondition, RawEvent, RawLevel};
use crate::rules::source::{Path, quote};

/// How many events of a circle are named.
const NAMED: usize = 8;

/// Notes what is wrong with the conditions of each event and of all together.
pub(super) fn conditions(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel, level: &Level) {
    let at = Path::root().field("events");
    let mut waits = Vec::new();
    for (i, (event, checked)) in raw.events.iter().zip(&level.happenings).enumerate() {
        let at = at.index(i);
        let when: Vec<Wish> = wishes(names, event, &at.field("when"));
        contradictions(sheet, names, &when);
        waits.push(when.iter().filter_map(wait).collect());
        dates(sheet, names, level, checked, &when);
    }
    circles(sheet, names, &waits);
}

/// A condition with its names looked up; what could not be found is a fault already.
struct Wish {
    at: Path,
    what: What,
}

enum What {
    InForce(usize, Vec<usize>),
    Pact(bool, PartySet),
    Happened(bool, usize),
}

fn wishes(names: &Names<'_>, event: &RawEvent, at: &Path) -> Vec<Wish> {
    let parties = |list: &[String]| -> PartySet {
        let found = list.iter().filter_map(|name| names.parties.get(name));
        found.map(crate::rules::ids::PartyId::from_index).collect()
    };
    let mut wishes = Vec::new();
    for (i, raw) in event.when.iter().take(32).enumerate() {
        let what = match raw {
            RawCondition::InForce(issue, options) => names.issues.get(issue).and_then(|issue| {
                let known = names.options.get(issue)?;
                Some(What::InForce(issue, options.iter().filter_map(|name| known.get(name)).collect()))
            }),
            RawCondition::Pact(list) => Some(What::Pact(true, parties(list))),
            RawCondition::NoPact(list) => Some(What::Pact(false, parties(list))),
            RawCondition::Happened(name) => names.events.get(name).map(|event| What::Happened(true, event)),
            RawCondition::NotHappened(name) => {
                names.events.get(name).map(|event| What::Happened(false, event))
            }
        };
        wishes.extend(what.map(|what| Wish { at: at.index(i), what }));
    }
    wishes
}

fn contradictions(sheet: &mut Sheet<'_>, names: &Names<'_>, when: &[Wish]) {
    for (i, later) in when.iter().enumerate() {
        let clash = when.iter().take(i).find_map(|earlier| clash(names, &earlier.what, &later.what));
        if let Some(why) = clash {
            sheet.fault_with(&later.at, format!("{why}, so this event can never happen"), || {
                "take out one of the two conditions".to_owned()
            });
        }
    }
}

/// Why two conditions can never both hold.
fn clash(names: &Names<'_>, a: &What, b: &What) -> Option<String> {
    match (a, b) {
        (What::Happened(a_yes, a), What::Happened(b_yes, b)) if a == b && a_yes != b_yes => Some(format!(
            "the event {} must have happened and must not have happened",
            quote(names.events.name(*a))
        )),
        (What::Pact(true, with), What::Pact(false, without))
        | (What::Pact(false, without), What::Pact(true, with))
            if !without.is_empty() && with.covers(*without) =>
        {
            let list: Vec<&str> = without.iter().map(|party| names.parties.name(party.index())).collect();
            Some(format!("a pact of {} must stand and must not stand", list.join(" and ")))
        }
        (What::InForce(a, first), What::InForce(b, second))
            if a == b
                && !first.is_empty()
                && !second.is_empty()
                && !first.iter().any(|o| second.contains(o)) =>
        {
            let issue = quote(names.issues.name(*a));
            Some(format!("two conditions want different options of the issue {issue} at once"))
        }
        _ => None,
    }
}

/// An event with a date cannot wait for one with a later date.
fn dates(sheet: &mut Sheet<'_>, names: &Names<'_>, level: &Level, event: &Happening, when: &[Wish]) {
    let Trigger::Round(now) = event.trigger else {
        return;
    };
    for wish in when {
        if let What::Happened(true, other) = wish.what
            && let Some(Happening { trigger: Trigger::Round(then), .. }) = level.happenings.get(other)
            && *then > now
        {
            let name = quote(names.events.name(other));
            let message =
                format!("the event {name} is at round {}, after this one at round {}", then.0, now.0);
            sheet.fault_with(&wish.at, message, || {
                "change one of the two rounds, or take out this condition".to_owned()
            });
        }
    }
}

/// That an event waits for another.
struct Wait {
    to: usize,
    happened: bool,
    at: Path,
}

fn wait(wish: &Wish) -> Option<Wait> {
    match wish.what {
        What::Happened(happened, to) => Some(Wait { to, happened, at: wish.at.clone() }),
        _ => None,
    }
}

/// Follows the waits from each event once, and notes each circle where it closes.
fn circles(sheet: &mut Sheet<'_>, names: &Names<'_>, waits: &[Vec<Wait>]) {
    let mut done = vec![false; waits.len()];
    for start in 0..waits.len() {
        // The way from the start, each event with the number of the wait to follow next.
        let mut way: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some((event, next)) = way.last_mut() {
            let event = *event;
            let wait = waits.get(event).filter(|_| !done[event]).and_then(|list| list.get(*next));
            *next += 1;
            let Some(wait) = wait else {
                done[event] = true;
                way.pop();
                continue;
            };
            match way.iter().position(|(e, _)| *e == wait.to) {
                Some(from) => circle(sheet, names, waits, &way[from..]),
                None => way.push((wait.to, 0)),
            }
        }
    }
}

fn circle(sheet: &mut Sheet<'_>, names: &Names<'_>, waits: &[Vec<Wait>], way: &[(usize, usize)]) {
    let mut links: Vec<(usize, &Wait)> = way
        .iter()
        .filter_map(|(event, next)| Some((*event, waits.get(*event)?.get(next.checked_sub(1)?)?)))
        .collect();
    let say = |(from, wait): &(usize, &Wait)| {
        let (from, to) = (quote(names.events.name(*from)), quote(names.events.name(wait.to)));
        match wait.happened {
            true => format!("{from} waits for {to}"),
            false => format!("{from} happens only before {to}"),
        }
    };
    // Told from its first event in the file.
    let least = (0..links.len()).min_by_key(|i| links[*i].0).unwrap_or(0);
    links.rotate_left(least);
    let Some((event, first)) = links.first() else {
        return;
    };
    if links.len() == 1 {
        let name = quote(names.events.name(*event));
        sheet.fault_with(&first.at, format!("the event {name} waits for itself"), || match first.happened {
            true => "take out this condition".to_owned(),
            false => {
                "take out this condition; an event happens at most once anyway, unless it says once: false"
                    .to_owned()
            }
        });
        return;
    }
    let mut said: Vec<String> = links.iter().take(NAMED).map(say).collect();
    if links.len() > NAMED {
        said.push(format!("and so on, {} events in all", links.len()));
    }
    sheet.fault_with(&first.at, format!("these events wait in a circle: {}", said.join(", ")), || {
        "take out one of these conditions".to_owned()
    });
}
