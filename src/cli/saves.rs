//! `saves`: lists the games that are kept.

use super::kept::{Asked, Kept, ago, told, unplayable};
use super::out::{CliError, Out, Verdict};
use crate::play::Summary;
use crate::storage::saves::{Shelf, Slot};
use crate::words::Words;

/// Lists unfinished, saved, autosaved and finished games, with what is wrong with those that are damaged.
pub(super) fn saves(kept: &Kept, words: &Words, out: &mut Out<'_>) -> Result<Verdict, CliError> {
    let saves = kept.need(words)?;
    let folder = ("folder", saves.folder().display().to_string().into());
    let mut verdict = Verdict::Done;
    let mut any = false;
    for shelf in Shelf::ALL {
        let slots = saves.list(shelf).map_err(|error| CliError::Said(error.to_string()))?;
        if slots.is_empty() {
            continue;
        }
        if !any {
            out.line(words.text("cli-saves", std::slice::from_ref(&folder)))?;
        }
        any = true;
        out.gap()?;
        out.line(words.get(match shelf {
            Shelf::Running => "cli-saves-running",
            Shelf::Saved => "cli-saves-saved",
            Shelf::Auto => "cli-saves-auto",
            Shelf::Finished => "cli-saves-finished",
        }))?;
        for slot in slots {
            if !entry(kept, words, out, slot)? {
                verdict = Verdict::Faults;
            }
        }
    }
    match any {
        true => {
            out.gap()?;
            out.line(words.get("cli-saves-secret"))?;
        }
        false => out.line(words.text("cli-saves-none", &[folder]))?,
    }
    Ok(verdict)
}

/// A line or more about a game; whether it is sound.
fn entry(kept: &Kept, words: &Words, out: &mut Out<'_>, slot: Slot) -> Result<bool, CliError> {
    let written = ago(words, slot.when);
    let asked = Asked::from(slot);
    let name = ("name", asked.name().into());
    let reading = match kept.read(&asked.path) {
        Ok(reading) => reading,
        Err(error) => {
            out.line(words.text("cli-saves-unreadable", &[name, ("why", error.to_string().into())]))?;
            return Ok(false);
        }
    };
    let damaged = reading.damage.is_some();
    if let Some(fault) = &reading.damage {
        out.lines(kept.damaged(words, &asked, &reading.record, fault))?;
    }
    match Summary::of(&reading.record) {
        Ok(summary) => {
            let summary = told(words, &summary);
            let ago = ("ago", written.into());
            out.line(words.text("cli-saves-game", &[name, ("summary", summary.into()), ago]))?;
            Ok(!damaged)
        }
        Err(error) => {
            let why = unplayable(words, &reading.record, &error);
            out.line(words.text("cli-saves-unreadable", &[name, ("why", why.into())]))?;
            Ok(false)
        }
    }
}
