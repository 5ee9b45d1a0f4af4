//! Compiling payoff tables: the cells of every factor, from what each part of the score gives.

use super::{Axis, Bans, Factor, Payoff, Table, add, open_issues};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PartySet};
use crate::rules::projection::{Projection, Row};
use crate::rules::standpoint::Standpoint;

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
        Self::beside(standpoint, &[], parties, issues, false).0
    }

    /// The same, with what is feared to be lost of promises taken off, as every appraisal does.
    pub fn doubting(
        standpoint: &Standpoint<'_>,
        parties: PartySet,
        issues: impl Iterator<Item = IssueId>,
    ) -> Self {
        Self::beside(standpoint, &[], parties, issues, true).0
    }

    /// A table, and one with the same axes from each of some standpoints that suppose other mandates in the same
    /// position, all in one go: what does not hang on a mandate is found once.
    #[must_use]
    pub fn beside(
        standpoint: &Standpoint<'_>,
        supposed: &[Standpoint<'_>],
        parties: PartySet,
        issues: impl Iterator<Item = IssueId>,
        doubts: bool,
    ) -> (Self, Vec<Self>) {
        let standpoints: Vec<&Standpoint<'_>> = std::iter::once(standpoint).chain(supposed).collect();
        let mut tables = vec![Self::empty(standpoint, parties, issues); standpoints.len()];
        fill(&mut tables, &standpoints, doubts);
        (tables.remove(0), tables)
    }

    /// A table in which no package gives anybody anything.
    fn empty(standpoint: &Standpoint<'_>, parties: PartySet, issues: impl Iterator<Item = IssueId>) -> Self {
        let projection = standpoint.projection(parties);
        let axes: Vec<Axis> = issues.map(|issue| Axis { issue, rows: rows(&projection, issue) }).collect();
        let mut axis_of = vec![None; standpoint.game.level.issues.len()];
        for (index, axis) in axes.iter().enumerate() {
            axis_of[axis.issue.index()] = Some(index);
        }
        let mut table = Self {
            parties,
            base: [0; 4],
            factors: vec![Vec::new(); axes.len()],
            bans: vec![Bans::default(); axes.len()],
            in_force: standpoint.at.in_force.clone(),
            axes,
            axis_of,
        };
        table.add_bans(standpoint.game);
        table
    }

    fn add_bans(&mut self, game: &Game) {
        for (index, constraint) in game.level.constraints.iter().enumerate() {
            let read: Vec<usize> =
                constraint.issues().iter().filter_map(|i| self.axis_of[i.index()]).collect();
            for axis in read {
                self.bans[axis].constraints.push(index);
            }
        }
    }

    /// Adds what a part of the score gives, by cell over the axes that it reads.
    fn add_cells(&mut self, read: &[usize], cells: Vec<Payoff>) {
        match read.last() {
            None => add(&mut self.base, &cells[0]),
            Some(_) if cells.iter().all(|cell| *cell == [0; 4]) => {}
            Some(deepest) => {
                let mut stride = cells.len();
                let axes = read.iter().map(|axis| {
                    stride /= self.axes[*axis].rows.len();
                    (*axis, stride)
                });
                let factor = Factor { axes: axes.collect(), cells };
                self.factors[*deepest].push(factor);
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
}

/// Fills empty tables of the same axes with all parts of the score, each from the standpoint at its place.
fn fill(tables: &mut [Table], standpoints: &[&Standpoint<'_>], doubts: bool) {
    let parties = tables[0].parties;
    let of = |parties| standpoints.iter().map(move |standpoint| standpoint.projection(parties));
    let projections: Vec<Projection<'_>> = of(parties).collect();
    let without: Vec<Projection<'_>> = of(PartySet::NONE).take(if doubts { usize::MAX } else { 0 }).collect();
    for ((table, projection), standpoint) in tables.iter_mut().zip(&projections).zip(standpoints) {
        table.base = projection.booked(&standpoint.percent);
    }
    for part in &projections[0].game.parts {
        let doubt = part.kind.is_doubt();
        if doubt && !doubts {
            continue;
        }
        let table = &tables[0];
        let mut read: Vec<usize> =
            projections[0].reads(part).iter().filter_map(|issue| table.axis_of[issue.index()]).collect();
        read.sort_unstable();
        read.dedup();
        let count: usize = read.iter().map(|axis| table.axes[*axis].rows.len()).product();
        let mut cells = vec![vec![[0; 4]; count]; tables.len()];
        // Where somebody chooses on the way, each standpoint is asked; else the first answers for all.
        let group = if part.kind.hangs_on_choices() { 1 } else { tables.len() };
        let groups = cells.chunks_mut(group).zip(standpoints.chunks(group));
        for (number, (cells, standpoints)) in groups.enumerate() {
            // A doubt counts as far as the package changes it.
            let mut now = vec![[0; 4]; standpoints.len()];
            if doubt {
                without[number].visit(part, &|_| Row::Alone, &mut |party, interest, amount| {
                    for (now, standpoint) in now.iter_mut().zip(standpoints) {
                        now[party.index()] -= amount.points(standpoint.percent[party][interest.index()]);
                    }
                });
            }
            for index in 0..count {
                let row = |issue: IssueId| table.row_in_cell(&read, index, issue);
                projections[number].visit(part, &row, &mut |party, interest, amount| {
                    for (cells, standpoint) in cells.iter_mut().zip(standpoints) {
                        cells[index][party.index()] +=
                            amount.points(standpoint.percent[party][interest.index()]);
                    }
                });
                for (cells, now) in cells.iter_mut().zip(&now) {
                    add(&mut cells[index], now);
                }
            }
        }
        for (table, cells) in tables.iter_mut().zip(cells) {
            table.add_cells(&read, cells);
        }
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
