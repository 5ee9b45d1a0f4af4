//! The opening of a game and the news of a round.

use super::Referee;
use super::{conditions_hold, supply};
use crate::rules::chance::Purpose;
use crate::rules::event::{Amount, EntryCause, Event, SupportCause};
use crate::rules::ids::{ArchetypeId, HappeningId, IssueId, PartyId, ResourceId, Round};
use crate::rules::level::{Outcome, Trigger};

impl Referee<'_> {
    pub(super) fn open(&mut self) {
        let game = self.game;
        let mandates = game.by_party(|party| {
            let archetypes = &game.level.parties[party].archetypes;
            if !game.rules.on.mandates {
                return None;
            }
            let total: u64 = archetypes.iter().map(|a| a.weight.unsigned_abs()).sum();
            let mut draw = self.chance.draw(Purpose::Mandate, Round(0), party, 0, total);
            let at = archetypes.iter().position(|a| {
                let weight = a.weight.unsigned_abs();
                let hit = draw < weight;
                draw = draw.saturating_sub(weight);
                hit
            });
            Some(ArchetypeId::from_index(at.unwrap_or(0)))
        });
        self.emit(Event::Opened { mandates });
        self.begin_round(Round(1));
    }

    pub(super) fn begin_round(&mut self, round: Round) {
        let game = self.game;
        self.emit(Event::RoundBegan(round));
        for issue in game.level.issue_ids() {
            self.run_schedule(issue);
        }
        if game.rules.on.events {
            for happening in (0..game.level.happenings.len()).map(HappeningId::from_index) {
                let due = match game.level.happening(happening).trigger {
                    Trigger::Round(when) => when == round,
                    Trigger::EachRound => true,
                    Trigger::Signed(_) => false,
                };
                if due && conditions_hold(self.at, &game.level.happening(happening).when) {
                    self.maybe_happen(happening);
                }
            }
        }
        for party in self.parties() {
            let income = game.level.parties[party].income;
            if income != 0 && self.at.acts(party) {
                self.move_capital(party, income);
            }
        }
        if game.rules.on.minerals {
            for resource in (0..game.level.resources.len()).map(ResourceId::from_index) {
                self.use_stock(resource);
            }
        }
        self.begin_talks();
    }

    pub(super) fn run_schedule(&mut self, issue: IssueId) {
        let due = self.game.level.issue(issue).schedule.iter().find(|change| change.round == self.at.round);
        let Some(change) = due else { return };
        let spared = !change.unless_pact.is_empty() && self.at.stands(change.unless_pact);
        if self.at.holder[issue.index()].is_none() && !spared && self.at.option(issue) != change.option {
            self.emit(Event::IssueMoved { issue, option: change.option, by: None });
        }
    }

    pub(super) fn maybe_happen(&mut self, id: HappeningId) {
        let happening = self.game.level.happening(id);
        if happening.once && self.at.happened.contains(&id) {
            return;
        }
        if let Some(percent) = happening.chance {
            let draw = self.chance.draw(Purpose::Happening, self.at.round, PartyId(0), u32::from(id.0), 100);
            if draw >= percent {
                return;
            }
        }
        self.emit(Event::Happened(id));
        for outcome in &happening.outcomes {
            match *outcome {
                Outcome::Points(effect) => self.book(
                    effect.party,
                    effect.interest,
                    Amount::whole(effect.units),
                    EntryCause::Happening(id),
                ),
                Outcome::Support(party, by) => self.move_support(party, by, SupportCause::Happening(id)),
                Outcome::Capital(party, by) => self.move_capital(party, by),
                Outcome::Stock(resource, by) => {
                    let stock = self.at.stocks[resource.index()];
                    let now = (stock.left + by).max(0);
                    self.emit(Event::StockMoved { resource, now, short: stock.short });
                }
            }
        }
    }

    pub(super) fn use_stock(&mut self, id: ResourceId) {
        let resource = self.game.level.resource(id);
        let supply = supply(self.game, self.at, id);
        let stock = self.at.stocks[id.index()];
        let left = stock.left + supply - resource.uses;
        // Supply beyond use refills the stock, but never past what it was at the start or is now.
        let now = left.clamp(0, resource.stock.max(stock.left));
        self.emit(Event::StockMoved { resource: id, now, short: left < 0 });
    }
}
