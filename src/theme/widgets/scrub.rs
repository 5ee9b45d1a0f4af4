//! A bar of moments with marks: press or drag to go to one.

use bevy_egui::egui::{Align2, CornerRadius, Rect, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::{explain, focus_ring};
use crate::theme::fonts::{Face, font};
use crate::theme::tokens::{self, Size, Surface};

/// Height of the bar with its marks.
const HEIGHT: f32 = 40.0;
/// Where the trough runs, from the top.
const TROUGH: f32 = 26.0;

/// A mark of the bar.
#[derive(Clone, Copy, Debug)]
pub struct ScrubMark<'a> {
    /// At which moment.
    pub at: usize,
    /// A few signs that stand above it.
    pub label: &'a str,
}

/// A bar of moments.
#[must_use = "a bar is drawn by `show`"]
pub struct Scrub<'a> {
    at: usize,
    last: usize,
    marks: &'a [ScrubMark<'a>],
    spoken: &'a str,
}

impl<'a> Scrub<'a> {
    /// A bar from moment 0 to `last`, standing at `at`. `spoken` says in words what it shows.
    pub const fn new(at: usize, last: usize, marks: &'a [ScrubMark<'a>], spoken: &'a str) -> Self {
        Self { at, last, marks, spoken }
    }

    /// Draws it over the width that is left; returns the moment that was gone to.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        let surface = Surface::of(ui);
        let width = ui.available_width().max(120.0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click_and_drag());
        #[expect(clippy::cast_precision_loss, reason = "a game has a few hundred moments")]
        let value = self.at as f64;
        response.widget_info(|| WidgetInfo {
            value: Some(value),
            ..WidgetInfo::labeled(WidgetType::Slider, ui.is_enabled(), self.spoken)
        });
        let inner = rect.shrink2(vec2(10.0, 0.0));
        #[expect(clippy::cast_precision_loss, reason = "a game has a few hundred moments")]
        let x = |at: usize| inner.left() + inner.width() * at as f32 / self.last.max(1) as f32;
        let y = rect.top() + TROUGH;
        let painter = ui.painter();
        let trough = Rect::from_min_max(pos2(inner.left(), y - 3.0), pos2(inner.right(), y + 3.0));
        painter.rect_filled(trough, CornerRadius::same(3), surface.sunk());
        let done = trough.with_max_x(x(self.at.min(self.last)));
        painter.rect_filled(done, CornerRadius::same(3), surface.quiet());
        let mut free = f32::NEG_INFINITY;
        for mark in self.marks {
            let at = x(mark.at.min(self.last));
            painter.vline(at, (y - 8.0)..=(y + 8.0), Stroke::new(1.5, surface.outline()));
            let label = painter.layout_no_wrap(
                mark.label.to_owned(),
                font(Face::Sans, Size::Caption),
                surface.quiet(),
            );
            // Labels that would lie over each other are left out; the marks stay.
            let left = at - label.size().x / 2.0;
            if left > free {
                free = left + label.size().x + 6.0;
                let place = Align2::CENTER_TOP.anchor_size(pos2(at, rect.top()), label.size());
                painter.galley(place.min, label, surface.quiet());
            }
        }
        let knob = pos2(x(self.at.min(self.last)), y);
        let hot = response.hovered() || response.dragged();
        painter.circle_filled(knob, if hot { 9.0 } else { 8.0 }, tokens::seal());
        painter.circle_stroke(knob, if hot { 9.0 } else { 8.0 }, Stroke::new(2.0, surface.bright()));
        if response.has_focus() {
            focus_ring(painter, rect, tokens::RADIUS_SMALL, surface);
        }
        let pointer = response.interact_pointer_pos();
        let response = explain(response, self.spoken);
        let to = pointer.filter(|_| response.clicked() || response.dragged()).map(|pointer| {
            let share = ((pointer.x - inner.left()) / inner.width().max(1.0)).clamp(0.0, 1.0);
            #[expect(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a game has a few hundred moments"
            )]
            let to = (share * self.last as f32).round() as usize;
            to
        });
        to.filter(|to| *to != self.at)
    }
}
