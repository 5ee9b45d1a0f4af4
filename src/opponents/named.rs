//! Opponents by name: `envoy`, `envoy:patient`, `boulware`. A record names them so.

use super::Opponent;
use super::aspiration::{Difficulty, over_stops};
use super::character::{Character, Recipe, characters};
use super::negotiator::Negotiator;
use super::reference::Reference;
use super::strategist::{BUDGET, Strategist};

/// Who plays, by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Strategy {
    /// An opponent of a difficulty. Without a character its seed draws what sets it apart.
    Tier(Difficulty, Option<&'static Character>),
    /// A reference, to measure by.
    Reference(Reference),
}

impl Default for Strategy {
    fn default() -> Self {
        Self::Tier(Difficulty::default(), None)
    }
}

impl From<Difficulty> for Strategy {
    fn from(difficulty: Difficulty) -> Self {
        Self::Tier(difficulty, None)
    }
}

impl Strategy {
    /// The strategy of a name: a difficulty, a difficulty and a character with a colon between, or a reference.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        if let Some((tier, character)) = id.split_once(':') {
            return Some(Self::Tier(Difficulty::named(tier)?, Some(Character::named(character)?)));
        }
        let reference = Reference::ALL.into_iter().find(|reference| reference.id() == id);
        Difficulty::named(id).map(Self::from).or(reference.map(Self::Reference))
    }

    /// Its name.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Tier(difficulty, None) => difficulty.id().to_owned(),
            Self::Tier(difficulty, Some(character)) => format!("{}:{}", difficulty.id(), character.id),
            Self::Reference(reference) => reference.id().to_owned(),
        }
    }

    /// The names that there are: difficulties, references, and each difficulty with each character.
    #[must_use]
    pub fn names() -> Vec<String> {
        let tiers = Difficulty::ALL.into_iter().map(Self::from);
        let references = Reference::ALL.into_iter().map(Self::Reference);
        let pairs = Difficulty::ALL
            .into_iter()
            .flat_map(|tier| characters().iter().map(move |character| Self::Tier(tier, Some(character))));
        tiers.chain(references).chain(pairs).map(Self::id).collect()
    }

    /// How late it concedes, in thousandths, and whether it models the others, where it does nothing but make offers and answer them as
    /// time runs; `None` for those that do more.
    pub(super) fn bids(self, seed: u64, rounds: usize) -> Option<(i64, bool)> {
        let negotiator = match self {
            Self::Tier(difficulty, character) => Negotiator::new(seed, difficulty, character),
            Self::Reference(reference) => reference.opponent(seed),
        };
        let temper = negotiator.temper();
        let steepness = if temper.models() { over_stops(&temper, rounds) } else { temper.steepness };
        (temper.recipe == Recipe::Curve && !self.looks_ahead()).then(|| (steepness, temper.models()))
    }

    /// Whether it plays games out in its head before it moves.
    #[must_use]
    pub fn looks_ahead(self) -> bool {
        let search = |character: &Character| character.recipe == Recipe::Search;
        matches!(self, Self::Tier(tier, character) if tier == Difficulty::Strategist || character.is_some_and(search))
    }

    /// An opponent with the temper that a seed gives.
    #[must_use]
    pub fn opponent(self, seed: u64) -> Box<dyn Opponent> {
        self.opponent_within(seed, BUDGET)
    }

    /// The same; those who look ahead play out no more than so many games for a command.
    #[must_use]
    pub fn opponent_within(self, seed: u64, budget: u32) -> Box<dyn Opponent> {
        match self {
            Self::Tier(difficulty, character) => {
                let negotiator = Negotiator::new(seed, difficulty, character);
                match self.looks_ahead() {
                    true => Box::new(Strategist::new(negotiator, budget)),
                    false => Box::new(negotiator),
                }
            }
            Self::Reference(reference) => Box::new(reference.opponent(seed)),
        }
    }
}
