//! Games of coalitions: what each could have for itself, and how that may be divided. Two to four players.

use super::ratio::Ratio;
use crate::rules::ids::{PartyId, PartySet};

/// What every coalition can have for itself, v(S). v(∅) is 0.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Worths {
    players: usize,
    by_set: [i128; 16],
}

/// An allocation of v(N): one exact value for each player, in order.
pub type Allocation = Vec<Ratio>;

impl Worths {
    /// Worths of all non-empty coalitions of up to four players.
    #[must_use]
    pub fn new(players: usize, worth: impl Fn(PartySet) -> i128) -> Self {
        let players = players.min(crate::rules::ids::MAX_PARTIES);
        let mut by_set = [0; 16];
        for set in PartySet::first(players).subsets(1) {
            by_set[usize::from(set.bits()) & 15] = worth(set);
        }
        Self { players, by_set }
    }

    /// How many players.
    #[must_use]
    pub fn players(&self) -> usize {
        self.players
    }

    /// Everyone.
    #[must_use]
    pub fn everyone(&self) -> PartySet {
        PartySet::first(self.players)
    }

    /// v(S).
    #[must_use]
    pub fn of(&self, set: PartySet) -> i128 {
        self.by_set[usize::from(set.bits()) & 15]
    }
}

/// The Shapley value (1953): φᵢ = Σ over S without i of |S|!(n−|S|−1)!/n! · (v(S∪i) − v(S)).
#[must_use]
pub fn shapley(worths: &Worths) -> Allocation {
    let players = worths.players;
    let factorial = |n: usize| (1..=n as i128).product::<i128>();
    let share = |player: PartyId| {
        let others = worths.everyone().without(player).subsets(0);
        let sum: i128 = others
            .into_iter()
            .map(|set| {
                let orders = factorial(set.len()) * factorial(players - set.len() - 1);
                orders * (worths.of(set.with(player)) - worths.of(set))
            })
            .sum();
        Ratio::new(sum, factorial(players)).unwrap_or(Ratio::ZERO)
    };
    worths.everyone().iter().map(share).collect()
}
