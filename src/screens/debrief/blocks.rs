//! Draws the blocks of a document on paper.

use bevy_egui::egui::{Align, Label, Layout, Rect, RichText, Sense, Stroke, Ui, pos2, vec2};

use super::{scene, table};
use crate::report::Block;
use crate::screens::layout::{at, stamp};
use crate::screens::wording::PartyName;
use crate::theme::widgets::{body, caption, heading, headline, prose, rule, styled, unparted};
use crate::theme::{Face, Size, Surface, font, tokens};

/// From this width on an article has two columns.
const TWO_COLUMNS: f32 = 560.0;
/// Between the columns of an article.
const GUTTER: f32 = tokens::GAP_PAGE;
/// The least width of a figure that stands beside another.
const FIGURE: f32 = 340.0;
/// The widest a paragraph is set in one column, so that lines stay readable.
const LINE: f32 = 720.0;

/// Draws blocks one below the other. `parties` have the marks that tables name them by.
pub(super) fn blocks(ui: &mut Ui, parties: &[PartyName], blocks: &[Block]) {
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        let rest = blocks.get(at..).unwrap_or_default();
        let figures = figures(rest);
        let before = at.checked_sub(1).and_then(|before| blocks.get(before));
        ui.add_space(before.map_or(0.0, |before| gap(before, block)));
        if figures.len() > 1 && ui.available_width() >= 2.0 * FIGURE + GUTTER {
            let used: usize = figures.iter().map(|figure| figure.len()).sum();
            grid(ui, parties, at, &figures);
            at += used;
        } else {
            draw(ui, parties, at, block);
            at += 1;
        }
    }
}

/// The figures that blocks begin with, one after the other: each a chart with its heading and the notes above it.
fn figures(blocks: &[Block]) -> Vec<&[Block]> {
    let mut found = Vec::new();
    let mut rest = blocks;
    loop {
        let over = rest.iter().enumerate().take_while(|(at, block)| match block {
            Block::Heading(_) => *at == 0,
            Block::Note(_) => true,
            _ => false,
        });
        let over = over.count();
        if !matches!(rest.get(over), Some(Block::Chart(_))) {
            return found;
        }
        let (figure, after) = rest.split_at(over + 1);
        found.push(figure);
        rest = after;
    }
}

/// Draws figures two in a line.
fn grid(ui: &mut Ui, parties: &[PartyName], name: usize, figures: &[&[Block]]) {
    for (line, pair) in figures.chunks(2).enumerate() {
        ui.add_space(if line == 0 { 0.0 } else { tokens::GAP_LARGE });
        let whole = ui.available_rect_before_wrap();
        let width = (whole.width() - GUTTER) / 2.0;
        let mut bottom = whole.top();
        for (left, figure) in [whole.left(), whole.left() + width + GUTTER].into_iter().zip(pair) {
            let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(width, f32::INFINITY));
            let end = at(ui, &format!("figure {name} {line} {left}"), rect, |ui| {
                blocks(ui, parties, figure);
                ui.min_rect().bottom()
            });
            bottom = bottom.max(end);
        }
        ui.advance_cursor_after_rect(whole.with_max_y(bottom));
    }
}

/// What stands between two blocks besides the usual distance of lines.
fn gap(before: &Block, next: &Block) -> f32 {
    match (before, next) {
        (Block::Rule, _) => tokens::GAP_TINY,
        (_, Block::Rule) => tokens::GAP_SMALL,
        (_, Block::Heading(_)) => tokens::GAP_LARGE,
        (Block::Masthead { .. } | Block::Deck(_) | Block::Table(_) | Block::Chart(_), _) => tokens::GAP_SMALL,
        (Block::Article(_) | Block::Questions(_), _) | (_, Block::Table(_) | Block::Chart(_)) => {
            tokens::GAP_TINY
        }
        _ => 0.0,
    }
}

fn draw(ui: &mut Ui, parties: &[PartyName], index: usize, block: &Block) {
    match block {
        Block::Masthead { name, dateline } => masthead(ui, name, dateline),
        Block::Headline(text) => {
            headline(ui, text);
        }
        Block::Deck(text) => deck(ui, text),
        Block::Article(paragraphs) => {
            let high = |ui: &Ui, text: &String, width| text_height(ui, text, Face::Serif, width);
            columns(ui, index, paragraphs, high, |ui, text| {
                prose(ui, text);
            });
        }
        Block::Questions(all) => {
            let high = |ui: &Ui, (question, answer): &(String, String), width| {
                text_height(ui, question, Face::SerifBold, width)
                    + text_height(ui, answer, Face::Serif, width)
            };
            columns(ui, index, all, high, |ui, (question, answer)| {
                ui.spacing_mut().item_spacing.y = 1.0;
                bold(ui, question);
                prose(ui, answer);
            });
        }
        Block::Heading(text) => {
            heading(ui, text);
        }
        Block::Text(text) => narrow(ui, LINE, |ui| {
            prose(ui, text);
        }),
        Block::Note(text) => narrow(ui, LINE, |ui| {
            caption(ui, text);
        }),
        Block::Lines(lines) => narrow(ui, LINE, |ui| {
            for line in lines {
                body(ui, line);
            }
        }),
        Block::Verdict { text, good } => narrow(ui, LINE, |ui| stamp(ui, text, *good)),
        Block::Table(shown) => table::table(ui, parties, index, shown),
        Block::Chart(shown) => scene::chart(ui, shown),
        Block::Rule => rule(ui),
    }
}

/// No wider than `most`.
fn narrow(ui: &mut Ui, most: f32, add: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(most));
        add(ui);
    });
}

/// The paper's name on the left, place and date on the right, and a double line below.
fn masthead(ui: &mut Ui, name: &str, dateline: &str) {
    let surface = Surface::of(ui);
    let title = RichText::new(name).font(font(Face::SerifBold, Size::Title)).color(surface.bright());
    let date = RichText::new(dateline).font(font(Face::Serif, Size::Body)).color(surface.quiet());
    let painter = ui.painter();
    let wide = |text: &str, face, size| {
        painter.layout_no_wrap(text.to_owned(), font(face, size), surface.text()).size().x
    };
    let both = wide(name, Face::SerifBold, Size::Title) + wide(dateline, Face::Serif, Size::Body);
    if both + tokens::GAP_LARGE < ui.available_width() {
        ui.horizontal(|ui| {
            ui.add(Label::new(title));
            ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
                ui.add(Label::new(date));
            });
        });
    } else {
        ui.add(Label::new(title).wrap());
        ui.add(Label::new(date).wrap());
    }
    ui.add_space(tokens::GAP_TINY);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, surface.text()));
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, surface.text()));
}

fn deck(ui: &mut Ui, text: &str) {
    let colour = Surface::of(ui).quiet();
    styled(ui, text, Face::Serif, Size::Heading, colour);
}

fn bold(ui: &mut Ui, text: &str) {
    let colour = Surface::of(ui).text();
    styled(ui, text, Face::SerifBold, Size::Lead, colour);
}

fn text_height(ui: &Ui, text: &str, face: Face, width: f32) -> f32 {
    let colour = Surface::of(ui).text();
    ui.painter().layout(unparted(text), font(face, Size::Lead), colour, width).size().y
}

/// Draws things in one column, or where there is room in two that are about as long.
fn columns<T>(
    ui: &mut Ui,
    name: usize,
    items: &[T],
    height: impl Fn(&Ui, &T, f32) -> f32,
    mut draw: impl FnMut(&mut Ui, &T),
) {
    let whole = ui.available_rect_before_wrap();
    let one = whole.width() < TWO_COLUMNS || items.len() < 2;
    let width = if one { whole.width().min(LINE) } else { (whole.width() - GUTTER) / 2.0 };
    let heights: Vec<f32> = items.iter().map(|item| height(ui, item, width)).collect();
    let split = if one { items.len() } else { balanced(&heights, tokens::GAP_SMALL) };
    let (first, second) = items.split_at(split);
    let mut bottom = whole.top();
    for (left, column) in [(whole.left(), first), (whole.left() + width + GUTTER, second)] {
        let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(width, f32::INFINITY));
        let end = at(ui, &format!("column {name} {left}"), rect, |ui| {
            for item in column {
                ui.scope(|ui| draw(ui, item));
                ui.add_space(tokens::GAP_TINY);
            }
            ui.min_rect().bottom()
        });
        bottom = bottom.max(end);
    }
    ui.advance_cursor_after_rect(whole.with_max_y(bottom));
}

/// How many things go into the first of two columns so that the longer one is as short as can be.
fn balanced(heights: &[f32], gap: f32) -> usize {
    let long = |part: &[f32]| part.iter().map(|height| height + gap).sum::<f32>();
    let longer = |split: usize| {
        let (first, second) = heights.split_at(split);
        long(first).max(long(second))
    };
    // Of two that are alike the one with more in the first column: the eye begins there.
    (0..=heights.len()).rev().min_by(|a, b| longer(*a).total_cmp(&longer(*b))).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_balanced_by_whole_paragraphs() {
        for (heights, first) in [
            (&[40.0, 40.0][..], 1),
            (&[10.0, 10.0, 10.0], 2),
            (&[90.0, 10.0, 10.0], 1),
            (&[10.0, 10.0, 90.0], 2),
            (&[10.0], 1),
            (&[], 0),
        ] {
            assert_eq!(balanced(heights, 4.0), first, "{heights:?}");
        }
    }

    #[test]
    fn charts_that_follow_each_other_are_figures_with_what_stands_over_them() {
        let heading = || Block::Heading("h".to_owned());
        let note = || Block::Note("n".to_owned());
        let chart = || Block::Chart(crate::report::Scene::new(1.0, 1.0));
        let lengths =
            |blocks: &[Block]| figures(blocks).iter().map(|figure| figure.len()).collect::<Vec<_>>();
        assert_eq!(
            lengths(&[heading(), note(), chart(), heading(), note(), note(), chart(), chart()]),
            [3, 4, 1]
        );
        assert_eq!(lengths(&[heading(), chart(), Block::Rule, chart()]), [2]);
        for other in
            [&[heading(), heading(), chart()][..], &[heading(), note()], &[Block::Rule, chart()], &[]]
        {
            assert!(figures(other).is_empty(), "{other:?}");
        }
    }
}
