//! What the list of saved games says, and does not.

use std::sync::Arc;

use super::files::{self, File, Files};
use super::model::{Model, Sheet};
use super::*;
use crate::play::Match;
use crate::play::auto::{pass_safely, run, seated};
use crate::rules::edition::Edition;
use crate::rules::ids::{ByParty, PartyId};
use crate::rules::record::{Person, Seat};
use crate::storage::saves::Shelf;
use crate::words::Words;

const NOW: u64 = 1_764_080_000;

fn person(name: &str) -> Seat {
    Seat::Person(Person { name: name.to_owned(), pin: None })
}

fn opponent() -> Seat {
    Seat::Opponent("diplomat".to_owned())
}

fn played(seats: Vec<Seat>, to_the_end: bool) -> Match {
    let game = crate::storage::Library::default().game("tutorial", None, None).unwrap();
    let mut play = Match::begin(game, 5, ByParty(seats));
    let mut opponents = seated(&play).unwrap();
    loop {
        run(&mut play, &mut opponents);
        let Some(seat) = play.waiting_for().iter().next() else { break };
        pass_safely(&mut play, seat);
        if !to_the_end {
            break;
        }
    }
    play
}

/// A folder with a game of every kind, read as the screen reads it, with times and places that are always the same.
fn folder() -> (tempfile::TempDir, Files) {
    let folder = tempfile::tempdir().unwrap();
    let saves = Saves::new(folder.path().to_owned());
    let mut running = played(vec![person(""), opponent()], false);
    running.keep(Box::new(saves.journal(1)));
    drop(running);
    let shared = played(vec![person("Ada"), person("Ben")], false);
    saves.save("b shared", &shared.marked()).unwrap();
    let mut edited = shared.marked();
    edited.level = Edition::new(&format!("{}\n", edited.level.text()));
    edited.head.level_mark = edited.level.mark();
    edited.head.version = "0.0.9".to_owned();
    saves.save("a edited", &edited).unwrap();
    let damaged = saves.save("c damaged", &shared.marked()).unwrap();
    let text = std::fs::read_to_string(&damaged).unwrap();
    let at = text.trim_end().rfind('\n').unwrap() - 3;
    let mut bytes = text.into_bytes();
    bytes[at] ^= 1;
    std::fs::write(&damaged, bytes).unwrap();
    std::fs::write(saves.path_of("d rubbish").unwrap(), "rubbish").unwrap();
    let mut over = played(vec![person("Ada"), opponent()], true);
    over.keep(Box::new(saves.journal(2)));
    over.write();
    saves.save("e over", &over.marked()).unwrap();
    let (mut list, troubles) = files::read(&saves, &crate::storage::Library::default(), &[]);
    assert!(troubles.is_empty(), "{troubles:?}");
    for file in &mut list {
        file.slot.when = NOW - 3_600;
        let name = file.slot.path.file_name().unwrap().to_owned();
        let name = if file.slot.shelf == Shelf::Running { "running.game".into() } else { name };
        file.slot.path = std::path::PathBuf::from("games").join(name);
        if let Err(why) = &mut file.about {
            *why = why.replace(&folder.path().display().to_string(), "games");
        }
    }
    list.sort_by(|a, b| (a.slot.shelf, &a.slot.path).cmp(&(b.slot.shelf, &b.slot.path)));
    (folder, Files { list, known: true, ..Files::default() })
}

fn model(files: &Files, chosen: usize) -> Model {
    let state = State { chosen, ..State::default() };
    Model::of(&Words::english(), files, &state, Some("games"), NOW)
}

fn sheet(files: &Files, name: &str) -> Sheet {
    let chosen = files.list.iter().position(|file| file.slot.name().contains(name)).unwrap();
    model(files, chosen).sheet.unwrap()
}

#[test]
fn every_kind_of_game_is_listed_with_what_is_known_of_it() {
    let (_folder, files) = folder();
    let model = model(&files, 0);
    let all = format!("{:#?}", model.groups);
    assert!(!format!("{model:?}").contains("[saves-"), "{model:?}");
    insta::assert_snapshot!(all);
    for (name, wrong) in [
        ("running", None),
        ("a edited", None),
        ("c damaged", Some("Damaged at line 5")),
        ("d rubbish", Some("no saved game")),
    ] {
        let sheet = sheet(&files, name);
        match wrong {
            None => assert_eq!(sheet.wrong, None, "{name}"),
            Some(wrong) => {
                assert!(sheet.wrong.as_ref().unwrap().contains(wrong), "{name}: {:?}", sheet.wrong)
            }
        }
    }
    let edited = sheet(&files, "a edited");
    assert!(edited.notes.iter().any(|note| note.contains("changed since")), "{:?}", edited.notes);
    assert!(edited.notes.iter().any(|note| note.contains("0.0.9")), "{:?}", edited.notes);
}

/// The list is read by whoever is at the computer.
#[test]
fn a_game_that_several_share_tells_no_score_and_is_not_replayed() {
    let (_folder, files) = folder();
    let facts = |name: &str| format!("{:?}", sheet(&files, name).facts);
    assert!(facts("running").contains("Score"));
    assert!(facts("e over").contains("Final score"));
    assert!(!facts("b shared").contains("core"), "{}", facts("b shared"));
    assert!(sheet(&files, "b shared").replay_off.is_some());
    assert!(sheet(&files, "running").replay_off.is_none());
    assert_eq!((sheet(&files, "e over").go.as_str(), sheet(&files, "e over").go_off), ("Debrief", None));
    // What others did in secret is not even counted.
    let about = |file: &File| Arc::clone(file.about.as_ref().unwrap());
    let shared = files.list.iter().find(|file| file.slot.name() == "b shared").unwrap();
    assert!(about(shared).summary.people.iter().all(|player| player.score.is_none()));
}

#[test]
fn the_menu_offers_the_game_that_was_left() {
    let (_folder, files) = folder();
    let words = Words::english();
    let running: Vec<File> = files.list.iter().filter(|f| f.slot.shelf == Shelf::Running).cloned().collect();
    let offer = Offer::of(&words, &running, NOW).unwrap();
    assert!(offer.who.contains("round 1 of 4"), "{offer:?}");
    assert_eq!(offer.when, "today 13:13 UTC");
    assert_eq!(Offer::of(&words, &[], NOW), None);
    let offer = Offer { go_on: Some(offer), ..Offer::default() };
    assert!(offer.first() && !Offer { declined: true, ..offer }.first());
}

#[test]
fn files_are_read_again_only_when_they_changed() {
    let folder = tempfile::tempdir().unwrap();
    let saves = Saves::new(folder.path().to_owned());
    saves.save("one", &played(vec![person(""), opponent()], false).marked()).unwrap();
    let library = crate::storage::Library::default();
    let (list, _) = files::read(&saves, &library, &[]);
    let (again, _) = files::read(&saves, &library, &list);
    assert!(Arc::ptr_eq(list[0].about.as_ref().unwrap(), again[0].about.as_ref().unwrap()));
    assert_eq!(PartyId(0), again[0].about.as_ref().unwrap().summary.people[0].party);
}

#[test]
fn trouble_is_told_in_three_parts() {
    use crate::session::opening::{Trouble, Why};
    let words = Words::english();
    let play = played(vec![person(""), opponent()], false);
    let error = || crate::play::ReplayError::Differs { entry: 3 };
    let pages = [
        Why::Unreadable("permission denied".to_owned()),
        Why::Foreign("this is no saved game".to_owned()),
        Why::Damaged { line: 7, what: "this line is damaged".to_owned() },
        Why::Plays { version: "0.0.9".to_owned(), error: error() },
        Why::Nobody(crate::session::NoSession::NoPerson),
        Why::NotOver,
        Why::InUse,
    ]
    .map(|why| {
        let part = matches!(why, Why::Damaged { .. }).then(|| play.record().clone());
        trouble::Page::of(&words, &Trouble { why, part, other: None })
    });
    let all = format!("{pages:#?}");
    assert!(!all.contains("[saves-"), "{all}");
    insta::assert_snapshot!(all);
}
