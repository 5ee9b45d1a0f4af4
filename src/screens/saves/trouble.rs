//! What is wrong with a saved game, in words: what happened, what is safe, and what to do.

use crate::session::opening::{Trouble, Why};
use crate::words::Words;

/// A page about a saved game that cannot be opened as it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Page {
    pub(super) title: String,
    pub(super) happened: String,
    pub(super) safe: String,
    pub(super) todo: String,
    /// What the program itself says of it.
    pub(super) detail: String,
    /// Opens what is whole of it.
    pub(super) part: Option<String>,
    /// Opens another file of the same game.
    pub(super) other: Option<String>,
}

impl Page {
    pub(super) fn of(words: &Words, trouble: &Trouble) -> Self {
        let (key, detail) = match &trouble.why {
            Why::Unreadable(why) => ("saves-unreadable", why.clone()),
            Why::Foreign(why) => ("saves-foreign", why.clone()),
            Why::Damaged { what, .. } => ("saves-damaged", what.clone()),
            Why::Plays { error, .. } => ("saves-plays", error.to_string()),
            Why::Nobody(why) => ("saves-nobody", why.to_string()),
            Why::NotOver => ("saves-not-over", String::new()),
            Why::InUse => ("saves-in-use", String::new()),
        };
        let happened = match &trouble.why {
            Why::Damaged { line, .. } => words.text("saves-damaged.happened", &[("line", (*line).into())]),
            Why::Plays { version, .. } => {
                let now = env!("CARGO_PKG_VERSION");
                words.text("saves-plays.happened", &[("version", version.into()), ("now", now.into())])
            }
            _ => words.get(&format!("{key}.happened")),
        };
        let part = trouble
            .part
            .as_ref()
            .map(|part| words.text("saves-open-part", &[("entries", part.entries.len().into())]));
        let other = trouble.other.as_ref().map(|slot| words.get(super::model::shelf_key(slot.shelf)));
        let other = other.map(|shelf| words.text("saves-open-other", &[("shelf", shelf.into())]));
        let todo = match (&part, &other) {
            (_, Some(_)) => "saves-do-other",
            (Some(_), None) => "saves-do-part",
            (None, None) if matches!(trouble.why, Why::NotOver) => "saves-do-later",
            (None, None) if matches!(trouble.why, Why::InUse) => "saves-do-leave",
            (None, None) if matches!(trouble.why, Why::Plays { .. } | Why::Foreign(_)) => "saves-do-version",
            (None, None) => "saves-do-nothing",
        };
        Self {
            title: words.get(key),
            happened,
            safe: words.get("saves-safe"),
            todo: words.get(todo),
            detail,
            part,
            other,
        }
    }
}
