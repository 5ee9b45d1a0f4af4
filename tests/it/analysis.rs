//! Known answers of negotiation analysis, and domains whose answers are known.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rare_terms::analysis::{Analysis, NashRule, Ratio, Solution, Survey, linkage_surplus, table};
use rare_terms::import::{Domain, Phrases, Profile, Question, Utility, domain, level};
use rare_terms::rules::chance::Chance;
use rare_terms::rules::check;
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{PartyId, PartySet, Points};
use rare_terms::rules::payoff::Payoff;
use rare_terms::rules::position::Position;
use rare_terms::rules::referee;
use rare_terms::rules::source::Source;
use rare_terms::rules::standpoint::Standpoint;
use serde_json::Value;

use crate::base_table::{base_game, game};
use crate::support::book;

/// Words of a level made for a test.
pub(crate) fn phrases() -> Phrases {
    Phrases {
        title: "Domain".to_owned(),
        summary: "A domain.".to_owned(),
        about: String::new(),
        utility: "Utility".to_owned(),
        not_agreed: "Not agreed".to_owned(),
        stop: "Talks".to_owned(),
        dates: vec!["Day 1".to_owned(), "Day 2".to_owned()],
        source: "stylised".to_owned(),
    }
}

/// A domain as a game of talks.
pub(crate) fn game_of(domain: &Domain) -> Game {
    let source = Source::new("domain.ron", "");
    let level = check::checked_level(&source, &level(domain, &phrases())).unwrap_or_else(|f| panic!("{f}"));
    Game::new(level, book("intro"), None)
}

/// The analysis of everyone at the start.
pub(crate) fn analysis(game: &Game) -> Analysis {
    let (mut at, _) = referee::open(game, Chance::new(0));
    at.mandates = game.by_party(|_| None);
    Analysis::of(&Standpoint::new(game, &at), game.level.everyone())
}

fn start(game: &Game) -> Position {
    referee::open(game, Chance::new(0)).0
}

/// Points of the first parties, in the level's points.
fn points(analysis: &Analysis, picked: &Solution, per_point: Points) -> Vec<Vec<Points>> {
    let parties: Vec<usize> = analysis.survey.parties.iter().map(PartyId::index).collect();
    let of = |point: &Payoff| parties.iter().map(|p| point[*p] / per_point).collect();
    picked.iter().map(|at| of(&analysis.survey.rational.points()[*at])).collect()
}

fn frontier(analysis: &Analysis, per_point: Points) -> Vec<Vec<Points>> {
    let all: Solution = (0..analysis.survey.rational.len()).collect();
    points(analysis, &all, per_point)
}

fn party(name: &str, reservation: i64, utility: Utility) -> Profile {
    Profile { name: name.to_owned(), reservation, discount: None, utility }
}

fn question(name: &str, values: usize) -> Question {
    Question { name: name.to_owned(), values: (0..values).map(|v| v.to_string()).collect() }
}

// ---- domain files ----

fn numbers(value: &Value) -> Vec<Points> {
    value.as_array().unwrap().iter().map(|number| number.as_i64().unwrap()).collect()
}

fn lists(value: &Value) -> BTreeSet<Vec<Points>> {
    value.as_array().map(|list| list.iter().map(numbers).collect()).unwrap_or_default()
}

#[test]
fn domain_files_have_the_expected_points_and_counts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "json"));
    files.sort();
    assert!(files.len() >= 6);
    for path in files {
        let name = path.file_name().unwrap().to_str().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let expected = serde_json::from_str::<Value>(&text).unwrap()["expected"].take();
        let domain = domain(&[Source::new(name, text)]).unwrap_or_else(|fault| panic!("{fault}"));
        let game = game_of(&domain);
        assert_eq!(game.level.unit * 100, domain.scale, "{name}");
        let found = analysis(&game);
        let survey = &found.survey;
        let everyone = game.level.everyone();
        assert!(survey.is_exact(), "{name}");
        assert_eq!(survey.packages, expected["n_outcomes"].as_u64().unwrap(), "{name}");
        assert_eq!(survey.zopa(everyone), expected["n_rational"].as_u64().unwrap(), "{name}");
        let count = domain.parties.len();
        assert_eq!(survey.range.0[..count], numbers(&expected["min_int"]), "{name}");
        assert_eq!(survey.range.1[..count], numbers(&expected["max_int"]), "{name}");
        let counts = |front: &Value| {
            let of = |key: &str| usize::try_from(front[key].as_u64().unwrap()).unwrap();
            (of("n_unique_utility_vectors"), of("n_outcomes"))
        };
        let all = (survey.frontier.len(), survey.frontier.packages());
        assert_eq!(all, counts(&expected["pareto_all"]), "{name}");
        if survey.zopa(everyone) == 0 {
            assert!(survey.rational.is_empty() && found.solutions.nash.is_empty(), "{name}");
            continue;
        }
        let rational = (survey.rational.len(), survey.rational.packages());
        assert_eq!(rational, counts(&expected["pareto_rational"]), "{name}");
        let points_of: BTreeSet<_> = frontier(&found, 1).into_iter().collect();
        assert_eq!(points_of, lists(&expected["pareto_rational"]["points_int"]), "{name}");
        // Ties that a file breaks by the smallest alone we break further, so ours lie inside.
        for (rule, picked) in [
            ("nash", &found.solutions.nash),
            ("kalai_egalitarian", &found.solutions.egalitarian),
            ("ks_maxmin_rational_ideal", &found.solutions.kalai_smorodinsky),
            ("max_welfare", &found.solutions.utilitarian),
        ] {
            let ours: BTreeSet<_> = points(&found, picked, 1).into_iter().collect();
            let theirs = lists(&expected[rule]["utilities_int"]);
            assert!(!ours.is_empty() && ours.is_subset(&theirs), "{name}, {rule}: {ours:?} in {theirs:?}");
            if found.solutions.nash_rule == NashRule::Product && matches!(rule, "nash" | "max_welfare") {
                assert_eq!(ours, theirs, "{name}, {rule}");
            }
        }
    }
}

// ---- known answers ----

#[test]
fn bill_and_jack_trade_as_nash_says() {
    // What each thing is worth to Bill and to Jack; the first five are Bill's.
    let things: [(i64, i64); 9] = [(2, 4), (2, 2), (2, 1), (2, 2), (4, 1), (10, 1), (4, 1), (6, 2), (2, 2)];
    let gains = |bill: bool| {
        let of = |(at, (own, other)): (usize, &(i64, i64))| {
            let given = at < 5;
            match (bill, given) {
                (true, true) => vec![0, -own],
                (true, false) => vec![0, *own],
                (false, true) => vec![0, *other],
                (false, false) => vec![0, -other],
            }
        };
        Utility::Sum(things.iter().enumerate().map(of).collect())
    };
    let domain = Domain {
        name: "Bill and Jack".to_owned(),
        scale: 1,
        issues: (0..9).map(|at| question(&format!("thing {at}"), 2)).collect(),
        parties: vec![party("Bill", 0, gains(true)), party("Jack", 0, gains(false))],
    };
    let found = analysis(&game_of(&domain));
    assert_eq!(found.survey.packages, 512);
    let expected = [[18, 0], [16, 2], [14, 4], [12, 5], [8, 6], [6, 7], [2, 8]];
    assert_eq!(frontier(&found, 1), expected.map(|p| p.to_vec()));
    assert_eq!(points(&found, &found.solutions.nash, 1), [[12, 5]]);
    assert_eq!(points(&found, &found.solutions.kalai_smorodinsky, 1), [[12, 5]]);
    assert_eq!(points(&found, &found.solutions.egalitarian, 1), [[8, 6]]);
    assert_eq!(found.survey.ideal(PartyId(0)), Some(18));
    assert_eq!(found.survey.ideal(PartyId(1)), Some(8));
    // Bill gives book, whip, ball and bat, for pen, toy and knife.
    let package = found.survey.rational.packages_of(3)[0];
    let rows = found.survey.rows(&found.table, package);
    assert_eq!(rows, [2, 2, 2, 2, 1, 2, 2, 2, 1], "one row is: not agreed");
}

/// A split of a sum among three, the last of whom is capped, on whole numbers.
fn split(sum: i64, cap: i64) -> Domain {
    let (a, c) = (usize::try_from(sum + 1).unwrap(), usize::try_from(cap + 1).unwrap());
    let mut columns = vec![Vec::new(); 3];
    for first in 0..=sum {
        for last in 0..=cap {
            let middle = sum - first - last;
            // What does not add up is no split; nobody would take it.
            let points = if middle >= 0 { [first, middle, last] } else { [-1; 3] };
            for (column, points) in columns.iter_mut().zip(points) {
                column.push(points);
            }
        }
    }
    let names = ["A", "B", "C"];
    let parties = names.iter().zip(columns).map(|(name, column)| party(name, 0, Utility::Table(column)));
    Domain {
        name: "split".to_owned(),
        scale: 1,
        issues: vec![question("first", a), question("last", c)],
        parties: parties.collect(),
    }
}

#[test]
fn nash_is_not_kalai_smorodinsky() {
    let found = analysis(&game_of(&split(110, 22)));
    assert_eq!(points(&found, &found.solutions.nash, 1), [[44, 44, 22]]);
    assert_eq!(points(&found, &found.solutions.kalai_smorodinsky, 1), [[50, 50, 10]]);
}

#[test]
fn two_losses_do_not_multiply_to_a_gain() {
    let domain = Domain {
        name: "losses".to_owned(),
        scale: 1,
        issues: vec![question("which", 2)],
        parties: vec![
            party("A", 50, Utility::Sum(vec![vec![20, 60]])),
            party("B", 50, Utility::Sum(vec![vec![20, 60]])),
            party("C", 50, Utility::Sum(vec![vec![100, 60]])),
        ],
    };
    let found = analysis(&game_of(&domain));
    assert_eq!(points(&found, &found.solutions.nash, 1), [[60, 60, 60]]);
    assert_eq!(found.solutions.nash_rule, NashRule::Product);
}

#[test]
fn a_party_that_cannot_gain_decides_nothing() {
    let domain = Domain {
        name: "stuck".to_owned(),
        scale: 1,
        issues: vec![question("which", 4)],
        parties: vec![
            party("A", 0, Utility::Sum(vec![vec![1, 4, 6, 9]])),
            party("B", 0, Utility::Sum(vec![vec![9, 6, 4, 1]])),
            party("C", 5, Utility::Sum(vec![vec![5, 5, 5, 4]])),
        ],
    };
    let found = analysis(&game_of(&domain));
    assert_eq!(points(&found, &found.solutions.nash, 1), [[6, 4, 5], [4, 6, 5]]);
    let who: PartySet = [PartyId(0), PartyId(1)].into_iter().collect();
    assert_eq!(found.solutions.nash_rule, NashRule::Those(who));
    // 4/6 and 6/9, rather than 6/6 and 4/9: where C loses does not count for the ideals.
    assert_eq!(points(&found, &found.solutions.kalai_smorodinsky, 1), [[4, 6, 5]]);
    assert_eq!(points(&found, &found.solutions.egalitarian, 1), [[6, 4, 5], [4, 6, 5]]);
}

#[test]
fn the_tutorial_teaches_logrolling() {
    let game = game("tutorial", "intro");
    let per_point = game.level.per_point();
    let found = analysis(&game);
    assert_eq!(found.survey.packages, 25);
    assert_eq!(points(&found, &found.solutions.nash, per_point), [[60, 60]]);
    let trade = found.logrolling.unwrap();
    assert_eq!((trade.midpoint, trade.best), (30 * per_point, 50 * per_point));
    assert!(trade.possible);
    assert_eq!(trade.index(50 * per_point), Ratio::new(1, 1));
    assert_eq!(trade.index(40 * per_point), Ratio::new(1, 2));
    // Both issues are settled or none, so there are no deals one by one to compare with.
    assert_eq!(found.linkage_surplus, None);
}

#[test]
fn the_pie_is_a_game_of_coalitions() {
    let game = game("three_party_pie", "intro");
    let per_point = i128::from(game.level.per_point());
    let found = analysis(&game);
    let worths: Vec<i64> = found.coalitions.iter().map(|c| c.worth / game.level.per_point()).collect();
    assert_eq!(worths, [110, 80, 50, 130]);
    let shapley: Vec<Ratio> = [(175, 3), (130, 3), (85, 3)]
        .into_iter()
        .map(|(a, b)| Ratio::new(a * per_point, b).unwrap())
        .collect();
    assert_eq!(found.shapley, shapley);
    // 130 is ten more than half the sum of what the pairs can have.
    assert!(found.least_excess.unwrap() < Ratio::ZERO);
    // Amber could have half of 110 instead.
    assert_eq!(i128::from(found.reservations[PartyId(0)].value), 50 * per_point);
}

#[test]
fn the_base_table_of_tokyo_has_its_nash_point() {
    let game = base_game(true);
    let per_point = game.level.per_point();
    let found = analysis(&game);
    // Project control has a fourth option here, "not agreed"; what leaves everything as it is, is no package.
    assert_eq!(found.survey.packages, 62_208 / 3 * 4 - 1);
    assert_eq!(points(&found, &found.solutions.nash, per_point), [[64, 71, 70]]);
    let happened = [86, 77, 51].map(|points| points * per_point);
    assert!(found.survey.frontier.points().iter().any(|point| point[..3] == happened));
}

#[test]
fn linking_issues_can_be_worth_more_than_settling_them() {
    let text = "(format: 1, id: \"x\", title: \"X\", summary: \"X\", unit: 1, rules: [\"intro\"], \
        interests: [(id: \"v\", name: \"V\")], \
        parties: [(id: \"a\", name: \"A\", letter: \"A\"), (id: \"b\", name: \"B\", letter: \"B\")], \
        rounds: [(name: \"Room\", tables: [(parties: [\"a\", \"b\"])])], issues: [\
        (id: \"i\", name: \"I\", consent: [\"a\", \"b\"], start: \"n\", options: [(id: \"n\", name: \"N\"), \
         (id: \"y\", name: \"Y\", effects: [(\"a\", [(\"v\", 10)]), (\"b\", [(\"v\", -4)])])]), \
        (id: \"j\", name: \"J\", consent: [\"a\", \"b\"], start: \"n\", options: [(id: \"n\", name: \"N\"), \
         (id: \"y\", name: \"Y\", effects: [(\"a\", [(\"v\", -3)]), (\"b\", [(\"v\", 9)])]), \
         (id: \"z\", name: \"Z\", effects: [(\"a\", [(\"v\", 1)]), (\"b\", [(\"v\", 2)])])])])";
    let level = check::level(&Source::new("x.ron", text)).unwrap_or_else(|faults| panic!("{faults}"));
    let game = Game::new(level, book("intro"), None);
    let at = start(&game);
    let standpoint = Standpoint::new(&game, &at);
    let table = table(&standpoint, game.level.everyone());
    let survey = Survey::of(&game, &table, &standpoint.no_deal());
    let surplus = linkage_surplus(&game, &table, &survey).unwrap();
    // Together 12; one by one only the second issue has a deal that both accept, worth 3.
    assert_eq!((surplus.linked, surplus.one_by_one, surplus.surplus()), (12, 3, 9));
}

// ---- large tables ----

#[test]
fn above_two_million_packages_the_answer_is_approximate_and_bounded() {
    let issues: Vec<Question> = (0..12).map(|at| question(&format!("issue {at}"), 4)).collect();
    let mut draw = crate::drawn::Draw(5);
    let mut sums = || Utility::Sum((0..12).map(|_| (0..4).map(|_| draw.below(1000)).collect()).collect());
    let parties = ["A", "B", "C"].map(|name| party(name, 4000, sums())).to_vec();
    let domain = Domain { name: "large".to_owned(), scale: 1, issues, parties };
    let game = game_of(&domain);
    let found = analysis(&game);
    let rare_terms::analysis::Reach::Searched(bound) = found.survey.reach else {
        panic!("16 million packages are too many to look at")
    };
    assert!(found.survey.packages > 1000 && !found.solutions.nash.is_empty());
    for point in found.survey.frontier.points() {
        assert!((0..3).all(|k| point[k] <= bound.most[k]));
        assert!(point[..3].iter().sum::<i64>() <= bound.together);
    }
    // A sum over issues has its best package where every issue is best, and a climb finds it.
    let best: i64 = (0..12)
        .map(|issue| {
            let of = |value: usize| -> i64 {
                domain
                    .parties
                    .iter()
                    .map(|p| match &p.utility {
                        Utility::Sum(tables) => tables[issue][value],
                        Utility::Table(_) => 0,
                    })
                    .sum()
            };
            (0..4).map(of).max().unwrap()
        })
        .sum();
    let found_best = found.survey.frontier.points().iter().map(|p| p[..3].iter().sum::<i64>()).max();
    assert!(found_best.unwrap() * 100 >= best * 99, "{found_best:?} of {best}");
}

#[test]
fn tables_of_many_packages_have_the_frontier_of_brute_force() {
    for (parties, sizes) in [(2, vec![12, 12, 12]), (3, vec![8, 6, 7, 5]), (4, vec![6, 6, 6, 6])] {
        let game = crate::drawn::game(parties, &sizes, 3, crate::drawn::Points::Apart, 3);
        let at = start(&game);
        let standpoint = Standpoint::new(&game, &at);
        let table = table(&standpoint, game.level.everyone());
        let survey = Survey::of(&game, &table, &standpoint.no_deal());
        let mut all = Vec::new();
        let untouched = table.untouched();
        table.for_each(&game, |rows, payoff| {
            if rows != untouched {
                all.push(*payoff);
            }
        });
        let covers = |p: &Payoff, q: &Payoff| (0..4).all(|k| q[k] >= p[k]) && p != q;
        let mut best: Vec<Payoff> =
            all.iter().filter(|p| !all.iter().any(|q| covers(p, q))).copied().collect();
        best.sort_unstable_by(|a, b| b.cmp(a));
        best.dedup();
        assert_eq!(survey.frontier.points(), best, "{parties} parties");
    }
}

#[test]
fn where_every_package_is_on_the_frontier_all_are_found() {
    for parties in 2..=4 {
        let game = crate::drawn::game(parties, &[12, 12, 12], 0, crate::drawn::Points::Shared, 9);
        let found = analysis(&game);
        assert_eq!(found.survey.frontier.packages(), 12 * 12 * 12 - 1, "{parties} parties");
    }
}
