//! Folding events into a position. It reads nothing but the event and the position.

use super::{Phase, Position};
use crate::rules::clause::{Clause, When};
use crate::rules::event::{Event, LapseCause, ObligationStatus, Offer, OfferStatus, Pact, PactStatus};
use crate::rules::game::Game;
use crate::rules::ids::{Centi, IssueId, OfferId, OptionId, PactId, PartySet, ResourceId, Round};
use crate::rules::package::Package;

impl Position {
    /// Folds one event into this position. It reads nothing but the event and the position, so a
    /// seat's position folds a seat's events.
    pub fn apply(&mut self, game: &Game, event: &Event) {
        match event {
            Event::Opened { mandates } => self.mandates = mandates.clone(),
            Event::RoundBegan(round) => self.begin_round(game, *round),
            Event::IssueMoved { issue, option, .. } => self.move_issue(*issue, *option),
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
            Event::TookEffect { issue, option, .. } => {
                self.pending[issue.index()] = None;
                self.move_issue(*issue, *option);
            }
            Event::Lapsed { pact, issue, option, cause } => {
                if let LapseCause::Broken(by) | LapseCause::Failed(by) = cause
                    && !self.breaches.contains(&(*pact, *by))
                {
                    self.breaches.push((*pact, *by));
                }
                self.lapse(*pact, *issue, *option);
            }
            Event::Asked { party, ask } => {
                self.phase = Phase::Reckoning;
                self.asked = Some((*party, *ask));
            }
            Event::Answered { ask, answer, .. } => {
                self.asked = None;
                self.answers.push((*ask, *answer));
            }
            Event::Tranche { pledge, money } => {
                let pledged = &mut self.pledges[pledge.index()];
                pledged.began.get_or_insert(self.round);
                pledged.freed = pledged.freed.saturating_add(1);
                pledged.freed_at = self.round;
                pledged.pool += money;
            }
            Event::Placed { pledge, project, runs } => {
                let size = game.level.pledge(*pledge).project(*project).map_or(0, |p| p.size);
                let pledged = &mut self.pledges[pledge.index()];
                pledged.pool -= size;
                pledged.placed.push((*project, *runs));
            }
            Event::Paid { pledge, funder, host } => {
                let pledged = &mut self.pledges[pledge.index()];
                pledged.funder += funder;
                pledged.host += host;
            }
            Event::Promised(obligation) => self.obligations.push(*obligation),
            Event::Delivered { pact, issue, status, due } => {
                if let Some(owed) = self.obligations.iter_mut().find(|o| o.pact == *pact && o.issue == *issue)
                {
                    owed.due = *due;
                    match status {
                        ObligationStatus::Delayed => owed.delayed = true,
                        status => owed.status = *status,
                    }
                }
            }
            Event::Threatened(standing) => {
                self.threats.retain(|t| t.threat != standing.threat);
                self.threats.push(*standing);
            }
            Event::Mediated { threat, by } => {
                if let Some(standing) = self.threats.iter_mut().find(|t| t.threat == *threat) {
                    standing.mediator = Some(*by);
                }
            }
            Event::ThreatEnded { threat, end } => {
                self.threats.retain(|t| t.threat != *threat);
                self.ended_threats.push((*threat, *end));
            }
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
        self.asked = None;
        self.answers.clear();
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
        let mut before = Vec::new();
        for (issue, option) in package.terms() {
            let at = issue.index();
            before.push((issue, self.in_force[at]));
            if self.in_force[at] != option {
                self.changed[at] = true;
            }
            self.release(issue);
            self.holder[at] = Some(id);
            let waits =
                |clause: &Clause| clause.issue == issue && matches!(clause.when, When::TakesEffectIf(_));
            if package.clauses().iter().any(waits) {
                self.pending[at] = Some(option);
            } else {
                self.move_issue(issue, option);
            }
        }
        if let Some(pact) = self.pacts.get_mut(id.index()) {
            pact.status = PactStatus::Stands;
            pact.package = Some(package.clone());
            pact.before = before;
        }
    }

    fn move_issue(&mut self, issue: IssueId, option: OptionId) {
        let at = issue.index();
        if self.in_force[at] != option {
            self.in_force[at] = option;
            self.since[at] = self.round;
        }
    }

    /// Ends a term: what its pact owed on it is released, unless that was what ended it.
    fn lapse(&mut self, id: PactId, issue: IssueId, option: OptionId) {
        self.move_issue(issue, option);
        if self.holder[issue.index()] == Some(id) {
            self.release(issue);
        }
    }

    /// Takes an issue from the pact that holds it; a pact that holds nothing any more has ended.
    fn release(&mut self, issue: IssueId) {
        let at = issue.index();
        self.pending[at] = None;
        let Some(old) = self.holder[at].take() else { return };
        for owed in self.obligations.iter_mut().filter(|o| o.pact == old && o.issue == issue) {
            if owed.status == ObligationStatus::Owed {
                owed.status = ObligationStatus::Released;
            }
        }
        if !self.holder.contains(&Some(old))
            && let Some(pact) = self.pacts.get_mut(old.index())
        {
            pact.status = PactStatus::Ended;
        }
    }
}
