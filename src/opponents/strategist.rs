//! Recipe 7: plays the game out in its head before it moves (Monte Carlo over what its view leaves open).
//!
//! It thinks of some commands, the negotiator's own among them. It draws what may be the case from its belief, plays every command
//! out in each of these games, and takes another than the negotiator's only where that has clearly come to more. The budget
//! counts games played out, never time, so the same seed plays the same game.

use super::Opponent;
use super::aspiration::Temper;
use super::belief::Belief;
use super::explanation::{Explanation, Search, Why};
use super::negotiator::Negotiator;
use super::pace::{Pace, pace};
use super::supposed::Supposed;
use crate::rules::command::{Command, Measure};
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, Points};
use crate::rules::legal::{answers, check, measures};
use crate::rules::position::Phase;
use crate::view::View;

/// Games played out for one command that it gives.
pub(super) const BUDGET: u32 = 48;

/// What is left of the budget, in percent, where promises fall due: there a game takes longer to play out, and a command should not.
const LEFT: u32 = 80;

/// Most commands that it thinks of.
const MOST: usize = 6;

/// By how many standard errors another command has to be better than the negotiator's own.
const CLEARLY: f64 = 1.5;

/// The strategist.
#[derive(Clone)]
pub(super) struct Strategist {
    base: Negotiator,
    temper: Temper,
    /// Games played out for one command.
    budget: u32,
    /// What it found when it played the game out last; nothing if it did not.
    found: Option<Search>,
}

impl Strategist {
    pub(super) fn new(base: Negotiator, budget: u32) -> Self {
        Self { temper: base.temper(), base, budget, found: None }
    }

    /// What it could do now besides what the negotiator would.
    fn thoughts(&mut self, game: &Game, view: &View, base: &Command) -> Vec<Command> {
        let at = &view.position;
        let mut thoughts = match (at.phase, at.asked) {
            (Phase::Measures, _) => {
                let open = measures(game, at, view.seat);
                // Moves by several steps are seldom better than by one, and there are many.
                let plain = |m: &Measure| !matches!(m, Measure::Move { steps, .. } if *steps > 1);
                open.into_iter().filter(plain).map(Command::Act).collect()
            }
            (_, Some(_)) => answers(game, at, view.seat).into_iter().map(Command::Answer).collect(),
            _ => self.talk(game, view),
        };
        thoughts.retain(|command| command != base && check(game, at, view.seat, command).is_ok());
        thoughts.dedup();
        thoughts.truncate(MOST - 1);
        thoughts.insert(0, base.clone());
        thoughts
    }

    /// Asking for more or for less, and waiting. What is enough the negotiator says: so whatever is better for the seat than something that it
    /// takes, it takes as well.
    fn talk(&mut self, game: &Game, view: &View) -> Vec<Command> {
        let mut thoughts = self.base.proposals(game, view);
        thoughts.push(Command::Pass);
        thoughts
    }

    /// How late each of the others concedes.
    fn paces(&mut self, game: &Game, view: &View, belief: &Belief) -> ByParty<Pace> {
        game.by_party(|party| {
            pace(game, view, belief, party, |parties| {
                if !parties.has(view.seat) {
                    return 0;
                }
                let at = self.base.search(game, view, parties);
                self.base.searches[at].most(party, belief)
            })
        })
    }

    /// The command that comes to most when it is played out.
    fn best(&mut self, game: &Game, view: &View, thoughts: Vec<Command>, belief: &Belief) -> Option<Command> {
        let paces = self.paces(game, view, belief);
        let count = u32::try_from(thoughts.len()).unwrap_or(1);
        let budget = if game.rules.on.promises { self.budget * LEFT / 100 } else { self.budget };
        let each = (budget / count.max(1)).max(1);
        let mut scores: Vec<Vec<Points>> = vec![Vec::new(); thoughts.len()];
        for number in 0..each {
            let supposed =
                Supposed::drawn(game, view, (self.temper.seed, belief, &paces), &self.base, number);
            for (command, scores) in thoughts.iter().zip(&mut scores) {
                scores.push(
                    supposed.clone().score(game, view.seat, command.clone()).unwrap_or(Points::MIN / 4),
                );
            }
        }
        let base = scores.first()?.clone();
        let mut best = (0.0, 0);
        for (at, own) in scores.iter().enumerate().skip(1) {
            let more = clearly(&base, own);
            if more > best.0 {
                best = (more, at);
            }
        }
        let means = scores.iter().map(|own| own.iter().sum::<Points>() / i64::from(each));
        self.found = Some(Search { games: each, thoughts: thoughts.iter().cloned().zip(means).collect() });
        thoughts.into_iter().nth(best.1)
    }
}

/// By how much some scores are better than others, pair by pair; nothing where that may be chance.
#[expect(
    clippy::cast_precision_loss,
    reason = "scores that count are far smaller than what a float holds exactly"
)]
fn clearly(base: &[Points], other: &[Points]) -> f64 {
    let count = base.len().max(2) as f64;
    let more = || base.iter().zip(other).map(|(base, other)| (other - base) as f64);
    let mean = more().sum::<f64>() / count;
    let squares = more().map(|more| (more - mean) * (more - mean)).sum::<f64>();
    let error = (squares / (count - 1.0) / count).sqrt();
    if mean > CLEARLY * error { mean } else { 0.0 }
}

impl Strategist {
    /// What it does, given what the negotiator would.
    fn weighed(&mut self, game: &Game, view: &View, base: Command) -> Command {
        self.found = None;
        // What the negotiator takes is enough; and words cost nothing.
        if matches!(base, Command::Accept(_) | Command::Speak(_)) {
            return base;
        }
        let thoughts = self.thoughts(game, view, &base);
        if thoughts.len() < 2 {
            return base;
        }
        let belief = self.base.belief(game, view);
        self.best(game, view, thoughts, &belief).unwrap_or(base)
    }
}

impl Opponent for Strategist {
    fn act(&mut self, game: &Game, view: &View) -> Command {
        let base = self.base.act(game, view);
        self.weighed(game, view, base)
    }

    fn explain(&mut self, game: &Game, view: &View) -> Option<Explanation> {
        let base = self.base.act(game, view);
        let command = self.weighed(game, view, base.clone());
        let mut explanation = self.base.explained(game, view, command.clone());
        if command != base {
            explanation.why = Why::PlayedOut;
        }
        if let Some(found) = self.found.take() {
            // What comes next by what was played out says more than what the negotiator would have thought of.
            explanation.alternative = found.next(&command).cloned();
            explanation.search = Some(found);
        }
        Some(explanation)
    }

    fn forget(&mut self) {
        self.base.forget();
    }

    fn again(&self) -> Box<dyn Opponent> {
        Box::new(self.clone())
    }
}
