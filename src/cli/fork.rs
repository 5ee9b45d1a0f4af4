//! `fork`: begins a new game at a moment of another.

use super::args::ForkArgs;
use super::kept::{Kept, in_shell};
use super::out::{CliError, Out, Verdict};
use super::replay::{entries_at, opened, retold};
use super::seats::reader;
use crate::opponents::Strategy;
use crate::play::{Match, Replay};
use crate::rules::ids::{ByParty, PartyId};
use crate::rules::record::{Person, Record, Seat};
use crate::words::Words;

/// Writes a new unfinished game that begins where another one stood, and says how to go on with it.
pub(super) fn fork(
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &ForkArgs,
) -> Result<Verdict, CliError> {
    let saves = kept.need(words)?;
    let asked = kept.find(words, &wanted.file)?;
    let (record, verdict) = kept.open(words, &asked)?;
    let record = as_far_as_it_plays(words, out, record)?;
    let replay = opened(words, &record)?;
    let reader = reader(words, &replay, wanted.party.as_deref())?;
    let told = retold(words, &replay, reader)?;
    let at = wanted.at.unwrap_or(told.moments.len());
    let entries = entries_at(words, &told, at)?;
    let seats = match &wanted.party {
        Some(_) => reader.map_or_else(|| record.head.seats.clone(), |party| seats(&replay, party)),
        None => record.head.seats.clone(),
    };
    let fork = record.fork(entries, seats);
    let over = Match::resume(fork.clone()).is_ok_and(|played| played.is_over());
    if over {
        return Err(CliError::Said(words.get("cli-fork-over")));
    }
    let path = saves.lay_out(rand::random(), &fork).map_err(|error| CliError::Said(error.to_string()))?;
    let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let command = ("command", kept.command(&format!("resume {}", in_shell(&name))).into());
    out.line(words.text("cli-fork", &[("at", at.into()), command]))?;
    Ok(verdict)
}

/// What of a record this version can play; it is said where that is not all.
fn as_far_as_it_plays(words: &Words, out: &mut Out<'_>, record: Record) -> Result<Record, CliError> {
    let Err(error) = Match::resume(record.clone()) else { return Ok(record) };
    match error.entry() {
        Some(entry) => {
            out.line(super::kept::unplayable(words, &record, &error))?;
            Ok(record.until(entry))
        }
        None => Ok(record),
    }
}

/// A person at one party and opponents at all others, as they were where there were any.
fn seats(replay: &Replay, party: PartyId) -> ByParty<Seat> {
    replay.now().game().by_party(|other| match &replay.record().head.seats[other] {
        Seat::Person(person) if other == party => Seat::Person(person.clone()),
        _ if other == party => Seat::Person(Person::default()),
        Seat::Opponent(name) if Strategy::named(name).is_some() => Seat::Opponent(name.clone()),
        _ => Seat::Opponent(Strategy::default().id()),
    })
}
