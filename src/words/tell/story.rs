//! Events told one after the other: each is told from where things stood before it.

use super::Teller;
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{OfferId, PartyId};
use crate::rules::position::Position;
use crate::words::Words;

/// Follows the events that a reader sees, and tells them.
#[derive(Clone, Debug)]
pub struct Story {
    reader: Option<PartyId>,
    at: Position,
    offers: Vec<OfferId>,
}

impl Story {
    /// Before anything has happened, for the party that reads, if any.
    #[must_use]
    pub fn new(game: &Game, reader: Option<PartyId>) -> Self {
        Self { reader, at: Position::new(game), offers: Vec::new() }
    }

    /// Tells an event that the reader has seen, and takes it in.
    pub fn tell(&mut self, words: &Words, game: &Game, event: &Event) -> String {
        if let Event::Offered(offer) = event {
            self.offers.push(offer.id);
        }
        let text = self.teller(words, game).event(event);
        self.at.apply(game, event);
        text
    }

    /// A teller of where things stand after the events told so far.
    #[must_use]
    pub fn teller<'a>(&'a self, words: &'a Words, game: &'a Game) -> Teller<'a> {
        Teller::new(words, game, &self.at, self.reader).numbered(&self.offers)
    }

    /// The position after the events told so far, as far as the reader knows it.
    #[must_use]
    pub fn position(&self) -> &Position {
        &self.at
    }

    /// The offers told of so far; number 1 is the first.
    #[must_use]
    pub fn offers(&self) -> &[OfferId] {
        &self.offers
    }
}
