//! Plays AI against AI, many times, and measures what came of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::Match;
use super::auto::{Opponents, run};
use super::statistics::Mean;
use super::usage::{Usage, Used};
use super::yardstick::Yardsticks;
use crate::opponents::Strategy;
use crate::rules::chamber::forecast_at;
use crate::rules::event::{Event, Pact, PactStatus};
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, PartyId, PartySet, Points};
use crate::rules::package::Proposal;
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;

/// What came of many games. Points are in points of the level; shares and rates run from 0 to 1.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// Version of this shape; it changes when a field's meaning does.
    pub format: u32,
    /// The level's id.
    pub level: String,
    /// The rule book's id.
    pub rules: String,
    /// The seed of the first game; each next game takes the next seed.
    pub seed: u64,
    /// Games played.
    pub games: u32,
    /// Games that ended.
    pub ended: u32,
    /// Share of games in which at least one pact stands at the end.
    pub agreement_rate: f64,
    /// Share of games in which every party is in a pact that stands at the end.
    pub everyone_in_a_pact_rate: f64,
    /// Pacts that came into force, per game.
    pub pacts_per_game: f64,
    /// Pacts that were signed, per game.
    pub signed_per_game: f64,
    /// Votes held.
    pub votes: u64,
    /// Votes that failed.
    pub votes_failed: u64,
    /// Share of votes that failed.
    pub failure_rate: f64,
    /// Share of votes expected to fail, by the forecast when the pact was signed. Lobbying between
    /// signature and vote makes fewer fail.
    pub predicted_failure_rate: f64,
    /// Share of votes expected to fail, by the forecast when the votes were held.
    pub predicted_at_vote_rate: f64,
    /// Share of games with at least one failed vote.
    pub games_with_failed_vote_rate: f64,
    /// Share of games in which a government fell.
    pub collapse_rate: f64,
    /// Share of games with each order in which pacts came into force, most frequent first; parties
    /// are joined by a hyphen, pacts by " > ".
    pub orders: Vec<Share>,
    /// How often each part of the full rule book was used.
    pub usage: Usage,
    /// By party, in the level's order.
    pub parties: Vec<PartySummary>,
    /// Games a second on this machine; the one figure that differs from run to run.
    pub games_per_second: f64,
}

/// How often something was the case.
#[derive(Clone, Debug, Serialize)]
pub struct Share {
    /// What.
    pub name: String,
    /// Share of games.
    pub share: f64,
}

/// What came of many games for one party.
#[derive(Clone, Debug, Serialize)]
pub struct PartySummary {
    /// The party's id.
    pub party: String,
    /// Mean score.
    pub mean: f64,
    /// Score that a tenth of games stay below.
    pub p10: f64,
    /// Score that nine tenths of games stay below.
    pub p90: f64,
    /// Mean no-deal value at the start.
    pub no_deal: f64,
    /// Mean share of the attainable gain: (score − no deal) / (ideal − no deal), the ideal over the
    /// packages from which everyone gains at the start.
    pub attainable_share: f64,
    /// Share of games that ended below the no-deal value.
    pub below_no_deal_rate: f64,
    /// Share of games in which its government fell.
    pub collapse_rate: f64,
    /// Share of games in which its chamber failed a pact.
    pub failed_vote_rate: f64,
}

/// What was counted while playing.
#[derive(Default)]
struct Tally {
    scores: Vec<Vec<Points>>,
    no_deal: Vec<i128>,
    shares: Vec<(f64, u32)>,
    below: Vec<u32>,
    fell: Vec<u32>,
    failed: Vec<u32>,
    ended: u32,
    agreed: u32,
    everyone: u32,
    pacts: u64,
    signed: u64,
    votes: u64,
    votes_failed: u64,
    predicted: f64,
    predicted_at_vote: f64,
    games_with_failure: u32,
    games_with_fall: u32,
    orders: BTreeMap<String, u32>,
    used: Used,
    sticks: Yardsticks,
}

/// Who plays each party; `None` is the default opponent.
pub type Cast = ByParty<Option<Strategy>>;

/// Plays games with seeds from `seed` on, with the default opponent in every seat. `progress` is told
/// the number of games played so far.
pub fn simulate(game: &Arc<Game>, games: u32, seed: u64, progress: &mut dyn FnMut(u32)) -> Summary {
    let cast = game.by_party(|_| None);
    simulate_seated(game, games, seed, &mut |played| seated_by(played, &cast), &mut |_| (), progress)
}

/// A party's scores in the same games under two casts, in points of the level.
#[derive(Clone, Debug, Serialize)]
pub struct Compared {
    /// The party's id.
    pub party: String,
    /// Its mean score under the first cast.
    pub first: f64,
    /// Its mean score under the second.
    pub second: f64,
    /// By how much the first is more, game by game.
    pub more: f64,
    /// Half the width of the interval that has the truth in 95 of 100 cases.
    pub half: f64,
    /// How likely a difference this large would be by chance, if there were none.
    pub p: f64,
}

/// Plays the same games under two casts. `progress` is told the number of games played so far.
pub fn compare(
    game: &Arc<Game>,
    casts: [&Cast; 2],
    games: u32,
    seed: u64,
    progress: &mut dyn FnMut(u32),
) -> Vec<Compared> {
    let per_point = game.level.per_point() as f64;
    let mut scores: [Vec<Vec<f64>>; 2] = [vec![Vec::new(); game.parties()], vec![Vec::new(); game.parties()]];
    for number in 0..games {
        for (cast, scores) in casts.iter().zip(&mut scores) {
            let mut played = Match::new(game.clone(), seed.wrapping_add(u64::from(number)));
            let mut opponents = seated_by(&played, cast);
            run(&mut played, &mut opponents);
            for (scores, score) in scores.iter_mut().zip(played.scores()) {
                scores.push(score as f64 / per_point);
            }
        }
        progress(number + 1);
    }
    let [first, second] = &scores;
    let parties = game.level.parties.iter().zip(first.iter().zip(second));
    parties
        .map(|((_, rule), (first, second))| {
            let more = Mean::of(first.iter().zip(second).map(|(first, second)| first - second));
            Compared {
                party: rule.id.clone(),
                first: Mean::of(first.iter().copied()).mean,
                second: Mean::of(second.iter().copied()).mean,
                more: more.mean,
                half: more.half(),
                p: more.p_value(),
            }
        })
        .collect()
}

/// The opponents of a cast.
#[must_use]
pub fn seated_by(played: &Match, cast: &Cast) -> Opponents {
    played.game().by_party(|party| {
        Some(cast.0.get(party.index()).copied().flatten().unwrap_or_default().opponent(played.temper(party)))
    })
}

/// Plays games with seeds from `seed` on. `seats` says for each who plays, before its first decision; `over` is told of each when it is
/// over, and `progress` the number of games played so far.
pub fn simulate_seated(
    game: &Arc<Game>,
    games: u32,
    seed: u64,
    seats: &mut dyn FnMut(&Match) -> Opponents,
    over: &mut dyn FnMut(&Match),
    progress: &mut dyn FnMut(u32),
) -> Summary {
    let started = std::time::Instant::now();
    let parties = game.parties();
    let mut tally = Tally {
        scores: vec![Vec::with_capacity(games as usize); parties],
        no_deal: vec![0; parties],
        shares: vec![(0.0, 0); parties],
        below: vec![0; parties],
        fell: vec![0; parties],
        failed: vec![0; parties],
        ..Tally::default()
    };
    for number in 0..games {
        let mut played = Match::new(game.clone(), seed.wrapping_add(u64::from(number)));
        let start = played.truth().clone();
        let mut opponents = seats(&played);
        run(&mut played, &mut opponents);
        over(&played);
        tally.count(game, &start, &played);
        progress(number + 1);
    }
    let seconds = started.elapsed().as_secs_f64();
    tally.summary(game, games, seed, f64::from(games) / seconds.max(1e-9))
}

impl Tally {
    fn count(&mut self, game: &Game, start: &Position, played: &Match) {
        let end = played.truth();
        self.ended += u32::from(played.is_over());
        let standing: Vec<&Pact> = end.pacts.iter().filter(|p| p.status == PactStatus::Stands).collect();
        self.agreed += u32::from(!standing.is_empty());
        let bound = standing.iter().fold(PartySet::NONE, |set, pact| set.union(pact.parties));
        self.everyone += u32::from(bound == game.level.everyone());
        self.pacts += standing.len() as u64;
        self.signed += end.pacts.len() as u64;
        *self.orders.entry(order(game, played.log(), end)).or_default() += 1;
        self.count_votes(game, played);
        self.used.count(played.log());
        self.games_with_fall += u32::from(!end.collapsed.is_empty());
        let scores = played.scores();
        let stick = self.sticks.of(game, start);
        let no_deal = Standpoint::new(game, start).no_deal();
        for party in game.level.everyone().iter() {
            let at = party.index();
            self.scores[at].push(scores[at]);
            self.no_deal[at] += i128::from(no_deal[at]);
            self.below[at] += u32::from(scores[at] < no_deal[at]);
            self.fell[at] += u32::from(end.collapsed.has(party));
            let share = stick.share(party, scores[at]);
            if share.is_finite() {
                self.shares[at].0 += share;
                self.shares[at].1 += 1;
            }
        }
    }

    fn count_votes(&mut self, game: &Game, played: &Match) {
        let end = played.truth();
        let failed: Vec<PartyId> = end.votes.iter().filter(|v| !v.passed).map(|v| v.party).collect();
        self.votes += end.votes.len() as u64;
        self.votes_failed += failed.len() as u64;
        self.games_with_failure += u32::from(!failed.is_empty());
        for party in failed.iter().copied().collect::<PartySet>().iter() {
            self.failed[party.index()] += 1;
        }
        // The forecast as it stood when each pact was signed: fold the truth again up to there.
        if end.votes.is_empty() {
            return;
        }
        let mut at = Position::new(game);
        for event in played.log() {
            match event {
                Event::Signed(pact) => {
                    for party in pact.parties.iter() {
                        self.predicted += failing(game, &at, pact, party);
                    }
                }
                Event::Voted(vote) => {
                    if let Some(pact) = at.pact(vote.pact) {
                        self.predicted_at_vote += failing(game, &at, pact, vote.party);
                    }
                }
                _ => {}
            }
            at.apply(game, event);
        }
    }

    fn summary(self, game: &Game, games: u32, seed: u64, games_per_second: f64) -> Summary {
        let rate = |count: u32| f64::from(count) / f64::from(games.max(1));
        let votes = (self.votes as f64).max(1.0);
        let mut orders: Vec<Share> = self
            .orders
            .iter()
            .map(|(name, count)| Share { name: name.clone(), share: rate(*count) })
            .collect();
        orders.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.name.cmp(&b.name)));
        let per_point = game.level.per_point() as f64;
        let parties = game
            .level
            .parties
            .iter()
            .map(|(party, rule)| {
                let at = party.index();
                let mut scores = self.scores[at].clone();
                scores.sort_unstable();
                let quantile = |tenth: usize| {
                    let place = (scores.len().saturating_sub(1)) * tenth / 10;
                    scores.get(place).map_or(0.0, |s| *s as f64 / per_point)
                };
                let sum: i128 = scores.iter().map(|s| i128::from(*s)).sum();
                let count = f64::from(games.max(1));
                PartySummary {
                    party: rule.id.clone(),
                    mean: sum as f64 / per_point / count,
                    p10: quantile(1),
                    p90: quantile(9),
                    no_deal: self.no_deal[at] as f64 / per_point / count,
                    attainable_share: self.shares[at].0 / f64::from(self.shares[at].1.max(1)),
                    below_no_deal_rate: rate(self.below[at]),
                    collapse_rate: rate(self.fell[at]),
                    failed_vote_rate: rate(self.failed[at]),
                }
            })
            .collect();
        Summary {
            format: 2,
            level: game.level.id.clone(),
            rules: game.rules.id.clone(),
            seed,
            games,
            ended: self.ended,
            agreement_rate: rate(self.agreed),
            everyone_in_a_pact_rate: rate(self.everyone),
            pacts_per_game: self.pacts as f64 / f64::from(games.max(1)),
            signed_per_game: self.signed as f64 / f64::from(games.max(1)),
            votes: self.votes,
            votes_failed: self.votes_failed,
            failure_rate: self.votes_failed as f64 / votes,
            predicted_failure_rate: self.predicted / votes,
            predicted_at_vote_rate: self.predicted_at_vote / votes,
            games_with_failed_vote_rate: rate(self.games_with_failure),
            collapse_rate: rate(self.games_with_fall),
            orders,
            usage: self.used.shares(games),
            parties,
            games_per_second,
        }
    }
}

/// How likely a party's chamber is to refuse a pact, by the forecast from a position.
fn failing(game: &Game, at: &Position, pact: &Pact, party: PartyId) -> f64 {
    let package = pact.package.clone().unwrap_or_default();
    let proposal = Proposal { parties: pact.parties, package, communique: pact.communique.clone() };
    forecast_at(game, at, party, &proposal, pact.net)
        .map_or(0.0, |f| 1.0 - f.passing as f64 / f.swings as f64)
}

/// The order in which pacts came into force, in words for the summary.
fn order(game: &Game, log: &[Event], end: &Position) -> String {
    let mut names: Vec<String> = Vec::new();
    for event in log {
        let Event::InForce { pact, .. } = event else { continue };
        let Some(pact) = end.pact(*pact) else { continue };
        let parties: Vec<&str> = pact.parties.iter().map(|p| game.level.parties[p].id.as_str()).collect();
        let name = parties.join("-");
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() { "none".to_owned() } else { names.join(" > ") }
}
