//! Texts of levels and rule books: out of the program, out of a folder, and by path.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;

use super::StorageError;
use crate::rules::source::{self, Fault, Faults, MAX_BYTES, MAX_DOMAIN_BYTES, Source};

#[derive(RustEmbed)]
#[folder = "levels"]
struct Levels;

#[derive(RustEmbed)]
#[folder = "assets/rules"]
struct Rules;

/// What a file is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A level.
    Level,
    /// A rule book.
    Rules,
}

impl Kind {
    /// The folder, under a data folder and in the program.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Level => "levels",
            Self::Rules => "rules",
        }
    }
}

/// A text, or why it could not be had.
#[derive(Clone, Debug)]
pub(super) struct Text {
    /// A path, or the name of a file in the program.
    pub(super) file: String,
    /// The text.
    pub(super) source: Result<Source, Faults>,
}

/// Every text of a kind: those of the program by name, then those of the folder by name. A text of the
/// folder takes the place of the one of the same name.
pub(super) fn texts(kind: Kind, data: Option<&Path>) -> Vec<Text> {
    let mut own = data.map_or_else(Vec::new, |data| in_folder(&data.join(kind.folder())));
    let mut all: Vec<Text> = embedded(kind)
        .into_iter()
        .filter(|text| {
            !own.iter().any(|other| Path::new(&other.file).file_name() == Path::new(&text.file).file_name())
        })
        .collect();
    all.append(&mut own);
    all
}

fn embedded(kind: Kind) -> Vec<Text> {
    let mut names: Vec<String> = match kind {
        Kind::Level => Levels::iter().map(|name| name.into_owned()).collect(),
        Kind::Rules => Rules::iter().map(|name| name.into_owned()).collect(),
    };
    names.retain(|name| name.ends_with(".ron"));
    names.sort();
    names
        .into_iter()
        .filter_map(|name| {
            let data = match kind {
                Kind::Level => Levels::get(&name)?.data,
                Kind::Rules => Rules::get(&name)?.data,
            };
            let file = format!("{}/{name}", kind.folder());
            let source = Source::from_bytes(file.clone(), &data).map_err(Faults::from);
            Some(Text { file, source })
        })
        .collect()
}

/// The `.ron` files of a folder, by name; nothing if there is no such folder.
fn in_folder(folder: &Path) -> Vec<Text> {
    let failed = |error: &io::Error| {
        vec![Text { file: folder.display().to_string(), source: Err(unreadable(folder, error)) }]
    };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => return failed(&error),
    };
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) => paths.push(entry.path()),
            Err(error) => return failed(&error),
        }
    }
    // The system's order is its own; the shelf has to be the same everywhere.
    paths.retain(|path| path.extension().is_some_and(|end| end == "ron"));
    paths.sort();
    paths
        .into_iter()
        .map(|path| Text {
            file: path.display().to_string(),
            source: match read(&path) {
                Ok(source) => source,
                Err(StorageError::Read { source, .. }) => Err(unreadable(&path, &source)),
                Err(error) => Err(fault(&path, error.to_string())),
            },
        })
        .collect()
}

fn unreadable(path: &Path, error: &io::Error) -> Faults {
    fault(path, format!("it could not be read: {error}"))
}

fn fault(path: &Path, message: String) -> Faults {
    let source = Source::new(path.display().to_string(), "");
    Fault::at(&source, &source::Path::root(), message).into()
}

/// The text at a path; nothing if there is no file there.
pub(super) fn at_path(name: &str) -> Result<Option<Source>, StorageError> {
    let path = Path::new(name);
    match fs::metadata(path) {
        Ok(about) if !about.is_dir() => Ok(Some(read(path)??)),
        _ => Ok(None),
    }
}

/// Reads a file up to the size that is allowed: the outer error is the system's, the inner one the text's.
pub(super) fn read(path: &Path) -> Result<Result<Source, Faults>, StorageError> {
    read_within(path, MAX_BYTES, Source::from_bytes)
}

/// The same for a file of a domain, which may be larger.
pub(super) fn read_domain(path: &Path) -> Result<Result<Source, Faults>, StorageError> {
    read_within(path, MAX_DOMAIN_BYTES, Source::domain)
}

fn read_within(
    path: &Path,
    limit: usize,
    source: impl Fn(String, &[u8]) -> Result<Source, Fault>,
) -> Result<Result<Source, Faults>, StorageError> {
    let failed = |source| StorageError::Read { path: path.to_owned(), source };
    let file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    let mut bytes = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX);
    let taken = file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    if taken > limit {
        let length = length.max(most.saturating_add(1));
        let message = format!("the file is too large: {length} bytes, at most {limit} are read");
        return Ok(Err(fault(path, message)));
    }
    Ok(source(path.display().to_string(), &bytes).map_err(Faults::from))
}

/// What a text is for, by what is in it: only rule books switch subsystems.
pub(super) fn kind(source: &Source) -> Kind {
    let mut top = 0_i64;
    let mut word = String::new();
    let mut last = String::new();
    let mut text = source.text().chars().peekable();
    while let Some(c) = text.next() {
        match c {
            '"' => skip_string(&mut text),
            '/' if text.peek() == Some(&'/') => while text.next().is_some_and(|c| c != '\n') {},
            '(' | '[' | '{' => top += 1,
            ')' | ']' | '}' => top -= 1,
            ':' if top == 1 => {
                let name = if word.is_empty() { &last } else { &word };
                match name.as_str() {
                    "subsystems" | "talks" | "ratification" => return Kind::Rules,
                    "parties" | "issues" | "rounds" => return Kind::Level,
                    _ => {}
                }
            }
            c if c.is_alphanumeric() || c == '_' => {
                word.push(c);
                continue;
            }
            _ => {}
        }
        if !word.is_empty() {
            last = std::mem::take(&mut word);
        }
    }
    Kind::Level
}

fn skip_string(text: &mut impl Iterator<Item = char>) {
    while let Some(c) = text.next() {
        match c {
            '\\' => {
                text.next();
            }
            '"' => return,
            _ => {}
        }
    }
}
