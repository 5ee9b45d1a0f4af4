//! What stands in the way where nothing works.

use super::passes;
use super::sight::Sight;
use crate::rules::appraise::crosses;
use crate::rules::chamber::Forecast;
use crate::rules::event::Refused;
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PartyId, PartySet, Points};
use crate::rules::package::{Package, Proposal};
use crate::rules::payoff::{EXACT_LIMIT, Table, open_issues};
use crate::rules::standpoint::Standpoint;
use crate::view::View;

/// What stands in the way of an agreement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Obstacle {
    /// All gain from something that this chamber would refuse: the forecast for what all gain most evenly from.
    Chamber(Forecast),
    /// All would gain from something with this option, which this party never signs.
    Line(PartyId, IssueId, OptionId),
    /// Nothing that could be signed gives the seat more than no deal.
    OwnLoss,
    /// From nothing that gives the seat more than no deal this party is believed to gain.
    Loss(PartyId),
    /// Nothing is known of what this party wants, and it has asked for nothing yet.
    Unheard(PartyId),
    /// All gain from something, but they would not sign it now.
    Unwilling,
}

/// What stands in the way of a goal that has no answer.
pub(super) fn of(
    game: &Game,
    view: &View,
    parties: PartySet,
    taboos: &[Refused],
    sight: &Sight<'_>,
) -> Obstacle {
    let plain = |package: &Package| Proposal::plain(&game.level, parties, package.clone());
    if let Some(package) = &sight.options.refused_at_home
        && let Some(refused) = passes(game, view, &plain(package))
    {
        return Obstacle::Chamber(refused);
    }
    let standpoint = view.standpoint(game);
    let (own_gains, widest) = without_lines(&standpoint, view.seat, parties);
    if let Some(package) = &widest {
        let crossed = |party: PartyId, issue: IssueId, option: OptionId| {
            taboos.contains(&Refused { by: party, issue, option })
                || crosses(&standpoint, party, issue, option)
        };
        let all = package.terms().flat_map(|(issue, option)| parties.iter().map(move |p| (p, issue, option)));
        if let Some((party, issue, option)) = all.into_iter().find(|(p, i, o)| crossed(*p, *i, *o)) {
            return Obstacle::Line(party, issue, option);
        }
        if let Some(refused) = passes(game, view, &plain(package)) {
            return Obstacle::Chamber(refused);
        }
    }
    if !own_gains {
        return Obstacle::OwnLoss;
    }
    let hopes = parties.without(view.seat).iter().map(|party| (party, sight.hope(party)));
    let least = hopes.fold(None, |least: Option<(PartyId, f64)>, (party, hope)| {
        if least.is_some_and(|(_, other)| other <= hope) { least } else { Some((party, hope)) }
    });
    match least {
        Some((party, hope)) if hope < 0.5 || widest.is_none() => Obstacle::Loss(party),
        _ => Obstacle::Unwilling,
    }
}

/// Whether the seat gains from anything if nobody had a line, and what of that all gain from most evenly.
fn without_lines(standpoint: &Standpoint<'_>, seat: PartyId, parties: PartySet) -> (bool, Option<Package>) {
    let Standpoint { game, at, .. } = *standpoint;
    let table = Table::doubting(standpoint, parties, open_issues(game, at, parties).into_iter());
    let no_deal = standpoint.no_deal();
    let (mut own, mut widest): (bool, Option<(Points, Vec<usize>)>) = (false, None);
    if table.size() > EXACT_LIMIT {
        return (true, None);
    }
    let untouched = table.untouched();
    table.for_each(game, |rows, payoff| {
        let gain = |party: PartyId| payoff[party.index()] - no_deal[party.index()];
        if gain(seat) <= 0 || rows == untouched {
            return;
        }
        own = true;
        let least = parties.iter().map(gain).min().unwrap_or(0);
        if least > 0 && widest.as_ref().is_none_or(|(most, _)| least > *most) {
            widest = Some((least, rows.to_vec()));
        }
    });
    (own, widest.map(|(_, rows)| table.package(&rows)))
}
