//! Every word has a page, pages lead to pages that are there, and each is reached from somewhere; levels are told with their sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::model::{Block, Model};
use super::words::WORDS;
use super::{Ask, Page, Reading, Term, Word};
use crate::play::Match;
use crate::rules::game::Game;
use crate::rules::ids::InterestId;
use crate::storage::Library;
use crate::view::View;
use crate::words::Words;

/// The words of the table in the design, by the names that they have there. All of them have a page.
const OF_THE_GAME: [&str; 26] = [
    "Party",
    "Seat",
    "Level",
    "Rule book",
    "Issue",
    "Option",
    "Controller",
    "Consent",
    "Package",
    "Offer",
    "Pact",
    "Interest",
    "Mandate",
    "No-deal value",
    "BATNA",
    "Reservation value",
    "ZOPA",
    "Chamber",
    "Bloc",
    "Quorum",
    "Win-set",
    "Capital",
    "Measure",
    "Trust",
    "Standing",
    "Autonomy",
];

fn file() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales/en/pages.ftl");
    fs::read_to_string(path).unwrap()
}

fn reading(page: Page) -> Reading {
    Reading { page, ..Reading::default() }
}

fn game(level: &str, rules: &str, party: &str) -> (std::sync::Arc<Game>, View) {
    let game = Library::default().game(level, Some(rules), None).unwrap();
    let seat = game.level.party_named(party).unwrap();
    let play = Match::new(game.clone(), 1);
    let view = play.view(seat).clone();
    (game, view)
}

fn links(model: &Model) -> Vec<&Term> {
    let each = model.blocks.iter().flat_map(|block| match block {
        Block::Links(terms) => terms.iter().collect(),
        Block::Leads(term, _) => vec![term],
        _ => Vec::new(),
    });
    each.collect()
}

/// All that is said on a page.
fn said(model: &Model) -> Vec<String> {
    let each = model.blocks.iter().flat_map(|block| match block {
        Block::Head(text)
        | Block::Meaning(text)
        | Block::Prose(text)
        | Block::Formula(text)
        | Block::Item(text)
        | Block::Text(text)
        | Block::Note(text) => vec![text.clone()],
        Block::Figure(label, figure, note) => vec![label.clone(), figure.clone(), note.clone()],
        Block::Leads(term, figure) => vec![term.text.clone(), term.name.clone(), figure.clone()],
        Block::Links(terms) => terms.iter().flat_map(|t| [t.text.clone(), t.name.clone()]).collect(),
    });
    each.chain([model.name.clone(), model.kind.clone()]).collect()
}

fn all_said(model: &Model) {
    for text in said(model) {
        assert!(!text.contains('[') && !text.contains("{$") && !text.contains("{ $"), "{text}");
    }
}

#[test]
fn every_word_has_a_page_and_every_page_a_word() {
    let words = Words::english();
    let titles: BTreeSet<String> = WORDS.iter().map(|(word, _, _)| words.get(&word.key())).collect();
    assert_eq!(titles.len(), WORDS.len(), "no two pages have one name");
    for wanted in OF_THE_GAME {
        assert!(titles.contains(wanted), "no page for {wanted}");
    }
    let keys: BTreeSet<String> = WORDS.iter().map(|(word, _, _)| word.key()).collect();
    let file = file();
    let of_words = file
        .lines()
        .filter(|line| line.starts_with("page-"))
        .filter_map(|line| Some(line.split_once('=')?.0.trim()));
    for key in of_words {
        assert!(keys.contains(key), "{key} is no word");
    }
    for (word, _, _) in WORDS {
        let model = Model::of(&words, None, &reading(Page::Word(*word)));
        assert!(matches!(&model.blocks[..], [Block::Meaning(_), Block::Prose(_), ..]), "{word:?}");
        assert!(!links(&model).is_empty(), "{word:?} leads nowhere");
        all_said(&model);
    }
}

#[test]
fn every_other_message_is_used() {
    let mut code = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/screens")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => code.push_str(&fs::read_to_string(path).unwrap()),
            }
        }
    }
    for line in file().lines().filter(|line| line.starts_with("pages-")) {
        let key = line.split_once('=').unwrap().0.trim();
        // One stands in the file as a head for those who read it.
        assert!(code.contains(&format!("\"{key}\"")), "{key} is used nowhere");
    }
}

#[test]
fn every_page_is_reached_from_another() {
    let mut reached = BTreeSet::from([Word::Package]);
    let mut open = vec![Word::Package];
    while let Some(word) = open.pop() {
        for next in word.see() {
            assert_ne!(*next, word, "{word:?} leads to itself");
            if reached.insert(*next) {
                open.push(*next);
            }
        }
    }
    let lost: Vec<Word> =
        WORDS.iter().map(|(word, _, _)| *word).filter(|word| !reached.contains(word)).collect();
    assert!(lost.is_empty(), "no page leads to {lost:?}");
}

#[test]
fn every_issue_and_interest_of_a_level_has_a_page() {
    let words = Words::english();
    for (level, party) in [("tutorial", None), ("tokyo_2025", Some("japan")), ("busan_2025", Some("us"))] {
        let rules = if party.is_some() { "full" } else { "intro" };
        let named = Library::default().game(level, Some(rules), None).unwrap();
        let party = party.map_or_else(|| named.level.parties.0[0].id.clone(), str::to_owned);
        let (game, view) = game(level, rules, &party);
        let issues = game.issue_ids().map(Page::Issue);
        let interests = (0..game.level.interests.len()).map(|at| Page::Interest(InterestId::from_index(at)));
        for page in issues.chain(interests) {
            let model = Model::of(&words, Some((&game, &view)), &reading(page));
            assert_eq!(model.page, page);
            assert!(model.groups.iter().flat_map(|g| &g.entries).any(|e| e.chosen && e.page == page));
            assert!(model.blocks.len() > 4, "{}", model.name);
            all_said(&model);
            // What it leads to is there.
            for term in links(&model) {
                let there = Model::of(&words, Some((&game, &view)), &reading(term.page));
                assert_eq!(there.page, term.page, "{}", term.text);
            }
        }
    }
}

#[test]
fn an_issue_is_told_with_its_options_their_worth_and_dated_sources() {
    let (game, view) = game("tokyo_2025", "full", "japan");
    let issue = game.level.issue_named("tariff_japan").unwrap();
    let page = reading(Page::Issue(issue));
    let model = Model::of(&Words::english(), Some((&game, &view)), &page);
    let said = said(&model);
    let has = |part: &str| said.iter().any(|text| text.contains(part));
    for part in
        ["15 % · in force now", "as ordered in September", "9 September 2025", "How sure: very", "stylised"]
    {
        assert!(has(part), "{part}: {said:#?}");
    }
    // Points are the reader's own, under the mandate that was drawn.
    assert!(said.iter().any(|text| text.starts_with("Prosperity +")), "{said:#?}");
}

#[test]
fn what_is_typed_finds_pages() {
    let words = Words::english();
    let (game, view) = game("tokyo_2025", "full", "us");
    let found = |text: &str| {
        let reading = Reading { search: text.to_owned(), ..Reading::default() };
        Model::of(&words, Some((&game, &view)), &reading)
    };
    let model = found("  BATna ");
    let titles: Vec<&str> = model.groups.iter().flat_map(|g| &g.entries).map(|e| e.title.as_str()).collect();
    assert_eq!(titles, ["BATNA"]);
    assert_eq!(model.first(), Some(Page::Word(Word::Batna)));
    assert!(found("zzz").none.is_some() && found("zzz").first().is_none());
    assert_eq!(found("").groups.len(), 3);
    assert_eq!(Model::of(&words, None, &Reading::default()).groups.len(), 1, "nobody sits at a match");
}

#[test]
fn pages_are_gone_back_and_on() {
    let mut reading = Reading::default();
    let (first, second) = (Page::Word(Word::Nash), Page::Word(Word::Trust));
    for page in [first, first, second] {
        reading.follow(Ask::Open(page));
    }
    assert_eq!((reading.page, reading.back.len()), (second, 2));
    reading.follow(Ask::Back);
    assert_eq!((reading.page, reading.on.as_slice()), (first, &[second][..]));
    reading.follow(Ask::On);
    assert_eq!(reading.page, second);
    reading.follow(Ask::Back);
    reading.follow(Ask::Back);
    reading.follow(Ask::Back);
    assert_eq!(reading.page, Page::default());
    reading.follow(Ask::Open(second));
    assert!(reading.on.is_empty());
}
