//! Each bloc as one more column of the payoff table: whether a chamber would pass a package, without
//! making a whole forecast of it. It answers exactly as [`super::chamber::forecast`] does.

use super::chamber::{backing_felt, backing_net, mood, way_net, yes_votes};
use super::game::Game;
use super::ids::{BlocId, Centi, PartyId};
use super::level::{Chamber, Effect};
use super::package::{Communique, Package, Proposal};
use super::payoff::Table;
use super::position::Position;

/// Most blocs in a chamber.
pub const MAX_BLOCS: usize = 32;

/// What a party's chamber would make of every package of a table.
#[derive(Clone, Debug)]
pub struct Home {
    blocs: Vec<Column>,
    /// What each row of each axis does, axis after axis.
    cells: Vec<Cell>,
    /// Where the cells of each axis begin.
    starts: Vec<usize>,
    /// Undivided net of each bloc, cell after cell.
    nets: Vec<i64>,
    links: Vec<Link>,
    felt: Centi,
    fragility: Centi,
    /// Undivided net of each bloc that linkages in force today take away when they lapse.
    lapsing: Vec<i64>,
    unit: i64,
    range: Centi,
    quorum: i64,
    swing: i64,
}

#[derive(Clone, Debug)]
struct Column {
    seats: i64,
    fixed: Centi,
    /// Net for full public backing at fragility 50.
    validation: Centi,
}

/// What a row does at home besides its net: backing given, and whether it is voted on.
#[derive(Clone, Copy, Debug)]
struct Cell {
    backing: Centi,
    votes: bool,
}

/// A linkage: the rows of the axes that it reads which count, and what it adds.
#[derive(Clone, Debug)]
struct Link {
    reads: Vec<(usize, Vec<bool>)>,
    net: Vec<i64>,
}

impl Home {
    /// The chamber of a party against a table; `None` if it has none.
    #[must_use]
    pub fn of(game: &Game, at: &Position, table: &Table, party: PartyId) -> Option<Self> {
        if !game.rules.on.chambers {
            return None;
        }
        let chamber = game.level.parties[party].chamber.as_ref()?;
        let plain =
            Proposal { parties: table.parties, package: Package::empty(), communique: Communique::default() };
        let way = way_net(game, at, &plain);
        let mood = mood(game, at, party, table.parties);
        let fragility = at.fragility(game, party);
        let blocs = chamber
            .blocs
            .iter()
            .enumerate()
            .map(|(index, bloc)| Column {
                seats: bloc.seats,
                fixed: bloc.base + way + mood + at.lobbying(party, BlocId::from_index(index)),
                validation: bloc.validation,
            })
            .collect();
        let mut home = Self {
            blocs,
            cells: Vec::new(),
            starts: Vec::new(),
            nets: Vec::new(),
            links: Vec::new(),
            felt: backing_felt(game, at, party),
            fragility,
            lapsing: vec![0; chamber.blocs.len()],
            unit: game.level.unit.max(1),
            range: game.rules.vote_range,
            quorum: chamber.quorum,
            swing: chamber.swing,
        };
        home.add_cells(game, at, table, party, chamber);
        home.add_links(game, at, table, party, chamber);
        Some(home)
    }

    fn add_cells(&mut self, game: &Game, at: &Position, table: &Table, party: PartyId, chamber: &Chamber) {
        for axis in &table.axes {
            let issue = game.level.issue(axis.issue);
            let before = &game.level.choice(axis.issue, at.option(axis.issue)).effects;
            self.starts.push(self.cells.len());
            for row in 0..axis.rows.len() {
                let option = axis.outcome(row, &at.in_force);
                let start = self.nets.len();
                self.nets.resize(start + chamber.blocs.len(), 0);
                let nets = &mut self.nets[start..];
                add_net(nets, chamber, &game.level.choice(axis.issue, option).effects, party, 1);
                add_net(nets, chamber, before, party, -1);
                let set = !table.leaves(axis, row);
                let backing = game.backing(axis.issue, option);
                let backing = backing.filter(|(to, _)| set && *to == party && game.rules.on.validation);
                self.cells.push(Cell {
                    backing: backing.map_or(0, |(_, level)| level),
                    votes: set && issue.ratify,
                });
            }
        }
    }

    fn add_links(&mut self, game: &Game, at: &Position, table: &Table, party: PartyId, chamber: &Chamber) {
        for linkage in &game.level.linkages {
            let mut net = vec![0; chamber.blocs.len()];
            add_net(&mut net, chamber, &linkage.effects, party, 1);
            if net.iter().all(|n| *n == 0) {
                continue;
            }
            let mut reads = Vec::new();
            let mut possible = true;
            for (issue, options) in &linkage.when {
                match table.axes.iter().position(|axis| axis.issue == *issue) {
                    Some(index) => {
                        let axis = &table.axes[index];
                        let counts = (0..axis.rows.len())
                            .map(|row| options.contains(&axis.outcome(row, &at.in_force)))
                            .collect();
                        reads.push((index, counts));
                    }
                    None => possible &= options.contains(&at.option(*issue)),
                }
            }
            if !possible || reads.is_empty() {
                continue;
            }
            if linkage.when.iter().all(|(issue, options)| options.contains(&at.option(*issue))) {
                for (lapse, net) in self.lapsing.iter_mut().zip(&net) {
                    *lapse += net;
                }
            }
            self.links.push(Link { reads, net });
        }
    }

    /// Whether it passes a package with at least this many chances in a hundred, or has no say.
    #[must_use]
    pub fn reaches(&self, rows: &[usize], chances: i64) -> bool {
        let mut nets = [0i64; MAX_BLOCS];
        let mut put = |more: &[i64], sign: i64| {
            for (net, more) in nets.iter_mut().zip(more) {
                *net += sign * more;
            }
        };
        let (mut backing, mut votes) = (self.felt, false);
        let count = self.blocs.len();
        for (start, row) in self.starts.iter().zip(rows) {
            let cell = &self.cells[start + row];
            put(&self.nets[(start + row) * count..][..count], 1);
            backing = backing.max(cell.backing);
            votes |= cell.votes;
        }
        if !votes {
            return true;
        }
        for link in self.links.iter().filter(|link| link.holds(rows)) {
            put(&link.net, 1);
        }
        put(&self.lapsing, -1);
        if chances <= 0 {
            return true;
        }
        let Some(swing) = self.worst_swing(chances) else { return false };
        let swing = swing * 100;
        let yes: i64 = self
            .blocs
            .iter()
            .zip(nets)
            .map(|(column, net)| {
                let net =
                    column.fixed + net / self.unit + backing_net(column.validation, backing, self.fragility);
                yes_votes(column.seats, net + swing, self.range)
            })
            .sum();
        yes >= self.quorum
    }

    /// The worst swing that a chamber has to bear to pass with these chances; `None` if even all swings
    /// are too few. Votes only rise with the swing, so passing there is passing at every better one.
    fn worst_swing(&self, chances: i64) -> Option<i64> {
        let all = (2 * self.swing + 1) * (2 * self.swing + 1);
        let mut ways = 0;
        for swing in (-2 * self.swing..=2 * self.swing).rev() {
            ways += 2 * self.swing + 1 - swing.abs();
            if ways * 100 >= chances * all {
                return Some(swing);
            }
        }
        None
    }
}

impl Link {
    fn holds(&self, rows: &[usize]) -> bool {
        self.reads.iter().all(|(axis, counts)| counts[rows[*axis]])
    }
}

/// Adds a party's effects to the undivided net of each bloc.
fn add_net(nets: &mut [i64], chamber: &Chamber, effects: &[Effect], party: PartyId, sign: i64) {
    for effect in effects.iter().filter(|effect| effect.party == party) {
        for (net, bloc) in nets.iter_mut().zip(&chamber.blocs) {
            *net += sign * effect.units * bloc.weights[effect.interest.index()];
        }
    }
}
