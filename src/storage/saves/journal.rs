//! The journal of a game that is being played: a record that grows line by line, each made to last before its effect is shown.
//!
//! - Lines are appended and synced. A loss of power can only spoil the line that is being written, which nobody has been shown the effect of.
//! - A whole file is written under another name, synced, and renamed: there is no moment at which neither the old nor the new one is whole.
//! - What cannot be written is kept in mind and tried again, from the beginning, with the next entry. Play goes on meanwhile.

use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::Saves;
use crate::rules::record::{Ledger, Record, Writer};
use crate::storage::disk::{OpenFile, now};

/// The journal that was written last, so that whoever has to say where the game is can.
static LAST: Mutex<Option<Kept>> = Mutex::new(None);

/// Where the game that is being played is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    /// Its file.
    pub path: PathBuf,
    /// How many entries it has.
    pub entries: usize,
    /// Why it does not have everything, in the system's words.
    pub trouble: Option<String>,
}

/// Where the game that this program plays is kept; nothing if none is.
#[must_use]
pub fn kept() -> Option<Kept> {
    LAST.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// The journal of one game.
pub struct Journal {
    saves: Saves,
    path: PathBuf,
    open: Option<Open>,
    /// Whether the game is over.
    over: bool,
    /// Whether it lies among the finished ones, and nowhere else.
    closed: bool,
    trouble: Option<String>,
}

/// A file that holds all that was written so far, and nothing else.
struct Open {
    file: Box<dyn OpenFile>,
    writer: Writer,
    entries: usize,
}

impl Journal {
    pub(super) fn new(saves: Saves, path: PathBuf) -> Self {
        Self { saves, path, open: None, over: false, closed: false, trouble: None }
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &std::path::Path {
        &self.path
    }

    fn try_write(&mut self, record: &Record) -> io::Result<()> {
        match self.open.take() {
            Some(mut open) if open.entries <= record.entries.len() && open.file.is_at(&self.path) => {
                let mut lines = String::new();
                for entry in record.entries.iter().skip(open.entries) {
                    lines.push_str(&open.writer.entry(entry));
                }
                if !lines.is_empty() {
                    open.file.append(lines.as_bytes())?;
                    open.file.sync()?;
                }
                open.entries = record.entries.len();
                self.open = Some(open);
            }
            // It was never written, could not be written to its end, or has been taken away.
            _ => {
                let (mut writer, mut text) = Writer::begin(record);
                for entry in &record.entries {
                    text.push_str(&writer.entry(entry));
                }
                let file = self.saves.put(&self.path, text.as_bytes())?;
                self.open = Some(Open { file, writer, entries: record.entries.len() });
            }
        }
        Ok(())
    }

    /// Puts a game that is over among the finished ones.
    fn try_finish(&mut self, record: &Record) -> io::Result<()> {
        let finished = self.saves.finished_path(&self.path);
        self.saves.put(&finished, record.to_text(now()).as_bytes())?;
        self.open = None;
        if finished == self.path {
            self.closed = true;
            return Ok(());
        }
        let gone = |result: io::Result<()>| match result {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        };
        gone(self.saves.disk().remove(&self.path))?;
        gone(self.saves.disk().sync_folder(&self.saves.running()))?;
        self.closed = true;
        Ok(())
    }

    fn note(&mut self, result: io::Result<()>, entries: usize) {
        self.trouble = result.err().map(|error| error.to_string());
        let path = if self.closed { self.saves.finished_path(&self.path) } else { self.path.clone() };
        let kept = Kept { path, entries, trouble: self.trouble.clone() };
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
    }
}

impl Ledger for Journal {
    fn write(&mut self, record: &Record) {
        if !self.closed {
            let result = if self.over { self.try_finish(record) } else { self.try_write(record) };
            self.note(result, record.entries.len());
        }
    }

    fn milestone(&mut self, record: &Record, over: bool) {
        self.over |= over;
        if over {
            self.write(record);
        } else if self.trouble.is_none() {
            let result = self.saves.autosave(record);
            self.note(result, record.entries.len());
        }
    }

    fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        if last.as_ref().is_some_and(|kept| kept.path.file_name() == self.path.file_name()) {
            *last = None;
        }
        drop(last);
        // Whoever left before anything was done has nothing to come back to.
        if self.open.as_ref().is_some_and(|open| open.entries == 0) {
            let _ = self.saves.disk().remove(&self.path);
        }
    }
}
