//! What the page for the browser and the page for paper decide alike about a document.

use super::document::{Block, Sheet, Table};

/// How many letters a figure has at most. What is longer are words.
const FIGURE: usize = 14;

/// Whether a column holds words rather than figures: words stand at the left and may take several lines.
#[must_use]
pub fn wordy(table: &Table, column: usize) -> bool {
    let cells = || table.rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.text.trim());
    let any = |of: fn(char) -> bool| cells().any(|text| text.chars().any(of));
    let long = |text: &str| text.chars().count() > FIGURE && text.chars().any(char::is_whitespace);
    cells().any(long) || any(char::is_alphabetic) && !any(char::is_numeric)
}

/// The page of a sheet, without a first heading that says the sheet's name once more: that stands above it already.
#[must_use]
pub(super) fn under_title(sheet: &Sheet) -> &[Block] {
    match sheet.page.split_first() {
        Some((Block::Heading(text), rest)) if *text == sheet.title => rest,
        _ => &sheet.page,
    }
}

/// The blocks beside a page, parted into cards: each heading begins one.
#[must_use]
pub fn cards(side: &[Block]) -> Vec<&[Block]> {
    let mut cards = Vec::new();
    let mut from = 0;
    for (at, block) in side.iter().enumerate() {
        if matches!(block, Block::Heading(_)) && at > from {
            cards.push(&side[from..at]);
            from = at;
        }
    }
    if from < side.len() {
        cards.push(&side[from..]);
    }
    cards
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Cell, Head, Row};

    #[test]
    fn words_and_figures_are_told_apart() {
        let row = |cells: [&str; 3]| Row {
            cells: cells.map(|text| Cell::plain(text.to_owned())).to_vec(),
            ..Row::default()
        };
        let head = |text: &str| Head { text: text.to_owned(), party: None };
        let table = Table {
            heads: ["a", "b", "c"].map(head).to_vec(),
            rows: vec![
                row(["+12.5", "no deal", "1,234,567,890,123"]),
                row(["", "the whole of what was agreed", "0"]),
            ],
            ..Table::default()
        };
        assert_eq!([0, 1, 2, 3].map(|column| wordy(&table, column)), [false, true, false, false]);
    }

    #[test]
    fn headings_begin_cards() {
        let heading = || Block::Heading("x".to_owned());
        let text = || Block::Text("y".to_owned());
        let side = [text(), heading(), text(), text(), heading()];
        assert_eq!(cards(&side).iter().map(|card| card.len()).collect::<Vec<_>>(), [1, 3, 1]);
        assert!(cards(&[]).is_empty());
    }
}
