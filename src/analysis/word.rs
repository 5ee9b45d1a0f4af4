//! Keeping one's word: whether an agreement enforces itself, and what a claim made in public costs.

use super::ratio::Ratio;
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, Points};
use crate::rules::payoff::{Payoff, Table};

/// The least patience with which a party keeps an agreement under grim trigger: δ ≥ (gᵈ − g) ÷ gᵈ, where g is its gain from the
/// agreement and gᵈ its gain from deviating once, both over no deal (Friedman 1971, with the values of a round as payoffs).
///
/// 0: it keeps it in any case. `None`: no patience is enough, since the agreement is worse for it than no deal.
#[must_use]
pub fn patience(agreement: Points, deviation: Points, no_deal: Points) -> Option<Ratio> {
    let (agreement, deviation) = (i128::from(agreement), i128::from(deviation));
    let (gain, best) = (agreement - i128::from(no_deal), deviation - i128::from(no_deal));
    if gain < 0 {
        None
    } else if best <= gain {
        Some(Ratio::ZERO)
    } else {
        Ratio::new(best - gain, best)
    }
}

/// What a party would have if it took back its own side of a package (what it gives, controls or delivers) and the others
/// kept theirs: as much as going back on its word could bring it, without the price of a breach.
///
/// `None`: the package has no side of its own for it, or the level does not let that side be taken back alone.
#[must_use]
pub fn deviation(game: &Game, table: &Table, rows: &[usize], party: PartyId) -> Option<Payoff> {
    let untouched = table.untouched();
    let mut kept = rows.to_vec();
    for ((axis, row), alone) in table.axes.iter().zip(&mut kept).zip(&untouched) {
        if game.level.issue(axis.issue).side_of(party) {
            *row = *alone;
        }
    }
    (kept != rows && table.allows(game, &kept)).then(|| table.payoff(&kept))
}

/// A claim that a party made in public: that it would settle for no less.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Claim {
    /// Who.
    pub party: PartyId,
    /// The score it claimed, in score units.
    pub points: Points,
    /// αᵢ: the part of the shortfall that it pays for each rung, as numerator and denominator above 0.
    pub rate: (i64, i64),
    /// How far it climbed, from 0.
    pub rung: i64,
}

impl Claim {
    /// The audience cost of settling for less (Fearon 1994): α · rung · max(0, claim − settlement), in score units, rounded
    /// down to a whole unit.
    #[must_use]
    pub fn cost(&self, settlement: Points) -> Points {
        let short = i128::from(self.points) - i128::from(settlement);
        let cost = short.max(0) * i128::from(self.rung.max(0)) * i128::from(self.rate.0.max(0))
            / i128::from(self.rate.1.max(1));
        Points::try_from(cost).unwrap_or(Points::MAX)
    }

    /// A payoff after the cost.
    #[must_use]
    pub fn after(&self, payoff: &Payoff) -> Payoff {
        let mut after = *payoff;
        if let Some(points) = after.get_mut(self.party.index()) {
            *points = points.saturating_sub(self.cost(*points));
        }
        after
    }
}

/// The ZOPA that claims leave: packages in which everyone reaches its reservation value after the audience costs of what was claimed.
///
/// It walks the whole table; ask only where there are at most two million packages.
#[must_use]
pub fn zopa_after(game: &Game, table: &Table, reservation: &Payoff, claims: &[Claim]) -> u64 {
    let untouched = table.untouched();
    let mut count = 0;
    table.for_each(game, |rows, payoff| {
        let after = claims.iter().fold(*payoff, |payoff, claim| claim.after(&payoff));
        let all = table.parties.iter().all(|p| after[p.index()] >= reservation[p.index()]);
        count += u64::from(all && rows != untouched);
    });
    count
}
