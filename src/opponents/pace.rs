//! How late the others concede: what each has asked for so far, held against the ways in which it may.
//!
//! Nobody tells this of itself, so all ways are as likely at first. What a party asks for at a time speaks for the curves that lie near it.

use super::aspiration::{curve, time_with};
use super::belief::{Belief, exp};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, PartySet, Points};
use crate::rules::package::Package;
use crate::rules::projection::Row;
use crate::view::View;

/// Ways to concede: exponents of time, in thousandths.
pub(super) const PACES: [i64; 6] = [250, 600, 1000, 2000, 4000, 9000];

/// How far what is asked for may lie from a curve, as a share of what could be gained.
const SPREAD: f64 = 0.12;

/// How likely each way is for a party; they sum to 1.
pub(super) type Pace = [f64; PACES.len()];

/// How likely each way to concede is for a party, by what it has put to the seat of a view. `most` is what it could gain with some partners.
pub(super) fn pace(
    game: &Game,
    view: &View,
    belief: &Belief,
    party: PartyId,
    mut most: impl FnMut(PartySet) -> Points,
) -> Pace {
    let plain = view.standpoint(game);
    let standpoint = match view.position.mandates[party] {
        None if game.rules.on.mandates => plain.supposing(party, belief.likeliest(party)),
        _ => plain,
    };
    let no_deal = standpoint.no_deal()[party.index()];
    let mut misses = [0.0; PACES.len()];
    let mut known: Vec<&Package> = Vec::new();
    for event in &view.log {
        let Event::Offered(offer) = event else { continue };
        let (parties, package) = (offer.proposal.parties, &offer.proposal.package);
        if offer.from != party || known.contains(&package) {
            continue;
        }
        known.push(package);
        let most = most(parties);
        if most <= 0 {
            continue;
        }
        let row = |issue| package.option(issue).map_or(Row::Alone, Row::Set);
        let total = standpoint.projecting(parties, package).total(&standpoint.percent, &row)[party.index()];
        let share = float(total - no_deal) / float(most);
        let (time, _) = time_with(game, offer.made, parties);
        for (miss, steepness) in misses.iter_mut().zip(PACES) {
            let off = (share.clamp(-0.5, 1.2) - float(1000 - curve(time, steepness)) / 1000.0) / SPREAD;
            *miss += off * off / 2.0;
        }
    }
    let least = misses.iter().copied().fold(f64::MAX, f64::min);
    // None is ruled out for good: a party may change its mind.
    let odds = misses.map(|miss| exp(least - miss) + 0.02);
    let all: f64 = odds.iter().sum();
    odds.map(|odds| odds / all)
}

/// The way that a number below a million draws.
pub(super) fn drawn(pace: &Pace, millionth: u64) -> i64 {
    let mut left = f64::from(u32::try_from(millionth.min(999_999)).unwrap_or(0)) / 1_000_000.0;
    for (odds, steepness) in pace.iter().zip(PACES) {
        if left < *odds {
            return steepness;
        }
        left -= odds;
    }
    PACES[PACES.len() - 1]
}

#[expect(
    clippy::cast_precision_loss,
    reason = "scores that count are far smaller than what a float holds exactly"
)]
fn float(points: Points) -> f64 {
    points as f64
}
