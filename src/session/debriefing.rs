//! A game that is over, looked back at: its debrief, worded where no frame waits for it, and the reports that are saved of it.
//!
//! A fault in the debrief is told, and stops nothing.

use std::path::PathBuf;
use std::sync::Arc;

use bevy::platform::cell::SyncCell;
use bevy::prelude::Resource;
use bevy::tasks::futures::check_ready;
use bevy::tasks::{AsyncComputeTaskPool, Task};

use super::{Rerun, Setup};
use crate::debrief::Debrief;
use crate::play::contained::{Work, contained};
use crate::play::{Match, Replay};
use crate::report::{self, Data, Document, compose};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::position::Position;
use crate::rules::record::Record;
use crate::storage::Saves;
use crate::words::Words;

/// What there is to read of a game that is over.
pub struct Account {
    /// The debrief, worded.
    pub document: Document,
    /// At its end.
    replay: Replay,
}

impl Account {
    /// How the game ended, with every secret.
    #[must_use]
    pub fn truth(&self) -> &Position {
        self.replay.now().truth()
    }

    /// Everything that happened.
    #[must_use]
    pub fn log(&self) -> &[Event] {
        self.replay.now().log()
    }
}

/// How far the debrief is.
pub enum Reading {
    /// It is being worked out.
    Working,
    /// It is there.
    Ready(Arc<Account>),
    /// It broke down; what it said of itself.
    Failed(String),
}

/// What a report is saved as.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wish {
    /// The name of its file, without an ending.
    pub name: String,
    /// In what form.
    pub form: Form,
    /// Whether the names of people are kept in it.
    pub names: bool,
}

/// The forms of a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Form {
    /// A page for the browser.
    #[default]
    Html,
    /// Pages of paper.
    Pdf,
    /// Tables.
    Csv,
    /// For programs.
    Json,
}

impl Form {
    /// All of them, the usual one first.
    pub const ALL: [Self; 4] = [Self::Html, Self::Pdf, Self::Csv, Self::Json];

    /// What the name of such a file ends in.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// Whether a report is being saved, or was.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Saving {
    /// None has been asked for.
    #[default]
    No,
    /// It is being written.
    Working,
    /// It lies there.
    Done(PathBuf),
    /// It could not be saved, and why. What was there before is still there.
    Failed(String),
}

type Saved = Result<PathBuf, String>;

/// A game that is over, looked back at.
#[derive(Resource)]
pub struct Debriefing {
    record: Record,
    setup: Setup,
    words: Arc<Words>,
    reading: Reading,
    task: Option<SyncCell<Task<Result<Account, String>>>>,
    saving: Saving,
    writing: Option<SyncCell<Task<Saved>>>,
}

impl Debriefing {
    /// Begins to look back at a match that is over.
    pub(super) fn of(play: &Match, words: Arc<Words>) -> Self {
        let (game, record) = (play.game().clone(), play.record().clone());
        let setup = Setup { game: game.clone(), seats: record.head.seats.clone(), seed: record.head.seed };
        let (own, told) = (record.clone(), words.clone());
        let task = AsyncComputeTaskPool::get()
            .spawn(async move { contained(Work::Debrief, || account(game, own, &told)).unwrap_or_else(Err) });
        Self {
            record,
            setup,
            words,
            reading: Reading::Working,
            task: Some(SyncCell::new(task)),
            saving: Saving::No,
            writing: None,
        }
    }

    /// The same, for tests of what is shown of it.
    #[cfg(test)]
    pub(crate) fn of_match(play: &Match, words: Arc<Words>) -> Self {
        Self::of(play, words)
    }

    /// The level under its rule book.
    #[must_use]
    pub fn game(&self) -> &Arc<Game> {
        &self.setup.game
    }

    /// What the game was set up with.
    #[must_use]
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// How far the debrief is.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Whether a report is being saved, or was.
    #[must_use]
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// The game moment by moment.
    ///
    /// # Errors
    /// Why it cannot be looked at, in a sentence.
    pub fn rerun(&self) -> Result<Rerun, String> {
        Rerun::new(self.record.clone()).map_err(|error| error.to_string())
    }

    /// Begins to save a report, if the debrief is there and none is being saved.
    pub fn save(&mut self, saves: &Saves, wish: Wish) {
        let (Reading::Ready(account), None) = (&self.reading, &self.writing) else { return };
        let (account, words, saves) = (account.clone(), self.words.clone(), saves.clone());
        let task = AsyncComputeTaskPool::get().spawn(async move {
            let bytes = contained(Work::Debrief, || bytes(&account, &words, &wish)).unwrap_or_else(Err)?;
            saves.put_report(&wish.name, wish.form.ending(), &bytes).map_err(|error| error.to_string())
        });
        self.saving = Saving::Working;
        self.writing = Some(SyncCell::new(task));
    }

    /// Forgets what became of the last report.
    pub fn forget(&mut self) {
        if self.writing.is_none() {
            self.saving = Saving::No;
        }
    }

    /// Whether something is being worked out.
    #[must_use]
    pub fn works(&self) -> bool {
        self.task.is_some() || self.writing.is_some()
    }

    /// Takes what has been worked out. True if anything has.
    pub fn advance(&mut self) -> bool {
        let read = self.task.as_mut().and_then(|task| check_ready(task.get()));
        let saved = self.writing.as_mut().and_then(|task| check_ready(task.get()));
        let news = read.is_some() || saved.is_some();
        if let Some(read) = read {
            self.task = None;
            self.reading = match read {
                Ok(account) => Reading::Ready(Arc::new(account)),
                Err(why) => Reading::Failed(why),
            };
        }
        if let Some(saved) = saved {
            self.writing = None;
            self.saving = match saved {
                Ok(path) => Saving::Done(path),
                Err(why) => Saving::Failed(why),
            };
        }
        news
    }
}

fn account(game: Arc<Game>, record: Record, words: &Words) -> Result<Account, String> {
    let replay = Replay::of(game, record).map_err(|error| error.to_string())?;
    let debrief = Debrief::of(&replay);
    let document = compose::document(words, &debrief);
    Ok(Account { document, replay })
}

/// A report as the bytes of a file.
fn bytes(account: &Account, words: &Words, wish: &Wish) -> Result<Vec<u8>, String> {
    let game = account.replay.now().game();
    let own;
    let account = if wish.names {
        account
    } else {
        // Whatever could come from a name comes from none.
        let record = report::anonymous(words, account.replay.record());
        own = self::account(game.clone(), record, words)?;
        &own
    };
    let document = || report::named(words, account.document.clone(), game, account.replay.record());
    let made = match wish.form {
        Form::Html => report::html(words, &document()).map(String::into_bytes),
        Form::Pdf => report::pdf(words, &document()),
        Form::Csv => Ok(Data::of(&account.replay).csv().into_bytes()),
        Form::Json => Data::of(&account.replay).json().map(String::into_bytes),
    };
    made.map_err(|error| error.to_string())
}
