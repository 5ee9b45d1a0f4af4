//! Exact fractions, for shares and for values of games that are no whole numbers.

use std::cmp::Ordering;
use std::fmt;

use serde::Serialize;

/// An exact fraction in lowest terms, with a denominator above 0.
///
/// Sums of points stay far below 2⁶⁰ (a level is checked for that), and what is divided here are sums of at most a
/// few dozen of them by small numbers, so 128 bits hold every step.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct Ratio {
    /// The numerator, with the sign.
    pub numerator: i128,
    /// The denominator, above 0.
    pub denominator: i128,
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// A fraction; `None` if it would divide by 0.
    #[must_use]
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let common = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let common = i128::try_from(common).unwrap_or(1).max(1) * denominator.signum();
        Some(Self { numerator: numerator / common, denominator: denominator / common })
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: i128) -> Self {
        Self { numerator: value, denominator: 1 }
    }

    /// The nearest whole number of `parts` of one, halves away from 0: with 10,000 hundredths of a percent.
    #[must_use]
    pub fn rounded(self, parts: i128) -> i128 {
        let twice = 2 * self.numerator * parts;
        let half = if twice < 0 { -self.denominator } else { self.denominator };
        (twice + half) / (2 * self.denominator)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// By continued fractions, so that no product can overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b, mut c, mut d) =
            (self.numerator, self.denominator, other.numerator, other.denominator);
        loop {
            let whole = a.div_euclid(b).cmp(&c.div_euclid(d));
            let (p, q) = (a.rem_euclid(b), c.rem_euclid(d));
            if whole != Ordering::Equal || p == 0 || q == 0 {
                return whole.then(p.cmp(&0).cmp(&q.cmp(&0)).then_with(|| (p != 0).cmp(&(q != 0))));
            }
            // p/b against q/d is d/q against b/p.
            (a, b, c, d) = (d, q, b, p);
        }
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            1 => write!(f, "{}", self.numerator),
            _ => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(a: i128, b: i128) -> Ratio {
        Ratio::new(a, b).unwrap()
    }

    #[test]
    fn fractions_are_in_lowest_terms_and_in_order() {
        assert_eq!(ratio(6, -4), ratio(-3, 2));
        assert_eq!(ratio(0, -7), Ratio::ZERO);
        assert_eq!(Ratio::new(1, 0), None);
        assert_eq!(ratio(6, 4).to_string(), "3/2");
        assert_eq!(Ratio::whole(-3).to_string(), "-3");
        let mut all = Vec::new();
        for a in -12..=12 {
            for b in [1, 2, 3, 5, 7, 12] {
                all.push((a, b));
            }
        }
        for (a, b) in &all {
            for (c, d) in &all {
                assert_eq!(ratio(*a, *b).cmp(&ratio(*c, *d)), (a * d).cmp(&(c * b)), "{a}/{b} {c}/{d}");
            }
        }
        let huge = i128::MAX / 3;
        assert!(ratio(huge, huge - 1) > ratio(huge + 1, huge));
    }

    #[test]
    fn rounding_goes_to_the_nearest() {
        assert_eq!(ratio(1, 3).rounded(100), 33);
        assert_eq!(ratio(1, 8).rounded(100), 13);
        assert_eq!(ratio(-1, 8).rounded(100), -13);
        assert_eq!(ratio(2, 3).rounded(1), 1);
    }
}
