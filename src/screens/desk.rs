//! What belongs to the person at the screen: it is cleared away before another sits down.
//!
//! - A resource of a screen that shows a match, or holds what was picked or typed there, is added by [`add`] or [`add_plain`]; a test
//!   finds those that are not. What is to be found again is left with the session, on the desk itself.
//! - The toolkit's memory goes as a whole: fields with what can be undone in them, places scrolled to, popups, the focus. So does what lies
//!   over the screen, and what the game put on the clipboard.

use bevy::ecs::schedule::ScheduleLabel;
use bevy::prelude::{
    App, Commands, IntoScheduleConfigs, PostUpdate, Query, Res, ResMut, Resource, Result, World,
    resource_exists,
};
use bevy_egui::egui::{Memory, OutputCommand};
use bevy_egui::{EguiClipboard, EguiContexts, EguiOutput, EguiPostUpdateSet};

use super::Cover;
use crate::session::Session;

/// Runs whenever another sits down at the screen, or nobody: when a door closes or opens, and when a match begins or is left.
#[derive(ScheduleLabel, Clone, PartialEq, Eq, Hash, Debug)]
pub struct Cleared;

/// Takes a resource away whenever another sits down.
pub fn add<T: Resource>(app: &mut App) {
    app.add_systems(Cleared, remove::<T>);
}

/// Adds a resource that is as new whenever another sits down.
pub fn add_plain<T: Resource + Default>(app: &mut App) {
    app.init_resource::<T>();
    app.add_systems(Cleared, reset::<T>);
}

fn remove<T: Resource>(mut commands: Commands) {
    commands.remove_resource::<T>();
}

fn reset<T: Resource + Default>(mut commands: Commands) {
    commands.insert_resource(T::default());
}

/// Who sat at the screen when it was last cleared.
#[derive(Resource, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sitting(Option<u64>);

/// Clears away what belonged to whoever sat at the screen, if another does now.
pub(super) fn clear(world: &mut World) {
    let now = Sitting(world.get_resource::<Session>().map(Session::sitting));
    if world.get_resource::<Sitting>() != Some(&now) {
        world.insert_resource(now);
        // There is nothing to clear where nothing was added.
        let _ = world.try_run_schedule(Cleared);
    }
}

/// The toolkit forgets all but how it is set.
fn forget(mut contexts: EguiContexts) -> Result {
    let ctx = contexts.ctx_mut()?;
    ctx.memory_mut(|memory| {
        let options = memory.options.clone();
        *memory = Memory::default();
        memory.options = options;
    });
    ctx.clear_animations();
    Ok(())
}

fn uncover(mut cover: ResMut<Cover>) {
    *cover = Cover::None;
}

/// What the game put on the clipboard last.
#[derive(Resource, Default)]
struct Copied(Option<String>);

fn watch_copies(outputs: Query<&EguiOutput>, mut copied: ResMut<Copied>) {
    for command in outputs.iter().flat_map(|output| &output.platform_output.commands) {
        if let OutputCommand::CopyText(text) = command {
            copied.0 = Some(text.clone());
        }
    }
}

/// Empties the clipboard, if what the game put there still lies on it.
fn empty_clipboard(mut copied: ResMut<Copied>, mut clipboard: ResMut<EguiClipboard>) {
    if let Some(text) = copied.0.take()
        && clipboard.get_text().as_ref() == Some(&text)
    {
        clipboard.set_text("");
    }
}

fn known(session: Option<Res<Session>>) -> bool {
    session.is_some()
}

/// Adds what is cleared on every screen.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Sitting>().init_resource::<Copied>();
    // Before the first match there is nothing to forget, and the fonts may not be in yet.
    app.add_systems(
        Cleared,
        (forget, uncover.run_if(known), empty_clipboard.run_if(resource_exists::<EguiClipboard>)),
    );
    app.add_systems(PostUpdate, watch_copies.after(EguiPostUpdateSet::ProcessOutput));
}
