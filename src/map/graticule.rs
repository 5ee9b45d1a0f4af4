//! The net of meridians and parallels, as lines.

use super::Point;
use super::project::{EAST, WEST, degrees};

/// How far north and south meridians go, in degrees: beyond, they crowd.
const REACH: i32 = 80;

/// Degrees between the points of a line.
const FINE: i32 = 2;

/// Meridians and parallels a number of degrees apart (at least 2), the antimeridian and the equator among them.
#[must_use]
pub fn graticule(step: u16) -> Vec<Vec<Point>> {
    let step = i32::from(step).max(FINE);
    let (west, east) = (WEST as i32, EAST as i32);
    let multiples = |from: i32, to: i32| (from / step..=to / step).map(move |k| k * step);
    let mut lines = Vec::new();
    for lon in multiples(west, east) {
        lines.push(points(-REACH, REACH, |lat| degrees(f64::from(lon), f64::from(lat))));
    }
    for lat in multiples(-REACH, REACH) {
        lines.push(points(west, east, |lon| degrees(f64::from(lon), f64::from(lat))));
    }
    lines
}

fn points(from: i32, to: i32, at: impl Fn(i32) -> Point) -> Vec<Point> {
    (0..=(to - from) / FINE).map(|k| at(from + k * FINE)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_net_reaches_over_the_map() {
        let lines = graticule(10);
        // From -210 to 150 and from -80 to 80.
        assert_eq!(lines.len(), 37 + 17);
        assert!(lines.iter().all(|line| line.len() > 80));
        assert!(lines.contains(&points(-REACH, REACH, |lat| degrees(0.0, f64::from(lat)))));
        assert!(!graticule(0).is_empty() && !graticule(u16::MAX).is_empty());
    }
}
