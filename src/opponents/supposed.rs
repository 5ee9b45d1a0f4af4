//! A game as it may be, played out: mandates are drawn from a belief, and negotiators play every seat.
//!
//! What is supposed here is made of one seat's view and of its belief, and nobody else ever sees it.

use super::Opponent;
use super::aspiration::Difficulty;
use super::belief::Belief;
use super::negotiator::Negotiator;
use super::pace::{self, Pace};
use crate::rules::chance::{Chance, Purpose};
use crate::rules::command::{Actor, Command, Measure, Order};
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, PartyId, PartySet, Points};
use crate::rules::position::{Phase, Position};
use crate::rules::referee;
use crate::rules::rulebook::TalksOrder;
use crate::rules::standpoint::Standpoint;
use crate::view::View;

/// One in so many is supposed to model the others; the rest follow the curves that what they did speaks for.
const MODELLERS: u64 = 4;

/// Commands after which a supposed game is broken off: no game is that long.
const LONGEST: usize = 4000;

/// A game as it may be.
#[derive(Clone)]
pub(super) struct Supposed {
    truth: Position,
    chance: Chance,
    views: Vec<View>,
    minds: Vec<Negotiator>,
}

impl Supposed {
    /// What may be the case behind a view: the `number`-th draw of a seed.
    pub(super) fn drawn(
        game: &Game,
        view: &View,
        (seed, belief, paces): (u64, &Belief, &ByParty<Pace>),
        own: &Negotiator,
        number: u32,
    ) -> Self {
        let at = &view.position;
        let chance = Chance::new(seed);
        let draw = |party: PartyId, what: u32, below: u64| {
            let count = number.wrapping_mul(8).wrapping_add(what);
            chance.draw(Purpose::Temper, at.round, party, 100 + count, below)
        };
        let mut truth = at.clone();
        for party in game.level.everyone().iter() {
            if game.rules.on.mandates && truth.mandates[party].is_none() {
                truth.mandates[party] = Some(belief.drawn(party, draw(party, 0, 1_000_000)));
            }
            // What another has picked is not known.
            if truth.picked.has(party) && truth.measures[party].is_none() {
                truth.measures[party] = Some(Measure::Nothing);
            }
        }
        let views = game.level.everyone().iter().map(|party| {
            let mut position = truth.clone();
            if game.rules.on.mandates {
                for (other, known) in at.mandates.iter() {
                    position.mandates[other] = if other == party { truth.mandates[party] } else { *known };
                }
                if party != view.seat {
                    // The others know as little of the seat as it knows of them.
                    position.mandates[view.seat] = None;
                }
            }
            View { seat: party, position, log: Vec::new() }
        });
        let minds = game.level.everyone().iter().map(|party| {
            if party == view.seat {
                return own.supposed(belief.clone());
            }
            let mind = match draw(party, 1, MODELLERS) {
                0 => Negotiator::new(draw(party, 2, u64::MAX), Difficulty::Diplomat, None),
                _ => Negotiator::blind(pace::drawn(&paces[party], draw(party, 2, 1_000_000))),
            };
            mind.supposed(Belief::prior(game, at, party))
        });
        let seed = draw(view.seat, 3, u64::MAX);
        Self { views: views.collect(), minds: minds.collect(), truth, chance: Chance::new(seed) }
    }

    /// Gives a command of a seat, and plays on to the end; the seat's score. `None` if the command is not legal.
    pub(super) fn score(&mut self, game: &Game, seat: PartyId, command: Command) -> Option<Points> {
        if !self.give(game, seat, command) {
            return None;
        }
        for _ in 0..LONGEST {
            let Some(next) = self.waiting_for(game).iter().next() else { break };
            let command = self.minds.get_mut(next.index())?.act(game, self.views.get(next.index())?);
            if !self.give(game, next, command) && !self.give(game, next, self.safe()) {
                break;
            }
        }
        Some(Standpoint::new(game, &self.truth).no_deal()[seat.index()])
    }

    fn give(&mut self, game: &Game, seat: PartyId, command: Command) -> bool {
        let Some(view) = self.views.get(seat.index()) else { return false };
        let order = Order { by: Actor::Seat(seat), seen: None, command };
        let step = referee::step(game, self.chance, &mut self.truth, &view.position, view.seen(), &order);
        let Ok(events) = step else { return false };
        for view in &mut self.views {
            for event in &events {
                view.fold(game, event);
            }
        }
        true
    }

    /// The parties that have something to decide now.
    fn waiting_for(&self, game: &Game) -> PartySet {
        let at = &self.truth;
        let acting = game.level.everyone().minus(at.collapsed);
        match at.phase {
            Phase::Talks if game.rules.order == TalksOrder::InTurn => {
                at.turn.into_iter().collect::<PartySet>().both(acting)
            }
            Phase::Talks => acting.minus(at.passed),
            Phase::Measures => acting.minus(at.picked),
            Phase::Reckoning => at.asked.map(|(party, _)| party).into_iter().collect(),
            _ => PartySet::NONE,
        }
    }

    /// What commits nobody to anything.
    fn safe(&self) -> Command {
        match (self.truth.phase, self.truth.asked) {
            (Phase::Measures, _) => Command::Act(Measure::Nothing),
            (Phase::Reckoning, Some((_, ask))) => Command::Answer(ask.safe()),
            _ => Command::Pass,
        }
    }
}
