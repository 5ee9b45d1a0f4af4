//! The advisor of the table on known levels.

use std::sync::Arc;

use super::super::{Around, Ideals, Model};
use super::*;
use crate::play::Match;
use crate::rules::command::{Command, Measure, Statement};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::position::Phase;
use crate::screens::table::draft::Draft;
use crate::storage::Library;
use crate::view::View;
use crate::words::Words;

fn built(play: &Match, seat: PartyId, draft: &Draft) -> Model {
    let around = Around { advising: true, ..Around::default() };
    let model =
        Model::build(play.game(), play.view(seat), &Words::english(), draft, &mut Ideals::default(), &around);
    let all = format!("{model:?}");
    assert!(!all.contains("[advice-") && !all.contains("[tell-") && !all.contains("{$"), "{all}");
    model
}

fn game(level: &str, rules: Option<&str>, knowledge: Knowledge) -> Arc<Game> {
    Library::default().game(level, rules, Some(knowledge)).unwrap()
}

#[test]
fn what_is_advised_can_be_put_into_the_draft_and_comes_to_what_it_says() {
    for (level, rules, knowledge) in [
        ("tutorial", None, Knowledge::Transparent),
        ("tokyo_2025", Some("standard"), Knowledge::Advisor),
        ("tokyo_2025", Some("full"), Knowledge::Advisor),
        ("three_party_pie", None, Knowledge::Transparent),
    ] {
        let game = game(level, rules, knowledge);
        let play = Match::new(game.clone(), 7);
        let (mut picks, mut changes) = (0, 0);
        for seat in game.level.everyone().iter() {
            let at = &play.view(seat).position;
            let mut draft = Draft::new(&game, at, seat);
            let advisor = built(&play, seat, &draft).advisor.unwrap();
            for pick in &advisor.picks {
                picks += 1;
                let edit = pick.edit.clone().unwrap();
                assert!(draft.edit(&game, at, &edit), "{level}");
                let model = built(&play, seat, &draft);
                // The same figures stand on the paper, and the draft is called the same package.
                let shown: Vec<&str> = model.paper.totals.iter().map(|t| t.change.as_str()).collect();
                let said: Vec<&str> = pick.lines.iter().map(|line| line.figure.as_str()).collect();
                assert_eq!(shown[..], said[..shown.len()], "{level}");
                let advisor = model.advisor.unwrap();
                assert!(advisor.picks.iter().any(|other| other.edit.is_none()), "{level}");
                for change in &advisor.changes {
                    changes += 1;
                    let mut changed = draft.clone();
                    assert!(changed.edit(&game, at, &change.edit.clone().unwrap()), "{level}");
                    assert_eq!(changed.tangled(&game, at), None);
                    assert_eq!(changed.torn(&game, at), None);
                    assert!(changed.edit(&game, at, &Edit::Undo));
                    assert_eq!(changed, draft);
                }
            }
            // Every button is told from its like.
            let mut names: Vec<&str> = advisor.picks.iter().map(|pick| pick.name.as_str()).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), advisor.picks.len());
        }
        assert!(picks > 0, "{level}: nothing is advised");
        println!("{level}: {picks} packages, {changes} changes of them");
    }
}

#[test]
fn what_a_partner_refuses_is_left_out_and_named() {
    let game = game("tutorial", None, Knowledge::Transparent);
    let play = Match::new(game.clone(), 7);
    let (seat, by) = (PartyId(0), PartyId(1));
    let mut view = play.view(seat).clone();
    let draft = Draft::new(&game, &view.position, seat);
    let around = Around { advising: true, ..Around::default() };
    let advised = |view: &View| {
        let model = Model::build(&game, view, &Words::english(), &draft, &mut Ideals::default(), &around);
        model.advisor.unwrap()
    };
    let before = advised(&view);
    let Some(Edit::Put(put)) = &before.picks[0].edit else { panic!("it can be put into the draft") };
    let (issue, option) = put.package.terms().next().unwrap();
    view.fold(&game, &Event::Spoke { by, statement: Statement::Refuses(issue, option) });
    let after = advised(&view);
    let choice = &game.level.choice(issue, option).name;
    let told = format!(": {choice} ({}).", game.level.parties[by].name);
    assert!(before.notes.iter().all(|note| !note.ends_with(&told)), "{:?}", before.notes);
    assert_eq!(after.notes.iter().filter(|note| note.ends_with(&told)).count(), 1, "{:?}", after.notes);
    let put = after.picks.iter().chain(&after.changes).filter_map(|advised| advised.edit.as_ref());
    for edit in put {
        let Edit::Put(proposal) = edit else { continue };
        assert_ne!(proposal.package.option(issue), Some(option));
    }
}

#[test]
fn rules_that_pick_the_same_each_say_what_they_assume() {
    let game = game("tutorial", None, Knowledge::Transparent);
    let play = Match::new(game.clone(), 7);
    let draft = Draft::new(&game, &play.view(PartyId(0)).position, PartyId(0));
    let advisor = built(&play, PartyId(0), &draft).advisor.unwrap();
    assert!(advisor.picks.iter().any(|pick| pick.notes.len() > 1));
    for pick in &advisor.picks {
        let named = |note: &&String| note.split_once(": ").is_some_and(|(rule, _)| pick.title.contains(rule));
        let named = pick.notes.iter().filter(named).count();
        assert!(named == pick.notes.len() || (pick.notes.len() == 1 && named == 0), "{pick:?}");
    }
}

#[test]
fn where_knowledge_is_sealed_there_is_no_advisor() {
    let game = game("tokyo_2025", None, Knowledge::Sealed);
    let play = Match::new(game.clone(), 1);
    let seat = PartyId(1);
    let draft = Draft::new(&game, &play.view(seat).position, seat);
    assert_eq!(built(&play, seat, &draft).advisor, None);
}

#[test]
fn folded_away_it_works_nothing_out() {
    let game = game("tokyo_2025", None, Knowledge::Advisor);
    let play = Match::new(game.clone(), 1);
    let seat = PartyId(1);
    let draft = Draft::new(&game, &play.view(seat).position, seat);
    let mut ideals = Ideals::default();
    let words = Words::english();
    let model = Model::build(&game, play.view(seat), &words, &draft, &mut ideals, &Around::default());
    let advisor = model.advisor.unwrap();
    assert!(!advisor.open && advisor.picks.is_empty() && ideals.advised.is_empty());
}

#[test]
fn every_seat_can_be_advised_in_every_round() {
    for entry in Library::default().levels() {
        let level = entry.level.unwrap();
        for knowledge in [Knowledge::Transparent, Knowledge::Advisor] {
            let game = Library::default().game_of(&level, None, Some(knowledge)).unwrap();
            let mut play = Match::new(game.clone(), 7);
            while let Some(seat) = play.waiting_for().iter().next() {
                let draft = Draft::new(&game, &play.view(seat).position, seat);
                built(&play, seat, &draft);
                let idle = match play.truth().phase {
                    Phase::Measures => Command::Act(Measure::Nothing),
                    _ => Command::Pass,
                };
                play.command(seat, idle).unwrap();
            }
        }
    }
}
