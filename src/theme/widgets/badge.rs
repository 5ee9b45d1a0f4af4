//! The mark of a party: its colour, its shape and its letter, so that none of the three has to be told from the others alone.

use bevy_egui::egui::{
    Align2, Color32, CornerRadius, Painter, Pos2, Rect, Response, Sense, Shape, StrokeKind, Ui, Vec2,
    WidgetInfo, WidgetType, vec2,
};

use crate::theme::fonts::{Face, font_at};
use crate::theme::tokens::{PartyShape, on_party, party_colour, party_edge, party_shape};

/// Paints a party's mark around `centre`. `radius` is that of a circle of the same weight; the letter is left out below 6 points.
pub fn paint_party_mark(painter: &Painter, centre: Pos2, radius: f32, party: usize, letter: &str) {
    let fill = party_colour(party);
    let mut letter_at = centre;
    match party_shape(party) {
        PartyShape::Circle => {
            painter.circle(centre, radius, fill, party_edge());
        }
        PartyShape::Diamond => {
            let reach = radius * 1.25;
            let points = [vec2(0.0, -reach), vec2(reach, 0.0), vec2(0.0, reach), vec2(-reach, 0.0)];
            polygon(painter, centre, &points, fill);
        }
        PartyShape::Square => {
            let side = radius * 1.8;
            let square = Rect::from_center_size(centre, Vec2::splat(side));
            painter.rect(square, CornerRadius::same(2), fill, party_edge(), StrokeKind::Inside);
        }
        PartyShape::Triangle => {
            let points = [vec2(0.0, -radius * 1.25), vec2(radius * 1.3, radius), vec2(-radius * 1.3, radius)];
            polygon(painter, centre, &points, fill);
            letter_at.y += radius * 0.25;
        }
    }
    if radius >= 6.0 {
        let face = font_at(Face::SansBold, radius * 1.2);
        painter.text(letter_at, Align2::CENTER_CENTER, letter, face, on_party());
    }
}

fn polygon(painter: &Painter, centre: Pos2, points: &[Vec2], fill: Color32) {
    painter.add(Shape::convex_polygon(points.iter().map(|by| centre + *by).collect(), fill, party_edge()));
}

/// A party's mark in a row of words. `name` is what a screen reader says.
pub fn party_badge(ui: &mut Ui, party: usize, letter: &str, name: &str, radius: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(radius * 2.6), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, ui.is_enabled(), name));
    paint_party_mark(ui.painter(), rect.center(), radius, party, letter);
    response
}
