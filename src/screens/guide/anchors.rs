//! Where things lie that a hint can point at, and what a note had better leave free: noted by whoever draws them, read in the same pass.

use bevy_egui::egui::{Context, Id, Rect, Ui};

use crate::rules::level::Point;
use crate::theme::tokens;

/// What was noted in a pass.
#[derive(Clone, Debug, Default)]
pub(in crate::screens) struct Marks {
    pass: u64,
    points: Vec<(Point, Rect)>,
    /// Where something is to be read.
    pub(in crate::screens) taken: Vec<Rect>,
}

impl Marks {
    /// Where a thing lies, if it is on the screen.
    pub(in crate::screens) fn of(&self, point: Point) -> Option<Rect> {
        self.points.iter().find(|(other, _)| *other == point).map(|(_, rect)| *rect)
    }
}

fn place() -> Id {
    Id::new("marks")
}

/// Notes what is seen of a rectangle.
fn note(ui: &Ui, rect: Rect, add: impl FnOnce(&mut Marks, Rect)) {
    let seen = rect.intersect(ui.clip_rect());
    if !seen.is_positive() {
        return;
    }
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| {
        let marks = data.get_temp_mut_or_default::<Marks>(place());
        if marks.pass != pass {
            *marks = Marks { pass, ..Marks::default() };
        }
        add(marks, seen);
    });
}

/// What is looked for, and whether it was found in this pass.
#[derive(Clone, Copy)]
struct Sought(Point, bool);

fn sought() -> Id {
    place().with("sought")
}

/// Has a page that scrolls show a thing when it is drawn next.
pub(super) fn seek(ctx: &Context, point: Point) {
    ctx.data_mut(|data| data.insert_temp(sought(), Sought(point, false)));
    ctx.request_repaint();
}

/// Once a thing was found nobody looks for it any more, so that pages can be scrolled away from it.
pub(super) fn sought_enough(ctx: &Context) {
    ctx.data_mut(|data| {
        if data.get_temp(sought()).is_some_and(|Sought(_, found)| found) {
            data.remove::<Sought>(sought());
        }
    });
}

/// Scrolls to a thing, if it is looked for and not seen whole. For what lies in a part that scrolls sideways, whoever draws that part says
/// so once more after it: such a part keeps to itself what it was asked to scroll to.
pub fn bring(ui: &Ui, point: Point, rect: Rect) {
    if ui.data(|data| data.get_temp(sought())).is_none_or(|Sought(other, _)| other != point) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(sought(), Sought(point, true)));
    let (seen, clip) = (rect.intersect(ui.clip_rect()), ui.clip_rect());
    if seen.height() < rect.height().min(clip.height()) {
        ui.scroll_to_rect(rect.expand(tokens::GAP), None);
    }
}

/// Says where a thing lies that a hint can point at. Of several of a kind the first counts.
pub fn point(ui: &Ui, point: Point, rect: Rect) {
    bring(ui, point, rect);
    note(ui, rect, |marks, seen| {
        if marks.of(point).is_none() {
            marks.points.push((point, seen));
        }
    });
}

/// Says where something is to be read. A note lies there only if there is no room near by.
pub fn taken(ui: &Ui, rect: Rect) {
    note(ui, rect, |marks, seen| marks.taken.push(seen));
}

/// What was noted in the last pass in which anything was.
pub(in crate::screens) fn last(ctx: &Context) -> Marks {
    ctx.data(|data| data.get_temp(place())).unwrap_or_default()
}

/// What has been noted in this pass.
pub(super) fn read(ctx: &Context) -> Marks {
    let marks = last(ctx);
    if marks.pass == ctx.cumulative_pass_nr() { marks } else { Marks::default() }
}
