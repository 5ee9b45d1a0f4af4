//! How the window looks: colours, type, spacing and the widgets every screen is built from.
//!
//! - All colours and sizes live in [`tokens`]; a screen names a token and never a number. Colours are those of the palette in use, asked
//!   for whenever something is drawn and never kept.
//! - There are two surfaces, glass for instruments and paper for documents. A frame from [`widgets`] switches the style
//!   inside it, so the same widget call fits both; [`tokens::Surface::of`] tells which one is under the pen.
//! - Widgets get words that are already worded and numbers that are already worked out. They hold no text of their own, know no rules
//!   of the game and decide nothing; they return what the player did.

pub mod fonts;
pub(crate) mod palette;
mod style;
pub mod tokens;
pub mod widgets;

use bevy_egui::egui::style::ScrollAnimation;
use bevy_egui::egui::{Context, ThemePreference};

pub use fonts::{Face, font};
pub use palette::Palette;
pub use style::apply_surface;
pub use tokens::{Size, Surface, Tone};

/// Smallest and largest scale of the whole interface: that of the settings, and twice it in a very large window.
pub const SCALE_RANGE: std::ops::RangeInclusive<f32> = 0.8..=4.0;

/// Sets fonts, style and scale (1.0 is 100 %).
///
/// Call it once, before the context runs its first pass: fonts take effect when a pass begins, and text in a family that is not there
/// yet stops the program. [`ready`] tells whether they are in.
pub fn install(ctx: &Context, scale: f32) {
    ctx.set_fonts(fonts::definitions());
    ctx.set_theme(ThemePreference::Dark);
    ctx.all_styles_mut(|own| style::dress(own, Surface::Glass));
    // The scale is a setting of the game, kept in a range the layouts are tried in; the toolkit's own zoom keys know no range.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    set_scale(ctx, scale);
}

/// True once a pass can set text in the fonts of [`install`]. Ask only while a pass runs: before the first there are no fonts at all.
#[must_use]
pub fn ready(ctx: &Context) -> bool {
    ctx.fonts(|view| view.definitions().families.contains_key(&Face::Serif.family()))
}

/// Scales the whole interface; what lies outside [`SCALE_RANGE`] is brought to its nearest end.
pub fn set_scale(ctx: &Context, scale: f32) {
    let scale = if scale.is_finite() { scale } else { 1.0 };
    ctx.set_zoom_factor(scale.clamp(*SCALE_RANGE.start(), *SCALE_RANGE.end()));
}

/// Draws in another palette from the next pass on.
pub fn set_palette(ctx: &Context, palette: Palette) {
    palette::set(palette);
    ctx.all_styles_mut(|own| own.visuals = style::visuals(Surface::Glass));
}

/// Turns fades, slides and gliding scrolls off, for players who asked for less motion, or on again.
pub fn set_reduced_motion(ctx: &Context, reduced: bool) {
    ctx.all_styles_mut(|own| {
        (own.animation_time, own.scroll_animation) = match reduced {
            true => (0.0, ScrollAnimation::none()),
            false => (tokens::ANIMATION_SECONDS, ScrollAnimation::default()),
        };
    });
}
