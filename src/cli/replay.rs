//! `replay`: tells the story of a record, as far as its reader may know it.

use super::args::ReplayArgs;
use super::kept::{Kept, replayed, unplayable};
use super::out::{CliError, Out, Verdict};
use super::resume::edited;
use super::seats::reader;
use super::{result, watch};
use crate::play::retelling::Done;
use crate::play::{Replay, Retelling};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::PartyId;
use crate::rules::record::Record;
use crate::storage::Library;
use crate::words::Words;
use crate::words::tell::Story;

/// Tells a record.
pub(super) fn replay(
    library: &Library,
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &ReplayArgs,
) -> Result<Verdict, CliError> {
    let asked = kept.find(words, &wanted.file)?;
    let (record, verdict) = kept.open(words, &asked)?;
    let replay = opened(words, &record)?;
    let reader = reader(words, &replay, wanted.party.as_deref())?;
    let told = retold(words, &replay, reader)?;
    let game = replay.now().game().clone();
    heading(words, out, &replay)?;
    out.lines(edited(library, words, &record))?;
    let until = wanted.until.unwrap_or(told.moments.len()).min(told.moments.len());
    let mut teller = Telling::new(words, &game, reader);
    teller.events(out, &told.opening, None)?;
    for (at, moment) in told.moments.iter().take(until).enumerate() {
        match &moment.what {
            Done::Order(events) => teller.events(out, events, Some(at + 1))?,
            Done::TakenBack { by, standing } => teller.taken_back(out, *by, *standing, at + 1)?,
            Done::BrokeDown(party) => teller.broke_down(out, *party, at + 1)?,
        }
    }
    if until < told.moments.len() {
        let (number, all) = (("number", until.into()), ("all", told.moments.len().into()));
        out.line(words.text("cli-replay-until", &[number, all]))?;
    } else if replay.is_over() {
        result::result(words, out, replay.now(), reader)?;
    } else {
        out.line(words.get("cli-replay-open"))?;
    }
    Ok(verdict)
}

/// A record to look at, or why it cannot be played.
pub(super) fn opened(words: &Words, record: &Record) -> Result<Replay, CliError> {
    replayed(words, record)?;
    Replay::new(record.clone()).map_err(|error| CliError::Said(unplayable(words, record, &error)))
}

/// What a reader may learn of a record.
pub(super) fn retold(words: &Words, replay: &Replay, reader: Option<PartyId>) -> Result<Retelling, CliError> {
    Retelling::of(replay, reader).map_err(|error| CliError::Said(unplayable(words, replay.record(), &error)))
}

/// How many entries a record had at a moment, by its number.
pub(super) fn entries_at(words: &Words, told: &Retelling, at: usize) -> Result<usize, CliError> {
    let all = told.moments.len();
    if at > all {
        return Err(CliError::Said(words.text("cli-no-moment", &[("at", at.into()), ("all", all.into())])));
    }
    Ok(at.checked_sub(1).and_then(|last| told.moments.get(last)).map_or(0, |moment| moment.entries))
}

fn heading(words: &Words, out: &mut Out<'_>, replay: &Replay) -> Result<(), CliError> {
    let game = replay.now().game();
    if replay.is_over() {
        return watch::heading(words, out, game, replay.record().head.seed);
    }
    // The seed would tell what the seat may not know yet.
    let title = ("title", game.level.title.as_str().into());
    out.line(words.text("cli-replay-heading", &[title, ("rules", game.rules.name.as_str().into())]))
}

/// Tells moments one after the other.
struct Telling<'a> {
    words: &'a Words,
    game: &'a Game,
    reader: Option<PartyId>,
    story: Story,
    log: Vec<Event>,
}

impl<'a> Telling<'a> {
    fn new(words: &'a Words, game: &'a Game, reader: Option<PartyId>) -> Self {
        Self { words, game, reader, story: Story::new(game, reader), log: Vec::new() }
    }

    /// Tells events; the first line that is told has the number of the moment.
    fn events(
        &mut self,
        out: &mut Out<'_>,
        events: &[Event],
        mut number: Option<usize>,
    ) -> Result<(), CliError> {
        for event in events {
            let text = self.story.tell(self.words, self.game, event);
            if matches!(event, Event::RoundBegan(_)) {
                out.gap()?;
            }
            if watch::worth_telling(event) {
                match number.take() {
                    Some(number) => self.numbered(out, number, text)?,
                    None => out.line(text)?,
                }
            }
            if let Event::Voted(vote) = event {
                out.lines(self.story.teller(self.words, self.game).bloc_votes(vote))?;
            }
        }
        self.log.extend_from_slice(events);
        Ok(())
    }

    fn taken_back(
        &mut self,
        out: &mut Out<'_>,
        by: PartyId,
        standing: usize,
        number: usize,
    ) -> Result<(), CliError> {
        let party = ("party", self.story.teller(self.words, self.game).party(by).into());
        self.numbered(out, number, self.words.text("cli-replay-back", &[party]))?;
        self.log.truncate(standing);
        self.story = Story::new(self.game, self.reader);
        for event in &self.log {
            self.story.tell(self.words, self.game, event);
        }
        Ok(())
    }

    fn broke_down(&self, out: &mut Out<'_>, party: PartyId, number: usize) -> Result<(), CliError> {
        let party = ("party", self.story.teller(self.words, self.game).party(party).into());
        self.numbered(out, number, self.words.text("cli-broke-down", &[party]))
    }

    fn numbered(&self, out: &mut Out<'_>, number: usize, text: String) -> Result<(), CliError> {
        out.line(self.words.text("cli-replay-moment", &[("number", number.into()), ("text", text.into())]))
    }
}
