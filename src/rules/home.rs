//! Each bloc as one more column of the payoff table: whether a chamber would pass a package, without
//! making a whole forecast of it. It answers exactly as [`super::chamber::forecast`] does.

use super::chamber::{backing_felt, backing_net, mood, way_net, yes_votes};
use super::game::Game;
use super::ids::{BlocId, Centi, PartyId};
use super::level::{Bloc, Chamber, Effect};
use super::package::{Communique, Package, Proposal};
use super::payoff::Table;
use super::position::Position;

/// What a party's chamber would make of every package of a table.
#[derive(Clone, Debug)]
pub struct Home {
    blocs: Vec<Column>,
    /// By axis and row: undivided net of each bloc, backing given, and whether a vote is needed.
    cells: Vec<Vec<Cell>>,
    links: Vec<Link>,
    felt: Centi,
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
    bloc: Bloc,
    fragility: Centi,
}

#[derive(Clone, Debug)]
struct Cell {
    net: Vec<i64>,
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
        let plain = Proposal {
            parties: table.parties,
            package: Package::empty(),
            communique: Communique::default(),
        };
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
                bloc: bloc.clone(),
                fragility,
            })
            .collect();
        let mut home = Self {
            blocs,
            cells: cells(game, at, table, party, chamber),
            links: Vec::new(),
            felt: backing_felt(game, at, party),
            lapsing: vec![0; chamber.blocs.len()],
            unit: game.level.unit.max(1),
            range: game.rules.vote_range,
            quorum: chamber.quorum,
            swing: chamber.swing,
        };
        home.add_links(game, at, table, party, chamber);
        Some(home)
    }

    fn add_links(&mut self, game: &Game, at: &Position, table: &Table, party: PartyId, chamber: &Chamber) {
        for linkage in &game.level.linkages {
            let net = net_of(chamber, &linkage.effects, party);
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
        let cells = || self.cells.iter().zip(rows).map(|(axis, row)| &axis[*row]);
        if !cells().any(|cell| cell.votes) {
            return true;
        }
        let backing = cells().map(|cell| cell.backing).max().unwrap_or(0).max(self.felt);
        let swing = self.worst_swing(chances) * 100;
        let yes: i64 = self
            .blocs
            .iter()
            .enumerate()
            .map(|(b, column)| {
                let terms: i64 = cells().map(|cell| cell.net[b]).sum();
                let linked: i64 =
                    self.links.iter().filter(|link| link.holds(rows)).map(|link| link.net[b]).sum();
                let net = column.fixed
                    + (terms + linked - self.lapsing[b]) / self.unit
                    + backing_net(&column.bloc, backing, column.fragility);
                yes_votes(column.seats, net + swing, self.range)
            })
            .sum();
        yes >= self.quorum
    }

    /// The worst swing that a chamber has to bear to pass with these chances: votes only rise with
    /// the swing, so passing there is passing at every better one.
    fn worst_swing(&self, chances: i64) -> i64 {
        let all = (2 * self.swing + 1) * (2 * self.swing + 1);
        let mut ways = 0;
        for swing in (-2 * self.swing..=2 * self.swing).rev() {
            ways += 2 * self.swing + 1 - swing.abs();
            if ways * 100 >= chances * all {
                return swing;
            }
        }
        -2 * self.swing
    }
}

impl Link {
    fn holds(&self, rows: &[usize]) -> bool {
        self.reads.iter().all(|(axis, counts)| counts[rows[*axis]])
    }
}

fn cells(game: &Game, at: &Position, table: &Table, party: PartyId, chamber: &Chamber) -> Vec<Vec<Cell>> {
    table
        .axes
        .iter()
        .map(|axis| {
            let now = at.option(axis.issue);
            let before = net_of(chamber, &game.level.choice(axis.issue, now).effects, party);
            let left_alone = |row: usize| table.leaves(axis, row);
            (0..axis.rows.len())
                .map(|row| {
                    let option = axis.outcome(row, &at.in_force);
                    let mut net = net_of(chamber, &game.level.choice(axis.issue, option).effects, party);
                    for (net, before) in net.iter_mut().zip(&before) {
                        *net -= before;
                    }
                    let set = !left_alone(row);
                    let backing = game.backing(axis.issue, option).filter(|(to, _)| set && *to == party);
                    Cell {
                        net,
                        backing: backing.filter(|_| game.rules.on.validation).map_or(0, |(_, level)| level),
                        votes: set && game.level.issue(axis.issue).ratify,
                    }
                })
                .collect()
        })
        .collect()
}

/// Undivided net of each bloc for a party's effects.
fn net_of(chamber: &Chamber, effects: &[Effect], party: PartyId) -> Vec<i64> {
    chamber
        .blocs
        .iter()
        .map(|bloc| {
            effects
                .iter()
                .filter(|effect| effect.party == party)
                .map(|effect| effect.units * bloc.weights[effect.interest.index()])
                .sum()
        })
        .collect()
}
