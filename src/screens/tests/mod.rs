//! Every key that the window asks for has words; what several people at one screen may see of each other.

mod cleared;
mod debrief;
mod door;
mod fits;
mod guide;
mod keys;
mod literals;
mod pages;
mod secrecy;
mod settings;
mod stage;
mod walk;

use std::fs;
use std::path::{Path, PathBuf};

use crate::words::Words;

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            into.push(path);
        }
    }
}

/// Whether a quoted word looks like a key: small letters in parts joined by hyphens.
fn is_key(word: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    word.contains('-') && word.split('-').all(part)
}

#[test]
fn every_key_in_the_source_has_words() {
    let words = Words::english();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root.join("screens"), &mut files);
    sources(&root.join("session"), &mut files);
    assert!(files.len() > 20);
    let mut missing = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            let quoted = line.split('"').skip(1).step_by(2);
            missing.extend(quoted.filter(|word| is_key(word) && !words.has(word)).map(str::to_owned));
        }
    }
    missing.retain(|key| key != "rare-terms");
    assert!(missing.is_empty(), "no words for {missing:?}");
}
