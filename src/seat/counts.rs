//! How many turns a program had, and how many it lost and why.

use serde::Serialize;

/// Why a turn was lost.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lost {
    /// The program had ended, or could not be started.
    Ended,
    /// Its time was up.
    Late,
    /// It was late so often that it is not asked any more in this game.
    Silent,
    /// What it sent was refused too often.
    Refused,
    /// It sent too much.
    Flooded,
}

impl Lost {
    /// All ways to lose a turn.
    pub const ALL: [Self; 5] = [Self::Ended, Self::Late, Self::Silent, Self::Refused, Self::Flooded];
}

/// How often a program was asked, and what came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Counts {
    /// Games that it was to play.
    pub games: u64,
    /// Processes that were started for it.
    pub started: u64,
    /// Turns that it had.
    pub turns: u64,
    /// Of which it lost because it had ended, or could not be started.
    pub ended: u64,
    /// Of which it lost because its time was up.
    pub late: u64,
    /// Of which it lost without being asked, because it had been late so often.
    pub silent: u64,
    /// Of which it lost because what it sent was refused too often.
    pub refused: u64,
    /// Of which it lost because it sent too much.
    pub flooded: u64,
    /// Replies that were refused, those included after which it found a right one.
    pub errors: u64,
    /// Replies that came when their turn was over, and were dropped.
    pub stale: u64,
}

impl Counts {
    /// Turns that were lost for a reason.
    #[must_use]
    pub fn lost_to(&self, why: Lost) -> u64 {
        match why {
            Lost::Ended => self.ended,
            Lost::Late => self.late,
            Lost::Silent => self.silent,
            Lost::Refused => self.refused,
            Lost::Flooded => self.flooded,
        }
    }

    /// Turns that were lost.
    #[must_use]
    pub fn lost(&self) -> u64 {
        Lost::ALL.iter().map(|why| self.lost_to(*why)).sum()
    }

    pub(super) fn lose(&mut self, why: Lost) {
        *match why {
            Lost::Ended => &mut self.ended,
            Lost::Late => &mut self.late,
            Lost::Silent => &mut self.silent,
            Lost::Refused => &mut self.refused,
            Lost::Flooded => &mut self.flooded,
        } += 1;
    }
}
