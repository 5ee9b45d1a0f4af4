//! Columns: points for every way to settle all issues at once.

use std::ops::RangeInclusive;

use super::names::Names;
use super::sheet::{MOST_UNITS, Seen, Sheet};
use crate::rules::ids::InterestId;
use crate::rules::level::Column;
use crate::rules::raw::RawLevel;
use crate::rules::source::Path;

/// What a number may be.
const LIMITS: RangeInclusive<i64> = -MOST_UNITS..=MOST_UNITS;

/// The columns. What does not fit the issues is noted and left out.
pub(super) fn columns(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> Vec<Column> {
    let at = Path::root().field("columns");
    let list = sheet.counted(&at, &raw.columns, 0..=32, "columns");
    // Chambers weigh options and linkages; what columns give would pass them by.
    if let Some(party) = raw.parties.iter().position(|party| party.chamber.is_some())
        && !list.is_empty()
    {
        let at = Path::root().field("parties").index(party).field("chamber");
        sheet.fault_with(&at, "a level with columns has no chambers: no bloc could weigh them", || {
            "leave the chamber out, or give the points by options and linkages".to_owned()
        });
    }
    let sizes = names.options.iter().map(|options| options.len().saturating_sub(1));
    let size = sizes.fold(1_usize, usize::saturating_mul);
    let mut seen = Seen::new("column");
    let mut columns = Vec::new();
    for (i, raw) in list.iter().enumerate() {
        let at = at.index(i);
        let units = at.field("units");
        let party = names.party(sheet, &at.field("party"), &raw.party);
        let interest = names.interests.find(sheet, &at.field("interest"), &raw.interest);
        if raw.units.len() != size {
            let message = format!("expected {size} numbers, found {}", raw.units.len());
            sheet.fault_with(&units, message, || {
                "one for each choice of options other than the start of each issue, the last issue fastest"
                    .to_owned()
            });
        }
        for (k, value) in raw.units.iter().enumerate().filter(|(_, value)| !LIMITS.contains(*value)) {
            sheet.number(&units.index(k), *value, LIMITS);
        }
        let (Some(party), Some(interest)) = (party, interest.map(InterestId::from_index)) else { continue };
        if seen.add(sheet, at.field("party"), (party, interest), &raw.party) {
            columns.push(Column { party, interest, units: raw.units.clone() });
        }
    }
    columns
}
