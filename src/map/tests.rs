//! The map of the levels that come with the program, and of small ones.

use std::sync::Arc;

use super::arc::arc;
use super::atlas::Atlas;
use super::model::{Map, Term, Threatened};
use super::project::project;
use crate::play::Match;
use crate::rules::check;
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PactId, PartyId, Round};
use crate::rules::level::{FlowKind, Place};
use crate::rules::package::Package;
use crate::rules::source::Source;
use crate::view::View;

const TOKYO: &str = include_str!("../../levels/tokyo_2025.ron");
const BUSAN: &str = include_str!("../../levels/busan_2025.ron");
const TUTORIAL: &str = include_str!("../../levels/tutorial.ron");
const PIE: &str = include_str!("../../levels/three_party_pie.ron");
const FULL: &str = include_str!("../../assets/rules/full.ron");

/// Two parties, of whom one has land and both have places; milk goes one way and money the other.
const DAIRY: &str = r#"(
    format: 1, id: "dairy", title: "Milk", summary: "Two neighbours talk about milk.",
    interests: [(id: "trade", name: "Trade")],
    parties: [
        (id: "hill", name: "Hill", letter: "H", capital_city: "Top", place: (178.44, -18.14), land: ["FJI"]),
        (id: "dale", name: "Dale", letter: "D", place: (-175.2, -21.13)),
    ],
    rounds: [(name: "The mill", place: (180, -20)), (name: "The bridge")],
    issues: [
        (id: "milk", name: "Milk", consent: ["hill", "dale"], start: "none",
            flow: (kind: Deliveries, from: "hill", to: "dale", strength: [("some", 60)]),
            options: [(id: "none", name: "None"), (id: "some", name: "Some")]),
        (id: "price", name: "Price", controller: "dale", start: "low",
            flow: (kind: Investment, from: "dale", to: "hill", strength: [("low", 10), ("high", 30)]),
            options: [(id: "low", name: "Low"), (id: "high", name: "High")]),
        (id: "talk", name: "Talk", controller: "dale", start: "no", options: [(id: "no", name: "No"), (id: "yes", name: "Yes")]),
    ],
)"#;

fn game(text: &str) -> Arc<Game> {
    let level = check::level(&Source::new("level.ron", text.to_owned())).unwrap();
    let rules = check::rule_book(&Source::new("full.ron", FULL.to_owned())).unwrap();
    Arc::new(Game::new(level, rules, None))
}

#[test]
fn a_map_shows_what_the_level_says() {
    let game = game(DAIRY);
    let played = Match::new(game.clone(), 1);
    let (hill, dale) = (PartyId(0), PartyId(1));
    let map = Map::of(&game, played.view(dale), None).unwrap();
    assert_eq!(map.capitals.len(), 2);
    assert_eq!(map.capitals[1].place, Place { east: -17_520, north: -2113 });
    assert_eq!(
        map.tints.iter().map(|t| (t.party, &t.states[..])).collect::<Vec<_>>(),
        [(hill, &["FJI".to_owned()][..])]
    );
    assert_eq!(map.focus, Some(Place { east: 18_000, north: -2000 }));
    let flows: Vec<_> =
        map.flows.iter().map(|f| (f.kind, f.from, f.to, f.lane, f.now.strength, f.draft)).collect();
    assert_eq!(
        flows,
        [(FlowKind::Deliveries, hill, dale, 0, 0, None), (FlowKind::Investment, dale, hill, 1, 10, None)]
    );
    assert_eq!(map.shown().map(|flow| flow.issue).collect::<Vec<_>>(), [IssueId(1)]);
}

#[test]
fn a_draft_shows_what_it_would_change() {
    let game = game(DAIRY);
    let played = Match::new(game.clone(), 1);
    let draft = Package::empty()
        .with(IssueId(0), OptionId(1))
        .with(IssueId(1), OptionId(0))
        .with(IssueId(2), OptionId(1));
    let map = Map::of(&game, played.view(PartyId(0)), Some(&draft)).unwrap();
    let drafted: Vec<_> =
        map.flows.iter().map(|f| f.draft.map(|term| (term.option, term.strength))).collect();
    assert_eq!(drafted, [Some((OptionId(1), 60)), None], "what is in force already is no change");
    assert_eq!(map.shown().count(), 2);
}

#[test]
fn the_terms_are_those_that_the_seat_knows() {
    let game = game(DAIRY);
    let mut view = View::new(&game, PartyId(0));
    assert_eq!(Map::of(&game, &view, None).unwrap().flows[1].now.strength, 10);
    view.position.in_force[1] = OptionId(1);
    let map = Map::of(&game, &view, None).unwrap();
    assert_eq!((map.flows[1].now.option, map.flows[1].now.strength), (OptionId(1), 30));
}

#[test]
fn what_the_calendar_threatens_shows_until_it_is_averted_or_there() {
    let game = game(TOKYO);
    let issue = game.level.issue_named("tariff_china").unwrap();
    let threatened = game.level.option_named(issue, "p130").unwrap();
    let mut view = View::new(&game, PartyId(1));
    view.position.round = Round(1);
    let threats = |view: &View| -> Vec<_> {
        let map = Map::of(&game, view, None).unwrap();
        map.flows
            .iter()
            .filter_map(|flow| Some((flow.issue, flow.threat?)))
            .filter(|t| t.0 == issue)
            .collect()
    };
    let term = Term { option: threatened, strength: 100 };
    assert_eq!(threats(&view), [(issue, Threatened { term, round: Round(6) })]);
    // What is in force already is threatened no more, and so is what a pact holds.
    view.position.in_force[issue.index()] = threatened;
    assert!(threats(&view).is_empty());
    view.position.in_force[issue.index()] = game.level.issue(issue).start;
    view.position.holder[issue.index()] = Some(PactId(0));
    assert!(threats(&view).is_empty());
    view.position.holder[issue.index()] = None;
    view.position.round = Round(6);
    assert!(threats(&view).is_empty());
}

#[test]
fn the_focus_goes_with_the_calendar() {
    let game = game(TOKYO);
    let mut view = View::new(&game, PartyId(1));
    let mut found = Vec::new();
    for round in 0..=game.level.last_round().0 + 1 {
        view.position.round = Round(round);
        found.push(Map::of(&game, &view, None).unwrap().focus.is_some());
    }
    // Capitals before and in the first round, four stops, notes, and nothing beyond.
    assert_eq!(found, [false, false, true, true, true, true, false, false]);
}

#[test]
fn invented_places_have_no_map() {
    for text in [TUTORIAL, PIE] {
        let game = game(text);
        assert_eq!(Map::of(&game, Match::new(game.clone(), 1).view(PartyId(0)), None), None);
    }
}

#[test]
fn capitals_lie_in_their_land_and_flows_have_ways_of_their_own() {
    let atlas = Atlas::built_in().unwrap();
    for text in [TOKYO, BUSAN] {
        let game = game(text);
        let map = Map::of(&game, Match::new(game.clone(), 1).view(PartyId(0)), None).unwrap();
        assert_eq!((map.capitals.len(), map.tints.len()), (3, 3));
        for (capital, tint) in map.capitals.iter().zip(&map.tints) {
            assert!(holds(&atlas, &tint.states, project(capital.place)), "{:?}", capital.party);
        }
        let mut ways = Vec::new();
        for flow in &map.flows {
            let way = arc(project(flow.from_place), project(flow.to_place), flow.lane);
            let middle = way[way.len() / 2].map(|n| (n * 1000.0).round() as i64);
            assert!(!ways.contains(&middle), "{}", game.level.issue(flow.issue).id);
            ways.push(middle);
        }
        assert!(ways.len() >= 7);
    }
}

#[test]
fn nothing_in_a_game_follows_from_the_map() {
    let plain = DAIRY
        .lines()
        .filter(|line| !line.trim_start().starts_with("flow:"))
        .map(|line| line.replace("place: (178.44, -18.14), ", "").replace(", place: (180, -20)", ""))
        .collect::<Vec<_>>()
        .join("\n");
    let log = |text: &str| -> Vec<Event> { Match::new(game(text), 7).log().to_vec() };
    assert_eq!(log(DAIRY), log(&plain));
}

fn holds(atlas: &Atlas, states: &[String], point: super::Point) -> bool {
    let land = atlas.of(states);
    land.triangles.chunks_exact(3).any(|corners| {
        let [a, b, c] = [0, 1, 2].map(|k| land.points[corners[k] as usize]);
        let turn = |p: super::Point, q: super::Point| {
            (q[0] - p[0]) * (point[1] - p[1]) - (q[1] - p[1]) * (point[0] - p[0])
        };
        turn(a, b) >= 0.0 && turn(b, c) >= 0.0 && turn(c, a) >= 0.0
    })
}
