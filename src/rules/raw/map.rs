//! What a level says for the map behind the table. Nothing in the rules follows from it.

use serde::{Deserialize, Serialize};

use crate::rules::decimal::Decimal;

/// Degrees east and degrees north: `(139.69, 35.69)`. West and south are negative.
pub type RawPlace = (Decimal, Decimal);

/// What flows between two parties under an issue, and how strong it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFlow {
    /// What flows.
    pub kind: RawFlowKind,
    /// The party that it comes from.
    pub from: String,
    /// The party that it goes to.
    pub to: String,
    /// How strong it is under each option, 0 to 100; options left out are 0.
    pub strength: Vec<(String, i64)>,
}

/// What flows between parties; each kind has its own colour and pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RawFlowKind {
    /// A burden on trade: solid.
    Tariff,
    /// Money: dotted.
    Investment,
    /// Raw materials: dashed.
    Minerals,
    /// Goods that are sent: solid and light.
    Deliveries,
}
