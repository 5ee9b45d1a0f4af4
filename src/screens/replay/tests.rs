//! What a replay shows of a moment.

use super::*;
use crate::play::Match;
use crate::play::auto::{pass_safely, run, seated};
use crate::rules::command::{Command, Measure};
use crate::rules::ids::{ByParty, PartyId};
use crate::rules::position::Phase;
use crate::rules::record::{Person, Seat};
use crate::storage::Library;
use crate::words::Words;

fn person() -> Seat {
    Seat::Person(Person::default())
}

fn model(rerun: &Rerun) -> Model {
    Model::of(&Words::english(), rerun, &State::default())
}

#[test]
fn a_moment_is_told_with_what_holds_then() {
    let game = Library::default().game("tutorial", None, None).unwrap();
    let seats = ByParty(vec![person(), Seat::Opponent("newcomer".to_owned())]);
    let mut play = Match::begin(game, 7, seats);
    let mut opponents = seated(&play).unwrap();
    while !play.is_over() {
        run(&mut play, &mut opponents);
        if let Some(seat) = play.waiting_for().iter().next() {
            pass_safely(&mut play, seat);
        }
    }
    let mut rerun = Rerun::new(play.record().clone()).unwrap();
    rerun.go(3);
    let shown = model(&rerun);
    let all = format!("{shown:#?}");
    assert!(!all.contains("[replay-") && !all.contains("[tell-") && !all.contains("{$"), "{all}");
    insta::assert_snapshot!(all);
    rerun.go(usize::MAX);
    assert!(model(&rerun).play_on_off.is_some());
    assert!(model(&rerun).lines.len() > shown.lines.len());
}

/// Games that differ only in what a seat may not know look the same to it, down to how many moments they have.
#[test]
fn what_the_seat_may_not_know_changes_nothing() {
    let game = Library::default().game("tokyo_2025", None, None).unwrap();
    let seats = ByParty(vec![person(), Seat::Open, Seat::Open]);
    let mut play = Match::begin(game, 7, seats);
    while play.truth().phase == Phase::Talks {
        let seat = play.waiting_for().iter().next().unwrap();
        pass_safely(&mut play, seat);
    }
    assert_eq!(play.truth().phase, Phase::Measures);
    let shown = |play: &Match| {
        let mut rerun = Rerun::new(play.record().clone()).unwrap();
        rerun.go(usize::MAX);
        model(&rerun)
    };
    let mut other = play.clone();
    let legal = play.view(PartyId(2)).legal(play.game());
    let measure = *legal.measures.iter().find(|measure| **measure != Measure::Nothing).unwrap();
    play.command(PartyId(1), Command::Act(Measure::Nothing)).unwrap();
    other.command(PartyId(1), Command::Act(Measure::Nothing)).unwrap();
    play.command(PartyId(2), Command::Act(Measure::Nothing)).unwrap();
    other.command(PartyId(2), Command::Act(measure)).unwrap();
    assert_ne!(play.truth(), other.truth());
    assert_eq!(play.view(PartyId(0)), other.view(PartyId(0)));
    assert_eq!(shown(&play), shown(&other));
}

#[test]
fn who_plays_on_is_chosen_party_by_party() {
    let game = Library::default().game("tutorial", None, None).unwrap();
    let seats = ByParty(vec![person(), Seat::Opponent("envoy".to_owned())]);
    let play = Match::begin(game, 7, seats.clone());
    let rerun = Rerun::new(play.record().clone()).unwrap();
    let mut fork = Fork::of(&rerun);
    assert_eq!(fork.seats(), Some(seats));
    fork.choose(0, 1);
    assert_eq!(fork.seats(), None, "nobody is left to play");
    fork.choose(1, 0);
    let chosen = fork.seats().unwrap();
    assert!(chosen.0[0].person().is_none() && chosen.0[1].person().is_some());
    fork.choose(0, 99);
    fork.choose(99, 0);
    assert!(fork.seats().is_some());
}
