//! Every key that the sentences and the terminal use has words, and all words are used.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::words::Words;

/// The keys of these files are looked after here.
const FILES: [(&str, &str); 10] = [
    ("tell.ftl", "tell-"),
    ("bound.ftl", "tell-"),
    ("terminal.ftl", "cli-"),
    ("debrief.ftl", "debrief-"),
    ("advice.ftl", "advice-"),
    ("counter.ftl", "counter-"),
    ("report.ftl", "report-"),
    ("why.ftl", "why-"),
    ("settings.ftl", "settings-"),
    ("keys.ftl", "keys-"),
];

fn sources(folder: &Path, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("keys.rs") {
            into.push(fs::read_to_string(&path).unwrap());
        }
    }
}

/// Every literal that is a key with this prefix.
fn used(prefix: &str) -> BTreeSet<String> {
    let mut texts = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts);
    let open = format!("\"{prefix}");
    texts
        .iter()
        .flat_map(|text| text.match_indices(&open).map(move |(at, _)| &text[at + 1..]))
        .filter_map(|rest| rest.split_once('"'))
        .map(|(key, _)| key.to_owned())
        .filter(|key| key.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)))
        .collect()
}

#[test]
fn every_key_has_words_and_all_words_are_used() {
    let words = Words::english();
    for (file, prefix) in FILES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales/en").join(file);
        let text = fs::read_to_string(path).unwrap();
        let keys: BTreeSet<String> = text
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
            .filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()))
            .collect();
        let used = used(prefix);
        let wordless: Vec<&String> = used.iter().filter(|key| !words.has(key)).collect();
        assert!(wordless.is_empty(), "keys without words: {wordless:?}");
        let unused: Vec<&String> = keys.iter().filter(|key| !used.contains(*key)).collect();
        assert!(unused.is_empty(), "words that nobody uses in {file}: {unused:?}");
        let foreign: Vec<&String> = keys.iter().filter(|key| !key.starts_with(prefix)).collect();
        assert!(foreign.is_empty(), "keys of {file} begin with {prefix}: {foreign:?}");
    }
}

/// What keys begin with that are put together from a name and this.
const BUILT: [&str; 4] = ["character-", "difficulty-", "page-", "report-form-"];

/// What words are asked for with.
const ASKS: [&str; 4] = ["get(", "text(", "say(", "sentence("];

#[test]
fn no_words_of_any_file_are_unused() {
    let mut texts = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts);
    // Every text in quotes, and what stands between two of them, which is no key.
    let named: BTreeSet<&str> = texts
        .iter()
        .flat_map(|text| text.split('"'))
        .map(|text| text.split(['.', '{']).next().unwrap_or_default())
        .collect();
    for prefix in BUILT {
        assert!(named.contains(prefix), "nothing puts together keys with {prefix}");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales/en");
    let mut unused = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let starts = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
        let keys = starts.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()));
        unused.extend(keys.filter(|key| {
            !named.contains(key.as_str()) && !BUILT.iter().any(|prefix| key.starts_with(prefix))
        }));
    }
    assert!(unused.is_empty(), "words that nobody uses: {unused:?}");
}

#[test]
fn whatever_words_are_asked_for_by_name_are_there() {
    let mut texts = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts);
    let words = Words::english();
    let mut missing = Vec::new();
    for text in texts {
        for (at, _) in text.match_indices('"') {
            let before = text[..at].trim_end();
            let Some((key, _)) = text[at + 1..].split_once('"') else { continue };
            let asked = ASKS.iter().any(|ask| before.ends_with(ask));
            let is_key =
                key.contains('-') && key.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c));
            if asked && is_key && !words.has(key) && !key.contains("no-such") {
                missing.push(key.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "no words for {missing:?}");
}
