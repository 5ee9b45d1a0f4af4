//! What a game could have come to, to hold against it what it came to: ideals, the solution of Nash, the frontier.

use std::collections::BTreeMap;

use crate::analysis::{Survey, solutions};
use crate::rules::appraise::crosses;
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, HappeningId, PartyId, Points};
use crate::rules::payoff::{EXACT_LIMIT, Payoff, Table};
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;

/// What the yardsticks depend on at the start of a game.
type Start = (Vec<Option<ArchetypeId>>, Vec<HappeningId>);

/// The yardsticks of games that begin alike, made once.
#[derive(Clone, Debug, Default)]
pub struct Yardsticks {
    known: BTreeMap<Start, Yardstick>,
    /// Whether the solution of Nash and the frontier are looked for as well.
    points: bool,
}

/// What a game could come to.
#[derive(Clone, Debug)]
pub struct Yardstick {
    /// Every party's no-deal value at the start.
    pub no_deal: Payoff,
    /// Each party's best score over the packages of all parties from which everyone gains at the start and that no
    /// mandate forbids.
    pub ideal: Payoff,
    /// Least and most points of each party over all packages.
    range: (Payoff, Payoff),
    nash: Vec<Payoff>,
    frontier: Vec<Payoff>,
}

impl Yardsticks {
    /// Those that know the solution of Nash and the frontier as well.
    #[must_use]
    pub fn with_points() -> Self {
        Self { points: true, ..Self::default() }
    }

    /// The yardstick of a game that begins at a position, as it truly is.
    pub fn of(&mut self, game: &Game, start: &Position) -> &Yardstick {
        let key = (start.mandates.0.clone(), start.happened.clone());
        let points = self.points;
        self.known.entry(key).or_insert_with(|| Yardstick::new(game, start, points))
    }
}

impl Yardstick {
    fn new(game: &Game, start: &Position, points: bool) -> Self {
        let standpoint = Standpoint::new(game, start);
        let no_deal = standpoint.no_deal();
        let everyone = game.level.everyone();
        let mut table = Table::whole(&standpoint, everyone);
        table.keep_rows(|issue, option| {
            everyone.iter().all(|party| !crosses(&standpoint, party, issue, option))
        });
        let mut stick = Self {
            no_deal,
            ideal: no_deal,
            range: (no_deal, no_deal),
            nash: Vec::new(),
            frontier: Vec::new(),
        };
        if table.size() <= EXACT_LIMIT {
            table.for_each(game, |_, payoff| {
                if payoff.iter().zip(&no_deal).all(|(u, d)| u >= d) {
                    for (best, u) in stick.ideal.iter_mut().zip(payoff) {
                        *best = (*best).max(*u);
                    }
                }
            });
        }
        if points {
            let survey = Survey::of(game, &table, &no_deal);
            let rational = survey.rational.points();
            stick.nash = solutions(&survey).nash.iter().filter_map(|at| rational.get(*at).copied()).collect();
            stick.frontier = survey.frontier.points().to_vec();
            stick.range = survey.range;
        }
        stick
    }

    /// The share of what a party could gain that a score gives it; no number where it could gain nothing.
    #[must_use]
    pub fn share(&self, party: PartyId, score: Points) -> f64 {
        let at = party.index();
        match self.ideal[at] - self.no_deal[at] {
            ..=0 => f64::NAN,
            most => float(score - self.no_deal[at]) / float(most),
        }
    }

    /// A score between the least and the most that any package gives its party, as a share.
    #[must_use]
    pub fn normal(&self, party: PartyId, score: Points) -> f64 {
        let (least, most) = (self.range.0[party.index()], self.range.1[party.index()]);
        float(score - least) / float((most - least).max(1))
    }

    /// How far scores are from the nearest solution of Nash, all scores from 0 to 1; no number where there is none.
    #[must_use]
    pub fn to_nash(&self, parties: usize, scores: &Payoff) -> f64 {
        self.nearest(parties, scores, &self.nash)
    }

    /// How far scores are from the nearest point of the frontier; 0 beyond it.
    #[must_use]
    pub fn to_frontier(&self, parties: usize, scores: &Payoff) -> f64 {
        let reached = |point: &Payoff| point.iter().zip(scores).take(parties).all(|(p, s)| s >= p);
        if self.frontier.iter().any(reached) { 0.0 } else { self.nearest(parties, scores, &self.frontier) }
    }

    fn nearest(&self, parties: usize, scores: &Payoff, points: &[Payoff]) -> f64 {
        let far = |point: &Payoff| {
            let off = (0..parties).map(PartyId::from_index).map(|party| {
                self.normal(party, point[party.index()]) - self.normal(party, scores[party.index()])
            });
            off.map(|off| off * off).sum::<f64>().sqrt()
        };
        points.iter().map(far).fold(f64::NAN, f64::min)
    }
}

#[expect(clippy::cast_precision_loss, reason = "figures for reading")]
fn float(points: Points) -> f64 {
    points as f64
}
