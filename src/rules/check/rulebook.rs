//! Rule books: limits, costs and rates.

use super::sheet::Sheet;
use crate::rules::edition::Edition;
use crate::rules::ids::Centi;
use crate::rules::raw::{RawPromiseRules, RawRatification, RawRuleBook, RawThreatRules, RawValidationRules};
use crate::rules::rulebook::{Costs, ProjectRules, PromiseRules, RuleBook, ThreatRules, ValidationRules};
use crate::rules::source::Path;

/// Net and standing may reach this, up or down.
const MOST_NET: i64 = 1000;

/// A rule book, all but its format.
pub(super) fn rule_book(sheet: &mut Sheet<'_>, raw: &RawRuleBook, edition: Edition) -> RuleBook {
    let root = Path::root();
    let (talks, lobby, votes) = (root.field("talks"), root.field("lobby"), root.field("ratification"));
    let (support, standing) = (root.field("support"), root.field("standing"));
    RuleBook {
        id: sheet.id(&root.field("id"), &raw.id),
        name: sheet.name(&root.field("name"), &raw.name),
        about: sheet.text(&root.field("about"), &raw.about),
        on: raw.subsystems,
        knowledge: raw.knowledge,
        order: raw.talks.order,
        offers: small(sheet.number(&talks.field("offers"), raw.talks.offers, 1..=20)),
        speeches: small(sheet.number(&talks.field("speeches"), raw.talks.speeches, 0..=20)),
        costs: costs(sheet, raw),
        lobby_net: sheet.hundredths(&lobby.field("net"), raw.lobby.net, 0..=MOST_NET),
        lobby_fade: sheet.hundredths(&lobby.field("fade"), raw.lobby.fade, 0..=MOST_NET),
        vote_range: range(sheet, &votes, &raw.ratification, raw.subsystems.chambers),
        vote_trust: sheet.hundredths(&votes.field("trust"), raw.ratification.trust, -100..=100),
        vote_support: sheet.hundredths(&votes.field("support"), raw.ratification.support, -100..=100),
        vote_cable: sheet.hundredths(&votes.field("cable"), raw.ratification.cable, -MOST_NET..=MOST_NET),
        support_ratified: sheet.hundredths(&support.field("ratified"), raw.support.ratified, -100..=100),
        support_failed: sheet.hundredths(&support.field("failed"), raw.support.failed, -100..=100),
        support_shortage: sheet.hundredths(&support.field("shortage"), raw.support.shortage, -100..=100),
        support_backing: sheet.number(&support.field("backing"), raw.support.backing, 0..=100),
        standing_failed: sheet.hundredths(
            &standing.field("failed"),
            raw.standing.failed,
            -MOST_NET..=MOST_NET,
        ),
        standing_collapse: sheet.hundredths(
            &standing.field("collapse"),
            raw.standing.collapse,
            -MOST_NET..=MOST_NET,
        ),
        validation: validation(sheet, &raw.validation),
        trust_ratified: sheet.number(&root.field("trust").field("ratified"), raw.trust.ratified, -100..=100),
        projects: projects(sheet, &raw.projects),
        promises: promises(sheet, &raw.promises),
        threats: threats(sheet, &raw.threats),
        most_clauses: clauses(sheet, raw),
        edition,
    }
}

fn projects(sheet: &mut Sheet<'_>, raw: &ProjectRules) -> ProjectRules {
    let at = Path::root().field("projects");
    ProjectRules {
        objection: sheet.number(&at.field("objection"), raw.objection, 0..=1000),
        overruled: sheet.number(&at.field("overruled"), raw.overruled, -100..=0),
    }
}

fn promises(sheet: &mut Sheet<'_>, raw: &RawPromiseRules) -> PromiseRules {
    let at = Path::root().field("promises");
    PromiseRules {
        doubt: sheet.number(&at.field("doubt"), raw.doubt, 0..=100),
        lock: sheet.number(&at.field("lock"), raw.lock, 0..=100),
        kept: sheet.number(&at.field("kept"), raw.kept, 0..=100),
        delayed: sheet.number(&at.field("delayed"), raw.delayed, -100..=0),
        broken: sheet.number(&at.field("broken"), raw.broken, -100..=0),
        heard: sheet.number(&at.field("heard"), raw.heard, -100..=0),
        breach: sheet.hundredths(&at.field("breach"), raw.breach, -MOST_NET..=0),
        backed: sheet.number(&at.field("backed"), raw.backed, 0..=1000),
        failed: sheet.hundredths(&at.field("failed"), raw.failed, -MOST_NET..=0),
    }
}

fn threats(sheet: &mut Sheet<'_>, raw: &RawThreatRules) -> ThreatRules {
    let at = Path::root().field("threats");
    ThreatRules {
        rung: sheet.number(&at.field("rung"), raw.rung, 0..=1000),
        mediate: sheet.number(&at.field("mediate"), raw.mediate, 0..=1000),
        relief: sheet.number(&at.field("relief"), raw.relief, 0..=100),
        mediated: sheet.hundredths(&at.field("mediated"), raw.mediated, 0..=MOST_NET),
        trust: sheet.number(&at.field("trust"), raw.trust, -100..=0),
    }
}

/// Clauses need a number where they are on; where they are off there are none.
fn clauses(sheet: &mut Sheet<'_>, raw: &RawRuleBook) -> usize {
    let at = Path::root().field("clauses").field("most");
    if !raw.subsystems.clauses {
        return 0;
    }
    if raw.clauses.most == 0 {
        sheet.fault_with(&at, "clauses are on, but a package may have none", || {
            "write for instance clauses: (most: 3)".to_owned()
        });
    }
    usize::try_from(sheet.number(&at, raw.clauses.most, 0..=16)).unwrap_or(0)
}

fn small(value: i64) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}

fn costs(sheet: &mut Sheet<'_>, raw: &RawRuleBook) -> Costs {
    let at = Path::root().field("costs");
    let mut cost = |field: &'static str, value: i64| sheet.number(&at.field(field), value, 0..=1000);
    Costs {
        cable: cost("cable", raw.costs.cable),
        lobby: cost("lobby", raw.costs.lobby),
        further_step: cost("further_step", raw.costs.further_step),
        build_stock: cost("build_stock", raw.costs.build_stock),
        fund_capacity: cost("fund_capacity", raw.costs.fund_capacity),
    }
}

/// A range is needed where chambers vote; without them it may stay 0.
fn range(sheet: &mut Sheet<'_>, votes: &Path, raw: &RawRatification, chambers: bool) -> Centi {
    let at = votes.field("range");
    if raw.range.mantissa() != 0 {
        return sheet.hundredths(&at, raw.range, 1..=1000);
    }
    if chambers {
        sheet.fault_with(&at, "chambers are on, so blocs need a range of net, and it is 0", || {
            "write for instance ratification: (range: 20), a number from 1 to 1000".to_owned()
        });
    }
    0
}

fn validation(sheet: &mut Sheet<'_>, raw: &RawValidationRules) -> ValidationRules {
    let at = Path::root().field("validation");
    let lift = sheet.number(&at.field("lift_rounds"), raw.lift_rounds, 0..=200);
    ValidationRules {
        per_seat_short: sheet.hundredths(&at.field("per_seat_short"), raw.per_seat_short, 0..=100),
        score_strength: sheet.number(&at.field("score_strength"), raw.score_strength, 0..=400),
        fade: sheet.number(&at.field("fade"), raw.fade, 0..=100),
        floor: sheet.number(&at.field("floor"), raw.floor, 0..=100),
        lift_rounds: u16::try_from(lift).unwrap_or(u16::MAX),
    }
}
