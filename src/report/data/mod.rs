//! A finished game as data: offers, pacts, commands, votes, scores and solutions, for programs and spreadsheets.
//!
//! - Everything comes from the record alone. Ids are those of the level; nothing is worded but people's names.
//! - Fields are described in the project's README. [`FORMAT`] changes when the meaning of a field does.

mod commands;
mod csv;
mod talks;
mod worth;

use std::collections::BTreeMap;

use serde::Serialize;

use super::error::ReportError;
use crate::play::Replay;
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PactId, PartyId, PartySet};
use crate::rules::package::Package;
use crate::rules::position::Phase;
use crate::rules::record::Seat;
use crate::rules::rulebook::Knowledge;

use self::commands::Command;
use self::talks::{Offer, Pact, Vote};
use self::worth::{Score, Worth};

/// The version of the data.
pub const FORMAT: u32 = 1;

/// A finished game. Points are whole score units.
#[derive(Serialize)]
pub struct Data {
    format: u32,
    program: String,
    level: String,
    title: String,
    rules: String,
    knowledge: &'static str,
    seed: u64,
    rounds: u16,
    per_point: i64,
    parties: Vec<Party>,
    offers: Vec<Offer>,
    pacts: Vec<Pact>,
    commands: Vec<Command>,
    votes: Vec<Vote>,
    scores: Vec<Score>,
    worth: Worth,
}

#[derive(Serialize)]
struct Party {
    party: String,
    name: String,
    /// Who played it: `person`, `computer` or `open`.
    seat: &'static str,
    player: Option<String>,
    mandate: Option<String>,
    collapsed: bool,
}

/// Options by issue.
type Terms = BTreeMap<String, String>;

impl Data {
    /// All of a finished game. The names of people are those of the record.
    #[must_use]
    pub fn of(replay: &Replay) -> Self {
        let now = replay.now();
        let ids = Ids { game: now.game() };
        let head = &replay.record().head;
        let (offers, pacts, votes) = talks::read(&ids, now.log(), now.truth());
        Self {
            format: FORMAT,
            program: head.version.clone(),
            level: head.level.clone(),
            title: ids.game.level.title.clone(),
            rules: head.rules.clone(),
            knowledge: match head.knowledge {
                Knowledge::Transparent => "transparent",
                Knowledge::Advisor => "advisor",
                Knowledge::Sealed => "sealed",
            },
            seed: head.seed,
            rounds: rounds(now.log()),
            per_point: ids.game.level.per_point(),
            parties: parties(&ids, replay),
            commands: commands::read(&ids, replay),
            offers,
            pacts,
            votes,
            scores: worth::scores(&ids, replay),
            worth: Worth::of(&ids, replay),
        }
    }

    /// As one JSON object.
    ///
    /// # Errors
    /// It cannot be written down.
    pub fn json(&self) -> Result<String, ReportError> {
        let text =
            serde_json::to_string_pretty(self).map_err(|error| ReportError::Data(error.to_string()))?;
        Ok(text + "\n")
    }

    /// As one long table, a fact a row.
    #[must_use]
    pub fn csv(&self) -> String {
        csv::table(self)
    }
}

/// The rounds that were played.
fn rounds(log: &[Event]) -> u16 {
    let begun = log.iter().filter_map(|event| match event {
        Event::RoundBegan(round) => Some(round.0),
        _ => None,
    });
    begun.max().unwrap_or(0)
}

fn parties(ids: &Ids<'_>, replay: &Replay) -> Vec<Party> {
    let truth = replay.now().truth();
    let seats = &replay.record().head.seats;
    let party = |id: PartyId| {
        let (seat, player) = match seats.0.get(id.index()) {
            Some(Seat::Person(person)) => {
                ("person", Some(person.name.clone()).filter(|name| !name.is_empty()))
            }
            Some(Seat::Opponent(style)) => ("computer", Some(style.clone())),
            Some(Seat::Open) | None => ("open", None),
        };
        let mandate = truth.mandates[id].map(|mandate| ids.game.level.archetype(id, mandate).id.clone());
        let name = ids.game.level.parties[id].name.clone();
        Party { party: ids.party(id), name, seat, player, mandate, collapsed: truth.collapsed.has(id) }
    };
    ids.game.level.everyone().iter().map(party).collect()
}

/// What things of a level are called in its file.
struct Ids<'a> {
    game: &'a Game,
}

impl Ids<'_> {
    fn party(&self, party: PartyId) -> String {
        self.game.level.parties.0.get(party.index()).map_or_else(String::new, |party| party.id.clone())
    }

    fn parties(&self, parties: PartySet) -> Vec<String> {
        parties.iter().map(|party| self.party(party)).collect()
    }

    fn issue(&self, issue: IssueId) -> String {
        self.game.level.issue(issue).id.clone()
    }

    fn option(&self, issue: IssueId, option: OptionId) -> String {
        self.game.level.choice(issue, option).id.clone()
    }

    fn terms(&self, package: &Package) -> Terms {
        package.terms().map(|(issue, option)| (self.issue(issue), self.option(issue, option))).collect()
    }
}

/// Pacts count from 1 for whoever reads.
fn pact_number(pact: PactId) -> usize {
    pact.index() + 1
}

/// What is going on, as files say it.
fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::News => "news",
        Phase::Talks => "talks",
        Phase::Measures => "measures",
        Phase::Reckoning => "reckoning",
        Phase::Over => "over",
    }
}

#[cfg(test)]
mod tests;
