//! A chamber's seats in rows around its floor, grouped by bloc, with the line a majority has to reach.

use std::cmp::Ordering;
use std::f32::consts::PI;

use bevy_egui::egui::{
    Align2, Color32, Pos2, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

use super::{explain, focus_ring};
use crate::theme::fonts::{Face, font};
use crate::theme::tokens::{self, Size, Surface};

/// Seats drawn at most; a larger house is drawn smaller in the same shares.
const MOST_SEATS: usize = 1200;
/// How far the line of the majority goes beyond the outer seats.
const LINE: f32 = 7.0;

/// How a seat is drawn, so that votes differ without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatMark {
    /// A full dot.
    Full,
    /// A ring.
    Hollow,
    /// A small dot.
    Small,
}

/// Seats that vote alike, in their order from left to right.
#[derive(Clone, Copy, Debug)]
pub struct Bloc {
    /// How many.
    pub seats: usize,
    /// Their colour.
    pub colour: Color32,
    /// Their mark.
    pub mark: SeatMark,
}

/// A chamber.
#[must_use = "a chamber is drawn by `show`"]
pub struct Hemicycle<'a> {
    blocs: &'a [Bloc],
    majority: usize,
    count: &'a str,
    caption: &'a str,
    spoken: &'a str,
    note: &'a str,
}

impl<'a> Hemicycle<'a> {
    /// The blocs from left to right, the votes a majority needs counted from the left, the figure in the middle and the words under it.
    /// `spoken` says all of it for screen readers.
    pub const fn new(
        blocs: &'a [Bloc],
        majority: usize,
        count: &'a str,
        caption: &'a str,
        spoken: &'a str,
    ) -> Self {
        Self { blocs, majority, count, caption, spoken, note: "" }
    }

    /// Where the count comes from, line by line, on hover and focus; makes it a stop of the Tab key.
    pub const fn note(mut self, note: &'a str) -> Self {
        self.note = note;
        self
    }

    /// Draws it over the width that is left, half as high.
    pub fn show(self, ui: &mut Ui) -> Response {
        let surface = Surface::of(ui);
        let width = ui.available_width().max(80.0);
        let words = Size::Caption.points() + tokens::GAP_SMALL;
        let sense = if self.note.is_empty() { Sense::hover() } else { Sense::focusable_noninteractive() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, width / 2.0 + 4.0 + words), sense);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, ui.is_enabled(), self.spoken));
        if ui.is_rect_visible(rect) {
            let outer = width / 2.0 - LINE;
            let floor = pos2(rect.center().x, rect.bottom() - words - 4.0);
            self.paint(ui, floor, outer, surface);
            if response.has_focus() {
                focus_ring(ui.painter(), rect, tokens::RADIUS_SMALL, surface);
            }
        }
        explain(response, self.note)
    }

    fn paint(&self, ui: &Ui, floor: Pos2, outer: f32, surface: Surface) {
        let total: usize = self.blocs.iter().map(|bloc| bloc.seats).fold(0, usize::saturating_add);
        let drawn = total.min(MOST_SEATS);
        // Cut in shares, by the running sum, so that the shares add up.
        let cut = |seats: usize| seats.min(total).saturating_mul(drawn).checked_div(total).unwrap_or(0);
        let inner = outer * 0.44;
        let plan = seats(drawn, inner, outer);
        let mut ahead = 0_usize;
        let mut at = 0_usize;
        let mut shapes = Vec::with_capacity(drawn);
        for bloc in self.blocs {
            ahead = ahead.saturating_add(bloc.seats);
            let until = cut(ahead).min(plan.places.len());
            for place in plan.places.get(at..until).unwrap_or_default() {
                let centre = floor + place.by;
                shapes.push(match bloc.mark {
                    SeatMark::Full => Shape::circle_filled(centre, plan.radius, bloc.colour),
                    SeatMark::Small => Shape::circle_filled(centre, plan.radius * 0.62, bloc.colour),
                    SeatMark::Hollow => {
                        Shape::circle_stroke(centre, plan.radius - 0.6, Stroke::new(1.2, bloc.colour))
                    }
                });
            }
            at = at.max(until);
        }
        ui.painter().extend(shapes);

        let needed = cut(self.majority);
        if let (Some(last), Some(next)) = (plan.places.get(needed.wrapping_sub(1)), plan.places.get(needed)) {
            let way = Vec2::angled(PI + (last.turn + next.turn) / 2.0);
            let ends = [
                floor + way * (inner - plan.radius * 2.0),
                floor + way * (outer + (plan.radius + 3.0).min(LINE)),
            ];
            // Ground under the dashes parts them from the seats.
            let line = tokens::line_width() + 0.5;
            ui.painter().line_segment(ends, Stroke::new(2.0 * line + 0.5, surface.ground()));
            let (dash, gap) = (3.0 * tokens::line_width(), 3.0);
            ui.painter().extend(Shape::dashed_line(&ends, Stroke::new(line, surface.bright()), dash, gap));
        }
        // The words stand below the lowest seats, so that no length of them runs into one.
        let under = floor + vec2(0.0, plan.radius + 3.0);
        ui.painter().text(
            under,
            Align2::CENTER_TOP,
            self.caption,
            font(Face::Sans, Size::Caption),
            surface.quiet(),
        );
        ui.painter().text(
            floor + vec2(0.0, 6.0),
            Align2::CENTER_BOTTOM,
            self.count,
            font(Face::MonoBold, Size::Display),
            surface.bright(),
        );
    }
}

/// A seat: how far it is from the middle of the floor, and how far around, from 0 at the left to π at the right.
struct Place {
    by: Vec2,
    turn: f32,
}

struct Plan {
    places: Vec<Place>,
    radius: f32,
}

/// Places `count` seats in rows between two radii and returns them from left to right. Rows get seats in the share of their length.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts of seats are small and never below zero"
)]
fn seats(count: usize, inner: f32, outer: f32) -> Plan {
    if count == 0 || outer <= inner {
        return Plan { places: Vec::new(), radius: 1.0 };
    }
    // With rows as far apart as seats in a row, the band of this depth holds the count.
    let depth = outer - inner;
    let pitch = (PI * (inner + outer) / 2.0 * depth / count as f32).sqrt();
    let rows = ((depth / pitch).round() as usize).clamp(1, count);
    let ring = |row: usize| {
        if rows == 1 { outer } else { inner + depth * row as f32 / (rows - 1) as f32 }
    };
    let length: f32 = (0..rows).map(ring).sum();
    let mut places = Vec::with_capacity(count);
    let (mut run, mut given) = (0.0_f32, 0_usize);
    for row in 0..rows {
        run += ring(row);
        // The running sum keeps the total exact whatever the rounding in a row.
        let until = if row + 1 == rows {
            count
        } else {
            ((run / length * count as f32).round() as usize).clamp(given, count)
        };
        let here = until - given;
        given = until;
        for seat in 0..here {
            let turn = if here == 1 { PI / 2.0 } else { PI * seat as f32 / (here - 1) as f32 };
            places.push(Place { by: Vec2::angled(PI + turn) * ring(row), turn });
        }
    }
    // Seats at the same turn go from the outer row in, so that the order never depends on the sort.
    places.sort_by(|a, b| {
        a.turn
            .partial_cmp(&b.turn)
            .unwrap_or(Ordering::Equal)
            .then(b.by.length_sq().total_cmp(&a.by.length_sq()))
    });
    Plan { places, radius: (pitch * 0.40).clamp(1.2, 7.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seat_has_a_place_of_its_own() {
        for count in [0, 1, 2, 3, 15, 100, 248, 435, 465, 1200] {
            let plan = seats(count, 40.0, 100.0);
            assert_eq!(plan.places.len(), count);
            for (at, place) in plan.places.iter().enumerate() {
                assert!(place.by.y <= 0.01 && place.by.length() <= 100.1, "{count}");
                for other in &plan.places[at + 1..] {
                    assert!(
                        (place.by - other.by).length() > plan.radius * 1.6,
                        "{count}: {} against {}",
                        (place.by - other.by).length(),
                        plan.radius
                    );
                }
            }
        }
    }
}
