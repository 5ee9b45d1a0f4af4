//! Conditional clauses: terms that take effect, lapse or end on conditions.

use serde::{Deserialize, Serialize};

use super::ids::{IssueId, OptionId, PartySet, Round};

/// What a pact says of one of its terms besides the option.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Clause {
    /// The issue of the term.
    pub issue: IssueId,
    /// What is said of it.
    pub when: When,
}

/// When a term counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum When {
    /// It takes effect at the first Reckoning at which the test holds. Until then the issue is held as
    /// it stands.
    TakesEffectIf(Test),
    /// It lapses at the first Reckoning at which the test holds: what was in force before comes back.
    LapsesIf(Test),
    /// It lapses at the Reckoning of this round (a sunset clause).
    Until(Round),
}

/// What a clause looks at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Test {
    /// An option from the first to the last of these, in the issue's order, is in force.
    InForce {
        /// The issue.
        issue: IssueId,
        /// The first option that counts.
        from: OptionId,
        /// The last option that counts.
        to: OptionId,
    },
    /// A pact that these parties all signed stands.
    Pact(PartySet),
}

impl Test {
    /// The issue that it looks at, if it looks at one.
    #[must_use]
    pub fn issue(self) -> Option<IssueId> {
        match self {
            Self::InForce { issue, .. } => Some(issue),
            Self::Pact(_) => None,
        }
    }

    /// Whether it holds, given what is in force and which pacts stand.
    pub fn holds(
        self,
        option: impl FnOnce(IssueId) -> OptionId,
        stands: impl FnOnce(PartySet) -> bool,
    ) -> bool {
        match self {
            Self::InForce { issue, from, to } => (from..=to).contains(&option(issue)),
            Self::Pact(parties) => stands(parties),
        }
    }
}

impl When {
    /// What it looks at, if it looks at anything but the calendar.
    #[must_use]
    pub fn test(self) -> Option<Test> {
        match self {
            Self::TakesEffectIf(test) | Self::LapsesIf(test) => Some(test),
            Self::Until(_) => None,
        }
    }

    /// Whether two clauses of a term are of the same kind.
    #[must_use]
    pub fn same_kind(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}
