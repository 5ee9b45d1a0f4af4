//! All integration tests, in one binary: a file for each topic.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

mod bad_input;
mod bargaining;
mod base_table;
mod calm;
mod cli;
mod known_answers;
mod legality;
mod playthrough;
mod points;
mod props;
mod random;
mod secrecy;
mod signing;
mod support;
mod tables;
mod tidy;
mod wholes;
