//! The program from outside: what it prints, where, and with which exit code.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs the program with no display, with `input` on its standard input, and with nowhere to keep games but a folder that is gone afterwards.
fn run(args: &[&str], input: &str) -> Output {
    let saves = tempfile::tempdir().unwrap();
    run_in(saves.path(), args, input)
}

/// The same with a folder for games.
pub(crate) fn run_in(saves: &Path, args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rare-terms"))
        .args(args)
        .arg("--saves")
        .arg(saves)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that ends early closes its end; that is no fault of the test.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

pub(crate) fn in_package(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path).display().to_string()
}

// Where there always is a display a window would open.
#[cfg(target_os = "linux")]
#[test]
fn without_display_and_terminal_it_plays_the_week_to_its_result() {
    let output = run(&[], "");
    let story = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(story.contains("no terminal either"), "{story}");
    for round in 1..=6 {
        assert!(story.contains(&format!("Round {round} of 6")), "{story}");
    }
    assert!(story.contains("\nResult\n"), "{story}");
    assert!(story.contains("against no deal at the start"), "{story}");
}

#[test]
fn a_piped_session_is_played_to_its_end() {
    let commands = format!(
        "brief\ntable\nset minerals framework\nset tariff_japan p10\njudge\npropose\n{}",
        "accept\npass\n1\n".repeat(60)
    );
    let args = ["play", "tokyo_2025", "--party", "japan", "--seed", "11"];
    let first = run(&args, &commands);
    let told = text(&first.stdout);
    assert!(first.status.success(), "{}", text(&first.stderr));
    assert!(told.contains("Seed: 11."), "{told}");
    assert!(told.contains("You sent offer 1 by cable to the United States"), "{told}");
    assert!(told.contains("\nResult\n"), "{told}");
    assert!(!told.contains('\u{1b}'), "{told}");
    assert_eq!(told, text(&run(&args, &commands).stdout));
    let ended = run(&args, "table\n");
    assert!(ended.status.success());
    assert!(text(&ended.stdout).ends_with("Good-bye.\n"));
}

#[test]
fn a_drawn_seed_is_printed_and_can_be_given() {
    let told = text(&run(&["watch", "tutorial"], "").stdout);
    let seed = told.split_once("Seed: ").unwrap().1.split_once('.').unwrap().0;
    assert_eq!(told, text(&run(&["watch", "tutorial", "--seed", seed], "").stdout));
}

#[test]
fn check_tells_good_from_bad() {
    let good =
        run(&["check", &in_package("levels/tokyo_2025.ron"), &in_package("assets/rules/intro.ron")], "");
    let told = text(&good.stdout);
    assert!(good.status.success(), "{told}");
    assert!(told.contains("tokyo_2025.ron: ok, level tokyo_2025"), "{told}");
    assert!(told.contains("intro.ron: ok, rule book intro"), "{told}");

    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.ron");
    let level = fs::read_to_string(in_package("levels/tutorial.ron")).unwrap();
    fs::write(&broken, level.replacen("start: \"not_agreed\"", "start: \"not_agred\"", 1)).unwrap();
    let broken = broken.display().to_string();
    let bad = run(&["check", &broken, &in_package("levels/tutorial.ron"), "no/such/file.ron"], "");
    let told = text(&bad.stdout);
    assert_eq!(bad.status.code(), Some(1), "{told}");
    let place = told.lines().find_map(|line| line.strip_prefix(&format!("{broken}:"))).unwrap();
    let mut place = place.split(':');
    assert!(place.next().unwrap().parse::<u32>().is_ok(), "{told}");
    assert!(place.next().unwrap().parse::<u32>().is_ok(), "{told}");
    assert!(told.contains("not_agreed"), "{told}");
    assert!(told.contains("tutorial.ron: ok"), "{told}");
    assert!(told.contains("could not read no/such/file.ron"), "{told}");
    assert_eq!(run(&["check"], "").status.code(), Some(2));
}

#[test]
fn an_unknown_level_gives_the_nearest_name() {
    for args in [&["play", "tokio_2025", "--party", "us"][..], &["simulate", "tokio_2025", "--games", "1"]] {
        let output = run(args, "");
        assert_eq!(output.status.code(), Some(1));
        let told = text(&output.stderr);
        assert!(told.contains("did you mean \"tokyo_2025\"?"), "{told}");
        assert!(output.stdout.is_empty());
    }
    let output = run(&["play", "tutorial", "--party", "habour"], "");
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    assert!(told.contains("Did you mean \u{201c}harbour\u{201d}?"), "{told}");
    assert_eq!(run(&["--data", "no/such/folder", "levels"], "").status.code(), Some(1));
    assert_eq!(run(&["plya"], "").status.code(), Some(2));
}

#[test]
fn the_same_seed_simulates_the_same_apart_from_the_rate() {
    let json = || {
        let output = run(&["simulate", "tokyo_2025", "--games", "20", "--seed", "7", "--json"], "");
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert!(output.stderr.is_empty(), "no progress where there is no terminal");
        let mut value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(value.as_object_mut().unwrap().remove("games_per_second").is_some());
        value
    };
    let first = json();
    assert_eq!(first, json());
    assert_eq!(first["games"], 20);
    assert_eq!(first["ended"], 20);
    let plain = run(&["simulate", "tutorial", "--games", "3"], "");
    let told = text(&plain.stdout);
    assert!(told.contains("3 games of The apple season"), "{told}");
    assert!(told.contains("Uplands: mean "), "{told}");
    assert_eq!(run(&["simulate", "tutorial", "--games", "0"], "").status.code(), Some(2));
}

#[test]
fn levels_lists_what_comes_with_the_program_and_what_a_folder_adds() {
    let told = text(&run(&["levels"], "").stdout);
    let at = |part: &str| told.find(part).unwrap_or_else(|| panic!("no {part} in {told}"));
    assert!(at("tutorial: ") < at("tokyo_2025: "));
    assert!(at("tokyo_2025: ") < at("three_party_pie: "));
    let data = tempfile::tempdir().unwrap();
    fs::create_dir(data.path().join("levels")).unwrap();
    fs::write(data.path().join("levels/broken.ron"), "(format: 1").unwrap();
    let output = run(&["levels", "--data", &data.path().display().to_string()], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("broken: cannot be used."));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rare-terms"))
        .args(["watch", "tokyo_2025", "--seed", "3"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(text(&output.stderr), "");
}
