//! Points are conserved: one table, one evaluator, and the score that the events give by hand.

use rare_terms::play::Match;
use rare_terms::rules::appraise::{Appraisal, Cause, appraise, gains};
use rare_terms::rules::event::{Amount, EntryCause, Event};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{IssueId, OptionId, PartyId, Points, ResourceId};
use rare_terms::rules::level::{Effect, Outcome};
use rare_terms::rules::package::Proposal;
use rare_terms::rules::payoff::Table;
use rare_terms::rules::position::Position;
use rare_terms::rules::standpoint::Standpoint;

use crate::dues::{Due, Words};
use crate::random::Dice;
use crate::support::{amount, finished, in_turn, midway};
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
    let (mut judged, mut feared) = (0, 0);
    for setting in in_turn() {
        let game = &setting.game;
        for mut play in midway(&setting, amount(8, 60), 0x10) {
            let standpoint = Standpoint::new(game, play.played.truth());
            for parties in game.level.everyone().subsets(2) {
                let whole = Table::whole(&standpoint, parties);
                let open = Table::open(&standpoint, parties);
                let [doubting_whole, doubting_open] = [&whole, &open].map(|table| {
                    Table::doubting(&standpoint, parties, table.axes.iter().map(|axis| axis.issue))
                });
                for _ in 0..8 {
                    let (table, doubting) = match play.dice.one_in(2) {
                        true => (&whole, &doubting_whole),
                        false => (&open, &doubting_open),
                    };
                    let rows = any_rows(table, &mut play.dice);
                    let plain = Proposal::plain(&game.level, parties, table.package(&rows));
                    let proposal = with_credit(game, plain, &mut play.dice);
                    let (payoff, doubted) = (table.payoff(&rows), doubting.payoff(&rows));
                    for party in game.level.everyone().iter() {
                        let appraisal = appraise(&standpoint, party, &proposal);
                        let of = |cause: Cause| -> Points {
                            appraisal.lines.iter().filter(|l| l.cause == cause).map(|l| l.points).sum()
                        };
                        let sum: Points = appraisal.lines.iter().map(|l| l.points).sum();
                        assert_eq!(sum, appraisal.total, "{}", setting.name);
                        let gained: Points = gains(&standpoint, &proposal, &appraisal).iter().sum();
                        assert_eq!(gained, appraisal.gain(), "{}", setting.name);
                        assert_eq!(of(Cause::NoDeal), appraisal.threshold, "{}", setting.name);
                        assert_eq!(
                            appraisal.threshold,
                            standpoint.no_deal()[party.index()],
                            "{}",
                            setting.name
                        );
                        if !proposal.package.is_empty() {
                            let without = appraisal.total - of(Cause::Credit);
                            let at = play.played.truth();
                            let place = || {
                                format!(
                                    "{}: {proposal:?} for {party:?}: {:#?}\n{:?}\n{:?}\n{:?}\n{:?}",
                                    setting.name,
                                    appraisal.lines,
                                    at.pacts,
                                    at.holder,
                                    at.obligations,
                                    at.pending
                                )
                            };
                            assert_eq!(without, doubted[party.index()], "{}", place());
                            let fear = delivery(&appraisal);
                            assert_eq!(without - fear, payoff[party.index()], "{}", place());
                            feared += usize::from(fear != 0);
                        }
                        judged += 1;
                    }
                }
            }
        }
    }
    println!("{judged} appraisals, {feared} of them with doubts");
    assert!(feared > 100, "too few to tell");
}

/// What an appraisal takes off for promises that may be broken.
fn delivery(appraisal: &Appraisal) -> Points {
    let doubts = appraisal.lines.iter().filter(|line| matches!(line.cause, Cause::Delivery(_)));
    doubts.map(|line| line.points).sum()
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
    let given = |same: bool| {
        played.log().iter().rev().find_map(|event| match event {
            Event::Backed(b) if b.issue == issue && (!same || b.option == option) => Some(*b),
            _ => None,
        })
    };
    // A step back from what was given, by a measure, leaves a part of it.
    let Some(given) = given(true).or_else(|| given(false)).filter(|_| counts) else {
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
        let mut due: Vec<Due> = Vec::new();
        let mut book = |effects: &[Effect], cause: EntryCause| {
            for e in effects.iter().filter(|e| e.units != 0) {
                due.push(Due::new(e.party, e.interest.index(), Amount::whole(e.units), cause));
            }
        };
        let mut words = Words::default();
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
            words.due(game, &at, event);
            at.apply(game, event);
        }
        due.append(&mut words.due);
        let mut booked: Vec<Due> = Vec::new();
        for entry in &at.ledger {
            if matches!(entry.cause, EntryCause::Credit(_)) {
                continue;
            }
            booked.push(Due::new(entry.party, entry.interest.index(), entry.amount, entry.cause));
        }
        booked.sort();
        due.sort();
        entries += due.len();
        assert_eq!(booked, due, "{}, seed {:#x}", finished.setting.name, finished.seed);
    }
    println!("{entries} entries");
}
