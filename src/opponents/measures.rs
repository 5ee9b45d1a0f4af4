//! What an opponent does alone: it lobbies for a pact that is in doubt, keeps a stock from running
//! out, and moves an issue that it controls where that serves it.

use super::aspiration::Temper;
use super::threats;
use crate::rules::appraise::by_interest;
use crate::rules::chamber::{Forecast, forecast_at, yes_votes};
use crate::rules::command::Measure;
use crate::rules::game::Game;
use crate::rules::ids::{BlocId, ResourceId};
use crate::rules::legal::{measures, moved};
use crate::rules::package::Proposal;
use crate::rules::referee::supply;
use crate::rules::standpoint::Standpoint;
use crate::view::View;

/// Chances in a hundred below which a signed pact is worth lobbying for.
const IN_DOUBT: i64 = 95;

/// The measure to take now.
pub(super) fn pick(game: &Game, view: &View, temper: &Temper) -> Measure {
    let open = measures(game, &view.position, view.seat);
    let candidates = [
        threats::snap_back(game, view),
        lobby(game, view),
        threats::climb(game, view, temper),
        build(game, view),
        gainful_move(game, view, &open),
        threats::mediate(game, view),
    ];
    candidates.into_iter().flatten().find(|measure| open.contains(measure)).unwrap_or(Measure::Nothing)
}

/// Lobbying the bloc that it moves most, for the own pact that is most in doubt.
fn lobby(game: &Game, view: &View) -> Option<Measure> {
    let at = &view.position;
    let doubt: Forecast = at
        .signed()
        .filter(|pact| pact.parties.has(view.seat))
        .filter_map(|pact| {
            let proposal = Proposal {
                parties: pact.parties,
                package: pact.package.clone()?,
                communique: pact.communique.clone(),
            };
            forecast_at(game, at, view.seat, &proposal, pact.net)
        })
        .filter(|forecast| !forecast.reaches(IN_DOUBT))
        .min_by_key(|forecast| forecast.passing)?;
    let won = |index: usize| {
        let bloc = &doubt.blocs[index];
        yes_votes(bloc.seats, bloc.net + game.rules.lobby_net, game.rules.vote_range) - bloc.yes
    };
    let best = (0..doubt.blocs.len()).rev().max_by_key(|index| won(*index))?;
    (won(best) > 0).then_some(Measure::Lobby(BlocId::from_index(best)))
}

/// Building stock, or capacity that will run in time, where the stock will not last.
fn build(game: &Game, view: &View) -> Option<Measure> {
    let at = &view.position;
    let rounds_left = i64::from(at.round.until(game.level.last_round()));
    (0..game.level.resources.len()).map(ResourceId::from_index).find_map(|id| {
        let resource = game.level.resource(id);
        let drain = resource.uses - supply(game, at, id);
        let lasts = at.stocks[id.index()].left >= drain * rounds_left;
        if resource.user != view.seat || drain <= 0 || lasts {
            return None;
        }
        let in_time = resource.capacity.is_some_and(|(_, lead)| i64::from(lead) < rounds_left);
        let funded = at.stocks[id.index()].coming.is_some();
        Some(if in_time && !funded { Measure::FundCapacity(id) } else { Measure::BuildStock(id) })
    })
}

/// Moving an issue one step where the own no-deal value gains from it.
fn gainful_move(game: &Game, view: &View, open: &[Measure]) -> Option<Measure> {
    let own = |at: &crate::rules::position::Position| -> i64 {
        by_interest(&Standpoint::new(game, at), view.seat, None).iter().sum()
    };
    let now = own(&view.position);
    open.iter()
        .filter_map(|measure| {
            let Measure::Move { issue, steps: 1 } = *measure else { return None };
            let option = moved(game, &view.position, view.seat, issue, 1).ok()?;
            let mut then = view.position.clone();
            then.in_force[issue.index()] = option;
            Some((own(&then) - now, *measure))
        })
        .filter(|(gain, _)| *gain > 0)
        .max_by_key(|(gain, _)| *gain)
        .map(|(_, measure)| measure)
}
