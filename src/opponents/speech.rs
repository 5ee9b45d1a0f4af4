//! What an opponent says of itself: the truth, nothing, or what is not so.

use super::aspiration::Temper;
use crate::rules::appraise::crosses;
use crate::rules::chance::{Chance, Purpose};
use crate::rules::command::Statement;
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, Points};
use crate::view::View;

/// What to say now: once a game what matters most, and now and then a red line.
pub(super) fn statement(game: &Game, view: &View, temper: &Temper) -> Option<Statement> {
    let at = &view.position;
    if temper.candour == 0 || at.spoken[view.seat] >= game.rules.speeches {
        return None;
    }
    let said = |fits: fn(&Statement) -> bool| {
        view.log.iter().any(
            |event| matches!(event, Event::Spoke { by, statement } if *by == view.seat && fits(statement)),
        )
    };
    let draw = Chance::new(temper.seed).draw(Purpose::Temper, at.round, view.seat, 4, 100);
    if i64::try_from(draw).unwrap_or(100) >= temper.candour.abs() {
        return None;
    }
    let honest = temper.candour > 0;
    if !said(|statement| matches!(statement, Statement::Priority(_))) {
        return priority(game, view, honest).map(Statement::Priority);
    }
    if !said(|statement| matches!(statement, Statement::Refuses(..))) {
        let (issue, option) = if honest { red_line(game, view)? } else { pretended(game, view)? };
        return Some(Statement::Refuses(issue, option));
    }
    None
}

fn worth(game: &Game, view: &View, issue: IssueId, option: OptionId) -> Points {
    let percent = &view.standpoint(game).percent[view.seat];
    let own = game.level.choice(issue, option).effects.iter().filter(|effect| effect.party == view.seat);
    own.map(|effect| effect.units * percent[effect.interest.index()]).sum()
}

fn options(game: &Game, issue: IssueId) -> impl Iterator<Item = OptionId> + use<> {
    (0..game.level.issue(issue).options.len()).map(OptionId::from_index)
}

/// The issue with most at stake for the seat; one who bluffs names the one that comes third.
fn priority(game: &Game, view: &View, honest: bool) -> Option<IssueId> {
    let mut stakes: Vec<(Points, IssueId)> = game
        .issue_ids()
        .map(|issue| {
            let worths: Vec<Points> = options(game, issue).map(|o| worth(game, view, issue, o)).collect();
            let most = worths.iter().max().copied().unwrap_or(0);
            (most - worths.iter().min().copied().unwrap_or(0), issue)
        })
        .filter(|(stake, _)| *stake > 0)
        .collect();
    stakes.sort_by_key(|(stake, issue)| (-stake, *issue));
    let place = if honest { 0 } else { 2.min(stakes.len().saturating_sub(1)) };
    stakes.get(place).map(|(_, issue)| *issue)
}

/// A red line of the seat's own mandate.
fn red_line(game: &Game, view: &View) -> Option<(IssueId, OptionId)> {
    let standpoint = view.standpoint(game);
    let all = game.issue_ids().flat_map(|issue| options(game, issue).map(move |option| (issue, option)));
    all.into_iter().find(|(issue, option)| crosses(&standpoint, view.seat, *issue, *option))
}

/// Of the options that cost the seat something and are no red line, the one that costs most.
fn pretended(game: &Game, view: &View) -> Option<(IssueId, OptionId)> {
    let standpoint = view.standpoint(game);
    let all = game.issue_ids().flat_map(|issue| options(game, issue).map(move |option| (issue, option)));
    let cost = |(issue, option): &(IssueId, OptionId)| {
        worth(game, view, *issue, view.position.option(*issue)) - worth(game, view, *issue, *option)
    };
    all.filter(|(issue, option)| {
        !crosses(&standpoint, view.seat, *issue, *option) && cost(&(*issue, *option)) > 0
    })
    .max_by_key(cost)
}
