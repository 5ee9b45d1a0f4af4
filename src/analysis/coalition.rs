//! Who could sign what with whom: the packages open to a coalition, what they are worth to it, and what they do to others.

use super::games::Worths;
use super::search;
use super::survey::Survey;
use crate::rules::appraise::crosses;
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, IssueId, PartyId, PartySet, Points};
use crate::rules::package::Package;
use crate::rules::payoff::{EXACT_LIMIT, Payoff, Table};
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;

/// The issues that some parties can settle between them: all whose consent it takes are among them, and no pact with others holds
/// the issue. Where and when they meet does not count.
#[must_use]
pub fn open_issues(game: &Game, at: &Position, parties: PartySet) -> Vec<IssueId> {
    let held = |issue: IssueId| at.held_by(issue).is_some_and(|pact| !parties.covers(pact.parties));
    let open = |issue: &IssueId| parties.covers(game.level.issue(*issue).consent) && !held(*issue);
    game.issue_ids().filter(open).collect()
}

/// The payoff table of the packages open to a coalition, without what a supposed mandate of one of them forbids.
#[must_use]
pub fn table(standpoint: &Standpoint<'_>, parties: PartySet) -> Table {
    let issues = open_issues(standpoint.game, standpoint.at, parties);
    let mut table = Table::compile(standpoint, parties, issues.into_iter());
    table.keep_rows(|issue, option| !parties.iter().any(|party| crosses(standpoint, party, issue, option)));
    table
}

/// What a coalition could have for itself, and what that would do to the others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Coalition {
    /// Who.
    pub parties: PartySet,
    /// v(S): the largest sum of their gains over no deal, over the packages that they alone can sign; 0 if they had better sign
    /// nothing. In score units.
    pub worth: Points,
    /// That package, the first of several; `None` if they had better sign nothing.
    pub package: Option<Package>,
    /// What that package changes for everyone against no deal, those outside included.
    pub effect: ByParty<Points>,
    /// Whether all packages were looked at. If not, the worth is at least this.
    pub exact: bool,
}

/// The worth of a coalition, with the table of what it can sign.
#[must_use]
pub fn coalition(game: &Game, table: &Table, no_deal: &Payoff) -> Coalition {
    let parties = table.parties;
    let slots: Vec<usize> = parties.iter().map(PartyId::index).collect();
    let joint = |payoff: &Payoff| slots.iter().map(|slot| payoff[*slot] - no_deal[*slot]).sum::<Points>();
    let mut found = Coalition {
        parties,
        worth: 0,
        package: None,
        effect: game.by_party(|_| 0),
        exact: table.size() <= EXACT_LIMIT || table.count(game, EXACT_LIMIT + 1).is_some(),
    };
    let mut best: Payoff = *no_deal;
    let mut look = |rows: &[usize], payoff: &Payoff| {
        let worth = joint(payoff);
        if worth > found.worth {
            (found.worth, best) = (worth, *payoff);
            found.package = Some(table.package(rows));
        }
    };
    if found.exact {
        table.for_each(game, look);
    } else {
        let (_, packages) = search::search(game, table, &slots, no_deal);
        packages.iter().for_each(|(rows, payoff)| look(rows, payoff));
    }
    if found.package.is_some() {
        found.effect = game.by_party(|party| best[party.index()] - no_deal[party.index()]);
    }
    found
}

/// Every coalition of two or more out of some parties, small ones first.
#[must_use]
pub fn coalitions(standpoint: &Standpoint<'_>, among: PartySet) -> Vec<Coalition> {
    let no_deal = standpoint.no_deal();
    let sets = among.subsets(2);
    sets.into_iter().map(|set| coalition(standpoint.game, &table(standpoint, set), &no_deal)).collect()
}

/// The game of these coalitions, whose players are the parties among whom they were formed, in order. Alone a party has 0.
#[must_use]
pub fn worths(coalitions: &[Coalition], among: PartySet) -> Worths {
    let players: Vec<PartyId> = among.iter().collect();
    Worths::new(players.len(), |set| {
        let parties: PartySet =
            set.iter().filter_map(|player| players.get(player.index()).copied()).collect();
        let found = coalitions.iter().find(|coalition| coalition.parties == parties);
        found.map_or(0, |coalition| i128::from(coalition.worth))
    })
}

/// The least that a party should accept, and where that comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reservation {
    /// The static one: its score if nothing more is signed.
    pub no_deal: Points,
    /// The endogenous one: the larger of that and what it has at the Nash solution of the best pact of two that it could sign
    /// instead.
    pub value: Points,
    /// With whom, if such a pact is better than no deal.
    pub instead: Option<PartyId>,
}

/// The reservation values of all parties against a pact of a coalition.
///
/// Of several Nash solutions of a pair the one that is worst for the party counts: no more than that can be relied on.
#[must_use]
pub fn reservations(standpoint: &Standpoint<'_>, parties: PartySet) -> ByParty<Reservation> {
    let game = standpoint.game;
    let no_deal = standpoint.no_deal();
    let mut all = game.by_party(|party| {
        let no_deal = no_deal[party.index()];
        Reservation { no_deal, value: no_deal, instead: None }
    });
    let pairs = game.level.everyone().subsets(2).into_iter().filter(|pair| pair.len() == 2);
    for pair in pairs.filter(|pair| *pair != parties) {
        let table = table(standpoint, pair);
        let survey = Survey::of(game, &table, &no_deal);
        let nash = super::solutions(&survey).nash;
        for party in pair.iter() {
            let points = nash.iter().map(|at| survey.rational.points()[*at][party.index()]);
            let own = &mut all[party];
            if let Some(value) = points.min()
                && value > own.value
            {
                own.value = value;
                own.instead = pair.without(party).iter().next();
            }
        }
    }
    all
}
