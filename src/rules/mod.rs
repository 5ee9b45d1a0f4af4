//! The rules: pure functions from a position and an order to events.
//!
//! Nothing here knows an engine, a file, a clock or a global random number, nor any country, issue or
//! number: those come from a level and a rule book. (The states that a level may name for the map are a list
//! that was made with the map.) Points and votes are integers throughout.

#![deny(clippy::float_arithmetic)]

pub mod account;
pub mod appraise;
pub mod chamber;
pub mod chance;
pub mod check;
pub mod clause;
pub mod command;
pub mod decimal;
pub mod edition;
pub mod event;
pub mod game;
pub mod home;
pub mod ids;
pub mod legal;
pub mod level;
pub mod package;
pub mod payoff;
pub mod position;
pub mod projection;
pub mod raw;
pub mod record;
pub mod referee;
pub mod rulebook;
pub mod sense;
pub mod source;
pub mod stakes;
pub mod standpoint;
