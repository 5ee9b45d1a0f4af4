//! The page that is shown after a fault of the program: what happened, what is safe, and what to do.

mod model;
mod view;

use std::path::PathBuf;

use bevy::prelude::{
    App, IntoScheduleConfigs, NextState, OnExit, Res, ResMut, Resource, Result, State, SystemCondition,
    Update, in_state, resource_exists,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use self::model::Model;
use super::cover::KeyLine;
use super::flow::{Carried, Vocabulary};
use super::saves::{self, Keeping};
use super::{Draw, Inbox, Intent, Room, Screen, inbox};
use crate::crash::{self, Drill};
use crate::session::Session;
use crate::storage::saves::{Shelf, Slot};

/// Keys of this screen, for the help page.
pub const KEYS: &[KeyLine] = &[("Enter", "key-crash-main")];

/// The report that is shown, if the program starts after a fault.
#[derive(Resource, Clone)]
pub struct After(pub PathBuf);

/// What is asked for on this page.
#[derive(Clone, Debug)]
enum Ask {
    GoOn,
    Menu,
    Copied,
    Quit,
}

#[derive(Resource)]
struct Shown(Model);

fn open(
    mut commands: bevy::prelude::Commands,
    after: Res<After>,
    keeping: Res<Keeping>,
    words: Res<Vocabulary>,
) {
    bevy::log::info!("a fault is shown: {}", after.0.display());
    commands.insert_resource(Shown(Model::of(&words.0, &after.0, keeping.0.as_ref())));
}

fn carry(
    mut asked: ResMut<Inbox<Ask>>,
    mut shown: ResMut<Shown>,
    mut intents: ResMut<Inbox<Intent>>,
    mut opened: ResMut<Inbox<saves::Ask>>,
    mut next: ResMut<NextState<Screen>>,
) {
    if asked.is_empty() {
        return;
    }
    match asked.take() {
        Some(Ask::GoOn) => {
            let slot = shown.0.game.clone().map(|path| Slot { shelf: Shelf::Running, path, when: 0 });
            opened.put(slot.map(saves::Ask::GoOn));
        }
        Some(Ask::Menu) => next.set(Screen::Menu),
        Some(Ask::Copied) => shown.0.copied = true,
        Some(Ask::Quit) => intents.put(Some(Intent::Quit)),
        None => {}
    }
}

fn draw(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    room: Res<Room>,
    mut inbox: ResMut<Inbox<Ask>>,
) -> Result {
    let mut ui = room.ui(contexts.ctx_mut()?, "crash");
    inbox.put(view::draw(&mut ui, &shown.0, &room));
    Ok(())
}

/// Whoever has left the page plays as ever: another fault starts the program anew again.
fn left() {
    crash::may_start_anew(true);
}

/// Ends the program if a fault came up on a thread that nobody waits for.
fn heed(mut exit: bevy::prelude::MessageWriter<bevy::app::AppExit>) {
    if crash::happened() {
        exit.write(bevy::app::AppExit::error());
    }
}

/// A fault on purpose, where one is asked for.
#[derive(Resource)]
struct Rehearsal(Drill);

fn rehearse(drill: Res<Rehearsal>, session: Option<Res<Session>>, screen: Res<State<Screen>>) {
    if let (Some(session), true) = (session, screen.get().in_match()) {
        drill.0.hold(Some(session.view().position.round.0));
    }
}

/// Adds the page. With a report it is the first that shows.
pub fn plugin(app: &mut App, after: Option<PathBuf>) {
    inbox::add::<Ask>(app);
    if let Some(path) = after {
        app.insert_resource(After(path));
        app.add_systems(bevy::prelude::Startup, (open, show).chain());
    }
    if let Some(drill) = Drill::asked() {
        app.insert_resource(Rehearsal(drill));
        app.add_systems(Update, rehearse.run_if(resource_exists::<Rehearsal>).after(Carried));
    }
    app.add_systems(bevy::prelude::Last, heed);
    app.add_systems(OnExit(Screen::Crash), left);
    app.add_systems(Update, carry.run_if(resource_exists::<Shown>).before(Carried));
    app.add_systems(
        EguiPrimaryContextPass,
        draw.in_set(Draw::Screen).run_if(in_state(Screen::Crash).and_then(resource_exists::<Shown>)),
    );
}

fn show(mut next: ResMut<NextState<Screen>>) {
    next.set(Screen::Crash);
}
