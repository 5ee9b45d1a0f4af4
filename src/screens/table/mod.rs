//! Not drawn yet.

use bevy::prelude::App;

use super::cover::KeyLine;

/// Keys of this screen, for the help page.
pub const KEYS: &[KeyLine] = &[];

/// Adds the screen.
pub fn plugin(_app: &mut App) {}
