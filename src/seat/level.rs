//! The level as a message has it: everything that it says, but for the sources of its figures, what is drawn of it, and its guide.

use serde_json::{Value, json};

use super::names::{Names, joined, with, word};
use crate::rules::ids::{IssueId, PartyId};
use crate::rules::level::{
    Archetype, Bloc, Column, Condition, Constraint, Governance, Happening, Issue, Linkage, Outcome, Party,
    Pledge, Promise, RedLine, Resource, Threat, Trigger, Validation,
};

/// The level.
pub(super) fn level(names: Names<'_>) -> Value {
    let level = &names.0.level;
    let named = json!({
        "id": level.id,
        "title": level.title,
        "summary": level.summary,
        "about": level.about,
        "unit": level.unit,
        "percent": level.percent,
        "per_point": level.per_point(),
        "interests": level
            .interests
            .iter()
            .map(|interest| json!({ "id": interest.id, "name": interest.name, "about": interest.about }))
            .collect::<Value>(),
        "standing": level.standing.map(|id| names.interest(id)),
        "autonomy": level.autonomy.map(|id| names.interest(id)),
        "parties": level.parties.iter().map(|(_, rule)| party(names, rule)).collect::<Value>(),
        "trust": names.by_party(&level.trust, |_, towards| names.by_party(towards, |_, trust| (*trust).into())),
        "rounds": rounds(names),
    });
    joined(named, table(names))
}

/// What there is to bargain about, and what comes of it.
fn table(names: Names<'_>) -> Value {
    let level = &names.0.level;
    let issues = level.issue_ids().map(|id| issue(names, id, level.issue(id)));
    json!({
        "issues": issues.collect::<Value>(),
        "constraints": level.constraints.iter().map(|rule| constraint(names, rule)).collect::<Value>(),
        "linkages": level.linkages.iter().map(|rule| linkage(names, rule)).collect::<Value>(),
        "columns": level.columns.iter().map(|rule| column(names, rule)).collect::<Value>(),
        "resources": level.resources.iter().map(|rule| resource(names, rule)).collect::<Value>(),
        "pledges": level.pledges.iter().map(|rule| pledge(names, rule)).collect::<Value>(),
        "threats": level.threats.iter().map(|rule| threat(names, rule)).collect::<Value>(),
        "happenings": level.happenings.iter().map(|rule| happening(names, rule)).collect::<Value>(),
        "headlines": level
            .headlines
            .iter()
            .map(|rule| json!({ "id": rule.id, "text": rule.text, "issues": names.issues(&rule.issues) }))
            .collect::<Value>(),
    })
}

fn party(names: Names<'_>, party: &Party) -> Value {
    let chamber = party.chamber.as_ref().map(|chamber| {
        json!({
            "name": chamber.name,
            "about": chamber.about,
            "quorum": chamber.quorum,
            "swing": chamber.swing,
            "blocs": chamber.blocs.iter().map(|rule| bloc(names, rule)).collect::<Value>(),
        })
    });
    json!({
        "id": party.id,
        "name": party.name,
        "capital_city": party.capital_city,
        "office": party.office,
        "brief": party.brief,
        "aims": party.aims,
        "capital": party.capital,
        "income": party.income,
        "support": party.support,
        "floor": party.floor,
        "drift": party.drift,
        "noise": party.noise,
        "chamber": chamber,
        "archetypes": party.archetypes.iter().map(|rule| archetype(names, rule)).collect::<Value>(),
    })
}

fn bloc(names: Names<'_>, bloc: &Bloc) -> Value {
    json!({
        "id": bloc.id,
        "name": bloc.name,
        "seats": bloc.seats,
        "base": bloc.base,
        "weights": names.by_interest(&bloc.weights),
        "validation": bloc.validation,
        "government": bloc.government,
    })
}

fn archetype(names: Names<'_>, archetype: &Archetype) -> Value {
    let line = |line: &RedLine| {
        json!({
            "issue": names.issue(line.issue),
            "options": names.options(line.issue, &line.options),
            "why": line.why,
        })
    };
    json!({
        "id": archetype.id,
        "name": archetype.name,
        "about": archetype.about,
        "weight": archetype.weight,
        "percent": names.by_interest(&archetype.percent),
        "red_lines": archetype.red_lines.iter().map(line).collect::<Value>(),
    })
}

fn rounds(names: Names<'_>) -> Value {
    let stops = names.0.level.rounds.iter().enumerate();
    let stop = stops.map(|(at, stop)| {
        let tables = stop.tables.iter();
        let table = tables.map(|table| json!({ "parties": names.parties(table.parties), "net": table.net }));
        json!({
            "round": at + 1,
            "name": stop.name,
            "date": stop.date,
            "about": stop.about,
            "tables": table.collect::<Value>(),
        })
    });
    stop.collect()
}

fn issue(names: Names<'_>, id: IssueId, issue: &Issue) -> Value {
    let schedule = issue.schedule.iter().map(|change| {
        json!({
            "round": change.round.0,
            "option": names.option(id, change.option),
            "unless_pact": names.parties(change.unless_pact),
        })
    });
    let options = issue.options.iter().map(|option| {
        json!({
            "id": option.id,
            "name": option.name,
            "note": option.note,
            "effects": names.effects(&option.effects),
            "per_round": names.effects(&option.per_round),
        })
    });
    let party = |party: Option<PartyId>| party.map(|party| names.party(party));
    json!({
        "id": issue.id,
        "name": issue.name,
        "about": issue.about,
        "in_play": names.0.in_play(id),
        "giver": party(issue.giver),
        "controller": party(issue.controller),
        "alone": word(&issue.alone),
        "consent": names.parties(issue.consent),
        "ratify": issue.ratify,
        "in_person": issue.in_person,
        "headline": issue.headline,
        "start": names.option(id, issue.start),
        "schedule": schedule.collect::<Value>(),
        "validation": issue.validation.as_ref().map(|rule| validation(names, id, rule)),
        "promise": issue.promise.as_ref().map(|rule| promise(names, id, rule)),
        "options": options.collect::<Value>(),
    })
}

fn validation(names: Names<'_>, issue: IssueId, rule: &Validation) -> Value {
    let levels = names.by_option(issue, &rule.levels, |level| (*level).into());
    json!({ "to": names.party(rule.to), "levels": levels })
}

fn promise(names: Names<'_>, issue: IssueId, rule: &Promise) -> Value {
    json!({
        "by": names.party(rule.by),
        "options": names.options(issue, &rule.options),
        "due": rule.due,
        "risk": rule.risk,
        "about": rule.about,
    })
}

fn constraint(names: Names<'_>, constraint: &Constraint) -> Value {
    match constraint {
        Constraint::Together(terms) => json!({ "together": names.terms(terms.iter().copied()) }),
        Constraint::Exclusive(issues) => json!({ "exclusive": names.issues(issues) }),
    }
}

fn linkage(names: Names<'_>, linkage: &Linkage) -> Value {
    json!({
        "id": linkage.id,
        "name": linkage.name,
        "when": names.ranges(&linkage.when),
        "effects": names.effects(&linkage.effects),
    })
}

fn column(names: Names<'_>, column: &Column) -> Value {
    json!({
        "party": names.party(column.party),
        "interest": names.interest(column.interest),
        "units": column.units,
    })
}

fn resource(names: Names<'_>, resource: &Resource) -> Value {
    let amount = |amount: &i64| Value::from(*amount);
    let supply = resource.supply.iter();
    let joint = resource.joint.as_ref().map(|joint| {
        json!({
            "issue": names.issue(joint.issue),
            "supply": names.by_option(joint.issue, &joint.supply, amount),
            "lead": joint.lead,
        })
    });
    json!({
        "id": resource.id,
        "name": resource.name,
        "about": resource.about,
        "user": names.party(resource.user),
        "stock": resource.stock,
        "uses": resource.uses,
        "other_supply": resource.other_supply,
        "supply": supply
            .map(|(issue, amounts)| (names.issue(*issue).to_owned(), names.by_option(*issue, amounts, amount)))
            .collect::<Value>(),
        "joint": joint,
        "shortage": names.effects(&resource.shortage),
        "build": resource.build,
        "capacity": resource.capacity.map(|(adds, lead)| json!({ "adds": adds, "lead": lead })),
    })
}

fn pledge(names: Names<'_>, pledge: &Pledge) -> Value {
    let (amount, pace, governance) = (&pledge.amount, &pledge.pace, &pledge.governance);
    let rule = |rule: &Option<Governance>| {
        rule.map_or(Value::Null, |rule| {
            json!({
                "selects": names.party(rule.selects),
                "other": word(&rule.other),
                "recovery": rule.recovery,
                "before": rule.before,
                "after": rule.after,
            })
        })
    };
    let projects = pledge.projects.iter().map(|project| {
        json!({
            "id": project.id,
            "name": project.name,
            "sector": project.sector,
            "about": project.about,
            "size": project.size,
            "lead": project.lead,
            "placed": names.effects(&project.placed),
            "built": names.effects(&project.built),
            "cash": project.cash,
        })
    });
    let issue =
        |issue: IssueId, by_option: Value| json!({ "issue": names.issue(issue), "by_option": by_option });
    json!({
        "id": pledge.id,
        "name": pledge.name,
        "about": pledge.about,
        "money": pledge.money,
        "funder": names.party(pledge.funder),
        "host": names.party(pledge.host),
        "amount": issue(amount.0, names.by_option(amount.0, &amount.1, |money| (*money).into())),
        "pace": issue(pace.0, names.by_option(pace.0, &pace.1, |percent| percent.clone().into())),
        "governance": issue(governance.0, names.by_option(governance.0, &governance.1, rule)),
        "interest": names.interest(pledge.interest),
        "rate": pledge.rate,
        "projects": projects.collect::<Value>(),
    })
}

fn threat(names: Names<'_>, threat: &Threat) -> Value {
    json!({
        "id": threat.id,
        "name": threat.name,
        "about": threat.about,
        "by": names.party(threat.by),
        "against": names.party(threat.against),
        "demands": names.ranges(&threat.demands),
        "notice": threat.notice,
        "backing_down": threat.backing_down,
        "giving_in": threat.giving_in,
        "effects": names.effects(&threat.effects),
    })
}

fn happening(names: Names<'_>, happening: &Happening) -> Value {
    let trigger = match happening.trigger {
        Trigger::Round(round) => json!({ "round": round.0 }),
        Trigger::EachRound => json!({ "each_round": true }),
        Trigger::Signed(parties) => json!({ "signed": names.parties(parties) }),
    };
    let when = happening.when.iter().map(|condition| match condition {
        Condition::InForce(issue, options) => {
            json!({ "issue": names.issue(*issue), "options": names.options(*issue, options) })
        }
        Condition::Pact(parties) => json!({ "pact": names.parties(*parties) }),
        Condition::NoPact(parties) => json!({ "no_pact": names.parties(*parties) }),
        Condition::Happened(id) => json!({ "happened": names.happening(*id) }),
        Condition::NotHappened(id) => json!({ "not_happened": names.happening(*id) }),
    });
    let outcomes = happening.outcomes.iter().map(|outcome| match outcome {
        Outcome::Points(effect) => {
            let units = json!({ "interest": names.interest(effect.interest), "units": effect.units });
            with(units, "party", names.party(effect.party))
        }
        Outcome::Support(party, by) => json!({ "party": names.party(*party), "support": by }),
        Outcome::Capital(party, by) => json!({ "party": names.party(*party), "capital": by }),
        Outcome::Stock(resource, by) => json!({ "resource": names.resource(*resource), "stock": by }),
    });
    json!({
        "id": happening.id,
        "headline": happening.headline,
        "about": happening.about,
        "trigger": trigger,
        "chance": happening.chance,
        "when": when.collect::<Value>(),
        "once": happening.once,
        "outcomes": outcomes.collect::<Value>(),
    })
}
