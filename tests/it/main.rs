//! All integration tests, in one binary: a file for each topic.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

mod advice;
mod analysis;
mod analysis_props;
mod anew;
mod back;
mod bad_input;
mod bargaining;
mod base_table;
mod belief;
mod calm;
mod chain;
mod cli;
mod counter;
mod crash;
mod damage;
mod debrief;
mod drawn;
mod dues;
mod forge;
mod import;
mod kills;
mod known_answers;
mod legality;
mod long_game;
mod manners;
mod playthrough;
mod points;
mod power;
mod promise;
mod props;
mod random;
mod records;
mod report;
mod saved;
#[cfg(unix)]
mod seat_processes;
mod seats;
mod secrecy;
mod sessions;
mod signing;
mod simdisk;
mod support;
mod tables;
mod tidy;
mod tiers;
mod trouble;
mod variety;
mod what_if;
mod wholes;
mod why;
mod wild;
mod word;
