//! What packages give the others, under each of the mandates that they may have.

use crate::rules::appraise::crosses;
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, PartyId, PartySet, Points};
use crate::rules::payoff::{Payoff, Table};
use crate::rules::standpoint::Standpoint;

/// Another party under one of the mandates that it may have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) party: PartyId,
    pub(super) mandate: usize,
    /// Whether there is no other that it could have.
    pub(super) sure: bool,
    /// The most that it could gain.
    pub(super) most: Points,
}

/// What stands for a gain where a red line forbids the package.
pub(super) const FORBIDDEN: Points = Points::MIN;

/// The others under each of the mandates that they may have.
pub(super) struct Minds {
    /// A table for each number of a mandate; none where there is nothing to tell apart.
    tables: Vec<Table>,
    no_deals: Vec<[Points; 4]>,
    /// By axis and row: the parties and mandates that it is forbidden to.
    forbidden: Vec<Vec<Vec<(PartyId, usize)>>>,
    plain: [Points; 4],
    unknown: PartySet,
}

impl Minds {
    pub(super) fn new(
        game: &Game,
        plain: &Standpoint<'_>,
        others: PartySet,
        table: &Table,
        compile: impl Fn(&Standpoint<'_>) -> Table,
    ) -> Self {
        let mandates = |party: PartyId| game.level.parties[party].archetypes.len();
        let open = |party: &PartyId| plain.mandates[*party].is_none() && mandates(*party) > 1;
        let unknown: PartySet =
            if game.rules.on.mandates { others.iter().filter(open).collect() } else { PartySet::NONE };
        let most = unknown.iter().map(mandates).max().unwrap_or(0);
        let supposing = |mandate: usize| {
            unknown.iter().fold(plain.clone(), |supposed, party| {
                supposed.supposing(party, ArchetypeId::from_index(mandate.min(mandates(party) - 1)))
            })
        };
        let supposed: Vec<Standpoint<'_>> = (0..most).map(supposing).collect();
        let forbidden = table.axes.iter().map(|axis| {
            let of = |row: usize| {
                let option = table.outcome(axis, row);
                let parties = unknown.iter().filter(|_| !table.leaves(axis, row));
                let crossed = |party: PartyId| {
                    let all = supposed.iter().enumerate().take(mandates(party));
                    all.filter(move |(_, s)| crosses(s, party, axis.issue, option))
                        .map(move |(at, _)| (party, at))
                };
                parties.flat_map(crossed).collect::<Vec<_>>()
            };
            (0..axis.rows.len()).map(of).collect::<Vec<_>>()
        });
        Self {
            forbidden: forbidden.collect(),
            tables: supposed.iter().map(&compile).collect(),
            no_deals: supposed.iter().map(Standpoint::no_deal).collect(),
            plain: plain.no_deal(),
            unknown,
        }
    }

    pub(super) fn slots(&self, game: &Game, others: PartySet) -> Vec<Slot> {
        let mut slots = Vec::new();
        for party in others.iter() {
            let count = if self.unknown.has(party) { game.level.parties[party].archetypes.len() } else { 1 };
            let sure = !self.unknown.has(party);
            slots.extend((0..count).map(|mandate| Slot { party, mandate, sure, most: 0 }));
        }
        slots
    }

    /// What a package gives each party under each mandate.
    pub(super) fn gains(&self, rows: &[usize], payoff: &Payoff, slots: &[Slot], gains: &mut Vec<Points>) {
        let payoffs: Vec<Payoff> = self.tables.iter().map(|table| table.payoff(rows)).collect();
        let start = gains.len();
        gains.extend(slots.iter().map(|slot| {
            let at = slot.party.index();
            match payoffs.get(slot.mandate).filter(|_| self.unknown.has(slot.party)) {
                Some(supposed) => supposed[at] - self.no_deals[slot.mandate][at],
                None => payoff[at] - self.plain[at],
            }
        }));
        for (axis, row) in self.forbidden.iter().zip(rows) {
            for (party, mandate) in &axis[*row] {
                let place = slots.iter().position(|slot| slot.party == *party && slot.mandate == *mandate);
                if let Some(place) = place {
                    gains[start + place] = FORBIDDEN;
                }
            }
        }
    }
}
