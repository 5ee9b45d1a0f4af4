//! What the events of a page changed, with before, after and cause.

use crate::rules::event::{Entry, EntryCause, Event, SupportCause};
use crate::rules::game::Game;
use crate::rules::ids::{Centi, HappeningId, IssueId, OptionId, PactId, PartyId, PartySet, ResourceId};
use crate::screens::wording::list;
use crate::view::View;
use crate::words::tell::Teller;
use crate::words::{Words, nested};

/// A change of home support.
#[derive(Clone, Copy, Debug)]
pub struct SupportChange {
    /// Whose.
    pub party: PartyId,
    /// By how much, in hundredths.
    pub by: Centi,
    /// Why.
    pub cause: SupportCause,
}

/// A change of trust.
#[derive(Clone, Copy, Debug)]
pub struct TrustChange {
    /// Whose.
    pub of: PartyId,
    /// In whom.
    pub towards: PartyId,
    /// What it was.
    pub was: i64,
    /// What it is.
    pub now: i64,
}

/// A change of an issue outside a pact.
#[derive(Clone, Copy, Debug)]
pub struct Move {
    /// Which.
    pub issue: IssueId,
    /// What was in force.
    pub was: OptionId,
    /// What is in force.
    pub now: OptionId,
    /// Who moved it; `None` for the schedule.
    pub by: Option<PartyId>,
}

/// What some events changed.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// Events of the level, in order.
    pub happened: Vec<HappeningId>,
    /// Home support.
    pub support: Vec<SupportChange>,
    /// Trust.
    pub trust: Vec<TrustChange>,
    /// Issues.
    pub moves: Vec<Move>,
    /// Points booked.
    pub booked: Vec<Entry>,
    /// Governments that fell.
    pub collapsed: Vec<PartyId>,
    /// Resources that ran short.
    pub short: Vec<ResourceId>,
}

impl Changes {
    /// What these events changed, from what a seat knew before them.
    #[must_use]
    pub fn of(game: &Game, before: &View, events: &[Event]) -> Self {
        let mut view = before.clone();
        let mut changes = Self::default();
        for event in events {
            changes.take(&view, event);
            view.fold(game, event);
        }
        changes
    }

    fn take(&mut self, view: &View, event: &Event) {
        let at = &view.position;
        match *event {
            Event::Happened(id) => self.happened.push(id),
            Event::SupportMoved { party, now, cause } => {
                self.support.push(SupportChange { party, by: now - at.support[party], cause });
            }
            Event::TrustMoved { of, towards, now } => {
                // Two moves of the same are one.
                match self.trust.iter_mut().find(|moved| (moved.of, moved.towards) == (of, towards)) {
                    Some(moved) => moved.now = now,
                    None => self.trust.push(TrustChange { of, towards, was: at.trust[of][towards], now }),
                }
            }
            Event::IssueMoved { issue, option, by } => {
                self.moves.push(Move { issue, was: at.option(issue), now: option, by });
            }
            Event::Booked(entry) => self.booked.push(entry),
            Event::Collapsed(party) => self.collapsed.push(party),
            Event::StockMoved { resource, short: true, .. } => self.short.push(resource),
            _ => {}
        }
    }
}

/// The parties of a pact, and its headline.
#[must_use]
pub fn pact_name(words: &Words, game: &Game, view: &View, id: PactId) -> String {
    let Some(pact) = view.position.pact(id) else { return String::new() };
    match pact.communique.headline.and_then(|id| game.level.headline(id)) {
        Some(headline) => words.text("pact-named", &[("headline", nested(&headline.text).into())]),
        None => words.text("pact-between", &[("parties", parties(words, game, pact.parties).into())]),
    }
}

/// Names in a row.
#[must_use]
pub fn parties(words: &Words, game: &Game, set: PartySet) -> String {
    let names: Vec<String> = set.iter().map(|p| game.level.parties[p].name.clone()).collect();
    list(words, &names)
}

/// Why home support moved.
#[must_use]
pub fn support_cause(words: &Words, game: &Game, view: &View, cause: SupportCause) -> String {
    match cause {
        SupportCause::Happening(id) => game.level.happening(id).headline.clone(),
        SupportCause::Ratified(id) => {
            words.text("cause-ratified", &[("pact", pact_name(words, game, view, id).into())])
        }
        SupportCause::Failed(id) => {
            words.text("cause-failed", &[("pact", pact_name(words, game, view, id).into())])
        }
        SupportCause::Backing(issue) => {
            words.text("cause-backing", &[("issue", (&game.level.issue(issue).name).into())])
        }
        SupportCause::Shortage(id) => {
            words.text("cause-shortage", &[("resource", (&game.level.resource(id).name).into())])
        }
        SupportCause::Drift => words.get("cause-drift"),
    }
}

/// Why points were booked.
#[must_use]
pub fn entry_cause(words: &Words, game: &Game, view: &View, cause: EntryCause) -> String {
    match cause {
        EntryCause::Happening(id) => game.level.happening(id).headline.clone(),
        EntryCause::Flow(issue, option) => words.text(
            "cause-flow",
            &[
                ("issue", (&game.level.issue(issue).name).into()),
                ("option", (&game.level.choice(issue, option).name).into()),
            ],
        ),
        EntryCause::Shortage(id) => {
            words.text("cause-shortage", &[("resource", (&game.level.resource(id).name).into())])
        }
        EntryCause::FailedVote(id) => {
            words.text("cause-failed", &[("pact", pact_name(words, game, view, id).into())])
        }
        EntryCause::Collapse => words.get("cause-collapse"),
        EntryCause::Credit(id) => {
            words.text("cause-credit", &[("pact", pact_name(words, game, view, id).into())])
        }
        EntryCause::Project(..)
        | EntryCause::Cash(_)
        | EntryCause::Breach(..)
        | EntryCause::Undelivered(..)
        | EntryCause::CarriedOut(_)
        | EntryCause::BackedDown(_)
        | EntryCause::GaveIn(_)
        | EntryCause::Mediation(_) => {
            Teller::new(words, game, &view.position, Some(view.seat)).entry_cause(cause)
        }
    }
}
