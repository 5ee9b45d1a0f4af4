//! What an opponent answers at Reckoning: which project, whether to object, whether to keep its word.

use super::aspiration::Temper;
use crate::rules::command::{Answer, Ask};
use crate::rules::event::{Event, LapseCause};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, PactId, PledgeId, Points, ProjectId, ThreatId};
use crate::rules::legal::{answers, own_side};
use crate::rules::position::Position;
use crate::rules::projection::{best_project, project_gain};
use crate::rules::referee::lapsing;
use crate::rules::stakes::{breach_cost, carried_out, stakes};
use crate::rules::standpoint::Standpoint;
use crate::view::View;

/// The answer to what the seat is asked now.
pub(super) fn answer(game: &Game, view: &View, temper: &Temper) -> Answer {
    let Some((_, ask)) = view.position.asked else { return Answer::No };
    let wanted = match ask {
        Ask::Place(pledge) => Answer::Project(place(game, view, pledge)),
        Ask::Object(pledge, project) => yes(gain(game, view, pledge, project) < 0),
        Ask::Overrule(pledge, project) => yes(gain(game, view, pledge, project) > temper.scruple),
        Ask::Deliver(pact, issue) => deliver(game, view, temper, pact, issue),
        Ask::CarryOut(threat) => yes(carries_out(game, view, threat)),
    };
    let open = answers(game, &view.position, view.seat);
    if open.contains(&wanted) { wanted } else { ask.safe() }
}

fn yes(yes: bool) -> Answer {
    if yes { Answer::Yes } else { Answer::No }
}

fn place(game: &Game, view: &View, pledge: PledgeId) -> Option<ProjectId> {
    let at = &view.position;
    let rule = game.level.pledge(pledge).rule(at.option(game.level.pledge(pledge).governance.0))?;
    let percent = view.standpoint(game).percent;
    best_project(game, pledge, rule, &at.pledges[pledge.index()], at.round, &percent)
}

/// What the seat gains from a project that is put forward.
fn gain(game: &Game, view: &View, pledge: PledgeId, project: ProjectId) -> Points {
    let at = &view.position;
    let Some(rule) = game.level.pledge(pledge).rule(at.option(game.level.pledge(pledge).governance.0)) else {
        return 0;
    };
    let state = &at.pledges[pledge.index()];
    project_gain(game, pledge, (rule, state), project, at.round, &view.standpoint(game).percent, view.seat)
}

/// A threat is carried out where that costs its maker less than backing down.
fn carries_out(game: &Game, view: &View, threat: ThreatId) -> bool {
    let standpoint = view.standpoint(game);
    let carried = carried_out(game, threat, view.seat, &standpoint.percent);
    let backed = stakes(game, &view.position, threat)
        .map_or(0, |stakes| stakes.backing_down.points(percent_of_standing(game, &standpoint, view)));
    carried > backed
}

fn percent_of_standing(game: &Game, standpoint: &Standpoint<'_>, view: &View) -> i64 {
    game.level.standing.map_or(0, |interest| standpoint.percent[view.seat][interest.index()])
}

/// A promise is broken where that gains more than the seat's scruple, what it costs in standing and what
/// the others can still withdraw taken off; it is put off where the last round, in which nobody can
/// withdraw any more, would make breaking it worthwhile.
fn deliver(game: &Game, view: &View, temper: &Temper, pact: PactId, issue: IssueId) -> Answer {
    let standpoint = view.standpoint(game);
    let own = |at: &Position| standpoint.moved_to(at).no_deal()[view.seat.index()];
    let at = &view.position;
    let now = own(at);
    let mut broken = at.clone();
    end_terms(game, &mut broken, pact, &[issue]);
    let cost = breach_cost(game, at, pact).points(percent_of_standing(game, &standpoint, view));
    let at_last = own(&broken) - now + cost;
    let last = at.round >= game.level.last_round();
    let mut withdrawn = broken.clone();
    let others = at.pact(pact).map(|pact| pact.parties.without(view.seat)).unwrap_or_default();
    for other in others.iter() {
        let side = own_side(game, &withdrawn, other, pact);
        let mut then = withdrawn.clone();
        end_terms(game, &mut then, pact, &side);
        let theirs = |at: &Position| standpoint.moved_to(at).no_deal()[other.index()];
        if theirs(&then) > theirs(&withdrawn) {
            withdrawn = then;
        }
    }
    let gains = if last { at_last } else { own(&withdrawn) - now + cost };
    let rounds = i64::from(at.round.until(game.level.last_round()));
    // Its word is worth more the longer it will be needed.
    if gains > temper.scruple * (1 + rounds) {
        return Answer::Break;
    }
    let next_is_last = at.round.next() >= game.level.last_round();
    if next_is_last && !last && at_last > 2 * temper.scruple { Answer::Delay } else { Answer::Keep }
}

/// Ends terms of a pact in a supposed position.
pub(super) fn end_terms(game: &Game, at: &mut Position, pact: PactId, issues: &[IssueId]) {
    for issue in issues {
        for (pact, issue, option) in lapsing(game, at, pact, *issue) {
            at.apply(game, &Event::Lapsed { pact, issue, option, cause: LapseCause::Condition });
        }
    }
}
