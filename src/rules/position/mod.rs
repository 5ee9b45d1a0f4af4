//! Where a game stands: a fold of events.
//!
//! The truth and what a seat knows are the same type: a seat's position is the fold of the events
//! that it may see, so what it may not know is simply not in it.

mod fold;
mod seen;

use super::command::{Answer, Ask, Measure};
use super::event::{
    Backing, Entry, Obligation, ObligationStatus, Offer, Pact, PactStatus, Standing, ThreatEnd, Vote,
};
use super::game::Game;
use super::ids::{
    ArchetypeId, BlocId, ByParty, Centi, HappeningId, IssueId, OfferId, OptionId, PactId, PartyId, PartySet,
    ProjectId, Round, ThreatId,
};
use super::level::Change;
use super::package::Package;
use serde::{Deserialize, Serialize};

/// What is going on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Phase {
    /// News, before talks.
    #[default]
    News,
    /// Parties talk.
    Talks,
    /// Parties pick measures.
    Measures,
    /// Votes and Reckoning; a party may be asked something.
    Reckoning,
    /// The game is over.
    Over,
}

/// Where a game stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Position {
    /// The round.
    pub round: Round,
    /// What is going on.
    pub phase: Phase,
    /// The mandate of each party, where known.
    pub mandates: ByParty<Option<ArchetypeId>>,
    /// The option in force of each issue.
    pub in_force: Vec<OptionId>,
    /// The pact that holds each issue.
    pub holder: Vec<Option<PactId>>,
    /// Whether each issue has ever been changed by a pact.
    pub changed: Vec<bool>,
    /// The round in which the option in force of each issue came into force; 0 is the start.
    pub since: Vec<Round>,
    /// Terms that wait for their condition, by issue: what takes effect once it is met.
    pub pending: Vec<Option<OptionId>>,
    /// All pacts signed so far.
    pub pacts: Vec<Pact>,
    /// Offers of this round, and cables of the last.
    pub offers: Vec<Offer>,
    /// Offers made so far, by the set of their parties.
    pub offer_counts: Vec<(PartySet, u32)>,
    /// Political capital.
    pub capital: ByParty<i64>,
    /// Home support, in hundredths.
    pub support: ByParty<Centi>,
    /// Parties whose government fell.
    pub collapsed: PartySet,
    /// Trust of the first in the second.
    pub trust: ByParty<ByParty<i64>>,
    /// Net of lobbying, by party and bloc, in hundredths.
    pub lobbying: ByParty<Vec<Centi>>,
    /// Public backing given so far.
    pub backings: Vec<Backing>,
    /// Points booked for good.
    pub ledger: Vec<Entry>,
    /// Stocks, by resource.
    pub stocks: Vec<Stock>,
    /// Events of the level that have happened.
    pub happened: Vec<HappeningId>,
    /// Votes held so far.
    pub votes: Vec<Vote>,
    /// Whose turn it is in the talks, where parties act in turn.
    pub turn: Option<PartyId>,
    /// Who has passed since the last thing was done.
    pub passed: PartySet,
    /// Offers made this round.
    pub offered: ByParty<u8>,
    /// Times spoken this round.
    pub spoken: ByParty<u8>,
    /// Who has picked a measure this round.
    pub picked: PartySet,
    /// The measures picked this round, where known.
    pub measures: ByParty<Option<Measure>>,
    /// What became of each pledge.
    pub pledges: Vec<Pledged>,
    /// Promises made by pacts, in the order in which they were made.
    pub obligations: Vec<Obligation>,
    /// Pacts in which a party has broken or failed a promise, and who.
    pub breaches: Vec<(PactId, PartyId)>,
    /// Threats that stand.
    pub threats: Vec<Standing>,
    /// How threats ended, in the order in which they did.
    pub ended_threats: Vec<(ThreatId, ThreatEnd)>,
    /// Who is asked what at Reckoning.
    pub asked: Option<(PartyId, Ask)>,
    /// What was answered at this Reckoning.
    pub answers: Vec<(Ask, Answer)>,
}

/// What became of a pledge. Money is in the pledge's own units.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Pledged {
    /// The first round at whose Reckoning money was freed.
    pub began: Option<Round>,
    /// Reckonings that have freed money.
    pub freed: u16,
    /// The last round that has.
    pub freed_at: Round,
    /// Money freed and not yet placed.
    pub pool: i64,
    /// Projects, and the round from which each runs.
    pub placed: Vec<(ProjectId, Round)>,
    /// Cash paid to the funder so far.
    pub funder: i64,
    /// Cash paid to the host so far.
    pub host: i64,
}

/// A stock of a resource. Amounts are hundredths of a round of full use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Stock {
    /// What is left.
    pub left: Centi,
    /// Supply each round from capacity that runs.
    pub capacity: Centi,
    /// The round from which funded capacity supplies.
    pub coming: Option<Round>,
    /// Whether this round is short.
    pub short: bool,
}

impl Position {
    /// Before anything has happened.
    #[must_use]
    pub fn new(game: &Game) -> Self {
        let level = &game.level;
        Self {
            round: Round(0),
            phase: Phase::News,
            mandates: game.by_party(|_| None),
            in_force: level.issues.iter().map(|issue| issue.start).collect(),
            holder: vec![None; level.issues.len()],
            changed: vec![false; level.issues.len()],
            pacts: Vec::new(),
            offers: Vec::new(),
            offer_counts: Vec::new(),
            capital: game.by_party(|p| level.parties[p].capital),
            support: game.by_party(|p| level.parties[p].support),
            collapsed: PartySet::NONE,
            trust: level.trust.clone(),
            lobbying: game
                .by_party(|p| vec![0; level.parties[p].chamber.as_ref().map_or(0, |c| c.blocs.len())]),
            backings: Vec::new(),
            ledger: Vec::new(),
            stocks: level.resources.iter().map(|r| Stock { left: r.stock, ..Stock::default() }).collect(),
            happened: Vec::new(),
            votes: Vec::new(),
            turn: None,
            passed: PartySet::NONE,
            offered: game.by_party(|_| 0),
            spoken: game.by_party(|_| 0),
            picked: PartySet::NONE,
            measures: game.by_party(|_| None),
            since: vec![Round(0); level.issues.len()],
            pending: vec![None; level.issues.len()],
            pledges: vec![Pledged::default(); level.pledges.len()],
            obligations: Vec::new(),
            breaches: Vec::new(),
            threats: Vec::new(),
            ended_threats: Vec::new(),
            asked: None,
            answers: Vec::new(),
        }
    }

    /// The option in force of an issue.
    #[must_use]
    pub fn option(&self, issue: IssueId) -> OptionId {
        self.in_force[issue.index()]
    }

    /// A pact.
    #[must_use]
    pub fn pact(&self, id: PactId) -> Option<&Pact> {
        self.pacts.get(id.index())
    }

    /// An offer that is still on the table or was this round.
    #[must_use]
    pub fn offer(&self, id: OfferId) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.id == id)
    }

    /// The pact that holds an issue.
    #[must_use]
    pub fn held_by(&self, issue: IssueId) -> Option<&Pact> {
        self.pact(self.holder[issue.index()]?)
    }

    /// Whether a pact that these parties all signed stands.
    #[must_use]
    pub fn stands(&self, parties: PartySet) -> bool {
        self.pacts.iter().any(|pact| pact.status == PactStatus::Stands && pact.parties.covers(parties))
    }

    /// Pacts signed this round and not yet voted on.
    pub fn signed(&self) -> impl Iterator<Item = &Pact> {
        self.pacts.iter().filter(|pact| pact.status == PactStatus::Signed)
    }

    /// Whether a pact signed this round has reserved an issue.
    #[must_use]
    pub fn reserved(&self, issue: IssueId) -> bool {
        self.signed().any(|pact| pact.issues.contains(&issue))
    }

    /// Whether a party still acts.
    #[must_use]
    pub fn acts(&self, party: PartyId) -> bool {
        !self.collapsed.has(party)
    }

    /// How fragile a party is at home now, in hundredths.
    #[must_use]
    pub fn fragility(&self, game: &Game, party: PartyId) -> Centi {
        game.fragility(party, self.support[party])
    }

    /// Whether an issue still has a scheduled change ahead, so that no measure moves it.
    #[must_use]
    pub fn scheduled(&self, game: &Game, issue: IssueId) -> bool {
        self.holder[issue.index()].is_none()
            && game.level.issue(issue).schedule.iter().any(|change| change.round > self.round)
    }

    /// The next scheduled change of an issue that comes unless something is signed: none where a pact holds the issue or has averted it.
    #[must_use]
    pub fn coming(&self, game: &Game, issue: IssueId) -> Option<Change> {
        if self.holder[issue.index()].is_some() {
            return None;
        }
        let schedule = &game.level.issue(issue).schedule;
        let averted = |change: &Change| !change.unless_pact.is_empty() && self.stands(change.unless_pact);
        let next = schedule.iter().find(|change| change.round > self.round && !averted(change));
        next.filter(|change| change.option != self.option(issue)).copied()
    }

    /// Whether an issue may still change if it is left alone: by schedule, or by a clause of the pact that
    /// holds it. Setting it to what is in force then settles it.
    #[must_use]
    pub fn unsettled(&self, game: &Game, issue: IssueId) -> bool {
        let package = self.held_by(issue).and_then(|pact| pact.package.as_ref());
        let conditional = |package: &Package| package.clauses().iter().any(|clause| clause.issue == issue);
        self.scheduled(game, issue) || package.is_some_and(conditional)
    }

    /// The number of the next offer among these parties. Each set counts for itself, so that a
    /// number tells nobody of offers that they were not part of.
    #[must_use]
    pub fn next_offer(&self, parties: PartySet) -> OfferId {
        let count = self.offer_counts.iter().find(|(set, _)| *set == parties).map_or(0, |(_, n)| *n);
        OfferId(u32::from(parties.bits()) << 24 | (count & 0x00ff_ffff))
    }

    /// What was in force before a pact set an issue.
    #[must_use]
    pub fn before(&self, pact: PactId, issue: IssueId) -> Option<OptionId> {
        let before = &self.pact(pact)?.before;
        before.iter().find(|(i, _)| *i == issue).map(|(_, option)| *option)
    }

    /// The promise that is still owed on an issue.
    #[must_use]
    pub fn owed(&self, issue: IssueId) -> Option<&Obligation> {
        let holder = self.holder[issue.index()]?;
        let owed =
            |o: &&Obligation| o.pact == holder && o.issue == issue && o.status == ObligationStatus::Owed;
        self.obligations.iter().find(owed)
    }

    /// A threat that stands.
    #[must_use]
    pub fn threat(&self, id: ThreatId) -> Option<&Standing> {
        self.threats.iter().find(|standing| standing.threat == id)
    }

    /// What was answered to a question at this Reckoning.
    #[must_use]
    pub fn answer(&self, ask: Ask) -> Option<Answer> {
        self.answers.iter().find(|(asked, _)| *asked == ask).map(|(_, answer)| *answer)
    }

    /// The lobbying of a bloc, in hundredths of net.
    #[must_use]
    pub fn lobbying(&self, party: PartyId, bloc: BlocId) -> Centi {
        self.lobbying[party].get(bloc.index()).copied().unwrap_or(0)
    }
}
