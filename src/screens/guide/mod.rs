//! Guides a first game by doing: one thing is pointed at, and one sentence says why. The hints are the level's own.
//!
//! A screen says where things lie that can be pointed at, by [`point`]; it need not know whether a hint is shown.

pub(in crate::screens) mod anchors;
pub mod model;
mod place;
#[cfg(test)]
mod tests;
mod view;

use bevy::ecs::system::SystemParam;
use bevy::prelude::{
    App, DetectChanges, DetectChangesMut, IntoScheduleConfigs, PostUpdate, Res, ResMut, Resource, Result,
    State, resource_exists,
};
use bevy_egui::{EguiContexts, EguiPostUpdateSet, EguiPrimaryContextPass};

pub use anchors::{bring, point, taken};
use model::{Now, Progress};

use super::flow::Vocabulary;
use super::pacific::Drafted;
use super::settings::Settings;
use super::{Draw, Inbox, Intent, Room, Screen, desk};
use crate::rules::level::Hint;
use crate::session::Session;
use crate::storage;

/// The hint that is shown.
#[derive(Resource, Clone, PartialEq, Eq, Debug, Default)]
pub(in crate::screens) struct Shown(pub(in crate::screens) Option<Hint>);

/// Finds the hint for where the player stands now.
fn follow(
    mut session: ResMut<Session>,
    drafted: Res<Drafted>,
    settings: Res<Settings>,
    mut shown: ResMut<Shown>,
) {
    if !session.is_changed() && !drafted.is_changed() && !settings.is_changed() {
        return;
    }
    // What is pointed at changes nothing that anybody else shows.
    let session = session.bypass_change_detection();
    let game = session.game().clone();
    let guide = &game.level.guide;
    let mut found = None;
    if session.door().is_none() && !guide.is_empty() {
        let mut progress = session.take::<Progress>().unwrap_or_default();
        found = progress.follow(guide, &Now::of(session, &drafted)).and_then(|at| guide.get(at));
        session.leave(progress);
    }
    shown.set_if_neq(Shown(found.filter(|_| settings.0.hints).cloned()));
}

/// From this width on a room has a place for a note that covers nothing; below it a hint stands in a strip of its own.
const WIDE: f32 = 1240.0;

/// What drawing a hint asks for.
#[derive(SystemParam)]
struct Guide<'w> {
    shown: Res<'w, Shown>,
    screen: Res<'w, State<Screen>>,
    settings: Res<'w, Settings>,
    words: Res<'w, Vocabulary>,
    inbox: ResMut<'w, Inbox<Intent>>,
}

impl Guide<'_> {
    /// The hint that is to be seen in a room.
    fn hint(&self, room: &Room) -> Option<&Hint> {
        let there = self.screen.get().in_match() || *self.screen.get() == Screen::Debrief;
        self.shown.0.as_ref().filter(|_| there && !room.covered)
    }

    fn hide(&mut self) {
        let hidden = storage::Settings { hints: false, ..self.settings.0.clone() };
        self.inbox.put(Some(Intent::Set(hidden)));
    }
}

/// Takes the room of a strip from the screen, before it is drawn.
fn dock(mut contexts: EguiContexts, mut guide: Guide<'_>, mut room: ResMut<Room>) -> Result {
    let Some(hint) = guide.hint(&room).filter(|_| room.rect.width() < WIDE) else { return Ok(()) };
    let (left, hide) = view::strip(contexts.ctx_mut()?, &guide.words.0, hint, &room);
    room.rect = left;
    if hide {
        guide.hide();
    }
    Ok(())
}

/// Points at what the hint is about, with the screen drawn.
fn draw(mut contexts: EguiContexts, mut guide: Guide<'_>, room: Res<Room>) -> Result {
    let Some(hint) = guide.hint(&room) else { return Ok(()) };
    let ctx = contexts.ctx_mut()?;
    if guide.shown.is_changed() {
        anchors::seek(ctx, hint.point);
    } else {
        anchors::sought_enough(ctx);
    }
    if room.rect.width() < WIDE {
        view::ring(ctx, hint);
    } else if view::note(ctx, &guide.words.0, hint, &room) {
        guide.hide();
    }
    Ok(())
}

/// Adds the guide.
pub fn plugin(app: &mut App) {
    desk::add_plain::<Shown>(app);
    // After every screen has built what it shows, and before any is drawn.
    let ready = follow.before(EguiPostUpdateSet::EndPass).run_if(resource_exists::<Session>);
    app.add_systems(PostUpdate, ready);
    app.add_systems(EguiPrimaryContextPass, (dock.in_set(Draw::Hint), draw.in_set(Draw::Cover)));
}
