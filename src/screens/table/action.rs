//! What the main button does with a draft: propose, counter, sign.

use super::draft::Draft;
use crate::rules::command::Command;
use crate::rules::event::OfferStatus;
use crate::rules::game::Game;
use crate::rules::ids::OfferId;
use crate::rules::legal::{Refusal, check};
use crate::rules::position::Position;

/// What the main button does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Main {
    /// Puts the draft.
    Propose,
    /// Puts it in answer to an offer.
    Counter(OfferId),
    /// Agrees to an offer that is then signed.
    Sign(OfferId),
    /// Agrees to an offer that others still have to agree to.
    Accept(OfferId),
    /// The draft is one's own offer, on the table already.
    Waiting(OfferId),
}

/// The main action, and why it is off.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Action {
    /// What it does.
    pub main: Main,
    /// The command; `None` where there is nothing to do.
    pub command: Option<Command>,
    /// Why it is refused now.
    pub off: Option<Refusal>,
}

impl Draft {
    /// The offer that putting this draft would answer.
    #[must_use]
    pub fn answers(&self, answerable: &[OfferId], at: &Position) -> Option<OfferId> {
        let fits = |id: &OfferId| at.offer(*id).is_some_and(|o| o.proposal.parties == self.parties());
        self.now
            .answers
            .filter(|id| answerable.contains(id) && fits(id))
            .or_else(|| answerable.iter().rev().copied().find(|id| fits(id)))
    }

    /// What the main button does now.
    #[must_use]
    pub fn action(&self, game: &Game, at: &Position, answerable: &[OfferId]) -> Action {
        let open = at.offers.iter().rev().filter(|o| o.status == OfferStatus::Open);
        if let Some(offer) = open.clone().find(|o| self.equals(o)) {
            if offer.agreed.has(self.seat) {
                return Action { main: Main::Waiting(offer.id), command: None, off: None };
            }
            let last = offer.agreed.with(self.seat) == offer.proposal.parties;
            let main = if last { Main::Sign(offer.id) } else { Main::Accept(offer.id) };
            return self.ready(game, at, main, Command::Accept(offer.id));
        }
        let answers = self.answers(answerable, at);
        let main = answers.map_or(Main::Propose, Main::Counter);
        self.ready(game, at, main, Command::Propose { proposal: self.now.proposal.clone(), answers })
    }

    fn ready(&self, game: &Game, at: &Position, main: Main, command: Command) -> Action {
        let off = check(game, at, self.seat, &command).err();
        Action { main, command: off.is_none().then_some(command), off }
    }
}
