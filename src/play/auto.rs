//! Lets opponents play the seats that are theirs.

use super::Match;
use crate::opponents::Opponent;
use crate::rules::command::{Command, Measure};
use crate::rules::ids::{ByParty, PartyId};
use crate::rules::position::Phase;

/// The opponents of a match; `None` where a person sits.
pub type Opponents = ByParty<Option<Box<dyn Opponent>>>;

/// Lets one opponent act, if it is one's turn. Returns the seat that acted.
pub fn act_once(game: &mut Match, opponents: &mut Opponents) -> Option<PartyId> {
    let seat =
        game.waiting_for().iter().find(|seat| opponents.0.get(seat.index()).is_some_and(Option::is_some))?;
    let rules = game.game().clone();
    let command = opponents[seat].as_mut()?.act(&rules, game.view(seat));
    obey(game, seat, command);
    Some(seat)
}

/// Carries out what an opponent asked for; an order that is refused becomes a safe pass.
pub fn obey(game: &mut Match, seat: PartyId, command: Command) {
    if game.command(seat, command).is_err() {
        let truth = game.truth();
        let safe = match (truth.phase, truth.asked) {
            (Phase::Measures, _) => Command::Act(Measure::Nothing),
            (Phase::Reckoning, Some((_, ask))) => Command::Answer(ask.safe()),
            _ => Command::Pass,
        };
        // Passing and doing nothing are open to every seat that is waited for.
        let _ = game.command(seat, safe);
    }
}

/// Lets opponents act until a person has to decide or the game is over.
pub fn run(game: &mut Match, opponents: &mut Opponents) {
    while act_once(game, opponents).is_some() {}
}
