//! The screens without a window: for tests and benchmarks.

use std::sync::Arc;

use bevy::a11y::ActionRequest;
use bevy::app::TaskPoolPlugin;
use bevy::prelude::App;
use bevy::state::app::StatesPlugin;
use bevy::window::RequestRedraw;
use bevy_egui::egui::Context;
use bevy_egui::input::EguiInputEvent;
use bevy_egui::{EguiContext, EguiUserTextures, PrimaryEguiContext};

use super::flow::Vocabulary;
use super::run::{Shelf, screens};
use super::saves::Keeping;
use crate::storage::Library;
use crate::words::Words;

/// All screens in a world of their own. A frame is `update`, then the schedule `EguiPrimaryContextPass` while a pass of this context
/// runs. Nothing is kept between two starts.
pub fn offscreen(ctx: &Context) -> App {
    let mut app = App::new();
    app.add_plugins((TaskPoolPlugin::default(), StatesPlugin));
    app.add_message::<RequestRedraw>().add_message::<ActionRequest>().add_message::<EguiInputEvent>();
    app.init_resource::<EguiUserTextures>();
    app.insert_resource(Shelf(Library::default()));
    app.insert_resource(Keeping(None));
    app.insert_resource(Vocabulary(Arc::new(Words::english())));
    let mut context = EguiContext::default();
    *context.get_mut() = ctx.clone();
    app.world_mut().spawn((context, PrimaryEguiContext));
    screens(&mut app);
    app
}
