//! What the targets share: a level, a rule book, a journal, right seals for any lines, and a disk in memory.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use rare_terms::play::Match;
use rare_terms::play::auto::{broke_down, pass_safely};
use rare_terms::rules::check;
use rare_terms::rules::game::Game;
use rare_terms::rules::level::Level;
use rare_terms::rules::record::{Record, Writer};
use rare_terms::rules::rulebook::RuleBook;
use rare_terms::rules::source::Source;
use rare_terms::storage::disk::{Disk, Found, OpenFile};

/// The smallest level of the game.
pub fn level() -> Level {
    static LEVEL: OnceLock<Level> = OnceLock::new();
    LEVEL
        .get_or_init(|| {
            check::level(&Source::new("tutorial.ron", include_str!("../../levels/tutorial.ron")))
                .expect("it is right")
        })
        .clone()
}

/// The rule book with everything in it.
pub fn book() -> RuleBook {
    static BOOK: OnceLock<RuleBook> = OnceLock::new();
    BOOK.get_or_init(|| {
        check::rule_book(&Source::new("full.ron", include_str!("../../assets/rules/full.ron")))
            .expect("it is right")
    })
    .clone()
}

fn begin() -> Match {
    Match::new(Arc::new(Game::new(level(), book(), None)), 1)
}

/// The first lines of a record, up to its entries.
pub fn begun() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| Writer::begin(begin().record()).1)
}

/// A journal, and what is in it.
pub fn journal() -> &'static (String, Record) {
    static JOURNAL: OnceLock<(String, Record)> = OnceLock::new();
    JOURNAL.get_or_init(|| {
        let mut played = begin();
        for number in 0..12 {
            let Some(seat) = played.waiting_for().iter().next() else { break };
            match number {
                3 => broke_down(&mut played, seat),
                _ => pass_safely(&mut played, seat),
            }
            if number == 5 {
                let _ = played.take_back(seat);
            }
        }
        let record = played.marked();
        let (mut writer, mut text) = Writer::begin(&record);
        record.entries.iter().for_each(|entry| text.push_str(&writer.entry(entry)));
        (text, record)
    })
}

/// Lines with their seals, behind what a record begins with.
pub fn sealed(beginning: &str, lines: &str) -> String {
    let mut seal = blake3::hash(b"rare-terms record 1");
    let mut add = |line: &str| {
        let mut hasher = blake3::Hasher::new();
        hasher.update(seal.as_bytes()).update(line.as_bytes());
        seal = hasher.finalize();
        format!("{} {line}\n", &seal.to_hex()[..16])
    };
    let mut text = "rare-terms record 1\n".to_owned();
    for line in beginning.lines().skip(1) {
        text.push_str(&add(&line[17..]));
    }
    assert_eq!(text, beginning, "the seals are others now");
    lines.lines().for_each(|line| text.push_str(&add(line)));
    text
}

/// A disk in memory. Copies are the same disk.
#[derive(Clone, Default)]
pub struct MemoryDisk(Arc<Mutex<BTreeMap<PathBuf, Vec<u8>>>>);

impl MemoryDisk {
    fn with<T>(&self, work: impl FnOnce(&mut BTreeMap<PathBuf, Vec<u8>>) -> T) -> T {
        work(&mut self.0.lock().expect("nobody panics here"))
    }

    /// Puts a file there.
    pub fn put(&self, path: &Path, bytes: Vec<u8>) {
        self.with(|files| files.insert(path.to_owned(), bytes));
    }

    /// What a file holds.
    pub fn bytes(&self, path: &Path) -> Vec<u8> {
        self.with(|files| files.get(path).cloned().unwrap_or_default())
    }
}

impl Disk for MemoryDisk {
    fn make_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn OpenFile>> {
        self.put(path, bytes.to_vec());
        // It is always renamed before anything is added.
        let path = path.with_extension("game");
        Ok(Box::new(MemoryFile { disk: self.clone(), path }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let bytes = self.with(|files| files.remove(from)).ok_or(io::ErrorKind::NotFound)?;
        self.put(to, bytes);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.with(|files| files.remove(path)).map(drop).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = self.with(|files| files.get(path).cloned()).ok_or(io::ErrorKind::NotFound)?;
        bytes.truncate(most);
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Found>> {
        let inside = |path: &&PathBuf| path.parent() == Some(folder);
        let found = |path: &PathBuf| Found { path: path.clone(), when: 0 };
        Ok(self.with(|files| files.keys().filter(inside).map(found).collect()))
    }

    fn in_use(&self, _: &Path) -> bool {
        false
    }
}

struct MemoryFile {
    disk: MemoryDisk,
    path: PathBuf,
}

impl OpenFile for MemoryFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.disk.with(|files| files.entry(self.path.clone()).or_default().extend(bytes));
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn is_at(&self, path: &Path) -> bool {
        self.path == path
    }
}
