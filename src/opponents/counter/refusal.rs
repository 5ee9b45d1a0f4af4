//! What is behind a refusal, as far as the seat may know: what blocks, how far off it is, and the cheapest change that would help.

use super::super::belief::Belief;
use super::super::negotiator::SIGNS_AT;
use crate::rules::appraise::{Blocker, Fix, appraise, cheapest_fix};
use crate::rules::command::Reason;
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, IssueId, OptionId, PartyId, Points};
use crate::rules::legal::{Refusal, check_term};
use crate::rules::package::Proposal;
use crate::rules::rulebook::Knowledge;
use crate::view::View;

/// What is behind a refusal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Behind {
    /// What rules it out for whoever refused, and what would clear it.
    pub blocker: Option<Blocker>,
    /// From what to what whoever refused may gain by it over no deal; `None` where knowledge is sealed.
    pub gains: Option<(Points, Points)>,
    /// The change that was asked for, or else the cheapest one that is believed to help. What it is worth to others counts only as far as
    /// their figures are open.
    pub fix: Option<Fix>,
    /// Whether that is what was asked for.
    pub asked: bool,
    /// Whether the own mandate of the seat forbids what was asked for.
    pub forbidden: bool,
}

/// What the seat of a view may know of why a party refused a proposal. `reason` is what it said.
#[must_use]
pub fn behind(
    game: &Game,
    view: &View,
    belief: &Belief,
    proposal: &Proposal,
    (by, reason): (PartyId, Option<Reason>),
) -> Behind {
    let sealed = game.knowledge == Knowledge::Sealed;
    let gains = belief.estimate(game, view, by, proposal).map(|found| (found.low, found.high));
    let mut told = Behind { blocker: None, gains, fix: None, asked: false, forbidden: false };
    match reason {
        Some(Reason::RedLine(issue, option)) => {
            told.blocker = Some(line(game, view, belief, proposal, (by, issue, option)));
        }
        Some(Reason::TooLittle { ask: Some((issue, option)) }) => {
            told.asked = true;
            told.fix = Some(asked(game, view, proposal, by, (issue, option)));
            let term = check_term(game, &view.position, view.seat, proposal.parties, issue, option);
            told.forbidden = matches!(term, Err(Refusal::RedLine(..)));
        }
        _ if !sealed => told.fix = believed(game, view, belief, proposal, by),
        _ => {}
    }
    told
}

/// A line that was named, with what would clear it by the likeliest mandate that has it.
fn line(
    game: &Game,
    view: &View,
    belief: &Belief,
    proposal: &Proposal,
    (by, issue, option): (PartyId, IssueId, OptionId),
) -> Blocker {
    let what = Refusal::RedLine(issue, option);
    let plain = Blocker { what, cleared_by: vec![(issue, None)] };
    if game.knowledge == Knowledge::Sealed || !game.rules.on.mandates {
        return plain;
    }
    let has = |at: &usize| {
        let lines = &game.level.archetype(by, ArchetypeId::from_index(*at)).red_lines;
        lines.iter().any(|line| line.issue == issue && line.options.contains(&option))
    };
    let mut likeliest: Option<(f64, usize)> = None;
    for (at, odds) in belief.odds(by).iter().enumerate().filter(|(at, _)| has(at)) {
        if likeliest.is_none_or(|(most, _)| *odds > most) {
            likeliest = Some((*odds, at));
        }
    }
    let Some((_, at)) = likeliest else { return plain };
    let supposed = view.standpoint(game).supposing(by, ArchetypeId::from_index(at));
    let blockers = appraise(&supposed, by, proposal).blockers;
    blockers.into_iter().find(|blocker| blocker.what == what).unwrap_or(plain)
}

/// The change that was asked for, with what it would cost the seat.
fn asked(
    game: &Game,
    view: &View,
    proposal: &Proposal,
    by: PartyId,
    (issue, option): (IssueId, OptionId),
) -> Fix {
    let standpoint = view.standpoint(game);
    let changed = proposal.changed(issue, Some(option));
    let more = |party: PartyId| {
        appraise(&standpoint, party, &changed).total - appraise(&standpoint, party, proposal).total
    };
    let worth = if game.knowledge == Knowledge::Sealed { 0 } else { more(by) };
    Fix { issue, option: Some(option), worth, cost: -more(view.seat) }
}

/// The cheapest change that would make it work for whoever refused, by its likeliest mandate; none where it works already.
fn believed(game: &Game, view: &View, belief: &Belief, proposal: &Proposal, by: PartyId) -> Option<Fix> {
    let plain = view.standpoint(game);
    let supposed = match game.rules.on.mandates && plain.mandates[by].is_none() {
        true => plain.supposing(by, belief.likeliest(by)),
        false => plain,
    };
    if appraise(&supposed, by, proposal).works(SIGNS_AT) {
        return None;
    }
    cheapest_fix(&supposed, by, view.seat, proposal, SIGNS_AT)
}
