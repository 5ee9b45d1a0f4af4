//! Measures: picked in secret, revealed together.

use super::Referee;
use crate::rules::command::Measure;
use crate::rules::event::{Event, LapseCause, ObligationStatus};
use crate::rules::ids::{PartyId, Round};
use crate::rules::legal::{moved, own_side};

impl Referee<'_> {
    pub(super) fn maybe_reveal(&mut self) {
        if self.parties().any(|p| self.at.acts(p) && !self.at.picked.has(p)) {
            return;
        }
        for by in self.parties() {
            let Some(measure) = self.at.measures[by] else { continue };
            self.emit(Event::MeasureRevealed { by, measure });
            self.take_measure(by, measure);
        }
        self.ratify();
    }

    pub(super) fn take_measure(&mut self, by: PartyId, measure: Measure) {
        let costs = self.game.rules.costs;
        match measure {
            Measure::Nothing => {}
            Measure::Move { issue, steps } => {
                // Another measure of this round may have closed the way; then nothing is spent.
                let Ok(option) = moved(self.game, self.at, by, issue, steps) else { return };
                self.move_capital(by, -costs.further_step * i64::from(steps.saturating_sub(1)));
                self.emit(Event::IssueMoved { issue, option, by: Some(by) });
            }
            Measure::Lobby(bloc) => {
                self.move_capital(by, -costs.lobby);
                let now = self.at.lobbying(by, bloc) + self.game.rules.lobby_net;
                self.emit(Event::LobbyMoved { party: by, bloc, now });
            }
            Measure::BuildStock(resource) => {
                self.move_capital(by, -costs.build_stock);
                let stock = self.at.stocks[resource.index()];
                let now = stock.left + self.game.level.resource(resource).build;
                self.emit(Event::StockMoved { resource, now, short: stock.short });
            }
            Measure::FundCapacity(resource) => {
                self.move_capital(by, -costs.fund_capacity);
                let lead = self.game.level.resource(resource).capacity.map_or(0, |(_, lead)| lead);
                let from = Round(self.at.round.0.saturating_add(lead));
                self.emit(Event::CapacityFunded { resource, from });
            }
            // Another measure of this round may have ended the threat or the pact; then nothing is done.
            Measure::Threat(threat, rung) => self.climb(by, threat, rung),
            Measure::Break(issue) => {
                if let Some(pact) = self.at.holder[issue.index()] {
                    if let Some(owed) = self.at.owed(issue).copied().filter(|owed| owed.by == by) {
                        let (status, due) = (ObligationStatus::Broken, owed.due);
                        self.emit(Event::Delivered { pact, issue, status, due });
                    }
                    self.breach(pact, issue, by);
                }
            }
            Measure::SnapBack(pact) => {
                for issue in own_side(self.game, self.at, by, pact) {
                    if self.at.holder[issue.index()] == Some(pact) {
                        self.lapse(pact, issue, LapseCause::SnapBack(by));
                    }
                }
            }
        }
    }
}
