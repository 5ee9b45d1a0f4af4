//! Games are kept while they are played, and open again whole, damaged, edited, or of another version.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use bevy::tasks::{AsyncComputeTaskPool, TaskPool};
use tempfile::TempDir;

use super::*;
use crate::opponents::Difficulty;
use crate::play::auto::pass_safely;
use crate::rules::command::Command;
use crate::rules::edition::Edition;
use crate::rules::event::Event;
use crate::rules::ids::PartyId;
use crate::rules::record::{Mark, Person, Pin, Seat};
use crate::session::{Page, Setup};
use crate::storage::Library;

struct Place {
    saves: Saves,
    words: Arc<Words>,
    _folder: TempDir,
}

impl Place {
    fn new() -> Self {
        AsyncComputeTaskPool::get_or_init(TaskPool::new);
        let folder = tempfile::tempdir().unwrap();
        let saves = Saves::new(folder.path().join("games"));
        Self { saves, words: Arc::new(Words::english()), _folder: folder }
    }

    fn begun(&self, level: &str) -> Session {
        let game = Library::default().game(level, None, None).unwrap();
        let setup = Setup::solo(game, PartyId(0), Difficulty::Newcomer, 7);
        let mut session = Session::new(setup, self.words.clone()).unwrap();
        session.pace = Duration::ZERO;
        session.keep(Box::new(self.saves.journal(1)));
        session
    }

    fn running(&self) -> Slot {
        self.saves.list(Shelf::Running).unwrap().remove(0)
    }

    fn file(&self) -> PathBuf {
        let folder = self.saves.folder().join("running");
        let found = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        found.into_iter().find(|path| path.extension().is_some_and(|end| end == "game")).unwrap()
    }

    /// A game in which so much was done, and that was left.
    fn left(&self, level: &str, entries: usize) -> Slot {
        let mut session = self.begun(level);
        until(&mut session, entries);
        drop(session);
        self.running()
    }
}

fn step(session: &mut Session) {
    if session.can_proceed() {
        session.proceed();
    } else if session.page() == Page::Talks && !session.busy() {
        session.send(Command::Pass);
    } else if session.page() == Page::Measures && !session.busy() {
        session.send(Command::Act(crate::rules::command::Measure::Nothing));
    } else {
        session.advance();
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn until(session: &mut Session, entries: usize) {
    let begun = std::time::Instant::now();
    while session.play.record().entries.len() < entries {
        assert!(begun.elapsed() < Duration::from_secs(240), "nobody goes on");
        step(session);
    }
}

/// A game that goes on.
fn goes_on(opened: Result<Opened, Box<Trouble>>) -> Session {
    match opened.unwrap() {
        Opened::Session(session) => *session,
        Opened::Over(_) => panic!("it is over"),
    }
}

fn trouble(result: Result<Opened, Box<Trouble>>) -> Trouble {
    match result {
        Ok(_) => panic!("it opens"),
        Err(trouble) => *trouble,
    }
}

/// Whatever has been shown can be had back from the disk, at any moment.
#[test]
fn what_is_shown_is_on_disk() {
    let place = Place::new();
    let mut session = place.begun("tokyo_2025");
    let (file, mut looked, mut seen) = (place.file(), 0, usize::MAX);
    for _ in 0..4_000 {
        step(&mut session);
        assert_eq!(session.trouble(), None);
        let shown = session.view().log.len();
        if shown == seen {
            continue;
        }
        seen = shown;
        let reading = place.saves.read(&file).unwrap();
        assert!(reading.damage.is_none());
        let back = Match::resume(reading.record).unwrap();
        assert_eq!(back.view(PartyId(0)).log[..shown], session.view().log[..]);
        assert_eq!(back.log(), session.play.log());
        looked += 1;
        if session.view().position.round.0 > 2 {
            break;
        }
    }
    assert!(looked > 20, "{looked}");
}

#[test]
fn a_game_goes_on_where_it_was_in_its_own_journal() {
    let place = Place::new();
    let slot = place.left("tutorial", 4);
    let before = fs::read_to_string(&slot.path).unwrap();
    let mut session = goes_on(open(&place.saves, &slot, place.words.clone()));
    session.pace = Duration::ZERO;
    assert!(place.saves.list(Shelf::Running).unwrap().is_empty(), "it is being played");
    let again = fs::read_to_string(&slot.path).unwrap();
    assert_eq!(before, again);
    until(&mut session, 6);
    let after = fs::read_to_string(&slot.path).unwrap();
    assert!(after.starts_with(&before), "what was there has stayed");
    assert_eq!(session.trouble(), None);
}

#[test]
fn a_torn_last_line_costs_nothing_that_was_shown() {
    let place = Place::new();
    let slot = place.left("tutorial", 4);
    let whole = fs::read(&slot.path).unwrap();
    let entries = place.saves.read(&slot.path).unwrap().record.entries.len();
    fs::write(&slot.path, &whole[..whole.len() - 20]).unwrap();
    let session = goes_on(open(&place.saves, &slot, place.words.clone()));
    assert_eq!(session.play.record().entries.len(), entries - 1);
}

#[test]
fn a_game_that_is_being_played_is_not_opened_twice() {
    let place = Place::new();
    let slot = place.left("tutorial", 4);
    let session = goes_on(open(&place.saves, &slot, place.words.clone()));
    let before = fs::read(&slot.path).unwrap();
    let found = trouble(open(&place.saves, &slot, place.words.clone()));
    assert!(matches!(found.why, Why::InUse), "{:?}", found.why);
    assert_eq!(fs::read(&slot.path).unwrap(), before);
    drop(session);
    goes_on(open(&place.saves, &slot, place.words.clone()));
}

#[test]
fn a_damaged_game_offers_what_is_whole() {
    let place = Place::new();
    let slot = place.left("tokyo_2025", 8);
    let record = place.saves.read(&slot.path).unwrap().record;
    assert!(record.entries.len() > 3);
    let mut bytes = fs::read(&slot.path).unwrap();
    // In the last but one line.
    let ends: Vec<usize> = bytes.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at).collect();
    let at = ends[ends.len() - 2] - 3;
    bytes[at] ^= 1;
    fs::write(&slot.path, &bytes).unwrap();
    let found = trouble(open(&place.saves, &slot, place.words.clone()));
    assert!(matches!(found.why, Why::Damaged { line, .. } if line == ends.len() - 1), "{:?}", found.why);
    let part = found.part.unwrap();
    assert_eq!(part.entries, record.entries[..record.entries.len() - 2]);
    let kept = fs::read(&slot.path).unwrap();
    let session = goes_on(open_part(&place.saves, &part, place.words.clone()));
    assert_eq!(session.play.record().entries, part.entries);
    assert_eq!(fs::read(&slot.path).unwrap(), kept, "the damaged file stays");
    drop(session);
    // A file of the same game that has more of it is found.
    place.saves.save("whole", &record).unwrap();
    let found = trouble(open(&place.saves, &slot, place.words.clone()));
    assert_eq!(found.other.unwrap().name(), "whole");
}

#[test]
fn a_save_without_its_end_is_not_taken_for_whole() {
    let place = Place::new();
    let slot = place.left("tutorial", 4);
    let record = place.saves.read(&slot.path).unwrap().record;
    let path = place.saves.save("mine", &record).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let end = text.trim_end().rfind('\n').unwrap() + 1;
    fs::write(&path, &text[..end]).unwrap();
    let slot = place.saves.list(Shelf::Saved).unwrap().remove(0);
    let found = trouble(open(&place.saves, &slot, place.words.clone()));
    let line = record.entries.len() + 5;
    assert!(matches!(found.why, Why::Damaged { line: at, .. } if at == line), "{:?}", found.why);
    assert_eq!(found.part.unwrap().entries, record.entries);
}

#[test]
fn what_this_version_cannot_play_says_so_and_how_far_it_can() {
    let place = Place::new();
    let slot = place.left("tokyo_2025", 8);
    let mut record = place.saves.read(&slot.path).unwrap().record;
    let saved = |place: &Place| place.saves.list(Shelf::Saved).unwrap().remove(0);
    // Another version whose game goes as it goes here.
    record.head.version = "0.0.9".to_owned();
    place.saves.save("other", &record).unwrap();
    drop(goes_on(open(&place.saves, &saved(&place), place.words.clone())));
    // One whose game goes another way from the third entry on.
    let mut differs = record.clone();
    differs.entries[2].mark = Some(Mark(1));
    place.saves.save("other", &differs).unwrap();
    let found = trouble(open(&place.saves, &saved(&place), place.words.clone()));
    let Why::Plays { version, error } = &found.why else { panic!("{:?}", found.why) };
    assert_eq!((version.as_str(), error.entry()), ("0.0.9", Some(2)));
    assert_eq!(found.part.unwrap().entries.len(), 2);
    // Texts that it cannot play at all.
    let mut foreign = record.clone();
    foreign.level = Edition::new("(format: 99)");
    foreign.head.level_mark = foreign.level.mark();
    place.saves.save("other", &foreign).unwrap();
    let found = trouble(open(&place.saves, &saved(&place), place.words.clone()));
    assert!(matches!(found.why, Why::Plays { .. }) && found.part.is_none());
    // A later form, rubbish, and nothing at all.
    let path = place.saves.path_of("other").unwrap();
    for text in ["rare-terms record 2\n", "rubbish", ""] {
        fs::write(&path, text).unwrap();
        let found = trouble(open(&place.saves, &saved(&place), place.words.clone()));
        assert!(matches!(found.why, Why::Foreign(_)), "{text}: {:?}", found.why);
    }
    let gone = Slot { path: path.with_file_name("gone.game"), ..saved(&place) };
    assert!(matches!(trouble(open(&place.saves, &gone, place.words.clone())).why, Why::Unreadable(_)));
}

#[test]
fn an_edited_level_plays_with_the_text_that_is_inside() {
    let place = Place::new();
    let slot = place.left("tutorial", 4);
    let mut record = place.saves.read(&slot.path).unwrap().record;
    let text = record.level.text().replacen("title: \"", "title: \"Old: ", 1);
    record.level = Edition::new(&text);
    record.head.level_mark = record.level.mark();
    place.saves.save("edited", &record).unwrap();
    let slot = place.saves.list(Shelf::Saved).unwrap().remove(0);
    let session = goes_on(open(&place.saves, &slot, place.words.clone()));
    assert!(session.game().level.title.starts_with("Old: "), "{}", session.game().level.title);
}

/// The door stands before a shared game that is opened, and nobody looks at it again before it is over.
#[test]
fn a_shared_game_opens_at_its_door() {
    let place = Place::new();
    let game = Library::default().game("tutorial", None, None).unwrap();
    let pin = Pin::new("1234", PartyId(0), 7);
    let person = |name: &str, pin| Seat::Person(Person { name: name.to_owned(), pin });
    let seats = crate::rules::ids::ByParty(vec![person("Ada", Some(pin)), person("Ben", None)]);
    let mut play = Match::begin(game, 7, seats);
    play.keep(Box::new(place.saves.journal(1)));
    let seat = play.waiting_for().iter().next().unwrap();
    pass_safely(&mut play, seat);
    drop(play);
    let slot = place.running();
    assert!(matches!(look(&place.saves, &slot), Err(found) if matches!(found.why, Why::NotOver)));
    let mut session = goes_on(open(&place.saves, &slot, place.words.clone()));
    let door = session.door().unwrap();
    if door == PartyId(0) {
        assert!(!session.enter("0000") && session.enter("1234"));
    }
    while let Some(seat) = session.play.waiting_for().iter().next() {
        pass_safely(&mut session.play, seat);
    }
    assert!(session.play.log().contains(&Event::Ended));
    drop(session);
    assert!(place.saves.list(Shelf::Running).unwrap().is_empty());
    let finished = place.saves.list(Shelf::Finished).unwrap().remove(0);
    assert!(look(&place.saves, &finished).is_ok());
}

/// Whatever calls it, a game that is over is looked back at: it stays where it is, and there is no second one.
#[test]
fn a_game_that_is_over_is_opened_without_a_copy() {
    let place = Place::new();
    let mut session = place.begun("tutorial");
    while let Some(seat) = session.play.waiting_for().iter().next() {
        pass_safely(&mut session.play, seat);
    }
    let record = session.play.marked();
    drop(session);
    place.saves.save("over", &record).unwrap();
    let finished = place.saves.list(Shelf::Finished).unwrap().remove(0);
    let before = fs::read(&finished.path).unwrap();
    // What shows the page after a fault knows no shelf.
    let unknowing = Slot { shelf: Shelf::Running, ..finished.clone() };
    for slot in [finished.clone(), unknowing, place.saves.list(Shelf::Saved).unwrap().remove(0)] {
        let opened = open(&place.saves, &slot, place.words.clone()).unwrap();
        assert!(matches!(opened, Opened::Over(_)), "{slot:?}");
    }
    assert!(matches!(open_part(&place.saves, &record, place.words.clone()), Ok(Opened::Over(_))));
    assert_eq!(place.saves.list(Shelf::Finished).unwrap(), std::slice::from_ref(&finished));
    assert!(place.saves.list(Shelf::Running).unwrap().is_empty());
    assert_eq!(fs::read(&finished.path).unwrap(), before);
    // One that ended as the program did is put away when it is opened.
    let path = place.saves.lay_out(9, &record).unwrap();
    let slot = Slot { shelf: Shelf::Running, path, when: 0 };
    drop(goes_on(open(&place.saves, &slot, place.words.clone())));
    assert!(!slot.path.exists());
    assert_eq!(place.saves.list(Shelf::Finished).unwrap().len(), 2);
}
