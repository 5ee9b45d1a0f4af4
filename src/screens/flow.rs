//! Carrying out what was asked for, and showing the page that the session has open.

use bevy::app::AppExit;
use bevy::prelude::{App, IntoScheduleConfigs, OnEnter, Update};
use bevy::prelude::{
    Commands, DetectChanges, Local, MessageWriter, NextState, Res, ResMut, Resource, State, StateTransition,
    SystemSet, World, resource_exists_and_changed,
};
use bevy_egui::EguiContexts;
use bevy_egui::egui::Context;
use bevy_egui::egui::containers::scroll_area;

use super::saves::Keeping;
use super::settings::{Kept, Settings};
use super::{Cover, Inbox, Intent, Screen, desk, inbox};
use crate::session::{Page, Session};
use crate::words::Words;

/// The words, outside a match too.
#[derive(Resource, Clone, Debug)]
pub struct Vocabulary(pub std::sync::Arc<Words>);

/// Carries out what was asked for.
fn obey(
    mut commands: Commands,
    mut inbox: ResMut<Inbox<Intent>>,
    mut session: Option<ResMut<Session>>,
    mut next: ResMut<NextState<Screen>>,
    mut cover: ResMut<Cover>,
    (mut settings, mut kept): (ResMut<Settings>, ResMut<Kept>),
    (words, keeping): (Res<Vocabulary>, Res<Keeping>),
    mut exit: MessageWriter<AppExit>,
) {
    let Some(intent) = inbox.take() else { return };
    match intent {
        Intent::Order(command) => {
            if let Some(session) = &mut session {
                session.send(command);
            }
        }
        Intent::Proceed => {
            if let Some(session) = &mut session {
                session.proceed();
            }
        }
        Intent::TakeBack | Intent::PassOn | Intent::Dismiss | Intent::WriteAgain => {
            if let Some(session) = &mut session {
                match intent {
                    Intent::TakeBack => session.take_back(),
                    Intent::PassOn => session.pass_on(),
                    Intent::Dismiss => session.dismiss(),
                    _ => session.write_again(),
                }
            }
        }
        Intent::Begin(setup) => {
            match Session::new(setup, words.0.clone()) {
                Ok(mut session) => {
                    keeping.keep(&mut session);
                    commands.insert_resource(session);
                }
                Err(error) => bevy::log::error!("{error}"),
            }
            *cover = Cover::None;
        }
        Intent::ToMenu => {
            *cover = Cover::None;
            commands.remove_resource::<Session>();
            next.set_if_neq(Screen::Menu);
        }
        Intent::Open(what) => *cover = what,
        Intent::Close => *cover = Cover::None,
        Intent::Scale(way) => settings.0.step_scale(way),
        Intent::Set(wanted) => settings.0 = wanted,
        Intent::DismissSettings => kept.dismiss(),
        Intent::Fullscreen => settings.0.fullscreen = !settings.0.fullscreen,
        Intent::Quit => {
            exit.write(AppExit::Success);
        }
    }
}

/// Shows the page that the session has open.
fn follow(session: Res<Session>, sitting: Res<desk::Sitting>, mut next: ResMut<NextState<Screen>>) {
    // Whoever leaves for the menu is not called back.
    if matches!(*next, NextState::Pending(Screen::Menu) | NextState::PendingIfNeq(Screen::Menu)) {
        return;
    }
    let screen = match session.page() {
        _ if session.door().is_some() => Screen::Privacy,
        Page::Brief => Screen::Brief,
        Page::News => Screen::News,
        Page::Talks => Screen::Table,
        Page::Measures => Screen::Measures,
        Page::Votes => Screen::Votes,
        Page::Decision => Screen::Decision,
        Page::Reckoning => Screen::Reckoning,
        Page::Result => Screen::Debrief,
    };
    // Whoever sits down finds a page of their own, even where it has the same name.
    match sitting.is_changed() {
        true => next.set(screen),
        false => next.set_if_neq(screen),
    }
}

/// Turns to the page at once, so that nothing of the last one is drawn again.
fn turn(world: &mut World) {
    let _ = world.try_run_schedule(StateTransition);
}

/// Ends the match when the menu opens.
fn leave(mut commands: Commands) {
    commands.remove_resource::<Session>();
}

/// A new page, or another question on it, begins at its top, and with nothing in focus, so that Enter is its main action.
pub fn begin_at_the_top(ctx: &Context) {
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
        memory.data.remove_by_type::<scroll_area::State>();
    });
}

/// Turns to a new page.
fn begin_anew(state: Res<State<Screen>>, mut seen: Local<Option<Screen>>, mut contexts: EguiContexts) {
    if *seen == Some(*state.get()) {
        return;
    }
    *seen = Some(*state.get());
    if let Ok(ctx) = contexts.ctx_mut() {
        begin_at_the_top(ctx);
    }
}

/// Carrying out what was asked for, and turning to the page. Models are rebuilt after it, under a condition of their own: the screen may be
/// another than before.
#[derive(SystemSet, Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Carried;

/// Adds the systems that carry out intents and turn pages.
pub fn plugin(app: &mut App) {
    inbox::add::<Intent>(app);
    app.add_systems(OnEnter(Screen::Menu), leave);
    app.add_systems(
        Update,
        (obey, desk::clear, follow.run_if(resource_exists_and_changed::<Session>), turn, begin_anew)
            .chain()
            .in_set(Carried),
    );
}
