//! What parties are asked at Reckoning, one question at a time: threats whose deadline has come, promises
//! that fall due, projects to be placed. What comes next follows from the position alone.

use super::Referee;
use crate::rules::command::{Answer, Ask};
use crate::rules::event::{Event, ObligationStatus};
use crate::rules::ids::PartyId;
use crate::rules::legal::check_answer;

impl Referee<'_> {
    /// Runs the Reckoning on to the next question, or to its end.
    pub(super) fn ask_on(&mut self) {
        self.settle_terms();
        while let Some((party, ask)) = self.next_question() {
            if self.at.acts(party) {
                self.emit(Event::Asked { party, ask });
                return;
            }
            self.take_answer(party, ask, ask.safe());
        }
        self.settle_terms();
        self.end_threats();
        self.settle_pledges();
        self.reckon();
    }

    /// Carries out an answer, and goes on. One that is not open any more becomes the safe one.
    pub(super) fn answer(&mut self, party: PartyId, answer: Answer) {
        let Some((_, ask)) = self.at.asked else { return };
        let open = check_answer(self.game, self.at, party, answer).is_ok();
        self.take_answer(party, ask, if open { answer } else { ask.safe() });
        self.ask_on();
    }

    fn take_answer(&mut self, party: PartyId, ask: Ask, answer: Answer) {
        self.emit(Event::Answered { party, ask, answer });
        match (ask, answer) {
            (Ask::Deliver(pact, issue), answer) => self.deliver(pact, issue, answer),
            (Ask::CarryOut(threat), answer) => self.carry_out(threat, answer == Answer::Yes),
            (Ask::Object(..), Answer::Yes) => {
                self.move_capital(party, -self.game.rules.projects.objection);
            }
            (Ask::Overrule(pledge, _), Answer::Yes) => self.overrule(pledge),
            _ => {}
        }
    }

    fn next_question(&mut self) -> Option<(PartyId, Ask)> {
        self.threat_due().or_else(|| self.promise_due()).or_else(|| self.project_due())
    }

    fn threat_due(&self) -> Option<(PartyId, Ask)> {
        let round = self.at.round;
        let due = self.at.threats.iter().find(|t| t.due.is_some_and(|due| due <= round))?;
        Some((self.game.level.threat(due.threat).by, Ask::CarryOut(due.threat)))
    }

    /// The next promise that falls due. One that cannot be delivered fails here, by chance or because
    /// its party acts no more.
    fn promise_due(&mut self) -> Option<(PartyId, Ask)> {
        let round = self.at.round;
        loop {
            let due =
                |o: &&crate::rules::event::Obligation| o.status == ObligationStatus::Owed && o.due <= round;
            let owed = *self.at.obligations.iter().find(due)?;
            if !self.fails(&owed) {
                return Some((owed.by, Ask::Deliver(owed.pact, owed.issue)));
            }
            self.fail(&owed);
        }
    }
}
