//! A domain: issues, and what every package is worth to each party.

use crate::rules::decimal::Decimal;

/// Units in a utility of 1 where a format gives utilities as decimals.
pub const SCALE: i64 = 1_000_000_000;

/// A negotiation domain as research programs exchange them. It was checked for form; what makes a level of it checks
/// the rest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Domain {
    /// Its name.
    pub name: String,
    /// Units in a utility of 1.
    pub scale: i64,
    /// What is negotiated; a package picks one value of each.
    pub issues: Vec<Question>,
    /// Who negotiates.
    pub parties: Vec<Profile>,
}

/// An issue of a domain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// Its name.
    pub name: String,
    /// Its values, in order.
    pub values: Vec<String>,
}

/// A party of a domain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// Its reservation value: what it has without an agreement, in units.
    pub reservation: i64,
    /// The factor by which its utility shrinks until the deadline, if the domain has one. The game knows none.
    pub discount: Option<Decimal>,
    /// Its utilities, in units.
    pub utility: Utility,
}

/// How a utility comes about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Utility {
    /// The sum of one number for each issue: one list for each issue, with one number for each value.
    Sum(Vec<Vec<i64>>),
    /// One number for every package, the last issue fastest.
    Table(Vec<i64>),
}

impl Domain {
    /// How many packages it has.
    #[must_use]
    pub fn packages(&self) -> u64 {
        self.issues.iter().map(|issue| issue.values.len() as u64).fold(1, u64::saturating_mul)
    }
}
