//! What a seat believes of the others: how likely each of their mandates is, and from what they would sign.
//!
//! A belief is a fold of the events that the seat has seen, and of nothing else: equal events give equal beliefs, on every machine. The
//! level says how often each mandate is drawn; what its party offers, refuses, accepts, says, threatens and does makes it more
//! or less likely, by how well that would serve it. Mandates are few, so this is exact. Where mandates have no known form, options
//! are counted instead ([`Frequency`]).

mod estimate;
mod exp;
mod frequency;
mod read;
mod readiness;
mod weigh;

use self::estimate::hundredths;
pub use self::estimate::{Estimate, known};
pub(super) use self::exp::exp;
pub use self::frequency::Frequency;
use self::read::Reader;
pub(super) use self::readiness::Readiness;
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, ByParty, PartyId, Points};
use crate::rules::position::Position;
use crate::rules::rulebook::Knowledge;
use crate::rules::standpoint::Standpoint;
use crate::view::View;

/// What a seat believes of every party.
#[derive(Clone, PartialEq, Debug)]
pub struct Belief {
    guesses: ByParty<Guess>,
}

/// What a seat believes of one party.
#[derive(Clone, PartialEq, Debug)]
pub struct Guess {
    /// How likely each mandate is, in the level's order; they sum to 1.
    pub odds: Vec<f64>,
    /// What it has asked for, where nobody knows what it may want.
    pub frequency: Option<Frequency>,
}

impl Belief {
    /// Before anything was said or done: as often as the level draws each mandate.
    #[must_use]
    pub fn prior(game: &Game, at: &Position, seat: PartyId) -> Self {
        let guesses = game.by_party(|party| Guess {
            odds: prior(game, at, party),
            frequency: (party != seat && formless(game)).then(|| Frequency::new(game)),
        });
        Self { guesses }
    }

    /// What the seat of a view has reason to believe.
    #[must_use]
    pub fn of(game: &Game, view: &View) -> Self {
        let mut memory = Memory::default();
        memory.belief(game, view).clone()
    }

    /// How likely each mandate of a party is.
    #[must_use]
    pub fn odds(&self, party: PartyId) -> &[f64] {
        &self.guesses[party].odds
    }

    /// The same as chances in a hundred, each rounded.
    #[must_use]
    pub fn percent(&self, party: PartyId) -> Vec<i64> {
        self.odds(party).iter().map(|odds| hundredths(*odds)).collect()
    }

    /// What a party has asked for, where nobody knows what it may want.
    #[must_use]
    pub fn frequency(&self, party: PartyId) -> Option<&Frequency> {
        self.guesses[party].frequency.as_ref()
    }

    /// The mandate that is most likely; the first of equals.
    #[must_use]
    pub fn likeliest(&self, party: PartyId) -> ArchetypeId {
        let mut best = 0;
        for (at, odds) in self.odds(party).iter().enumerate() {
            if *odds > self.odds(party)[best] {
                best = at;
            }
        }
        ArchetypeId::from_index(best)
    }

    /// From what to what a party's no-deal value may reach: over the mandates that are not unlikely.
    #[must_use]
    pub fn reservation(&self, standpoint: &Standpoint<'_>, party: PartyId) -> (Points, Points) {
        let values = self.standpoints(standpoint, party).into_iter();
        let values: Vec<Points> = values.map(|(_, mind)| mind.no_deal()[party.index()]).collect();
        let plain = standpoint.no_deal()[party.index()];
        (values.iter().copied().min().unwrap_or(plain), values.iter().copied().max().unwrap_or(plain))
    }

    /// The score of Brier against the true mandate of a party: 0 for certainty of the truth, 2 for certainty of something else.
    #[must_use]
    pub fn brier(&self, party: PartyId, truth: ArchetypeId) -> f64 {
        let truly = |at: usize| if at == truth.index() { 1.0 } else { 0.0 };
        self.odds(party).iter().enumerate().map(|(at, odds)| (odds - truly(at)) * (odds - truly(at))).sum()
    }

    /// A mandate drawn by its odds, from a number below a million.
    #[must_use]
    pub(super) fn drawn(&self, party: PartyId, millionth: u64) -> ArchetypeId {
        let mut left = f64::from(u32::try_from(millionth.min(999_999)).unwrap_or(0)) / 1_000_000.0;
        for (at, odds) in self.odds(party).iter().enumerate() {
            if left < *odds {
                return ArchetypeId::from_index(at);
            }
            left -= odds;
        }
        self.likeliest(party)
    }
}

/// Mandates less likely than this are left out of a band.
const UNLIKELY: f64 = 0.05;

/// The mandates that are not unlikely, by number.
pub(super) fn likely(odds: &[f64]) -> impl Iterator<Item = usize> {
    odds.iter().enumerate().filter(|(_, odds)| **odds >= UNLIKELY).map(|(at, _)| at)
}

/// Whether nobody knows in what form the others want anything: no mandates to tell apart, and figures that are not open.
#[must_use]
pub(super) fn formless(game: &Game) -> bool {
    !game.rules.on.mandates && game.knowledge != Knowledge::Transparent
}

/// As often as the level draws each mandate, or the one that is known.
fn prior(game: &Game, at: &Position, party: PartyId) -> Vec<f64> {
    let archetypes = &game.level.parties[party].archetypes;
    if !game.rules.on.mandates || archetypes.is_empty() {
        return vec![1.0];
    }
    if let Some(known) = at.mandates[party] {
        return (0..archetypes.len()).map(|at| if at == known.index() { 1.0 } else { 0.0 }).collect();
    }
    let weight = |weight: i64| f64::from(u32::try_from(weight.max(0)).unwrap_or(u32::MAX));
    let all: f64 = archetypes.iter().map(|archetype| weight(archetype.weight)).sum();
    archetypes.iter().map(|archetype| weight(archetype.weight) / all.max(1.0)).collect()
}

/// What of a log has been read, so that the next belief takes up where the last one ended. It saves work and nothing else.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    reader: Option<Reader>,
}

impl Memory {
    /// What the seat of a view has reason to believe.
    pub fn belief(&mut self, game: &Game, view: &View) -> &Belief {
        &self.read(game, view).belief
    }

    /// What it believed when the round began.
    pub fn dawn(&mut self, game: &Game, view: &View) -> &Belief {
        &self.read(game, view).dawn
    }

    fn read(&mut self, game: &Game, view: &View) -> &Reader {
        let fits = |reader: &Reader| {
            let read = &reader.view.log;
            reader.view.seat == view.seat && view.log.get(..read.len()) == Some(read)
        };
        let reader = match self.reader.take() {
            Some(reader) if fits(&reader) => reader,
            _ => Reader::new(game, view.seat),
        };
        let reader = self.reader.insert(reader);
        let from = reader.view.log.len();
        for event in &view.log[from..] {
            reader.read(game, event);
        }
        reader
    }
}
