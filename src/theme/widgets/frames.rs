//! The two surfaces, the rule between rows and the ring around what the keyboard is on.

use bevy_egui::egui::{
    Color32, CornerRadius, Frame, InnerResponse, Margin, Painter, Rect, Sense, Stroke, StrokeKind, Ui, vec2,
};

use crate::theme::style::{apply_surface, shadow};
use crate::theme::tokens::{self, Surface};

/// A panel of dark glass. Use [`glass`] unless a container wants the bare frame.
pub fn glass_frame() -> Frame {
    let [r, g, b, _] = tokens::glass().to_array();
    Frame::new()
        .fill(Color32::from_rgba_unmultiplied(r, g, b, tokens::glass_alpha()))
        .stroke(Surface::Glass.edge())
        .corner_radius(CornerRadius::same(tokens::RADIUS_LARGE))
        .inner_margin(Margin::symmetric(16, 14))
}

/// A sheet of cream paper. Use [`paper`] unless a container wants the bare frame: this one leaves the colours of text alone.
pub fn paper_frame() -> Frame {
    Frame::new()
        .fill(tokens::paper())
        .stroke(Surface::Paper.edge())
        .corner_radius(CornerRadius::same(tokens::RADIUS))
        .inner_margin(Margin::symmetric(20, 16))
        .shadow(shadow())
}

/// Draws `add` on a panel of dark glass.
pub fn glass<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    on(ui, glass_frame(), Surface::Glass, add)
}

/// Draws `add` on a sheet of paper.
pub fn paper<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    on(ui, paper_frame(), Surface::Paper, add)
}

fn on<R>(ui: &mut Ui, frame: Frame, surface: Surface, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    frame.show(ui, |inner| {
        apply_surface(inner, surface);
        add(inner)
    })
}

/// A thin line across the width that is left.
pub fn rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width().max(0.0), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, Surface::of(ui).rule()));
}

/// Draws the ring that shows where the keyboard is, just outside `rect`. Widgets of this module do it by themselves.
pub fn focus_ring(painter: &Painter, rect: Rect, radius: u8, surface: Surface) {
    let corner = CornerRadius::same(radius.saturating_add(2));
    painter.rect_stroke(
        rect.expand(2.0),
        corner,
        Stroke::new(tokens::FOCUS_WIDTH, surface.focus()),
        StrokeKind::Outside,
    );
}
