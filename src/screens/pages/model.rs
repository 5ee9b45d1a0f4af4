//! What the encyclopedia shows: the list of pages, and the page that is read.

use super::level::Desk;
use super::words::WORDS;
use super::{Page, Reading, Term, Word};
use crate::rules::game::Game;
use crate::rules::ids::InterestId;
use crate::screens::wording::paragraphs;
use crate::view::View;
use crate::words::Words;

/// A part of a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Block {
    /// The head of what follows.
    Head(String),
    /// What it means, in a sentence.
    Meaning(String),
    /// Running text.
    Prose(String),
    /// How something is worked out.
    Formula(String),
    /// The name of one of several things.
    Item(String),
    /// A line about it.
    Text(String),
    /// A note, and where something comes from.
    Note(String),
    /// A label, its figure in words, and where that comes from.
    Figure(String, String, String),
    /// A label that leads to a page, and its figure.
    Leads(Term, String),
    /// Other pages.
    Links(Vec<Term>),
}

/// A page in the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Entry {
    pub(super) page: Page,
    pub(super) title: String,
    pub(super) chosen: bool,
}

/// Pages of one kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Group {
    pub(super) head: String,
    pub(super) entries: Vec<Entry>,
}

/// What the encyclopedia shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Model {
    pub(super) title: String,
    pub(super) search: String,
    pub(super) search_label: String,
    pub(super) search_hint: String,
    pub(super) groups: Vec<Group>,
    /// What is said where no page has what was typed.
    pub(super) none: Option<String>,
    pub(super) page: Page,
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) blocks: Vec<Block>,
    pub(super) back: String,
    pub(super) back_off: Option<String>,
    pub(super) on: String,
    pub(super) on_off: Option<String>,
    pub(super) close: String,
}

/// A page with its title and the sentence that is searched with it.
struct Known {
    page: Page,
    title: String,
    about: String,
}

impl Model {
    /// The pages that a seat may read; words alone where nobody sits at a match.
    pub(super) fn of(words: &Words, seat: Option<(&Game, &View)>, reading: &Reading) -> Self {
        let game = seat.map(|(game, _)| game);
        let page = match reading.page {
            Page::Word(_) => reading.page,
            asked if game.is_some_and(|game| has(game, asked)) => asked,
            _ => Page::default(),
        };
        let wanted = reading.search.trim().to_lowercase();
        let groups: Vec<Group> = known(words, game)
            .into_iter()
            .filter_map(|(key, pages)| {
                let entries: Vec<Entry> = pages
                    .into_iter()
                    .filter(|known| {
                        known.title.to_lowercase().contains(&wanted)
                            || known.about.to_lowercase().contains(&wanted)
                    })
                    .map(|known| Entry { page: known.page, title: known.title, chosen: known.page == page })
                    .collect();
                (!entries.is_empty()).then(|| Group { head: words.get(key), entries })
            })
            .collect();
        let (kind, name, blocks) = sheet(words, seat, page);
        Self {
            title: words.get("pages-title"),
            search: reading.search.clone(),
            search_label: words.get("pages-search"),
            search_hint: words.get("pages-search-hint"),
            none: groups.is_empty().then(|| words.get("pages-found-none")),
            groups,
            page,
            kind,
            name,
            blocks,
            back: words.get("pages-back"),
            back_off: reading.back.is_empty().then(|| words.get("pages-back-off")),
            on: words.get("pages-on"),
            on_off: reading.on.is_empty().then(|| words.get("pages-on-off")),
            close: words.get("close"),
        }
    }

    /// The first page of the list.
    pub(super) fn first(&self) -> Option<Page> {
        Some(self.groups.first()?.entries.first()?.page)
    }
}

fn has(game: &Game, page: Page) -> bool {
    match page {
        Page::Word(_) => true,
        Page::Issue(id) => game.issue_ids().any(|issue| issue == id),
        Page::Interest(id) => id.index() < game.level.interests.len(),
    }
}

/// All pages, in groups; words in the order of their names.
fn known(words: &Words, game: Option<&Game>) -> Vec<(&'static str, Vec<Known>)> {
    let mut of_words: Vec<Known> = WORDS
        .iter()
        .map(|(word, _, _)| Known {
            page: Page::Word(*word),
            title: words.get(&word.key()),
            about: words.get(&part(*word, "meaning")),
        })
        .collect();
    of_words.sort_by_key(|known| known.title.to_lowercase());
    let mut groups = vec![("pages-words", of_words)];
    if let Some(game) = game {
        let issues = game.issue_ids().map(|id| {
            let issue = game.level.issue(id);
            Known { page: Page::Issue(id), title: issue.name.clone(), about: issue.about.clone() }
        });
        // What is on the table is looked up most.
        groups.insert(0, ("pages-issues", issues.collect()));
        let interests = game.level.interests.iter().enumerate().map(|(at, interest)| Known {
            page: Page::Interest(InterestId::from_index(at)),
            title: interest.name.clone(),
            about: interest.about.clone(),
        });
        groups.insert(1, ("pages-interests", interests.collect()));
    }
    groups
}

/// A part of what a word's page says.
fn part(word: Word, part: &str) -> String {
    format!("{}.{part}", word.key())
}

/// What kind of page it is, its name, and what stands on it.
fn sheet(words: &Words, seat: Option<(&Game, &View)>, page: Page) -> (String, String, Vec<Block>) {
    let of_level = |key: &str, game: &Game| words.text(key, &[("level", (&game.level.title).into())]);
    match (page, seat) {
        (Page::Issue(id), Some((game, view))) => (
            of_level("pages-kind-issue", game),
            game.level.issue(id).name.clone(),
            Desk::new(words, game, view).issue(id),
        ),
        (Page::Interest(id), Some((game, view))) => (
            of_level("pages-kind-interest", game),
            game.level.interests.get(id.index()).map(|interest| interest.name.clone()).unwrap_or_default(),
            Desk::new(words, game, view).interest(id),
        ),
        (Page::Word(word), _) => (words.get("pages-kind-word"), words.get(&word.key()), told(words, word)),
        // Nobody sits at a match that has such a page.
        (Page::Issue(_) | Page::Interest(_), None) => sheet(words, None, Page::default()),
    }
}

/// What is told of a word.
fn told(words: &Words, word: Word) -> Vec<Block> {
    let mut blocks = vec![Block::Meaning(words.get(&part(word, "meaning")))];
    blocks.extend(paragraphs(&words.get(&part(word, "text"))).into_iter().map(Block::Prose));
    let formula = part(word, "formula");
    if words.has(&formula) {
        blocks.push(Block::Head(words.get("pages-formula")));
        blocks.push(Block::Formula(words.get(&formula)));
    }
    let source = part(word, "source");
    if words.has(&source) {
        blocks.push(Block::Head(words.get("pages-origin")));
        blocks.push(Block::Note(words.get(&source)));
    }
    blocks.extend(see(words, word.see()));
    blocks
}

/// Words to go on with.
pub(super) fn see(words: &Words, list: &[Word]) -> [Block; 2] {
    let terms = list.iter().map(|word| Term::word(words, *word)).collect();
    [Block::Head(words.get("pages-see")), Block::Links(terms)]
}
