//! The payoff table, its columns of blocs, and the forecast say the same of every package.

use rare_terms::play::Match;
use rare_terms::rules::appraise::appraise;
use rare_terms::rules::chamber::{forecast, yes_votes};
use rare_terms::rules::game::Game;
use rare_terms::rules::home::Home;
use rare_terms::rules::ids::{ArchetypeId, IssueId, OptionId, PartyId, PartySet};
use rare_terms::rules::legal::check_constraints;
use rare_terms::rules::package::{Package, Proposal};
use rare_terms::rules::payoff::{Cursor, Payoff, Table, open_issues};
use rare_terms::rules::position::Position;
use rare_terms::rules::projection::Row;
use rare_terms::rules::standpoint::Standpoint;

use crate::random::Dice;
use crate::support::{amount, book, finished, in_turn, level, midway, setting};

/// A choice of rows by chance.
pub(crate) fn any_rows(table: &Table, dice: &mut Dice) -> Vec<usize> {
    let calm = 1 + dice.below(4);
    let untouched = table.untouched();
    table
        .axes
        .iter()
        .zip(untouched)
        .map(|(axis, as_it_is)| if dice.one_in(calm) { dice.below(axis.rows.len()) } else { as_it_is })
        .collect()
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
                for table in [Table::whole(&standpoint, parties), Table::open(&standpoint, parties)] {
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
                            let proposal = Proposal::plain(&game.level, parties, table.package(&rows));
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
                            let yes: i64 =
                                forecast.blocs.iter().map(|b| yes_votes(b.seats, b.net + swing, range)).sum();
                            all += 1;
                            passing += i64::from(yes >= chamber.quorum);
                            fewest = fewest.min(yes);
                            most = most.max(yes);
                        }
                    }
                    assert_eq!((forecast.passing, forecast.swings), (passing, all), "{}", setting.name);
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
            let chamber = finished.setting.game.level.parties[vote.party].chamber.as_ref().expect("it voted");
            assert!(vote.swing.abs() <= 2 * chamber.swing, "{}", finished.setting.name);
            let range = finished.setting.game.rules.vote_range;
            let yes: i64 = vote
                .blocs
                .iter()
                .zip(&chamber.blocs)
                .map(|((net, _), b)| yes_votes(b.seats, *net, range))
                .sum();
            assert_eq!((vote.yes, vote.passed), (yes, yes >= vote.quorum), "{}", finished.setting.name);
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
                for table in [Table::whole(&standpoint, parties), Table::open(&standpoint, parties)] {
                    assert!(table.package(&table.untouched()).is_empty(), "{}", setting.name);
                    for _ in 0..20 {
                        let index = play.dice.number() % table.size();
                        let rows = table.rows_at(index);
                        let package = table.package(&rows);
                        assert_eq!(table.index(&rows), index, "{}", setting.name);
                        assert_eq!(table.rows_of(&package), rows, "{}: {package:?}", setting.name);
                        assert_eq!(table.package(&table.rows_of(&package)), package, "{}", setting.name);
                        let torn = check_constraints(game, play.played.truth(), &package).is_err();
                        assert_eq!(table.allows(game, &rows), !torn, "{}: {package:?}", setting.name);
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
                for mut table in [Table::whole(&standpoint, parties), Table::open(&standpoint, parties)] {
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
        let wanted = table.axes.iter().zip(&rows).all(|(axis, row)| match axis.rows[*row] {
            Row::Set(option) => option == at.option(axis.issue) || keep(axis.issue, option),
            Row::Alone => true,
        });
        if wanted && check_constraints(game, at, &table.package(&rows)).is_ok() {
            expected.push((index, table.payoff(&rows)));
        }
    }
    assert!(seen.windows(2).all(|pair| pair[0].0 < pair[1].0), "{name}: out of order");
    assert!(seen == expected, "{name}: {} visited, {} allowed", seen.len(), expected.len());
    seen.len() as u64
}

#[test]
fn a_table_compiled_beside_others_is_what_it_is_alone() {
    let mut compared = 0u64;
    for setting in in_turn() {
        let game = &setting.game;
        for mut play in midway(&setting, amount(3, 20), 0x70) {
            let standpoint = Standpoint::new(game, play.played.truth());
            let suppose = |party: PartyId| {
                let count = game.level.parties[party].archetypes.len();
                let of = move |at| (party, ArchetypeId::from_index(at));
                (0..count).map(of).map(|(party, mandate)| standpoint.clone().supposing(party, mandate))
            };
            let supposed: Vec<Standpoint<'_>> = game.level.everyone().iter().flat_map(suppose).collect();
            for parties in game.level.everyone().subsets(2) {
                for doubts in [false, true] {
                    let issues = || open_issues(game, standpoint.at, parties).into_iter();
                    let (table, beside) = Table::beside(&standpoint, &supposed, parties, issues(), doubts);
                    let each = std::iter::once((&standpoint, &table)).chain(supposed.iter().zip(&beside));
                    let alone = each.map(|(standpoint, beside)| {
                        let compile = if doubts { Table::doubting } else { Table::compile };
                        (compile(standpoint, parties, issues()), beside, Cursor::new(beside))
                    });
                    let mut each: Vec<(Table, &Table, Cursor<'_>)> = alone.collect();
                    for _ in 0..30 {
                        let rows = any_rows(&table, &mut play.dice);
                        for (alone, beside, cursor) in &mut each {
                            let payoff = alone.payoff(&rows);
                            assert_eq!(beside.payoff(&rows), payoff, "{}: {rows:?}", setting.name);
                            assert_eq!(cursor.payoff(&rows), payoff, "{}: {rows:?}", setting.name);
                            compared += 1;
                        }
                    }
                }
            }
        }
    }
    println!("{compared} compared");
}

/// The table of the main level at its start, by the whole calculation of every package.
#[test]
fn a_table_is_the_appraisal_of_every_package() {
    let tokyo = level("tokyo_2025");
    for rules in [book("intro"), book("standard"), book("full")] {
        let setting = setting(&tokyo, rules, None);
        let game = &setting.game;
        let played = Match::new(game.clone(), 11);
        let standpoint = Standpoint::new(game, played.truth());
        let parties: PartySet = [PartyId(0), PartyId(2)].into_iter().collect();
        let issues = Table::whole(&standpoint, parties).axes.into_iter().map(|axis| axis.issue);
        let table = Table::doubting(&standpoint, parties, issues);
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
