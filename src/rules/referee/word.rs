//! Promises and threats: kept, delayed, broken; made, met, carried out, backed down from.

use super::Referee;
use crate::rules::chance::Purpose;
use crate::rules::command::{Answer, Rung};
use crate::rules::event::{
    Amount, Demand, EntryCause, Event, LapseCause, Obligation, ObligationStatus, Pact, Standing, ThreatEnd,
};
use crate::rules::ids::{IssueId, OptionId, PactId, PartyId, Round, ThreatId};
use crate::rules::stakes::{breach_cost, stakes};

impl Referee<'_> {
    /// The promises that a pact makes as it comes into force; a term that waits for its condition promises
    /// nothing before it takes effect.
    pub(super) fn promise(&mut self, pact: &Pact) {
        for (issue, option) in pact.package.iter().flat_map(|package| package.terms()) {
            if self.at.pending[issue.index()].is_none() {
                self.promise_term(pact.id, issue, option);
            }
        }
    }

    /// The promise that a term makes as it takes effect. What falls due after the end is not tested.
    pub(super) fn promise_term(&mut self, pact: PactId, issue: IssueId, option: OptionId) {
        let Some(promise) = self.game.level.issue(issue).promised(option) else { return };
        let due = Round(self.at.round.0.saturating_add(promise.due));
        if self.game.rules.on.promises && due <= self.game.level.last_round() {
            self.emit(Event::Promised(Obligation {
                pact,
                issue,
                by: promise.by,
                due,
                delayed: false,
                status: ObligationStatus::Owed,
            }));
        }
    }

    /// Whether a promise that falls due cannot be delivered.
    pub(super) fn fails(&self, owed: &Obligation) -> bool {
        if !self.at.acts(owed.by) {
            return true;
        }
        let risk = self.game.level.issue(owed.issue).promise.as_ref().map_or(0, |promise| promise.risk);
        let odds = risk * self.at.fragility(self.game, owed.by) / 100;
        let count = owed.pact.0 * 256 + u32::from(owed.issue.0);
        let draw = self.chance.draw(Purpose::Delivery, self.at.round, owed.by, count, 10_000);
        i64::try_from(draw).unwrap_or(i64::MAX) < odds
    }

    /// An involuntary defection: it costs standing, not trust.
    pub(super) fn fail(&mut self, owed: &Obligation) {
        self.delivered(owed, ObligationStatus::Failed, owed.due);
        let units = self.game.rules.promises.failed * self.game.level.unit / 100;
        if let Some(standing) = self.game.level.standing {
            let cause = EntryCause::Undelivered(owed.pact, owed.issue);
            self.book(owed.by, standing, Amount::whole(units), cause);
        }
        self.lapse(owed.pact, owed.issue, LapseCause::Failed(owed.by));
    }

    fn delivered(&mut self, owed: &Obligation, status: ObligationStatus, due: Round) {
        self.emit(Event::Delivered { pact: owed.pact, issue: owed.issue, status, due });
    }

    pub(super) fn deliver(&mut self, pact: PactId, issue: IssueId, answer: Answer) {
        let Some(owed) = self.at.owed(issue).copied().filter(|owed| owed.pact == pact) else { return };
        let rules = self.game.rules.promises;
        match answer {
            Answer::Break => {
                self.delivered(&owed, ObligationStatus::Broken, owed.due);
                self.breach(pact, issue, owed.by);
            }
            Answer::Delay => {
                self.delivered(&owed, ObligationStatus::Delayed, owed.due.next());
                self.move_trust_of_others(pact, owed.by, rules.delayed, 0);
            }
            _ => {
                self.delivered(&owed, ObligationStatus::Kept, owed.due);
                self.move_trust_of_others(pact, owed.by, rules.kept, 0);
            }
        }
    }

    /// A party breaks its side of a pact by choice: that costs standing, the more the more publicly the
    /// pact was backed, and trust, with everyone who hears of it.
    pub(super) fn breach(&mut self, pact: PactId, issue: IssueId, by: PartyId) {
        let rules = self.game.rules.promises;
        if let Some(standing) = self.game.level.standing {
            self.book(by, standing, breach_cost(self.game, self.at, pact), EntryCause::Breach(pact, issue));
        }
        self.lapse(pact, issue, LapseCause::Broken(by));
        self.move_trust_of_others(pact, by, rules.broken, rules.heard);
    }

    /// Moves the trust of a pact's other signatories in a party, and of those who only hear of it.
    fn move_trust_of_others(&mut self, pact: PactId, by: PartyId, signed: i64, heard: i64) {
        let Some(parties) = self.at.pact(pact).map(|pact| pact.parties) else { return };
        for of in self.game.level.everyone().without(by).iter() {
            self.move_trust(of, by, if parties.has(of) { signed } else { heard });
        }
    }

    /// What a party does about a threat as its measure.
    pub(super) fn climb(&mut self, by: PartyId, id: ThreatId, rung: Rung) {
        let rules = self.game.rules.threats;
        let against = self.game.level.threat(id).against;
        let standing = self.at.threat(id).copied();
        let mut next =
            Standing { threat: id, rung: 0, demand: None, due: None, mediator: None, climbed: self.at.round };
        match (rung, standing) {
            (Rung::Signal, None) => {}
            (Rung::Demand(issue, option), Some(now)) => {
                let demand = Demand { issue, option, from: self.at.option(issue) };
                next = Standing { rung: 1, demand: Some(demand), mediator: now.mediator, ..next };
                self.move_trust(against, by, rules.trust);
            }
            (Rung::Deadline, Some(now)) => {
                let notice = self.game.level.threat(id).notice;
                let due = Some(Round(self.at.round.0.saturating_add(notice)));
                next = Standing { rung: 2, due, climbed: self.at.round, ..now };
                self.move_trust(against, by, rules.trust);
            }
            (Rung::BackDown, Some(_)) => {
                self.back_down(id);
                return;
            }
            (Rung::Mediate, Some(_)) => {
                self.move_capital(by, -rules.mediate);
                self.emit(Event::Mediated { threat: id, by });
                return;
            }
            _ => return,
        }
        self.move_capital(by, -rules.rung);
        self.emit(Event::Threatened(next));
    }

    /// Ends the threats whose demands are met.
    pub(super) fn meet_demands(&mut self) {
        let met: Vec<ThreatId> = self
            .at
            .threats
            .iter()
            .filter(|standing| standing.demand.is_some_and(|d| d.met_by(self.at.option(d.issue))))
            .map(|standing| standing.threat)
            .collect();
        for id in met {
            if let Some(stakes) = stakes(self.game, self.at, id) {
                self.book_stake(self.game.level.threat(id).against, stakes.giving_in, EntryCause::GaveIn(id));
            }
            self.end_threat(id, ThreatEnd::Met);
        }
    }

    /// After the last Reckoning a threat that was not carried out was empty.
    pub(super) fn end_threats(&mut self) {
        let standing: Vec<ThreatId> = self.at.threats.iter().map(|standing| standing.threat).collect();
        for id in standing {
            let threat = self.game.level.threat(id);
            let parties = [threat.by, threat.against];
            let last = self.at.round >= self.game.level.last_round();
            if last || parties.iter().any(|party| !self.at.acts(*party)) {
                self.back_down(id);
            }
        }
    }

    pub(super) fn carry_out(&mut self, id: ThreatId, yes: bool) {
        if !yes {
            self.back_down(id);
            return;
        }
        for effect in &self.game.level.threat(id).effects {
            let amount = Amount::whole(effect.units);
            self.book(effect.party, effect.interest, amount, EntryCause::CarriedOut(id));
        }
        self.emit(Event::ThreatEnded { threat: id, end: ThreatEnd::CarriedOut });
    }

    fn back_down(&mut self, id: ThreatId) {
        if let Some(stakes) = stakes(self.game, self.at, id) {
            self.book_stake(self.game.level.threat(id).by, stakes.backing_down, EntryCause::BackedDown(id));
        }
        self.end_threat(id, ThreatEnd::BackedDown);
    }

    fn book_stake(&mut self, party: PartyId, stake: Amount, cause: EntryCause) {
        if let Some(interest) = self.game.level.standing {
            self.book(party, interest, stake, cause);
        }
    }

    fn end_threat(&mut self, id: ThreatId, end: ThreatEnd) {
        let mediator = self.at.threat(id).and_then(|standing| standing.mediator);
        if let (Some(party), Some(interest)) = (mediator, self.game.level.standing) {
            let units = self.game.rules.threats.mediated * self.game.level.unit / 100;
            self.book(party, interest, Amount::whole(units), EntryCause::Mediation(id));
        }
        self.emit(Event::ThreatEnded { threat: id, end });
    }
}
