//! Exact answers about what could be signed: pure functions on payoff tables and positions.
//!
//! - It knows the rules and nobody else. No file, no clock, no chance, no text for players.
//! - Whole numbers throughout: shares are exact fractions, products of gains have 256 bits. No walk over a hash map.
//! - Exact up to two million packages. Above that a search, the same every time, whose answer says that it is
//!   approximate and what cannot be beaten ([`Reach`]).
//! - X is the set of packages open to a coalition; the choice that leaves everything as it is, is no deal and not in it.
//!   Gains are points over no deal. No answer is called the fair one.
//! - Ties are kept: a rule gives all points that it cannot tell apart. Where one package has to be shown, it is the first in the
//!   table's order.

#![deny(clippy::float_arithmetic)]

mod advice;
mod affirmation;
mod coalition;
mod frontier;
mod games;
mod homes;
mod nucleolus;
mod ratio;
mod search;
mod sieve;
mod solutions;
mod survey;
#[cfg(test)]
mod tests;
mod trade;
mod whole;
mod wide;
mod word;

pub use advice::{Advice, Kind, Pick, Rule, Silence, Step, Suggestion, advice};
pub use affirmation::{Trade, affirmation};
pub use coalition::{
    Coalition, Reservation, coalition, coalitions, open_issues, reservations, table, worths,
};
pub use frontier::Frontier;
pub use games::{Allocation, Worths, shapley};
pub use homes::{WinSet, win_sets};
pub use nucleolus::{blocking, in_core, least_excess, nucleolus, prenucleolus};
pub use ratio::Ratio;
pub use search::Bound;
pub use solutions::{Claims, NashRule, Solution, Solutions, solutions};
pub use survey::{Reach, Survey};
pub use trade::{LinkageSurplus, Logrolling, linkage_surplus, logrolling};
pub use whole::Analysis;
pub use word::{Claim, deviation, patience, zopa_after};
