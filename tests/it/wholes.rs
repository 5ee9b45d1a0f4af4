//! Wholes, parts and round trips: no way of cutting a deal makes points from nothing.

use std::sync::Arc;

use rare_terms::rules::event::{EntryCause, PactStatus};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{HappeningId, IssueId, PartyId, Points};
use rare_terms::rules::level::{Condition, Level};
use rare_terms::rules::package::{Package, Proposal};
use rare_terms::rules::position::{Phase, Position};
use rare_terms::rules::standpoint::Standpoint;

use crate::calm::{calm, end_round, sign, sit_out};
use crate::random::{Dice, RandomPlay, random_proposal};
use crate::support::{Setting, amount, book, levels};

/// Projected scores without the credit for pacts.
fn without_credit(game: &Game, at: &Position) -> [Points; 4] {
    let standpoint = Standpoint::new(game, at);
    let mut scores = standpoint.no_deal();
    for entry in at.ledger.iter().filter(|e| matches!(e.cause, EntryCause::Credit(_))) {
        let percent = standpoint.percent[entry.party][entry.interest.index()];
        scores[entry.party.index()] -= entry.amount.points(percent);
    }
    scores
}

/// A package of some parties in two parts that can be signed one by one.
fn parts(game: &Game, at: &Position, package: &Package, dice: &mut Dice) -> Option<[Package; 2]> {
    let mut parts = [Package::empty(), Package::empty()];
    for (issue, option) in package.terms() {
        let bound: Vec<IssueId> = game
            .level
            .constraints
            .iter()
            .filter(|c| c.issues().contains(&issue))
            .flat_map(|c| c.issues())
            .collect();
        // What only holds together goes together.
        let with = bound.iter().find_map(|i| parts.iter().position(|p| p.option(*i).is_some()));
        let part = with.unwrap_or_else(|| dice.below(2));
        parts[part].set(issue, option);
        for clause in package.clauses().iter().filter(|clause| clause.issue == issue) {
            parts[part].agree(*clause);
        }
    }
    let sound = parts
        .iter()
        .all(|part| !part.is_empty() && rare_terms::rules::legal::check_constraints(game, at, part).is_ok());
    sound.then_some(parts)
}

/// A game without chance, chambers and calendar somewhere along its way.
fn along_the_way(setting: &Setting, seed: u64) -> RandomPlay {
    let mut play = RandomPlay::new(&setting.game, seed);
    let rounds = u16::try_from(play.dice.below(setting.game.level.rounds.len() - 1)).expect("few");
    while play.played.truth().round.0 <= rounds {
        let order = play.order().expect("it is not over");
        let _ = play.played.give(order);
    }
    play
}

#[test]
fn splitting_a_package_never_beats_the_whole() {
    let mut compared = 0;
    for level in levels() {
        for rules in [book("intro"), book("standard"), book("full")] {
            let setting = calm(&level, rules, false);
            let game = &setting.game;
            for number in 0..amount(400, 4_000) {
                let mut play = along_the_way(&setting, 0x5000 + number as u64);
                let truth = play.played.truth();
                if truth.phase != Phase::Talks || truth.signed().next().is_some() {
                    continue;
                }
                let seat = play.played.waiting_for().iter().next().expect("somebody talks");
                let view = play.played.view(seat);
                let Some(bargain) = play.dice.pick(&view.legal(game).bargains).cloned() else {
                    continue;
                };
                let Some(whole) = random_proposal(game, view, &bargain, &mut play.dice) else {
                    continue;
                };
                let Some(parts) = parts(game, truth, &whole.package, &mut play.dice) else {
                    continue;
                };
                let part = |package: &Package| {
                    let mut proposal = whole.clone();
                    proposal.package = package.clone();
                    proposal.communique.headline = None;
                    proposal
                };
                let (mut at_once, mut one_by_one) = (play.played.clone(), play.played.clone());
                let signed = sign(&mut at_once, &whole)
                    && sign(&mut one_by_one, &part(&parts[0]))
                    && sign(&mut one_by_one, &part(&parts[1]));
                if !signed {
                    continue;
                }
                end_round(&mut at_once);
                end_round(&mut one_by_one);
                assert_eq!(at_once.truth().in_force, one_by_one.truth().in_force, "{}", setting.name);
                let (whole_scores, split_scores) = (at_once.scores(), one_by_one.scores());
                for party in whole.parties.iter() {
                    // Each line of credit is rounded by itself.
                    let rounding = 2 * level.percent.max(1);
                    let beats = split_scores[party.index()] - whole_scores[party.index()] - rounding;
                    assert!(beats <= 0, "{}: {party:?} gains {beats} by splitting {whole:?}", setting.name);
                    if !game.rules.on.validation || level.issues.iter().all(|i| i.validation.is_none()) {
                        assert!(
                            beats >= -2 * rounding,
                            "{}: {party:?} loses {beats} by splitting",
                            setting.name
                        );
                    }
                }
                compared += 1;
            }
        }
    }
    println!("{compared} packages in one and in two");
    assert!(compared > 200, "too few to tell");
}

/// Nor does it from one round to the next, where nothing is earned in between.
#[test]
fn splitting_a_package_over_two_rounds_never_beats_the_whole() {
    let mut compared = 0;
    for level in levels() {
        if level.issues.iter().flat_map(|i| &i.options).any(|o| !o.per_round.is_empty()) {
            continue;
        }
        let setting = calm(&level, book("intro"), false);
        let game = &setting.game;
        for number in 0..amount(200, 2_000) {
            let mut play = along_the_way(&setting, 0x7000 + number as u64);
            let truth = play.played.truth();
            let fresh = truth.phase == Phase::Talks && truth.signed().next().is_none();
            if !fresh || truth.round >= level.last_round() {
                continue;
            }
            let seat = play.played.waiting_for().iter().next().expect("somebody talks");
            let view = play.played.view(seat);
            let Some(bargain) = play.dice.pick(&view.legal(game).bargains).cloned() else {
                continue;
            };
            let Some(whole) = random_proposal(game, view, &bargain, &mut play.dice) else {
                continue;
            };
            let Some(parts) = parts(game, truth, &whole.package, &mut play.dice) else {
                continue;
            };
            let part = |package: &Package| Proposal::plain(&level, whole.parties, package.clone());
            let (mut at_once, mut one_by_one) = (play.played.clone(), play.played.clone());
            if !sign(&mut at_once, &whole) || !sign(&mut one_by_one, &part(&parts[0])) {
                continue;
            }
            end_round(&mut one_by_one);
            if !sign(&mut one_by_one, &part(&parts[1])) {
                continue;
            }
            sit_out(&mut at_once);
            sit_out(&mut one_by_one);
            assert_eq!(at_once.scores(), one_by_one.scores(), "{}: {whole:?}", setting.name);
            compared += 1;
        }
    }
    println!("{compared} packages in one round and in two");
    assert!(compared > 100, "too few to tell");
}

#[test]
fn no_round_trip_of_deals_makes_points_from_nothing() {
    let mut trips = 0;
    for level in levels() {
        for rules in [book("intro"), book("standard"), book("full")] {
            let setting = calm(&level, rules, false);
            for number in 0..amount(150, 1_500) {
                trips += usize::from(round_trip(&setting, &level, 0x6000 + number as u64));
            }
        }
    }
    println!("{trips} round trips");
    assert!(trips > 200, "too few to tell");
}

/// Signs a package, then what restores the options before it; whether that could be done.
fn round_trip(setting: &Setting, level: &Level, seed: u64) -> bool {
    let mut play = RandomPlay::new(&setting.game, seed);
    let everyone = level.everyone();
    let parties = *play.dice.pick(&everyone.subsets(2)).expect("there are pairs");
    let announced = |issue: &IssueId| !level.issue(*issue).schedule.is_empty();
    if level.issue_ids().filter(announced).any(|i| !parties.covers(level.issue(i).consent)) {
        // What changes by itself in between, and they cannot hold, would blur the comparison.
        let mut still = (*setting.game).clone();
        still.level.issues.iter_mut().for_each(|issue| issue.schedule.clear());
        play = RandomPlay::new(&Arc::new(still), seed);
    }
    // Nor would what an event brings because a pact stands: it is named in the level, and no deal between
    // those who sign.
    let stands = |c: &Condition| matches!(c, Condition::Pact(_));
    if play.played.game().level.happenings.iter().any(|h| h.when.iter().any(stands)) {
        let mut still = (**play.played.game()).clone();
        for happening in still.level.happenings.iter_mut().filter(|h| h.when.iter().any(stands)) {
            happening.when.push(Condition::Happened(HappeningId(u8::MAX)));
        }
        play = RandomPlay::new(&Arc::new(still), seed);
    }
    let game = &play.played.game().clone();
    // What flows round by round is earned in between, not made from nothing: such issues stay as they are.
    let flows = |issue: IssueId| {
        level.issue(issue).options.iter().any(|o| !o.per_round.is_empty())
            || level.resources.iter().any(|r| r.issues().contains(&issue))
            || level.pledges.iter().any(|p| p.issues().contains(&issue))
    };
    // First everything open is settled, so that nothing is left to follow a schedule.
    let settle: Package = level
        .issue_ids()
        .filter(|i| parties.covers(level.issue(*i).consent))
        .filter(|i| !game.level.issue(*i).schedule.is_empty())
        .map(|i| (i, play.played.truth().option(i)))
        .collect();
    if !settle.is_empty() && !sign(&mut play.played, &Proposal::plain(level, parties, settle)) {
        return false;
    }
    end_round(&mut play.played);
    let start = play.played.truth().clone();
    let seat = parties.iter().next().expect("it has parties");
    let view = play.played.view(seat);
    let legal = view.legal(game);
    let Some(mut bargain) = legal.bargains.iter().find(|b| b.parties == parties).cloned() else {
        return false;
    };
    bargain.issues.retain(|(issue, _)| !flows(*issue));
    let Some(there) = random_proposal(game, view, &bargain, &mut play.dice) else {
        return false;
    };
    if !sign(&mut play.played, &there) {
        return false;
    }
    end_round(&mut play.played);
    let back: Package = there.package.issues().map(|issue| (issue, start.option(issue))).collect();
    if !sign(&mut play.played, &Proposal::plain(level, parties, back)) {
        return false;
    }
    let away = play.played.truth().clone();
    end_round(&mut play.played);
    let end = play.played.truth();
    // A pact whose terms were all replaced has ended; the last one stands.
    let sound = |status: PactStatus| matches!(status, PactStatus::Stands | PactStatus::Ended);
    assert!(end.pacts.iter().all(|p| sound(p.status)), "{}", setting.name);
    assert_eq!(end.pacts.last().map(|p| p.status), Some(PactStatus::Stands), "{}", setting.name);
    assert_eq!(end.in_force, start.in_force, "{}", setting.name);
    // Nothing is changed for the first time on the way back, so there is no credit for it.
    let credits =
        |at: &Position| at.ledger.iter().filter(|e| matches!(e.cause, EntryCause::Credit(_))).count();
    assert_eq!(credits(end), credits(&away), "{}: credit for the way back", setting.name);

    // An event that a signature brings is no deal between those who sign: it is named in the level.
    let happened = |at: &Position, party: PartyId| -> Points {
        let percent = &Standpoint::new(game, at).percent;
        let ours = at.ledger.iter().filter(|e| e.party == party);
        ours.filter(|e| {
            matches!(e.cause, EntryCause::Happening(id) if matches!(
                level.happening(id).trigger,
                rare_terms::rules::level::Trigger::Signed(_)
            ))
        })
        .map(|e| e.amount.points(percent[party][e.interest.index()]))
        .sum()
    };
    let (before, after) = (without_credit(game, &start), without_credit(game, end));
    for party in everyone.iter() {
        let gain =
            after[party.index()] - happened(end, party) - before[party.index()] + happened(&start, party);
        assert_eq!(gain, 0, "{}: {party:?} gains {gain} by {there:?} and back", setting.name);
    }
    true
}
