//! The debrief of a game that is over: its sheets, the reports that are saved of it, and the ways on from here.
//!
//! - It opens when a game ends, and from any saved game that is over; see [`Debriefing`]. Nothing is worked out while drawing.
//! - It shows every secret, so a shared game has one only while the last page is open at somebody's desk.

mod blocks;
mod dialog;
mod history;
mod model;
mod scene;
mod table;
#[cfg(test)]
mod tests;
mod view;

use bevy::prelude::{
    App, Commands, IntoScheduleConfigs, NextState, OnEnter, Res, ResMut, Resource, Result, SystemCondition,
    Update, in_state, not, resource_changed, resource_exists, resource_exists_and_changed,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use self::dialog::Dialog;
use self::model::Model;
use super::cover::KeyLine;
use super::flow::{Carried, Vocabulary};
use super::saves::Keeping;
use super::{Cover, Draw, Inbox, Intent, Room, Screen, desk, inbox};
use crate::session::debriefing::{Debriefing, Form};
use crate::session::{Rerun, Session, Setup};
use crate::storage::disk::now;

/// Keys of this screen, for the help page.
pub const KEYS: &[KeyLine] = &[
    ("1 2 3", "key-debriefing-sheet"),
    ("\u{2190} \u{2192}", "key-debriefing-step"),
    ("Ctrl Tab", "key-debriefing-next"),
    ("Page Up/Down", "key-debriefing-scroll"),
    ("Esc", "key-debriefing-leave"),
];

/// What is asked for in a debrief.
#[derive(Clone, Debug)]
enum Ask {
    /// Reads another sheet, by its place.
    Tab(usize),
    /// Opens the dialog in which a report is saved.
    Save,
    /// Looks at the game again.
    Replay,
    /// Looks at it where something was left to decide, to play on from there.
    Fork,
    /// Begins a game.
    Begin(Setup),
    /// Opens the menu of the match, or goes back to the saved games.
    Leave,
    /// In the dialog: another form.
    Form(Form),
    /// In the dialog: whether names are kept.
    Names(bool),
    /// In the dialog: another name of the file.
    Name(String),
    /// In the dialog: saves it.
    Write,
    /// Closes the dialog.
    Shut,
}

/// What is read and chosen.
#[derive(Resource, Default)]
struct State {
    at: usize,
    dialog: Option<Dialog>,
    /// Why the replay could not be opened.
    failed: Option<String>,
}

/// What is shown: the page, and the dialog over it.
#[derive(Resource, Default)]
struct Shown(Option<(Model, Option<dialog::Shown>)>);

/// Begins to look back at the match that has just ended.
fn open(mut commands: Commands, session: Res<Session>, back: Option<Res<Debriefing>>) {
    if let (None, Some(debriefing)) = (back, session.debriefing()) {
        commands.insert_resource(debriefing);
    }
}

fn carry(
    mut commands: Commands,
    mut asked: ResMut<Inbox<Ask>>,
    mut intents: ResMut<Inbox<Intent>>,
    mut state: ResMut<State>,
    mut debriefing: ResMut<Debriefing>,
    mut next: ResMut<NextState<Screen>>,
    session: Option<Res<Session>>,
    (keeping, words): (Res<Keeping>, Res<Vocabulary>),
) {
    if asked.is_empty() {
        return;
    }
    let Some(ask) = asked.take() else { return };
    match ask {
        Ask::Tab(at) => state.at = at,
        Ask::Save => {
            debriefing.forget();
            state.dialog = Some(Dialog::of(&words.0, &debriefing.game().level.title, now()));
        }
        Ask::Replay | Ask::Fork => match debriefing.rerun() {
            Ok(mut rerun) => {
                if matches!(ask, Ask::Fork) {
                    rerun.go(last_round(&rerun));
                }
                state.failed = None;
                commands.insert_resource(rerun);
                next.set(Screen::Replay);
            }
            Err(why) => state.failed = Some(why),
        },
        Ask::Begin(setup) => intents.put(Some(Intent::Begin(setup))),
        Ask::Leave if session.is_some() => intents.put(Some(Intent::Open(Cover::Pause))),
        Ask::Leave => {
            commands.remove_resource::<Debriefing>();
            *state = State::default();
            next.set(Screen::Saves);
        }
        Ask::Shut => state.dialog = None,
        Ask::Form(_) | Ask::Names(_) | Ask::Name(_) | Ask::Write => {
            let Some(dialog) = &mut state.dialog else { return };
            match ask {
                Ask::Form(form) => dialog.wish.form = form,
                Ask::Names(kept) => dialog.wish.names = kept,
                Ask::Name(name) => dialog.wish.name = name,
                _ => {
                    dialog.write(&words.0, keeping.0.as_ref(), &mut debriefing);
                    return;
                }
            }
            dialog.changed(&mut debriefing);
        }
    }
}

/// The first moment of the last round: the latest at which a whole round is left to play.
fn last_round(rerun: &Rerun) -> usize {
    rerun.rounds().last().map_or(0, |(_, moment)| *moment)
}

fn rebuild(
    debriefing: Res<Debriefing>,
    session: Option<Res<Session>>,
    state: Res<State>,
    (keeping, words): (Res<Keeping>, Res<Vocabulary>),
    mut shown: ResMut<Shown>,
) {
    let model = Model::of(&words.0, &debriefing, session.as_deref(), &state);
    let dialog = state.dialog.as_ref();
    let dialog = dialog.map(|own| dialog::Shown::of(&words.0, own, debriefing.saving(), keeping.0.as_ref()));
    shown.0 = Some((model, dialog));
}

fn draw(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    room: Res<Room>,
    mut inbox: ResMut<Inbox<Ask>>,
    mut fresh: bevy::prelude::Local<bool>,
) -> Result {
    let Some((model, dialog)) = &shown.0 else { return Ok(()) };
    let ctx = contexts.ctx_mut()?;
    let covered = Room { covered: room.covered || dialog.is_some(), ..*room };
    let mut ui = room.ui(ctx, "debrief");
    inbox.put(view::draw(&mut ui, model, &covered));
    match dialog {
        Some(dialog) if !room.covered => {
            inbox.put(dialog::show(ctx, dialog, *fresh));
            *fresh = false;
        }
        _ => *fresh = true,
    }
    Ok(())
}

/// What was shown of one game is not there when another is looked back at.
fn close(mut shown: ResMut<Shown>) {
    shown.0 = None;
}

/// Adds the debrief.
pub fn plugin(app: &mut App) {
    inbox::add::<Ask>(app);
    desk::add::<Debriefing>(app);
    desk::add_plain::<State>(app);
    desk::add_plain::<Shown>(app);
    app.add_systems(OnEnter(Screen::Debrief), open.run_if(resource_exists::<Session>));
    app.add_systems(
        Update,
        (carry.run_if(resource_exists::<Debriefing>), close.run_if(not(resource_exists::<Debriefing>)))
            .chain()
            .before(Carried),
    );
    // After what was asked for is carried out: the page has just been opened, or another sits there.
    let changed = resource_exists_and_changed::<Debriefing>
        .or_else(resource_changed::<State>)
        .or_else(resource_exists_and_changed::<Session>);
    app.add_systems(Update, rebuild.run_if(resource_exists::<Debriefing>.and_then(changed)).after(Carried));
    app.add_systems(
        EguiPrimaryContextPass,
        draw.in_set(Draw::Screen).run_if(in_state(Screen::Debrief).and_then(resource_exists::<Debriefing>)),
    );
}
