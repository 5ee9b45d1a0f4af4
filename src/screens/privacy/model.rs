//! What the door shows: who is to sit down, and what everybody knows.

use crate::screens::wording::{PartyName, stop, who};
use crate::session::Session;

/// The field for a PIN.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Lock {
    pub(super) label: String,
    /// What has been typed; drawn hidden.
    pub(super) digits: String,
    /// That the last digits were wrong.
    pub(super) wrong: Option<String>,
}

/// What the door shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Model {
    pub(super) game: String,
    pub(super) party: PartyName,
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) public: String,
    pub(super) lock: Option<Lock>,
    pub(super) main: String,
    /// Giving the screen back, if anybody else had it before.
    pub(super) back: Option<String>,
    pub(super) menu: String,
}

impl Model {
    /// What the door shows, if it is closed.
    pub(super) fn of(session: &Session, digits: &str, wrong: bool) -> Option<Self> {
        let seat = session.door()?;
        let (game, words) = (session.game(), session.words());
        let party = PartyName::of(game, seat);
        let person = session.person(seat)?;
        let name = Some(person.name.trim()).filter(|name| !name.is_empty());
        let round = session.round_at(seat)?;
        let last = session.seat();
        let public = words.text(
            "frame-round",
            &[("round", round.0.max(1).into()), ("rounds", game.level.last_round().0.into())],
        );
        let place = stop(words, game, crate::rules::ids::Round(round.0.max(1)));
        Some(Self {
            game: game.level.title.clone(),
            title: words.text("shared-pass", &[("who", who(session, seat).into())]),
            lead: words.get("shared-lead"),
            public: match place.as_str() {
                "" => public,
                place => words.text("shared-public", &[("round", public.into()), ("stop", place.into())]),
            },
            lock: person.pin.is_some().then(|| Lock {
                label: words.get("shared-pin"),
                digits: digits.to_owned(),
                wrong: wrong.then(|| words.get("shared-pin-wrong")),
            }),
            main: match name {
                Some(name) => words.text("shared-show", &[("name", name.into())]),
                None => words.text("shared-show-plain", &[("party", (&party.name).into())]),
            },
            back: (last != seat).then(|| words.text("shared-back", &[("who", who(session, last).into())])),
            menu: words.get("frame-menu"),
            party,
        })
    }
}
