//! What trading across issues brings: the logrolling index, and the surplus of linking issues.

use super::ratio::Ratio;
use super::survey::Survey;
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, Points};
use crate::rules::payoff::{Payoff, Table};

/// How far packages are above splitting every issue down the middle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Logrolling {
    /// Joint gain of the package with the middle option of every issue: of an even number the lower one, and what
    /// leaves an issue alone is none. In score units.
    pub midpoint: Points,
    /// Largest joint gain where everyone reaches its reservation value.
    pub best: Points,
    /// Whether any two parties weigh two issues in different proportion; otherwise there is nothing to trade.
    pub possible: bool,
}

impl Logrolling {
    /// The logrolling index of a joint gain: (joint − midpoint) ÷ (best − midpoint). 1: all that trading can bring. `None`: the
    /// middle is the best there is.
    #[must_use]
    pub fn index(&self, joint: Points) -> Option<Ratio> {
        let most = i128::from(self.best) - i128::from(self.midpoint);
        Ratio::new(i128::from(joint) - i128::from(self.midpoint), most).filter(|_| most > 0)
    }
}

/// What there is to logroll; `None` without a ZOPA, or where the level does not allow the middle of every issue.
#[must_use]
pub fn logrolling(game: &Game, table: &Table, survey: &Survey) -> Option<Logrolling> {
    let best = survey.rational.points().iter().map(|points| survey.joint(points)).max()?;
    let middle: Vec<usize> = (0..table.axes.len())
        .map(|axis| {
            let rows = setting_rows(table, axis);
            rows.get(rows.len().saturating_sub(1) / 2).copied().unwrap_or(0)
        })
        .collect();
    if !table.allows(game, &middle) {
        return None;
    }
    let midpoint = survey.joint(&table.payoff(&middle));
    Some(Logrolling { midpoint, best, possible: possible(game, table, survey) })
}

/// The rows of an axis that set its issue to something else than it is.
fn setting_rows(table: &Table, axis: usize) -> Vec<usize> {
    let here = &table.axes[axis];
    (0..here.rows.len()).filter(|row| !table.leaves(here, *row)).collect()
}

/// A party's weight of an issue is the range of its points over the rows, all else as in the first package of the rational
/// frontier.
fn possible(game: &Game, table: &Table, survey: &Survey) -> bool {
    let parties: Vec<usize> = survey.parties.iter().map(PartyId::index).collect();
    let from: Vec<usize> = match survey.rational.packages_of(0).first() {
        Some(package) => survey.rows(table, *package),
        None => return false,
    };
    let weights: Vec<[i128; 4]> = (0..table.axes.len())
        .map(|axis| {
            let mut rows = from.clone();
            let mut range = [(i64::MAX, i64::MIN); 4];
            for row in 0..table.axes[axis].rows.len() {
                rows[axis] = row;
                if table.allows(game, &rows) {
                    let payoff = table.payoff(&rows);
                    for (range, points) in range.iter_mut().zip(payoff) {
                        *range = (range.0.min(points), range.1.max(points));
                    }
                }
            }
            range.map(|(least, most)| i128::from(most.saturating_sub(least)).max(0))
        })
        .collect();
    let differ = |k: &[i128; 4], l: &[i128; 4]| {
        parties.iter().any(|i| parties.iter().any(|j| k[*i] * l[*j] != l[*i] * k[*j]))
    };
    weights.iter().enumerate().any(|(at, k)| weights[at + 1..].iter().any(|l| differ(k, l)))
}

/// What linking issues brings over settling them one by one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkageSurplus {
    /// Largest joint gain over packages where everyone reaches its reservation value; 0 if there is none.
    pub linked: Points,
    /// Sum over the issues of the largest joint gain of a pact on that issue alone, each acceptable to all; an issue on
    /// which there is no such pact brings 0. What signing anything at all changes, such as a threat that it averts, counts once.
    pub one_by_one: Points,
}

impl LinkageSurplus {
    /// The surplus: the one less the other. Below 0 where issues settled one by one would take from each other.
    #[must_use]
    pub fn surplus(&self) -> Points {
        self.linked - self.one_by_one
    }
}

/// The linkage surplus of a table; `None` where no issue can be settled alone, so that there is nothing to compare with.
#[must_use]
pub fn linkage_surplus(game: &Game, table: &Table, survey: &Survey) -> Option<LinkageSurplus> {
    let acceptable =
        |payoff: &Payoff| survey.parties.iter().all(|p| payoff[p.index()] >= survey.reservation[p.index()]);
    // What any pact of these parties changes, whatever is in it.
    let signing = survey.joint(&table.payoff(&table.untouched()));
    let (mut any, mut deals, mut one_by_one) = (false, false, 0);
    for axis in 0..table.axes.len() {
        let mut rows = table.untouched();
        let mut best = None;
        for row in setting_rows(table, axis) {
            rows[axis] = row;
            if table.allows(game, &rows) {
                any = true;
                let payoff = table.payoff(&rows);
                if acceptable(&payoff) {
                    best = best.max(Some(survey.joint(&payoff) - signing));
                }
            }
        }
        let best = best.filter(|best| best + signing > 0);
        deals |= best.is_some();
        one_by_one += best.unwrap_or(0);
    }
    one_by_one += if deals { signing } else { 0 };
    let joint = survey.rational.points().iter().map(|points| survey.joint(points));
    any.then_some(LinkageSurplus { linked: joint.max().unwrap_or(0).max(0), one_by_one })
}
