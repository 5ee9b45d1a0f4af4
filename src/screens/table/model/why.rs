//! Where the lines of the rule book's later parts come from: pledges, threats, and doubt about promises.

use crate::rules::ids::{IssueId, PartyId, PledgeId, ThreatId};
use crate::rules::stakes::{breach_odds, lock};
use crate::words;

use super::desk::Desk;

/// Who would select, what would be freed, and how cash is split, under the draft.
pub(super) fn pledge(desk: &Desk<'_>, id: PledgeId) -> String {
    let pledge = desk.game.level.pledge(id);
    let set = |issue: IssueId| desk.judged.package.option(issue).unwrap_or_else(|| desk.at().option(issue));
    let [amount, pace, governance] = pledge.issues().map(set);
    let mut lines = vec![desk.get("table-why-pledge")];
    let money = pledge.amount.1.get(amount.index()).copied().unwrap_or(0);
    if money > 0 {
        lines.push(desk.text(
            "table-why-pledge-money",
            &[
                ("money", desk.teller().money(id, money).into()),
                ("pace", desk.choice(pledge.pace.0, pace).into()),
            ],
        ));
    }
    if let Some(rule) = pledge.rule(governance) {
        lines.push(desk.teller().governance(id, rule));
    }
    lines.join("\n")
}

/// How far a threat has climbed, and what each way out of it costs.
pub(super) fn threat(desk: &Desk<'_>, id: ThreatId) -> String {
    let teller = desk.teller();
    let mut lines = vec![desk.get("table-why-threat")];
    lines.extend(desk.at().threat(id).map(|standing| teller.standing_threat(standing)));
    lines.extend(teller.ladder(id));
    lines.join("\n")
}

/// The chance of a breach that a party fears, part by part.
pub(super) fn delivery(desk: &Desk<'_>, party: PartyId, issue: IssueId) -> String {
    let Desk { game, .. } = *desk;
    let at = desk.at();
    let package = &desk.judged.package;
    let Some(promise) = game.level.issue(issue).promise.as_ref() else { return String::new() };
    let backing = match (package.option(issue), at.owed(issue)) {
        (None, Some(owed)) => lock(game, at, owed.pact),
        _ => package.terms().filter_map(|(i, o)| game.backing(i, o)).map(|(_, l)| l).max().unwrap_or(0),
    };
    let odds = breach_odds(game, at, (party, promise.by), promise.risk, backing);
    let by = desk.name(promise.by);
    let percent = |hundredths: i64| words::points(hundredths);
    let mut lines = vec![
        desk.text(
            "table-why-delivery",
            &[
                ("by", by.into()),
                ("what", promise.about.as_str().into()),
                ("odds", percent(odds.total()).into()),
            ],
        ),
        desk.text(
            "table-why-doubt",
            &[
                ("of", desk.name(party).into()),
                ("by", by.into()),
                ("trust", at.trust[party][promise.by].into()),
                ("odds", percent(odds.doubt).into()),
            ],
        ),
    ];
    if odds.locked != 0 {
        lines.push(desk.text("table-why-locked", &[("odds", percent(odds.locked).into())]));
    }
    if odds.fails != 0 {
        let fragility = words::points(at.fragility(game, promise.by));
        lines.push(desk.text(
            "table-why-fails",
            &[("by", by.into()), ("fragility", fragility.into()), ("odds", percent(odds.fails).into())],
        ));
    }
    lines.join("\n")
}
