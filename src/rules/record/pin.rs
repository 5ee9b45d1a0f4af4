//! A short number that locks a seat while several people share a screen.

use serde::{Deserialize, Serialize};

use crate::rules::edition::hex;
use crate::rules::ids::PartyId;

/// What a digest of a PIN is for, so that it is like no other digest.
const CONTEXT: &str = "rare-terms 2026 seat pin";

/// What a seat is locked with: a digest, so that the number itself is written nowhere. It keeps neighbours honest; whoever has the file can
/// try all numbers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pin(String);

impl Pin {
    /// The lock that a number makes for a party's seat in the game of a seed.
    #[must_use]
    pub fn new(digits: &str, party: PartyId, seed: u64) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key(CONTEXT);
        hasher.update(&seed.to_le_bytes()).update(&[party.0]).update(digits.as_bytes());
        Self(hex(&hasher.finalize().as_bytes()[..16]))
    }

    /// Whether a number opens it.
    #[must_use]
    pub fn opens(&self, digits: &str, party: PartyId, seed: u64) -> bool {
        *self == Self::new(digits, party, seed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_opens_its_own_seat_alone() {
        let pin = Pin::new("0042", PartyId(1), 7);
        assert!(pin.opens("0042", PartyId(1), 7));
        assert!(!pin.opens("42", PartyId(1), 7));
        assert!(!pin.opens("0042", PartyId(2), 7));
        assert!(!pin.opens("0042", PartyId(1), 8));
    }
}
