//! Decimal numbers as GENIUS writes them, and products of them, in whole numbers.

use crate::rules::decimal::Decimal;

/// Most digits that count. More than a double has; what follows them is dropped.
const DIGITS: usize = 17;

/// A decimal number: `mantissa` ÷ 10^`places`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Number {
    mantissa: i128,
    places: u32,
}

/// One, in the steps in which parts of one are kept.
const ONE: i128 = 1_000_000_000_000_000_000;

impl Number {
    /// Nothing.
    pub(super) const ZERO: Self = Self { mantissa: 0, places: 0 };

    /// One.
    pub(super) const ONE: Self = Self { mantissa: 1, places: 0 };

    /// Reads a number such as `7`, `-0.5` or `1.2E-4`; `None` if it is none, or is 10¹² or more in size. Digits after the seventeenth,
    /// and after the thirtieth place, are dropped.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (minus, digits) = match digits.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, digits.strip_prefix('+').unwrap_or(digits)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all = || whole.bytes().chain(fraction.bytes());
        if whole.len() + fraction.len() == 0 || !all().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let mut places = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
        let mut mantissa: i128 = 0;
        let mut taken = 0;
        for digit in all() {
            if taken == DIGITS {
                places -= 1;
                continue;
            }
            mantissa = mantissa * 10 + i128::from(digit - b'0');
            taken += usize::from(mantissa != 0);
        }
        while places > 30 {
            mantissa /= 10;
            places -= 1;
            if mantissa == 0 {
                places = 0;
            }
        }
        while places < 0 {
            if mantissa.unsigned_abs() > 1_000_000_000_000 {
                return None;
            }
            mantissa *= 10;
            places += 1;
            if mantissa == 0 {
                places = 0;
            }
        }
        let places = u32::try_from(places).ok()?;
        if mantissa / 10_i128.checked_pow(places)? >= 1_000_000_000_000 {
            return None;
        }
        Some(Self { mantissa: if minus { -mantissa } else { mantissa }, places })
    }

    /// Whether it is below 0.
    pub(super) fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// In units of 1/10⁹, halves up; `None` if it does not fit.
    pub(super) fn units(self) -> Option<i64> {
        i64::try_from(self.times(ONE)?).ok()
    }

    /// What a part of one, in steps of 1/10¹⁸, times this number comes to in units of 1/10⁹, halves up.
    pub(super) fn times(self, part: i128) -> Option<i128> {
        let product = self.mantissa.checked_mul(part)?;
        let over = 10_i128.checked_pow(self.places.checked_add(9)?)?;
        Some((product.checked_add(over / 2)?).div_euclid(over))
    }

    /// The part that it is of another, in steps of 1/10¹⁸, halves up; nothing of nothing is nothing. Neither is below 0.
    pub(super) fn part_of(self, most: Self) -> Option<i128> {
        let (own, its) = self.aligned(most)?;
        if its == 0 {
            return Some(0);
        }
        // At most seventeen digits and thirty places apart: scaled down together until the product fits.
        let (mut own, mut its) = (own, its);
        while own.checked_mul(2 * ONE).is_none() {
            (own, its) = (own / 10, (its / 10).max(1));
        }
        Some((2 * own * ONE + its).div_euclid(2 * its))
    }

    /// `self` + `slope` × `steps`, kept between 0 and 1, in steps of 1/10¹⁸.
    pub(super) fn line(self, slope: Self, steps: i64) -> Option<i128> {
        let rise = Self { mantissa: slope.mantissa.checked_mul(i128::from(steps))?, places: slope.places };
        let (a, b) = self.aligned(rise)?;
        let sum = Self { mantissa: a.checked_add(b)?, places: self.places.max(rise.places) };
        match sum.mantissa {
            ..0 => Some(0),
            mantissa => {
                let over = 10_i128.checked_pow(sum.places)?;
                if mantissa >= over { Some(ONE) } else { Self::part_of(sum, Self::ONE) }
            }
        }
    }

    /// Both mantissas with as many places.
    fn aligned(self, other: Self) -> Option<(i128, i128)> {
        let places = self.places.max(other.places);
        let own = self.mantissa.checked_mul(10_i128.checked_pow(places - self.places)?)?;
        let its = other.mantissa.checked_mul(10_i128.checked_pow(places - other.places)?)?;
        Some((own, its))
    }

    /// The larger of two.
    pub(super) fn max(self, other: Self) -> Self {
        match self.aligned(other) {
            Some((own, its)) if own >= its => self,
            // Too far apart to align: the one with fewer places is the larger.
            None if self.places <= other.places => self,
            _ => other,
        }
    }

    /// As a decimal for a text, if it has few enough digits.
    pub(super) fn decimal(self) -> Option<Decimal> {
        Decimal::new(i64::try_from(self.mantissa).ok()?, u8::try_from(self.places).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> Option<i64> {
        Number::read(text)?.units()
    }

    #[test]
    fn numbers_are_read_as_written() {
        for (text, expected) in [
            ("0.5", Some(500_000_000)),
            ("1", Some(1_000_000_000)),
            ("1.0E-4", Some(100_000)),
            ("2.5e2", Some(250_000_000_000)),
            ("-0.25", Some(-250_000_000)),
            (".5", Some(500_000_000)),
            ("0.0000000005", Some(1)),
            ("0.00000000049", Some(0)),
            ("0.30000000000000004", Some(300_000_000)),
            ("1E-400", Some(0)),
            ("0E400", Some(0)),
            ("1E400", None),
            ("", None),
            (".", None),
            ("-", None),
            ("1,5", None),
            ("NaN", None),
            ("Infinity", None),
            ("1e", None),
            ("1e99999999999", None),
            ("0x10", None),
            ("9999999999999", None),
        ] {
            assert_eq!(units(text), expected, "{text}");
        }
        assert_eq!(units(&"9".repeat(5000)), None);
        assert_eq!(units(&format!("0.{}", "3".repeat(5000))), Some(333_333_333));
    }

    #[test]
    fn parts_and_lines_are_kept_between_nothing_and_one() {
        let number = |text: &str| Number::read(text).unwrap();
        let part = |a: &str, b: &str| number("1").times(number(a).part_of(number(b)).unwrap()).unwrap();
        assert_eq!(part("1", "3"), 333_333_333);
        assert_eq!(part("2", "3"), 666_666_667);
        assert_eq!(part("0", "0"), 0);
        assert_eq!(part("0.3", "0.6"), 500_000_000);
        assert_eq!(number("0.5").times(number("7").part_of(number("14")).unwrap()), Some(250_000_000));
        let line = |offset: &str, slope: &str, steps| {
            number(offset).line(number(slope), steps).unwrap() / 1_000_000_000
        };
        assert_eq!(line("0", "0.1", 3), 300_000_000);
        assert_eq!(line("0.9", "0.1", 3), 1_000_000_000);
        assert_eq!(line("0.1", "-0.1", 3), 0);
        assert_eq!(number("0.2").max(number("0.19")), number("0.2"));
    }
}
