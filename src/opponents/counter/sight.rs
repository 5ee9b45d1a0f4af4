//! Every package as the seat believes that the others see it, and which of them answers what.

use super::super::aspiration::time_with;
use super::super::belief::{Belief, Readiness};
use super::super::minds::FORBIDDEN;
use super::super::options::{ASKED, Options, float};
use super::{Goal, blind};
use crate::rules::appraise::crosses;
use crate::rules::event::OfferStatus;
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, Points};
use crate::rules::legal::check_term;
use crate::rules::package::{Package, Proposal};
use crate::rules::projection::Row;
use crate::view::View;

/// The chance from which all are believed to accept.
const AS_LIKELY_AS_NOT: f64 = 0.5;

/// How near to the best chance that there is another counts as good.
const NEARLY: f64 = 0.9;

/// How likely it has to be that a party gains, for it to be believed.
const BELIEVED: f64 = 0.5;

/// The share of what a party asks for that counts as a gain where nothing else is known of it.
const HALF: f64 = 0.5;

/// A package in the eyes of one other.
#[derive(Clone, Copy)]
struct Eyes {
    /// How likely it takes it now.
    takes: f64,
    /// How likely it gains.
    gains: f64,
    /// How much it gains, as a share of the most.
    share: f64,
}

/// What is looked at to answer a draft.
pub(super) struct Sight<'a> {
    belief: &'a Belief,
    pub(super) options: Options,
    others: Vec<PartyId>,
    ready: Readiness,
    /// What is asked for, by party, axis and row, where nothing else is known.
    asked: Vec<Vec<Vec<f64>>>,
    /// By axis and row: whether a package may do so, and whether that differs from the draft.
    may: Vec<Vec<bool>>,
    differs: Vec<Vec<bool>>,
    /// Places of packages that some have put themselves, with who agrees.
    put: Vec<(u64, Vec<PartyId>)>,
}

/// A package that may be answered.
struct Seen {
    at: usize,
    own: Points,
    changes: usize,
    takes: f64,
    gains: bool,
    product: f64,
}

impl<'a> Sight<'a> {
    pub(super) fn new(
        game: &Game,
        view: &View,
        belief: &'a Belief,
        draft: &Proposal,
        options: Options,
    ) -> Self {
        let (at, seat, parties) = (&view.position, view.seat, draft.parties);
        let table = &options.table;
        let drafted = table.rows_of(&draft.package);
        let (standpoint, refused) = (view.standpoint(game), view.refused());
        let may = table.axes.iter().map(|axis| {
            let may = |row: usize| match axis.rows[row] {
                Row::Set(option) if !table.leaves(axis, row) => {
                    let said = refused.iter().any(|said| {
                        parties.has(said.by) && said.issue == axis.issue && said.option == option
                    });
                    let crossed = parties.iter().any(|p| crosses(&standpoint, p, axis.issue, option));
                    !said && !crossed && check_term(game, at, seat, parties, axis.issue, option).is_ok()
                }
                _ => true,
            };
            (0..axis.rows.len()).map(may).collect()
        });
        let differs = table.axes.iter().zip(&drafted);
        let differs = differs.map(|(axis, now)| (0..axis.rows.len()).map(|row| row != *now).collect());
        let others: Vec<PartyId> = parties.without(seat).iter().collect();
        let asked = others.iter().filter(|_| blind(game)).filter_map(|party| {
            let frequency = belief.frequency(*party)?;
            let of = |axis: &crate::rules::payoff::Axis| {
                let worth = |row| frequency.worth(axis.issue, table.outcome(axis, row));
                (0..axis.rows.len()).map(worth).collect()
            };
            Some(table.axes.iter().map(of).collect())
        });
        let open = at.offers.iter().filter(|offer| {
            let plain = offer.proposal.package.clauses().is_empty();
            offer.status == OfferStatus::Open && offer.proposal.parties == parties && plain
        });
        let put = open.map(|offer| {
            let place = table.index(&table.rows_of(&offer.proposal.package));
            (place, offer.agreed.without(seat).iter().collect())
        });
        Self {
            belief,
            ready: Readiness::at(time_with(game, at.round, parties).0),
            asked: asked.collect(),
            may: may.collect(),
            differs: differs.collect(),
            put: put.collect(),
            others,
            options,
        }
    }

    /// The package at a place.
    pub(super) fn package(&self, at: usize) -> Package {
        self.options.package(self.options.rational[at].index)
    }

    /// Chances in a hundred that each other takes a package now.
    pub(super) fn chances(&self, at: usize) -> Vec<(PartyId, i64)> {
        let rows = self.options.table.rows_at(self.options.rational[at].index);
        let others = self.others.iter().enumerate();
        others.map(|(number, party)| (*party, percent(self.eyes(number, at, &rows).takes))).collect()
    }

    /// How likely it is that a party gains at all from anything that the seat gains from.
    pub(super) fn hope(&self, party: PartyId) -> f64 {
        let Some(number) = self.others.iter().position(|other| *other == party) else { return 0.0 };
        let all = 0..self.options.rational.len();
        all.map(|at| {
            let rows = self.options.table.rows_at(self.options.rational[at].index);
            self.eyes(number, at, &rows).gains
        })
        .fold(0.0, f64::max)
    }

    /// The place of what answers each goal. `draft` is what the terms of the draft are worth to the seat.
    pub(super) fn picks(&mut self, draft: Points) -> [(Goal, Option<usize>); 4] {
        let seen = self.seen();
        let surest = self.best(&seen, |seen| Some(seen.takes)).map_or(0.0, |(most, _)| most);
        let bar = AS_LIKELY_AS_NOT.min(NEARLY * surest);
        let taken = |seen: &Seen| seen.takes >= bar && seen.takes > 0.0;
        // Of equals the nearest to the draft, and then what is best for both.
        let rank = |seen: &Seen, points: Points| (points, -whole(seen.changes), Order(seen.product));
        let mut take =
            self.best(&seen, |seen| (taken(seen) && seen.own <= draft).then(|| rank(seen, seen.own)));
        if take.is_none() {
            // They would sign nothing that is as dear: the least that is better than the draft.
            take = self.best(&seen, |seen| taken(seen).then(|| rank(seen, -seen.own)));
        }
        let give = self.best(&seen, |seen| taken(seen).then(|| rank(seen, seen.own)));
        let balance =
            self.best(&seen, |seen| seen.gains.then(|| (-whole(seen.changes), Order(seen.product))));
        let best = self.best(&seen, |seen| seen.gains.then_some(Order(seen.product)));
        let place = |found: Option<usize>| found.map(|number| seen[number].at);
        [
            (Goal::Take, place(take.map(|(_, number)| number))),
            (Goal::Give, place(give.map(|(_, number)| number))),
            (Goal::Balance, place(balance.map(|(_, number)| number))),
            (Goal::Best, place(best.map(|(_, number)| number))),
        ]
    }

    /// Of what the chambers would pass the first with the highest rank, and its number.
    fn best<T: PartialOrd + Copy>(
        &mut self,
        seen: &[Seen],
        rank: impl Fn(&Seen) -> Option<T>,
    ) -> Option<(T, usize)> {
        let mut best: Option<(T, usize)> = None;
        for (number, one) in seen.iter().enumerate() {
            let Some(rank) = rank(one) else { continue };
            if best.is_none_or(|(most, _)| rank > most) && self.options.passes(one.at) {
                best = Some((rank, number));
            }
        }
        best
    }

    /// Every package that may be proposed and from which the seat gains.
    fn seen(&self) -> Vec<Seen> {
        let table = &self.options.table;
        let mut rows = table.untouched();
        let mut seen = Vec::new();
        for (at, candidate) in self.options.rational.iter().enumerate() {
            table.rows_into(candidate.index, &mut rows);
            if rows.iter().zip(&self.may).any(|(row, may)| !may[*row]) {
                continue;
            }
            let eyes = self.others.iter().enumerate().map(|(number, _)| self.eyes(number, at, &rows));
            let own = float(candidate.own - self.options.no_deal());
            let all = eyes.fold((1.0, true, own), |(takes, gains, product), eyes| {
                (takes * eyes.takes, gains && eyes.gains >= BELIEVED, product * eyes.share)
            });
            seen.push(Seen {
                at,
                own: candidate.own,
                changes: rows.iter().zip(&self.differs).filter(|(row, differs)| differs[**row]).count(),
                takes: all.0,
                gains: all.1,
                product: all.2,
            });
        }
        seen
    }

    /// A package in the eyes of one other, its mandates each as far as they are likely.
    fn eyes(&self, number: usize, at: usize, rows: &[usize]) -> Eyes {
        let mut eyes = Eyes { takes: 0.0, gains: 0.0, share: 0.0 };
        let party = self.others[number];
        if let Some(asked) = self.asked.get(number) {
            let worth: f64 = asked.iter().zip(rows).map(|(axis, row)| axis[*row]).sum();
            eyes = Eyes {
                takes: self.ready.chance_to_take(worth - ASKED),
                gains: if worth >= HALF { 1.0 } else { 0.0 },
                share: worth,
            };
        } else {
            let slots = &self.options.slots;
            let gains = &self.options.gains[at * slots.len()..(at + 1) * slots.len()];
            for (slot, gain) in slots.iter().zip(gains).filter(|(slot, _)| slot.party == party) {
                let odds = match slot.sure {
                    true => 1.0,
                    false => self.belief.odds(party).get(slot.mandate).copied().unwrap_or(0.0),
                };
                if *gain != FORBIDDEN && *gain > 0 && odds > 0.0 {
                    let share = float(*gain) / float(slot.most.max(1));
                    eyes.takes += odds * self.ready.chance_to_take(share);
                    eyes.gains += odds;
                    eyes.share += odds * share;
                }
            }
        }
        let place = self.options.rational[at].index;
        if self.put.iter().any(|(put, by)| *put == place && by.contains(&party)) {
            // What it has put it takes, and would not have put at a loss.
            eyes.takes = 1.0;
            eyes.gains = 1.0;
        }
        eyes
    }
}

/// A product of gains, to be compared.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct Order(f64);

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A chance in a hundred, rounded.
#[expect(clippy::cast_possible_truncation, reason = "a chance is no more than one")]
fn percent(chance: f64) -> i64 {
    (chance * 100.0).round() as i64
}
