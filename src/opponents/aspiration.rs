//! How much an opponent asks for as time runs out. Whole numbers throughout, in thousandths.

use super::character::{Character, Recipe};
use crate::rules::chance::{Chance, Purpose};
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, PartySet, Round, ThreatId};
use serde::{Deserialize, Serialize};

/// What an opponent knows, how far it looks and how well it models the others: never points, dice or hidden bonuses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub enum Difficulty {
    /// Concedes evenly, and looks at nothing but its own figures.
    Newcomer,
    /// Concedes as time runs out, and offers what it believes best for both.
    #[default]
    Diplomat,
    /// Concedes late, and knows that the last word counts.
    Envoy,
    /// Plays the game out in its head before it moves.
    Strategist,
}

impl Difficulty {
    /// All difficulties, the easiest first.
    pub const ALL: [Self; 4] = [Self::Newcomer, Self::Diplomat, Self::Envoy, Self::Strategist];

    /// Its name in records and commands.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Newcomer => "newcomer",
            Self::Diplomat => "diplomat",
            Self::Envoy => "envoy",
            Self::Strategist => "strategist",
        }
    }

    /// The difficulty of that name.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|difficulty| difficulty.id() == id)
    }
}

/// What sets one opponent apart from another: its difficulty, its character, and what its seed draws within both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Temper {
    pub(super) difficulty: Difficulty,
    pub(super) recipe: Recipe,
    /// How late it concedes: the exponent of time, in thousandths; 1000 is a straight line.
    pub(super) steepness: i64,
    /// The least share of its ideal gain that it signs for, in thousandths.
    pub(super) floor: i64,
    /// What a broken word weighs on it for each round in which it still needs its name, in hundredths
    /// of a point; [`Self::in_units`] turns it into a level's points.
    pub(super) scruple: i64,
    /// For how much of the time with a partner it makes no first offer, in thousandths.
    pub(super) patience: i64,
    /// How much dearer an insult makes it, in thousandths of its ideal gain.
    pub(super) pride: i64,
    /// How much it says of what it wants; below 0 what is not so.
    pub(super) candour: i64,
    /// How much of what it is given within a round it gives back, in percent.
    pub(super) warmth: i64,
    /// How much more standing weighs on it than its mandate says, in percent.
    pub(super) hunger: i64,
    /// Whether it looks at nothing but its own figures.
    pub(super) blind: bool,
    /// Which threats it would make, as a draw of its own for each.
    pub(super) seed: u64,
}

/// Chances in a hundred that it would make a threat that it has.
const BOLD: u64 = 30;

impl Temper {
    /// The temper that a seed gives.
    #[must_use]
    pub(super) fn drawn(seed: u64, difficulty: Difficulty, character: Option<&Character>) -> Self {
        let (low, high, floor) = match (character, difficulty) {
            (Some(character), _) => (character.curve.0, character.curve.1, character.floor),
            (None, Difficulty::Newcomer) => (1000, 1000, 0),
            (None, Difficulty::Diplomat) => (1100, 3500, 80),
            (None, Difficulty::Envoy | Difficulty::Strategist) => (1500, 3500, 60),
        };
        let draw = |round: u16, below: i64| {
            let below = u64::try_from(below).unwrap_or(1);
            let draw = Chance::new(seed).draw(Purpose::Temper, Round(round), PartyId(0), 0, below);
            i64::try_from(draw).unwrap_or(0)
        };
        let plainly = difficulty == Difficulty::Newcomer;
        let plain = Self {
            difficulty,
            recipe: Recipe::Curve,
            steepness: low + draw(1, high - low + 1),
            floor,
            scruple: 50 + draw(2, 250),
            patience: 0,
            pride: 0,
            candour: if plainly { 0 } else { 50 },
            warmth: if plainly { 0 } else { 100 },
            hunger: 0,
            blind: plainly,
            seed,
        };
        let Some(character) = character else { return plain };
        Self {
            recipe: character.recipe,
            scruple: character.trust,
            patience: character.patience * 10,
            pride: character.pride,
            candour: character.candour,
            warmth: character.warmth,
            hunger: character.hunger,
            ..plain
        }
    }

    /// The same with its scruple in a level's points.
    #[must_use]
    pub(super) fn in_units(self, game: &Game) -> Self {
        Self { scruple: self.scruple * game.level.per_point() / 100, ..self }
    }

    /// Whether it would make a threat.
    #[must_use]
    pub(super) fn bold(&self, threat: ThreatId) -> bool {
        let count = u32::from(threat.0);
        Chance::new(self.seed).draw(Purpose::Temper, Round(3), PartyId(0), count, 100) < BOLD
    }

    /// Whether it models the others, and offers what it believes best for both.
    #[must_use]
    pub(super) fn models(&self) -> bool {
        self.difficulty >= Difficulty::Diplomat
    }

    /// Whether it makes the most of the last word.
    #[must_use]
    pub(super) fn ends_well(&self) -> bool {
        self.difficulty >= Difficulty::Envoy
    }
}

/// A temper's steepness for partners who meet at some number of stops. Who meets often need not give much early, and who meets once has to:
/// the curve becomes steeper with each doubling, or, for those who make the most of the last word, with each stop.
#[must_use]
pub(super) fn over_stops(temper: &Temper, stops: usize) -> i64 {
    let stops = stops.max(2);
    let times = if temper.ends_well() { stops - 1 } else { stops.ilog2() as usize };
    temper.steepness * i64::try_from(times).unwrap_or(1)
}

/// At how many stops some parties meet.
#[must_use]
pub(super) fn stops(game: &Game, parties: PartySet) -> usize {
    (1..=game.level.last_round().0).filter(|r| game.seating(Round(*r), parties).is_some()).count()
}

/// Time to the power of a steepness, both in thousandths. Between whole powers it runs straight.
#[must_use]
pub(super) fn curve(time: i64, steepness: i64) -> i64 {
    let time = time.clamp(0, 1000);
    let power = |exponent: i64| (0..exponent).fold(1000, |value, _| value * time / 1000);
    let (whole, rest) = (steepness / 1000, steepness % 1000);
    let (low, high) = (power(whole), power(whole + 1));
    low + (high - low) * rest / 1000
}

/// The rounds after the last shared stop, in which cables may be signed, count together as this
/// share of a stop, in thousandths: what is left for a cable carries no backing and fewer votes.
const CABLES: i64 = 700;

/// How much of the time with some partners has run, now and at the next chance to sign, in thousandths.
///
/// Shared stops count evenly.
#[must_use]
pub(super) fn time_with(game: &Game, round: Round, parties: PartySet) -> (i64, i64) {
    let last = game.level.last_round();
    let stops: Vec<Round> = (1..=last.0).map(Round).filter(|r| game.seating(*r, parties).is_some()).collect();
    let count = |n: usize| i64::try_from(n).unwrap_or(1) * 1000;
    let final_stop = stops.last().copied().unwrap_or(Round(0));
    let after = i64::from(final_stop.until(last));
    let whole = count(stops.len()) + if after > 0 { CABLES } else { 0 };
    let time = |round: Round| {
        let reached = count(stops.iter().filter(|stop| **stop <= round).count());
        let cables = if after > 0 { CABLES * i64::from(final_stop.until(round)) / after } else { 0 };
        ((reached + cables) * 1000 / whole.max(1)).min(1000)
    };
    let now = time(round);
    let next = (round.0 + 1..=last.0).map(|r| time(Round(r))).find(|t| *t > now).unwrap_or(1000);
    (now, next)
}

#[cfg(test)]
mod tests {
    use super::curve;

    #[test]
    fn the_curve_runs_from_nothing_to_all() {
        for steepness in [500, 1000, 1500, 3000] {
            assert_eq!(curve(1000, steepness), 1000);
            assert!(curve(500, steepness) <= curve(700, steepness));
        }
        assert_eq!(curve(500, 1000), 500);
        assert_eq!(curve(500, 2000), 250);
    }
}
