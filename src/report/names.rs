//! People's names: reports leave them out unless they are asked for.

use super::document::Document;
use crate::rules::game::Game;
use crate::rules::record::{Record, Seat};
use crate::words::Words;

/// The same record with "Player A" and so on, by seats, in the place of people's names. Nothing else in a record is written by people.
#[must_use]
pub fn anonymous(words: &Words, record: &Record) -> Record {
    let mut record = record.clone();
    let mut letters = 'A'..='Z';
    for seat in &mut record.head.seats.0 {
        if let Seat::Person(person) = seat {
            let letter = letters.next().unwrap_or('Z').to_string();
            person.name = words.text("report-player", &[("letter", letter.into())]);
            person.pin = None;
        }
    }
    record
}

/// A document that says what it is about and which people played, by the names that the record has.
#[must_use]
pub fn named(words: &Words, mut document: Document, game: &Game, record: &Record) -> Document {
    for (party, seat) in record.head.seats.iter() {
        let name = seat.person().map_or("", |person| person.name.as_str());
        let of = game.level.parties.0.get(party.index());
        if let (Some(of), false) = (of, name.is_empty()) {
            let args = [("party", of.name.as_str().into()), ("name", name.into())];
            document.about = format!("{} \u{b7} {}", document.about, words.text("report-played-by", &args));
        }
    }
    document
}
