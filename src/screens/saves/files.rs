//! What lies among the saved games, read where no frame waits for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use bevy::platform::cell::SyncCell;
use bevy::prelude::Resource;
use bevy::tasks::futures::check_ready;
use bevy::tasks::{AsyncComputeTaskPool, Task};

use crate::play::Summary;
use crate::rules::record::Head;
use crate::storage::Library;
use crate::storage::saves::{SaveError, Saves, Shelf, Slot};

/// A saved game, and what could be read of it.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) slot: Slot,
    pub(super) about: Result<Arc<About>, String>,
}

/// What could be read of a saved game.
#[derive(Debug)]
pub(super) struct About {
    pub(super) head: Head,
    /// As far as it plays.
    pub(super) summary: Summary,
    /// What is wrong with it.
    pub(super) damage: Option<Damage>,
    /// Whether the library now has another text of the level, or of the rule book.
    pub(super) edited: bool,
}

/// What is wrong with a saved game.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Damage {
    /// A line is damaged; so many entries before it are whole.
    Line { line: usize, entries: usize },
    /// After so many entries it does not play as it did.
    Plays { entries: usize, why: String },
}

/// All saved games.
#[derive(Resource, Default)]
pub(super) struct Files {
    /// The games of each shelf, the newest first.
    pub(super) list: Vec<File>,
    /// Why a folder could not be read.
    pub(super) troubles: Vec<String>,
    /// Whether they have been read at all.
    pub(super) known: bool,
    pub(super) stale: bool,
    pub(super) reading: Option<SyncCell<Task<Read>>>,
}

pub(super) type Read = (Vec<File>, Vec<String>);

impl Files {
    /// Has them read again, once no game of this program holds one of them.
    pub(super) fn look_again(&mut self) {
        self.stale = true;
        self.known = false;
        self.reading = None;
    }

    /// Whether they have to be read, or are being read.
    pub(super) fn busy(&self) -> bool {
        self.stale || self.reading.is_some()
    }

    /// Begins to read, or takes what was read. True if anything new is known.
    pub(super) fn advance(&mut self, saves: Option<&Saves>, library: &Library) -> bool {
        let Some(saves) = saves else {
            let news = !self.known;
            (self.stale, self.known) = (false, true);
            return news;
        };
        if self.stale {
            self.stale = false;
            let (saves, library, old) = (saves.clone(), library.clone(), self.list.clone());
            let task = AsyncComputeTaskPool::get().spawn(async move { read(&saves, &library, &old) });
            self.reading = Some(SyncCell::new(task));
        }
        let Some(task) = &mut self.reading else { return false };
        let Some((list, troubles)) = check_ready(task.get()) else { return false };
        (self.list, self.troubles) = (list, troubles);
        (self.reading, self.known) = (None, true);
        true
    }
}

/// Reads all shelves. What has not changed since is not read again.
pub(super) fn read(saves: &Saves, library: &Library, old: &[File]) -> Read {
    let mut shelf = Editions { library, levels: BTreeMap::new(), rules: BTreeMap::new() };
    let (mut list, mut troubles) = (Vec::new(), Vec::new());
    for kind in Shelf::ALL {
        let slots = match saves.list(kind) {
            Ok(slots) => slots,
            Err(error) => {
                troubles.push(error.to_string());
                continue;
            }
        };
        for slot in slots {
            // A journal grows within a second.
            let known = old.iter().find(|file| {
                kind != Shelf::Running && file.slot.path == slot.path && file.slot.when == slot.when
            });
            let about = known
                .map_or_else(|| about(saves, &slot, &mut shelf).map(Arc::new), |file| file.about.clone());
            list.push(File { slot, about });
        }
    }
    (list, troubles)
}

fn about(saves: &Saves, slot: &Slot, shelf: &mut Editions<'_>) -> Result<About, String> {
    let reading = saves.read(&slot.path).map_err(|error| match error {
        // The path stands beside it.
        SaveError::Damaged(fault) => fault.message().to_owned(),
        other => other.to_string(),
    })?;
    let entries = reading.record.entries.len();
    let mut damage = reading.damage.as_ref().map(|fault| Damage::Line { line: fault.line(), entries });
    let summary = match Summary::of(&reading.record) {
        Ok(summary) => summary,
        Err(error) => {
            let entries = error.entry().ok_or_else(|| error.to_string())?;
            damage = Some(Damage::Plays { entries, why: error.to_string() });
            Summary::of(&reading.record.until(entries)).map_err(|error| error.to_string())?
        }
    };
    let head = reading.record.head;
    let edited = shelf.edited(&head);
    Ok(About { head, summary, damage, edited })
}

/// The marks of the texts that the library has now.
struct Editions<'a> {
    library: &'a Library,
    levels: BTreeMap<String, Option<String>>,
    rules: BTreeMap<String, Option<String>>,
}

impl Editions<'_> {
    fn edited(&mut self, head: &Head) -> bool {
        let library = self.library;
        let level = self
            .levels
            .entry(head.level.clone())
            .or_insert_with(|| library.level(&head.level).ok().map(|level| level.edition.mark()));
        let rules = self
            .rules
            .entry(head.rules.clone())
            .or_insert_with(|| library.rule_book(&head.rules).ok().map(|rules| rules.edition.mark()));
        level.as_ref().is_some_and(|mark| *mark != head.level_mark)
            || rules.as_ref().is_some_and(|mark| *mark != head.rules_mark)
    }
}
