//! Lets opponents play the seats that are theirs.

use thiserror::Error;

use super::Match;
use super::contained::{Work, contained};
use crate::opponents::{Opponent, Strategy};
use crate::rules::command::{Command, Measure};
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, PartyId};
use crate::rules::position::Phase;
use crate::rules::record::{Deed, Seat};
use crate::rules::source::name_help;
use crate::view::View;

/// The opponents of a match; `None` where a person sits.
pub type Opponents = ByParty<Option<Box<dyn Opponent>>>;

/// A record names an opponent that this version of the game does not have.
#[derive(Clone, Debug, Error)]
#[error("no opponent plays as {name:?}: {help}")]
pub struct NoSuchOpponent {
    /// What it is called.
    pub name: String,
    /// What there is.
    pub help: String,
}

/// The opponents that the record of a match names.
///
/// # Errors
/// It names one that there is not.
pub fn seated(game: &Match) -> Result<Opponents, NoSuchOpponent> {
    let mut opponents = game.game().by_party(|_| None);
    for (party, seat) in game.record().head.seats.iter() {
        let Seat::Opponent(name) = seat else { continue };
        opponents[party] = Some(strategy(name)?.opponent(game.temper(party)));
    }
    Ok(opponents)
}

/// The opponent of a name.
///
/// # Errors
/// There is none, with what there is.
pub fn strategy(name: &str) -> Result<Strategy, NoSuchOpponent> {
    Strategy::named(name).ok_or_else(|| {
        let names = Strategy::names();
        let help = name_help(name, names.iter().map(String::as_str));
        NoSuchOpponent { name: name.to_owned(), help }
    })
}

/// Opponents of one kind in every seat.
#[must_use]
pub fn everywhere(game: &Match, strategy: Strategy) -> Opponents {
    game.game().by_party(|party| Some(strategy.opponent(game.temper(party))))
}

/// What an opponent does now; nothing if it broke down.
pub fn think(mind: &mut dyn Opponent, game: &Game, view: &View) -> Option<Command> {
    // A fault in an opponent costs it a turn, and not everyone the game.
    let command = contained(Work::Opponent, || mind.act(game, view));
    if command.is_err() {
        mind.forget();
    }
    command.ok()
}

/// Lets one opponent act, if it is one's turn. Returns the seat that acted.
pub fn act_once(game: &mut Match, opponents: &mut Opponents) -> Option<PartyId> {
    let seat =
        game.waiting_for().iter().find(|seat| opponents.0.get(seat.index()).is_some_and(Option::is_some))?;
    act(game, opponents[seat].as_mut()?.as_mut(), seat);
    Some(seat)
}

/// Lets an opponent act whose turn it is.
pub(super) fn act(game: &mut Match, mind: &mut dyn Opponent, seat: PartyId) {
    let rules = game.game().clone();
    game.show(seat);
    match think(mind, &rules, game.view(seat)) {
        Some(command) => obey(game, seat, command),
        None => broke_down(game, seat),
    }
}

/// Carries out what an opponent asked for; an order that is refused becomes a safe pass.
pub fn obey(game: &mut Match, seat: PartyId, command: Command) {
    if game.command(seat, command).is_err() {
        pass_safely(game, seat);
    }
}

/// Gives a safe pass in the place of an opponent that broke down, and notes it in the record.
pub fn broke_down(game: &mut Match, seat: PartyId) {
    game.enter(Deed::BrokeDown(seat));
    pass_safely(game, seat);
}

/// Does for a seat what commits it to nothing.
pub fn pass_safely(game: &mut Match, seat: PartyId) {
    let truth = game.truth();
    let safe = match (truth.phase, truth.asked) {
        (Phase::Measures, _) => Command::Act(Measure::Nothing),
        (Phase::Reckoning, Some((_, ask))) => Command::Answer(ask.safe()),
        _ => Command::Pass,
    };
    // Passing and doing nothing are open to every seat that is waited for.
    let _ = game.command(seat, safe);
}

/// Lets opponents act until a person has to decide or the game is over.
pub fn run(game: &mut Match, opponents: &mut Opponents) {
    while act_once(game, opponents).is_some() {}
}
