//! Questions about a word that was given: a promise that falls due, a threat whose deadline has come.

use super::model::{Model, Panel};
use crate::rules::command::Answer;
use crate::rules::ids::{IssueId, PactId, ThreatId};
use crate::rules::stakes::stakes;
use crate::screens::pages::{Page, Word};
use crate::screens::weighing::Scales;

impl Scales<'_> {
    /// What becomes of a promise that falls due.
    pub(super) fn deliver(&self, model: &mut Model, pact: PactId, issue: IssueId) {
        let at = self.at();
        let rules = self.game.rules.promises;
        let term = self.teller.term(issue, at.option(issue));
        let parties = at.pact(pact).map(|pact| pact.parties.without(self.seat())).unwrap_or_default();
        model.lead.push(self.words.text(
            "decision-promise",
            &[("term", term.into()), ("parties", self.teller.parties(parties).into())],
        ));
        let keep = self.words.get("decision-keep-about");
        self.reply(model, Answer::Keep, "decision-keep", keep, self.trust_in_seat(pact, rules.kept, 0));

        let due = at.owed(issue).map_or(at.round, |owed| owed.due).next();
        let delay = self.words.text("decision-delay-about", &[("stop", self.teller.stop(due).into())]);
        self.reply(model, Answer::Delay, "decision-delay", delay, self.trust_in_seat(pact, rules.delayed, 0));

        let breach = self.breach(pact, issue);
        let goes = match breach.goes.is_empty() {
            true => self.words.get("weigh-nothing-moves"),
            false => breach.goes.join("; "),
        };
        let about = format!("{goes}. {}", breach.after);
        self.reply(model, Answer::Break, "decision-break", about, breach.lines);
        model.side.push(self.pact_panel(pact));
    }

    /// The terms of a pact, and what was promised in it.
    pub(super) fn pact_panel(&self, id: PactId) -> Panel {
        let mut notes = Vec::new();
        if let Some(package) = self.at().pact(id).and_then(|pact| pact.package.as_ref()) {
            notes.extend(package.terms().map(|(issue, option)| {
                let term = self.teller.clausal_term(package, issue, option);
                match self.at().holder[issue.index()] == Some(id) {
                    true => term,
                    false => self.words.text("decision-term-ended", &[("term", term.into())]),
                }
            }));
        }
        notes.push(self.backed(id));
        let page = Some(Page::Word(Word::Promise));
        Panel { head: self.words.get("decision-pact"), page, notes, ..Panel::default() }
    }

    /// Whether a threat whose deadline has come is carried out.
    pub(super) fn carry_out(&self, model: &mut Model, threat: ThreatId) {
        model.ladder = Some(self.ladder(threat));
        let done = self.words.get("decision-carry-out-about");
        self.reply(model, Answer::Yes, "decision-carry-out", done, self.carried_out(threat));
        let cost = stakes(self.game, self.at(), threat)
            .and_then(|stakes| self.standing(self.seat(), stakes.backing_down))
            .map(|band| self.line(self.for_whom(self.seat()), band));
        let about = self.words.get("decision-back-down-about");
        self.reply(model, Answer::No, "decision-back-down", about, cost.into_iter().collect());
    }
}
