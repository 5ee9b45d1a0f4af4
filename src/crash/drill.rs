//! Faults on purpose, so that what happens then can be tried: see [`VARIABLE`].

/// Names a fault on purpose in the environment: `panic-at-start`, `panic-at-round-2`, `panic-in-thread-at-round-2`.
pub(super) const VARIABLE: &str = "RARE_TERMS_DRILL";

/// A fault on purpose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Drill {
    /// Before anything else is done.
    Start,
    /// As soon as the window shows this round.
    Round {
        /// Which round, from 1.
        round: u16,
        /// On a thread of its own.
        aside: bool,
    },
}

impl Drill {
    /// The drill that the environment asks for.
    #[must_use]
    pub fn asked() -> Option<Self> {
        Self::named(std::env::var(VARIABLE).ok()?.as_str())
    }

    fn named(name: &str) -> Option<Self> {
        if name == "panic-at-start" {
            return Some(Self::Start);
        }
        let round = |text: &str| text.parse().ok().filter(|round| *round > 0);
        match name.strip_prefix("panic-in-thread-at-round-") {
            Some(text) => Some(Self::Round { round: round(text)?, aside: true }),
            None => {
                let text = name.strip_prefix("panic-at-round-")?;
                Some(Self::Round { round: round(text)?, aside: false })
            }
        }
    }

    /// Breaks, if its time has come. `round` is the round that is shown; nothing before the first.
    pub fn hold(self, now: Option<u16>) {
        match (self, now) {
            (Self::Start, None) => fail(),
            (Self::Round { round, aside: false }, Some(now)) if now >= round => fail(),
            (Self::Round { round, aside: true }, Some(now)) if now == round => {
                let _ = std::thread::Builder::new().name("drill".to_owned()).spawn(fail);
            }
            _ => {}
        }
    }
}

#[expect(clippy::panic, reason = "a drill breaks on purpose")]
fn fail() {
    std::panic::panic_any("this is a drill");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drills_are_named() {
        assert_eq!(Drill::named("panic-at-start"), Some(Drill::Start));
        assert_eq!(Drill::named("panic-at-round-2"), Some(Drill::Round { round: 2, aside: false }));
        assert_eq!(Drill::named("panic-in-thread-at-round-3"), Some(Drill::Round { round: 3, aside: true }));
        for other in ["", "panic", "panic-at-round-", "panic-at-round-0", "panic-at-round-x"] {
            assert_eq!(Drill::named(other), None, "{other}");
        }
    }

    #[test]
    fn a_drill_waits_for_its_round() {
        let drill = Drill::Round { round: 2, aside: false };
        drill.hold(None);
        drill.hold(Some(1));
        assert!(std::panic::catch_unwind(|| drill.hold(Some(2))).is_err());
    }
}
