//! A game ends in its debrief, and so does the list of saved games where a game is over: all of it by the keyboard.

use std::time::{Duration, Instant};

use bevy_egui::egui::{Key, Modifiers};

use super::stage::{Picture, Stage};
use crate::opponents::Difficulty;
use crate::play::Match;
use crate::play::auto::{pass_safely, run, seated};
use crate::rules::ids::{ByParty, PartyId};
use crate::rules::record::{Person, Seat};
use crate::screens::saves::{self, Keeping};
use crate::screens::{Cover, Screen};
use crate::session::debriefing::{Debriefing, Reading, Saving};
use crate::session::{Session, Setup};
use crate::storage::saves::Shelf;
use crate::storage::{Library, Saves};

const PATIENCE: Duration = Duration::from_secs(240);

fn debriefing(stage: &Stage) -> &Debriefing {
    stage.app.world().resource::<Debriefing>()
}

/// Waits until nothing is being worked out.
pub(super) fn rest(stage: &mut Stage) -> Picture {
    let begun = Instant::now();
    while debriefing(stage).works() {
        assert!(begun.elapsed() < PATIENCE, "the debrief is never there");
        stage.frame(Vec::new());
        std::thread::sleep(Duration::from_millis(2));
    }
    stage.frame(Vec::new());
    stage.frame(Vec::new())
}

/// Plays a game by doing as little as can be, to the page that comes last.
pub(super) fn to_debrief(stage: &mut Stage) {
    let game = Library::default().game("tutorial", None, None).unwrap();
    stage.begin(Setup::solo(game, PartyId(0), Difficulty::Newcomer, 11));
    let begun = Instant::now();
    while stage.screen() != Screen::Debrief {
        assert!(begun.elapsed() < PATIENCE, "stuck on {:?}", stage.screen());
        match stage.screen() {
            Screen::Table if !stage.session().can_proceed() => stage.key(Key::D),
            _ => stage.key(Key::Enter),
        };
    }
}

fn missing(picture: &Picture) -> Vec<String> {
    let bad = |word: &String| word.contains("[debrief") || word.contains("[report") || word.contains("{$");
    picture.words().into_iter().filter(bad).collect()
}

#[test]
fn a_game_ends_in_its_debrief_which_is_read_by_the_keyboard() {
    let mut stage = Stage::new();
    to_debrief(&mut stage);
    let waiting = stage.frame(Vec::new());
    assert!(waiting.shows("Menu") && missing(&waiting).is_empty(), "{:?}", waiting.words());
    let first = rest(&mut stage);
    let Reading::Ready(account) = debriefing(&stage).reading() else { panic!("there is none") };
    let titles: Vec<String> = account.document.sheets.iter().map(|sheet| sheet.title.clone()).collect();
    for title in &titles {
        assert!(first.shows(title), "{title} is no tab");
    }
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];
    let mut seen: Vec<String> = Vec::new();
    for key in digits.into_iter().take(titles.len()) {
        stage.key(key);
        let picture = stage.frame(Vec::new());
        assert!(missing(&picture).is_empty(), "{key:?}: {:?}", missing(&picture));
        let whole = picture.whole();
        assert!(!seen.contains(&whole), "{key:?} shows nothing new");
        seen.push(whole);
    }
    // The arrows and Ctrl Tab go round.
    for (key, modifiers, to) in [
        (Key::ArrowRight, Modifiers::NONE, 0),
        (Key::ArrowLeft, Modifiers::NONE, titles.len() - 1),
        (Key::Tab, Modifiers::CTRL, 0),
        (Key::Tab, Modifiers::CTRL, 1),
        // As systems send it, and so that it moves no focus.
        (Key::Tab, Modifiers::CTRL | Modifiers::COMMAND | Modifiers::SHIFT, 0),
    ] {
        stage.press(key, modifiers);
        assert_eq!(stage.frame(Vec::new()).whole(), seen[to], "{key:?}");
    }
    // The menu of the match, the keys, and back.
    stage.key(Key::Escape);
    assert_eq!(*stage.app.world().resource::<Cover>(), Cover::Pause);
    stage.key(Key::Escape);
    assert_eq!(*stage.app.world().resource::<Cover>(), Cover::None);
    stage.key(Key::F1);
    assert!(stage.frame(Vec::new()).shows("Read a sheet by its number"));
    stage.key(Key::Escape);
    // The replay and what can be played on from there.
    for (key, main) in [(Key::R, false), (Key::F, true)] {
        stage.key(key);
        assert_eq!(stage.screen(), Screen::Replay);
        let over = stage.app.world().resource::<crate::session::Rerun>().at();
        assert_eq!(over > 0, main);
        stage.key(Key::Escape);
        assert_eq!(stage.screen(), Screen::Debrief);
    }
    // Without a folder a report cannot be saved, and the dialog says so.
    stage.key(Key::S);
    let dialog = stage.frame(Vec::new());
    assert!(dialog.shows("Save a report") && dialog.shows("no folder for saved games"));
    stage.key(Key::Escape);
    assert!(!stage.frame(Vec::new()).shows("Save a report"));
    assert_eq!(*stage.app.world().resource::<Cover>(), Cover::None);
    // Whoever has gone on by Enter all the time begins nothing by it; by the button it is the same game once more.
    stage.key(Key::Enter);
    assert_eq!(stage.screen(), Screen::Debrief);
    stage.go_to("Play again");
    stage.key(Key::Space);
    assert_eq!(stage.screen(), Screen::Brief);
    assert!(stage.app.world().get_resource::<Debriefing>().is_none());
}

#[test]
fn a_game_that_is_over_is_opened_from_the_list_and_not_copied() {
    let folder = tempfile::tempdir().unwrap();
    let saves = Saves::new(folder.path().to_owned());
    let game = Library::default().game("tutorial", None, None).unwrap();
    let seats = vec![Seat::Person(Person::default()), Seat::Opponent("newcomer".to_owned())];
    let mut play = Match::begin(game, 5, ByParty(seats));
    play.keep(Box::new(saves.journal(1)));
    let mut opponents = seated(&play).unwrap();
    while !play.is_over() {
        run(&mut play, &mut opponents);
        if let Some(seat) = play.waiting_for().iter().next() {
            pass_safely(&mut play, seat);
        }
    }
    drop(play);
    let mut stage = Stage::new();
    stage.app.insert_resource(Keeping(Some(saves.clone())));
    stage.ask(saves::Ask::List);
    let begun = Instant::now();
    // Autosaves lie before it in the list.
    while !stage.frame(Vec::new()).shows("Finished") {
        assert!(begun.elapsed() < PATIENCE, "the list is never there");
        std::thread::sleep(Duration::from_millis(2));
    }
    stage.key(Key::End);
    stage.key(Key::Enter);
    assert_eq!(stage.screen(), Screen::Debrief);
    assert!(stage.app.world().get_resource::<Session>().is_none());
    let page = rest(&mut stage);
    assert!(page.shows("Front page") && page.shows("Back") && missing(&page).is_empty());
    // A report, by the keyboard.
    stage.key(Key::S);
    stage.frame(Vec::new());
    stage.key(Key::Enter);
    rest(&mut stage);
    let saving = debriefing(&stage).saving().clone();
    let Saving::Done(path) = &saving else { panic!("{saving:?}") };
    assert!(path.exists() && path.parent() == Some(saves.reports().as_path()));
    let done = stage.frame(Vec::new());
    assert!(done.shows("Saved.") && done.shows(&path.display().to_string()));
    stage.key(Key::Enter);
    assert!(!stage.frame(Vec::new()).shows("Save a report"));
    stage.key(Key::Escape);
    assert_eq!(stage.screen(), Screen::Saves);
    assert!(stage.app.world().get_resource::<Debriefing>().is_none());
    let on = |shelf| saves.list(shelf).unwrap().len();
    assert_eq!((on(Shelf::Running), on(Shelf::Finished)), (0, 1));
}
