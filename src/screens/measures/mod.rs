//! Measures: what the player does alone this round.

mod bound;
mod effect;
pub mod model;
mod view;

use bevy::prelude::{
    App, Commands, IntoScheduleConfigs, Local, OnEnter, Res, ResMut, Resource, Result, SystemCondition,
    Update, in_state, resource_exists,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use self::model::Model;
use super::cover::KeyLine;
use super::flow::Carried;
use super::{Draw, Inbox, Intent, Room, Screen, desk, inbox};
use crate::rules::command::{Command, Measure};
use crate::session::Session;

/// Keys of this screen, for the help page.
pub const KEYS: &[KeyLine] = &[("Enter", "key-measures-take")];

/// What the player asks for here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ask {
    /// Picks a measure to look at.
    Choose(Measure),
    /// Takes it.
    Take(Measure),
}

/// The measure that is picked but not yet taken.
#[derive(Resource, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Choice(pub Measure);

impl Default for Choice {
    fn default() -> Self {
        Self(Measure::Nothing)
    }
}

#[derive(Resource)]
struct Shown(Model);

/// A new round begins with nothing picked.
fn open(mut commands: Commands) {
    commands.insert_resource(Choice::default());
    commands.remove_resource::<Shown>();
}

fn obey(mut asked: ResMut<Inbox<Ask>>, mut intents: ResMut<Inbox<Intent>>, mut choice: ResMut<Choice>) {
    match asked.take() {
        Some(Ask::Choose(measure)) => choice.0 = measure,
        Some(Ask::Take(measure)) => intents.put(Some(Intent::Order(Command::Act(measure)))),
        None => {}
    }
}

fn rebuild(
    mut commands: Commands,
    session: Res<Session>,
    shown: Option<Res<Shown>>,
    mut built: Local<Option<u64>>,
) {
    let revision = session.revision();
    if *built == Some(revision) && shown.is_some() {
        return;
    }
    *built = Some(revision);
    let model =
        Model::build(session.game(), session.view(), session.words(), session.busy(), session.refusal());
    commands.insert_resource(Shown(model));
}

fn draw(
    mut contexts: EguiContexts,
    room: Res<Room>,
    session: Res<Session>,
    shown: Option<Res<Shown>>,
    choice: Res<Choice>,
    mut inbox: ResMut<Inbox<Ask>>,
) -> Result {
    let Some(shown) = shown else { return Ok(()) };
    let ctx = contexts.ctx_mut()?;
    let mut ui = room.ui(ctx, "measures");
    inbox.put(view::draw(&mut ui, &shown.0, session.words(), choice.0, &room));
    Ok(())
}

/// Adds the screen.
pub fn plugin(app: &mut App) {
    inbox::add::<Ask>(app);
    desk::add_plain::<Choice>(app);
    desk::add::<Shown>(app);
    let on = || in_state(Screen::Measures).and_then(resource_exists::<Session>);
    app.add_systems(OnEnter(Screen::Measures), open);
    app.add_systems(Update, (obey.before(Carried).run_if(on()), rebuild.after(Carried).run_if(on())));
    app.add_systems(EguiPrimaryContextPass, draw.in_set(Draw::Screen).run_if(on()));
}
