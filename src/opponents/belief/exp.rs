//! The exponential of numbers that are not positive, the same to the last bit on every machine: nothing but sums and products.

/// Below this the result is nothing.
const LEAST: f64 = -60.0;

/// e to the power of a number of at most 0; larger numbers count as 0.
#[must_use]
pub(in crate::opponents) fn exp(x: f64) -> f64 {
    if x <= LEAST {
        return 0.0;
    }
    let x = x.min(0.0);
    // In steps of a power of two the series of eight terms is exact to the twelfth digit.
    let small = x / 256.0;
    let series = (1..=8).rev().fold(1.0, |sum, term| 1.0 + sum * small / f64::from(term));
    (0..8).fold(series, |power, _| power * power)
}

/// How likely something is that happens the more surely the larger `x` is: a half at 0.
#[must_use]
pub(super) fn logistic(x: f64) -> f64 {
    let small = exp(-x.abs());
    if x >= 0.0 { 1.0 / (1.0 + small) } else { small / (1.0 + small) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_exponential() {
        for step in 0..600 {
            let x = -f64::from(step) / 10.0;
            let (ours, theirs) = (exp(x), x.exp());
            assert!((ours - theirs).abs() <= theirs * 1e-9 + 1e-30, "{x}: {ours} and {theirs}");
        }
        assert!((logistic(0.0) - 0.5).abs() < 1e-12);
        assert!((logistic(2.0) + logistic(-2.0) - 1.0).abs() < 1e-12);
    }
}
