//! What a party asks for, does alone, and says.

use super::Teller;
use crate::rules::command::{Command, Measure, Reason, Statement};
use crate::rules::ids::{IssueId, OptionId, PartyId};
use crate::rules::level::Alone;
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

    /// A measure with what it costs in political capital, where it costs any.
    #[must_use]
    pub fn measure_with_cost(&self, by: PartyId, measure: Measure) -> String {
        let costs = &self.game.rules.costs;
        let cost = match measure {
            Measure::Nothing => 0,
            Measure::Move { steps, .. } => costs.further_step * i64::from(steps.saturating_sub(1)),
            Measure::Lobby(_) => costs.lobby,
            Measure::BuildStock(_) => costs.build_stock,
            Measure::FundCapacity(_) => costs.fund_capacity,
        };
        let measure = self.measure(by, measure);
        if cost == 0 {
            return measure;
        }
        self.text("tell-measure-cost", &[("measure", measure.into()), ("cost", cost.into())])
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
