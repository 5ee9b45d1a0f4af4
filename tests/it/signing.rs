//! What signing does and does not do, and the bounds that every figure keeps, by random play.

use std::collections::BTreeMap;

use rare_terms::rules::chamber::needs_vote;
use rare_terms::rules::command::{Command, Measure};
use rare_terms::rules::event::{EntryCause, Event, OfferStatus, Pact, PactStatus};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{IssueId, OfferId, OptionId, PactId, PartyId, PartySet};
use rare_terms::rules::legal::check_issue;
use rare_terms::rules::level::Alone;
use rare_terms::rules::package::{Package, Proposal};
use rare_terms::rules::position::{Phase, Position};

use crate::props::{named, walk};
use crate::random::RandomPlay;
use crate::support::{amount, finished, settings};

// ---- signing ----

#[test]
fn no_pact_binds_a_party_that_did_not_sign_it() {
    let (mut pacts, mut in_force) = (0, 0);
    for game in finished() {
        let rules = &game.setting.game;
        let name = named(game);
        // What was put to whom, and who has agreed, by the events alone.
        let mut agreed: BTreeMap<OfferId, (Proposal, PartySet)> = BTreeMap::new();
        walk(rules, game.played.log(), |before, event, after| match event {
            Event::Offered(offer) => {
                let entry = (offer.proposal.clone(), PartySet::one(offer.from));
                assert!(offer.proposal.parties.has(offer.from), "{name}");
                assert!(agreed.insert(offer.id, entry).is_none(), "{name}: a number is used twice");
            }
            Event::Accepted { offer, by } => {
                let entry = agreed.get_mut(offer).expect("it was put");
                assert!(entry.0.parties.has(*by) && !entry.1.has(*by), "{name}");
                assert!(before.offer(*offer).is_some_and(|o| o.status == OfferStatus::Open), "{name}");
                entry.1 = entry.1.with(*by);
            }
            Event::Signed(pact) => {
                pacts += 1;
                signed_by_all(rules, before, pact, &agreed, &name);
            }
            Event::InForce { pact, package } => {
                in_force += 1;
                let pact = before.pact(*pact).expect("it was signed");
                assert_eq!(pact.package.as_ref(), Some(package), "{name}: other terms than those signed");
                for issue in rules.level.issue_ids() {
                    let changed = before.option(issue) != after.option(issue)
                        || before.holder[issue.index()] != after.holder[issue.index()];
                    assert!(!changed || package.option(issue).is_some(), "{name}: {issue:?} was not signed");
                }
                for party in pact.parties.iter().filter(|p| needs_vote(rules, *p, package)) {
                    let passed = |v: &&rare_terms::rules::event::Vote| {
                        v.pact == pact.id && v.party == party && v.passed
                    };
                    assert_eq!(before.votes.iter().filter(passed).count(), 1, "{name}: no vote");
                }
            }
            _ => {}
        });
    }
    println!("{pacts} pacts signed, {in_force} in force");
    assert!(in_force > 50, "too few pacts to tell");
}

fn signed_by_all(
    game: &Game,
    before: &Position,
    pact: &Pact,
    agreed: &BTreeMap<OfferId, (Proposal, PartySet)>,
    name: &str,
) {
    let package = pact.package.as_ref().expect("the truth knows it");
    assert!(
        agreed.values().any(|(proposal, who)| {
            proposal.parties == pact.parties
                && &proposal.package == package
                && proposal.communique == pact.communique
                && *who == pact.parties
        }),
        "{name}: signed what not all had agreed to"
    );
    assert!(pact.parties.len() >= 2 && pact.parties.both(before.collapsed).is_empty(), "{name}");
    assert!(game.may_sign(before.round, pact.parties), "{name}: signed where they could not");
    assert!(!package.is_empty() && package.issues().eq(pact.issues.iter().copied()), "{name}");
    for (issue, option) in package.terms() {
        let rule = game.level.issue(issue);
        assert!(pact.parties.covers(rule.consent), "{name}: {issue:?} without consent");
        assert!(option.index() < rule.options.len(), "{name}");
        assert!(before.signed().all(|other| !other.issues.contains(&issue)), "{name}: {issue:?} is reserved");
        if let Some(holder) = before.holder[issue.index()] {
            let parties = before.pact(holder).expect("it stands").parties;
            assert!(pact.parties.covers(parties), "{name}: {issue:?} is held by others");
        }
        if rule.in_person {
            assert!(game.seating(before.round, pact.parties).is_some(), "{name}: {issue:?} by cable");
        }
        for party in pact.parties.iter().filter(|_| game.rules.on.mandates) {
            let mandate = before.mandates[party].expect("it is drawn");
            let lines = &game.level.archetype(party, mandate).red_lines;
            let crossed = lines.iter().any(|l| l.issue == issue && l.options.contains(&option));
            assert!(!crossed, "{name}: a red line is crossed");
        }
    }
}

#[test]
fn signing_reserves_issues_and_names_them_but_not_their_options() {
    let (mut seen, mut refused) = (0, 0);
    for setting in settings() {
        for number in 0..amount(10, 60) {
            let mut play = RandomPlay::new(&setting.game, 300 + number as u64);
            while play.step() {
                let truth = play.played.truth();
                let signed: Vec<Pact> = truth.signed().cloned().collect();
                let Some(pact) = signed.last() else { continue };
                for seat in setting.game.level.everyone().iter() {
                    let known =
                        play.played.view(seat).position.pact(pact.id).expect("everybody knows of it").clone();
                    let expected = if pact.parties.has(seat) { pact.package.clone() } else { None };
                    assert_eq!(known, Pact { package: expected, ..pact.clone() }, "{}", setting.name);
                    seen += 1;
                }
                if truth.phase == Phase::Talks {
                    refused += second_pacts(&mut play, &signed, &setting.name);
                }
            }
            // At Reckoning the terms are public, unless the pact is void.
            for seat in setting.game.level.everyone().iter() {
                for pact in &play.played.view(seat).position.pacts {
                    let in_force = matches!(pact.status, PactStatus::Stands | PactStatus::Ended);
                    let open = in_force || pact.parties.has(seat);
                    assert_eq!(pact.package.is_some(), open, "{}", setting.name);
                }
            }
        }
    }
    println!("{seen} looks at pacts of the round, {refused} second pacts refused");
    assert!(refused > 1_000, "too few to tell");
}

/// Tries to reopen a reserved issue, from every seat that may act.
fn second_pacts(play: &mut RandomPlay, signed: &[Pact], name: &str) -> usize {
    let game = play.played.game().clone();
    let mut refused = 0;
    for seat in play.played.waiting_for().iter() {
        for parties in game.level.everyone().subsets(2) {
            for issue in signed.iter().flat_map(|pact| pact.issues.iter().copied()) {
                let at = &play.played.view(seat).position;
                assert!(check_issue(&game, at, parties, issue).is_err(), "{name}: {issue:?} is open again");
                let options = game.level.issue(issue).options.len();
                let package = Package::empty().with(issue, OptionId::from_index(play.dice.below(options)));
                let proposal = Proposal::plain(&game.level, parties, package);
                let result = play.played.command(seat, Command::Propose { proposal, answers: None });
                assert!(result.is_err(), "{name}: a second pact on {issue:?}");
                refused += 1;
            }
        }
    }
    refused
}

// ---- bounds ----

#[test]
fn no_measure_moves_what_a_pact_holds_or_an_announcement_binds() {
    let mut moves = 0;
    for game in finished() {
        let rules = &game.setting.game;
        let name = named(game);
        walk(rules, game.played.log(), |before, event, after| {
            let Event::IssueMoved { issue, option, by } = event else {
                return;
            };
            let rule = rules.level.issue(*issue);
            assert_eq!(before.holder[issue.index()], None, "{name}: {issue:?} is held by a pact");
            assert_ne!(before.option(*issue), *option, "{name}: nothing moved");
            assert_eq!(before.holder, after.holder, "{name}");
            match by {
                None => {
                    let due = |c: &&rare_terms::rules::level::Change| {
                        c.round == before.round && c.option == *option
                    };
                    let change = rule.schedule.iter().find(due).expect("it was announced");
                    assert!(
                        change.unless_pact.is_empty() || !before.stands(change.unless_pact),
                        "{name}: spared"
                    );
                }
                Some(party) => {
                    moves += 1;
                    assert_eq!(rule.controller, Some(*party), "{name}: not in control");
                    let announced = rule.schedule.iter().any(|change| change.round > before.round);
                    assert!(!announced, "{name}: {issue:?} is announced to change");
                    assert!(before.signed().all(|pact| !pact.issues.contains(issue)), "{name}: reserved");
                    let towards_first = option.0 < before.option(*issue).0;
                    let way = if towards_first { Alone::TowardsFirst } else { Alone::TowardsLast };
                    assert_eq!(rule.alone, way, "{name}: the wrong way");
                }
            }
        });
    }
    println!("{moves} issues moved alone");
    assert!(moves > 20, "too few to tell");
}

#[test]
fn capital_support_trust_and_stocks_stay_in_their_bounds() {
    for game in finished() {
        let rules = &game.setting.game;
        let name = named(game);
        walk(rules, game.played.log(), |before, event, after| {
            assert!(after.capital.0.iter().all(|c| *c >= 0), "{name}: {event:?}");
            assert!(after.support.0.iter().all(|s| (0..=10_000).contains(s)), "{name}: {event:?}");
            assert!(
                after.trust.0.iter().flat_map(|t| &t.0).all(|t| (0..=100).contains(t)),
                "{name}: {event:?}"
            );
            assert!(after.stocks.iter().all(|s| s.left >= 0 && s.capacity >= 0), "{name}: {event:?}");
            assert!(after.lobbying.0.iter().flatten().all(|net| *net >= 0), "{name}: {event:?}");
            assert!(after.offered.0.iter().all(|n| *n <= rules.rules.offers), "{name}: {event:?}");
            assert!(after.spoken.0.iter().all(|n| *n <= rules.rules.speeches), "{name}: {event:?}");
            let in_range =
                after.in_force.iter().zip(&rules.level.issues).all(|(o, i)| o.index() < i.options.len());
            assert!(in_range, "{name}: {event:?}");
            assert!(
                after.pledges.iter().all(|p| p.pool >= 0 && p.funder >= 0 && p.host >= 0),
                "{name}: {event:?}"
            );
            assert!(after.threats.iter().all(|t| t.rung <= 2), "{name}: {event:?}");
            assert!(before.ended_threats.len() <= after.ended_threats.len(), "{name}: {event:?}");
        });
    }
}

#[test]
fn what_only_holds_together_is_never_torn_apart() {
    for game in finished() {
        let rules = &game.setting.game;
        walk(rules, game.played.log(), |_, event, after| {
            // Scheduled changes and measures of one round come one by one.
            if matches!(event, Event::RoundEnded(_) | Event::TalksBegan | Event::InForce { .. }) {
                for constraint in &rules.level.constraints {
                    let holds = constraint.allows(&rules.level, |issue: IssueId| after.option(issue));
                    assert!(holds, "{}: {constraint:?} after {event:?}", named(game));
                }
            }
        });
    }
}

#[test]
fn the_credit_for_a_pact_sums_to_nothing() {
    let mut shared = 0;
    for game in finished() {
        let end = game.played.truth();
        let mut sums: BTreeMap<PactId, (i64, Vec<PartyId>)> = BTreeMap::new();
        for entry in &end.ledger {
            if let EntryCause::Credit(pact) = entry.cause {
                let sum = sums.entry(pact).or_default();
                sum.0 += entry.amount.points(1);
                sum.1.push(entry.party);
            }
        }
        for (id, (sum, parties)) in sums {
            let pact = end.pact(id).expect("it stands");
            shared += 1;
            assert!(matches!(pact.status, PactStatus::Stands | PactStatus::Ended), "{}", named(game));
            assert!(parties.iter().all(|p| pact.parties.has(*p)), "{}: credit to others", named(game));
            // Every share is rounded toward zero, by less than a unit.
            let rounding = i64::try_from(pact.parties.len()).expect("small") - 1;
            assert!(sum.abs() <= rounding, "{}: credit sums to {sum} units", named(game));
        }
    }
    assert!(shared > 20, "too few to tell");
}

#[test]
fn what_a_measure_costs_is_paid_and_no_more() {
    for game in finished() {
        let rules = &game.setting.game;
        let costs = rules.rules.costs;
        let mut due: Option<(PartyId, i64)> = None;
        walk(rules, game.played.log(), |before, event, after| {
            if let Some((party, cost)) = due.take() {
                let paid = before.capital[party] - after.capital[party];
                let Event::CapitalMoved { .. } = event else {
                    panic!("{}: {event:?} came first", named(game))
                };
                assert_eq!(paid, cost, "{}", named(game));
            }
            let Event::MeasureRevealed { by, measure } = event else {
                return;
            };
            let cost = match measure {
                Measure::Lobby(_) => costs.lobby,
                Measure::BuildStock(_) => costs.build_stock,
                Measure::FundCapacity(_) => costs.fund_capacity,
                // Another measure of the round may close the way; a move is looked at with the issues, and
                // threats and breaches with those of the word.
                Measure::Nothing
                | Measure::Move { .. }
                | Measure::Threat(..)
                | Measure::Break(_)
                | Measure::SnapBack(_) => 0,
            };
            assert!(cost <= after.capital[*by], "{}: cannot pay", named(game));
            due = (cost > 0).then_some((*by, cost));
        });
    }
}
