//! Broken levels and rule books give the promised messages: never a panic, never a wait.
//!
//! `tests/bad/levels` and `tests/bad/rules` hold a small broken file each, and next to it what is said about it.
//! After a message has changed on purpose, run with `WRITE_EXPECTED=1` and read the difference.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rare_terms::rules::check;
use rare_terms::rules::source::{Faults, Source};

/// What is said about a file; empty if nothing is wrong.
fn said(name: &str, bytes: &[u8], is_level: bool) -> String {
    let check = |source: &Source| match is_level {
        true => check::level(source).map(|_| ()),
        false => check::rule_book(source).map(|_| ()),
    };
    let start = Instant::now();
    let result =
        catch_unwind(|| Source::from_bytes(name, bytes).map_err(Faults::from).and_then(|s| check(&s)));
    let took = start.elapsed();
    assert!(took < Duration::from_secs(4), "{name} took {took:?}");
    match result {
        Ok(Ok(())) => String::new(),
        Ok(Err(faults)) => faults.to_string(),
        Err(_) => panic!("{name} made the check panic"),
    }
}

fn level(text: impl AsRef<[u8]>) -> String {
    said("x.ron", text.as_ref(), true)
}

fn bad(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "ron"))
        .collect();
    files.sort();
    files
}

fn compare(folder: &str, least: usize) {
    let files = bad(folder);
    assert!(files.len() >= least, "only {} files in {folder}", files.len());
    let write = std::env::var_os("WRITE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for path in files {
        let name = path.file_name().unwrap().to_str().unwrap();
        let found = said(name, &fs::read(&path).unwrap(), folder == "levels");
        assert!(!found.is_empty(), "{name} passes the check");
        let promised = path.with_extension("txt");
        if write {
            fs::write(&promised, found + "\n").unwrap();
            continue;
        }
        let expected = fs::read_to_string(&promised).unwrap_or_default().replace("\r\n", "\n");
        if found != expected.trim_end() {
            wrong.push(format!("{name}\n-- promised\n{expected}-- found\n{found}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bad_levels_give_the_promised_message() {
    compare("levels", 145);
}

#[test]
fn bad_rule_books_give_the_promised_message() {
    compare("rules", 27);
}

#[test]
fn the_same_file_without_its_fault_passes() {
    for (name, wrong, right) in [
        ("levels/name_unknown_party.ron", "\"hil\"", "\"hill\""),
        ("levels/sense_pledge_third_selects.ron", "selects: \"moor\"", "selects: \"hill\""),
        ("rules/no_offers.ron", "offers: 0", "offers: 3"),
        ("rules/clauses_too_many.ron", "most: 17", "most: 3"),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad").join(name);
        let text = fs::read_to_string(path).unwrap().replace(wrong, right);
        assert_eq!(said(name, text.as_bytes(), name.starts_with("levels")), "");
    }
}

/// A good level of two issues, `N` in it to be replaced.
const GOOD: &str = r#"(
    format: 1, id: "dairy", title: "Milk", summary: "Two neighbours talk about milk.",
    interests: [(id: "trade", name: "Trade")],
    parties: [(id: "hill", name: "Hill", letter: "H"), (id: "dale", name: "Dale", letter: "D")],
    rounds: [(name: "The mill")],
    issues: [
        (id: "milk", name: "Milk", controller: "hill", start: "o0", options: [
            (id: "o0", name: "None"), (id: "o1", name: "Some", effects: [("dale", [("trade", 3)])]),
        /*options*/]),
    /*issues*/],
    events: [/*events*/],
    headlines: [/*headlines*/],
)"#;

/// The good level with a piece put in at a mark, as often as said, `N` counting up.
fn grown(mark: &str, piece: &str, times: usize) -> String {
    let pieces: String = (0..times).map(|i| piece.replace('N', &i.to_string())).collect();
    GOOD.replace(&format!("/*{mark}*/"), &pieces)
}

#[test]
fn texts_that_are_no_level_at_all() {
    assert_eq!(level(GOOD), "");
    assert_eq!(level(format!("\u{FEFF}{GOOD}")), "", "a byte order mark is fine");
    assert_eq!(level(GOOD.replace('\n', "\r\n")), "", "so are line ends of Windows");
    for (bytes, expected) in [
        (&b""[..], "x.ron:1:1: the file is empty"),
        (b"\xEF\xBB\xBF", "x.ron:1:1: the file is empty"),
        (b" \n\t\n", "x.ron:1:1: the file is empty"),
        (b"// to do\n", "x.ron:1:1: the file holds nothing but comments"),
        (b"(\n  id: \"a\0\",\n)", "x.ron:2:9: control character U+0000 is not allowed"),
        (
            b"(\n  id: \"\xFF\",\n)",
            "x.ron:2:8: this is not UTF-8 text: byte 0xFF\n  help: save the file as UTF-8",
        ),
        (b"\xFF\xFE(\0", "x.ron:1:1: this is not UTF-8 text: byte 0xFF\n  help: save the file as UTF-8"),
        (
            b"hello",
            "x.ron:1:1: expected a group ( … ), found the name \"hello\"\n  help: leave the name out, or write RawLevel",
        ),
        (b"[1, 2]", "x.ron:1:1: expected a group ( … ), found a list"),
        (b"()", "x.ron:1:1: the field \"format\" is missing"),
        (b"(format: 1)", "x.ron:1:1: the field \"id\" is missing"),
    ] {
        assert_eq!(level(bytes), expected, "in {}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn absurd_sizes_are_refused_quickly() {
    let two_mib = vec![b'('; 2 << 20];
    assert_eq!(level(two_mib), "x.ron:1:1: the file is too large: 2097152 bytes, at most 1048576 are read");
    for piece in ["(", "[", "(about:", "Some(", "[(\"a\","] {
        assert!(level(piece.repeat(10_000)).contains("nested more than 64 deep"), "{piece}");
    }
    let million = "a".repeat(1_000_000);
    for (text, expected) in [
        (
            grown("options", "(id: \"pN\", name: \"More\"),", 1023),
            "x.ron:7:78: issues[0].options: expected 2 to 1024 options, found 1025",
        ),
        (
            grown(
                "issues",
                "(id: \"iN\", name: \"I\", controller: \"dale\", start: \"a\", options: [(id: \"a\", name: \"A\"), (id: \"b\", name: \"B\")]),",
                32,
            ),
            "x.ron:6:13: issues: expected 1 to 32 issues, found 33",
        ),
        (
            grown("events", "(id: \"eN\", headline: \"E\", trigger: EachRound),", 129),
            "x.ron:11:13: events: expected at most 128 events, found 129",
        ),
        (
            grown("headlines", "(id: \"hN\", text: \"H\"),", 257),
            "x.ron:12:16: headlines: expected at most 256 headlines, found 257",
        ),
        (
            GOOD.replace("Two neighbours", &"milk ".repeat(1600)),
            "x.ron:2:53: summary: expected at most 8000 characters, found 8017",
        ),
        (
            GOOD.replace("\"Milk\", summary", "\"\", summary").replace("dairy", &million),
            "x.ron:2:20: id: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\" is not a valid id\n  help: use small letters a to z, digits and _, \
             a letter first, at most 40 characters\nx.ron:2:1000031: title: this is empty; write a name",
        ),
        (
            GOOD.replace("controller: \"hill\"", &format!("controller: \"{million}\"")),
            "x.ron:7:48: issues[0].controller: no party \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\" in this level\n  \
             help: expected one of: hill, dale",
        ),
    ] {
        assert_eq!(level(text), expected);
    }
}

#[test]
fn tables_too_large_to_weigh_are_refused() {
    let many: String = (0..1000).map(|i| format!("(id: \"o{i}\", name: \"O\"),")).collect();
    let issue = |id: &str| {
        format!("(id: \"{id}\", name: \"I\", controller: \"dale\", start: \"o1\", options: [{many}]),")
    };
    let text = GOOD.replace("/*issues*/", &format!("{}{}", issue("a"), issue("b"))).replace(
        "events:",
        "linkages: [
        (id: \"l\", name: \"L\", when: [(\"a\", [\"o1\"]), (\"milk\", [\"o1\"])], effects: []),
        (id: \"m\", name: \"M\", when: [(\"a\", [\"o1\"]), (\"b\", [\"o1\"])], effects: []),
    ], events:",
    );
    assert_eq!(
        level(text),
        "x.ron:13:9: linkages[1]: up to here, linkages, resources, pledges and events look at 1005004 \
         combinations of options; at most 1000000 can be weighed\n  help: join fewer issues, or issues with fewer options"
    );
}

#[test]
fn many_faults_are_cut_short() {
    for text in [
        grown("events", "(id: \"e\", headline: \"E\", trigger: Round(7)),", 10_000),
        grown("options", "(id: \"O\", name: \"\", effects: [(\"h\", [(\"t\", .001)])]),", 10_000),
        GOOD.replace("(\"trade\", 3)", &"(\"trade\", 3), (\"t\", 4), ".repeat(30_000)),
        GOOD.replace("rounds:", &format!("trust: [{}], rounds:", "(\"hill\", \"dale\", 4),".repeat(30_000))),
        GOOD.replace("start: \"o0\"", &format!("start: \"o0\", consent: [{}]", "\"hill\",".repeat(100_000))),
        GOOD.replace("start: \"o0\"", &format!("start: \"o0\", sources: [{}]", "\"b\",".repeat(200_000))),
    ] {
        let found = level(&text);
        let faults = found.lines().filter(|line| line.starts_with("x.ron:")).count();
        assert_eq!(faults, 41, "{found}");
        assert!(
            found.starts_with("x.ron:1:1: more than 40 things are wrong in this file; here are the first 40"),
            "{found}"
        );
    }
}

#[test]
fn long_circles_and_tangles_of_events_end() {
    let chain: String = (0..128)
        .map(|i| {
            format!(
                "(id: \"e{i}\", headline: \"E\", trigger: EachRound, when: [Happened(\"e{}\")]),",
                (i + 1) % 128
            )
        })
        .collect();
    let found = level(GOOD.replace("/*events*/", &chain));
    assert!(
        found.contains("events[0].when[0]: these events wait in a circle: \"e0\" waits for \"e1\""),
        "{found}"
    );
    assert!(found.contains("and so on, 128 events in all\n  help: "), "{found}");
    let all: String = (0..32).map(|i| format!("Happened(\"e{i}\"),")).collect();
    let tangle: String = (0..128)
        .map(|i| format!("(id: \"e{i}\", headline: \"E\", trigger: EachRound, when: [{all}]),"))
        .collect();
    assert!(level(GOOD.replace("/*events*/", &tangle)).contains("waits for itself"));
}

#[test]
fn no_cut_and_no_slip_makes_it_panic() {
    let marks = ['(', ')', '[', ']', '"', ',', ':', '-', '9', 'x', '/', '\\', '\u{e9}'];
    for (at, _) in GOOD.char_indices() {
        level(&GOOD[..at]);
        for (i, mark) in marks.iter().enumerate() {
            // Each mark in turn instead of, or before, what is there.
            let rest = if (at + i) % 2 == 0 { &GOOD[at..] } else { &GOOD[at + 1..] };
            level(format!("{}{mark}{rest}", &GOOD[..at]));
        }
    }
}
