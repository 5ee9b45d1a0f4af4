//! Where the words come from: the files in the program, and a folder of the player's own.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use rust_embed::RustEmbed;

use super::WordsError;

/// The most a file of words may have.
const LIMIT: u64 = 1024 * 1024;

#[derive(RustEmbed)]
#[folder = "assets/locales/en"]
struct English;

/// Name and text of every English file in the program, by name.
pub(super) fn embedded() -> Vec<(String, String)> {
    let mut all: Vec<_> = English::iter()
        .filter(|name| name.ends_with(".ftl"))
        .filter_map(|name| {
            let file = English::get(&name)?;
            Some((name.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
        })
        .collect();
    all.sort();
    all
}

/// Path and text of every `.ftl` file in `folder`, by name; nothing if there is no such folder.
pub(super) fn in_folder(folder: &Path) -> Result<Vec<(PathBuf, String)>, WordsError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => {
            return Err(WordsError::Read { path: folder.to_owned(), source });
        }
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|source| WordsError::Read { path: folder.to_owned(), source })?.path();
        if path.extension().is_some_and(|end| end == "ftl") {
            paths.push(path);
        }
    }
    // The system's order is its own; later files win, so the order has to be the same everywhere.
    paths.sort();
    paths.into_iter().map(|path| read(&path).map(|text| (path, text))).collect()
}

fn read(path: &Path) -> Result<String, WordsError> {
    let failed = |source| WordsError::Read { path: path.to_owned(), source };
    let length = fs::metadata(path).map_err(failed)?.len();
    if length > LIMIT {
        return Err(WordsError::TooLarge { path: path.to_owned(), limit: LIMIT });
    }
    fs::read_to_string(path).map_err(failed)
}

/// Reads Fluent; the first thing wrong comes back with its line.
pub(super) fn parse(path: &Path, text: String) -> Result<FluentResource, WordsError> {
    FluentResource::try_new(text).map_err(|(rest, errors)| {
        let (at, message) =
            errors.first().map_or((0, String::new()), |error| (error.pos.start, error.to_string()));
        let line = rest.source().bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        WordsError::Parse { path: path.to_owned(), line, message }
    })
}
