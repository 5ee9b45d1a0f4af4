//! What a party does alone, and what that costs.

use super::Teller;
use crate::rules::command::{Measure, Rung};
use crate::rules::ids::{IssueId, OptionId, PartyId, Round, ThreatId};
use crate::rules::level::Alone;

impl Teller<'_> {
    /// A measure of a party, as in a list.
    #[must_use]
    pub fn measure(&self, by: PartyId, measure: Measure) -> String {
        match measure {
            Measure::Nothing => self.get("tell-measure-nothing"),
            Measure::Move { issue, steps } => {
                let now = self.at.in_force.get(issue.index()).copied().unwrap_or_default();
                let to = self.step(issue, now, steps);
                self.text(
                    "tell-measure-move",
                    &[
                        ("issue", self.issue(issue).into()),
                        ("from", self.option(issue, now).into()),
                        ("to", self.option(issue, to).into()),
                    ],
                )
            }
            Measure::Lobby(bloc) => self.text("tell-measure-lobby", &[("bloc", self.bloc(by, bloc).into())]),
            Measure::BuildStock(id) => {
                self.text("tell-measure-stock", &[("resource", self.resource(id).into())])
            }
            Measure::FundCapacity(id) => {
                self.text("tell-measure-capacity", &[("resource", self.resource(id).into())])
            }
            Measure::Threat(id, rung) => self.threat_step(id, rung),
            Measure::Break(issue) => {
                let holder = self.at.holder.get(issue.index()).copied().flatten();
                let now = self.at.in_force.get(issue.index()).copied().unwrap_or_default();
                let back = holder.and_then(|pact| self.at.before(pact, issue)).unwrap_or(now);
                let pact = holder.map_or_else(|| self.get("tell-unknown"), |pact| self.pact(pact));
                self.text(
                    "tell-measure-break",
                    &[
                        ("pact", pact.into()),
                        ("issue", self.issue(issue).into()),
                        ("to", self.option(issue, back).into()),
                    ],
                )
            }
            Measure::SnapBack(id) => {
                let held = |issue: &IssueId| self.at.holder.get(issue.index()) == Some(&Some(id));
                let own = self.game.level.issue_ids().filter(held);
                let own = own.filter(|issue| self.game.level.issue(*issue).side_of(by));
                let own: Vec<String> = own.map(|issue| self.issue(issue)).collect();
                let issues = if own.is_empty() { self.get("tell-unknown") } else { self.all_of(own) };
                let pact = self.pact(id);
                self.text("tell-measure-snap-back", &[("pact", pact.into()), ("issues", issues.into())])
            }
        }
    }

    /// The option that some steps of the controller lead to.
    fn step(&self, issue: IssueId, now: OptionId, steps: u8) -> OptionId {
        let Some(rule) = self.game.level.issues.get(issue.index()) else { return now };
        let steps = u16::from(steps);
        match rule.alone {
            Alone::TowardsFirst => OptionId(now.0.saturating_sub(steps)),
            Alone::TowardsLast => OptionId(now.0.saturating_add(steps)),
            Alone::Never => now,
        }
    }

    /// A measure with what it costs, where it costs anything.
    #[must_use]
    pub fn measure_with_cost(&self, by: PartyId, measure: Measure) -> String {
        let measured = self.measure(by, measure);
        let costs = self.measure_costs(by, measure);
        if costs.is_empty() {
            return measured;
        }
        let costs = self.comma(costs);
        self.text("tell-measure-cost", &[("measure", measured.into()), ("costs", costs.into())])
    }

    /// What a measure costs in political capital.
    #[must_use]
    pub fn measure_capital(&self, measure: Measure) -> i64 {
        let (costs, threats) = (&self.game.rules.costs, &self.game.rules.threats);
        match measure {
            Measure::Nothing | Measure::Break(_) | Measure::SnapBack(_) => 0,
            Measure::Move { steps, .. } => costs.further_step * i64::from(steps.saturating_sub(1)),
            Measure::Lobby(_) => costs.lobby,
            Measure::BuildStock(_) => costs.build_stock,
            Measure::FundCapacity(_) => costs.fund_capacity,
            Measure::Threat(_, Rung::BackDown) => 0,
            Measure::Threat(_, Rung::Mediate) => threats.mediate,
            Measure::Threat(..) => threats.rung,
        }
    }

    /// What a measure costs: political capital, standing, trust; nothing where it is free.
    #[must_use]
    pub fn measure_costs(&self, by: PartyId, measure: Measure) -> Vec<String> {
        let mut costs = self.capital_cost(self.measure_capital(measure));
        match measure {
            Measure::Threat(id, Rung::BackDown) => costs.extend(self.back_down_cost(id)),
            Measure::Threat(id, Rung::Demand(..) | Rung::Deadline) => {
                let against = self.found_threat(id).map(|threat| threat.against);
                let trust = self.game.rules.threats.trust;
                costs.extend(against.into_iter().flat_map(|of| self.trust_cost(of, trust)));
            }
            Measure::Break(issue) => {
                let holder = self.at.holder.get(issue.index()).copied().flatten();
                costs.extend(holder.into_iter().flat_map(|pact| self.breach_costs(by, pact)));
            }
            Measure::SnapBack(_) => costs.push(self.get("tell-cost-none")),
            _ => {}
        }
        costs
    }

    fn threat_step(&self, id: ThreatId, rung: Rung) -> String {
        let mut args = self.threat_args(id);
        let standing = self.at.threat(id);
        let demand = match rung {
            Rung::Demand(issue, option) => Some((issue, option)),
            _ => standing.and_then(|standing| standing.demand).map(|demand| (demand.issue, demand.option)),
        };
        let demand = demand.map(|(issue, option)| self.term(issue, option));
        args.push(("demand", demand.unwrap_or_else(|| self.get("tell-threat-no-demand")).into()));
        let notice = self.found_threat(id).map_or(0, |threat| threat.notice);
        let due = Round(self.at.round.0.saturating_add(notice));
        args.push(("stop", self.stop(due).into()));
        let key = match rung {
            Rung::Signal => "tell-measure-signal",
            Rung::Demand(..) => "tell-measure-demand",
            Rung::Deadline => "tell-measure-deadline",
            Rung::BackDown => "tell-measure-back-down",
            Rung::Mediate => "tell-measure-mediate",
        };
        self.text(key, &args)
    }
}
