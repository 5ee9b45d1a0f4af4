//! Events as a message has them.

use serde_json::{Value, json};

use super::commands::{answer, ask, clauses, communique, measure, offer, reason, statement};
use super::names::{Names, amount, empty, joined, with, word};
use crate::rules::event::{
    Backing, Entry, EntryCause, Event, LapseCause, Obligation, Pact, Standing, SupportCause, Vote,
};
use crate::rules::ids::PartyId;

/// An event that a seat has seen: its name as `event`, and what there is to say of it.
pub(super) fn event(names: Names<'_>, event: &Event) -> Value {
    with(fields(names, event), "event", word(event))
}

fn fields(names: Names<'_>, event: &Event) -> Value {
    let party = |id| names.party(id);
    let issue = |id| names.issue(id);
    match event {
        Event::Opened { mandates } => {
            let mandate = |party, mandate: &Option<_>| match mandate {
                Some(id) => names.archetype(party, *id).into(),
                None => Value::Null,
            };
            json!({ "mandates": names.by_party(mandates, mandate) })
        }
        Event::RoundBegan(round) | Event::RoundEnded(round) => json!({ "round": round.0 }),
        Event::IssueMoved { issue: id, option, by } => {
            json!({ "issue": issue(*id), "option": names.option(*id, *option), "by": by.map(party) })
        }
        Event::Happened(id) => json!({ "happening": names.happening(*id) }),
        Event::Booked(entry) => booked(names, entry),
        Event::SupportMoved { party: whose, now, cause } => {
            json!({ "party": party(*whose), "now": now, "cause": support_cause(names, *cause) })
        }
        Event::CapitalMoved { party: whose, now } => json!({ "party": party(*whose), "now": now }),
        Event::StockMoved { resource, now, short } => {
            json!({ "resource": names.resource(*resource), "now": now, "short": short })
        }
        Event::CapacityFunded { resource, from } => {
            json!({ "resource": names.resource(*resource), "from": from.0 })
        }
        Event::TalksBegan | Event::MeasuresBegan | Event::Ended => empty(),
        Event::Turn(id) | Event::Passed(id) | Event::Collapsed(id) => json!({ "party": party(*id) }),
        Event::Offered(made) => offer(names, made),
        Event::Accepted { offer, by } => json!({ "offer": offer.0, "by": party(*by) }),
        Event::Declined { offer, by, reason: why } => {
            json!({ "offer": offer.0, "by": party(*by), "reason": why.map(|why| reason(names, *by, why)) })
        }
        Event::Withdrawn(offer) | Event::Expired(offer) => json!({ "offer": offer.0 }),
        Event::Spoke { by, statement: said } => with(statement(names, *by, *said), "by", party(*by)),
        Event::Signed(signed) => pact(names, signed),
        Event::MeasurePicked { by, measure: picked } => {
            json!({ "by": party(*by), "measure": picked.map(|picked| measure(names, *by, picked)) })
        }
        Event::MeasureRevealed { by, measure: picked } => {
            json!({ "by": party(*by), "measure": measure(names, *by, *picked) })
        }
        Event::LobbyMoved { party: whose, bloc, now } => {
            json!({ "party": party(*whose), "bloc": names.bloc(*whose, *bloc), "now": now })
        }
        Event::Voted(held) => vote(names, held),
        Event::Voided { pact, refused } => json!({ "pact": pact.0, "refused": names.parties(*refused) }),
        Event::InForce { pact, package } => {
            let (terms, clauses) = (names.terms(package.terms()), clauses(names, package));
            json!({ "pact": pact.0, "package": terms, "clauses": clauses })
        }
        Event::TookEffect { pact, issue: id, option } => {
            json!({ "pact": pact.0, "issue": issue(*id), "option": names.option(*id, *option) })
        }
        Event::Lapsed { pact, issue: id, option, cause } => {
            let by = match cause {
                LapseCause::Broken(by) | LapseCause::Failed(by) | LapseCause::SnapBack(by) => Some(*by),
                LapseCause::Condition | LapseCause::Sunset => None,
            };
            json!({
                "pact": pact.0,
                "issue": issue(*id),
                "option": names.option(*id, *option),
                "cause": word(cause),
                "by": by.map(party),
            })
        }
        _ => later(names, event),
    }
}

/// Events of projects, promises, threats, trust and backing.
fn later(names: Names<'_>, event: &Event) -> Value {
    let party = |id| names.party(id);
    match event {
        Event::Asked { party: whom, ask: what } => with(ask(names, *what), "party", party(*whom)),
        Event::Answered { party: whom, ask: what, answer: given } => {
            joined(with(ask(names, *what), "party", party(*whom)), answer(names, Some(*what), *given))
        }
        Event::Tranche { pledge, money } => json!({ "pledge": names.pledge(*pledge), "money": money }),
        Event::Placed { pledge, project, runs } => {
            let project = names.project(*pledge, *project);
            json!({ "pledge": names.pledge(*pledge), "project": project, "runs": runs.0 })
        }
        Event::Paid { pledge, funder, host } => {
            json!({ "pledge": names.pledge(*pledge), "funder": funder, "host": host })
        }
        Event::Promised(owed) => obligation(names, *owed),
        Event::Delivered { pact, issue, status, due } => {
            json!({ "pact": pact.0, "issue": names.issue(*issue), "status": word(status), "due": due.0 })
        }
        Event::Threatened(made) => standing(names, *made),
        Event::Mediated { threat, by } => json!({ "threat": names.threat(*threat), "by": party(*by) }),
        Event::ThreatEnded { threat, end } => json!({ "threat": names.threat(*threat), "end": word(end) }),
        Event::TrustMoved { of, towards, now } => {
            json!({ "of": party(*of), "towards": party(*towards), "now": now })
        }
        Event::Backed(given) => backing(names, *given),
        _ => empty(),
    }
}

fn booked(names: Names<'_>, entry: &Entry) -> Value {
    let pact = |pact: u32| json!({ "pact": pact });
    let cause = match entry.cause {
        EntryCause::Happening(id) => json!({ "happening": names.happening(id) }),
        EntryCause::Flow(issue, option) => {
            json!({ "issue": names.issue(issue), "option": names.option(issue, option) })
        }
        EntryCause::Shortage(id) => json!({ "resource": names.resource(id) }),
        EntryCause::FailedVote(id) | EntryCause::Credit(id) => pact(id.0),
        EntryCause::Collapse => empty(),
        EntryCause::Project(pledge, project) => {
            json!({ "pledge": names.pledge(pledge), "project": names.project(pledge, project) })
        }
        EntryCause::Cash(pledge) => json!({ "pledge": names.pledge(pledge) }),
        EntryCause::Breach(id, issue) | EntryCause::Undelivered(id, issue) => {
            with(pact(id.0), "issue", names.issue(issue))
        }
        EntryCause::CarriedOut(id)
        | EntryCause::BackedDown(id)
        | EntryCause::GaveIn(id)
        | EntryCause::Mediation(id) => json!({ "threat": names.threat(id) }),
    };
    json!({
        "party": names.party(entry.party),
        "interest": names.interest(entry.interest),
        "amount": amount(entry.amount),
        "cause": with(cause, "of", word(&entry.cause)),
        "round": entry.round.0,
    })
}

fn support_cause(names: Names<'_>, cause: SupportCause) -> Value {
    let rest = match cause {
        SupportCause::Happening(id) => json!({ "happening": names.happening(id) }),
        SupportCause::Ratified(id) | SupportCause::Failed(id) => json!({ "pact": id.0 }),
        SupportCause::Backing(issue) => json!({ "issue": names.issue(issue) }),
        SupportCause::Shortage(id) => json!({ "resource": names.resource(id) }),
        SupportCause::Drift => empty(),
    };
    with(rest, "of", word(&cause))
}

/// A pact; its package is `null` for those who do not know its terms.
pub(super) fn pact(names: Names<'_>, pact: &Pact) -> Value {
    let about = json!({
        "pact": pact.id.0,
        "parties": names.parties(pact.parties),
        "issues": names.issues(&pact.issues),
        "package": pact.package.as_ref().map(|package| names.terms(package.terms())),
        "clauses": pact.package.as_ref().map(|package| clauses(names, package)),
        "signed": pact.signed.0,
        "net": pact.net,
        "status": word(&pact.status),
        "before": names.terms(pact.before.iter().copied()),
    });
    joined(about, communique(names, &pact.communique))
}

fn vote(names: Names<'_>, vote: &Vote) -> Value {
    let blocs = names.0.level.parties[vote.party].chamber.as_ref().map_or(&[][..], |c| &c.blocs);
    let bloc = |(net, yes): &(i64, i64)| json!({ "net": net, "yes": yes });
    let blocs: Value =
        blocs.iter().zip(&vote.blocs).map(|(rule, held)| (rule.id.clone(), bloc(held))).collect();
    json!({
        "pact": vote.pact.0,
        "party": names.party(vote.party),
        "swing": vote.swing,
        "blocs": blocs,
        "yes": vote.yes,
        "quorum": vote.quorum,
        "passed": vote.passed,
    })
}

pub(super) fn obligation(names: Names<'_>, owed: Obligation) -> Value {
    json!({
        "pact": owed.pact.0,
        "issue": names.issue(owed.issue),
        "by": names.party(owed.by),
        "due": owed.due.0,
        "delayed": owed.delayed,
        "status": word(&owed.status),
    })
}

pub(super) fn standing(names: Names<'_>, standing: Standing) -> Value {
    let rungs = ["signal", "demand", "deadline"];
    json!({
        "threat": names.threat(standing.threat),
        "rung": rungs.get(usize::from(standing.rung)),
        "demand": standing.demand.map(|demand| json!({
            "issue": names.issue(demand.issue),
            "option": names.option(demand.issue, demand.option),
            "from": names.option(demand.issue, demand.from),
        })),
        "due": standing.due.map(|round| round.0),
        "mediator": standing.mediator.map(|id: PartyId| names.party(id)),
        "climbed": standing.climbed.0,
    })
}

pub(super) fn backing(names: Names<'_>, backing: Backing) -> Value {
    json!({
        "issue": names.issue(backing.issue),
        "option": names.option(backing.issue, backing.option),
        "to": names.party(backing.to),
        "round": backing.round.0,
        "fragility": backing.fragility,
    })
}
