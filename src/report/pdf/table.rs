//! Tables on paper: how wide each column is, and a piece for each row.

use super::layout::{Setter, Style, words};
use super::sheet::{Op, Piece, Role, What};
use super::text::{self, line};
use crate::report::document::{Row, Table};
use crate::report::faces::Face;
use crate::report::ink;
use crate::report::scene::{Anchor, Shape, spot};
use crate::report::tables::wordy;
use crate::rules::ids::PartyId;

/// How many rows a table has at most that stands on one page as a whole.
const SHORT: usize = 14;
/// How much smaller a table may be set so that it fits.
const SCALES: [f32; 5] = [1.0, 0.93, 0.86, 0.79, 0.72];
/// The room that a party's mark takes.
const MARK: f32 = 10.0;
/// How wide a column of words is at most, if all have room.
const WORDS: f32 = 170.0;
/// How wide a column of figures is at least, if all have room.
const FIGURES: f32 = 44.0;
/// How much of the table the labels ask for at most; a longer word is cut.
const LABELS: f32 = 0.36;

/// The widths of a table, and how it is set.
struct Grid {
    scale: f32,
    label: f32,
    columns: Vec<f32>,
    wordy: Vec<bool>,
}

impl Grid {
    fn gap(&self) -> f32 {
        14.0 * self.scale
    }

    fn leading(&self) -> f32 {
        12.0 * self.scale
    }

    fn label_style(&self) -> Style {
        self.style(Face::Sans, 9.0)
    }

    fn note_style(&self) -> Style {
        Style { colour: ink::FADED, ..self.style(Face::Sans, 7.6) }
    }

    fn head_style(&self) -> Style {
        Style { colour: ink::FADED, ..self.style(Face::Sans, 8.2) }
    }

    fn style(&self, face: Face, size: f32) -> Style {
        Style { face, size: size * self.scale, leading: self.leading(), colour: ink::INK }
    }

    /// The face and size of a figure.
    fn cell_style(&self, column: usize, strong: bool) -> Style {
        match (self.wordy.get(column).copied().unwrap_or(false), strong) {
            (false, false) => self.style(Face::Mono, 8.8),
            (false, true) => self.style(Face::MonoBold, 8.8),
            (true, false) => self.style(Face::Sans, 8.8),
            (true, true) => self.style(Face::SansBold, 8.8),
        }
    }

    /// Where a column begins, counted from the left.
    fn left(&self, column: usize) -> f32 {
        let before: f32 = self.columns.iter().take(column).sum();
        self.label + before + self.gap() * (column as f32 + 1.0)
    }
}

fn mark_room(party: Option<PartyId>) -> f32 {
    if party.is_some() { MARK } else { 0.0 }
}

/// Finds widths with which a table fits.
fn grid(table: &Table, wide: f32) -> Grid {
    let count = table.rows.iter().map(|row| row.cells.len()).chain([table.heads.len()]).max().unwrap_or(0);
    let wordy: Vec<bool> = (0..count).map(|column| wordy(table, column)).collect();
    let mut grid = Grid { scale: 1.0, label: 0.0, columns: Vec::new(), wordy };
    for scale in SCALES {
        grid.scale = scale;
        let (least, natural) = widths(table, &grid, count, wide * LABELS);
        let gaps = grid.gap() * count as f32;
        let room = wide - gaps;
        if least.iter().sum::<f32>() > room {
            continue;
        }
        let mut widths = shared(&least, &natural, room);
        // What is left over goes to the labels.
        let left = (room - widths.iter().sum::<f32>()).max(0.0);
        grid.label = widths.remove(0) + left;
        grid.columns = widths;
        return grid;
    }
    // Nothing fits: every column gets its share, and words are cut.
    let share = (wide - grid.gap() * count as f32) / (count as f32 + 2.0);
    grid.label = share.max(6.0) * 2.0;
    grid.columns = vec![share.max(6.0); count];
    grid
}

/// The least and the natural width of the labels and of each column.
fn widths(table: &Table, grid: &Grid, count: usize, most_label: f32) -> (Vec<f32>, Vec<f32>) {
    let style = grid.label_style();
    let label = |row: &Row| {
        let room = mark_room(row.party);
        (
            room + text::widest_word(&row.label, style.face, style.size),
            room + text::width(&row.label, style.face, style.size),
        )
    };
    let labels: Vec<(f32, f32)> = table.rows.iter().map(label).collect();
    let corner = text::width(&table.corner, grid.head_style().face, grid.head_style().size);
    let most = |all: &[(f32, f32)], of: fn(&(f32, f32)) -> f32| all.iter().map(of).fold(0.0, f32::max);
    let natural_label = most(&labels, |label| label.1).max(corner);
    let least_label = most(&labels, |label| label.0).max(natural_label.min(90.0 * grid.scale));
    let mut least = vec![least_label.min(most_label)];
    let mut natural = vec![natural_label];
    for column in 0..count {
        let head = table.heads.get(column);
        let style = grid.head_style();
        let room = head.map_or(0.0, |head| mark_room(head.party));
        let head = head.map_or("", |head| head.text.as_str());
        let head_least = room + text::widest_word(head, style.face, style.size);
        let head_natural = head_least.max((room + text::width(head, style.face, style.size)).min(78.0));
        let mut column_least = head_least;
        let mut column_natural = head_natural;
        for cell in table.rows.iter().filter_map(|row| row.cells.get(column)) {
            let style = grid.cell_style(column, cell.strong);
            let whole = text::width(&cell.text, style.face, style.size);
            let wordy = grid.wordy.get(column).copied().unwrap_or(false);
            let part = if wordy { text::widest_word(&cell.text, style.face, style.size) } else { whole };
            column_least = column_least.max(part);
            column_natural = column_natural.max(if wordy { whole.min(WORDS).max(part) } else { whole });
        }
        least.push(column_least);
        natural.push(column_natural.max(column_least).max(FIGURES * grid.scale));
    }
    (least, natural)
}

/// Gives everyone the least, and what is left over by how much more each would like.
fn shared(least: &[f32], natural: &[f32], room: f32) -> Vec<f32> {
    let left = room - least.iter().sum::<f32>();
    let wished: f32 = natural.iter().zip(least).map(|(natural, least)| (natural - least).max(0.0)).sum();
    let share = if wished > 0.0 { (left / wished).clamp(0.0, 1.0) } else { 0.0 };
    least.iter().zip(natural).map(|(least, natural)| least + (natural - least).max(0.0) * share).collect()
}

/// A piece for the heads of a table and one for each row.
pub(super) fn pieces(setter: &mut Setter, table: &Table, of: Option<usize>, wide: f32) -> Vec<Piece> {
    let grid = grid(table, wide);
    let part = setter.part(Role::Table, of);
    let number = setter.heads.len();
    let head = heads(setter, table, &grid, part, wide);
    setter.heads.push(head.clone());
    let mut pieces: Vec<Piece> = head.into_iter().collect();
    let count = table.rows.len();
    for (at, one) in table.rows.iter().enumerate() {
        let mut piece = row(setter, one, &grid, part, wide);
        // A short table is not parted at all; a long one leaves no row alone.
        piece.keep = at + 1 < count && (count <= SHORT || at == 0 || at + 2 == count);
        piece.row_of = Some(number);
        pieces.push(piece);
    }
    if let Some(first) = pieces.first_mut() {
        first.before = 5.0;
    }
    pieces
}

fn heads(setter: &mut Setter, table: &Table, grid: &Grid, of: usize, wide: f32) -> Option<Piece> {
    if table.corner.is_empty() && table.heads.iter().all(|head| head.text.is_empty()) {
        return None;
    }
    let part = setter.part(Role::Row, Some(of));
    let style = grid.head_style();
    let wrapped: Vec<Vec<String>> = table
        .heads
        .iter()
        .enumerate()
        .map(|(column, head)| {
            let room = grid.columns.get(column).copied().unwrap_or(0.0) - mark_room(head.party);
            text::wrap(&head.text, style.face, style.size, room)
        })
        .collect();
    let corner = text::wrap(&table.corner, style.face, style.size, grid.label);
    let most = wrapped.iter().chain([&corner]).map(Vec::len).max().unwrap_or(1);
    let leading = grid.leading() * 0.92;
    let height = 4.0 + leading * most as f32 + 3.0;
    // Heads of several lines stand on one line at their feet.
    let base = |at: usize, of: usize| 4.0 + leading * (most - of + at) as f32 + leading * 0.75;
    let mut ops = Vec::new();
    let cell = setter.part(Role::ColumnHead, Some(part));
    for (at, text) in corner.iter().enumerate() {
        let place = spot(0.0, base(at, corner.len()));
        ops.push(words(place, line(text, style.face), style, Anchor::Start, Some(cell)));
    }
    for (column, (head, lines)) in table.heads.iter().zip(&wrapped).enumerate() {
        let cell = setter.part(Role::ColumnHead, Some(part));
        let (left, own) = (grid.left(column), grid.columns.get(column).copied().unwrap_or(0.0));
        let wordy = grid.wordy.get(column).copied().unwrap_or(false);
        for (at, text) in lines.iter().enumerate() {
            let line = line(text, style.face);
            let start =
                if wordy { left + mark_room(head.party) } else { left + own - line.width(style.size) };
            if let (0, Some(party)) = (at, head.party) {
                let middle = base(at, lines.len()) - style.size * 0.34;
                ops.push(mark(party, start - MARK + 3.5, middle));
            }
            ops.push(words(spot(start, base(at, lines.len())), line, style, Anchor::Start, Some(cell)));
        }
    }
    ops.push(under(height, wide));
    Some(Piece { height, before: 5.0, keep: true, row_of: None, ops })
}

fn row(setter: &mut Setter, row: &Row, grid: &Grid, of: usize, wide: f32) -> Piece {
    let part = setter.part(Role::Row, Some(of));
    let (label, note, leading) = (grid.label_style(), grid.note_style(), grid.leading());
    let pad = 3.4 * grid.scale;
    let base = pad + leading * 0.74;
    let room = mark_room(row.party);
    let mut ops = Vec::new();
    if let Some(party) = row.party {
        ops.push(mark(party, 3.5, base - label.size * 0.34));
    }
    let head = setter.part(Role::RowHead, Some(part));
    let mut lines = 0.0;
    for text in text::wrap(&row.label, label.face, label.size, grid.label - room) {
        let place = spot(room, base + lines * leading);
        ops.push(words(place, line(&text, label.face), label, Anchor::Start, Some(head)));
        lines += 1.0;
    }
    let mut height: f32 = pad + lines * leading;
    if !row.note.is_empty() {
        let step = note.size * 1.32;
        for text in text::wrap(&row.note, note.face, note.size, grid.label - room) {
            let place = spot(room, height + step * 0.72);
            ops.push(words(place, line(&text, note.face), note, Anchor::Start, Some(head)));
            height += step;
        }
    }
    for (column, cell) in row.cells.iter().enumerate() {
        let own = setter.part(Role::Cell, Some(part));
        let (left, wide) = (grid.left(column), grid.columns.get(column).copied().unwrap_or(0.0));
        let style = Style { colour: ink::tone(cell.tone), ..grid.cell_style(column, cell.strong) };
        let wordy = grid.wordy.get(column).copied().unwrap_or(false);
        let mut lines = 0.0;
        for text in text::wrap(&cell.text, style.face, style.size, wide) {
            let line = line(&text, style.face);
            let start = if wordy { left } else { left + wide - line.width(style.size) };
            let place = spot(start, base + lines * leading);
            ops.push(words(place, line, style, Anchor::Start, Some(own)));
            lines += 1.0;
        }
        height = height.max(pad + lines * leading);
    }
    height += pad;
    if row.parted {
        let spots = vec![spot(0.0, 0.0), spot(wide, 0.0)];
        ops.push(Op {
            part: None,
            what: What::Stroke { spots, colour: ink::INK, width: 0.7, dotted: false },
        });
    }
    ops.push(under(height, wide));
    Piece { height, before: 0.0, keep: false, row_of: None, ops }
}

/// The dotted line below a row.
fn under(height: f32, wide: f32) -> Op {
    let spots = vec![spot(0.0, height), spot(wide, height)];
    Op { part: None, what: What::Stroke { spots, colour: ink::RULE, width: 0.7, dotted: true } }
}

/// A party's mark.
fn mark(party: PartyId, x: f32, y: f32) -> Op {
    let (at, radius, colour) = (spot(x, y), 3.2, ink::party_ink(party));
    let spots = Shape::of(party).corners(at, radius);
    let what = match spots.is_empty() {
        true => What::Disc { at, radius, colour, edge: false },
        false => What::Fill { spots, colour, edge: false },
    };
    Op { part: None, what }
}
