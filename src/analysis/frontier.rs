//! The Pareto frontier: packages to which no other is at least as good for all and better for one.
//!
//! Points are sorted, best first by the first party, and then swept: whatever could dominate a point comes before it.
//! Two parties need the best of the second party so far. For three, a Fenwick tree over the second party keeps the best of the
//! third (Kung, Luccio and Preparata 1975, with a tree in place of the staircase). For four, halves are compared with each
//! other in that way. Cost is n log n for two and three parties, and n log² n for four.

use super::sieve::Spot;
use crate::rules::ids::{PartyId, PartySet, Points};
use crate::rules::payoff::Payoff;

/// Below so many points all pairs are compared.
const FEW: usize = 48;

/// The frontier: distinct points, each with all packages that give it.
///
/// Points are in falling order, by the first party, then the second, and so on. Only the parties that sign count; the places of
/// others are 0.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Frontier {
    points: Vec<Payoff>,
    /// Where the packages of each point begin, and the end.
    starts: Vec<usize>,
    packages: Vec<u64>,
}

impl Frontier {
    /// How many distinct points: equal points count once.
    #[must_use]
    pub fn len(&self) -> usize {
        self.points.len()
    }

    /// Whether there is none, because there is no package.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// How many packages: each counts, whether or not another gives the same points.
    #[must_use]
    pub fn packages(&self) -> usize {
        self.packages.len()
    }

    /// The points, in falling order.
    #[must_use]
    pub fn points(&self) -> &[Payoff] {
        &self.points
    }

    /// The packages that give a point, by their place in the table, in order; none beyond the last point.
    #[must_use]
    pub fn packages_of(&self, point: usize) -> &[u64] {
        match (self.starts.get(point), self.starts.get(point + 1)) {
            (Some(start), Some(end)) => self.packages.get(*start..*end).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The part in which no party of a set has less than a reservation value. It is also the frontier of all packages
    /// of which that holds, since what dominates one of them leaves nobody with less.
    #[must_use]
    pub fn rational(&self, parties: PartySet, reservation: &Payoff) -> Self {
        let mut part = Self { starts: vec![0], ..Self::default() };
        for (at, points) in self.points.iter().enumerate() {
            if parties.iter().all(|party| points[party.index()] >= reservation[party.index()]) {
                part.points.push(*points);
                part.packages.extend_from_slice(self.packages_of(at));
                part.starts.push(part.packages.len());
            }
        }
        part
    }

    /// The most that a party has in any of its points; `None` if there are none.
    #[must_use]
    pub fn most(&self, party: PartyId) -> Option<Points> {
        self.points.iter().map(|points| points[party.index()]).max()
    }

    /// The frontier of some packages; `slots` says which party each column is.
    pub(super) fn of<const N: usize>(mut spots: Vec<Spot<N>>, slots: &[usize; N]) -> Self {
        spots.sort_unstable_by(|a, b| b.points.cmp(&a.points).then(a.place.cmp(&b.place)));
        let mut points: Vec<[i64; N]> = Vec::new();
        let mut starts: Vec<usize> = Vec::new();
        for (at, spot) in spots.iter().enumerate() {
            if points.last() != Some(&spot.points) {
                points.push(spot.points);
                starts.push(at);
            }
        }
        starts.push(spots.len());
        let best = maxima(&points);
        let mut frontier = Self { starts: vec![0], ..Self::default() };
        for (at, points) in points.iter().enumerate().filter(|(at, _)| best[*at]) {
            let mut payoff: Payoff = [0; 4];
            for (slot, points) in slots.iter().zip(points) {
                payoff[*slot] = *points;
            }
            frontier.points.push(payoff);
            frontier.packages.extend(spots[starts[at]..starts[at + 1]].iter().map(|spot| spot.place));
            frontier.starts.push(frontier.packages.len());
        }
        frontier
    }
}

/// Which points no other dominates. They are distinct, and in falling order.
fn maxima<const N: usize>(points: &[[i64; N]]) -> Vec<bool> {
    let mut best = vec![true; points.len()];
    match N {
        0 | 1 => best.iter_mut().skip(1).for_each(|best| *best = false),
        2 => {
            let mut most = i64::MIN;
            for (best, point) in best.iter_mut().zip(points) {
                *best = most == i64::MIN || point[1] > most;
                most = most.max(point[1]);
            }
        }
        3 => {
            let ranks = Ranks::new(points, 1);
            let mut tree = Fenwick::new(ranks.count());
            for (best, point) in best.iter_mut().zip(points) {
                let rank = ranks.of(point[1]);
                *best = tree.best(rank) < point[2];
                if *best {
                    tree.put(rank, point[2]);
                }
            }
        }
        _ => {
            let ranks = Ranks::new(points, 2);
            let mut tree = Fenwick::new(ranks.count());
            halves(points, &ranks, &mut tree, &mut best, 0, points.len());
        }
    }
    best
}

/// Marks what is dominated within a stretch of points of four parties.
fn halves<const N: usize>(
    points: &[[i64; N]],
    ranks: &Ranks,
    tree: &mut Fenwick,
    best: &mut [bool],
    from: usize,
    to: usize,
) {
    if to - from <= FEW {
        for at in from + 1..to {
            let covers = |other: usize| (1..N).all(|k| points[other][k] >= points[at][k]);
            // What is dominated itself is dominated by something that dominates this as well.
            best[at] = best[at] && !(from..at).any(|other| best[other] && covers(other));
        }
        return;
    }
    let middle = from + (to - from) / 2;
    halves(points, ranks, tree, best, from, middle);
    let by_second = |range: std::ops::Range<usize>, best: &[bool]| {
        let mut order: Vec<usize> = range.filter(|at| best[*at]).collect();
        order.sort_unstable_by_key(|at| std::cmp::Reverse(points[*at][1]));
        order
    };
    let (left, right) = (by_second(from..middle, best), by_second(middle..to, best));
    let mut next = left.iter().peekable();
    for at in right {
        let point = &points[at];
        while let Some(other) = next.next_if(|other| points[**other][1] >= point[1]) {
            tree.put(ranks.of(points[*other][2]), points[*other][N - 1]);
        }
        best[at] = tree.best(ranks.of(point[2])) < point[N - 1];
    }
    for other in &left {
        tree.clear(ranks.of(points[*other][2]));
    }
    halves(points, ranks, tree, best, middle, to);
}

/// The different values of a column, largest first.
struct Ranks(Vec<i64>);

impl Ranks {
    fn new<const N: usize>(points: &[[i64; N]], column: usize) -> Self {
        let mut values: Vec<i64> = points.iter().map(|point| point[column]).collect();
        values.sort_unstable_by(|a, b| b.cmp(a));
        values.dedup();
        Self(values)
    }

    fn count(&self) -> usize {
        self.0.len()
    }

    fn of(&self, value: i64) -> usize {
        self.0.partition_point(|other| *other > value)
    }
}

/// The largest value at or before each rank, under insertions (Fenwick 1994).
struct Fenwick(Vec<i64>);

impl Fenwick {
    fn new(count: usize) -> Self {
        Self(vec![i64::MIN; count + 1])
    }

    fn put(&mut self, rank: usize, value: i64) {
        let mut at = rank + 1;
        while let Some(slot) = self.0.get_mut(at) {
            *slot = (*slot).max(value);
            at += at & at.wrapping_neg();
        }
    }

    fn best(&self, rank: usize) -> i64 {
        let mut at = rank + 1;
        let mut best = i64::MIN;
        while at > 0 {
            best = best.max(self.0.get(at).copied().unwrap_or(i64::MIN));
            at &= at - 1;
        }
        best
    }

    /// Forgets what was put at a rank, and with it what else lies there and after it: all of it has to be cleared.
    fn clear(&mut self, rank: usize) {
        let mut at = rank + 1;
        while let Some(slot) = self.0.get_mut(at) {
            *slot = i64::MIN;
            at += at & at.wrapping_neg();
        }
    }
}
