//! Where a game stands for a seat, as a message has it.

use serde_json::{Value, json};

use super::commands::{answer, ask, measure};
use super::events::{backing, obligation, pact, standing};
use super::names::{Names, joined, with, word};
use crate::rules::ids::{IssueId, PledgeId};
use crate::rules::position::{Pledged, Position, Stock};

/// All that a seat knows of where the game stands, but for its offers, which have a place of their own, and for what was booked and voted, which
/// the events tell.
pub(super) fn position(names: Names<'_>, at: &Position) -> Value {
    let whole = json!({
        "round": at.round.0,
        "phase": word(&at.phase),
        "mandates": names.by_party(&at.mandates, |party, mandate| match mandate {
            Some(id) => names.archetype(party, *id).into(),
            None => Value::Null,
        }),
        "in_force": names.terms(names.0.level.issue_ids().zip(at.in_force.iter().copied())),
        "pending": names.terms(by_issue(names, &at.pending)),
        "pacts": at.pacts.iter().map(|signed| pact(names, signed)).collect::<Value>(),
        "capital": names.by_party(&at.capital, |_, capital| (*capital).into()),
        "support": names.by_party(&at.support, |_, support| (*support).into()),
        "collapsed": names.parties(at.collapsed),
        "trust": names.by_party(&at.trust, |_, towards| names.by_party(towards, |_, trust| (*trust).into())),
        "lobbying": names.by_party(&at.lobbying, |party, blocs| {
            let rules = names.0.level.parties[party].chamber.as_ref().map_or(&[][..], |c| &c.blocs);
            rules.iter().zip(blocs).map(|(bloc, net)| (bloc.id.clone(), Value::from(*net))).collect()
        }),
        "backings": at.backings.iter().map(|given| backing(names, *given)).collect::<Value>(),
        "stocks": stocks(names, at),
        "happened": at.happened.iter().map(|id| names.happening(*id)).collect::<Value>(),
    });
    joined(joined(whole, of_the_round(names, at)), bound(names, at))
}

/// The issues for which a list has something, with it.
fn by_issue<'a, T: Copy>(
    names: Names<'_>,
    values: &'a [Option<T>],
) -> impl Iterator<Item = (IssueId, T)> + use<'a, T> {
    names.0.level.issue_ids().zip(values).filter_map(|(issue, value)| Some((issue, (*value)?)))
}

/// What begins anew with each round.
fn of_the_round(names: Names<'_>, at: &Position) -> Value {
    json!({
        "turn_of": at.turn.map(|party| names.party(party)),
        "passed": names.parties(at.passed),
        "offered": names.by_party(&at.offered, |_, count| (*count).into()),
        "spoken": names.by_party(&at.spoken, |_, count| (*count).into()),
        "picked": names.parties(at.picked),
        "measures": names.by_party(&at.measures, |party, picked| {
            picked.map_or(Value::Null, |picked| measure(names, party, picked))
        }),
        "asked": at.asked.map(|(party, what)| with(ask(names, what), "party", names.party(party))),
        "answered": at
            .answers
            .iter()
            .map(|(what, given)| joined(ask(names, *what), answer(names, Some(*what), *given)))
            .collect::<Value>(),
    })
}

/// What holds beyond a round.
fn bound(names: Names<'_>, at: &Position) -> Value {
    let level = &names.0.level;
    let held =
        by_issue(names, &at.holder).map(|(issue, pact)| (names.issue(issue).to_owned(), Value::from(pact.0)));
    let since = level.issue_ids().zip(&at.since);
    let since = since.map(|(issue, round)| (names.issue(issue).to_owned(), Value::from(round.0)));
    let changed = level.issue_ids().zip(&at.changed).filter(|(_, changed)| **changed);
    let breaches = at.breaches.iter();
    let ended = at.ended_threats.iter();
    json!({
        "held_by": held.collect::<Value>(),
        "since": since.collect::<Value>(),
        "changed": changed.map(|(issue, _)| names.issue(issue)).collect::<Value>(),
        "pledges": level
            .pledges
            .iter()
            .zip(level.pledge_ids().zip(&at.pledges))
            .map(|(rule, (id, state))| (rule.id.clone(), pledged(names, id, state)))
            .collect::<Value>(),
        "obligations": at.obligations.iter().map(|owed| obligation(names, *owed)).collect::<Value>(),
        "breaches": breaches
            .map(|(pact, by)| json!({ "pact": pact.0, "by": names.party(*by) }))
            .collect::<Value>(),
        "threats": at.threats.iter().map(|made| standing(names, *made)).collect::<Value>(),
        "ended_threats": ended
            .map(|(threat, end)| json!({ "threat": names.threat(*threat), "end": word(end) }))
            .collect::<Value>(),
    })
}

fn stocks(names: Names<'_>, at: &Position) -> Value {
    let stock = |stock: &Stock| {
        json!({
            "left": stock.left,
            "capacity": stock.capacity,
            "coming": stock.coming.map(|round| round.0),
            "short": stock.short,
        })
    };
    let resources = names.0.level.resources.iter();
    resources.zip(&at.stocks).map(|(resource, held)| (resource.id.clone(), stock(held))).collect()
}

fn pledged(names: Names<'_>, id: PledgeId, state: &Pledged) -> Value {
    let placed = state.placed.iter();
    json!({
        "began": state.began.map(|round| round.0),
        "freed": state.freed,
        "pool": state.pool,
        "placed": placed
            .map(|(project, runs)| json!({ "project": names.project(id, *project), "runs": runs.0 }))
            .collect::<Value>(),
        "funder": state.funder,
        "host": state.host,
    })
}
