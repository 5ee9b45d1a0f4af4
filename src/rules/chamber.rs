//! Votes at home: what moves each bloc, the forecast before a pact is signed, and the vote itself.
//!
//! Net is in hundredths throughout. A bloc's yes votes rise in a straight line from none at minus the
//! rule book's range to all at plus the range, rounded half up.

use serde::{Deserialize, Serialize};

use super::game::Game;
use super::ids::{BlocId, Centi, IssueId, OptionId, PartyId, PartySet};
use super::level::{Bloc, Chamber, Effect};
use super::package::{Package, Proposal};
use super::position::Position;

/// What a chamber would do with a pact.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Forecast {
    /// Whose chamber.
    pub party: PartyId,
    /// Swings of chance with which it passes.
    pub passing: i64,
    /// All swings of chance.
    pub swings: i64,
    /// Yes votes if chance swings neither way.
    pub yes: i64,
    /// Fewest and most yes votes over all swings.
    pub range: (i64, i64),
    /// Votes needed.
    pub quorum: i64,
    /// What moves each bloc, in the chamber's order.
    pub blocs: Vec<BlocView>,
    /// The bloc whose votes decide: the largest number to win or to lose over a swing of one draw's
    /// size either way, first in order among equals.
    pub pivotal: BlocId,
}

/// One bloc's attitude to a pact, and where it comes from; the parts sum to the net.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct BlocView {
    /// Before the pact is known, and the way it was signed.
    pub base: Centi,
    /// From the terms.
    pub terms: Centi,
    /// From public backing.
    pub backing: Centi,
    /// From lobbying.
    pub lobbying: Centi,
    /// From trust in the other signatories and support at home.
    pub mood: Centi,
    /// The sum.
    pub net: Centi,
    /// Yes votes without a swing.
    pub yes: i64,
    /// Votes it has.
    pub seats: i64,
}

impl Forecast {
    /// Chances in a hundred that it passes, rounded down.
    #[must_use]
    pub fn chances(&self) -> u8 {
        u8::try_from(self.passing * 100 / self.swings.max(1)).unwrap_or(0)
    }

    /// Whether it passes with at least this many chances in a hundred.
    #[must_use]
    pub fn reaches(&self, chances: i64) -> bool {
        self.passing * 100 >= chances * self.swings
    }
}

/// Yes votes of a bloc at a net, both ends clamped, rounded half up.
#[must_use]
pub fn yes_votes(seats: i64, net: Centi, range: Centi) -> i64 {
    if range <= 0 {
        return if net >= 0 { seats } else { 0 };
    }
    let share = (net + range).clamp(0, 2 * range);
    (2 * seats * share + 2 * range) / (4 * range)
}

/// Whether a pact of this proposal has to pass a party's chamber.
#[must_use]
pub fn needs_vote(game: &Game, party: PartyId, package: &Package) -> bool {
    game.rules.on.chambers
        && game.level.parties[party].chamber.is_some()
        && package.issues().any(|issue| game.level.issue(issue).ratify)
}

/// What a party's chamber would do with a proposal signed now; `None` if it has no say.
#[must_use]
pub fn forecast(game: &Game, at: &Position, party: PartyId, proposal: &Proposal) -> Option<Forecast> {
    forecast_at(game, at, party, proposal, way_net(game, at, proposal))
}

/// The forecast for a pact with the net of the way it was or would be signed.
#[must_use]
pub fn forecast_at(
    game: &Game,
    at: &Position,
    party: PartyId,
    proposal: &Proposal,
    way: Centi,
) -> Option<Forecast> {
    if !needs_vote(game, party, &proposal.package) {
        return None;
    }
    let chamber = game.level.parties[party].chamber.as_ref()?;
    let blocs = bloc_views(game, at, party, proposal, way, chamber);
    let votes = |swing: i64| -> i64 {
        blocs.iter().map(|bloc| yes_votes(bloc.seats, bloc.net + swing * 100, game.rules.vote_range)).sum()
    };
    let size = chamber.swing;
    let (mut passing, mut fewest, mut most) = (0, i64::MAX, 0);
    for swing in -2 * size..=2 * size {
        // Two draws from −size to size: their sum is `swing` in this many of all pairs.
        let ways = 2 * size + 1 - swing.abs();
        let yes = votes(swing);
        fewest = fewest.min(yes);
        most = most.max(yes);
        if yes >= chamber.quorum {
            passing += ways;
        }
    }
    let reach = size.max(1) * 100;
    let movable = |bloc: &BlocView| {
        yes_votes(bloc.seats, bloc.net + reach, game.rules.vote_range)
            - yes_votes(bloc.seats, bloc.net - reach, game.rules.vote_range)
    };
    let pivotal = (0..blocs.len()).rev().max_by_key(|at| movable(&blocs[*at])).unwrap_or(0);
    Some(Forecast {
        party,
        passing,
        swings: (2 * size + 1) * (2 * size + 1),
        yes: votes(0),
        range: (fewest, most),
        quorum: chamber.quorum,
        blocs,
        pivotal: BlocId::from_index(pivotal),
    })
}

/// The net that the way of signing adds: a delegation's table, or a cable.
#[must_use]
pub fn way_net(game: &Game, at: &Position, proposal: &Proposal) -> Centi {
    match game.seating(at.round, proposal.parties) {
        Some(seating) => seating.net,
        None if game.rules.on.calendar => game.rules.vote_cable,
        None => 0,
    }
}

fn bloc_views(
    game: &Game,
    at: &Position,
    party: PartyId,
    proposal: &Proposal,
    way: Centi,
    chamber: &Chamber,
) -> Vec<BlocView> {
    let change = interest_change(game, at, party, &proposal.package);
    let mood = mood(game, at, party, proposal.parties);
    let backing = backing_level(game, at, party, &proposal.package);
    let fragility = at.fragility(game, party);
    let unit = game.level.unit;
    chamber
        .blocs
        .iter()
        .enumerate()
        .map(|(index, bloc)| {
            let mut view = BlocView {
                base: bloc.base + way,
                terms: terms_net(bloc, &change, unit),
                backing: backing_net(bloc.validation, backing, fragility),
                lobbying: at.lobbying(party, BlocId::from_index(index)),
                mood,
                seats: bloc.seats,
                ..BlocView::default()
            };
            view.net = view.base + view.terms + view.backing + view.lobbying + view.mood;
            view.yes = yes_votes(bloc.seats, view.net, game.rules.vote_range);
            view
        })
        .collect()
}

/// Net from trust in the other signatories and from support at home.
pub(crate) fn mood(game: &Game, at: &Position, party: PartyId, parties: PartySet) -> Centi {
    let others = parties.without(party);
    let trust: i64 = others.iter().map(|other| at.trust[party][other] - 50).sum();
    let trust = trust * game.rules.vote_trust / i64::try_from(others.len().max(1)).unwrap_or(1);
    trust + (at.support[party] - game.level.parties[party].support) * game.rules.vote_support / 100
}

/// Net from public backing: level × sensitivity × (50 + fragility) / 100, each factor in hundredths.
pub(crate) fn backing_net(sensitivity: Centi, level: Centi, fragility: Centi) -> Centi {
    level * sensitivity / 100 * (5_000 + fragility) / 10_000
}

fn terms_net(bloc: &Bloc, change: &[i64], unit: i64) -> Centi {
    let weighted: i64 = bloc.weights.iter().zip(change).map(|(weight, units)| weight * units).sum();
    weighted / unit.max(1)
}

/// What a package changes for a party, by interest, against the options in force today: the terms
/// and the linkages that they make or break, in the level's units, without multipliers.
#[must_use]
pub fn interest_change(game: &Game, at: &Position, party: PartyId, package: &Package) -> Vec<i64> {
    let level = &game.level;
    let mut change = vec![0; level.interests.len()];
    let mut add = |effects: &[Effect], sign: i64| {
        for effect in effects.iter().filter(|e| e.party == party) {
            change[effect.interest.index()] += sign * effect.units;
        }
    };
    for (issue, option) in package.terms() {
        add(&level.choice(issue, option).effects, 1);
        add(&level.choice(issue, at.option(issue)).effects, -1);
    }
    for linkage in &level.linkages {
        if linkage.when.iter().all(|(issue, _)| package.option(*issue).is_none()) {
            continue;
        }
        let holds = |option: &dyn Fn(IssueId) -> OptionId| {
            linkage.when.iter().all(|(issue, options)| options.contains(&option(*issue)))
        };
        if holds(&|issue| at.option(issue)) {
            add(&linkage.effects, -1);
        }
        if holds(&|issue| package.option(issue).unwrap_or_else(|| at.option(issue))) {
            add(&linkage.effects, 1);
        }
    }
    change
}

/// How much of full backing a party's blocs feel, in hundredths: what the package gives, or what was
/// given in the last rounds, whichever is more.
fn backing_level(game: &Game, at: &Position, party: PartyId, package: &Package) -> Centi {
    if !game.rules.on.validation {
        return 0;
    }
    let given = package
        .terms()
        .filter_map(|(issue, option)| game.backing(issue, option))
        .filter(|(to, _)| *to == party)
        .map(|(_, level)| level)
        .max()
        .unwrap_or(0);
    given.max(backing_felt(game, at, party))
}

/// How much of the backing given in the last rounds a party's blocs still feel, in hundredths.
pub(crate) fn backing_felt(game: &Game, at: &Position, party: PartyId) -> Centi {
    if !game.rules.on.validation {
        return 0;
    }
    at.backings
        .iter()
        .filter(|b| b.to == party && b.round.until(at.round) < game.rules.validation.lift_rounds)
        .filter_map(|b| game.backing(b.issue, b.option))
        .map(|(_, level)| level)
        .max()
        .unwrap_or(0)
}
