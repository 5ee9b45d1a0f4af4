//! Threats: how far they have climbed, what they demand, and what each way out costs.

use super::Teller;
use crate::rules::event::{Standing, ThreatEnd};
use crate::rules::ids::{PartyId, Round, ThreatId};
use crate::rules::level::Threat;
use crate::rules::stakes::{stakes, stakes_at};
use crate::words::Arg;

impl Teller<'_> {
    pub(super) fn found_threat(&self, id: ThreatId) -> Option<&Threat> {
        self.game.level.threats.get(id.index())
    }

    /// The name of a threat.
    #[must_use]
    pub fn threat(&self, id: ThreatId) -> String {
        self.named(self.found_threat(id).map(|threat| threat.name.as_str()))
    }

    /// Name and parties of a threat, for its sentences.
    pub(super) fn threat_args(&self, id: ThreatId) -> Vec<(&'static str, Arg<'static>)> {
        let whom = |party: Option<PartyId>| party.map_or_else(|| self.get("tell-unknown"), |p| self.whom(p));
        let threat = self.found_threat(id);
        vec![
            ("threat", self.threat(id).into()),
            ("who", whom(threat.map(|threat| threat.by)).into()),
            ("against", whom(threat.map(|threat| threat.against)).into()),
            ("you", threat.map_or("no".into(), |threat| self.you(threat.by))),
        ]
    }

    /// A threat was made, or climbed.
    pub(super) fn threatened(&self, standing: &Standing) -> String {
        let key = match standing.rung {
            0 => "tell-threat-signal",
            1 => "tell-threat-demand",
            _ => "tell-threat-deadline",
        };
        self.sentence(key, &self.standing_args(standing))
    }

    fn standing_args(&self, standing: &Standing) -> Vec<(&'static str, Arg<'static>)> {
        let mut args = self.threat_args(standing.threat);
        let demand = standing.demand.map_or_else(
            || self.get("tell-threat-no-demand"),
            |demand| self.term(demand.issue, demand.option),
        );
        let due = standing.due.unwrap_or_else(|| self.game.level.last_round());
        args.push(("demand", demand.into()));
        args.push(("stop", self.stop(due).into()));
        args
    }

    /// A threat that stands: rung, demand, deadline, mediator.
    #[must_use]
    pub fn standing_threat(&self, standing: &Standing) -> String {
        let key = match standing.rung {
            0 => "tell-standing-signal",
            1 => "tell-standing-demand",
            _ => "tell-standing-deadline",
        };
        let text = self.sentence(key, &self.standing_args(standing));
        match standing.mediator {
            Some(by) => self.text(
                "tell-standing-mediated",
                &[("standing", text.into()), ("mediator", self.whom(by).into())],
            ),
            None => text,
        }
    }

    pub(super) fn mediated(&self, id: ThreatId, by: PartyId) -> String {
        let mut args = self.threat_args(id);
        args.push(("mediator", self.whom(by).into()));
        self.sentence("tell-mediated", &args)
    }

    pub(super) fn threat_ended(&self, id: ThreatId, end: ThreatEnd) -> String {
        let key = match end {
            ThreatEnd::Met => "tell-threat-met",
            ThreatEnd::BackedDown => "tell-threat-backed-down",
            ThreatEnd::CarriedOut => "tell-threat-carried-out",
        };
        self.sentence(key, &self.threat_args(id))
    }

    /// What backing down from a threat costs its maker now.
    pub(super) fn back_down_cost(&self, id: ThreatId) -> Vec<String> {
        let Some(threat) = self.found_threat(id) else { return Vec::new() };
        let stakes = stakes(self.game, self.at, id);
        stakes.into_iter().flat_map(|stakes| self.standing_cost(threat.by, stakes.backing_down)).collect()
    }

    /// What each way out of a threat costs, before it is climbed: backing down and giving in now and on the
    /// next rung, and what carrying it out does to both. A line each.
    #[must_use]
    pub fn ladder(&self, id: ThreatId) -> Vec<String> {
        let Some(threat) = self.found_threat(id) else { return Vec::new() };
        let standing = self.at.threat(id);
        let reached = standing.map(|standing| usize::from(standing.rung).min(2));
        let next = reached.map_or(0, |rung| rung + 1);
        let mut lines = Vec::new();
        if let Some(rung) = reached {
            lines.push(self.rung("tell-ladder-now", id, rung));
        }
        if next <= 2 {
            lines.push(self.rung("tell-ladder-next", id, next));
        }
        let done = self.carried_out(id);
        if !done.is_empty() {
            lines.push(self.text("tell-ladder-carried-out", &[("changes", self.comma(done).into())]));
        }
        if next == 2 {
            let due = Round(self.at.round.0.saturating_add(threat.notice));
            lines.push(self.text("tell-ladder-due", &[("stop", self.stop(due).into())]));
        }
        lines
    }

    fn rung(&self, key: &str, id: ThreatId, rung: usize) -> String {
        let Some(threat) = self.found_threat(id) else { return String::new() };
        let at = stakes_at(self.game, id, rung, self.at.threat(id));
        let cost = |party: PartyId, amount| {
            let costs = self.standing_cost(party, amount);
            if costs.is_empty() { self.get("tell-ladder-free") } else { self.comma(costs) }
        };
        let name = match rung {
            0 => "tell-rung-signal",
            1 => "tell-rung-demand",
            _ => "tell-rung-deadline",
        };
        self.text(
            key,
            &[
                ("rung", self.get(name).into()),
                ("who", self.whom(threat.by).into()),
                ("against", self.whom(threat.against).into()),
                ("down", cost(threat.by, at.backing_down).into()),
                ("in", cost(threat.against, at.giving_in).into()),
            ],
        )
    }

    /// What carrying out a threat does, party by party.
    #[must_use]
    pub fn carried_out(&self, id: ThreatId) -> Vec<String> {
        let Some(threat) = self.found_threat(id) else { return Vec::new() };
        let told = threat.effects.iter().map(|effect| {
            let amount = crate::rules::event::Amount::whole(effect.units);
            let hundredths = self.amount_hundredths(effect.party, effect.interest, amount);
            let changes = self.interest_change(effect.interest, hundredths);
            let change = ("change", self.comma(changes).into());
            self.text("tell-party-change", &[("party", self.whom(effect.party).into()), change])
        });
        told.collect()
    }
}
