//! The PDF is whole, and the same each time.

use super::*;
use crate::report::document::{Block, Sheet, Tab, Table};
use crate::report::sample;

fn file(document: &Document) -> Vec<u8> {
    pdf(&Words::english(), document).unwrap()
}

fn count(bytes: &[u8], what: &[u8]) -> usize {
    bytes.windows(what.len()).filter(|part| part == &what).count()
}

/// How many pages a file says that it has.
fn pages(bytes: &[u8]) -> usize {
    count(bytes, b"/Type/Page/")
}

fn document(page: Vec<Block>) -> Document {
    let sheet = Sheet { tab: Tab::Front, title: "A sheet".to_owned(), page, side: Vec::new() };
    Document { title: "A document".to_owned(), about: String::new(), sheets: vec![sheet] }
}

#[test]
fn it_has_a_title_pages_and_an_outline() {
    let bytes = file(&sample::document());
    assert!(bytes.starts_with(b"%PDF-"));
    assert!(bytes.ends_with(b"%%EOF") || bytes.ends_with(b"%%EOF\n"));
    assert!(pages(&bytes) >= 5, "{}", pages(&bytes));
    assert_eq!(count(&bytes, b"/Dest"), 4);
    assert!(count(&bytes, b"/StructTreeRoot") >= 1);
    assert!(count(&bytes, b"(en)") >= 1);
    assert!(count(&bytes, b"FontFile") >= 5);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(file(&sample::document()), file(&sample::document()));
}

#[test]
fn a_document_with_nothing_on_it_is_a_page() {
    assert_eq!(pages(&file(&document(Vec::new()))), 1);
    let long = "word ".repeat(4000);
    assert!(pages(&file(&document(vec![Block::Article(vec![long.clone()]), Block::Text(long)]))) > 4);
}

#[test]
fn odd_tables_fit() {
    let mut wide = sample::ledger(3);
    for row in &mut wide.rows {
        row.cells = (0..40).flat_map(|_| row.cells.first().cloned()).collect();
    }
    let mut uneven = sample::kept();
    uneven.heads.clear();
    let tables = [wide, uneven, Table::default(), sample::ledger(300)];
    assert!(pages(&file(&document(tables.map(Block::Table).to_vec()))) > 4);
}

/// Writes what can be looked at into the folder that this names: `RARE_TERMS_SHOW=FOLDER cargo test`.
#[test]
fn a_page_to_look_at() {
    let Ok(folder) = std::env::var("RARE_TERMS_SHOW") else { return };
    std::fs::write(std::path::Path::new(&folder).join("sample.pdf"), file(&sample::document())).unwrap();
}
