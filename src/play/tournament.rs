//! Strategies against a pool, over many games: each plays every seat of the same games, so that they can be compared pair by pair.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use super::Match;
use super::auto::{Opponents, run};
use super::statistics::Mean;
use super::yardstick::Yardsticks;
use crate::opponents::{Belief, Strategy};
use crate::rules::chance::{Chance, Purpose};
use crate::rules::event::{Event, PactStatus};
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, PartySet, Round};
use crate::view::View;

/// The end of this round is when beliefs are looked at besides the end of the game.
const FOUR: Round = Round(4);

/// What is played.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The level under its rule book.
    pub game: Arc<Game>,
    /// What is compared.
    pub strategies: Vec<Strategy>,
    /// Who plays the other seats, drawn for each game alike for all that are compared; none: copies of what is compared.
    pub pool: Vec<Strategy>,
    /// Games for each strategy and seat.
    pub games: u32,
    /// The seed of the first game.
    pub seed: u64,
}

/// What one game came to for the strategy that was looked at.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Played {
    /// The seed of the game.
    pub seed: u64,
    /// The seat.
    pub seat: PartyId,
    /// Its share of the attainable gain.
    pub share: f64,
    /// Its score between the least and the most that any package would give it.
    pub utility: f64,
    /// Whether it ended below its no-deal value.
    pub below: bool,
    /// Whether every party was in a pact that stood at the end.
    pub agreed: bool,
    /// Distance of all scores to the solution of Nash at the start, where all agreed.
    pub to_nash: f64,
    /// Distance of all scores to the frontier at the start, where all agreed.
    pub to_frontier: f64,
    /// The mean score of Brier of its belief at the end, where there is something to believe.
    pub brier: f64,
    /// The mean probability that it gave the truth after four rounds.
    pub believed: f64,
}

/// What many games came to for one strategy.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub strategy: Strategy,
    /// Every game, in order of seeds and seats.
    pub games: Vec<Played>,
}

impl Line {
    /// The mean of something over the games.
    #[must_use]
    pub fn mean(&self, of: impl Fn(&Played) -> f64) -> Mean {
        Mean::of(self.games.iter().map(of))
    }

    /// The mean of the paired differences to another, of the shares of the attainable gain.
    #[must_use]
    pub fn over(&self, other: &Self) -> Mean {
        Mean::of(self.games.iter().zip(&other.games).map(|(own, other)| own.share - other.share))
    }
}

/// Plays all of it, on as many threads as the pool has that it is called in. `progress` is told how many games are done.
pub fn tournament(setup: &Setup, progress: &(dyn Fn(usize) + Sync)) -> Vec<Line> {
    let (game, seats) = (&setup.game, setup.game.parties());
    let count = setup.strategies.len();
    let done = AtomicUsize::new(0);
    // All that play a game play it in one place: what it could have come to is worked out once for all of them.
    let play_game = |sticks: &mut Yardsticks, number: u32| {
        let mut results = Vec::with_capacity(seats * count);
        for seat in game.level.everyone().iter() {
            for strategy in &setup.strategies {
                results.push(play(setup, game, *strategy, seat, u64::from(number), sticks));
                progress(done.fetch_add(1, Ordering::Relaxed) + 1);
            }
        }
        results
    };
    let games = (0..setup.games).into_par_iter().map_init(Yardsticks::with_points, play_game);
    let results: Vec<Played> = games.flatten_iter().collect();
    let of = |at: usize| results.iter().skip(at).step_by(count).copied().collect();
    let strategies = setup.strategies.iter().enumerate();
    strategies.map(|(at, strategy)| Line { strategy: *strategy, games: of(at) }).collect()
}

/// One game.
fn play(
    setup: &Setup,
    game: &Arc<Game>,
    strategy: Strategy,
    seat: PartyId,
    number: u64,
    sticks: &mut Yardsticks,
) -> Played {
    let seed = setup.seed.wrapping_add(number);
    let mut played = Match::new(game.clone(), seed);
    let start = played.truth().clone();
    let mut opponents: Opponents = game.by_party(|party| {
        let count = setup.pool.len() as u64;
        let draw = Chance::new(!seed).draw(Purpose::Temper, Round(9), party, 0, count);
        let other = setup.pool.get(usize::try_from(draw).unwrap_or(0)).copied().unwrap_or(strategy);
        let who = if party == seat { strategy } else { other };
        Some(who.opponent(played.temper(party)))
    });
    run(&mut played, &mut opponents);
    let end = played.truth();
    let standing = end.pacts.iter().filter(|pact| pact.status == PactStatus::Stands);
    let bound = standing.fold(PartySet::NONE, |set, pact| set.union(pact.parties));
    let agreed = bound == game.level.everyone();
    let (stick, scores, count) = (sticks.of(game, &start), played.scores(), game.parties());
    let [brier, believed] = beliefs(game, &played, seat);
    let if_agreed = |far: f64| if agreed { far } else { f64::NAN };
    Played {
        seed,
        seat,
        share: stick.share(seat, scores[seat.index()]),
        utility: stick.normal(seat, scores[seat.index()]),
        below: scores[seat.index()] < stick.no_deal[seat.index()],
        agreed,
        to_nash: if_agreed(stick.to_nash(count, &scores)),
        to_frontier: if_agreed(stick.to_frontier(count, &scores)),
        brier,
        believed,
    }
}

/// The mean score of Brier of what a seat had reason to believe at the end, and the mean probability of the truth after four rounds.
fn beliefs(game: &Game, played: &Match, seat: PartyId) -> [f64; 2] {
    let view = played.view(seat);
    let truth = &played.truth().mandates;
    let hidden: Vec<PartyId> = (0..game.parties())
        .map(PartyId::from_index)
        .filter(|party| game.rules.on.mandates && view.position.mandates[*party].is_none())
        .filter(|party| game.level.parties[*party].archetypes.len() > 1)
        .collect();
    if hidden.is_empty() {
        return [f64::NAN; 2];
    }
    let end = Belief::of(game, view);
    let four = view.log.iter().position(|event| *event == Event::RoundEnded(FOUR));
    let early = view.log[..four.unwrap_or(view.log.len())].to_vec();
    let early = Belief::of(game, &View { log: early, ..view.clone() });
    let mean =
        |of: &dyn Fn(PartyId) -> Option<f64>| Mean::of(hidden.iter().filter_map(|party| of(*party))).mean;
    [
        mean(&|party| Some(end.brier(party, truth[party]?))),
        mean(&|party| early.odds(party).get(truth[party]?.index()).copied()),
    ]
}
