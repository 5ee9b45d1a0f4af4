//! Hands the shapes of the map to the engine: one mesh for the ground, one for what moves over it, and a transform for the camera.

use std::time::Duration;

use bevy::asset::{Assets, RenderAssetUsages};
use bevy::camera::visibility::Visibility;
use bevy::color::{Color, ColorToComponents};
use bevy::log::error;
use bevy::mesh::{Indices, Mesh, Mesh2d, PrimitiveTopology};
use bevy::prelude::{
    App, Commands, Component, DetectChangesMut, IntoScheduleConfigs, Local, MessageWriter, PostUpdate, Query,
    Real, Res, ResMut, Resource, Result, Startup, Time, Transform, Update, Vec3,
};
use bevy::sprite_render::{ColorMaterial, MeshMaterial2d};
use bevy::window::RequestRedraw;
use bevy_egui::EguiContexts;
use bevy_egui::egui::Color32;

use super::scene::{self, Painted};
use super::{Shown, rebuild};
use crate::map::atlas::Atlas;
use crate::map::camera::Camera;
use crate::map::model::Map;
use crate::theme::tokens;

/// A layer of the map.
#[derive(Component, Clone, Copy, PartialEq, Eq)]
enum Layer {
    /// Land and the net.
    Ground,
    /// Arcs and capitals.
    Flows,
}

/// The land of the world.
#[derive(Resource)]
struct Land(Atlas);

fn set_up(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<ColorMaterial>>,
) {
    match Atlas::built_in() {
        Ok(atlas) => commands.insert_resource(Land(atlas)),
        // Without its map the game is played all the same.
        Err(broken) => return error!("the map cannot be drawn: {broken}"),
    }
    let white = materials.add(ColorMaterial::from(Color::WHITE));
    for layer in [Layer::Ground, Layer::Flows] {
        commands.spawn((
            layer,
            Mesh2d(meshes.add(mesh(&[]))),
            MeshMaterial2d(white.clone()),
            Transform::default(),
            Visibility::Hidden,
        ));
    }
}

/// Shapes as one mesh, each corner in its colour.
fn mesh(painted: &[Painted]) -> Mesh {
    let (mut points, mut colours, mut corners) = (Vec::new(), Vec::new(), Vec::new());
    for (shape, colour) in painted {
        let base = u32::try_from(points.len()).unwrap_or(u32::MAX);
        let [r, g, b, a] = colour.to_srgba_unmultiplied();
        let colour = Color::srgba_u8(r, g, b, a).to_linear().to_f32_array();
        points.extend(shape.points.iter().map(|[x, y]| [*x, *y, 0.0]));
        colours.extend(shape.points.iter().map(|_| colour));
        corners.extend(shape.triangles.iter().map(|corner| base + corner));
    }
    if corners.is_empty() {
        // The engine has no place for a mesh of nothing.
        (points, colours, corners) = (vec![[0.0; 3]], vec![[0.0; 4]], vec![0, 0, 0]);
    }
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::default())
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, points)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, colours)
        .with_inserted_indices(Indices::U32(corners))
}

/// What a frame counts for at most: one that comes after a rest would end a movement as it begins.
const LONGEST: Duration = Duration::from_millis(100);

/// Lets time pass on the map, and asks for the next picture while anything moves.
fn pass(time: Res<Time<Real>>, mut shown: ResMut<Shown>, mut redraw: MessageWriter<RequestRedraw>) {
    if shown.moves() {
        shown.pass(time.delta().min(LONGEST));
        redraw.write(RequestRedraw);
    }
}

/// What the meshes were made for.
#[derive(Default)]
struct Made {
    map: Option<Map>,
    scale: f32,
    moved: bool,
    sea: Color32,
}

/// Makes meshes anew where what they show has changed, and moves them to where the camera looks.
fn show(
    shown: Res<Shown>,
    land: Option<Res<Land>>,
    mut contexts: EguiContexts,
    mut meshes: ResMut<Assets<Mesh>>,
    mut layers: Query<(&Layer, &Mesh2d, &mut Transform, &mut Visibility)>,
    mut made: Local<Made>,
    mut redraw: MessageWriter<RequestRedraw>,
) -> Result {
    let Some(land) = land else { return Ok(()) };
    let zoom = contexts.ctx_mut()?.zoom_factor();
    let (Some(map), Some(camera), Some(target)) = (&shown.map, shown.camera(), shown.target()) else {
        layers.iter_mut().for_each(|(.., mut visible)| {
            visible.set_if_neq(Visibility::Hidden);
        });
        return Ok(());
    };
    let (scale, moved, sea) = (target.scale, shown.moves(), tokens::night());
    let drawn = (made.scale, made.sea) == (scale, sea);
    let same = drawn && !made.moved && !moved && made.map.as_ref() == Some(map);
    for (layer, of, mut transform, mut visible) in &mut layers {
        visible.set_if_neq(Visibility::Visible);
        transform.set_if_neq(look(camera, zoom, *layer));
        let stays = match layer {
            Layer::Ground => drawn && made.map.as_ref().is_some_and(|was| was.tints == map.tints),
            Layer::Flows => same,
        };
        if stays {
            continue;
        }
        let painted = match layer {
            Layer::Ground => scene::ground(&land.0, map, target),
            Layer::Flows => scene::flows(&shown, map, target),
        };
        if let Some(mut old) = meshes.get_mut(&of.0) {
            *old = mesh(&painted);
        }
    }
    if !same {
        // The renderer takes a new mesh in for the picture after this one.
        redraw.write(RequestRedraw);
        *made = Made { map: Some(map.clone()), scale, moved, sea };
    }
    Ok(())
}

/// From the plane of the map to the window, whose middle is 0 and whose y goes up.
fn look(camera: Camera, zoom: f32, layer: Layer) -> Transform {
    let scale = camera.scale * zoom;
    let depth = if layer == Layer::Ground { 0.0 } else { 1.0 };
    Transform {
        translation: Vec3::new(-camera.centre[0] * scale, -camera.centre[1] * scale, depth),
        scale: Vec3::new(scale, scale, 1.0),
        ..Transform::default()
    }
}

/// Adds what draws the map.
pub(in crate::screens) fn plugin(app: &mut App) {
    app.add_systems(Startup, set_up);
    app.add_systems(Update, pass.before(rebuild));
    app.add_systems(PostUpdate, show.after(bevy_egui::EguiPostUpdateSet::ProcessOutput));
}
