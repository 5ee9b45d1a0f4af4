//! The packages that some parties could sign now, as one seat values them.

use crate::rules::appraise::{appraise, crosses};
use crate::rules::command::Reason;
use crate::rules::event::Refused;
use crate::rules::game::Game;
use crate::rules::home::Home;
use crate::rules::ids::{PartySet, Points};
use crate::rules::package::{Package, Proposal};
use crate::rules::payoff::{EXACT_LIMIT, Payoff, Table, open_issues};
use crate::view::View;

use super::baseline::SIGNS_AT;

/// A package that a seat would put, and what it is worth to it.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    /// The terms.
    pub(crate) package: Package,
    /// The own projected score.
    pub(crate) own: Points,
}

/// The packages from which everyone gains, by the seat's own estimate. Where there are more than can
/// be walked, an even sample of them.
#[derive(Clone, Debug)]
pub(crate) struct Search {
    parties: PartySet,
    no_deal: Points,
    ideal: Option<Points>,
    rational: Vec<Candidate>,
    table: Table,
    untouched: Vec<usize>,
    /// Scratch for the rows of a candidate.
    rows: Vec<usize>,
    homes: Vec<Home>,
    /// Pacts signed when it was made: each reserves issues.
    pub(crate) pacts: usize,
    /// Whether there would be packages if no chamber had a say.
    refused_at_home: Option<Package>,
}

/// Packages looked at where there are too many to look at all.
const SAMPLE: u64 = 50_000;

/// Places spread evenly over a space too large to walk, the same ones every time.
fn sample(size: u64) -> impl Iterator<Item = u64> {
    // A step near the golden section of the space visits it evenly and repeats itself late.
    let step = (size / 1000).saturating_mul(618) | 1;
    (0..SAMPLE).scan(0u64, move |at, _| {
        *at = (u128::from(*at) + u128::from(step)).rem_euclid(u128::from(size.max(1))) as u64;
        Some(*at)
    })
}

#[derive(Clone, Copy, Debug)]
struct Candidate {
    own: Points,
    others: Points,
    index: u64,
    /// Whether the chambers would pass it; not yet known at first.
    passes: Option<bool>,
}

impl Search {
    pub(crate) fn new(game: &Game, view: &View, parties: PartySet, taboos: &[Refused]) -> Self {
        let standpoint = view.standpoint(game);
        let open = open_issues(game, &view.position, parties);
        let mut table = Table::doubting(&standpoint, parties, open.into_iter());
        table.keep_rows(|issue, option| {
            !crosses(&standpoint, view.seat, issue, option)
                && !taboos.iter().any(|t| parties.has(t.by) && t.issue == issue && t.option == option)
        });
        let no_deals = standpoint.no_deal();
        let no_deal = no_deals[view.seat.index()];
        let others = parties.without(view.seat);
        let mut rational = Vec::new();
        let mut weigh = |index: u64, payoff: &Payoff| {
            let own = payoff[view.seat.index()];
            let least = others.iter().map(|p| payoff[p.index()] - no_deals[p.index()]).min().unwrap_or(0);
            if own > no_deal && least >= 0 {
                rational.push(Candidate { own, others: least, index, passes: None });
            }
        };
        if table.size() <= EXACT_LIMIT {
            table.for_each(game, |rows, payoff| weigh(table.index(rows), payoff));
        } else {
            for index in sample(table.size()) {
                let rows = table.rows_at(index);
                if table.allows(game, &rows) {
                    weigh(index, &table.payoff(&rows));
                }
            }
        }
        let mut search = Self {
            parties,
            no_deal,
            ideal: None,
            rational,
            untouched: table.untouched(),
            rows: table.untouched(),
            homes: parties.iter().filter_map(|p| Home::of(game, &view.position, &table, p)).collect(),
            table,
            pacts: view.position.pacts.len(),
            refused_at_home: None,
        };
        search.find_ideal();
        search
    }

    pub(crate) fn parties(&self) -> PartySet {
        self.parties
    }

    pub(crate) fn no_deal(&self) -> Points {
        self.no_deal
    }

    /// The best own score of a package that all gain from and the chambers would pass.
    pub(crate) fn ideal(&self) -> Option<Points> {
        self.ideal
    }

    fn find_ideal(&mut self) {
        let mut best: Option<usize> = None;
        for at in 0..self.rational.len() {
            let better = best.is_none_or(|b| self.rational[at].own > self.rational[b].own);
            if better && self.passes(at) {
                best = Some(at);
            }
        }
        self.ideal = best.map(|at| self.rational[at].own);
        if best.is_none() {
            let widest = self.rational.iter().max_by_key(|c| (c.others, c.own));
            self.refused_at_home = widest.map(|c| self.package(c.index));
        }
    }

    /// Of the packages that reach a score and that the chambers would pass, the one with the largest
    /// product of the own gain and of what the others gain at least; the first in order among equals.
    pub(crate) fn best(&mut self, target: Points) -> Option<Wish> {
        let mut best: Option<(i128, usize)> = None;
        for at in 0..self.rational.len() {
            let candidate = self.rational[at];
            let product = i128::from(candidate.own - self.no_deal) * i128::from(candidate.others);
            let better = best.is_none_or(|(most, _)| product > most);
            if candidate.own >= target && better && self.passes(at) {
                best = Some((product, at));
            }
        }
        let candidate = self.rational[best?.1];
        Some(Wish { package: self.package(candidate.index), own: candidate.own })
    }

    /// Whether the chambers would pass a candidate, looked up once.
    fn passes(&mut self, at: usize) -> bool {
        if let Some(known) = self.rational[at].passes {
            return known;
        }
        self.table.rows_into(self.rational[at].index, &mut self.rows);
        let rows = &self.rows;
        let refuses = self.homes.iter().position(|home| !home.reaches(rows, SIGNS_AT));
        if let Some(home) = refuses {
            // Whoever refused last is asked first next time: most packages fail at the same place.
            self.homes.swap(0, home);
        }
        let passes = refuses.is_none() && *rows != self.untouched;
        self.rational[at].passes = Some(passes);
        passes
    }

    fn package(&self, index: u64) -> Package {
        self.table.package(&self.table.rows_at(index))
    }

    /// Why no package can work with these parties.
    pub(crate) fn why_nothing(&self, game: &Game, view: &View) -> Reason {
        let Some(package) = &self.refused_at_home else { return Reason::NothingToGain };
        let proposal = Proposal::plain(&game.level, self.parties, package.clone());
        match appraise(&view.standpoint(game), view.seat, &proposal).ratification {
            Some(f) if !f.reaches(SIGNS_AT) => Reason::Chamber { chances: f.chances(), pivotal: f.pivotal },
            _ => Reason::NothingToGain,
        }
    }
}
