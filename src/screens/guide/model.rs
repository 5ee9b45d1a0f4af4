//! Which hint of a level's guide is shown: the first whose moment it is and whose deed is not done.
//!
//! Hints go on by what the player does. Nothing is ever confirmed.

use crate::rules::event::{Event, OfferStatus};
use crate::rules::ids::{PartyId, Round};
use crate::rules::level::{Deed, Hint, Moment};
use crate::rules::package::Package;
use crate::screens::pacific::Drafted;
use crate::session::{Page, Session};
use crate::view::View;

/// Where a seat stands.
#[derive(Clone, Copy, Debug)]
pub struct Now<'a> {
    /// The page that is open.
    pub page: Page,
    /// Whether it has been written to its end.
    pub over: bool,
    /// What the seat knows.
    pub view: &'a View,
    /// What is drafted, if anything is.
    pub draft: Option<&'a Package>,
    /// Whether that would leave the seat less than no deal.
    pub worse: bool,
}

impl<'a> Now<'a> {
    /// Where whoever sits at the screen stands.
    #[must_use]
    pub fn of(session: &'a Session, drafted: &'a Drafted) -> Self {
        let (page, over) = (session.page(), session.can_proceed());
        Self { page, over, view: session.view(), draft: drafted.package.as_ref(), worse: drafted.worse }
    }

    fn seat(&self) -> PartyId {
        self.view.seat
    }

    fn is(&self, moment: Moment) -> bool {
        let talks = self.page == Page::Talks && !self.over;
        match moment {
            Moment::Brief => self.page == Page::Brief,
            Moment::News => self.page == Page::News,
            Moment::Talks => talks,
            Moment::Offer => talks && self.asked(),
            Moment::Refused => talks && self.refused(),
            Moment::Signed => talks && self.signed(),
            Moment::Worse => talks && self.worse,
            Moment::Closed => self.page == Page::Talks && self.over,
            Moment::Measures => self.page == Page::Measures,
            Moment::Votes => self.page == Page::Votes,
            Moment::Decision => self.page == Page::Decision,
            Moment::Reckoning => self.page == Page::Reckoning,
            Moment::Result => self.page == Page::Result,
        }
    }

    /// Whether an offer waits for this seat.
    fn asked(&self) -> bool {
        let seat = self.seat();
        let mut open = self.view.position.offers.iter().filter(|offer| offer.status == OfferStatus::Open);
        open.any(|offer| offer.proposal.parties.has(seat) && !offer.agreed.has(seat))
    }

    /// Whether this seat made the last offer that concerns it, and that was refused.
    fn refused(&self) -> bool {
        let seat = self.seat();
        let last = self.view.position.offers.iter().rev().find(|offer| offer.proposal.parties.has(seat));
        last.is_some_and(|offer| offer.from == seat && offer.status == OfferStatus::Declined)
    }

    fn signed(&self) -> bool {
        self.view.position.pacts.iter().any(|pact| pact.parties.has(self.seat()))
    }

    /// Whether a deed is done, as far as it shows. That a page was turned shows only to who saw it open.
    fn shows(&self, deed: Deed) -> bool {
        let seat = self.seat();
        let did = |what: fn(&Event, PartyId) -> bool| self.view.log.iter().any(|event| what(event, seat));
        match deed {
            Deed::Turned => false,
            Deed::Drafted(issue) => self.draft.is_some_and(|draft| draft.option(issue).is_some()),
            // Whoever offers something else has chosen, and is not asked again.
            Deed::Set(issue, option) => {
                self.draft.is_some_and(|draft| draft.option(issue) == Some(option))
                    || self.shows(Deed::Offered)
            }
            Deed::Offered => did(|event, seat| match event {
                Event::Offered(offer) => offer.from == seat,
                Event::Accepted { by, .. } => *by == seat,
                _ => false,
            }),
            Deed::Answered => did(|event, seat| match event {
                Event::Offered(offer) => offer.from == seat && offer.answers.is_some(),
                Event::Accepted { by, .. } | Event::Declined { by, .. } => *by == seat,
                _ => false,
            }),
            Deed::Signed => self.signed(),
        }
    }
}

/// What became of a hint.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Step {
    shown: bool,
    done: bool,
}

/// What became of the hints of a guide so far. It lies on the desk of whoever they are shown to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    steps: Vec<Step>,
    /// The page that was open last.
    page: Option<(Page, Round)>,
}

impl Progress {
    /// Takes in where the seat stands now; the place of the hint to show, if there is one.
    pub fn follow(&mut self, guide: &[Hint], now: &Now<'_>) -> Option<usize> {
        self.steps.resize(guide.len(), Step::default());
        let page = (now.page, now.view.position.round);
        let turned = self.page.replace(page).is_some_and(|last| last != page);
        for (hint, step) in guide.iter().zip(&mut self.steps) {
            step.done |= match hint.until {
                Deed::Turned => turned && step.shown,
                deed => now.shows(deed),
            };
        }
        let open = |(hint, step): (&Hint, &Step)| !step.done && now.is(hint.when);
        let at = guide.iter().zip(&self.steps).position(open)?;
        if let Some(step) = self.steps.get_mut(at) {
            step.shown = true;
        }
        Some(at)
    }
}
