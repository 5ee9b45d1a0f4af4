//! Taking back, saving by name, and what is said about the game being written down.

use super::seat::Seat;
use crate::cli::out::{CliError, Out};
use crate::rules::record::Deed;
use crate::words::tell::Story;

impl Seat<'_> {
    /// Takes back the last thing that the player did, as long as no opponent has looked.
    pub(super) fn undo(&mut self, out: &mut Out<'_>) -> Result<(), CliError> {
        match self.played.take_back(self.seat) {
            Ok(()) => {
                self.catch_up(self.view().log.len());
                self.note_trouble(out)?;
                self.say(out, "cli-undone")?;
                self.ask_anew();
                Ok(())
            }
            Err(refusal) => out.line(self.teller().refusal(refusal)),
        }
    }

    /// Saves the game by name.
    pub(super) fn save(&self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        if words.is_empty() {
            return self.say(out, "cli-usage-save");
        }
        let Some(saves) = self.kept.saves() else { return self.say(out, "cli-unsaved") };
        let name = words.join(" ");
        match saves.save(&name, &self.played.marked()) {
            Ok(path) => {
                let path = ("path", path.display().to_string().into());
                out.line(self.text("cli-saved", &[("name", name.into()), path]))?;
                self.say(out, "cli-saved-secret")
            }
            Err(error) => out.line(self.text("cli-not-saved", &[("why", error.to_string().into())])),
        }
    }

    /// Says when the game cannot be written down any more, and when it can be again.
    pub(super) fn note_trouble(&mut self, out: &mut Out<'_>) -> Result<(), CliError> {
        let trouble = self.played.trouble().map(str::to_owned);
        match (&trouble, self.troubled) {
            (Some(why), false) => {
                self.troubled = true;
                out.line(self.text("cli-trouble", &[("why", why.as_str().into())]))
            }
            (None, true) => {
                self.troubled = false;
                self.say(out, "cli-trouble-over")
            }
            _ => Ok(()),
        }
    }

    /// Says which opponents have broken down since the last time.
    pub(super) fn note_breakdowns(&mut self, out: &mut Out<'_>) -> Result<(), CliError> {
        let entries = &self.played.record().entries;
        let new = entries.get(self.entries..).unwrap_or_default();
        for entry in new {
            if let Deed::BrokeDown(party) = entry.deed {
                let party = ("party", self.teller().party(party).into());
                out.line(self.text("cli-broke-down", &[party]))?;
            }
        }
        self.entries = entries.len();
        Ok(())
    }

    /// Says how the game is kept and how to go on with it.
    pub(super) fn leave(&mut self, out: &mut Out<'_>) -> Result<(), CliError> {
        self.played.write();
        self.note_trouble(out)?;
        if self.kept.saves().is_some() && !self.troubled && !self.played.record().entries.is_empty() {
            let command = ("command", self.kept.command("resume").into());
            out.line(self.text("cli-kept", &[command]))?;
        }
        self.say(out, "cli-bye")
    }

    /// Follows what the seat has seen up to an event, without telling it.
    pub(super) fn catch_up(&mut self, events: usize) {
        let mut story = Story::new(self.game(), Some(self.seat));
        for event in self.view().log.iter().take(events) {
            story.tell(self.words, self.game(), event);
        }
        self.story = story;
        self.told = events;
    }
}
