//! Whose seat a saved game is looked at from.

use std::io::{self, BufRead};

use super::names::find;
use super::out::{CliError, complain};
use super::play::unclear_text;
use crate::play::Replay;
use crate::rules::game::Game;
use crate::rules::ids::PartyId;
use crate::rules::record::Record;
use crate::words::Words;

/// The longest line that is read as a PIN.
const LONGEST: u64 = 100;

/// From whose seat a record is looked at: the one that was asked for, the only person's, or everyone's once the game is over.
pub(super) fn reader(
    words: &Words,
    replay: &Replay,
    wanted: Option<&str>,
) -> Result<Option<PartyId>, CliError> {
    let reader = chosen(words, replay, wanted)?;
    if let (Some(party), false) = (reader, replay.is_over()) {
        unlock(words, replay.record(), party, &mut io::stdin().lock())?;
    }
    Ok(reader)
}

fn chosen(words: &Words, replay: &Replay, wanted: Option<&str>) -> Result<Option<PartyId>, CliError> {
    let game = replay.now().game();
    let open: Vec<PartyId> = game.level.everyone().iter().filter(|party| replay.open_to(*party)).collect();
    let id = |party: &PartyId| game.level.parties[*party].id.as_str();
    let names = || ("names", open.iter().map(id).collect::<Vec<_>>().join(", ").into());
    match wanted {
        Some(wanted) => {
            let party = party_named(words, game, wanted)?;
            match open.contains(&party) {
                true => Ok(Some(party)),
                false if open.is_empty() => Err(CliError::Said(words.get("cli-replay-closed"))),
                false => Err(CliError::Said(words.text("cli-replay-own", &[names()]))),
            }
        }
        None if replay.is_over() => Ok(None),
        None => match open[..] {
            [only] => Ok(Some(only)),
            [] => Err(CliError::Said(words.get("cli-replay-closed"))),
            _ => Err(CliError::Said(words.text("cli-replay-whose", &[names()]))),
        },
    }
}

/// A party of a level by name.
pub(super) fn party_named(words: &Words, game: &Game, wanted: &str) -> Result<PartyId, CliError> {
    let parties: Vec<(&str, &str)> =
        game.level.parties.iter().map(|(_, party)| (party.id.as_str(), party.name.as_str())).collect();
    find(wanted, &parties).map(PartyId::from_index).map_err(|unclear| {
        let names = parties.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(", ");
        let what = unclear_text(words, wanted, &unclear);
        let help = words.text("cli-choose-among", &[("names", names.into())]);
        CliError::Said(words.text("cli-two", &[("first", what.into()), ("second", help.into())]))
    })
}

/// The one person of a game, if there is one.
pub(super) fn person(record: &Record) -> Option<PartyId> {
    let mut persons = record.head.seats.iter().filter(|(_, seat)| seat.person().is_some());
    let (party, _) = persons.next()?;
    persons.next().is_none().then_some(party)
}

/// Asks for the PIN of a seat that is locked with one.
pub(super) fn unlock(
    words: &Words,
    record: &Record,
    party: PartyId,
    from: &mut dyn BufRead,
) -> Result<(), CliError> {
    let person = record.head.seats.0.get(party.index()).and_then(|seat| seat.person());
    let Some(pin) = person.and_then(|person| person.pin.as_ref()) else { return Ok(()) };
    // The standard output is for what the PIN opens.
    complain(&words.get("cli-pin"));
    let mut line = String::new();
    // What is no text opens nothing.
    let _ = io::Read::take(from, LONGEST).read_line(&mut line);
    match pin.opens(line.trim(), party, record.head.seed) {
        true => Ok(()),
        false => Err(CliError::Said(words.get("cli-pin-wrong"))),
    }
}
