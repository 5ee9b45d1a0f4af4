//! The only bridge between a match and the window.
//!
//! - Commands go in, events come out, and screens read a [`View`] of one seat: never the truth before the end.
//! - What the screens see is the view up to the page that is open, so a page never shows what a later one tells.
//! - Opponents think on a background task, one command at a time and at a pace that a person can follow; no
//!   frame waits for them.
//! - A new [`Session::revision`] says that something a screen shows may have changed; revisions never repeat.

mod ending;
mod minds;
mod page;
mod start;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bevy::prelude::Resource;

pub use self::ending::Ending;
use self::minds::Minds;
pub use self::page::{Page, Span};
pub use self::start::{Setup, advance_system, plugin};
use crate::play::{Match, auto};
use crate::rules::command::{Actor, Command, Order};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::PartyId;
use crate::rules::legal::Refusal;
use crate::rules::position::Phase;
use crate::view::View;
use crate::words::Words;
use crate::words::tell::Teller;

/// The usual pace of the opponents.
const PACE: Duration = Duration::from_millis(700);

static REVISIONS: AtomicU64 = AtomicU64::new(1);

/// A match as one person plays it.
#[derive(Resource)]
pub struct Session {
    play: Match,
    setup: Setup,
    words: Arc<Words>,
    minds: Minds,
    span: Span,
    before: View,
    shown: View,
    refusal: Option<Refusal>,
    fault: Option<String>,
    /// How long an opponent's word in the talks takes at least, so that a person can follow.
    pace: Duration,
    ending: Option<Ending>,
    /// The page is to be turned as soon as it can be.
    turning: bool,
    revision: u64,
}

impl Session {
    /// The level under its rule book.
    #[must_use]
    pub fn game(&self) -> &Arc<Game> {
        self.play.game()
    }

    /// The person's party.
    #[must_use]
    pub fn seat(&self) -> PartyId {
        self.setup.seat
    }

    /// What the game was set up with.
    #[must_use]
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The words, to keep.
    #[must_use]
    pub fn words_shared(&self) -> Arc<Words> {
        self.words.clone()
    }

    /// What the person may know, up to the page that is open. During talks, measures and decisions it is up to date.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.shown
    }

    /// What the person knew when the page that is open began.
    #[must_use]
    pub fn before(&self) -> &View {
        &self.before
    }

    /// The page that is open.
    #[must_use]
    pub fn page(&self) -> Page {
        self.span.page
    }

    /// The events on the page that is open, as the person's seat saw them.
    #[must_use]
    pub fn page_events(&self) -> &[Event] {
        self.log().get(self.span.from..self.span.to).unwrap_or_default()
    }

    /// The events of the round that the open page belongs to, up to the end of that page.
    #[must_use]
    pub fn round_events(&self) -> &[Event] {
        let read = self.log().get(..self.span.to).unwrap_or_default();
        let from = read.iter().rposition(|e| matches!(e, Event::RoundBegan(_))).unwrap_or(0);
        read.get(from..).unwrap_or_default()
    }

    fn log(&self) -> &[Event] {
        &self.play.view(self.setup.seat).log
    }

    /// Changes whenever something that a screen shows may have; never the same for two sessions.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Why the last command was refused, as a sentence; `None` once another was carried out.
    #[must_use]
    pub fn refusal(&self) -> Option<String> {
        self.refusal.map(|refusal| {
            let at = &self.shown.position;
            Teller::new(&self.words, self.game(), at, Some(self.seat())).refusal(refusal)
        })
    }

    /// The opponent that is thinking.
    #[must_use]
    pub fn thinking(&self) -> Option<PartyId> {
        self.minds.thinking()
    }

    /// Whether others act now, so that the person has to wait.
    #[must_use]
    pub fn busy(&self) -> bool {
        self.fault.is_none()
            && matches!(self.span.page, Page::Talks | Page::Measures | Page::Decision)
            && !self.can_proceed()
            && !self.play.waiting_for().has(self.setup.seat)
    }

    /// Whether the person's government has fallen, so that they watch.
    #[must_use]
    pub fn watching(&self) -> bool {
        !self.shown.position.acts(self.setup.seat)
    }

    /// Whether the open page has been written to its end and is left by [`Self::proceed`].
    #[must_use]
    pub fn can_proceed(&self) -> bool {
        self.next_page().is_some()
    }

    fn next_page(&self) -> Option<Span> {
        self.span.next(self.log(), self.setup.seat)
    }

    /// What went wrong inside the game, if anything did; the game cannot go on.
    #[must_use]
    pub fn fault(&self) -> Option<&str> {
        self.fault.as_deref()
    }

    /// How the game ended, once its last page is open.
    #[must_use]
    pub fn ending(&self) -> Option<&Ending> {
        self.ending.as_ref()
    }

    /// Gives a command for the person's seat. A refused one changes nothing; [`Self::refusal`] says why.
    pub fn send(&mut self, command: Command) {
        let order = Order { by: Actor::Seat(self.setup.seat), seen: None, command };
        match self.play.give(order) {
            Ok(_) => {
                self.refusal = None;
                self.take_in();
                // Whoever ends the talks knows that they are over.
                if self.span.page == Page::Talks && self.span.done {
                    self.proceed();
                }
            }
            Err(refusal) => self.refusal = Some(refusal),
        }
        self.touch();
    }

    /// Opens the next page, if the open one has been written to its end. Where others still have to decide which page comes next, it
    /// opens as soon as they have.
    pub fn proceed(&mut self) {
        let Some(next) = self.next_page() else {
            self.turning = self.span.done && self.span.page != Page::Result;
            return;
        };
        self.turning = false;
        self.span = next;
        self.refusal = None;
        self.before = self.folded(next.from);
        self.shown = self.folded(next.to);
        if next.page == Page::Result {
            self.ending = Some(Ending::of(&self.play));
        }
        self.touch();
    }

    /// Lets the opponents go on. True if anything changed.
    pub fn advance(&mut self) -> bool {
        let before = self.revision;
        if let Some(decision) = self.minds.poll() {
            match decision.command {
                Some(command) => {
                    let by = Actor::Seat(decision.seat);
                    let order = Order { by, seen: Some(decision.seen), command: command.clone() };
                    match self.play.give(order) {
                        // What it thought of is out of date; it thinks again.
                        Ok(_) | Err(Refusal::Stale) => {}
                        Err(_) => auto::obey(&mut self.play, decision.seat, command),
                    }
                }
                None => self.fault = Some(self.game().level.parties[decision.seat].name.clone()),
            }
            self.take_in();
            self.touch();
        }
        self.think();
        self.revision != before
    }

    /// Takes what has happened since onto the open page.
    fn take_in(&mut self) {
        let span = self.span.grown(self.log());
        let game = self.play.game().clone();
        let log = &self.play.view(self.setup.seat).log;
        for event in log.get(self.span.to..span.to).unwrap_or_default() {
            self.shown.fold(&game, event);
        }
        self.span = span;
        // Picking is secret until all have picked; then there is nothing on this page to stay for. The same goes for a decision that is
        // made.
        if self.turning || (matches!(span.page, Page::Measures | Page::Decision) && span.done) {
            self.proceed();
        }
    }

    fn think(&mut self) {
        let open = matches!(self.span.page, Page::Talks | Page::Measures) && !self.span.done;
        // What is asked at Reckoning is answered while the votes are still being read, and while the person answers.
        let asked = self.play.view(self.setup.seat).position.asked.is_some();
        if !(open || asked) || self.fault.is_some() || self.minds.thinking().is_some() {
            return;
        }
        let waiting = self.play.waiting_for();
        let Some(seat) = waiting.iter().find(|seat| self.minds.plays(*seat)) else { return };
        let pace = match self.play.view(seat).position.phase {
            Phase::Measures => self.pace / 6,
            Phase::Reckoning if self.span.page != Page::Decision => Duration::ZERO,
            _ if self.watching() => self.pace / 2,
            _ => self.pace,
        };
        self.minds.begin(seat, self.play.game().clone(), self.play.view(seat).clone(), pace);
        self.touch();
    }

    fn folded(&self, to: usize) -> View {
        let game = self.play.game();
        let mut view = View::new(game, self.setup.seat);
        for event in self.log().get(..to).unwrap_or_default() {
            view.fold(game, event);
        }
        view
    }

    fn touch(&mut self) {
        self.revision = REVISIONS.fetch_add(1, Ordering::Relaxed);
    }
}
