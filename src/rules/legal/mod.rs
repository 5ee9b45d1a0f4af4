//! What a seat may do now, from what it knows. A command is accepted if and only if [`check`]
//! allows it, and [`Legal`] describes exactly what [`check`] allows.

mod answers;
mod clauses;
mod describe;
mod measures;
mod refusal;
mod terms;

pub use answers::{answers, check_answer};
pub use clauses::{check_clauses, check_own_pact, clause_choices};
pub use describe::{Bargain, Legal, Way, answerable, bargains, ways};
pub use measures::{measures, moved, own_side};
pub use refusal::Refusal;
pub use terms::{check_constraints, check_issue, check_term, check_terms, red_line};

use self::measures::check_measure;
use self::terms::check_communique;
use crate::rules::command::{Command, Reason, Statement};
use crate::rules::event::{Offer, OfferStatus};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OfferId, OptionId, PartyId, PartySet};
use crate::rules::package::Proposal;
use crate::rules::position::{Phase, Position};
use crate::rules::rulebook::TalksOrder;

/// Whether a seat may give a command, judged by the seat's own position.
///
/// # Errors
/// The first reason against it.
pub fn check(game: &Game, at: &Position, seat: PartyId, command: &Command) -> Result<(), Refusal> {
    if at.phase == Phase::Over {
        return Err(Refusal::Over);
    }
    if seat.index() >= game.parties() {
        return Err(Refusal::Unknown);
    }
    if !at.acts(seat) {
        return Err(Refusal::Collapsed);
    }
    if let Command::Act(measure) = command {
        return check_measure(game, at, seat, *measure);
    }
    if let Command::Answer(answer) = command {
        return check_answer(game, at, seat, *answer);
    }
    if at.phase != Phase::Talks {
        return Err(Refusal::WrongPhase);
    }
    match game.rules.order {
        TalksOrder::InTurn if at.turn != Some(seat) => return Err(Refusal::NotYourTurn),
        TalksOrder::AtOnce if at.passed.has(seat) => return Err(Refusal::Done),
        _ => {}
    }
    match command {
        Command::Propose { proposal, answers } => check_propose(game, at, seat, proposal, *answers),
        Command::Accept(offer) => check_accept(game, at, seat, *offer),
        Command::Decline { offer, reason } => {
            check_answerable(at, seat, *offer)?;
            if reason.is_none_or(|reason| reason_known(game, seat, reason)) {
                Ok(())
            } else {
                Err(Refusal::Unknown)
            }
        }
        Command::Withdraw(offer) => match at.offer(*offer) {
            Some(o) if o.from == seat && o.status == OfferStatus::Open => Ok(()),
            _ => Err(Refusal::NoSuchOffer),
        },
        Command::Speak(statement) => check_speak(game, at, seat, *statement),
        Command::Pass => Ok(()),
        Command::TimeUp => Err(Refusal::NotYourTurn),
        Command::Act(_) | Command::Answer(_) => Err(Refusal::WrongPhase),
    }
}

fn check_propose(
    game: &Game,
    at: &Position,
    seat: PartyId,
    proposal: &Proposal,
    answers: Option<OfferId>,
) -> Result<(), Refusal> {
    if at.offered[seat] >= game.rules.offers {
        return Err(Refusal::NoOffersLeft);
    }
    check_parties(game, at, seat, proposal.parties)?;
    check_way(game, at, seat, proposal.parties)?;
    if let Some(offer) = answers {
        let offer = check_answerable(at, seat, offer)?;
        if offer.proposal.parties != proposal.parties {
            return Err(Refusal::Parties);
        }
    }
    check_terms(game, at, seat, proposal.parties, &proposal.package)?;
    check_communique(game, proposal)
}

/// Whether a seat may bargain with these parties at all.
fn check_parties(game: &Game, at: &Position, seat: PartyId, parties: PartySet) -> Result<(), Refusal> {
    let fits = parties.has(seat)
        && parties.len() >= 2
        && game.level.everyone().covers(parties)
        && parties.both(at.collapsed).is_empty();
    if fits { Ok(()) } else { Err(Refusal::Parties) }
}

/// Whether an offer can reach these parties now: at a table, or by a cable that is paid for.
fn check_way(game: &Game, at: &Position, seat: PartyId, parties: PartySet) -> Result<(), Refusal> {
    if game.seating(at.round, parties).is_some() {
        return Ok(());
    }
    let cost = game.rules.costs.cable;
    if at.round >= game.level.last_round() {
        return Err(Refusal::TooLate);
    }
    if at.capital[seat] < cost {
        return Err(Refusal::Capital { cost });
    }
    Ok(())
}

/// An open offer that this seat may answer now.
fn check_answerable(at: &Position, seat: PartyId, offer: OfferId) -> Result<&Offer, Refusal> {
    let Some(offer) = at.offer(offer) else {
        return Err(Refusal::NoSuchOffer);
    };
    let open =
        offer.status == OfferStatus::Open && offer.proposal.parties.has(seat) && !offer.agreed.has(seat);
    if !open {
        return Err(Refusal::NoSuchOffer);
    }
    if offer.cable && offer.made >= at.round {
        return Err(Refusal::NotYet);
    }
    Ok(offer)
}

fn check_accept(game: &Game, at: &Position, seat: PartyId, offer: OfferId) -> Result<(), Refusal> {
    let offer = check_answerable(at, seat, offer)?;
    let parties = offer.proposal.parties;
    if game.seating(at.round, parties).is_none() && game.meets_from(at.round, parties) {
        return Err(Refusal::NotHere);
    }
    check_parties(game, at, seat, parties)?;
    check_terms(game, at, seat, parties, &offer.proposal.package)
}

fn check_speak(game: &Game, at: &Position, seat: PartyId, statement: Statement) -> Result<(), Refusal> {
    if at.spoken[seat] >= game.rules.speeches {
        return Err(Refusal::NoSpeechesLeft);
    }
    let known = match statement {
        Statement::Priority(issue) => issue.index() < game.level.issues.len() && game.in_play(issue),
        Statement::Wants(issue, option) | Statement::Refuses(issue, option) => {
            option_known(game, issue, option)
        }
        Statement::NothingWorks(party, reason) => {
            party.index() < game.parties() && party != seat && reason_known(game, seat, reason)
        }
    };
    if known { Ok(()) } else { Err(Refusal::Unknown) }
}

fn option_known(game: &Game, issue: IssueId, option: OptionId) -> bool {
    game.in_play(issue)
        && game.level.issues.get(issue.index()).is_some_and(|rule| option.index() < rule.options.len())
}

/// Whether a reason that a seat gives names nothing that the level does not have.
fn reason_known(game: &Game, seat: PartyId, reason: Reason) -> bool {
    match reason {
        Reason::RedLine(issue, option) | Reason::TooLittle { ask: Some((issue, option)) } => {
            option_known(game, issue, option)
        }
        Reason::Chamber { chances, pivotal } => chances <= 100 && game.level.bloc(seat, pivotal).is_some(),
        Reason::WorseThanNoDeal
        | Reason::TooLittle { ask: None }
        | Reason::NothingToGain
        | Reason::NotHere => true,
    }
}
