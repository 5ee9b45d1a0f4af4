//! `check`: looks for faults in level and rule book files, and in saved games.

use std::path::{Path, PathBuf};

use super::kept::{Asked, Kept, unplayable};
use super::out::{CliError, Out, Verdict};
use super::{bound, doubts};
use crate::play::Summary;
use crate::storage::saves::is_saved_game;
use crate::storage::{Document, Library};
use crate::words::Words;

/// Checks every file and says of each what it is or what is wrong with it.
pub(super) fn check(
    library: &Library,
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    files: &[PathBuf],
) -> Result<Verdict, CliError> {
    let mut verdict = Verdict::Done;
    for path in files {
        if is_saved_game(path) {
            if !game(kept, words, out, path)? {
                verdict = Verdict::Faults;
            }
            continue;
        }
        let file = path.display().to_string();
        let file = ("file", file.into());
        match Library::check_file(path) {
            Ok(Document::Level(level)) => {
                let title = ("title", level.title.as_str().into());
                let id = ("id", level.id.as_str().into());
                out.line(words.text("cli-check-level", &[file, title, id]))?;
                out.lines(bound::lines(words, &level, None))?;
                // A rule book of the level's own that is not at hand is passed over.
                for rules in &level.rules {
                    if let Ok(game) = library.game_of(&level, Some(rules.as_str()), None) {
                        out.lines(doubts::lines(words, &game))?;
                    }
                }
            }
            Ok(Document::Rules(book)) => {
                let title = ("title", book.name.as_str().into());
                let id = ("id", book.id.as_str().into());
                out.line(words.text("cli-check-rules", &[file, title, id]))?;
            }
            Err(error) => {
                verdict = Verdict::Faults;
                out.line(error.to_string())?;
            }
        }
    }
    Ok(verdict)
}

/// Says of a saved game what it is or what is wrong with it; whether it is sound.
fn game(kept: &Kept, words: &Words, out: &mut Out<'_>, path: &Path) -> Result<bool, CliError> {
    let shelf = kept.saves().and_then(|saves| saves.shelf_of(path));
    let asked = Asked { path: path.to_owned(), shelf };
    let reading = match kept.read(path) {
        Ok(reading) => reading,
        Err(error) => {
            out.line(error.to_string())?;
            return Ok(false);
        }
    };
    if let Some(fault) = &reading.damage {
        out.line(fault.to_string())?;
        out.line(kept.instead(words, &reading.record))?;
    }
    let record = &reading.record;
    match Summary::of(record) {
        Ok(_) if reading.damage.is_some() => Ok(false),
        Ok(summary) => {
            let state = if summary.over { "over" } else { "on" };
            out.line(words.text(
                "cli-check-game",
                &[
                    ("file", path.display().to_string().into()),
                    ("state", state.into()),
                    ("level", record.head.level.as_str().into()),
                    ("rules", record.head.rules.as_str().into()),
                    ("version", record.head.version.as_str().into()),
                ],
            ))?;
            Ok(true)
        }
        Err(error) => {
            let why = ("why", unplayable(words, record, &error).into());
            out.line(words.text("cli-saves-unreadable", &[("name", asked.name().into()), why]))?;
            Ok(false)
        }
    }
}
