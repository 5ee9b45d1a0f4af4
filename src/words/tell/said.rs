//! What a party asks for, and says.

use super::Teller;
use crate::rules::command::{Command, Reason, Statement};
use crate::rules::ids::PartyId;
use crate::rules::package::Proposal;
use crate::words::Arg;

impl Teller<'_> {
    /// A command of a party, as on a button.
    #[must_use]
    pub fn command(&self, by: PartyId, command: &Command) -> String {
        match command {
            Command::Propose { proposal, answers: None } => {
                self.put("tell-command-propose", by, proposal, None)
            }
            Command::Propose { proposal, answers: Some(offer) } => {
                self.put("tell-command-counter", by, proposal, Some(("offer", self.offer(*offer).into())))
            }
            Command::Accept(offer) => {
                self.text("tell-command-accept", &[("offer", self.offer(*offer).into())])
            }
            Command::Decline { offer, reason } => {
                let offer = ("offer", self.offer(*offer).into());
                match reason {
                    Some(reason) => {
                        let reason = self.reason(by, *reason);
                        self.text("tell-command-decline-because", &[offer, ("reason", reason.into())])
                    }
                    None => self.text("tell-command-decline", &[offer]),
                }
            }
            Command::Withdraw(offer) => {
                self.text("tell-command-withdraw", &[("offer", self.offer(*offer).into())])
            }
            Command::Speak(statement) => {
                let said = self.statement(by, *statement);
                self.text("tell-command-speak", &[("statement", said.into())])
            }
            Command::Pass => self.get("tell-command-pass"),
            Command::Act(measure) => self.measure(by, *measure),
            Command::Answer(answer) => match self.at.asked {
                Some((_, ask)) => self.reply(ask, *answer),
                None => self.get("tell-command-answer"),
            },
            Command::TimeUp => self.get("tell-command-time"),
        }
    }

    fn put(&self, key: &str, by: PartyId, proposal: &Proposal, offer: Option<(&str, Arg<'_>)>) -> String {
        let mut args = vec![
            ("whom", self.parties(proposal.parties.without(by)).into()),
            ("terms", self.package(&proposal.package).into()),
        ];
        args.extend(offer);
        self.text(key, &args)
    }

    /// What a party says, in its own words.
    #[must_use]
    pub fn statement(&self, by: PartyId, statement: Statement) -> String {
        match statement {
            Statement::Priority(issue) => {
                self.sentence("tell-says-priority", &[("issue", self.issue(issue).into())])
            }
            Statement::Wants(issue, option) => {
                self.text("tell-says-wants", &[("term", self.term(issue, option).into())])
            }
            Statement::Refuses(issue, option) => {
                self.text("tell-says-refuses", &[("term", self.term(issue, option).into())])
            }
            Statement::NothingWorks(party, reason) => {
                // Said by another party, "you" would be ambiguous inside quotes.
                let (whom, reason) = (self.party(party), self.reason(by, reason));
                self.text("tell-says-nothing-works", &[("whom", whom.into()), ("reason", reason.into())])
            }
        }
    }

    /// Why a party refuses, in its own words.
    #[must_use]
    pub fn reason(&self, by: PartyId, reason: Reason) -> String {
        match reason {
            Reason::RedLine(issue, option) => {
                self.text("tell-reason-red-line", &[("term", self.term(issue, option).into())])
            }
            Reason::Chamber { chances, pivotal } => self.text(
                "tell-reason-chamber",
                &[
                    ("chance", self.chance(i64::from(chances), 100).into()),
                    ("bloc", self.bloc(by, pivotal).into()),
                ],
            ),
            Reason::WorseThanNoDeal => self.get("tell-reason-worse"),
            Reason::TooLittle { ask: Some((issue, option)) } => {
                self.text("tell-reason-little-ask", &[("term", self.term(issue, option).into())])
            }
            Reason::TooLittle { ask: None } => self.get("tell-reason-little"),
            Reason::NothingToGain => self.get("tell-reason-no-gain"),
            Reason::NotHere => self.get("tell-reason-not-here"),
        }
    }
}
