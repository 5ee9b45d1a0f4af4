//! What one person has before them: the page that is open, and what they know up to it.

use std::any::Any;

use super::page::{Page, Span};
use crate::play::Match;
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::PartyId;
use crate::rules::legal::Refusal;
use crate::view::View;

/// A person's place at the screen.
pub(super) struct Desk {
    pub(super) seat: PartyId,
    pub(super) span: Span,
    /// What the person knew when the open page began.
    pub(super) before: View,
    /// What the person knows up to the open page.
    pub(super) shown: View,
    pub(super) refusal: Option<Refusal>,
    /// The page is to be turned as soon as it can be.
    pub(super) turning: bool,
    /// What screens have left here, such as a draft: one thing of each kind.
    pub(super) left: Vec<Box<dyn Any + Send + Sync>>,
}

impl Desk {
    /// The desk of a person who has not read anything yet.
    pub(super) fn new(play: &Match, seat: PartyId) -> Self {
        let span = Span::brief(&play.view(seat).log);
        let view = View::new(play.game(), seat);
        let mut desk = Self {
            seat,
            span,
            before: view.clone(),
            shown: view,
            refusal: None,
            turning: false,
            left: Vec::new(),
        };
        desk.shown = desk.folded(play, span.to);
        desk
    }

    /// The desk of a person who takes a game up again: on the page on which they last did something, so that what came of it is read
    /// once more rather than missed.
    pub(super) fn resumed(play: &Match, seat: PartyId) -> Self {
        let mut desk = Self::new(play, seat);
        let Some(acted) = play.seen_when_last_acting(seat) else { return desk };
        while desk.span.to <= acted
            && let Some(next) = desk.next_page(play)
        {
            desk.turn_to(play, next);
        }
        desk
    }

    pub(super) fn log<'a>(&self, play: &'a Match) -> &'a [Event] {
        &play.view(self.seat).log
    }

    pub(super) fn next_page(&self, play: &Match) -> Option<Span> {
        self.span.next(self.log(play), self.seat)
    }

    /// Whether nothing can be read or done here before others have acted.
    pub(super) fn blocked(&self, play: &Match) -> bool {
        let acts = matches!(self.span.page, Page::Talks | Page::Measures | Page::Decision);
        self.next_page(play).is_none()
            && self.span.page != Page::Result
            && !(acts && play.waiting_for().has(self.seat))
    }

    /// Opens the next page, if the open one has been written to its end. Where others still have to decide which page comes next, it
    /// opens as soon as they have.
    pub(super) fn proceed(&mut self, play: &Match) {
        let Some(next) = self.next_page(play) else {
            self.turning = self.span.done && self.span.page != Page::Result;
            return;
        };
        self.turn_to(play, next);
    }

    fn turn_to(&mut self, play: &Match, next: Span) {
        self.turning = false;
        self.span = next;
        self.refusal = None;
        self.before = self.folded(play, next.from);
        self.shown = self.folded(play, next.to);
    }

    /// Takes what has happened since onto the open page.
    pub(super) fn take_in(&mut self, play: &Match) {
        let log = self.log(play);
        let span = self.span.grown(log);
        for event in log.get(self.span.to..span.to).unwrap_or_default() {
            self.shown.fold(play.game(), event);
        }
        self.span = span;
        // Picking is secret until all have picked; then there is nothing on this page to stay for. The same goes for a decision that is
        // made.
        if self.turning || (matches!(span.page, Page::Measures | Page::Decision) && span.done) {
            self.proceed(play);
        }
    }

    /// Takes from the open page what was taken back.
    pub(super) fn step_back(&mut self, play: &Match) {
        self.span = self.span.grown(self.log(play));
        self.shown = self.folded(play, self.span.to);
        self.refusal = None;
        self.turning = false;
    }

    fn folded(&self, play: &Match, to: usize) -> View {
        let game: &Game = play.game();
        let mut view = View::new(game, self.seat);
        for event in self.log(play).get(..to).unwrap_or_default() {
            view.fold(game, event);
        }
        view
    }
}
