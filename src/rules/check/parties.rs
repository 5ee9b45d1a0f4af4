//! Parties: capital, support, chambers, mandates and the trust between them.

use super::names::Names;
use super::sheet::{Seen, Sheet};
use crate::rules::ids::{ByParty, InterestId};
use crate::rules::level::{Archetype, Bloc, Chamber, Party, RedLine};
use crate::rules::raw::{RawArchetype, RawBloc, RawChamber, RawLevel, RawParty, RawRedLine};
use crate::rules::source::{Path, quote};

/// Trust where a level says nothing.
const PLAIN_TRUST: i64 = 50;

/// Net per point may reach this, up or down; more could overflow a vote.
const MOST_WEIGHT: i64 = 10;

/// Net may reach this, up or down.
const MOST_NET: i64 = 1000;

/// What a multiplier of one is: 100 where any party has mandates to draw, otherwise 1.
pub(super) fn percent(raw: &RawLevel) -> i64 {
    if raw.parties.iter().any(|party| !party.archetypes.is_empty()) { 100 } else { 1 }
}

/// The parties.
pub(super) fn parties(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> ByParty<Party> {
    let at = Path::root().field("parties");
    let one = percent(raw);
    let mut letters = Seen::new("letter");
    let mut states = Seen::new("state");
    let mut list = Vec::new();
    for (i, party) in raw.parties.iter().take(names.parties.len()).enumerate() {
        let here = at.index(i);
        letter(sheet, &here, party, &mut letters);
        let mut checked = self::party(sheet, names, &here, party, one);
        checked.land = super::map::land(sheet, &here.field("land"), &party.land, &mut states);
        list.push(checked);
    }
    ByParty(list)
}

fn letter<'r>(sheet: &mut Sheet<'_>, at: &Path, party: &'r RawParty, seen: &mut Seen<&'r str>) {
    let at = at.field("letter");
    let mut chars = party.letter.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if c.is_uppercase() => {
            seen.add(sheet, at, &party.letter, &party.letter);
        }
        _ => sheet.fault(&at, format!("expected one capital letter, found {}", quote(&party.letter))),
    }
}

fn party(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawParty, one: i64) -> Party {
    let capital = at.field("capital");
    let at_support = at.field("support");
    let aims = sheet.counted(&at.field("aims"), &raw.aims, 0..=32, "aims");
    let before = sheet.noted();
    let support = sheet.hundredths(&at_support.field("start"), raw.support.start, 0..=100);
    let floor = sheet.hundredths(&at_support.field("floor"), raw.support.floor, 0..=100);
    if floor > support && sheet.noted() == before {
        let message = format!(
            "the floor {} is above the support at the start, {}",
            raw.support.floor, raw.support.start
        );
        sheet.fault_with(&at_support.field("floor"), message, || {
            "the government would fall at once; write a floor of at most the start".to_owned()
        });
    }
    Party {
        id: raw.id.clone(),
        name: sheet.name(&at.field("name"), &raw.name),
        letter: raw.letter.clone(),
        capital_city: sheet.label(&at.field("capital_city"), &raw.capital_city),
        office: sheet.label(&at.field("office"), &raw.office),
        brief: sheet.text(&at.field("brief"), &raw.brief),
        aims: texts(sheet, &at.field("aims"), aims),
        capital: sheet.number(&capital.field("start"), raw.capital.start, 0..=1000),
        income: sheet.number(&capital.field("income"), raw.capital.income, 0..=1000),
        support,
        floor,
        drift: sheet.hundredths(&at_support.field("drift"), raw.support.drift, -100..=100),
        noise: sheet.number(&at_support.field("noise"), raw.support.noise, 0..=50),
        chamber: raw.chamber.as_ref().map(|raw| chamber(sheet, names, &at.field("chamber"), raw)),
        archetypes: archetypes(sheet, names, &at.field("archetypes"), &raw.archetypes, one),
        place: super::map::place(sheet, &at.field("place"), raw.place),
        land: Vec::new(),
    }
}

fn texts(sheet: &mut Sheet<'_>, at: &Path, list: &[String]) -> Vec<String> {
    list.iter().enumerate().map(|(i, text)| sheet.text(&at.index(i), text)).collect()
}

fn chamber(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawChamber) -> Chamber {
    let at_blocs = at.field("blocs");
    let list = sheet.counted(&at_blocs, &raw.blocs, 1..=32, "blocs");
    sheet.ids(&at_blocs, list.iter().map(|bloc| bloc.id.as_str()));
    let mut blocs = Vec::new();
    for (i, raw) in list.iter().enumerate() {
        blocs.push(bloc(sheet, names, &at_blocs.index(i), raw));
    }
    let seats: i64 = blocs.iter().map(|bloc| bloc.seats).sum();
    if !(1..=seats).contains(&raw.quorum) && !blocs.is_empty() {
        let message = format!("expected a quorum from 1 to {seats}, found {}", raw.quorum);
        sheet.fault_with(&at.field("quorum"), message, || {
            format!("the blocs of this chamber have {seats} seats in all")
        });
    }
    Chamber {
        name: sheet.name(&at.field("name"), &raw.name),
        quorum: raw.quorum,
        swing: sheet.number(&at.field("swing"), raw.swing, 0..=20),
        about: sheet.text(&at.field("about"), &raw.about),
        blocs,
    }
}

fn bloc(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawBloc) -> Bloc {
    let mut weights = vec![0; names.interests.len()];
    let mut seen = Seen::new("interest");
    for (i, (name, weight)) in raw.weights.iter().enumerate() {
        let at = at.field("weights").index(i);
        let value = sheet.hundredths(&at.index(1), *weight, -MOST_WEIGHT..=MOST_WEIGHT);
        if let Some(interest) = names.interests.find(sheet, &at.index(0), name)
            && seen.add(sheet, at.index(0), interest, name)
            && let Some(slot) = weights.get_mut(interest)
        {
            *slot = value;
        }
    }
    Bloc {
        id: raw.id.clone(),
        name: sheet.name(&at.field("name"), &raw.name),
        seats: sheet.number(&at.field("seats"), raw.seats, 1..=100_000),
        base: sheet.hundredths(&at.field("base"), raw.base, -MOST_NET..=MOST_NET),
        weights,
        validation: sheet.hundredths(&at.field("validation"), raw.validation, -MOST_NET..=MOST_NET),
        government: raw.government,
    }
}

fn archetypes(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    at: &Path,
    raw: &[RawArchetype],
    one: i64,
) -> Vec<Archetype> {
    let list = sheet.counted(at, raw, 0..=32, "archetypes");
    sheet.ids(at, list.iter().map(|archetype| archetype.id.as_str()));
    if list.is_empty() {
        return vec![Archetype {
            id: String::new(),
            name: String::new(),
            about: String::new(),
            weight: 1,
            percent: vec![one; names.interests.len()],
            red_lines: Vec::new(),
        }];
    }
    let mut archetypes = Vec::new();
    for (i, raw) in list.iter().enumerate() {
        archetypes.push(archetype(sheet, names, &at.index(i), raw, one));
    }
    archetypes
}

fn archetype(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawArchetype, one: i64) -> Archetype {
    let mut percent = vec![one; names.interests.len()];
    let mut seen = Seen::new("interest");
    for (i, (name, value)) in raw.percent.iter().enumerate() {
        let at = at.field("percent").index(i);
        let value = sheet.number(&at.index(1), *value, 0..=1000);
        if let Some(interest) = names.interests.find(sheet, &at.index(0), name)
            && seen.add(sheet, at.index(0), interest, name)
            && let Some(slot) = percent.get_mut(InterestId::from_index(interest).index())
        {
            *slot = value;
        }
    }
    let lines = at.field("red_lines");
    let red_lines = sheet.counted(&lines, &raw.red_lines, 0..=32, "red lines").iter().enumerate();
    Archetype {
        id: raw.id.clone(),
        name: sheet.name(&at.field("name"), &raw.name),
        about: sheet.text(&at.field("about"), &raw.about),
        weight: sheet.number(&at.field("weight"), raw.weight, 1..=1000),
        percent,
        red_lines: red_lines.filter_map(|(i, raw)| red_line(sheet, names, &lines.index(i), raw)).collect(),
    }
}

fn red_line(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawRedLine) -> Option<RedLine> {
    let why = sheet.text(&at.field("why"), &raw.why);
    let issue = names.issue(sheet, &at.field("issue"), &raw.issue)?;
    let options = names.option_list(sheet, &at.field("options"), issue, &raw.options);
    Some(RedLine { issue, options, why })
}

/// Trust between the parties at the start.
pub(super) fn trust(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> ByParty<ByParty<i64>> {
    let count = names.parties.len();
    let mut trust = ByParty::from_fn(count, |_| ByParty::from_fn(count, |_| PLAIN_TRUST));
    let mut seen = Seen::new("pair");
    for (i, (who, whom, value)) in raw.trust.iter().enumerate() {
        let at = Path::root().field("trust").index(i);
        let value = sheet.number(&at.index(2), *value, 0..=100);
        let from = names.party(sheet, &at.index(0), who);
        let to = names.party(sheet, &at.index(1), whom);
        let (Some(from), Some(to)) = (from, to) else {
            continue;
        };
        if from == to {
            sheet.fault(
                &at.index(1),
                format!("{} is named twice; trust is between two different parties", quote(who)),
            );
        } else if seen.add(sheet, at, (from, to), &format!("{who}, {whom}")) {
            trust[from][to] = value;
        }
    }
    trust
}
