//! A hint: a note with one sentence, and the ring around what it is about.

use bevy_egui::egui::accesskit::Live;
use bevy_egui::egui::{
    Align, Color32, CornerRadius, Frame, Layout, Margin, Painter, Rect, Response, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, vec2,
};

use super::{Button, body, glass_frame};
use crate::theme::fonts::{Face, font};
use crate::theme::style::apply_surface;
use crate::theme::tokens::{self, Size, Surface};

/// Width of a note.
const WIDTH: f32 = 248.0;
/// Space between the edge of a note and its words.
const MARGIN: f32 = 12.0;
/// Distance of the ring from what it is around.
const AWAY: f32 = 3.0;

/// The size of a note that says this and has a button of this name.
pub fn hint_size(ui: &Ui, text: &str, button: &str) -> Vec2 {
    let height = |words: &str, face, width: f32| {
        let colour = Color32::PLACEHOLDER;
        ui.painter().layout(words.to_owned(), font(face, Size::Body), colour, width).size().y
    };
    let inside = WIDTH - 2.0 * MARGIN;
    let button = height(button, Face::SansBold, inside - 2.0 * tokens::GAP) + tokens::GAP_SMALL;
    let words = height(text, Face::Sans, inside) + tokens::GAP_SMALL;
    vec2(WIDTH, words + button.max(tokens::CONTROL_HEIGHT) + 2.0 * MARGIN)
}

/// The sentence of a hint. A screen reader says it as soon as it is another.
pub fn hint_words(ui: &mut Ui, text: &str) {
    let said = body(ui, text);
    said.ctx.accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
}

/// The button that hides hints, of this name and with this note.
pub fn hint_hide(ui: &mut Ui, button: &str, note: &str) -> Response {
    Button::quiet(button).note(note).small().show(ui)
}

/// What is under the words of a hint: all that covers something else is opaque.
pub fn hint_frame() -> Frame {
    let edge = Stroke::new(tokens::line_width(), tokens::gold());
    glass_frame().fill(tokens::glass()).stroke(edge).inner_margin(Margin::symmetric(16, 8))
}

/// Draws a note in a rectangle of [`hint_size`]. The answer is that of the button.
pub fn hint_note(ui: &mut Ui, rect: Rect, text: &str, button: &str, note: &str) -> Response {
    ui.painter().add(hint_frame().inner_margin(0).paint(rect));
    let built = UiBuilder::new().max_rect(rect.shrink(MARGIN)).layout(Layout::top_down(Align::Min));
    let ui = &mut ui.new_child(built);
    apply_surface(ui, Surface::Glass);
    ui.spacing_mut().item_spacing.y = 0.0;
    hint_words(ui, text);
    ui.add_space(tokens::GAP_SMALL);
    hint_hide(ui, button, note)
}

/// Draws the ring around what a hint is about. A dark line on both sides of the bright one lets it be seen on glass and on paper.
pub fn pointer_ring(painter: &Painter, rect: Rect) {
    let corner = CornerRadius::same(tokens::RADIUS + 3);
    for (width, colour) in
        [(tokens::FOCUS_WIDTH + 3.0, tokens::night()), (tokens::FOCUS_WIDTH, tokens::gold())]
    {
        let around = rect.expand(AWAY + tokens::FOCUS_WIDTH / 2.0);
        painter.rect_stroke(around, corner, Stroke::new(width, colour), StrokeKind::Middle);
    }
}
