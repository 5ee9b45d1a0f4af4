//! Saying something to everyone.

use super::seat::Seat;
use super::{names_of, unclear_text};
use crate::cli::names::find;
use crate::cli::out::{CliError, Out};
use crate::rules::command::{Command, Reason, Statement};
use crate::rules::ids::PartyId;

impl Seat<'_> {
    /// `say priority ISSUE`, `say want ISSUE OPTION`, `say refuse ISSUE OPTION`, `say nothing PARTY`.
    pub(super) fn speak(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        let kinds = ["priority", "want", "refuse", "nothing"].map(|kind| (kind, kind));
        let Some((kind, rest)) = words.split_first() else {
            return self.say(out, "cli-usage-say");
        };
        let kind = match find(kind, &kinds) {
            Ok(at) => kinds[at].0,
            Err(_) => return self.say(out, "cli-usage-say"),
        };
        let statement = match kind {
            "priority" => self.issue(out, rest)?.map(Statement::Priority),
            "nothing" => {
                let wanted = rest.join(" ");
                match find(&wanted, &names_of(&self.game().level)) {
                    Ok(at) => Some(Statement::NothingWorks(PartyId::from_index(at), Reason::NothingToGain)),
                    Err(unclear) => {
                        out.line(unclear_text(self.words, &wanted, &unclear))?;
                        None
                    }
                }
            }
            _ => self.term(out, rest, "cli-usage-say")?.map(|(issue, option)| match kind {
                "want" => Statement::Wants(issue, option),
                _ => Statement::Refuses(issue, option),
            }),
        };
        match statement {
            Some(statement) => self.give(out, Command::Speak(statement)).map(drop),
            None => Ok(()),
        }
    }
}
