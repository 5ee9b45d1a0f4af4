//! The sections of a level that only a full rule book plays: pledges, promises and threats.

use serde::{Deserialize, Serialize};

use super::level::RawEffects;
use crate::rules::decimal::Decimal;

/// Money that one party puts into projects in another's country.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPledge {
    /// Name in this file.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it is.
    #[serde(default)]
    pub about: String,
    /// What money is counted in, for instance "$bn".
    pub money: String,
    /// The party that pays.
    pub funder: String,
    /// The party in whose country the projects are.
    pub host: String,
    /// The issue that sets the amount, and the money of each option; options left out are 0.
    pub amount: (String, Vec<(String, i64)>),
    /// The issue that sets the pace, and for each option the percent of the amount that each Reckoning
    /// frees, the first being the one at which the pledge comes into force.
    pub pace: (String, Vec<(String, Vec<i64>)>),
    /// The issue that sets who selects, and the rule of each option; under options left out nothing is
    /// placed.
    pub governance: (String, Vec<(String, RawGovernance)>),
    /// The interest that cash counts for.
    pub interest: String,
    /// Points for each unit of money that a party is paid.
    pub rate: Decimal,
    /// What the money can be put into.
    pub projects: Vec<RawProject>,
}

/// Who selects projects, who is heard, and how cash is split.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawGovernance {
    /// The party that selects.
    pub selects: String,
    /// What the other party may do about it.
    pub other: RawSay,
    /// Percent of what was placed that the funder is paid before the split changes.
    pub recovery: i64,
    /// The host's percent of cash until then.
    pub before: i64,
    /// The host's percent of cash from then on.
    pub after: i64,
}

/// What the party that does not select may do about a project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawSay {
    /// Nothing.
    #[default]
    Nothing,
    /// It may object, and be overruled.
    Consulted,
    /// It may block it.
    Veto,
}

/// Something that a pledge can be put into.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawProject {
    /// Name in this file.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// The branch of the economy, in a word or two.
    #[serde(default)]
    pub sector: String,
    /// What it is.
    #[serde(default)]
    pub about: String,
    /// Money that it takes.
    pub size: i64,
    /// Rounds from placing to running.
    pub lead: i64,
    /// Points when it is placed.
    #[serde(default)]
    pub placed: RawEffects,
    /// Points when it begins to run.
    #[serde(default)]
    pub built: RawEffects,
    /// Money that it pays at each Reckoning while it runs.
    #[serde(default)]
    pub cash: i64,
    /// Sources of its facts.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// An issue whose options have to be delivered.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPromise {
    /// The party that delivers.
    pub by: String,
    /// The options that are promises.
    pub options: Vec<String>,
    /// Rounds from coming into force to falling due.
    pub due: i64,
    /// Percent of chance that it cannot be delivered, for a party that is wholly fragile.
    #[serde(default)]
    pub risk: i64,
    /// What delivering means, in a few words.
    #[serde(default)]
    pub about: String,
}

/// Something that a party can threaten another with.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawThreat {
    /// Name in this file.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it is.
    #[serde(default)]
    pub about: String,
    /// The party that threatens.
    pub by: String,
    /// The party that is threatened.
    pub against: String,
    /// What may be demanded: issues, each with options.
    pub demands: Vec<(String, Vec<String>)>,
    /// Rounds from setting a deadline to the deadline.
    pub notice: i64,
    /// Points of standing that backing down costs: after the signal, the demand, the deadline.
    pub backing_down: (Decimal, Decimal, Decimal),
    /// Points of standing that giving in costs the other: after the signal, the demand, the deadline.
    pub giving_in: (Decimal, Decimal, Decimal),
    /// Points when it is carried out. It hurts both.
    pub effects: RawEffects,
    /// Sources of its facts.
    #[serde(default)]
    pub sources: Vec<String>,
}
