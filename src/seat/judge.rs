//! What a proposal is to a seat, as a message has it: what `appraise` says, and what the seat may suppose of the others.

use serde_json::{Value, json};

use super::names::{Names, empty, with, word};
use crate::opponents::Belief;
use crate::rules::appraise::{Appraisal, Blocker, Cause, Line, appraise};
use crate::rules::legal::Refusal;
use crate::rules::package::Proposal;
use crate::view::View;

/// What a proposal is to the seat of a view, and to the others by what the seat may know.
pub(super) fn judgement(names: Names<'_>, view: &View, belief: &Belief, proposal: &Proposal) -> Value {
    let game = names.0;
    let own = appraise(&view.standpoint(game), view.seat, proposal);
    let others = game.level.everyone().without(view.seat).iter().filter_map(|party| {
        let supposed = belief.estimate(game, view, party, proposal)?;
        let chances = supposed.middle.ratification.as_ref().map(|forecast| forecast.chances());
        let known = json!({
            "low": supposed.low,
            "high": supposed.high,
            "in_favour": supposed.gains,
            "known": supposed.known,
            "chances": chances,
        });
        Some((names.party(party).to_owned(), known))
    });
    with(appraisal(names, &own), "others", others.collect::<Value>())
}

fn appraisal(names: Names<'_>, own: &Appraisal) -> Value {
    let home = own.ratification.as_ref().map(|forecast| {
        json!({
            "chances": forecast.chances(),
            "yes": forecast.yes,
            "quorum": forecast.quorum,
            "least": forecast.range.0,
            "most": forecast.range.1,
            "pivotal": names.bloc(own.party, forecast.pivotal),
        })
    });
    json!({
        "score": own.total,
        "no_deal": own.threshold,
        "gain": own.gain(),
        "lines": own.lines.iter().map(|at| line(names, *at)).collect::<Value>(),
        "blockers": own.blockers.iter().map(|at| blocker(names, at)).collect::<Value>(),
        "home": home,
    })
}

fn line(names: Names<'_>, line: Line) -> Value {
    let of = match line.cause {
        Cause::NoDeal | Cause::Columns | Cause::Credit => empty(),
        Cause::Issue(id) | Cause::Delivery(id) => json!({ "issue": names.issue(id) }),
        Cause::Linkage(id) => json!({ "linkage": names.linkage(id) }),
        Cause::Resource(id) => json!({ "resource": names.resource(id) }),
        Cause::Happening(id) => json!({ "happening": names.happening(id) }),
        Cause::Pledge(id) => json!({ "pledge": names.pledge(id) }),
        Cause::Threat(id) => json!({ "threat": names.threat(id) }),
    };
    with(with(of, "of", word(&line.cause)), "points", line.points)
}

fn blocker(names: Names<'_>, blocker: &Blocker) -> Value {
    let cleared = blocker.cleared_by.iter().map(|(issue, option)| {
        let option = option.map(|option| names.option(*issue, option));
        json!({ "issue": names.issue(*issue), "option": option })
    });
    with(refusal(names, blocker.what), "cleared_by", cleared.collect::<Value>())
}

/// Why something is refused: in a word, in a sentence, and what it is about.
pub(super) fn refusal(names: Names<'_>, refusal: Refusal) -> Value {
    let issue = |id| json!({ "issue": names.issue(id) });
    let about = match refusal {
        Refusal::Idle(id)
        | Refusal::Consent(id)
        | Refusal::Reserved(id)
        | Refusal::InPerson(id)
        | Refusal::NotControlled(id)
        | Refusal::Announced(id)
        | Refusal::NotInPlay(id)
        | Refusal::ClauseTerm(id)
        | Refusal::ClauseFixed(id)
        | Refusal::ClauseTwice(id)
        | Refusal::ClauseCircle(id)
        | Refusal::ClauseContradiction(id)
        | Refusal::ClauseIdle(id)
        | Refusal::Entangled(id) => issue(id),
        Refusal::Held(id, pact) => with(issue(id), "pact", pact.0),
        Refusal::RedLine(id, option) => with(issue(id), "option", names.option(id, option)),
        Refusal::Constraint(at) => json!({ "constraint": at }),
        Refusal::Capital { cost } => json!({ "cost": cost }),
        Refusal::TooManyClauses { most } => json!({ "most": most }),
        Refusal::NoSuchRung(id) => json!({ "threat": names.threat(id) }),
        Refusal::NoBreach(pact) => json!({ "pact": pact.0 }),
        _ => empty(),
    };
    with(with(about, "why", word(&refusal)), "message", refusal.to_string())
}
