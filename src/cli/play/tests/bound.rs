//! Clauses in a draft, questions at Reckoning, and the lists of what binds.

use std::sync::Arc;

use super::*;
use crate::play::Match;
use crate::rules::command::{Answer, Ask, Command, Measure};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::package::{Package, Proposal};
use crate::rules::position::Phase;

const US: PartyId = PartyId(0);
const JAPAN: PartyId = PartyId(1);

#[test]
fn clauses_are_chosen_typed_refused_and_dropped() {
    let text = session_under(
        Some("full"),
        "tokyo_2025",
        "us",
        3,
        "clauses\ndrop\nwhen\nwhen minerals until 5\nset minerals framework\nset tariff_china p20\nclauses minerals\n\
         clauses minerals zebra\nclauses zebra\nclauses minerals controls\nwhen 1\nwhen 99\nwhen minerals until 5\n\
         when minerals until round 4\nwhen minerals until 99\nwhen minerals takes effect if pact with china\n\
         when tariff_china lapses if zebra is 1\nwhen tariff_china lapses if controls is zebra\n\
         when tariff_china takes effect if controls is suspended_us or suspended_all\n\
         when tariff_china takes effect if tariff_china is p20\njudge\ndrop\ndrop 1\ndrop zebra\ndrop minerals\nshow\n\
         projects\npromises\nthreats\nanswer\nanswer yes\nquit\n",
    );
    for part in [
        "Your draft has no clauses.",
        "Type: when ISSUE takes effect if",
        "Minerals pact: there is a clause on it, but the package does not set it.",
        "Clauses for Minerals pact; type \u{201c}when\u{201d} and a number:",
        "Clause: Minerals pact: until round 5 (",
        "Clause: Minerals pact: until round 4 (",
        "Minerals pact: this clause would change nothing.",
        "Clause: Minerals pact: takes effect if a pact of you and China stands.",
        "takes effect if Controls of 9 October is Suspended, US only or Suspended for all",
        "Extra US tariff on China: with this clause conditions would wait for each other in a circle.",
        "Clauses of your draft:",
        "Dropped: ",
        "Projects that are left:",
        "What counts as a promise in a pact:",
        "What may be demanded: ",
        "You are not asked anything now.",
    ] {
        assert!(text.contains(part), "missing: {part}\n{text}");
    }
}

#[test]
fn other_rule_books_say_that_there_is_nothing_of_it() {
    let text = session(
        "tutorial",
        "uplands",
        1,
        "projects\npromises\nthreats\nset freight coins_7\nwhen freight until 2\nquit\n",
    );
    for part in [
        "There are no projects in this game.",
        "There are no promises in this game.",
        "There are no threats in this game.",
        "This rule book has no clauses.",
    ] {
        assert!(text.contains(part), "missing: {part}\n{text}");
    }
}

/// A game in which a party has to answer a question about a project.
fn asked(game: &Arc<Game>, wanted: PartyId, seed: u64) -> Option<Match> {
    let mut played = Match::new(game.clone(), seed);
    let issue = |name: &str| game.level.issue_named(name).unwrap();
    let option = |name: &str, option: &str| {
        let at = game.level.issue(issue(name)).options.iter().position(|o| o.id == option).unwrap();
        (issue(name), crate::rules::ids::OptionId::from_index(at))
    };
    let package: Package = [
        option("facility", "f250"),
        option("pace", "front"),
        option("control", "us_consults"),
        option("defence", "early_2"),
        option("backing", "named"),
        option("minerals", "framework"),
    ]
    .into_iter()
    .collect();
    let parties = [US, JAPAN].into_iter().collect();
    let proposal = Proposal::plain(&game.level, parties, package);
    let mut offered = false;
    while let Some(party) = played.waiting_for().iter().next() {
        let view = played.view(party);
        let together = game.seating(view.position.round, parties).is_some();
        let legal = view.legal(game);
        let command = match view.position.phase {
            Phase::Measures => Command::Act(Measure::Nothing),
            Phase::Talks => match legal.accept.first() {
                Some(offer) => Command::Accept(*offer),
                None => Command::Pass,
            },
            _ => match view.position.asked? {
                (asked, Ask::Place(_)) if party == asked && party != wanted => {
                    Command::Answer(*legal.answers.last()?)
                }
                (asked, Ask::Place(_) | Ask::Object(..)) if party == asked && party == wanted => {
                    return Some(played);
                }
                (_, ask) => Command::Answer(ask.safe()),
            },
        };
        let propose = Command::Propose { proposal: proposal.clone(), answers: None };
        if party == US && !offered && together && legal.pass && played.command(party, propose).is_ok() {
            offered = true;
            continue;
        }
        played.command(party, command).ok()?;
    }
    None
}

fn answered(wanted: PartyId, lines: &[&str]) -> (String, Vec<Answer>) {
    let game = Library::default().game("tokyo_2025", Some("full"), None).unwrap();
    let played = (0..60).find_map(|seed| asked(&game, wanted, seed)).unwrap();
    let words = Words::english();
    let opponents = game.by_party(|_| None);
    let kept = Kept::nowhere();
    let mut seat = Seat::new(&kept, &words, played, opponents, wanted);
    let before = seat.played.log().len();
    let mut written = Vec::new();
    let mut out = Out::new(&mut written);
    seat.tell_news(&mut out).unwrap();
    seat.show_question(&mut out).unwrap();
    for line in lines {
        seat.obey(&mut out, line).unwrap();
    }
    let given = |event: &Event| match event {
        Event::Answered { party, answer, .. } if *party == wanted => Some(*answer),
        _ => None,
    };
    let answers = seat.played.log()[before..].iter().filter_map(given).collect();
    let text = String::from_utf8(written).unwrap();
    assert!(!text.contains("[cli-") && !text.contains("[tell-"), "{text}");
    (text, answers)
}

#[test]
fn an_objection_is_asked_for_and_answered_by_word() {
    let (text, answers) = answered(JAPAN, &["99", "frobnicate", "answer zebra", "answer", "Object"]);
    for part in [
        "Do you object?",
        "1. Let ",
        "2. Object to ",
        "costs 1 political capital",
        "Type a number from 1 to 2.",
    ] {
        assert!(text.contains(part), "missing: {part}\n{text}");
    }
    assert_eq!(answers.first(), Some(&Answer::Yes), "{text}");
}

#[test]
fn a_project_is_chosen_by_number_by_name_or_passed() {
    let (text, answers) = answered(US, &["1"]);
    for part in [
        "Which project do you put it into?",
        "1. No project this round",
        "to you until the end",
        "$125 bn is free",
    ] {
        assert!(text.contains(part), "missing: {part}\n{text}");
    }
    assert_eq!(answers.first(), Some(&Answer::Project(None)), "{text}");
    let (text, answers) = answered(US, &["pass"]);
    assert_eq!(answers.first(), Some(&Answer::Project(None)), "{text}");
    let (text, answers) = answered(US, &["answer gas"]);
    assert!(matches!(answers.first(), Some(Answer::Project(Some(_)))), "{text}");
}
