//! When something was written, in words. Times are those of Greenwich, and say so: no time zone is known here.

use crate::words::Words;

const DAY: u64 = 86_400;

const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];

/// A moment in words, as seen from another; both in seconds since 1970.
#[must_use]
pub fn when(words: &Words, at: u64, now: u64) -> String {
    if at == 0 {
        return words.get("when-unknown");
    }
    let time = format!("{:02}:{:02}", at % DAY / 3_600, at % 3_600 / 60);
    let (day, today) = (at / DAY, now / DAY);
    if day == today {
        return words.text("when-today", &[("time", time.into())]);
    }
    if day + 1 == today {
        return words.text("when-yesterday", &[("time", time.into())]);
    }
    let (year, month, day) = date(day);
    let month = words.get(MONTHS.get(month).copied().unwrap_or("when-unknown"));
    // A year is no count: it is not parted into thousands.
    let (year, day) = (year.to_string(), day.to_string());
    words.text(
        "when-date",
        &[("day", day.into()), ("month", month.into()), ("year", year.into()), ("time", time.into())],
    )
}

/// A day as it stands in the name of a file, so that names sort by it: "2025-11-28".
#[must_use]
pub fn day(at: u64) -> String {
    let (year, month, day) = date(at / DAY);
    format!("{year:04}-{:02}-{day:02}", month + 1)
}

/// Year, month from 0 and day from 1 of a day since 1970.
fn date(day: u64) -> (u64, usize, u64) {
    let (mut year, mut left) = (1970, day);
    loop {
        let length = if leap(year) { 366 } else { 365 };
        if left < length {
            break;
        }
        left -= length;
        year += 1;
        // A time that is no time would go on for ages.
        if year > 9_999 {
            return (year, 0, 1);
        }
    }
    let lengths = [31, if leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (month, length) in lengths.into_iter().enumerate() {
        if left < length {
            return (year, month, left + 1);
        }
        left -= length;
    }
    (year, 11, 31)
}

fn leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_dates() {
        for (day, date_) in [
            (0, (1970, 0, 1)),
            (58, (1970, 1, 28)),
            (59, (1970, 2, 1)),
            (11_016, (2000, 1, 29)),
            (20_417, (2025, 10, 25)),
            (47_541, (2100, 2, 1)),
            (u64::MAX / DAY, (10_000, 0, 1)),
        ] {
            assert_eq!(date(day), date_, "{day}");
        }
    }

    #[test]
    fn near_days_have_names() {
        let words = Words::english();
        let now = 1_764_080_000;
        assert_eq!(when(&words, now, now), "today 14:13 UTC");
        assert_eq!(when(&words, now - DAY, now), "yesterday 14:13 UTC");
        assert_eq!(when(&words, now - 2 * DAY, now), "23 November 2025, 14:13 UTC");
        assert_eq!(when(&words, now + DAY, now), "26 November 2025, 14:13 UTC");
        assert_eq!(when(&words, 0, now), "at an unknown time");
        assert_eq!(day(now), ["2025", "11", "25"].join("-"));
    }
}
