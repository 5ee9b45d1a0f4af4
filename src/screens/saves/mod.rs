//! Saved games: the list of them, opening one, saving by name, and what the menu offers first.
//!
//! - Every game is kept from its first decision on: see [`Keeping::keep`]. Leaving it loses nothing.
//! - Files are read where no frame waits for them: see `files.rs`.

mod dialog;
mod files;
mod model;
mod offer;
#[cfg(test)]
mod tests;
mod trouble;
mod view;

use bevy::prelude::{
    App, Commands, DetectChangesMut, IntoScheduleConfigs, NextState, OnEnter, OnExit, Res, ResMut, Resource,
    Result, SystemCondition, Update, in_state, not, resource_changed, resource_exists,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use self::files::Files;
use self::model::Model;
pub use self::offer::Offer;
use super::cover::KeyLine;
use super::flow::{Carried, Vocabulary};
use super::run::Shelf as Library;
use super::{Draw, Inbox, Room, Screen, desk, inbox};
use crate::rules::record::Record;
use crate::session::opening::{self, Opened, Trouble};
use crate::session::{Rerun, Session};
use crate::storage::Saves;
use crate::storage::disk::now;
use crate::storage::saves::Slot;

/// Keys of this screen, for the help page.
pub const KEYS: &[KeyLine] =
    &[("Enter", "key-saves-open"), ("\u{2191} \u{2193}", "key-saves-choose"), ("Esc", "key-saves-back")];

/// Where games are kept; nothing if this computer has no place for them.
#[derive(Resource, Clone)]
pub struct Keeping(pub Option<Saves>);

impl Keeping {
    /// Has a new game written down from now on.
    pub fn keep(&self, session: &mut Session) {
        if let Some(saves) = &self.0 {
            session.keep(Box::new(saves.journal(rand::random())));
        }
    }
}

/// What is asked for about saved games.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Shows the list.
    List,
    /// Goes on with this game.
    GoOn(Slot),
    /// Chooses a game by its place in the list.
    Choose(usize),
    /// Goes on with the chosen game, or looks back at it where it is over.
    Open,
    /// Looks at the chosen game again.
    Replay,
    /// Asks whether the chosen game is to be removed.
    Remove,
    /// Removes it.
    RemoveNow,
    /// Leaves it.
    Leave,
    /// Its path was put on the clipboard.
    Copied,
    /// Opens what is whole of a damaged game.
    Part,
    /// Opens another file of the same game.
    Other,
    /// Goes back to the list.
    Back,
    /// Goes back to the menu.
    Menu,
}

/// What is chosen and asked in the list.
#[derive(Resource, Default)]
struct State {
    chosen: usize,
    removing: bool,
    copied: bool,
    trouble: Option<trouble::Page>,
    part: Option<Record>,
    other: Option<Slot>,
    /// Why something could not be removed.
    failed: Option<String>,
}

impl State {
    fn upset(&mut self, words: &crate::words::Words, trouble: Trouble) {
        self.trouble = Some(trouble::Page::of(words, &trouble));
        (self.part, self.other) = (trouble.part, trouble.other);
    }

    fn calm(&mut self) {
        (self.trouble, self.part, self.other) = (None, None, None);
        (self.removing, self.copied, self.failed) = (false, false, None);
    }
}

#[derive(Resource, Default)]
struct Shown(Option<Model>);

/// Carries out what was asked for.
fn carry(
    mut commands: Commands,
    mut asked: ResMut<Inbox<Ask>>,
    mut state: ResMut<State>,
    mut files: ResMut<Files>,
    mut next: ResMut<NextState<Screen>>,
    keeping: Res<Keeping>,
    words: Res<Vocabulary>,
) {
    if asked.is_empty() {
        return;
    }
    let (Some(ask), Some(saves)) = (asked.take(), keeping.0.as_ref()) else {
        // Without a folder there is nothing to do here but to leave.
        next.set(Screen::Menu);
        return;
    };
    let chosen = files.list.get(state.chosen).map(|file| file.slot.clone());
    let opened = match ask {
        Ask::List => {
            state.calm();
            state.chosen = 0;
            next.set(Screen::Saves);
            return;
        }
        Ask::Menu => {
            next.set(Screen::Menu);
            return;
        }
        Ask::Choose(at) => {
            state.calm();
            state.chosen = at.min(files.list.len().saturating_sub(1));
            return;
        }
        Ask::Back | Ask::Leave => {
            state.calm();
            return;
        }
        Ask::Copied => {
            state.copied = true;
            return;
        }
        Ask::Remove => {
            state.calm();
            state.removing = chosen.is_some();
            return;
        }
        Ask::RemoveNow => {
            state.calm();
            if let Some(slot) = chosen {
                state.failed = saves.remove(&slot).err().map(|error| error.to_string());
                if state.failed.is_none() {
                    files.list.retain(|file| file.slot != slot);
                }
                files.look_again();
            }
            return;
        }
        Ask::Replay => {
            let Some(slot) = chosen else { return };
            match opening::look(saves, &slot) {
                Ok(rerun) => {
                    commands.insert_resource::<Rerun>(rerun);
                    next.set(Screen::Replay);
                }
                Err(trouble) => state.upset(&words.0, *trouble),
            }
            return;
        }
        Ask::GoOn(slot) => opening::open(saves, &slot, words.0.clone()),
        Ask::Open => {
            let Some(slot) = chosen else { return };
            opening::open(saves, &slot, words.0.clone())
        }
        Ask::Part => {
            let Some(part) = state.part.take() else { return };
            opening::open_part(saves, &part, words.0.clone())
        }
        Ask::Other => {
            let Some(slot) = state.other.take() else { return };
            opening::open(saves, &slot, words.0.clone())
        }
    };
    match opened {
        Ok(Opened::Session(session)) => {
            state.calm();
            bevy::log::info!("a saved game goes on");
            commands.insert_resource(*session);
        }
        Ok(Opened::Over(debriefing)) => {
            state.calm();
            bevy::log::info!("a saved game is looked back at");
            commands.insert_resource(*debriefing);
            next.set(Screen::Debrief);
        }
        Err(trouble) => {
            state.calm();
            state.upset(&words.0, *trouble);
            next.set(Screen::Saves);
        }
    }
}

/// The files may have changed since they were last looked at.
fn look_again(mut files: ResMut<Files>) {
    files.look_again();
}

/// Reads the files, once the game that was played is let go.
fn read(mut files: ResMut<Files>, mut state: ResMut<State>, keeping: Res<Keeping>, library: Res<Library>) {
    let chosen = files.list.get(state.chosen).map(|file| file.slot.path.clone());
    let advanced = files.bypass_change_detection().advance(keeping.0.as_ref(), &library.0);
    if advanced {
        // Others may stand before it now.
        let again = files.list.iter().position(|file| Some(&file.slot.path) == chosen.as_ref());
        let last = files.list.len().saturating_sub(1);
        state.chosen = again.unwrap_or(state.chosen.min(last));
        files.set_changed();
    }
}

/// Nothing else wakes the window when the files have been read.
fn wake(files: Res<Files>, mut redraw: bevy::prelude::MessageWriter<bevy::window::RequestRedraw>) {
    if files.busy() {
        redraw.write(bevy::window::RequestRedraw);
    }
}

fn rebuild(
    files: Res<Files>,
    state: Res<State>,
    keeping: Res<Keeping>,
    words: Res<Vocabulary>,
    mut shown: ResMut<Shown>,
) {
    let folder = keeping.0.as_ref().map(|saves| saves.folder().display().to_string());
    shown.0 = Some(Model::of(&words.0, &files, &state, folder.as_deref(), now()));
}

fn draw(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    room: Res<Room>,
    mut inbox: ResMut<Inbox<Ask>>,
) -> Result {
    let Some(model) = &shown.0 else { return Ok(()) };
    let mut ui = room.ui(contexts.ctx_mut()?, "saves");
    inbox.put(view::draw(&mut ui, model, &room));
    Ok(())
}

fn drop_rerun(mut commands: Commands) {
    commands.remove_resource::<Rerun>();
}

/// Adds the list of saved games, the dialog in which a game is saved, and what the menu offers.
pub fn plugin(app: &mut App) {
    inbox::add::<Ask>(app);
    app.init_resource::<Files>();
    desk::add_plain::<State>(app);
    desk::add_plain::<Shown>(app);
    app.add_systems(OnEnter(Screen::Menu), look_again);
    app.add_systems(OnEnter(Screen::Saves), look_again);
    app.add_systems(OnExit(Screen::Replay), drop_rerun);
    app.add_systems(
        Update,
        (
            carry,
            (read, wake).chain().run_if(not(resource_exists::<Session>)),
            rebuild.run_if(resource_changed::<Files>.or_else(resource_changed::<State>)),
        )
            .chain()
            .before(Carried),
    );
    app.add_systems(
        EguiPrimaryContextPass,
        draw.in_set(Draw::Screen).run_if(in_state(Screen::Saves).and_then(resource_exists::<Shown>)),
    );
    offer::plugin(app);
    dialog::plugin(app);
}
