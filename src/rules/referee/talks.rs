//! Talks: turns, offers, signatures.

use super::Referee;
use crate::rules::chamber;
use crate::rules::command::{Command, Measure};
use crate::rules::event::{Event, Offer, OfferStatus, Pact, PactStatus};
use crate::rules::ids::{OfferId, PactId, PartyId, PartySet};
use crate::rules::package::Proposal;
use crate::rules::position::Phase;
use crate::rules::rulebook::TalksOrder;

impl Referee<'_> {
    pub(super) fn begin_talks(&mut self) {
        self.emit(Event::TalksBegan);
        self.give_turn(None);
    }

    /// Hands the turn to the next party that has not passed; when there is none, talks end.
    pub(super) fn give_turn(&mut self, after: Option<PartyId>) {
        let count = self.game.parties();
        let start = after.map_or(0, |party| party.index() + 1);
        let next = (0..count)
            .map(|step| PartyId::from_index((start + step) % count))
            .find(|party| self.at.acts(*party) && !self.at.passed.has(*party));
        match next {
            None => self.end_talks(),
            Some(party) if self.game.rules.order == TalksOrder::InTurn => self.emit(Event::Turn(party)),
            Some(_) => {}
        }
    }

    pub(super) fn obey(&mut self, seat: PartyId, command: &Command) {
        match command {
            Command::Propose { proposal, answers } => {
                if let Some(offer) = answers {
                    self.emit(Event::Declined { offer: *offer, by: seat, reason: None });
                }
                self.make_offer(seat, proposal.clone(), *answers);
                self.give_turn(Some(seat));
            }
            Command::Accept(offer) => {
                self.emit(Event::Accepted { offer: *offer, by: seat });
                self.maybe_sign(*offer);
                self.give_turn(Some(seat));
            }
            Command::Decline { offer, reason } => {
                self.emit(Event::Declined { offer: *offer, by: seat, reason: *reason });
            }
            Command::Withdraw(offer) => self.emit(Event::Withdrawn(*offer)),
            Command::Speak(statement) => {
                self.emit(Event::Spoke { by: seat, statement: *statement });
            }
            Command::Pass => {
                self.emit(Event::Passed(seat));
                self.give_turn(Some(seat));
            }
            Command::Act(measure) => {
                self.emit(Event::MeasurePicked { by: seat, measure: Some(*measure) });
                self.maybe_reveal();
            }
            Command::Answer(answer) => self.answer(seat, *answer),
            Command::TimeUp => {}
        }
    }

    pub(super) fn make_offer(&mut self, from: PartyId, proposal: Proposal, answers: Option<OfferId>) {
        let cable = self.game.seating(self.at.round, proposal.parties).is_none();
        if cable && self.game.rules.costs.cable != 0 {
            self.move_capital(from, -self.game.rules.costs.cable);
        }
        let offer = Offer {
            id: self.at.next_offer(proposal.parties),
            from,
            agreed: PartySet::one(from),
            proposal,
            answers,
            cable,
            made: self.at.round,
            status: OfferStatus::Open,
        };
        self.emit(Event::Offered(offer));
    }

    pub(super) fn maybe_sign(&mut self, id: OfferId) {
        let Some(offer) = self.at.offer(id).cloned() else { return };
        if offer.agreed != offer.proposal.parties {
            return;
        }
        let net = chamber::way_net(self.game, self.at, &offer.proposal);
        let Proposal { parties, package, communique } = offer.proposal;
        let pact = Pact {
            id: PactId::from_index(self.at.pacts.len()),
            parties,
            issues: package.issues().collect(),
            package: Some(package),
            communique,
            signed: self.at.round,
            net,
            before: Vec::new(),
            status: PactStatus::Signed,
        };
        self.emit(Event::Signed(pact));
    }

    pub(super) fn end_talks(&mut self) {
        let expiring: Vec<OfferId> = self
            .at
            .offers
            .iter()
            .filter(|o| o.status == OfferStatus::Open && !(o.cable && o.made == self.at.round))
            .map(|o| o.id)
            .collect();
        for offer in expiring {
            self.emit(Event::Expired(offer));
        }
        if self.game.rules.on.measures && self.parties().any(|p| self.at.acts(p)) {
            self.emit(Event::MeasuresBegan);
        } else {
            self.ratify();
        }
    }

    pub(super) fn time_up(&mut self) {
        if self.at.phase == Phase::Talks {
            self.end_talks();
            return;
        }
        if let Some((party, ask)) = self.at.asked {
            self.answer(party, ask.safe());
            return;
        }
        for by in self.parties() {
            if self.at.acts(by) && !self.at.picked.has(by) {
                self.emit(Event::MeasurePicked { by, measure: Some(Measure::Nothing) });
            }
        }
        self.maybe_reveal();
    }
}
