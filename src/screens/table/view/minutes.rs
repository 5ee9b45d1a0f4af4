//! The talks so far, below the draft.

use bevy_egui::egui::{Rect, ScrollArea, Ui};

use super::Pen;
use crate::screens::layout::at;
use crate::screens::{focus, guide};
use crate::theme::widgets::{body, caption, glass_frame, heading};
use crate::theme::{Surface, apply_surface, tokens};

/// Less room than this is left empty.
const LEAST: f32 = 120.0;

/// Draws them in a place, if it is large enough; the last of them are seen first.
pub(super) fn draw(ui: &mut Ui, place: Rect, pen: &Pen<'_>) {
    if pen.model.minutes.is_empty() || place.height() < LEAST {
        return;
    }
    at(ui, "minutes", place, |ui| {
        let shown = glass_frame().show(ui, |ui| {
            apply_surface(ui, Surface::Glass);
            ui.set_width(ui.available_width());
            heading(ui, &pen.get("table-minutes"));
            ScrollArea::vertical().id_salt("minutes").stick_to_bottom(true).show(ui, |ui| {
                ui.set_width(ui.available_width());
                for round in &pen.model.minutes {
                    ui.add_space(tokens::GAP_TINY);
                    caption(ui, &round.head);
                    for line in &round.lines {
                        body(ui, line);
                    }
                }
                focus::follow(ui);
            });
        });
        guide::taken(ui, shown.response.rect);
    });
}
