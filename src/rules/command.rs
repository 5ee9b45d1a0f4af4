//! What a seat may ask for.

use serde::{Deserialize, Serialize};

use super::ids::{
    BlocId, IssueId, OfferId, OptionId, PactId, PartyId, PledgeId, ProjectId, ResourceId, ThreatId,
};
use super::package::Proposal;

/// Who gives an order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Actor {
    /// The seat of a party.
    Seat(PartyId),
    /// The clock of the talks.
    Clock,
}

/// A command, who gives it, and what its giver had seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Order {
    /// Who gives it.
    pub by: Actor,
    /// How many events the seat had seen. Where all act at once, an order that had not seen the
    /// last event of its seat is refused as stale; `None` says "whatever has happened since".
    #[serde(default)]
    pub seen: Option<u32>,
    /// What is asked.
    pub command: Command,
}

/// What a seat may ask for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Command {
    /// Puts a package to the other parties of the proposal. In answer to an offer it is a counter.
    Propose {
        /// What is put.
        proposal: Proposal,
        /// The offer it answers.
        #[serde(default)]
        answers: Option<OfferId>,
    },
    /// Agrees to an offer. When all its parties have, it is signed.
    Accept(OfferId),
    /// Refuses an offer.
    Decline {
        /// Which.
        offer: OfferId,
        /// Why, if it is said.
        #[serde(default)]
        reason: Option<Reason>,
    },
    /// Takes an own offer back.
    Withdraw(OfferId),
    /// Says something to everyone.
    Speak(Statement),
    /// Is done for now. Talks end when all have passed in turn.
    Pass,
    /// Picks what to do alone this round.
    Act(Measure),
    /// Answers what this seat is asked at Reckoning.
    Answer(Answer),
    /// The clock of this phase has run out (from the clock alone).
    TimeUp,
}

/// Something said to everyone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Statement {
    /// This issue matters most.
    Priority(IssueId),
    /// This option is wanted.
    Wants(IssueId, OptionId),
    /// This option will not be signed.
    Refuses(IssueId, OptionId),
    /// Nothing can work with this party, for this reason.
    NothingWorks(PartyId, Reason),
}

/// Why an offer is refused, or why nothing can work.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Reason {
    /// The mandate forbids this option.
    RedLine(IssueId, OptionId),
    /// The chamber at home would not ratify it: chances in a hundred, and the bloc that decides.
    Chamber {
        /// Chances in a hundred that the chamber ratifies.
        chances: u8,
        /// The bloc that decides.
        pivotal: BlocId,
    },
    /// It is worse than no deal.
    WorseThanNoDeal,
    /// It is not enough yet; this change would help most.
    TooLittle {
        /// The one change that would help most, if there is one.
        ask: Option<(IssueId, OptionId)>,
    },
    /// Everything the parties could sign is already in force, or nothing improves on it.
    NothingToGain,
    /// The stop of the calendar does not allow it now.
    NotHere,
}

/// What a party does alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Measure {
    /// Nothing.
    Nothing,
    /// Moves an issue that it controls by some steps, the way the level allows.
    Move {
        /// Which.
        issue: IssueId,
        /// How far, at least one.
        steps: u8,
    },
    /// Lobbies a bloc of its own chamber.
    Lobby(BlocId),
    /// Builds stock of a resource that it uses.
    BuildStock(ResourceId),
    /// Funds capacity at home for a resource that it uses.
    FundCapacity(ResourceId),
    /// Makes a threat, takes it a rung higher, takes it back, or mediates in one.
    Threat(ThreatId, Rung),
    /// Breaks its own side of a pact: the issue goes back to what it was before.
    Break(IssueId),
    /// Withdraws its side of a pact in which another has broken a promise, free of cost.
    SnapBack(PactId),
}

/// What is done about a threat.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Rung {
    /// Says that it could come to this.
    Signal,
    /// Says what would avert it.
    Demand(IssueId, OptionId),
    /// Says until when.
    Deadline,
    /// Takes it back.
    BackDown,
    /// Mediates, as a third party.
    Mediate,
}

/// What a seat is asked at Reckoning.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Ask {
    /// Which project the money freed goes into.
    Place(PledgeId),
    /// Whether it objects to a project, or blocks it where it has a veto.
    Object(PledgeId, ProjectId),
    /// Whether it overrules an objection to its project.
    Overrule(PledgeId, ProjectId),
    /// Whether it keeps, delays or breaks a promise that falls due.
    Deliver(PactId, IssueId),
    /// Whether it carries out a threat whose deadline has come.
    CarryOut(ThreatId),
}

/// What a seat answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Answer {
    /// This project, or none this round.
    Project(Option<ProjectId>),
    /// Yes: it objects, it overrules, it carries out.
    Yes,
    /// No: it lets it pass, it gives way, it backs down.
    No,
    /// It keeps its promise.
    Keep,
    /// It delays what it promised by a round, once.
    Delay,
    /// It breaks its promise.
    Break,
}

impl Ask {
    /// The answer that commits to nothing new: what is given for a seat that does not answer.
    #[must_use]
    pub fn safe(self) -> Answer {
        match self {
            Self::Place(_) => Answer::Project(None),
            Self::Object(..) | Self::Overrule(..) | Self::CarryOut(_) => Answer::No,
            Self::Deliver(..) => Answer::Keep,
        }
    }
}
