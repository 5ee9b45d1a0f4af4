//! Votes at home, and what a pact does when it comes into force.

use super::Referee;
use super::{conditions_hold, credit};
use crate::rules::chamber;
use crate::rules::chance::{Chance, Purpose};
use crate::rules::event::{Amount, Backing, EntryCause, Event, Pact, SupportCause, Vote};
use crate::rules::game::Game;
use crate::rules::ids::{Centi, HappeningId, IssueId, PactId, PartyId, PartySet};
use crate::rules::level::Trigger;
use crate::rules::package::{Package, Proposal};
use crate::rules::position::Position;

/// A position with all that is signed in it in force, as if every chamber had passed it and nothing had come by
/// chance; `None` where nothing is. Pacts whose terms the position does not know stay out.
#[must_use]
pub fn with_signed(game: &Game, at: &Position) -> Option<Position> {
    let signed: Vec<Pact> = at.signed().filter(|pact| pact.package.is_some()).cloned().collect();
    if signed.is_empty() {
        return None;
    }
    let mut ahead = at.clone();
    let mut referee = Referee { game, chance: Chance::new(0), at: &mut ahead, events: Vec::new() };
    for pact in &signed {
        let mut triggered = referee.take_effect(pact);
        triggered.retain(|id| game.level.happening(*id).chance.is_none());
        triggered.into_iter().for_each(|id| referee.maybe_happen(id));
    }
    Some(ahead)
}

impl Referee<'_> {
    pub(super) fn ratify(&mut self) {
        let signed: Vec<Pact> = self.at.signed().cloned().collect();
        let mut votes = Vec::new();
        for pact in &signed {
            for party in pact.parties.iter() {
                votes.extend(self.vote(pact, party));
            }
        }
        for vote in &votes {
            self.emit(Event::Voted(vote.clone()));
        }
        for pact in &signed {
            let refused: PartySet = votes
                .iter()
                .filter(|vote| vote.pact == pact.id && !vote.passed)
                .map(|vote| vote.party)
                .collect();
            if refused.is_empty() {
                self.put_in_force(pact);
            } else {
                self.void(pact.id, refused);
            }
        }
        self.ask_on();
    }

    pub(super) fn vote(&self, pact: &Pact, party: PartyId) -> Option<Vote> {
        let proposal = Proposal {
            parties: pact.parties,
            package: pact.package.clone()?,
            communique: pact.communique.clone(),
        };
        let forecast = chamber::forecast_at(self.game, self.at, party, &proposal, pact.net)?;
        let size = self.game.level.parties[party].chamber.as_ref()?.swing;
        let draw =
            |count: u32| self.chance.swing(Purpose::Vote, self.at.round, party, pact.id.0 * 2 + count, size);
        let swing = draw(0) + draw(1);
        let blocs: Vec<(Centi, i64)> = forecast
            .blocs
            .iter()
            .map(|bloc| {
                let net = bloc.net + swing * 100;
                (net, chamber::yes_votes(bloc.seats, net, self.game.rules.vote_range))
            })
            .collect();
        let yes = blocs.iter().map(|(_, yes)| yes).sum();
        Some(Vote {
            pact: pact.id,
            party,
            swing,
            blocs,
            yes,
            quorum: forecast.quorum,
            passed: yes >= forecast.quorum,
        })
    }

    pub(super) fn void(&mut self, pact: PactId, refused: PartySet) {
        self.emit(Event::Voided { pact, refused });
        let loss = self.game.rules.standing_failed * self.game.level.unit / 100;
        for party in refused.iter() {
            if let Some(standing) = self.game.level.standing {
                self.book(party, standing, Amount::whole(loss), EntryCause::FailedVote(pact));
            }
            self.move_support(party, self.game.rules.support_failed, SupportCause::Failed(pact));
        }
    }

    pub(super) fn put_in_force(&mut self, pact: &Pact) {
        for happening in self.take_effect(pact) {
            self.maybe_happen(happening);
        }
    }

    /// All that a pact does by itself, and the events that it triggers.
    fn take_effect(&mut self, pact: &Pact) -> Vec<HappeningId> {
        let Some(package) = pact.package.clone() else { return Vec::new() };
        let news: Vec<IssueId> = package
            .terms()
            .filter(|(issue, option)| !self.at.changed[issue.index()] && self.at.option(*issue) != *option)
            .map(|(issue, _)| issue)
            .collect();
        // Events that a signature triggers are judged as things stood before it.
        let triggered = self.triggered_by(pact.parties);
        self.emit(Event::InForce { pact: pact.id, package: package.clone() });
        self.promise(pact);
        self.share_credit(pact, &news);
        self.give_backing(&package);
        if !news.is_empty() {
            for party in pact.parties.iter() {
                self.move_support(party, self.game.rules.support_ratified, SupportCause::Ratified(pact.id));
            }
            self.raise_trust(pact.parties);
        }
        triggered
    }

    pub(super) fn triggered_by(&self, signatories: PartySet) -> Vec<HappeningId> {
        if !self.game.rules.on.events {
            return Vec::new();
        }
        (0..self.game.level.happenings.len())
            .map(HappeningId::from_index)
            .filter(|id| {
                let happening = self.game.level.happening(*id);
                matches!(happening.trigger, Trigger::Signed(who) if signatories.covers(who))
                    && conditions_hold(self.at, &happening.when)
            })
            .collect()
    }

    pub(super) fn share_credit(&mut self, pact: &Pact, news: &[IssueId]) {
        let Some(standing) = self.game.level.standing else { return };
        if !self.game.rules.on.communiques {
            return;
        }
        for party in pact.parties.iter() {
            let amount = credit(self.game, pact.parties, &pact.communique.credit.0, party, news);
            // Less than a unit still counts once a multiplier is applied, as it does in every appraisal.
            if amount.times != 0 {
                self.book(party, standing, amount, EntryCause::Credit(pact.id));
            }
        }
    }

    pub(super) fn give_backing(&mut self, package: &Package) {
        if !self.game.rules.on.validation {
            return;
        }
        for (issue, option) in package.terms() {
            let Some((to, level)) = self.game.backing(issue, option) else { continue };
            if self.at.backings.iter().any(|b| b.issue == issue && b.option == option) {
                continue;
            }
            let fragility = self.at.fragility(self.game, to);
            self.emit(Event::Backed(Backing { issue, option, to, round: self.at.round, fragility }));
            let way = (10_000 - self.at.support[to]).max(0);
            let by = way * self.game.rules.support_backing * level / (100 * 100);
            self.move_support(to, by, SupportCause::Backing(issue));
        }
    }

    pub(super) fn raise_trust(&mut self, parties: PartySet) {
        for of in parties.iter() {
            for towards in parties.without(of).iter() {
                self.move_trust(of, towards, self.game.rules.trust_ratified);
            }
        }
    }
}
