//! Points are conserved: one table, one evaluator, and the score that the events give by hand.

use rare_terms::play::Match;
use rare_terms::rules::appraise::{Cause, appraise};
use rare_terms::rules::chamber::{forecast, yes_votes};
use rare_terms::rules::command::{Actor, Command, Order};
use rare_terms::rules::event::{Amount, EntryCause, Event, PactStatus};
use rare_terms::rules::game::Game;
use rare_terms::rules::home::Home;
use rare_terms::rules::ids::{IssueId, OptionId, PartyId, PartySet, Points, ResourceId};
use rare_terms::rules::legal::check_constraints;
use rare_terms::rules::level::{Effect, Level, Outcome};
use rare_terms::rules::package::{Package, Proposal};
use rare_terms::rules::payoff::{Payoff, Table};
use rare_terms::rules::position::{Phase, Position};
use rare_terms::rules::projection::Row;
use rare_terms::rules::rulebook::{RuleBook, TalksOrder};
use rare_terms::rules::standpoint::Standpoint;

use crate::support::{
    Dice, Setting, amount, book, finished, in_turn, level, levels, midway, random_proposal,
    setting, sit_out,
};

/// A choice of rows by chance.
fn any_rows(table: &Table, dice: &mut Dice) -> Vec<usize> {
    let calm = 1 + dice.below(4);
    let untouched = table.untouched();
    table
        .axes
        .iter()
        .zip(untouched)
        .map(|(axis, as_it_is)| {
            if dice.one_in(calm) {
                dice.below(axis.rows.len())
            } else {
                as_it_is
            }
        })
        .collect()
}

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
                            appraisal
                                .lines
                                .iter()
                                .filter(|l| l.cause == cause)
                                .map(|l| l.points)
                                .sum()
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
        for effect in issue.options[option.index()]
            .effects
            .iter()
            .filter(|e| e.party == party)
        {
            let amount = backed(game, played, IssueId::from_index(index), option, effect);
            score += effect.units * percent(effect.interest.index()) * amount.0 / amount.1;
        }
    }
    for linkage in &level.linkages {
        if linkage
            .when
            .iter()
            .all(|(issue, options)| options.contains(&end.in_force[issue.index()]))
        {
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
fn backed(
    game: &Game,
    played: &Match,
    issue: IssueId,
    option: OptionId,
    effect: &Effect,
) -> (i64, i64) {
    let rules = &game.rules.validation;
    let Some(validation) = game
        .level
        .issue(issue)
        .validation
        .as_ref()
        .filter(|_| game.rules.on.validation)
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
            assert_eq!(
                scores[party.index()],
                hand,
                "{}, seed {:#x}",
                game.setting.name,
                game.seed
            );
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
                        book(
                            &level.choice(issue, option).per_round,
                            EntryCause::Flow(issue, option),
                        );
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
                        let fall = level.standing.map(|interest| Effect {
                            party,
                            interest,
                            units: loss,
                        });
                        book(fall.as_slice(), EntryCause::FailedVote(*pact));
                    }
                }
                Event::Collapsed(party) => {
                    let loss = game.rules.standing_collapse * level.unit / 100;
                    let fall = level.standing.map(|interest| Effect {
                        party: *party,
                        interest,
                        units: loss,
                    });
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
        assert_eq!(
            booked, due,
            "{}, seed {:#x}",
            finished.setting.name, finished.seed
        );
    }
    println!("{entries} entries");
}

// ---- a projection is a promise ----

/// A level without chance, under a rule book under which everyone can sign everywhere.
pub(crate) fn calm(level: &Level, rules: RuleBook, chambers: bool) -> Setting {
    let mut level = level.clone();
    for happening in &mut level.happenings {
        // None of a hundred: it never happens.
        happening.chance = happening.chance.map(|_| 0);
    }
    for party in &mut level.parties.0 {
        party.floor = 0;
    }
    let mut rules = RuleBook {
        order: TalksOrder::AtOnce,
        ..rules
    };
    rules.on.calendar = false;
    rules.on.chambers &= chambers;
    setting(&level, rules, None)
}

/// Has a proposal put and agreed to by all its parties; whether they could.
pub(crate) fn sign(played: &mut Match, proposal: &Proposal) -> bool {
    let mut parties = proposal.parties.iter();
    let Some(from) = parties.next() else {
        return false;
    };
    let mut trial = played.clone();
    let command = Command::Propose {
        proposal: proposal.clone(),
        answers: None,
    };
    if trial.command(from, command).is_err() {
        return false;
    }
    let Some(id) = trial.truth().offers.last().map(|o| o.id) else {
        return false;
    };
    for party in parties {
        if trial.command(party, Command::Accept(id)).is_err() {
            return false;
        }
    }
    *played = trial;
    true
}

/// Ends the talks of a round, and the measures with nothing.
pub(crate) fn end_round(played: &mut Match) {
    let round = played.truth().round;
    while !played.is_over() && played.truth().round == round {
        played
            .give(Order {
                by: Actor::Clock,
                seen: None,
                command: Command::TimeUp,
            })
            .expect("the clock may");
    }
}

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
                        let Some(bargain) = play.dice.pick(&view.legal(game).bargains).cloned()
                        else {
                            continue;
                        };
                        let Some(proposal) = random_proposal(game, view, &bargain, &mut play.dice)
                        else {
                            continue;
                        };
                        let mut after = play.played.clone();
                        if !sign(&mut after, &proposal) {
                            continue;
                        }
                        sit_out(&mut after);
                        if after
                            .truth()
                            .pacts
                            .last()
                            .is_some_and(|p| p.status == PactStatus::Void)
                        {
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

// ---- chambers ----

#[test]
fn a_home_reaches_exactly_what_the_forecast_reaches() {
    let mut compared = 0u64;
    for setting in in_turn().into_iter().filter(|s| s.game.rules.on.chambers) {
        let game = &setting.game;
        for mut play in midway(&setting, amount(12, 100), 0x20) {
            let at = play.played.truth();
            let standpoint = Standpoint::new(game, at);
            for parties in game.level.everyone().subsets(2) {
                for table in [
                    Table::whole(&standpoint, parties),
                    Table::open(&standpoint, parties),
                ] {
                    for party in parties.iter() {
                        let home = Home::of(game, at, &table, party);
                        assert_eq!(
                            home.is_some(),
                            game.level.parties[party].chamber.is_some(),
                            "{}",
                            setting.name
                        );
                        let Some(home) = home else { continue };
                        for _ in 0..12 {
                            let rows = any_rows(&table, &mut play.dice);
                            let proposal =
                                Proposal::plain(&game.level, parties, table.package(&rows));
                            let forecast = forecast(game, at, party, &proposal);
                            for chances in [-1, 0, 1, 2, 30, 50, 79, 80, 81, 95, 99, 100, 101] {
                                let exact = forecast.as_ref().is_none_or(|f| f.reaches(chances));
                                assert_eq!(
                                    home.reaches(&rows, chances),
                                    exact,
                                    "{}: {proposal:?} at {chances} for {party:?}: {forecast:?}",
                                    setting.name
                                );
                                compared += 1;
                            }
                        }
                    }
                }
            }
        }
    }
    println!("{compared} compared");
}

#[test]
fn a_forecast_counts_every_pair_of_draws() {
    let mut counted = 0;
    for setting in in_turn().into_iter().filter(|s| s.game.rules.on.chambers) {
        let game = &setting.game;
        let range = game.rules.vote_range;
        for mut play in midway(&setting, amount(12, 100), 0x30) {
            let at = play.played.truth();
            for parties in game.level.everyone().subsets(2) {
                let table = Table::whole(&Standpoint::new(game, at), parties);
                let rows = any_rows(&table, &mut play.dice);
                let proposal = Proposal::plain(&game.level, parties, table.package(&rows));
                for party in parties.iter() {
                    let Some(chamber) = game.level.parties[party].chamber.as_ref() else {
                        continue;
                    };
                    let Some(forecast) = forecast(game, at, party, &proposal) else {
                        continue;
                    };
                    let (mut passing, mut all) = (0, 0);
                    let (mut fewest, mut most) = (i64::MAX, i64::MIN);
                    for one in -chamber.swing..=chamber.swing {
                        for other in -chamber.swing..=chamber.swing {
                            let swing = (one + other) * 100;
                            let yes: i64 = forecast
                                .blocs
                                .iter()
                                .map(|b| yes_votes(b.seats, b.net + swing, range))
                                .sum();
                            all += 1;
                            passing += i64::from(yes >= chamber.quorum);
                            fewest = fewest.min(yes);
                            most = most.max(yes);
                        }
                    }
                    assert_eq!(
                        (forecast.passing, forecast.swings),
                        (passing, all),
                        "{}",
                        setting.name
                    );
                    assert_eq!(forecast.range, (fewest, most), "{}", setting.name);
                    for bloc in &forecast.blocs {
                        let sum = bloc.base + bloc.terms + bloc.backing + bloc.lobbying + bloc.mood;
                        assert_eq!(bloc.net, sum, "{}", setting.name);
                        assert!((0..=bloc.seats).contains(&bloc.yes), "{}", setting.name);
                    }
                    counted += 1;
                }
            }
        }
    }
    println!("{counted} forecasts");
}

/// Votes are what the forecast said, at the swing that was drawn.
#[test]
fn a_vote_is_the_forecast_at_one_swing() {
    let mut votes = 0;
    for finished in finished() {
        for vote in &finished.played.truth().votes {
            let chamber = finished.setting.game.level.parties[vote.party]
                .chamber
                .as_ref()
                .expect("it voted");
            assert!(
                vote.swing.abs() <= 2 * chamber.swing,
                "{}",
                finished.setting.name
            );
            let range = finished.setting.game.rules.vote_range;
            let yes: i64 = vote
                .blocs
                .iter()
                .zip(&chamber.blocs)
                .map(|((net, _), b)| yes_votes(b.seats, *net, range))
                .sum();
            assert_eq!(
                (vote.yes, vote.passed),
                (yes, yes >= vote.quorum),
                "{}",
                finished.setting.name
            );
            assert_eq!(vote.quorum, chamber.quorum, "{}", finished.setting.name);
            votes += 1;
        }
    }
    println!("{votes} votes");
    assert!(votes > 20, "too few to tell");
}

// ---- the table ----

#[test]
fn places_rows_and_packages_of_a_table_are_the_same_thing() {
    for setting in in_turn() {
        let game = &setting.game;
        for mut play in midway(&setting, amount(8, 60), 0x40) {
            let standpoint = Standpoint::new(game, play.played.truth());
            for parties in game.level.everyone().subsets(2) {
                for table in [
                    Table::whole(&standpoint, parties),
                    Table::open(&standpoint, parties),
                ] {
                    assert!(
                        table.package(&table.untouched()).is_empty(),
                        "{}",
                        setting.name
                    );
                    for _ in 0..20 {
                        let index = play.dice.number() % table.size();
                        let rows = table.rows_at(index);
                        let package = table.package(&rows);
                        assert_eq!(table.index(&rows), index, "{}", setting.name);
                        assert_eq!(
                            table.rows_of(&package),
                            rows,
                            "{}: {package:?}",
                            setting.name
                        );
                        assert_eq!(
                            table.package(&table.rows_of(&package)),
                            package,
                            "{}",
                            setting.name
                        );
                        let torn = check_constraints(game, play.played.truth(), &package).is_err();
                        assert_eq!(
                            table.allows(game, &rows),
                            !torn,
                            "{}: {package:?}",
                            setting.name
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_table_visits_exactly_what_the_level_allows_in_order() {
    let most = amount(40_000, 400_000) as u64;
    let mut visited = 0u64;
    for setting in in_turn() {
        let game = &setting.game;
        for play in midway(&setting, amount(3, 10), 0x50) {
            let at = play.played.truth();
            let standpoint = Standpoint::new(game, at);
            for parties in game.level.everyone().subsets(2) {
                for mut table in [
                    Table::whole(&standpoint, parties),
                    Table::open(&standpoint, parties),
                ] {
                    if table.size() > most || table.axes.is_empty() {
                        continue;
                    }
                    visited += visits(game, at, &table, &|_, _| true, &setting.name);
                    let keep = |issue: IssueId, option: OptionId| {
                        (issue.0 + u8::try_from(option.0).unwrap_or(0)) % 3 != 1
                    };
                    table.keep_rows(keep);
                    visited += visits(game, at, &table, &keep, &setting.name);
                }
            }
        }
    }
    println!("{visited} packages visited");
}

fn visits(
    game: &Game,
    at: &Position,
    table: &Table,
    keep: &dyn Fn(IssueId, OptionId) -> bool,
    name: &str,
) -> u64 {
    let mut seen: Vec<(u64, Payoff)> = Vec::new();
    table.for_each(game, |rows, payoff| seen.push((table.index(rows), *payoff)));
    let mut expected: Vec<(u64, Payoff)> = Vec::new();
    let mut rows = vec![0; table.axes.len()];
    for index in 0..table.size() {
        table.rows_into(index, &mut rows);
        let wanted = table
            .axes
            .iter()
            .zip(&rows)
            .all(|(axis, row)| match axis.rows[*row] {
                Row::Set(option) => option == at.option(axis.issue) || keep(axis.issue, option),
                Row::Alone => true,
            });
        if wanted && check_constraints(game, at, &table.package(&rows)).is_ok() {
            expected.push((index, table.payoff(&rows)));
        }
    }
    assert!(
        seen.windows(2).all(|pair| pair[0].0 < pair[1].0),
        "{name}: out of order"
    );
    assert!(
        seen == expected,
        "{name}: {} visited, {} allowed",
        seen.len(),
        expected.len()
    );
    seen.len() as u64
}

/// The table of the main level at its start, by the whole calculation of every package.
#[test]
fn a_table_is_the_appraisal_of_every_package() {
    let tokyo = level("tokyo_2025");
    for rules in [book("intro"), book("standard")] {
        let setting = setting(&tokyo, rules, None);
        let game = &setting.game;
        let played = Match::new(game.clone(), 11);
        let standpoint = Standpoint::new(game, played.truth());
        let parties: PartySet = [PartyId(0), PartyId(2)].into_iter().collect();
        let table = Table::whole(&standpoint, parties);
        let mut count = 0;
        table.for_each(game, |rows, payoff| {
            let package: Package = table.package(rows);
            if package.is_empty() {
                return;
            }
            let proposal = Proposal::plain(&game.level, parties, package);
            for party in game.level.everyone().iter() {
                assert_eq!(
                    appraise(&standpoint, party, &proposal).total,
                    payoff[party.index()],
                    "{}",
                    setting.name
                );
            }
            count += 1;
        });
        assert!(count > 40, "{}", setting.name);
    }
}
