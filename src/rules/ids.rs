//! The small types that carry meaning: who, which, how much.

use std::fmt;
use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

/// Most parties in a level.
pub const MAX_PARTIES: usize = 4;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $inner:ty) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl $name {
            /// Position in the level's list.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of a position in the level's list.
            #[must_use]
            pub fn from_index(index: usize) -> Self {
                Self(<$inner>::try_from(index).unwrap_or(<$inner>::MAX))
            }
        }
    };
}

id!(
    /// A party, by its place in the level's list.
    PartyId, u8
);
id!(
    /// An issue, by its place in the level's list.
    IssueId, u8
);
id!(
    /// An option, by its place in its issue's list.
    OptionId, u16
);
id!(
    /// An interest, by its place in the level's list.
    InterestId, u8
);
id!(
    /// A bloc, by its place in its chamber's list.
    BlocId, u8
);
id!(
    /// A mandate, by its place in its party's list of archetypes.
    ArchetypeId, u8
);
id!(
    /// A linkage, by its place in the level's list.
    LinkageId, u16
);
id!(
    /// A resource, by its place in the level's list.
    ResourceId, u8
);
id!(
    /// A pledge, by its place in the level's list.
    PledgeId, u8
);
id!(
    /// A project, by its place in its pledge's list.
    ProjectId, u8
);
id!(
    /// A threat, by its place in the level's list.
    ThreatId, u8
);
id!(
    /// An event of the level, by its place in the level's list.
    HappeningId, u8
);
id!(
    /// A headline, by its place in the level's list.
    HeadlineId, u16
);
id!(
    /// An offer, counted from the start of the game.
    OfferId, u32
);
id!(
    /// A signed pact, counted from the start of the game.
    PactId, u32
);

/// A round, counted from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Round(pub u16);

impl Round {
    /// Place in the calendar.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0).saturating_sub(1)
    }

    /// Rounds from here to a later one; 0 if it is not later.
    #[must_use]
    pub fn until(self, later: Self) -> u16 {
        later.0.saturating_sub(self.0)
    }

    /// The round after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// A set of parties.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(from = "Vec<PartyId>", into = "Vec<PartyId>")]
pub struct PartySet(u8);

impl PartySet {
    /// No party.
    pub const NONE: Self = Self(0);

    /// The first `count` parties of a level.
    #[must_use]
    pub fn first(count: usize) -> Self {
        (0..count.min(MAX_PARTIES)).map(PartyId::from_index).collect()
    }

    /// One party.
    #[must_use]
    pub fn one(party: PartyId) -> Self {
        Self(1u8.checked_shl(u32::from(party.0)).unwrap_or(0))
    }

    /// This set and one more party.
    #[must_use]
    pub fn with(self, party: PartyId) -> Self {
        Self(self.0 | Self::one(party).0)
    }

    /// This set without a party.
    #[must_use]
    pub fn without(self, party: PartyId) -> Self {
        Self(self.0 & !Self::one(party).0)
    }

    /// This set without the parties of another.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The set as bits, the first party lowest.
    #[must_use]
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Both sets together.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Parties in both sets.
    #[must_use]
    pub fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether a party is in it.
    #[must_use]
    pub fn has(self, party: PartyId) -> bool {
        self.0 & Self::one(party).0 != 0
    }

    /// Whether every party of the other set is in it.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// How many parties.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The parties, in the level's order.
    pub fn iter(self) -> impl Iterator<Item = PartyId> + Clone {
        (0..8u8).map(PartyId).filter(move |p| self.has(*p))
    }

    /// All sets of at least `least` parties out of this one, small ones first.
    #[must_use]
    pub fn subsets(self, least: usize) -> Vec<Self> {
        let mut all: Vec<Self> =
            (0..=self.0).map(Self).filter(|s| self.covers(*s) && s.len() >= least).collect();
        all.sort_by_key(|s| (s.len(), s.0));
        all
    }
}

impl FromIterator<PartyId> for PartySet {
    fn from_iter<I: IntoIterator<Item = PartyId>>(parties: I) -> Self {
        parties.into_iter().fold(Self::NONE, Self::with)
    }
}

impl From<Vec<PartyId>> for PartySet {
    fn from(parties: Vec<PartyId>) -> Self {
        parties.into_iter().collect()
    }
}

impl From<PartySet> for Vec<PartyId> {
    fn from(set: PartySet) -> Self {
        set.iter().collect()
    }
}

impl fmt::Debug for PartySet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(|p| p.0)).finish()
    }
}

/// One value for each party of a level.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ByParty<T>(pub Vec<T>);

impl<T> ByParty<T> {
    /// A value for each of `count` parties.
    pub fn from_fn(count: usize, value: impl FnMut(PartyId) -> T) -> Self {
        Self((0..count).map(PartyId::from_index).map(value).collect())
    }

    /// The values with their parties.
    pub fn iter(&self) -> impl Iterator<Item = (PartyId, &T)> {
        self.0.iter().enumerate().map(|(i, value)| (PartyId::from_index(i), value))
    }

    /// The parties.
    pub fn parties(&self) -> impl Iterator<Item = PartyId> + use<T> {
        (0..self.0.len()).map(PartyId::from_index)
    }

    /// How many parties.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no party.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Index<PartyId> for ByParty<T> {
    type Output = T;

    fn index(&self, party: PartyId) -> &T {
        &self.0[party.index()]
    }
}

impl<T> IndexMut<PartyId> for ByParty<T> {
    fn index_mut(&mut self, party: PartyId) -> &mut T {
        &mut self.0[party.index()]
    }
}

/// Points in the level's score unit times percent of multiplier, undivided (see `Level::per_point`).
pub type Points = i64;

/// Hundredths: of a point of net, of support, or of a round's cover.
pub type Centi = i64;
