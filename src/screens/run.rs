//! Opens the window and keeps it open until the player leaves.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use bevy::app::AppExit;
use bevy::log::LogPlugin;
use bevy::prelude::AppExtStates;
use bevy::prelude::{
    App, Camera2d, Commands, DefaultPlugins, IntoScheduleConfigs, PluginGroup, PreStartup, Res, Resource,
    Result, Startup,
};
use bevy::time::TimeReceiver;
use bevy::window::WindowPlugin;
use bevy_egui::{EguiContexts, EguiPlugin, EguiPrimaryContextPass, EguiStartupSet};

use super::flow::Vocabulary;
use super::saves::Keeping;
use super::settings::Settings;
use super::{Draw, Screen};
use crate::storage::{Library, Saves, SettingsFile};
use crate::theme;
use crate::words::Words;

/// Where levels and rule books come from.
#[derive(Resource, Clone, Debug)]
pub(super) struct Shelf(pub(super) Library);

/// Opens the window, set as its file says. Games are kept in `saves`, if there is such a place; after a fault it shows its report first.
///
/// # Errors
/// The words of the data folder could not be read, or the window ended with an error; the text says which.
pub fn run(
    library: Library,
    saves: Option<Saves>,
    settings: Option<SettingsFile>,
    after_crash: Option<PathBuf>,
) -> std::result::Result<(), String> {
    let began = Instant::now();
    let words = match library.data() {
        Some(data) => Words::with_dir(data).map_err(|error| error.to_string())?,
        None => Words::english(),
    };
    let title = words.get("title");
    let (settings, kept) = super::settings::open(settings, &words);
    let mut app = App::new();
    app.set_error_handler(bevy::ecs::error::error);
    app.add_plugins(
        DefaultPlugins
            .set(LogPlugin { filter: "warn,rare_terms=info".to_owned(), ..LogPlugin::default() })
            .set(WindowPlugin {
                primary_window: Some(super::window::window(title, &settings.0)),
                ..WindowPlugin::default()
            }),
    );
    app.add_plugins(EguiPlugin::default());
    app.insert_resource(crate::session::at_rest());
    app.insert_resource(settings).insert_resource(kept);
    app.insert_resource(Shelf(library));
    app.insert_resource(Vocabulary(Arc::new(words)));
    app.insert_resource(Keeping(saves));
    plugin(&mut app, after_crash);
    super::picture::plugin(&mut app, began);
    match app.run() {
        AppExit::Success => Ok(()),
        AppExit::Error(code) => Err(format!("the window ended with code {code}")),
    }
}

/// Adds all screens, and what the window needs around them.
fn plugin(app: &mut App, after_crash: Option<PathBuf>) {
    app.add_systems(PreStartup, camera.before(EguiStartupSet::InitContexts));
    app.add_systems(Startup, (dress, keep_time));
    super::window::plugin(app);
    super::input::plugin(app);
    screens(app);
    super::pacific::paint(app);
    super::crash::plugin(app, after_crash);
}

/// Adds all screens, and what they share. They need no window.
pub(super) fn screens(app: &mut App) {
    app.init_state::<Screen>();
    app.configure_sets(EguiPrimaryContextPass, (Draw::Frame, Draw::Hint, Draw::Screen, Draw::Cover).chain());
    crate::session::plugin(app);
    super::desk::plugin(app);
    super::settings::plugin(app);
    super::keys::plugin(app);
    super::pages::plugin(app);
    super::flow::plugin(app);
    super::frame::plugin(app);
    super::cover::plugin(app);
    super::menu::plugin(app);
    super::privacy::plugin(app);
    super::saves::plugin(app);
    super::replay::plugin(app);
    super::brief::plugin(app);
    super::news::plugin(app);
    super::table::plugin(app);
    super::measures::plugin(app);
    super::votes::plugin(app);
    super::decision::plugin(app);
    super::reckoning::plugin(app);
    super::debrief::plugin(app);
    super::sounds::plugin(app);
    super::guide::plugin(app);
    super::pacific::plugin(app);
}

/// Has time read where it is asked for. The engine would take it from the frame that was drawn last, which after a rest is long ago: the
/// toolkit then holds a press that ends a rest for one that was held all the while, and no click.
fn keep_time(mut commands: Commands) {
    commands.remove_resource::<TimeReceiver>();
}

fn camera(mut commands: Commands) {
    commands.spawn(Camera2d);
}

fn dress(mut contexts: EguiContexts, settings: Res<Settings>) -> Result {
    let ctx = contexts.ctx_mut()?;
    theme::install(ctx, 1.0);
    super::window::dress(ctx, &settings.0);
    Ok(())
}
