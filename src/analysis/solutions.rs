//! The solutions of bargaining theory, on the packages from which nobody loses.
//!
//! All of them lie on the rational frontier, so they are looked for there and nowhere else. Each assumes something, and none is
//! *the* fair answer; [`Solution`] keeps every point that ties.
//!
//! Gains are points over a disagreement value, here the reservation value that the survey was made with. Products and
//! cross products are exact (128 and 256 bits).

use std::cmp::Ordering;

use super::survey::Survey;
use super::wide::Wide;
use crate::rules::ids::{PartyId, PartySet, Points};
use crate::rules::payoff::Payoff;

/// The points that a rule picks: places in [`Survey::rational`], in order; several if they tie, none without a ZOPA.
pub type Solution = Vec<usize>;

/// Which rule gave the Nash solution.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NashRule {
    /// Everyone gains at once somewhere: the largest product of all gains.
    Product,
    /// Nowhere does everyone gain at once, so every product would be 0. Then for every group of as many parties as can gain at once, the
    /// product of their gains is the largest; these gain in the first point that ties.
    Those(PartySet),
}

/// What several rules pick.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Solutions {
    /// Nash 1950: the largest product of gains. It asks for no comparison of points between parties.
    pub nash: Solution,
    /// By which rule.
    pub nash_rule: NashRule,
    /// Kalai and Smorodinsky 1975, by the leximin of Imai 1983: the largest smallest share of what each could gain at most; ties
    /// by the next smallest share. Parties that can gain nothing are left out.
    pub kalai_smorodinsky: Solution,
    /// Kalai 1977, by leximin: the largest smallest gain, ties by the next smallest. It compares points.
    pub egalitarian: Solution,
    /// The largest sum of gains. It compares points as well.
    pub utilitarian: Solution,
}

/// What the rules pick of the packages that a survey found.
#[must_use]
pub fn solutions(survey: &Survey) -> Solutions {
    let parties: Vec<usize> = survey.parties.iter().map(PartyId::index).collect();
    let gains = |points: &Payoff| -> Gains {
        let mut gains = [0; 4];
        for (gain, party) in gains.iter_mut().zip(&parties) {
            *gain = points[*party].abs_diff(survey.reservation[*party]);
        }
        gains
    };
    let count = parties.len();
    let points = survey.rational.points();
    let ideal = points
        .iter()
        .map(&gains)
        .fold([0; 4], |most: Gains, gains| std::array::from_fn(|k| most[k].max(gains[k])));

    let nash = nash(points, |a| nash_key(&gains(a)[..count]));
    let rule = nash.first().map_or(NashRule::Product, |at| {
        let first = gains(&points[*at]);
        let who: Vec<usize> = (0..count).filter(|k| first[*k] > 0).collect();
        match who.len() == count {
            true => NashRule::Product,
            false => NashRule::Those(who.into_iter().map(|k| PartyId::from_index(parties[k])).collect()),
        }
    });
    let shares = |a: &Payoff| -> Shares { shares(&gains(a), &ideal, count) };
    Solutions {
        nash,
        nash_rule: rule,
        kalai_smorodinsky: best(points, shares, compare_shares),
        egalitarian: best(points, |a| sorted(gains(a), count), Ord::cmp),
        utilitarian: best(
            points,
            |a| gains(a)[..count].iter().map(|gain| u128::from(*gain)).sum::<u128>(),
            Ord::cmp,
        ),
    }
}

type Gains = [u64; 4];

/// Every place at which a key is largest.
fn best<K>(points: &[Payoff], key: impl Fn(&Payoff) -> K, compare: impl Fn(&K, &K) -> Ordering) -> Solution {
    let mut found: Solution = Vec::new();
    let mut most: Option<K> = None;
    for (at, point) in points.iter().enumerate() {
        let own = key(point);
        match most.as_ref().map_or(Ordering::Greater, |most| compare(&own, most)) {
            Ordering::Less => {}
            Ordering::Equal => found.push(at),
            Ordering::Greater => {
                found.clear();
                found.push(at);
                most = Some(own);
            }
        }
    }
    found
}

/// The points with the largest product among those in which the same parties gain, for every group of as many as can gain at once. Products
/// of different groups cannot be compared: which is larger would depend on the units in which each party counts.
fn nash(points: &[Payoff], key: impl Fn(&Payoff) -> (usize, Wide)) -> Solution {
    let keys: Vec<(usize, Wide)> = points.iter().map(key).collect();
    let size = |group: usize| group.count_ones();
    let most = keys.iter().map(|(group, _)| size(*group)).max().unwrap_or(0);
    let mut best: [Option<&Wide>; 16] = [None; 16];
    for (group, product) in keys.iter().filter(|(group, _)| size(*group) == most) {
        let so_far = &mut best[group & 15];
        *so_far = (*so_far).max(Some(product));
    }
    let picked = keys.iter().enumerate().filter(|(_, (group, product))| best[group & 15] == Some(product));
    picked.filter(|(_, (group, _))| size(*group) == most).map(|(at, _)| at).collect()
}

/// Who gains, as bits, and the product of their gains.
fn nash_key(gains: &[u64]) -> (usize, Wide) {
    let mut factors = [1; 4];
    let (mut who, mut group) = (0, 0);
    for (at, gain) in gains.iter().enumerate().filter(|(_, gain)| **gain > 0) {
        factors[who] = *gain;
        who += 1;
        group |= 1 << at;
    }
    (group, Wide::product(&factors[..who]))
}

fn sorted(mut gains: Gains, count: usize) -> Gains {
    gains[..count].sort_unstable();
    gains
}

/// Shares of what each could gain at most, smallest first, as gain and most.
type Shares = [(u64, u64); 4];

fn shares(gains: &Gains, ideal: &Gains, count: usize) -> Shares {
    // Who can gain nothing counts as having all of it, and so never decides.
    let mut shares = [(1, 1); 4];
    for k in (0..count).filter(|k| ideal[*k] > 0) {
        shares[k] = (gains[k], ideal[k]);
    }
    shares[..count].sort_unstable_by(compare_share);
    shares
}

fn compare_share(a: &(u64, u64), b: &(u64, u64)) -> Ordering {
    (u128::from(a.0) * u128::from(b.1)).cmp(&(u128::from(b.0) * u128::from(a.1)))
}

fn compare_shares(a: &Shares, b: &Shares) -> Ordering {
    let pairs = a.iter().zip(b).map(|(a, b)| compare_share(a, b));
    pairs.fold(Ordering::Equal, Ordering::then)
}

/// How much of the joint gain was reached, and who has how much of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claims {
    /// Sum of the gains of those who sign.
    pub joint: Points,
    /// The largest such sum where everyone reaches its reservation value.
    pub most: Points,
    /// Gain of each party, in the level's order.
    pub gains: Vec<(PartyId, Points)>,
}

impl Claims {
    /// What a payoff of those who sign comes to; `None` without a ZOPA.
    #[must_use]
    pub fn of(survey: &Survey, payoff: &Payoff) -> Option<Self> {
        let most = survey.rational.points().iter().map(|points| survey.joint(points)).max()?;
        let gain = |party: PartyId| payoff[party.index()] - survey.reservation[party.index()];
        Some(Self {
            joint: survey.joint(payoff),
            most,
            gains: survey.parties.iter().map(|party| (party, gain(party))).collect(),
        })
    }

    /// Efficiency: joint gain ÷ largest joint gain. `None`: no value could be created.
    #[must_use]
    pub fn efficiency(&self) -> Option<super::Ratio> {
        super::Ratio::new(self.joint.into(), self.most.into()).filter(|_| self.most > 0)
    }

    /// Claim of a party: its gain ÷ joint gain. `None`: no value was created.
    #[must_use]
    pub fn claim(&self, party: PartyId) -> Option<super::Ratio> {
        let (_, gain) = self.gains.iter().find(|(other, _)| *other == party)?;
        super::Ratio::new((*gain).into(), self.joint.into()).filter(|_| self.joint > 0)
    }
}
