//! The window itself: its size, the colours and the scale of what is in it, and when it has to be drawn once more.

use bevy::asset::AssetEventSystems;
use bevy::prelude::{
    App, Changed, ClearColor, Color, IntoScheduleConfigs, Local, MessageWriter, PostUpdate, Query, Res,
    ResMut, Update, With, resource_changed,
};
use bevy::window::{
    Monitor, MonitorSelection, PrimaryWindow, RequestRedraw, Window, WindowMode, WindowResizeConstraints,
    WindowResolution,
};
use bevy_egui::egui::Context;
use bevy_egui::{EguiContexts, EguiPostUpdateSet, EguiRenderOutput, update_egui_textures_system};

use super::settings::Settings;
use crate::storage;
use crate::storage::settings::{LEAST_WINDOW, Palette};
use crate::theme::{self, tokens};

/// A window larger than this, in points, shows everything larger rather than further apart.
const ROOMY: (f32, f32) = (1680.0, 1000.0);
/// In how many frames at most letters that are new come into the picture: a slow renderer takes them in later.
const LETTERS: u8 = 6;

/// The window as it opens.
#[must_use]
pub(super) fn window(title: String, settings: &storage::Settings) -> Window {
    let (width, height) = settings.window;
    Window {
        title,
        name: Some("rare-terms".to_owned()),
        mode: mode(settings),
        resolution: WindowResolution::new(width.into(), height.into()),
        resize_constraints: WindowResizeConstraints {
            min_width: LEAST_WINDOW.0.into(),
            min_height: LEAST_WINDOW.1.into(),
            ..WindowResizeConstraints::default()
        },
        ..Window::default()
    }
}

fn mode(settings: &storage::Settings) -> WindowMode {
    match settings.fullscreen {
        true => WindowMode::BorderlessFullscreen(MonitorSelection::Current),
        false => WindowMode::Windowed,
    }
}

/// Sets colours and motion of what is drawn.
pub(super) fn dress(ctx: &Context, settings: &storage::Settings) {
    theme::set_palette(
        ctx,
        match settings.palette {
            Palette::Night => theme::Palette::Night,
            Palette::Day => theme::Palette::Day,
            Palette::HighContrast => theme::Palette::HighContrast,
        },
    );
    theme::set_reduced_motion(ctx, settings.reduced_motion);
}

/// Brings the window to what was set.
fn follow(
    settings: Res<Settings>,
    mut contexts: EguiContexts,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
    mut ground: ResMut<ClearColor>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    if let Ok(ctx) = contexts.ctx_mut() {
        dress(ctx, &settings.0);
    }
    let [r, g, b, _] = tokens::night().to_array();
    ground.0 = Color::srgb_u8(r, g, b);
    if let Ok(mut window) = windows.single_mut() {
        // Which monitor it fills is not asked again.
        let wanted = mode(&settings.0);
        if (window.mode == WindowMode::Windowed) != (wanted == WindowMode::Windowed) {
            window.mode = wanted;
        }
    }
    redraw.write(RequestRedraw);
}

/// Remembers how large the window is, as long as it is one.
fn remember(windows: Query<&Window, (With<PrimaryWindow>, Changed<Window>)>, mut settings: ResMut<Settings>) {
    let Ok(window) = windows.single() else { return };
    if window.mode == WindowMode::Windowed {
        let mut now = settings.0.clone();
        if now.resized(window.width(), window.height()) {
            settings.0 = now;
        }
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
    let scale = f32::from(settings.0.scale) / 100.0 * room;
    if (scale - *last).abs() > 0.001 {
        *last = scale;
        theme::set_scale(ctx, scale);
    }
}

/// A renderer that is behind takes in new letters some frames after they were first asked for; nothing else would draw those frames.
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
    app.init_resource::<ClearColor>();
    app.add_systems(Update, (fit, remember, follow.run_if(resource_changed::<Settings>), rescale).chain());
    app.add_systems(
        PostUpdate,
        refresh.after(EguiPostUpdateSet::ProcessOutput).before(update_egui_textures_system),
    );
    // The renderer hears in the same frame that there are new letters, and not a frame later.
    app.configure_sets(PostUpdate, EguiPostUpdateSet::PostProcessOutput.before(AssetEventSystems));
}
