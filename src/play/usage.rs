//! How often each part of the full rule book was used, over many games.

use serde::Serialize;

use crate::rules::command::{Answer, Ask};
use crate::rules::event::{Event, LapseCause, ObligationStatus, ThreatEnd};

/// Shares of games, 0 to 1, in which each of these happened at least once.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Usage {
    /// A threat was made.
    pub threats_made: f64,
    /// A threat was met.
    pub threats_met: f64,
    /// A threat was carried out.
    pub threats_carried_out: f64,
    /// A threat was backed down from.
    pub threats_backed_down: f64,
    /// A third party mediated.
    pub threats_mediated: f64,
    /// A promise was made that fell due before the end.
    pub promises_made: f64,
    /// A promise was kept.
    pub promises_kept: f64,
    /// A promise was put off.
    pub promises_delayed: f64,
    /// A promise was broken by choice.
    pub promises_broken: f64,
    /// A promise could not be delivered.
    pub promises_failed: f64,
    /// A party withdrew its side after a breach.
    pub snap_backs: f64,
    /// A project was placed.
    pub projects_placed: f64,
    /// A party objected to a project, or blocked it.
    pub objections: f64,
    /// An objection was overruled.
    pub overruled: f64,
    /// A pact with a clause came into force.
    pub conditions: f64,
    /// A term took effect because its condition was met.
    pub took_effect: f64,
    /// A term lapsed by a clause.
    pub lapsed: f64,
}

/// What was counted: games, in the order of the fields of [`Usage`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Used([u32; 17]);

impl Used {
    /// Counts one game.
    pub(super) fn count(&mut self, log: &[Event]) {
        let mut seen = [false; 17];
        for place in log.iter().filter_map(place) {
            seen[place] = true;
        }
        for (count, seen) in self.0.iter_mut().zip(seen) {
            *count += u32::from(seen);
        }
    }

    /// The shares of so many games.
    pub(super) fn shares(&self, games: u32) -> Usage {
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q] =
            self.0.map(|count| f64::from(count) / f64::from(games.max(1)));
        Usage {
            threats_made: a,
            threats_met: b,
            threats_carried_out: c,
            threats_backed_down: d,
            threats_mediated: e,
            promises_made: f,
            promises_kept: g,
            promises_delayed: h,
            promises_broken: i,
            promises_failed: j,
            snap_backs: k,
            projects_placed: l,
            objections: m,
            overruled: n,
            conditions: o,
            took_effect: p,
            lapsed: q,
        }
    }
}

/// What an event counts as.
fn place(event: &Event) -> Option<usize> {
    Some(match event {
        Event::Threatened(_) => 0,
        Event::ThreatEnded { end: ThreatEnd::Met, .. } => 1,
        Event::ThreatEnded { end: ThreatEnd::CarriedOut, .. } => 2,
        Event::ThreatEnded { end: ThreatEnd::BackedDown, .. } => 3,
        Event::Mediated { .. } => 4,
        Event::Promised(_) => 5,
        Event::Delivered { status: ObligationStatus::Kept, .. } => 6,
        Event::Delivered { status: ObligationStatus::Delayed, .. } => 7,
        Event::Delivered { status: ObligationStatus::Broken, .. } => 8,
        Event::Delivered { status: ObligationStatus::Failed, .. } => 9,
        Event::Lapsed { cause: LapseCause::SnapBack(_), .. } => 10,
        Event::Placed { .. } => 11,
        Event::Answered { ask: Ask::Object(..), answer: Answer::Yes, .. } => 12,
        Event::Answered { ask: Ask::Overrule(..), answer: Answer::Yes, .. } => 13,
        Event::InForce { package, .. } if !package.clauses().is_empty() => 14,
        Event::TookEffect { .. } => 15,
        Event::Lapsed { cause: LapseCause::Condition | LapseCause::Sunset, .. } => 16,
        _ => return None,
    })
}
