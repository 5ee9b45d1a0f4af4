//! The same game from a moment on, with one order changed.
//!
//! Opponents decide anew, from their temper and what they then see. People do again what they did, where it is still possible and still means
//! the same; where it is not, they commit themselves to nothing. Chance is keyed, so it stays as it was. Where nothing is changed,
//! the same game comes out, event for event.

use std::collections::VecDeque;

use thiserror::Error;

use super::auto::{self, NoSuchOpponent, Opponents};
use super::{Match, ReplayError};
use crate::rules::command::{Actor, Ask, Command, Order};
use crate::rules::event::{Event, Offer};
use crate::rules::ids::{OfferId, PartyId, Round};
use crate::rules::legal::Refusal;
use crate::rules::position::{Phase, Position};
use crate::rules::record::Record;

/// Why there is no telling what would have come.
#[derive(Debug, Error)]
pub enum NoWhatIf {
    /// The entry is no order that stands.
    #[error("entry {}: no order stands there", .0 + 1)]
    NoOrder(usize),
    /// The other order was not possible then.
    #[error("this order was not possible then: {0}")]
    Refused(Refusal),
    /// The record does not play up to there.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// Nobody plays as the record says.
    #[error(transparent)]
    Opponent(#[from] NoSuchOpponent),
}

/// An order as it was given.
struct Given {
    order: Order,
    at: Moment,
    asked: Option<(PartyId, Ask)>,
}

/// When something was done, to the phase.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Moment(Round, u8);

impl Moment {
    fn of(at: &Position) -> Self {
        let phase = match at.phase {
            Phase::News => 0,
            Phase::Talks => 1,
            Phase::Measures => 2,
            Phase::Reckoning => 3,
            Phase::Over => 4,
        };
        Self(at.round, phase)
    }
}

/// Plays a match that is over again from one of its orders on, with another command in its place; with the same one where none is given.
///
/// # Errors
/// There is no such order, or the other one was not possible then, or the record does not play with this version.
pub fn what_if(played: &Match, entry: usize, other: Option<Command>) -> Result<Match, NoWhatIf> {
    let order = played.record.order(entry).filter(|_| played.orders().any(|(at, _)| at == entry));
    let order = order.cloned().ok_or(NoWhatIf::NoOrder(entry))?;
    let mut again = Match::replay(played.game.clone(), standing(played, entry))?;
    let mut minds = auto::seated(&again)?;
    match (other, order.by) {
        (None, Actor::Seat(seat)) if has_mind(&minds, seat) => decide(&mut again, &mut minds, seat),
        (other, by) => {
            let command = other.unwrap_or(order.command);
            again.give(Order { by, seen: None, command }).map_err(NoWhatIf::Refused)?;
        }
    }
    let mut rest = rest(played, entry);
    while !again.is_over() {
        let waiting = again.waiting_for();
        let Some(first) = waiting.iter().next() else { break };
        let now = Moment::of(&again.truth);
        // What belonged to a moment that is past is not done late.
        while rest.front().is_some_and(|next| next.at < now) {
            rest.pop_front();
        }
        match rest.pop_front_if(|next| next.at == now) {
            Some(Given { order: Order { by: Actor::Seat(seat), .. }, .. }) if has_mind(&minds, seat) => {
                if waiting.has(seat) {
                    decide(&mut again, &mut minds, seat);
                }
            }
            Some(given) => do_again(&mut again, played, given),
            None if has_mind(&minds, first) => decide(&mut again, &mut minds, first),
            None => auto::pass_safely(&mut again, first),
        }
    }
    Ok(again)
}

/// The record up to an order, without what was taken back.
fn standing(played: &Match, entry: usize) -> Record {
    let mut record = played.record.until(0);
    let before = played.orders().take_while(|(at, _)| *at < entry);
    record.entries = before.filter_map(|(at, _)| played.record.entries.get(at)).cloned().collect();
    for entry in &mut record.entries {
        // The marks of what was taken back and done again differ.
        entry.mark = None;
    }
    record
}

/// The orders after one, with what stood when they were given.
fn rest(played: &Match, entry: usize) -> VecDeque<Given> {
    let mut at = Position::new(&played.game);
    let mut folded = 0;
    let after = played.orders().map(|(number, from)| {
        for event in played.log.get(folded..from).unwrap_or_default() {
            at.apply(&played.game, event);
        }
        folded = from;
        let order = played.record.order(number).filter(|_| number > entry)?;
        Some(Given { order: order.clone(), at: Moment::of(&at), asked: at.asked })
    });
    after.flatten().collect()
}

fn has_mind(minds: &Opponents, seat: PartyId) -> bool {
    minds.0.get(seat.index()).is_some_and(Option::is_some)
}

fn decide(again: &mut Match, minds: &mut Opponents, seat: PartyId) {
    if let Some(mind) = minds.0.get_mut(seat.index()).and_then(Option::as_mut) {
        auto::act(again, mind.as_mut(), seat);
    }
}

/// What a person or the clock did, where it still means the same; else nothing that commits anyone.
fn do_again(again: &mut Match, played: &Match, given: Given) {
    let Order { by, mut command, .. } = given.order;
    if let Command::Propose { answers, .. } = &mut command {
        *answers = answers.filter(|id| same_offer(again, played, *id));
    }
    let means_the_same = match &command {
        Command::Accept(id) | Command::Withdraw(id) | Command::Decline { offer: id, .. } => {
            same_offer(again, played, *id)
        }
        Command::Answer(_) => again.truth.asked == given.asked,
        _ => true,
    };
    let done = means_the_same && again.give(Order { by, seen: None, command }).is_ok();
    if let Actor::Seat(seat) = by
        && !done
        && again.waiting_for().has(seat)
    {
        auto::pass_safely(again, seat);
    }
}

/// Whether an offer is now the one that it was in the game that was played.
fn same_offer(again: &Match, played: &Match, id: OfferId) -> bool {
    let was = played.log.iter().find_map(|event| match event {
        Event::Offered(offer) if offer.id == id => Some(offer),
        _ => None,
    });
    let key = |offer: &Offer| (offer.from, offer.proposal.clone());
    again.truth.offer(id).map(key) == was.map(key)
}
