//! Rare Terms: a game of negotiation between two to four parties.
//!
//! What depends on what, from the ground up:
//!
//! - [`rules`] knows nobody: levels, positions, orders, events, the payoff table, the one evaluator.
//! - [`analysis`] knows the rules: exact answers about what could be signed.
//! - [`import`] knows the rules: domains of other programs as levels.
//! - [`view`] and [`opponents`] know the rules; opponents see views, never positions.
//! - [`storage`] finds and reads files; [`words`] turns message ids into text.
//! - [`map`] is the Pacific behind the table: shapes and lines, without anything that draws them.
//! - [`seat`] lets programs outside play seats, over lines of JSON.
//! - [`play`] runs a match: seats, views, record.
//! - [`debrief`] says what came of a finished game.
//! - [`report`] is what is read after a game: words and charts, for the window, the browser and paper.
//! - [`crash`] says what happened when a fault of the program stops it.
//! - [`cli`] are the commands without a window.
//! - `session`, `theme` and `screens` are the window (feature `window`).
//!
//! `ARCHITECTURE.md` says more; `tests/it/tidy.rs` holds it.

pub mod analysis;
pub mod cli;
pub mod crash;
pub mod debrief;
pub mod import;
pub mod map;
pub mod opponents;
pub mod play;
pub mod report;
pub mod rules;
#[cfg(feature = "window")]
pub mod screens;
pub mod seat;
#[cfg(feature = "window")]
pub mod session;
#[cfg(feature = "window")]
pub mod sound;
pub mod storage;
#[cfg(feature = "window")]
pub mod theme;
pub mod view;
pub mod words;
