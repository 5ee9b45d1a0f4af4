//! Pure offer sessions: parties put packages of one table to each other, round by round, until all accept one or the rounds are over.
//!
//! There is nothing but offers and answers: no calendar, no chambers, no words. So a hundred thousand of them can be played in a second, and
//! what a way of conceding is worth can be measured well. Utilities run from nothing to [`ONE`], over the range of each party.

use super::Strategy;
use super::aspiration::curve;
use super::belief::Frequency;
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PartyId};
use crate::rules::package::Package;
use crate::rules::payoff::{EXACT_LIMIT, Table};

/// The utility of the best package.
pub const ONE: i32 = 1 << 20;

/// Steps in which a rank is looked up.
const STEPS: usize = 1024;

/// The packages that can be put, ranked for every party.
pub struct Sessions {
    game: Game,
    /// By party: what it could put, the best for itself first.
    ranked: Vec<Vec<Spot>>,
    /// By party and step: how many packages are surely better for it.
    better: Vec<Vec<u32>>,
    packages: Vec<Package>,
    /// By package and axis: the place of its row among all rows of all axes.
    rows: Vec<u16>,
    axes: usize,
    /// Issue and option of each row of all axes.
    outcomes: Vec<(IssueId, OptionId)>,
}

/// A package as all value it.
#[derive(Clone, Copy, Debug)]
struct Spot {
    worth: [i32; 4],
    package: u32,
}

/// How a party bids in a session.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bidder {
    /// The share of what lies above its reservation value that it asks for in each round, in 65536ths.
    shares: Vec<i32>,
    /// Whether it counts what the others ask for, and puts what it believes best for all.
    models: bool,
}

/// How a session ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Session {
    /// The round in which all accepted a package; none if the rounds ran out.
    pub agreed: Option<u16>,
    /// What each has: of the package, or its reservation value.
    pub worth: [i32; 4],
    /// What each would have had without a package.
    pub reservation: [i32; 4],
}

impl Bidder {
    /// A strategy as a bidder for so many rounds; `None` for those that need more than offers and answers.
    #[must_use]
    pub fn of(strategy: Strategy, seed: u64, rounds: u16) -> Option<Self> {
        let (steepness, models) = strategy.bids(seed, usize::from(rounds))?;
        let share = |round: u16| {
            let left = 1000 - curve(i64::from(round) * 1000 / i64::from(rounds.max(1)), steepness);
            i32::try_from(left * 65_536 / 1000).unwrap_or(0)
        };
        Some(Self { shares: (1..=rounds).map(share).collect(), models })
    }
}

impl Sessions {
    /// The sessions over a table; `None` if there is nothing to put or too much to rank.
    #[must_use]
    pub fn new(game: &Game, table: &Table) -> Option<Self> {
        let parties = table.parties.len();
        let everyone: Vec<usize> = table.parties.iter().map(PartyId::index).collect();
        if table.size() > EXACT_LIMIT || everyone != (0..parties).collect::<Vec<_>>() {
            return None;
        }
        let mut starts = Vec::new();
        let mut outcomes = Vec::new();
        for axis in &table.axes {
            starts.push(outcomes.len());
            outcomes.extend((0..axis.rows.len()).map(|row| (axis.issue, table.outcome(axis, row))));
        }
        let (mut payoffs, mut packages, mut places) = (Vec::new(), Vec::new(), Vec::new());
        let untouched = table.untouched();
        table.for_each(game, |rows, payoff| {
            if rows != untouched {
                payoffs.push(*payoff);
                packages.push(table.package(rows));
                places.extend(
                    rows.iter().zip(&starts).map(|(row, start)| u16::try_from(row + start).unwrap_or(0)),
                );
            }
        });
        let range = |party: usize| {
            let own = payoffs.iter().map(|payoff| payoff[party]);
            (own.clone().min().unwrap_or(0), own.max().unwrap_or(0))
        };
        let ranges: Vec<(i64, i64)> = (0..parties).map(range).collect();
        let worth = |party: usize, points: i64| -> i32 {
            let (least, most) = ranges[party];
            let share = i128::from(points - least) * i128::from(ONE) / i128::from((most - least).max(1));
            i32::try_from(share).unwrap_or(ONE)
        };
        let spots: Vec<Spot> = payoffs
            .iter()
            .enumerate()
            .map(|(package, payoff)| Spot {
                worth: std::array::from_fn(|p| if p < parties { worth(p, payoff[p]) } else { 0 }),
                package: u32::try_from(package).unwrap_or(u32::MAX),
            })
            .collect();
        let ranked: Vec<Vec<Spot>> = (0..parties)
            .map(|party| {
                let mut own = spots.clone();
                own.sort_by_key(|spot| (std::cmp::Reverse(spot.worth[party]), spot.package));
                own
            })
            .collect();
        let better = ranked.iter().enumerate().map(|(party, own)| {
            let step = |step: usize| {
                let least = i32::try_from((step + 1) * (ONE as usize / STEPS)).unwrap_or(ONE);
                u32::try_from(own.partition_point(|spot| spot.worth[party] >= least)).unwrap_or(0)
            };
            (0..=STEPS).map(step).collect()
        });
        Some(Self {
            game: game.clone(),
            better: better.collect(),
            ranked,
            packages,
            rows: places,
            axes: table.axes.len(),
            outcomes,
        })
        .filter(|sessions| !sessions.packages.is_empty())
    }

    /// One session. `below(n)` draws a number below n: every party's reservation value lies in the lower half of its range.
    #[must_use]
    pub fn play(&self, bidders: &[Bidder], mut below: impl FnMut(u32) -> u32) -> Session {
        let count = self.ranked.len();
        let mut reservation = [0; 4];
        for value in reservation.iter_mut().take(count) {
            *value = i32::try_from(below(ONE.unsigned_abs() / 2)).unwrap_or(0);
        }
        let rounds = bidders.iter().map(|bidder| bidder.shares.len()).min().unwrap_or(0);
        let mut model = bidders.iter().any(|bidder| bidder.models).then(|| Model::new(self));
        for round in 0..rounds {
            let mut target = [0; 4];
            for (party, bidder) in bidders.iter().enumerate().take(count) {
                let above = i64::from(ONE - reservation[party]) * i64::from(bidder.shares[round]);
                target[party] = reservation[party] + i32::try_from(above >> 16).unwrap_or(0);
            }
            for (party, bidder) in bidders.iter().enumerate().take(count) {
                let own = &self.ranked[party];
                let rank = self.rank(party, target[party]);
                let at = match &model {
                    Some(model) if bidder.models => model.best(self, party, rank, reservation[party]),
                    _ => rank.saturating_sub(1),
                };
                let Some(spot) = own.get(at) else { continue };
                if (0..count).all(|other| other == party || spot.worth[other] >= target[other]) {
                    let agreed = u16::try_from(round + 1).ok();
                    return Session { agreed, worth: spot.worth, reservation };
                }
                if let Some(model) = &mut model {
                    let time = (round + 1) as f64 / rounds as f64;
                    model.note(self, party, spot.package as usize, time);
                }
            }
        }
        Session { agreed: None, worth: reservation, reservation }
    }

    /// How many packages give a party as much as it asks for.
    fn rank(&self, party: usize, target: i32) -> usize {
        let step = usize::try_from(target).unwrap_or(0) / (ONE as usize / STEPS);
        let mut rank = self.better[party].get(step).map_or(0, |rank| *rank as usize);
        let own = &self.ranked[party];
        while own.get(rank).is_some_and(|spot| spot.worth[party] >= target) {
            rank += 1;
        }
        rank
    }
}

/// What everybody has seen each party ask for, and what that says about its wishes.
struct Model {
    asked: Vec<Frequency>,
    /// By party: what each row of each axis is supposed to be worth to it.
    worths: Vec<Vec<f64>>,
}

impl Model {
    fn new(sessions: &Sessions) -> Self {
        let parties = sessions.ranked.len();
        Self {
            asked: vec![Frequency::new(&sessions.game); parties],
            worths: vec![vec![0.0; sessions.outcomes.len()]; parties],
        }
    }

    fn note(&mut self, sessions: &Sessions, party: usize, package: usize, time: f64) {
        let asked = &mut self.asked[party];
        asked.note(&sessions.packages[package], time);
        for (worth, (issue, option)) in self.worths[party].iter_mut().zip(&sessions.outcomes) {
            *worth = asked.worth(*issue, *option);
        }
    }

    /// Of the best packages of a party the one with the largest product of gains, as they are believed to be.
    fn best(&self, sessions: &Sessions, party: usize, rank: usize, reservation: i32) -> usize {
        let (mut most, mut best) = (f64::MIN, 0);
        for (at, spot) in sessions.ranked[party][..rank].iter().enumerate() {
            let start = spot.package as usize * sessions.axes;
            let rows = &sessions.rows[start..start + sessions.axes];
            let mut product = f64::from(spot.worth[party] - reservation);
            for (other, worths) in self.worths.iter().enumerate() {
                if other != party {
                    product *= rows.iter().map(|row| worths[usize::from(*row)]).sum::<f64>();
                }
            }
            if product > most {
                (most, best) = (product, at);
            }
        }
        best
    }
}
