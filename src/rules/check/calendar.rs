//! The calendar: stops, and who sits together there.

use super::names::Names;
use super::sheet::{Seen, Sheet};
use crate::rules::ids::PartySet;
use crate::rules::level::{Seating, Stop};
use crate::rules::raw::{RawLevel, RawRound, RawTable};
use crate::rules::source::Path;

/// The stops.
pub(super) fn rounds(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> Vec<Stop> {
    let at = Path::root().field("rounds");
    let most = usize::try_from(names.rounds).unwrap_or(0);
    let rounds = raw.rounds.iter().take(most).enumerate();
    rounds.map(|(i, raw)| stop(sheet, names, &at.index(i), raw)).collect()
}

fn stop(sheet: &mut Sheet<'_>, names: &Names<'_>, at: &Path, raw: &RawRound) -> Stop {
    let at_tables = at.field("tables");
    // Four parties can sit together in eleven ways.
    let list = sheet.counted(&at_tables, &raw.tables, 0..=11, "tables");
    let mut seen = Seen::new("table");
    let mut tables = Vec::new();
    for (i, table) in list.iter().enumerate() {
        tables.push(seating(sheet, names, &at_tables.index(i), table, &mut seen));
    }
    Stop {
        name: sheet.name(&at.field("name"), &raw.name),
        date: sheet.label(&at.field("date"), &raw.date),
        about: sheet.text(&at.field("about"), &raw.about),
        tables,
        place: super::map::place(sheet, &at.field("place"), raw.place),
    }
}

fn seating(
    sheet: &mut Sheet<'_>,
    names: &Names<'_>,
    at: &Path,
    raw: &RawTable,
    seen: &mut Seen<PartySet>,
) -> Seating {
    let parties = names.party_set(sheet, &at.field("parties"), &raw.parties, 2);
    if parties.len() >= 2 {
        seen.add(sheet, at.field("parties"), parties, &raw.parties.join(", "));
    }
    let net = sheet.hundredths(&at.field("net"), raw.net, -1000..=1000);
    Seating { parties, net }
}
