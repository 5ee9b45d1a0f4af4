//! What each seat supposed of the others, against the truth.

use crate::rules::appraise::appraise;
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{PactId, PartyId, Points};
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;
use crate::view::View;

use super::homes::of;

/// What a seat supposed of another party, each figure with the true one behind it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Supposed {
    /// Who supposed.
    pub seat: PartyId,
    /// Of whom.
    pub of: PartyId,
    /// Its multipliers, by interest, as the level counts them.
    pub weights: Vec<(i64, i64)>,
    /// Its no-deal value at the first decision.
    pub no_deal: (Points, Points),
    /// Its gain from each pact that both signed, when it was signed.
    pub gains: Vec<(PactId, Points, Points)>,
}

/// What every seat supposed of every other, from what it had seen.
#[must_use]
pub fn supposed(game: &Game, log: &[Event]) -> Vec<Supposed> {
    let mut truth = Position::new(game);
    let mut views = game.by_party(|seat| View::new(game, seat));
    let pairs = |seat: PartyId| game.level.everyone().without(seat).iter().map(move |of| (seat, of));
    let mut found: Vec<Supposed> = game
        .level
        .everyone()
        .iter()
        .flat_map(pairs)
        .map(|(seat, of)| Supposed { seat, of, weights: Vec::new(), no_deal: (0, 0), gains: Vec::new() })
        .collect();
    for event in log {
        if let Event::Signed(pact) = event {
            let proposal = of(pact);
            for one in found.iter_mut().filter(|one| pact.parties.has(one.seat) && pact.parties.has(one.of)) {
                let thought = appraise(&views[one.seat].standpoint(game), one.of, &proposal).gain();
                let was = appraise(&Standpoint::new(game, &truth), one.of, &proposal).gain();
                one.gains.push((pact.id, thought, was));
            }
        }
        truth.apply(game, event);
        views.0.iter_mut().for_each(|view| view.fold(game, event));
        let first = found.iter().all(|one| one.weights.is_empty());
        if *event == Event::TalksBegan && first {
            let true_one = Standpoint::new(game, &truth);
            let values = true_one.no_deal();
            for one in &mut found {
                let thought = views[one.seat].standpoint(game);
                let weights = thought.percent[one.of].iter().zip(&true_one.percent[one.of]);
                one.weights = weights.map(|(thought, was)| (*thought, *was)).collect();
                one.no_deal = (thought.no_deal()[one.of.index()], values[one.of.index()]);
            }
        }
    }
    found
}
