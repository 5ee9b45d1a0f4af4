//! The core and the nucleolus, exactly.
//!
//! The nucleolus (Schmeidler 1969) makes the largest excess v(S) − x(S) as small as it can be, then the next largest, and so on.
//! Each step is a small linear programme. With at most four players its optimal face is found by trying every set of
//! constraints that can meet in a corner: at most C(18, 4) systems of five equations, solved in whole numbers. Excesses that are the same
//! in every optimal corner stay so from then on, and the next step goes on with the others.
//!
//! Whole numbers suffice: coefficients are 0, 1 and −1, so every determinant is below 5⁵ᐟ² times the largest worth.

use super::games::{Allocation, Worths};
use super::ratio::Ratio;
use crate::rules::ids::{PartyId, PartySet};

/// Most unknowns: four shares and the excess.
const UNKNOWNS: usize = 5;

/// An equation: coefficients of the shares and of the excess, and the right side.
type Row = [i128; UNKNOWNS + 1];

/// A corner, as numerators over one denominator above 0: the shares, and the excess last.
#[derive(Clone, PartialEq, Eq)]
struct Corner {
    values: [i128; UNKNOWNS],
    over: i128,
}

/// The nucleolus: the excesses in falling order as small as they can be one after the other, over allocations that
/// give nobody less than it has alone; `None` if there is no such allocation.
#[must_use]
pub fn nucleolus(worths: &Worths) -> Option<Allocation> {
    let alone: i128 = worths.everyone().iter().map(|player| worths.of(PartySet::one(player))).sum();
    if alone > worths.of(worths.everyone()) {
        return None;
    }
    lexicographic(worths, true)
}

/// The prenucleolus: the same over all allocations of v(N). It always exists; `None` without players.
#[must_use]
pub fn prenucleolus(worths: &Worths) -> Option<Allocation> {
    lexicographic(worths, false)
}

/// The least excess: the smallest value that the largest excess can have. The core is empty if and only if it is above 0.
#[must_use]
pub fn least_excess(worths: &Worths) -> Option<Ratio> {
    let free = proper(worths);
    let corners = step(worths, &[], &free, false);
    let corner = corners.first()?;
    Ratio::new(corner.values[worths.players()], corner.over)
}

/// Whether an allocation is in the core (Gillies 1959): it gives out v(N), and no coalition has more for itself.
#[must_use]
pub fn in_core(worths: &Worths, shares: &[Ratio]) -> bool {
    blocking(worths, shares).is_empty()
        && sum(shares, worths.everyone()) == Some(Ratio::whole(worths.of(worths.everyone())))
}

/// The coalitions that have more for themselves than an allocation gives them, small ones first.
#[must_use]
pub fn blocking(worths: &Worths, shares: &[Ratio]) -> Vec<PartySet> {
    let short = |set: &PartySet| sum(shares, *set).is_none_or(|sum| sum < Ratio::whole(worths.of(*set)));
    worths.everyone().subsets(1).into_iter().filter(short).collect()
}

fn sum(shares: &[Ratio], set: PartySet) -> Option<Ratio> {
    let mut sum = Ratio::ZERO;
    for player in set.iter() {
        let share = shares.get(player.index())?;
        let over = sum.denominator.checked_mul(share.denominator)?;
        let first = sum.numerator.checked_mul(share.denominator)?;
        sum = Ratio::new(first.checked_add(share.numerator.checked_mul(sum.denominator)?)?, over)?;
    }
    Some(sum)
}

/// Coalitions other than none and all.
fn proper(worths: &Worths) -> Vec<PartySet> {
    let all = worths.everyone();
    all.subsets(1).into_iter().filter(|set| *set != all).collect()
}

/// x(S) + excess ≥ v(S); met with equality in a corner.
fn constraint(worths: &Worths, set: PartySet, excess: i128) -> Row {
    let players = worths.players();
    let mut row = [0; UNKNOWNS + 1];
    for player in set.iter() {
        row[player.index()] = 1;
    }
    row[players] = excess;
    row[UNKNOWNS] = worths.of(set);
    row
}

fn lexicographic(worths: &Worths, rational: bool) -> Option<Allocation> {
    let players = worths.players();
    let mut free = proper(worths);
    // Coalitions whose excess can no longer change, and the value of x(S) as a fraction.
    let mut settled: Vec<(PartySet, Ratio)> = Vec::new();
    loop {
        let corners = step(worths, &settled, &free, rational);
        let first = corners.first()?;
        let same = |set: &PartySet| corners.iter().all(|corner| given(corner, *set) == given(first, *set));
        let (fixed, left): (Vec<PartySet>, Vec<PartySet>) = free.iter().partition(|set| same(set));
        let shares: Option<Allocation> =
            (0..players).map(|player| Ratio::new(first.values[player], first.over)).collect();
        // All corners agree in all shares, or nothing is left to decide.
        let settled_now = (0..players).all(|player| same(&PartySet::one(PartyId::from_index(player))));
        if settled_now || left.is_empty() || fixed.is_empty() {
            return shares;
        }
        settled.extend(fixed.into_iter().filter_map(|set| Some((set, given(first, set)?))));
        free = left;
    }
}

/// x(S) in a corner.
fn given(corner: &Corner, set: PartySet) -> Option<Ratio> {
    let sum: i128 = set.iter().map(|player| corner.values[player.index()]).sum();
    Ratio::new(sum, corner.over)
}

/// The corners in which the largest excess of the free coalitions is as small as it can be.
fn step(worths: &Worths, settled: &[(PartySet, Ratio)], free: &[PartySet], rational: bool) -> Vec<Corner> {
    let players = worths.players();
    let mut fixed: Vec<Row> = vec![constraint(worths, worths.everyone(), 0)];
    for (set, given) in settled {
        let mut row = [0; UNKNOWNS + 1];
        for player in set.iter() {
            row[player.index()] = given.denominator;
        }
        row[UNKNOWNS] = given.numerator;
        fixed.push(row);
    }
    let mut loose: Vec<Row> = free.iter().map(|set| constraint(worths, *set, 1)).collect();
    if rational {
        let alone = worths.everyone().iter().map(PartySet::one);
        loose.extend(alone.map(|set| constraint(worths, set, 0)));
    }
    let mut base = System::new(players + 1);
    fixed.iter().for_each(|row| {
        base.add(row);
    });
    let mut corners: Vec<Corner> = Vec::new();
    gather(&base, &loose, 0, &mut |system| {
        let Some(corner) = system.corner() else { return };
        let holds = |row: &Row| {
            let sum: i128 = (0..=players).map(|k| row[k] * corner.values[k]).sum();
            sum >= row[UNKNOWNS] * corner.over
        };
        if !loose.iter().all(holds) {
            return;
        }
        let excess = |corner: &Corner| Ratio::new(corner.values[players], corner.over);
        match corners.first().map(|best| excess(&corner).cmp(&excess(best))) {
            Some(std::cmp::Ordering::Greater) => {}
            Some(std::cmp::Ordering::Equal) => {
                if !corners.contains(&corner) {
                    corners.push(corner);
                }
            }
            _ => corners = vec![corner],
        }
    });
    corners
}

/// Tries every way to fill up a system with loose constraints.
fn gather(system: &System, loose: &[Row], from: usize, found: &mut impl FnMut(&System)) {
    if system.is_full() {
        found(system);
        return;
    }
    for at in from..loose.len() {
        let mut next = system.clone();
        if next.add(&loose[at]) {
            gather(&next, loose, at + 1, found);
        }
    }
}

/// Independent equations, each reduced against those before it.
#[derive(Clone)]
struct System {
    unknowns: usize,
    rows: Vec<(usize, Row)>,
}

impl System {
    fn new(unknowns: usize) -> Self {
        Self { unknowns, rows: Vec::new() }
    }

    fn is_full(&self) -> bool {
        self.rows.len() == self.unknowns
    }

    /// Adds an equation; `false` if it depends on those before, and nothing is added.
    fn add(&mut self, row: &Row) -> bool {
        let mut row = *row;
        for (pivot, other) in &self.rows {
            reduce(&mut row, other, *pivot);
        }
        let Some(pivot) = (0..self.unknowns).find(|k| row[*k] != 0) else { return false };
        // Those before are reduced as well, so that each keeps its own unknown alone.
        for (_, other) in &mut self.rows {
            reduce(other, &row, pivot);
        }
        self.rows.push((pivot, row));
        true
    }

    /// The solution of a full system.
    fn corner(&self) -> Option<Corner> {
        let mut over: i128 = 1;
        for (pivot, row) in &self.rows {
            over = lcm(over, row[*pivot])?;
        }
        let mut values = [0; UNKNOWNS];
        for (pivot, row) in &self.rows {
            values[*pivot] = row[UNKNOWNS].checked_mul(over / row[*pivot])?;
        }
        Some(Corner { values, over })
    }
}

/// Takes an unknown out of an equation, and divides by what all its numbers share.
fn reduce(row: &mut Row, other: &Row, pivot: usize) {
    let (own, its) = (row[pivot], other[pivot]);
    if own == 0 || its == 0 {
        return;
    }
    let mut common = 0;
    for k in 0..=UNKNOWNS {
        row[k] = row[k] * its - other[k] * own;
        common = gcd(common, row[k]);
    }
    if common > 1 {
        row.iter_mut().for_each(|value| *value /= common);
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn lcm(a: i128, b: i128) -> Option<i128> {
    (a / gcd(a, b).max(1)).checked_mul(b)?.checked_abs()
}
