//! Shapes of triangles, and lines turned into them: solid, dashed, dotted.
//!
//! Widths and lengths are in the units of the points. A line that should be equally wide at every scale of the map is first laid into the
//! window (see [`super::camera`]) and stroked there.

use std::collections::BTreeMap;

use super::Point;
use super::line::{at, distance, length, part};

/// A corner is drawn to a point up to this many half widths from the line, and cut off straight beyond.
const MITRE: f32 = 2.0;

/// Most dashes or dots of one line, however long it is.
const MOST: usize = 4096;

/// Corners of a round dot.
const ROUND: u16 = 20;

/// Triangles: three numbers of points each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// The points.
    pub points: Vec<Point>,
    /// The triangles, three points each.
    pub triangles: Vec<u32>,
}

impl Shape {
    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.triangles.is_empty()
    }

    /// Adds another shape.
    pub fn add(&mut self, other: &Self) {
        let base = self.count();
        self.points.extend(&other.points);
        self.triangles.extend(other.triangles.iter().map(|point| base + point));
    }

    /// A line of some width with straight ends.
    #[must_use]
    pub fn stroke(line: &[Point], width: f32) -> Self {
        let mut shape = Self::default();
        let mut clean: Vec<Point> = Vec::new();
        for point in line.iter().filter(|p| p[0].is_finite() && p[1].is_finite()) {
            if clean.last().is_none_or(|last| distance(*last, *point) > f32::EPSILON) {
                clean.push(*point);
            }
        }
        if clean.len() < 2 {
            return shape;
        }
        for (i, point) in clean.iter().enumerate() {
            let before = i.checked_sub(1).map(|b| side(clean[b], *point));
            let after = clean.get(i + 1).map(|next| side(*point, *next));
            let [x, y] = match (before, after) {
                (Some(one), Some(other)) => joint(one, other),
                (Some(only), None) | (None, Some(only)) => only,
                (None, None) => continue,
            };
            let half = width / 2.0;
            shape.points.push([point[0] + x * half, point[1] + y * half]);
            shape.points.push([point[0] - x * half, point[1] - y * half]);
        }
        for left in (0..shape.count().saturating_sub(2)).step_by(2) {
            shape.triangles.extend([left, left + 1, left + 2, left + 2, left + 1, left + 3]);
        }
        shape
    }

    /// A line of dashes with gaps between them. It starts `shift` into its first dash, so a shift that grows from 0 to dash plus gap moves
    /// all dashes back by one.
    #[must_use]
    pub fn dashed(line: &[Point], width: f32, dash: f32, gap: f32, shift: f32) -> Self {
        let mut shape = Self::default();
        for start in starts(length(line), dash + gap, shift) {
            shape.add(&Self::stroke(&part(line, start, start + dash), width));
        }
        shape
    }

    /// A line of round dots, as wide as the line would be, their middles `gap` apart. The first is `shift` from its start, so a shift that
    /// grows from 0 to the gap moves all dots on by one.
    #[must_use]
    pub fn dotted(line: &[Point], width: f32, gap: f32, shift: f32) -> Self {
        let mut shape = Self::default();
        let whole = length(line);
        for way in starts(whole, gap, -shift).filter(|way| (0.0..=whole).contains(way)) {
            if let Some(middle) = at(line, way) {
                shape.add(&Self::disc(middle, width / 2.0));
            }
        }
        shape
    }

    /// A round dot.
    #[must_use]
    pub fn disc(middle: Point, radius: f32) -> Self {
        let mut shape = Self { points: vec![middle], triangles: Vec::new() };
        shape.points.extend(circle(middle, radius));
        let last = u32::from(ROUND);
        for corner in 1..=last {
            shape.triangles.extend([0, corner, corner % last + 1]);
        }
        shape
    }

    /// A ring around a point, such as that around a capital.
    #[must_use]
    pub fn ring(middle: Point, radius: f32, width: f32) -> Self {
        let mut shape = Self::default();
        shape.points.extend(circle(middle, radius - width / 2.0));
        shape.points.extend(circle(middle, radius + width / 2.0));
        let count = u32::from(ROUND);
        for corner in 0..count {
            let next = (corner + 1) % count;
            shape.triangles.extend([corner, corner + count, next, next, corner + count, next + count]);
        }
        shape
    }

    /// The head of an arrow, its tip at the end of a line and as long as it is wide.
    #[must_use]
    pub fn head(line: &[Point], width: f32) -> Self {
        let (Some(tip), Some(foot)) = (line.last(), at(line, length(line) - width)) else {
            return Self::default();
        };
        if distance(foot, *tip) <= f32::EPSILON {
            return Self::default();
        }
        let [x, y] = side(foot, *tip);
        let half = width / 2.0;
        let points =
            vec![*tip, [foot[0] + x * half, foot[1] + y * half], [foot[0] - x * half, foot[1] - y * half]];
        Self { points, triangles: vec![0, 1, 2] }
    }

    /// The lines around it: sides that belong to one triangle alone, joined end to end. Closed ones end where they start.
    #[must_use]
    pub fn outline(&self) -> Vec<Vec<Point>> {
        let mut once: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for corners in self.triangles.chunks_exact(3) {
            for (a, b) in [(corners[0], corners[1]), (corners[1], corners[2]), (corners[2], corners[0])] {
                *once.entry((a.min(b), a.max(b))).or_default() += 1;
            }
        }
        let mut next: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for corners in self.triangles.chunks_exact(3) {
            for (a, b) in [(corners[0], corners[1]), (corners[1], corners[2]), (corners[2], corners[0])] {
                if once.get(&(a.min(b), a.max(b))) == Some(&1) {
                    next.entry(a).or_default().push(b);
                }
            }
        }
        let mut lines = Vec::new();
        let starts: Vec<u32> = next.keys().copied().collect();
        for start in starts {
            while let Some(mut to) = next.get_mut(&start).and_then(Vec::pop) {
                let mut ends = vec![start, to];
                while to != start {
                    let Some(further) = next.get_mut(&to).and_then(Vec::pop) else { break };
                    to = further;
                    ends.push(to);
                }
                lines.push(ends.iter().filter_map(|i| self.points.get(*i as usize).copied()).collect());
            }
        }
        lines
    }

    fn count(&self) -> u32 {
        u32::try_from(self.points.len()).unwrap_or(u32::MAX)
    }
}

/// Where dashes or dots start along a line, the first perhaps before it.
fn starts(whole: f32, every: f32, shift: f32) -> impl Iterator<Item = f32> {
    let sound = every > f32::EPSILON && whole.is_finite() && shift.is_finite();
    let first = if sound { -(shift.rem_euclid(every)) } else { 0.0 };
    let count = if sound { ((whole - first) / every).floor() as usize + 1 } else { 0 };
    (0..count.min(MOST)).map(move |i| first + i as f32 * every)
}

/// The direction to the left of a side, of length 1.
fn side(a: Point, b: Point) -> Point {
    let far = distance(a, b).max(f32::MIN_POSITIVE);
    [-(b[1] - a[1]) / far, (b[0] - a[0]) / far]
}

/// The direction to the outer corner where two sides meet, as long as the corner is far in half widths.
fn joint(one: Point, other: Point) -> Point {
    let sum = [one[0] + other[0], one[1] + other[1]];
    let square = sum[0] * sum[0] + sum[1] * sum[1];
    if square <= 4.0 / (MITRE * MITRE) {
        return other;
    }
    [sum[0] * 2.0 / square, sum[1] * 2.0 / square]
}

fn circle(middle: Point, radius: f32) -> impl Iterator<Item = Point> {
    (0..ROUND).map(move |i| {
        let angle = f32::from(i) / f32::from(ROUND) * std::f32::consts::TAU;
        [middle[0] + radius * angle.cos(), middle[1] + radius * angle.sin()]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(shape: &Shape) -> f32 {
        let corner = |i: u32| shape.points[i as usize];
        let twice = |t: &[u32]| {
            let (a, b, c) = (corner(t[0]), corner(t[1]), corner(t[2]));
            ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])).abs()
        };
        shape.triangles.chunks_exact(3).map(twice).sum::<f32>() / 2.0
    }

    const LINE: [Point; 3] = [[0.0, 0.0], [10.0, 0.0], [10.0, 10.0]];

    #[test]
    fn strokes_are_as_wide_as_asked() {
        assert!((area(&Shape::stroke(&LINE, 2.0)) - 40.0).abs() < 1e-3);
        assert!((area(&Shape::stroke(&LINE[..2], 0.5)) - 5.0).abs() < 1e-4);
        let doubled = [[0.0, 0.0], [0.0, 0.0], [f32::NAN, 0.0], [4.0, 0.0]];
        assert!((area(&Shape::stroke(&doubled, 1.0)) - 4.0).abs() < 1e-4);
        assert!(Shape::stroke(&LINE[..1], 1.0).is_empty() && Shape::stroke(&[], 1.0).is_empty());
    }

    #[test]
    fn sharp_corners_do_not_shoot_out() {
        let back = Shape::stroke(&[[0.0, 0.0], [10.0, 0.0], [0.0, 0.01]], 1.0);
        assert!(back.points.iter().all(|p| p[0] < 10.0 + MITRE), "{back:?}");
    }

    #[test]
    fn dashes_and_dots_fill_their_share() {
        assert!((area(&Shape::dashed(&LINE[..2], 1.0, 1.0, 1.0, 0.0)) - 5.0).abs() < 1e-3);
        assert!((area(&Shape::dashed(&LINE[..2], 1.0, 1.0, 1.0, 0.5)) - 5.0).abs() < 1e-3);
        assert!((area(&Shape::dashed(&LINE[..2], 1.0, 1.0, 1.0, 20.5)) - 5.0).abs() < 1e-3);
        let dots = Shape::dotted(&LINE[..2], 1.0, 2.0, 1.0);
        assert_eq!(dots.triangles.len(), 5 * 3 * usize::from(ROUND));
        assert_eq!(dots.points[0], [1.0, 0.0]);
        for odd in [0.0, -1.0, f32::NAN, f32::INFINITY] {
            assert!(Shape::dotted(&LINE, 1.0, odd, 0.0).triangles.len() <= 3 * usize::from(ROUND));
        }
        let many = Shape::dashed(&LINE, 1.0, 1e-4, 1e-4, 0.0);
        assert!(many.triangles.len() <= MOST * 12);
    }

    #[test]
    fn heads_point_the_way() {
        let head = Shape::head(&LINE, 2.0);
        assert_eq!(head.points, [[10.0, 10.0], [9.0, 8.0], [11.0, 8.0]]);
        assert!(Shape::head(&[], 2.0).is_empty() && Shape::head(&LINE[..1], 2.0).is_empty());
    }

    #[test]
    fn outlines_leave_out_what_is_inside() {
        let square = Shape {
            points: vec![[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]],
            triangles: vec![0, 1, 2, 0, 2, 3],
        };
        let lines = square.outline();
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].first(), lines[0].last());
        assert!((length(&lines[0]) - 4.0).abs() < 1e-6);
        let ring = Shape::ring([0.0, 0.0], 2.0, 1.0);
        assert_eq!(ring.outline().len(), 2);
        let mut two = square.clone();
        two.add(&square);
        assert_eq!(two.outline().len(), 2);
        assert!(Shape { points: Vec::new(), triangles: vec![7, 8, 9] }.outline()[0].is_empty());
    }
}
