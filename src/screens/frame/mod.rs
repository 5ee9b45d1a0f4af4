//! What stands around every screen of a match: the top bar, the news line and who is waited for. And, on every screen, what has to be
//! told of settings.

mod model;
mod view;

use bevy::prelude::{
    App, IntoScheduleConfigs, Res, ResMut, Resource, Result, State, Update, resource_exists_and_changed,
};
use bevy_egui::egui::Key;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use self::model::{Model, Told};
use super::keys::Keys;
use super::settings::Kept;
use super::{Cover, Draw, Inbox, Intent, Room, Screen, desk, flow};
use crate::session::Session;

/// What the frame shows, as long as a match is on.
#[derive(Resource, Default)]
struct Shown(Option<Model>);

fn rebuild(session: Res<Session>, mut shown: ResMut<Shown>) {
    // Between two desks there is nothing to stand around.
    shown.0 = session.door().is_none().then(|| Model::of(&session));
}

fn draw(
    mut contexts: EguiContexts,
    screen: Res<State<Screen>>,
    cover: Res<Cover>,
    shown: Res<Shown>,
    (kept, words, keys): (Res<Kept>, Res<flow::Vocabulary>, Res<Keys>),
    mut room: ResMut<Room>,
    mut inbox: ResMut<Inbox<Intent>>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    keys.put(ctx);
    room.covered = *cover != Cover::None;
    // The main action's own key never presses what has the focus.
    let main = ctx.input(|input| input.key_pressed(Key::Enter) && input.modifiers.command);
    if let (true, Some(id)) = (main && !room.covered, ctx.memory(|memory| memory.focused())) {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
    }
    room.rect = ctx.viewport_rect();
    // A debrief has a bar of its own; what has to be told, and who reads it next, stands below it too.
    let bare = *screen.get() == Screen::Debrief;
    let model = shown.0.as_ref().filter(|_| bare || screen.get().in_match());
    let apart = kept.told().map(|text| Told::of_settings(&words.0, text));
    if model.is_some() || apart.is_some() {
        let (rect, intent) = view::draw(ctx, model, apart.as_ref(), &room, bare);
        room.rect = rect;
        inbox.put(intent);
    }
    Ok(())
}

/// Takes back by its key what no screen has taken back of its own.
fn take_back(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    room: Res<Room>,
    mut inbox: ResMut<Inbox<Intent>>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    if shown.0.as_ref().is_some_and(|model| model.take_back.is_some()) && room.undo_key(ctx) {
        inbox.put(Some(Intent::TakeBack));
    }
    Ok(())
}

/// Adds the frame.
pub fn plugin(app: &mut App) {
    desk::add_plain::<Shown>(app);
    app.init_resource::<Room>();
    app.add_systems(Update, rebuild.run_if(resource_exists_and_changed::<Session>).after(flow::Carried));
    app.add_systems(EguiPrimaryContextPass, (draw.in_set(Draw::Frame), take_back.in_set(Draw::Cover)));
}
