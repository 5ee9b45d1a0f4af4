//! The rule book as a message has it.

use serde_json::{Value, json};

use super::names::{joined, word};
use crate::rules::rulebook::RuleBook;

/// The rules in force.
pub(super) fn rules(rules: &RuleBook) -> Value {
    let costs = rules.costs;
    let talks = json!({
        "id": rules.id,
        "name": rules.name,
        "about": rules.about,
        "on": rules.on,
        "order": word(&rules.order),
        "offers": rules.offers,
        "speeches": rules.speeches,
        "clauses": rules.most_clauses,
        "costs": {
            "cable": costs.cable,
            "lobby": costs.lobby,
            "further_step": costs.further_step,
            "build_stock": costs.build_stock,
            "fund_capacity": costs.fund_capacity,
            "objection": rules.projects.objection,
            "rung": rules.threats.rung,
            "mediate": rules.threats.mediate,
        },
    });
    joined(talks, figures(rules))
}

/// The figures of votes, support, backing, promises and threats.
fn figures(rules: &RuleBook) -> Value {
    let (backing, promises, threats) = (rules.validation, rules.promises, rules.threats);
    json!({
        "lobby": { "net": rules.lobby_net, "fade": rules.lobby_fade },
        "vote": {
            "range": rules.vote_range,
            "trust": rules.vote_trust,
            "support": rules.vote_support,
            "cable": rules.vote_cable,
        },
        "support": {
            "ratified": rules.support_ratified,
            "failed": rules.support_failed,
            "shortage": rules.support_shortage,
            "backing": rules.support_backing,
        },
        "standing": { "failed": rules.standing_failed, "collapse": rules.standing_collapse },
        "validation": {
            "per_seat_short": backing.per_seat_short,
            "score_strength": backing.score_strength,
            "fade": backing.fade,
            "floor": backing.floor,
            "lift_rounds": backing.lift_rounds,
        },
        "trust": { "ratified": rules.trust_ratified, "overruled": rules.projects.overruled },
        "promises": {
            "doubt": promises.doubt,
            "lock": promises.lock,
            "kept": promises.kept,
            "delayed": promises.delayed,
            "broken": promises.broken,
            "heard": promises.heard,
            "breach": promises.breach,
            "backed": promises.backed,
            "failed": promises.failed,
        },
        "threats": { "relief": threats.relief, "mediated": threats.mediated, "trust": threats.trust },
    })
}
