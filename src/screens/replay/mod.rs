//! A game looked at again, moment by moment, with the eyes that may; and playing on from any of them.

mod fork;
mod model;
#[cfg(test)]
mod tests;
mod view;

use std::time::Duration;

use bevy::prelude::{
    App, Commands, DetectChangesMut, IntoScheduleConfigs, NextState, OnEnter, Res, ResMut, Resource, Result,
    SystemCondition, Update, in_state, resource_exists, resource_exists_and_changed,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use self::fork::Fork;
use self::model::Model;
use super::cover::KeyLine;
use super::flow::{Carried, Vocabulary};
use super::saves::Keeping;
use super::{Draw, Inbox, Room, Screen, desk, inbox};
use crate::session::{Debriefing, Rerun};

/// Keys of this screen, for the help page.
pub const KEYS: &[KeyLine] = &[
    ("Space", "key-replay-run"),
    ("\u{2190} \u{2192}", "key-replay-step"),
    ("Page Up/Down", "key-replay-round"),
    ("Home End", "key-replay-ends"),
    ("Esc", "key-replay-back"),
];

/// How long a replay stays at a moment, from slow to fast, in milliseconds.
const PACES: [u64; 3] = [2_000, 1_000, 350];

/// What is asked for in a replay.
#[derive(Clone, Debug)]
enum Ask {
    /// Goes to a moment.
    Go(usize),
    /// Goes on by itself, or no more.
    Run,
    /// Goes on at another pace, by its place in [`PACES`].
    Pace(usize),
    /// Looks with other eyes, by their place among those that may.
    Eye(usize),
    /// Asks who plays on from here.
    Fork,
    /// Changes who plays a party: its place, and the place of the choice.
    Seat(usize, usize),
    /// Plays on.
    PlayOn,
    /// Does not.
    Stay,
    /// Goes back to where it was opened from.
    Back,
}

/// How the replay is looked at.
#[derive(Resource)]
struct State {
    pace: usize,
    fork: Option<Fork>,
    /// Why it could not be played on.
    failed: Option<String>,
}

impl Default for State {
    fn default() -> Self {
        Self { pace: 1, fork: None, failed: None }
    }
}

#[derive(Resource, Default)]
struct Shown(Option<Model>);

fn open(mut state: ResMut<State>, mut rerun: ResMut<Rerun>) {
    *state = State { pace: state.pace, ..State::default() };
    rerun.set_changed();
}

fn carry(
    mut commands: Commands,
    mut asked: ResMut<Inbox<Ask>>,
    mut rerun: ResMut<Rerun>,
    mut state: ResMut<State>,
    mut next: ResMut<NextState<Screen>>,
    keeping: Res<Keeping>,
    words: Res<Vocabulary>,
    debriefing: Option<Res<Debriefing>>,
) {
    if asked.is_empty() {
        return;
    }
    let Some(ask) = asked.take() else { return };
    let pace = |at: usize| Duration::from_millis(PACES.get(at).copied().unwrap_or(1_000));
    match ask {
        Ask::Go(at) => {
            rerun.halt();
            rerun.go(at);
        }
        Ask::Run if rerun.runs() => rerun.halt(),
        Ask::Run => rerun.run(pace(state.pace)),
        Ask::Pace(at) => {
            state.pace = at.min(PACES.len() - 1);
            if rerun.runs() {
                rerun.run(pace(state.pace));
            }
        }
        Ask::Eye(at) => {
            if let Some(eye) = rerun.eyes().get(at) {
                rerun.look(*eye);
            }
        }
        Ask::Fork => {
            rerun.halt();
            state.failed = None;
            state.fork = Some(Fork::of(&rerun));
        }
        Ask::Seat(party, choice) => {
            if let Some(fork) = &mut state.fork {
                fork.choose(party, choice);
            }
        }
        Ask::Stay => (state.fork, state.failed) = (None, None),
        Ask::PlayOn => {
            let Some(seats) = state.fork.as_ref().and_then(Fork::seats) else { return };
            match rerun.play_on(seats, words.0.clone()) {
                Ok(mut session) => {
                    keeping.keep(&mut session);
                    commands.insert_resource(session);
                }
                Err(why) => state.failed = Some(why),
            }
        }
        Ask::Back if debriefing.is_some() => next.set(Screen::Debrief),
        Ask::Back => next.set(Screen::Saves),
    }
    rerun.set_changed();
}

fn rebuild(rerun: Res<Rerun>, state: Res<State>, words: Res<Vocabulary>, mut shown: ResMut<Shown>) {
    shown.0 = Some(Model::of(&words.0, &rerun, &state));
}

fn draw(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    room: Res<Room>,
    mut inbox: ResMut<Inbox<Ask>>,
) -> Result {
    let Some(model) = &shown.0 else { return Ok(()) };
    let ctx = contexts.ctx_mut()?;
    let covered = Room { covered: room.covered || model.fork.is_some(), ..*room };
    let mut ui = room.ui(ctx, "replay");
    let asked = view::draw(&mut ui, model, &covered);
    inbox.put(asked);
    if let (Some(fork), false) = (&model.fork, room.covered) {
        inbox.put(view::fork(ctx, fork));
    }
    Ok(())
}

/// Adds the replay.
pub fn plugin(app: &mut App) {
    inbox::add::<Ask>(app);
    desk::add_plain::<State>(app);
    desk::add_plain::<Shown>(app);
    app.add_systems(OnEnter(Screen::Replay), open.run_if(resource_exists::<Rerun>));
    app.add_systems(
        Update,
        (carry.run_if(resource_exists::<Rerun>), rebuild.run_if(resource_exists_and_changed::<Rerun>))
            .chain()
            .before(Carried),
    );
    app.add_systems(
        EguiPrimaryContextPass,
        draw.in_set(Draw::Screen).run_if(in_state(Screen::Replay).and_then(resource_exists::<Rerun>)),
    );
}
