//! The terms of the draft in columns: what each side gives, and what both do.

use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{
    Align2, Color32, CursorIcon, Label, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

use super::{Pen, clauses};
use crate::rules::level::Point;
use crate::screens::guide;
use crate::screens::layout::at;
use crate::screens::pages::{Page, Term, leads};
use crate::screens::table::draft::Edit;
use crate::screens::table::model::{Closed, Group, Row, Worth};
use crate::theme::widgets::{StepOption, Stepper, column_head, explain, focus_ring, unparted};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};

/// Radius of the disc under an icon.
const DISC: f32 = 13.0;
/// Width of a figure, and of an estimate.
const FIGURE: f32 = 48.0;
pub(super) const ESTIMATE: f32 = 70.0;
/// From this width on the stepper stands beside the name.
const INLINE: f32 = 600.0;
/// The share of its line that the control of a term takes that is left alone.
const SLIM: f32 = 0.55;
/// From this width on two columns stand side by side.
const COLUMNS: f32 = 560.0;

/// Draws all groups.
pub(super) fn draw(ui: &mut Ui, pen: &mut Pen<'_>) {
    let groups = &pen.model.paper.groups;
    let (sides, mutual): (Vec<&Group>, Vec<&Group>) = groups.iter().partition(|g| g.giver.is_some());
    let width = ui.available_width();
    if sides.len() >= 2 && width >= COLUMNS {
        let gap = tokens::GAP_LARGE;
        #[expect(clippy::cast_precision_loss, reason = "there are at most four parties")]
        let count = sides.len().min(2) as f32;
        let column = (width - gap * (count - 1.0)) / count;
        let whole = ui.available_rect_before_wrap();
        let mut bottom = whole.top();
        // The first column is the player's own; the others share the second.
        let (own, others) = sides.split_at(1);
        for (place, part) in [own, others].into_iter().enumerate() {
            let left = if place == 0 { whole.left() } else { whole.left() + column + gap };
            let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(column, whole.height()));
            let name = if place == 0 { "own" } else { "others" };
            let used = at(ui, name, rect, |ui| {
                for found in part {
                    group(ui, pen, found);
                }
                ui.min_rect().bottom()
            });
            bottom = bottom.max(used);
        }
        ui.advance_cursor_after_rect(whole.with_max_y(bottom));
    } else {
        for found in sides {
            group(ui, pen, found);
        }
    }
    for found in mutual {
        group(ui, pen, found);
    }
}

fn worths(pen: &Pen<'_>) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "there are at most four parties")]
    let others = pen.model.paper.worth_heads.len().saturating_sub(1) as f32;
    FIGURE + others * ESTIMATE
}

fn group(ui: &mut Ui, pen: &mut Pen<'_>, group: &Group) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, Size::Caption.points() + 10.0), Sense::hover());
    let surface = Surface::of(ui);
    at(ui, "head", rect.with_max_x(rect.right() - worths(pen)), |ui| column_head(ui, &group.title));
    let mut right = rect.right() - worths(pen);
    for (place, name) in pen.model.paper.worth_heads.iter().enumerate() {
        right += if place == 0 { FIGURE } else { ESTIMATE };
        let id = font(Face::SansBold, Size::Caption);
        ui.painter().text(pos2(right, rect.top()), Align2::RIGHT_TOP, name, id, surface.quiet());
    }
    let y = rect.bottom();
    ui.painter().hline(rect.x_range(), y, Stroke::new(1.0, surface.rule()));
    for found in &group.rows {
        ui.push_id(found.issue.0, |ui| row(ui, pen, found));
    }
    ui.add_space(tokens::GAP_SMALL);
}

fn row(ui: &mut Ui, pen: &mut Pen<'_>, row: &Row) {
    let surface = Surface::of(ui);
    let width = ui.available_width();
    let text_left = 2.0 * DISC + tokens::GAP_SMALL;
    let wide = width >= INLINE + worths(pen) - FIGURE - ESTIMATE;
    // In a narrow column a term that is left alone takes one line, so that the map is seen; set, it takes more above its control.
    let slim = !wide && row.still;
    let inline = wide || slim;
    let figures = if slim { 0.0 } else { worths(pen) };
    // The place of the control stays free while a term is not set, so that nothing moves under the pointer.
    let opener = if pen.model.paper.clauses { clauses::OPENER + tokens::GAP_TINY } else { 0.0 };
    let room = match (wide, slim) {
        (true, _) => (width * 0.42).clamp(220.0, 360.0),
        (_, true) => (width - text_left) * SLIM + opener / 2.0,
        _ => width - text_left,
    };
    let stepper = room - opener;
    let beside = if inline { room + tokens::GAP_SMALL } else { 0.0 };
    let name_width = (width - text_left - figures - beside - tokens::GAP_TINY).max(60.0);
    let words = ui.painter().layout_job(name(row, surface, name_width));
    // Above its control a term has its whole line for what is noted of it, under the figures as well.
    let note_width = if inline { name_width } else { width - text_left };
    let note = (!slim && !row.note.is_empty()).then(|| noted(row, surface, note_width));
    let note = note.map(|job| ui.painter().layout_job(job));
    let note_size = note.as_ref().map_or(Vec2::ZERO, |note| note.size());
    let words_high = words.size().y + note_size.y;
    let head = words_high.max(2.0 * DISC);
    let high = stepper_height(ui, row, stepper);
    let height = if inline { head.max(high) } else { head + tokens::GAP_TINY + high };
    let (mut rect, _) = ui.allocate_exact_size(vec2(width, height + 10.0), Sense::hover());
    let top = rect.top() + 5.0;
    let middle = if inline { rect.center().y } else { top + head / 2.0 };

    disc(ui, pos2(rect.left() + DISC, middle), &row.icon, surface);
    let place = pos2(rect.left() + text_left, middle - words_high / 2.0);
    let name_lies = Rect::from_min_size(place, words.size());
    let lies = name_lies.union(Rect::from_min_size(name_lies.left_bottom(), note_size));
    let figures_at = if inline { middle } else { name_lies.center().y };
    let named = ui.interact(lies, ui.id().with("name"), Sense::click());
    let about = Term::new(pen.words, Page::Issue(row.issue), &row.name);
    named.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, &about.name));
    ui.painter().galley(place, words, surface.text());
    if let Some(note) = note {
        ui.painter().galley(name_lies.left_bottom(), note, surface.quiet());
    }
    if named.has_focus() {
        focus_ring(ui.painter(), lies, tokens::RADIUS_SMALL, surface);
    }
    explain(leads(named.on_hover_cursor(CursorIcon::PointingHand), about.page), &row.tip);

    let left = match (wide, slim) {
        (true, _) => rect.right() - figures - room - tokens::GAP_TINY,
        (_, true) => rect.right() - room,
        _ => rect.left() + text_left,
    };
    let y = if inline { middle - high / 2.0 } else { top + head + tokens::GAP_TINY };
    let control = Rect::from_min_size(pos2(left, y), vec2(stepper, high));
    if let Some(to) = at(ui, "stepper", control, |ui| step(ui, pen, row, stepper))
        && let Some(slot) = row.slots.get(to)
    {
        pen.edit(Edit::Term(row.issue, slot.option));
    }
    if let Some(opener) = &row.opener {
        let size = vec2(clauses::OPENER, tokens::CONTROL_HEIGHT);
        let place = Rect::from_min_size(pos2(control.right() + tokens::GAP_TINY, y), size);
        at(ui, "opener", place, |ui| clauses::opener(ui, pen, row, opener));
    }
    let band = Rect::from_x_y_ranges(rect.x_range(), (figures_at - 10.0)..=(figures_at + 10.0));
    // Without figures it is the picture that tells what each option would be worth.
    let tells = if slim {
        band.with_max_x(rect.left() + 2.0 * DISC)
    } else {
        band.with_min_x(rect.right() - figures)
    };
    worth(ui, tells, row, surface);
    if row.changed {
        // A bar at the edge, so that a change shows without its underline too.
        ui.painter().vline(
            rect.left() - 6.0,
            (rect.top() + 6.0)..=(rect.bottom() - 6.0),
            Stroke::new(2.0, tokens::seal()),
        );
    }
    if !row.said.is_empty() || row.picker.is_some() {
        let below = ui.available_rect_before_wrap().with_min_x(rect.left() + text_left);
        let used = at(ui, "clauses", below, |ui| {
            clauses::draw(ui, pen, row);
            ui.min_rect().bottom()
        });
        ui.advance_cursor_after_rect(rect.with_max_y(used + tokens::GAP_TINY));
        rect.max.y = used + tokens::GAP_TINY;
    }
    guide::point(ui, Point::Term(row.issue), rect);
    ui.painter().extend(bevy_egui::egui::Shape::dotted_line(
        &[rect.left_bottom(), rect.right_bottom()],
        surface.rule(),
        3.0,
        0.5,
    ));
}

fn options(row: &Row) -> Vec<StepOption<'_>> {
    row.slots.iter().map(|slot| StepOption { name: &slot.name, off: slot.off.as_deref() }).collect()
}

fn stepper_height(ui: &Ui, row: &Row, width: f32) -> f32 {
    Stepper::new(&row.name, &options(row), row.in_force, row.current, "", "").height(ui, width)
}

fn step(ui: &mut Ui, pen: &Pen<'_>, row: &Row, width: f32) -> Option<usize> {
    let options = options(row);
    let name = [("name", row.name.as_str().into())];
    let (back, on) = (pen.words.text("stepper-back", &name), pen.words.text("stepper-on", &name));
    Stepper::new(&row.name, &options, row.in_force, row.current, &back, &on)
        .marked(row.changed)
        .width(width)
        .show(ui)
}

fn name(row: &Row, surface: Surface, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    let mut bold = TextFormat::simple(font(Face::SansBold, Size::Body), surface.text());
    // The name leads to the issue's page; where the term was changed the line under it is the stronger one.
    bold.underline = Stroke::new(1.0, if row.changed { surface.text() } else { surface.outline() });
    job.append(&unparted(&row.name), 0.0, bold);
    job.wrap.max_width = width;
    job
}

fn noted(row: &Row, surface: Surface, width: f32) -> LayoutJob {
    let format = TextFormat::simple(font(Face::Sans, Size::Caption), surface.quiet());
    let mut job = LayoutJob::single_section(unparted(&row.note), format);
    job.wrap.max_width = width;
    job
}

/// The figures of a row: one stop of the Tab key, which tells what each option would be worth.
fn worth(ui: &mut Ui, rect: Rect, row: &Row, surface: Surface) {
    let response = ui.interact(rect, ui.id().with("worth"), Sense::focusable_noninteractive());
    let spoken: Vec<&str> = std::iter::once(&row.own)
        .chain(&row.theirs)
        .map(|w| w.spoken.as_str())
        .filter(|s| !s.is_empty())
        .collect();
    let spoken =
        if spoken.is_empty() { row.name.clone() } else { format!("{}: {}", row.name, spoken.join(", ")) };
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &spoken));
    let mut right = rect.left();
    for (place, worth) in std::iter::once(&row.own).chain(&row.theirs).enumerate() {
        right += if place == 0 { FIGURE } else { ESTIMATE };
        figure(ui, pos2(right, rect.center().y), worth, place == 0, surface);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), rect, tokens::RADIUS_SMALL, surface);
    }
    explain(response, &row.tip);
}

fn figure(ui: &Ui, at: bevy_egui::egui::Pos2, worth: &Worth, own: bool, surface: Surface) {
    let face = if own { Face::MonoBold } else { Face::Mono };
    let tone = match (own, worth.tone) {
        (true, tone) => tone,
        (false, _) => Tone::Quiet,
    };
    ui.painter().text(at, Align2::RIGHT_CENTER, &worth.figure, font(face, Size::Body), surface.tone(tone));
}

fn disc(ui: &Ui, centre: bevy_egui::egui::Pos2, icon: &str, surface: Surface) {
    ui.painter().circle_filled(centre, DISC, surface.sunk());
    let colour: Color32 = surface.text();
    ui.painter().text(centre, Align2::CENTER_CENTER, sign(icon), font(Face::Sans, Size::Body), colour);
}

/// The sign of an icon that a level names.
fn sign(icon: &str) -> &'static str {
    match icon {
        "tariff" => "%",
        "money" => "$",
        "pen" => "\u{2696}",
        "shield" => "\u{2708}",
        "star" => "\u{2726}",
        "mineral" => "\u{25c6}",
        "gate" => "\u{2691}",
        "ship" => "\u{2693}",
        "paper" => "\u{2709}",
        _ => "\u{25cf}",
    }
}

/// Draws what these parties cannot settle now, in one or two columns.
pub(super) fn closed(ui: &mut Ui, pen: &Pen<'_>, closed: &[Closed]) {
    if closed.is_empty() {
        return;
    }
    ui.add_space(tokens::GAP_SMALL);
    column_head(ui, &pen.get("table-closed"));
    let whole = ui.available_rect_before_wrap();
    let columns = if whole.width() >= COLUMNS { 2 } else { 1 };
    let gap = tokens::GAP_LARGE;
    let width = if columns == 2 { (whole.width() - gap) / 2.0 } else { whole.width() };
    let mut bottom = whole.top();
    for (column, part) in closed.chunks(closed.len().div_ceil(columns)).enumerate() {
        let left = if column == 0 { whole.left() } else { whole.left() + width + gap };
        let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(width, whole.height()));
        let used = at(ui, if column == 0 { "first" } else { "second" }, rect, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for found in part {
                ui.push_id(found.issue.0, |ui| shut(ui, pen, found));
            }
            ui.min_rect().bottom()
        });
        bottom = bottom.max(used);
    }
    ui.advance_cursor_after_rect(whole.with_max_y(bottom));
}

fn shut(ui: &mut Ui, pen: &Pen<'_>, closed: &Closed) {
    let surface = Surface::of(ui);
    let mut job = LayoutJob::default();
    let quiet = |face| TextFormat::simple(font(face, Size::Body), surface.quiet());
    let name = TextFormat { underline: Stroke::new(1.0, surface.outline()), ..quiet(Face::Sans) };
    job.append(&unparted(&closed.name), 0.0, name);
    job.append(&unparted(&closed.in_force), tokens::GAP_SMALL, quiet(Face::Mono));
    if !closed.own.figure.is_empty() {
        let format = TextFormat::simple(font(Face::MonoBold, Size::Body), surface.tone(closed.own.tone));
        job.append(&closed.own.figure, tokens::GAP_SMALL, format);
    }
    job.append(
        &closed.reason,
        tokens::GAP_SMALL,
        TextFormat::simple(font(Face::Sans, Size::Caption), surface.quiet()),
    );
    job.wrap.max_width = ui.available_width();
    let told = format!("{} {} {}", closed.in_force, closed.own.figure, closed.reason);
    let about = Term::new(pen.words, Page::Issue(closed.issue), &closed.name);
    let said = ui.add(Label::new(job).sense(Sense::click()));
    said.widget_info(|| WidgetInfo {
        current_text_value: Some(told.clone()),
        ..WidgetInfo::labeled(WidgetType::Link, true, &about.name)
    });
    if said.has_focus() {
        focus_ring(ui.painter(), said.rect, tokens::RADIUS_SMALL, surface);
    }
    explain(leads(said.on_hover_cursor(CursorIcon::PointingHand), about.page), &closed.help);
}
