//! The packages that some parties could sign now, as one seat values them.

use crate::rules::appraise::{appraise, crosses};
use crate::rules::command::Reason;
use crate::rules::game::Game;
use crate::rules::home::Home;
use crate::rules::ids::{IssueId, OptionId, PartyId, PartySet, Points};
use crate::rules::package::{Package, Proposal};
use crate::rules::payoff::{EXACT_LIMIT, Table};
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

/// The packages from which everyone gains, by the seat's own estimate.
#[derive(Clone, Debug)]
pub(crate) struct Search {
    parties: PartySet,
    no_deal: Points,
    ideal: Option<Points>,
    /// Own score, what the others gain, and the choice of rows; best for the others first.
    rational: Vec<Candidate>,
    table: Table,
    untouched: Vec<usize>,
    homes: Vec<Home>,
    /// Pacts signed when it was made: each reserves issues.
    pub(crate) pacts: usize,
    /// Whether there would be packages if no chamber had a say.
    refused_at_home: Option<Package>,
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
    pub(crate) fn new(
        game: &Game,
        view: &View,
        parties: PartySet,
        taboos: &[(PartyId, IssueId, OptionId)],
    ) -> Self {
        let standpoint = view.standpoint(game);
        let mut table = Table::open(&standpoint, parties);
        table.keep_rows(|issue, option| {
            !crosses(&standpoint, view.seat, issue, option)
                && !taboos.iter().any(|(p, i, o)| parties.has(*p) && *i == issue && *o == option)
        });
        let no_deals = standpoint.no_deal();
        let no_deal = no_deals[view.seat.index()];
        let mut rational = Vec::new();
        if table.size() <= EXACT_LIMIT {
            let others = parties.without(view.seat);
            table.for_each(game, |rows, payoff| {
                let own = payoff[view.seat.index()];
                let least =
                    others.iter().map(|p| payoff[p.index()] - no_deals[p.index()]).min().unwrap_or(0);
                if own > no_deal && least >= 0 {
                    rational.push(Candidate { own, others: least, index: table.index(rows), passes: None });
                }
            });
        }
        rational.sort_unstable_by_key(|c| (std::cmp::Reverse((c.others, c.own)), c.index));
        let mut search = Self {
            parties,
            no_deal,
            ideal: None,
            rational,
            untouched: table.untouched(),
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
        let mut by_own: Vec<usize> = (0..self.rational.len()).collect();
        by_own.sort_unstable_by_key(|at| (std::cmp::Reverse(self.rational[*at].own), *at));
        for at in by_own {
            if self.passes(at) {
                self.ideal = Some(self.rational[at].own);
                return;
            }
        }
        self.refused_at_home = self.rational.first().map(|c| self.package(c.index));
    }

    /// The package best for the others that reaches a score and that the chambers would pass.
    pub(crate) fn best(&mut self, target: Points) -> Option<Wish> {
        for at in 0..self.rational.len() {
            if self.rational[at].own >= target && self.passes(at) {
                let candidate = self.rational[at];
                return Some(Wish { package: self.package(candidate.index), own: candidate.own });
            }
        }
        None
    }

    fn passes(&mut self, at: usize) -> bool {
        if let Some(known) = self.rational[at].passes {
            return known;
        }
        let rows = self.table.rows_at(self.rational[at].index);
        let passes = rows != self.untouched && self.homes.iter().all(|home| home.reaches(&rows, SIGNS_AT));
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
            Some(f) if !f.reaches(SIGNS_AT) => {
                Reason::Chamber { chances: f.chances(), pivotal: f.pivotal }
            }
            _ => Reason::NothingToGain,
        }
    }
}
