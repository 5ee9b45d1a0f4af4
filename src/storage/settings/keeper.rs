//! Writes settings down while the game goes on: once they have stayed as they are for a moment, on a thread of its own.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::{Settings, SettingsFile};
use crate::storage::StorageError;

/// How long settings stay as they are before they are written: a window is dragged to its size, and that is many sizes.
const STILL: Duration = Duration::from_millis(500);

type Trouble = Arc<Mutex<Option<StorageError>>>;

/// Keeps settings in their file. What is given to it last is written at the latest when it ends.
#[derive(Debug)]
pub struct Keeper {
    file: SettingsFile,
    last: Settings,
    trouble: Trouble,
    at_work: Option<(Sender<Settings>, JoinHandle<()>)>,
}

impl Keeper {
    /// A keeper for a file that says these settings, or that has to say nothing as long as they are as usual.
    #[must_use]
    pub fn new(file: SettingsFile, now: Settings) -> Self {
        Self { file, last: now, trouble: Arc::default(), at_work: None }
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> &SettingsFile {
        &self.file
    }

    /// Has settings written soon, if they are others than the last.
    pub fn keep(&mut self, settings: &Settings) {
        if self.last == *settings {
            return;
        }
        self.last = settings.clone();
        let sent = self.thread().is_some_and(|thread| thread.send(settings.clone()).is_ok());
        if !sent {
            // Without a thread of its own it is done here and now.
            self.at_work = None;
            write(&self.file, settings, &self.trouble);
        }
    }

    /// The thread that writes, which begins when it is first needed.
    fn thread(&mut self) -> Option<&Sender<Settings>> {
        if self.at_work.is_none() {
            let (to, from) = channel();
            let (file, trouble) = (self.file.clone(), self.trouble.clone());
            let thread = thread::Builder::new().name("settings".to_owned());
            let thread = thread.spawn(move || work(&from, &file, &trouble)).ok()?;
            self.at_work = Some((to, thread));
        }
        self.at_work.as_ref().map(|(to, _)| to)
    }

    /// Why settings could not be written, if that has happened since this was last asked.
    #[must_use]
    pub fn trouble(&self) -> Option<StorageError> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Waits until all is written.
    pub fn finish(&mut self) {
        if let Some((to, thread)) = self.at_work.take() {
            drop(to);
            // Were it to break down, there would be nothing more to write.
            let _ = thread.join();
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.finish();
    }
}

/// Writes the last of what comes in a row, until nothing can come any more.
fn work(from: &Receiver<Settings>, file: &SettingsFile, trouble: &Trouble) {
    while let Ok(mut settings) = from.recv() {
        let over = loop {
            match from.recv_timeout(STILL) {
                Ok(newer) => settings = newer,
                Err(RecvTimeoutError::Timeout) => break false,
                Err(RecvTimeoutError::Disconnected) => break true,
            }
        };
        write(file, &settings, trouble);
        if over {
            return;
        }
    }
}

fn write(file: &SettingsFile, settings: &Settings, trouble: &Trouble) {
    if let Err(error) = file.write(settings) {
        *trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
    }
}
