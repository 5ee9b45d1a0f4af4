//! What can be done by a key that the player may change. Keys that always do the same are listed by the screens themselves.

use bevy_egui::egui::Key;

use super::Chord;
use crate::screens::Screen;

/// On every screen.
const EVERYWHERE: &[Screen] = &[];
/// Where cards are chosen from.
const CARDS: &[Screen] = &[Screen::Measures, Screen::Decision];

/// One line for each action: its message, its usual key, and the screens on which it works.
macro_rules! actions {
    ($($name:ident = $message:literal, $usual:expr, $screens:expr;)*) => {
        /// What a key does.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum Action {
            $(#[doc = $message] $name,)*
        }

        impl Action {
            /// All of them, as they are listed.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            const fn row(self) -> (&'static str, Chord, &'static [Screen]) {
                match self {
                    $(Self::$name => ($message, $usual, $screens),)*
                }
            }
        }
    };
}

actions! {
    TakeBack = "key-take-back", Chord::ctrl(Key::Z), EVERYWHERE;
    Larger = "key-larger", Chord::ctrl(Key::Plus), EVERYWHERE;
    Smaller = "key-smaller", Chord::ctrl(Key::Minus), EVERYWHERE;
    PlainSize = "key-plain-size", Chord::ctrl(Key::Num0), EVERYWHERE;
    Fullscreen = "key-fullscreen", Chord::plain(Key::F11), EVERYWHERE;
    Pages = "key-pages", Chord::plain(Key::F2), EVERYWHERE;
    Settings = "key-settings", Chord::plain(Key::F10), EVERYWHERE;
    AnotherSeed = "key-menu-seed", Chord::plain(Key::N), &[Screen::Menu];
    SavedGames = "key-menu-saves", Chord::plain(Key::L), &[Screen::Menu];
    Accept = "key-table-accept", Chord::plain(Key::A), &[Screen::Table];
    Decline = "key-table-decline", Chord::plain(Key::X), &[Screen::Table];
    Take = "key-table-take", Chord::plain(Key::W), &[Screen::Table];
    Give = "key-table-give", Chord::plain(Key::G), &[Screen::Table];
    Balance = "key-table-balance", Chord::plain(Key::B), &[Screen::Table];
    Best = "key-table-best", Chord::plain(Key::T), &[Screen::Table];
    Withdraw = "key-table-withdraw", Chord::plain(Key::Delete), &[Screen::Table];
    Revert = "key-table-revert", Chord::plain(Key::R), &[Screen::Table];
    Undo = "key-table-undo", Chord::plain(Key::U), &[Screen::Table];
    Advice = "key-table-advice", Chord::plain(Key::V), &[Screen::Table];
    Done = "key-table-done", Chord::plain(Key::D), &[Screen::Table];
    NextCard = "key-cards-next", Chord::plain(Key::N), CARDS;
    CardBefore = "key-cards-before", Chord::plain(Key::B), CARDS;
    Nothing = "key-measures-nothing", Chord::plain(Key::Num0), &[Screen::Measures];
    ReplaySaved = "key-saves-replay", Chord::plain(Key::R), &[Screen::Saves];
    CopyPath = "key-saves-copy", Chord::plain(Key::C), &[Screen::Saves];
    Remove = "key-saves-remove", Chord::plain(Key::Delete), &[Screen::Saves];
    NextView = "key-replay-view", Chord::plain(Key::V), &[Screen::Replay];
    Speed = "key-replay-speed", Chord::plain(Key::S), &[Screen::Replay];
    PlayOn = "key-replay-fork", Chord::plain(Key::P), &[Screen::Replay];
    SaveReport = "key-debriefing-save", Chord::plain(Key::S), &[Screen::Debrief];
    ReplayGame = "key-debriefing-replay", Chord::plain(Key::R), &[Screen::Debrief];
    Fork = "key-debriefing-fork", Chord::plain(Key::F), &[Screen::Debrief];
    CopyReport = "key-crash-copy", Chord::plain(Key::C), &[Screen::Crash];
}

impl Action {
    /// The message that says what it does.
    #[must_use]
    pub const fn message(self) -> &'static str {
        self.row().0
    }

    /// What it is called where settings are kept.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.message().trim_start_matches("key-")
    }

    /// The action of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }

    /// The key it has as long as no other is chosen.
    #[must_use]
    pub const fn usual(self) -> Chord {
        self.row().1
    }

    /// The screens on which alone it works; none if it works everywhere.
    #[must_use]
    pub const fn screens(self) -> &'static [Screen] {
        self.row().2
    }

    /// Whether there is a screen on which both work, so that they cannot share a key.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        let (own, others) = (self.screens(), other.screens());
        own.is_empty() || others.is_empty() || own.iter().any(|screen| others.contains(screen))
    }
}
