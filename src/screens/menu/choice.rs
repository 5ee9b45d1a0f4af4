//! What has been chosen in the menu.

use std::sync::Arc;

use bevy::prelude::Resource;

use crate::opponents::Difficulty;
use crate::rules::game::Game;
use crate::rules::ids::PartyId;
use crate::rules::level::Level;
use crate::rules::rulebook::{Knowledge, RuleBook};
use crate::session::Setup;
use crate::storage::{BookEntry, Entry, Library};

/// What the person asks for in the menu. Numbers are places in the lists that the menu shows.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Another level.
    Level(usize),
    /// Another party.
    Party(usize),
    /// Another rule book.
    Book(usize),
    /// What seats know of each other; `None` leaves it to the rule book.
    Knowledge(Option<Knowledge>),
    /// How hard the opponents are to move.
    Difficulty(Difficulty),
    /// A seed that was typed.
    Seed(String),
    /// Any other seed.
    AnotherSeed,
    /// Begin.
    Start,
}

/// What has been chosen, and what there is to choose from.
#[derive(Resource, Clone, Debug)]
pub struct Choice {
    /// The levels on the shelf.
    pub levels: Vec<Entry>,
    /// The rule books on the shelf.
    pub books: Vec<BookEntry>,
    /// The chosen level, by its place on the shelf.
    pub level: usize,
    /// The chosen party, by its place in the level.
    pub party: usize,
    /// The chosen rule book, by its place in [`Self::fitting_books`].
    pub book: usize,
    /// The chosen knowledge.
    pub knowledge: Option<Knowledge>,
    /// The chosen difficulty.
    pub difficulty: Difficulty,
    /// The chosen seed.
    pub seed: u64,
}

impl Choice {
    /// Nothing chosen yet but a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self {
            levels: Vec::new(),
            books: Vec::new(),
            level: 0,
            party: 0,
            book: 0,
            knowledge: None,
            difficulty: Difficulty::default(),
            seed,
        }
    }

    /// Reads the shelf again, and keeps what was chosen where it is still there.
    pub fn read(&mut self, library: &Library) {
        let chosen = self.levels.get(self.level).map(|entry| entry.id.clone());
        self.levels = library.levels();
        self.books = library.rule_books();
        let again = chosen.and_then(|id| self.levels.iter().position(|entry| entry.id == id));
        if again.is_none() {
            (self.party, self.book) = (0, 0);
        }
        self.level = again.unwrap_or(0);
    }

    /// The chosen level, if it could be read.
    #[must_use]
    pub fn level(&self) -> Option<&Arc<Level>> {
        self.levels.get(self.level)?.level.as_ref().ok()
    }

    /// The rule books that the chosen level is made for, in its order; all if it names none.
    #[must_use]
    pub fn fitting_books(&self) -> Vec<&Arc<RuleBook>> {
        let all = || self.books.iter().filter_map(|entry| entry.book.as_ref().ok());
        let named: Vec<&Arc<RuleBook>> = self
            .level()
            .map(|level| level.rules.iter().filter_map(|id| all().find(|book| book.id == *id)).collect())
            .unwrap_or_default();
        if named.is_empty() { all().collect() } else { named }
    }

    /// Changes what is chosen.
    pub fn take(&mut self, ask: &Ask) {
        match ask {
            Ask::Level(at) if *at < self.levels.len() && *at != self.level => {
                self.level = *at;
                (self.party, self.book) = (0, 0);
            }
            Ask::Party(at) => self.party = *at,
            Ask::Book(at) => self.book = *at,
            Ask::Knowledge(knowledge) => self.knowledge = *knowledge,
            Ask::Difficulty(difficulty) => self.difficulty = *difficulty,
            Ask::Seed(text) => {
                let digits: String = text.chars().filter(char::is_ascii_digit).take(19).collect();
                self.seed = digits.parse().unwrap_or(0);
            }
            Ask::Level(_) | Ask::AnotherSeed | Ask::Start => {}
        }
    }

    /// What a game would begin with; `None` if the level or every rule book is broken.
    #[must_use]
    pub fn setup(&self) -> Option<Setup> {
        let level = self.level()?;
        let book = *self.fitting_books().get(self.book)?;
        let game = Game::new((**level).clone(), (**book).clone(), self.knowledge);
        let seat = PartyId::from_index(self.party.min(level.parties.len().saturating_sub(1)));
        Some(Setup::solo(Arc::new(game), seat, self.difficulty, self.seed))
    }
}
