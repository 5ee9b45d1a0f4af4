//! What has happened. Events carry results, so that whoever folds them needs no secret and no rule.

mod bound;
mod refused;

pub use bound::{Demand, LapseCause, Obligation, ObligationStatus, Standing, ThreatEnd};
pub use refused::Refused;

use serde::{Deserialize, Serialize};

use super::command::{Answer, Ask, Measure, Reason, Statement};
use super::ids::{
    ArchetypeId, BlocId, ByParty, Centi, HappeningId, InterestId, IssueId, OfferId, OptionId, PactId,
    PartyId, PartySet, PledgeId, ProjectId, ResourceId, Round, ThreatId,
};
use super::package::{Communique, Package, Proposal};

/// Something that has happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Event {
    /// The game begins. A seat sees only the mandates it may know.
    Opened {
        /// The mandate of each party, where known.
        mandates: ByParty<Option<ArchetypeId>>,
    },
    /// A round begins with its news.
    RoundBegan(Round),
    /// An issue changed as scheduled, or by a measure.
    IssueMoved {
        /// Which.
        issue: IssueId,
        /// What is in force now.
        option: OptionId,
        /// The party that moved it; `None` for the schedule.
        by: Option<PartyId>,
    },
    /// An event of the level happened; what it did follows as events of their own.
    Happened(HappeningId),
    /// Points were booked.
    Booked(Entry),
    /// Home support moved.
    SupportMoved {
        /// Whose.
        party: PartyId,
        /// What it is now, in hundredths.
        now: Centi,
        /// Why.
        cause: SupportCause,
    },
    /// Political capital moved.
    CapitalMoved {
        /// Whose.
        party: PartyId,
        /// What it is now.
        now: i64,
    },
    /// A stock was used, built or refilled.
    StockMoved {
        /// Of what.
        resource: ResourceId,
        /// What is left, in hundredths of a round.
        now: Centi,
        /// Whether this round is short.
        short: bool,
    },
    /// Capacity at home was funded.
    CapacityFunded {
        /// Of what.
        resource: ResourceId,
        /// The round from which it supplies.
        from: Round,
    },
    /// Talks began.
    TalksBegan,
    /// It is this party's turn to act.
    Turn(PartyId),
    /// An offer was made. Only its parties see it.
    Offered(Offer),
    /// An offer was agreed to by one of its parties.
    Accepted {
        /// Which.
        offer: OfferId,
        /// By whom.
        by: PartyId,
    },
    /// An offer was refused.
    Declined {
        /// Which.
        offer: OfferId,
        /// By whom.
        by: PartyId,
        /// Why.
        reason: Option<Reason>,
    },
    /// An offer was taken back.
    Withdrawn(OfferId),
    /// An offer ran out.
    Expired(OfferId),
    /// Something was said.
    Spoke {
        /// By whom.
        by: PartyId,
        /// What.
        statement: Statement,
    },
    /// A party passed.
    Passed(PartyId),
    /// A pact was signed. Others than its parties do not see its terms until Reckoning.
    Signed(Pact),
    /// Measures are being picked.
    MeasuresBegan,
    /// A party has picked its measure. Others do not see which.
    MeasurePicked {
        /// Who.
        by: PartyId,
        /// What.
        measure: Option<Measure>,
    },
    /// A measure was revealed; what it did follows as events of their own.
    MeasureRevealed {
        /// Who.
        by: PartyId,
        /// What.
        measure: Measure,
    },
    /// A bloc was lobbied, or its lobbying faded.
    LobbyMoved {
        /// Whose chamber.
        party: PartyId,
        /// Which bloc.
        bloc: BlocId,
        /// Net of lobbying now, in hundredths.
        now: Centi,
    },
    /// A chamber voted on a pact.
    Voted(Vote),
    /// A pact was void because chambers refused it.
    Voided {
        /// Which.
        pact: PactId,
        /// Whose chambers refused.
        refused: PartySet,
    },
    /// A pact came into force; its terms are public.
    InForce {
        /// Which.
        pact: PactId,
        /// Its terms.
        package: Package,
    },
    /// A term of a pact took effect because its condition was met.
    TookEffect {
        /// Of which pact.
        pact: PactId,
        /// Which issue.
        issue: IssueId,
        /// What is in force now.
        option: OptionId,
    },
    /// A term of a pact ended: what was in force before came back.
    Lapsed {
        /// Of which pact.
        pact: PactId,
        /// Which issue.
        issue: IssueId,
        /// What is in force now.
        option: OptionId,
        /// Why.
        cause: LapseCause,
    },
    /// A party has to decide something at Reckoning.
    Asked {
        /// Who.
        party: PartyId,
        /// What.
        ask: Ask,
    },
    /// It decided.
    Answered {
        /// Who.
        party: PartyId,
        /// What it was asked.
        ask: Ask,
        /// What it said.
        answer: Answer,
    },
    /// A pledge freed money for projects.
    Tranche {
        /// Of which pledge.
        pledge: PledgeId,
        /// How much.
        money: i64,
    },
    /// A pledge was put into a project.
    Placed {
        /// Which pledge.
        pledge: PledgeId,
        /// Which project.
        project: ProjectId,
        /// The round from which it runs.
        runs: Round,
    },
    /// A pledge's projects paid out.
    Paid {
        /// Which pledge.
        pledge: PledgeId,
        /// Money to the funder.
        funder: i64,
        /// Money to the host.
        host: i64,
    },
    /// A promise was made by a pact that came into force.
    Promised(Obligation),
    /// What became of a promise that fell due.
    Delivered {
        /// In which pact.
        pact: PactId,
        /// On which issue.
        issue: IssueId,
        /// What became of it.
        status: ObligationStatus,
        /// The round in which it falls due again, where it was delayed.
        due: Round,
    },
    /// A threat was made, or climbed to the next rung.
    Threatened(Standing),
    /// A third party mediates in a threat.
    Mediated {
        /// Which threat.
        threat: ThreatId,
        /// Who.
        by: PartyId,
    },
    /// A threat ended.
    ThreatEnded {
        /// Which threat.
        threat: ThreatId,
        /// How.
        end: ThreatEnd,
    },
    /// Trust moved.
    TrustMoved {
        /// Whose.
        of: PartyId,
        /// In whom.
        towards: PartyId,
        /// What it is now, 0 to 100.
        now: i64,
    },
    /// Public backing was given for the first time at this level.
    Backed(Backing),
    /// A government fell; its party acts no more.
    Collapsed(PartyId),
    /// A round ended.
    RoundEnded(Round),
    /// The game ended.
    Ended,
}

/// Why home support moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum SupportCause {
    /// An event of the level.
    Happening(HappeningId),
    /// A pact ratified.
    Ratified(PactId),
    /// A pact that failed at home.
    Failed(PactId),
    /// Public backing.
    Backing(IssueId),
    /// A shortage.
    Shortage(ResourceId),
    /// Drift and chance.
    Drift,
}

/// Points booked for good.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// Whose.
    pub party: PartyId,
    /// For what interest.
    pub interest: InterestId,
    /// How much.
    pub amount: Amount,
    /// Why.
    pub cause: EntryCause,
    /// When.
    pub round: Round,
}

/// Units, times a fraction that is applied last: dividing once a line keeps sums exact.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Amount {
    /// In the level's units.
    pub units: i64,
    /// Numerator of the fraction.
    pub times: i64,
    /// Denominator of the fraction; never 0.
    pub over: i64,
}

impl Amount {
    /// Whole units.
    #[must_use]
    pub fn whole(units: i64) -> Self {
        Self { units, times: 1, over: 1 }
    }

    /// Points of this amount under a multiplier, divided toward zero.
    #[must_use]
    pub fn points(self, percent: i64) -> i64 {
        self.units * percent * self.times / self.over.max(1)
    }
}

/// Why points were booked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum EntryCause {
    /// An event of the level.
    Happening(HappeningId),
    /// An option in force that counts each round.
    Flow(IssueId, OptionId),
    /// A shortage.
    Shortage(ResourceId),
    /// A pact that failed at home.
    FailedVote(PactId),
    /// The fall of the government.
    Collapse,
    /// Credit for a pact.
    Credit(PactId),
    /// A project that was placed, or began to run.
    Project(PledgeId, ProjectId),
    /// Cash from a pledge's projects.
    Cash(PledgeId),
    /// A promise broken.
    Breach(PactId, IssueId),
    /// A promise that could not be delivered.
    Undelivered(PactId, IssueId),
    /// A threat carried out.
    CarriedOut(ThreatId),
    /// A threat that its maker backed down from.
    BackedDown(ThreatId),
    /// A threat that was given in to.
    GaveIn(ThreatId),
    /// A threat that was mediated in and not carried out.
    Mediation(ThreatId),
}

/// An offer on the table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Offer {
    /// Its number.
    pub id: OfferId,
    /// Who made it.
    pub from: PartyId,
    /// What is offered, and to whom.
    pub proposal: Proposal,
    /// The offer it answers.
    pub answers: Option<OfferId>,
    /// Whether it went by cable.
    pub cable: bool,
    /// The round in which it was made.
    pub made: Round,
    /// Who has agreed; its maker has from the start.
    pub agreed: PartySet,
    /// What became of it.
    pub status: OfferStatus,
}

/// What became of an offer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum OfferStatus {
    /// It stands.
    Open,
    /// All agreed.
    Signed,
    /// Someone refused.
    Declined,
    /// Its maker took it back.
    Withdrawn,
    /// Its time ran out.
    Expired,
}

/// A signed pact.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Pact {
    /// Its number.
    pub id: PactId,
    /// Who signed.
    pub parties: PartySet,
    /// The issues it sets: public at once.
    pub issues: Vec<IssueId>,
    /// Its terms, where known.
    pub package: Option<Package>,
    /// What is said of it: public at once.
    pub communique: Communique,
    /// When it was signed.
    pub signed: Round,
    /// What was in force before, by issue, where its terms are known and in force.
    pub before: Vec<(IssueId, OptionId)>,
    /// Net added in every chamber for the way it was signed, in hundredths.
    pub net: Centi,
    /// What became of it.
    pub status: PactStatus,
}

/// What became of a pact.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum PactStatus {
    /// Signed, not yet ratified.
    Signed,
    /// Ratified where needed, and in force.
    Stands,
    /// Refused at home.
    Void,
    /// All of its terms have ended.
    Ended,
}

/// A vote on a pact.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Vote {
    /// On what.
    pub pact: PactId,
    /// In whose chamber.
    pub party: PartyId,
    /// The swing that chance gave, in whole points of net.
    pub swing: i64,
    /// Net and yes votes of each bloc, swing included.
    pub blocs: Vec<(Centi, i64)>,
    /// Yes votes in all.
    pub yes: i64,
    /// Votes needed.
    pub quorum: i64,
    /// Whether it passed.
    pub passed: bool,
}

/// Public backing given.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Backing {
    /// By which issue.
    pub issue: IssueId,
    /// At which option.
    pub option: OptionId,
    /// To whom.
    pub to: PartyId,
    /// When.
    pub round: Round,
    /// How fragile the receiver was, in hundredths.
    pub fragility: Centi,
}
