//! Clauses that an opponent adds to its offers: what it gives lapses if what it was promised is not kept.

use crate::rules::appraise::appraise;
use crate::rules::clause::{Clause, Test, When};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PartySet, Points};
use crate::rules::legal::check_terms;
use crate::rules::package::{Package, Proposal};
use crate::view::View;

/// The package with the one clause that protects the seat best, if one is worth more to it than `least`
/// and leaves the others with a gain.
pub(super) fn guarded(
    game: &Game,
    view: &View,
    parties: PartySet,
    package: Package,
    least: Points,
) -> Package {
    if game.rules.most_clauses == 0 {
        return package;
    }
    let standpoint = view.standpoint(game);
    let own = |package: &Package| {
        let proposal = Proposal::plain(&game.level, parties, package.clone());
        appraise(&standpoint, view.seat, &proposal).total
    };
    let plain = own(&package);
    let mut best: Option<(Points, Package)> = None;
    for clause in candidates(game, view, &package) {
        let mut with = package.clone();
        with.agree(clause);
        if check_terms(game, &view.position, view.seat, parties, &with).is_err() {
            continue;
        }
        let gain = own(&with) - plain;
        let proposal = Proposal::plain(&game.level, parties, with.clone());
        let others = parties.without(view.seat);
        let kept = others.iter().all(|party| appraise(&standpoint, party, &proposal).gain() > 0);
        if gain > least && kept && best.as_ref().is_none_or(|(most, _)| gain > *most) {
            best = Some((gain, with));
        }
    }
    best.map_or(package, |(_, with)| with)
}

/// What it gives lapses if what another promised goes back.
fn candidates(game: &Game, view: &View, package: &Package) -> Vec<Clause> {
    let at = &view.position;
    let mut clauses = Vec::new();
    for (promised, option) in package.terms() {
        let by_other = game.level.issue(promised).promised(option).is_some_and(|p| p.by != view.seat);
        if !by_other {
            continue;
        }
        let Some(test) = gone_back(game, promised, at.option(promised), option) else { continue };
        let own = package.issues().filter(|issue| *issue != promised);
        let own = own.filter(|issue| game.level.issue(*issue).side_of(view.seat));
        clauses.extend(own.map(|issue| Clause { issue, when: When::LapsesIf(test) }));
    }
    clauses
}

/// That an issue has gone back from an option, to where it was before or further.
fn gone_back(game: &Game, issue: IssueId, before: OptionId, option: OptionId) -> Option<Test> {
    let last = OptionId::from_index(game.level.issue(issue).options.len().checked_sub(1)?);
    let (from, to) = if before < option {
        (OptionId(0), OptionId(option.0.checked_sub(1)?))
    } else {
        (OptionId(option.0.checked_add(1)?), last)
    };
    Some(Test::InForce { issue, from, to })
}
