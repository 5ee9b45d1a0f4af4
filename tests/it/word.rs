//! Promises, threats, clauses and projects, by random play: who may do what, and what it may cost.

use std::collections::BTreeSet;

use rare_terms::rules::clause::When;
use rare_terms::rules::command::{Answer, Ask, Measure, Rung};
use rare_terms::rules::event::{
    EntryCause, Event, LapseCause, ObligationStatus, PactStatus, Standing, ThreatEnd,
};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{IssueId, PartyId, Round};
use rare_terms::rules::level::Say;
use rare_terms::rules::position::{Phase, Position};

use crate::props::{named, walk};
use crate::support::{Finished, amount, finished};

/// The games of a part of the rules.
fn games(on: impl Fn(&Game) -> bool) -> impl Iterator<Item = &'static Finished> {
    finished().iter().filter(move |game| on(&game.setting.game))
}

#[test]
fn nothing_of_a_part_that_is_off_ever_happens() {
    for finished in finished() {
        let on = &finished.setting.game.rules.on;
        for event in finished.played.log() {
            let may = match event {
                Event::Tranche { .. } | Event::Placed { .. } | Event::Paid { .. } => on.projects,
                Event::Promised(_) | Event::Delivered { .. } => on.promises,
                Event::Threatened(_) | Event::Mediated { .. } | Event::ThreatEnded { .. } => on.threats,
                Event::TookEffect { .. } => on.clauses,
                Event::Lapsed { cause, .. } => match cause {
                    LapseCause::Condition | LapseCause::Sunset => on.clauses,
                    _ => on.promises,
                },
                Event::InForce { package, .. } => {
                    let sound = package.issues().all(|issue| finished.setting.game.in_play(issue));
                    sound && package.clauses().len() <= finished.setting.game.rules.most_clauses
                }
                Event::Asked { ask, .. } | Event::Answered { ask, .. } => match ask {
                    Ask::Deliver(..) => on.promises,
                    Ask::CarryOut(_) => on.threats,
                    _ => on.projects,
                },
                _ => true,
            };
            assert!(may, "{}: {event:?}", named(finished));
        }
    }
}

// ---- questions ----

#[test]
fn whoever_is_asked_is_asked_once_and_may_answer_so() {
    let mut asked = 0;
    for game in games(|game| game.rules.on.promises) {
        let (rules, name) = (&game.setting.game, named(game));
        let mut round: BTreeSet<String> = BTreeSet::new();
        walk(rules, game.played.log(), |before, event, after| match event {
            Event::RoundBegan(_) => round.clear(),
            Event::Asked { party, ask } => {
                asked += 1;
                assert!(before.acts(*party), "{name}: {ask:?} of a fallen government");
                assert!(before.asked.is_none() && after.phase == Phase::Reckoning, "{name}");
                assert!(before.signed().next().is_none(), "{name}: a vote is still to come");
                assert!(asks_whom(rules, before, *ask) == *party, "{name}: {ask:?} of {party:?}");
            }
            Event::Answered { party, ask, answer } => {
                assert!(round.insert(format!("{ask:?}")), "{name}: {ask:?} is asked twice");
                assert!(before.acts(*party) || *answer == ask.safe(), "{name}: {ask:?}");
            }
            _ => {}
        });
    }
    println!("{asked} questions");
}

fn asks_whom(game: &Game, at: &Position, ask: Ask) -> PartyId {
    match ask {
        Ask::Place(id) | Ask::Overrule(id, _) => {
            let pledge = game.level.pledge(id);
            pledge.rule(at.option(pledge.governance.0)).expect("somebody selects").selects
        }
        Ask::Object(id, _) => {
            let pledge = game.level.pledge(id);
            let rule = pledge.rule(at.option(pledge.governance.0)).expect("somebody selects");
            assert_ne!(rule.other, Say::Nothing, "asked without a say");
            if rule.selects == pledge.funder { pledge.host } else { pledge.funder }
        }
        Ask::Deliver(pact, issue) => {
            let owed = at.obligations.iter().find(|o| o.pact == pact && o.issue == issue);
            let owed = owed.expect("it was promised");
            assert!(owed.status == ObligationStatus::Owed && owed.due <= at.round, "{owed:?}");
            owed.by
        }
        Ask::CarryOut(id) => {
            assert!(at.threat(id).is_some_and(|t| t.rung == 2 && t.due <= Some(at.round)));
            game.level.threat(id).by
        }
    }
}

// ---- terms ----

#[test]
fn a_term_that_ends_leaves_what_was_there_before_and_nothing_of_others() {
    let mut ended = 0;
    for game in games(|game| game.rules.on.promises) {
        let (rules, name) = (&game.setting.game, named(game));
        walk(rules, game.played.log(), |before, event, after| {
            if let Event::TookEffect { pact, issue, option } = event {
                assert_eq!(before.pending[issue.index()], Some(*option), "{name}");
                assert_eq!(before.holder[issue.index()], Some(*pact), "{name}");
                assert_eq!((after.option(*issue), after.pending[issue.index()]), (*option, None), "{name}");
            }
            let Event::Lapsed { pact, issue, option, cause } = event else { return };
            ended += 1;
            let place = || format!("{name}: {event:?}");
            assert_eq!(after.option(*issue), *option, "{}", place());
            assert_eq!(after.pending[issue.index()], None, "{}", place());
            assert_ne!(after.holder[issue.index()], Some(*pact), "{}", place());
            for other in rules.level.issue_ids().filter(|other| other != issue) {
                assert_eq!(before.option(other), after.option(other), "{}", place());
                assert_eq!(before.holder[other.index()], after.holder[other.index()], "{}", place());
            }
            let was = before.before(*pact, *issue);
            let start = rules.level.issue(*issue).start;
            assert!(was == Some(*option) || *option == start, "{}: {was:?} before", place());
            let terms = before.pact(*pact).expect("it was signed");
            if let LapseCause::Broken(by) | LapseCause::Failed(by) | LapseCause::SnapBack(by) = cause {
                assert!(terms.parties.has(*by), "{}: by a third party", place());
            }
            let package = terms.package.as_ref().expect("its terms are known");
            let said = |sunset: bool| {
                package
                    .clauses()
                    .iter()
                    .any(|c| c.issue == *issue && matches!(c.when, When::Until(_)) == sunset)
            };
            match cause {
                LapseCause::Sunset => assert!(said(true), "{}", place()),
                LapseCause::Condition => assert!(said(false), "{}", place()),
                _ => {}
            }
        });
        let end = game.played.truth();
        for pact in &end.pacts {
            let holds = end.holder.contains(&Some(pact.id));
            assert_eq!(pact.status == PactStatus::Stands, holds, "{name}: {pact:?}");
        }
        for issue in rules.level.issue_ids() {
            let held = end.holder[issue.index()].is_some();
            assert!(held || end.pending[issue.index()].is_none(), "{name}: {issue:?} waits for nothing");
        }
    }
    println!("{ended} terms ended");
    assert!(ended > amount(30, 300), "too few to tell");
}

#[test]
fn sunsets_come_when_they_were_agreed_and_conditions_are_not_passed_over() {
    for game in games(|game| game.rules.on.clauses) {
        let (rules, name) = (&game.setting.game, named(game));
        walk(rules, game.played.log(), |_, event, after| {
            let Event::RoundEnded(round) = event else { return };
            for pact in after.pacts.iter().filter(|pact| pact.status == PactStatus::Stands) {
                let package = pact.package.as_ref().expect("it is public");
                for clause in package.clauses() {
                    if after.holder[clause.issue.index()] != Some(pact.id) {
                        continue;
                    }
                    let holds = clause
                        .when
                        .test()
                        .map(|test| test.holds(|issue| after.option(issue), |parties| after.stands(parties)));
                    let waits = after.pending[clause.issue.index()].is_some();
                    let passed_over = match clause.when {
                        When::Until(end) => end <= *round,
                        When::LapsesIf(_) => holds == Some(true),
                        When::TakesEffectIf(_) => waits && holds == Some(true),
                    };
                    assert!(!passed_over, "{name}: {clause:?} after round {}", round.0);
                }
            }
        });
    }
}

// ---- promises ----

#[test]
fn a_breach_is_ones_own_and_costs_trust_and_a_failure_costs_none() {
    let (mut breaches, mut failures, mut snaps) = (0, 0, 0);
    for game in games(|game| game.rules.on.promises) {
        let (rules, name) = (&game.setting.game, named(game));
        let log = game.played.log();
        let mut at = Position::new(rules);
        for (number, event) in log.iter().enumerate() {
            match event {
                Event::Delivered { pact, issue, status, .. } => {
                    let owed = at.obligations.iter().find(|o| o.pact == *pact && o.issue == *issue);
                    let owed = owed.expect("it was promised");
                    assert_eq!(owed.status, ObligationStatus::Owed, "{name}: {event:?}");
                    if *status == ObligationStatus::Failed {
                        failures += 1;
                        // A booking, what lapses, and then something else: no trust is lost.
                        let mut rest = log[number + 1..].iter();
                        let next = rest.find(|e| !matches!(e, Event::Booked(_) | Event::Lapsed { .. }));
                        assert!(!matches!(next, Some(Event::TrustMoved { .. })), "{name}: {next:?}");
                    }
                }
                Event::Lapsed { pact, issue, cause: LapseCause::Broken(by), .. } => {
                    breaches += 1;
                    let booked = |e: &rare_terms::rules::event::Entry| {
                        matches!(e.cause, EntryCause::Breach(p, _) if p == *pact) && e.party == *by
                    };
                    assert!(at.ledger.iter().any(booked), "{name}: {issue:?} is broken for nothing");
                }
                Event::MeasureRevealed { by, measure: Measure::SnapBack(pact) } => {
                    snaps += 1;
                    let wronged = at.breaches.iter().any(|(p, broke)| p == pact && broke != by);
                    assert!(wronged, "{name}: nobody else broke it");
                    let next = &log[number + 1];
                    let free = !matches!(
                        next,
                        Event::Booked(_) | Event::CapitalMoved { .. } | Event::TrustMoved { .. }
                    );
                    assert!(free, "{name}: withdrawing costs {next:?}");
                }
                Event::MeasureRevealed { by, measure: Measure::Break(issue) } => {
                    assert!(rules.level.issue(*issue).side_of(*by), "{name}: not its own side");
                }
                _ => {}
            }
            at.apply(rules, event);
        }
    }
    println!("{breaches} terms broken, {failures} promises failed, {snaps} sides withdrawn");
}

#[test]
fn a_promise_is_made_when_a_pact_comes_into_force_and_settled_once() {
    let mut settled = 0;
    for game in games(|game| game.rules.on.promises) {
        let (rules, name) = (&game.setting.game, named(game));
        walk(rules, game.played.log(), |before, event, _| match event {
            Event::Promised(owed) => {
                let pact = before.pact(owed.pact).expect("it was signed");
                assert_eq!(pact.status, PactStatus::Stands, "{name}: public before it is in force");
                assert_eq!(before.holder[owed.issue.index()], Some(owed.pact), "{name}");
                let option = pact.package.as_ref().and_then(|p| p.option(owed.issue));
                let promise = option.and_then(|o| rules.level.issue(owed.issue).promised(o));
                let promise = promise.expect("the level says so");
                assert_eq!((owed.by, owed.due), (promise.by, Round(before.round.0 + promise.due)), "{name}");
                assert!(pact.parties.has(owed.by), "{name}: {owed:?} binds a party that did not sign");
            }
            Event::Answered { ask: Ask::Deliver(pact, issue), answer: Answer::Delay, .. } => {
                let owed = before.obligations.iter().find(|o| o.pact == *pact && o.issue == *issue);
                assert!(owed.is_some_and(|o| !o.delayed), "{name}: put off twice");
            }
            Event::Delivered { status, .. } if *status != ObligationStatus::Delayed => settled += 1,
            _ => {}
        });
    }
    println!("{settled} promises settled");
}

// ---- threats ----

#[test]
fn a_threat_climbs_rung_by_rung_and_ends_once() {
    let mut ends = [0; 3];
    for game in games(|game| game.rules.on.threats) {
        let (rules, name) = (&game.setting.game, named(game));
        let mut made: BTreeSet<_> = BTreeSet::new();
        walk(rules, game.played.log(), |before, event, after| match event {
            Event::Threatened(standing) => {
                let Standing { threat, rung, demand, due, mediator, .. } = *standing;
                let rule = rules.level.threat(threat);
                let was = before.threat(threat);
                assert_eq!(was.map(|w| w.rung + 1).unwrap_or(0), rung, "{name}: a rung is left out");
                assert_eq!(demand.is_some(), rung >= 1, "{name}");
                assert_eq!(due.is_some(), rung == 2, "{name}");
                assert_eq!(mediator, was.and_then(|w| w.mediator), "{name}");
                assert!(demand.is_none_or(|d| rule.may_demand(d.issue, d.option)), "{name}: {demand:?}");
                assert!(due.is_none_or(|due| due <= rules.level.last_round()), "{name}: {due:?}");
                assert!(rung > 0 || made.insert(threat), "{name}: made twice");
                assert_eq!(before.phase, Phase::Reckoning, "{name}: threats are revealed with measures");
            }
            Event::Mediated { threat, by } => {
                let rule = rules.level.threat(*threat);
                assert!(*by != rule.by && *by != rule.against, "{name}: mediates for itself");
                assert!(before.threat(*threat).is_some_and(|t| t.mediator.is_none()), "{name}");
            }
            Event::ThreatEnded { threat, end } => {
                ends[*end as usize] += 1;
                assert!(before.ended_threats.iter().all(|(ended, _)| ended != threat), "{name}: ends twice");
                let standing = before.threat(*threat).expect("it stood");
                assert!(after.threat(*threat).is_none(), "{name}");
                match end {
                    ThreatEnd::Met => {
                        let demand = standing.demand.expect("something was demanded");
                        assert!(demand.met_by(before.option(demand.issue)), "{name}: {demand:?}");
                    }
                    ThreatEnd::CarriedOut => {
                        assert!(standing.due.is_some_and(|due| due <= before.round), "{name}: too early");
                    }
                    ThreatEnd::BackedDown => {}
                }
            }
            _ => {}
        });
        assert!(game.played.truth().threats.is_empty(), "{name}: a threat stands when all is over");
    }
    println!("threats met, backed down, carried out: {ends:?}");
}

/// A rung, a mediation and an objection cost what the rule book says, and nothing else of the word costs capital.
#[test]
fn what_a_word_costs_in_capital_is_paid_and_no_more() {
    for game in games(|game| game.rules.on.threats) {
        let rules = &game.setting.game.rules;
        let mut due: Option<(PartyId, i64)> = None;
        walk(&game.setting.game, game.played.log(), |before, event, after| {
            if let Some((party, cost)) = due
                && let Event::CapitalMoved { party: paid, .. } = event
            {
                assert_eq!(*paid, party, "{}", named(game));
                assert_eq!(before.capital[party] - after.capital[party], cost, "{}", named(game));
                due = None;
            }
            let next = match event {
                Event::MeasureRevealed { by, measure: Measure::Threat(_, rung) } => match rung {
                    Rung::BackDown => None,
                    Rung::Mediate => Some((*by, rules.threats.mediate)),
                    _ => Some((*by, rules.threats.rung)),
                },
                Event::Answered { party, ask: Ask::Object(..), answer: Answer::Yes } => {
                    Some((*party, rules.projects.objection))
                }
                // Another measure of the round may have ended the threat: nothing is spent then.
                Event::MeasureRevealed { .. } | Event::Answered { .. } | Event::RoundEnded(_) => None,
                _ => due,
            };
            due = next.filter(|(_, cost)| *cost > 0);
        });
    }
}

// ---- projects ----

#[test]
fn a_pledge_spends_what_was_freed_and_places_each_project_once() {
    let (mut placed, mut paid) = (0, 0);
    for game in games(|game| game.rules.on.projects) {
        let (rules, name) = (&game.setting.game, named(game));
        let mut freed = vec![0; rules.level.pledges.len()];
        let mut cash = vec![0; rules.level.pledges.len()];
        walk(rules, game.played.log(), |before, event, after| {
            match event {
                Event::Tranche { pledge, money } => {
                    assert_ne!(before.pledges[pledge.index()].freed_at, before.round, "{name}: freed twice");
                    freed[pledge.index()] += money;
                    let most = rules.level.pledge(*pledge).amount.1.iter().max().copied().unwrap_or(0);
                    assert!((0..=most).contains(money), "{name}: {money} of {most} at once");
                }
                Event::Placed { pledge, project, runs } => {
                    placed += 1;
                    let rule = rules.level.pledge(*pledge);
                    let state = &before.pledges[pledge.index()];
                    let size = rule.project(*project).expect("it is in the list").size;
                    assert!(state.pool >= size, "{name}: {size} out of {}", state.pool);
                    assert!(state.placed.iter().all(|(done, _)| done != project), "{name}: placed twice");
                    assert_eq!(*runs, rule.runs_from(*project, before.round), "{name}");
                    allowed(rules, before, (*pledge, *project), &name);
                }
                Event::Paid { pledge, funder, host } => {
                    paid += 1;
                    assert!(*funder >= 0 && *host >= 0 && funder + host > 0, "{name}: {event:?}");
                    cash[pledge.index()] += funder + host;
                }
                _ => {}
            }
            for (number, state) in after.pledges.iter().enumerate() {
                let rule = &rules.level.pledges[number];
                let sizes = state.placed.iter().filter_map(|(p, _)| rule.project(*p)).map(|p| p.size);
                assert_eq!(state.pool, freed[number] - sizes.sum::<i64>(), "{name}: {event:?}");
                assert_eq!(state.funder + state.host, cash[number], "{name}: {event:?}");
            }
        });
    }
    println!("{placed} projects placed, {paid} times cash was paid");
    assert!(placed > amount(10, 100), "too few to tell");
}

/// A project is placed only if whoever selects put it forward and no veto or unanswered objection stands.
fn allowed(
    game: &Game,
    at: &Position,
    (pledge, project): (rare_terms::rules::ids::PledgeId, rare_terms::rules::ids::ProjectId),
    name: &str,
) {
    let rule = game.level.pledge(pledge);
    let says = rule.rule(at.option(rule.governance.0)).expect("somebody selects");
    assert_eq!(at.answer(Ask::Place(pledge)), Some(Answer::Project(Some(project))), "{name}");
    let objected = at.answer(Ask::Object(pledge, project));
    let overruled = at.answer(Ask::Overrule(pledge, project)) == Some(Answer::Yes);
    match says.other {
        Say::Nothing => {}
        Say::Consulted => assert!(objected == Some(Answer::No) || overruled, "{name}: {objected:?}"),
        Say::Veto => assert_eq!(objected, Some(Answer::No), "{name}"),
    }
}

/// What may be demanded, broken or promised never concerns an issue that is not in play.
#[test]
fn an_issue_that_is_not_in_play_stays_at_its_start() {
    for finished in finished() {
        let game = &finished.setting.game;
        for issue in game.level.issue_ids().filter(|issue| !game.in_play(*issue)) {
            let stays = |at: &Position, issue: IssueId| at.option(issue) == game.level.issue(issue).start;
            assert!(stays(finished.played.truth(), issue), "{}: {issue:?}", named(finished));
        }
    }
}
