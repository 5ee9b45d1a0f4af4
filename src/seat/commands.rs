//! Commands, packages and reasons as a message has them; [`super::reply`] reads the same.

use serde_json::{Value, json};

use super::names::{Names, empty, joined, with, word};
use crate::rules::clause::{Clause, Test, When};
use crate::rules::command::{Answer, Ask, Command, Measure, Reason, Rung, Statement};
use crate::rules::event::Offer;
use crate::rules::ids::PartyId;
use crate::rules::package::{Communique, Package, Proposal};

/// A command of a seat, as the seat may send it back.
pub(super) fn command(names: Names<'_>, seat: PartyId, at: Option<Ask>, command: &Command) -> Value {
    match command {
        Command::Propose { proposal: put, answers } => {
            let propose = with(proposal(names, put), "do", "propose");
            match answers {
                Some(offer) => with(propose, "answers", offer.0),
                None => propose,
            }
        }
        Command::Accept(offer) => json!({ "do": "accept", "offer": offer.0 }),
        Command::Decline { offer, reason: why } => {
            let decline = json!({ "do": "decline", "offer": offer.0 });
            match why {
                Some(why) => with(decline, "reason", reason(names, seat, *why)),
                None => decline,
            }
        }
        Command::Withdraw(offer) => json!({ "do": "withdraw", "offer": offer.0 }),
        Command::Speak(said) => with(statement(names, seat, *said), "do", "speak"),
        Command::Pass => json!({ "do": "pass" }),
        Command::Act(act) => measure(names, seat, *act),
        Command::Answer(given) => joined(json!({ "do": "answer" }), answer(names, at, *given)),
        // Of the clock alone; no seat is told of it.
        Command::TimeUp => json!({ "do": "time_up" }),
    }
}

/// Parties, package, clauses and communiqué.
pub(super) fn proposal(names: Names<'_>, proposal: &Proposal) -> Value {
    let terms = json!({
        "parties": names.parties(proposal.parties),
        "package": names.terms(proposal.package.terms()),
        "clauses": clauses(names, &proposal.package),
    });
    joined(terms, communique(names, &proposal.communique))
}

pub(super) fn communique(names: Names<'_>, communique: &Communique) -> Value {
    json!({
        "headline": communique.headline.and_then(|id| names.headline(id)),
        "credit": names.by_party(&communique.credit, |_, share| (*share).into()),
    })
}

pub(super) fn clauses(names: Names<'_>, package: &Package) -> Value {
    package.clauses().iter().map(|clause| self::clause(names, *clause)).collect()
}

fn clause(names: Names<'_>, clause: Clause) -> Value {
    let issue = json!({ "issue": names.issue(clause.issue) });
    match clause.when {
        When::TakesEffectIf(looks) => with(issue, "takes_effect_if", test(names, looks)),
        When::LapsesIf(looks) => with(issue, "lapses_if", test(names, looks)),
        When::Until(round) => with(issue, "until", round.0),
    }
}

fn test(names: Names<'_>, test: Test) -> Value {
    match test {
        Test::InForce { issue, from, to } => json!({
            "issue": names.issue(issue),
            "from": names.option(issue, from),
            "to": names.option(issue, to),
        }),
        Test::Pact(parties) => json!({ "pact": names.parties(parties) }),
    }
}

/// Something said, with whose it is, since blocs belong to a chamber.
pub(super) fn statement(names: Names<'_>, by: PartyId, statement: Statement) -> Value {
    let about = |issue, option| json!({ "issue": names.issue(issue), "option": names.option(issue, option) });
    let rest = match statement {
        Statement::Priority(issue) => json!({ "issue": names.issue(issue) }),
        Statement::Wants(issue, option) | Statement::Refuses(issue, option) => about(issue, option),
        Statement::NothingWorks(party, why) => {
            json!({ "party": names.party(party), "reason": reason(names, by, why) })
        }
    };
    with(rest, "statement", word(&statement))
}

/// A reason that a party gives.
pub(super) fn reason(names: Names<'_>, by: PartyId, reason: Reason) -> Value {
    let rest = match reason {
        Reason::RedLine(issue, option) | Reason::TooLittle { ask: Some((issue, option)) } => {
            json!({ "issue": names.issue(issue), "option": names.option(issue, option) })
        }
        Reason::Chamber { chances, pivotal } => {
            json!({ "chances": chances, "pivotal": names.bloc(by, pivotal) })
        }
        Reason::WorseThanNoDeal
        | Reason::TooLittle { ask: None }
        | Reason::NothingToGain
        | Reason::NotHere => empty(),
    };
    with(rest, "why", word(&reason))
}

/// A measure of a party.
pub(super) fn measure(names: Names<'_>, by: PartyId, measure: Measure) -> Value {
    match measure {
        Measure::Nothing => json!({ "do": "nothing" }),
        Measure::Move { issue, steps } => {
            json!({ "do": "move", "issue": names.issue(issue), "steps": steps })
        }
        Measure::Lobby(bloc) => json!({ "do": "lobby", "bloc": names.bloc(by, bloc) }),
        Measure::BuildStock(id) => json!({ "do": "build_stock", "resource": names.resource(id) }),
        Measure::FundCapacity(id) => json!({ "do": "fund_capacity", "resource": names.resource(id) }),
        Measure::Threat(id, rung) => {
            let threat = json!({ "do": "threaten", "threat": names.threat(id), "rung": word(&rung) });
            match rung {
                Rung::Demand(issue, option) => joined(
                    threat,
                    json!({ "issue": names.issue(issue), "option": names.option(issue, option) }),
                ),
                _ => threat,
            }
        }
        Measure::Break(issue) => json!({ "do": "break", "issue": names.issue(issue) }),
        Measure::SnapBack(pact) => json!({ "do": "snap_back", "pact": pact.0 }),
    }
}

/// What a seat is asked at Reckoning.
pub(super) fn ask(names: Names<'_>, ask: Ask) -> Value {
    let rest = match ask {
        Ask::Place(pledge) => json!({ "pledge": names.pledge(pledge) }),
        Ask::Object(pledge, project) | Ask::Overrule(pledge, project) => {
            json!({ "pledge": names.pledge(pledge), "project": names.project(pledge, project) })
        }
        Ask::Deliver(pact, issue) => json!({ "pact": pact.0, "issue": names.issue(issue) }),
        Ask::CarryOut(threat) => json!({ "threat": names.threat(threat) }),
    };
    with(rest, "ask", word(&ask))
}

/// An answer to what was asked: a project is one of the pledge that it was asked about.
pub(super) fn answer(names: Names<'_>, asked: Option<Ask>, answer: Answer) -> Value {
    match (answer, asked) {
        (Answer::Project(project), Some(Ask::Place(pledge))) => {
            let project = project.and_then(|project| names.project(pledge, project));
            json!({ "answer": "project", "project": project })
        }
        _ => json!({ "answer": word(&answer) }),
    }
}

/// An offer that its parties know.
pub(super) fn offer(names: Names<'_>, offer: &Offer) -> Value {
    let about = json!({
        "offer": offer.id.0,
        "from": names.party(offer.from),
        "answers": offer.answers.map(|id| id.0),
        "cable": offer.cable,
        "made": offer.made.0,
        "agreed": names.parties(offer.agreed),
        "status": word(&offer.status),
    });
    joined(about, proposal(names, &offer.proposal))
}
