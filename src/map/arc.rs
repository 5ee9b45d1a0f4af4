//! Arcs: what flows from one place to another goes in a bow to the north, each flow between the same two places in a lane of its own.

use super::Point;
use super::line::{between, distance};

/// Sides of an arc; enough for a smooth bow across a window.
const SIDES: u16 = 48;

/// How high the bow of the first lane is, as a share of the distance.
const FIRST: f32 = 0.05;

/// How much higher each next lane is.
const NEXT: f32 = 0.075;

/// The arc between two points of the plane, from the first to the second. Lanes count from 0, which is the flattest; both directions of a
/// lane take the same way. Between points on top of each other there is none.
#[must_use]
pub fn arc(from: Point, to: Point, lane: usize) -> Vec<Point> {
    let far = distance(from, to);
    if far <= f32::EPSILON || !far.is_finite() {
        return Vec::new();
    }
    let lanes = u16::try_from(lane).unwrap_or(u16::MAX);
    let high = (FIRST + NEXT * f32::from(lanes)).min(1.0) * far;
    // A quarter turn from the line, on the side that is north; of a line due north, on the side that is east.
    let (along, up) = ((to[0] - from[0]) / far, (to[1] - from[1]) / far);
    let side = if along > 0.0 || (along == 0.0 && up < 0.0) { 1.0 } else { -1.0 };
    let middle = between(from, to, 0.5);
    // A curve of this kind reaches half as high as the point that bends it.
    let bend = [middle[0] - up * side * high * 2.0, middle[1] + along * side * high * 2.0];
    (0..=SIDES)
        .map(|i| {
            let share = f32::from(i) / f32::from(SIDES);
            between(between(from, bend, share), between(bend, to, share), share)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_bow_to_the_north_both_ways() {
        let (west, east) = ([-1.0, 0.5], [1.0, 0.5]);
        let there = arc(west, east, 0);
        let mut back = arc(east, west, 0);
        back.reverse();
        for (a, b) in there.iter().zip(&back) {
            assert!(distance(*a, *b) < 1e-6, "{a:?} {b:?}");
        }
        assert_eq!((there.first(), there.last()), (Some(&west), Some(&east)));
        let top = there[usize::from(SIDES) / 2];
        assert!((top[1] - 0.5 - 2.0 * FIRST).abs() < 1e-6, "{top:?}");
        assert!(arc(west, east, 1)[usize::from(SIDES) / 2][1] > top[1]);
    }

    #[test]
    fn arcs_due_north_bow_to_the_east() {
        let top = |from, to| arc(from, to, 0)[usize::from(SIDES) / 2][0];
        assert!(top([0.0, 0.0], [0.0, 1.0]) > 0.0);
        assert!(top([0.0, 1.0], [0.0, 0.0]) > 0.0);
    }

    #[test]
    fn no_arc_where_there_is_no_way() {
        assert!(arc([1.0, 1.0], [1.0, 1.0], 0).is_empty());
        assert!(arc([f32::NAN, 1.0], [1.0, 1.0], 0).is_empty());
        assert_eq!(arc([0.0, 0.0], [1.0, 0.0], usize::MAX).len(), usize::from(SIDES) + 1);
    }
}
