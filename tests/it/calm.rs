//! Games without chance: what a deal is worth, and nothing else.

use rare_terms::play::Match;
use rare_terms::rules::command::{Actor, Answer, Ask, Command, Measure, Order};
use rare_terms::rules::level::Level;
use rare_terms::rules::package::Proposal;
use rare_terms::rules::position::Phase;
use rare_terms::rules::projection::best_project;
use rare_terms::rules::rulebook::{RuleBook, TalksOrder};
use rare_terms::rules::stakes::{carried_out, stakes};
use rare_terms::rules::standpoint::Standpoint;

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
    for issue in &mut level.issues {
        // Whatever is promised can be delivered.
        if let Some(promise) = &mut issue.promise {
            promise.risk = 0;
        }
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

/// Ends the talks of a round, the measures with nothing, and the Reckoning as a projection supposes.
pub(crate) fn end_round(played: &mut Match) {
    let round = played.truth().round;
    while !played.is_over() && played.truth().round == round {
        match played.truth().asked {
            Some((seat, ask)) => {
                let answer = supposed(played, ask);
                played.command(seat, Command::Answer(answer)).expect("it is open");
            }
            None => {
                let order = Order { by: Actor::Clock, seen: None, command: Command::TimeUp };
                played.give(order).expect("the clock may");
            }
        }
    }
}

/// Ends a game in which nothing more is said or done.
pub(crate) fn sit_out(played: &mut Match) {
    while !played.is_over() {
        let seat = played.waiting_for().iter().next().expect("a game that is not over waits for someone");
        let command = match (played.truth().phase, played.truth().asked) {
            (Phase::Measures, _) => Command::Act(Measure::Nothing),
            (_, Some((_, ask))) => Command::Answer(supposed(played, ask)),
            _ => Command::Pass,
        };
        played.command(seat, command).expect("it is open to whoever is waited for");
    }
}

/// The answer that a projection supposes: whoever selects takes its best project, nobody objects, every
/// promise is kept, and a threat is carried out where that costs its maker less than backing down.
pub(crate) fn supposed(played: &Match, ask: Ask) -> Answer {
    let (game, at) = (played.game(), played.truth());
    let percent = Standpoint::new(game, at).percent;
    match ask {
        Ask::Place(id) => {
            let pledge = game.level.pledge(id);
            let rule = pledge.rule(at.option(pledge.governance.0)).expect("somebody selects");
            let state = &at.pledges[id.index()];
            Answer::Project(best_project(game, id, rule, state, at.round, &percent))
        }
        Ask::CarryOut(id) => {
            let by = game.level.threat(id).by;
            let standing = game.level.standing.expect("threats cost standing");
            let backing_down = stakes(game, at, id).expect("it stands").backing_down;
            let backed = backing_down.points(percent[by][standing.index()]);
            if carried_out(game, id, by, &percent) > backed { Answer::Yes } else { Answer::No }
        }
        _ => ask.safe(),
    }
}
