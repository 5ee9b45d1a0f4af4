//! What is done where there are too many packages to look at all of them.
//!
//! The search is the same every time. It draws packages evenly, then climbs from some of them: one issue at a time
//! moves to the option that is best by a weighted sum of points, or by the smallest gain of any party, until no single
//! issue improves it. The packages on the way are looked at like all packages are where there are few. What it finds may not
//! be the best; [`Bound`] says what cannot be beaten.

use super::sieve::DIRECTIONS;
use crate::rules::game::Game;
use crate::rules::ids::Points;
use crate::rules::payoff::{Payoff, Table};

/// Packages drawn.
const DRAWN: usize = 20_000;

/// Payoffs worked out while climbing, over all climbs.
const STEPS: usize = 400_000;

/// Climbs in each direction.
const CLIMBS: usize = 4;

/// What no package can beat. Every part of the score is taken at its best, whether or not these go together, so no
/// package needs to reach it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bound {
    /// The most that each party could have, in score units; 0 for parties that do not sign.
    pub most: Payoff,
    /// The most that all who sign could have together, in score units.
    pub together: Points,
}

/// A package that the search came by: its rows by axis, and its payoff.
pub(super) type Found = (Vec<usize>, Payoff);

/// What a climb goes by.
enum Aim {
    /// A sum with these weights.
    Sum([i64; 4]),
    /// The smallest gain, as a part of what the party could gain at most.
    Smallest,
}

/// Searches a table for packages that are good for the parties of some slots.
pub(super) fn search(game: &Game, table: &Table, slots: &[usize], floor: &Payoff) -> (Bound, Vec<Found>) {
    let whole = |value: i128| Points::try_from(value).unwrap_or(Points::MAX);
    let mut bound = Bound { most: [0; 4], together: 0 };
    let mut range = [1i128; 4];
    for slot in slots {
        bound.most[*slot] = whole(table.at_most(|payoff| i128::from(payoff[*slot])));
        let least = -table.at_most(|payoff| -i128::from(payoff[*slot]));
        range[*slot] = (i128::from(bound.most[*slot]) - least).max(1);
    }
    let sum = |payoff: &Payoff| slots.iter().map(|slot| i128::from(payoff[*slot])).sum::<i128>();
    bound.together = whole(table.at_most(sum));

    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut found: Vec<Found> = Vec::new();
    for _ in 0..DRAWN {
        if let Some(rows) = table.pick(game, &mut |count| dice.below(count)) {
            let payoff = table.payoff(&rows);
            found.push((rows, payoff));
        }
    }
    let aims = DIRECTIONS.iter().map(|weights| Aim::Sum(*weights)).chain([Aim::Smallest]);
    let part = |payoff: &Payoff, slot: usize| {
        (i128::from(payoff[slot]) - i128::from(floor[slot])) * (1 << 40) / range[slot]
    };
    let mut steps = STEPS;
    let drawn = found.len();
    for (number, aim) in aims.enumerate() {
        let worth = |payoff: &Payoff| -> (i128, i128) {
            let parts = slots.iter().map(|slot| part(payoff, *slot));
            match &aim {
                Aim::Sum(weights) => {
                    let weighed = parts.zip(weights).map(|(part, weight)| part * i128::from(*weight));
                    (weighed.sum(), 0)
                }
                Aim::Smallest => (parts.clone().min().unwrap_or(0), parts.sum()),
            }
        };
        for climb in 0..CLIMBS {
            if drawn == 0 {
                break;
            }
            let start = found[(number * CLIMBS + climb) * 7919 % drawn].0.clone();
            climb_from(game, table, start, &worth, &mut steps, &mut found);
        }
    }
    let untouched = table.untouched();
    found.retain(|(rows, _)| *rows != untouched);
    found.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    found.dedup_by(|a, b| a.0 == b.0);
    (bound, found)
}

/// Moves one issue at a time to its best option, until none improves the package.
fn climb_from(
    game: &Game,
    table: &Table,
    mut rows: Vec<usize>,
    worth: &impl Fn(&Payoff) -> (i128, i128),
    steps: &mut usize,
    found: &mut Vec<Found>,
) {
    let mut best = worth(&table.payoff(&rows));
    let mut moved = true;
    while moved && *steps > 0 {
        moved = false;
        for axis in 0..rows.len() {
            let now = rows[axis];
            let mut pick = now;
            for row in (0..table.axes[axis].rows.len()).filter(|row| *row != now) {
                rows[axis] = row;
                *steps = steps.saturating_sub(1);
                if *steps > 0 && table.allows(game, &rows) {
                    let payoff = table.payoff(&rows);
                    let value = worth(&payoff);
                    if value > best {
                        (best, pick, moved) = (value, row, true);
                        found.push((rows.clone(), payoff));
                    }
                }
            }
            rows[axis] = pick;
        }
    }
}

/// Even numbers, the same every time (a linear congruence by Knuth, its upper half).
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let scaled = (u128::from(self.0 >> 32) * count as u128) >> 32;
        usize::try_from(scaled).unwrap_or(0)
    }
}
