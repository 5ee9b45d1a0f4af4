//! What a word costs: the price of a breach, and both sides' price at each rung of a threat.

use super::event::{Amount, Standing};
use super::game::Game;
use super::ids::{ByParty, Centi, PactId, PartyId, Points, ThreatId};
use super::position::Position;

/// The standing at stake at a rung of a threat, as what each side would lose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stakes {
    /// For the party that threatens, if it backs down.
    pub backing_down: Amount,
    /// For the party that is threatened, if it gives in.
    pub giving_in: Amount,
}

/// What is at stake at the rung that a threat has reached; `None` where it does not stand.
#[must_use]
pub fn stakes(game: &Game, at: &Position, id: ThreatId) -> Option<Stakes> {
    let standing = at.threat(id)?;
    Some(stakes_at(game, id, usize::from(standing.rung), at.threat(id)))
}

/// What would be at stake at a rung: 0 signal, 1 demand, 2 deadline. Mediation takes its part off.
#[must_use]
pub fn stakes_at(game: &Game, id: ThreatId, rung: usize, standing: Option<&Standing>) -> Stakes {
    let threat = game.level.threat(id);
    let mediated = standing.is_some_and(|standing| standing.mediator.is_some());
    let times = if mediated { 100 - game.rules.threats.relief } else { 100 };
    let stake = |units: [i64; 3]| Amount { units: -units[rung.min(2)], times, over: 100 };
    Stakes { backing_down: stake(threat.backing_down), giving_in: stake(threat.giving_in) }
}

/// What carrying out a threat is to a party, under its multipliers.
#[must_use]
pub fn carried_out(game: &Game, id: ThreatId, party: PartyId, percent: &ByParty<Vec<i64>>) -> Points {
    let own = game.level.threat(id).effects.iter().filter(|effect| effect.party == party);
    own.map(|effect| effect.units * percent[party][effect.interest.index()]).sum()
}

/// The standing that breaking a promise in a pact costs: the more, the more publicly it was backed.
#[must_use]
pub fn breach_cost(game: &Game, at: &Position, pact: PactId) -> Amount {
    let rules = &game.rules.promises;
    let units = rules.breach * game.level.unit / 100;
    Amount { units, times: 10_000 + rules.backed * lock(game, at, pact), over: 10_000 }
}

/// The chance of a breach that one party sees in another's promise, and where it comes from, in hundredths of a
/// percent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Odds {
    /// The doubt of the promiser's word, before any backing.
    pub doubt: i64,
    /// What public backing in the same pact takes off it.
    pub locked: i64,
    /// What may fail whatever the promiser wants.
    pub fails: i64,
}

impl Odds {
    /// All of it.
    #[must_use]
    pub fn total(self) -> i64 {
        (self.doubt - self.locked + self.fails).clamp(0, 10_000)
    }
}

/// The chance of a breach that `of` sees in a promise of `by`, under so much backing, in hundredths.
#[must_use]
pub fn breach_odds(game: &Game, at: &Position, (of, by): (PartyId, PartyId), risk: i64, lock: Centi) -> Odds {
    let rules = &game.rules.promises;
    let doubt = rules.doubt * (100 - at.trust[of][by]);
    let left = doubt * (10_000 - rules.lock * lock) / 10_000;
    Odds { doubt, locked: doubt - left, fails: risk * at.fragility(game, by) / 100 }
}

/// The backing that a pact gave, in hundredths of full backing.
#[must_use]
pub fn lock(game: &Game, at: &Position, pact: PactId) -> Centi {
    let package = at.pact(pact).and_then(|pact| pact.package.as_ref());
    let terms = package.into_iter().flat_map(|package| package.terms());
    let levels = terms.filter_map(|(issue, option)| game.backing(issue, option)).map(|(_, level)| level);
    levels.max().unwrap_or(0)
}
