//! `resume`: goes on with a game exactly where it was.

use std::io::{self, BufRead};

use super::at_keyboard;
use super::kept::{Asked, Kept, replayed, told};
use super::out::{CliError, Out, Verdict};
use super::play::take_seat_again;
use super::result;
use super::seats::{person, unlock};
use crate::play::Summary;
use crate::play::auto;
use crate::rules::ids::PartyId;
use crate::rules::record::Record;
use crate::storage::saves::{Shelf, Slot};
use crate::storage::{Library, Saves};
use crate::words::Words;

/// Goes on with a game: the one that was asked for, or the newest that is not over.
pub(super) fn resume(
    library: &Library,
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    wanted: Option<&str>,
) -> Result<Verdict, CliError> {
    let stdin = io::stdin();
    resume_from(library, kept, words, out, wanted, (&mut stdin.lock(), at_keyboard()))
}

fn resume_from(
    library: &Library,
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    wanted: Option<&str>,
    (from, keyboard): (&mut dyn BufRead, bool),
) -> Result<Verdict, CliError> {
    let asked = match wanted {
        Some(name) => kept.find(words, name)?,
        // One that was stopped at its very end is not listed as finished yet: its result is shown, and it is put away.
        None => match running(kept)?.into_iter().next() {
            Some(slot) => slot.into(),
            None => return Err(CliError::Said(words.get("cli-resume-none"))),
        },
    };
    let own = asked.shelf == Some(Shelf::Running);
    free(kept, words, &asked)?;
    let (record, damaged) = whole(kept, words, out, &asked)?;
    let mut played = replayed(words, &record)?;
    out.line(told(words, &Summary::of_match(&played)))?;
    out.lines(edited(library, words, &record))?;
    if played.is_over() {
        result::result(words, out, &played, person(&record))?;
        if let (true, Some(saves)) = (own, kept.saves()) {
            played.keep(Box::new(saves.journal_at(asked.path.clone())));
        }
        let command = kept.command(&format!("replay {}", super::kept::in_shell(&asked.name())));
        out.line(words.text("cli-resume-over", &[("command", command.into())]))?;
        return Ok(Verdict::Done);
    }
    let seat = the_person(words, &record, &asked)?;
    unlock(words, &record, seat, from)?;
    // Whoever was slow to type a PIN may have been overtaken.
    free(kept, words, &asked)?;
    let opponents = auto::seated(&played).map_err(|error| {
        let why = ("why", error.to_string().into());
        CliError::Said(
            words.text("cli-resume-opponent", &[why, ("version", record.head.version.clone().into())]),
        )
    })?;
    if let Some(saves) = kept.saves() {
        if own {
            if damaged {
                let aside =
                    saves.set_aside(&asked.path).map_err(|error| CliError::Said(error.to_string()))?;
                let path = ("path", aside.display().to_string().into());
                out.line(words.text("cli-resume-aside", &[path]))?;
            }
            played.keep(Box::new(saves.journal_at(asked.path.clone())));
        } else {
            played.keep(Box::new(saves.journal(rand::random())));
            out.line(words.get("cli-resume-copy"))?;
        }
    }
    take_seat_again(kept, words, out, (played, opponents, seat), (from, keyboard))?;
    Ok(Verdict::Done)
}

/// Makes sure that no other program is playing a game: two that write one journal would write over each other's turns.
fn free(kept: &Kept, words: &Words, asked: &Asked) -> Result<(), CliError> {
    let played = |saves: &Saves| asked.shelf == Some(Shelf::Running) && saves.in_use(&asked.path);
    match kept.saves().is_some_and(played) {
        true => Err(CliError::Said(words.text("cli-resume-in-use", &[("name", asked.name().into())]))),
        false => Ok(()),
    }
}

/// What there is of a game, and whether its own file is damaged: then it goes on from a whole save that has more of it, or from what is whole.
fn whole(kept: &Kept, words: &Words, out: &mut Out<'_>, asked: &Asked) -> Result<(Record, bool), CliError> {
    let reading = kept.read(&asked.path).map_err(|error| kept.unreadable(words, &error))?;
    let Some(fault) = &reading.damage else { return Ok((reading.record, false)) };
    out.lines(kept.damaged(words, asked, &reading.record, fault))?;
    let newer = kept.saves().and_then(|saves| saves.newest_whole(&reading.record));
    Ok((newer.map_or(reading.record, |(_, record)| record), true))
}

/// The games that were being played, the newest first.
fn running(kept: &Kept) -> Result<Vec<Slot>, CliError> {
    let Some(saves) = kept.saves() else { return Ok(Vec::new()) };
    saves.list(Shelf::Running).map_err(|error| CliError::Said(error.to_string()))
}

/// The newest game that was being played and is not over, what a list says of it, and how many such files there are.
fn newest_unfinished(kept: &Kept) -> Result<Option<(Slot, Option<Summary>, usize)>, CliError> {
    let slots = running(kept)?;
    let count = slots.len();
    for slot in slots {
        // What cannot be read or played is not passed over in silence.
        let summary = kept.read(&slot.path).ok().and_then(|reading| Summary::of(&reading.record).ok());
        if summary.as_ref().is_none_or(|summary| !summary.over) {
            return Ok(Some((slot, summary, count)));
        }
    }
    Ok(None)
}

/// Says once that there is a game to go on with, if there is one.
pub(super) fn offer(kept: &Kept, words: &Words, out: &mut Out<'_>) -> Result<(), CliError> {
    // A folder that cannot be read is told of when something is to be written.
    let Ok(Some((slot, summary, count))) = newest_unfinished(kept) else { return Ok(()) };
    let what = match summary {
        Some(summary) => told(words, &summary),
        None => slot.name(),
    };
    let command = ("command", kept.command("resume").into());
    out.line(words.text("cli-unfinished", &[("count", count.into()), ("summary", what.into()), command]))
}

/// The one person of a game that can be played in a terminal.
fn the_person(words: &Words, record: &Record, asked: &Asked) -> Result<PartyId, CliError> {
    let persons = record.head.seats.iter().filter_map(|(party, seat)| Some((party, seat.person()?)));
    match persons.collect::<Vec<_>>()[..] {
        [(party, _)] => Ok(party),
        [] => Err(CliError::Said(words.text("cli-resume-nobody", &[("name", asked.name().into())]))),
        _ => Err(CliError::Said(words.get("cli-resume-shared"))),
    }
}

/// What has been changed since in the files that the texts of a record came from.
pub(super) fn edited(library: &Library, words: &Words, record: &Record) -> Vec<String> {
    let mut lines = Vec::new();
    let level = library.levels().into_iter().find(|entry| entry.id == record.head.level);
    if let Some(Ok(level)) = level.map(|entry| entry.level)
        && level.edition.mark() != record.head.level_mark
    {
        lines.push(words.text("cli-edited-level", &[("id", level.id.as_str().into())]));
    }
    let book = library.rule_books().into_iter().find(|entry| entry.id == record.head.rules);
    if let Some(Ok(book)) = book.map(|entry| entry.book)
        && book.edition.mark() != record.head.rules_mark
    {
        lines.push(words.text("cli-edited-rules", &[("id", book.id.as_str().into())]));
    }
    lines
}
