//! Draws a table: labels on the left, columns of figures that end on a line each, and where a row's figures come from on hover and focus.

use std::sync::Arc;

use bevy_egui::egui::{
    Align, Color32, FontId, Galley, Id, Pos2, Rect, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2,
    text::LayoutJob, vec2,
};

use crate::report::{Cell, Head, Row, Table, Tone as Meaning, wordy};
use crate::screens::wording::PartyName;
use crate::theme::widgets::{explain, focus_ring, paint_party_mark, unparted};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};

/// Least height of a row.
const ROW: f32 = 26.0;
/// Above and below what stands in a row.
const PAD: f32 = 4.0;
/// Between two columns.
const GAP: f32 = tokens::GAP;
/// The share of the width that labels keep where there is too little of it.
const LABELS: f32 = 0.3;
/// The widest a column grows where there is room, beyond what stands in it.
const SPREAD: f32 = 56.0;
/// A party's mark before a name.
const MARK: f32 = 22.0;

/// What a column needs.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
struct Need {
    /// To stand in one line.
    whole: f32,
    /// So that no word is broken.
    least: f32,
}

impl Need {
    fn or(self, other: Self) -> Self {
        Self { whole: self.whole.max(other.whole), least: self.least.max(other.least) }
    }
}

/// The widths of the labels and of each column.
fn widths(room: f32, label: Need, columns: &[Need]) -> (f32, Vec<f32>) {
    #[expect(clippy::cast_precision_loss, reason = "a table has a handful of columns")]
    let count = columns.len() as f32;
    let gaps = GAP * count;
    let sum = |get: fn(&Need) -> f32| columns.iter().map(get).sum::<f32>();
    let whole = sum(|need| need.whole);
    let spare = room - gaps - label.whole - whole;
    if spare >= 0.0 {
        let each = if columns.is_empty() { 0.0 } else { (spare / count).min(SPREAD) };
        let wide: Vec<f32> = columns.iter().map(|need| need.whole + each).collect();
        return (room - gaps - wide.iter().sum::<f32>(), wide);
    }
    // Labels break into lines first, then the columns that hold the most.
    let least = sum(|need| need.least);
    let labels = (room - gaps - whole).max(label.least.max(room * LABELS)).min(label.whole);
    // Rather than a figure, a label breaks once more.
    let labels = labels.min((room - gaps - least).max(label.least));
    let left = (room - gaps - labels).max(0.0);
    if left <= least {
        let wide = columns.iter().map(|need| left * need.least / least.max(1.0)).collect();
        return (labels, wide);
    }
    let more = (whole - least).max(1.0);
    let grow = |need: &Need| need.least + (left - least) * (need.whole - need.least) / more;
    (labels, columns.iter().map(grow).collect())
}

/// How what stands in a column is set.
#[derive(Clone, Copy)]
struct Column {
    /// Whether it holds words rather than figures.
    words: bool,
    need: Need,
    width: f32,
}

struct Pen<'a> {
    surface: Surface,
    parties: &'a [PartyName],
    /// Whether the parties over columns are marks alone.
    marks: bool,
}

/// Draws a table over the width that is left. `name` tells it from others on the page.
pub(super) fn table(ui: &mut Ui, parties: &[PartyName], name: usize, table: &Table) {
    let room = ui.available_width();
    let mut pen = Pen { surface: Surface::of(ui), parties, marks: false };
    let label = label_need(ui, &pen, table);
    let mut columns = needs(ui, &pen, table);
    let total = |columns: &[Column]| columns.iter().map(|column| column.need.whole + GAP).sum::<f32>();
    if label.whole + total(&columns) > room && table.heads.iter().any(|head| head.party.is_some()) {
        // A party is known by its mark where its name finds no room.
        pen.marks = true;
        columns = needs(ui, &pen, table);
    }
    let (labels, wide) = widths(room, label, &columns.iter().map(|column| column.need).collect::<Vec<_>>());
    for (column, width) in columns.iter_mut().zip(wide) {
        column.width = width;
    }
    let id = ui.id().with(("table", name));
    heads(ui, &pen, id, table, labels, &columns);
    let last = table.rows.len();
    for (index, row) in table.rows.iter().enumerate() {
        let next = table.rows.get(index + 1);
        draw_row(ui, &pen, id.with(index), row, &table.heads, labels, &columns);
        // A parted row has a line of its own above it.
        if index + 1 < last && next.is_some_and(|next| !next.parted) {
            line(ui, tokens::paper_rule());
        }
    }
}

fn line(ui: &mut Ui, colour: Color32) {
    let y = ui.cursor().top();
    let left = ui.cursor().left();
    ui.painter().hline(left..=(left + ui.available_width()), y, Stroke::new(1.0, colour));
}

fn face(cell: &Cell, words: bool) -> FontId {
    let face = match (words, cell.strong) {
        (true, false) => Face::Sans,
        (true, true) => Face::SansBold,
        (false, false) => Face::Mono,
        (false, true) => Face::MonoBold,
    };
    font(face, Size::Body)
}

/// What a text needs, in one font.
fn need(ui: &Ui, text: &str, font: &FontId) -> Need {
    let text = unparted(text);
    let width = |text: &str| {
        ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x.ceil() + 1.0
    };
    Need { whole: width(&text), least: text.split(' ').map(width).fold(0.0, f32::max) }
}

fn label_need(ui: &Ui, pen: &Pen<'_>, table: &Table) -> Need {
    let plain = font(Face::Sans, Size::Body);
    let head = need(ui, &table.corner, &font(Face::SansBold, Size::Caption));
    table.rows.iter().fold(head, |most, row| {
        let own = need(ui, &row.label, &plain);
        let mark = if row.party.is_some_and(|party| party.index() < pen.parties.len()) { MARK } else { 0.0 };
        most.or(Need { whole: own.whole + mark, least: own.least + mark })
    })
}

fn needs(ui: &Ui, pen: &Pen<'_>, table: &Table) -> Vec<Column> {
    let heads = table.heads.iter().enumerate();
    heads
        .map(|(at, head)| {
            let cells = || table.rows.iter().filter_map(|row| row.cells.get(at));
            let words = wordy(table, at);
            let own =
                cells().fold(Need::default(), |most, cell| most.or(need(ui, &cell.text, &face(cell, words))));
            Column { words, need: own.or(head_need(ui, pen, head)), width: 0.0 }
        })
        .collect()
}

fn head_need(ui: &Ui, pen: &Pen<'_>, head: &Head) -> Need {
    let small = font(Face::SansBold, Size::Caption);
    let own = need(ui, &head.text, &small);
    match (head.party, pen.marks) {
        (Some(_), true) => Need { whole: MARK, least: MARK },
        (Some(_), false) => Need { whole: own.whole + MARK, least: own.least + MARK },
        (None, _) => own,
    }
}

/// Sets a text in a column of a width; it ends on the column's line, unless it is words.
fn set(ui: &Ui, text: &str, font: FontId, colour: Color32, width: f32, left: bool) -> Arc<Galley> {
    let mut job = LayoutJob::simple(unparted(text), font, colour, width);
    job.halign = if left { Align::LEFT } else { Align::RIGHT };
    ui.painter().layout_job(job)
}

/// Where a set text is put so that it fills the column from `left`.
fn put(ui: &Ui, galley: Arc<Galley>, left: f32, top: f32, column: Column, colour: Color32) {
    let x = if column.words { left } else { left + column.width };
    ui.painter().galley(pos2(x, top), galley, colour);
}

fn heads(ui: &mut Ui, pen: &Pen<'_>, id: Id, table: &Table, labels: f32, columns: &[Column]) {
    if table.corner.is_empty() && table.heads.iter().all(|head| head.text.is_empty() && head.party.is_none())
    {
        return;
    }
    let small = || font(Face::SansBold, Size::Caption);
    let quiet = pen.surface.quiet();
    let corner = set(ui, &table.corner, small(), quiet, labels, true);
    let set_head = |(head, column): (&Head, &Column)| {
        let mark = if head.party.is_some() { MARK } else { 0.0 };
        let text = if pen.marks && head.party.is_some() { "" } else { head.text.as_str() };
        set(ui, text, small(), quiet, (column.width - mark).max(1.0), column.words)
    };
    let set_heads: Vec<Arc<Galley>> = table.heads.iter().zip(columns).map(set_head).collect();
    let high = set_heads.iter().chain([&corner]).map(|galley| galley.size().y).fold(0.0, f32::max);
    let height = (high + 2.0 * PAD).max(ROW);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    // Heads stand on the line below them.
    let top = |galley: &Galley| rect.bottom() - PAD - galley.size().y;
    ui.painter().galley(pos2(rect.left(), top(&corner)), corner, quiet);
    let mut left = rect.left() + labels + GAP;
    for ((head, column), galley) in table.heads.iter().zip(columns).zip(set_heads) {
        if let Some(party) = head.party.and_then(|party| pen.parties.get(party.index())) {
            let wide = galley.size().x;
            let x = match (column.words, pen.marks) {
                (true, _) => left + MARK / 2.0 - 2.0,
                (false, true) => left + column.width - MARK / 2.0,
                (false, false) => left + column.width - wide - MARK / 2.0,
            };
            let centre = pos2(x, rect.bottom() - PAD - ROW / 4.0);
            paint_party_mark(ui.painter(), centre, 7.0, party.index, &party.letter);
            let spot = Rect::from_center_size(centre, vec2(MARK, MARK));
            explain(ui.interact(spot, id.with(("head", party.index)), Sense::hover()), &party.name);
        }
        let shift = if column.words && head.party.is_some() { MARK } else { 0.0 };
        let y = top(&galley);
        put(ui, galley, left + shift, y, *column, quiet);
        left += column.width + GAP;
    }
    line(ui, tokens::paper_outline());
}

fn tone(meaning: Meaning) -> Tone {
    match meaning {
        Meaning::Plain => Tone::Plain,
        Meaning::Good => Tone::Good,
        Meaning::Bad => Tone::Bad,
        Meaning::Faded => Tone::Quiet,
    }
}

fn draw_row(ui: &mut Ui, pen: &Pen<'_>, id: Id, row: &Row, heads: &[Head], labels: f32, columns: &[Column]) {
    let surface = pen.surface;
    let party = row.party.and_then(|party| pen.parties.get(party.index()));
    let mark = if party.is_some() { MARK } else { 0.0 };
    let plain = font(Face::Sans, Size::Body);
    let label = set(ui, &row.label, plain, surface.text(), (labels - mark).max(1.0), true);
    let cells: Vec<(Arc<Galley>, Color32)> = row
        .cells
        .iter()
        .zip(columns)
        .map(|(cell, column)| {
            let colour = surface.tone(tone(cell.tone));
            (set(ui, &cell.text, face(cell, column.words), colour, column.width, column.words), colour)
        })
        .collect();
    let high = cells.iter().map(|(galley, _)| galley.size().y).fold(label.size().y, f32::max);
    // Where anything breaks into lines, all begin on the first.
    let tall = cells.iter().map(|(galley, _)| galley).chain([&label]).any(|galley| galley.rows.len() > 1);
    let size = vec2(ui.available_width(), (high + 2.0 * PAD).max(ROW));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    // What has nothing behind it is no stop of the Tab key: a ledger is long.
    let sense = if row.note.is_empty() { Sense::hover() } else { Sense::focusable_noninteractive() };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(spoken(row, heads)),
        ..WidgetInfo::labeled(WidgetType::Other, ui.is_enabled(), &row.label)
    });
    if ui.is_rect_visible(rect) {
        if row.parted {
            ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens::paper_outline()));
        }
        let top = |galley: &Galley| match tall {
            true => rect.top() + PAD,
            false => rect.center().y - galley.size().y / 2.0,
        };
        if let Some(party) = party {
            let centre = pos2(rect.left() + MARK / 2.0 - 3.0, top(&label) + first_line(&label) / 2.0);
            paint_party_mark(ui.painter(), centre, 7.0, party.index, &party.letter);
        }
        let place = Pos2::new(rect.left() + mark, top(&label));
        ui.painter().galley(place, label, surface.text());
        let mut left = rect.left() + labels + GAP;
        for ((galley, colour), column) in cells.into_iter().zip(columns) {
            let y = top(&galley);
            put(ui, galley, left, y, *column, colour);
            left += column.width + GAP;
        }
    }
    if response.has_focus() {
        focus_ring(ui.painter(), rect, tokens::RADIUS_SMALL, surface);
    }
    explain(response, &row.note);
}

/// The height of the first line of a text.
fn first_line(galley: &Galley) -> f32 {
    galley.rows.first().map_or(0.0, |row| row.rect().height())
}

/// A row in words, each figure with what stands over it.
fn spoken(row: &Row, heads: &[Head]) -> String {
    let each = row.cells.iter().enumerate().map(|(at, cell)| match heads.get(at) {
        Some(head) if !head.text.is_empty() => format!("{} {}", head.text, cell.text),
        _ => cell.text.clone(),
    });
    each.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(least: f32, whole: f32) -> Need {
        Need { whole, least }
    }

    #[test]
    fn columns_fit_whatever_the_room() {
        let label = need(60.0, 180.0);
        let columns = [need(30.0, 40.0), need(50.0, 200.0), need(30.0, 30.0)];
        for room in [1_000.0, 520.0, 486.0, 400.0, 300.0, 200.0] {
            let (labels, wide) = widths(room, label, &columns);
            let sum = labels + wide.iter().sum::<f32>() + GAP * 3.0;
            assert!(sum <= room + 0.1, "{room}: {labels} {wide:?}");
            assert!(labels > 0.0 && wide.iter().all(|width| *width > 0.0), "{room}: {labels} {wide:?}");
        }
        // Where all fits, nothing is broken; where it does not, no word is as long as there is room for words.
        let (labels, wide) = widths(520.0, label, &columns);
        assert!(labels >= 180.0 && wide[1] >= 200.0);
        let (labels, wide) = widths(300.0, label, &columns);
        assert!(labels >= 90.0 && wide[0] >= 30.0 && wide[1] >= 50.0 && wide[2] >= 30.0, "{labels} {wide:?}");
        assert_eq!(widths(300.0, label, &[]), (300.0, Vec::new()));
    }
}
