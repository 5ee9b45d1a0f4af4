//! AI opponents. An opponent sees a [`View`], never a position, and judges with the one evaluator.
//! It emits message ids and arguments, never text.

mod aims;
mod answers;
mod aspiration;
pub mod belief;
mod character;
pub mod counter;
mod explanation;
mod guard;
mod history;
mod measures;
mod minds;
mod named;
pub mod negotiator;
mod options;
mod pace;
mod reference;
pub mod sessions;
mod speech;
mod strategist;
mod supposed;
mod threats;

use crate::rules::command::Command;
use crate::rules::game::Game;
use crate::view::View;

pub use aspiration::Difficulty;
pub use belief::Belief;
pub use character::{Character, characters};
pub use explanation::{Aims, Bar, Explanation, Pick, Search, Why};
pub use named::Strategy;
pub use negotiator::Negotiator;
pub use reference::Reference;

/// Who plays a seat that no person plays.
///
/// What it does follows from the temper that it was made with and from the view alone; what it keeps between calls may only save work.
/// So a game goes on after a break as it would have without one, and one that is played again is the same.
pub trait Opponent: Send {
    /// What to do now. The command is legal by the view's own description.
    fn act(&mut self, game: &Game, view: &View) -> Command;

    /// Why it does what it does now: its command is the one that [`Self::act`] gives. `None` where nobody can know, as of a program outside.
    fn explain(&mut self, game: &Game, view: &View) -> Option<Explanation> {
        let _ = (game, view);
        None
    }

    /// Drops what it keeps between calls, after it broke down in the middle of one.
    fn forget(&mut self);

    /// The same opponent once more, with all that it keeps, for a game that goes on in two ways.
    fn again(&self) -> Box<dyn Opponent>;
}
