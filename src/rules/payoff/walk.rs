//! Walking a payoff table: every allowed package in order, how many there are, and one by chance.

use super::{Bans, Factor, Payoff, Table, add};
use crate::rules::game::Game;

/// Steps into dead ends that a count takes for each package that it may count.
const STEPS: u64 = 8;

impl Table {
    /// Walks every allowed package in order: rows by axis, and payoff.
    pub fn for_each(&self, game: &Game, mut visit: impl FnMut(&[usize], &Payoff)) {
        self.for_each_placed(game, |_, rows, payoff| visit(rows, payoff));
    }

    /// The same with the place of each, as [`Table::index`] counts them.
    pub fn for_each_placed(&self, game: &Game, mut visit: impl FnMut(u64, &[usize], &Payoff)) {
        if self.axes.is_empty() {
            return;
        }
        let mut rows = vec![0; self.axes.len()];
        let mut sums: Vec<Vec<Payoff>> = self.axes.iter().map(|axis| vec![[0; 4]; axis.rows.len()]).collect();
        self.walk(game, 0, 0, &self.base, &mut rows, &mut sums, &mut visit);
    }

    /// Walks one axis and those below it. The sums of all its rows are made in one go, factor by
    /// factor, so that the innermost loop is nothing but additions.
    fn walk(
        &self,
        game: &Game,
        at: usize,
        place: u64,
        sum: &Payoff,
        rows: &mut [usize],
        sums: &mut [Vec<Payoff>],
        visit: &mut impl FnMut(u64, &[usize], &Payoff),
    ) {
        let Some((here, below)) = sums.split_first_mut() else { return };
        here.fill(*sum);
        for factor in &self.factors[at] {
            for (sum, cell) in here.iter_mut().zip(factor.row(rows)) {
                add(sum, cell);
            }
        }
        // In a space too large for places they mean nothing, and nobody asks for them.
        let first = place.wrapping_mul(here.len() as u64);
        for (row, sum) in here.iter().enumerate() {
            rows[at] = row;
            if !self.allows_at(game, at, rows) {
                continue;
            }
            let place = first.wrapping_add(row as u64);
            if below.is_empty() {
                visit(place, rows, sum);
            } else {
                self.walk(game, at + 1, place, sum, rows, below, visit);
            }
        }
    }

    /// How many packages the level allows; `None` if there are more than `most`, or if too many dead ends
    /// lie between them to tell.
    #[must_use]
    pub fn count(&self, game: &Game, most: u64) -> Option<u64> {
        if self.axes.is_empty() {
            return Some(0);
        }
        // From here on nothing is banned, so the rest is a product.
        let free = self.bans.iter().rposition(Bans::any).map_or(0, |last| last + 1);
        let rest = self.axes[free..].iter().map(|axis| axis.rows.len() as u64);
        let each = rest.fold(1, u64::saturating_mul);
        let mut rows = vec![0; self.axes.len()];
        let mut left = (most, most.saturating_mul(STEPS));
        self.count_from(game, (0, free), each, &mut rows, &mut left).then_some(most - left.0)
    }

    /// Counts below one axis; `left` is what may still be counted, and the steps. `false`: not enough of it.
    fn count_from(
        &self,
        game: &Game,
        (at, free): (usize, usize),
        each: u64,
        rows: &mut [usize],
        left: &mut (u64, u64),
    ) -> bool {
        if at == free {
            let enough = left.0 >= each;
            left.0 = left.0.saturating_sub(each);
            return enough;
        }
        for row in 0..self.axes[at].rows.len() {
            if left.1 == 0 {
                return false;
            }
            left.1 -= 1;
            rows[at] = row;
            if self.allows_at(game, at, rows) && !self.count_from(game, (at + 1, free), each, rows, left) {
                return false;
            }
        }
        true
    }

    /// An allowed choice of rows, drawn axis by axis; `below(n)` draws a number below n. `None` if it led
    /// into a dead end.
    pub fn pick(&self, game: &Game, below: &mut impl FnMut(usize) -> usize) -> Option<Vec<usize>> {
        let mut rows = vec![0; self.axes.len()];
        for (at, axis) in self.axes.iter().enumerate() {
            let count = axis.rows.len();
            let first = below(count);
            let row = (0..count).map(|step| (first + step) % count).find(|row| {
                rows[at] = *row;
                self.allows_at(game, at, &rows)
            });
            rows[at] = row?;
        }
        Some(rows)
    }

    /// A bound on a weighted sum of points: no package, allowed or not, weighs more.
    pub fn at_most(&self, weigh: impl Fn(&Payoff) -> i128) -> i128 {
        let most = |factor: &Factor| factor.cells.iter().map(&weigh).max().unwrap_or(0);
        weigh(&self.base) + self.factors.iter().flatten().map(most).sum::<i128>()
    }
}

/// Payoffs of packages asked for one after another: only the axes from the first that differs on are summed anew, so that next
/// to a walk over another table of the same axes each costs little more than a step of the walk.
#[derive(Clone, Debug)]
pub struct Cursor<'a> {
    table: &'a Table,
    rows: Vec<usize>,
    /// By axis: the sum of all that reads no deeper one.
    sums: Vec<Payoff>,
}

impl<'a> Cursor<'a> {
    /// A cursor that has summed nothing yet.
    #[must_use]
    pub fn new(table: &'a Table) -> Self {
        // No axis has such a row, so the first payoff is summed from the start.
        Self { table, rows: vec![usize::MAX; table.axes.len()], sums: vec![[0; 4]; table.axes.len()] }
    }

    /// The payoff of a choice of rows, as [`Table::payoff`] gives it.
    pub fn payoff(&mut self, rows: &[usize]) -> Payoff {
        let same = self.rows.iter().zip(rows).take_while(|(before, now)| before == now).count();
        let mut sum = same.checked_sub(1).map_or(self.table.base, |last| self.sums[last]);
        for axis in same..rows.len() {
            for factor in &self.table.factors[axis] {
                add(&mut sum, factor.cell(rows));
            }
            self.sums[axis] = sum;
        }
        self.rows[same..].copy_from_slice(&rows[same..]);
        sum
    }
}
