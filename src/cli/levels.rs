//! `levels`: lists what there is to play.

use super::bound;
use super::out::{CliError, Out, Verdict};
use crate::storage::Library;
use crate::words::Words;

/// Lists levels and rule books, with the faults of those that have any.
pub(super) fn levels(library: &Library, words: &Words, out: &mut Out<'_>) -> Result<Verdict, CliError> {
    let mut verdict = Verdict::Done;
    out.line(words.get("cli-levels"))?;
    for entry in library.levels() {
        match &entry.level {
            Ok(level) => {
                out.line(words.text(
                    "cli-levels-level",
                    &[
                        ("id", entry.id.as_str().into()),
                        ("title", level.title.as_str().into()),
                        ("parties", level.parties.len().into()),
                        ("rounds", level.rounds.len().into()),
                        ("rules", level.rules.join(", ").into()),
                        ("summary", level.summary.as_str().into()),
                    ],
                ))?;
                out.lines(bound::counts(words, level))?;
            }
            Err(faults) => {
                verdict = Verdict::Faults;
                broken(words, out, &entry.id, &faults.to_string())?;
            }
        }
    }
    out.gap()?;
    out.line(words.get("cli-levels-rules"))?;
    for entry in library.rule_books() {
        match &entry.book {
            Ok(book) => out.line(words.text(
                "cli-levels-book",
                &[
                    ("id", entry.id.as_str().into()),
                    ("title", book.name.as_str().into()),
                    ("about", book.about.as_str().into()),
                ],
            ))?,
            Err(faults) => {
                verdict = Verdict::Faults;
                broken(words, out, &entry.id, &faults.to_string())?;
            }
        }
    }
    Ok(verdict)
}

fn broken(words: &Words, out: &mut Out<'_>, id: &str, faults: &str) -> Result<(), CliError> {
    out.line(words.text("cli-levels-broken", &[("id", id.into())]))?;
    out.line(faults)
}
