//! A record told deed by deed, as far as its reader may know.
//!
//! - While the game of the record is not over, its reader is one seat, and two records that this seat cannot tell apart are told alike: what
//!   it saw nothing of is no moment, and what another took back never was.
//! - Once it is over everything is told, what was taken back as well.

use super::{Match, Replay, ReplayError};
use crate::rules::command::Actor;
use crate::rules::event::Event;
use crate::rules::ids::PartyId;
use crate::rules::record::{Deed, Record};

/// What a reader learns of a record.
#[derive(Clone, Debug)]
pub struct Retelling {
    /// What happened before anybody did anything.
    pub opening: Vec<Event>,
    /// What happened then.
    pub moments: Vec<Moment>,
}

/// One thing that was done.
#[derive(Clone, Debug)]
pub struct Moment {
    /// How many entries the record had then.
    pub entries: usize,
    /// What was done.
    pub what: Done,
}

/// What was done.
#[derive(Clone, Debug)]
pub enum Done {
    /// An order, and what came of it.
    Order(Vec<Event>),
    /// A party took back its last order.
    TakenBack {
        /// Which.
        by: PartyId,
        /// How many of the events told so far still stand.
        standing: usize,
    },
    /// The computer opponent of this party broke down.
    BrokeDown(PartyId),
}

impl Retelling {
    /// What a seat may learn of a record; without a seat, everything. Ask [`Replay::open_to`] and [`Replay::is_over`] first whether that may
    /// be shown.
    ///
    /// # Errors
    /// Why it cannot be played.
    pub fn of(whole: &Replay, reader: Option<PartyId>) -> Result<Self, ReplayError> {
        let (record, open) = (whole.record(), whole.is_over());
        let known = known(record, reader, open)?;
        let mut told = record.until(0);
        told.entries = known.iter().filter_map(|at| record.entries.get(*at)).cloned().collect();
        let mut replay = Replay::of(whole.now().game().clone(), told)?;
        replay.go(0);
        let log = |at: &Match| match reader {
            Some(seat) => at.view(seat).log.clone(),
            None => at.log().to_vec(),
        };
        let opening = log(replay.now());
        let mut seen = opening.len();
        let mut moments = Vec::new();
        for (step, at) in known.iter().enumerate() {
            replay.go(step + 1);
            let now = log(replay.now());
            let what = match record.entries.get(*at).map(|entry| &entry.deed) {
                Some(Deed::Order(_)) => Done::Order(now.get(seen..).unwrap_or_default().to_vec()),
                Some(Deed::TakenBack(by)) => Done::TakenBack { by: *by, standing: now.len() },
                Some(Deed::BrokeDown(party)) => Done::BrokeDown(*party),
                None => continue,
            };
            seen = now.len();
            let hidden = !open && matches!(&what, Done::Order(events) if events.is_empty());
            if !hidden {
                moments.push(Moment { entries: at + 1, what });
            }
        }
        Ok(Self { opening, moments })
    }
}

/// The entries that a reader may know of at all.
fn known(record: &Record, reader: Option<PartyId>, open: bool) -> Result<Vec<usize>, ReplayError> {
    let standing = record.standing().map_err(|entry| ReplayError::TakesBack { entry })?;
    let may = |at: &usize| match record.entries.get(*at).map(|entry| &entry.deed) {
        Some(Deed::Order(order)) => {
            let own = matches!(order.by, Actor::Seat(seat) if Some(seat) == reader);
            open || own || standing.binary_search(at).is_ok()
        }
        Some(Deed::TakenBack(seat)) => open || Some(*seat) == reader,
        Some(Deed::BrokeDown(_)) => true,
        None => false,
    };
    Ok((0..record.entries.len()).filter(may).collect())
}
