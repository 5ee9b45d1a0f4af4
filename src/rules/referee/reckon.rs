//! Reckoning: flows, shortages, drift and collapse.

use super::Referee;
use crate::rules::chance::Purpose;
use crate::rules::event::{Amount, EntryCause, Event, OfferStatus, SupportCause};
use crate::rules::ids::{BlocId, OfferId, PartyId, ResourceId};

impl Referee<'_> {
    pub(super) fn reckon(&mut self) {
        self.book_flows();
        self.book_shortages();
        if self.game.rules.on.events {
            self.drift();
        }
        self.fade_lobbying();
        for party in self.parties() {
            self.maybe_collapse(party);
        }
        let round = self.at.round;
        self.emit(Event::RoundEnded(round));
        let over = round >= self.game.level.last_round() || self.game.parties() - self.at.collapsed.len() < 2;
        if over {
            self.emit(Event::Ended);
        } else {
            self.begin_round(round.next());
        }
    }

    pub(super) fn book_flows(&mut self) {
        for issue in self.game.level.issue_ids() {
            let option = self.at.option(issue);
            for effect in &self.game.level.choice(issue, option).per_round {
                let cause = EntryCause::Flow(issue, option);
                self.book(effect.party, effect.interest, Amount::whole(effect.units), cause);
            }
        }
    }

    pub(super) fn book_shortages(&mut self) {
        for id in (0..self.game.level.resources.len()).map(ResourceId::from_index) {
            if !self.at.stocks[id.index()].short {
                continue;
            }
            let resource = self.game.level.resource(id);
            for effect in &resource.shortage {
                let cause = EntryCause::Shortage(id);
                self.book(effect.party, effect.interest, Amount::whole(effect.units), cause);
            }
            let by = self.game.rules.support_shortage;
            self.move_support(resource.user, by, SupportCause::Shortage(id));
        }
    }

    pub(super) fn drift(&mut self) {
        for party in self.parties() {
            let rule = &self.game.level.parties[party];
            let noise = self.chance.swing(Purpose::Support, self.at.round, party, 0, rule.noise);
            if self.at.acts(party) {
                self.move_support(party, rule.drift + noise * 100, SupportCause::Drift);
            }
        }
    }

    pub(super) fn fade_lobbying(&mut self) {
        for party in self.parties() {
            for bloc in (0..self.at.lobbying[party].len()).map(BlocId::from_index) {
                let net = self.at.lobbying(party, bloc);
                if net != 0 {
                    let now = (net - self.game.rules.lobby_fade).max(0);
                    self.emit(Event::LobbyMoved { party, bloc, now });
                }
            }
        }
    }

    pub(super) fn maybe_collapse(&mut self, party: PartyId) {
        let rule = &self.game.level.parties[party];
        if !self.game.rules.on.events || !self.at.acts(party) || self.at.support[party] >= rule.floor {
            return;
        }
        self.emit(Event::Collapsed(party));
        let withdrawn: Vec<OfferId> = self
            .at
            .offers
            .iter()
            .filter(|o| o.status == OfferStatus::Open && o.proposal.parties.has(party))
            .map(|o| o.id)
            .collect();
        for offer in withdrawn {
            self.emit(Event::Expired(offer));
        }
        if let Some(standing) = self.game.level.standing {
            let loss = self.game.rules.standing_collapse * self.game.level.unit / 100;
            self.book(party, standing, Amount::whole(loss), EntryCause::Collapse);
        }
    }
}
