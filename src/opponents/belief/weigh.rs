//! What every package would be worth to a party under each of its mandates, so that what it does can be held against what
//! else it could have done.

use super::exp::exp;
use crate::opponents::aspiration::curve;
use crate::rules::appraise::crosses;
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, PartyId, PartySet};
use crate::rules::package::Package;
use crate::rules::payoff::{Table, open_issues};
use crate::rules::position::Position;
use crate::rules::projection::Row;
use crate::rules::standpoint::Standpoint;

/// Most packages that an offer is held against.
const MOST: u64 = 3000;

/// How steeply parties may be supposed to concede, in thousandths: nobody knows, so all count alike.
const CURVES: [i64; 4] = [700, 1500, 3000, 6000];

/// What it weighs to ask for less than one aims at, as a share of what could be gained.
const SHORT: f64 = 14.0;

/// What it weighs how good a package is for both sides together, against the best.
const TOGETHER: f64 = 4.0;

/// How one party would see what it could sign with some others.
#[derive(Clone, Debug)]
pub(super) struct Weigher {
    pub(super) parties: PartySet,
    pub(super) by: PartyId,
    /// Pacts signed when it was made: each reserves issues.
    pub(super) pacts: usize,
    /// How much of the time has run.
    time: i64,
    minds: Vec<Mind>,
}

/// The same under one mandate.
#[derive(Clone, Debug)]
struct Mind {
    no_deal: f64,
    most: f64,
    /// Of each package: the share of what could be gained, and how good it is for both sides together.
    seen: Vec<(f64, f64)>,
    together: f64,
    /// How much all packages draw it, for each curve.
    sums: [f64; 4],
}

impl Weigher {
    pub(super) fn new(game: &Game, at: &Position, by: PartyId, parties: PartySet, time: i64) -> Self {
        let standpoint = Standpoint::new(game, at);
        let count = game.level.parties[by].archetypes.len();
        let minds = (0..count).map(|mandate| {
            let supposed = standpoint.clone().supposing(by, ArchetypeId::from_index(mandate));
            let mut mind = Mind::new(game, at, by, parties, &supposed);
            mind.sums = CURVES.map(|steepness| {
                let aim = aim(time, steepness);
                mind.seen.iter().map(|seen| exp(mind.draw(*seen, aim))).sum()
            });
            mind
        });
        Self { parties, by, pacts: at.pacts.len(), time, minds: minds.collect() }
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
                let draw = |steepness| exp(mind.draw(put, aim(self.time, steepness)));
                let curves = CURVES.iter().zip(mind.sums);
                let sum: f64 = curves.map(|(steepness, all)| draw(*steepness) / (all + 1e-9)).sum();
                let count = f64::from(u32::try_from(mind.seen.len().max(1)).unwrap_or(1));
                // Some offers have reasons of their own.
                sum / 4.0 + 0.02 / count
            })
            .collect()
    }

    /// How likely it is that the party takes what gives it some share, when a part of the time has run.
    pub(super) fn takes(share: f64, time: i64) -> f64 {
        let of = |steepness: i64| super::exp::logistic(SHORT * (share - aim(time, steepness)));
        mean(CURVES.map(of)).clamp(0.02, 0.98)
    }
}

/// The share of what could be gained that is aimed at.
fn aim(time: i64, steepness: i64) -> f64 {
    f64::from(i32::try_from(1000 - curve(time, steepness)).unwrap_or(0)) / 1000.0
}

fn mean(values: [f64; 4]) -> f64 {
    values.iter().sum::<f64>() / 4.0
}

#[expect(
    clippy::cast_precision_loss,
    reason = "scores that count are far smaller than what a float holds exactly"
)]
fn float(points: i64) -> f64 {
    points as f64
}

impl Mind {
    fn new(game: &Game, at: &Position, by: PartyId, parties: PartySet, standpoint: &Standpoint<'_>) -> Self {
        let no_deals = standpoint.no_deal();
        let no_deal = no_deals[by.index()];
        let mut table = Table::compile(standpoint, parties, open_issues(game, at, parties).into_iter());
        table.keep_rows(|issue, option| !crosses(standpoint, by, issue, option));
        let others = parties.without(by);
        let mut gains: Vec<(f64, f64)> = Vec::new();
        let mut take = |payoff: &[i64; 4]| {
            let least = others.iter().map(|p| payoff[p.index()] - no_deals[p.index()]).min().unwrap_or(0);
            gains.push((float(payoff[by.index()] - no_deal), float(least)));
        };
        if table.size() <= MOST {
            table.for_each(game, |_, payoff| take(payoff));
        } else {
            let size = table.size();
            let mut rows = table.untouched();
            for place in 0..MOST {
                // Evenly spread, and the same ones every time.
                let index = (u128::from(place) * u128::from(size) / u128::from(MOST)) as u64;
                table.rows_into(index, &mut rows);
                if table.allows(game, &rows) {
                    take(&table.payoff(&rows));
                }
            }
        }
        let most = gains.iter().filter(|(_, least)| *least >= 0.0).map(|(own, _)| *own).fold(0.0, f64::max);
        let together = gains.iter().map(|(own, least)| own.max(0.0) * least.max(0.0)).fold(0.0, f64::max);
        let mut mind = Self { no_deal: float(no_deal), most, seen: Vec::new(), together, sums: [0.0; 4] };
        mind.seen = gains.iter().map(|(own, least)| mind.seen_as(*own, *least)).collect();
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
        let no_deals = supposed.no_deal();
        let others = of.parties.without(of.by);
        let least = others.iter().map(|p| total[p.index()] - no_deals[p.index()]).min().unwrap_or(0);
        self.seen_as(float(total[of.by.index()]) - self.no_deal, float(least))
    }

    /// How much a package draws a party with an aim; never above 0.
    fn draw(&self, (share, together): (f64, f64), aim: f64) -> f64 {
        -SHORT * (aim - share).max(0.0) - TOGETHER * (1.0 - together)
    }
}
