//! How long ago something was, in words.

use super::Words;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

impl Words {
    /// How long ago something was that lies so many seconds back: "5 minutes ago".
    #[must_use]
    pub fn ago(&self, seconds: u64) -> String {
        let (key, count) = match seconds {
            0..MINUTE => return self.get("ago-now"),
            MINUTE..HOUR => ("ago-minutes", seconds / MINUTE),
            HOUR..DAY => ("ago-hours", seconds / HOUR),
            DAY.. => ("ago-days", seconds / DAY),
        };
        self.text(key, &[("count", i64::try_from(count).unwrap_or(i64::MAX).into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_whole_unit_is_told() {
        let words = Words::english();
        for (seconds, told) in [
            (59, "just now"),
            (60, "1 minute ago"),
            (3599, "59 minutes ago"),
            (3600, "1 hour ago"),
            (2 * 86_400 - 1, "1 day ago"),
            (86_400 * 400, "400 days ago"),
        ] {
            assert_eq!(words.ago(seconds), told, "{seconds}");
        }
    }
}
