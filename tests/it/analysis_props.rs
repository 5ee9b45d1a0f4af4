//! What must hold of every analysis, on tables drawn by chance: with linkages, ties, columns and parties that cannot gain.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rare_terms::analysis::{
    Solution, Survey, Worths, in_core, least_excess, nucleolus, prenucleolus, shapley, solutions, table,
};
use rare_terms::import::{Domain, Profile, Question, Utility, level};
use rare_terms::rules::chance::Chance;
use rare_terms::rules::check;
use rare_terms::rules::decimal::Decimal;
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{PartyId, Points};
use rare_terms::rules::payoff::Payoff;
use rare_terms::rules::raw::RawLinkage;
use rare_terms::rules::referee;
use rare_terms::rules::source::Source;
use rare_terms::rules::standpoint::Standpoint;

use crate::analysis::phrases;
use crate::support::book;

/// A domain, and linkages by the values that they join and what they give to each party.
#[derive(Clone, Debug)]
struct Drawn {
    domain: Domain,
    links: Vec<(usize, usize, Vec<i64>)>,
}

fn game_of(drawn: &Drawn) -> Game {
    let mut raw = level(&drawn.domain, &phrases());
    if raw.issues.len() > 1 {
        for (number, (x, y, effects)) in drawn.links.iter().enumerate() {
            let option = |issue: usize, at: usize| {
                let options = &raw.issues[issue].options;
                vec![options[1 + at % (options.len() - 1)].id.clone()]
            };
            let when =
                vec![(raw.issues[0].id.clone(), option(0, *x)), (raw.issues[1].id.clone(), option(1, *y))];
            let effects = raw.parties.iter().zip(effects);
            let effects = effects.map(|(party, units)| {
                (party.id.clone(), vec![("utility".to_owned(), Decimal::from(*units))])
            });
            let (id, name) = (format!("l{number}"), "Link".to_owned());
            let effects = effects.collect();
            raw.linkages.push(RawLinkage { id, name, when, effects });
        }
    }
    let source = Source::new("drawn.ron", "");
    let level = check::checked_level(&source, &raw).unwrap_or_else(|faults| panic!("{faults}"));
    Game::new(level, book("intro"), None)
}

/// All packages with what they give, and what no deal gives, by the plain walk.
fn packages(game: &Game) -> (Vec<(u64, Payoff)>, Payoff) {
    let (at, _) = referee::open(game, Chance::new(0));
    let standpoint = Standpoint::new(game, &at);
    let table = table(&standpoint, game.level.everyone());
    let untouched = table.untouched();
    let mut all = Vec::new();
    table.for_each(game, |rows, payoff| {
        if rows != untouched {
            all.push((table.index(rows), *payoff));
        }
    });
    (all, standpoint.no_deal())
}

fn survey(game: &Game) -> Survey {
    let (at, _) = referee::open(game, Chance::new(0));
    let standpoint = Standpoint::new(game, &at);
    let table = table(&standpoint, game.level.everyone());
    Survey::of(game, &table, &standpoint.no_deal())
}

fn picked(survey: &Survey, solution: &Solution) -> BTreeSet<Payoff> {
    solution.iter().map(|at| survey.rational.points()[*at]).collect()
}

/// Few different numbers, so that there are ties.
fn utilities(sizes: Vec<usize>, size: i64) -> impl Strategy<Value = Utility> {
    let all: usize = sizes.iter().product();
    let sums: Vec<_> = sizes.iter().map(|n| prop::collection::vec(0..=size, *n)).collect();
    prop_oneof![
        3 => sums.prop_map(Utility::Sum),
        1 => prop::collection::vec(0..=3 * size, all).prop_map(Utility::Table),
    ]
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let sizes = prop::collection::vec(1usize..=4, 1..=4);
    (sizes, 2usize..=4, prop_oneof![Just(2i64), Just(9), Just(1000), Just(300_000_000)]).prop_flat_map(
        |(sizes, count, size)| {
            let party = (utilities(sizes.clone(), size), -1..=3 * size);
            let links = prop::collection::vec(
                (0usize..4, 0usize..4, prop::collection::vec(-size..=size, count)),
                0..3,
            );
            let issues: Vec<Question> = sizes
                .iter()
                .enumerate()
                .map(|(at, n)| Question {
                    name: format!("q{at}"),
                    values: (0..*n).map(|v| format!("v{v}")).collect(),
                })
                .collect();
            (prop::collection::vec(party, count), links).prop_map(move |(parties, links)| {
                let parties = parties.into_iter().enumerate().map(|(at, (utility, reservation))| Profile {
                    name: format!("p{at}"),
                    reservation,
                    discount: None,
                    utility,
                });
                let domain = Domain {
                    name: "drawn".to_owned(),
                    scale: 1,
                    issues: issues.clone(),
                    parties: parties.collect(),
                };
                Drawn { domain, links }
            })
        },
    )
}

fn dominates(a: &Payoff, b: &Payoff, n: usize) -> bool {
    (0..n).all(|k| a[k] >= b[k]) && a[..n] != b[..n]
}

/// The rules by their definitions, over all packages from which nobody loses.
fn by_definition(all: &[(u64, Payoff)], floor: &Payoff, n: usize) -> [BTreeSet<Payoff>; 4] {
    let rational: Vec<Payoff> =
        all.iter().map(|(_, p)| *p).filter(|p| (0..n).all(|k| p[k] >= floor[k])).collect();
    let gains = |p: &Payoff| -> Vec<i128> { (0..n).map(|k| i128::from(p[k] - floor[k])).collect() };
    let ideal: Vec<i128> = (0..n).map(|k| rational.iter().map(|p| gains(p)[k]).max().unwrap_or(0)).collect();
    // Shares as fractions over one denominator.
    let over: Vec<i128> = ideal.iter().map(|most| if *most > 0 { *most } else { 1 }).collect();
    let all_over: i128 = over.iter().product();
    let shares = |p: &Payoff| -> Vec<i128> {
        let own = gains(p);
        let mut shares: Vec<i128> =
            (0..n).map(|k| if ideal[k] > 0 { own[k] * (all_over / over[k]) } else { all_over }).collect();
        shares.sort_unstable();
        shares
    };
    let mut sorted_gains = |p: &Payoff| -> Vec<i128> {
        let mut gains = gains(p);
        gains.sort_unstable();
        gains
    };
    // The largest product for each group of as many as can gain at once.
    let group = |p: &Payoff| -> Vec<bool> { gains(p).into_iter().map(|gain| gain > 0).collect() };
    let size = |p: &Payoff| group(p).into_iter().filter(|gains| *gains).count();
    let product = |p: &Payoff| -> i128 { gains(p).into_iter().filter(|gain| *gain > 0).product() };
    let largest = rational.iter().map(size).max().unwrap_or(0);
    let of_size: Vec<Payoff> = rational.iter().filter(|p| size(p) == largest).copied().collect();
    let nash: BTreeSet<Payoff> = of_size
        .iter()
        .filter(|p| !of_size.iter().any(|q| group(q) == group(p) && product(q) > product(p)))
        .copied()
        .collect();
    let best = |key: &mut dyn FnMut(&Payoff) -> Vec<i128>| -> BTreeSet<Payoff> {
        let most = rational.iter().map(&mut *key).max();
        rational.iter().filter(|p| Some(key(p)) == most).copied().collect()
    };
    [
        nash,
        best(&mut { shares }),
        best(&mut sorted_gains),
        best(&mut |p: &Payoff| vec![gains(p).iter().sum()]),
    ]
}

fn found(survey: &Survey) -> [BTreeSet<Payoff>; 4] {
    let found = solutions(survey);
    [
        picked(survey, &found.nash),
        picked(survey, &found.kalai_smorodinsky),
        picked(survey, &found.egalitarian),
        picked(survey, &found.utilitarian),
    ]
}

/// The same points with the parties in another order.
fn turned(points: &BTreeSet<Payoff>, n: usize) -> BTreeSet<Payoff> {
    points
        .iter()
        .map(|p| {
            let mut turned = *p;
            turned[..n].rotate_left(1);
            turned
        })
        .collect()
}

/// A domain with other utilities, by party and number.
fn mapped(
    drawn: &Drawn,
    f: impl Fn(usize, Points) -> Points,
    sums: impl Fn(usize, Points) -> Points,
) -> Drawn {
    let mut next = drawn.clone();
    for (at, party) in next.domain.parties.iter_mut().enumerate() {
        party.reservation = f(at, party.reservation);
        match &mut party.utility {
            // An addend goes to the first issue alone.
            Utility::Sum(tables) => {
                for (issue, table) in tables.iter_mut().enumerate() {
                    for value in table {
                        *value = if issue == 0 { f(at, *value) } else { sums(at, *value) };
                    }
                }
            }
            Utility::Table(table) => table.iter_mut().for_each(|value| *value = f(at, *value)),
        }
    }
    for (_, _, effects) in &mut next.links {
        for (at, value) in effects.iter_mut().enumerate() {
            *value = sums(at, *value);
        }
    }
    next
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if crate::support::full() { 4000 } else { 300 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn frontier_and_solutions_are_those_of_brute_force(drawn in drawn()) {
        let game = game_of(&drawn);
        let n = game.parties();
        let (all, floor) = packages(&game);
        let survey = survey(&game);
        prop_assert_eq!(survey.packages, all.len() as u64);
        prop_assert_eq!(survey.packages, drawn.domain.packages());
        let best = |p: &Payoff| !all.iter().any(|(_, q)| dominates(q, p, n));
        let expected: BTreeSet<(Payoff, u64)> =
            all.iter().filter(|(_, p)| best(p)).map(|(place, p)| (*p, *place)).collect();
        let points = survey.frontier.points().iter().enumerate();
        let ours: BTreeSet<(Payoff, u64)> = points
            .flat_map(|(at, p)| survey.frontier.packages_of(at).iter().map(move |place| (*p, *place)))
            .collect();
        prop_assert_eq!(&ours, &expected);
        prop_assert_eq!(survey.frontier.packages(), expected.len());
        let rational = all.iter().filter(|(_, p)| (0..n).all(|k| p[k] >= floor[k])).count();
        prop_assert_eq!(survey.zopa(game.level.everyone()), rational as u64);
        for pair in game.level.everyone().subsets(2) {
            let both = all.iter().filter(|(_, p)| pair.iter().all(|k| p[k.index()] >= floor[k.index()]));
            prop_assert_eq!(survey.zopa(pair), both.count() as u64);
        }
        prop_assert_eq!(found(&survey), by_definition(&all, &floor, n));
    }

    #[test]
    fn nash_and_kalai_smorodinsky_do_not_move_when_points_are_rescaled(
        drawn in drawn(), scales in prop::collection::vec(1i64..4, 4), shifts in prop::collection::vec(-50i64..50, 4)
    ) {
        let before = survey(&game_of(&drawn));
        // Where numbers are large, only shift: a level has limits.
        let scale = |at: usize, value: i64| if drawn.domain.parties.iter().any(|p| p.reservation.abs() > 5000 || match &p.utility {
            Utility::Sum(t) => t.iter().flatten().any(|v| *v > 5000),
            Utility::Table(t) => t.iter().any(|v| *v > 5000),
        }) { value } else { value * scales[at] };
        let after = survey(&game_of(&mapped(&drawn, |at, v| scale(at, v) + shifts[at], scale)));
        let n = drawn.domain.parties.len();
        let moved = |points: &BTreeSet<Payoff>| -> BTreeSet<Payoff> {
            points.iter().map(|p| {
                let mut moved = *p;
                for (at, value) in moved[..n].iter_mut().enumerate() {
                    *value = scale(at, *value) + shifts[at];
                }
                moved
            }).collect()
        };
        let (old, new) = (found(&before), found(&after));
        prop_assert_eq!(moved(&old[0]), new[0].clone());
        prop_assert_eq!(moved(&old[1]), new[1].clone());
        prop_assert_eq!(before.frontier.len(), after.frontier.len());
    }

    #[test]
    fn dominated_packages_move_neither_nash_nor_the_frontier(drawn in drawn(), worse in 1i64..5) {
        let before = survey(&game_of(&drawn));
        // Another value of the first issue, worse for all than its first.
        let mut next = drawn.clone();
        next.domain.issues[0].values.push("worse".to_owned());
        let rest: usize = next.domain.issues[1..].iter().map(|issue| issue.values.len()).product();
        for party in &mut next.domain.parties {
            match &mut party.utility {
                Utility::Sum(tables) => {
                    let value = tables[0][0] - worse;
                    tables[0].push(value);
                }
                Utility::Table(table) => {
                    let more: Vec<i64> = table[..rest].iter().map(|value| value - worse).collect();
                    table.extend(more);
                }
            }
        }
        // A linkage of the first value that helps could make its copy better; leave those out.
        next.links.clear();
        let mut plain = drawn;
        plain.links.clear();
        let before = if plain.links.is_empty() { survey(&game_of(&plain)) } else { before };
        let after = survey(&game_of(&next));
        prop_assert_eq!(before.frontier.points(), after.frontier.points());
        prop_assert_eq!(found(&before), found(&after));
    }

    #[test]
    fn permuting_parties_permutes_answers(drawn in drawn()) {
        let n = drawn.domain.parties.len();
        let before = found(&survey(&game_of(&drawn)));
        let mut next = drawn;
        next.domain.parties.rotate_left(1);
        for (_, _, effects) in &mut next.links {
            effects.rotate_left(1);
        }
        let after = found(&survey(&game_of(&next)));
        for (old, new) in before.iter().zip(&after) {
            prop_assert_eq!(&turned(old, n), new);
        }
    }

    #[test]
    fn what_is_divided_is_what_there_is(players in 2usize..=4, values in prop::collection::vec(0i64..200, 16), all in 0i64..400) {
        let everyone = (1u8 << players) - 1;
        let worths = Worths::new(players, |set| {
            i128::from(if set.bits() == everyone { all } else { values[usize::from(set.bits())] })
        });
        let whole = worths.of(worths.everyone());
        let sum = |shares: &[rare_terms::analysis::Ratio]| {
            // Denominators divide 24 for Shapley; for others cross-multiply.
            let over: i128 = shares.iter().map(|s| s.denominator).product();
            let sum: i128 = shares.iter().map(|s| s.numerator * (over / s.denominator)).sum();
            (sum, over)
        };
        let (shares, over) = sum(&shapley(&worths));
        prop_assert_eq!(shares, whole * over);
        let pre = prenucleolus(&worths).unwrap();
        let (shares, over) = sum(&pre);
        prop_assert_eq!(shares, whole * over);
        // It is in the core whenever there is one.
        let empty = least_excess(&worths).unwrap() > rare_terms::analysis::Ratio::ZERO;
        prop_assert_eq!(in_core(&worths, &pre), !empty);
        if let Some(nucleolus) = nucleolus(&worths) {
            let (shares, over) = sum(&nucleolus);
            prop_assert_eq!(shares, whole * over);
            for (player, share) in nucleolus.iter().enumerate() {
                let alone = worths.of(rare_terms::rules::ids::PartySet::one(PartyId::from_index(player)));
                prop_assert!(*share >= rare_terms::analysis::Ratio::whole(alone));
            }
            if !empty {
                prop_assert_eq!(nucleolus, pre);
            }
        }
    }
}
