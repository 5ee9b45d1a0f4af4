//! The payoff table: the projected final score of every package for every party.
//!
//! It is a sum of factors over one to three issues each, compiled from a standpoint for the parties
//! who would sign. The analysis enumerates it, opponents search it and the screen shows it.

mod compile;
mod walk;

pub use walk::Cursor;

use super::game::Game;
use super::ids::{IssueId, OptionId, PartySet, Points};
use super::legal::check_issue;
use super::level::Constraint;
use super::package::Package;
use super::position::Position;
use super::projection::Row;

/// Points of up to four parties; places beyond the level's parties are 0.
pub type Payoff = [Points; 4];

/// Most packages that are enumerated one by one.
pub const EXACT_LIMIT: u64 = 2_000_000;

/// An issue that the table's packages may set.
#[derive(Clone, Debug)]
pub struct Axis {
    /// Which.
    pub issue: IssueId,
    /// What a package may do with it: every option, and leaving it alone where that differs.
    pub rows: Vec<Row>,
}

/// A part of the score that depends on up to three axes.
#[derive(Clone, Debug)]
struct Factor {
    axes: Vec<(usize, usize)>,
    cells: Vec<Payoff>,
}

/// What no package of the table may do, kept with an axis that it reads.
#[derive(Clone, Default, Debug)]
struct Bans {
    /// Break one of these constraints of the level. It can be broken before all of its issues are chosen.
    constraints: Vec<usize>,
    /// Pick a row that is marked; empty where none is.
    rows: Vec<bool>,
}

/// The projected final score of every package that some parties could sign.
#[derive(Clone, Debug)]
pub struct Table {
    /// Who would sign.
    pub parties: PartySet,
    /// What they could set, in the level's order; packages count row-major, the last axis fastest.
    pub axes: Vec<Axis>,
    base: Payoff,
    /// By the deepest axis that they read.
    factors: Vec<Vec<Factor>>,
    /// By axis.
    bans: Vec<Bans>,
    /// What is in force for issues that are no axis, and the row index by issue.
    in_force: Vec<OptionId>,
    axis_of: Vec<Option<usize>>,
}

impl Bans {
    fn any(&self) -> bool {
        !self.constraints.is_empty() || self.rows.contains(&true)
    }
}

impl Axis {
    /// The option that a row leaves in force.
    pub(crate) fn outcome(&self, row: usize, in_force: &[OptionId]) -> OptionId {
        match self.rows[row] {
            Row::Set(option) => option,
            Row::Alone => in_force[self.issue.index()],
        }
    }
}

impl Table {
    /// Packages of the table, allowed or not: the size of the space that [`Self::for_each`] walks.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.axes
            .iter()
            .try_fold(1u64, |size, axis| size.checked_mul(axis.rows.len() as u64))
            .unwrap_or(u64::MAX)
    }

    /// Rules out every option that is not wanted; what is in force may always stay.
    pub fn keep_rows(&mut self, wanted: impl Fn(IssueId, OptionId) -> bool) {
        for (axis, bans) in self.axes.iter().zip(&mut self.bans) {
            bans.rows.resize(axis.rows.len(), false);
            for (set, banned) in axis.rows.iter().zip(&mut bans.rows) {
                if let Row::Set(option) = *set {
                    let stays = option == self.in_force[axis.issue.index()];
                    *banned |= !stays && !wanted(axis.issue, option);
                }
            }
        }
    }

    /// Whether a choice of rows picks none that [`Self::keep_rows`] ruled out.
    #[must_use]
    pub fn keeps(&self, rows: &[usize]) -> bool {
        !self.bans.iter().zip(rows).any(|(bans, row)| bans.rows.get(*row) == Some(&true))
    }

    /// The place of a choice of rows, counted row-major over all choices, allowed or not.
    #[must_use]
    pub fn index(&self, rows: &[usize]) -> u64 {
        self.axes.iter().zip(rows).fold(0, |index, (axis, row)| index * axis.rows.len() as u64 + *row as u64)
    }

    /// The choice of rows at a place.
    #[must_use]
    pub fn rows_at(&self, index: u64) -> Vec<usize> {
        let mut rows = vec![0; self.axes.len()];
        self.rows_into(index, &mut rows);
        rows
    }

    /// Writes the choice of rows at a place into a slice of one row for each axis.
    pub fn rows_into(&self, index: u64, rows: &mut [usize]) {
        let mut rest = index;
        for (axis, row) in self.axes.iter().zip(rows).rev() {
            let count = axis.rows.len() as u64;
            *row = usize::try_from(rest % count).unwrap_or(0);
            rest /= count;
        }
    }

    /// The payoff of one choice of rows, by axis.
    #[must_use]
    pub fn payoff(&self, rows: &[usize]) -> Payoff {
        let mut payoff = self.base;
        for factor in self.factors.iter().flatten() {
            add(&mut payoff, factor.cell(rows));
        }
        payoff
    }

    /// The package of a choice of rows. What stays as it is, is not set.
    #[must_use]
    pub fn package(&self, rows: &[usize]) -> Package {
        self.axes
            .iter()
            .zip(rows)
            .filter_map(|(axis, row)| match axis.rows[*row] {
                Row::Set(option) if !self.leaves(axis, *row) => Some((axis.issue, option)),
                _ => None,
            })
            .collect()
    }

    /// The option that a row of an axis leaves in force.
    pub(crate) fn outcome(&self, axis: &Axis, row: usize) -> OptionId {
        axis.outcome(row, &self.in_force)
    }

    /// Whether a row of an axis leaves its issue as it is.
    pub(crate) fn leaves(&self, axis: &Axis, row: usize) -> bool {
        match axis.rows[row] {
            Row::Alone => true,
            Row::Set(option) => {
                option == self.in_force[axis.issue.index()] && !axis.rows.contains(&Row::Alone)
            }
        }
    }

    /// The choice of rows that leaves everything alone.
    #[must_use]
    pub fn untouched(&self) -> Vec<usize> {
        self.rows_of(&Package::empty())
    }

    /// The choice of rows of a package; issues that are no axis are passed over.
    #[must_use]
    pub fn rows_of(&self, package: &Package) -> Vec<usize> {
        self.axes
            .iter()
            .map(|axis| {
                let alone = axis.rows.iter().position(|r| *r == Row::Alone);
                let now = self.in_force[axis.issue.index()];
                let wanted = match package.option(axis.issue) {
                    Some(option) => Row::Set(option),
                    None if alone.is_some() => Row::Alone,
                    None => Row::Set(now),
                };
                axis.rows.iter().position(|r| *r == wanted).unwrap_or(0)
            })
            .collect()
    }

    /// Whether the level allows a choice of rows.
    #[must_use]
    pub fn allows(&self, game: &Game, rows: &[usize]) -> bool {
        (0..self.bans.len()).all(|at| self.allows_at(game, at, rows))
    }

    /// Whether the rows up to an axis break no ban that is kept there. Issues of deeper axes count as
    /// not yet touched.
    fn allows_at(&self, game: &Game, at: usize, rows: &[usize]) -> bool {
        let bans = &self.bans[at];
        if bans.rows.get(rows[at]).is_some_and(|banned| *banned) {
            return false;
        }
        let outcome = |issue: IssueId| match self.axis_of[issue.index()] {
            Some(axis) if axis > at => game.level.issue(issue).start,
            Some(axis) => self.axes[axis].outcome(rows[axis], &self.in_force),
            None => self.in_force[issue.index()],
        };
        let chosen = |issue: IssueId| self.axis_of[issue.index()].is_none_or(|axis| axis <= at);
        bans.constraints.iter().all(|index| match &game.level.constraints[*index] {
            // Of options that hold together only those of chosen issues can say anything yet.
            Constraint::Together(terms) => {
                let chosen = terms.iter().filter(|(issue, _)| chosen(*issue));
                let mut held = chosen.map(|(issue, wanted)| outcome(*issue) == *wanted);
                let first = held.next();
                first.is_none_or(|first| held.all(|held| held == first))
            }
            exclusive @ Constraint::Exclusive(_) => exclusive.allows(&game.level, outcome),
        })
    }
}

impl Factor {
    fn cell(&self, rows: &[usize]) -> &Payoff {
        let index: usize = self.axes.iter().map(|(axis, stride)| rows[*axis] * stride).sum();
        &self.cells[index]
    }

    /// The cells of all rows of its deepest axis, for a choice of rows of the others.
    fn row(&self, rows: &[usize]) -> &[Payoff] {
        let outer = &self.axes[..self.axes.len().saturating_sub(1)];
        let start: usize = outer.iter().map(|(axis, stride)| rows[*axis] * stride).sum();
        &self.cells[start..]
    }
}

fn add(sum: &mut Payoff, more: &Payoff) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum += more;
    }
}

/// The issues that some parties could settle now, by what a position knows.
#[must_use]
pub fn open_issues(game: &Game, at: &Position, parties: PartySet) -> Vec<IssueId> {
    game.level.issue_ids().filter(|i| check_issue(game, at, parties, *i).is_ok()).collect()
}
