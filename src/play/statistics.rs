//! Means with their error, and whether two of them differ. Figures for reading: no game depends on them.

/// A mean of some values.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Mean {
    /// How many values.
    pub count: u32,
    /// Their mean.
    pub mean: f64,
    /// The standard error of it.
    pub error: f64,
}

/// Standard errors on either side of a mean within which 95 of 100 such means have the truth.
const NINETY_FIVE: f64 = 1.959_963_985;

impl Mean {
    /// The mean of some values; those that are no number do not count.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        // Welford's way: one pass, and no difference of large sums.
        let (mut count, mut mean, mut squares) = (0u32, 0.0, 0.0);
        for value in values.into_iter().filter(|value| value.is_finite()) {
            count += 1;
            let off: f64 = value - mean;
            mean += off / f64::from(count);
            squares += off * (value - mean);
        }
        let error = match count {
            0 | 1 => f64::NAN,
            _ => (squares / f64::from(count - 1) / f64::from(count)).sqrt(),
        };
        Self { count, mean: if count == 0 { f64::NAN } else { mean }, error }
    }

    /// Half the width of the interval that has the truth in 95 of 100 cases.
    #[must_use]
    pub fn half(&self) -> f64 {
        NINETY_FIVE * self.error
    }

    /// Of paired differences: how likely one as far from nothing would be by chance, if there were none. Both sides
    /// count, by the normal distribution, which takes some dozens of pairs.
    #[must_use]
    pub fn p_value(&self) -> f64 {
        if self.count < 2 {
            return f64::NAN;
        }
        if self.error == 0.0 {
            return if self.mean == 0.0 { 1.0 } else { 0.0 };
        }
        complement((self.mean / self.error).abs() / std::f64::consts::SQRT_2)
    }
}

/// The complementary error function of a number that is not negative (Abramowitz and Stegun 7.1.26, to 1.5e-7; and its tail).
fn complement(x: f64) -> f64 {
    if x > 3.0 {
        // The continued fraction holds where the polynomial loses the tail.
        let fraction = (1..=30).rev().fold(x, |rest, term| x + f64::from(term) / 2.0 / rest);
        return (-x * x).exp() / fraction / std::f64::consts::PI.sqrt();
    }
    let t = 1.0 / (1.0 + 0.327_591_1 * x);
    let terms = [1.061_405_429, -1.453_152_027, 1.421_413_741, -0.284_496_736, 0.254_829_592];
    terms.iter().fold(0.0, |sum, term| (sum + term) * t) * (-x * x).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_knows_its_error() {
        let mean = Mean::of([1.0, 2.0, 3.0, 4.0, f64::NAN]);
        assert_eq!((mean.count, mean.mean), (4, 2.5));
        assert!((mean.error - 0.645_497).abs() < 1e-6);
        assert!(Mean::of([]).mean.is_nan() && Mean::of([1.0]).p_value().is_nan());
    }

    #[test]
    fn the_tails_are_those_of_the_normal_distribution() {
        let p = |deviations: f64| Mean { count: 100, mean: deviations, error: 1.0 }.p_value();
        for (deviations, expected) in [(0.0, 1.0), (1.959_964, 0.05), (2.575_829, 0.01), (5.0, 5.733e-7)] {
            assert!((p(deviations) - expected).abs() < expected * 1e-3, "{deviations}: {}", p(deviations));
        }
        assert_eq!(Mean { count: 9, mean: 0.0, error: 0.0 }.p_value(), 1.0);
    }
}
