//! Programs at seats that are processes: started, ended, and played with by the commands.

use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use rare_terms::rules::game::Game;
use rare_terms::rules::ids::PartyId;
use rare_terms::seat::Outside;
use serde_json::{Value, json};

use crate::cli::{in_package, run_in, text};
use crate::seats::{PATIENT, play, play_safe};
use crate::support::{book, level, setting};

/// A program in the shell that does what is safe.
const SAFE: &str = r#"while read -r line; do case $line in '{"type":"turn"'*) n=${line#*'"turn":'}; printf '{"turn":%s,"do":"safe"}\n' "${n%%,*}";; esac; done"#;

fn game() -> Arc<Game> {
    setting(&level("three_party_pie"), book("standard"), None).game
}

/// Whether a process is there, dead but not buried ones included.
fn there(number: &str) -> bool {
    Path::new("/proc").join(number.trim()).exists()
}

#[test]
fn one_process_plays_all_games_and_is_gone_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let number = folder.path().join("number");
    let outside = Outside::command(format!("echo $$ > '{}'; {SAFE}", number.display()), PATIENT);
    let game = game();
    for seed in 0..3 {
        let played = play(&game, seed, PartyId(0), &outside);
        assert!(played.log() == play_safe(&game, seed, PartyId(0)).log());
    }
    let counts = outside.counts();
    assert_eq!((counts.games, counts.started, counts.lost()), (3, 1, 0), "{counts:?}");
    let number = std::fs::read_to_string(number).unwrap();
    outside.end();
    assert!(!there(&number), "the process is still there");
}

#[test]
fn a_process_that_ends_with_each_game_is_started_for_each() {
    let once = SAFE.replace("esac;", r#"'{"type":"over"'*) exit;; esac;"#);
    let outside = Outside::command(once, PATIENT);
    let game = game();
    for seed in 0..3 {
        play(&game, seed, PartyId(2), &outside);
    }
    let counts = outside.counts();
    assert_eq!((counts.started, counts.lost()), (3, 0), "{counts:?}");
}

#[test]
fn what_hangs_is_ended_with_everything_that_it_started() {
    let folder = tempfile::tempdir().unwrap();
    let number = folder.path().join("number");
    let command = format!("sleep 1000 & echo $! > '{}'; wait", number.display());
    let outside = Outside::command(command, Duration::from_millis(300));
    let began = Instant::now();
    play(&game(), 1, PartyId(1), &outside);
    assert!(began.elapsed() < Duration::from_secs(100));
    let counts = outside.counts();
    assert_eq!(counts.late, 3, "{counts:?}");
    let number = std::fs::read_to_string(number).unwrap();
    // What nobody waits for is buried by the system in its own time.
    let until = Instant::now() + Duration::from_secs(20);
    while there(&number) && Instant::now() < until {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", number.trim())).unwrap_or_default();
        if stat.contains(") Z ") {
            break;
        }
        thread::sleep(Duration::from_millis(20));
    }
    assert!(Instant::now() < until, "what it started is still there");
    outside.end();
}

#[test]
fn what_cannot_be_started_loses_every_turn() {
    let outside = Outside::command("exec /no/such/program 2>/dev/null", PATIENT);
    for seed in 0..2 {
        play(&game(), seed, PartyId(1), &outside);
    }
    let counts = outside.counts();
    assert_eq!((counts.ended, counts.started), (counts.turns, 2), "{counts:?}");
}

#[test]
fn the_commands_play_with_programs() {
    let saves = tempfile::tempdir().unwrap();
    let run = |args: &[&str], input: &str| run_in(saves.path(), args, input);
    let seat = format!("cedar={SAFE}");
    let limit = ["--time-limit", "60000"];
    let args = ["simulate", "three_party_pie", "--games", "2", "--seat", &seat, limit[0], limit[1]];
    let output = run(&args, "");
    let told = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(told.contains("was played by a program: turns ") && told.contains("lost 0;"), "{told}");
    let mut with_json = args.to_vec();
    with_json.push("--json");
    let whole: Value = serde_json::from_slice(&run(&with_json, "").stdout).unwrap();
    assert_eq!((&whole["games"], &whole["programs"][0]["party"]), (&json!(2), &json!("cedar")));
    assert_eq!(whole["programs"][0]["started"], 1);
    for (wrong, said) in [("cedar", "PARTY=COMMAND"), ("cedr=true", "cedar"), ("cedar= ", "PARTY=COMMAND")] {
        let output = run(&["simulate", "three_party_pie", "--games", "1", "--seat", wrong], "");
        assert!(!output.status.success() && text(&output.stderr).contains(said), "{wrong}");
    }
    // A program that is gone: the game is played to its end, and nothing but messages is on the standard output.
    let output = run(&["seat", "three_party_pie", "--party", "cedar", "--seed", "4"], "");
    assert!(output.status.success());
    let told = text(&output.stdout);
    let types: Vec<Value> =
        told.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["type"].clone()).collect();
    assert_eq!(types.first(), Some(&json!("hello")));
    assert_eq!(types.last(), Some(&json!("over")));
    assert!(text(&output.stderr).contains("it had ended"), "{}", text(&output.stderr));
}

#[test]
fn the_worked_example_plays_to_the_end() {
    let python = std::process::Command::new("python3").arg("--version").output();
    if !python.is_ok_and(|output| output.status.success()) {
        println!("skipped: there is no python3");
        return;
    }
    let saves = tempfile::tempdir().unwrap();
    let example = in_package("examples/linear_seat.py");
    for (level, party) in [("tokyo_2025", "japan"), ("three_party_pie", "cedar")] {
        let seat = format!("{party}=exec python3 '{example}'");
        let args = ["simulate", level, "--games", "2", "--seat", &seat, "--time-limit", "60000", "--json"];
        let output = run_in(saves.path(), &args, "");
        assert!(output.status.success(), "{}", text(&output.stderr));
        let whole: Value = serde_json::from_slice(&output.stdout).unwrap();
        let counts = &whole["programs"][0];
        assert_eq!(whole["ended"], 2);
        assert!(counts["turns"].as_u64().unwrap() > 10, "{counts}");
        for lost in ["ended", "late", "silent", "refused", "flooded"] {
            assert_eq!(counts[lost], 0, "{level}: {counts}, {}", text(&output.stderr));
        }
        assert_eq!(text(&output.stderr), "");
    }
}
