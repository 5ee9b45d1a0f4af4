//! A rule book file. `levels/README.md` explains every field.

use serde::{Deserialize, Serialize};

use crate::rules::decimal::Decimal;
use crate::rules::rulebook::{Knowledge, TalksOrder};

/// Which subsystems are on, their limits and costs.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRuleBook {
    /// Version of the file format; 1.
    pub format: u32,
    /// Name of the rule book in commands and saves.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it adds, in a sentence.
    pub about: String,
    /// Which parts of the game are on.
    pub subsystems: RawSubsystems,
    /// What seats know of each other, unless a facilitator chooses otherwise.
    pub knowledge: Knowledge,
    /// How talks go.
    pub talks: RawTalks,
    /// What actions cost in political capital.
    #[serde(default)]
    pub costs: RawCosts,
    /// Lobbying.
    #[serde(default)]
    pub lobby: RawLobby,
    /// How blocs vote.
    #[serde(default)]
    pub ratification: RawRatification,
    /// What moves home support.
    #[serde(default)]
    pub support: RawSupportRules,
    /// What moves standing besides terms.
    #[serde(default)]
    pub standing: RawStandingRules,
    /// What public backing is worth.
    #[serde(default)]
    pub validation: RawValidationRules,
    /// What moves trust.
    #[serde(default)]
    pub trust: RawTrustRules,
}

/// Which parts of the game are on.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawSubsystems {
    /// Only parties at the same table may sign; others cable.
    pub calendar: bool,
    /// Pacts are voted on at home.
    pub chambers: bool,
    /// Backing is worth more to the fragile, and fades.
    pub validation: bool,
    /// Pacts carry a headline and a split of the credit.
    pub communiques: bool,
    /// Parties act alone once a round.
    pub measures: bool,
    /// Stocks are used up and run short.
    pub minerals: bool,
    /// Mandates are drawn and secret.
    pub mandates: bool,
    /// Events happen, and home support moves.
    pub events: bool,
}

/// How talks go.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTalks {
    /// In the level's order, or all at once.
    pub order: TalksOrder,
    /// Offers a party may make in a round.
    pub offers: i64,
    /// Times a party may speak in a round.
    pub speeches: i64,
}

/// What actions cost in political capital.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawCosts {
    /// An offer to a party that is not at the table.
    pub cable: i64,
    /// Lobbying a bloc.
    pub lobby: i64,
    /// Each step after the first when moving an issue alone.
    pub further_step: i64,
    /// Building stock.
    pub build_stock: i64,
    /// Funding capacity at home.
    pub fund_capacity: i64,
}

/// Lobbying.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawLobby {
    /// Net added to the bloc.
    pub net: Decimal,
    /// Net lost again at each Reckoning.
    pub fade: Decimal,
}

/// How blocs vote.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawRatification {
    /// A bloc votes wholly no at minus this net and wholly yes at plus this net.
    pub range: Decimal,
    /// Net for each point of trust above 50 in the other signatories.
    pub trust: Decimal,
    /// Net for each point of home support above its start.
    pub support: Decimal,
    /// Net for a pact signed by cable.
    pub cable: Decimal,
}

/// What moves home support.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawSupportRules {
    /// A pact ratified that changes something for the first time.
    pub ratified: Decimal,
    /// A pact that failed at home.
    pub failed: Decimal,
    /// A round of shortage.
    pub shortage: Decimal,
    /// Full backing received, in percent of the way to 100.
    pub backing: i64,
}

/// What moves standing besides terms, in points.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawStandingRules {
    /// A pact that failed at home.
    pub failed: Decimal,
    /// The fall of the government.
    pub collapse: Decimal,
}

/// What public backing is worth.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawValidationRules {
    /// Fragility for each seat that the government is short of the quorum.
    pub per_seat_short: Decimal,
    /// How strongly fragility scales the points of backing, in percent of its effect on votes.
    pub score_strength: i64,
    /// Percent of the points lost with each round that passes.
    pub fade: i64,
    /// Percent of the points that never fade.
    pub floor: i64,
    /// Rounds for which backing lifts votes.
    pub lift_rounds: i64,
}

/// What moves trust.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawTrustRules {
    /// A pact ratified, in each direction between its signatories.
    pub ratified: i64,
}
