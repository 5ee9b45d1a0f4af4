//! Every order that stands, in order, with where the game stood when it was given.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::{Ids, pact_number, phase_name};
use crate::play::Replay;
use crate::rules::command::{Actor, Answer, Ask, Command as Given, Measure, Reason, Rung, Statement};
use crate::rules::ids::{BlocId, OfferId, PartyId, ProjectId};
use crate::rules::level::Pledge;
use crate::rules::position::Position;
use crate::rules::record::{Deed, Entry, Record};

/// What is said of something besides its kind: ids, numbers.
pub(super) type Details = BTreeMap<&'static str, Value>;

#[derive(Serialize)]
pub(super) struct Command {
    pub(super) number: usize,
    /// The entry of the record, from 1.
    pub(super) entry: usize,
    pub(super) round: u16,
    pub(super) phase: &'static str,
    /// The party, or `clock`.
    pub(super) by: String,
    pub(super) kind: &'static str,
    pub(super) details: Details,
}

/// All orders that nobody took back.
pub(super) fn read(ids: &Ids<'_>, replay: &Replay) -> Vec<Command> {
    let record = replay.record();
    // A record that plays takes nothing back that was not there.
    let standing = record.standing().unwrap_or_default();
    let mut again = replay_of(replay, &standing);
    let mut reader = Reader { ids, offers: Vec::new() };
    let mut commands = Vec::new();
    for (at, entry) in standing.iter().enumerate() {
        let Some(order) = record.order(*entry) else { continue };
        if let Some(again) = &mut again {
            again.go(at);
        }
        let truth = again.as_ref().map_or_else(|| replay.now().truth(), |again| again.now().truth());
        let by = match order.by {
            Actor::Seat(party) => ids.party(party),
            Actor::Clock => "clock".to_owned(),
        };
        let (round, phase) = (truth.round.0, phase_name(truth.phase));
        let (kind, details) = reader.details(order.by, &order.command, truth);
        commands.push(Command {
            number: commands.len() + 1,
            entry: entry + 1,
            round,
            phase,
            by,
            kind,
            details,
        });
    }
    commands
}

/// The same game as if nothing had ever been taken back, so that it can be walked through from order to order.
fn replay_of(replay: &Replay, standing: &[usize]) -> Option<Replay> {
    let record = replay.record();
    let order = |entry: &usize| Some(Entry { deed: Deed::Order(record.order(*entry)?.clone()), mark: None });
    let entries = standing.iter().filter_map(order).collect();
    let clean = Record {
        head: record.head.clone(),
        level: record.level.clone(),
        rules: record.rules.clone(),
        entries,
    };
    let mut again = Replay::of(replay.now().game().clone(), clean).ok()?;
    again.go(0);
    Some(again)
}

struct Reader<'a> {
    ids: &'a Ids<'a>,
    /// The offers made so far; each counts from 1.
    offers: Vec<OfferId>,
}

impl Reader<'_> {
    fn number(&self, offer: OfferId) -> Value {
        self.offers.iter().position(|other| *other == offer).map_or(Value::Null, |at| (at + 1).into())
    }

    fn details(&mut self, by: Actor, command: &Given, truth: &Position) -> (&'static str, Details) {
        let ids = self.ids;
        let mut details = Details::new();
        let kind = match command {
            Given::Propose { proposal, answers } => {
                if let Some(answers) = answers {
                    details.insert("answers", self.number(*answers));
                }
                self.offers.push(truth.next_offer(proposal.parties));
                details.insert("offer", self.offers.len().into());
                let others = match by {
                    Actor::Seat(party) => proposal.parties.without(party),
                    Actor::Clock => proposal.parties,
                };
                details.insert("to", ids.parties(others).into());
                "propose"
            }
            Given::Accept(offer) => {
                details.insert("offer", self.number(*offer));
                "accept"
            }
            Given::Decline { offer, reason: why } => {
                details.insert("offer", self.number(*offer));
                if let (Some(why), Actor::Seat(by)) = (why, by) {
                    details.insert("reason", as_value(reason(ids, by, *why)));
                }
                "decline"
            }
            Given::Withdraw(offer) => {
                details.insert("offer", self.number(*offer));
                "withdraw"
            }
            Given::Speak(statement) => {
                said(ids, by, *statement, &mut details);
                "speak"
            }
            Given::Pass => "pass",
            Given::Act(measure) => {
                acted(ids, by, *measure, &mut details);
                "act"
            }
            Given::Answer(answer) => {
                if let Some((_, ask)) = truth.asked {
                    asked(ids, ask, &mut details);
                    answered(ids, ask, *answer, &mut details);
                }
                "answer"
            }
            Given::TimeUp => "time_up",
        };
        (kind, details)
    }
}

fn said(ids: &Ids<'_>, by: Actor, statement: Statement, details: &mut Details) {
    let what = match statement {
        Statement::Priority(issue) => {
            details.insert("issue", ids.issue(issue).into());
            "priority"
        }
        Statement::Wants(issue, option) | Statement::Refuses(issue, option) => {
            details.insert("issue", ids.issue(issue).into());
            details.insert("option", ids.option(issue, option).into());
            if matches!(statement, Statement::Wants(..)) { "wants" } else { "refuses" }
        }
        Statement::NothingWorks(party, why) => {
            details.insert("party", ids.party(party).into());
            if let Actor::Seat(by) = by {
                details.insert("reason", as_value(reason(ids, by, why)));
            }
            "nothing_works"
        }
    };
    details.insert("statement", what.into());
}

fn as_value(details: Details) -> Value {
    Value::Object(details.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Why a party refuses an offer.
pub(super) fn reason(ids: &Ids<'_>, by: PartyId, reason: Reason) -> Details {
    let mut details = Details::new();
    let why = match reason {
        Reason::RedLine(issue, option) => {
            details.insert("issue", ids.issue(issue).into());
            details.insert("option", ids.option(issue, option).into());
            "red_line"
        }
        Reason::Chamber { chances, pivotal } => {
            details.insert("chances", chances.into());
            details.insert("pivotal", bloc_id(ids, by, pivotal).into());
            "chamber"
        }
        Reason::WorseThanNoDeal => "worse_than_no_deal",
        Reason::TooLittle { ask } => {
            if let Some((issue, option)) = ask {
                details.insert("issue", ids.issue(issue).into());
                details.insert("option", ids.option(issue, option).into());
            }
            "too_little"
        }
        Reason::NothingToGain => "nothing_to_gain",
        Reason::NotHere => "not_here",
    };
    details.insert("why", why.into());
    details
}

fn acted(ids: &Ids<'_>, by: Actor, measure: Measure, details: &mut Details) {
    let level = &ids.game.level;
    let what = match measure {
        Measure::Nothing => "nothing",
        Measure::Move { issue, steps } => {
            details.insert("issue", ids.issue(issue).into());
            details.insert("steps", steps.into());
            "move"
        }
        Measure::Lobby(bloc) => {
            if let Actor::Seat(by) = by {
                details.insert("bloc", bloc_id(ids, by, bloc).into());
            }
            "lobby"
        }
        Measure::BuildStock(resource) | Measure::FundCapacity(resource) => {
            details.insert("resource", level.resource(resource).id.clone().into());
            if matches!(measure, Measure::BuildStock(_)) { "build_stock" } else { "fund_capacity" }
        }
        Measure::Threat(threat, rung) => {
            details.insert("threat", level.threat(threat).id.clone().into());
            match rung {
                Rung::Signal => "threat_signal",
                Rung::Demand(issue, option) => {
                    details.insert("issue", ids.issue(issue).into());
                    details.insert("option", ids.option(issue, option).into());
                    "threat_demand"
                }
                Rung::Deadline => "threat_deadline",
                Rung::BackDown => "threat_back_down",
                Rung::Mediate => "threat_mediate",
            }
        }
        Measure::Break(issue) => {
            details.insert("issue", ids.issue(issue).into());
            "break"
        }
        Measure::SnapBack(pact) => {
            details.insert("pact", pact_number(pact).into());
            "snap_back"
        }
    };
    details.insert("measure", what.into());
}

/// A bloc of a party's own chamber.
fn bloc_id(ids: &Ids<'_>, by: PartyId, bloc: BlocId) -> String {
    ids.game.level.bloc(by, bloc).map_or_else(String::new, |bloc| bloc.id.clone())
}

fn asked(ids: &Ids<'_>, ask: Ask, details: &mut Details) {
    let level = &ids.game.level;
    let what = match ask {
        Ask::Place(pledge) => {
            details.insert("pledge", level.pledge(pledge).id.clone().into());
            "place"
        }
        Ask::Object(pledge, project) | Ask::Overrule(pledge, project) => {
            let pledge = level.pledge(pledge);
            details.insert("pledge", pledge.id.clone().into());
            details.insert("project", project_id(pledge, project).into());
            if matches!(ask, Ask::Object(..)) { "object" } else { "overrule" }
        }
        Ask::Deliver(pact, issue) => {
            details.insert("pact", pact_number(pact).into());
            details.insert("issue", ids.issue(issue).into());
            "deliver"
        }
        Ask::CarryOut(threat) => {
            details.insert("threat", level.threat(threat).id.clone().into());
            "carry_out"
        }
    };
    details.insert("question", what.into());
}

fn answered(ids: &Ids<'_>, ask: Ask, answer: Answer, details: &mut Details) {
    let what = match answer {
        Answer::Project(project) => {
            let id = match (ask, project) {
                (Ask::Place(pledge), Some(project)) => project_id(ids.game.level.pledge(pledge), project),
                _ => "none".to_owned(),
            };
            details.insert("project", id.into());
            "project"
        }
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Keep => "keep",
        Answer::Delay => "delay",
        Answer::Break => "break",
    };
    details.insert("answer", what.into());
}

fn project_id(pledge: &Pledge, project: ProjectId) -> String {
    pledge.projects.get(project.index()).map_or_else(String::new, |project| project.id.clone())
}
