//! A first sieve: drops most packages that are dominated, cheaply, as they come.
//!
//! About a dozen good packages, the pivots, are compared with blocks of packages in loops that a compiler
//! turns into vector instructions. The first few drop most of a block, so the others look at what is left of it alone. What passes
//! may still be dominated; nothing that is not gets dropped. The pivots get better with every block, and what passed earlier is
//! looked at again from time to time, so little is kept.

use std::ops::Range;

/// Packages in a block.
const BLOCK: usize = 1024;

/// Points are compared as numbers of this many bits, shifted down where they are larger: four of them add up in 32.
const BITS: u32 = 28;

/// Pivots that look at a whole block.
const FIRST: usize = 3;

/// Packages of the first block that are looked at for the first pivots.
const SAMPLE: usize = 256;

/// Packages of what is left of a block that are looked at for better pivots, once there are [`BLOCK`] to choose from.
const LATER: usize = 48;

/// Packages kept before they are looked at again.
const KEPT: usize = 16_384;

/// Directions in which a pivot is looked for: weights of the parties, of which the first count.
pub(super) const DIRECTIONS: [[i64; 4]; 15] = [
    [1, 1, 1, 1],
    [2, 2, 1, 1],
    [1, 1, 2, 2],
    [3, 1, 1, 1],
    [1, 3, 1, 1],
    [1, 1, 3, 1],
    [1, 1, 1, 3],
    [1, 3, 3, 3],
    [3, 1, 3, 3],
    [3, 3, 1, 3],
    [3, 3, 3, 1],
    [2, 1, 2, 1],
    [2, 1, 1, 2],
    [1, 2, 2, 1],
    [1, 2, 1, 2],
];

/// A package that may be on the frontier: points of the parties that count, and its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Spot<const N: usize> {
    pub(super) points: [i64; N],
    pub(super) place: u64,
}

/// A package to compare others with.
#[derive(Clone, Copy)]
struct Pivot<const N: usize> {
    points: [i64; N],
    /// What a rebased package may have at most to be dropped.
    most: [i32; N],
    /// A package with this sum or more is not dropped: it may be equal.
    sum: i32,
    score: i64,
}

/// The sieve.
pub(super) struct Sieve<const N: usize> {
    low: [i64; N],
    shift: [u32; N],
    /// Makes columns of different size count alike in a score.
    scale: [i64; N],
    coarse: Vec<[i32; BLOCK]>,
    sums: Box<[i32; BLOCK]>,
    dropped: Box<[i32; BLOCK]>,
    /// Which packages of the block are still in the columns.
    left: Vec<usize>,
    block: Vec<Spot<N>>,
    pivots: Vec<Pivot<N>>,
    kept: Vec<Spot<N>>,
    look_again: usize,
}

impl<const N: usize> Sieve<N> {
    /// An empty sieve for points between two bounds.
    pub(super) fn new(low: [i64; N], high: [i64; N]) -> Self {
        let mut shift = [0; N];
        let mut scale = [0; N];
        for k in 0..N {
            let range = high[k].abs_diff(low[k]);
            shift[k] = (u64::BITS - range.leading_zeros()).saturating_sub(BITS);
            let range = i64::try_from(range >> shift[k]).unwrap_or(i64::MAX - 1);
            scale[k] = (1 << 30) / (range + 1);
        }
        Self {
            low,
            shift,
            scale,
            coarse: vec![[0; BLOCK]; N],
            sums: Box::new([0; BLOCK]),
            dropped: Box::new([0; BLOCK]),
            left: Vec::with_capacity(BLOCK),
            block: Vec::with_capacity(BLOCK),
            pivots: Vec::new(),
            kept: Vec::new(),
            look_again: KEPT,
        }
    }

    /// Takes a package.
    #[inline]
    pub(super) fn push(&mut self, points: [i64; N], place: u64) {
        self.block.push(Spot { points, place });
        if self.block.len() == BLOCK {
            self.flush();
        }
    }

    /// What may be on the frontier of all that was pushed, in no order.
    pub(super) fn finish(mut self) -> Vec<Spot<N>> {
        self.flush();
        self.again();
        self.kept
    }

    fn rebased(&self, points: &[i64; N]) -> [i32; N] {
        std::array::from_fn(|k| {
            // Within the bounds it always fits.
            i32::try_from(points[k].wrapping_sub(self.low[k]) >> self.shift[k]).unwrap_or(1 << BITS)
        })
    }

    fn flush(&mut self) {
        let count = self.block.len();
        for (i, spot) in self.block.iter().enumerate() {
            let rebased = self.rebased(&spot.points);
            for (column, points) in self.coarse.iter_mut().zip(rebased) {
                column[i] = points;
            }
            self.sums[i] = rebased.iter().sum();
        }
        if self.pivots.is_empty() {
            let step = count.div_ceil(SAMPLE).max(1);
            for at in (0..count).step_by(step) {
                self.offer(self.block[at].points);
            }
        }
        self.left.clear();
        self.left.extend(0..count);
        self.drop_by(0..FIRST.min(self.pivots.len()));
        self.drop_by(FIRST.min(self.pivots.len())..self.pivots.len());
        let before = self.kept.len();
        self.kept.extend(self.left.iter().map(|at| self.block[*at]));
        let step = if before < BLOCK { 1 } else { self.left.len().div_ceil(LATER).max(1) };
        for at in (before..self.kept.len()).step_by(step) {
            self.offer(self.kept[at].points);
        }
        self.block.clear();
        if self.kept.len() >= self.look_again {
            self.again();
            self.look_again = (2 * self.kept.len()).max(KEPT);
        }
    }

    /// Leaves in the columns what none of some pivots dominates.
    fn drop_by(&mut self, pivots: Range<usize>) {
        let count = self.left.len();
        self.dropped[..count].fill(0);
        for pivot in &self.pivots[pivots] {
            drop_below(&self.coarse, &self.sums, &mut self.dropped, pivot, count);
        }
        let mut kept = 0;
        for at in 0..count {
            self.left[kept] = self.left[at];
            self.sums[kept] = self.sums[at];
            for column in &mut self.coarse {
                column[kept] = column[at];
            }
            kept += usize::from(self.dropped[at] == 0);
        }
        self.left.truncate(kept);
    }

    /// Looks again at what was kept, with the pivots of today.
    fn again(&mut self) {
        let pivots = &self.pivots;
        self.kept.retain(|spot| {
            !pivots.iter().any(|pivot| {
                let mut covered = true;
                for k in 0..N {
                    covered &= spot.points[k] <= pivot.points[k];
                }
                covered && spot.points != pivot.points
            })
        });
    }

    /// Makes a package a pivot wherever it is better than the one there.
    fn offer(&mut self, points: [i64; N]) {
        let rebased = self.rebased(&points);
        let weighed: [i64; N] = std::array::from_fn(|k| i64::from(rebased[k]) * self.scale[k]);
        for (at, direction) in DIRECTIONS.iter().enumerate() {
            let score: i64 = weighed.iter().zip(direction).map(|(points, weight)| points * weight).sum();
            match self.pivots.get_mut(at) {
                Some(pivot) if pivot.score >= score => {}
                Some(pivot) => *pivot = Pivot::new(points, rebased, &self.shift, score),
                None => self.pivots.push(Pivot::new(points, rebased, &self.shift, score)),
            }
        }
    }
}

impl<const N: usize> Pivot<N> {
    fn new(points: [i64; N], rebased: [i32; N], shift: &[u32; N], score: i64) -> Self {
        // Where points were shifted down, only what is lower by a whole step is surely lower.
        let most = std::array::from_fn(|k| if shift[k] == 0 { rebased[k] } else { rebased[k] - 1 });
        let exact = shift.iter().all(|shift| *shift == 0);
        let sum: i32 = rebased.iter().sum();
        Self { points, most, sum: if exact { sum } else { i32::MAX }, score }
    }
}

/// Marks the packages of a block that a pivot dominates: nothing more in any column, and less in sum.
fn drop_below<const N: usize>(
    coarse: &[[i32; BLOCK]],
    sums: &[i32; BLOCK],
    dropped: &mut [i32; BLOCK],
    pivot: &Pivot<N>,
    count: usize,
) {
    if let [a, b, c, ..] = coarse
        && N >= 3
    {
        let d = coarse.get(3).unwrap_or(c);
        let last = *pivot.most.last().unwrap_or(&0);
        for i in 0..count {
            let below = (a[i] <= pivot.most[0])
                & (b[i] <= pivot.most[1])
                & (c[i] <= pivot.most[2])
                & (d[i] <= last)
                & (sums[i] < pivot.sum);
            dropped[i] |= i32::from(below);
        }
    } else if let [a, b] = coarse {
        for i in 0..count {
            let below = (a[i] <= pivot.most[0]) & (b[i] <= pivot.most[1]) & (sums[i] < pivot.sum);
            dropped[i] |= i32::from(below);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_on_the_frontier_is_dropped_at_any_size() {
        let mut state = 7u64;
        let mut draw = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as i64
        };
        for size in [3, 100, 1 << 20, 1 << 31, 1 << 45] {
            let all: Vec<[i64; 3]> =
                (0..3000).map(|_| std::array::from_fn(|_| draw() * (1 << 14) % size - size / 2)).collect();
            let mut sieve = Sieve::new([-size; 3], [size; 3]);
            for (place, points) in all.iter().enumerate() {
                sieve.push(*points, place as u64);
            }
            let kept = sieve.finish();
            let best = |p: &[i64; 3]| !all.iter().any(|q| q != p && (0..3).all(|k| q[k] >= p[k]));
            let frontier: Vec<u64> = (0..all.len()).filter(|i| best(&all[*i])).map(|i| i as u64).collect();
            assert!(frontier.iter().all(|place| kept.iter().any(|spot| spot.place == *place)), "{size}");
            assert!(size < 1000 || kept.len() < 1500, "{size}: {} kept", kept.len());
        }
    }
}
