//! Products of up to four gains, exact whatever their size.

/// A whole number of up to 256 bits: its high half, then its low half, so that it compares as it counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Wide {
    high: u128,
    low: u128,
}

impl Wide {
    /// The product of up to four numbers; 1 of none.
    #[must_use]
    pub(super) fn product(factors: &[u64]) -> Self {
        let of = |at: usize| factors.get(at).map_or(1, |factor| u128::from(*factor));
        // Two factors of 64 bits fit 128.
        let (a, b) = (of(0) * of(1), of(2) * of(3));
        if let Some(low) = a.checked_mul(b) {
            return Self { high: 0, low };
        }
        let half = u128::from(u64::MAX);
        let (a_high, a_low, b_high, b_low) = (a >> 64, a & half, b >> 64, b & half);
        let lowest = a_low * b_low;
        // Each of these sums is below 2¹²⁸: a product of halves and a carry, at most (2⁶⁴−1)² + 2·(2⁶⁴−1).
        let middle = a_high * b_low + (lowest >> 64);
        let other = a_low * b_high + (middle & half);
        Self { high: a_high * b_high + (middle >> 64) + (other >> 64), low: (other << 64) | (lowest & half) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_exact() {
        assert_eq!(Wide::product(&[]), Wide { high: 0, low: 1 });
        assert_eq!(Wide::product(&[3, 5, 7]), Wide { high: 0, low: 105 });
        assert_eq!(Wide::product(&[1 << 63, 1 << 63, 4]), Wide { high: 1, low: 0 });
        let most = u64::MAX;
        // (2⁶⁴−1)⁴ = 2²⁵⁶ − 2¹⁹⁴ + 6·2¹²⁸ − 2⁶⁶ + 1.
        let all = Wide::product(&[most; 4]);
        assert_eq!(all.low, 0u128.wrapping_sub(1 << 66) + 1);
        assert_eq!(all.high, u128::MAX - (1 << 66) + 1 + 5);
        assert!(Wide::product(&[most, most, most, most - 1]) < all);
    }
}
