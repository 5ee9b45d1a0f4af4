//! How much an opponent asks for as time runs out. Whole numbers throughout, in thousandths.

use crate::rules::chance::{Chance, Purpose};
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, PartySet, Round, ThreatId};
use serde::{Deserialize, Serialize};

/// How hard an opponent is to move. It changes patience alone: never points, dice or what it knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Difficulty {
    /// Concedes early.
    Newcomer,
    /// Concedes as time runs out.
    #[default]
    Diplomat,
    /// Concedes late.
    Envoy,
}

impl Difficulty {
    /// All difficulties, the easiest first.
    pub const ALL: [Self; 3] = [Self::Newcomer, Self::Diplomat, Self::Envoy];

    /// Its name in records and commands.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Newcomer => "newcomer",
            Self::Diplomat => "diplomat",
            Self::Envoy => "envoy",
        }
    }

    /// The difficulty of that name.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|difficulty| difficulty.id() == id)
    }
}

/// What sets one opponent apart from another of the same difficulty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Temper {
    /// How late it concedes: the exponent of time, in thousandths; 1000 is a straight line.
    pub(super) steepness: i64,
    /// The least share of its ideal gain that it signs for, in thousandths.
    pub(super) floor: i64,
    /// What a broken word weighs on it for each round in which it still needs its name, in hundredths
    /// of a point; [`Self::in_units`] turns it into a level's points.
    pub(super) scruple: i64,
    /// Which threats it would make, as a draw of its own for each.
    seed: u64,
}

/// Chances in a hundred that it would make a threat that it has.
const BOLD: u64 = 30;

impl Temper {
    /// The temper that a seed gives.
    #[must_use]
    pub(super) fn drawn(seed: u64, difficulty: Difficulty) -> Self {
        let (low, high, floor) = match difficulty {
            Difficulty::Newcomer => (500, 1200, 40),
            Difficulty::Diplomat => (1100, 3500, 80),
            Difficulty::Envoy => (2500, 6000, 120),
        };
        let draw = Chance::new(seed).draw(Purpose::Temper, Round(1), PartyId(0), 0, high - low + 1);
        let steepness = i64::try_from(low + draw).unwrap_or(1000);
        let scruple = Chance::new(seed).draw(Purpose::Temper, Round(2), PartyId(0), 0, 250);
        Self { steepness, floor, scruple: 50 + i64::try_from(scruple).unwrap_or(0), seed }
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
