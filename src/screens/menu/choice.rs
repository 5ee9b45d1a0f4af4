//! What has been chosen in the menu.

use std::sync::Arc;

use bevy::prelude::Resource;

use crate::opponents::{Character, Difficulty, Strategy, characters};
use crate::rules::chance::{Chance, Purpose};
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, Round};
use crate::rules::level::Level;
use crate::rules::record::{Person, Pin, Seat};
use crate::rules::rulebook::{Knowledge, RuleBook};
use crate::screens::privacy::digits;
use crate::session::Setup;
use crate::storage::{BookEntry, Entry, Library};

/// What the person asks for in the menu. Numbers are places in the lists that the menu shows.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Another level.
    Level(usize),
    /// Another party; where several people play, whether a person plays it.
    Party(usize),
    /// Whether several people share the screen.
    Several(bool),
    /// The name of the person who plays a party.
    Name(usize, String),
    /// The digits that lock the seat of a party.
    Pin(usize, String),
    /// Another rule book.
    Book(usize),
    /// What seats know of each other; `None` leaves it to the rule book.
    Knowledge(Option<Knowledge>),
    /// How hard the opponents are to move.
    Difficulty(Difficulty),
    /// What the opponents are like.
    Casting(Casting),
    /// A seed that was typed.
    Seed(String),
    /// Any other seed.
    AnotherSeed,
    /// Show all that can be chosen, or fold it away.
    Unfold(bool),
    /// Begin.
    Start,
}

/// What the opponents are like.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Casting {
    /// None has a character: its seed draws what sets it apart.
    #[default]
    Plain,
    /// Each has another character; the seed of the game deals them.
    Dealt,
    /// All have the same.
    All(&'static Character),
}

/// The most parties of a level.
const MOST_PARTIES: usize = 4;

/// The most letters of a person's name.
pub(super) const MOST_LETTERS: usize = 24;

/// The fewest digits of a PIN.
pub(super) const LEAST_DIGITS: usize = 4;

/// What has been chosen for a party where several people play.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Whether a person plays it.
    pub person: bool,
    /// The person's name.
    pub name: String,
    /// The digits of the person's PIN, until the game begins.
    pub pin: String,
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Place")
            .field("person", &self.person)
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// What still has to be chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lack {
    /// No level, or no rule book.
    Game,
    /// No person plays.
    Person,
    /// The PIN of a party is too short.
    Pin(usize),
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
    /// The chosen party, by its place in the level, where one person plays.
    pub party: usize,
    /// Whether several people share the screen.
    pub several: bool,
    /// What has been chosen for each party, where they do.
    pub places: Vec<Place>,
    /// The chosen rule book, by its place in [`Self::fitting_books`].
    pub book: usize,
    /// The chosen knowledge.
    pub knowledge: Option<Knowledge>,
    /// The chosen difficulty.
    pub difficulty: Difficulty,
    /// What the opponents are like, once that was chosen.
    casting: Option<Casting>,
    /// The seed.
    pub seed: u64,
    /// Whether somebody chose it.
    seed_chosen: bool,
    /// Whether all that can be chosen was asked for.
    unfolded: bool,
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
            several: false,
            places: vec![Place::default(); MOST_PARTIES],
            book: 0,
            knowledge: None,
            difficulty: Difficulty::default(),
            casting: None,
            seed,
            seed_chosen: false,
            unfolded: false,
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
                self.seat_two();
            }
            Ask::Party(at) if self.several => {
                if let Some(place) = self.places.get_mut(*at) {
                    place.person = !place.person;
                }
            }
            Ask::Party(at) => self.party = *at,
            Ask::Several(several) => {
                self.several = *several;
                self.seat_two();
            }
            Ask::Name(at, name) => {
                if let Some(place) = self.places.get_mut(*at) {
                    place.name =
                        name.chars().filter(|letter| !letter.is_control()).take(MOST_LETTERS).collect();
                }
            }
            Ask::Pin(at, text) => {
                if let Some(place) = self.places.get_mut(*at) {
                    place.pin = digits(text);
                }
            }
            Ask::Book(at) => self.book = *at,
            Ask::Knowledge(knowledge) => self.knowledge = *knowledge,
            Ask::Difficulty(difficulty) => self.difficulty = *difficulty,
            Ask::Casting(casting) => self.casting = Some(*casting),
            Ask::Seed(text) => {
                let digits: String = text.chars().filter(char::is_ascii_digit).take(19).collect();
                self.seed = digits.parse().unwrap_or(0);
                self.seed_chosen = true;
            }
            Ask::Unfold(unfolded) => self.unfolded = *unfolded,
            Ask::Level(_) | Ask::AnotherSeed | Ask::Start => {}
        }
    }

    /// Two people to begin with: at the party that is chosen, and at the next.
    fn seat_two(&mut self) {
        let parties = self.level().map_or(0, |level| level.parties.len());
        if self.several && parties > 0 && !self.places.iter().take(parties).any(|place| place.person) {
            for at in [self.party, self.party + 1] {
                if let Some(place) = self.places.get_mut(at % parties) {
                    place.person = true;
                }
            }
        }
    }

    /// The parties of the chosen level that people play, where several do.
    pub fn people(&self) -> impl Iterator<Item = (usize, &Place)> {
        let parties = self.level().map_or(0, |level| level.parties.len());
        self.places.iter().take(parties).enumerate().filter(|(_, place)| place.person)
    }

    /// What still has to be chosen before a game can begin.
    #[must_use]
    pub fn lacks(&self) -> Option<Lack> {
        if self.level().is_none() || self.fitting_books().get(self.book).is_none() {
            return Some(Lack::Game);
        }
        if !self.several {
            return None;
        }
        let short = |(_, place): &(usize, &Place)| (1..LEAST_DIGITS).contains(&place.pin.len());
        match self.people().next() {
            None => Some(Lack::Person),
            Some(_) => self.people().find(short).map(|(at, _)| Lack::Pin(at)),
        }
    }

    /// Once a game has begun: forgets the digits of all PINs, of which it keeps no more than a digest, and a seed that nobody chose. The
    /// next game would have the same mandates and the same luck.
    pub fn begun(&mut self, fresh: u64) {
        self.places.iter_mut().for_each(|place| place.pin.clear());
        if !self.seed_chosen {
            self.seed = fresh;
        }
    }

    /// Takes a seed that nobody chose.
    pub fn reseed(&mut self, fresh: u64) {
        self.seed = fresh;
        self.seed_chosen = false;
    }

    /// What a game would begin with; `None` while something has to be chosen, or if the level or every rule book is broken.
    #[must_use]
    pub fn setup(&self) -> Option<Setup> {
        if self.lacks().is_some() {
            return None;
        }
        let level = self.level()?;
        let book = *self.fitting_books().get(self.book)?;
        let game = Arc::new(Game::new((**level).clone(), (**book).clone(), self.knowledge));
        let alone = self.party.min(level.parties.len().saturating_sub(1));
        let seats = game.by_party(|party| match self.places.get(party.index()) {
            _ if !self.several && party.index() == alone => Seat::Person(Person::default()),
            Some(Place { person: true, name, pin }) if self.several => Seat::Person(Person {
                name: name.trim().to_owned(),
                pin: (!pin.is_empty()).then(|| Pin::new(pin, party, self.seed)),
            }),
            _ => Seat::Opponent(self.opponent(party).id()),
        });
        Some(Setup { game, seats, seed: self.seed })
    }

    /// Whether the chosen level has a guide: it is for a first game.
    fn guided(&self) -> bool {
        self.level().is_some_and(|level| !level.guide.is_empty())
    }

    /// Whether no more than the party is shown of what can be chosen, for whoever begins has enough to read; `None` where it is never folded
    /// away. Several people have names and PINs to be typed.
    #[must_use]
    pub fn folded(&self) -> Option<bool> {
        (self.guided() && !self.several).then_some(!self.unfolded)
    }

    /// What the opponents are like: as was chosen, or else as fits the level. Against opponents who ask for what serves
    /// both, a first game soon comes to a pact.
    #[must_use]
    pub fn casting(&self) -> Casting {
        let usual = || Character::named("principled").filter(|_| self.guided()).map(Casting::All);
        self.casting.or_else(usual).unwrap_or_default()
    }

    /// Who plays a party that no person plays.
    fn opponent(&self, party: PartyId) -> Strategy {
        let all = characters();
        let dealt = || {
            let first =
                Chance::new(self.seed).draw(Purpose::Temper, Round(0), PartyId(0), 0, all.len() as u64);
            // Three is no divisor of their number, so that no two parties have the same.
            all.get((usize::try_from(first).unwrap_or(0) + 3 * party.index()) % all.len().max(1))
        };
        let character = match self.casting() {
            Casting::Plain => None,
            Casting::Dealt => dealt(),
            Casting::All(character) => Some(character),
        };
        Strategy::Tier(self.difficulty, character)
    }
}

#[cfg(test)]
#[path = "choice_tests.rs"]
mod tests;
