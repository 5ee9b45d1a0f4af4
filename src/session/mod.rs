//! The only bridge between a match and the window.
//!
//! - Commands go in, events come out, and screens read a [`View`] of one seat: never the truth before the end.
//! - What the screens see is the view up to the page that is open, so a page never shows what a later one tells.
//! - Where several people share the screen, nobody's desk is on it between one and the next: see [`Session::door`].
//! - Opponents think on a background task, one command at a time and at a pace that a person can follow; no
//!   frame waits for them.
//! - A new [`Session::revision`] says that something a screen shows may have changed; revisions never repeat.

pub mod debriefing;
mod desk;
mod keeping;
mod minds;
mod notice;
pub mod opening;
mod page;
mod passing;
pub mod rerun;
#[cfg(test)]
mod shared_tests;
mod start;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bevy::prelude::Resource;

pub use self::debriefing::Debriefing;
use self::desk::Desk;
use self::minds::Minds;
pub use self::notice::Notice;
use self::notice::Told;
pub use self::page::{Page, Span};
pub use self::rerun::Rerun;
pub use self::start::{NoSession, Setup, advance_system, at_rest, plugin};
use crate::play::{Match, auto};
use crate::rules::command::{Actor, Command, Order};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, PartyId, PartySet};
use crate::rules::legal::Refusal;
use crate::rules::position::Phase;
use crate::view::View;
use crate::words::Words;
use crate::words::tell::Teller;

/// The usual pace of the opponents.
const PACE: Duration = Duration::from_millis(700);

static REVISIONS: AtomicU64 = AtomicU64::new(1);

/// A match as those in front of the screen play it: one person, or several who pass the screen round.
#[derive(Resource)]
pub struct Session {
    play: Match,
    setup: Setup,
    words: Arc<Words>,
    minds: Minds,
    /// The desks of the people who are not at the screen.
    desks: ByParty<Option<Desk>>,
    /// The desk that is on the screen, or was last.
    desk: Desk,
    /// The person whose desk comes next: until they say that they are there, nobody's desk is on the screen.
    door: Option<PartyId>,
    /// The person at the screen has been given it back, and keeps it until they act or pass it on.
    staying: bool,
    /// Which sitting it is; see [`Self::sitting`].
    sitting: u64,
    /// Opponents that broke down, so that somebody has to be told.
    broken: PartySet,
    told: Told,
    /// How long an opponent's word in the talks takes at least, so that a person can follow.
    pace: Duration,
    /// Before this no opponent looks up: what a person has just done can still be taken back.
    quiet_until: Option<Instant>,
    revision: u64,
}

impl Session {
    /// The level under its rule book.
    #[must_use]
    pub fn game(&self) -> &Arc<Game> {
        self.play.game()
    }

    /// The party of the person at the screen.
    #[must_use]
    pub fn seat(&self) -> PartyId {
        self.desk.seat
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
        &self.desk.shown
    }

    /// What the person knew when the page that is open began.
    #[must_use]
    pub fn before(&self) -> &View {
        &self.desk.before
    }

    /// The page that is open.
    #[must_use]
    pub fn page(&self) -> Page {
        self.desk.span.page
    }

    /// The events on the page that is open, as the person's seat saw them.
    #[must_use]
    pub fn page_events(&self) -> &[Event] {
        self.log().get(self.desk.span.from..self.desk.span.to).unwrap_or_default()
    }

    /// The events of the round that the open page belongs to, up to the end of that page.
    #[must_use]
    pub fn round_events(&self) -> &[Event] {
        let read = self.log().get(..self.desk.span.to).unwrap_or_default();
        let from = read.iter().rposition(|e| matches!(e, Event::RoundBegan(_))).unwrap_or(0);
        read.get(from..).unwrap_or_default()
    }

    fn log(&self) -> &[Event] {
        self.desk.log(&self.play)
    }

    /// Changes whenever something that a screen shows may have; never the same for two sessions.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Why the last command was refused, as a sentence; `None` once another was carried out.
    #[must_use]
    pub fn refusal(&self) -> Option<String> {
        self.desk.refusal.map(|refusal| self.told(refusal))
    }

    fn told(&self, refusal: Refusal) -> String {
        let at = &self.desk.shown.position;
        Teller::new(&self.words, self.game(), at, Some(self.seat())).refusal(refusal)
    }

    /// The opponent that is thinking, or is about to.
    #[must_use]
    pub fn thinking(&self) -> Option<PartyId> {
        self.minds.thinking()
    }

    /// Whether others act now, so that the person has to wait.
    #[must_use]
    pub fn busy(&self) -> bool {
        self.acts() && self.desk.blocked(&self.play)
    }

    /// Whether the person's government has fallen, so that they watch.
    #[must_use]
    pub fn watching(&self) -> bool {
        !self.desk.shown.position.acts(self.seat())
    }

    /// Whether the open page has been written to its end and is left by [`Self::proceed`].
    #[must_use]
    pub fn can_proceed(&self) -> bool {
        self.desk.next_page(&self.play).is_some()
    }

    /// Opponents that broke down; a safe pass was given in their place.
    #[must_use]
    pub fn broken(&self) -> PartySet {
        self.broken
    }

    /// Whether the last page is open, on which every secret is.
    #[must_use]
    pub fn over(&self) -> bool {
        self.door.is_none() && self.page() == Page::Result && self.play.is_over()
    }

    /// Begins to look back at the game, while its last page is open.
    #[must_use]
    pub fn debriefing(&self) -> Option<Debriefing> {
        self.over().then(|| Debriefing::of(&self.play, self.words.clone()))
    }

    /// Gives a command for the seat of the person at the screen. A refused one changes nothing; [`Self::refusal`] says why.
    pub fn send(&mut self, command: Command) {
        if self.door.is_some() {
            return;
        }
        let order = Order { by: Actor::Seat(self.seat()), seen: None, command };
        match self.play.give(order) {
            Ok(_) => {
                self.desk.refusal = None;
                self.staying = false;
                self.quiet_until = Some(Instant::now() + self.pace);
                self.take_in();
                // Whoever ends the talks knows that they are over.
                if self.page() == Page::Talks && self.desk.span.done {
                    self.proceed();
                }
                self.hand_over();
            }
            Err(refusal) => self.desk.refusal = Some(refusal),
        }
        self.touch();
    }

    /// Opens the next page, if the open one has been written to its end. Where others still have to decide which page comes next, it
    /// opens as soon as they have.
    pub fn proceed(&mut self) {
        if self.door.is_some() {
            return;
        }
        self.staying = false;
        self.desk.proceed(&self.play);
        self.settle();
        self.hand_over();
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
                None => {
                    self.broken = self.broken.with(decision.seat);
                    auto::broke_down(&mut self.play, decision.seat);
                }
            }
            self.take_in();
            self.hand_over();
            self.touch();
        }
        self.think();
        self.revision != before
    }

    /// Takes what has happened since onto the open page, if anybody looks at it.
    fn take_in(&mut self) {
        if self.door.is_none() {
            self.desk.take_in(&self.play);
            self.settle();
        }
    }

    /// Notes what the person at the screen has been shown.
    fn settle(&mut self) {
        self.play.show(self.desk.seat);
    }

    fn think(&mut self) {
        let open = matches!(self.page(), Page::Talks | Page::Measures) && !self.desk.span.done;
        // What is asked at Reckoning is answered while the votes are still being read, and while a person answers.
        let asked = self.play.view(self.seat()).position.asked.is_some();
        // Nobody reads at a door.
        if !(open || asked || self.door.is_some()) || self.minds.thinking().is_some() || self.quiet() {
            return;
        }
        let waiting = self.play.waiting_for();
        let Some(seat) = waiting.iter().find(|seat| self.minds.plays(*seat)) else { return };
        let pace = match self.play.view(seat).position.phase {
            // It has waited already while what was done could be taken back.
            _ if self.quiet_until.take().is_some() => Duration::ZERO,
            Phase::Measures => self.pace / 6,
            Phase::Reckoning if self.page() != Page::Decision => Duration::ZERO,
            _ if self.watching() => self.pace / 2,
            _ => self.pace,
        };
        self.play.show(seat);
        self.minds.begin(seat, self.play.game().clone(), self.play.view(seat).clone(), pace);
        self.touch();
    }

    /// Whether what a person has just done may still be taken back before an opponent looks up.
    fn quiet(&self) -> bool {
        self.quiet_until.is_some_and(|until| Instant::now() < until)
    }

    /// Whether the window has to look after the session again soon.
    #[must_use]
    pub fn restless(&self) -> bool {
        self.minds.thinking().is_some() || self.quiet_until.is_some()
    }

    fn touch(&mut self) {
        self.told.trouble &= self.trouble().is_some();
        self.revision = REVISIONS.fetch_add(1, Ordering::Relaxed);
    }
}
