//! A match: the truth, a view for each seat, and the record, kept in step.
//!
//! Only the front ends drive a match. Everything that it shows goes through a seat's view.

pub mod auto;
mod back;
pub mod contained;
mod ledger;
pub mod replay;
pub mod retelling;
pub mod simulate;
pub mod statistics;
pub mod summary;
pub mod tournament;
pub mod usage;
mod what_if;
pub mod why;
pub mod yardstick;

use std::sync::Arc;

use self::ledger::{Digest, Keeper};
pub use self::replay::{Replay, ReplayError};
pub use self::retelling::Retelling;
pub use self::summary::Summary;
pub use self::what_if::{NoWhatIf, what_if};
use crate::rules::chance::Chance;
use crate::rules::command::{Actor, Command, Order};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, MAX_PARTIES, PartyId, PartySet, Points};
use crate::rules::legal::Refusal;
use crate::rules::position::{Phase, Position};
use crate::rules::record::{Deed, Record, Seat};
use crate::rules::referee;
use crate::rules::rulebook::TalksOrder;
use crate::rules::standpoint::Standpoint;
use crate::view::View;

/// A game being played.
#[derive(Clone)]
pub struct Match {
    game: Arc<Game>,
    chance: Chance,
    truth: Position,
    views: ByParty<View>,
    log: Vec<Event>,
    record: Record,
    /// The orders that stand, in order.
    standing: Vec<Standing>,
    /// How many events whoever plays a seat has been shown.
    shown: ByParty<u32>,
    digest: Option<Digest>,
    keeper: Keeper,
}

/// An order that stands.
#[derive(Clone, Copy)]
struct Standing {
    /// Its entry in the record.
    entry: usize,
    /// Its first event in the log.
    from: usize,
    /// How many events each seat had seen before it, in the order of the parties.
    seen: [u32; MAX_PARTIES],
}

impl Match {
    /// Begins a match in which it is not said who plays.
    #[must_use]
    pub fn new(game: Arc<Game>, seed: u64) -> Self {
        let seats = game.by_party(|_| Seat::Open);
        Self::begin(game, seed, seats)
    }

    /// Begins a match.
    #[must_use]
    pub fn begin(game: Arc<Game>, seed: u64, seats: ByParty<Seat>) -> Self {
        let record = Record::new(&game, seed, seats);
        Self::with_record(game, record)
    }

    /// A match at its first decision, whatever the record says was done.
    fn with_record(game: Arc<Game>, record: Record) -> Self {
        let chance = Chance::new(record.head.seed);
        let (truth, events) = referee::open(&game, chance);
        let mut views = game.by_party(|seat| View::new(&game, seat));
        for view in &mut views.0 {
            for event in &events {
                view.fold(&game, event);
            }
        }
        Self {
            shown: game.by_party(|_| 0),
            game,
            chance,
            truth,
            views,
            log: events,
            record,
            standing: Vec::new(),
            digest: None,
            keeper: Keeper::default(),
        }
    }

    /// Carries out an order, and returns the events that followed. Where the match is kept, the order is written down before.
    ///
    /// # Errors
    /// Why it is refused; nothing has changed.
    pub fn give(&mut self, order: Order) -> Result<&[Event], Refusal> {
        let from = self.carry_out(&order)?;
        self.enter(Deed::Order(order));
        self.milestone(from);
        Ok(&self.log[from..])
    }

    /// Carries out an order that the next entry of the record will hold, and returns the place of its first event.
    fn carry_out(&mut self, order: &Order) -> Result<usize, Refusal> {
        // The clock knows what everyone knows, which is nothing that it needs.
        let seat = match order.by {
            Actor::Seat(seat) if seat.index() >= self.views.len() => return Err(Refusal::Unknown),
            Actor::Seat(seat) => seat,
            Actor::Clock => PartyId(0),
        };
        let view = &self.views[seat];
        let events =
            referee::step(&self.game, self.chance, &mut self.truth, &view.position, view.seen(), order)?;
        let mut seen = [0; MAX_PARTIES];
        for (view, seen) in self.views.0.iter_mut().zip(&mut seen) {
            *seen = view.seen();
            for event in &events {
                view.fold(&self.game, event);
            }
        }
        let from = self.log.len();
        self.log.extend(events);
        self.digest(from);
        self.standing.push(Standing { entry: self.record.entries.len(), from, seen });
        Ok(from)
    }

    /// Carries out a command of a seat that has seen everything it may.
    ///
    /// # Errors
    /// Why it is refused; nothing has changed.
    pub fn command(&mut self, seat: PartyId, command: Command) -> Result<&[Event], Refusal> {
        self.give(Order { by: Actor::Seat(seat), seen: None, command })
    }

    /// The level under its rule book.
    #[must_use]
    pub fn game(&self) -> &Arc<Game> {
        &self.game
    }

    /// What a seat may know.
    #[must_use]
    pub fn view(&self, seat: PartyId) -> &View {
        &self.views[seat]
    }

    /// Everything that has happened. It holds every secret.
    #[must_use]
    pub fn log(&self) -> &[Event] {
        &self.log
    }

    /// The truth, for results and debriefs. It holds every secret.
    #[must_use]
    pub fn truth(&self) -> &Position {
        &self.truth
    }

    /// The record so far. It holds every secret.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The seed of an opponent's own temper.
    #[must_use]
    pub fn temper(&self, party: PartyId) -> u64 {
        self.chance.temper(party)
    }

    /// The orders that stand: the entry of the record that each is, and the place of its first event in the log.
    pub fn orders(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.standing.iter().map(|order| (order.entry, order.from))
    }

    /// Whether the game is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.truth.phase == Phase::Over
    }

    /// The parties that have something to decide now.
    #[must_use]
    pub fn waiting_for(&self) -> PartySet {
        let at = &self.truth;
        let acting = self.game.level.everyone().minus(at.collapsed);
        match at.phase {
            Phase::Talks if self.game.rules.order == TalksOrder::InTurn => {
                at.turn.into_iter().collect::<PartySet>().both(acting)
            }
            Phase::Talks => acting.minus(at.passed),
            Phase::Measures => acting.minus(at.picked),
            Phase::Reckoning => at.asked.map(|(party, _)| party).into_iter().collect(),
            _ => PartySet::NONE,
        }
    }

    /// The same match, had this happened in it: for tests of what may be known.
    #[cfg(all(test, feature = "window"))]
    pub(crate) fn supposing(&self, log: Vec<Event>) -> Self {
        let game = &self.game;
        let mut other = self.clone();
        other.truth = Position::new(game);
        other.views = game.by_party(|seat| View::new(game, seat));
        for event in &log {
            other.truth.apply(game, event);
            other.views.0.iter_mut().for_each(|view| view.fold(game, event));
        }
        other.standing.clear();
        other.log = log;
        other
    }

    /// Every party's score: final when the game is over, else what it would have if nothing more came into force.
    #[must_use]
    pub fn scores(&self) -> [Points; 4] {
        Standpoint::in_force(&self.game, &self.truth).no_deal()
    }

    /// Every party's no-deal value at the first decision.
    #[must_use]
    pub fn no_deal_at_start(&self) -> [Points; 4] {
        let (mut start, _) = referee::open(&self.game, self.chance);
        start.mandates = self.truth.mandates.clone();
        Standpoint::new(&self.game, &start).no_deal()
    }
}
