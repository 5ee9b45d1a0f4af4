//! A record looked at again, moment by moment: the bridge between a replay and the window.
//!
//! - It is looked at with one seat's eyes, or with everyone's once the game is over: [`Rerun::eyes`] are those that may.
//! - A moment is one at which those eyes saw something, so that what others did in secret is not even counted.
//! - What others took back before it was shown is seen by nobody else, here as little as then.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy::prelude::Resource;
use thiserror::Error;

use super::Session;
use crate::play::{Match, Replay, ReplayError};
use crate::rules::command::Command;
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, PartyId, Points, Round};
use crate::rules::position::Position;
use crate::rules::record::{Deed, Record, Seat};
use crate::rules::standpoint::Standpoint;
use crate::words::Words;
use crate::words::tell::Story;

/// Whose eyes a game is looked at with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Eye {
    /// A seat's own: it sees what the seat may know.
    Seat(PartyId),
    /// Everyone's: the whole truth.
    All,
}

/// Why a record cannot be looked at.
#[derive(Debug, Error)]
pub enum NoRerun {
    /// It does not play.
    #[error("{0}")]
    Plays(#[from] ReplayError),
    /// It is not over, and nobody here may look at it before it is: several people share it, or none plays in it, or a PIN locks it.
    #[error("this game can be looked at once it is over")]
    NotOver,
}

/// How much had happened after a number of entries.
struct Step {
    seen: ByParty<usize>,
    all: usize,
    round: Round,
}

impl Step {
    fn of(play: &Match) -> Self {
        Self {
            seen: play.game().by_party(|seat| play.view(seat).log.len()),
            all: play.log().len(),
            round: play.truth().round,
        }
    }

    fn seen(&self, eye: Eye) -> usize {
        match eye {
            Eye::Seat(seat) => self.seen[seat],
            Eye::All => self.all,
        }
    }
}

/// An order that was taken back.
struct Undone {
    entry: usize,
    /// The entry that took it back.
    back: usize,
    seat: PartyId,
    command: Command,
}

/// A sentence of the story.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// What it tells of; nothing for an order that was taken back.
    pub event: Option<Event>,
    /// The sentence.
    pub text: String,
}

/// A record that is looked at.
#[derive(Resource)]
pub struct Rerun {
    replay: Replay,
    steps: Vec<Step>,
    undone: Vec<Undone>,
    eye: Eye,
    /// The moments of these eyes, each as a number of entries.
    moments: Vec<usize>,
    at: usize,
    /// When it goes on by itself, and how long it stays at a moment.
    running: Option<(Instant, Duration)>,
}

impl Rerun {
    /// A record at its first moment.
    ///
    /// # Errors
    /// Why it cannot be looked at.
    pub fn new(record: Record) -> Result<Self, NoRerun> {
        let mut replay = Replay::new(record)?;
        let seats = &replay.record().head.seats;
        let all = eyes(&replay);
        // A person looks with the own eyes first.
        let own = |eye: &&Eye| matches!(eye, Eye::Seat(seat) if seats[*seat].person().is_some());
        let eye = *all.iter().find(own).or(all.first()).ok_or(NoRerun::NotOver)?;
        replay.go(0);
        let mut steps = vec![Step::of(replay.now())];
        for entries in 1..=replay.len() {
            replay.go(entries);
            steps.push(Step::of(replay.now()));
        }
        replay.go(0);
        let undone = undone(replay.record());
        let mut rerun = Self { replay, steps, undone, eye, moments: Vec::new(), at: 0, running: None };
        rerun.moments = rerun.moments_of(eye);
        Ok(rerun)
    }

    /// The level under its rule book.
    #[must_use]
    pub fn game(&self) -> &Arc<Game> {
        self.replay.now().game()
    }

    /// Who plays each party.
    #[must_use]
    pub fn seats(&self) -> &ByParty<Seat> {
        &self.replay.record().head.seats
    }

    /// Whether the game of the record came to its end.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.replay.is_over()
    }

    /// Whose eyes it may be looked at with.
    #[must_use]
    pub fn eyes(&self) -> Vec<Eye> {
        eyes(&self.replay)
    }

    /// Whose eyes it is looked at with.
    #[must_use]
    pub fn eye(&self) -> Eye {
        self.eye
    }

    /// Looks with other eyes at the same moment, or the last one before it that they saw; nothing if they may not.
    pub fn look(&mut self, eye: Eye) {
        if !self.eyes().contains(&eye) {
            return;
        }
        let entries = self.replay.at();
        self.eye = eye;
        self.moments = self.moments_of(eye);
        self.go(self.moments.iter().rposition(|at| *at <= entries).unwrap_or(0));
    }

    /// How many moments there are after the first.
    #[must_use]
    pub fn last(&self) -> usize {
        self.moments.len().saturating_sub(1)
    }

    /// The moment that is looked at; 0 is the first.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Goes to a moment; to the last if there is none such.
    pub fn go(&mut self, moment: usize) {
        self.at = moment.min(self.last());
        if let Some(entries) = self.moments.get(self.at) {
            self.replay.go(*entries);
        }
    }

    /// Each round with its first moment.
    #[must_use]
    pub fn rounds(&self) -> Vec<(Round, usize)> {
        let mut rounds: Vec<(Round, usize)> = Vec::new();
        for (moment, entries) in self.moments.iter().enumerate() {
            let round = self.steps.get(*entries).map_or(Round(0), |step| step.round);
            if rounds.last().is_none_or(|(last, _)| round > *last) {
                rounds.push((round, moment));
            }
        }
        rounds
    }

    /// The position at this moment, as far as these eyes know it.
    #[must_use]
    pub fn position(&self) -> &Position {
        match self.eye {
            Eye::Seat(seat) => &self.replay.now().view(seat).position,
            Eye::All => self.replay.now().truth(),
        }
    }

    /// What each party would have if nothing more came into force, of those whose score these eyes know.
    #[must_use]
    pub fn scores(&self) -> Vec<(PartyId, Points)> {
        let now = self.replay.now();
        match self.eye {
            Eye::Seat(seat) => {
                let own = Standpoint::in_force(now.game(), &now.view(seat).position);
                vec![(seat, own.no_deal()[seat.index()])]
            }
            Eye::All => {
                let scores = now.scores();
                now.game().level.everyone().iter().map(|seat| (seat, scores[seat.index()])).collect()
            }
        }
    }

    /// What has happened up to this moment, with what was taken back by those whose eyes these are.
    #[must_use]
    pub fn story(&self, words: &Words) -> Vec<Told> {
        let (now, game, entries) = (self.replay.now(), self.game(), self.replay.at());
        let (reader, log) = match self.eye {
            Eye::Seat(seat) => (Some(seat), &now.view(seat).log[..]),
            Eye::All => (None, now.log()),
        };
        let mut undone = self
            .undone
            .iter()
            .filter(|undone| undone.back < entries && reader.is_none_or(|seat| seat == undone.seat))
            .map(|undone| (self.before(undone, entries), undone))
            .peekable();
        let mut story = Story::new(game, reader);
        let mut told = Vec::new();
        for at in 0..=log.len() {
            while let Some((_, undone)) = undone.next_if(|(before, _)| *before <= at) {
                let text = story.teller(words, game).command(undone.seat, &undone.command);
                told.push(Told { event: None, text });
            }
            if let Some(event) = log.get(at) {
                let text = story.tell(words, game, event);
                told.push(Told { event: Some(event.clone()), text });
            }
        }
        told
    }

    /// After how many events an order that was taken back stands in the story. What was taken back before it leaves no events behind.
    fn before(&self, undone: &Undone, entries: usize) -> usize {
        let since = self.steps.get(undone.entry..=entries).unwrap_or_default();
        since.iter().map(|step| step.seen(self.eye)).min().unwrap_or(0)
    }

    /// Whether the game is over at this moment, so that nothing is left to play.
    #[must_use]
    pub fn over_here(&self) -> bool {
        self.replay.now().is_over()
    }

    /// Begins a new game at this moment.
    ///
    /// # Errors
    /// Why it cannot be played, in a sentence.
    pub fn play_on(&self, seats: ByParty<Seat>, words: Arc<Words>) -> Result<Session, String> {
        let play = Match::resume(self.replay.fork(seats)).map_err(|error| error.to_string())?;
        Session::resume(play, words).map_err(|error| error.to_string())
    }

    /// Goes on by itself from now on, staying so long at each moment; from the beginning if it is at its end.
    pub fn run(&mut self, pace: Duration) {
        if self.at >= self.last() {
            self.go(0);
        }
        self.running = Some((Instant::now() + pace, pace));
    }

    /// Goes on by itself no more.
    pub fn halt(&mut self) {
        self.running = None;
    }

    /// Whether it goes on by itself.
    #[must_use]
    pub fn runs(&self) -> bool {
        self.running.is_some()
    }

    /// Goes on if it runs and its time has come. True if anything changed.
    pub fn advance(&mut self) -> bool {
        let Some((due, pace)) = self.running else { return false };
        if Instant::now() < due {
            return false;
        }
        self.go(self.at + 1);
        self.running = (self.at < self.last()).then(|| (Instant::now() + pace, pace));
        true
    }

    fn moments_of(&self, eye: Eye) -> Vec<usize> {
        let hidden = |entries: usize| {
            self.undone.iter().any(|undone| {
                eye != Eye::All
                    && eye != Eye::Seat(undone.seat)
                    && (undone.entry + 1..=undone.back).contains(&entries)
            })
        };
        let own = |entries: usize| {
            self.undone.iter().any(|undone| {
                (eye == Eye::All || eye == Eye::Seat(undone.seat))
                    && (undone.entry + 1 == entries || undone.back + 1 == entries)
            })
        };
        let mut moments = vec![0];
        let mut seen = self.steps.first().map_or(0, |step| step.seen(eye));
        for (entries, step) in self.steps.iter().enumerate().skip(1) {
            if !hidden(entries) && (step.seen(eye) != seen || own(entries)) {
                seen = step.seen(eye);
                moments.push(entries);
            }
        }
        moments
    }
}

fn eyes(replay: &Replay) -> Vec<Eye> {
    let seats = &replay.record().head.seats;
    if replay.is_over() {
        return seats.iter().map(|(seat, _)| Eye::Seat(seat)).chain([Eye::All]).collect();
    }
    let mut persons = seats.iter().filter_map(|(seat, who)| Some((seat, who.person()?)));
    match (persons.next(), persons.next()) {
        (Some((seat, person)), None) if person.pin.is_none() => vec![Eye::Seat(seat)],
        _ => Vec::new(),
    }
}

fn undone(record: &Record) -> Vec<Undone> {
    let (mut standing, mut undone) = (Vec::new(), Vec::new());
    for (at, entry) in record.entries.iter().enumerate() {
        match &entry.deed {
            Deed::Order(order) => standing.push((at, order.command.clone())),
            Deed::TakenBack(seat) => {
                if let Some((entry, command)) = standing.pop() {
                    undone.push(Undone { entry, back: at, seat: *seat, command });
                }
            }
            Deed::BrokeDown(_) => {}
        }
    }
    undone.sort_by_key(|undone| undone.entry);
    undone
}

#[cfg(test)]
#[path = "rerun_tests.rs"]
mod tests;
