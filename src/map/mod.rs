//! The Pacific behind the table: land, places, and arcs for what flows between parties, as plain shapes.
//!
//! Invariants: no engine, no window, no clock, no word for players and no colour; what draws and moves all this is elsewhere. No country
//! either: a level says where parties are and what flows. [`model`] looks at a seat's view alone. Nothing here panics on any bytes or numbers.
//! Floats are fine, as nothing is decided by them.

pub mod arc;
pub mod atlas;
pub mod camera;
pub mod graticule;
pub mod line;
pub mod model;
pub mod project;
pub mod shape;
#[cfg(test)]
mod tests;

/// A point on a plane: that of the map (x to the east, y to the north, the globe's radius 1) or that of a window.
pub type Point = [f32; 2];
