//! What the menu shows.

use super::choice::{Ask, Casting, Choice, Lack};
use crate::opponents::{Difficulty, characters};
use crate::rules::level::Level;
use crate::rules::rulebook::Knowledge;
use crate::rules::source::Faults;
use crate::screens::wording::paragraphs;
use crate::storage::Entry;
use crate::words::Words;

/// A level in the list.
pub(super) struct Card {
    pub(super) title: String,
    pub(super) summary: String,
    /// How many parties and rounds, or that it cannot be played.
    pub(super) facts: String,
    pub(super) broken: bool,
}

/// One of a row of options.
pub(super) struct Pick {
    pub(super) label: String,
    pub(super) ask: Ask,
    pub(super) chosen: bool,
}

/// A row of options with its name, and what the chosen one means.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) picks: Vec<Pick>,
    pub(super) note: String,
}

/// A person where several play: who they are.
pub(super) struct Line {
    /// The place of the party.
    pub(super) at: usize,
    pub(super) party: String,
    pub(super) name: String,
    pub(super) pin: String,
    /// What the fields are called for a screen reader.
    pub(super) name_spoken: String,
    pub(super) pin_spoken: String,
}

/// The people where several play.
pub(super) struct People {
    /// Whether one or several play.
    pub(super) row: Row,
    pub(super) lines: Vec<Line>,
    pub(super) name_hint: String,
    pub(super) pin_hint: String,
    pub(super) pin_note: String,
}

/// A party that can be played.
pub(super) struct Seat {
    pub(super) name: String,
    pub(super) letter: String,
    pub(super) office: String,
    pub(super) aims: String,
    pub(super) chosen: bool,
}

/// The button that shows what can be chosen, or folds it away.
pub(super) struct Fold {
    pub(super) folded: bool,
    pub(super) label: String,
}

/// An error in a file.
pub(super) struct Trouble {
    /// File, line and column.
    pub(super) place: String,
    pub(super) message: String,
    pub(super) help: String,
}

/// What stands on the paper: the chosen level, or what is wrong with it.
pub(super) enum Sheet {
    Level { title: String, about: Vec<String>, seats: Vec<Seat>, people: People, rows: Vec<Row> },
    Broken { title: String, lead: String, troubles: Vec<Trouble>, more: String },
}

/// What the menu shows.
pub(super) struct Model {
    pub(super) title: String,
    pub(super) motto: String,
    pub(super) levels_label: String,
    pub(super) cards: Vec<Card>,
    pub(super) chosen: usize,
    pub(super) sheet: Sheet,
    pub(super) seats_label: String,
    /// Whether any number of parties can be chosen.
    pub(super) several: bool,
    /// What folds away or unfolds what can be chosen, where that can be.
    pub(super) fold: Option<Fold>,
    pub(super) seed_label: String,
    pub(super) seed: String,
    pub(super) seed_note: String,
    pub(super) another: String,
    pub(super) start: String,
    /// Why no game can begin.
    pub(super) start_off: Option<String>,
    pub(super) help: String,
    pub(super) quit: String,
    /// Rule books that could not be read.
    pub(super) book_troubles: Vec<Trouble>,
    pub(super) book_trouble_label: String,
}

impl Model {
    pub(super) fn of(choice: &Choice, words: &Words) -> Self {
        let cards = choice.levels.iter().map(|entry| card(words, entry)).collect();
        let sheet = match choice.levels.get(choice.level) {
            Some(Entry { level: Ok(level), .. }) => level_sheet(words, choice, level),
            Some(Entry { level: Err(faults), file, .. }) => broken_sheet(words, file, faults),
            None => Sheet::Broken {
                title: words.get("menu-no-levels"),
                lead: words.get("menu-no-levels-lead"),
                troubles: Vec::new(),
                more: String::new(),
            },
        };
        let start_off = match (&sheet, choice.lacks()) {
            (Sheet::Broken { .. }, _) => Some(words.get("menu-start-broken")),
            (_, Some(Lack::Game)) => Some(words.get("menu-start-no-rules")),
            (_, Some(Lack::Person)) => Some(words.get("menu-start-no-person")),
            (_, Some(Lack::Pin(at))) => {
                let party = choice.level().and_then(|level| level.parties.0.get(at));
                let party = party.map_or_else(String::new, |party| party.name.clone());
                Some(words.text("menu-start-short-pin", &[("party", party.into())]))
            }
            (_, None) => None,
        };
        let faults = choice.books.iter().filter_map(|entry| entry.book.as_ref().err());
        Self {
            title: words.get("title"),
            motto: words.get("menu-motto"),
            levels_label: words.get("menu-levels"),
            cards,
            chosen: choice.level,
            seats_label: words.get(if choice.several { "menu-people" } else { "menu-party" }),
            several: choice.several,
            fold: choice.folded().map(|folded| Fold {
                folded,
                label: words.get(if folded { "menu-unfold" } else { "menu-fold" }),
            }),
            seed_label: words.get("menu-seed"),
            seed: choice.seed.to_string(),
            seed_note: words.get("menu-seed-note"),
            another: words.get("menu-another-seed"),
            start: words.get("menu-start"),
            start_off,
            help: words.get("help-title"),
            quit: words.get("menu-quit"),
            book_troubles: faults.flat_map(|faults| troubles(words, faults)).collect(),
            book_trouble_label: words.get("menu-book-trouble"),
            sheet,
        }
    }
}

fn card(words: &Words, entry: &Entry) -> Card {
    match &entry.level {
        Ok(level) => Card {
            title: level.title.clone(),
            summary: level.summary.clone(),
            facts: words.text(
                "menu-facts",
                &[("parties", level.parties.len().into()), ("rounds", level.rounds.len().into())],
            ),
            broken: false,
        },
        Err(faults) => Card {
            title: entry.file.clone(),
            summary: words.text("menu-broken-summary", &[("count", faults.count().into())]),
            facts: words.get("menu-broken"),
            broken: true,
        },
    }
}

fn level_sheet(words: &Words, choice: &Choice, level: &Level) -> Sheet {
    let person = |at: usize| choice.people().any(|(place, _)| place == at);
    let seats = level
        .parties
        .iter()
        .map(|(id, party)| Seat {
            name: party.name.clone(),
            letter: party.letter.clone(),
            office: match (choice.several, person(id.index())) {
                (false, _) => party.office.clone(),
                (true, true) => words.text("menu-by-person", &[("office", (&party.office).into())]),
                (true, false) => words.text("menu-by-computer", &[("office", (&party.office).into())]),
            },
            aims: party.aims.join("\n"),
            chosen: if choice.several { person(id.index()) } else { id.index() == choice.party },
        })
        .collect();
    Sheet::Level {
        title: level.title.clone(),
        about: paragraphs(&level.about),
        seats,
        people: people(words, choice, level),
        rows: vec![
            book_row(words, choice),
            difficulty_row(words, choice),
            casting_row(words, choice),
            knowledge_row(words, choice),
        ],
    }
}

fn people(words: &Words, choice: &Choice, level: &Level) -> People {
    let pick = |key: &str, several| Pick {
        label: words.get(key),
        ask: Ask::Several(several),
        chosen: several == choice.several,
    };
    let note = match choice.people().count() {
        _ if !choice.several => "menu-alone-note",
        count if count == level.parties.len() => "menu-all-note",
        _ => "menu-several-note",
    };
    let lines = choice.people().filter_map(|(at, place)| {
        let party = level.parties.0.get(at)?.name.clone();
        Some(Line {
            at,
            name: place.name.clone(),
            pin: place.pin.clone(),
            name_spoken: words.text("menu-name-of", &[("party", (&party).into())]),
            pin_spoken: words.text("menu-pin-of", &[("party", (&party).into())]),
            party,
        })
    });
    People {
        lines: lines.filter(|_| choice.several).collect(),
        row: Row {
            name: words.get("menu-screen"),
            picks: vec![pick("menu-alone", false), pick("menu-several", true)],
            note: words.get(note),
        },
        name_hint: words.get("menu-name-hint"),
        pin_hint: words.get("menu-pin-hint"),
        pin_note: words.get("menu-pin-note"),
    }
}

fn book_row(words: &Words, choice: &Choice) -> Row {
    let books = choice.fitting_books();
    Row {
        name: words.get("menu-rules"),
        note: books.get(choice.book).map_or_else(String::new, |book| book.about.clone()),
        picks: books
            .iter()
            .enumerate()
            .map(|(at, book)| Pick {
                label: book.name.clone(),
                ask: Ask::Book(at),
                chosen: at == choice.book,
            })
            .collect(),
    }
}

fn difficulty_row(words: &Words, choice: &Choice) -> Row {
    let key = |difficulty| match difficulty {
        Difficulty::Newcomer => "difficulty-newcomer",
        Difficulty::Diplomat => "difficulty-diplomat",
        Difficulty::Envoy => "difficulty-envoy",
        Difficulty::Strategist => "difficulty-strategist",
    };
    Row {
        name: words.get("menu-difficulty"),
        note: words.get(&format!("{}.note", key(choice.difficulty))),
        picks: Difficulty::ALL
            .into_iter()
            .map(|difficulty| Pick {
                label: words.get(key(difficulty)),
                ask: Ask::Difficulty(difficulty),
                chosen: difficulty == choice.difficulty,
            })
            .collect(),
    }
}

fn casting_row(words: &Words, choice: &Choice) -> Row {
    let pick = |label: String, casting| Pick {
        label,
        ask: Ask::Casting(casting),
        chosen: casting == choice.casting(),
    };
    let named = characters().iter().map(|character| {
        let [name, _, _] = character.keys();
        pick(words.get(&name), Casting::All(character))
    });
    let plain = pick(words.get("menu-casting-plain"), Casting::Plain);
    let dealt = pick(words.get("menu-casting-dealt"), Casting::Dealt);
    Row {
        name: words.get("menu-casting"),
        note: match choice.casting() {
            Casting::Plain => words.get("menu-casting-plain.note"),
            Casting::Dealt => words.get("menu-casting-dealt.note"),
            Casting::All(character) => {
                let [_, about, _] = character.keys();
                words.get(&about)
            }
        },
        picks: [plain, dealt].into_iter().chain(named).collect(),
    }
}

fn knowledge_row(words: &Words, choice: &Choice) -> Row {
    let key = |knowledge| match knowledge {
        Knowledge::Transparent => "knowledge-transparent",
        Knowledge::Advisor => "knowledge-advisor",
        Knowledge::Sealed => "knowledge-sealed",
    };
    let usual = choice.fitting_books().get(choice.book).map(|book| book.knowledge);
    let now = choice.knowledge.or(usual).unwrap_or_default();
    Row {
        name: words.get("menu-knowledge"),
        note: words.get(&format!("{}.note", key(now))),
        picks: [Knowledge::Transparent, Knowledge::Advisor, Knowledge::Sealed]
            .into_iter()
            .map(|knowledge| Pick {
                label: words.get(key(knowledge)),
                // The rule book's own is no choice of the player's, so that it goes with the rule book.
                ask: Ask::Knowledge((Some(knowledge) != usual).then_some(knowledge)),
                chosen: knowledge == now,
            })
            .collect(),
    }
}

fn broken_sheet(words: &Words, file: &str, faults: &Faults) -> Sheet {
    let troubles = troubles(words, faults);
    let rest = faults.count().saturating_sub(troubles.len());
    Sheet::Broken {
        title: words.text("menu-broken-title", &[("file", file.into())]),
        lead: words.get("menu-broken-lead"),
        more: match rest {
            0 => String::new(),
            _ => words.text("menu-broken-more", &[("count", rest.into())]),
        },
        troubles,
    }
}

fn troubles(words: &Words, faults: &Faults) -> Vec<Trouble> {
    faults
        .iter()
        .map(|fault| Trouble {
            place: format!("{}:{}:{}", fault.file(), fault.line(), fault.column()),
            message: match fault.path() {
                Some(path) => format!("{path}: {}", fault.message()),
                None => fault.message().to_owned(),
            },
            help: fault
                .help()
                .map_or_else(String::new, |help| words.text("menu-fault-help", &[("help", help.into())])),
        })
        .collect()
}
