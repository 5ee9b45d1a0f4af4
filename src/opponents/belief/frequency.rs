//! What a party may want where nobody knows in what form it wants anything: how often it has asked for each option.
//!
//! An issue weighs the more, the more often its party asked for the same option of it twice in a row, early most. An option
//! is worth what it was asked for, against the option asked for most.

use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId};
use crate::rules::package::Package;

/// What one party has asked for.
#[derive(Clone, PartialEq, Debug)]
pub struct Frequency {
    /// By issue; they sum to 1.
    weights: Vec<f64>,
    /// How often each option was asked for.
    counts: Vec<Vec<u32>>,
    last: Option<Package>,
}

/// What a weight gains when an option is asked for again, at the very beginning.
const RISE: f64 = 0.1;

impl Frequency {
    pub(in crate::opponents) fn new(game: &Game) -> Self {
        let issues = game.level.issues.len();
        Self {
            weights: vec![1.0 / f64::from(u32::try_from(issues.max(1)).unwrap_or(1)); issues],
            counts: game.level.issues.iter().map(|issue| vec![0; issue.options.len()]).collect(),
            last: None,
        }
    }

    /// Takes in a package that the party put, at a time from 0 to 1.
    pub(in crate::opponents) fn note(&mut self, package: &Package, time: f64) {
        for (issue, option) in package.terms() {
            if self.last.as_ref().and_then(|last| last.option(issue)) == Some(option) {
                self.weights[issue.index()] += RISE * (1.0 - time);
            }
            if let Some(count) = self.counts[issue.index()].get_mut(option.index()) {
                *count += 1;
            }
        }
        let sum: f64 = self.weights.iter().sum();
        self.weights.iter_mut().for_each(|weight| *weight /= sum);
        self.last = Some(package.clone());
    }

    /// What an option of an issue is supposed to be worth, weight included.
    #[must_use]
    pub fn worth(&self, issue: IssueId, option: OptionId) -> f64 {
        let counts = &self.counts[issue.index()];
        let most = f64::from(counts.iter().copied().max().unwrap_or(0).max(1));
        // Flattened: what was asked for once is far from worthless beside what was asked for ten times.
        let share = f64::from(counts.get(option.index()).copied().unwrap_or(0)) / most;
        self.weights[issue.index()] * share.sqrt().sqrt()
    }
}
