//! What a seat reads in its own log: what it has put, what was refused, who insulted it.

use crate::rules::command::{Reason, Statement};
use crate::rules::event::{Event, Offer};
use crate::rules::game::Game;
use crate::rules::ids::{OfferId, PartyId, PartySet, Round};
use crate::rules::level::Issue;
use crate::rules::package::Package;
use crate::view::View;

/// Packages that the seat has put to some parties this round.
pub(super) fn put(view: &View, parties: PartySet) -> impl Iterator<Item = &Package> {
    let at = &view.position;
    let own = move |o: &&Offer| o.from == view.seat && o.made == at.round && o.proposal.parties == parties;
    at.offers.iter().filter(own).map(|offer| &offer.proposal.package)
}

/// Whether the seat has told a partner this round that nothing works.
pub(super) fn told(view: &View, other: PartyId) -> bool {
    let round = view.log.iter().rev().take_while(|event| !matches!(event, Event::RoundBegan(_)));
    let nothing = |event: &Event| {
        matches!(event, Event::Spoke { by, statement: Statement::NothingWorks(party, _) }
            if *by == view.seat && *party == other)
    };
    round.into_iter().any(nothing)
}

/// Packages that the seat has put to some parties and that were refused, as long as nothing has changed since: no pact
/// has been signed. At the last stop all may be asked again.
pub(super) fn refused(view: &View, parties: PartySet, last: bool) -> impl Iterator<Item = &Package> {
    let since = view.log.iter().rposition(|event| matches!(event, Event::Signed(_))).unwrap_or(0);
    let log = view.log[since..].iter().enumerate();
    let own = log.filter_map(move |(at, event)| match event {
        Event::Offered(offer) if offer.from == view.seat && offer.proposal.parties == parties => {
            Some((since + at, offer))
        }
        _ => None,
    });
    let declined = move |(at, offer): &(usize, &Offer)| {
        let after = view.log[*at..].iter();
        after.into_iter().any(|event| matches!(event, Event::Declined { offer: id, .. } if *id == offer.id))
    };
    own.filter(move |_| !last).filter(declined).map(|(_, offer)| &offer.proposal.package)
}

/// How often the seat's partners have offered it less than it has without them, before this round.
pub(super) fn insults(view: &View, parties: PartySet) -> i64 {
    let began = view.log.iter().rposition(|event| matches!(event, Event::RoundBegan(_))).unwrap_or(0);
    let offers = view.log[..began].iter().filter_map(|event| match event {
        Event::Declined { offer, by, reason: Some(Reason::WorseThanNoDeal) } if *by == view.seat => {
            Some(offer)
        }
        _ => None,
    });
    let from = |id: &&OfferId| {
        view.log[..began].iter().any(|event| {
            matches!(event, Event::Offered(offer) if offer.id == **id && offer.proposal.parties == parties)
        })
    };
    i64::try_from(offers.filter(from).count()).unwrap_or(0)
}

/// Whether no later stop brings these parties together.
pub(super) fn last_stop(game: &Game, view: &View, parties: PartySet) -> bool {
    let mut later = view.position.round.0 + 1..=game.level.last_round().0;
    !later.any(|round| game.seating(Round(round), parties).is_some())
}

/// Whether nothing but pacts ever changes what a package is worth.
pub(super) fn timeless(game: &Game) -> bool {
    let on = &game.rules.on;
    let still = |issue: &Issue| {
        issue.schedule.is_empty() && issue.options.iter().all(|option| option.per_round.is_empty())
    };
    let quiet = !(on.calendar || on.chambers || on.measures || on.minerals || on.events || on.promises);
    quiet && !(on.threats || on.projects) && game.level.issues.iter().all(still)
}
