//! Points are conserved: one table, one evaluator, and the score that the events give by hand.

use rare_terms::play::Match;
use rare_terms::rules::appraise::{Cause, appraise};
use rare_terms::rules::event::{Amount, EntryCause, Event, PactStatus};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{IssueId, OptionId, PartyId, Points, ResourceId};
use rare_terms::rules::level::{Effect, Outcome};
use rare_terms::rules::package::Proposal;
use rare_terms::rules::payoff::Table;
use rare_terms::rules::position::{Phase, Position};
use rare_terms::rules::standpoint::Standpoint;

use crate::calm::{calm, sign, sit_out};
use crate::random::{Dice, random_proposal};
use crate::support::{amount, book, finished, in_turn, levels, midway};
use crate::tables::any_rows;

/// A split of the credit that may be uneven where the rule book has such.
fn with_credit(game: &Game, mut proposal: Proposal, dice: &mut Dice) -> Proposal {
    let signatories: Vec<PartyId> = proposal.parties.iter().collect();
    if game.rules.on.communiques && signatories.len() == 2 {
        let share = i64::try_from(dice.below(101)).expect("small");
        proposal.communique.credit[signatories[0]] = share;
        proposal.communique.credit[signatories[1]] = 100 - share;
    }
    proposal
}

#[test]
fn the_lines_of_an_appraisal_sum_to_its_total_and_the_table_agrees() {
    let mut judged = 0;
    for setting in in_turn() {
        let game = &setting.game;
        for mut play in midway(&setting, amount(8, 60), 0x10) {
            let standpoint = Standpoint::new(game, play.played.truth());
            for parties in game.level.everyone().subsets(2) {
                let whole = Table::whole(&standpoint, parties);
                let open = Table::open(&standpoint, parties);
                for _ in 0..8 {
                    let table = if play.dice.one_in(2) { &whole } else { &open };
                    let rows = any_rows(table, &mut play.dice);
                    let plain = Proposal::plain(&game.level, parties, table.package(&rows));
                    let proposal = with_credit(game, plain, &mut play.dice);
                    let payoff = table.payoff(&rows);
                    for party in game.level.everyone().iter() {
                        let appraisal = appraise(&standpoint, party, &proposal);
                        let of = |cause: Cause| -> Points {
                            appraisal.lines.iter().filter(|l| l.cause == cause).map(|l| l.points).sum()
                        };
                        let sum: Points = appraisal.lines.iter().map(|l| l.points).sum();
                        assert_eq!(sum, appraisal.total, "{}", setting.name);
                        assert_eq!(of(Cause::NoDeal), appraisal.threshold, "{}", setting.name);
                        assert_eq!(
                            appraisal.threshold,
                            standpoint.no_deal()[party.index()],
                            "{}",
                            setting.name
                        );
                        if !proposal.package.is_empty() {
                            let without = appraisal.total - of(Cause::Credit);
                            assert_eq!(
                                without,
                                payoff[party.index()],
                                "{}: {proposal:?} for {party:?}",
                                setting.name
                            );
                        }
                        judged += 1;
                    }
                }
            }
        }
    }
    println!("{judged} appraisals");
}

// ---- the score by hand ----

/// The score of a finished game, from the options in force and the events alone.
fn by_hand(game: &Game, played: &Match, party: PartyId) -> Points {
    let level = &game.level;
    let end = played.truth();
    let percent = |interest: usize| match end.mandates[party] {
        Some(mandate) if game.rules.on.mandates => {
            level.parties[party].archetypes[mandate.index()].percent[interest]
        }
        _ => level.percent,
    };
    let own = |effects: &[Effect]| -> Points {
        let ours = effects.iter().filter(|e| e.party == party);
        ours.map(|e| e.units * percent(e.interest.index())).sum()
    };
    let mut score = 0;
    for (index, issue) in level.issues.iter().enumerate() {
        let option = end.in_force[index];
        for effect in issue.options[option.index()].effects.iter().filter(|e| e.party == party) {
            let amount = backed(game, played, IssueId::from_index(index), option, effect);
            score += effect.units * percent(effect.interest.index()) * amount.0 / amount.1;
        }
    }
    for linkage in &level.linkages {
        if linkage.when.iter().all(|(issue, options)| options.contains(&end.in_force[issue.index()])) {
            score += own(&linkage.effects);
        }
    }
    // What was booked: flows, shortages, events, failed votes, falls, credit; recounted below.
    for entry in end.ledger.iter().filter(|e| e.party == party) {
        let Amount { units, times, over } = entry.amount;
        score += units * percent(entry.interest.index()) * times / over;
    }
    score
}

/// The part of an effect that backing leaves of it at the end: scaled by fragility, faded by time.
fn backed(game: &Game, played: &Match, issue: IssueId, option: OptionId, effect: &Effect) -> (i64, i64) {
    let rules = &game.rules.validation;
    let Some(validation) = game.level.issue(issue).validation.as_ref().filter(|_| game.rules.on.validation)
    else {
        return (1, 1);
    };
    let counts = validation.to == effect.party
        && game.level.standing == Some(effect.interest)
        && validation.levels[option.index()] > 0;
    let Some(given) = played.log().iter().find_map(|event| match event {
        Event::Backed(b) if counts && b.issue == issue && b.option == option => Some(*b),
        _ => None,
    }) else {
        assert!(!counts, "backing in force that was never given");
        return (1, 1);
    };
    let passed = i64::from(game.level.last_round().0 - given.round.0);
    let kept = (100 - rules.fade * passed).max(rules.floor);
    // (150 + fragility) / 200 at a strength of 50: both in hundredths here.
    let scale = (10_000 + (given.fragility - 5_000) * rules.score_strength / 100).max(0);
    (kept * scale, 1_000_000)
}

#[test]
fn the_final_score_is_the_sum_of_flows_and_effects() {
    for game in finished() {
        let scores = game.played.scores();
        for party in game.setting.game.level.everyone().iter() {
            let hand = by_hand(&game.setting.game, &game.played, party);
            assert_eq!(scores[party.index()], hand, "{}, seed {:#x}", game.setting.name, game.seed);
        }
    }
}

/// The ledger again from what happened: every flow, shortage and event, once and no more.
#[test]
fn every_flow_is_booked_once() {
    let mut entries = 0;
    for finished in finished() {
        let game = &finished.setting.game;
        let level = &game.level;
        let mut at = Position::new(game);
        let mut due: Vec<(PartyId, usize, i64, String)> = Vec::new();
        let mut book = |effects: &[Effect], cause: EntryCause| {
            for e in effects.iter().filter(|e| e.units != 0) {
                due.push((e.party, e.interest.index(), e.units, format!("{cause:?}")));
            }
        };
        for event in finished.played.log() {
            match event {
                Event::Happened(id) => {
                    for outcome in &level.happening(*id).outcomes {
                        if let Outcome::Points(effect) = outcome {
                            book(&[*effect], EntryCause::Happening(*id));
                        }
                    }
                }
                Event::RoundEnded(_) => {
                    for issue in level.issue_ids() {
                        let option = at.option(issue);
                        book(&level.choice(issue, option).per_round, EntryCause::Flow(issue, option));
                    }
                    for (index, _) in at.stocks.iter().enumerate().filter(|(_, s)| s.short) {
                        let id = ResourceId::from_index(index);
                        assert!(game.rules.on.minerals, "{}", finished.setting.name);
                        book(&level.resource(id).shortage, EntryCause::Shortage(id));
                    }
                }
                Event::Voided { pact, refused } => {
                    let loss = game.rules.standing_failed * level.unit / 100;
                    for party in refused.iter() {
                        let fall = level.standing.map(|interest| Effect { party, interest, units: loss });
                        book(fall.as_slice(), EntryCause::FailedVote(*pact));
                    }
                }
                Event::Collapsed(party) => {
                    let loss = game.rules.standing_collapse * level.unit / 100;
                    let fall = level.standing.map(|interest| Effect { party: *party, interest, units: loss });
                    book(fall.as_slice(), EntryCause::Collapse);
                }
                _ => {}
            }
            at.apply(game, event);
        }
        let mut booked: Vec<(PartyId, usize, i64, String)> = Vec::new();
        for entry in &at.ledger {
            let plain = (entry.amount.times, entry.amount.over) == (1, 1);
            if matches!(entry.cause, EntryCause::Credit(_)) {
                continue;
            }
            assert!(plain, "{}: {entry:?}", finished.setting.name);
            booked.push((
                entry.party,
                entry.interest.index(),
                entry.amount.units,
                format!("{:?}", entry.cause),
            ));
        }
        booked.sort();
        due.sort();
        entries += due.len();
        assert_eq!(booked, due, "{}, seed {:#x}", finished.setting.name, finished.seed);
    }
    println!("{entries} entries");
}

// ---- a projection is a promise ----

#[test]
fn what_an_appraisal_promises_is_what_happens_if_nothing_more_is_signed() {
    let (mut kept, mut void) = (0, 0);
    for level in levels() {
        for rules in [book("intro"), book("standard")] {
            for chambers in [false, true] {
                let setting = calm(&level, rules.clone(), chambers);
                let game = &setting.game;
                for mut play in midway(&setting, amount(25, 300), 0x99) {
                    let fresh = play.played.truth().phase == Phase::Talks
                        && play.played.truth().signed().next().is_none();
                    if !fresh {
                        continue;
                    }
                    let before = play.played.truth().clone();
                    let mut nothing = play.played.clone();
                    sit_out(&mut nothing);
                    assert_eq!(
                        nothing.scores(),
                        Standpoint::new(game, &before).no_deal(),
                        "{}: no deal from round {:?}",
                        setting.name,
                        before.round
                    );
                    for seat in play.played.waiting_for().iter() {
                        let view = play.played.view(seat);
                        let Some(bargain) = play.dice.pick(&view.legal(game).bargains).cloned() else {
                            continue;
                        };
                        let Some(proposal) = random_proposal(game, view, &bargain, &mut play.dice) else {
                            continue;
                        };
                        let mut after = play.played.clone();
                        if !sign(&mut after, &proposal) {
                            continue;
                        }
                        sit_out(&mut after);
                        if after.truth().pacts.last().is_some_and(|p| p.status == PactStatus::Void) {
                            void += 1;
                            continue;
                        }
                        kept += 1;
                        let standpoint = Standpoint::new(game, &before);
                        for party in game.level.everyone().iter() {
                            let promised = appraise(&standpoint, party, &proposal);
                            assert_eq!(
                                after.scores()[party.index()],
                                promised.total,
                                "{}: {proposal:?} in round {:?} for {party:?}: {:#?}",
                                setting.name,
                                before.round,
                                promised.lines
                            );
                        }
                    }
                }
            }
        }
    }
    println!("{kept} promises kept, {void} pacts void");
    assert!(kept > 100, "too few to tell");
}
