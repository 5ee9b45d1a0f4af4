//! A document as one page for the browser: fonts, charts and style inside, no script, nothing from elsewhere.
//!
//! It is written so that it is well formed as XML too. Everything that comes from a document is escaped.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::Environment;
use minijinja::value::Serde;
use serde::Serialize;

use super::document::{Block, Document, Sheet, Table, Tone};
use super::error::ReportError;
use super::faces::Face;
use super::ink;
use super::scene::{Mark, Shape, spot};
use super::svg::{allowed, number, svg};
use super::tables::{cards, under_title, wordy};
use crate::rules::ids::PartyId;
use crate::words::Words;

const NAME: &str = "page.html";
const TEMPLATE: &str = include_str!("../../assets/report/page.html");

/// How many rows a table has at most that is kept on one printed page.
const SHORT: usize = 24;

/// What the template is filled with.
#[derive(Serialize)]
struct Page {
    lang: String,
    title: String,
    about: String,
    contents: String,
    foot: String,
    fonts: Vec<Font>,
    colours: Vec<Colour>,
    sheets: Vec<Leaf>,
}

#[derive(Serialize)]
struct Font {
    family: &'static str,
    weight: u16,
    data: String,
}

#[derive(Serialize)]
struct Colour {
    name: &'static str,
    css: String,
}

#[derive(Serialize)]
struct Leaf {
    id: &'static str,
    title: String,
    /// Whether its name is left to what is read out, since the masthead stands in its place.
    unseen: bool,
    page: Vec<Part>,
    cards: Vec<Vec<Part>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Part {
    Masthead { name: String, dateline: String },
    Headline { text: String },
    Deck { text: String },
    Article { texts: Vec<String> },
    Questions { pairs: Vec<Pair> },
    Heading { text: String },
    Text { text: String },
    Note { text: String },
    Lines { texts: Vec<String> },
    Verdict { text: String, tone: &'static str, sign: &'static str, word: String },
    Table { table: Grid },
    Chart { svg: String },
    Rule,
}

#[derive(Serialize)]
struct Pair {
    question: String,
    answer: String,
}

#[derive(Serialize)]
struct Grid {
    corner: String,
    headed: bool,
    long: bool,
    heads: Vec<Over>,
    rows: Vec<Line>,
}

#[derive(Serialize)]
struct Over {
    text: String,
    mark: String,
    wordy: bool,
}

#[derive(Serialize)]
struct Line {
    label: String,
    mark: String,
    note: String,
    parted: bool,
    cells: Vec<Figure>,
}

#[derive(Serialize)]
struct Figure {
    text: String,
    class: String,
}

/// A document as a page.
///
/// # Errors
/// The template cannot be filled.
pub fn html(words: &Words, document: &Document) -> Result<String, ReportError> {
    let mut maker = Maker { words, charts: 0, used: BTreeSet::new() };
    let sheets: Vec<Leaf> = document.sheets.iter().map(|sheet| maker.sheet(sheet)).collect();
    let page = Page {
        lang: words.get("report-language"),
        title: maker.said(&document.title, Face::SansBold),
        about: maker.said(&document.about, Face::Sans),
        contents: words.get("report-contents"),
        foot: maker.said(&words.get("report-foot"), Face::Sans),
        sheets,
        fonts: maker.used.iter().map(|face| font(*face)).collect(),
        colours: colours(),
    };
    let mut all = Environment::new();
    all.add_template(NAME, TEMPLATE)?;
    Ok(all.get_template(NAME)?.render(Serde(&page))?)
}

/// Makes the parts of a page, and notes which fonts they need.
struct Maker<'a> {
    words: &'a Words,
    charts: usize,
    used: BTreeSet<Face>,
}

impl Maker<'_> {
    /// A text that is set in a face.
    fn said(&mut self, text: &str, face: Face) -> String {
        let text: String = text.chars().map(allowed).collect();
        if !text.is_empty() {
            self.used.insert(face);
        }
        for letter in text.chars().filter(|letter| !face.has(*letter)) {
            self.used.extend(face.chain().into_iter().find(|other| other.has(letter)));
        }
        text
    }

    fn all(&mut self, texts: &[String], face: Face) -> Vec<String> {
        texts.iter().map(|text| self.said(text, face)).collect()
    }

    fn sheet(&mut self, sheet: &Sheet) -> Leaf {
        Leaf {
            id: sheet.tab.id(),
            title: self.said(&sheet.title, Face::SerifBold),
            unseen: matches!(sheet.page.first(), Some(Block::Masthead { .. })),
            page: under_title(sheet).iter().map(|block| self.block(block)).collect(),
            cards: cards(&sheet.side)
                .into_iter()
                .map(|card| card.iter().map(|block| self.block(block)).collect())
                .collect(),
        }
    }

    fn block(&mut self, block: &Block) -> Part {
        match block {
            Block::Masthead { name, dateline } => Part::Masthead {
                name: self.said(name, Face::SerifBold),
                dateline: self.said(dateline, Face::Serif),
            },
            Block::Headline(text) => Part::Headline { text: self.said(text, Face::SerifBold) },
            Block::Deck(text) => Part::Deck { text: self.said(text, Face::Serif) },
            Block::Article(texts) => Part::Article { texts: self.all(texts, Face::Serif) },
            Block::Questions(pairs) => Part::Questions {
                pairs: pairs
                    .iter()
                    .map(|(question, answer)| Pair {
                        question: self.said(question, Face::SerifBold),
                        answer: self.said(answer, Face::Serif),
                    })
                    .collect(),
            },
            Block::Heading(text) => Part::Heading { text: self.said(text, Face::SansBold) },
            Block::Text(text) => Part::Text { text: self.said(text, Face::Serif) },
            Block::Note(text) => Part::Note { text: self.said(text, Face::Sans) },
            Block::Lines(texts) => Part::Lines { texts: self.all(texts, Face::Sans) },
            Block::Verdict { text, good } => {
                let (sign, tone, word) = match good {
                    true => ("\u{2713}", "good", "report-went-well"),
                    false => ("\u{2717}", "bad", "report-went-badly"),
                };
                self.said(sign, Face::SansBold);
                Part::Verdict { text: self.said(text, Face::Sans), tone, sign, word: self.words.get(word) }
            }
            Block::Table(table) => Part::Table { table: self.table(table) },
            Block::Chart(scene) => {
                for mark in &scene.marks {
                    if let Mark::Text { text, bold, .. } = mark {
                        self.said(text, if *bold { Face::SansBold } else { Face::Sans });
                    }
                }
                self.charts += 1;
                Part::Chart { svg: svg(scene, &format!("chart-{}", self.charts)) }
            }
            Block::Rule => Part::Rule,
        }
    }

    fn table(&mut self, table: &Table) -> Grid {
        let columns = table.heads.len();
        let words: Vec<bool> = (0..columns).map(|column| wordy(table, column)).collect();
        let heads = table.heads.iter().zip(&words).map(|(head, wordy)| Over {
            text: self.said(&head.text, Face::Sans),
            mark: mark(head.party),
            wordy: *wordy,
        });
        let heads: Vec<Over> = heads.collect();
        let corner = self.said(&table.corner, Face::Sans);
        let rows = table.rows.iter().map(|row| Line {
            label: self.said(&row.label, Face::Sans),
            mark: mark(row.party),
            note: self.said(&row.note, Face::Sans),
            parted: row.parted,
            cells: row
                .cells
                .iter()
                .enumerate()
                .map(|(column, cell)| {
                    let wordy = words.get(column).copied().unwrap_or(false);
                    let face = match (wordy, cell.strong) {
                        (false, false) => Face::Mono,
                        (false, true) => Face::MonoBold,
                        (true, false) => Face::Sans,
                        (true, true) => Face::SansBold,
                    };
                    Figure { text: self.said(&cell.text, face), class: class(cell.tone, cell.strong, wordy) }
                })
                .collect(),
        });
        let rows: Vec<Line> = rows.collect();
        let headed = !corner.is_empty() || heads.iter().any(|head| !head.text.is_empty());
        Grid { corner, headed, long: rows.len() > SHORT, heads, rows }
    }
}

fn class(tone: Tone, strong: bool, wordy: bool) -> String {
    let tone = match tone {
        Tone::Plain => "",
        Tone::Good => "good",
        Tone::Bad => "bad",
        Tone::Faded => "faded",
    };
    let classes = [tone, if strong { "strong" } else { "" }, if wordy { "wordy" } else { "" }];
    classes.into_iter().filter(|class| !class.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A party's mark, to stand before its name.
fn mark(party: Option<PartyId>) -> String {
    let Some(party) = party else { return String::new() };
    let (middle, radius) = (spot(6.0, 6.0), 5.4);
    let corners = Shape::of(party).corners(middle, radius);
    let shape = match corners.is_empty() {
        true => format!("<circle cx=\"6\" cy=\"6\" r=\"{}\"/>", number(radius)),
        false => {
            let places: Vec<String> =
                corners.iter().map(|at| format!("{},{}", number(at.x), number(at.y))).collect();
            format!("<polygon points=\"{}\"/>", places.join(" "))
        }
    };
    let colour = ink::party_ink(party).css();
    format!(
        "<svg class=\"mark\" viewBox=\"0 0 12 12\" width=\"12\" height=\"12\" fill=\"{colour}\" aria-hidden=\"true\">{shape}</svg>"
    )
}

fn font(face: Face) -> Font {
    let (family, weight) = face.css();
    Font { family, weight, data: STANDARD.encode(face.bytes()) }
}

fn colours() -> Vec<Colour> {
    let all = [
        ("night", ink::NIGHT),
        ("raised", ink::RAISED),
        ("text", ink::TEXT),
        ("quiet", ink::QUIET),
        ("bright", ink::BRIGHT),
        ("focus", ink::FOCUS),
        ("paper", ink::PAPER),
        ("rule", ink::RULE),
        ("ink", ink::INK),
        ("faded", ink::FADED),
        ("good", ink::tone(Tone::Good)),
        ("bad", ink::tone(Tone::Bad)),
    ];
    all.into_iter().map(|(name, colour)| Colour { name, css: colour.css() }).collect()
}

#[cfg(test)]
#[path = "tests/html.rs"]
mod tests;
