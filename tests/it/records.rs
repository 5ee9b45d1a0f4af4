//! Records of earlier versions: each still plays to exactly what it came to, or is refused for exactly the reason beside it.
//!
//! `tests/records/README.md` says how to add one. Files that are there are never changed.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use rare_terms::play::Match;
use rare_terms::rules::command::{Actor, Command, Measure, Order};
use rare_terms::rules::ids::{OfferId, PartyId};
use rare_terms::rules::record::{Deed, Entry, Reading, Record, Seat, read};

use crate::forge::{lines, packed, sealed};
use crate::long_game;
use crate::power;
use crate::random::RandomPlay;
use crate::support::{Setting, book, level, setting};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/records")
}

fn games(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut games: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|e| e == "game")).collect();
    games.sort();
    games
}

/// What a record comes to, or why it does not.
fn comes_to(name: &str, bytes: &[u8]) -> String {
    let Reading { record, end, damage, .. } = match read(name, bytes) {
        Ok(reading) => reading,
        Err(fault) => return format!("refused: {fault}\n"),
    };
    let mut text = String::new();
    let head = &record.head;
    let standing =
        record.standing().map_or_else(|at| format!("up to entry {at}"), |orders| orders.len().to_string());
    let _ = writeln!(text, "{} under {}, written by {}", head.level, head.rules, head.version);
    let _ = writeln!(
        text,
        "entries: {}, orders that stand: {standing}, forked: {:?}",
        record.entries.len(),
        head.forked
    );
    let _ = writeln!(text, "written to its end: {}", end.is_some());
    if let Some(damage) = damage {
        let _ = writeln!(text, "damage: {damage}");
    }
    let played = match Match::resume(record) {
        Ok(played) => played,
        Err(error) => {
            let _ = writeln!(text, "does not play: {error}");
            return text;
        }
    };
    let marked = played.marked();
    let mark = marked.entries.last().and_then(|entry| entry.mark).map_or(0, |mark| mark.0);
    let at = played.truth();
    let _ = writeln!(text, "mark: {mark:016x}, events: {}", played.log().len());
    let _ = writeln!(text, "round: {}, phase: {:?}, over: {}", at.round.0, at.phase, played.is_over());
    let scores = played.scores();
    for (party, about) in played.game().level.parties.iter() {
        let _ = writeln!(text, "{}: {}", about.id, scores[party.index()]);
    }
    text
}

fn compare(folder: &Path, least: usize) {
    let games = games(folder);
    assert!(games.len() >= least, "only {} records in {}", games.len(), folder.display());
    let write = std::env::var_os("WRITE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for path in games {
        let name = path.file_name().unwrap().to_str().unwrap();
        let found = comes_to(name, &fs::read(&path).unwrap());
        let beside = path.with_extension("txt");
        if write && !beside.exists() {
            fs::write(&beside, &found).unwrap();
            continue;
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default().replace("\r\n", "\n");
        if found != expected {
            wrong.push(format!("{name}\n-- it came to\n{expected}-- and comes to\n{found}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn records_of_earlier_versions_play_to_what_they_came_to() {
    compare(&folder(), 6);
    for path in games(&folder()) {
        let text = fs::read_to_string(path.with_extension("txt")).unwrap();
        assert!(
            text.contains("mark: ") && text.contains("over: "),
            "{}: it does not play\n{text}",
            path.display()
        );
    }
}

#[test]
fn what_cannot_be_played_says_why() {
    let refused = folder().join("refused");
    compare(&refused, 4);
    for (name, said) in [
        ("newer-form", "this saved game has form 2; this version of the game knows forms up to 1"),
        ("another-text", "this text is not the one that the record names"),
        (
            "level-of-a-newer-form",
            "does not play: the level or rule book kept inside cannot be played by this version",
        ),
        ("refused-order", "does not play: entry 4: this order is refused: it is another party's turn"),
    ] {
        let text = fs::read_to_string(refused.join(name).with_extension("txt")).unwrap();
        assert!(text.contains(said), "{name}: {text}");
    }
}

#[test]
fn a_long_record_is_small() {
    let record = long_game::twelve_rounds();
    let text = record.to_text(0);
    let size = text.len();
    let load = || {
        let began = Instant::now();
        Match::resume(read("long.game", text.as_bytes()).unwrap().record).unwrap();
        began.elapsed()
    };
    let fastest = (0..10).map(|_| load()).min();
    println!(
        "twelve rounds: {} entries, {size} bytes, loaded and replayed in {fastest:?}",
        record.entries.len()
    );
    assert!(size < 100_000, "{size} bytes");
}

// ---- writing new ones ----

/// A game that was played to its end at random, the first in which all that is looked for happens.
fn game_with(setting: &Setting, wanted: impl Fn(&Match) -> bool) -> Record {
    let seed = (0..2000).find(|seed| wanted(&played(setting, *seed))).expect("it happens at last");
    played(setting, seed).marked()
}

fn played(setting: &Setting, seed: u64) -> Match {
    let mut play = RandomPlay::new(&setting.game, seed);
    while power::step(&mut play) {}
    play.played
}

fn orders(played: &Match, wanted: impl Fn(&Command) -> bool) -> bool {
    played.record().standing().unwrap().iter().any(|at| wanted(&played.record().order(*at).unwrap().command))
}

fn taken_back(played: &Match) -> bool {
    played.record().entries.iter().any(|entry| matches!(entry.deed, Deed::TakenBack(_)))
}

/// Makes what this version adds to `tests/records`. It goes there if `WRITE_EXPECTED` is set, and beside otherwise.
#[test]
fn a_set_of_records_of_this_version_can_be_made() {
    let version = env!("CARGO_PKG_VERSION");
    let beside = tempfile::tempdir().unwrap();
    let write = std::env::var_os("WRITE_EXPECTED").is_some();
    let to = if write { folder() } else { beside.path().to_owned() };
    let put = |name: &str, text: &str| {
        let path = to.join(format!("{name}.game"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if !path.exists() {
            fs::write(path, text).unwrap();
        }
    };
    let when = 1_764_000_000;
    let tokyo = |rules: &str| setting(&level("tokyo_2025"), book(rules), None);
    let full = game_with(&tokyo("full"), |played| {
        let clauses = |command: &Command| matches!(command, Command::Propose { proposal, .. } if format!("{:?}", proposal.package).contains("when"));
        let threat = |command: &Command| matches!(command, Command::Act(Measure::Threat(..)));
        let answer = |command: &Command| matches!(command, Command::Answer(_));
        orders(played, clauses) && orders(played, threat) && orders(played, answer) && taken_back(played)
    });
    put(&format!("{version}-tokyo-full"), &full.to_text(when));
    let standard =
        game_with(&tokyo("standard"), |played| orders(played, |c| matches!(c, Command::Accept(_))));
    put(&format!("{version}-tokyo-standard"), &standard.to_text(when));
    put(&format!("{version}-busan-twelve-rounds"), &long_game::twelve_rounds().to_text(when));
    let tutorial = setting(&level("tutorial"), book("intro"), None);
    let tutorial = game_with(&tutorial, |played| {
        taken_back(played) && played.record().entries.iter().any(|e| matches!(e.deed, Deed::BrokeDown(_)))
    });
    put(&format!("{version}-tutorial-taken-back"), &tutorial.to_text(when));
    let journal = sealed(lines(&standard.until(standard.entries.len() / 2)));
    put(&format!("{version}-torn-journal"), &journal[..journal.len() - 40]);
    let mut seats = standard.head.seats.clone();
    seats[PartyId(0)] = Seat::Opponent("diplomat".to_owned());
    put(
        &format!("{version}-fork"),
        &sealed(lines(&tutorial.fork(tutorial.entries.len() / 2, {
            seats.0.truncate(2);
            seats
        }))),
    );

    let newer = tutorial.to_text(when).replacen("record 1\n", "record 2\n", 1);
    put("refused/newer-form", &newer);
    let mut other = lines(&tutorial);
    other[1] =
        format!("level {}", packed(tutorial.level.text().replacen("35 points", "36 points", 1).as_bytes()));
    put("refused/another-text", &sealed(other));
    let text = tutorial.level.text().replacen("format: 1", "format: 99", 1);
    let mut later = tutorial.clone();
    later.level = rare_terms::rules::edition::Edition::new(&text);
    later.head.level_mark = later.level.mark();
    put("refused/level-of-a-newer-form", &later.to_text(when));
    let mut refused = tutorial.clone();
    let by = Actor::Seat(PartyId(1));
    let order = Order { by, seen: None, command: Command::Accept(OfferId(77)) };
    refused.entries.insert(3, Entry { deed: Deed::Order(order), mark: None });
    put("refused/refused-order", &refused.to_text(when));
}
