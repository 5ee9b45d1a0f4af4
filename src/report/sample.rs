//! A document with everything in it that a report can have, for tests.

use super::document::{Block, Cell, Document, Head, Row, Sheet, Tab, Table, Tone};
use super::scene::{Anchor, Ink, LABEL, Mark, SMALL, Scene, Shape, spot};
use crate::rules::ids::PartyId;

/// What a person may call themselves.
pub(super) const NAMES: [&str; 4] = [
    "Zo\u{eb} <script>alert(\"1\")</script>",
    "O'Neil & Sons",
    "\u{5c0f}\u{6797}\u{3055}\u{3093}",
    "\u{1f642} =cmd|' /C calc'!A1",
];

/// A sheet with nothing on it but a title, an empty table and an empty chart.
fn bare() -> Sheet {
    let page = vec![
        Block::Table(Table::default()),
        Block::Article(Vec::new()),
        Block::Questions(Vec::new()),
        Block::Chart(Scene::new(0.0, 0.0)),
        Block::Text(String::new()),
    ];
    Sheet { tab: Tab::Turns, title: "Nothing turned".to_owned(), page, side: Vec::new() }
}

fn party(index: u8) -> Option<PartyId> {
    Some(PartyId(index))
}

/// Who kept what: four parties.
pub(super) fn kept() -> Table {
    let parties = ["United States", "Japan", "China", "Republic of Korea"];
    let figures = [
        ["12", "86", "64", "86"],
        ["16", "77", "71", "83"],
        ["48", "51", "70", "53"],
        ["9.5", "\u{2212}3", "20", "12"],
    ];
    let row = |(at, (name, figures)): (usize, (&str, [&str; 4]))| Row {
        label: name.to_owned(),
        party: party(u8::try_from(at).unwrap()),
        cells: figures
            .iter()
            .enumerate()
            .map(|(column, text)| match column {
                1 => Cell::strong((*text).to_owned()),
                _ => Cell::plain((*text).to_owned()),
            })
            .collect(),
        ..Row::default()
    };
    let head = |text: &str| Head { text: text.to_owned(), party: None };
    Table {
        corner: String::new(),
        heads: ["no deal", "outcome", "Nash", "best for all"].map(head).to_vec(),
        rows: parties.into_iter().zip(figures).enumerate().map(row).collect(),
    }
}

/// A ledger of many rows, with notes.
pub(super) fn ledger(rows: usize) -> Table {
    let row = |at: usize| Row {
        label: format!("US tariff on Japan, step {at}"),
        party: None,
        note: if at.is_multiple_of(3) {
            "Effect of the option in force at the end, times the multiplier of the mandate: 120 %".to_owned()
        } else {
            String::new()
        },
        cells: vec![
            Cell::change(format!("+{at}"), 1),
            Cell::change(format!("\u{2212}{at}.5"), -1),
            Cell { text: "0".to_owned(), tone: Tone::Faded, strong: false },
        ],
        parted: at + 1 == rows,
    };
    let heads = ["United States", "Japan", "China"];
    let head = |(at, text): (usize, &&str)| Head {
        text: (*text).to_owned(),
        party: party(u8::try_from(at).unwrap()),
    };
    Table {
        corner: "Where points come from".to_owned(),
        heads: heads.iter().enumerate().map(head).collect(),
        rows: (0..rows).map(row).collect(),
    }
}

/// A table whose cells are words.
fn beliefs() -> Table {
    let head = |text: &str| Head { text: text.to_owned(), party: None };
    let row = |label: &str, cells: [&str; 3]| Row {
        label: label.to_owned(),
        cells: cells.map(|text| Cell::plain(text.to_owned())).to_vec(),
        ..Row::default()
    };
    Table {
        corner: "About".to_owned(),
        heads: ["believed at the start", "believed at the end", "truth"].map(head).to_vec(),
        rows: vec![
            row(
                "United States",
                ["wants the facility most of all", "wants tariffs", "Industrial: tariffs before all else"],
            ),
            row(
                "Donaudampfschifffahrtsgesellschaftskapit\u{e4}nswitwenrentenversicherung",
                ["nothing", "nothing", "\u{6771}\u{4eac}\u{3067}\u{4f1a}\u{304a}\u{3046}"],
            ),
        ],
    }
}

/// A chart with every kind of mark.
pub(super) fn frontier() -> Scene {
    let mut scene = Scene::new(420.0, 260.0);
    scene.spoken =
        "Japan's score across, the United States' up. The pact lies 6 points from the frontier & \"Nash\"."
            .to_owned();
    let cloud = (0..240).map(|at: u16| {
        let (x, y) = (f32::from(at * 37 % 300), f32::from(at * 53 % 190));
        spot(42.0 + x, 226.0 - y * (1.0 - x / 420.0))
    });
    scene.marks.push(Mark::Cloud { spots: cloud.collect(), ink: Ink::Hairline, radius: 1.1 });
    scene.line(vec![spot(40.0, 12.0), spot(40.0, 228.0), spot(400.0, 228.0)], Ink::Faded, 0.8);
    let arc = (0..=24_u8).map(|at| {
        let turn = f32::from(at) / 24.0 * std::f32::consts::FRAC_PI_2;
        spot(40.0 + 310.0 * turn.sin(), 228.0 - 205.0 * turn.cos())
    });
    scene.line(arc.collect(), Ink::Ink, 1.4);
    scene.dotted(
        vec![spot(80.0, 200.0), spot(140.0, 180.0), spot(180.0, 120.0), spot(262.0, 90.0)],
        Ink::Seal,
        1.6,
    );
    let dots = [
        (spot(80.0, 200.0), Shape::Ring, Ink::Faded, "no deal"),
        (spot(262.0, 90.0), Shape::Circle, Ink::Seal, "signed"),
        (spot(240.0, 68.0), Shape::Diamond, Ink::Nash, "Nash"),
        (spot(282.0, 97.0), Shape::Square, Ink::Kalai, "Kalai\u{2013}Smorodinsky"),
        (spot(330.0, 200.0), Shape::Triangle, Ink::Party(PartyId(3)), "<b>\u{5c0f}\u{6797}</b>"),
    ];
    for (at, shape, ink, name) in dots {
        scene.marks.push(Mark::Dot {
            at,
            shape,
            ink,
            radius: 4.5,
            tip: format!("{name}: Japan 77, United States 86"),
        });
        scene.text(spot(at.x + 9.0, at.y + 3.0), name, Anchor::Start, Ink::Ink, LABEL);
    }
    scene.marks.push(Mark::Bar {
        at: spot(360.0, 20.0),
        width: 30.0,
        height: 60.0,
        ink: Ink::Good,
        tip: "247 of 465".to_owned(),
    });
    scene.marks.push(Mark::Text {
        at: spot(375.0, 94.0),
        text: "+14".to_owned(),
        anchor: Anchor::Middle,
        ink: Ink::Good,
        size: SMALL,
        bold: true,
    });
    scene.text(spot(400.0, 243.0), "Japan", Anchor::End, Ink::Faded, SMALL);
    scene.marks.push(Mark::Dot {
        at: spot(f32::NAN, 1.0),
        shape: Shape::Circle,
        ink: Ink::Bad,
        radius: 3.0,
        tip: String::new(),
    });
    scene
}

fn front() -> Sheet {
    let texts = [
        "The 15\u{a0}% rate came in round three, signed in Tokyo with $550 bn of investment and a minerals framework. Washington selects the projects; Tokyo is consulted.",
        "The lower house passed it with 247 votes. Without Washington\u{2019}s named backing the count was 228, five short. That sentence in the communiqu\u{e9} cost Washington one point and was worth fourteen to Tokyo.",
        "Beijing, whose fallback fell from 48 to 27 the moment the two signed, suspended its October controls at Busan for a tariff cut and a year\u{2019}s pause.",
        "One package was better for all three: the same terms with joint selection of energy projects and general licences for Japan. Nobody proposed it. It was worth six more to Japan, two to China, and cost the United States nothing.",
    ];
    let questions = [
        ("What was agreed?", "Two pacts: Tokyo framework (round 3) and Busan pause (round 4)."),
        ("What does Japan gain?", "Tariff certainty, early missiles, a majority at home."),
        ("What does China gain?", "A lower tariff; it lost leverage by waiting."),
        (
            "Why does it matter?",
            "79\u{a0}% of the value on the table was claimed; the frontier was 6 points away.",
        ),
        ("What does the United States gain?", "Capital, the choice of projects, minerals supply."),
        ("What next?", "Three obligations fall due; the truce lapses in a year."),
    ];
    let page = vec![
        Block::Masthead { name: "The Communiqu\u{e9}".to_owned(), dateline: "Tokyo, 10 November 2025 \u{b7} after five rounds".to_owned() },
        Block::Headline("Japan wins its tariff, and pays with the pen that picks the projects".to_owned()),
        Block::Deck("Tokyo left 59 points better than no deal would have. It gave up seven points of autonomy for fourteen of standing, the steepest trade at the table.".to_owned()),
        Block::Article(texts.map(str::to_owned).to_vec()),
        Block::Rule,
        Block::Questions(questions.map(|(question, answer)| (question.to_owned(), answer.to_owned())).to_vec()),
        Block::Heading("Who played".to_owned()),
        Block::Lines(NAMES.map(|name| format!("Played by {name}")).to_vec()),
    ];
    let side = vec![
        Block::Heading("Who kept what".to_owned()),
        Block::Table(kept()),
        Block::Heading("The frontier you played against".to_owned()),
        Block::Note("Japan\u{2019}s score across, United States\u{2019} up. Each dot is a package you could have signed.".to_owned()),
        Block::Chart(frontier()),
    ];
    Sheet { tab: Tab::Front, title: "Front page".to_owned(), page, side }
}

/// Everything a report can have.
pub(super) fn document() -> Document {
    let lines = Sheet {
        tab: Tab::Ledger,
        title: "Ledger".to_owned(),
        page: vec![
            Block::Text("Every point of every score, line by line.".to_owned()),
            Block::Verdict { text: "The lines add up to the score of everyone.".to_owned(), good: true },
            Block::Verdict { text: "Japan lost two points for a promise that it broke in round five, which the others will remember longer than the points are worth to anybody at the table.".to_owned(), good: false },
            Block::Heading("Forty lines".to_owned()),
            Block::Table(ledger(40)),
            Block::Note("Points are teaching assumptions.".to_owned()),
        ],
        side: Vec::new(),
    };
    let beliefs = Sheet {
        tab: Tab::Beliefs,
        title: "Beliefs against the truth".to_owned(),
        page: vec![
            Block::Table(beliefs()),
            Block::Chart(frontier()),
            Block::Note("A note that stands alone.".to_owned()),
        ],
        side: vec![
            Block::Note("Without a heading.".to_owned()),
            Block::Heading("Short".to_owned()),
            Block::Table(ledger(3)),
        ],
    };
    Document {
        title: "Tokyo, October 2025".to_owned(),
        about: "Full rule book, five rounds, 10 November 2025. \u{201c}Zo\u{eb}\u{201d} & others".to_owned(),
        sheets: vec![front(), bare(), lines, beliefs],
    }
}

/// Every text of a document, in order.
pub(super) fn texts(document: &Document) -> Vec<String> {
    let mut all = vec![document.title.clone(), document.about.clone()];
    for sheet in &document.sheets {
        all.push(sheet.title.clone());
        sheet.page.iter().chain(&sheet.side).for_each(|block| texts_of(block, &mut all));
    }
    all.retain(|text| !text.is_empty());
    all
}

fn texts_of(block: &Block, all: &mut Vec<String>) {
    match block {
        Block::Masthead { name, dateline } => all.extend([name.clone(), dateline.clone()]),
        Block::Headline(text)
        | Block::Deck(text)
        | Block::Heading(text)
        | Block::Text(text)
        | Block::Note(text)
        | Block::Verdict { text, .. } => all.push(text.clone()),
        Block::Article(texts) | Block::Lines(texts) => all.extend(texts.iter().cloned()),
        Block::Questions(pairs) => {
            pairs.iter().for_each(|(question, answer)| all.extend([question.clone(), answer.clone()]))
        }
        Block::Table(table) => {
            all.push(table.corner.clone());
            all.extend(table.heads.iter().map(|head| head.text.clone()));
            for row in &table.rows {
                all.extend([row.label.clone(), row.note.clone()]);
                all.extend(row.cells.iter().map(|cell| cell.text.clone()));
            }
        }
        Block::Chart(scene) => {
            all.push(scene.spoken.clone());
            for mark in &scene.marks {
                match mark {
                    Mark::Text { text, .. } => all.push(text.clone()),
                    Mark::Dot { tip, at, .. } if at.x.is_finite() => all.push(tip.clone()),
                    Mark::Bar { tip, .. } => all.push(tip.clone()),
                    _ => {}
                }
            }
        }
        Block::Rule => {}
    }
}
