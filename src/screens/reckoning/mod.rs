//! The reckoning: what took effect this round, and what it did.

mod model;
mod view;

use bevy::prelude::{
    App, IntoScheduleConfigs, OnEnter, Res, ResMut, Resource, Result, SystemCondition, in_state,
    resource_exists,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use self::model::Model;
use super::{Draw, Inbox, Intent, Room, Screen, desk};
use crate::session::Session;

#[derive(Resource)]
struct Shown(Model);

fn open(mut commands: bevy::prelude::Commands, session: Res<Session>) {
    commands.insert_resource(Shown(Model::of(&session)));
}

fn draw(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    room: Res<Room>,
    mut inbox: ResMut<Inbox<Intent>>,
) -> Result {
    let mut ui = room.ui(contexts.ctx_mut()?, "reckoning");
    inbox.put(view::draw(&mut ui, &shown.0, &room));
    Ok(())
}

/// Adds the reckoning.
pub fn plugin(app: &mut App) {
    desk::add::<Shown>(app);
    app.add_systems(OnEnter(Screen::Reckoning), open.run_if(resource_exists::<Session>));
    app.add_systems(
        EguiPrimaryContextPass,
        draw.in_set(Draw::Screen).run_if(in_state(Screen::Reckoning).and_then(resource_exists::<Shown>)),
    );
}
