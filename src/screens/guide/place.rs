//! Where a note lies: near what it points at, on nothing that has to be seen, and on as little else as can be.

use std::iter::successors;

use bevy_egui::egui::{Pos2, Rect, Vec2};

/// Distance between places that are tried.
const STEP: f32 = 12.0;
/// To stand in line with nothing weighs as much as this distance.
const ASKEW: f32 = 12.0;
/// A note keeps this distance from what is to be read.
const AWAY: f32 = 4.0;
/// To lie on the edge of something weighs as much as this distance.
const TOUCHED: f32 = 48.0;
/// So many square points of what is to be read weigh as much as a point of distance.
const READ: f32 = 60.0;
/// The same of what can be pressed: a note lies there only if all else is far.
const PRESSED: f32 = 8.0;

/// What a note had better leave free.
#[derive(Clone, Copy)]
pub(super) struct Taken<'a> {
    /// Where something is to be read.
    pub(super) read: &'a [Rect],
    /// Where something can be pressed.
    pub(super) pressed: &'a [Rect],
}

/// The best place of a note in a room; `None` if there is none that leaves free what has to be.
#[must_use]
pub(super) fn place(room: Rect, size: Vec2, near: Rect, free: &[Rect], taken: Taken<'_>) -> Option<Rect> {
    let along =
        |from: f32, to: f32| successors(Some(from), |at| Some(at + STEP)).take_while(move |at| *at <= to);
    // Notes stand best in line with what is there.
    let edges = || [near].into_iter().chain(taken.read.iter().copied());
    let lefts: Vec<(f32, f32)> = along(room.left(), room.right() - size.x)
        .map(|left| (left, ASKEW))
        .chain(edges().flat_map(|rect| [rect.left(), rect.right() - size.x]).map(|left| (left, 0.0)))
        .filter(|(left, _)| (room.left()..=room.right() - size.x).contains(left))
        .collect();
    let mut best: Option<(f32, Rect)> = None;
    for top in along(room.top(), room.bottom() - size.y) {
        for (left, askew) in lefts.iter().copied() {
            let rect = Rect::from_min_size(Pos2::new(left, top), size);
            if free.iter().any(|other| other.intersects(rect)) {
                continue;
            }
            let around = rect.expand(AWAY);
            let covered = |taken: &[Rect], weight: f32| -> f32 {
                let shares = taken.iter().map(|other| shared(*other, around)).filter(|share| *share > 0.0);
                shares.map(|share| TOUCHED + share / weight).sum()
            };
            let covers = covered(taken.read, READ) + covered(taken.pressed, PRESSED);
            let cost = distance(rect, near) + askew + covers;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, rect));
            }
        }
    }
    best.map(|(_, rect)| rect)
}

/// How far it is from one rectangle to another, and a little for not standing side by side.
fn distance(a: Rect, b: Rect) -> f32 {
    let across = (a.left() - b.right()).max(b.left() - a.right()).max(0.0);
    let down = (a.top() - b.bottom()).max(b.top() - a.bottom()).max(0.0);
    across.hypot(down) + (a.center() - b.center()).length() / 8.0
}

/// The area that two rectangles share.
fn shared(a: Rect, b: Rect) -> f32 {
    let both = a.intersect(b);
    if both.is_positive() { both.area() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::{pos2, vec2};

    use super::*;

    const NOTHING: Taken<'_> = Taken { read: &[], pressed: &[] };

    fn rect(left: f32, top: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(left, top), vec2(width, height))
    }

    #[test]
    fn a_note_lies_near_and_on_nothing_that_has_to_be_seen() {
        let room = rect(0.0, 0.0, 800.0, 600.0);
        let size = vec2(200.0, 80.0);
        for (x, y) in [(0.0, 0.0), (700.0, 0.0), (350.0, 280.0), (0.0, 560.0), (700.0, 560.0)] {
            let near = rect(x, y, 100.0, 40.0);
            let other = rect(300.0, 500.0, 120.0, 40.0);
            let found = place(room, size, near, &[near, other], NOTHING).unwrap();
            assert!(room.contains_rect(found), "{found}");
            assert!(!found.intersects(near) && !found.intersects(other), "{found}");
            assert!(distance(found, near) < 60.0, "{found} is far from {near}");
        }
    }

    #[test]
    fn what_is_read_is_covered_only_where_all_else_is_far() {
        let room = rect(0.0, 0.0, 800.0, 600.0);
        let near = rect(300.0, 280.0, 100.0, 40.0);
        let text = rect(200.0, 320.0, 600.0, 280.0);
        let size = vec2(200.0, 80.0);
        let found = place(room, size, near, &[near], Taken { read: &[text], pressed: &[] }).unwrap();
        assert!(!found.intersects(text), "{found}");
        assert!(place(room, size, near, &[near], Taken { read: &[room], pressed: &[] }).is_some());
        assert_eq!(place(room, size, near, &[room], NOTHING), None);
        assert_eq!(place(room, vec2(900.0, 80.0), near, &[], NOTHING), None);
    }

    #[test]
    fn what_can_be_pressed_is_covered_after_what_is_read() {
        let room = rect(0.0, 0.0, 400.0, 300.0);
        let (near, size) = (rect(100.0, 100.0, 200.0, 100.0), vec2(380.0, 80.0));
        let (above, below) = (rect(0.0, 0.0, 400.0, 100.0), rect(0.0, 200.0, 400.0, 100.0));
        let found = place(room, size, near, &[near], Taken { read: &[above], pressed: &[below] }).unwrap();
        assert!(found.intersects(above) && !found.intersects(below), "{found}");
        let found = place(room, size, near, &[near], Taken { read: &[below], pressed: &[above] }).unwrap();
        assert!(found.intersects(below) && !found.intersects(above), "{found}");
    }
}
