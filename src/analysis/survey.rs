//! One walk over the packages that a coalition could sign: how many there are, how many leave nobody with less than its
//! reservation value, and the frontier.

use super::frontier::Frontier;
use super::search::{self, Bound};
use super::sieve::Sieve;
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, PartySet, Points};
use crate::rules::payoff::{EXACT_LIMIT, Payoff, Table};

/// How much of the packages was looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// All of them: what follows is exact.
    Exact,
    /// There are more than two million, so a part was searched: what follows is approximate. No package
    /// beats the bound.
    Searched(Bound),
}

/// What there is for a coalition to sign.
///
/// The choice that leaves everything as it is, is no deal and no package. Only the parties of the coalition count for the
/// frontier and for its ZOPA; what happens to others is told by [`super::coalition`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Survey {
    /// Who would sign.
    pub parties: PartySet,
    /// What each party should not go below; the ZOPA is counted against it.
    pub reservation: Payoff,
    /// How much was looked at.
    pub reach: Reach,
    /// Packages looked at.
    pub packages: u64,
    /// Least and most points of each party over them; 0 for parties that do not sign or where there is no package.
    pub range: (Payoff, Payoff),
    /// Packages by exactly who reaches its reservation value: bits as in [`PartySet::bits`].
    reached: [u64; 16],
    /// The frontier of all of them.
    pub frontier: Frontier,
    /// Its part in which everyone reaches its reservation value.
    pub rational: Frontier,
    /// What a search came by. A package is then known by its number here and not by its place in the table, of which
    /// there may be more than numbers can count.
    found: Vec<Vec<usize>>,
}

impl Survey {
    /// Looks at the packages of a table. Exact up to [`EXACT_LIMIT`] packages.
    #[must_use]
    pub fn of(game: &Game, table: &Table, reservation: &Payoff) -> Self {
        Self::among(game, table, reservation, |_, _| true)
    }

    /// The same, as if there were only the packages that are wanted, by rows and payoff.
    pub(super) fn among(
        game: &Game,
        table: &Table,
        reservation: &Payoff,
        wanted: impl FnMut(&[usize], &Payoff) -> bool,
    ) -> Self {
        let slots: Vec<usize> = table.parties.iter().map(PartyId::index).collect();
        match slots[..] {
            [a, b] => look(game, table, reservation, &[a, b], wanted),
            [a, b, c] => look(game, table, reservation, &[a, b, c], wanted),
            [a, b, c, d] => look(game, table, reservation, &[a, b, c, d], wanted),
            // One party signs nothing.
            _ => Self::empty(table.parties, *reservation),
        }
    }

    fn empty(parties: PartySet, reservation: Payoff) -> Self {
        Self {
            parties,
            reservation,
            reach: Reach::Exact,
            packages: 0,
            range: ([0; 4], [0; 4]),
            reached: [0; 16],
            frontier: Frontier::default(),
            rational: Frontier::default(),
            found: Vec::new(),
        }
    }

    /// The rows, by axis of the table that was looked at, of a package on the frontier.
    #[must_use]
    pub fn rows(&self, table: &Table, package: u64) -> Vec<usize> {
        match self.reach {
            Reach::Exact => table.rows_at(package),
            Reach::Searched(_) => {
                let number = usize::try_from(package).unwrap_or(usize::MAX);
                self.found.get(number).cloned().unwrap_or_else(|| table.untouched())
            }
        }
    }

    /// Whether all packages were looked at.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.reach == Reach::Exact
    }

    /// The ZOPA of some of the parties: packages in which all of these reach their reservation value.
    #[must_use]
    pub fn zopa(&self, parties: PartySet) -> u64 {
        let covers = |bits: usize| bits & usize::from(parties.bits()) == usize::from(parties.bits());
        self.reached.iter().enumerate().filter(|(bits, _)| covers(*bits)).map(|(_, count)| count).sum()
    }

    /// The most that a party has where everyone reaches its reservation value; `None` without a ZOPA.
    #[must_use]
    pub fn ideal(&self, party: PartyId) -> Option<Points> {
        self.rational.most(party)
    }

    /// Sum of the gains over the reservation values of a point.
    #[must_use]
    pub fn joint(&self, points: &Payoff) -> Points {
        self.parties.iter().map(|party| points[party.index()] - self.reservation[party.index()]).sum()
    }
}

fn look<const N: usize>(
    game: &Game,
    table: &Table,
    reservation: &Payoff,
    slots: &[usize; N],
    mut wanted: impl FnMut(&[usize], &Payoff) -> bool,
) -> Survey {
    let mut survey = Survey::empty(table.parties, *reservation);
    let floor: [i64; N] = slots.map(|slot| reservation[slot]);
    let bound = |slot: usize, sign: i64| {
        let most = table.at_most(|payoff| i128::from(sign * payoff[slot]));
        sign * i64::try_from(most).unwrap_or(i64::MAX)
    };
    let mut sieve = Sieve::new(slots.map(|slot| bound(slot, -1)), slots.map(|slot| bound(slot, 1)));
    let mut tally = Tally { least: [i64::MAX; N], most: [i64::MIN; N], reached: [0; 16], count: 0 };
    let mut take = |place: u64, payoff: &Payoff| {
        let points: [i64; N] = slots.map(|slot| payoff[slot]);
        tally.count(&points, &floor);
        sieve.push(points, place);
    };
    let few = table.size() <= EXACT_LIMIT || table.count(game, EXACT_LIMIT + 1).is_some();
    if few && table.size() < u64::MAX {
        let untouched = table.index(&table.untouched());
        table.for_each_placed(game, |place, rows, payoff| {
            if place != untouched && wanted(rows, payoff) {
                take(place, payoff);
            }
        });
    } else {
        let (bound, mut found) = search::search(game, table, slots, reservation);
        found.retain(|(rows, payoff)| wanted(rows, payoff));
        survey.reach = Reach::Searched(bound);
        for (number, (rows, payoff)) in found.into_iter().enumerate() {
            take(number as u64, &payoff);
            survey.found.push(rows);
        }
    }
    survey.packages = tally.count;
    for (bits, count) in tally.reached.iter().enumerate() {
        let who = slots.iter().enumerate().filter(|(k, _)| bits >> k & 1 == 1);
        survey.reached[who.map(|(_, slot)| 1 << slot).sum::<usize>()] += count;
    }
    if tally.count > 0 {
        for (k, slot) in slots.iter().enumerate() {
            survey.range.0[*slot] = tally.least[k];
            survey.range.1[*slot] = tally.most[k];
        }
    }
    survey.frontier = Frontier::of(sieve.finish(), slots);
    survey.rational = survey.frontier.rational(table.parties, reservation);
    survey
}

/// What is counted on the way.
struct Tally<const N: usize> {
    least: [i64; N],
    most: [i64; N],
    reached: [u64; 16],
    count: u64,
}

impl<const N: usize> Tally<N> {
    #[inline]
    fn count(&mut self, points: &[i64; N], floor: &[i64; N]) {
        self.count += 1;
        let mut bits = 0;
        for k in 0..N {
            self.least[k] = self.least[k].min(points[k]);
            self.most[k] = self.most[k].max(points[k]);
            bits |= usize::from(points[k] >= floor[k]) << k;
        }
        self.reached[bits & 15] += 1;
    }
}
