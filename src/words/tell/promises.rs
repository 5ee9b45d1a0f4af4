//! Promises: what is owed, what becomes of it, and what breaking it costs.

use super::Teller;
use crate::rules::event::{Amount, LapseCause, Obligation, ObligationStatus};
use crate::rules::ids::{IssueId, OptionId, PactId, PartyId, Round};
use crate::rules::stakes::breach_cost;

impl Teller<'_> {
    /// What a party has promised on an issue: what delivering means, else the term.
    #[must_use]
    pub fn promised(&self, issue: IssueId) -> String {
        let rule = self.game.level.issues.get(issue.index());
        let about = rule.and_then(|rule| rule.promise.as_ref()).map_or("", |promise| promise.about.as_str());
        // It stands inside other sentences.
        let about = about.trim_end_matches('.');
        if !about.is_empty() {
            return about.to_owned();
        }
        let waiting = self.at.pending.get(issue.index()).copied().flatten();
        let now = waiting.or_else(|| self.at.in_force.get(issue.index()).copied());
        self.term(issue, now.unwrap_or_default())
    }

    /// The promise that is still owed on an issue, if there is one.
    pub(super) fn owed(&self, issue: IssueId) -> Option<&Obligation> {
        (issue.index() < self.at.holder.len()).then(|| self.at.owed(issue)).flatten()
    }

    /// A promise with its round: "Japan: 250 missiles delivered, due in round 4 (Seoul)".
    #[must_use]
    pub fn obligation(&self, owed: &Obligation) -> String {
        self.sentence(
            "tell-obligation",
            &[
                ("who", self.whom(owed.by).into()),
                ("what", self.promised(owed.issue).into()),
                ("stop", self.stop(owed.due).into()),
                ("delayed", if owed.delayed { "yes" } else { "no" }.into()),
                ("pact", self.pact(owed.pact).into()),
            ],
        )
    }

    /// A promise as a pact makes it.
    pub(super) fn promise_made(&self, owed: &Obligation) -> String {
        self.sentence(
            "tell-promised",
            &[
                ("who", self.whom(owed.by).into()),
                ("what", self.promised(owed.issue).into()),
                ("stop", self.stop(owed.due).into()),
                ("pact", self.pact(owed.pact).into()),
            ],
        )
    }

    pub(super) fn delivered(
        &self,
        pact: PactId,
        issue: IssueId,
        status: ObligationStatus,
        due: Round,
    ) -> String {
        let owed = self.at.obligations.iter().find(|owed| owed.pact == pact && owed.issue == issue);
        let rule = self.game.level.issues.get(issue.index());
        let by = owed.map(|owed| owed.by).or_else(|| Some(rule?.promise.as_ref()?.by));
        let key = match status {
            ObligationStatus::Owed => "tell-delivered-owed",
            ObligationStatus::Kept => "tell-delivered-kept",
            ObligationStatus::Delayed => "tell-delivered-delayed",
            ObligationStatus::Broken => "tell-delivered-broken",
            ObligationStatus::Failed => "tell-delivered-failed",
            ObligationStatus::Released => "tell-delivered-released",
        };
        self.sentence(
            key,
            &[
                ("you", by.map_or("no".into(), |by| self.you(by))),
                ("party", by.map_or_else(|| self.get("tell-unknown"), |by| self.party(by)).into()),
                ("what", self.promised(issue).into()),
                ("stop", self.stop(due).into()),
            ],
        )
    }

    /// A term of a pact that ended, and what is in force now.
    pub(super) fn lapsed(&self, pact: PactId, issue: IssueId, option: OptionId, cause: LapseCause) -> String {
        let before = self.at.in_force.get(issue.index()).copied().unwrap_or(option);
        let (key, by) = match cause {
            LapseCause::Condition => ("tell-lapsed-condition", None),
            LapseCause::Sunset => ("tell-lapsed-sunset", None),
            LapseCause::Broken(by) => ("tell-lapsed-broken", Some(by)),
            LapseCause::Failed(by) => ("tell-lapsed-failed", Some(by)),
            LapseCause::SnapBack(by) => ("tell-lapsed-snap-back", Some(by)),
        };
        let change = self.went_back(issue, before, option);
        self.sentence(
            key,
            &[
                ("who", by.map(|by| self.whom(by)).unwrap_or_default().into()),
                ("pact", self.pact(pact).into()),
                ("change", change.into()),
            ],
        )
    }

    pub(super) fn took_effect(&self, pact: PactId, issue: IssueId, option: OptionId) -> String {
        let before = self.at.in_force.get(issue.index()).copied().unwrap_or(option);
        let change = self.went_back(issue, before, option);
        self.sentence("tell-took-effect", &[("pact", self.pact(pact).into()), ("change", change.into())])
    }

    /// "X goes from A to B", or that it stays where it is.
    fn went_back(&self, issue: IssueId, from: OptionId, to: OptionId) -> String {
        let name = ("issue", self.issue(issue).into());
        let now = ("to", self.option(issue, to).into());
        if from == to {
            return self.text("tell-stays", &[name, now]);
        }
        self.text("tell-goes", &[name, ("from", self.option(issue, from).into()), now])
    }

    // ---- what it costs ----

    /// What breaking its side of a pact costs a party: standing, by how publicly it was backed, and trust.
    #[must_use]
    pub fn breach_costs(&self, by: PartyId, pact: PactId) -> Vec<String> {
        let rules = &self.game.rules.promises;
        let mut costs = self.standing_cost(by, breach_cost(self.game, self.at, pact));
        costs.extend(self.trust_costs(by, pact, rules.broken, rules.heard));
        costs
    }

    /// What an amount of standing is to a party, with its sign; nothing where it is nothing.
    pub(super) fn standing_cost(&self, party: PartyId, amount: Amount) -> Vec<String> {
        let Some(standing) = self.game.level.standing else { return Vec::new() };
        let hundredths = self.amount_hundredths(party, standing, amount);
        self.interest_change(standing, hundredths)
    }

    pub(super) fn capital_cost(&self, cost: i64) -> Vec<String> {
        if cost == 0 { Vec::new() } else { vec![self.text("tell-cost-capital", &[("cost", cost.into())])] }
    }

    /// What a change of trust is to the party that is trusted.
    pub(super) fn trust_cost(&self, of: PartyId, change: i64) -> Vec<String> {
        if change == 0 {
            return Vec::new();
        }
        let change = super::number::signed(change.saturating_mul(100), "");
        let of = [("you", self.you(of)), ("of", self.party(of).into()), ("change", change.into())];
        vec![self.text("tell-cost-trust", &of)]
    }

    /// What it does to the trust of those who signed a pact, and of those who hear of it.
    pub(super) fn trust_costs(&self, by: PartyId, pact: PactId, signed: i64, heard: i64) -> Vec<String> {
        let Some(parties) = self.at.pact(pact).map(|pact| pact.parties) else { return Vec::new() };
        let others = self.game.level.everyone().without(by);
        let moved = |of: PartyId| self.trust_cost(of, if parties.has(of) { signed } else { heard });
        others.iter().flat_map(moved).collect()
    }
}
