//! Keyed draws. A draw is a function of the seed and of what it is for, not of how many draws came
//! before it: a what-if changes nothing but what it changed.

use rand::Rng;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::ids::{PartyId, Round};

/// What a draw is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u32)]
pub enum Purpose {
    /// Which mandate a party gets.
    Mandate = 1,
    /// Whether an event happens.
    Happening = 2,
    /// How home support wanders.
    Support = 3,
    /// How a vote swings.
    Vote = 4,
    /// The temper of an AI opponent.
    Temper = 5,
    /// Whether a promise can be delivered.
    Delivery = 6,
}

/// The source of every draw of a game. It is in no view.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Chance {
    seed: u64,
}

impl Chance {
    /// The draws of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// A whole number from 0 to `below` − 1, each equally likely; 0 if `below` is 0.
    #[must_use]
    pub fn draw(&self, purpose: Purpose, round: Round, party: PartyId, count: u32, below: u64) -> u64 {
        if below == 0 {
            return 0;
        }
        // The key of the cipher is the key of the draw: no two draws share a stream.
        let mut key = [0u8; 32];
        key[0..8].copy_from_slice(&self.seed.to_le_bytes());
        key[8..12].copy_from_slice(&(purpose as u32).to_le_bytes());
        key[12..14].copy_from_slice(&round.0.to_le_bytes());
        key[14] = party.0;
        key[16..20].copy_from_slice(&count.to_le_bytes());
        let mut stream = ChaCha8Rng::from_seed(key);
        // Our own range, so that a library's change of method cannot change old replays.
        let fair = u64::MAX - u64::MAX % below;
        loop {
            let word = stream.next_u64();
            if word < fair {
                return word % below;
            }
        }
    }

    /// A whole number from −`size` to `size`, each equally likely.
    #[must_use]
    pub fn swing(&self, purpose: Purpose, round: Round, party: PartyId, count: u32, size: i64) -> i64 {
        let size = size.clamp(0, i64::from(u32::MAX));
        let below = size.unsigned_abs() * 2 + 1;
        let draw = self.draw(purpose, round, party, count, below);
        i64::try_from(draw).unwrap_or(size) - size
    }

    /// The seed of the draws that a party's opponent makes for itself, apart from the game's own.
    #[must_use]
    pub fn temper(&self, party: PartyId) -> u64 {
        self.draw(Purpose::Temper, Round(0), party, 0, u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_depends_on_its_key_alone() {
        let chance = Chance::new(7);
        let again = Chance::new(7);
        let first = chance.draw(Purpose::Vote, Round(3), PartyId(1), 0, 1000);
        let _another = chance.draw(Purpose::Vote, Round(3), PartyId(1), 1, 1000);
        assert_eq!(first, again.draw(Purpose::Vote, Round(3), PartyId(1), 0, 1000));
    }

    /// These numbers must never change: saved games depend on them.
    #[test]
    fn draws_are_stable() {
        let chance = Chance::new(2025);
        let draws: Vec<u64> =
            (0..6).map(|count| chance.draw(Purpose::Happening, Round(2), PartyId(0), count, 100)).collect();
        assert_eq!(draws, [28, 50, 10, 60, 65, 73]);
    }

    #[test]
    fn a_swing_reaches_both_ends_and_no_further() {
        let chance = Chance::new(1);
        let swings: Vec<i64> =
            (0..200).map(|count| chance.swing(Purpose::Vote, Round(1), PartyId(0), count, 3)).collect();
        assert_eq!(swings.iter().min(), Some(&-3));
        assert_eq!(swings.iter().max(), Some(&3));
    }
}
