//! A replay shows what its eyes may know, and nothing else.

use std::sync::Arc;

use bevy::tasks::{AsyncComputeTaskPool, TaskPool};

use super::*;
use crate::play::auto::{pass_safely, run, seated};
use crate::rules::command::Statement;
use crate::rules::ids::IssueId;
use crate::rules::record::{Person, Pin};
use crate::storage::Library;
use crate::view::View;

fn person() -> Seat {
    Seat::Person(Person::default())
}

fn opponent() -> Seat {
    Seat::Opponent("newcomer".to_owned())
}

fn begun(level: &str, seats: Vec<Seat>) -> Match {
    AsyncComputeTaskPool::get_or_init(TaskPool::new);
    Match::begin(Library::default().game(level, None, None).unwrap(), 7, ByParty(seats))
}

/// Plays until a round begins; persons pass.
fn until(play: &mut Match, round: u16) {
    let mut opponents = seated(play).unwrap();
    while !play.is_over() && play.truth().round.0 < round {
        run(play, &mut opponents);
        if let Some(seat) = play.waiting_for().iter().next()
            && play.truth().round.0 < round
        {
            pass_safely(play, seat);
        }
    }
}

#[test]
fn before_the_end_only_the_own_seat_is_seen() {
    let mut play = begun("tokyo_2025", vec![opponent(), person(), opponent()]);
    until(&mut play, 3);
    let seat = PartyId(1);
    let mut rerun = Rerun::new(play.record().clone()).unwrap();
    assert_eq!(rerun.eyes(), [Eye::Seat(seat)]);
    rerun.look(Eye::All);
    rerun.look(Eye::Seat(PartyId(0)));
    assert_eq!(rerun.eye(), Eye::Seat(seat));
    let log = &play.view(seat).log;
    let words = Words::english();
    let mut seen = 0;
    for moment in 0..=rerun.last() {
        rerun.go(moment);
        let story = rerun.story(&words);
        assert!(moment == 0 || story.len() > seen, "something is seen at each moment");
        seen = story.len();
        let events: Vec<Event> = story.iter().filter_map(|told| told.event.clone()).collect();
        assert_eq!(events[..], log[..seen]);
        let mut view = View::new(play.game(), seat);
        for event in &events {
            view.fold(play.game(), event);
        }
        assert_eq!(*rerun.position(), view.position);
        assert_eq!(rerun.scores().iter().map(|(party, _)| *party).collect::<Vec<_>>(), [seat]);
    }
    assert_eq!(seen, log.len());
    let rounds = rerun.rounds();
    assert_eq!(rounds.iter().map(|(round, _)| round.0).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(rounds[0].1, 0);
}

#[test]
fn after_the_end_every_seat_and_the_truth_are_open() {
    let mut play = begun("tutorial", vec![person(), opponent()]);
    until(&mut play, u16::MAX);
    let mut rerun = Rerun::new(play.record().clone()).unwrap();
    assert_eq!(rerun.eyes(), [Eye::Seat(PartyId(0)), Eye::Seat(PartyId(1)), Eye::All]);
    rerun.go(usize::MAX);
    assert!(rerun.over_here());
    rerun.look(Eye::All);
    rerun.go(usize::MAX);
    assert_eq!(rerun.position(), play.truth());
    assert_eq!(rerun.scores().len(), 2);
    let told: Vec<Event> = rerun.story(&Words::english()).into_iter().filter_map(|told| told.event).collect();
    assert_eq!(told, play.log());
}

#[test]
fn a_game_that_several_share_or_a_pin_locks_waits_for_its_end() {
    let locked = Seat::Person(Person { pin: Some(Pin::new("1", PartyId(0), 7)), ..Person::default() });
    let open = || opponent();
    for seats in [vec![person(), person()], vec![locked, open()], vec![open(), open()]] {
        let mut play = begun("tutorial", seats);
        assert!(matches!(Rerun::new(play.record().clone()), Err(NoRerun::NotOver)));
        until(&mut play, u16::MAX);
        assert!(Rerun::new(play.record().clone()).is_ok());
    }
}

/// What was taken back before another was shown it is there for its own seat and for everyone at the end, and for no other seat.
#[test]
fn what_was_taken_back_is_seen_by_who_may_know() {
    let mut play = begun("tokyo_2025", vec![person(), person(), person()]);
    let giver = play.waiting_for().iter().next().unwrap();
    play.command(giver, Command::Speak(Statement::Priority(IssueId(0)))).unwrap();
    play.take_back(giver).unwrap();
    pass_safely(&mut play, giver);
    while let Some(seat) = play.waiting_for().iter().next() {
        pass_safely(&mut play, seat);
    }
    let words = Words::english();
    let mut rerun = Rerun::new(play.record().clone()).unwrap();
    let undone = |rerun: &Rerun| rerun.story(&words).iter().filter(|told| told.event.is_none()).count();
    for eye in rerun.eyes() {
        rerun.look(eye);
        rerun.go(usize::MAX);
        let own = eye == Eye::All || eye == Eye::Seat(giver);
        assert_eq!(undone(&rerun), usize::from(own), "{eye:?}");
        let Eye::Seat(seat) = eye else { continue };
        let log = play.view(seat).log.clone();
        for moment in 0..=rerun.last() {
            rerun.go(moment);
            let told: Vec<Event> = rerun.story(&words).into_iter().filter_map(|told| told.event).collect();
            // Its giver has seen it for a moment.
            assert!(own || log[..told.len()] == told[..], "{eye:?} at {moment}");
        }
    }
}

#[test]
fn a_game_is_played_on_from_any_moment() {
    let mut play = begun("tutorial", vec![opponent(), person()]);
    until(&mut play, u16::MAX);
    let mut rerun = Rerun::new(play.record().clone()).unwrap();
    rerun.look(Eye::Seat(PartyId(1)));
    let words = Arc::new(Words::english());
    for moment in [0, rerun.last() / 2, rerun.last() - 1] {
        rerun.go(moment);
        let session = rerun.play_on(rerun.seats().clone(), words.clone()).unwrap();
        let record = session.play.record();
        assert_eq!(record.entries, play.record().entries[..record.entries.len()]);
        assert_eq!(usize::try_from(record.head.forked.unwrap()).unwrap(), record.entries.len());
        let told: Vec<Event> = rerun.story(&words).into_iter().filter_map(|told| told.event).collect();
        assert_eq!(session.play.view(PartyId(1)).log, told);
        let other = ByParty(vec![person(), opponent()]);
        assert_eq!(rerun.play_on(other, words.clone()).unwrap().seat(), PartyId(0));
    }
}

#[test]
fn it_goes_on_by_itself_and_stops_at_its_end() {
    let mut play = begun("tutorial", vec![person(), opponent()]);
    until(&mut play, 2);
    let mut rerun = Rerun::new(play.record().clone()).unwrap();
    rerun.run(Duration::ZERO);
    let mut steps = 0;
    while rerun.runs() {
        steps += usize::from(rerun.advance());
    }
    assert_eq!((steps, rerun.at()), (rerun.last(), rerun.last()));
    assert!(!rerun.advance());
    rerun.run(Duration::from_secs(60));
    assert_eq!((rerun.at(), rerun.advance()), (0, false));
}
