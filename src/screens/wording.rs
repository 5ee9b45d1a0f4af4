//! Figures and names of a level in words: points, dates, parties.

use crate::rules::game::Game;
use crate::rules::ids::{PartyId, Points, Round};
use crate::rules::level::Party;
use crate::session::Session;
use crate::theme::Tone;
use crate::words::{self, Words, points, signed};

/// Points in hundredths, for the functions of [`words`](crate::words).
#[must_use]
pub fn hundredths(game: &Game, value: Points) -> i64 {
    words::hundredths(value, game.level.per_point())
}

/// A score.
#[must_use]
pub fn score(game: &Game, value: Points) -> String {
    points(hundredths(game, value))
}

/// A change of a score, with its sign.
#[must_use]
pub fn change(game: &Game, value: Points) -> String {
    signed(hundredths(game, value), "")
}

/// Whether a change is welcome to whoever it is a change for.
#[must_use]
pub fn tone(value: i64) -> Tone {
    match value {
        ..0 => Tone::Bad,
        0 => Tone::Quiet,
        1.. => Tone::Good,
    }
}

/// A share from 0 to 1 of a whole, for bars.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a bar has a few hundred points of width")]
pub fn share(part: i64, whole: i64) -> f32 {
    if whole <= 0 { 0.0 } else { (part as f32 / whole as f32).clamp(0.0, 1.0) }
}

/// Date and place of a stop.
#[must_use]
pub fn stop(words: &Words, game: &Game, round: Round) -> String {
    match game.level.rounds.get(round.index()) {
        Some(stop) => {
            words.text("frame-stop", &[("date", (&stop.date).into()), ("place", (&stop.name).into())])
        }
        None => String::new(),
    }
}

/// A party as its mark and its name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PartyName {
    /// Its place, which gives colour and shape.
    pub index: usize,
    /// Its letter.
    pub letter: String,
    /// Its name.
    pub name: String,
}

impl PartyName {
    /// The name of a party.
    #[must_use]
    pub fn of(game: &Game, party: PartyId) -> Self {
        let Party { letter, name, .. } = &game.level.parties[party];
        Self { index: party.index(), letter: letter.clone(), name: name.clone() }
    }
}

/// A person and their party: "Aiko (Japan)"; the party alone where they gave no name.
#[must_use]
pub fn who(session: &Session, seat: PartyId) -> String {
    let party = &session.game().level.parties[seat].name;
    match session.person(seat).map(|person| person.name.trim()).filter(|name| !name.is_empty()) {
        Some(name) => session.words().text("shared-who", &[("name", name.into()), ("party", party.into())]),
        None => party.clone(),
    }
}

/// Names in a row: "A", "A and B", "A, B and C".
#[must_use]
pub fn list(words: &Words, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => {
            words.text("list-and", &[("most", most.join(", ").into()), ("last", last.into())])
        }
    }
}

/// The paragraphs of a text.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// What every level calls a figure that is made up.
const STYLISED: &str = "stylised";

/// Whether nothing but the level itself stands behind a figure.
#[must_use]
pub fn stylised(sources: &[String]) -> bool {
    sources.iter().all(|source| source == STYLISED)
}

/// Where figures come from, in a line; nothing where no source is named.
#[must_use]
pub fn sources(words: &Words, game: &Game, ids: &[String]) -> Option<String> {
    let each = game.level.sources.iter().filter(|source| ids.contains(&source.id)).map(|source| match source
        .date
        .as_str()
    {
        "" => source.text.clone(),
        date => words.text("source-dated", &[("text", (&source.text).into()), ("date", date.into())]),
    });
    let each: Vec<String> = each.collect();
    (!each.is_empty()).then(|| words.text("sources", &[("sources", each.join("; ").into())]))
}
