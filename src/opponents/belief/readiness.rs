//! How ready a party may be to settle when some of the time has run.

use super::exp::logistic;
use super::weigh::SHORT;
use crate::opponents::aspiration::curve;

/// How steeply parties may be supposed to concede, in thousandths: nobody knows, so all count alike.
const CURVES: [i64; 4] = [700, 1500, 3000, 6000];

/// The share of what it could gain that a party wants even at the very end.
const WHIM: f64 = 0.1;

/// The shares of what could be gained that a party may aim at by now, one for each steepness.
///
/// They hang on nothing but the time, so they are found once and asked for package after package.
#[derive(Clone, Copy, Debug)]
pub(in crate::opponents) struct Readiness {
    pub(super) aims: [f64; 4],
}

impl Readiness {
    /// When a part of the time has run, in thousandths.
    #[must_use]
    pub(in crate::opponents) fn at(time: i64) -> Self {
        let aim = |steepness| f64::from(i32::try_from(1000 - curve(time, steepness)).unwrap_or(0)) / 1000.0;
        Self { aims: CURVES.map(aim) }
    }

    /// How likely it is that a party whose mandate is supposed takes what gives it some share of what it could gain.
    #[must_use]
    pub(super) fn takes(&self, share: f64) -> f64 {
        mean(self.aims.map(|aim| logistic(SHORT * (share - aim)))).clamp(0.02, 0.98)
    }

    /// The chance that a party takes what gives it some share of what it could gain, as one plans with it.
    #[must_use]
    pub(in crate::opponents) fn chance_to_take(&self, share: f64) -> f64 {
        self.takes(share - WHIM)
    }
}

fn mean(values: [f64; 4]) -> f64 {
    values.iter().sum::<f64>() / 4.0
}
