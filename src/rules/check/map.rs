//! What is drawn of a level: places, land and flows.

use super::names::Names;
use super::sheet::{Seen, Sheet};
use crate::rules::ids::{IssueId, OptionId};
use crate::rules::level::{Flow, Place};
use crate::rules::raw::{RawFlow, RawLevel, RawParty, RawPlace};
use crate::rules::source::{Path, name_help, quote};

/// The letters of all states that the map has, a line each; made together with the map.
const STATES: &str = include_str!("../../../assets/map/states.txt");

/// Most states whose land one party has.
const MOST_LAND: usize = 64;

/// A place.
pub(super) fn place(sheet: &mut Sheet<'_>, at: &Path, raw: Option<RawPlace>) -> Option<Place> {
    let (east, north) = raw?;
    Some(Place {
        east: sheet.hundredths(&at.index(0), east, -180..=180),
        north: sheet.hundredths(&at.index(1), north, -90..=90),
    })
}

/// The states whose land a party has; what another party has is in `taken` already.
pub(super) fn land<'r>(
    sheet: &mut Sheet<'_>,
    at: &Path,
    raw: &'r [String],
    taken: &mut Seen<&'r str>,
) -> Vec<String> {
    let list = sheet.counted(at, raw, 0..=MOST_LAND, "states");
    for (i, state) in list.iter().enumerate() {
        let at = at.index(i);
        if !STATES.lines().any(|known| known == state) {
            let message = format!("no state {} on the map", quote(state));
            sheet.fault_with(&at, message, || {
                name_help(state, STATES.lines()) + "; these are the three letters of ISO 3166-1"
            });
        } else {
            taken.add(sheet, at, state.as_str(), state);
        }
    }
    list.to_vec()
}

/// What flows under an issue.
pub(super) fn flow(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    issue: &Path,
    id: IssueId,
    level: &RawLevel,
    raw: &RawFlow,
) -> Option<Flow> {
    let at = issue.field("flow");
    let from = names.party(sheet, &at.field("from"), &raw.from);
    let to = names.party(sheet, &at.field("to"), &raw.to);
    if from.is_some() && from == to {
        sheet.fault_with(&at.field("to"), "nothing flows from a party to itself", || {
            "name another party".to_owned()
        });
    }
    for (party, name, field) in [(from, &raw.from, "from"), (to, &raw.to, "to")] {
        let placed = |raw: &RawParty| raw.place.is_some();
        if let Some(party) = party
            && !level.parties.get(party.index()).is_some_and(placed)
        {
            let message = format!("{} has no place on the map, so nothing can be drawn there", quote(name));
            sheet.fault_with(&at.field(field), message, || {
                "give that party a `place`, in degrees east and north".to_owned()
            });
        }
    }
    let count = names.options.get(id.index()).map_or(0, |options| options.len());
    let mut strength = vec![0; count];
    let mut seen = Seen::new("option");
    for (i, (name, value)) in raw.strength.iter().enumerate() {
        let at = at.field("strength").index(i);
        let value = sheet.number(&at.index(1), *value, 0..=100);
        if let Some(option) = names.option(sheet, &at.index(0), id, name)
            && seen.add(sheet, at.index(0), option, name)
            && let Some(slot) = strength.get_mut(OptionId::index(option))
        {
            *slot = value;
        }
    }
    if strength.iter().all(|value| *value == 0) {
        sheet.fault_with(
            &at.field("strength"),
            "this flow is never there: no option makes it strong",
            || "give at least one option a strength from 1 to 100".to_owned(),
        );
    }
    Some(Flow { kind: raw.kind, from: from?, to: to?, strength })
}
