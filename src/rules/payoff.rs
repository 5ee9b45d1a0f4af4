//! The payoff table: the projected final score of every package for every party.
//!
//! It is a sum of factors over one to three issues each, compiled from a standpoint for the parties
//! who would sign. The analysis enumerates it, opponents search it and the screen shows it.

mod walk;

use super::game::Game;
use super::ids::{IssueId, OptionId, PartySet, Points};
use super::legal::check_issue;
use super::level::Constraint;
use super::package::Package;
use super::position::Position;
use super::projection::{Projection, Row};
use super::standpoint::Standpoint;

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

/// What no package of the table may do, kept with the deepest axis that it reads.
#[derive(Clone, Copy, Debug)]
enum Ban {
    /// Tear apart what a constraint of the level holds together.
    Constraint(usize),
    /// Pick this row of the axis.
    Row(usize),
}

/// The projected final score of every package that some parties could sign.
#[derive(Clone, Debug)]
pub struct Table {
    /// Who would sign.
    pub parties: PartySet,
    /// What they could set, in the level's order; packages count row-major, the last axis fastest.
    pub axes: Vec<Axis>,
    base: Payoff,
    /// Factors and bans by the deepest axis that they read.
    factors: Vec<Vec<Factor>>,
    bans: Vec<Vec<Ban>>,
    /// What is in force for issues that are no axis, and the row index by issue.
    in_force: Vec<OptionId>,
    axis_of: Vec<Option<usize>>,
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
    /// Compiles the table of all issues that these parties could ever settle between them.
    #[must_use]
    pub fn whole(standpoint: &Standpoint<'_>, parties: PartySet) -> Self {
        let game = standpoint.game;
        let issues = game.issue_ids().filter(|i| parties.covers(game.level.issue(*i).consent));
        Self::compile(standpoint, parties, issues)
    }

    /// Compiles the table of the issues that these parties could settle now.
    #[must_use]
    pub fn open(standpoint: &Standpoint<'_>, parties: PartySet) -> Self {
        Self::compile(standpoint, parties, open_issues(standpoint.game, standpoint.at, parties).into_iter())
    }

    /// Compiles the table of some issues, all else following its path.
    pub fn compile(
        standpoint: &Standpoint<'_>,
        parties: PartySet,
        issues: impl Iterator<Item = IssueId>,
    ) -> Self {
        Self::compiled(standpoint, parties, issues, false)
    }

    /// The same, with what is feared to be lost of promises taken off, as every appraisal does.
    pub fn doubting(
        standpoint: &Standpoint<'_>,
        parties: PartySet,
        issues: impl Iterator<Item = IssueId>,
    ) -> Self {
        Self::compiled(standpoint, parties, issues, true)
    }

    fn compiled(
        standpoint: &Standpoint<'_>,
        parties: PartySet,
        issues: impl Iterator<Item = IssueId>,
        doubts: bool,
    ) -> Self {
        let Standpoint { game, at, .. } = *standpoint;
        let projection = standpoint.projection(parties);
        let axes: Vec<Axis> = issues.map(|issue| Axis { issue, rows: rows(&projection, issue) }).collect();
        let mut axis_of = vec![None; game.level.issues.len()];
        for (index, axis) in axes.iter().enumerate() {
            axis_of[axis.issue.index()] = Some(index);
        }
        let mut table = Self {
            parties,
            base: projection.booked(&standpoint.percent),
            factors: vec![Vec::new(); axes.len()],
            bans: vec![Vec::new(); axes.len()],
            in_force: at.in_force.clone(),
            axes,
            axis_of,
        };
        table.add_factors(standpoint, &projection, doubts);
        table.add_bans(game);
        table
    }

    fn add_factors(&mut self, standpoint: &Standpoint<'_>, projection: &Projection<'_>, doubts: bool) {
        let without = standpoint.projection(PartySet::NONE);
        for part in &projection.game.parts {
            let doubt = part.kind.is_doubt();
            if doubt && !doubts {
                continue;
            }
            let mut read: Vec<usize> =
                projection.reads(part).iter().filter_map(|issue| self.axis_of[issue.index()]).collect();
            read.sort_unstable();
            read.dedup();
            let count: usize = read.iter().map(|axis| self.axes[*axis].rows.len()).product();
            let mut cells = vec![[0; 4]; count];
            let mut any = false;
            for (index, cell) in cells.iter_mut().enumerate() {
                let row = |issue: IssueId| self.row_in_cell(&read, index, issue);
                projection.visit(part, &row, &mut |party, interest, amount| {
                    let points = amount.points(standpoint.percent[party][interest.index()]);
                    cell[party.index()] += points;
                    any |= points != 0;
                });
                // A doubt counts as far as the package changes it.
                if doubt {
                    without.visit(part, &|_| Row::Alone, &mut |party, interest, amount| {
                        let points = amount.points(standpoint.percent[party][interest.index()]);
                        cell[party.index()] -= points;
                        any |= points != 0;
                    });
                }
            }
            match read.last() {
                None => add(&mut self.base, &cells[0]),
                Some(_) if !any => {}
                Some(deepest) => {
                    let mut stride = count;
                    let axes = read
                        .iter()
                        .map(|axis| {
                            stride /= self.axes[*axis].rows.len();
                            (*axis, stride)
                        })
                        .collect();
                    self.factors[*deepest].push(Factor { axes, cells });
                }
            }
        }
    }

    /// The row that a cell of a factor gives to an issue; issues that are no axis are left alone.
    fn row_in_cell(&self, read: &[usize], cell: usize, issue: IssueId) -> Row {
        let Some(axis) = self.axis_of[issue.index()] else { return Row::Alone };
        let mut rest = cell;
        for at in read.iter().rev() {
            let rows = &self.axes[*at].rows;
            if *at == axis {
                // What stays as it is, is not set: no package names it.
                let row = rest % rows.len();
                return if self.leaves(&self.axes[axis], row) { Row::Alone } else { rows[row] };
            }
            rest /= rows.len();
        }
        Row::Alone
    }

    fn add_bans(&mut self, game: &Game) {
        for (index, constraint) in game.level.constraints.iter().enumerate() {
            let read: Vec<usize> =
                constraint.issues().iter().filter_map(|i| self.axis_of[i.index()]).collect();
            // A constraint can be torn before all of its issues are chosen.
            for axis in read {
                self.bans[axis].push(Ban::Constraint(index));
            }
        }
    }

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
        for (index, axis) in self.axes.iter().enumerate() {
            for (row, set) in axis.rows.iter().enumerate() {
                if let Row::Set(option) = *set {
                    let stays = option == self.in_force[axis.issue.index()];
                    if !stays && !wanted(axis.issue, option) {
                        self.bans[index].push(Ban::Row(row));
                    }
                }
            }
        }
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
        self.bans.iter().enumerate().all(|(at, _)| self.allows_at(game, at, rows))
    }

    /// Whether the rows up to an axis break no ban that is kept there. Issues of deeper axes count as
    /// not yet touched.
    fn allows_at(&self, game: &Game, at: usize, rows: &[usize]) -> bool {
        let outcome = |issue: IssueId| match self.axis_of[issue.index()] {
            Some(axis) if axis > at => game.level.issue(issue).start,
            Some(axis) => self.axes[axis].outcome(rows[axis], &self.in_force),
            None => self.in_force[issue.index()],
        };
        let chosen = |issue: IssueId| self.axis_of[issue.index()].is_none_or(|axis| axis <= at);
        self.bans[at].iter().all(|ban| match ban {
            Ban::Constraint(index) => match &game.level.constraints[*index] {
                // Of options that hold together only those of chosen issues can say anything yet.
                Constraint::Together(terms) => {
                    let chosen = terms.iter().filter(|(issue, _)| chosen(*issue));
                    let mut held = chosen.map(|(issue, wanted)| outcome(*issue) == *wanted);
                    let first = held.next();
                    first.is_none_or(|first| held.all(|held| held == first))
                }
                exclusive @ Constraint::Exclusive(_) => exclusive.allows(&game.level, outcome),
            },
            Ban::Row(row) => rows[at] != *row,
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

fn rows(projection: &Projection<'_>, issue: IssueId) -> Vec<Row> {
    let count = projection.game.level.issue(issue).options.len();
    let mut rows: Vec<Row> = (0..count).map(|o| Row::Set(OptionId::from_index(o))).collect();
    if projection.drifts(issue) {
        rows.push(Row::Alone);
    }
    rows
}

/// The issues that some parties could settle now, by what a position knows.
#[must_use]
pub fn open_issues(game: &Game, at: &Position, parties: PartySet) -> Vec<IssueId> {
    game.level.issue_ids().filter(|i| check_issue(game, at, parties, *i).is_ok()).collect()
}
