//! The page is well formed, whole, and needs nothing from elsewhere.

use super::*;
use crate::report::sample;

fn page() -> String {
    html(&Words::english(), &sample::document()).unwrap()
}

/// The page without the fonts.
fn without_data(page: &str) -> String {
    let mut parts = page.split("base64,");
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        rest.push_str(part.split_once(')').map_or("", |(_, after)| after));
    }
    rest
}

fn parsed(page: &str) -> roxmltree::Document<'_> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    roxmltree::Document::parse_with_options(page, options).unwrap()
}

#[test]
fn it_is_well_formed_and_has_every_text() {
    let page = page();
    let tree = parsed(&page);
    let has: Vec<&str> = tree.descendants().filter_map(|node| node.text()).map(str::trim).collect();
    for text in sample::texts(&sample::document()) {
        assert!(has.contains(&text.trim()), "{text}");
    }
    assert_eq!(tree.root_element().attribute("lang"), Some("en"));
    for id in ["front", "ledger", "beliefs", "turns"] {
        let sections = tree.descendants().filter(|node| node.attribute("id") == Some(id)).count();
        let links =
            tree.descendants().filter(|node| node.attribute("href") == Some(&format!("#{id}"))).count();
        assert_eq!((sections, links), (1, 1), "{id}");
    }
}

#[test]
fn nothing_comes_from_elsewhere_and_nothing_runs() {
    let page = without_data(&page());
    for banned in ["http", "//", "<script", "@import", "onload", "javascript", "<link", "<iframe", "<img"] {
        assert!(!page.to_lowercase().contains(banned), "{banned}");
    }
    let addresses = page.matches("url(").count();
    assert_eq!(addresses, page.matches("url(data:font/ttf;").count());
}

#[test]
fn ids_are_there_once() {
    let page = page();
    let tree = parsed(&page);
    let mut ids: Vec<&str> = tree.descendants().filter_map(|node| node.attribute("id")).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn only_fonts_in_use_are_inside() {
    let words = Words::english();
    let all = page();
    for family in ["Terms Serif", "Terms Sans", "Terms Mono"] {
        assert!(all.contains(&format!("@font-face {{ font-family: \"{family}\"")), "{family}");
    }
    assert!(!all.contains("@font-face { font-family: \"Terms Missing\""));
    let mut small = sample::document();
    small.sheets.truncate(1);
    small.sheets[0].page.truncate(3);
    small.sheets[0].side.clear();
    let page = html(&words, &small).unwrap();
    assert!(!page.contains("@font-face { font-family: \"Terms Mono\""));
    assert!(page.len() < all.len());
}

#[test]
fn the_same_document_gives_the_same_page() {
    assert_eq!(page(), page());
}

#[test]
fn a_document_without_sheets_is_a_page() {
    let empty = Document { title: String::new(), about: String::new(), sheets: Vec::new() };
    parsed(&html(&Words::english(), &empty).unwrap());
}

/// Writes what can be looked at into the folder that this names: `RARE_TERMS_SHOW=FOLDER cargo test`.
#[test]
fn a_page_to_look_at() {
    let Ok(folder) = std::env::var("RARE_TERMS_SHOW") else { return };
    std::fs::write(std::path::Path::new(&folder).join("sample.html"), page()).unwrap();
}
