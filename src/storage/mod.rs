//! Files: levels and rule books, those that come with the program and those of a folder of the player's own; saved games; and settings.
//!
//! - This is the only place of the game that reads level and rule book files, and that reads or writes saved games and settings.
//! - A file of the folder takes the place of a file of the same name, or with the same id, in the program.
//! - A file that is broken hides nothing: it stays on the shelf with its faults, and the others are used.
//! - No more of a file is read than the size that the rules allow.

pub mod disk;
mod error;
mod files;
pub mod saves;
pub mod settings;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::rules::check;
use crate::rules::game::Game;
use crate::rules::level::Level;
use crate::rules::rulebook::{Knowledge, RuleBook};
use crate::rules::source::{Faults, Source, name_help};
pub use error::StorageError;
use files::Kind;
pub use saves::Saves;
pub use settings::{Settings, SettingsFile};

/// Levels that come first, in this order; the others follow by title.
const FIRST: [&str; 2] = ["tutorial", "tokyo_2025"];

/// The rule book of a level that names none.
const USUAL_RULES: &str = "standard";

/// A level on the shelf.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The level's id, or the name of a file that could not be used.
    pub id: String,
    /// Where it was read from: a path, or the name of a file in the program.
    pub file: String,
    /// The level, or what is wrong with it.
    pub level: Result<Arc<Level>, Faults>,
}

/// A rule book on the shelf.
#[derive(Clone, Debug)]
pub struct BookEntry {
    /// The rule book's id, or the name of a file that could not be used.
    pub id: String,
    /// Where it was read from: a path, or the name of a file in the program.
    pub file: String,
    /// The rule book, or what is wrong with it.
    pub book: Result<Arc<RuleBook>, Faults>,
}

/// What a checked file turned out to be.
#[derive(Clone, Debug)]
pub enum Document {
    /// A level.
    Level(Arc<Level>),
    /// A rule book.
    Rules(Arc<RuleBook>),
}

/// The levels and rule books of the program, and those of a data folder.
#[derive(Clone, Debug, Default)]
pub struct Library {
    data: Option<PathBuf>,
}

impl Library {
    /// The library of the program, with the files of a folder in front of it.
    #[must_use]
    pub fn new(data: Option<PathBuf>) -> Self {
        Self { data }
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> Option<&Path> {
        self.data.as_deref()
    }

    /// Whether the data folder is there.
    ///
    /// # Errors
    /// It is not, or is no folder.
    pub fn check_folder(&self) -> Result<(), StorageError> {
        let Some(path) = self.data.clone() else {
            return Ok(());
        };
        match std::fs::metadata(&path) {
            Ok(about) if about.is_dir() => Ok(()),
            Ok(_) => Err(StorageError::NoFolder { path }),
            Err(source) => Err(StorageError::Read { path, source }),
        }
    }

    /// Every level: the tutorial, the main level, then the others by title, broken ones last.
    #[must_use]
    pub fn levels(&self) -> Vec<Entry> {
        let mut shelf: Vec<Entry> = Vec::new();
        for text in files::texts(Kind::Level, self.data()) {
            let level = text.source.and_then(|source| check::level(&source).map(Arc::new));
            let id = level.as_ref().map_or_else(|_| stem(&text.file), |level| level.id.clone());
            if level.is_ok() {
                shelf.retain(|entry| entry.id != id || entry.level.is_err());
            }
            shelf.push(Entry { id, file: text.file, level });
        }
        shelf.sort_by_cached_key(|entry| {
            let place = FIRST.iter().position(|id| *id == entry.id);
            let title = entry.level.as_ref().map(|level| level.title.clone());
            (title.is_err(), place.unwrap_or(FIRST.len()), title.unwrap_or_default(), entry.file.clone())
        });
        shelf
    }

    /// Every rule book, by file name, broken ones last.
    #[must_use]
    pub fn rule_books(&self) -> Vec<BookEntry> {
        let mut shelf: Vec<BookEntry> = Vec::new();
        for text in files::texts(Kind::Rules, self.data()) {
            let book = text.source.and_then(|source| check::rule_book(&source).map(Arc::new));
            let id = book.as_ref().map_or_else(|_| stem(&text.file), |book| book.id.clone());
            if book.is_ok() {
                shelf.retain(|entry| entry.id != id || entry.book.is_err());
            }
            shelf.push(BookEntry { id, file: text.file, book });
        }
        shelf.sort_by_cached_key(|entry| (entry.book.is_err(), entry.file.clone()));
        shelf
    }

    /// A level by path, id or file name; a path that exists wins.
    ///
    /// # Errors
    /// There is none, it cannot be read, or it has faults.
    pub fn level(&self, name: &str) -> Result<Arc<Level>, StorageError> {
        if let Some(source) = files::at_path(name)? {
            return Ok(Arc::new(check::level(&source)?));
        }
        let shelf = self.levels();
        match shelf.iter().find(|entry| named(name, &entry.id, &entry.file, Kind::Level)) {
            Some(entry) => Ok(entry.level.clone()?),
            None => Err(unknown("level", name, shelf.iter().map(|entry| entry.id.as_str()))),
        }
    }

    /// A rule book by path, id or file name; a path that exists wins.
    ///
    /// # Errors
    /// There is none, it cannot be read, or it has faults.
    pub fn rule_book(&self, name: &str) -> Result<Arc<RuleBook>, StorageError> {
        if let Some(source) = files::at_path(name)? {
            return Ok(Arc::new(check::rule_book(&source)?));
        }
        let shelf = self.rule_books();
        match shelf.iter().find(|entry| named(name, &entry.id, &entry.file, Kind::Rules)) {
            Some(entry) => Ok(entry.book.clone()?),
            None => Err(unknown("rule book", name, shelf.iter().map(|entry| entry.id.as_str()))),
        }
    }

    /// A level under a rule book. Without one it is the first that the level names; knowledge is the
    /// rule book's unless chosen.
    ///
    /// # Errors
    /// The level or the rule book cannot be had.
    pub fn game(
        &self,
        level: &str,
        rules: Option<&str>,
        knowledge: Option<Knowledge>,
    ) -> Result<Arc<Game>, StorageError> {
        let level = self.level(level)?;
        self.game_of(&level, rules, knowledge)
    }

    /// The same for a level that is at hand.
    ///
    /// # Errors
    /// The rule book cannot be had.
    pub fn game_of(
        &self,
        level: &Level,
        rules: Option<&str>,
        knowledge: Option<Knowledge>,
    ) -> Result<Arc<Game>, StorageError> {
        let usual = level.rules.first().map_or(USUAL_RULES, String::as_str);
        let rules = self.rule_book(rules.unwrap_or(usual))?;
        Ok(Arc::new(Game::new(level.clone(), (*rules).clone(), knowledge)))
    }

    /// The text of a file of a domain.
    ///
    /// # Errors
    /// It cannot be read, is larger than a domain may be, or is no text.
    pub fn domain_file(path: &Path) -> Result<Source, StorageError> {
        Ok(files::read_domain(path)??)
    }

    /// Writes a file in the place of what was there: whatever happens, there is the old one or the new one.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        disk::replace(path, bytes).map_err(|source| StorageError::Write { path: path.to_owned(), source })
    }

    /// Reads a file and checks it, whichever of a level and a rule book it is.
    ///
    /// # Errors
    /// It cannot be read, or it has faults.
    pub fn check_file(path: &Path) -> Result<Document, StorageError> {
        let source = files::read(path)??;
        match files::kind(&source) {
            Kind::Level => Ok(Document::Level(Arc::new(check::level(&source)?))),
            Kind::Rules => Ok(Document::Rules(Arc::new(check::rule_book(&source)?))),
        }
    }
}

fn stem(file: &str) -> String {
    let stem = Path::new(file).file_stem();
    stem.map_or_else(|| file.to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// Whether a name means this entry: by id, by the name of its file, or by the place it has in the program.
fn named(name: &str, id: &str, file: &str, kind: Kind) -> bool {
    let last =
        Path::new(file).file_name().map_or_else(String::new, |last| last.to_string_lossy().into_owned());
    name == id || name == file || name == last || name == format!("{}/{last}", kind.folder())
}

fn unknown<'a>(kind: &'static str, name: &str, among: impl IntoIterator<Item = &'a str>) -> StorageError {
    // Of a path that leads nowhere the file's name is what a near name is near to.
    let help = name_help(&stem(name), among);
    StorageError::Unknown { kind, name: name.to_owned(), help }
}

#[cfg(test)]
mod tests;
