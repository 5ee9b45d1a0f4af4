//! The door between two desks: it says who is to sit down, and shows nothing of the match but what everybody knows.

mod model;
mod view;

use bevy::prelude::{
    App, Commands, DetectChanges, IntoScheduleConfigs, Local, Res, ResMut, Resource, Result, SystemCondition,
    Update, in_state, resource_exists,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use self::model::Model;
use super::flow::Carried;
use super::{Draw, Inbox, Intent, Room, Screen, desk, inbox};
use crate::session::Session;

/// What the person asks for at the door.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// Types digits.
    Type(String),
    /// Opens the desk with these digits.
    Enter(String),
    /// Gives the screen back to whoever had it last.
    GiveBack,
}

#[derive(Resource)]
struct Shown(Model);

/// What has been typed at the door, and what came of it.
#[derive(Resource, Default)]
struct Typed {
    digits: String,
    /// The last digits were wrong.
    wrong: bool,
    /// The key that opens was seen up: whoever still holds it down from their own last action opens nobody's desk.
    armed: bool,
}

/// The most digits of a PIN.
pub const MOST_DIGITS: usize = 8;

/// What of a text can belong to a PIN.
#[must_use]
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).take(MOST_DIGITS).collect()
}

fn obey(mut asked: ResMut<Inbox<Ask>>, mut session: ResMut<Session>, mut typed: ResMut<Typed>) {
    match asked.take() {
        Some(Ask::Type(text)) => {
            typed.digits = digits(&text);
            typed.wrong &= typed.digits.is_empty();
        }
        Some(Ask::Enter(text)) => {
            typed.digits.clear();
            typed.wrong = !session.enter(&digits(&text));
        }
        Some(Ask::GiveBack) => session.give_back(),
        None => {}
    }
}

fn rebuild(
    mut commands: Commands,
    session: Res<Session>,
    typed: Res<Typed>,
    shown: Option<Res<Shown>>,
    mut built: Local<Option<u64>>,
) {
    if *built == Some(session.revision()) && !typed.is_changed() && shown.is_some() {
        return;
    }
    *built = Some(session.revision());
    if let Some(model) = Model::of(&session, &typed.digits, typed.wrong) {
        commands.insert_resource(Shown(model));
    }
}

fn draw(
    mut contexts: EguiContexts,
    shown: Option<Res<Shown>>,
    room: Res<Room>,
    mut typed: ResMut<Typed>,
    mut inbox: ResMut<Inbox<Ask>>,
    mut intents: ResMut<Inbox<Intent>>,
) -> Result {
    let Some(shown) = shown else { return Ok(()) };
    let ctx = contexts.ctx_mut()?;
    let armed = typed.armed;
    if !armed && !view::main_key_down(ctx) {
        // Nobody else has to draw for this.
        bevy::prelude::DetectChangesMut::bypass_change_detection(&mut typed).armed = true;
    }
    let mut ui = room.ui(ctx, "privacy");
    let (ask, intent) = view::draw(&mut ui, &shown.0, &room, armed);
    inbox.put(ask);
    intents.put(intent);
    Ok(())
}

/// Adds the screen.
pub fn plugin(app: &mut App) {
    inbox::add::<Ask>(app);
    desk::add::<Shown>(app);
    desk::add_plain::<Typed>(app);
    let on = || in_state(Screen::Privacy).and_then(resource_exists::<Session>);
    app.add_systems(Update, (obey.before(Carried).run_if(on()), rebuild.after(Carried).run_if(on())));
    app.add_systems(EguiPrimaryContextPass, draw.in_set(Draw::Screen).run_if(on()));
}
