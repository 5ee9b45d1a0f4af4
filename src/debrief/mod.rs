//! What came of a finished game: facts for whoever reads about it afterwards.
//!
//! - It knows the rules, the analysis, views, and how records are played again. It has no words and draws nothing.
//! - Everything follows from the record. Every secret is open: ask it of games that are over alone.
//! - Points are score units under the true mandates. What a thing changed is the difference that it made to what everyone would have if
//!   nothing more were signed; these differences sum to score less no deal, for each party, exactly.
//! - No deal is what everyone would have had at the first decision if nothing had ever been signed.

mod beliefs;
mod course;
mod homes;
mod left;
mod pacts;
#[cfg(test)]
mod tests;
mod turns;

use std::sync::Arc;

pub use self::beliefs::{Supposed, supposed};
pub use self::course::{Change, Course, Put, Source};
pub use self::homes::{AtHome, at_home};
pub use self::left::{Better, left};
pub use self::pacts::{PactStory, Price};
pub use self::turns::{Turn, TurnKind, WhatIf};
use crate::analysis::Analysis;
use crate::play::Replay;
use crate::rules::account::{Item, account};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, PartyId, Points};
use crate::rules::payoff::{EXACT_LIMIT, Payoff};
use crate::rules::position::Position;
use crate::rules::record::Seat;
use crate::rules::standpoint::Standpoint;

/// Packages that stand for all of them in a picture.
const CLOUD: u64 = 700;

/// What came of a finished game.
#[derive(Clone, Debug)]
pub struct Debrief {
    /// The level under its rule book.
    pub game: Arc<Game>,
    /// The seed.
    pub seed: u64,
    /// Who played.
    pub seats: ByParty<Seat>,
    /// Everything that happened.
    pub log: Vec<Event>,
    /// The position at the first decision, with all mandates.
    pub start: Position,
    /// The last position.
    pub end: Position,
    /// What everyone would have had without any pact, at the first decision.
    pub no_deal: Payoff,
    /// What everyone has.
    pub scores: Payoff,
    /// What all parties together could have signed at the first decision.
    pub could: Analysis,
    /// Some of these packages, spread over all of them.
    pub cloud: Vec<Payoff>,
    /// What changed what, and every offer.
    pub course: Course,
    /// The pacts, in the order in which they were signed.
    pub pacts: Vec<PactStory>,
    /// The votes at home.
    pub homes: Vec<AtHome>,
    /// The moments at which it turned, in order.
    pub turns: Vec<Turn>,
    /// What could still have been signed when the last talks began and promised everyone at least what came out; `None` if nothing.
    pub left: Option<Better>,
    /// What at the first decision promised everyone at least what came out, and more together; `None` if nothing did.
    pub better: Option<Better>,
    /// Where every point of every score comes from.
    pub accounts: ByParty<Vec<Item>>,
    /// What each seat supposed of each other.
    pub supposed: Vec<Supposed>,
}

impl Debrief {
    /// Of a record that is looked at; it should be over, and is taken as it stands at its end. It may take a second.
    #[must_use]
    pub fn of(replay: &Replay) -> Self {
        let mut replay = replay.clone();
        replay.go(replay.len());
        let played = replay.now();
        let game = played.game().clone();
        let log = played.log().to_vec();
        let start = first_decision(&game, &log);
        let end = played.truth().clone();
        let at_start = Standpoint::new(&game, &start);
        let could = Analysis::of(&at_start, game.level.everyone());
        let course = Course::of(&game, &log);
        let scores = played.scores();
        let better = left::better(&could, &scores, &course);
        let stories = pacts::stories(&game, &log, &course);
        Self {
            seed: played.record().head.seed,
            seats: played.record().head.seats.clone(),
            no_deal: at_start.no_deal(),
            cloud: cloud(&game, &could),
            homes: at_home(&game, &log),
            turns: turns::turns(&replay, &course, &stories),
            left: left(&game, &log, &scores, &course),
            accounts: game.by_party(|party| account(&Standpoint::new(&game, &end), party)),
            supposed: supposed(&game, &log),
            pacts: stories,
            scores,
            better,
            could,
            course,
            start,
            end,
            log,
            game,
        }
    }

    /// A party's gain over no deal.
    #[must_use]
    pub fn gain(&self, party: PartyId) -> Points {
        self.scores[party.index()] - self.no_deal[party.index()]
    }

    /// All gains together.
    #[must_use]
    pub fn joint(&self) -> Points {
        self.game.level.everyone().iter().map(|party| self.gain(party)).sum()
    }

    /// What pacts made of a party's gain, its own and those of others.
    #[must_use]
    pub fn by_pacts(&self, party: PartyId) -> Points {
        self.course.sum(party, |source| matches!(source, Source::Pact(_)))
    }

    /// What the pacts that a party signed changed in its autonomy and in its standing; `None` in a level without both interests.
    #[must_use]
    pub fn trade(&self, party: PartyId) -> Option<(Points, Points)> {
        let level = &self.game.level;
        let (autonomy, standing) = (level.autonomy?.index(), level.standing?.index());
        let own = self.pacts.iter().filter(|story| story.pact.parties.has(party));
        Some(own.fold((0, 0), |sum, story| {
            (sum.0 + story.by[party][autonomy], sum.1 + story.by[party][standing])
        }))
    }
}

/// The truth at the first decision: all that happened up to the first talks.
fn first_decision(game: &Game, log: &[Event]) -> Position {
    let mut at = Position::new(game);
    for event in log {
        at.apply(game, event);
        if *event == Event::TalksBegan {
            break;
        }
    }
    at
}

/// Packages at even distances in the order of the table.
fn cloud(game: &Game, could: &Analysis) -> Vec<Payoff> {
    let size = could.table.size();
    let step = (size / CLOUD).max(1);
    if size <= EXACT_LIMIT {
        // A step that shares no factor with an axis would stay in a few of its rows.
        let step = if step > 2 { step | 1 } else { step };
        let places = (0..size).step_by(usize::try_from(step).unwrap_or(1));
        let rows = places.map(|place| could.table.rows_at(place));
        return rows
            .filter(|rows| could.table.allows(game, rows))
            .map(|rows| could.table.payoff(&rows))
            .collect();
    }
    could.survey.frontier.points().iter().take(usize::try_from(CLOUD).unwrap_or(0)).copied().collect()
}
