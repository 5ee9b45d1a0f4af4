//! Where the window looks on the map, and how it gets from one look to the next.

use super::Point;
use super::line::between;

/// How much of the free area places may fill, the rest being margin.
const FILLED: f32 = 0.8;

/// How far the middle goes from that of all places towards the focus.
const LEAN: f32 = 0.25;

/// The narrowest and the flattest look, in units of the plane: places close together do not fill the window.
const CLOSEST: Point = [0.5, 0.12];

/// The widest and the tallest part of the map that is shown: beyond, its ends would be seen.
const MOST: Point = [4.6, 2.9];

/// The lowest point of the plane that is shown, where that can be.
const LOWEST: f32 = -1.75;

/// A rectangle, in a window with y downwards or on the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The corner with the lowest numbers.
    pub min: Point,
    /// The corner with the highest numbers.
    pub max: Point,
}

impl Rect {
    /// The smallest rectangle around some points; `None` around none.
    #[must_use]
    pub fn around(points: &[Point]) -> Option<Self> {
        let mut points = points.iter().filter(|p| p[0].is_finite() && p[1].is_finite());
        let first = *points.next()?;
        Some(points.fold(Self { min: first, max: first }, |rect, p| Self {
            min: [rect.min[0].min(p[0]), rect.min[1].min(p[1])],
            max: [rect.max[0].max(p[0]), rect.max[1].max(p[1])],
        }))
    }

    /// The point in its middle.
    #[must_use]
    pub fn middle(self) -> Point {
        between(self.min, self.max, 0.5)
    }

    /// Width and height, never below 0.
    #[must_use]
    pub fn size(self) -> Point {
        [(self.max[0] - self.min[0]).max(0.0), (self.max[1] - self.min[1]).max(0.0)]
    }
}

/// A look at the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The point of the plane in the middle of the window.
    pub centre: Point,
    /// Units of the window for one unit of the plane.
    pub scale: f32,
}

impl Camera {
    /// The look with all of these points in the free area of a window, moved a little towards a focus. Without a point it is at the
    /// middle of the map. The free area and the window are rectangles in the same units.
    #[must_use]
    pub fn over(points: &[Point], focus: Option<Point>, free: Rect, window: Rect) -> Self {
        let around = Rect::around(points).unwrap_or(Rect { min: [0.0; 2], max: [0.0; 2] });
        let (size, room) = (around.size(), free.size());
        let across = |k: usize| room[k].max(1.0) * FILLED / size[k].max(CLOSEST[k]);
        // The lean takes room too, so what is in the free area stays in it.
        let whole = window.size();
        let least = (whole[0] / MOST[0]).max(whole[1] / MOST[1]);
        let scale = across(0).min(across(1)).max(least);
        let middle = around.middle();
        let spare = |k: usize| ((room[k] / scale - size[k]) / 2.0).max(0.0);
        let lean = |k: usize| {
            let wish = focus.map_or(0.0, |focus| (focus[k] - middle[k]) * LEAN);
            if wish.is_finite() { wish.clamp(-spare(k), spare(k)) } else { 0.0 }
        };
        let (off, at) = (free.middle(), window.middle());
        // The window's y goes down, the map's goes up.
        let centre = [
            middle[0] + lean(0) - (off[0] - at[0]) / scale,
            (middle[1] + lean(1) + (off[1] - at[1]) / scale).max(LOWEST + whole[1] / 2.0 / scale),
        ];
        Self { centre, scale }
    }

    /// Where a point of the plane is in a window.
    #[must_use]
    pub fn to_window(self, window: Rect, point: Point) -> Point {
        let middle = window.middle();
        [
            middle[0] + (point[0] - self.centre[0]) * self.scale,
            middle[1] - (point[1] - self.centre[1]) * self.scale,
        ]
    }

    /// The point of the plane under a point of a window.
    #[must_use]
    pub fn to_plane(self, window: Rect, point: Point) -> Point {
        let middle = window.middle();
        [
            self.centre[0] + (point[0] - middle[0]) / self.scale,
            self.centre[1] - (point[1] - middle[1]) / self.scale,
        ]
    }

    /// The look at a share of the way to another, 0 to 1; see [`ease`]. Scales change by equal factors in equal shares.
    #[must_use]
    pub fn towards(self, other: Self, share: f32) -> Self {
        let share = share.clamp(0.0, 1.0);
        let factor = (other.scale / self.scale).powf(share);
        let scale = if factor.is_finite() { self.scale * factor } else { other.scale };
        Self { centre: between(self.centre, other.centre, share), scale }
    }
}

/// A share of time, 0 to 1, as a share of the way: it starts and ends slowly.
#[must_use]
pub fn ease(share: f32) -> f32 {
    let t = if share.is_nan() { 1.0 } else { share.clamp(0.0, 1.0) };
    t * t * (3.0 - 2.0 * t)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Rect = Rect { min: [0.0, 0.0], max: [1440.0, 900.0] };
    const FREE: Rect = Rect { min: [320.0, 60.0], max: [1110.0, 460.0] };
    const PLACES: [Point; 3] = [[-0.8, 0.72], [-0.55, 0.65], [1.3, 0.75]];

    fn inside(rect: Rect, p: Point) -> bool {
        // Sums of fractions end a hair beside the edge.
        (0..2).all(|k| p[k] >= rect.min[k] - 0.01 && p[k] <= rect.max[k] + 0.01)
    }

    #[test]
    fn places_lie_in_the_free_area_wherever_it_leans() {
        for focus in [None, Some(PLACES[0]), Some(PLACES[2]), Some([0.0, -1.5]), Some([f32::NAN, 0.0])] {
            let camera = Camera::over(&PLACES, focus, FREE, WINDOW);
            for place in PLACES {
                let at = camera.to_window(WINDOW, place);
                assert!(inside(FREE, at), "{at:?} with the focus at {focus:?}");
            }
        }
    }

    #[test]
    fn the_window_and_the_plane_agree() {
        let camera = Camera::over(&PLACES, None, FREE, WINDOW);
        let middle = Rect::around(&PLACES).unwrap().middle();
        let at = camera.to_window(WINDOW, middle);
        assert!((at[0] - 715.0).abs() < 1e-2 && (at[1] - 260.0).abs() < 1e-2, "{at:?}");
        let back = camera.to_plane(WINDOW, at);
        assert!((back[0] - middle[0]).abs() < 1e-5 && (back[1] - middle[1]).abs() < 1e-5);
        // North is up.
        assert!(camera.to_window(WINDOW, [0.0, 1.0])[1] < camera.to_window(WINDOW, [0.0, 0.0])[1]);
    }

    #[test]
    fn odd_windows_give_a_look_all_the_same() {
        let none = Rect { min: [0.0; 2], max: [0.0; 2] };
        for points in [&[][..], &PLACES[..1], &[[f32::NAN, 1.0]][..]] {
            let camera = Camera::over(points, None, none, none);
            assert!(camera.scale > 0.0 && camera.scale.is_finite() && camera.centre[0].is_finite());
        }
    }

    #[test]
    fn moves_start_and_end_where_they_should() {
        let (a, b) =
            (Camera { centre: [0.0, 0.0], scale: 100.0 }, Camera { centre: [1.0, 2.0], scale: 400.0 });
        assert_eq!(a.towards(b, 0.0), a);
        assert_eq!(a.towards(b, 1.0), b);
        assert!((a.towards(b, 0.5).scale - 200.0).abs() < 1e-3);
        assert_eq!((ease(0.0), ease(0.5), ease(1.0), ease(-1.0), ease(9.0)), (0.0, 0.5, 1.0, 0.0, 1.0));
        assert_eq!(ease(f32::NAN), 1.0);
    }
}
