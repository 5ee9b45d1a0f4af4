//! What a line asks for: it is looked up, carried out or refused, and always answered.

use super::draft::Draft;
use super::seat::{Next, Seat};
use super::{names_of, unclear_text};
use crate::cli::names::{Unclear, find, find_all};
use crate::cli::out::{CliError, Out};
use crate::rules::command::{Command, Measure};
use crate::rules::ids::{HeadlineId, OfferId, PartyId};
use crate::rules::package::headlines;
use crate::rules::position::Phase;

/// Every command, for help with a wrong one.
pub(super) const COMMANDS: [&str; 35] = [
    "accept", "advise", "answer", "brief", "clauses", "clear", "copy", "counter", "credit", "decline",
    "drop", "explore", "headline", "help", "judge", "log", "measures", "news", "offers", "pass", "projects",
    "promises", "propose", "quit", "save", "say", "set", "show", "table", "threats", "undo", "votes", "when",
    "with", "withdraw",
];

impl Seat<'_> {
    /// Carries out a line.
    pub(super) fn obey(&mut self, out: &mut Out<'_>, line: &str) -> Result<Next, CliError> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let Some((first, rest)) = words.split_first() else {
            self.say(out, "cli-empty")?;
            return Ok(Next::On);
        };
        if first.chars().all(|c| c.is_ascii_digit()) && rest.is_empty() {
            self.pick(out, first)?;
            return Ok(Next::On);
        }
        if self.is_reply(&words.join(" ")) {
            self.reply(out, &words)?;
            return Ok(Next::On);
        }
        let name = match command_named(first) {
            Ok(name) => name,
            Err(unclear) => {
                out.line(unclear_text(self.words, first, &unclear))?;
                self.say(out, "cli-see-help")?;
                return Ok(Next::On);
            }
        };
        match name {
            "quit" => return Ok(Next::Left),
            "help" => self.say(out, "cli-help")?,
            "brief" => self.show_brief(out)?,
            "news" => self.show_news(out)?,
            "table" => self.show_table(out)?,
            "log" => self.show_log(out)?,
            "offers" => self.show_offers(out)?,
            "measures" => self.show_measures(out)?,
            "show" => self.show_draft(out)?,
            "advise" => self.advise(out, rest)?,
            "explore" => self.explore(out, rest)?,
            "judge" => self.show_judgement(out)?,
            "votes" => self.show_votes(out)?,
            "projects" => self.show_projects(out)?,
            "promises" => self.show_promises(out)?,
            "threats" => self.show_threats(out)?,
            "answer" => self.reply(out, rest)?,
            "when" => self.when(out, rest)?,
            "drop" => self.drop_clauses(out, rest)?,
            "clauses" => self.list_clauses(out, rest)?,
            "set" => self.set(out, rest)?,
            "clear" => self.clear(out, rest)?,
            "with" => self.with(out, rest)?,
            "credit" => self.credit(out, rest)?,
            "headline" => self.headline(out, rest)?,
            "copy" => self.copy(out, rest)?,
            "propose" => self.propose(out, None)?,
            "counter" => self.counter(out, rest)?,
            "accept" => self.answer(out, rest, Command::Accept)?,
            "decline" => self.answer(out, rest, |offer| Command::Decline { offer, reason: None })?,
            "withdraw" => self.answer(out, rest, Command::Withdraw)?,
            "say" => self.speak(out, rest)?,
            "pass" => self.pass(out)?,
            "undo" => self.undo(out)?,
            "save" => self.save(out, rest)?,
            _ => self.say(out, "cli-see-help")?,
        }
        Ok(Next::On)
    }

    /// Gives a command to the game. Returns whether it was carried out; if not, says why and what helps.
    pub(super) fn give(&mut self, out: &mut Out<'_>, command: Command) -> Result<bool, CliError> {
        match self.played.command(self.seat, command) {
            Ok(_) => Ok(true),
            Err(refusal) => {
                out.line(self.teller().refusal(refusal))?;
                Ok(false)
            }
        }
    }

    fn pass(&mut self, out: &mut Out<'_>) -> Result<(), CliError> {
        let command = match self.view().position.phase {
            Phase::Measures => Command::Act(Measure::Nothing),
            Phase::Reckoning => match self.open_question() {
                Some((ask, _)) => Command::Answer(ask.safe()),
                None => Command::Pass,
            },
            _ => Command::Pass,
        };
        self.give(out, command).map(drop)
    }

    /// Picks an answer or a measure by its number.
    fn pick(&mut self, out: &mut Out<'_>, number: &str) -> Result<(), CliError> {
        if self.open_question().is_some() {
            return self.reply(out, &[number]);
        }
        let measures = self.view().legal(self.game()).measures;
        let chosen = number.parse::<usize>().ok().and_then(|n| measures.get(n.checked_sub(1)?).copied());
        match chosen {
            Some(measure) => self.give(out, Command::Act(measure)).map(drop),
            None if measures.is_empty() => self.say(out, "cli-no-number"),
            None => out.line(self.text("cli-measures-range", &[("count", measures.len().into())])),
        }
    }

    // ---- the draft ----

    fn set(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        let Some((issue, option)) = self.term(out, words, "cli-usage-set")? else { return Ok(()) };
        self.draft.package.set(issue, option);
        out.line(self.text("cli-set", &[("term", self.teller().term_change(issue, option).into())]))?;
        self.show_worth(out)
    }

    fn clear(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        if words.is_empty() || *words == ["all"] {
            self.draft = Draft::default();
            return self.say(out, "cli-cleared-all");
        }
        let Some(issue) = self.issue(out, words)? else { return Ok(()) };
        self.draft.package.clear(issue);
        out.line(self.text("cli-cleared", &[("issue", self.teller().issue(issue).into())]))
    }

    fn with(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        let everyone = self.game().level.everyone();
        match *words {
            [] => return self.say(out, "cli-usage-with"),
            ["all"] => self.draft.with = Some(everyone),
            _ => {
                let found = find_all(words, &names_of(&self.game().level));
                match found {
                    Ok(places) => {
                        let parties = places.into_iter().map(PartyId::from_index);
                        self.draft.with = Some(parties.collect());
                    }
                    Err((word, unclear)) => return out.line(unclear_text(self.words, &word, &unclear)),
                }
            }
        }
        let parties = self.draft.parties(self.game(), &self.view().position, self.seat).without(self.seat);
        out.line(self.text("cli-with", &[("parties", self.teller().parties(parties).into())]))
    }

    fn credit(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        if *words == ["even"] {
            self.draft.even_credit();
        } else {
            let Some((share, party)) = words.split_last() else {
                return self.say(out, "cli-usage-credit");
            };
            let Some(share) = share.trim_end_matches('%').parse().ok().filter(|n| (0..=100).contains(n))
            else {
                return self.say(out, "cli-usage-credit");
            };
            let party = party.join(" ");
            match find(&party, &names_of(&self.game().level)) {
                Ok(at) => self.draft.give_credit(PartyId::from_index(at), share),
                Err(unclear) => return out.line(unclear_text(self.words, &party, &unclear)),
            }
        }
        let proposal = self.proposal();
        match self.teller().communique(&proposal.communique) {
            Some(text) => out.line(text),
            None => self.say(out, "cli-no-communiques"),
        }
    }

    fn headline(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        let fitting: Vec<HeadlineId> = headlines(&self.game().level, &self.draft.package).collect();
        let chosen = match *words {
            ["none"] => Some(None),
            [number] => {
                let at = number.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
                at.and_then(|at| fitting.get(at)).map(|id| Some(*id))
            }
            _ => None,
        };
        let Some(headline) = chosen else {
            self.say(out, "cli-headlines")?;
            for (at, id) in fitting.iter().enumerate() {
                let text = self.game().level.headline(*id).map_or("", |headline| headline.text.as_str());
                out.line(self.text("cli-choice", &[("number", (at + 1).into()), ("name", text.into())]))?;
            }
            return Ok(());
        };
        self.draft.choose_headline(headline);
        let proposal = self.proposal();
        match self.teller().communique(&proposal.communique) {
            Some(text) => out.line(text),
            None => self.say(out, "cli-headline-none"),
        }
    }

    fn copy(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        let Some(offer) = self.offer(out, words)? else { return Ok(()) };
        if let Some(offer) = self.view().position.offer(offer) {
            self.draft = Draft::of(&offer.proposal);
        }
        self.show_draft(out)
    }

    // ---- the table ----

    fn propose(&mut self, out: &mut Out<'_>, answers: Option<OfferId>) -> Result<(), CliError> {
        let proposal = self.proposal();
        let command = Command::Propose { proposal: proposal.clone(), answers };
        match self.played.command(self.seat, command) {
            Ok(_) => self.draft = Draft::default(),
            Err(refusal) => {
                out.line(self.teller().refusal(refusal))?;
                self.show_own_refused(out, &proposal, refusal)?;
            }
        }
        Ok(())
    }

    fn counter(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        let Some(id) = self.offer(out, words)? else { return Ok(()) };
        let Some(offer) = self.view().position.offer(id).cloned() else { return Ok(()) };
        if self.draft.package.is_empty() {
            self.draft = Draft::of(&offer.proposal);
            self.say(out, "cli-counter-copied")?;
            return self.show_draft(out);
        }
        // A counter goes to the parties of the offer, whatever the terms alone would need.
        self.draft.with.get_or_insert(offer.proposal.parties);
        self.propose(out, Some(id))
    }

    fn answer(
        &mut self,
        out: &mut Out<'_>,
        words: &[&str],
        command: impl Fn(OfferId) -> Command,
    ) -> Result<(), CliError> {
        match self.offer(out, words)? {
            Some(offer) => self.give(out, command(offer)).map(drop),
            None => Ok(()),
        }
    }
}

/// The command of this name or of this beginning.
fn command_named(word: &str) -> Result<&'static str, Unclear> {
    let names: Vec<(&str, &str)> = COMMANDS.iter().map(|name| (*name, *name)).collect();
    find(word, &names).map(|at| COMMANDS[at])
}
