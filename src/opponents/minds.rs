//! What packages give the others, under each of the mandates that they may have.

use crate::rules::appraise::crosses;
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, PartyId, PartySet, Points};
use crate::rules::payoff::{Cursor, Payoff, Table};
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
    /// Every mandate that another may have, party by party.
    pub(super) slots: Vec<Slot>,
    /// A table for each number of a mandate; none where there is nothing to tell apart.
    tables: Vec<Table>,
    no_deals: Vec<[Points; 4]>,
    /// Axes with rows that are forbidden to somebody; by row, the places of the slots.
    forbidden: Vec<(usize, Vec<Vec<usize>>)>,
    plain: [Points; 4],
}

impl Minds {
    /// `compile` makes the table of the plain standpoint, and one beside it from each that supposes a mandate.
    pub(super) fn new(
        game: &Game,
        plain: &Standpoint<'_>,
        others: PartySet,
        compile: impl FnOnce(&[Standpoint<'_>]) -> (Table, Vec<Table>),
    ) -> (Table, Self) {
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
        let (table, tables) = compile(&supposed);
        let mut slots = Vec::new();
        for party in others.iter() {
            let sure = !unknown.has(party);
            let count = if sure { 1 } else { mandates(party) };
            slots.extend((0..count).map(|mandate| Slot { party, mandate, sure, most: 0 }));
        }
        let forbidden = table.axes.iter().enumerate().map(|(at, axis)| {
            let of = |row: usize| {
                let option = table.outcome(axis, row);
                let crossed = |slot: &Slot| {
                    !slot.sure && crosses(&supposed[slot.mandate], slot.party, axis.issue, option)
                };
                let places = (0..slots.len()).filter(|place| crossed(&slots[*place]));
                if table.leaves(axis, row) { Vec::new() } else { places.collect::<Vec<_>>() }
            };
            (at, (0..axis.rows.len()).map(of).collect::<Vec<_>>())
        });
        let minds = Self {
            forbidden: forbidden.filter(|(_, rows)| rows.iter().any(|places| !places.is_empty())).collect(),
            tables,
            no_deals: supposed.iter().map(Standpoint::no_deal).collect(),
            plain: plain.no_deal(),
            slots,
        };
        (table, minds)
    }

    /// A cursor for each table, to ask for the gains of package after package.
    pub(super) fn cursors(&self) -> Vec<Cursor<'_>> {
        self.tables.iter().map(Cursor::new).collect()
    }

    /// What a package gives each party under each mandate, slot by slot.
    pub(super) fn gains(
        &self,
        cursors: &mut [Cursor<'_>],
        rows: &[usize],
        payoff: &Payoff,
        gains: &mut Vec<Points>,
    ) {
        let start = gains.len();
        gains.extend(self.slots.iter().map(|slot| {
            let at = slot.party.index();
            match slot.sure {
                false => cursors[slot.mandate].payoff(rows)[at] - self.no_deals[slot.mandate][at],
                true => payoff[at] - self.plain[at],
            }
        }));
        for (axis, by_row) in &self.forbidden {
            for place in &by_row[rows[*axis]] {
                gains[start + place] = FORBIDDEN;
            }
        }
    }
}
