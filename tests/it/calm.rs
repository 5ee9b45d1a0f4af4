//! Games without chance: what a deal is worth, and nothing else.

use rare_terms::play::Match;
use rare_terms::rules::command::{Actor, Command, Measure, Order};
use rare_terms::rules::level::Level;
use rare_terms::rules::package::Proposal;
use rare_terms::rules::position::Phase;
use rare_terms::rules::rulebook::{RuleBook, TalksOrder};

use crate::support::{Setting, setting};

/// A level without chance, under a rule book under which everyone can sign everywhere.
pub(crate) fn calm(level: &Level, rules: RuleBook, chambers: bool) -> Setting {
    let mut level = level.clone();
    for happening in &mut level.happenings {
        // None of a hundred: it never happens.
        happening.chance = happening.chance.map(|_| 0);
    }
    for party in &mut level.parties.0 {
        party.floor = 0;
    }
    let mut rules = RuleBook { order: TalksOrder::AtOnce, ..rules };
    rules.on.calendar = false;
    rules.on.chambers &= chambers;
    setting(&level, rules, None)
}

/// Has a proposal put and agreed to by all its parties; whether they could.
pub(crate) fn sign(played: &mut Match, proposal: &Proposal) -> bool {
    let mut parties = proposal.parties.iter();
    let Some(from) = parties.next() else {
        return false;
    };
    let mut trial = played.clone();
    let command = Command::Propose { proposal: proposal.clone(), answers: None };
    if trial.command(from, command).is_err() {
        return false;
    }
    let Some(id) = trial.truth().offers.last().map(|o| o.id) else {
        return false;
    };
    for party in parties {
        if trial.command(party, Command::Accept(id)).is_err() {
            return false;
        }
    }
    *played = trial;
    true
}

/// Ends the talks of a round, and the measures with nothing.
pub(crate) fn end_round(played: &mut Match) {
    let round = played.truth().round;
    while !played.is_over() && played.truth().round == round {
        played.give(Order { by: Actor::Clock, seen: None, command: Command::TimeUp }).expect("the clock may");
    }
}

/// Ends a game in which nothing more is said or done.
pub(crate) fn sit_out(played: &mut Match) {
    while !played.is_over() {
        let seat = played.waiting_for().iter().next().expect("a game that is not over waits for someone");
        let command = match played.truth().phase {
            Phase::Measures => Command::Act(Measure::Nothing),
            _ => Command::Pass,
        };
        played.command(seat, command).expect("passing is open to whoever is waited for");
    }
}
