//! The course of a game for one seat: news, the player's turns, and the end.

use super::draft::Draft;
use super::input::Input;
use crate::cli::kept::Kept;
use crate::cli::out::{CliError, Out};
use crate::cli::{bound, result};
use crate::play::Match;
use crate::play::auto::{Opponents, act_once};
use crate::rules::clause::Clause;
use crate::rules::command::Measure;
use crate::rules::event::{Event, SupportCause};
use crate::rules::game::Game;
use crate::rules::ids::{OfferId, PartyId, Round};
use crate::rules::package::Proposal;
use crate::rules::position::Phase;
use crate::rules::rulebook::Knowledge;
use crate::view::View;
use crate::words::tell::{Story, Teller};
use crate::words::{Arg, Words};

/// Whether the game goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Next {
    /// It does.
    On,
    /// The player left.
    Left,
}

/// A person at a seat, and the opponents at the others.
pub(super) struct Seat<'a> {
    pub(super) kept: &'a Kept,
    pub(super) words: &'a Words,
    pub(super) played: Match,
    pub(super) seat: PartyId,
    pub(super) draft: Draft,
    pub(super) story: Story,
    opponents: Opponents,
    /// How many events have been told.
    pub(super) told: usize,
    /// How many entries of the record have been looked at for breakdowns.
    pub(super) entries: usize,
    /// Whether it has been said that the game cannot be written down.
    pub(super) troubled: bool,
    /// Offers that have been shown line by line.
    shown: Vec<OfferId>,
    /// Clauses that were listed to choose from.
    pub(super) choices: Vec<Clause>,
    /// What was advised last, in the order of its numbers.
    pub(super) advised: Vec<Proposal>,
    /// What could be answered, as it was listed last.
    pub(super) explored: Vec<Proposal>,
    /// The phase and round for which the player has been asked.
    asked: Option<(Round, Phase)>,
    /// The round and the place among its answers of the question that was put last.
    question: Option<(Round, usize)>,
}

impl<'a> Seat<'a> {
    pub(super) fn new(
        kept: &'a Kept,
        words: &'a Words,
        played: Match,
        opponents: Opponents,
        seat: PartyId,
    ) -> Self {
        let story = Story::new(played.game(), Some(seat));
        Self {
            kept,
            entries: played.record().entries.len(),
            troubled: false,
            words,
            played,
            seat,
            draft: Draft::default(),
            story,
            opponents,
            told: 0,
            shown: Vec::new(),
            choices: Vec::new(),
            advised: Vec::new(),
            explored: Vec::new(),
            asked: None,
            question: None,
        }
    }

    pub(super) fn game(&self) -> &Game {
        self.played.game()
    }

    pub(super) fn view(&self) -> &View {
        self.played.view(self.seat)
    }

    pub(super) fn teller(&self) -> Teller<'_> {
        self.story.teller(self.words, self.played.game())
    }

    pub(super) fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.text(key, args)
    }

    pub(super) fn say(&self, out: &mut Out<'_>, key: &str) -> Result<(), CliError> {
        out.line(self.words.get(key))
    }

    /// Plays to the end of the game or of the input.
    pub(super) fn play(&mut self, out: &mut Out<'_>, input: &mut Input<'_>) -> Result<(), CliError> {
        self.show_brief(out)?;
        self.go_on(out, input)
    }

    /// The same for a game that was played before: what has come of the last thing that the player did is told once more rather than missed.
    pub(super) fn play_on(&mut self, out: &mut Out<'_>, input: &mut Input<'_>) -> Result<(), CliError> {
        match self.played.seen_when_last_acting(self.seat) {
            Some(events) => {
                self.catch_up(events);
                self.say(out, "cli-resume-since")?;
            }
            None => self.show_brief(out)?,
        }
        self.go_on(out, input)
    }

    fn go_on(&mut self, out: &mut Out<'_>, input: &mut Input<'_>) -> Result<(), CliError> {
        loop {
            self.note_trouble(out)?;
            self.note_breakdowns(out)?;
            self.tell_news(out)?;
            if act_once(&mut self.played, &mut self.opponents).is_some() {
                continue;
            }
            if !self.played.waiting_for().has(self.seat) {
                break;
            }
            self.ask(out)?;
            let Some(line) = input.line(out)? else {
                self.say(out, "cli-input-ended")?;
                return self.leave(out);
            };
            if self.obey(out, &line)? == Next::Left {
                return self.leave(out);
            }
        }
        result::result(self.words, out, &self.played, Some(self.seat))
    }

    /// Tells what the seat has seen since the last time.
    pub(super) fn tell_news(&mut self, out: &mut Out<'_>) -> Result<(), CliError> {
        let game = self.played.game().clone();
        let events = self.played.view(self.seat).log[self.told..].to_vec();
        let mut then = self.known_when(self.told, &events);
        self.told += events.len();
        for event in &events {
            let text = self.story.tell(self.words, &game, event);
            if let Some(then) = &mut then {
                then.fold(&game, event);
            }
            if let Event::RoundBegan(round) = event {
                out.gap()?;
                out.line(text)?;
                self.show_stop(out, *round)?;
            } else if self.worth_telling(event) {
                out.line(text)?;
            }
            if let Some(then) = then.as_ref().filter(|_| matches!(event, Event::Declined { .. })) {
                out.lines(self.behind(then, event, &self.teller()))?;
            }
            if let Event::Voted(vote) = event {
                out.lines(self.teller().bloc_votes(vote))?;
            }
        }
        Ok(())
    }

    /// What the seat knew when it had seen so many events; only where something was refused in those that come, since that alone needs it.
    fn known_when(&self, seen: usize, events: &[Event]) -> Option<View> {
        if !events.iter().any(|event| matches!(event, Event::Declined { .. })) {
            return None;
        }
        let mut then = View::new(self.game(), self.seat);
        for event in &self.view().log[..seen] {
            then.fold(self.game(), event);
        }
        Some(then)
    }

    /// Whether an event is read out as it comes; `log` has them all.
    fn worth_telling(&self, event: &Event) -> bool {
        let own = |party: &PartyId| *party == self.seat;
        if bound::told_by_the_next(event) {
            return false;
        }
        match event {
            Event::TalksBegan
            | Event::Turn(_)
            | Event::MeasuresBegan
            | Event::MeasurePicked { .. }
            | Event::MeasureRevealed { measure: Measure::Nothing, .. }
            | Event::RoundEnded(_) => false,
            Event::Passed(party) => !own(party),
            // An offer to answer now is shown line by line when it is the player's turn.
            Event::Offered(offer) => offer.cable || !self.open_offers().contains(&offer.id),
            Event::CapitalMoved { party, .. }
            | Event::LobbyMoved { party, .. }
            | Event::SupportMoved { party, cause: SupportCause::Drift, .. } => own(party),
            Event::Booked(entry) => own(&entry.party) || self.game().knowledge == Knowledge::Transparent,
            Event::StockMoved { resource, short, .. } => {
                *short || own(&self.game().level.resource(*resource).user)
            }
            _ => true,
        }
    }

    /// Has it said again what there is to decide.
    pub(super) fn ask_anew(&mut self) {
        self.asked = None;
        self.question = None;
    }

    /// Says once what there is to decide, and what new offers are worth.
    fn ask(&mut self, out: &mut Out<'_>) -> Result<(), CliError> {
        let (round, phase) = (self.view().position.round, self.view().position.phase);
        if self.open_question().is_some() {
            let question = Some((round, self.view().position.answers.len()));
            let first = self.question != question;
            self.question = question;
            return if first { self.show_question(out) } else { Ok(()) };
        }
        let new: Vec<OfferId> =
            self.open_offers().into_iter().filter(|offer| !self.shown.contains(offer)).collect();
        let first = self.asked != Some((round, phase));
        self.asked = Some((round, phase));
        if phase == Phase::Measures {
            return if first { self.show_measures(out) } else { Ok(()) };
        }
        for offer in &new {
            out.gap()?;
            self.show_offer(out, *offer)?;
        }
        self.shown.extend(&new);
        if first {
            out.gap()?;
            self.show_talks(out)
        } else if !new.is_empty() {
            self.say(out, "cli-your-turn")
        } else {
            Ok(())
        }
    }
}
