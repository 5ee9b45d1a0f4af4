//! A checked rule book: which subsystems are on, their limits and costs.

use serde::{Deserialize, Serialize};

use super::edition::Edition;
use super::ids::Centi;

/// What seats know of each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Knowledge {
    /// All numbers.
    Transparent,
    /// Own numbers; others as bands.
    #[default]
    Advisor,
    /// Own numbers only.
    Sealed,
}

/// How talks go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TalksOrder {
    /// In the level's order, round and round until all pass.
    #[default]
    InTurn,
    /// All at once, until each is done or the clock runs out.
    AtOnce,
}

/// Which parts of the game are on.
pub use super::raw::RawSubsystems as Subsystems;

/// A checked rule book. Net and support are in hundredths,
/// standing too; trust and percentages are whole numbers.
#[derive(Clone, Debug)]
pub struct RuleBook {
    /// Name in commands and saves.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it adds, in a sentence.
    pub about: String,
    /// Which parts of the game are on.
    pub on: Subsystems,
    /// What seats know of each other by default.
    pub knowledge: Knowledge,
    /// How talks go.
    pub order: TalksOrder,
    /// Offers a party may make in a round.
    pub offers: u8,
    /// Times a party may speak in a round.
    pub speeches: u8,
    /// What actions cost in political capital.
    pub costs: Costs,
    /// Net that lobbying adds to a bloc.
    pub lobby_net: Centi,
    /// Net of lobbying lost at each Reckoning.
    pub lobby_fade: Centi,
    /// A bloc votes wholly no at minus this net, wholly yes at plus this net.
    pub vote_range: Centi,
    /// Net for each point of trust above 50.
    pub vote_trust: Centi,
    /// Net for each point of home support above its start.
    pub vote_support: Centi,
    /// Net for a pact signed by cable.
    pub vote_cable: Centi,
    /// Home support for a pact ratified that changes something for the first time.
    pub support_ratified: Centi,
    /// Home support for a pact that failed at home.
    pub support_failed: Centi,
    /// Home support for a round of shortage.
    pub support_shortage: Centi,
    /// Full backing received, in percent of the way to 100.
    pub support_backing: i64,
    /// Standing for a pact that failed at home, in hundredths of a point.
    pub standing_failed: Centi,
    /// Standing for the fall of the government, in hundredths of a point.
    pub standing_collapse: Centi,
    /// What public backing is worth.
    pub validation: ValidationRules,
    /// Trust for a pact ratified.
    pub trust_ratified: i64,
    /// Projects.
    pub projects: ProjectRules,
    /// Promises.
    pub promises: PromiseRules,
    /// Threats.
    pub threats: ThreatRules,
    /// Most clauses in a package; 0 where there are none.
    pub most_clauses: usize,
    /// The text that all this was read from.
    pub edition: Edition,
}

/// Putting a pledge into projects.
pub use super::raw::RawProjectRules as ProjectRules;

/// Keeping, delaying and breaking promises. Standing is in hundredths of a point, the rest as in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PromiseRules {
    /// Percent of chance of a breach that is feared of a party without any trust.
    pub doubt: i64,
    /// Percent of that fear which full public backing in the same pact takes away.
    pub lock: i64,
    /// Trust for a promise kept.
    pub kept: i64,
    /// Trust for a promise delayed.
    pub delayed: i64,
    /// Trust for a promise broken, from the other signatories.
    pub broken: i64,
    /// Trust for a promise broken, from those who hear of it.
    pub heard: i64,
    /// Standing for a breach.
    pub breach: Centi,
    /// Percent by which full public backing in the same pact raises that standing.
    pub backed: i64,
    /// Standing for a promise that could not be delivered.
    pub failed: Centi,
}

/// Threats. Standing is in hundredths of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ThreatRules {
    /// Political capital that each rung costs.
    pub rung: i64,
    /// Political capital that mediating costs.
    pub mediate: i64,
    /// Percent of the standing at stake that mediation takes off for both sides.
    pub relief: i64,
    /// Standing for the mediator of a threat that is not carried out.
    pub mediated: Centi,
    /// Trust that the threatened party loses with a demand, and again with a deadline.
    pub trust: i64,
}

/// What actions cost in political capital.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Costs {
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

/// What public backing is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ValidationRules {
    /// Fragility for each seat that the government is short of the quorum, in hundredths.
    pub per_seat_short: Centi,
    /// How strongly fragility scales the points of backing, in percent of its effect on votes.
    pub score_strength: i64,
    /// Percent of the points lost with each round that passes.
    pub fade: i64,
    /// Percent of the points that never fade.
    pub floor: i64,
    /// Rounds for which backing lifts votes.
    pub lift_rounds: u16,
}
