//! Packages, communiqués and the proposals that carry them.

use serde::{Deserialize, Serialize};

use super::clause::Clause;

use super::ids::{ByParty, HeadlineId, IssueId, OptionId, PartyId, PartySet};
use super::level::Level;

/// Options for some issues, at most one for each, in the level's order of issues, and the clauses that say
/// when they count, in order.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Package {
    terms: Vec<(IssueId, OptionId)>,
    clauses: Vec<Clause>,
}

/// A package as it is written down; reading sorts it.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Written {
    terms: Vec<(IssueId, OptionId)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    clauses: Vec<Clause>,
}

impl Package {
    /// Sets nothing.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// The option set for an issue.
    #[must_use]
    pub fn option(&self, issue: IssueId) -> Option<OptionId> {
        let at = self.terms.binary_search_by_key(&issue, |term| term.0).ok()?;
        Some(self.terms[at].1)
    }

    /// Sets an issue.
    pub fn set(&mut self, issue: IssueId, option: OptionId) {
        match self.terms.binary_search_by_key(&issue, |term| term.0) {
            Ok(at) => self.terms[at].1 = option,
            Err(at) => self.terms.insert(at, (issue, option)),
        }
    }

    /// Leaves an issue alone, and drops what was said of it.
    pub fn clear(&mut self, issue: IssueId) {
        self.terms.retain(|term| term.0 != issue);
        self.clauses.retain(|clause| clause.issue != issue);
    }

    /// Sets an issue to an option, or leaves it alone.
    pub fn change(&mut self, issue: IssueId, option: Option<OptionId>) {
        match option {
            Some(option) => self.set(issue, option),
            None => self.clear(issue),
        }
    }

    /// Adds a clause; one of the same kind for the same issue is replaced.
    pub fn agree(&mut self, clause: Clause) {
        self.clauses.retain(|c| c.issue != clause.issue || !c.when.same_kind(clause.when));
        let at = self.clauses.partition_point(|c| *c < clause);
        self.clauses.insert(at, clause);
    }

    /// Takes a clause out.
    pub fn drop_clause(&mut self, clause: Clause) {
        self.clauses.retain(|c| *c != clause);
    }

    /// Its clauses, in order.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The same package with an issue set.
    #[must_use]
    pub fn with(mut self, issue: IssueId, option: OptionId) -> Self {
        self.set(issue, option);
        self
    }

    /// Its terms, in the level's order.
    pub fn terms(&self) -> impl Iterator<Item = (IssueId, OptionId)> + '_ {
        self.terms.iter().copied()
    }

    /// The issues it sets, in the level's order.
    pub fn issues(&self) -> impl Iterator<Item = IssueId> + '_ {
        self.terms.iter().map(|term| term.0)
    }

    /// How many issues it sets.
    #[must_use]
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether it sets nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

impl From<Written> for Package {
    fn from(written: Written) -> Self {
        let mut package: Self = written.terms.into_iter().collect();
        package.clauses = written.clauses;
        package.clauses.sort_unstable();
        package
    }
}

impl From<Package> for Written {
    fn from(package: Package) -> Self {
        Self { terms: package.terms, clauses: package.clauses }
    }
}

impl FromIterator<(IssueId, OptionId)> for Package {
    fn from_iter<I: IntoIterator<Item = (IssueId, OptionId)>>(terms: I) -> Self {
        let mut package = Self::empty();
        for (issue, option) in terms {
            package.set(issue, option);
        }
        package
    }
}

/// What the signatories say of a pact in public: a headline and a split of the credit.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Communique {
    /// One of the level's headlines.
    #[serde(default)]
    pub headline: Option<HeadlineId>,
    /// Percent of the credit, by party; 100 in all, 0 for parties that do not sign.
    pub credit: ByParty<i64>,
}

impl Communique {
    /// An even split between some parties; what does not divide goes to the first.
    #[must_use]
    pub fn even(level: &Level, parties: PartySet) -> Self {
        let count = i64::try_from(parties.len().max(1)).unwrap_or(1);
        let mut rest = 100 % count;
        let credit = ByParty::from_fn(level.parties.len(), |party| {
            if !parties.has(party) {
                return 0;
            }
            let share = 100 / count + i64::from(rest > 0);
            rest = (rest - 1).max(0);
            share
        });
        Self { headline: None, credit }
    }

    /// The same with the first of the level's headlines that fits a package.
    #[must_use]
    pub fn headed(mut self, level: &Level, package: &Package) -> Self {
        self.headline = headlines(level, package).next();
        self
    }
}

/// The headlines that fit a package, in the level's order.
pub fn headlines<'a>(level: &'a Level, package: &'a Package) -> impl Iterator<Item = HeadlineId> + 'a {
    let fits =
        |issues: &[IssueId]| issues.is_empty() || issues.iter().any(|issue| package.option(*issue).is_some());
    level
        .headlines
        .iter()
        .enumerate()
        .filter(move |(_, headline)| fits(&headline.issues))
        .map(|(at, _)| HeadlineId::from_index(at))
}

/// A package, who would sign it, and what they would say of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Proposal {
    /// Everyone who would sign.
    pub parties: PartySet,
    /// The terms.
    pub package: Package,
    /// What is said in public.
    pub communique: Communique,
}

impl Proposal {
    /// The same with one issue set to an option, or left out.
    #[must_use]
    pub fn changed(&self, issue: IssueId, option: Option<OptionId>) -> Self {
        let mut changed = self.clone();
        changed.package.change(issue, option);
        changed
    }

    /// A proposal with the credit split evenly and the first fitting headline.
    #[must_use]
    pub fn plain(level: &Level, parties: PartySet, package: Package) -> Self {
        let communique = Communique::even(level, parties).headed(level, &package);
        Self { parties, package, communique }
    }

    /// The parties other than one.
    pub fn others(&self, party: PartyId) -> impl Iterator<Item = PartyId> + Clone {
        self.parties.without(party).iter()
    }
}
