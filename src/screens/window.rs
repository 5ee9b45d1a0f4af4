//! The window itself: its size, the scale of what is in it, and when it has to be drawn once more.

use bevy::prelude::{App, IntoScheduleConfigs, Local, MessageWriter, PostUpdate, Query, Res, Update, With};
use bevy::window::{
    Monitor, PrimaryWindow, RequestRedraw, Window, WindowResizeConstraints, WindowResolution,
};
use bevy_egui::{EguiContexts, EguiPostUpdateSet, EguiRenderOutput, update_egui_textures_system};

use super::flow::Settings;
use crate::theme;

/// Size of the window when it opens, in points.
const SIZE: (u32, u32) = (1440, 900);
/// The smallest that every screen fits, in points.
const LEAST: (f32, f32) = (1024.0, 640.0);
/// A window larger than this, in points, shows everything larger rather than further apart.
const ROOMY: (f32, f32) = (1680.0, 1000.0);
/// How many frames it takes until letters that are new are in a picture.
const LETTERS: u8 = 2;

/// The window as it opens.
#[must_use]
pub(super) fn window(title: String) -> Window {
    Window {
        title,
        name: Some("rare-terms".to_owned()),
        resolution: WindowResolution::new(SIZE.0, SIZE.1),
        resize_constraints: WindowResizeConstraints {
            min_width: LEAST.0,
            min_height: LEAST.1,
            ..WindowResizeConstraints::default()
        },
        ..Window::default()
    }
}

/// Makes a window that is larger than its monitor as large as the monitor, once.
fn fit(
    monitors: Query<&Monitor>,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
    mut done: Local<bool>,
) {
    if *done {
        return;
    }
    let (Ok(mut window), Some(monitor)) = (windows.single_mut(), monitors.iter().next()) else { return };
    *done = true;
    let (width, height) = (window.physical_width(), window.physical_height());
    let fits = (width.min(monitor.physical_width), height.min(monitor.physical_height));
    if fits != (width, height) {
        window.resolution.set_physical_resolution(fits.0, fits.1);
    }
}

/// Scales what is in the window by the player's choice, and up where the window is very large.
fn rescale(
    settings: Res<Settings>,
    windows: Query<&Window, With<PrimaryWindow>>,
    mut contexts: EguiContexts,
    mut last: Local<f32>,
) {
    let (Ok(window), Ok(ctx)) = (windows.single(), contexts.ctx_mut()) else { return };
    let room = (window.width() / ROOMY.0).min(window.height() / ROOMY.1).clamp(1.0, 2.0);
    let scale = settings.scale * room;
    if (scale - *last).abs() > 0.001 {
        *last = scale;
        theme::set_scale(ctx, scale);
    }
}

/// New letters are in the picture only a frame after they were first asked for; nothing else would draw that frame.
fn refresh(outputs: Query<&EguiRenderOutput>, mut left: Local<u8>, mut redraw: MessageWriter<RequestRedraw>) {
    if outputs.iter().any(|output| !output.textures_delta.set.is_empty()) {
        *left = LETTERS;
    }
    if *left > 0 {
        *left -= 1;
        redraw.write(RequestRedraw);
    }
}

/// Adds what keeps the window in shape.
pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (fit, rescale));
    app.add_systems(
        PostUpdate,
        refresh.after(EguiPostUpdateSet::ProcessOutput).before(update_egui_textures_system),
    );
}
