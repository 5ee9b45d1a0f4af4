//! Why a command is refused.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::rules::ids::{IssueId, OptionId, PactId, ThreatId};

/// Why a command is refused. Nothing has changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error, Serialize, Deserialize)]
pub enum Refusal {
    /// The game is over.
    #[error("the game is over")]
    Over,
    /// This command belongs to another phase.
    #[error("this is not the time for it")]
    WrongPhase,
    /// Another party's turn.
    #[error("it is another party's turn")]
    NotYourTurn,
    /// The party has passed and nothing new has reached it, or has picked already.
    #[error("you are done for this phase")]
    Done,
    /// The government fell.
    #[error("the government has fallen and acts no more")]
    Collapsed,
    /// Something happened that the giver of the order had not seen.
    #[error("something has happened that this order had not seen")]
    Stale,
    /// An id that the level does not have.
    #[error("there is no such thing in this level")]
    Unknown,
    /// The proposal's parties do not fit.
    #[error("a proposal needs its maker and at least one other party that still acts")]
    Parties,
    /// The package sets nothing.
    #[error("the package sets nothing")]
    Empty,
    /// A term that changes nothing.
    #[error("a term changes nothing")]
    Idle(IssueId),
    /// A party whose consent the issue needs would not sign.
    #[error("an issue needs the consent of a party that would not sign")]
    Consent(IssueId),
    /// A pact holds the issue and its signatories do not all take part.
    #[error("a pact in force holds an issue, and not all its signatories take part")]
    Held(IssueId, PactId),
    /// A pact signed this round has reserved the issue.
    #[error("a pact signed this round has reserved an issue")]
    Reserved(IssueId),
    /// The issue is only settled face to face.
    #[error("an issue is only settled where all signatories sit together")]
    InPerson(IssueId),
    /// The own mandate forbids the option.
    #[error("the mandate forbids an option")]
    RedLine(IssueId, OptionId),
    /// Options that only hold together.
    #[error("options that only hold together are torn apart")]
    Constraint(u16),
    /// The credit is not a split of 100 between the parties.
    #[error("the credit has to be a split of 100 between the signatories")]
    Credit,
    /// The headline does not fit.
    #[error("the headline does not fit the package")]
    Headline,
    /// No offers left this round.
    #[error("no offers are left this round")]
    NoOffersLeft,
    /// Nothing left to say this round.
    #[error("no more can be said this round")]
    NoSpeechesLeft,
    /// Not enough political capital.
    #[error("not enough political capital")]
    Capital {
        /// What it costs.
        cost: i64,
    },
    /// A cable could not be answered any more.
    #[error("a cable sent now could not be answered any more")]
    TooLate,
    /// There is no such offer to answer.
    #[error("there is no such offer to answer")]
    NoSuchOffer,
    /// A cable of this round is answered in the next.
    #[error("a cable is answered in the round after it was sent")]
    NotYet,
    /// It cannot be signed here.
    #[error("these parties do not sit together now, and will meet again")]
    NotHere,
    /// The party does not control the issue that way.
    #[error("the issue cannot be moved that way alone")]
    NotControlled(IssueId),
    /// An announced change commits its controller until a pact.
    #[error("an announced change binds the issue until a pact sets it")]
    Announced(IssueId),
    /// The issue is not settled under this rule book.
    #[error("an issue is not in play under this rule book")]
    NotInPlay(IssueId),
    /// More clauses than a package may have.
    #[error("a package may not have that many clauses")]
    TooManyClauses {
        /// How many it may have.
        most: u8,
    },
    /// A clause on an issue that the package does not set.
    #[error("a clause is about an issue that the package does not set")]
    ClauseTerm(IssueId),
    /// The issue cannot carry a clause: backing that is given, or what only holds together.
    #[error("an issue cannot carry a clause")]
    ClauseFixed(IssueId),
    /// Two clauses of the same kind on one issue.
    #[error("an issue has two clauses of the same kind")]
    ClauseTwice(IssueId),
    /// Clauses that rest on each other.
    #[error("clauses rest on each other in a circle")]
    ClauseCircle(IssueId),
    /// A clause that contradicts the package, the calendar or another clause.
    #[error("a clause contradicts the rest: its term would never count")]
    ClauseContradiction(IssueId),
    /// A clause that changes nothing.
    #[error("a clause changes nothing")]
    ClauseIdle(IssueId),
    /// With these clauses some part of the score would depend on more than three issues.
    #[error("with these clauses some part of the score would depend on more than three issues")]
    Entangled(IssueId),
    /// The seat is not asked this.
    #[error("this is not what you are asked")]
    NotAsked,
    /// The project is placed already, or the money freed does not pay for it.
    #[error("the money freed does not pay for this project, or it is placed already")]
    NoSuchProject,
    /// A promise is put off once at most, and not past the end.
    #[error("a promise is put off once at most, and not past the end")]
    NoDelay,
    /// The threat cannot be taken there now.
    #[error("the threat cannot be taken there now")]
    NoSuchRung(ThreatId),
    /// Nothing in this pact gives the right to withdraw.
    #[error("nobody else has broken a promise in this pact")]
    NoBreach(PactId),
    /// The measure is not open to this party.
    #[error("this measure is not open to this party")]
    NoSuchMeasure,
    /// The last order that stands is not the seat's own.
    #[error("there is nothing of yours to take back")]
    NothingToTakeBack,
    /// Another seat has been shown what the order did.
    #[error("another seat has seen it already")]
    SeenByOthers,
    /// The order led to something that nobody could know before.
    #[error("it has led to what could not be known before")]
    Telling,
}

impl Refusal {
    /// Whether a package does not hold together, whoever would sign it: by what its terms need of each other, or by its clauses.
    #[must_use]
    pub const fn is_of_package(&self) -> bool {
        matches!(
            self,
            Self::Constraint(_)
                | Self::TooManyClauses { .. }
                | Self::ClauseTerm(_)
                | Self::ClauseFixed(_)
                | Self::ClauseTwice(_)
                | Self::ClauseCircle(_)
                | Self::ClauseContradiction(_)
                | Self::ClauseIdle(_)
                | Self::Entangled(_)
        )
    }
}
