//! The window: one folder a screen, and what they share.
//!
//! - A screen is `model.rs` (plain data, built when the session changes), `view.rs` (draws it and returns what was asked for) and
//!   `mod.rs` with `plugin`: one system in [`Draw::Screen`] that draws, and one in `Update` that rebuilds the model.
//! - Screens read a [`Session`](crate::session::Session) and never a match. They know no other screen.
//! - Nothing is decided while drawing, which may happen twice in a frame: what was asked for goes into an [`Inbox`], at most one thing
//!   a frame, and is carried out in the next `Update`.
//! - A screen draws in the [`Room`] that the frame leaves it: between the top bar and the news line. [`Room::asked`],
//!   [`Room::pressed`] and [`Room::main_key`] read its keys, so that they stay quiet under the help page and the menu.
//! - What a screen keeps of a match goes when another sits down at the screen: see `desk`.
//! - A screen with keys of its own has them in [`keys::Action`], where the player may change them; those that always do the same it lists for
//!   the help page in `pub const KEYS: &[cover::KeyLine]`.
//! - Every word comes from Fluent, every colour and size from [`theme`](crate::theme).

pub mod brief;
pub mod cards;
pub mod changes;
pub mod clock;
pub mod cover;
pub mod crash;
pub mod debrief;
pub mod decision;
pub mod desk;
pub mod estimate;
pub mod flow;
pub mod focus;
pub mod frame;
pub mod guide;
pub mod home;
pub mod inbox;
mod input;
pub mod keys;
pub mod ladder;
pub mod layout;
pub mod measures;
pub mod menu;
pub mod news;
mod offscreen;
pub mod pacific;
pub mod pages;
mod picture;
pub mod privacy;
pub mod reckoning;
pub mod replay;
mod room;
mod run;
pub mod saves;
pub mod settings;
pub mod sounds;
pub mod table;
#[cfg(test)]
mod tests;
pub mod told;
pub mod votes;
pub mod weighing;
mod window;
pub mod wording;

use bevy::prelude::{States, SystemSet};

pub use cover::Cover;
pub use inbox::Inbox;
pub use offscreen::offscreen;
pub use room::Room;
pub use run::run;

use crate::rules::command::Command;
use crate::session::Setup;

/// What the window shows.
#[derive(States, Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Screen {
    /// Levels and what to play them with.
    #[default]
    Menu,
    /// Nobody's desk: the screen is passed on.
    Privacy,
    /// The role brief.
    Brief,
    /// What happened at the start of a round.
    News,
    /// The talks.
    Table,
    /// Parties pick what they do alone.
    Measures,
    /// The chambers vote.
    Votes,
    /// The person is asked something at Reckoning.
    Decision,
    /// What took effect.
    Reckoning,
    /// The list of saved games.
    Saves,
    /// What is said of a game that is over.
    Debrief,
    /// A game looked at again.
    Replay,
    /// What is said after a fault of the program.
    Crash,
}

impl Screen {
    /// Whether it belongs to a match that is on, and stands in the common frame.
    #[must_use]
    pub fn in_match(self) -> bool {
        !matches!(self, Self::Menu | Self::Saves | Self::Replay | Self::Debrief | Self::Crash | Self::Privacy)
    }
}

/// The order in which parts of the window are drawn.
#[derive(SystemSet, Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Draw {
    /// The top bar and the news line.
    Frame,
    /// A hint that takes room from the screen.
    Hint,
    /// The screen.
    Screen,
    /// The help page and the menu, over everything.
    Cover,
}

/// What the person asks for that is not a screen's own business. A screen with business of its own (such as a draft) keeps an enum of
/// its own and its own [`Inbox`].
#[derive(Clone, Debug)]
pub enum Intent {
    /// Gives a command for the person's seat.
    Order(Command),
    /// Turns to the next page.
    Proceed,
    /// Takes back the last thing that was done.
    TakeBack,
    /// Passes the screen to the next person.
    PassOn,
    /// Takes notice of what had to be told.
    Dismiss,
    /// Tries again to write the game down.
    WriteAgain,
    /// Begins a game.
    Begin(Setup),
    /// Goes to the menu. A game that is on stays kept.
    ToMenu,
    /// Opens the help page or the menu over the screen.
    Open(Cover),
    /// Closes what lies over the screen.
    Close,
    /// Sets the window like this.
    Set(crate::storage::Settings),
    /// Takes notice of what had to be told about settings.
    DismissSettings,
    /// Fills the screen, or goes back to a window.
    Fullscreen,
    /// Makes the interface larger (1), smaller (-1), or plain (0).
    Scale(i8),
    /// Leaves the program.
    Quit,
}
