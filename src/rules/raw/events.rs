//! What happens, what is said of it and where its facts come from: the last lists of a level file.

use serde::{Deserialize, Serialize};

use crate::rules::decimal::Decimal;

/// Something that happens.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawEvent {
    /// Name in this file.
    pub id: String,
    /// The line in the news.
    pub headline: String,
    /// More of it.
    #[serde(default)]
    pub about: String,
    /// When it may happen.
    pub trigger: RawTrigger,
    /// Percent of chance each time it may happen; left out, it is certain.
    #[serde(default)]
    pub chance: Option<i64>,
    /// What must hold for it to happen.
    #[serde(default)]
    pub when: Vec<RawCondition>,
    /// Whether it happens at most once.
    #[serde(default = "super::level::yes")]
    pub once: bool,
    /// What it does.
    #[serde(default)]
    pub outcomes: Vec<RawOutcome>,
    /// Sources of its facts.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// When an event may happen.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum RawTrigger {
    /// At the news of this round, counted from 1.
    Round(i64),
    /// At the news of each round.
    EachRound,
    /// When a pact that these parties all signed comes into force.
    Signed(Vec<String>),
}

/// What must hold for an event.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum RawCondition {
    /// One of these options of the issue is in force.
    InForce(String, Vec<String>),
    /// A pact that these parties all signed stands.
    Pact(Vec<String>),
    /// No pact that these parties all signed stands.
    NoPact(Vec<String>),
    /// This event has happened.
    Happened(String),
    /// This event has not happened.
    NotHappened(String),
}

/// What an event does.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum RawOutcome {
    /// Books points: party, interest, amount.
    Points(String, String, Decimal),
    /// Moves home support: party, amount.
    Support(String, Decimal),
    /// Moves political capital: party, amount.
    Capital(String, i64),
    /// Moves a stock: resource, amount in rounds of use.
    Stock(String, Decimal),
}

/// A headline for a communiqué.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawHeadline {
    /// Name in this file.
    pub id: String,
    /// The words.
    pub text: String,
    /// It fits a pact that sets one of these issues; empty fits any.
    #[serde(default)]
    pub issues: Vec<String>,
}

/// Where a number comes from.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    /// Name in this file.
    pub id: String,
    /// Who published it, or `stylised`.
    pub text: String,
    /// When, in words.
    #[serde(default)]
    pub date: String,
    /// How sure it is: high, medium, low.
    #[serde(default)]
    pub confidence: String,
}
