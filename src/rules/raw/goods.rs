//! Goods with a stock, and what supplies them.

use serde::{Deserialize, Serialize};

use super::level::RawEffects;
use crate::rules::decimal::Decimal;

/// A good with a stock.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawResource {
    /// Name in this file.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it is.
    #[serde(default)]
    pub about: String,
    /// The party that uses it.
    pub user: String,
    /// Stock at the start, in rounds of full use.
    pub stock: Decimal,
    /// Used each round.
    pub uses: Decimal,
    /// Supplied each round whatever is agreed.
    pub other_supply: Decimal,
    /// Supplied each round by the option in force of up to three issues.
    pub supply: Vec<(String, Vec<(String, Decimal)>)>,
    /// Capacity built together: the issue that brings it, supply each round by option, and the rounds
    /// that the option has to be in force before it supplies.
    #[serde(default)]
    pub joint: Option<RawJoint>,
    /// Points booked at each Reckoning of a round that is short.
    pub shortage: RawEffects,
    /// Stock added by the measure "build stock".
    #[serde(default)]
    pub build: Decimal,
    /// What the measure "fund capacity" brings.
    #[serde(default)]
    pub capacity: Option<RawCapacity>,
}

/// New supply that a pact brings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawJoint {
    /// The issue.
    pub issue: String,
    /// Supply each round once it runs, by option; options left out bring none.
    pub supply: Vec<(String, Decimal)>,
    /// Rounds that an option has to be in force before it supplies.
    pub lead: i64,
}

/// New supply at home.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCapacity {
    /// Supply added each round once it runs.
    pub adds: Decimal,
    /// Rounds from funding to running.
    pub lead: i64,
}
