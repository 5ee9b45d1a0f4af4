//! What may be answered to the question that a seat is asked at Reckoning.

use super::measures::pays;
use super::refusal::Refusal;
use crate::rules::command::{Answer, Ask};
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, ProjectId};
use crate::rules::position::Position;
use crate::rules::projection::open_projects;

/// Whether a seat may give an answer now.
///
/// # Errors
/// The first reason against it.
pub fn check_answer(game: &Game, at: &Position, seat: PartyId, answer: Answer) -> Result<(), Refusal> {
    let Some((_, ask)) = at.asked.filter(|(party, _)| *party == seat) else {
        return Err(Refusal::NotAsked);
    };
    match (ask, answer) {
        (Ask::Place(_), Answer::Project(None))
        | (Ask::Object(..) | Ask::Overrule(..) | Ask::CarryOut(_), Answer::No)
        | (Ask::Overrule(..) | Ask::CarryOut(_), Answer::Yes)
        | (Ask::Deliver(..), Answer::Keep | Answer::Break) => Ok(()),
        (Ask::Place(pledge), Answer::Project(Some(project))) => {
            let state = &at.pledges[pledge.index()];
            let open = open_projects(game.level.pledge(pledge), state).any(|open| open == project);
            if open { Ok(()) } else { Err(Refusal::NoSuchProject) }
        }
        (Ask::Object(..), Answer::Yes) => pays(at, seat, game.rules.projects.objection),
        (Ask::Deliver(pact, issue), Answer::Delay) => {
            let owed = at.obligations.iter().find(|o| o.pact == pact && o.issue == issue);
            let may = owed.is_some_and(|o| !o.delayed && o.due < game.level.last_round());
            if may { Ok(()) } else { Err(Refusal::NoDelay) }
        }
        _ => Err(Refusal::NotAsked),
    }
}

/// The answers that a seat may give now.
#[must_use]
pub fn answers(game: &Game, at: &Position, seat: PartyId) -> Vec<Answer> {
    let Some((_, ask)) = at.asked.filter(|(party, _)| *party == seat) else { return Vec::new() };
    let mut all = match ask {
        Ask::Place(pledge) => {
            let projects = (0..game.level.pledge(pledge).projects.len()).map(ProjectId::from_index);
            std::iter::once(None).chain(projects.map(Some)).map(Answer::Project).collect()
        }
        Ask::Object(..) | Ask::Overrule(..) | Ask::CarryOut(_) => vec![Answer::No, Answer::Yes],
        Ask::Deliver(..) => vec![Answer::Keep, Answer::Delay, Answer::Break],
    };
    all.retain(|answer| check_answer(game, at, seat, *answer).is_ok());
    all
}
