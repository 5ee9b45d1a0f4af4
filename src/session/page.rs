//! The pages that a match is read in: a cut through the events that a seat has seen.
//!
//! Invariants: pages follow the log without gaps and in order; whoever turns them sees every event once.
//! Where the log has not come to the end of a page yet, that page is still being written.
//! A decision is the one exception: it opens while the Reckoning is still being written, and the Reckoning then tells all of it.

use crate::rules::event::Event;
use crate::rules::ids::PartyId;

/// What the window shows of a match.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Page {
    /// The role brief, before the first round.
    #[default]
    Brief,
    /// What happened at the start of a round.
    News,
    /// The talks.
    Talks,
    /// Parties pick what they do alone.
    Measures,
    /// The chambers vote.
    Votes,
    /// The Reckoning waits for what somebody is asked.
    Decision,
    /// What took effect.
    Reckoning,
    /// The game is over.
    Result,
}

/// A page and the events on it, counted in the log of a seat: from the first on it to the first after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Span {
    /// What the page shows.
    pub page: Page,
    /// Its first event.
    pub from: usize,
    /// The event after its last.
    pub to: usize,
    /// Whether the log goes on after it, so that it can be left.
    pub done: bool,
}

impl Span {
    /// The brief: everything up to the first talks, none of it read yet.
    #[must_use]
    pub fn brief(log: &[Event]) -> Self {
        let to = log.iter().position(|e| *e == Event::TalksBegan).map_or(log.len(), |at| at + 1);
        Self { page: Page::Brief, from: 0, to, done: true }
    }

    /// The page after this one as `seat` reads it; `None` while this one is still being written, or while it is open which comes next.
    #[must_use]
    pub fn next(self, log: &[Event], seat: PartyId) -> Option<Self> {
        match self.page {
            Page::Brief => {
                let from = log.iter().position(|e| matches!(e, Event::RoundBegan(_)))?;
                Some(Self::news(log, from))
            }
            _ if !self.done => None,
            Page::News => Some(Self::talks(log, self.to)),
            Page::Result => None,
            Page::Decision => Self::after_talks(log, self.from, seat),
            _ => Self::after_talks(log, self.to, seat),
        }
    }

    /// The same page with what has happened since.
    #[must_use]
    pub fn grown(self, log: &[Event]) -> Self {
        match self.page {
            Page::Talks => Self::talks(log, self.from),
            Page::Measures => Self::measures(log, self.from),
            Page::Decision => Self::decision(log, self.from),
            _ => self,
        }
    }

    fn news(log: &[Event], from: usize) -> Self {
        let to = end(log, from, |event| *event != Event::TalksBegan);
        // The beginning of the talks is the last line of the news.
        let done = to < log.len();
        Self { page: Page::News, from, to: (to + 1).min(log.len()), done }
    }

    fn talks(log: &[Event], from: usize) -> Self {
        let to = end(log, from, of_talks);
        Self { page: Page::Talks, from, to, done: to < log.len() }
    }

    fn measures(log: &[Event], from: usize) -> Self {
        let picking = |e: &Event| matches!(e, Event::MeasuresBegan | Event::MeasurePicked { .. });
        let to = end(log, from, picking);
        Self { page: Page::Measures, from, to, done: to < log.len() }
    }

    /// The Reckoning as far as it is written.
    fn decision(log: &[Event], from: usize) -> Self {
        let over = end(log, from, |event| !matches!(event, Event::RoundEnded(_)));
        Self { page: Page::Decision, from, to: over, done: over < log.len() }
    }

    fn after_talks(log: &[Event], from: usize, seat: PartyId) -> Option<Self> {
        // Where nothing has come yet, it is open what comes: the result opens all secrets, and only the end of the game opens it.
        match log.get(from)? {
            Event::Ended => Some(Self { page: Page::Result, from, to: log.len(), done: false }),
            Event::RoundBegan(_) => Some(Self::news(log, from)),
            Event::MeasuresBegan => Some(Self::measures(log, from)),
            _ => {
                let over = end(log, from, |event| !matches!(event, Event::RoundEnded(_)));
                let last_vote = log.get(from..over).unwrap_or_default().iter().rposition(voted);
                if let Some(at) = last_vote {
                    return Some(Self { page: Page::Votes, from, to: from + at + 1, done: true });
                }
                if over < log.len() {
                    return Some(Self { page: Page::Reckoning, from, to: over + 1, done: true });
                }
                let asked = matches!(log.last(), Some(Event::Asked { party, .. }) if *party == seat);
                asked.then(|| Self::decision(log, from))
            }
        }
    }
}

fn voted(event: &Event) -> bool {
    matches!(event, Event::Voted(_))
}

fn of_talks(event: &Event) -> bool {
    matches!(
        event,
        Event::Turn(_)
            | Event::Offered(_)
            | Event::Accepted { .. }
            | Event::Declined { .. }
            | Event::Withdrawn(_)
            | Event::Expired(_)
            | Event::Spoke { .. }
            | Event::Passed(_)
            | Event::Signed(_)
            | Event::CapitalMoved { .. }
    )
}

/// The first place from `from` on whose event does not belong; the end of the log if all do.
fn end(log: &[Event], from: usize, belongs: impl Fn(&Event) -> bool) -> usize {
    log.iter().skip(from).position(|event| !belongs(event)).map_or(log.len(), |at| from + at)
}
