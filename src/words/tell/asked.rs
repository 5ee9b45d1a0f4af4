//! What a seat is asked at Reckoning, and what it may answer.

use super::Teller;
use crate::rules::command::{Answer, Ask};
use crate::rules::ids::{PartyId, PledgeId, ProjectId};
use crate::rules::level::Say;
use crate::words::Arg;

impl Teller<'_> {
    /// What a party is asked: a question to the reader, or what another party has to decide.
    #[must_use]
    pub fn question(&self, party: PartyId, ask: Ask) -> String {
        let mut args = vec![("you", self.you(party)), ("party", self.party(party).into())];
        let key = match ask {
            Ask::Place(pledge) => {
                let pool = self.at.pledges.get(pledge.index()).map_or(0, |state| state.pool);
                args.push(("pledge", self.pledge(pledge).into()));
                args.push(("pool", self.money(pledge, pool).into()));
                "tell-ask-place"
            }
            Ask::Object(pledge, project) => {
                args.extend(self.about_project(pledge, project));
                if self.vetoes(pledge) { "tell-ask-block" } else { "tell-ask-object" }
            }
            Ask::Overrule(pledge, project) => {
                args.extend(self.about_project(pledge, project));
                "tell-ask-overrule"
            }
            Ask::Deliver(pact, issue) => {
                args.push(("pact", self.pact(pact).into()));
                args.push(("what", self.promised(issue).into()));
                "tell-ask-deliver"
            }
            Ask::CarryOut(threat) => {
                args.push(("threat", self.threat(threat).into()));
                "tell-ask-carry-out"
            }
        };
        self.sentence(key, &args)
    }

    /// An answer as a choice, without what it costs.
    #[must_use]
    pub fn reply(&self, ask: Ask, answer: Answer) -> String {
        match (ask, answer) {
            (Ask::Place(pledge), Answer::Project(Some(project))) => {
                let project = self.project_choice(pledge, project);
                self.text("tell-reply-place", &[("project", project.into())])
            }
            (_, Answer::Project(_)) => self.get("tell-reply-place-none"),
            (Ask::Object(pledge, project), Answer::Yes) => {
                let key = if self.vetoes(pledge) { "tell-reply-block" } else { "tell-reply-object" };
                self.text(key, &[("project", self.project(pledge, project).into())])
            }
            (Ask::Object(pledge, project), _) => {
                self.text("tell-reply-let-pass", &[("project", self.project(pledge, project).into())])
            }
            (Ask::Overrule(pledge, project), Answer::Yes) => {
                self.text("tell-reply-overrule", &[("project", self.project(pledge, project).into())])
            }
            (Ask::Overrule(pledge, project), _) => {
                self.text("tell-reply-give-way", &[("project", self.project(pledge, project).into())])
            }
            (Ask::CarryOut(threat), Answer::Yes) => {
                self.text("tell-reply-carry-out", &[("threat", self.threat(threat).into())])
            }
            (Ask::CarryOut(threat), _) => {
                self.text("tell-reply-back-down", &[("threat", self.threat(threat).into())])
            }
            (Ask::Deliver(_, issue), Answer::Delay) => {
                let due = self.owed(issue).map_or(self.at.round, |owed| owed.due);
                let (what, stop) = (self.promised(issue), self.stop(due.next()));
                self.text("tell-reply-delay", &[("what", what.into()), ("stop", stop.into())])
            }
            (Ask::Deliver(_, issue), Answer::Break) => {
                self.text("tell-reply-break", &[("what", self.promised(issue).into())])
            }
            (Ask::Deliver(_, issue), _) => {
                self.text("tell-reply-keep", &[("what", self.promised(issue).into())])
            }
            // Answers that no question of this kind takes.
            (_, Answer::Yes) => self.get("tell-reply-yes"),
            (_, Answer::No) => self.get("tell-reply-no"),
            (_, Answer::Keep) => self.get("tell-reply-plain-keep"),
            (_, Answer::Delay) => self.get("tell-reply-plain-delay"),
            (_, Answer::Break) => self.get("tell-reply-plain-break"),
        }
    }

    /// An answer as a choice, with what it costs: political capital, trust, standing.
    #[must_use]
    pub fn reply_with_cost(&self, party: PartyId, ask: Ask, answer: Answer) -> String {
        let reply = self.reply(ask, answer);
        let costs = self.reply_costs(party, ask, answer);
        if costs.is_empty() {
            return reply;
        }
        self.text("tell-reply-cost", &[("reply", reply.into()), ("costs", self.comma(costs).into())])
    }

    fn reply_costs(&self, party: PartyId, ask: Ask, answer: Answer) -> Vec<String> {
        let rules = &self.game.rules;
        match (ask, answer) {
            (Ask::Object(..), Answer::Yes) => self.capital_cost(rules.projects.objection),
            (Ask::Overrule(pledge, _), Answer::Yes) => {
                let other = self.found_pledge(pledge).zip(self.rule_of(pledge));
                let other = other.map(|(pledge, rule)| pledge.other(rule));
                other.into_iter().flat_map(|of| self.trust_cost(of, rules.projects.overruled)).collect()
            }
            (Ask::Deliver(pact, _), Answer::Break) => self.breach_costs(party, pact),
            (Ask::Deliver(pact, _), Answer::Delay) => {
                self.trust_costs(party, pact, rules.promises.delayed, 0)
            }
            (Ask::Deliver(pact, _), Answer::Keep) => self.trust_costs(party, pact, rules.promises.kept, 0),
            (Ask::CarryOut(threat), Answer::No) => self.back_down_cost(threat),
            (Ask::CarryOut(threat), Answer::Yes) => self.carried_out(threat),
            _ => Vec::new(),
        }
    }

    fn vetoes(&self, pledge: PledgeId) -> bool {
        self.rule_of(pledge).is_some_and(|rule| rule.other == Say::Veto)
    }

    fn about_project(&self, pledge: PledgeId, project: ProjectId) -> Vec<(&'static str, Arg<'static>)> {
        let rule = self.rule_of(pledge);
        let selects = rule.map_or_else(|| self.get("tell-unknown"), |rule| self.party(rule.selects));
        let other = self.found_pledge(pledge).zip(rule).map(|(pledge, rule)| pledge.other(rule));
        let other = other.map_or_else(|| self.get("tell-unknown"), |other| self.party(other));
        let size = self.found_project(pledge, project).map_or(0, |project| project.size);
        vec![
            ("pledge", self.pledge(pledge).into()),
            ("project", self.project(pledge, project).into()),
            ("size", self.money(pledge, size).into()),
            ("selects", selects.into()),
            ("other", other.into()),
        ]
    }
}
