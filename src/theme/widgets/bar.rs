//! A bar of one or more parts, with a tick where it has to reach.

use bevy_egui::egui::{
    Color32, CornerRadius, Rect, Response, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use super::{explain, focus_ring};
use crate::theme::tokens::{self, Surface};

/// A bar. All shares run from 0 at the left end to 1 at the right; what lies outside is cut off.
#[must_use = "a bar is drawn by `show`"]
pub struct Bar<'a> {
    parts: &'a [(f32, Color32)],
    tick: Option<f32>,
    band: Option<(f32, f32)>,
    spoken: &'a str,
    note: &'a str,
    height: f32,
}

impl<'a> Bar<'a> {
    /// A bar of `parts`, each a share of the whole and its colour. `spoken` says in words what it shows.
    pub const fn new(parts: &'a [(f32, Color32)], spoken: &'a str) -> Self {
        Self { parts, tick: None, band: None, spoken, note: "", height: 8.0 }
    }

    /// Marks the share that has to be reached.
    pub const fn tick(mut self, share: f32) -> Self {
        self.tick = Some(share);
        self
    }

    /// Marks the span the true end lies in, for estimates.
    pub const fn band(mut self, from: f32, to: f32) -> Self {
        self.band = Some((from, to));
        self
    }

    /// Where it comes from, on hover and focus; makes it a stop of the Tab key.
    pub const fn note(mut self, note: &'a str) -> Self {
        self.note = note;
        self
    }

    /// Height without the tick.
    pub const fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Draws it over the width that is left.
    pub fn show(self, ui: &mut Ui) -> Response {
        let surface = Surface::of(ui);
        let over = if self.tick.is_some() { 4.0 } else { 0.0 };
        let sense = if self.note.is_empty() { Sense::hover() } else { Sense::focusable_noninteractive() };
        let (outer, response) =
            ui.allocate_exact_size(vec2(ui.available_width().max(24.0), self.height + 2.0 * over), sense);
        response
            .widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, ui.is_enabled(), self.spoken));
        let rect = outer.shrink2(vec2(0.0, over));
        let painter = ui.painter();
        let corner = CornerRadius::same(2);
        painter.rect_filled(rect, corner, surface.sunk());
        let at = |share: f32| {
            rect.left() + rect.width() * if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
        };
        let mut done = 0.0_f32;
        for (share, colour) in self.parts {
            let (from, to) = (at(done), at(done + share.max(0.0)));
            done += share.max(0.0);
            // A line of ground between parts, so that neighbours of like colour stay two.
            let gap = if from > rect.left() { tokens::line_width() } else { 0.0 };
            if to - from > gap {
                painter.rect_filled(
                    Rect::from_min_max(pos2(from + gap, rect.top()), pos2(to, rect.bottom())),
                    corner,
                    *colour,
                );
            }
        }
        if let Some((from, to)) = self.band {
            let line = Stroke::new(1.5, surface.quiet());
            let y = rect.bottom() + 2.0;
            painter.hline(at(from)..=at(to), y, line);
            painter.vline(at(from), (y - 2.0)..=(y + 2.0), line);
            painter.vline(at(to), (y - 2.0)..=(y + 2.0), line);
        }
        if let Some(tick) = self.tick {
            let x = at(tick).clamp(rect.left() + 1.0, rect.right() - 1.0);
            // The tick is seen on every part's colour because ground lies on both of its sides.
            painter.vline(x, outer.y_range(), Stroke::new(4.0, surface.ground()));
            painter.vline(x, outer.y_range(), Stroke::new(2.0, surface.bright()));
        }
        if response.has_focus() {
            focus_ring(painter, outer, tokens::RADIUS_SMALL, surface);
        }
        explain(response, self.note)
    }
}
