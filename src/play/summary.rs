//! What a list of saved games says of one: enough to know it again, and nothing that a reader of the list may not know.
//!
//! - Of a game that is not over, a person's own score is told, and of a game that several share no score at all.
//! - When it was written stands with the file, not in the record.

use std::sync::Arc;

use super::{Match, ReplayError};
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, Points, Round};
use crate::rules::record::Record;

/// What a list of saved games says of one.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The level under its rule book, from the texts kept inside.
    pub game: Arc<Game>,
    /// The people who play, in the level's order.
    pub people: Vec<Player>,
    /// The round it is in; the last one played if it is over.
    pub round: Round,
    /// Whether it is over.
    pub over: bool,
    /// How many entries its record has. It counts what others did in secret, so it is not for showing.
    pub entries: usize,
}

/// A person in the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Player {
    /// The party.
    pub party: PartyId,
    /// What they are called; empty if they gave no name.
    pub name: String,
    /// The score in the level's units, if a reader of the list may know it: final if the game is over, else what the person would end with
    /// if nothing more were signed, as far as they know.
    pub score: Option<Points>,
}

impl Summary {
    /// What there is to say of a record.
    ///
    /// # Errors
    /// Why it cannot be played.
    pub fn of(record: &Record) -> Result<Self, ReplayError> {
        Ok(Self::of_match(&Match::resume(record.clone())?))
    }

    /// What there is to say of a match that is at hand.
    #[must_use]
    pub fn of_match(played: &Match) -> Self {
        let (game, over) = (played.game().clone(), played.is_over());
        let seats = &played.record().head.seats;
        let persons: Vec<_> =
            seats.iter().filter_map(|(party, seat)| Some((party, seat.person()?))).collect();
        let alone = persons.len() == 1;
        let score = |party: PartyId| match (over, alone) {
            (true, _) => Some(played.scores()[party.index()]),
            (false, true) => Some(played.view(party).standpoint(&game).no_deal()[party.index()]),
            (false, false) => None,
        };
        let people = persons
            .iter()
            .map(|(party, person)| Player { party: *party, name: person.name.clone(), score: score(*party) })
            .collect();
        let round = played.truth().round;
        Self { game, people, round, over, entries: played.record().entries.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::play::auto::{pass_safely, run, seated};
    use crate::rules::check;
    use crate::rules::ids::ByParty;
    use crate::rules::record::{Person, Seat};
    use crate::rules::source::Source;

    fn begun(seats: [Seat; 2]) -> Match {
        let text = |text| Source::new("test", text);
        let level = check::level(&text(include_str!("../../levels/tutorial.ron"))).unwrap();
        let rules = check::rule_book(&text(include_str!("../../assets/rules/standard.ron"))).unwrap();
        Match::begin(Arc::new(Game::new(level, rules, None)), 5, ByParty(seats.to_vec()))
    }

    fn person(name: &str) -> Seat {
        Seat::Person(Person { name: name.to_owned(), pin: None })
    }

    #[test]
    fn a_score_is_told_to_whom_it_belongs_alone() {
        let mut solo = begun([person(""), Seat::Opponent("diplomat".to_owned())]);
        let summary = Summary::of(solo.record()).unwrap();
        let own = solo.view(PartyId(0)).standpoint(solo.game()).no_deal()[0];
        assert_eq!(summary.people, [Player { party: PartyId(0), name: String::new(), score: Some(own) }]);
        assert_eq!((summary.round, summary.over, summary.entries), (Round(1), false, 0));
        let mut opponents = seated(&solo).unwrap();
        while !solo.is_over() {
            run(&mut solo, &mut opponents);
            pass_safely(&mut solo, PartyId(0));
        }
        let summary = Summary::of(solo.record()).unwrap();
        assert!(summary.over);
        assert_eq!(summary.people[0].score, Some(solo.scores()[0]));

        let mut shared = begun([person("Ada"), person("Ben")]);
        let scores = |shared: &Match| {
            let summary = Summary::of(shared.record()).unwrap();
            summary.people.into_iter().map(|player| (player.name, player.score)).collect::<Vec<_>>()
        };
        assert_eq!(scores(&shared), [("Ada".to_owned(), None), ("Ben".to_owned(), None)]);
        while let Some(seat) = shared.waiting_for().iter().next() {
            pass_safely(&mut shared, seat);
        }
        let end = shared.scores();
        assert_eq!(scores(&shared), [("Ada".to_owned(), Some(end[0])), ("Ben".to_owned(), Some(end[1]))]);
    }
}
