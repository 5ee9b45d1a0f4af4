//! The votes at home, with what was foreseen of each.

use crate::rules::chamber::{Forecast, forecast, forecast_at};
use crate::rules::event::{Event, Pact, Vote};
use crate::rules::game::Game;
use crate::rules::ids::{PactId, Round};
use crate::rules::package::Proposal;
use crate::rules::position::Position;

/// A vote and what was foreseen of it.
#[derive(Clone, Debug)]
pub struct AtHome {
    /// The vote.
    pub vote: Vote,
    /// When.
    pub round: Round,
    /// What the chamber was going to do when the pact was signed.
    pub signed: Option<Forecast>,
    /// What it was going to do just before it voted, after lobbying and measures.
    pub before: Option<Forecast>,
}

/// The votes of a log with every secret, in order.
#[must_use]
pub fn at_home(game: &Game, log: &[Event]) -> Vec<AtHome> {
    let mut at = Position::new(game);
    let mut foreseen: Vec<(PactId, Forecast)> = Vec::new();
    let mut votes = Vec::new();
    for event in log {
        match event {
            Event::Signed(pact) => {
                let proposal = of(pact);
                let say = pact.parties.iter().filter_map(|party| forecast(game, &at, party, &proposal));
                foreseen.extend(say.map(|forecast| (pact.id, forecast)));
            }
            Event::Voted(vote) => {
                let own = |(pact, one): &&(PactId, Forecast)| *pact == vote.pact && one.party == vote.party;
                let pact = at.pact(vote.pact);
                votes.push(AtHome {
                    vote: vote.clone(),
                    round: at.round,
                    signed: foreseen.iter().find(own).map(|(_, forecast)| forecast.clone()),
                    before: pact.and_then(|pact| forecast_at(game, &at, vote.party, &of(pact), pact.net)),
                });
            }
            _ => {}
        }
        at.apply(game, event);
    }
    votes
}

/// What was signed.
pub(super) fn of(pact: &Pact) -> Proposal {
    Proposal {
        parties: pact.parties,
        package: pact.package.clone().unwrap_or_default(),
        communique: pact.communique.clone(),
    }
}
