//! The debrief of any game: random play on every level and rule book, and imported domains of two to four parties.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use rare_terms::debrief::Debrief;
use rare_terms::import::domain;
use rare_terms::opponents::Difficulty;
use rare_terms::play::auto::{everywhere, run};
use rare_terms::play::{Match, Replay};
use rare_terms::report::{Block, Document, Mark, Scene, compose};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::PartyId;
use rare_terms::rules::source::Source;
use rare_terms::words::Words;

use crate::analysis::game_of;
use crate::support::{amount, finished};

/// What holds of every debrief.
fn holds(name: &str, replay: &Replay) -> Document {
    let debrief = Debrief::of(replay);
    let parties: Vec<PartyId> = debrief.game.level.everyone().iter().collect();
    for party in &parties {
        let at = party.index();
        assert_eq!(debrief.scores[at], replay.now().scores()[at], "{name}");
        assert_eq!(debrief.no_deal[at], replay.now().no_deal_at_start()[at], "{name}");
        assert_eq!(
            debrief.course.sum(*party, |_| true),
            debrief.gain(*party),
            "{name}: changes sum to the gain"
        );
        let account: i64 = debrief.accounts[*party].iter().map(|item| item.points).sum();
        assert_eq!(account, debrief.scores[at], "{name}: the account sums to the score");
        for better in debrief.better.iter().chain(&debrief.left) {
            assert!(better.more[at] >= 0 && better.joint() > 0, "{name}: {better:?}");
        }
    }
    for turn in &debrief.turns {
        let same = turn.what_ifs.iter().find(|other| other.command.is_none());
        assert_eq!(same.map(|other| other.more), Some([0; 4]), "{name}: nothing changed changes nothing");
    }
    let document = compose::document(&Words::english(), &debrief);
    let mut blocks = document.sheets.iter().flat_map(|sheet| sheet.page.iter().chain(&sheet.side));
    assert!(blocks.clone().count() > 10, "{name}");
    let text = format!("{document:?}");
    for gap in ["[debrief-", "[tell-", "[result-", "{$", "{ $"] {
        assert!(!text.contains(gap), "{name}: {gap} in it");
    }
    for chart in blocks.by_ref().filter_map(|block| match block {
        Block::Chart(scene) => Some(scene),
        _ => None,
    }) {
        inside(name, chart);
    }
    document
}

/// Nothing of a chart lies outside of it, or nowhere.
fn inside(name: &str, chart: &Scene) {
    let mut spots = Vec::new();
    for mark in &chart.marks {
        match mark {
            Mark::Line { spots: line, .. } => spots.extend(line),
            Mark::Cloud { spots: cloud, .. } => spots.extend(cloud),
            Mark::Dot { at, .. } | Mark::Text { at, .. } | Mark::Bar { at, .. } => spots.push(*at),
        }
    }
    for spot in spots {
        let held =
            (-0.5..=chart.width + 0.5).contains(&spot.x) && (-0.5..=chart.height + 0.5).contains(&spot.y);
        assert!(held, "{name}: {spot:?} of {} × {}: {}", chart.width, chart.height, chart.spoken);
    }
    assert!(!chart.spoken.is_empty(), "{name}: a chart has its words");
}

#[test]
fn every_random_game_has_a_debrief() {
    let games = finished();
    for game in games.iter().step_by((games.len() / amount(40, 400)).max(1)) {
        let replay = Replay::of(game.setting.game.clone(), game.played.record().clone()).unwrap();
        holds(&format!("{}, seed {:#x}", game.setting.name, game.seed), &replay);
    }
}

fn by_opponents(game: Arc<Game>, seed: u64) -> Replay {
    let mut played = Match::new(game.clone(), seed);
    let mut minds = everywhere(&played, Difficulty::default().into());
    run(&mut played, &mut minds);
    Replay::of(game, played.record().clone()).unwrap()
}

#[test]
fn imported_domains_have_a_debrief() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 4);
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "json")) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let source = Source::new(&name, fs::read_to_string(file).unwrap());
        let domain = domain(&[source]).unwrap_or_else(|fault| panic!("{fault}"));
        let document = holds(&name, &by_opponents(Arc::new(game_of(&domain)), 1));
        // A domain has no chamber and no autonomy to trade, so it has no sheet for either.
        assert!(document.sheets.len() < 7, "{name}");
    }
}
