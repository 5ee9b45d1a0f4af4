//! What the map behind the desk needs to know of the screens.

use bevy::prelude::{App, Resource};
use bevy_egui::egui;

use super::desk;
use crate::rules::package::Package;

/// The draft that lies before the person, for its ghosts on the map.
#[derive(Resource, Clone, PartialEq, Eq, Debug, Default)]
pub struct Drafted(pub Option<Package>);

/// The part of the window, in points, that a screen leaves free for the map; the whole room if it says nothing.
#[derive(Resource, Clone, Copy, PartialEq, Debug, Default)]
pub struct Free(pub Option<egui::Rect>);

/// Adds what is known of a desk.
pub fn plugin(app: &mut App) {
    desk::add_plain::<Drafted>(app);
    desk::add_plain::<Free>(app);
}
