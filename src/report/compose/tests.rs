//! A whole debrief, read as plain text; and its figures, worked out by another way.

use std::fmt::Write as _;
use std::sync::Arc;

use super::document;
use crate::debrief::Debrief;
use crate::opponents::Difficulty;
use crate::play::Replay;
use crate::play::auto;
use crate::report::{Block, Document, Table};
use crate::rules::check;
use crate::rules::game::Game;
use crate::rules::source::Source;
use crate::words::Words;

const TOKYO: &str = include_str!("../../../levels/tokyo_2025.ron");
const BUSAN: &str = include_str!("../../../levels/busan_2025.ron");
const PIE: &str = include_str!("../../../levels/three_party_pie.ron");
const TUTORIAL: &str = include_str!("../../../levels/tutorial.ron");
const INTRO: &str = include_str!("../../../assets/rules/intro.ron");
const STANDARD: &str = include_str!("../../../assets/rules/standard.ron");
const FULL: &str = include_str!("../../../assets/rules/full.ron");

fn game(level: &str, rules: &str) -> Arc<Game> {
    let level = check::level(&Source::new("level.ron", level.to_owned())).unwrap();
    let rules = check::rule_book(&Source::new("rules.ron", rules.to_owned())).unwrap();
    Arc::new(Game::new(level, rules, None))
}

/// A game played to its end: by opponents, or by parties of whom these do nothing.
fn played(game: &Arc<Game>, seed: u64, idle: &[u8]) -> Replay {
    let mut played = crate::play::Match::new(game.clone(), seed);
    let mut minds = auto::everywhere(&played, Difficulty::default().into());
    while !played.is_over() {
        match played.waiting_for().iter().find(|seat| idle.contains(&seat.0)) {
            Some(seat) => auto::pass_safely(&mut played, seat),
            None => {
                auto::act_once(&mut played, &mut minds).unwrap();
            }
        }
    }
    Replay::of(game.clone(), played.record().clone()).unwrap()
}

fn plain(document: &Document) -> String {
    let mut text = format!("{}\n{}\n", document.title, document.about);
    for sheet in &document.sheets {
        let _ = writeln!(text, "\n==== {}", sheet.title);
        for block in &sheet.page {
            write(&mut text, block);
        }
        text.push_str("---- beside it\n");
        for block in &sheet.side {
            write(&mut text, block);
        }
    }
    text
}

fn write(text: &mut String, block: &Block) {
    let _ = match block {
        Block::Masthead { name, dateline } => writeln!(text, "{name} | {dateline}"),
        Block::Headline(line) => writeln!(text, "# {line}"),
        Block::Deck(line) | Block::Text(line) => writeln!(text, "{line}"),
        Block::Note(line) => writeln!(text, "({line})"),
        Block::Heading(line) => writeln!(text, "## {line}"),
        Block::Article(lines) | Block::Lines(lines) => writeln!(text, "{}", lines.join("\n")),
        Block::Questions(all) => {
            all.iter().try_for_each(|(question, answer)| writeln!(text, "{question}\n  {answer}"))
        }
        Block::Verdict { text: line, good } => writeln!(text, "[{}] {line}", if *good { "+" } else { "-" }),
        Block::Table(table) => write_table(text, table),
        Block::Chart(scene) => writeln!(text, "<chart: {}>", scene.spoken),
        Block::Rule => writeln!(text, "--"),
    };
}

fn write_table(text: &mut String, table: &Table) -> std::fmt::Result {
    let heads: Vec<&str> = table.heads.iter().map(|head| head.text.as_str()).collect();
    writeln!(text, "  {} | {}", table.corner, heads.join(" | "))?;
    for row in &table.rows {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        writeln!(text, "  {} | {}", row.label, cells.join(" | "))?;
        if !row.note.is_empty() {
            writeln!(text, "    ({})", row.note.replace('\n', " / "))?;
        }
    }
    Ok(())
}

/// Finished games of several kinds: with pacts of all, of two, of none, with promises and threats, and of two parties.
pub(super) fn all_replays() -> Vec<(&'static str, Replay)> {
    let tokyo = game(TOKYO, STANDARD);
    let (busan, full) = (game(BUSAN, FULL), game(TOKYO, FULL));
    vec![
        ("tokyo", played(&tokyo, 3, &[])),
        ("tokyo, nobody signs", played(&tokyo, 3, &[0, 1, 2])),
        ("tokyo, China does nothing", played(&tokyo, 3, &[2])),
        ("tokyo, another seed", played(&tokyo, 11, &[])),
        ("tokyo in full", played(&full, 4, &[])),
        ("busan", played(&busan, 2, &[])),
        ("busan, another seed", played(&busan, 7, &[])),
        ("pie", played(&game(PIE, INTRO), 1, &[])),
        ("tutorial", played(&game(TUTORIAL, INTRO), 1, &[])),
    ]
}

fn all() -> Vec<(&'static str, Debrief)> {
    all_replays().into_iter().map(|(name, replay)| (name, Debrief::of(&replay))).collect()
}

/// The article, and the questions with their answers.
pub(super) fn plain_front(document: &Document) -> String {
    let mut text = String::new();
    document.sheets[0].page.iter().for_each(|block| write(&mut text, block));
    text
}

#[test]
fn a_debrief_reads_well() {
    let words = Words::english();
    let mut all = all().into_iter();
    let tokyo = document(&words, &all.next().unwrap().1);
    insta::assert_snapshot!("tokyo", plain(&tokyo));
    let none = document(&words, &all.next().unwrap().1);
    insta::assert_snapshot!("nobody_signs", plain(&none));
}

#[test]
fn nothing_is_left_unworded() {
    let words = Words::english();
    for (name, debrief) in all() {
        let text = plain(&document(&words, &debrief));
        for gap in ["[debrief-", "[tell-", "[result-", "{$", "{ $", "NaN", "inf"] {
            assert!(!text.contains(gap), "{name}: {gap} in {text}");
        }
    }
}
