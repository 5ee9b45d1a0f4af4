//! What the list of keys shows.

use super::KeyLine;
use super::changing::Changing;
use crate::screens::Screen;
use crate::screens::keys::{Action, Keys, Refusal, Table};
use crate::words::Words;

/// The list of keys.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Page {
    /// Keys of the screen below.
    pub(super) here: Vec<Line>,
    /// Keys of every screen.
    pub(super) everywhere: Vec<Line>,
    /// Why not all can be set back, if they cannot.
    pub(super) usual_off: Option<String>,
}

/// A key, and what it does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Line {
    pub(super) key: String,
    pub(super) what: String,
    /// How the key can be changed; nothing if it always does the same.
    pub(super) change: Option<Change>,
}

/// A key that can be changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Change {
    pub(super) action: Action,
    /// What a screen reader says of it.
    pub(super) spoken: String,
    /// Whether the next key that is pressed takes its place.
    pub(super) waits: bool,
    /// Why the last key that was pressed cannot.
    pub(super) refused: Option<String>,
    /// What sets it back, if it has another key than usual, and why that cannot be.
    pub(super) usual: Option<(String, Option<String>)>,
}

impl Page {
    /// The list for a screen, with the keys of it and of every screen that always do the same.
    pub(super) fn of(
        words: &Words,
        keys: &Keys,
        changing: &Changing,
        screen: Screen,
        (here, everywhere): (&[KeyLine], &[KeyLine]),
    ) -> Self {
        let fixed = |(key, message): &KeyLine| Line {
            key: (*key).to_owned(),
            what: words.get(message),
            change: None,
        };
        let lines = |kept: &[KeyLine], on: &dyn Fn(Action) -> bool| -> Vec<Line> {
            let free = Action::ALL.iter().copied().filter(|action| on(*action));
            kept.iter().map(fixed).chain(free.map(|action| line(words, keys, changing, action))).collect()
        };
        Self {
            here: lines(here, &|action| action.screens().contains(&screen)),
            everywhere: lines(everywhere, &|action| action.screens().is_empty()),
            usual_off: keys.table().is_usual().then(|| words.get("keys-usual-already")),
        }
    }
}

fn line(words: &Words, keys: &Keys, changing: &Changing, action: Action) -> Line {
    let (key, what) = (keys.text(action), words.get(action.message()));
    let waits = changing.action == Some(action);
    let refused = changing.refused.filter(|_| waits);
    let refused = refused.map(|(chord, refusal)| why(words, &chord.shown(words), refusal));
    let usual = keys.table().is_changed(action).then(|| usual(words, keys.table(), action));
    let message = if waits { "keys-spoken-waiting" } else { "keys-spoken" };
    let spoken = words.text(message, &[("what", (&what).into()), ("key", (&key).into())]);
    // A screen reader reads the name again when it changes.
    let spoken = refused.iter().fold(spoken, |spoken, why| format!("{why} {spoken}"));
    let key = if waits { words.get("keys-waiting") } else { key };
    Line { key, what, change: Some(Change { action, spoken, waits, refused, usual }) }
}

/// What sets an action back to its usual key, and why that cannot be now.
fn usual(words: &Words, table: &Table, action: Action) -> (String, Option<String>) {
    let key = action.usual().shown(words);
    let off = table.refusal(action, action.usual()).map(|refusal| why(words, &key, refusal));
    (words.text("keys-usual", &[("key", (&key).into())]), off)
}

fn why(words: &Words, key: &str, refusal: Refusal) -> String {
    match refusal {
        Refusal::Kept(kept) => words.text(kept.message(), &[("key", key.into())]),
        Refusal::Taken(by) => {
            let what = words.get(by.message());
            words.text("keys-taken", &[("key", key.into()), ("what", what.into())])
        }
    }
}
