//! What each seat supposed of the others, against the truth.

use crate::opponents::Belief;
use crate::opponents::belief::{Memory, known};
use crate::rules::appraise::appraise;
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, PactId, PartyId, Points};
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;
use crate::view::View;

use super::homes::of;

/// What a seat had reason to believe of another party, each figure with the true one behind it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Supposed {
    /// Who supposed.
    pub seat: PartyId,
    /// Of whom.
    pub of: PartyId,
    /// Chances in a hundred that it gave each mandate, at the first decision and at the end; none where mandates are open.
    pub odds: Vec<(i64, i64)>,
    /// The mandate that it truly had.
    pub mandate: Option<ArchetypeId>,
    /// Its multipliers at the end, by interest, as the level counts them: those of each mandate as far as it was likely.
    pub weights: Vec<(i64, i64)>,
    /// Its no-deal value at the first decision, likewise.
    pub no_deal: (Points, Points),
    /// Its gain from each pact that both signed, when it was signed, likewise.
    pub gains: Vec<(PactId, Points, Points)>,
}

/// What every seat had reason to believe of every other, from what it had seen.
#[must_use]
pub fn supposed(game: &Game, log: &[Event]) -> Vec<Supposed> {
    let mut truth = Position::new(game);
    let mut views = game.by_party(|seat| View::new(game, seat));
    let mut memories = game.by_party(|_| Memory::default());
    let pairs = |seat: PartyId| game.level.everyone().without(seat).iter().map(move |of| (seat, of));
    let nothing = |(seat, of)| Supposed {
        seat,
        of,
        odds: Vec::new(),
        mandate: None,
        weights: Vec::new(),
        no_deal: (0, 0),
        gains: Vec::new(),
    };
    let mut found: Vec<Supposed> = game.level.everyone().iter().flat_map(pairs).map(nothing).collect();
    let mut begun = false;
    for event in log {
        if let Event::Signed(pact) = event {
            let proposal = of(pact);
            for one in found.iter_mut().filter(|one| pact.parties.has(one.seat) && pact.parties.has(one.of)) {
                let belief = memories[one.seat].belief(game, &views[one.seat]);
                let gain = |mind: &Standpoint<'_>| appraise(mind, one.of, &proposal).gain();
                let thought = mean(belief, &views[one.seat].standpoint(game), one.of, gain);
                one.gains.push((pact.id, thought, gain(&Standpoint::new(game, &truth))));
            }
        }
        truth.apply(game, event);
        views.0.iter_mut().for_each(|view| view.fold(game, event));
        if *event == Event::TalksBegan && !begun {
            begun = true;
            let values = Standpoint::new(game, &truth).no_deal();
            for one in &mut found {
                let belief = memories[one.seat].belief(game, &views[one.seat]);
                let plain = views[one.seat].standpoint(game);
                let value = |mind: &Standpoint<'_>| mind.no_deal()[one.of.index()];
                one.no_deal = (mean(belief, &plain, one.of, value), values[one.of.index()]);
                one.odds = belief.percent(one.of).into_iter().map(|odds| (odds, odds)).collect();
            }
        }
    }
    let end = Standpoint::new(game, &truth);
    for one in &mut found {
        let belief = memories[one.seat].belief(game, &views[one.seat]);
        let plain = views[one.seat].standpoint(game);
        let weighs = |at: usize| {
            let weight = |mind: &Standpoint<'_>| mind.percent[one.of][at];
            (mean(belief, &plain, one.of, weight), weight(&end))
        };
        one.weights = (0..game.level.interests.len()).map(weighs).collect();
        one.mandate = end.mandates[one.of];
        let last = belief.percent(one.of);
        one.odds.iter_mut().zip(last).for_each(|(odds, last)| odds.1 = last);
        if known(&plain, one.of) {
            one.odds.clear();
        }
    }
    found
}

/// A figure of a party over the mandates that it may have, each as far as it is likely.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "scores that count are far smaller than what a float holds exactly"
)]
fn mean(
    belief: &Belief,
    plain: &Standpoint<'_>,
    of: PartyId,
    figure: impl Fn(&Standpoint<'_>) -> Points,
) -> Points {
    let minds = belief.standpoints(plain, of);
    let all: f64 = minds.iter().map(|(odds, _)| odds).sum();
    let sum: f64 = minds.iter().map(|(odds, mind)| odds * figure(mind) as f64).sum();
    (sum / all).round() as Points
}
