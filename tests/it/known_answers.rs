//! Numbers known from elsewhere, recomputed by the game.

use rare_terms::rules::chamber::forecast;
use rare_terms::rules::chance::Chance;
use rare_terms::rules::ids::{PartyId, PartySet, Points, Round};
use rare_terms::rules::package::{Package, Proposal};
use rare_terms::rules::payoff::{Payoff, Table};
use rare_terms::rules::position::Position;
use rare_terms::rules::referee;
use rare_terms::rules::standpoint::Standpoint;

use crate::base_table::{BUSAN, TOKYO, base_game, game, package};

const US: PartyId = PartyId(0);
const JAPAN: PartyId = PartyId(1);

/// Every package of the base table with its payoffs in points.
fn base_packages() -> Vec<[i64; 3]> {
    let game = base_game(false);
    let (at, _) = referee::open(&game, Chance::new(0));
    let table = Table::whole(&Standpoint::new(&game, &at), game.level.everyone());
    let mut all = Vec::new();
    table.for_each(&game, |_, payoff| all.push(points(payoff, game.level.per_point())));
    all
}

fn points(payoff: &Payoff, per_point: i64) -> [i64; 3] {
    let mut whole = [0; 3];
    for (whole, units) in whole.iter_mut().zip(payoff) {
        assert_eq!(units % per_point, 0, "base points are whole");
        *whole = units / per_point;
    }
    whole
}

fn base_payoff(terms: &[(&str, &str)]) -> [i64; 3] {
    let game = base_game(true);
    let (at, _) = referee::open(&game, Chance::new(0));
    let table = Table::whole(&Standpoint::new(&game, &at), game.level.everyone());
    let rows = table.rows_of(&package(&game.level, terms));
    points(&table.payoff(&rows), game.level.per_point())
}

#[test]
fn the_tokyo_level_holds_the_base_table() {
    let both: Vec<(&str, &str)> = TOKYO.into_iter().chain(BUSAN).collect();
    assert_eq!(base_payoff(&[]), [12, 16, 48], "no deal");
    assert_eq!(base_payoff(&TOKYO), [49, 59, 27], "the Tokyo deal alone");
    assert_eq!(base_payoff(&BUSAN), [49, 34, 72], "the deal of the United States and China alone");
    assert_eq!(base_payoff(&both), [86, 77, 51], "both, as it happened");

    let all = base_packages();
    assert_eq!(all.len(), 62_208);
    let happened = [86, 77, 51];
    let dominates = |p: &&[i64; 3]| p.iter().zip(happened).all(|(a, b)| *a >= b) && **p != happened;
    assert_eq!(all.iter().find(dominates), None, "no package is better for all than what happened");

    let no_deal = [12, 16, 48];
    let product = |p: &[i64; 3]| -> i128 { p.iter().zip(no_deal).map(|(u, d)| i128::from(u - d)).product() };
    let nash = all.iter().filter(|p| p.iter().zip(no_deal).all(|(u, d)| *u >= d)).max_by_key(|p| product(p));
    assert_eq!(nash, Some(&[64, 71, 70]), "the Nash point from no deal");
}

#[test]
fn the_no_deal_value_follows_what_is_scheduled() {
    let game = game("tokyo_2025", "intro");
    let (at, _) = referee::open(&game, Chance::new(3));
    let no_deal = Standpoint::new(&game, &at).no_deal();
    assert_eq!(points(&no_deal, game.level.per_point()), [12, 16, 48]);
}

/// The position at the third stop of a game in which nothing was signed before.
fn at_tokyo() -> (rare_terms::rules::game::Game, Position) {
    let game = game("tokyo_2025", "standard");
    let (mut at, _) = referee::open(&game, Chance::new(1));
    at.round = Round(3);
    at.support[JAPAN] = game.level.parties[JAPAN].support;
    (game, at)
}

fn tokyo_votes(backing: Option<&str>) -> rare_terms::rules::chamber::Forecast {
    let (game, at) = at_tokyo();
    let mut terms: Vec<(&str, &str)> =
        TOKYO.into_iter().filter(|(issue, _)| !["backing", "tariff_japan"].contains(issue)).collect();
    terms.push(("tariff_japan", "p15"));
    terms.extend(backing.map(|option| ("backing", option)));
    let pair: PartySet = [US, JAPAN].into_iter().collect();
    let proposal = Proposal::plain(&game.level, pair, package(&game.level, &terms));
    forecast(&game, &at, JAPAN, &proposal).expect("Japan's chamber has a say")
}

#[test]
fn japan_is_two_votes_short_and_named_backing_carries_it() {
    let without = tokyo_votes(None);
    let joint = tokyo_votes(Some("joint"));
    let named = tokyo_votes(Some("named"));
    assert_eq!(named.quorum, 233);
    assert!(without.yes < 233, "without backing: {}", without.yes);
    assert!(joint.yes < 233 && joint.yes > without.yes, "joint text: {}", joint.yes);
    assert!(named.yes >= 233, "named backing: {}", named.yes);
    assert!(named.passing * 2 > named.swings, "passes more often than not");
    assert!(without.passing * 10 < without.swings, "fails nine times in ten without");
}

#[test]
fn the_tutorial_is_known_answer_five() {
    let game = game("tutorial", "intro");
    let (at, _) = referee::open(&game, Chance::new(0));
    let standpoint = Standpoint::new(&game, &at);
    let per_point = game.level.per_point();
    assert_eq!(standpoint.no_deal()[..2], [35 * per_point, 35 * per_point]);
    let table = Table::whole(&standpoint, game.level.everyone());
    let mut joint: Vec<(Points, Payoff)> = Vec::new();
    let mut agreed = 0;
    table.for_each(&game, |rows, payoff| {
        if table.package(rows) != Package::empty() {
            agreed += 1;
            joint.push((payoff[0] + payoff[1], *payoff));
        }
    });
    assert_eq!(agreed, 25, "five options for each of two issues");
    let best_equal = joint.iter().filter(|(_, p)| p[0] == p[1]).map(|(_, p)| p[0]).max();
    assert_eq!(best_equal, Some(60 * per_point));
    let middle: Vec<usize> = table.axes.iter().map(|axis| axis.rows.len() / 2).collect();
    assert_eq!(table.payoff(&middle)[..2], [50 * per_point, 50 * per_point], "midpoint of both issues");
}

#[test]
fn the_pie_has_its_coalition_values() {
    let game = game("three_party_pie", "intro");
    let (at, _) = referee::open(&game, Chance::new(0));
    let standpoint = Standpoint::new(&game, &at);
    let value = |members: &[u8]| {
        let parties: PartySet = members.iter().map(|m| PartyId(*m)).collect();
        let table = Table::whole(&standpoint, parties);
        let mut most = 0;
        table.for_each(&game, |_, payoff| {
            most = most.max(parties.iter().map(|p| payoff[p.index()]).sum::<i64>());
        });
        most / game.level.per_point()
    };
    assert_eq!([value(&[0, 1]), value(&[0, 2]), value(&[1, 2]), value(&[0, 1, 2])], [110, 80, 50, 130]);
}
