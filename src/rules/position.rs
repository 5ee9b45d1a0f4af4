//! Where a game stands: a fold of events.
//!
//! The truth and what a seat knows are the same type: a seat's position is the fold of the events
//! that it may see, so what it may not know is simply not in it.

use super::command::Measure;
use super::event::{Backing, Entry, Event, Offer, OfferStatus, Pact, PactStatus, Vote};
use super::game::Game;
use super::ids::{
    ArchetypeId, BlocId, ByParty, Centi, HappeningId, IssueId, OfferId, OptionId, PactId, PartyId, PartySet,
    ResourceId, Round,
};
use super::package::Package;
use super::rulebook::Knowledge;
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
    /// Votes and Reckoning.
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

    /// Folds one event into this position. It reads nothing but the event and the position, so a
    /// seat's position folds a seat's events.
    pub fn apply(&mut self, game: &Game, event: &Event) {
        match event {
            Event::Opened { mandates } => self.mandates = mandates.clone(),
            Event::RoundBegan(round) => self.begin_round(game, *round),
            Event::IssueMoved { issue, option, .. } => self.in_force[issue.index()] = *option,
            Event::Happened(happening) => self.happened.push(*happening),
            Event::Booked(entry) => self.ledger.push(*entry),
            Event::SupportMoved { party, now, .. } => self.support[*party] = *now,
            Event::CapitalMoved { party, now } => self.capital[*party] = *now,
            Event::StockMoved { resource, now, short } => self.move_stock(*resource, *now, *short),
            Event::CapacityFunded { resource, from } => {
                self.stocks[resource.index()].coming = Some(*from);
            }
            Event::TalksBegan => self.phase = Phase::Talks,
            Event::Turn(party) => self.turn = Some(*party),
            Event::Offered(offer) => self.take_offer(offer),
            Event::Accepted { offer, by } => {
                if let Some(offer) = self.offers.iter_mut().find(|o| o.id == *offer) {
                    offer.agreed = offer.agreed.with(*by);
                    self.passed = self.passed.minus(offer.proposal.parties);
                }
            }
            Event::Declined { offer, .. } => self.close_offer(*offer, OfferStatus::Declined),
            Event::Withdrawn(offer) => self.close_offer(*offer, OfferStatus::Withdrawn),
            Event::Expired(offer) => self.close_offer(*offer, OfferStatus::Expired),
            Event::Spoke { by, .. } => self.spoken[*by] = self.spoken[*by].saturating_add(1),
            Event::Passed(party) => self.passed = self.passed.with(*party),
            Event::Signed(pact) => self.take_pact(pact),
            Event::MeasuresBegan => {
                self.phase = Phase::Measures;
                self.turn = None;
            }
            Event::MeasurePicked { by, measure } => {
                self.picked = self.picked.with(*by);
                self.measures[*by] = *measure;
            }
            Event::MeasureRevealed { by, measure } => {
                self.phase = Phase::Reckoning;
                self.measures[*by] = Some(*measure);
            }
            Event::LobbyMoved { party, bloc, now } => {
                if let Some(net) = self.lobbying[*party].get_mut(bloc.index()) {
                    *net = *now;
                }
            }
            Event::Voted(vote) => {
                self.phase = Phase::Reckoning;
                self.votes.push(vote.clone());
            }
            Event::Voided { pact, .. } => {
                if let Some(pact) = self.pacts.get_mut(pact.index()) {
                    pact.status = PactStatus::Void;
                }
            }
            Event::InForce { pact, package } => self.put_in_force(*pact, package),
            Event::TrustMoved { of, towards, now } => self.trust[*of][*towards] = *now,
            Event::Backed(backing) => self.backings.push(*backing),
            Event::Collapsed(party) => self.collapsed = self.collapsed.with(*party),
            Event::RoundEnded(_) => self.phase = Phase::News,
            Event::Ended => self.phase = Phase::Over,
        }
    }

    fn begin_round(&mut self, game: &Game, round: Round) {
        self.round = round;
        self.phase = Phase::News;
        self.turn = None;
        self.passed = PartySet::NONE;
        self.offered = game.by_party(|_| 0);
        self.spoken = game.by_party(|_| 0);
        self.picked = PartySet::NONE;
        self.measures = game.by_party(|_| None);
        // Cables of the last round are answered in this one; all else is gone.
        self.offers
            .retain(|offer| offer.status == OfferStatus::Open && offer.cable && offer.made.next() >= round);
        for (stock, resource) in self.stocks.iter_mut().zip(&game.level.resources) {
            if stock.coming.is_some_and(|from| from <= round) {
                stock.coming = None;
                stock.capacity += resource.capacity.map_or(0, |(adds, _)| adds);
            }
        }
    }

    fn move_stock(&mut self, resource: ResourceId, now: Centi, short: bool) {
        let stock = &mut self.stocks[resource.index()];
        stock.left = now;
        stock.short = short;
    }

    fn take_offer(&mut self, offer: &Offer) {
        // Whoever it concerns is heard again, even after passing; the others cannot tell.
        self.passed = self.passed.minus(offer.proposal.parties);
        match self.offer_counts.iter_mut().find(|(set, _)| *set == offer.proposal.parties) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => self.offer_counts.push((offer.proposal.parties, 1)),
        }
        self.offered[offer.from] = self.offered[offer.from].saturating_add(1);
        self.offers.push(offer.clone());
    }

    fn close_offer(&mut self, id: OfferId, status: OfferStatus) {
        if let Some(offer) = self.offers.iter_mut().find(|o| o.id == id) {
            offer.status = status;
            if status == OfferStatus::Declined {
                self.passed = self.passed.without(offer.from);
            }
        }
    }

    /// The number of the next offer among these parties. Each set counts for itself, so that a
    /// number tells nobody of offers that they were not part of.
    #[must_use]
    pub fn next_offer(&self, parties: PartySet) -> OfferId {
        let count = self.offer_counts.iter().find(|(set, _)| *set == parties).map_or(0, |(_, n)| *n);
        OfferId(u32::from(parties.bits()) << 24 | (count & 0x00ff_ffff))
    }

    fn take_pact(&mut self, pact: &Pact) {
        self.pacts.push(pact.clone());
        self.passed = PartySet::NONE;
        // The offer that became this pact is closed; its parties know it by its terms.
        if let Some(package) = &pact.package {
            let same = |o: &&mut Offer| {
                o.status == OfferStatus::Open
                    && o.proposal.parties == pact.parties
                    && &o.proposal.package == package
                    && o.agreed == pact.parties
            };
            if let Some(offer) = self.offers.iter_mut().find(same) {
                offer.status = OfferStatus::Signed;
            }
        }
    }

    fn put_in_force(&mut self, id: PactId, package: &Package) {
        for (issue, option) in package.terms() {
            let at = issue.index();
            if self.in_force[at] != option {
                self.changed[at] = true;
            }
            self.in_force[at] = option;
            self.holder[at] = Some(id);
        }
        if let Some(pact) = self.pacts.get_mut(id.index()) {
            pact.status = PactStatus::Stands;
            pact.package = Some(package.clone());
        }
    }

    /// The lobbying of a bloc, in hundredths of net.
    #[must_use]
    pub fn lobbying(&self, party: PartyId, bloc: BlocId) -> Centi {
        self.lobbying[party].get(bloc.index()).copied().unwrap_or(0)
    }
}

impl Event {
    /// What a seat sees of this event: all of it, part of it, or nothing.
    ///
    /// `position` is the seat's own: it knows an offer exactly if the seat does.
    #[must_use]
    pub fn seen_by(&self, game: &Game, position: &Position, seat: PartyId) -> Option<Self> {
        let party_to = |offer: &OfferId| position.offer(*offer).is_some();
        match self {
            Self::Opened { mandates } => {
                let open = game.knowledge == Knowledge::Transparent;
                let mandates = game.by_party(|p| mandates[p].filter(|_| open || p == seat));
                Some(Self::Opened { mandates })
            }
            Self::Offered(offer) => offer.proposal.parties.has(seat).then(|| self.clone()),
            Self::Accepted { offer, .. } | Self::Declined { offer, .. } => {
                party_to(offer).then(|| self.clone())
            }
            Self::Withdrawn(offer) | Self::Expired(offer) => party_to(offer).then(|| self.clone()),
            Self::Signed(pact) if !pact.parties.has(seat) => {
                Some(Self::Signed(Pact { package: None, ..pact.clone() }))
            }
            Self::MeasurePicked { by, .. } if *by != seat => {
                Some(Self::MeasurePicked { by: *by, measure: None })
            }
            _ => Some(self.clone()),
        }
    }
}
