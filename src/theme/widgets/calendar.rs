//! The stops of a calendar on one line: behind, now, ahead.

use bevy_egui::egui::text::{LayoutJob, TextFormat, TextWrapping};
use bevy_egui::egui::{
    Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2,
    vec2,
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

/// Draws the stops over `width`. `here` is the colour of the stop that is now, as a rule the player's own.
pub fn calendar_strip(ui: &mut Ui, stops: &[Stop<'_>], here: Color32, width: f32) -> Response {
    let surface = Surface::of(ui);
    let line_height = Size::Caption.points() + tokens::GAP_TINY;
    let (rect, whole) = ui.allocate_exact_size(vec2(width.max(0.0), 20.0 + line_height), Sense::hover());
    if stops.is_empty() {
        return whole;
    }
    #[expect(clippy::cast_precision_loss, reason = "a calendar has a handful of stops")]
    let column = rect.width() / stops.len() as f32;
    let y = rect.top() + 9.0;
    let mut behind: Option<f32> = None;
    for (at, stop) in stops.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a calendar has a handful of stops")]
        let x = rect.left() + column * (at as f32 + 0.5);
        if let Some(from) = behind {
            ui.painter().hline((from + 12.0)..=(x - 12.0), y, Stroke::new(1.5, surface.rule()));
        }
        behind = Some(x);
        mark(ui, pos2(x, y), stop.state, here, surface);

        let (face, colour) = match stop.state {
            StopState::Now => (Face::SansBold, surface.bright()),
            StopState::Past | StopState::Future => (Face::Sans, surface.quiet()),
        };
        let mut job = LayoutJob::single_section(
            stop.label.to_owned(),
            TextFormat::simple(font(face, Size::Caption), colour),
        );
        job.wrap = TextWrapping::truncate_at_width((column - tokens::GAP_SMALL).max(0.0));
        let words = ui.painter().layout_job(job);
        ui.painter().galley(pos2(x - words.size().x / 2.0, rect.top() + 19.0), words, colour);

        let spot = Rect::from_center_size(pos2(x, rect.center().y), vec2(column, rect.height()));
        let response = ui.interact(spot, whole.id.with(at), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, ui.is_enabled(), stop.spoken));
        explain(response, stop.spoken);
    }
    whole
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
