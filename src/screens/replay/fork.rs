//! Who plays on from a moment of a replay.

use crate::opponents::Difficulty;
use crate::rules::ids::{ByParty, PartyId};
use crate::rules::record::{Person, Seat};
use crate::session::Rerun;

/// Who plays on, party by party.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fork {
    /// What each party can be played by; the chosen one by its place.
    parties: Vec<(Vec<Seat>, usize)>,
}

impl Fork {
    /// The same seats as in the record. Where nobody is named, a person plays the first party.
    pub(super) fn of(rerun: &Rerun) -> Self {
        let seats = rerun.seats();
        let someone = seats.iter().any(|(_, seat)| seat.person().is_some());
        let parties = seats
            .iter()
            .map(|(party, seat)| {
                let person = seat.person().cloned().unwrap_or_default();
                let mut choices = vec![Seat::Person(person)];
                choices.extend(Difficulty::ALL.map(|how| Seat::Opponent(how.id().to_owned())));
                if matches!(seat, Seat::Opponent(_)) && !choices.contains(seat) {
                    choices.push(seat.clone());
                }
                let usual = Seat::Opponent(Difficulty::default().id().to_owned());
                let wanted = match seat {
                    Seat::Open if !someone && party == PartyId(0) => Seat::Person(Person::default()),
                    Seat::Open => usual,
                    Seat::Opponent(_) if !someone && party == PartyId(0) => Seat::Person(Person::default()),
                    named => named.clone(),
                };
                let chosen = choices.iter().position(|choice| *choice == wanted).unwrap_or(1);
                (choices, chosen)
            })
            .collect();
        Self { parties }
    }

    /// What each party can be played by, and the place of the chosen one.
    pub(super) fn parties(&self) -> &[(Vec<Seat>, usize)] {
        &self.parties
    }

    /// Changes who plays a party.
    pub(super) fn choose(&mut self, party: usize, choice: usize) {
        if let Some((choices, chosen)) = self.parties.get_mut(party) {
            *chosen = choice.min(choices.len().saturating_sub(1));
        }
    }

    /// Who plays; nothing as long as no person does.
    pub(super) fn seats(&self) -> Option<ByParty<Seat>> {
        let seats: Vec<Seat> =
            self.parties.iter().filter_map(|(choices, chosen)| choices.get(*chosen).cloned()).collect();
        seats.iter().any(|seat| seat.person().is_some()).then_some(ByParty(seats))
    }
}
