//! From a seat's view to the messages that its program is sent. Nothing but the view and what is public goes in.

use serde_json::{Value, json};

use super::commands;
use super::events::event;
use super::judge::judgement;
use super::level::level;
use super::names::{Names, with, word};
use super::position::position;
use super::protocol::{LONGEST_LINE, MOST_APPRAISALS, Message, VERSION};
use super::rules::rules;
use crate::opponents::Belief;
use crate::rules::command::{Command, Measure};
use crate::rules::event::OfferStatus;
use crate::rules::game::Game;
use crate::rules::legal::{Bargain, Legal};
use crate::rules::position::Phase;
use crate::rules::rulebook::Knowledge;
use crate::view::View;

/// What a program is told when its game begins.
#[must_use]
pub fn hello(game: &Game, view: &View, number: u64, time_limit_ms: u64) -> Message {
    let names = Names(game);
    let mandate = view.position.mandates[view.seat];
    Message::Hello {
        protocol: VERSION,
        program: concat!("rare-terms ", env!("CARGO_PKG_VERSION")).to_owned(),
        game: number,
        party: names.party(view.seat).to_owned(),
        mandate: mandate.map(|id| names.archetype(view.seat, id).to_owned()),
        knowledge: word(&game.knowledge),
        time_limit_ms,
        longest_line: LONGEST_LINE,
        appraisals: MOST_APPRAISALS,
        level: level(names),
        rules: rules(&game.rules),
    }
}

/// What a program is told when a command is due; it has been told of so many events before.
#[must_use]
pub fn turn(game: &Game, view: &View, told: usize, number: u64, time_ms: u64) -> Message {
    let names = Names(game);
    let at = &view.position;
    Message::Turn {
        turn: number,
        round: at.round.0,
        phase: word(&at.phase),
        time_ms,
        no_deal: view.standpoint(game).no_deal()[view.seat.index()],
        position: position(names, at),
        events: events(names, view, told),
        offers: offers(names, view),
        legal: legal(names, view),
    }
}

/// What a program is told when its game is over; it has been told of so many events before.
#[must_use]
pub fn over(game: &Game, view: &View, told: usize) -> Message {
    let names = Names(game);
    let scores = view.standpoint(game).no_deal();
    let known = game
        .level
        .everyone()
        .iter()
        .filter(|party| *party == view.seat || game.knowledge == Knowledge::Transparent);
    Message::Over {
        scores: known.map(|party| (names.party(party).to_owned(), scores[party.index()])).collect(),
        position: position(names, &view.position),
        events: events(names, view, told),
    }
}

/// The command of a seat that gives none: it commits the seat to nothing.
#[must_use]
pub fn safe(view: &View) -> Command {
    let at = &view.position;
    match (at.phase, at.asked) {
        (Phase::Measures, _) => Command::Act(Measure::Nothing),
        (Phase::Reckoning, Some((_, ask))) => Command::Answer(ask.safe()),
        _ => Command::Pass,
    }
}

/// A command as a program may send it.
#[must_use]
pub fn command(game: &Game, view: &View, command: &Command) -> Value {
    commands::command(Names(game), view.seat, view.position.asked.map(|(_, ask)| ask), command)
}

fn events(names: Names<'_>, view: &View, told: usize) -> Vec<Value> {
    view.log.iter().skip(told).map(|seen| event(names, seen)).collect()
}

/// The offers of this round and the cables of the last that the seat is party to; those that are open are judged.
fn offers(names: Names<'_>, view: &View) -> Vec<Value> {
    let belief = Belief::of(names.0, view);
    let offer = |offer| {
        let told = commands::offer(names, offer);
        match offer.status {
            OfferStatus::Open => with(told, "judgement", judgement(names, view, &belief, &offer.proposal)),
            _ => told,
        }
    };
    view.position.offers.iter().map(offer).collect()
}

/// What the seat may do: commands that may be sent as they are, and what others may be made of.
fn legal(names: Names<'_>, view: &View) -> Value {
    let legal = view.legal(names.0);
    json!({
        "commands": ready(&legal).iter().map(|ready| command(names.0, view, ready)).collect::<Value>(),
        "safe": command(names.0, view, &safe(view)),
        "offers_left": legal.offers_left,
        "speeches_left": legal.speeches_left,
        "bargains": legal.bargains.iter().map(|way| bargain(names, way)).collect::<Value>(),
        "counters": legal.answer.iter().filter(|_| legal.offers_left > 0).map(|id| id.0).collect::<Value>(),
    })
}

/// All commands but those that a program has to make up: proposals, statements, and reasons for declining.
fn ready(legal: &Legal) -> Vec<Command> {
    let decline = |offer| Command::Decline { offer, reason: None };
    legal
        .pass
        .then_some(Command::Pass)
        .into_iter()
        .chain(legal.accept.iter().copied().map(Command::Accept))
        .chain(legal.answer.iter().copied().map(decline))
        .chain(legal.withdraw.iter().copied().map(Command::Withdraw))
        .chain(legal.measures.iter().copied().map(Command::Act))
        .chain(legal.answers.iter().copied().map(Command::Answer))
        .collect()
}

fn bargain(names: Names<'_>, bargain: &Bargain) -> Value {
    json!({
        "parties": names.parties(bargain.parties),
        "cable": bargain.cable,
        "signable": bargain.signable,
        "cost": bargain.cost,
        "clauses": bargain.clauses,
        "issues": names.ranges(&bargain.issues),
    })
}
