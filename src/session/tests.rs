//! A whole game through the session, page by page, with a person who passes.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy::tasks::{AsyncComputeTaskPool, TaskPool};

use super::*;
use crate::opponents::Difficulty;
use crate::rules::command::Measure;
use crate::storage::Library;

fn session(level: &str, seat: u8) -> Session {
    session_under(level, None, seat)
}

fn session_under(level: &str, rules: Option<&str>, seat: u8) -> Session {
    AsyncComputeTaskPool::get_or_init(TaskPool::new);
    let game = Library::new(None).game(level, rules, None).unwrap();
    let setup = Setup::solo(game, PartyId(seat), Difficulty::Newcomer, 7);
    Session::new(setup, Arc::new(Words::english())).unwrap()
}

/// Plays on until the page changes; the person passes and does nothing.
fn play_page(session: &mut Session) {
    let (page, round) = (session.page(), session.view().position.round);
    let begun = Instant::now();
    while (session.page(), session.view().position.round) == (page, round) {
        assert!(begun.elapsed() < Duration::from_secs(120), "stuck on {page:?} of {round:?}");
        play_a_little(session);
    }
}

/// Turns the page, or does the least that the open one asks for.
fn play_a_little(session: &mut Session) {
    let page = session.page();
    assert!(session.broken().is_empty());
    if session.can_proceed() {
        session.proceed();
        return;
    }
    if !session.busy() && page == Page::Talks {
        session.send(Command::Pass);
        assert_eq!(session.refusal(), None);
    } else if !session.busy() && page == Page::Decision {
        let (party, ask) = session.view().position.asked.unwrap();
        assert_eq!(party, session.seat());
        session.send(Command::Answer(ask.safe()));
        assert_eq!(session.refusal(), None);
    } else if !session.busy() && page == Page::Measures {
        // The others have picked before.
        for _ in 0..200 {
            session.advance();
            std::thread::sleep(Duration::from_millis(1));
        }
        if session.page() == page && !session.busy() {
            session.send(Command::Act(Measure::Nothing));
            assert_eq!(session.refusal(), None);
        }
    }
    if session.page() != page {
        return;
    }
    session.advance();
    std::thread::sleep(Duration::from_millis(1));
}

#[test]
fn every_event_is_on_exactly_one_page_and_the_game_ends() {
    for level in ["tutorial", "tokyo_2025"] {
        let mut session = session(level, 1);
        session.pace = Duration::ZERO;
        let mut pages = vec![session.page()];
        let mut read = 0;
        while session.page() != Page::Result {
            let before = session.desk.span;
            play_page(&mut session);
            if before.page != Page::Brief {
                assert!(session.desk.span.from >= read, "{level}");
                read = session.desk.span.from;
            }
            assert!(session.desk.span.from <= session.desk.span.to);
            assert_eq!(session.view().log.len(), session.desk.span.to, "{level} {:?}", session.page());
            pages.push(session.page());
        }
        let voted = session.view().log.iter().any(|event| matches!(event, Event::Voted(_)));
        assert_eq!(pages.contains(&Page::Votes), voted, "{level}");
        assert_eq!(
            pages.iter().filter(|page| **page == Page::News).count(),
            session.game().level.rounds.len()
        );
        assert!(session.over());
        assert_eq!(session.play.truth().phase, Phase::Over);
    }
}

/// Plays on, and signs the first offer that comes.
fn sign_all(session: &mut Session) {
    let legal = session.play.view(session.seat()).legal(session.game());
    if session.page() == Page::Talks
        && !session.busy()
        && !session.can_proceed()
        && let Some(offer) = legal.accept.first()
    {
        session.send(Command::Accept(*offer));
    }
}

#[test]
fn decisions_come_after_the_votes_and_nothing_is_lost_of_the_reckoning() {
    let mut asked = 0;
    for (seat, seed) in [(0, 7), (1, 7), (0, 11), (1, 3)] {
        let mut session = session_under("tokyo_2025", Some("full"), seat);
        let setup = Setup { seed, ..session.setup().clone() };
        session = Session::new(setup, Arc::new(Words::english())).unwrap();
        session.pace = Duration::ZERO;
        let mut before = session.page();
        let begun = Instant::now();
        while session.page() != Page::Result {
            assert!(begun.elapsed() < Duration::from_secs(240), "stuck on {:?}", session.page());
            let page = session.page();
            if page == Page::Decision && before != Page::Decision {
                assert!(matches!(before, Page::Votes | Page::Measures), "{before:?}");
                asked += 1;
            }
            if page == Page::Reckoning {
                let events = session.page_events();
                assert!(matches!(events.last(), Some(Event::RoundEnded(_))));
                let told = |e: &&Event| matches!(e, Event::Answered { .. });
                let round = session.round_events().iter().filter(told).count();
                assert_eq!(events.iter().filter(told).count(), round);
            }
            before = page;
            sign_all(&mut session);
            if session.page() == page {
                play_a_little(&mut session);
            }
        }
    }
    assert!(asked > 0, "nobody was asked anything");
}

#[test]
fn a_refused_command_says_why_and_changes_nothing() {
    let mut session = session("tutorial", 0);
    let before = session.view().clone();
    let revision = session.revision();
    session.send(Command::Pass);
    // The brief is open, but the game itself waits in its first talks.
    session.send(Command::Act(Measure::Nothing));
    assert!(session.refusal().is_some_and(|why| !why.contains('[')));
    assert_ne!(session.revision(), revision);
    assert_eq!(session.view().seat, before.seat);
}
