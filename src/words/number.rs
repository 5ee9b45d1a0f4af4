//! How figures are worded. Values come in hundredths, as whole numbers, and show at most one decimal: nobody knows more of them.

/// The minus sign, as wide as a plus.
pub(super) const MINUS: &str = "\u{2212}";

/// A change with its sign: 1250 is "+12.5", −300 is "−3", nothing is "0". A `unit` follows after a space that does not break; one that
/// begins with % or a degree sign follows at once.
#[must_use]
pub fn signed(hundredths: i64, unit: &str) -> String {
    let tenths = tenths(hundredths);
    let sign = match tenths {
        ..0 => MINUS,
        0 => "",
        1.. => "+",
    };
    with_unit(format!("{sign}{}", digits(tenths)), unit)
}

/// A stand or a total: 1250 is "12.5", 6500 is "65", −300 is "−3".
#[must_use]
pub fn points(hundredths: i64) -> String {
    let tenths = tenths(hundredths);
    format!("{}{}", if tenths < 0 { MINUS } else { "" }, digits(tenths))
}

/// A share or a rate, in hundredths of a percent: 1550 is "15.5 %".
#[must_use]
pub fn percent(hundredths: i64) -> String {
    with_unit(points(hundredths), "%")
}

/// Points of a level, of which `per_point` make one on screen, in hundredths of that. What is less than a hundredth is cut: rounding comes
/// once, where a figure is written.
#[must_use]
pub fn hundredths(points: i64, per_point: i64) -> i64 {
    let value = i128::from(points) * 100 / i128::from(per_point.max(1));
    i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
}

/// Tenths, rounded to the nearest and halves away from nothing, so that both directions round alike.
fn tenths(hundredths: i64) -> i64 {
    hundredths / 10 + (hundredths % 10) / 5
}

/// Digits without the sign. Groups of three are parted from 10 000 on.
fn digits(tenths: i64) -> String {
    let size = tenths.unsigned_abs();
    let (whole, part) = (size / 10, size % 10);
    let mut text = whole.to_string();
    if whole >= 10_000 {
        let mut at = text.len();
        while at > 3 {
            at -= 3;
            text.insert(at, ',');
        }
    }
    if part != 0 {
        text.push('.');
        text.push_str(&part.to_string());
    }
    text
}

fn with_unit(figure: String, unit: &str) -> String {
    if unit.is_empty() || unit.starts_with('\u{b0}') { figure + unit } else { figure + "\u{a0}" + unit }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_worded_alike() {
        for (value, change, stand) in [
            (0, "0", "0"),
            (4, "0", "0"),
            (-4, "0", "0"),
            (5, "+0.1", "0.1"),
            (-5, "\u{2212}0.1", "\u{2212}0.1"),
            (1250, "+12.5", "12.5"),
            (1249, "+12.5", "12.5"),
            (1244, "+12.4", "12.4"),
            (-300, "\u{2212}3", "\u{2212}3"),
            (995, "+10", "10"),
            (999_900, "+9999", "9999"),
            (123_456_700, "+1,234,567", "1,234,567"),
        ] {
            assert_eq!(signed(value, ""), change, "{value}");
            assert_eq!(points(value), stand, "{value}");
        }
        assert_eq!(signed(550, "points"), "+5.5\u{a0}points");
        assert_eq!(signed(-550, "%"), "\u{2212}5.5\u{a0}%");
        assert_eq!(percent(1500), "15\u{a0}%");
    }

    #[test]
    fn a_figure_is_rounded_once() {
        assert_eq!(hundredths(499, 10_000), 4);
        assert_eq!([points(hundredths(499, 10_000)), points(hundredths(500, 10_000))], ["0", "0.1"]);
        assert_eq!(
            [hundredths(-499, 10_000), hundredths(7, 0), hundredths(i64::MAX, 1)],
            [-4, 700, i64::MAX]
        );
    }

    #[test]
    fn the_ends_of_the_range_hold() {
        assert_eq!(points(i64::MIN), "\u{2212}92,233,720,368,547,758.1");
        assert_eq!(points(i64::MAX), "92,233,720,368,547,758.1");
    }
}
