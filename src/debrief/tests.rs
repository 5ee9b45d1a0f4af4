//! What a debrief says, worked out by other ways.

use std::sync::Arc;

use super::{Debrief, Source};
use crate::opponents::Difficulty;
use crate::play::auto::{everywhere, run};
use crate::play::{Match, Replay};
use crate::rules::check;
use crate::rules::game::Game;
use crate::rules::source::Source as Text;

fn debriefs(level: &str, text: &str, rules: &str, seeds: std::ops::Range<u64>) -> Vec<Debrief> {
    let level = check::level(&Text::new(level, text.to_owned())).unwrap();
    let rules = check::rule_book(&Text::new("rules.ron", rules.to_owned())).unwrap();
    let game = Arc::new(Game::new(level, rules, None));
    let of = |seed| {
        let mut played = Match::new(game.clone(), seed);
        let mut opponents = everywhere(&played, Difficulty::default().into());
        run(&mut played, &mut opponents);
        assert!(played.is_over());
        Debrief::of(&Replay::of(game.clone(), played.record().clone()).unwrap())
    };
    seeds.map(of).collect()
}

fn all() -> Vec<Debrief> {
    let mut all = Vec::new();
    all.extend(debriefs(
        "tokyo",
        include_str!("../../levels/tokyo_2025.ron"),
        include_str!("../../assets/rules/standard.ron"),
        1..4,
    ));
    all.extend(debriefs(
        "busan",
        include_str!("../../levels/busan_2025.ron"),
        include_str!("../../assets/rules/full.ron"),
        1..3,
    ));
    all.extend(debriefs(
        "pie",
        include_str!("../../levels/three_party_pie.ron"),
        include_str!("../../assets/rules/intro.ron"),
        1..3,
    ));
    all
}

#[test]
fn changes_sum_to_the_gain_of_every_party() {
    for debrief in all() {
        for party in debrief.game.level.everyone().iter() {
            assert_eq!(debrief.course.sum(party, |_| true), debrief.gain(party));
            let last = debrief.course.levels.last().unwrap();
            assert_eq!(last[party.index()], debrief.scores[party.index()]);
            assert_eq!(debrief.course.levels[0][party.index()], debrief.no_deal[party.index()]);
        }
    }
}

#[test]
fn accounts_sum_to_the_scores() {
    for debrief in all() {
        for (party, items) in debrief.accounts.iter() {
            let sum: i64 = items.iter().map(|item| item.points).sum();
            assert_eq!(sum, debrief.scores[party.index()]);
        }
    }
}

#[test]
fn what_is_better_leaves_nobody_worse_off() {
    for debrief in all() {
        for better in debrief.better.iter().chain(&debrief.left) {
            assert!(better.joint() > 0);
            for party in debrief.game.level.everyone().iter() {
                assert!(better.more[party.index()] >= 0);
                assert_eq!(
                    better.worth[party.index()] - better.more[party.index()],
                    debrief.scores[party.index()]
                );
            }
        }
    }
}

#[test]
fn an_unchanged_turn_ends_as_it_did() {
    let mut seen = 0;
    for debrief in all() {
        assert!(debrief.turns.is_sorted_by_key(|turn| turn.entry));
        for turn in &debrief.turns {
            let same = turn.what_ifs.iter().find(|other| other.command.is_none()).unwrap();
            assert_eq!(same.scores, debrief.scores);
            assert_eq!(same.more, [0; 4]);
            seen += turn.what_ifs.len() - 1;
        }
        assert!(debrief.course.sources().iter().all(|source| match source {
            Source::Pact(pact) => debrief.pacts.iter().any(|story| story.pact.id == *pact),
            _ => true,
        }));
    }
    assert!(seen > 5, "{seen}");
}
