//! The stops of a calendar on one line: behind, now, ahead.

use std::sync::Arc;

use bevy_egui::egui::{
    Align, Color32, CornerRadius, Galley, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    WidgetType, pos2, text::LayoutJob, vec2,
};

use super::explain;
use crate::theme::fonts::{Face, font};
use crate::theme::tokens::{self, Size, Surface};

/// Where the game stands to a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopState {
    /// Behind.
    Past,
    /// Here.
    Now,
    /// Ahead.
    Future,
}

/// A stop of the calendar.
#[derive(Clone, Copy, Debug)]
pub struct Stop<'a> {
    /// What stands under the mark, such as a date and a place.
    pub label: &'a str,
    /// The whole of it in words, with its state, on hover and for screen readers.
    pub spoken: &'a str,
    /// Where the game stands to it.
    pub state: StopState,
}

/// Where the words begin, from the top.
const WORDS: f32 = 19.0;
/// How many lines of words stand under a mark at most.
const LINES: usize = 2;

/// Draws the stops over `width`; `spoken` says all of them in a sentence. `here` is the colour of the stop that is now, as a rule the
/// player's own. Where the words under all marks do not fit, those of the stop that is now stand alone.
pub fn calendar_strip(ui: &mut Ui, stops: &[Stop<'_>], spoken: &str, here: Color32, width: f32) -> Response {
    let surface = Surface::of(ui);
    let width = width.max(0.0);
    #[expect(clippy::cast_precision_loss, reason = "a calendar has a handful of stops")]
    let column = width / stops.len().max(1) as f32;
    let below = below(ui, stops, column, width, surface);
    let high = below.iter().flatten().map(|words| words.size().y).fold(0.0, f32::max);
    let (rect, whole) = ui.allocate_exact_size(vec2(width, WORDS + high + 1.0), Sense::hover());
    if stops.is_empty() {
        return whole;
    }
    whole.widget_info(|| WidgetInfo::labeled(WidgetType::Image, ui.is_enabled(), spoken));
    let y = rect.top() + 9.0;
    let mut behind: Option<f32> = None;
    for (at, (stop, words)) in stops.iter().zip(below).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a calendar has a handful of stops")]
        let x = rect.left() + column * (at as f32 + 0.5);
        if let Some(from) = behind {
            ui.painter().hline((from + 12.0)..=(x - 12.0), y, Stroke::new(1.5, surface.rule()));
        }
        behind = Some(x);
        mark(ui, pos2(x, y), stop.state, here, surface);
        if let Some(words) = words {
            // At the edges the words keep to the strip.
            let half = words.size().x / 2.0;
            let middle = x.clamp(rect.left() + half, (rect.right() - half).max(rect.left() + half));
            ui.painter().galley(pos2(middle, rect.top() + WORDS), words, surface.text());
        }
        let spot = Rect::from_center_size(pos2(x, rect.center().y), vec2(column, rect.height()));
        let response = ui.interact(spot, whole.id.with(at), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, ui.is_enabled(), stop.spoken));
        explain(response, stop.spoken);
    }
    whole
}

/// The words under each mark: all of them, those of the stop that is now, or none.
fn below(ui: &Ui, stops: &[Stop<'_>], column: f32, width: f32, surface: Surface) -> Vec<Option<Arc<Galley>>> {
    let words = |stop: &Stop<'_>, room: f32| {
        let (face, colour) = match stop.state {
            StopState::Now => (Face::SansBold, surface.bright()),
            StopState::Past | StopState::Future => (Face::Sans, surface.quiet()),
        };
        let label = stop.label.to_owned();
        let mut job = LayoutJob::simple(label, font(face, Size::Caption), colour, room.max(0.0));
        job.halign = Align::Center;
        let galley = ui.painter().layout_job(job);
        fits(&galley, room).then_some(galley)
    };
    let room = column - tokens::GAP_SMALL;
    let all: Vec<Option<Arc<Galley>>> = stops.iter().map(|stop| words(stop, room)).collect();
    if all.iter().all(Option::is_some) {
        return all;
    }
    let alone = |stop: &Stop<'_>| (stop.state == StopState::Now).then(|| words(stop, width)).flatten();
    stops.iter().map(alone).collect()
}

/// Whether words stand in a width on a few lines, with no word of them broken.
fn fits(words: &Galley, width: f32) -> bool {
    let before_last = words.rows.len().saturating_sub(1);
    let broken = |text: String| text.ends_with(char::is_alphanumeric);
    words.size().x <= width
        && words.rows.len() <= LINES
        && !words.rows.iter().take(before_last).any(|row| broken(row.text()))
}

/// Full behind, larger with a halo now, hollow ahead: the states differ without colour.
fn mark(ui: &Ui, centre: bevy_egui::egui::Pos2, state: StopState, here: Color32, surface: Surface) {
    let square = |side: f32| Rect::from_center_size(centre, Vec2::splat(side));
    let corner = CornerRadius::same(3);
    let painter = ui.painter();
    match state {
        StopState::Past => {
            painter.rect_filled(square(13.0), corner, surface.outline());
        }
        StopState::Now => {
            painter.rect_filled(square(19.0), CornerRadius::same(5), here.gamma_multiply(0.35));
            painter.rect_filled(square(13.0), corner, here);
        }
        StopState::Future => {
            painter.rect(
                square(12.0),
                corner,
                surface.sunk(),
                Stroke::new(1.5, surface.outline()),
                StrokeKind::Inside,
            );
        }
    }
}
