//! What is heard: small, off the critical path, and silent where there is no sound server.
//!
//! It knows nothing of the rest; a screen names a [`Sound`] and the [`Player`] plays it.

mod player;
mod synth;

pub use player::Player;
pub use synth::Sound;
