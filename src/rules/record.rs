//! A record of a game: level, rule book, seed and orders. It is the whole game: replaying it gives
//! the same events, byte for byte.

use serde::{Deserialize, Serialize};

use super::command::Order;
use super::rulebook::Knowledge;

/// A record of a game. It holds the seed, so it holds every secret.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Record {
    /// The version of the game that wrote it.
    pub version: String,
    /// The level's id.
    pub level: String,
    /// The rule book's id.
    pub rules: String,
    /// What seats know of each other.
    pub knowledge: Knowledge,
    /// The seed of every draw.
    pub seed: u64,
    /// The orders, in the order in which they were carried out.
    pub orders: Vec<Order>,
}
