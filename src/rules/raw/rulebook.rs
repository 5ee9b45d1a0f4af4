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
    /// Projects.
    #[serde(default)]
    pub projects: RawProjectRules,
    /// Promises.
    #[serde(default)]
    pub promises: RawPromiseRules,
    /// Threats.
    #[serde(default)]
    pub threats: RawThreatRules,
    /// Conditional clauses.
    #[serde(default)]
    pub clauses: RawClauseRules,
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
    /// Pledges are put into projects, round by round.
    pub projects: bool,
    /// Promises fall due, and can be broken.
    pub promises: bool,
    /// Parties can threaten each other.
    pub threats: bool,
    /// Terms can take effect, lapse or end on conditions.
    pub clauses: bool,
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

/// Putting a pledge into projects.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawProjectRules {
    /// Political capital that an objection or a veto costs.
    pub objection: i64,
    /// Trust that an overruled party loses in the one that selects.
    pub overruled: i64,
}

/// Keeping, delaying and breaking promises.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawPromiseRules {
    /// Percent of chance of a breach that is feared of a party without any trust; it falls in a straight
    /// line to none at full trust.
    pub doubt: i64,
    /// Percent of that fear which full public backing in the same pact takes away.
    pub lock: i64,
    /// Trust for a promise kept, from the other signatories.
    pub kept: i64,
    /// Trust for a promise delayed, from the other signatories.
    pub delayed: i64,
    /// Trust for a promise broken, from the other signatories.
    pub broken: i64,
    /// Trust for a promise broken, from those who hear of it.
    pub heard: i64,
    /// Points of standing for a breach.
    pub breach: Decimal,
    /// Percent by which full public backing in the same pact raises the standing that a breach costs.
    pub backed: i64,
    /// Points of standing for a promise that could not be delivered.
    pub failed: Decimal,
}

/// Threats.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawThreatRules {
    /// Political capital that each rung costs.
    pub rung: i64,
    /// Political capital that mediating costs.
    pub mediate: i64,
    /// Percent of the standing at stake that mediation takes off for both sides.
    pub relief: i64,
    /// Points of standing for the mediator of a threat that is not carried out.
    pub mediated: Decimal,
    /// Trust that the threatened party loses when a demand is made, and again with a deadline.
    pub trust: i64,
}

/// Conditional clauses.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RawClauseRules {
    /// Most clauses in a package.
    pub most: i64,
}
