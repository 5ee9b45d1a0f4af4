//! `export`: what a seat may know of a game, as one JSON object.

use serde::Serialize;

use super::args::ExportArgs;
use super::kept::Kept;
use super::out::{CliError, Out, Verdict, written};
use super::replay::opened;
use super::seats::reader;
use crate::rules::event::Event;
use crate::rules::ids::{PartyId, Round};
use crate::storage::Library;
use crate::words::Words;

/// The version of the object that is written.
const FORMAT: u32 = 1;

/// What a seat may know, and nothing else.
#[derive(Serialize)]
struct Export<'a> {
    format: u32,
    level: &'a str,
    rules: &'a str,
    party: &'a str,
    seat: PartyId,
    round: Round,
    events: &'a [Event],
}

/// Writes what a seat may know to a file, or to the standard output.
pub(super) fn export(
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &ExportArgs,
) -> Result<Verdict, CliError> {
    let asked = kept.find(words, &wanted.file)?;
    let (record, verdict) = kept.open(words, &asked)?;
    let replay = opened(words, &record)?;
    let Some(seat) = reader(words, &replay, Some(&wanted.party))? else { return Ok(verdict) };
    let (game, view) = (replay.now().game(), replay.now().view(seat));
    let export = Export {
        format: FORMAT,
        level: &game.level.id,
        rules: &game.rules.id,
        party: &game.level.parties[seat].id,
        seat,
        round: view.position.round,
        events: &view.log,
    };
    let text = serde_json::to_string_pretty(&export).map_err(|error| CliError::Said(error.to_string()))?;
    match &wanted.out {
        Some(path) => {
            Library::write_file(path, text.as_bytes())?;
            let said = words.text("cli-export", &[("path", path.display().to_string().into())]);
            written(out, path, &said)?;
        }
        None => out.line(text)?,
    }
    Ok(verdict)
}
