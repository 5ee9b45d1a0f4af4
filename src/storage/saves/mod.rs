//! Saved games: what is being played, what was saved by name, the ring of autosaves, and what was played to its end. And their reports.
//!
//! - All of them are records, in one form; [`Journal`] writes the ones that are being played.
//! - A file is only ever replaced whole: the new one is made to last before it takes the name of the old one.
//! - What is read is whole or is called damaged; [`Saves::newest_whole`] finds what there is instead.

mod error;
mod journal;
mod reports;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::BaseStrategy;

pub use self::error::SaveError;
pub use self::journal::{Journal, Kept, kept};
use super::disk::{Disk, Found, OpenFile, SystemDisk, now};
use crate::rules::record::{self, MAX_RECORD, Reading, Record};
use crate::rules::source::{Fault, Source};

/// How many autosaves are kept, over all games.
pub const RING: usize = 10;

/// How a file is named that is being written.
const UNFINISHED: &str = "part";

/// How a record is named.
const ENDING: &str = "game";

/// How a damaged record is named that another one has taken the place of.
const DAMAGED: &str = "damaged";
/// How many damaged games of one name are kept.
const MOST_ASIDE: usize = 1000;
/// Where reports of faults lie.
const CRASHES: &str = "crashes";

/// The longest name of a save, in bytes.
const LONGEST: usize = 80;

/// Why a saved game lies there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Shelf {
    /// It was being played when the program ended.
    Running,
    /// It was saved by name.
    Saved,
    /// It was saved by itself at the end of a round.
    Auto,
    /// It was played to its end.
    Finished,
}

impl Shelf {
    /// All, as they are listed.
    pub const ALL: [Self; 4] = [Self::Running, Self::Saved, Self::Auto, Self::Finished];

    fn folder(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Saved => "saves",
            Self::Auto => "autosaves",
            Self::Finished => "finished",
        }
    }
}

/// A saved game that lies in the folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// Why it lies there.
    pub shelf: Shelf,
    /// Its file.
    pub path: PathBuf,
    /// When it was written, in seconds since 1970.
    pub when: u64,
}

impl Slot {
    /// The name it was saved by.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
    }
}

/// Whether a file is a saved game, sound or not, by its first bytes or its ending.
#[must_use]
pub fn is_saved_game(path: &Path) -> bool {
    // What is read from a pipe is gone for whoever reads it next.
    let ending = || path.extension().is_some_and(|ending| ending == ENDING);
    let begins = || SystemDisk.read(path, 64).is_ok_and(|bytes| record::is_record(&bytes));
    path.is_file() && (ending() || begins())
}

/// Whether a file lies where journals lie, in whatever folder of saved games: only a journal may be without an end.
fn is_journal(path: &Path) -> bool {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    real.parent().and_then(Path::file_name).is_some_and(|folder| folder == Shelf::Running.folder())
}

/// The folder of saved games.
#[derive(Clone)]
pub struct Saves {
    folder: PathBuf,
    disk: Arc<dyn Disk>,
}

impl Saves {
    /// Saved games in a folder of this computer. It is made when something is first saved.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self::on(folder, Arc::new(SystemDisk))
    }

    /// Saved games in a folder of any disk.
    #[must_use]
    pub fn on(folder: PathBuf, disk: Arc<dyn Disk>) -> Self {
        Self { folder, disk }
    }

    /// The folder where this system has what programs keep for a person; nothing if the person has no home.
    #[must_use]
    pub fn usual_folder() -> Option<PathBuf> {
        Some(etcetera::choose_base_strategy().ok()?.data_dir().join("rare-terms"))
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    fn running(&self) -> PathBuf {
        self.folder.join(Shelf::Running.folder())
    }

    /// A journal for a new game. `number` tells it from others of the same second.
    #[must_use]
    pub fn journal(&self, number: u32) -> Journal {
        Journal::new(self.clone(), self.running_path(number))
    }

    fn running_path(&self, number: u32) -> PathBuf {
        self.running().join(format!("{:010}-{number:08x}.{ENDING}", now()))
    }

    /// The journal of a game that is taken up again: its file is written anew with the first entry.
    #[must_use]
    pub fn journal_at(&self, path: PathBuf) -> Journal {
        Journal::new(self.clone(), path)
    }

    /// The games of a shelf, the newest first. Among those being played, games that another program plays are left out, and those that
    /// lie among the finished ones as well.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn list(&self, shelf: Shelf) -> Result<Vec<Slot>, SaveError> {
        let mut slots = self.all(shelf)?;
        if shelf == Shelf::Running {
            // The power may go between putting a game among the finished ones and taking it away here.
            let finished = self.all(Shelf::Finished).unwrap_or_default();
            slots.retain(|slot| !finished.iter().any(|other| other.path == self.finished_path(&slot.path)));
            slots.retain(|slot| !self.disk.in_use(&slot.path));
        }
        Ok(slots)
    }

    /// All games of a shelf, the newest first.
    fn all(&self, shelf: Shelf) -> Result<Vec<Slot>, SaveError> {
        let folder = self.folder.join(shelf.folder());
        let found = self.disk.list(&folder).map_err(|source| SaveError::Read { path: folder, source })?;
        let mut slots: Vec<Slot> = found
            .into_iter()
            .filter(|file| file.path.extension().is_some_and(|ending| ending == ENDING))
            .map(|Found { path, when }| Slot { shelf, path, when })
            .collect();
        slots.sort_by(|a, b| (b.when, &b.path).cmp(&(a.when, &a.path)));
        Ok(slots)
    }

    /// The game of a name, wherever it lies, and whoever plays it.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Slot> {
        let slots = Shelf::ALL.into_iter().filter_map(|shelf| self.all(shelf).ok()).flatten();
        slots.into_iter().find(|slot| slot.name() == name)
    }

    /// The shelf that a file lies on, if it does.
    #[must_use]
    pub fn shelf_of(&self, path: &Path) -> Option<Shelf> {
        let parent = path.parent()?;
        // The same folder may be named in several ways.
        let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let is_in = |folder: PathBuf| parent == folder || real(parent) == real(&folder);
        Shelf::ALL.into_iter().find(|shelf| is_in(self.folder.join(shelf.folder())))
    }

    /// Whether a program that still runs is playing the game of a file.
    #[must_use]
    pub fn in_use(&self, path: &Path) -> bool {
        self.disk.in_use(path)
    }

    /// Reads a saved game as far as it is whole. A game that is no journal and has no end counts as damaged: a part of it is missing. The
    /// last line of a journal may be torn: nobody has been shown what it says.
    ///
    /// # Errors
    /// It cannot be read, or is damaged at its very beginning.
    pub fn read(&self, path: &Path) -> Result<Reading, SaveError> {
        let failed = |source| SaveError::Read { path: path.to_owned(), source };
        let bytes = self.disk.read(path, MAX_RECORD + 1).map_err(failed)?;
        let name = path.display().to_string();
        let mut reading = record::read(&name, &bytes)?;
        let breaks_off = reading.end.is_none() && reading.damage.is_none();
        if is_journal(path) {
            reading.damage = reading.damage.filter(|_| !reading.torn);
        } else if breaks_off {
            let text = Source::new(name, String::from_utf8_lossy(&bytes));
            reading.damage = Some(Fault::in_text(&text, bytes.len(), 0, "the end of this game is missing"));
        }
        Ok(reading)
    }

    /// Puts a game that nobody plays yet among those that are being played. `number` tells it from others of the same second.
    ///
    /// # Errors
    /// Those of the system.
    pub fn lay_out(&self, number: u32, record: &Record) -> Result<PathBuf, SaveError> {
        let path = self.running_path(number);
        self.put(&path, record.to_journal().as_bytes())
            .map_err(|source| SaveError::Write { path: path.clone(), source })?;
        Ok(path)
    }

    /// Takes a damaged game off its shelf and keeps it under another ending, so that what takes its place destroys nothing.
    ///
    /// # Errors
    /// Those of the system.
    pub fn set_aside(&self, path: &Path) -> Result<PathBuf, SaveError> {
        let taken = |path: &PathBuf| self.disk.read(path, 1).is_ok();
        let numbered = (2..=MOST_ASIDE).map(|number| path.with_extension(format!("{DAMAGED}-{number}")));
        let free = std::iter::once(path.with_extension(DAMAGED)).chain(numbered).find(|path| !taken(path));
        let full = || SaveError::Write { path: path.to_owned(), source: io::ErrorKind::AlreadyExists.into() };
        let aside = free.ok_or_else(full)?;
        self.disk.rename(path, &aside).map_err(|source| SaveError::Write { path: aside.clone(), source })?;
        Ok(aside)
    }

    /// Saves a game by name, in the place of one of the same name.
    ///
    /// # Errors
    /// The name cannot be that of a file, or the system refuses.
    pub fn save(&self, name: &str, record: &Record) -> Result<PathBuf, SaveError> {
        let path = self.path_of(name)?;
        self.put(&path, record.to_text(now()).as_bytes())
            .map_err(|source| SaveError::Write { path: path.clone(), source })?;
        Ok(path)
    }

    /// Where a game of that name is saved.
    ///
    /// # Errors
    /// The name cannot be that of a file.
    pub fn path_of(&self, name: &str) -> Result<PathBuf, SaveError> {
        let name = Self::checked(name)?;
        Ok(self.folder.join(Shelf::Saved.folder()).join(format!("{name}.{ENDING}")))
    }

    /// A name without what stands around it, if a file can have it on every system.
    fn checked(name: &str) -> Result<&str, SaveError> {
        let name = name.trim();
        let refused = |why| Err(SaveError::Name { name: name.chars().take(LONGEST).collect(), why });
        if name.is_empty() {
            return refused("it is empty");
        }
        if name.len() > LONGEST {
            return refused("it is too long: at most 80 bytes");
        }
        if name.starts_with('.') || name.ends_with('.') {
            return refused("it begins or ends with a full stop");
        }
        if name.chars().any(|c| c.is_control() || "/\\:*?\"<>|".contains(c)) {
            return refused("it has a sign that names of files may not have: / \\ : * ? \" < > |");
        }
        let first = name.split('.').next().unwrap_or_default().to_ascii_uppercase();
        let device = ["CON", "PRN", "AUX", "NUL"].contains(&first.as_str())
            || (first.len() == 4 && (first.starts_with("COM") || first.starts_with("LPT")));
        if device {
            return refused("some systems have no file of that name");
        }
        Ok(name)
    }

    /// Removes a saved game.
    ///
    /// # Errors
    /// Those of the system.
    pub fn remove(&self, slot: &Slot) -> Result<(), SaveError> {
        let failed = |source| SaveError::Write { path: slot.path.clone(), source };
        self.disk.remove(&slot.path).map_err(failed)
    }

    /// Of the saved games that go on where a damaged one breaks off, the one that is whole for longest; nothing if there is none.
    #[must_use]
    pub fn newest_whole(&self, damaged: &Record) -> Option<(Slot, Record)> {
        let slots = Shelf::ALL.into_iter().filter_map(|shelf| self.all(shelf).ok()).flatten();
        slots
            .filter_map(|slot| {
                let Reading { record, damage, .. } = self.read(&slot.path).ok()?;
                // Two games may have been set up alike; what was done in them tells them apart.
                let same = record.head == damaged.head && record.entries.starts_with(&damaged.entries);
                (same && damage.is_none() && record.entries.len() > damaged.entries.len())
                    .then_some((slot, record))
            })
            .max_by_key(|(_, record)| record.entries.len())
    }

    /// Puts a report of a fault beside the saved games.
    ///
    /// # Errors
    /// The system refuses.
    pub fn report(&self, name: &str, text: &str) -> Result<PathBuf, SaveError> {
        let path = self.folder.join(CRASHES).join(format!("{name}.txt"));
        self.put(&path, text.as_bytes()).map_err(|source| SaveError::Write { path: path.clone(), source })?;
        Ok(path)
    }

    /// Puts a record into the ring, in the place of the oldest.
    fn autosave(&self, record: &Record) -> io::Result<()> {
        let folder = self.folder.join(Shelf::Auto.folder());
        let there = self.disk.list(&folder)?;
        let path = |at: usize| folder.join(format!("{at:02}.{ENDING}"));
        let free = (0..RING).map(path).find(|path| !there.iter().any(|found| found.path == *path));
        let oldest = (0..RING).map(path).min_by_key(|path| {
            there
                .iter()
                .find(|found| found.path == *path)
                .map_or((0, PathBuf::new()), |f| (f.when, f.path.clone()))
        });
        let Some(path) = free.or(oldest) else { return Ok(()) };
        self.put(&path, record.to_text(now()).as_bytes()).map(drop)
    }

    /// Where a game goes that was played to its end.
    fn finished_path(&self, journal: &Path) -> PathBuf {
        let name = journal.file_name().map_or_else(|| ENDING.into(), ToOwned::to_owned);
        self.folder.join(Shelf::Finished.folder()).join(name)
    }

    /// Puts a whole file in the place of another, so that one of the two is there whatever happens.
    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn OpenFile>> {
        let folder = path.parent().unwrap_or(&self.folder);
        self.disk.make_folder(folder)?;
        let part = path.with_extension(UNFINISHED);
        let written = self.disk.create(&part, bytes).and_then(|mut file| {
            file.sync()?;
            self.disk.rename(&part, path)?;
            self.disk.sync_folder(folder)?;
            Ok(file)
        });
        if written.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::ResourceBusy) {
            // A part helps nobody and may be what fills the disk; one that is busy is another program's.
            let _ = self.disk.remove(&part);
        }
        written
    }
}
