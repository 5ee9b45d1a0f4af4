//! The talks so far, below the draft.

use bevy_egui::egui::{Rect, ScrollArea, Ui};

use super::Pen;
use crate::screens::guide;
use crate::screens::layout::{at, follow_keys};
use crate::theme::tokens;
use crate::theme::widgets::{body, caption, glass, heading};

/// Less room than this is left empty.
const LEAST: f32 = 120.0;

/// Draws them in a place, if it is large enough; the last of them are seen first, and Page Up and Page Down go to the others.
pub(super) fn below(ui: &mut Ui, place: Rect, pen: &Pen<'_>) {
    if pen.model.minutes.is_empty() || place.height() < LEAST {
        return;
    }
    at(ui, "minutes", place, |ui| {
        let shown = glass(ui, |ui| {
            head(ui, pen);
            ScrollArea::vertical().id_salt("minutes").stick_to_bottom(true).show(ui, |ui| {
                lines(ui, pen);
                follow_keys(ui, true, ui.min_rect());
            });
        });
        guide::taken(ui, shown.response.rect);
    });
}

/// Draws all of them, where the page they lie on scrolls.
pub(super) fn whole(ui: &mut Ui, pen: &Pen<'_>) {
    if pen.model.minutes.is_empty() {
        return;
    }
    glass(ui, |ui| {
        head(ui, pen);
        lines(ui, pen);
    });
}

fn head(ui: &mut Ui, pen: &Pen<'_>) {
    ui.set_width(ui.available_width());
    heading(ui, &pen.get("table-minutes"));
}

fn lines(ui: &mut Ui, pen: &Pen<'_>) {
    ui.set_width(ui.available_width());
    for round in &pen.model.minutes {
        ui.add_space(tokens::GAP_TINY);
        caption(ui, &round.head);
        for line in &round.lines {
            body(ui, line);
        }
    }
}
