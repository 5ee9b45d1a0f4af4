//! Where a game turned: the orders that changed most, and what would have come had each been another.

use super::course::{Course, Source};
use super::pacts::PactStory;
use crate::play::why::{Decision, Explanation, Whys};
use crate::play::{Replay, what_if};
use crate::rules::appraise::appraise;
use crate::rules::command::{Actor, Answer, Ask, Command, Measure};
use crate::rules::event::{Event, PactStatus};
use crate::rules::ids::{OfferId, PactId, PartyId, PartySet, Points, Round};
use crate::rules::legal::answers;
use crate::rules::payoff::Payoff;
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;

/// How many turning points are told.
const TOLD: usize = 6;
/// A chamber that passes it as likely as not would have let an offer through.
const AS_LIKELY_AS_NOT: i64 = 50;

/// An order at which the game turned.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Which entry of the record it is.
    pub entry: usize,
    /// Its first event, by its place in the log.
    pub event: usize,
    /// When.
    pub round: Round,
    /// Who gave it.
    pub by: PartyId,
    /// What it was.
    pub kind: TurnKind,
    /// What it changed for everyone; of a refusal what it gave away. See [`TurnKind`].
    pub effect: Payoff,
    /// The same game with another order in its place.
    pub what_ifs: Vec<WhatIf>,
    /// Why whoever gave it did, with what it believed then; `None` of a person or a program.
    pub why: Option<Explanation>,
}

/// What kind of order it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TurnKind {
    /// It signed a pact; the effect is all that is put down to the pact.
    Signed(PactId),
    /// It refused an offer that was better than no deal for all its parties, and likely to pass at home; the effect is what the offer
    /// was worth over no deal then.
    Refused(OfferId),
    /// It was a measure; the effect is what it changed when it was revealed.
    Measure(Measure),
    /// It answered a question at Reckoning; the effect is what followed before the next order.
    Answered(Ask, Answer),
}

/// How the game would have ended.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// The order in place of the one that was given; `None` gives the same one, and shows whether opponents play as they did then.
    pub command: Option<Command>,
    /// Every score.
    pub scores: Payoff,
    /// What that is more than it was.
    pub more: Payoff,
    /// The parties of each pact that stands at the end.
    pub pacts: Vec<PartySet>,
    /// Governments that fall.
    pub collapsed: PartySet,
}

/// The orders that changed most, in order.
pub(super) fn turns(replay: &Replay, course: &Course, pacts: &[PactStory]) -> Vec<Turn> {
    let mut found = candidates(replay, course, pacts);
    let size = |turn: &Turn| -> Points { turn.effect.iter().map(|points| points.abs()).sum() };
    // Of equals the earlier ones.
    found.sort_by_key(|turn| -size(turn));
    found.truncate(TOLD);
    found.sort_by_key(|turn| turn.entry);
    let mut whys = Whys::of(replay).ok();
    for turn in &mut found {
        turn.what_ifs = what_ifs(replay, turn);
        let decision = whys.as_mut().and_then(|whys| whys.why(turn.entry));
        turn.why = decision.filter(Decision::holds).map(|decision| decision.explanation);
    }
    found
}

fn candidates(replay: &Replay, course: &Course, pacts: &[PactStory]) -> Vec<Turn> {
    let played = replay.now();
    let (game, log) = (played.game(), played.log());
    let orders: Vec<(usize, usize)> = played.orders().collect();
    let mut at = Position::new(game);
    let mut folded = 0;
    let mut found = Vec::new();
    for (number, (entry, from)) in orders.iter().enumerate() {
        let to = orders.get(number + 1).map_or(log.len(), |next| next.1);
        for event in log.get(folded..*from).unwrap_or_default() {
            at.apply(game, event);
        }
        folded = *from;
        let Some(order) = played.record().order(*entry) else { continue };
        let Actor::Seat(by) = order.by else { continue };
        let events = log.get(*from..to).unwrap_or_default();
        let kind_and_effect = match &order.command {
            Command::Accept(_) => signed(events).and_then(|pact| {
                let story = pacts.iter().find(|story| story.pact.id == pact)?;
                Some((TurnKind::Signed(pact), payoff(game.level.everyone(), |party| story.of(party))))
            }),
            Command::Decline { offer, .. } => {
                let standpoint = Standpoint::new(game, &at);
                given_away(&standpoint, *offer).map(|effect| (TurnKind::Refused(*offer), effect))
            }
            Command::Act(measure) if *measure != Measure::Nothing => {
                let own = |source: Source| match source {
                    Source::Measure(who) => who == by,
                    Source::Threat(_) => matches!(measure, Measure::Threat(..)),
                    Source::Pact(_) => matches!(measure, Measure::Break(_) | Measure::SnapBack(_)),
                    _ => false,
                };
                let effect = payoff(game.level.everyone(), |party| {
                    let changes = course.changes.iter();
                    let then = changes.filter(|change| change.round == at.round && change.event >= *from);
                    let revealed =
                        then.filter(|change| own(change.source) && revealing(log, change.event, by));
                    revealed.map(|change| change.of(party)).sum()
                });
                Some((TurnKind::Measure(*measure), effect))
            }
            Command::Answer(answer) => at.asked.map(|(_, ask)| {
                let effect = payoff(game.level.everyone(), |party| {
                    let changes = course.changes.iter();
                    let own = changes.filter(|change| change.event >= *from && change.event < to);
                    let own = own.filter(|change| !matches!(change.source, Source::World));
                    own.map(|change| change.of(party)).sum()
                });
                (TurnKind::Answered(ask, *answer), effect)
            }),
            _ => None,
        };
        if let Some((kind, effect)) = kind_and_effect.filter(|(_, effect)| effect.iter().any(|p| *p != 0)) {
            found.push(Turn {
                entry: *entry,
                event: *from,
                round: at.round,
                by,
                kind,
                effect,
                what_ifs: Vec::new(),
                why: None,
            });
        }
    }
    found
}

fn payoff(parties: PartySet, of: impl Fn(PartyId) -> Points) -> Payoff {
    let mut points: Payoff = [0; 4];
    for party in parties.iter() {
        points[party.index()] = of(party);
    }
    points
}

fn signed(events: &[Event]) -> Option<PactId> {
    events.iter().find_map(|event| match event {
        Event::Signed(pact) => Some(pact.id),
        _ => None,
    })
}

/// Whether an event follows from the revealing of a party's measure.
fn revealing(log: &[Event], event: usize, by: PartyId) -> bool {
    let before = log.get(..=event).unwrap_or_default().iter().rev();
    let revealed = before.take_while(|event| !matches!(event, Event::Voted(_) | Event::RoundBegan(_)));
    let mut revealed = revealed.filter_map(|event| match event {
        Event::MeasureRevealed { by, .. } => Some(*by),
        _ => None,
    });
    revealed.next() == Some(by)
}

/// What a refusal gave away: the gains over no deal of everyone, if no party to the offer would have lost and it was likely to pass.
fn given_away(standpoint: &Standpoint<'_>, offer: OfferId) -> Option<Payoff> {
    let proposal = &standpoint.at.offer(offer)?.proposal;
    let parties = standpoint.game.level.everyone();
    let gains = payoff(parties, |party| appraise(standpoint, party, proposal).gain());
    let works = |party: PartyId| appraise(standpoint, party, proposal).works(AS_LIKELY_AS_NOT);
    let joint: Points = proposal.parties.iter().map(|party| gains[party.index()]).sum();
    (joint > 0 && proposal.parties.iter().all(works)).then_some(gains)
}

fn what_ifs(replay: &Replay, turn: &Turn) -> Vec<WhatIf> {
    let others = match turn.kind {
        TurnKind::Signed(_) => replay
            .record()
            .order(turn.entry)
            .and_then(|order| match order.command {
                Command::Accept(offer) => Some(vec![Command::Decline { offer, reason: None }, Command::Pass]),
                _ => None,
            })
            .unwrap_or_default(),
        TurnKind::Refused(offer) => vec![Command::Accept(offer)],
        TurnKind::Measure(_) => vec![Command::Act(Measure::Nothing)],
        TurnKind::Answered(_, given) => {
            let mut then = replay.clone();
            then.go(turn.entry);
            let all = answers(then.now().game(), then.now().truth(), turn.by);
            all.into_iter().filter(|answer| *answer != given).map(Command::Answer).collect()
        }
    };
    let all = std::iter::once(None).chain(others.into_iter().map(Some));
    all.filter_map(|command| {
        let was = replay.now();
        let then = what_if(was, turn.entry, command.clone()).ok()?;
        let (scores, old) = (then.scores(), was.scores());
        let pacts = then.truth().pacts.iter().filter(|pact| pact.status == PactStatus::Stands);
        Some(WhatIf {
            command,
            more: std::array::from_fn(|party| scores[party] - old[party]),
            scores,
            pacts: pacts.map(|pact| pact.parties).collect(),
            collapsed: then.truth().collapsed,
        })
    })
    .collect()
}
