//! Every screen at every size: no text is cut, and every picture is told in words.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy_egui::egui::{Key, Vec2, vec2};

use super::debrief::{rest, to_debrief};
use super::secrecy::{played, session};
use super::stage::Stage;
use super::walk::SIZES;
use crate::opponents::Difficulty;
use crate::report::Block;
use crate::rules::event::Event;
use crate::rules::ids::PartyId;
use crate::rules::record::{Person, Seat};
use crate::rules::rulebook::Knowledge;
use crate::screens::saves::{self, Keeping};
use crate::screens::{Cover, Intent, Screen, crash, table};
use crate::session::debriefing::{Debriefing, Reading};
use crate::session::{Session, Setup};
use crate::storage::{Library, Saves};
use crate::words::Words;

/// A window of 1280 by 720 in which everything is drawn at 150 %, in points.
const LARGER: Vec2 = vec2(1280.0 / 1.5, 480.0);
/// Windows of 1280 by 720 and of 1024 by 640 in which everything is drawn at 200 %.
const LARGEST: [Vec2; 2] = [vec2(640.0, 360.0), vec2(512.0, 320.0)];

const PATIENCE: Duration = Duration::from_secs(240);

/// What was looked at, and what was wrong with it.
#[derive(Default)]
struct Looked {
    screens: BTreeSet<String>,
    wrong: Vec<String>,
}

impl Looked {
    /// Looks at what is shown now in all sizes. One of the pictures has to say each of `told`.
    fn at(&mut self, stage: &mut Stage, what: &str, told: &[&str]) {
        let usual = SIZES.map(|(width, height)| vec2(width, height));
        for size in usual.into_iter().chain([LARGER]) {
            self.in_size(stage, size, what, told);
        }
    }

    fn in_size(&mut self, stage: &mut Stage, size: Vec2, what: &str, told: &[&str]) {
        let before = stage.size;
        stage.size = size;
        // What was measured in one frame is used in the next.
        (0..3).for_each(|_| drop(stage.frame(Vec::new())));
        let picture = stage.frame(Vec::new());
        stage.size = before;
        self.screens.insert(format!("{:?}", stage.screen()));
        let pictures = picture.pictures();
        let mut wrong = picture.cut(size);
        wrong.extend(pictures.iter().filter(|said| said.trim().is_empty()).map(|_| "a picture".to_owned()));
        let missing = told.iter().filter(|told| !pictures.iter().any(|said| said.contains(**told)));
        wrong.extend(missing.map(|told| format!("no picture says {told:?}: {pictures:?}")));
        self.wrong.extend(wrong.into_iter().map(|wrong| format!("{what} at {size:?}: {wrong}")));
    }

    /// Goes through all that can be worked with by Tab, in the largest scale: wherever the keyboard is, it is seen.
    fn reach(&mut self, stage: &mut Stage, what: &str) {
        for size in LARGEST {
            self.in_size(stage, size, what, &[]);
            let before = stage.size;
            stage.size = size;
            let mut seen = BTreeSet::new();
            for _ in 0..60 {
                stage.key(Key::Tab);
                // A scroll glides for up to a third of a second.
                (0..24).for_each(|_| drop(stage.frame(Vec::new())));
                let picture = stage.frame(Vec::new());
                let (Some(name), Some(at)) = (picture.focused(), picture.focus_at()) else { continue };
                let inside = at.left() >= -1.0
                    && at.top() >= -1.0
                    && at.right() <= size.x + 1.0
                    && at.bottom() <= size.y + 1.0;
                if !inside {
                    self.wrong.push(format!("{what} at {size:?}: {name} lies at {at:?}"));
                }
                if !seen.insert(format!("{name} {at:?}")) && seen.len() > 3 {
                    break;
                }
            }
            stage.size = before;
            stage.ctx.memory_mut(|memory| {
                if let Some(focused) = memory.focused() {
                    memory.surrender_focus(focused);
                }
            });
        }
    }

    fn done(self, screens: &[Screen]) {
        assert!(self.wrong.is_empty(), "{} wrong:\n{}", self.wrong.len(), self.wrong.join("\n"));
        for screen in screens {
            assert!(self.screens.contains(&format!("{screen:?}")), "{screen:?} was not looked at");
        }
    }
}

#[test]
fn the_menu_and_what_lies_over_it_fit() {
    let (mut stage, mut looked) = (Stage::new(), Looked::default());
    looked.at(&mut stage, "menu", &[]);
    looked.reach(&mut stage, "menu");
    for (key, cover, what) in [(Key::F10, Cover::Settings, "settings"), (Key::F1, Cover::Help, "help")] {
        stage.key(key);
        assert_eq!(*stage.app.world().resource::<Cover>(), cover);
        looked.at(&mut stage, what, &[]);
        looked.reach(&mut stage, what);
        stage.ask(Intent::Close);
        stage.frame(Vec::new());
    }
    let game = Library::default().game("tutorial", None, None).unwrap();
    stage.begin(Setup::solo(game, PartyId(0), Difficulty::Newcomer, 11));
    stage.key(Key::Escape);
    looked.at(&mut stage, "pause", &[]);
    looked.reach(&mut stage, "pause");
    stage.ask(Intent::Open(Cover::Save));
    stage.frame(Vec::new());
    looked.at(&mut stage, "save", &[]);
    looked.done(&[Screen::Menu, Screen::Brief]);
}

/// What pictures say on each screen of a match.
fn told(screen: Screen) -> &'static [&'static str] {
    match screen {
        Screen::Brief => &["Calendar: ", "Map of the Pacific", "needed"],
        Screen::News => &["Calendar: ", "Map of the Pacific", "support"],
        Screen::Table => &["Calendar: ", "Map of the Pacific", "needed", "threatened"],
        Screen::Votes => &["Calendar: ", "Map of the Pacific", "for, "],
        _ => &["Calendar: ", "Map of the Pacific"],
    }
}

#[test]
fn every_page_of_a_match_fits_and_its_pictures_speak() {
    let (words, mut looked, mut stage) = (Arc::new(Words::english()), Looked::default(), Stage::new());
    let game = Library::default().game("tokyo_2025", Some("full"), Some(Knowledge::Advisor)).unwrap();
    let asked = |event: &Event| match event {
        Event::Asked { party, .. } => Some(*party),
        _ => None,
    };
    let logs: Vec<Vec<Event>> = (1..4).map(|seed| played(&game, seed)).collect();
    let (log, seat) = logs.iter().find_map(|log| Some((log, log.iter().find_map(asked)?))).unwrap();
    // The first time of each kind of page, as it is when it is there; then all pages in turn.
    let mut live = BTreeSet::new();
    for (at, event) in log.iter().enumerate() {
        let stop = matches!(event, Event::TalksBegan | Event::Signed(_) | Event::MeasuresBegan)
            || asked(event) == Some(seat);
        if !stop {
            continue;
        }
        let end = (at + 2).min(log.len() - 1);
        let end = if matches!(event, Event::TalksBegan) { end } else { at + 1 };
        stage.app.insert_resource(session(&game, &words, seat, log[..end].to_vec(), 200));
        (0..2).for_each(|_| drop(stage.frame(Vec::new())));
        let screen = stage.screen();
        if !live.insert(format!("{screen:?} {:?}", std::mem::discriminant(event))) {
            continue;
        }
        if screen == Screen::Table {
            stage.ask(table::Ask::Advise(true));
            stage.frame(Vec::new());
            stage.key(Key::T);
        }
        looked.at(&mut stage, &format!("{screen:?}, there"), told(screen));
    }
    let whole = log[..log.len() - 1].to_vec();
    stage.app.insert_resource(session(&game, &words, seat, whole, 0));
    stage.frame(Vec::new());
    let mut shown = BTreeSet::new();
    loop {
        let screen = stage.screen();
        if shown.insert(format!("{screen:?}")) || matches!(screen, Screen::Votes | Screen::Reckoning) {
            looked.at(&mut stage, &format!("{screen:?}, passed"), &["Calendar: ", "Map of the Pacific"]);
        }
        let mut session = stage.app.world_mut().resource_mut::<Session>();
        if !session.can_proceed() {
            break;
        }
        session.proceed();
        stage.frame(Vec::new());
    }
    looked.done(&[
        Screen::Brief,
        Screen::News,
        Screen::Table,
        Screen::Measures,
        Screen::Votes,
        Screen::Decision,
        Screen::Reckoning,
    ]);
}

#[test]
fn the_debrief_and_what_is_opened_from_it_fit() {
    let (mut stage, mut looked) = (Stage::new(), Looked::default());
    to_debrief(&mut stage);
    rest(&mut stage);
    let Reading::Ready(account) = stage.app.world().resource::<Debriefing>().reading() else {
        panic!("there is none")
    };
    let said = |blocks: &[Block]| -> Vec<String> {
        let charts = blocks.iter().filter_map(|block| match block {
            Block::Chart(scene) => Some(scene.spoken.clone()),
            _ => None,
        });
        charts.collect()
    };
    let sheets: Vec<Vec<String>> =
        account.document.sheets.iter().map(|sheet| [said(&sheet.page), said(&sheet.side)].concat()).collect();
    assert!(sheets.iter().any(|charts| !charts.is_empty()));
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];
    for (key, charts) in digits.into_iter().zip(&sheets) {
        stage.key(key);
        let told: Vec<&str> = charts.iter().map(String::as_str).collect();
        assert!(told.iter().all(|told| told.len() > 20), "a chart says nothing: {told:?}");
        looked.at(&mut stage, &format!("debrief {key:?}"), &told);
    }
    stage.key(Key::S);
    looked.at(&mut stage, "report", &[]);
    stage.key(Key::Escape);
    stage.key(Key::F);
    assert_eq!(stage.screen(), Screen::Replay);
    looked.at(&mut stage, "replay", &["Moment"]);
    stage.key(Key::Home);
    stage.key(Key::P);
    looked.at(&mut stage, "fork", &[]);
    looked.done(&[Screen::Debrief, Screen::Replay]);
}

#[test]
fn saved_games_the_door_and_a_fault_fit() {
    let folder = tempfile::tempdir().unwrap();
    let (mut stage, mut looked) = (Stage::new(), Looked::default());
    let people = |name: &str| Seat::Person(Person { name: name.to_owned(), pin: None });
    let game = Library::default().game("tokyo_2025", None, None).unwrap();
    let seats = game.by_party(|party| people(["Ann", "Aiko", "Bo"][party.index().min(2)]));
    stage.begin(Setup { game, seats, seed: 5 });
    assert_eq!(stage.screen(), Screen::Privacy);
    looked.at(&mut stage, "door", &[]);
    let mut stage = Stage::new();
    stage.app.insert_resource(Keeping(Some(Saves::new(folder.path().to_owned()))));
    stage.ask(saves::Ask::List);
    let begun = Instant::now();
    while stage.screen() != Screen::Saves {
        assert!(begun.elapsed() < PATIENCE, "the list is never there");
        stage.frame(Vec::new());
        std::thread::sleep(Duration::from_millis(2));
    }
    looked.at(&mut stage, "saves", &[]);
    let report = folder.path().join("report.txt");
    std::fs::write(&report, "a fault").unwrap();
    let mut broken = Stage::with(|app| crash::plugin(app, Some(report)));
    broken.frame(Vec::new());
    looked.at(&mut broken, "crash", &[]);
    looked.done(&[Screen::Privacy, Screen::Saves, Screen::Crash]);
}
