//! Decisions: what the player is asked at Reckoning, one question after the other.

pub mod model;
mod projects;
mod promises;
mod view;

use bevy::prelude::{
    App, Commands, IntoScheduleConfigs, Local, OnEnter, Res, ResMut, Resource, Result, SystemCondition,
    Update, in_state, resource_exists,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use self::model::Model;
use super::cover::KeyLine;
use super::flow::{Carried, begin_at_the_top};
use super::{Draw, Inbox, Intent, Room, Screen, desk, inbox};
use crate::rules::command::{Answer, Ask, Command};
use crate::session::Session;

/// Keys of this screen, for the help page.
pub const KEYS: &[KeyLine] = &[("Enter", "key-decision-give"), ("1 \u{2026} 9", "key-decision-number")];

/// What the player asks for here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    /// Picks an answer to look at.
    Choose(Answer),
    /// Gives it.
    Give(Answer),
}

/// The answer that is picked but not yet given.
#[derive(Resource, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Choice(pub Option<Answer>);

#[derive(Resource)]
struct Shown(Model);

/// A new page begins with nothing picked.
fn open(mut commands: Commands) {
    commands.insert_resource(Choice::default());
    commands.remove_resource::<Shown>();
}

fn obey(mut wishes: ResMut<Inbox<Wish>>, mut intents: ResMut<Inbox<Intent>>, mut choice: ResMut<Choice>) {
    match wishes.take() {
        Some(Wish::Choose(answer)) => choice.0 = Some(answer),
        Some(Wish::Give(answer)) => intents.put(Some(Intent::Order(Command::Answer(answer)))),
        None => {}
    }
}

fn rebuild(
    mut commands: Commands,
    session: Res<Session>,
    shown: Option<Res<Shown>>,
    mut choice: ResMut<Choice>,
    mut built: Local<Option<u64>>,
) {
    let revision = session.revision();
    if *built == Some(revision) && shown.is_some() {
        return;
    }
    *built = Some(revision);
    let model = Model::build(session.game(), session.view(), session.words(), session.refusal());
    // The next question begins with nothing picked.
    if shown.is_none_or(|shown| shown.0.asked != model.asked) {
        choice.0 = None;
    }
    commands.insert_resource(Shown(model));
}

fn draw(
    mut contexts: EguiContexts,
    room: Res<Room>,
    session: Res<Session>,
    shown: Option<Res<Shown>>,
    choice: Res<Choice>,
    mut inbox: ResMut<Inbox<Wish>>,
    mut before: Local<Option<Ask>>,
) -> Result {
    let Some(shown) = shown else { return Ok(()) };
    let ctx = contexts.ctx_mut()?;
    if *before != shown.0.asked {
        *before = shown.0.asked;
        begin_at_the_top(ctx);
    }
    let mut ui = room.ui(ctx, "decision");
    inbox.put(view::draw(&mut ui, &shown.0, session.words(), choice.0, &room));
    Ok(())
}

/// Adds the screen.
pub fn plugin(app: &mut App) {
    inbox::add::<Wish>(app);
    desk::add_plain::<Choice>(app);
    desk::add::<Shown>(app);
    let on = || in_state(Screen::Decision).and_then(resource_exists::<Session>);
    app.add_systems(OnEnter(Screen::Decision), open);
    app.add_systems(Update, (obey.before(Carried).run_if(on()), rebuild.after(Carried).run_if(on())));
    app.add_systems(EguiPrimaryContextPass, draw.in_set(Draw::Screen).run_if(on()));
}

#[cfg(test)]
mod tests;
