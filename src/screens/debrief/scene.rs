//! Paints a chart: its marks in the colours of the house, and what they stand for on hover and on focus.

use bevy_egui::egui::{
    Color32, Galley, Id, Painter, Pos2, Rect, Sense, Shape as Paint, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, WidgetType, pos2, vec2,
};

use crate::report::{Anchor, Ink, Mark, Scene, Shape, Spot};
use crate::theme::fonts::font_at;
use crate::theme::widgets::{explain, focus_ring};
use crate::theme::{Face, Surface, Tone, tokens};

/// A chart is drawn no larger than this, so that its texts stay those of a chart.
const LARGEST: f32 = 1.4;
/// Half the size of what the pointer finds of a small mark.
const REACH: f32 = 8.0;
/// Lines wider than this have round corners.
const JOINT: f32 = 1.0;
/// Between the dots of a dotted line, as a multiple of its width.
const SPACING: f32 = 2.6;

/// How large a chart is drawn in a width.
#[must_use]
pub(super) fn scale(scene: &Scene, width: f32) -> f32 {
    if scene.width > 0.0 { (width / scene.width).clamp(0.0, LARGEST) } else { 1.0 }
}

/// Where marks of a chart come to stand.
#[derive(Clone, Copy)]
struct Frame {
    origin: Pos2,
    scale: f32,
}

impl Frame {
    fn at(self, spot: Spot) -> Pos2 {
        self.origin + vec2(spot.x, spot.y) * self.scale
    }

    fn all(self, spots: &[Spot]) -> Vec<Pos2> {
        spots.iter().map(|spot| self.at(*spot)).collect()
    }
}

/// Draws a chart over the width that is left. It can be reached by the Tab key, and so can each mark with something to say.
pub(super) fn chart(ui: &mut Ui, scene: &Scene) {
    let scale = scale(scene, ui.available_width());
    let size = vec2(scene.width, scene.height) * scale;
    let (rect, response) = ui.allocate_exact_size(size, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, ui.is_enabled(), &scene.spoken));
    if response.has_focus() {
        focus_ring(ui.painter(), rect, tokens::RADIUS_SMALL, Surface::of(ui));
    }
    let frame = Frame { origin: rect.min, scale };
    if ui.is_rect_visible(rect) {
        let painter = ui.painter().clone();
        for mark in &scene.marks {
            paint(&painter, frame, mark);
        }
    }
    for (index, mark) in scene.marks.iter().enumerate() {
        tell(ui, response.id.with(index), frame, mark);
    }
}

/// What a mark stands for, where it has something to say.
fn tell(ui: &Ui, id: Id, frame: Frame, mark: &Mark) {
    let (place, tip) = match mark {
        Mark::Dot { at, radius, tip, .. } => {
            let half = (radius * frame.scale + 2.0).max(REACH);
            (Rect::from_center_size(frame.at(*at), Vec2::splat(2.0 * half)), tip)
        }
        Mark::Bar { at, width, height, tip, .. } => {
            let size = vec2(*width, *height) * frame.scale;
            let bar = Rect::from_min_size(frame.at(*at), size);
            (bar.expand2((Vec2::splat(REACH) - size / 2.0).max(Vec2::ZERO)), tip)
        }
        Mark::Line { .. } | Mark::Cloud { .. } | Mark::Text { .. } => return,
    };
    if tip.is_empty() {
        return;
    }
    let response = ui.interact(place, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, ui.is_enabled(), tip));
    if response.has_focus() {
        focus_ring(ui.painter(), place, tokens::RADIUS_SMALL, Surface::of(ui));
    }
    explain(response, tip);
}

fn paint(painter: &Painter, frame: Frame, mark: &Mark) {
    let scale = frame.scale;
    match mark {
        Mark::Line { spots, ink, width, dotted } => {
            let (path, width) = (frame.all(spots), width * scale);
            if *dotted {
                let dot = (width / 2.0).max(0.7);
                painter.extend(Paint::dotted_line(&path, colour(*ink), 2.0 * dot * SPACING, dot));
            } else {
                // A line that turns back on itself would be drawn with a stub where it turns; each part by itself has none.
                let stroke = Stroke::new(width, colour(*ink));
                for part in path.windows(2) {
                    painter.line_segment([part[0], part[1]], stroke);
                }
                if width > JOINT {
                    path.iter().for_each(|corner| {
                        painter.circle_filled(*corner, width / 2.0, stroke.color);
                    });
                }
            }
        }
        Mark::Cloud { spots, ink, radius } => {
            let colour = colour(*ink);
            painter.extend(
                spots.iter().map(|spot| Paint::circle_filled(frame.at(*spot), radius * scale, colour)),
            );
        }
        Mark::Dot { at, shape, ink, radius, .. } => dot(painter, frame, *at, *shape, *ink, *radius),
        Mark::Bar { at, width, height, ink, .. } => {
            let bar = Rect::from_min_size(frame.at(*at), vec2(*width, *height) * scale);
            painter.rect_filled(bar, 0.0, fill(*ink));
            if let Ink::Party(_) = ink {
                painter.rect_stroke(bar, 0.0, Stroke::new(1.0, colour(*ink)), StrokeKind::Inside);
            }
        }
        Mark::Text { at, text, anchor, ink, size, bold } => {
            let face = if *bold { Face::SansBold } else { Face::Sans };
            let galley = painter.layout_no_wrap(text.clone(), font_at(face, size * scale), colour(*ink));
            let place = frame.at(*at);
            let left = match anchor {
                Anchor::Start => place.x,
                Anchor::Middle => place.x - galley.size().x / 2.0,
                Anchor::End => place.x - galley.size().x,
            };
            let place = pos2(left, place.y - baseline(&galley));
            // Lines run on under a name; ground behind it keeps its letters apart from them.
            let behind = Rect::from_min_size(place, galley.size()).shrink2(vec2(0.0, galley.size().y * 0.16));
            painter.rect_filled(behind, 0.0, tokens::paper());
            painter.galley(place, galley, colour(*ink));
        }
    }
}

/// How far below its top the letters of a line stand.
fn baseline(galley: &Galley) -> f32 {
    let row = galley.rows.first();
    let glyph = row.and_then(|row| row.row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y));
    glyph.unwrap_or(0.0)
}

fn dot(painter: &Painter, frame: Frame, at: Spot, shape: Shape, ink: Ink, radius: f32) {
    let (centre, reach) = (frame.at(at), radius * frame.scale);
    // A hair of ground around it keeps it apart from what it lies on.
    let ground = Stroke::new(1.0, tokens::paper());
    let edge = match ink {
        Ink::Party(_) => Stroke::new(1.0, colour(ink)),
        _ => ground,
    };
    match shape {
        Shape::Circle => {
            painter.circle(centre, reach, fill(ink), edge);
        }
        Shape::Ring => {
            painter.circle(centre, reach, tokens::paper(), Stroke::new((reach * 0.4).max(1.5), colour(ink)));
        }
        Shape::Square | Shape::Triangle | Shape::Diamond => {
            let corners = frame.all(&shape.corners(at, radius));
            painter.add(Paint::convex_polygon(corners, fill(ink), edge));
        }
    }
}

/// The colour of lines and texts.
fn colour(ink: Ink) -> Color32 {
    match ink {
        Ink::Ink => tokens::ink(),
        Ink::Faded => tokens::faded(),
        Ink::Hairline => tokens::paper_rule(),
        Ink::Seal => tokens::seal(),
        Ink::Party(party) => tokens::party_ink(party.index()),
        Ink::Good => Surface::Paper.tone(Tone::Good),
        Ink::Bad => Surface::Paper.tone(Tone::Bad),
        Ink::Nash => tokens::nash(),
        Ink::Kalai => tokens::kalai(),
    }
}

/// The colour of what is filled: a party's is that of its badge.
fn fill(ink: Ink) -> Color32 {
    match ink {
        Ink::Party(party) => tokens::party_colour(party.index()),
        other => colour(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_fits_its_width_and_is_not_blown_up() {
        let scene = Scene::new(400.0, 200.0);
        assert_eq!([scale(&scene, 200.0), scale(&scene, 480.0), scale(&scene, 4_000.0)], [0.5, 1.2, LARGEST]);
        assert_eq!(scale(&Scene::new(0.0, 0.0), 100.0), 1.0);
    }
}
