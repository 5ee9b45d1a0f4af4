//! A document on paper: the same sheets, set on A4 pages, as a PDF.
//!
//! - `text` measures letters and breaks lines, `layout` makes pieces of blocks, `pages` puts pieces on pages, `draw` writes them down.
//! - Text stays text: it can be searched, copied and read aloud; charts say what they show.
//! - The same document gives the same bytes. No clock, no file.

mod chart;
mod draw;
mod layout;
mod pages;
mod sheet;
mod table;
mod text;

use self::layout::Setter;
use self::pages::Paginator;
use super::document::Document;
use super::error::ReportError;
use crate::words::Words;

/// A document as a PDF.
///
/// # Errors
/// It cannot be written down.
pub fn pdf(words: &Words, document: &Document) -> Result<Vec<u8>, ReportError> {
    let mut setter = Setter::default();
    let flows: Vec<_> = document.sheets.iter().map(|sheet| setter.sheet(sheet)).collect();
    let mut pages = Paginator::new(&setter.heads);
    let begins: Vec<(usize, f32)> = flows.iter().map(|flow| pages.sheet(flow)).collect();
    let pages = pages.pages;
    draw::draw(words, document, &setter.parts, &pages, &begins)
}

#[cfg(test)]
mod tests;
