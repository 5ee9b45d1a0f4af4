//! Votes at home: which packages each chamber would ratify, and whose votes decide (Putnam 1988).

use std::collections::BTreeMap;

use super::survey::Survey;
use crate::rules::chamber::forecast;
use crate::rules::home::Home;
use crate::rules::ids::{BlocId, PartyId};
use crate::rules::package::Proposal;
use crate::rules::payoff::{EXACT_LIMIT, Table};
use crate::rules::standpoint::Standpoint;

/// A chamber ratifies what it would pass if chance swung neither way: that is as likely as not, or better.
const AS_LIKELY_AS_NOT: i64 = 50;

/// Packages of the rational frontier that are asked for their pivotal bloc.
const ASKED: usize = 512;

/// A party's win-set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WinSet {
    /// Whose.
    pub party: PartyId,
    /// Packages that its chamber would ratify.
    pub ratified: u64,
    /// Of so many packages; where there are more than two million, of those on the frontier that was found.
    pub packages: u64,
    /// Of the rational frontier, how many packages it would ratify: the others, signed, end in involuntary defection.
    pub frontier: u64,
    /// Of so many.
    pub frontier_packages: u64,
    /// The bloc that decides in most of the packages on the rational frontier (the first 512 are asked), if there are any
    /// that need its chamber.
    pub pivotal: Option<BlocId>,
}

/// The win-sets of all who sign and have a chamber, in the level's order.
#[must_use]
pub fn win_sets(standpoint: &Standpoint<'_>, table: &Table, survey: &Survey) -> Vec<WinSet> {
    let (game, at) = (standpoint.game, standpoint.at);
    let homes: Vec<(PartyId, Home)> =
        survey.parties.iter().filter_map(|party| Some((party, Home::of(game, at, table, party)?))).collect();
    let mut sets: Vec<WinSet> = homes
        .iter()
        .map(|(party, _)| WinSet {
            party: *party,
            ratified: 0,
            packages: survey.packages,
            frontier: 0,
            frontier_packages: survey.rational.packages() as u64,
            pivotal: None,
        })
        .collect();
    let passes = |home: &Home, rows: &[usize]| u64::from(home.reaches(rows, AS_LIKELY_AS_NOT));
    let rational = |at: usize| survey.rational.packages_of(at).iter().map(|p| survey.rows(table, *p));
    for rows in (0..survey.rational.len()).flat_map(rational) {
        for (set, (_, home)) in sets.iter_mut().zip(&homes) {
            set.frontier += passes(home, &rows);
        }
    }
    if survey.is_exact() && survey.packages <= EXACT_LIMIT && !homes.is_empty() {
        let untouched = table.untouched();
        table.for_each(game, |rows, _| {
            if rows != untouched {
                for (set, (_, home)) in sets.iter_mut().zip(&homes) {
                    set.ratified += passes(home, rows);
                }
            }
        });
    } else {
        for set in &mut sets {
            (set.ratified, set.packages) = (set.frontier, set.frontier_packages);
        }
    }
    for set in &mut sets {
        set.pivotal = pivotal(standpoint, table, survey, set.party);
    }
    sets
}

fn pivotal(standpoint: &Standpoint<'_>, table: &Table, survey: &Survey, party: PartyId) -> Option<BlocId> {
    let mut counts: BTreeMap<BlocId, usize> = BTreeMap::new();
    let packages = (0..survey.rational.len()).flat_map(|at| survey.rational.packages_of(at));
    for package in packages.take(ASKED) {
        let package = table.package(&survey.rows(table, *package));
        let proposal = Proposal::plain(&standpoint.game.level, survey.parties, package);
        if let Some(forecast) = forecast(standpoint.game, standpoint.at, party, &proposal) {
            *counts.entry(forecast.pivotal).or_default() += 1;
        }
    }
    // Of equals the first in the chamber's order.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(bloc, _)| bloc)
}
