//! The files hold what they promise, and nothing that goes wrong stops the program.

use std::collections::BTreeMap;
use std::fs;

use super::*;

fn assert_shared<T: Send + Sync>(_: &T) {}

/// Keys of messages and terms, in the order of the file. They start a line; everything else is indented or a comment.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-'))
        .filter_map(|line| Some(line.split_once('=')?.0.trim()))
}

#[test]
fn every_file_parses_and_no_key_comes_twice() {
    let mut seen = BTreeMap::new();
    let files = files::embedded();
    assert!(!files.is_empty());
    for (name, text) in files {
        for key in keys(&text) {
            if let Some(other) = seen.insert(key.to_owned(), name.clone()) {
                panic!("{key} is in {other} and in {name}");
            }
        }
        files::parse(Path::new(&name), text).unwrap();
    }
    let words = Words::english();
    for key in seen.keys().filter(|key| !key.starts_with('-')) {
        assert!(words.has(key) || words.bundle.has_message(key), "{key}");
    }
}

#[test]
fn words_can_be_shared_and_plurals_work() {
    let words = Words::english();
    assert_shared(&words);
    assert_eq!(words.get("yes"), "Yes");
    assert_eq!(words.text("count-votes", &[("count", 1.into())]), "1 vote");
    assert_eq!(words.text("count-votes", &[("count", 5_usize.into())]), "5 votes");
    assert_eq!(words.text("count-points", &[("count", Arg::from(-3))]), "\u{2212}3 points");
}

#[test]
fn what_is_missing_shows() {
    let words = Words::english();
    assert!(!words.has("no-such-key"));
    assert_eq!(words.get("no-such-key"), "[no-such-key]");
    assert_eq!(words.get("yes.no-such-part"), "[yes.no-such-part]");
    assert_eq!(words.get(""), "[]");
    assert!(words.get("count-votes").contains("count"));
}

#[test]
fn a_folder_overrides_single_messages() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("locales").join("en");
    assert_eq!(Words::with_dir(data.path()).unwrap().get("yes"), "Yes");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("mine.ftl"), "yes = Aye\n").unwrap();
    fs::write(folder.join("notes.txt"), "not words").unwrap();
    let words = Words::with_dir(data.path()).unwrap();
    assert_eq!((words.get("yes").as_str(), words.get("no").as_str()), ("Aye", "No"));
}

#[test]
fn a_broken_file_is_named_with_its_line() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("locales").join("en");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("broken.ftl"), "yes = Aye\n\nno = { $open\n").unwrap();
    let error = Words::with_dir(data.path()).unwrap_err().to_string();
    assert!(error.contains("broken.ftl, line "), "{error}");
    assert!(!error.contains("line 1:"), "{error}");
}
