//! From the globe to the plane: the triple projection of Oswald Winkel (1921), with the Pacific in its middle.
//!
//! It is the mean of a plain grid and of Aitoff's projection. Shapes and areas are nearly right in the latitudes where most people live, and
//! the bent parallels show a globe. The map is cut in the Atlantic, so no coast around the Pacific is.

use std::f64::consts::PI;

use super::Point;
use crate::rules::level::Place;

/// Where the map is cut, in hundredths of a degree east. The script that makes the map cuts there too.
const SEAM: i64 = -3000;

/// The western end of the map, in degrees east of the antimeridian.
pub const WEST: f64 = -210.0;

/// The eastern end of the map, in degrees east of the antimeridian.
pub const EAST: f64 = 150.0;

/// A place on the plane.
#[must_use]
pub fn project(place: Place) -> Point {
    let half = 18_000;
    let east = if place.east < SEAM { place.east + half } else { place.east - half };
    degrees(east as f64 / 100.0, place.north as f64 / 100.0)
}

/// The same for degrees east of the antimeridian and north of the equator. What lies beyond the poles or the ends of the map is taken to
/// lie on them.
#[must_use]
pub fn degrees(east: f64, north: f64) -> Point {
    let lon = east.clamp(WEST, EAST).to_radians();
    let lat = north.clamp(-90.0, 90.0).to_radians();
    let angle = (lat.cos() * (lon / 2.0).cos()).clamp(-1.0, 1.0).acos();
    let wide = if angle > 1e-9 { angle / angle.sin() } else { 1.0 };
    // The standard parallel of Winkel's own maps, with a cosine of 2/π.
    let x = (lon * 2.0 / PI + 2.0 * lat.cos() * (lon / 2.0).sin() * wide) / 2.0;
    let y = (lat + lat.sin() * wide) / 2.0;
    [x as f32, y as f32]
}

#[cfg(test)]
mod tests {
    use std::f32::consts::FRAC_PI_2;

    use super::*;

    fn near(found: Point, x: f32, y: f32) {
        assert!((found[0] - x).abs() < 1e-4 && (found[1] - y).abs() < 1e-4, "{found:?}");
    }

    #[test]
    fn known_points() {
        near(degrees(0.0, 0.0), 0.0, 0.0);
        near(degrees(0.0, 90.0), 0.0, FRAC_PI_2);
        // On the equator both projections are plain grids, one of them narrower by the cosine of the standard parallel.
        near(degrees(90.0, 0.0), (1.0 + FRAC_PI_2) / 2.0, 0.0);
        // Against another implementation (PROJ, +proj=wintri +R=1 +lat_1=50.4597762521898).
        near(degrees(60.0, 45.0), 0.741_075, 0.800_441);
        near(degrees(-64.0, 39.9), -0.817_232, 0.712_419);
        near(degrees(150.0, -60.0), 1.535_196, -1.152_871);
    }

    #[test]
    fn the_seam_is_in_the_atlantic() {
        let at = |east, north| project(Place { east, north });
        near(at(18_000, 0), 0.0, 0.0);
        near(at(-18_000, 0), 0.0, 0.0);
        assert!(at(-3001, 0)[0] > at(-7700, 0)[0], "the Atlantic west of the seam is the eastern end");
        assert!(at(-3000, 0)[0] < at(0, 0)[0]);
        assert!(at(14_000, 0)[0] < 0.0 && at(-12_000, 0)[0] > 0.0);
    }

    #[test]
    fn odd_numbers_stay_on_the_map() {
        for (east, north) in [(1e9, 0.0), (-1e9, 1e9), (0.0, -91.0), (150.0, 90.0), (-210.0, -90.0)] {
            let [x, y] = degrees(east, north);
            assert!(x.abs() < 4.0 && y.abs() < 2.5, "{x} {y}");
        }
    }
}
