//! Exact decimal numbers in level and rule book files.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::ser::{Error as _, Serialize, Serializer};

/// The most digits a fraction may have: with up to fifteen, what was read is what was written.
const DIGITS: u32 = 15;

/// The most places after the point.
const PLACES: u8 = 18;

/// A number as written, such as `3`, `-0.5` or `.35`: no rounding, no float arithmetic.
///
/// The parser hands fractions over as the nearest float. Every decimal of up to fifteen digits can be told back from its float, so
/// those are read exactly; a fraction that needs more digits is refused. Whole numbers are exact up to the limits of `i64`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Decimal {
    /// All digits, with sign.
    mantissa: i64,
    /// How many of them stand after the point. The last of those is never 0.
    places: u8,
}

impl Decimal {
    /// The number `mantissa / 10^places`; `None` for more than 18 places.
    #[must_use]
    pub fn new(mantissa: i64, places: u8) -> Option<Self> {
        if places > PLACES {
            return None;
        }
        let (mut mantissa, mut places) = (mantissa, places);
        while places > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            places -= 1;
        }
        Some(Self { mantissa, places })
    }

    /// The digits with sign, without the point.
    #[must_use]
    pub fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// How many of the digits stand after the point, 0 to 18.
    #[must_use]
    pub fn places(self) -> u8 {
        self.places
    }

    /// The number times `unit`, if that is a whole number within `i64`. With unit 1000, `0.35` gives 350 and `0.0001` nothing.
    #[must_use]
    pub fn scaled(self, unit: i64) -> Option<i64> {
        let product = i128::from(self.mantissa) * i128::from(unit);
        let divisor = 10_i128.pow(u32::from(self.places));
        if product % divisor != 0 {
            return None;
        }
        i64::try_from(product / divisor).ok()
    }

    /// Reads the shortest digits that stand for `value`; `None` if it is no number, too large, too small or needs too many digits.
    fn from_float(value: f64) -> Option<Self> {
        // Such as `-1.5e-7`; `NaN` and `inf` have no `e`.
        let text = format!("{value:e}");
        let (digits, exponent) = text.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let count = whole.trim_start_matches('-').len() + fraction.len();
        if count > DIGITS as usize {
            return None;
        }
        let mantissa: i64 = format!("{whole}{fraction}").parse().ok()?;
        let places = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
        match u8::try_from(places) {
            Ok(places) => Self::new(mantissa, places),
            Err(_) => {
                let zeros = u32::try_from(places.checked_neg()?).ok()?;
                Self::new(mantissa.checked_mul(10_i64.checked_pow(zeros)?)?, 0)
            }
        }
    }
}

impl From<i64> for Decimal {
    fn from(whole: i64) -> Self {
        Self { mantissa: whole, places: 0 }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.places == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let divisor = 10_u64.pow(u32::from(self.places));
        let digits = self.mantissa.unsigned_abs();
        let width = usize::from(self.places);
        write!(f, "{sign}{}.{:0width$}", digits / divisor, digits % divisor)
    }
}

impl Serialize for Decimal {
    /// As a number: whole ones as integers, others as the nearest float, which reads back as the same decimal if it
    /// has no more than fifteen digits.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.places {
            0 => serializer.serialize_i64(self.mantissa),
            _ => serializer.serialize_f64(self.to_string().parse().map_err(S::Error::custom)?),
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Digits)
    }
}

struct Digits;

impl Visitor<'_> for Digits {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of at most 15 digits")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Decimal, E> {
        let value = i64::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))?;
        Ok(value.into())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Decimal, E> {
        Decimal::from_float(value).ok_or_else(|| E::invalid_value(Unexpected::Float(value), &self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(i64, u8)> {
        ron::from_str::<Decimal>(text).ok().map(|d| (d.mantissa, d.places))
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        for (text, mantissa, places) in [
            ("3", 3, 0),
            ("-3", -3, 0),
            ("+3", 3, 0),
            ("3.0", 3, 0),
            ("10.50", 105, 1),
            ("-0.5", -5, 1),
            (".35", 35, 2),
            ("0.1", 1, 1),
            ("1e3", 1000, 0),
            ("1.5e-7", 15, 8),
            ("-0.0", 0, 0),
            ("123456789.123456", 123_456_789_123_456, 6),
            ("9223372036854775807", i64::MAX, 0),
            ("-9223372036854775808", i64::MIN, 0),
        ] {
            assert_eq!(read(text), Some((mantissa, places)), "{text}");
        }
        for text in [
            "NaN",
            "inf",
            "-inf",
            "1e300",
            "1e-300",
            "0.1234567890123456",
            "9223372036854775808",
            "99999999999999999999",
            "\"3\"",
            "(3)",
            "[3]",
            "three",
            "true",
            "()",
            "1..2",
            "None",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn every_short_decimal_survives() {
        for mantissa in -2000..2000 {
            for places in 0..5 {
                let wanted = Decimal::new(mantissa, places).unwrap();
                assert_eq!(ron::from_str::<Decimal>(&wanted.to_string()), Ok(wanted));
                assert_eq!(ron::from_str::<Decimal>(&ron::to_string(&wanted).unwrap()), Ok(wanted));
            }
        }
    }

    #[test]
    fn scales_exactly_or_not_at_all() {
        let d = |m, p| Decimal::new(m, p).unwrap();
        assert_eq!(d(35, 2).scaled(100), Some(35));
        assert_eq!(d(35, 2).scaled(1000), Some(350));
        assert_eq!(d(35, 2).scaled(10), None);
        assert_eq!(d(-5, 1).scaled(2), Some(-1));
        assert_eq!(d(i64::MAX, 0).scaled(2), None);
        assert_eq!(d(i64::MAX, 18).scaled(i64::MAX), None);
        assert_eq!(d(500, 2), d(5, 0));
        assert_eq!(Decimal::new(1, 19), None);
        assert_eq!(d(-5, 3).to_string(), "-0.005");
    }
}
