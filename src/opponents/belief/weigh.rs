//! What every package would be worth to a party under each of its mandates, so that what it does can be held against what
//! else it could have done.

use super::exp::exp;
use super::readiness::Readiness;
use crate::rules::appraise::crosses;
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, PartyId, PartySet};
use crate::rules::package::Package;
use crate::rules::payoff::{Cursor, Payoff, Table, open_issues};
use crate::rules::position::Position;
use crate::rules::projection::Row;
use crate::rules::standpoint::Standpoint;

/// Most packages that an offer is held against.
const MOST: u64 = 3000;

/// What it weighs to ask for less than one aims at, as a share of what could be gained.
pub(super) const SHORT: f64 = 14.0;

/// What it weighs how good a package is for both sides together, against the best.
const TOGETHER: f64 = 4.0;

/// How one party would see what it could sign with some others.
#[derive(Clone, Debug)]
pub(super) struct Weigher {
    pub(super) parties: PartySet,
    pub(super) by: PartyId,
    /// Pacts signed when it was made: each reserves issues.
    pub(super) pacts: usize,
    pub(super) readiness: Readiness,
    minds: Vec<Mind>,
}

/// The same under one mandate.
#[derive(Clone, Debug)]
struct Mind {
    /// How many packages there are to choose from.
    count: usize,
    /// The most that it could gain from one that costs no other anything, and the best for both sides together.
    most: f64,
    together: f64,
    /// How much all packages draw it, for each curve.
    sums: [f64; 4],
}

impl Weigher {
    pub(super) fn new(game: &Game, at: &Position, by: PartyId, parties: PartySet, time: i64) -> Self {
        let readiness = Readiness::at(time);
        let standpoint = Standpoint::new(game, at);
        let count = game.level.parties[by].archetypes.len();
        let supposing = |mandate| standpoint.clone().supposing(by, ArchetypeId::from_index(mandate));
        let supposed: Vec<Standpoint<'_>> = (0..count).map(supposing).collect();
        let open = open_issues(game, at, parties);
        let (table, mut tables) = Table::beside(&standpoint, &supposed, parties, open.into_iter(), false);
        for (table, supposed) in tables.iter_mut().zip(&supposed) {
            table.keep_rows(|issue, option| !crosses(supposed, by, issue, option));
        }
        let no_deals: Vec<Payoff> = supposed.iter().map(Standpoint::no_deal).collect();
        let mut cursors: Vec<Cursor<'_>> = tables.iter().map(Cursor::new).collect();
        let mut gains: Vec<Vec<(f64, f64)>> = vec![Vec::new(); count];
        look(&table, game, |rows| {
            for (mandate, cursor) in cursors.iter_mut().enumerate().filter(|(at, _)| tables[*at].keeps(rows))
            {
                gains[mandate].push(gain(&cursor.payoff(rows), &no_deals[mandate], by, parties));
            }
        });
        let minds = gains.iter().map(|gains| Mind::new(gains, &readiness)).collect();
        Self { parties, by, pacts: at.pacts.len(), readiness, minds }
    }

    /// The share of what it could gain that a package gives the party, under each mandate.
    pub(super) fn shares(&self, game: &Game, at: &Position, package: &Package) -> Vec<f64> {
        let standpoint = Standpoint::new(game, at);
        let minds = self.minds.iter().enumerate();
        minds.map(|(mandate, mind)| mind.worth(&standpoint, self, mandate, package).0).collect()
    }

    /// How likely it is that the party puts a package, under each mandate.
    pub(super) fn offers(&self, game: &Game, at: &Position, package: &Package) -> Vec<f64> {
        let standpoint = Standpoint::new(game, at);
        let minds = self.minds.iter().enumerate();
        minds
            .map(|(mandate, mind)| {
                let supposed = standpoint.clone().supposing(self.by, ArchetypeId::from_index(mandate));
                if package.terms().any(|(issue, option)| crosses(&supposed, self.by, issue, option)) {
                    return 0.0;
                }
                let put = mind.worth(&standpoint, self, mandate, package);
                let drawn = self.readiness.aims.iter().zip(mind.sums);
                let sum: f64 = drawn.map(|(aim, all)| exp(mind.draw(put, *aim)) / (all + 1e-9)).sum();
                let count = f64::from(u32::try_from(mind.count.max(1)).unwrap_or(1));
                // Some offers have reasons of their own.
                sum / 4.0 + 0.02 / count
            })
            .collect()
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "scores that count are far smaller than what a float holds exactly"
)]
fn float(points: i64) -> f64 {
    points as f64
}

/// Looks at the packages of a table, or at as many as an offer is held against.
fn look(table: &Table, game: &Game, mut visit: impl FnMut(&[usize])) {
    let size = table.size();
    if size <= MOST {
        table.for_each(game, |rows, _| visit(rows));
        return;
    }
    let mut rows = table.untouched();
    for place in 0..MOST {
        // Evenly spread, and the same ones every time.
        let index = (u128::from(place) * u128::from(size) / u128::from(MOST)) as u64;
        table.rows_into(index, &mut rows);
        if table.allows(game, &rows) {
            visit(&rows);
        }
    }
}

/// What a payoff gives a party over no deal, and the least that it gives another.
fn gain(payoff: &Payoff, no_deal: &Payoff, by: PartyId, parties: PartySet) -> (f64, f64) {
    let over = |party: PartyId| payoff[party.index()] - no_deal[party.index()];
    let least = parties.without(by).iter().map(over).min().unwrap_or(0);
    (float(over(by)), float(least))
}

impl Mind {
    fn new(gains: &[(f64, f64)], readiness: &Readiness) -> Self {
        let most = gains.iter().filter(|(_, least)| *least >= 0.0).map(|(own, _)| *own).fold(0.0, f64::max);
        let together = gains.iter().map(|(own, least)| own.max(0.0) * least.max(0.0)).fold(0.0, f64::max);
        let mut mind = Self { count: gains.len(), most, together, sums: [0.0; 4] };
        for (own, least) in gains {
            let seen = mind.seen_as(*own, *least);
            let drawn = readiness.aims.map(|aim| exp(mind.draw(seen, aim)));
            mind.sums.iter_mut().zip(drawn).for_each(|(sum, drawn)| *sum += drawn);
        }
        mind
    }

    fn seen_as(&self, own: f64, least: f64) -> (f64, f64) {
        let share = if self.most > 0.0 { own / self.most } else { -1.0 };
        let together = if self.together > 0.0 { own.max(0.0) * least.max(0.0) / self.together } else { 0.0 };
        (share.clamp(-1.0, 1.5), together)
    }

    /// A package in the eyes of the party: its share, and how good it is for both.
    fn worth(
        &self,
        standpoint: &Standpoint<'_>,
        of: &Weigher,
        mandate: usize,
        package: &Package,
    ) -> (f64, f64) {
        let supposed = standpoint.clone().supposing(of.by, ArchetypeId::from_index(mandate));
        let row = |issue| package.option(issue).map_or(Row::Alone, Row::Set);
        let total = supposed.projecting(of.parties, package).total(&supposed.percent, &row);
        let (own, least) = gain(&total, &supposed.no_deal(), of.by, of.parties);
        self.seen_as(own, least)
    }

    /// How much a package draws a party with an aim; never above 0.
    fn draw(&self, (share, together): (f64, f64), aim: f64) -> f64 {
        -SHORT * (aim - share).max(0.0) - TOGETHER * (1.0 - together)
    }
}
