//! Sees to it that what is drawn comes to be seen. The window draws only when something asks for it, and a picture whose shaders are still
//! being made lacks what they draw: until they are there, each picture asks for the next.

use std::time::Instant;

use bevy::log::info;
use bevy::prelude::{App, IntoScheduleConfigs, Res, ResMut, Resource};
use bevy::render::render_resource::PipelineCache;
use bevy::render::{Render, RenderApp, RenderSystems};
use bevy::winit::{EventLoopProxy, EventLoopProxyWrapper, WinitUserEvent};

/// What the renderer needs to ask for another picture.
#[derive(Resource)]
struct Waker {
    window: EventLoopProxy<WinitUserEvent>,
    /// When the program began, until the first whole picture.
    began: Option<Instant>,
}

fn complete(shaders: Res<PipelineCache>, mut waker: ResMut<Waker>) {
    if shaders.waiting_pipelines().next().is_some() {
        // A window that has closed needs no picture.
        let _ = waker.window.send_event(WinitUserEvent::WakeUp);
    } else if shaders.pipelines().next().is_some()
        && let Some(began) = waker.began.take()
    {
        info!("the first whole picture is up after {} ms", began.elapsed().as_millis());
    }
}

/// Adds it to the renderer, where there is one. The program began at that time.
pub(super) fn plugin(app: &mut App, began: Instant) {
    let Some(window) = app.world().get_resource::<EventLoopProxyWrapper>() else { return };
    let waker = Waker { window: (**window).clone(), began: Some(began) };
    let Some(renderer) = app.get_sub_app_mut(RenderApp) else { return };
    renderer.insert_resource(waker);
    renderer.add_systems(Render, complete.in_set(RenderSystems::Cleanup));
}
