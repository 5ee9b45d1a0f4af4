//! What binds after the signing: obligations, threats, and how terms end.

use serde::{Deserialize, Serialize};

use crate::rules::ids::{IssueId, OptionId, PactId, PartyId, Round, ThreatId};

/// Why a term of a pact ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum LapseCause {
    /// The condition of a clause was met.
    Condition,
    /// Its time ran out.
    Sunset,
    /// This party broke it.
    Broken(PartyId),
    /// This party could not deliver it.
    Failed(PartyId),
    /// This party withdrew its side after a breach.
    SnapBack(PartyId),
}

/// Something that a pact obliges a party to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Obligation {
    /// By which pact.
    pub pact: PactId,
    /// On which issue.
    pub issue: IssueId,
    /// Who owes it.
    pub by: PartyId,
    /// When it falls due.
    pub due: Round,
    /// Whether it was delayed before.
    pub delayed: bool,
    /// What became of it.
    pub status: ObligationStatus,
}

/// What became of an obligation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ObligationStatus {
    /// It is owed.
    Owed,
    /// It was kept.
    Kept,
    /// It was put off by a round.
    Delayed,
    /// It was broken by choice.
    Broken,
    /// It could not be delivered: an involuntary defection.
    Failed,
    /// Its term ended before it fell due.
    Released,
}

/// A threat that stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Standing {
    /// Which.
    pub threat: ThreatId,
    /// How far it has climbed: 0 signal, 1 demand, 2 deadline.
    pub rung: u8,
    /// What would avert it.
    pub demand: Option<Demand>,
    /// The round at whose Reckoning the deadline comes.
    pub due: Option<Round>,
    /// Who mediates.
    pub mediator: Option<PartyId>,
    /// When it climbed last.
    pub climbed: Round,
}

/// What a threat demands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Demand {
    /// The issue.
    pub issue: IssueId,
    /// The option.
    pub option: OptionId,
    /// What was in force when it was demanded.
    pub from: OptionId,
}

impl Demand {
    /// Whether an option meets it: the one that was demanded, or one further the same way.
    #[must_use]
    pub fn met_by(self, option: OptionId) -> bool {
        if self.option >= self.from { option >= self.option } else { option <= self.option }
    }
}

/// How a threat ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ThreatEnd {
    /// The demand was met.
    Met,
    /// Its maker backed down.
    BackedDown,
    /// It was carried out.
    CarriedOut,
}
