//! The widgets screens are built from.
//!
//! - Words come in worded, figures come in rounded; nothing here adds a word of its own.
//! - Every widget the keyboard can reach draws a ring when it is there, has an accessible name, and shows on focus what it shows on
//!   hover.
//! - What a widget lies on is read from the `Ui` (see [`Surface::of`](super::Surface::of)), so the same call fits glass and paper.

mod badge;
mod bar;
mod button;
mod calendar;
mod frames;
mod hemicycle;
mod hint;
mod link;
mod row;
mod scrub;
mod stepper;
mod stepper_input;
mod text;

pub use badge::{paint_party_mark, party_badge};
pub use bar::Bar;
pub use button::Button;
pub use calendar::{Stop, StopState, calendar_strip};
pub use frames::{focus_ring, glass, glass_frame, paper, paper_frame, rule};
pub use hemicycle::{Bloc, Hemicycle, SeatMark};
pub use hint::{hint_frame, hint_hide, hint_note, hint_size, hint_words, pointer_ring};
pub use link::{Link, underline};
pub use row::{KeyValue, signed_figure};
pub use scrub::{Scrub, ScrubMark};
pub use stepper::{StepOption, Stepper};
pub use text::{
    body, caption, column_head, explain, figure, heading, headline, lead, prose, quote, strong, styled,
    title, unparted,
};

#[cfg(test)]
mod tests;
