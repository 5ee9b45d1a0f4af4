//! Reference strategies, to measure others by: they know nothing about anyone, and follow one rule each.

use super::aspiration::{Difficulty, Temper};
use super::character::Recipe;
use super::negotiator::Negotiator;

/// A strategy of the literature. None signs below its no-deal value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reference {
    /// Concedes with the fourth power of time.
    Boulware,
    /// Concedes evenly.
    Linear,
    /// Concedes at once.
    Conceder,
    /// Minimal concessions (MiCRO, de Jonge 2022), its ranks scaled to the deadline: it puts the next packages of its own
    /// ranking when all others have made as many proposals.
    Micro,
}

impl Reference {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Boulware, Self::Linear, Self::Conceder, Self::Micro];

    /// Its name in commands.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Boulware => "boulware",
            Self::Linear => "linear",
            Self::Conceder => "conceder",
            Self::Micro => "micro",
        }
    }

    /// An opponent that plays so.
    #[must_use]
    pub(super) fn opponent(self, seed: u64) -> Negotiator {
        let steepness = match self {
            Self::Boulware => 4000,
            Self::Linear | Self::Micro => 1000,
            Self::Conceder => 250,
        };
        let recipe = if self == Self::Micro { Recipe::Ranks } else { Recipe::Curve };
        let plain = Temper::drawn(seed, Difficulty::Newcomer, None);
        Negotiator::with(Temper { recipe, steepness, ..plain })
    }
}
