//! The course of a game: what each event changed for everyone, and every offer with what it was worth.

use crate::rules::appraise::{appraise, by_interest};
use crate::rules::command::Measure;
use crate::rules::event::{EntryCause, Event, Offer, SupportCause};
use crate::rules::game::Game;
use crate::rules::ids::{
    ByParty, OfferId, PactId, PartyId, PartySet, PledgeId, Points, ResourceId, Round, ThreatId,
};
use crate::rules::payoff::Payoff;
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;

/// What a change is put down to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Source {
    /// A pact: its terms, credit for it, its failure at home, promises in it broken or kept.
    Pact(PactId),
    /// What a party did alone.
    Measure(PartyId),
    /// A threat.
    Threat(ThreatId),
    /// Projects of a pledge, and cash from them.
    Projects(PledgeId),
    /// The calendar, events of the level, shortages, what flowed otherwise than was foreseen.
    World,
    /// The fall of a government.
    Collapse(PartyId),
}

/// What an event changed.
#[derive(Clone, Debug)]
pub struct Change {
    /// Which event, by its place in the log.
    pub event: usize,
    /// When.
    pub round: Round,
    /// What it is put down to.
    pub source: Source,
    /// For each party by interest, in what it would have if nothing more were signed.
    pub by: ByParty<Vec<Points>>,
}

impl Change {
    /// What it changed for a party.
    #[must_use]
    pub fn of(&self, party: PartyId) -> Points {
        self.by[party].iter().sum()
    }

    /// How much it moved, whichever way.
    #[must_use]
    pub fn size(&self) -> Points {
        self.by.iter().map(|(_, points)| points.iter().sum::<Points>().abs()).sum()
    }
}

/// An offer and what it was worth when it was made.
#[derive(Clone, Debug)]
pub struct Put {
    /// The event, by its place in the log.
    pub event: usize,
    /// The offer as it was made.
    pub offer: Offer,
    /// What everyone would have had, signatories or not.
    pub worth: Payoff,
    /// What everyone had without it, at that time.
    pub no_deal: Payoff,
    /// Whether it was signed.
    pub signed: bool,
}

/// The course of a game.
#[derive(Clone, Debug)]
pub struct Course {
    /// What changed anything, in order.
    pub changes: Vec<Change>,
    /// Every offer, in order.
    pub puts: Vec<Put>,
    /// What everyone would have if nothing more were signed, after each change; the first entry is before any.
    pub levels: Vec<Payoff>,
}

impl Course {
    /// Of a log with every secret. What happens before the first decision changes nothing: it is where the count begins.
    #[must_use]
    pub fn of(game: &Game, log: &[Event]) -> Self {
        let first = log.iter().position(|event| *event == Event::TalksBegan).map_or(0, |at| at + 1);
        let mut at = Position::new(game);
        log.iter().take(first).for_each(|event| at.apply(game, event));
        let mut course = Self { changes: Vec::new(), puts: Vec::new(), levels: Vec::new() };
        let mut now = interests(game, &at);
        course.levels.push(sums(&now));
        for (event, what) in log.iter().enumerate().skip(first) {
            if let Event::Offered(offer) = what {
                course.puts.push(put(game, &at, event, offer, log));
            }
            at.apply(game, what);
            if tells_of_nothing(what) {
                continue;
            }
            let then = interests(game, &at);
            if then != now {
                let by = game.by_party(|party| {
                    then[party].iter().zip(&now[party]).map(|(then, now)| then - now).collect()
                });
                let source = built(log, event).unwrap_or_else(|| source(&at, what));
                course.changes.push(Change { event, round: at.round, source, by });
                course.levels.push(sums(&then));
                now = then;
            }
        }
        course
    }

    /// What all changes of some sources come to for a party.
    #[must_use]
    pub fn sum(&self, party: PartyId, wanted: impl Fn(Source) -> bool) -> Points {
        self.changes.iter().filter(|change| wanted(change.source)).map(|change| change.of(party)).sum()
    }

    /// The sources, in the order in which they first changed anything.
    #[must_use]
    pub fn sources(&self) -> Vec<Source> {
        let mut found: Vec<Source> = Vec::new();
        for change in &self.changes {
            if !found.contains(&change.source) {
                found.push(change.source);
            }
        }
        found
    }

    /// The offer that became a pact's, if the log has it.
    #[must_use]
    pub fn put(&self, offer: OfferId) -> Option<&Put> {
        self.puts.iter().find(|put| put.offer.id == offer)
    }
}

/// What everyone would have if nothing more came into force, by interest.
fn interests(game: &Game, at: &Position) -> ByParty<Vec<Points>> {
    let standpoint = Standpoint::in_force(game, at);
    game.by_party(|party| by_interest(&standpoint, party, None))
}

fn sums(by: &ByParty<Vec<Points>>) -> Payoff {
    let mut sums: Payoff = [0; 4];
    for (party, points) in by.iter() {
        sums[party.index()] = points.iter().sum();
    }
    sums
}

/// Events of the talks and of the table change no score.
fn tells_of_nothing(event: &Event) -> bool {
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
            | Event::CapitalMoved { .. }
            | Event::MeasurePicked { .. }
            | Event::LobbyMoved { .. }
            | Event::Voted(_)
    )
}

fn source(at: &Position, event: &Event) -> Source {
    match event {
        Event::IssueMoved { by: Some(by), .. } | Event::MeasureRevealed { by, .. } => Source::Measure(*by),
        Event::Signed(pact) => Source::Pact(pact.id),
        Event::Voided { pact, .. }
        | Event::InForce { pact, .. }
        | Event::TookEffect { pact, .. }
        | Event::Lapsed { pact, .. }
        | Event::Delivered { pact, .. } => Source::Pact(*pact),
        Event::Promised(owed) => Source::Pact(owed.pact),
        Event::Backed(backing) => {
            at.held_by(backing.issue).map_or(Source::World, |pact| Source::Pact(pact.id))
        }
        Event::SupportMoved { cause: SupportCause::Ratified(pact) | SupportCause::Failed(pact), .. } => {
            Source::Pact(*pact)
        }
        Event::SupportMoved { cause: SupportCause::Backing(issue), .. } => {
            at.held_by(*issue).map_or(Source::World, |pact| Source::Pact(pact.id))
        }
        Event::Booked(entry) => match entry.cause {
            EntryCause::Credit(pact)
            | EntryCause::FailedVote(pact)
            | EntryCause::Breach(pact, _)
            | EntryCause::Undelivered(pact, _) => Source::Pact(pact),
            EntryCause::Project(pledge, _) | EntryCause::Cash(pledge) => Source::Projects(pledge),
            EntryCause::CarriedOut(threat)
            | EntryCause::BackedDown(threat)
            | EntryCause::GaveIn(threat)
            | EntryCause::Mediation(threat) => Source::Threat(threat),
            EntryCause::Collapse => Source::Collapse(entry.party),
            EntryCause::Happening(_) | EntryCause::Flow(..) | EntryCause::Shortage(_) => Source::World,
        },
        Event::Tranche { pledge, .. } | Event::Placed { pledge, .. } | Event::Paid { pledge, .. } => {
            Source::Projects(*pledge)
        }
        Event::Threatened(standing) => Source::Threat(standing.threat),
        Event::Mediated { threat, .. } | Event::ThreatEnded { threat, .. } => Source::Threat(*threat),
        Event::CapacityFunded { resource, .. } => Source::Measure(user(at, *resource)),
        Event::Collapsed(party) => Source::Collapse(*party),
        _ => Source::World,
    }
}

/// Whoever built the stock that this event raises, by a measure revealed just before.
fn built(log: &[Event], event: usize) -> Option<Source> {
    let Some(Event::StockMoved { resource, .. }) = log.get(event) else { return None };
    let before = log.get(..event)?.iter().rev().find(|event| !matches!(event, Event::CapitalMoved { .. }));
    match before {
        Some(Event::MeasureRevealed { by, measure: Measure::BuildStock(what) }) if what == resource => {
            Some(Source::Measure(*by))
        }
        _ => None,
    }
}

/// Whoever funded capacity picked that measure in this round.
fn user(at: &Position, resource: ResourceId) -> PartyId {
    let funded = |measure: &Option<Measure>| *measure == Some(Measure::FundCapacity(resource));
    at.measures.iter().find(|(_, measure)| funded(measure)).map_or(PartyId(0), |(party, _)| party)
}

fn put(game: &Game, at: &Position, event: usize, offer: &Offer, log: &[Event]) -> Put {
    let standpoint = Standpoint::new(game, at);
    let mut worth: Payoff = [0; 4];
    for party in game.level.everyone().iter() {
        worth[party.index()] = appraise(&standpoint, party, &offer.proposal).total;
    }
    // All but its maker have to agree after it was made.
    let rest = log.get(event..).unwrap_or_default();
    let agreed = rest.iter().filter_map(|event| match event {
        Event::Accepted { offer: id, by } if *id == offer.id => Some(*by),
        _ => None,
    });
    let agreed = agreed.fold(offer.agreed, PartySet::with);
    Put {
        event,
        offer: offer.clone(),
        worth,
        no_deal: standpoint.no_deal(),
        signed: agreed.covers(offer.proposal.parties),
    }
}
