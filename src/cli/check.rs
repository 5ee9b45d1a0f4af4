//! `check`: looks for faults in level and rule book files.

use std::path::PathBuf;

use super::out::{CliError, Out, Verdict};
use super::{bound, doubts};
use crate::storage::{Document, Library};
use crate::words::Words;

/// Checks every file and says of each what it is or what is wrong with it.
pub(super) fn check(
    library: &Library,
    words: &Words,
    out: &mut Out<'_>,
    files: &[PathBuf],
) -> Result<Verdict, CliError> {
    let mut verdict = Verdict::Done;
    for path in files {
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
