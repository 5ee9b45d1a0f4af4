//! Lines of points: how long they are, where along them something is, and parts of them.

use super::Point;

/// The point at a share of the way from one to another.
#[must_use]
pub fn between(a: Point, b: Point, share: f32) -> Point {
    [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

/// How far apart two points are.
#[must_use]
pub fn distance(a: Point, b: Point) -> f32 {
    (b[0] - a[0]).hypot(b[1] - a[1])
}

/// How long a line is.
#[must_use]
pub fn length(line: &[Point]) -> f32 {
    line.windows(2).map(|side| distance(side[0], side[1])).sum()
}

/// The point at a distance along a line; before its start the start, beyond its end the end. `None` for a line without points.
#[must_use]
pub fn at(line: &[Point], mut way: f32) -> Option<Point> {
    for side in line.windows(2) {
        let long = distance(side[0], side[1]);
        if way <= long {
            return Some(if long > 0.0 { between(side[0], side[1], (way / long).max(0.0)) } else { side[0] });
        }
        way -= long;
    }
    line.last().copied()
}

/// The part of a line from one distance along it to another. Empty if nothing of the line lies between.
#[must_use]
pub fn part(line: &[Point], from: f32, to: f32) -> Vec<Point> {
    let whole = length(line);
    let (from, to) = (from.max(0.0), to.min(whole));
    if from >= to || from.is_nan() || to.is_nan() {
        return Vec::new();
    }
    let mut out: Vec<Point> = at(line, from).into_iter().collect();
    let mut way = 0.0;
    for side in line.windows(2) {
        way += distance(side[0], side[1]);
        if way > from && way < to {
            out.push(side[1]);
        }
    }
    out.extend(at(line, to));
    out
}

/// A line without a stretch at either end, so that an arc starts and ends beside the mark of a capital.
#[must_use]
pub fn trimmed(line: &[Point], stretch: f32) -> Vec<Point> {
    part(line, stretch, length(line) - stretch)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEND: [Point; 3] = [[0.0, 0.0], [3.0, 0.0], [3.0, 4.0]];

    #[test]
    fn places_along_a_line() {
        assert_eq!(length(&BEND), 7.0);
        assert_eq!(at(&BEND, -1.0), Some([0.0, 0.0]));
        assert_eq!(at(&BEND, 1.5), Some([1.5, 0.0]));
        assert_eq!(at(&BEND, 5.0), Some([3.0, 2.0]));
        assert_eq!(at(&BEND, 50.0), Some([3.0, 4.0]));
        assert_eq!(at(&[[1.0, 1.0], [1.0, 1.0]], 0.0), Some([1.0, 1.0]));
        assert_eq!(at(&[], 1.0), None);
    }

    #[test]
    fn parts_of_a_line() {
        assert_eq!(part(&BEND, 1.0, 5.0), [[1.0, 0.0], [3.0, 0.0], [3.0, 2.0]]);
        assert_eq!(part(&BEND, -1.0, 9.0), BEND);
        assert_eq!(trimmed(&BEND, 3.0), [[3.0, 0.0], [3.0, 1.0]]);
        assert!(trimmed(&BEND, 4.0).is_empty());
        assert!(part(&[], 0.0, 1.0).is_empty() && part(&BEND, f32::NAN, 1.0).len() <= 3);
    }
}
