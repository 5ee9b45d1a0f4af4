//! The course of a game: an order comes in, events come out.
//!
//! The referee holds the truth and the source of chance. It checks an order against what its giver
//! may know, and then lets the game run on until the next decision.

mod measures;
mod news;
mod pledges;
mod questions;
mod ratify;
mod reckon;
mod talks;
mod terms;
mod word;

pub use self::ratify::with_signed;
pub use self::terms::lapsing;

use crate::rules::chance::Chance;
use crate::rules::command::{Actor, Command, Order};
use crate::rules::event::{Amount, Entry, EntryCause, Event, SupportCause};
use crate::rules::game::Game;
use crate::rules::ids::{Centi, InterestId, IssueId, PartyId, PartySet, ResourceId};
use crate::rules::legal::{Refusal, check};
use crate::rules::level::Condition;
use crate::rules::position::{Phase, Position};
use crate::rules::rulebook::TalksOrder;

/// Runs a game.
pub struct Referee<'g> {
    game: &'g Game,
    chance: Chance,
    at: &'g mut Position,
    events: Vec<Event>,
}

/// Begins a game: the position before the first decision, and the events that led there.
#[must_use]
pub fn open(game: &Game, chance: Chance) -> (Position, Vec<Event>) {
    let mut at = Position::new(game);
    let mut referee = Referee { game, chance, at: &mut at, events: Vec::new() };
    referee.open();
    let events = referee.events;
    (at, events)
}

/// Carries out an order. `known` is the giver's own position and `seen` how many events its seat has
/// seen; both are ignored for the clock.
///
/// # Errors
/// Why the order is refused; the position has not changed.
pub fn step(
    game: &Game,
    chance: Chance,
    at: &mut Position,
    known: &Position,
    seen: u32,
    order: &Order,
) -> Result<Vec<Event>, Refusal> {
    match order.by {
        Actor::Clock => {
            let open = match at.phase {
                Phase::Talks | Phase::Measures => true,
                _ => at.asked.is_some(),
            };
            if order.command != Command::TimeUp || !open {
                return Err(Refusal::WrongPhase);
            }
        }
        Actor::Seat(seat) => {
            let stale = order.seen.is_some_and(|s| s != seen);
            if stale && game.rules.order == TalksOrder::AtOnce {
                return Err(Refusal::Stale);
            }
            check(game, known, seat, &order.command)?;
        }
    }
    let mut referee = Referee { game, chance, at, events: Vec::new() };
    match order.by {
        Actor::Clock => referee.time_up(),
        Actor::Seat(seat) => referee.obey(seat, &order.command),
    }
    Ok(referee.events)
}

impl Referee<'_> {
    fn emit(&mut self, event: Event) {
        self.at.apply(self.game, &event);
        self.events.push(event);
    }

    fn parties(&self) -> impl Iterator<Item = PartyId> + use<> {
        self.game.level.everyone().iter()
    }

    fn book(&mut self, party: PartyId, interest: InterestId, amount: Amount, cause: EntryCause) {
        if amount.units == 0 {
            return;
        }
        let round = self.at.round;
        self.emit(Event::Booked(Entry { party, interest, amount, cause, round }));
    }

    fn move_support(&mut self, party: PartyId, by: Centi, cause: SupportCause) {
        let now = (self.at.support[party] + by).clamp(0, 10_000);
        if self.game.rules.on.events && now != self.at.support[party] {
            self.emit(Event::SupportMoved { party, now, cause });
        }
    }

    fn move_trust(&mut self, of: PartyId, towards: PartyId, by: i64) {
        let now = (self.at.trust[of][towards] + by).clamp(0, 100);
        if now != self.at.trust[of][towards] {
            self.emit(Event::TrustMoved { of, towards, now });
        }
    }

    fn move_capital(&mut self, party: PartyId, by: i64) {
        if by != 0 {
            let now = (self.at.capital[party] + by).max(0);
            self.emit(Event::CapitalMoved { party, now });
        }
    }
}

/// What a resource is supplied with under the options in force, in hundredths.
#[must_use]
pub fn supply(game: &Game, at: &Position, id: ResourceId) -> Centi {
    let resource = game.level.resource(id);
    let agreed: Centi = resource
        .supply
        .iter()
        .map(|(issue, by_option)| by_option.get(at.option(*issue).index()).copied().unwrap_or(0))
        .sum();
    let joint = resource.joint.as_ref().map_or(0, |joint| {
        let supply = joint.supply.get(at.option(joint.issue).index()).copied().unwrap_or(0);
        if at.since[joint.issue.index()].until(at.round) >= joint.lead { supply } else { 0 }
    });
    resource.other_supply + at.stocks[id.index()].capacity + agreed + joint
}

/// What a split of the credit is worth to a signatory: its share above an even one, of the standing
/// that the issues changed for the first time carry. The shares sum to nothing.
#[must_use]
pub fn credit(game: &Game, parties: PartySet, split: &[i64], party: PartyId, news: &[IssueId]) -> Amount {
    let count = i64::try_from(parties.len().max(1)).unwrap_or(1);
    let share = split.get(party.index()).copied().unwrap_or(0);
    let weight: i64 = news.iter().map(|issue| game.level.issue(*issue).headline).sum();
    Amount { units: weight, times: share * count - 100, over: 100 * count }
}

/// Whether all conditions hold in a position.
#[must_use]
pub fn conditions_hold(at: &Position, when: &[Condition]) -> bool {
    when.iter().all(|condition| match condition {
        Condition::InForce(issue, options) => options.contains(&at.option(*issue)),
        Condition::Pact(parties) => at.stands(*parties),
        Condition::NoPact(parties) => !at.stands(*parties),
        Condition::Happened(id) => at.happened.contains(id),
        Condition::NotHappened(id) => !at.happened.contains(id),
    })
}
