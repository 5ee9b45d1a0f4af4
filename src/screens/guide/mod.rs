//! Guides a first game by doing: one thing is pointed at, and one sentence says why. The hints are the level's own.
//!
//! A screen says where things lie that can be pointed at, by [`point`]; it need not know whether a hint is shown.

pub(in crate::screens) mod anchors;
pub mod model;
mod place;
#[cfg(test)]
mod tests;
mod view;

use bevy::prelude::{
    App, DetectChanges, DetectChangesMut, IntoScheduleConfigs, PostUpdate, Res, ResMut, Resource, Result,
    State, resource_exists,
};
use bevy_egui::{EguiContexts, EguiPostUpdateSet, EguiPrimaryContextPass};

pub use anchors::{point, taken};
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

fn draw(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    (screen, room): (Res<State<Screen>>, Res<Room>),
    (settings, words): (Res<Settings>, Res<Vocabulary>),
    mut inbox: ResMut<Inbox<Intent>>,
) -> Result {
    let there = screen.get().in_match() || *screen.get() == Screen::Debrief;
    let Some(hint) = shown.0.as_ref().filter(|_| there && !room.covered) else { return Ok(()) };
    if shown.is_changed() {
        anchors::seek(contexts.ctx_mut()?, hint.point);
    }
    if view::draw(contexts.ctx_mut()?, &words.0, hint, &room) {
        inbox.put(Some(Intent::Set(storage::Settings { hints: false, ..settings.0.clone() })));
    }
    Ok(())
}

/// Adds the guide.
pub fn plugin(app: &mut App) {
    desk::add_plain::<Shown>(app);
    // After every screen has built what it shows, and before any is drawn.
    let ready = follow.before(EguiPostUpdateSet::EndPass).run_if(resource_exists::<Session>);
    app.add_systems(PostUpdate, ready);
    app.add_systems(EguiPrimaryContextPass, draw.in_set(Draw::Cover));
}
