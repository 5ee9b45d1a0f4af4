//! What one seat may know: the fold of the events that it may see.

use serde::Serialize;

use crate::rules::event::{Event, Refused};
use crate::rules::game::Game;
use crate::rules::ids::PartyId;
use crate::rules::legal::Legal;
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;

/// What one seat may know.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct View {
    /// Whose view it is.
    pub seat: PartyId,
    /// The position as far as the seat knows it: no other mandate, offer, measure or term that is
    /// secret from it is in here.
    pub position: Position,
    /// The events that the seat has seen, redacted.
    pub log: Vec<Event>,
}

impl View {
    /// Before anything has happened.
    #[must_use]
    pub fn new(game: &Game, seat: PartyId) -> Self {
        Self { seat, position: Position::new(game), log: Vec::new() }
    }

    /// Takes in an event, as far as the seat may see it.
    pub fn fold(&mut self, game: &Game, event: &Event) {
        if let Some(seen) = event.seen_by(game, &self.position, self.seat) {
            self.position.apply(game, &seen);
            self.log.push(seen);
        }
    }

    /// How many events the seat has seen.
    #[must_use]
    pub fn seen(&self) -> u32 {
        u32::try_from(self.log.len()).unwrap_or(u32::MAX)
    }

    /// What the seat may do now.
    #[must_use]
    pub fn legal(&self, game: &Game) -> Legal {
        Legal::of(game, &self.position, self.seat)
    }

    /// What others have said to this seat that they would never sign.
    #[must_use]
    pub fn refused(&self) -> Vec<Refused> {
        let mut all = Refused::after(&self.log);
        all.retain(|refused| refused.by != self.seat);
        all
    }

    /// The standpoint of this seat: its own mandate, and the public mean for the others.
    #[must_use]
    pub fn standpoint<'a>(&'a self, game: &'a Game) -> Standpoint<'a> {
        Standpoint::new(game, &self.position)
    }
}
