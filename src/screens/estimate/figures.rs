//! Points in figures: rounded, with their sign, and as a band where they are estimates.

use super::Band;
use crate::rules::game::Game;
use crate::rules::ids::{Centi, Points};
use crate::theme::Tone;
use crate::words::{self, Words};

/// Turns points of a level into figures.
#[derive(Clone, Copy, Debug)]
pub struct Figures<'a> {
    words: &'a Words,
    per_point: i64,
}

impl<'a> Figures<'a> {
    /// For the points of a game.
    #[must_use]
    pub fn new(words: &'a Words, game: &Game) -> Self {
        Self { words, per_point: game.level.per_point().max(1) }
    }

    fn hundredths(&self, points: Points) -> i64 {
        words::hundredths(points, self.per_point)
    }

    /// Whole points as hundredths, rounded to the nearest: an estimate knows no decimals.
    fn whole(&self, points: Points) -> i64 {
        let hundredths = self.hundredths(points);
        (hundredths + 50 * hundredths.signum()) / 100 * 100
    }

    /// A change, with its sign.
    #[must_use]
    pub fn change(&self, points: Points) -> String {
        words::signed(self.hundredths(points), "")
    }

    /// A total.
    #[must_use]
    pub fn total(&self, points: Points) -> String {
        words::points(self.hundredths(points))
    }

    /// A change that may be an estimate.
    #[must_use]
    pub fn change_in(&self, band: Band) -> String {
        if band.is_exact() {
            return self.change(band.low);
        }
        self.spread(words::signed(self.whole(band.middle()), ""), band)
    }

    /// A total that may be an estimate.
    #[must_use]
    pub fn total_in(&self, band: Band) -> String {
        if band.is_exact() {
            return self.total(band.low);
        }
        self.spread(words::points(self.whole(band.middle())), band)
    }

    /// A change that is a guess, in whole points.
    #[must_use]
    pub fn roughly(&self, points: Points) -> String {
        words::signed(self.whole(points), "")
    }

    /// Whether a change would show as nothing.
    #[must_use]
    pub fn is_nothing(&self, band: Band) -> bool {
        match band.is_exact() {
            true => self.total(band.low) == "0",
            false => self.whole(band.middle()) == 0 && self.whole(band.half()) == 0,
        }
    }

    fn spread(&self, middle: String, band: Band) -> String {
        let half = words::points(self.whole(band.half()));
        if half == "0" {
            return middle;
        }
        self.words.text("table-estimate", &[("middle", middle.into()), ("half", half.into())])
    }

    /// The share of a bar that some points fill, the bar running from `from` to `to`.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a bar is a few hundred pixels wide")]
    pub fn share(points: Points, from: Points, to: Points) -> f32 {
        let width = (to - from).max(1) as f32;
        ((points - from) as f32 / width).clamp(0.0, 1.0)
    }
}

/// Hundredths, as net, support and stocks are kept, as a figure.
#[must_use]
pub fn centi(value: Centi) -> String {
    words::points(value)
}

/// Whether a change that may be an estimate is welcome: plain where it may be either.
#[must_use]
pub fn tone_in(band: Band) -> Tone {
    match (band.low, band.high) {
        (0, 0) => Tone::Quiet,
        (0.., _) => Tone::Good,
        (_, ..=0) => Tone::Bad,
        _ => Tone::Plain,
    }
}

/// Chances in ten: never ten unless it is certain, never none unless it is ruled out.
#[must_use]
pub fn in_ten(passing: i64, all: i64) -> i64 {
    let all = all.max(1);
    match passing {
        ..=0 => 0,
        _ if passing >= all => 10,
        _ => (passing * 10 / all).clamp(1, 9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_never_rounded_to_certainty() {
        assert_eq!([in_ten(0, 9), in_ten(1, 99), in_ten(98, 99), in_ten(9, 9)], [0, 1, 9, 10]);
    }

    #[test]
    fn an_estimate_that_may_be_either_is_neither_good_nor_bad() {
        assert_eq!(tone_in(Band { low: -1, high: 2 }), Tone::Plain);
        assert_eq!(tone_in(Band { low: 0, high: 2 }), Tone::Good);
        assert_eq!(tone_in(Band { low: -2, high: 0 }), Tone::Bad);
        assert_eq!(tone_in(Band::exact(0)), Tone::Quiet);
    }
}
