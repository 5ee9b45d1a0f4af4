//! Charts on paper: the marks of a scene, made as small as the page asks.

use super::sheet::{Op, Piece, What};
use super::text::line;
use crate::report::faces::Face;
use crate::report::ink;
use crate::report::scene::{Mark, Scene, Shape, Spot, spot};

/// A chart that is no larger than that.
pub(super) fn piece(scene: &Scene, part: usize, wide: f32, high: f32) -> Piece {
    let scale = (wide / scene.width.max(1.0)).min(high / scene.height.max(1.0)).min(1.0);
    let by = |at: Spot| spot(at.x * scale, at.y * scale);
    let mut ops = Vec::new();
    for mark in &scene.marks {
        ops.extend(drawn(mark, scale, &by).map(|what| Op { part: Some(part), what }));
    }
    Piece { height: scene.height.max(0.0) * scale, before: 8.0, keep: false, row_of: None, ops }
}

fn drawn(mark: &Mark, scale: f32, by: &dyn Fn(Spot) -> Spot) -> Option<What> {
    let places = |spots: &[Spot]| -> Vec<Spot> { spots.iter().copied().filter(there).map(by).collect() };
    match mark {
        Mark::Line { spots, ink, width, dotted } => {
            let colour = ink::of(*ink);
            Some(What::Stroke { spots: places(spots), colour, width: width * scale, dotted: *dotted })
        }
        Mark::Cloud { spots, ink, radius } => {
            Some(What::Cloud { spots: places(spots), radius: radius * scale, colour: ink::of(*ink) })
        }
        Mark::Dot { at, shape, ink, radius, .. } => {
            let (at, radius, colour) = (by(Some(*at).filter(there)?), radius * scale, ink::of(*ink));
            let spots = shape.corners(at, radius);
            Some(match shape {
                Shape::Ring => What::Ring { at, radius, colour },
                _ if spots.is_empty() => What::Disc { at, radius, colour, edge: true },
                _ => What::Fill { spots, colour, edge: true },
            })
        }
        Mark::Bar { at, width, height, ink, .. } => {
            let at = by(Some(*at).filter(there)?);
            let (wide, high) = (width * scale, height * scale);
            let spots =
                vec![at, spot(at.x + wide, at.y), spot(at.x + wide, at.y + high), spot(at.x, at.y + high)];
            Some(What::Fill { spots, colour: ink::of(*ink), edge: false })
        }
        Mark::Text { at, text, anchor, ink, size, bold } => {
            let face = if *bold { Face::SansBold } else { Face::Sans };
            Some(What::Text {
                at: by(Some(*at).filter(there)?),
                line: line(text, face),
                size: size * scale,
                colour: ink::of(*ink),
                anchor: *anchor,
            })
        }
    }
}

fn there(spot: &Spot) -> bool {
    spot.x.is_finite() && spot.y.is_finite()
}
