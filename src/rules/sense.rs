//! Whether a level makes sense to play, beyond being well formed: doubts for its writer, not faults.
//!
//! It looks at the payoff table of everyone from the first decision on, by the public mean of all mandates
//! and where it says so by each mandate. A table that is too large to walk is passed over.

use super::appraise::crosses;
use super::chance::Chance;
use super::game::Game;
use super::home::Home;
use super::ids::{
    ArchetypeId, IssueId, OptionId, PartyId, PartySet, PledgeId, Points, ProjectId, Round, ThreatId,
};
use super::level::Alone;
use super::payoff::{EXACT_LIMIT, Payoff, Table};
use super::position::Position;
use super::projection::Row;
use super::referee;
use super::standpoint::Standpoint;

/// Something about a level that its writer may not have meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// There are too many packages to look at them all.
    TooLarge,
    /// These parties can sign together, but from nothing they could sign do all of them gain.
    EmptyZopa(PartySet),
    /// Nothing that it could sign gives this party more than no deal.
    Unwinnable(PartyId),
    /// Nothing that it could sign gives a party with this mandate more than no deal.
    UnwinnableMandate(PartyId, ArchetypeId),
    /// No package from which it gains would pass this party's chamber at the start.
    NoWinSet(PartyId),
    /// No pact, measure or date can bring this option into force.
    Unreachable(IssueId, OptionId),
    /// Whatever else is settled, another option is at least as good for all and better for one.
    Dominated(IssueId, OptionId, OptionId),
    /// Against the option in force at the start it costs nobody anything, whatever else is settled.
    CostsNobody(IssueId, OptionId),
    /// It can never fall due before the end.
    NeverDue(IssueId),
    /// The pledge never frees the money that this project takes.
    NeverPaid(PledgeId, ProjectId),
    /// Nothing that can be demanded with this threat can be brought about.
    NoDemand(ThreatId),
}

/// What is doubtful about a level under a rule book, in the order of [`Doubt`].
#[must_use]
pub fn doubts(game: &Game) -> Vec<Doubt> {
    let (mut at, _) = referee::open(game, Chance::new(0));
    // The mandates that were drawn are no part of the level.
    at.mandates = game.by_party(|_| None);
    let standpoint = Standpoint::new(game, &at);
    let mut found = Vec::new();
    bargains(game, &at, &standpoint, &mut found);
    unreachable(game, &mut found);
    options(game, &standpoint, &mut found);
    words(game, &mut found);
    found
}

/// Whether these parties can ever sign, in person or by cable.
fn can_sign(game: &Game, parties: PartySet) -> Option<Round> {
    let first = (1..=game.level.last_round().0).map(Round).find(|round| game.may_sign(*round, parties));
    first.filter(|_| parties.len() >= 2)
}

fn bargains(game: &Game, at: &Position, standpoint: &Standpoint<'_>, found: &mut Vec<Doubt>) {
    let no_deal = standpoint.no_deal();
    let mut wins = PartySet::NONE;
    let mut passes = PartySet::NONE;
    let sets = game.level.everyone().subsets(2);
    for parties in sets.into_iter().filter(|parties| can_sign(game, *parties).is_some()) {
        let table = Table::whole(standpoint, parties);
        if table.axes.is_empty() {
            continue;
        }
        if table.size() > EXACT_LIMIT {
            found.push(Doubt::TooLarge);
            // Not looked at is not lost.
            wins = wins.union(parties);
            passes = passes.union(parties);
            continue;
        }
        let homes = homes(game, at, &table, parties);
        let mut zopa = false;
        table.for_each(game, |rows, payoff| {
            zopa |= all_gain(parties, payoff, &no_deal);
            for party in parties.iter().filter(|p| payoff[p.index()] > no_deal[p.index()]) {
                wins = wins.with(party);
                let home = homes.iter().find(|(own, _)| *own == party);
                if !passes.has(party) && home.is_none_or(|(_, home)| home.reaches(rows, 1)) {
                    passes = passes.with(party);
                }
            }
        });
        if !zopa {
            found.push(Doubt::EmptyZopa(parties));
        }
    }
    for party in game.level.everyone().iter() {
        if !wins.has(party) {
            found.push(Doubt::Unwinnable(party));
        } else if !passes.has(party) {
            found.push(Doubt::NoWinSet(party));
        }
    }
    mandates(game, standpoint, wins, found);
}

fn homes(game: &Game, at: &Position, table: &Table, parties: PartySet) -> Vec<(PartyId, Home)> {
    parties.iter().filter_map(|party| Some((party, Home::of(game, at, table, party)?))).collect()
}

fn all_gain(parties: PartySet, payoff: &Payoff, no_deal: &[Points; 4]) -> bool {
    parties.iter().all(|p| payoff[p.index()] > no_deal[p.index()])
}

/// Mandates that leave their party nothing to gain, red lines included.
fn mandates(game: &Game, standpoint: &Standpoint<'_>, wins: PartySet, found: &mut Vec<Doubt>) {
    if !game.rules.on.mandates {
        return;
    }
    for party in wins.iter() {
        for mandate in (0..game.level.parties[party].archetypes.len()).map(ArchetypeId::from_index) {
            let supposed = standpoint.clone().supposing(party, mandate);
            let no_deal = supposed.no_deal();
            let sets = game.level.everyone().subsets(2);
            let own = sets.into_iter().filter(|set| set.has(party) && can_sign(game, *set).is_some());
            let gains = own.into_iter().any(|parties| {
                let mut table = Table::whole(&supposed, parties);
                if table.size() > EXACT_LIMIT {
                    return true;
                }
                table.keep_rows(|issue, option| !crosses(&supposed, party, issue, option));
                let mut gains = false;
                table.for_each(game, |_, payoff| gains |= payoff[party.index()] > no_deal[party.index()]);
                gains
            });
            if !gains {
                found.push(Doubt::UnwinnableMandate(party, mandate));
            }
        }
    }
}

/// Whether a pact, a measure or a date can bring an option into force.
fn reachable(game: &Game, issue: IssueId, option: OptionId) -> bool {
    let rule = game.level.issue(issue);
    let start = rule.start;
    if option == start || !game.in_play(issue) || rule.schedule.iter().any(|change| change.option == option) {
        return true;
    }
    let alone = game.rules.on.measures
        && match rule.alone {
            Alone::Never => false,
            Alone::TowardsFirst => option < start,
            Alone::TowardsLast => option > start,
        };
    let forbidden = |party: PartyId| {
        let archetypes = &game.level.parties[party].archetypes;
        game.rules.on.mandates
            && archetypes.iter().all(|archetype| {
                archetype.red_lines.iter().any(|line| line.issue == issue && line.options.contains(&option))
            })
    };
    let sets = game.level.everyone().subsets(2);
    let signed = sets.into_iter().any(|parties| {
        let willing = parties.iter().all(|party| !forbidden(party));
        parties.covers(rule.consent) && willing && can_sign(game, parties).is_some()
    });
    alone || signed
}

fn unreachable(game: &Game, found: &mut Vec<Doubt>) {
    for issue in game.issue_ids() {
        let count = game.level.issue(issue).options.len();
        let options = (0..count).map(OptionId::from_index);
        let lost = options.filter(|option| !reachable(game, issue, *option));
        found.extend(lost.map(|option| Doubt::Unreachable(issue, option)));
    }
}

/// Options that another is always at least as good as, and options that cost nobody anything.
fn options(game: &Game, standpoint: &Standpoint<'_>, found: &mut Vec<Doubt>) {
    let table = Table::whole(standpoint, game.level.everyone());
    if table.axes.is_empty() || table.size() > EXACT_LIMIT {
        return;
    }
    for (place, axis) in table.axes.iter().enumerate() {
        let count = axis.rows.len();
        // For each pair of rows: whether the second was ever worse for somebody, or better for one.
        let mut worse = vec![false; count * count];
        let mut better = vec![false; count * count];
        let mut rows = Vec::new();
        table.for_each(game, |at, payoff| {
            rows.clear();
            rows.extend_from_slice(at);
            for other in (0..count).filter(|other| *other != at[place]) {
                let pair = at[place] * count + other;
                if worse[pair] {
                    continue;
                }
                rows[place] = other;
                if table.allows(game, &rows) {
                    let then = table.payoff(&rows);
                    worse[pair] |= then.iter().zip(payoff).any(|(then, now)| then < now);
                    better[pair] |= then.iter().zip(payoff).any(|(then, now)| then > now);
                }
            }
        });
        let option = |row: usize| match axis.rows[row] {
            Row::Set(option) => Some(option),
            Row::Alone => None,
        };
        let start = game.level.issue(axis.issue).start;
        for (from, to) in (0..count).flat_map(|from| (0..count).map(move |to| (from, to))) {
            let (Some(now), Some(then)) = (option(from), option(to)) else { continue };
            let pair = from * count + to;
            if from == to || worse[pair] || !better[pair] {
                continue;
            }
            found.push(match now == start {
                true => Doubt::CostsNobody(axis.issue, then),
                false => Doubt::Dominated(axis.issue, now, then),
            });
        }
    }
}

/// Promises that are never tested, projects that are never paid for, threats without a demand.
fn words(game: &Game, found: &mut Vec<Doubt>) {
    let last = game.level.last_round();
    if game.rules.on.promises {
        for issue in game.issue_ids() {
            let Some(promise) = &game.level.issue(issue).promise else { continue };
            let consent = game.level.issue(issue).consent;
            let sets = game.level.everyone().subsets(2).into_iter().filter(|set| set.covers(consent));
            let first = sets.filter_map(|set| can_sign(game, set)).min();
            if first.is_some_and(|first| first.0.saturating_add(promise.due) > last.0) {
                found.push(Doubt::NeverDue(issue));
            }
        }
    }
    if game.rules.on.projects {
        for id in game.level.pledge_ids() {
            let pledge = game.level.pledge(id);
            let most = pledge.amount.1.iter().copied().max().unwrap_or(0);
            let share: i64 = pledge.pace.1.iter().map(|pace| pace.iter().sum()).max().unwrap_or(0);
            let projects = pledge.projects.iter().enumerate();
            let dear = projects.filter(|(_, project)| project.size > most * share / 100);
            found.extend(dear.map(|(at, _)| Doubt::NeverPaid(id, ProjectId::from_index(at))));
        }
    }
    if game.rules.on.threats {
        for id in game.level.threat_ids() {
            let demands = &game.level.threat(id).demands;
            let open = demands.iter().any(|(issue, options)| {
                game.in_play(*issue) && options.iter().any(|option| reachable(game, *issue, *option))
            });
            if !open {
                found.push(Doubt::NoDemand(id));
            }
        }
    }
}
