//! Events: what happens by date, by condition or by chance.

use super::Effect;
use crate::rules::ids::{Centi, HappeningId, IssueId, OptionId, PartyId, PartySet, ResourceId, Round};

/// Something that happens.
#[derive(Clone, Debug)]
pub struct Happening {
    /// Name in files.
    pub id: String,
    /// The line in the news.
    pub headline: String,
    /// More of it.
    pub about: String,
    /// When it may happen.
    pub trigger: Trigger,
    /// Percent of chance each time; `None` is certain.
    pub chance: Option<u64>,
    /// What must hold.
    pub when: Vec<Condition>,
    /// At most once.
    pub once: bool,
    /// What it does.
    pub outcomes: Vec<Outcome>,
    /// Sources of its facts.
    pub sources: Vec<String>,
}

/// When an event may happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// At the news of this round.
    Round(Round),
    /// At the news of each round.
    EachRound,
    /// When a pact that these parties all signed comes into force.
    Signed(PartySet),
}

/// What must hold for an event.
#[derive(Clone, Debug)]
pub enum Condition {
    /// One of these options of the issue is in force.
    InForce(IssueId, Vec<OptionId>),
    /// A pact that these parties all signed stands.
    Pact(PartySet),
    /// No such pact stands.
    NoPact(PartySet),
    /// This event has happened.
    Happened(HappeningId),
    /// This event has not happened.
    NotHappened(HappeningId),
}

/// What an event does.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Books points.
    Points(Effect),
    /// Moves home support, in hundredths.
    Support(PartyId, Centi),
    /// Moves political capital.
    Capital(PartyId, i64),
    /// Moves a stock, in hundredths of a round.
    Stock(ResourceId, Centi),
}
