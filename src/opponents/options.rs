//! The packages that some parties could sign now, as one seat values them and as it believes that the others do.

use std::sync::Arc;

use crate::rules::appraise::{appraise, crosses};
use crate::rules::command::Reason;
use crate::rules::event::Refused;
use crate::rules::game::Game;
use crate::rules::home::Home;
use crate::rules::ids::{IssueId, OptionId, PartyId, PartySet, Points};
use crate::rules::package::{Package, Proposal};
use crate::rules::payoff::{Cursor, EXACT_LIMIT, Payoff, Table, open_issues};
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;
use crate::view::View;

use super::belief::{Belief, Readiness, formless};
use super::minds::{FORBIDDEN, Minds, Slot};
use super::negotiator::SIGNS_AT;

/// A package that a seat would put, and what it is worth to it.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    /// The terms.
    pub(crate) package: Package,
    /// The own projected score.
    pub(crate) own: Points,
}

/// The packages from which everyone may gain, by the seat's own estimate. Where there are more than can
/// be walked, an even sample of them.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    parties: PartySet,
    no_deal: Points,
    ideal: Option<Points>,
    /// What does not change is shared by copies: games that are played out copy it often.
    pub(super) rational: Arc<[Candidate]>,
    /// By candidate: whether the chambers would pass it; not yet known at first.
    passes: Vec<Option<bool>>,
    /// The own scores, the best first; made when asked for.
    ranking: Vec<Points>,
    /// What each candidate gives the others over no deal: mandate by mandate, candidate after candidate.
    pub(super) gains: Arc<[Points]>,
    pub(super) slots: Vec<Slot>,
    /// Nobody knows what the others want: their gains are not looked at.
    formless: bool,
    pub(super) table: Arc<Table>,
    untouched: Vec<usize>,
    /// Scratch for the rows of a candidate.
    rows: Vec<usize>,
    homes: Arc<[Home]>,
    /// Which chamber refused last: it is asked first, since most packages fail at the same place.
    strictest: usize,
    /// What it hangs on.
    stamp: Stamp,
    /// Whether there would be packages if no chamber had a say.
    pub(super) refused_at_home: Option<Package>,
}

/// Pacts, those that are signed and not yet in force, and what is in force.
type Stamp = (usize, usize, Vec<OptionId>);

/// A pact that is signed reserves issues, and one in force changes them.
fn stamp(at: &Position) -> Stamp {
    (at.pacts.len(), at.signed().count(), at.in_force.clone())
}

/// What a party asks for is supposed to be worth this much more than it needs.
pub(super) const ASKED: f64 = 0.3;

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
pub(super) struct Candidate {
    pub(super) own: Points,
    /// The least gain of another, its mandate at the public mean.
    others: Points,
    pub(super) index: u64,
}

#[expect(
    clippy::cast_precision_loss,
    reason = "scores that count are far smaller than what a float holds exactly"
)]
pub(super) fn float(points: Points) -> f64 {
    points as f64
}

impl Options {
    /// Looks at what the parties could sign. `own` is the standpoint from which the seat weighs for itself.
    pub(crate) fn new(
        game: &Game,
        view: &View,
        own: &Standpoint<'_>,
        parties: PartySet,
        taboos: &[Refused],
        blind: bool,
    ) -> Self {
        let plain = view.standpoint(game);
        let open = open_issues(game, &view.position, parties);
        let seat = view.seat;
        let wanted = |issue: IssueId, option: OptionId| {
            !crosses(&plain, seat, issue, option)
                && !taboos.iter().any(|t| parties.has(t.by) && t.issue == issue && t.option == option)
        };
        let others = parties.without(seat);
        let mut weighed = None;
        let (mut table, minds) = Minds::new(game, &plain, others, |supposed| {
            let mut standpoints = supposed.to_vec();
            standpoints.extend((own.percent != plain.percent).then(|| own.clone()));
            let (table, mut tables) = Table::beside(&plain, &standpoints, parties, open.into_iter(), true);
            weighed = tables.split_off(supposed.len()).pop();
            (table, tables)
        });
        table.keep_rows(wanted);
        let no_deals = plain.no_deal();
        let no_deal = own.no_deal()[seat.index()];
        let formless = blind || formless(game);
        let mut options = Self {
            parties,
            no_deal,
            ideal: None,
            rational: Arc::default(),
            passes: Vec::new(),
            ranking: Vec::new(),
            gains: Arc::default(),
            slots: minds.slots.clone(),
            formless,
            untouched: table.untouched(),
            rows: table.untouched(),
            homes: parties.iter().filter_map(|p| Home::of(game, &view.position, &table, p)).collect(),
            strictest: 0,
            table: Arc::new(table),
            stamp: stamp(&view.position),
            refused_at_home: None,
        };
        let (table, mut rational, mut gains) = (options.table.clone(), Vec::new(), Vec::new());
        let (mut weighing, mut supposing) = (weighed.as_ref().map(Cursor::new), minds.cursors());
        let mut weigh = |index: u64, rows: &[usize], payoff: &Payoff| {
            if payoff[seat.index()] <= no_deals[seat.index()] {
                return;
            }
            let weighed = weighing.as_mut().map_or(payoff[seat.index()], |c| c.payoff(rows)[seat.index()]);
            if weighed <= no_deal {
                return;
            }
            let least = others.iter().map(|p| payoff[p.index()] - no_deals[p.index()]).min().unwrap_or(0);
            let start = gains.len();
            minds.gains(&mut supposing, rows, payoff, &mut gains);
            let fits = |party: PartyId| {
                let own = minds.slots.iter().zip(&gains[start..]).filter(|(slot, _)| slot.party == party);
                own.into_iter().any(|(_, gain)| *gain >= 0)
            };
            if formless || others.iter().all(fits) {
                let others = if formless { 0 } else { least };
                rational.push(Candidate { own: weighed, others, index });
            } else {
                gains.truncate(start);
            }
        };
        if table.size() <= EXACT_LIMIT {
            table.for_each_placed(game, |index, rows, payoff| weigh(index, rows, payoff));
        } else {
            for index in sample(table.size()) {
                let rows = table.rows_at(index);
                if table.allows(game, &rows) {
                    weigh(index, &rows, &table.payoff(&rows));
                }
            }
        }
        options.passes = vec![None; rational.len()];
        options.rational = rational.into();
        options.gains = gains.into();
        options.find_most();
        options.find_ideal();
        options
    }

    /// The own score of the package that has so many better ones, of those that differ.
    pub(crate) fn ranked(&mut self, better: usize) -> Points {
        if self.ranking.is_empty() {
            self.ranking = self.rational.iter().map(|candidate| candidate.own).collect();
            self.ranking.sort_unstable_by(|a, b| b.cmp(a));
        }
        let last = self.ranking.len().saturating_sub(1);
        self.ranking.get(better.min(last)).copied().unwrap_or(self.no_deal)
    }

    /// The most that another party could gain, under the mandate that is likeliest.
    pub(crate) fn most(&self, party: PartyId, belief: &Belief) -> Points {
        let mandate = belief.likeliest(party).index();
        let slots = self.slots.iter().filter(|slot| slot.party == party);
        let fits = |slot: &&Slot| slot.sure || slot.mandate == mandate;
        slots.filter(fits).map(|slot| slot.most).max().unwrap_or(0)
    }

    /// How many packages there are.
    pub(crate) fn count(&self) -> usize {
        self.rational.len()
    }

    /// Whether it still holds in a position of the same round.
    pub(crate) fn holds(&self, at: &Position) -> bool {
        self.stamp == stamp(at)
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

    fn find_most(&mut self) {
        let count = self.slots.len();
        for (at, gain) in self.gains.iter().enumerate() {
            let slot = &mut self.slots[at % count];
            slot.most = slot.most.max(*gain);
        }
    }

    fn find_ideal(&mut self) {
        let mut best: Option<usize> = None;
        for at in 0..self.rational.len() {
            let candidate = self.rational[at];
            let better = best.is_none_or(|b| candidate.own > self.rational[b].own);
            if better && candidate.others >= 0 && self.passes(at) {
                best = Some(at);
            }
        }
        self.ideal = best.map(|at| self.rational[at].own);
        if best.is_none() {
            let widest = self.rational.iter().max_by_key(|c| (c.others, c.own));
            self.refused_at_home = widest.map(|c| self.package(c.index));
        }
    }

    /// Of the packages that reach a score and that the chambers would pass, the one that scores best; the first in
    /// order among equals. `skip` are places that are not wanted, and without a score a package is not wanted either.
    fn pick(
        &mut self,
        target: Points,
        skip: &[u64],
        mut score: impl FnMut(&Self, usize) -> Option<f64>,
    ) -> Option<Wish> {
        let mut best: Option<(f64, usize)> = None;
        for at in 0..self.rational.len() {
            let candidate = self.rational[at];
            if candidate.own < target || skip.contains(&candidate.index) {
                continue;
            }
            let Some(score) = score(self, at) else { continue };
            if best.is_none_or(|(most, _)| score > most) && self.passes(at) {
                best = Some((score, at));
            }
        }
        let candidate = self.rational[best?.1];
        Some(Wish { package: self.package(candidate.index), own: candidate.own })
    }

    /// Of the packages that reach a score the one with the largest product of all gains, as they are believed to be.
    pub(crate) fn best(&mut self, target: Points, belief: &Belief, skip: &[u64]) -> Option<Wish> {
        let worths = self.worths(belief);
        self.pick(target, skip, |options, at| {
            Some(float(options.rational[at].own - options.no_deal) * options.product(at, belief, &worths))
        })
    }

    /// Of the packages that reach a score the one nearest to it.
    pub(crate) fn nearest(&mut self, target: Points, skip: &[u64]) -> Option<Wish> {
        self.pick(target, skip, |options, at| Some(-float(options.rational[at].own)))
    }

    /// The package that promises most, when a part of the time has run: the own gain times the chance that the others take it.
    ///
    /// They have just refused some, so they take only what tempts them more; and as long as several offers are left, a
    /// refusal costs less, so more is asked for.
    pub(crate) fn greedy(
        &mut self,
        least: Points,
        belief: &Belief,
        time: i64,
        (refused, left): (&[u64], u8),
    ) -> Option<Wish> {
        let (worths, ready) = (self.worths(belief), Readiness::at(time));
        let known = self.rational.iter().enumerate().filter(|(_, known)| refused.contains(&known.index));
        let tempted = known.map(|(at, _)| self.chance(at, belief, &worths, &ready)).fold(0.0, f64::max);
        self.pick(least, &[], |options, at| {
            let chance = options.chance(at, belief, &worths, &ready) - tempted;
            let chance = match left {
                _ if chance <= 0.0 => return None,
                1 => chance,
                2 => chance.sqrt(),
                _ => chance.sqrt().sqrt(),
            };
            Some(float(options.rational[at].own - options.no_deal) * chance)
        })
    }

    /// The product of what the others are believed to gain.
    fn product(&self, at: usize, belief: &Belief, worths: &[Vec<f64>]) -> f64 {
        if self.formless {
            return self.counted(at, worths).product();
        }
        self.each(at, belief, |slot, gain| float(gain.max(0)) / float(slot.most.max(1)))
    }

    /// The chance that all the others take a candidate.
    fn chance(&self, at: usize, belief: &Belief, worths: &[Vec<f64>], ready: &Readiness) -> f64 {
        if self.formless {
            return self.counted(at, worths).map(|worth| ready.chance_to_take(worth - ASKED)).product();
        }
        self.each(at, belief, |slot, gain| {
            if gain < 0 { 0.0 } else { ready.chance_to_take(float(gain) / float(slot.most.max(1))) }
        })
    }

    /// The product over the other parties of what their mandates say, each as far as it is likely.
    fn each(&self, at: usize, belief: &Belief, say: impl Fn(&Slot, Points) -> f64) -> f64 {
        let count = self.slots.len();
        let gains = &self.gains[at * count..(at + 1) * count];
        let (mut product, mut sum, mut party) = (1.0, 0.0, None);
        for (slot, gain) in self.slots.iter().zip(gains) {
            if party.is_some_and(|party| party != slot.party) {
                product *= sum;
                sum = 0.0;
            }
            party = Some(slot.party);
            let odds = match slot.sure {
                true => 1.0,
                false => belief.odds(slot.party).get(slot.mandate).copied().unwrap_or(0.0),
            };
            if *gain != FORBIDDEN && odds > 0.0 {
                sum += odds * say(slot, *gain);
            }
        }
        product * sum
    }

    /// What options were asked for, by party and then row after row: where nobody knows what the others want.
    fn worths(&self, belief: &Belief) -> Vec<Vec<f64>> {
        if !self.formless {
            return Vec::new();
        }
        let frequencies = self.slots.iter().filter_map(|slot| belief.frequency(slot.party));
        frequencies
            .map(|frequency| {
                let axes = self.table.axes.iter();
                axes.flat_map(|axis| {
                    let worth = |row| frequency.worth(axis.issue, self.table.outcome(axis, row));
                    (0..axis.rows.len()).map(worth).collect::<Vec<f64>>()
                })
                .collect()
            })
            .collect()
    }

    /// What a candidate is worth to each of the others by what they asked for, from 0 to 1.
    fn counted<'a>(&'a self, at: usize, worths: &'a [Vec<f64>]) -> impl Iterator<Item = f64> + 'a {
        worths.iter().map(move |worths| {
            let (mut place, mut start, mut sum) = (self.rational[at].index, worths.len(), 0.0);
            for axis in self.table.axes.iter().rev() {
                let count = axis.rows.len();
                start -= count;
                let row = usize::try_from(place % count as u64).unwrap_or(0);
                place /= count as u64;
                sum += worths[start + row];
            }
            sum
        })
    }

    /// Whether the chambers would pass a candidate, looked up once.
    pub(super) fn passes(&mut self, at: usize) -> bool {
        if let Some(known) = self.passes[at] {
            return known;
        }
        self.table.rows_into(self.rational[at].index, &mut self.rows);
        let rows = &self.rows;
        let refuses = |home: &usize| !self.homes[*home].reaches(rows, SIGNS_AT);
        let others = (0..self.homes.len()).filter(|home| *home != self.strictest);
        let first = Some(self.strictest).filter(|home| *home < self.homes.len());
        let refusing = first.into_iter().chain(others).find(refuses);
        self.strictest = refusing.unwrap_or(self.strictest);
        let passes = refusing.is_none() && *rows != self.untouched;
        self.passes[at] = Some(passes);
        passes
    }

    pub(super) fn package(&self, index: u64) -> Package {
        self.table.package(&self.table.rows_at(index))
    }

    /// The place of a package.
    pub(crate) fn place(&self, package: &Package) -> u64 {
        self.table.index(&self.table.rows_of(package))
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
