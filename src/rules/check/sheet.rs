//! The sheet on which faults are noted, and the checks of single values.
//!
//! Each check notes what is wrong and gives back a value all the same, so that the next one can go on. A
//! level with a fault is never handed out.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::rules::decimal::Decimal;
use crate::rules::source::{Fault, Faults, Path, Source, locate, name_help, quote};

/// How many faults are noted; more help nobody.
const MOST: usize = 40;

/// The longest id, in characters.
const LONGEST_ID: usize = 40;

/// The longest name, in characters.
const LONGEST_NAME: usize = 80;

/// The longest text of a single line, in characters.
const LONGEST_LINE: usize = 300;

/// The longest text, in characters.
const LONGEST_TEXT: usize = 8000;

/// Points may reach this many units, up or down.
pub(super) const MOST_UNITS: i64 = 1_000_000_000;

/// The faults of one file.
pub(super) struct Sheet<'a> {
    source: &'a Source,
    faults: Vec<Fault>,
    full: bool,
}

impl<'a> Sheet<'a> {
    /// No fault yet.
    pub(super) fn new(source: &'a Source) -> Self {
        Self { source, faults: Vec::new(), full: false }
    }

    /// Notes a fault, made only if there is room for it.
    pub(super) fn push(&mut self, fault: impl FnOnce(&Source) -> Fault) {
        if self.faults.len() < MOST {
            self.faults.push(fault(self.source));
        } else {
            self.full = true;
        }
    }

    /// Notes what is wrong with the value at a path.
    pub(super) fn fault(&mut self, at: &Path, message: impl Into<String>) {
        self.push(|source| Fault::at(source, at, message));
    }

    /// The same with a help line.
    pub(super) fn fault_with(
        &mut self,
        at: &Path,
        message: impl Into<String>,
        help: impl FnOnce() -> String,
    ) {
        self.push(|source| Fault::at(source, at, message).with_help(help()));
    }

    /// How many faults are noted: equal numbers before and after a check mean that it found none.
    pub(super) fn noted(&self) -> usize {
        self.faults.len()
    }

    /// The faults, if there are any.
    pub(super) fn done(mut self) -> Result<(), Faults> {
        if self.full {
            let message =
                format!("more than {MOST} things are wrong in this file; here are the first {MOST}");
            self.faults.push(Fault::at(self.source, &Path::root(), message));
        }
        Faults::check(self.faults)
    }

    /// Where a value stands, in words.
    fn place_of(&self, at: &Path) -> String {
        let place = locate(self.source, at);
        format!("line {}, column {}", place.line, place.column)
    }

    /// A list with a fitting number of entries; one that is too long is cut.
    pub(super) fn counted<'r, T>(
        &mut self,
        at: &Path,
        list: &'r [T],
        count: RangeInclusive<usize>,
        what: &str,
    ) -> &'r [T] {
        let (least, most, found) = (*count.start(), *count.end(), list.len());
        if !count.contains(&found) {
            let expected = match (least, most) {
                (0, _) => format!("at most {most}"),
                _ if most == least + 1 => format!("{least} or {most}"),
                (_, usize::MAX) => format!("at least {least}"),
                _ => format!("{least} to {most}"),
            };
            self.fault(at, format!("expected {expected} {what}, found {found}"));
        }
        list.get(..most.min(found)).unwrap_or(list)
    }

    /// A whole number within limits.
    pub(super) fn number(&mut self, at: &Path, value: i64, range: RangeInclusive<i64>) -> i64 {
        let (least, most) = (*range.start(), *range.end());
        if !range.contains(&value) {
            self.fault(at, format!("expected a whole number from {least} to {most}, found {value}"));
        }
        value.clamp(least, most.max(least))
    }

    /// A number with up to two decimals within limits, in hundredths.
    pub(super) fn hundredths(&mut self, at: &Path, value: Decimal, range: RangeInclusive<i64>) -> i64 {
        let (least, most) = (*range.start(), *range.end());
        let power = 10_i128.checked_pow(u32::from(value.places())).unwrap_or(1);
        let found = i128::from(value.mantissa());
        if found < i128::from(least) * power || found > i128::from(most) * power {
            self.fault(at, format!("expected a number from {least} to {most}, found {value}"));
            return least.saturating_mul(100);
        }
        value.scaled(100).unwrap_or_else(|| {
            self.fault(at, format!("expected at most two decimals, found {value}"));
            least.saturating_mul(100)
        })
    }

    /// Points, in units.
    pub(super) fn points(&mut self, at: &Path, value: Decimal, unit: i64) -> i64 {
        let power = 10_i128.checked_pow(u32::from(value.places())).unwrap_or(1);
        let found = i128::from(value.mantissa()) * i128::from(unit);
        let largest = i128::from(MOST_UNITS);
        if found.abs() > largest * power {
            let most = largest / i128::from(unit.max(1));
            self.fault(at, format!("expected points from -{most} to {most}, found {value}"));
            return 0;
        }
        value.scaled(unit).unwrap_or_else(|| {
            let message = match unit {
                1 => format!("{value} has decimals, but the unit of this level is a whole point"),
                _ => format!("{value} has more decimals than a unit of 1/{unit} point holds"),
            };
            self.fault_with(at, message, || match 10_i64.checked_pow(u32::from(value.places())) {
                Some(finer) if finer <= 1_000_000 => {
                    format!("round it, or write unit: {finer} at the top")
                }
                _ => "round it".to_owned(),
            });
            0
        })
    }

    /// A text without limits but its length.
    pub(super) fn text(&mut self, at: &Path, text: &str) -> String {
        self.short(at, text, LONGEST_TEXT);
        text.to_owned()
    }

    /// A name: one line, not empty.
    pub(super) fn name(&mut self, at: &Path, text: &str) -> String {
        self.filled(at, text, "a name");
        self.single(at, text, LONGEST_NAME)
    }

    /// A headline: one line, not empty.
    pub(super) fn line(&mut self, at: &Path, text: &str) -> String {
        self.filled(at, text, "a line of text");
        self.single(at, text, LONGEST_LINE)
    }

    /// A text on one line, perhaps empty.
    pub(super) fn label(&mut self, at: &Path, text: &str) -> String {
        self.single(at, text, LONGEST_LINE)
    }

    /// Refuses a text that is empty.
    pub(super) fn filled(&mut self, at: &Path, text: &str, what: &str) {
        if text.trim().is_empty() {
            self.fault(at, format!("this is empty; write {what}"));
        }
    }

    fn single(&mut self, at: &Path, text: &str, most: usize) -> String {
        if text.contains(['\n', '\r']) {
            self.fault(at, "this has to fit on one line; take the line break out");
        }
        self.short(at, text, most);
        text.to_owned()
    }

    fn short(&mut self, at: &Path, text: &str, most: usize) {
        if text.len() > most {
            let found = text.chars().count();
            if found > most {
                self.fault(at, format!("expected at most {most} characters, found {found}"));
            }
        }
    }

    /// One of a few words, or nothing.
    pub(super) fn word(&mut self, at: &Path, what: &str, text: &str, among: &[&str]) {
        if !text.is_empty() && !among.contains(&text) {
            self.fault_with(at, format!("no {what} {} here", quote(text)), || {
                name_help(text, among.iter().copied())
            });
        }
    }

    /// An id.
    pub(super) fn id(&mut self, at: &Path, id: &str) -> String {
        let starts = id.starts_with(|c: char| c.is_ascii_lowercase());
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if !starts || id.len() > LONGEST_ID || !id.chars().all(fits) {
            let message = match id {
                "" => "this id is empty".to_owned(),
                _ => format!("{} is not a valid id", quote(id)),
            };
            self.fault_with(at, message, || {
                format!(
                    "use small letters a to z, digits and _, a letter first, at most {LONGEST_ID} characters"
                )
            });
        }
        id.to_owned()
    }

    /// The ids of a list: each valid, no two the same.
    pub(super) fn ids<'r>(&mut self, list: &Path, ids: impl Iterator<Item = &'r str>) {
        let mut seen = Seen::new("id");
        for (i, id) in ids.enumerate() {
            let at = list.index(i).field("id");
            self.id(&at, id);
            seen.add(self, at, id, id);
        }
    }
}

/// Notices what is given twice.
pub(super) struct Seen<K> {
    what: &'static str,
    first: BTreeMap<K, Path>,
}

impl<K: Ord> Seen<K> {
    /// Nothing seen yet; `what` says what the things are, as in "the party".
    pub(super) fn new(what: &'static str) -> Self {
        Self { what, first: BTreeMap::new() }
    }

    /// Notes a fault if `key` was seen before; `shown` is its name. Says whether it is new.
    pub(super) fn add(&mut self, sheet: &mut Sheet<'_>, at: Path, key: K, shown: &str) -> bool {
        if let Some(first) = self.first.get(&key) {
            let place = sheet.place_of(first);
            let message = format!("the {} {} is given twice", self.what, quote(shown));
            sheet.fault_with(&at, message, || format!("the first one is at {place}"));
            return false;
        }
        self.first.insert(key, at);
        true
    }
}
