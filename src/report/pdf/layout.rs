//! Makes pieces from the blocks of a document: what size, what face, how far apart.

use super::chart;
use super::pages::{BOTTOM, COLUMN, MEASURE, TOP};
use super::sheet::{Flow, Op, Part, Piece, Role, What};
use super::table;
use super::text::{self, line};
use crate::report::document::{Block, Sheet, Tone};
use crate::report::faces::Face;
use crate::report::ink::{self, Rgb};
use crate::report::scene::{Anchor, Spot, spot};
use crate::report::tables::{cards, under_title};

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) face: Face,
    pub(super) size: f32,
    /// From line to line.
    pub(super) leading: f32,
    pub(super) colour: Rgb,
}

const fn style(face: Face, size: f32, leading: f32, colour: Rgb) -> Style {
    Style { face, size, leading, colour }
}

const NAME: Style = style(Face::SerifBold, 19.0, 24.0, ink::INK);
const DATELINE: Style = style(Face::Serif, 9.5, 14.0, ink::FADED);
const HEADLINE: Style = style(Face::SerifBold, 26.0, 29.0, ink::INK);
const DECK: Style = style(Face::Serif, 12.5, 17.0, ink::FADED);
const PROSE: Style = style(Face::Serif, 10.0, 14.0, ink::INK);
const QUESTION: Style = style(Face::SerifBold, 10.0, 14.0, ink::INK);
const HEADING: Style = style(Face::SansBold, 11.0, 14.5, ink::INK);
const NOTE: Style = style(Face::Sans, 8.5, 11.5, ink::FADED);
const LINES: Style = style(Face::Sans, 9.5, 13.0, ink::INK);

/// The distance between paragraphs.
const GAP: f32 = 6.0;
/// The distance to a heading.
const APART: f32 = 18.0;
/// How far the lines behind the first of an item are set in.
const HANGING: f32 = 12.0;

/// Makes pieces, and notes what they are to a reader.
#[derive(Default)]
pub(super) struct Setter {
    pub(super) parts: Vec<Part>,
    /// The heads of tables, by their numbers.
    pub(super) heads: Vec<Option<Piece>>,
    /// The sheet that is being set.
    sheet: Option<usize>,
}

impl Setter {
    /// A new part of another.
    pub(super) fn part(&mut self, role: Role, of: Option<usize>) -> usize {
        self.parts.push(Part { role, of });
        self.parts.len() - 1
    }

    fn part_of_sheet(&mut self, role: Role) -> usize {
        self.part(role, self.sheet)
    }

    /// Everything on a sheet.
    pub(super) fn sheet(&mut self, sheet: &Sheet) -> Vec<Flow> {
        self.sheet = Some(self.part(Role::Sheet, None));
        let mut flow = Vec::new();
        if !matches!(sheet.page.first(), Some(Block::Masthead { .. })) {
            flow.push(Flow::Piece(self.masthead(&sheet.title, "")));
        }
        self.blocks(under_title(sheet), &mut flow);
        for card in cards(&sheet.side) {
            let from = flow.len();
            self.blocks(card, &mut flow);
            // What stands beside the page in a browser stands below it here, and a little apart.
            if let Some(Flow::Piece(first)) = flow.get_mut(from) {
                first.before = first.before.max(APART);
            }
        }
        flow
    }

    fn blocks(&mut self, blocks: &[Block], flow: &mut Vec<Flow>) {
        for (at, block) in blocks.iter().enumerate() {
            let next = blocks.get(at + 1);
            let before = at.checked_sub(1).and_then(|at| blocks.get(at));
            self.block(block, before, next, flow);
        }
    }

    fn block(&mut self, block: &Block, before: Option<&Block>, next: Option<&Block>, flow: &mut Vec<Flow>) {
        match block {
            Block::Masthead { name, dateline } => flow.push(Flow::Piece(self.masthead(name, dateline))),
            Block::Headline(text) => {
                let part = self.part_of_sheet(Role::Heading(2, text.clone()));
                let lines = text::balanced(text, HEADLINE.face, HEADLINE.size, MEASURE);
                let mut pieces = set(&lines, HEADLINE, part, 0.0);
                keep_all(&mut pieces, 12.0);
                flow.extend(pieces.into_iter().map(Flow::Piece));
            }
            Block::Deck(text) => {
                let mut pieces = self.paragraph(text, DECK, MEASURE, 4.0);
                keep_all(&mut pieces, 4.0);
                flow.extend(pieces.into_iter().map(Flow::Piece));
            }
            Block::Article(texts) => {
                let mut pieces = Vec::new();
                for text in texts {
                    pieces.extend(self.paragraph(text, PROSE, COLUMN, GAP));
                }
                columns(pieces, 10.0, flow);
            }
            Block::Questions(pairs) => {
                let mut pieces = Vec::new();
                for (question, answer) in pairs {
                    let mut asked = self.paragraph(question, QUESTION, COLUMN, 8.0);
                    keep_all(&mut asked, 8.0);
                    pieces.extend(asked);
                    pieces.extend(self.paragraph(answer, PROSE, COLUMN, 0.0));
                }
                columns(pieces, 10.0, flow);
            }
            Block::Heading(text) => {
                let part = self.part_of_sheet(Role::Heading(2, text.clone()));
                let lines = text::wrap(text, HEADING.face, HEADING.size, MEASURE);
                let mut pieces = set(&lines, HEADING, part, 0.0);
                let after_rule = matches!(before, Some(Block::Rule));
                keep_all(&mut pieces, if after_rule { 10.0 } else { APART });
                flow.extend(pieces.into_iter().map(Flow::Piece));
            }
            Block::Text(text) => self.plain(text, PROSE, GAP, flow),
            Block::Note(text) => {
                let under = matches!(before, Some(Block::Heading(_)));
                let mut pieces = self.paragraph(text, NOTE, MEASURE, if under { 1.0 } else { GAP });
                if under && matches!(next, Some(Block::Chart(_) | Block::Table(_))) {
                    keep_all(&mut pieces, 1.0);
                }
                flow.extend(pieces.into_iter().map(Flow::Piece));
            }
            Block::Lines(texts) => {
                for (at, text) in texts.iter().enumerate() {
                    let part = self.part_of_sheet(Role::Paragraph);
                    let mut pieces = hanging(text, LINES, part, "", MEASURE);
                    first_before(&mut pieces, if at == 0 { GAP } else { 1.5 });
                    flow.extend(pieces.into_iter().map(Flow::Piece));
                }
            }
            Block::Verdict { text, good } => {
                let part = self.part_of_sheet(Role::Paragraph);
                let (sign, tone) = if *good { ("\u{2713}", Tone::Good) } else { ("\u{2717}", Tone::Bad) };
                let style = Style { colour: ink::tone(tone), ..LINES };
                let mut pieces = hanging(text, style, part, sign, MEASURE);
                first_before(&mut pieces, 4.0);
                if let (Some(last), Some(Block::Chart(_))) = (pieces.last_mut(), next) {
                    last.keep = true;
                }
                flow.extend(pieces.into_iter().map(Flow::Piece));
            }
            Block::Table(table) => {
                let pieces = table::pieces(self, table, self.sheet, MEASURE);
                flow.extend(pieces.into_iter().map(Flow::Piece));
            }
            Block::Chart(scene) => {
                let part = self.part_of_sheet(Role::Figure(scene.spoken.clone()));
                flow.push(Flow::Piece(chart::piece(scene, part, MEASURE, BOTTOM - TOP - 60.0)));
            }
            Block::Rule => {
                let ends = vec![spot(0.0, 0.0), spot(MEASURE, 0.0)];
                let what = What::Stroke { spots: ends, colour: ink::RULE, width: 0.7, dotted: false };
                let ops = vec![Op { part: None, what }];
                flow.push(Flow::Piece(Piece {
                    height: 2.0,
                    before: 12.0,
                    keep: true,
                    ops,
                    ..Piece::default()
                }));
            }
        }
    }

    fn plain(&mut self, text: &str, style: Style, before: f32, flow: &mut Vec<Flow>) {
        let pieces = self.paragraph(text, style, MEASURE, before);
        flow.extend(pieces.into_iter().map(Flow::Piece));
    }

    /// A paragraph, of which neither the first nor the last line stands alone.
    fn paragraph(&mut self, text: &str, style: Style, wide: f32, before: f32) -> Vec<Piece> {
        let part = self.part_of_sheet(Role::Paragraph);
        let lines = text::wrap(text, style.face, style.size, wide);
        let mut pieces = set(&lines, style, part, 0.0);
        first_before(&mut pieces, before);
        let count = pieces.len();
        for (at, piece) in pieces.iter_mut().enumerate() {
            piece.keep = at + 1 < count && (at == 0 || at + 2 == count);
        }
        pieces
    }

    /// A name over two lines across, and what stands at its right.
    fn masthead(&mut self, name: &str, right: &str) -> Piece {
        let part = self.part_of_sheet(Role::Heading(1, name.to_owned()));
        let lines = text::wrap(name, NAME.face, NAME.size, MEASURE);
        let mut ops = Vec::new();
        let mut y = 0.0;
        let mut end = 0.0;
        for one in &lines {
            y += NAME.leading;
            let line = line(one, NAME.face);
            end = line.width(NAME.size);
            ops.push(words(spot(0.0, y - 6.0), line, NAME, Anchor::Start, Some(part)));
        }
        if !right.is_empty() {
            let part = self.part_of_sheet(Role::Paragraph);
            let line = line(right, DATELINE.face);
            if end + line.width(DATELINE.size) + 20.0 <= MEASURE {
                ops.push(words(spot(MEASURE, y - 6.0), line, DATELINE, Anchor::End, Some(part)));
            } else {
                for one in text::wrap(right, DATELINE.face, DATELINE.size, MEASURE) {
                    y += DATELINE.leading;
                    let line = text::line(&one, DATELINE.face);
                    ops.push(words(spot(0.0, y - 6.0), line, DATELINE, Anchor::Start, Some(part)));
                }
            }
        }
        for at in [y, y + 2.4] {
            let ends = vec![spot(0.0, at), spot(MEASURE, at)];
            let what = What::Stroke { spots: ends, colour: ink::INK, width: 0.9, dotted: false };
            ops.push(Op { part: None, what });
        }
        Piece { height: y + 4.0, before: 0.0, keep: true, row_of: None, ops }
    }
}

/// A text at a place.
pub(super) fn words(at: Spot, line: text::Line, style: Style, anchor: Anchor, part: Option<usize>) -> Op {
    Op { part, what: What::Text { at, line, size: style.size, colour: style.colour, anchor } }
}

/// Lines of a text, a piece each. All but the last end with a space, so that words stay apart for whoever copies them.
fn set(lines: &[String], style: Style, part: usize, left: f32) -> Vec<Piece> {
    let last = lines.len().saturating_sub(1);
    let piece = |(at, text): (usize, &String)| {
        let text = if at < last { format!("{text} ") } else { text.clone() };
        let place = spot(left, style.leading * 0.5 + style.size * 0.34);
        let op = words(place, line(&text, style.face), style, Anchor::Start, Some(part));
        Piece { height: style.leading, ops: vec![op], ..Piece::default() }
    };
    lines.iter().enumerate().map(piece).collect()
}

/// A text whose lines behind the first are set in; a sign may stand before it.
fn hanging(text: &str, style: Style, part: usize, sign: &str, wide: f32) -> Vec<Piece> {
    let lines = text::wrap(text, style.face, style.size, wide - HANGING);
    let mut pieces = set(&lines, style, part, HANGING);
    let first_left = if sign.is_empty() { 0.0 } else { HANGING };
    if let Some(first) = pieces.first_mut() {
        for op in &mut first.ops {
            if let What::Text { at, .. } = &mut op.what {
                at.x = first_left;
            }
        }
        if !sign.is_empty() {
            let place = spot(0.0, style.leading * 0.5 + style.size * 0.34);
            let bold = Style { face: Face::SansBold, ..style };
            first.ops.insert(0, words(place, line(sign, Face::SansBold), bold, Anchor::Start, Some(part)));
        }
    }
    let count = pieces.len();
    pieces.iter_mut().enumerate().for_each(|(at, piece)| piece.keep = at + 1 < count);
    pieces
}

fn first_before(pieces: &mut [Piece], before: f32) {
    if let Some(first) = pieces.first_mut() {
        first.before = before;
    }
}

fn keep_all(pieces: &mut [Piece], before: f32) {
    first_before(pieces, before);
    pieces.iter_mut().for_each(|piece| piece.keep = true);
}

/// Puts pieces into two columns; the first of them stands a little below what is above.
fn columns(mut pieces: Vec<Piece>, before: f32, flow: &mut Vec<Flow>) {
    first_before(&mut pieces, before);
    if !pieces.is_empty() {
        flow.push(Flow::Columns(pieces));
    }
}
