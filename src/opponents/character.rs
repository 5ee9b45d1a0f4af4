//! Characters: how an opponent goes about it, whatever its difficulty. Each is a file in `assets/characters`; the voices are words.

use std::sync::OnceLock;

use serde::Deserialize;

/// How a character decides what to ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
pub(super) enum Recipe {
    /// It concedes with time.
    Curve,
    /// It asks for what it holds to be fair, and no more.
    Fair,
    /// It gives what it was given.
    Reciprocity,
    /// It goes down its own ranking as others make proposals.
    Ranks,
    /// It plays the game out in its head. Whatever its difficulty, it looks ahead.
    Search,
}

/// A character. Percent are whole numbers from 0 to 100, or as said.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Character {
    /// Version of the format.
    pub format: u32,
    /// Its name in commands and records.
    pub id: String,
    /// How it decides what to ask for.
    pub(super) recipe: Recipe,
    /// How late it concedes: the exponent of time, from and to, in thousandths.
    pub(super) curve: (i64, i64),
    /// For how much of the time with a partner it makes no first offer, in percent.
    pub(super) patience: i64,
    /// The least share of its ideal gain that it signs for, in thousandths.
    pub(super) floor: i64,
    /// What its own word weighs on it, in hundredths of a point for each round in which it still needs its name.
    pub(super) trust: i64,
    /// How much dearer each insult makes it, in thousandths of its ideal gain: an offer worse for it than no deal.
    pub(super) pride: i64,
    /// How much it says of what it wants: 100 all, 0 nothing, below 0 what is not so.
    pub(super) candour: i64,
    /// How much of what it is given within a round it gives back, in percent; more than 100 is generous.
    pub(super) warmth: i64,
    /// How much more standing weighs on it than its mandate says, in percent.
    pub(super) hunger: i64,
}

const FILES: [&str; 8] = [
    include_str!("../../assets/characters/patient.ron"),
    include_str!("../../assets/characters/deadline.ron"),
    include_str!("../../assets/characters/principled.ron"),
    include_str!("../../assets/characters/dealmaker.ron"),
    include_str!("../../assets/characters/wounded.ron"),
    include_str!("../../assets/characters/bluffer.ron"),
    include_str!("../../assets/characters/bookkeeper.ron"),
    include_str!("../../assets/characters/strategist.ron"),
];

/// All characters, in order.
#[must_use]
pub fn characters() -> &'static [Character] {
    static ALL: OnceLock<Vec<Character>> = OnceLock::new();
    // A test reads every file, so none is left out.
    ALL.get_or_init(|| FILES.iter().filter_map(|text| ron::from_str(text).ok()).collect())
}

impl Character {
    /// The character of a name.
    #[must_use]
    pub fn named(id: &str) -> Option<&'static Self> {
        characters().iter().find(|character| character.id == id)
    }

    /// The keys of its words: its name, what it is like, and how it talks.
    #[must_use]
    pub fn keys(&self) -> [String; 3] {
        ["", "-about", "-voice"].map(|end| format!("character-{}{end}", self.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_character() {
        for text in FILES {
            let character: Character = ron::from_str(text).unwrap();
            assert_eq!(character.format, 1);
            assert!(0 < character.curve.0 && character.curve.0 <= character.curve.1, "{}", character.id);
        }
        assert_eq!(characters().len(), 8);
    }
}
