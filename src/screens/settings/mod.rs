//! How the window is set: the page on which it is changed, and keeping it.
//!
//! - [`Settings`] says how it is set; whoever changes it need do no more. What it means for the window is in `window.rs`.
//! - Without a file, as in tests, nothing is kept.

mod view;

use bevy::app::AppExit;
use bevy::prelude::{
    App, IntoScheduleConfigs, Last, Local, MessageReader, Res, ResMut, Resource, Result, Startup, Update,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::flow::{Carried, Vocabulary};
use super::keys::Table;
use super::{Cover, Draw, Inbox, Intent};
use crate::storage::settings::{Broken, Found, Keeper};
use crate::storage::{self, SettingsFile};
use crate::words::Words;

/// How the window is set.
#[derive(Resource, Clone, PartialEq, Eq, Debug, Default)]
pub struct Settings(pub storage::Settings);

/// Where settings are kept, and what is to be told of that.
#[derive(Resource, Debug, Default)]
pub struct Kept {
    /// Who writes them; nothing if they are not kept.
    keeper: Option<Keeper>,
    /// What was wrong with the file when it was read, for the log.
    broken: Option<String>,
    /// What the player has not taken notice of yet.
    told: Option<String>,
    /// Whether it has been said that they cannot be written.
    said: bool,
}

impl Kept {
    /// What has to be told of the file, once.
    #[must_use]
    pub fn told(&self) -> Option<&str> {
        self.told.as_deref()
    }

    /// The player has taken notice of it.
    pub fn dismiss(&mut self) {
        self.told = None;
    }

    /// Where they are kept, if they are.
    #[must_use]
    pub fn place(&self) -> Option<String> {
        self.keeper.as_ref().map(|keeper| keeper.file().path().display().to_string())
    }

    fn keep(&mut self, settings: &storage::Settings) {
        if let Some(keeper) = &mut self.keeper {
            keeper.keep(settings);
        }
    }

    /// Says that settings cannot be written: once, however often it is tried.
    fn hear(&mut self, words: &Words) {
        let Some(error) = self.keeper.as_ref().and_then(Keeper::trouble) else { return };
        bevy::log::warn!("{error}");
        if !self.said {
            self.said = true;
            let error = error.to_string();
            let why = error.lines().next().unwrap_or_default();
            self.told = Some(words.text("settings-failed", &[("why", why.into())]));
        }
    }
}

/// Reads the settings of a file, and has them kept there from now on.
#[must_use]
pub fn open(file: Option<SettingsFile>, words: &Words) -> (Settings, Kept) {
    let Some(file) = file else { return (Settings::default(), Kept::default()) };
    let Found { mut settings, broken } = file.read();
    // Keys that mean nothing here are left out.
    settings.keys = Table::read(&settings.keys).kept();
    let mut kept = Kept::default();
    // Over a file that could not be moved nothing is written.
    if broken.as_ref().is_none_or(|broken| broken.aside.is_some()) {
        kept.keeper = Some(Keeper::new(file, settings.clone()));
    }
    kept.told = broken.as_ref().map(|broken| about(words, broken));
    kept.broken = broken.map(|broken| format!("{}: {}", broken.path.display(), broken.why));
    (Settings(settings), kept)
}

fn about(words: &Words, broken: &Broken) -> String {
    match &broken.aside {
        Some(aside) => words.text("settings-broken", &[("aside", aside.display().to_string().into())]),
        None => words.text("settings-stuck", &[("path", broken.path.display().to_string().into())]),
    }
}

/// There was no log yet when the file was read.
fn report(mut kept: ResMut<Kept>) {
    if let Some(broken) = kept.broken.take() {
        bevy::log::warn!("settings could not be read: {broken}");
    }
}

/// Has settings written that changed.
fn keep(settings: Res<Settings>, mut kept: ResMut<Kept>, words: Res<Vocabulary>) {
    kept.keep(&settings.0);
    kept.hear(&words.0);
}

/// Leaves nothing unwritten.
fn finish(mut exits: MessageReader<AppExit>, mut kept: ResMut<Kept>) {
    if exits.read().count() > 0
        && let Some(keeper) = &mut kept.keeper
    {
        keeper.finish();
    }
}

fn draw(
    mut contexts: EguiContexts,
    cover: Res<Cover>,
    settings: Res<Settings>,
    kept: Res<Kept>,
    words: Res<Vocabulary>,
    mut inbox: ResMut<Inbox<Intent>>,
    mut open: Local<bool>,
) -> Result {
    let was = std::mem::replace(&mut *open, *cover == Cover::Settings);
    if *open {
        let place = kept.place();
        inbox.put(view::show(contexts.ctx_mut()?, &words.0, &settings.0, place.as_deref(), !was));
    }
    Ok(())
}

/// Adds the page, and what keeps settings.
pub fn plugin(app: &mut App) {
    app.init_resource::<Settings>().init_resource::<Kept>();
    app.add_systems(Startup, report);
    app.add_systems(Update, keep.after(Carried));
    app.add_systems(Last, finish);
    app.add_systems(EguiPrimaryContextPass, draw.in_set(Draw::Cover));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_cannot_be_written_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("wall"), "").unwrap();
        let words = Words::english();
        let (_, mut kept) = open(Some(SettingsFile::new(folder.path().join("wall/settings.ron"))), &words);
        let mut change = |scale| {
            kept.keep(&storage::Settings { scale, ..storage::Settings::default() });
            kept.keeper.as_mut().unwrap().finish();
            kept.hear(&words);
            let told = kept.told().map(str::to_owned);
            kept.dismiss();
            told
        };
        assert!(change(90).unwrap().contains("last only until you quit"));
        assert_eq!(change(120), None);
    }
}
