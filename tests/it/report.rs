//! Reports of finished games, by the program itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::cli::run_in;

fn record(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/records").join(name).display().to_string()
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn report(&self, game: &str, name: &str, more: &[&str]) -> Output {
        let (game, out) = (record(game), self.path(name).display().to_string());
        let args = [&["report", &game, "-o", &out], more].concat();
        run_in(self.0.path(), &args, "")
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

const OVER: &str = "0.1.0-tokyo-full.game";

#[test]
fn every_format_is_written_and_the_same_twice() {
    let folder = Folder::new();
    for name in ["a.html", "a.pdf", "a.json", "a.csv"] {
        fs::write(folder.path(name), "what was there before").unwrap();
        let output = folder.report(OVER, name, &[]);
        assert!(output.status.success(), "{name}: {}", said(&output));
        let first = fs::read(folder.path(name)).unwrap();
        assert!(folder.report(OVER, name, &[]).status.success());
        assert_eq!(first, fs::read(folder.path(name)).unwrap(), "{name}");
        let begins: &[u8] = match name {
            "a.html" => b"<!DOCTYPE html>",
            "a.pdf" => b"%PDF-",
            "a.json" => b"{",
            _ => b"kind,number,round,phase,party,with,what,value,about\r\n",
        };
        assert!(first.starts_with(begins), "{name}");
    }
    let left: Vec<_> = fs::read_dir(folder.0.path()).unwrap().flatten().collect();
    assert!(!left.iter().any(|file| file.file_name().to_string_lossy().ends_with(".unfinished")));
    assert!(folder.report(OVER, "b.txt", &["--format", "csv"]).status.success());
    assert_eq!(fs::read(folder.path("b.txt")).unwrap(), fs::read(folder.path("a.csv")).unwrap());
}

#[test]
fn what_cannot_be_is_said() {
    let folder = Folder::new();
    let wrong = folder.report(OVER, "a.htm", &[]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(said(&wrong).contains("did you mean \"html\""), "{}", said(&wrong));
    let nowhere = folder.report(OVER, "none/a.html", &[]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(said(&nowhere).contains("could not write"), "{}", said(&nowhere));
    let open = folder.report("0.1.0-torn-journal.game", "a.json", &[]);
    assert_eq!(open.status.code(), Some(1));
    assert!(said(&open).contains("not over"), "{}", said(&open));
    assert!(!folder.path("a.json").exists());
}

/// The cells of a line that has no quotes in it.
fn cells(line: &str) -> Vec<&str> {
    line.split(',').collect()
}

#[test]
fn the_table_says_what_the_object_says() {
    let folder = Folder::new();
    for game in [OVER, "0.1.0-busan-twelve-rounds.game", "0.1.0-tokyo-standard.game"] {
        assert!(folder.report(game, "a.json", &[]).status.success());
        assert!(folder.report(game, "a.csv", &[]).status.success());
        let object: serde_json::Value =
            serde_json::from_slice(&fs::read(folder.path("a.json")).unwrap()).unwrap();
        let table = fs::read_to_string(folder.path("a.csv")).unwrap();
        let kind = |kind: &str, what: &str| {
            let lines =
                table.lines().map(cells).filter(|row| row[0] == kind && (what.is_empty() || row[6] == what));
            lines.count()
        };
        let count = |field: &str| object[field].as_array().unwrap().len();
        assert_eq!(kind("offer", "became"), count("offers"));
        assert_eq!(kind("pact", "became"), count("pacts"));
        assert_eq!(kind("command", ""), count("commands"));
        assert_eq!(kind("vote", "passed"), count("votes"));
        assert_eq!(kind("score", "final"), count("scores"));
        assert_eq!(object["format"], 1);
        for score in object["scores"].as_array().unwrap() {
            let gain = score["final"].as_i64().unwrap() - score["no_deal"].as_i64().unwrap();
            assert_eq!(score["gain"].as_i64(), Some(gain));
            let interests = score["interests"].as_object().unwrap().values();
            assert_eq!(
                interests.filter_map(serde_json::Value::as_i64).sum::<i64>(),
                score["final"].as_i64().unwrap()
            );
        }
    }
}
