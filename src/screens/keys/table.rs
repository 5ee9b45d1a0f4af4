//! Which key does what: the usual ones, and those that the player chose instead.

use std::collections::BTreeMap;

use super::{Action, Chord, Kept};

/// Which key does what. No two actions of one screen ever have the same.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Table(BTreeMap<Action, Chord>);

/// Why an action cannot have a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// The key always does the same.
    Kept(Kept),
    /// Another action has it.
    Taken(Action),
}

impl Table {
    /// The table that was kept by names of actions and of keys. What cannot be understood and what clashes is left out, whatever its
    /// order: it goes back to the usual key.
    #[must_use]
    pub fn read(kept: &BTreeMap<String, String>) -> Self {
        let entry = |(name, text): (&String, &String)| {
            let (action, chord) = (Action::named(name)?, Chord::read(text)?);
            (chord.kept().is_none() && chord != action.usual()).then_some((action, chord))
        };
        let mut table = Self(kept.iter().filter_map(entry).collect());
        // What goes back to its usual key may clash with another that was changed.
        loop {
            let clash = |action: &Action| table.holder(table.chord(*action), *action).is_some();
            let wrong: Vec<Action> = table.0.keys().copied().filter(clash).collect();
            if wrong.is_empty() {
                return table;
            }
            table.0.retain(|action, _| !wrong.contains(action));
        }
    }

    /// What is kept of it: what differs from the usual.
    #[must_use]
    pub fn kept(&self) -> BTreeMap<String, String> {
        self.0.iter().map(|(action, chord)| (action.name().to_owned(), chord.to_string())).collect()
    }

    /// The key of an action.
    #[must_use]
    pub fn chord(&self, action: Action) -> Chord {
        self.0.get(&action).copied().unwrap_or_else(|| action.usual())
    }

    /// Whether an action has another key than usual.
    #[must_use]
    pub fn is_changed(&self, action: Action) -> bool {
        self.0.contains_key(&action)
    }

    /// Whether all keys are as usual.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        self.0.is_empty()
    }

    /// Who else has this key, on a screen on which this action works.
    fn holder(&self, chord: Chord, action: Action) -> Option<Action> {
        let has = |other: &Action| *other != action && other.meets(action) && self.chord(*other) == chord;
        Action::ALL.iter().copied().find(has)
    }

    /// Why an action cannot have this key, if it cannot.
    #[must_use]
    pub fn refusal(&self, action: Action, chord: Chord) -> Option<Refusal> {
        chord.kept().map(Refusal::Kept).or_else(|| self.holder(chord, action).map(Refusal::Taken))
    }

    /// Gives an action a key.
    ///
    /// # Errors
    /// The key cannot be given away, or somebody has it.
    pub fn bind(&mut self, action: Action, chord: Chord) -> Result<(), Refusal> {
        if let Some(refusal) = self.refusal(action, chord) {
            return Err(refusal);
        }
        match chord == action.usual() {
            true => self.0.remove(&action),
            false => self.0.insert(action, chord),
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::Key;
    use proptest::prelude::*;

    use super::*;

    fn read(entries: &[(Action, &str)]) -> Table {
        Table::read(&entries.iter().map(|(a, text)| (a.name().to_owned(), (*text).to_owned())).collect())
    }

    fn is_sound(table: &Table) {
        for action in Action::ALL {
            assert_eq!(table.refusal(*action, table.chord(*action)), None, "{action:?} in {table:?}");
        }
        assert_eq!(Table::read(&table.kept()), *table);
    }

    #[test]
    fn the_usual_keys_do_not_clash_and_every_action_has_a_name_of_its_own() {
        is_sound(&Table::default());
        for action in Action::ALL {
            assert_eq!(Action::named(action.name()), Some(*action));
        }
    }

    #[test]
    fn what_is_taken_or_kept_is_refused() {
        let mut table = Table::default();
        let w = Action::Take.usual();
        assert_eq!(table.bind(Action::Give, w), Err(Refusal::Taken(Action::Take)));
        assert_eq!(table.bind(Action::Settings, w), Err(Refusal::Taken(Action::Take)));
        assert_eq!(
            table.bind(Action::Give, Action::Fullscreen.usual()),
            Err(Refusal::Taken(Action::Fullscreen))
        );
        assert_eq!(table.bind(Action::Give, Chord::plain(Key::Tab)), Err(Refusal::Kept(Kept::Moving)));
        assert_eq!(table.bind(Action::Give, Chord::ctrl(Key::C)), Err(Refusal::Kept(Kept::Typing)));
        assert_eq!(table.bind(Action::Give, Chord::plain(Key::Num3)), Err(Refusal::Kept(Kept::Number)));
        assert_eq!(table.bind(Action::Give, Chord::plain(Key::F1)), Err(Refusal::Kept(Kept::Help)));
        assert!(table.is_usual());
        // On another screen the same key is free.
        assert_eq!(table.bind(Action::SavedGames, w), Ok(()));
        assert_eq!(table.bind(Action::Take, Chord::ctrl(Key::K)), Ok(()));
        assert_eq!(table.bind(Action::Give, w), Ok(()));
        is_sound(&table);
        assert_eq!(table.bind(Action::Give, Action::Give.usual()), Ok(()));
        assert!(!table.is_changed(Action::Give));
    }

    #[test]
    fn of_what_was_kept_only_the_bad_is_lost() {
        // Two that changed places are no clash.
        let swapped = read(&[(Action::Take, "g"), (Action::Give, "W")]);
        assert_eq!(swapped.chord(Action::Give), Action::Take.usual());
        assert_eq!(swapped.chord(Action::Take), Action::Give.usual());
        let mut kept = read(&[
            (Action::Take, "ctrl+k"),
            (Action::Give, "j"),
            (Action::Best, "J"),
            (Action::Done, "a"),
            (Action::Revert, "tab"),
            (Action::Undo, "hyper+q"),
        ])
        .kept();
        assert_eq!(kept.len(), 1, "{kept:?}");
        kept.insert("fly".to_owned(), "f".to_owned());
        let table = Table::read(&kept);
        assert_eq!(table.chord(Action::Take), Chord::ctrl(Key::K));
        is_sound(&table);
        // What goes back to its own key takes it from whoever had it instead.
        let chain = read(&[(Action::Take, "tab"), (Action::Give, "w"), (Action::Best, "g")]);
        assert!(chain.is_usual(), "{chain:?}");
    }

    fn name() -> impl Strategy<Value = String> {
        prop_oneof![
            8 => (0..Action::ALL.len()).prop_map(|at| Action::ALL[at].name().to_owned()),
            1 => any::<String>(),
        ]
    }

    fn key() -> impl Strategy<Value = String> {
        let held = prop_oneof![Just(""), Just("ctrl+"), Just("shift+"), Just("ctrl+alt+")];
        prop_oneof![
            8 => (held, 0..Key::ALL.len()).prop_map(|(held, at)| format!("{held}{}", Key::ALL[at].name())),
            8 => "[a-g]",
            1 => any::<String>(),
        ]
    }

    proptest! {
        #[test]
        fn whatever_was_kept_nothing_clashes(kept in prop::collection::btree_map(name(), key(), 0..40)) {
            is_sound(&Table::read(&kept));
        }
    }
}
