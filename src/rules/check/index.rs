//! Names of one kind, and looking them up.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::sheet::Sheet;
use crate::rules::source::{Path, name_help, quote};

/// Names of one kind, in the order of the file.
pub(super) struct Index<'r> {
    /// As in `no party "uss" in this level`.
    kind: &'static str,
    place: String,
    list: Vec<&'r str>,
    by_name: BTreeMap<&'r str, Option<usize>>,
}

impl<'r> Index<'r> {
    /// The names of a list of the file. Notes names that are not valid ids or given twice, and a list that is
    /// too short or too long; of names given twice the first counts.
    pub(super) fn read<T>(
        sheet: &mut Sheet<'_>,
        at: &Path,
        kind: &'static str,
        count: RangeInclusive<usize>,
        list: &'r [T],
        id: impl Fn(&'r T) -> &'r str,
    ) -> Self {
        let plural = match kind.strip_suffix('y') {
            Some(stem) => format!("{stem}ies"),
            None => format!("{kind}s"),
        };
        let most = sheet.counted(at, list, count, &plural).len();
        sheet.ids(at, list.iter().take(most).map(&id));
        Self::new(kind, most, list.iter().map(id))
    }

    /// Names after the first `most` are too many: a fault already, so they are neither found nor called unknown.
    pub(super) fn new(kind: &'static str, most: usize, names: impl Iterator<Item = &'r str>) -> Self {
        let mut list = Vec::new();
        let mut by_name = BTreeMap::new();
        for (i, name) in names.enumerate() {
            let known = (i < most).then_some(i);
            by_name.entry(name).or_insert(known);
            list.extend(known.map(|_| name));
        }
        Self { kind, place: "this level".to_owned(), list, by_name }
    }

    /// The same, but faults say that the names are those of a part of the level.
    pub(super) fn within(self, place: String) -> Self {
        Self { place, ..self }
    }

    /// How many.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The name at a position.
    pub(super) fn name(&self, index: usize) -> &'r str {
        self.list.get(index).copied().unwrap_or("?")
    }

    /// The position of a name.
    pub(super) fn get(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied().flatten()
    }

    /// The position of a name; a fault if there is none of that name.
    pub(super) fn find(&self, sheet: &mut Sheet<'_>, at: &Path, name: &str) -> Option<usize> {
        self.find_or(sheet, at, name, "")
    }

    /// The same with a hint after the list of names.
    pub(super) fn find_or(&self, sheet: &mut Sheet<'_>, at: &Path, name: &str, hint: &str) -> Option<usize> {
        let found = self.by_name.get(name).copied();
        if found.is_none() {
            let message = format!("no {} {} in {}", self.kind, quote(name), self.place);
            sheet.fault_with(at, message, || name_help(name, self.list.iter().copied()) + hint);
        }
        found.flatten()
    }
}
