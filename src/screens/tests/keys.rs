//! Keys are changed on the list of keys: the new one works and is shown, the old one does nothing, and it is kept.

use std::fs;

use bevy::app::AppExit;
use bevy_egui::egui::{Key, Modifiers};

use super::stage::{Picture, Stage};
use crate::opponents::Difficulty;
use crate::rules::ids::PartyId;
use crate::screens::keys::{Action, Chord, Keys, Table};
use crate::screens::settings::{Settings, open};
use crate::screens::{Cover, Screen};
use crate::session::Setup;
use crate::storage::{Library, SettingsFile};
use crate::words::Words;

fn to_the_table() -> Stage {
    let mut stage = Stage::new();
    let game = Library::default().game("tutorial", None, None).unwrap();
    stage.begin(Setup::solo(game, PartyId(0), Difficulty::Newcomer, 11));
    stage.key(Key::Enter);
    stage.key(Key::Enter);
    assert_eq!(stage.screen(), Screen::Table);
    stage
}

fn what(action: Action) -> String {
    Words::english().get(action.message())
}

fn kept(stage: &Stage) -> Vec<(String, String)> {
    stage.app.world().resource::<Settings>().0.keys.clone().into_iter().collect()
}

fn chord(stage: &Stage, action: Action) -> Chord {
    stage.app.world().resource::<Keys>().table().chord(action)
}

fn says(picture: &Picture, text: &str) -> bool {
    picture.words().iter().any(|word| word == text)
}

/// Goes from thing to thing until the keyboard is on the one whose name begins so.
fn go_to(stage: &mut Stage, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..60 {
        let focused = stage.key(Key::Tab).focused().unwrap_or_default();
        if focused.starts_with(name) {
            stage.frame(Vec::new());
            return;
        }
        passed.push(focused);
    }
    panic!("{name} is not among {passed:?}");
}

/// Begins to change a key on the list, which is open.
fn change(stage: &mut Stage, action: Action) -> Picture {
    go_to(stage, &format!("Key for {}:", what(action)));
    stage.key(Key::Space);
    stage.frame(Vec::new())
}

/// How far the talks are.
fn far(stage: &Stage) -> (Screen, usize, bool) {
    (stage.screen(), stage.session().page_events().len(), stage.session().busy())
}

#[test]
fn a_key_is_changed_and_shown_where_it_works() {
    let mut stage = to_the_table();
    let before = stage.frame(Vec::new());
    assert!(says(&before, "D") && !says(&before, "J"), "{:?}", before.words());
    assert!(says(&stage.key(Key::F1), &format!("Key for {}: D, change", what(Action::Done))));
    let waiting = change(&mut stage, Action::Done);
    let spoken = format!("Key for {}: press the new key, or Esc to leave D", what(Action::Done));
    assert!(waiting.shows("Press the new key, with Ctrl"), "{:?}", waiting.words());
    assert_eq!(waiting.focused(), Some(spoken));
    let changed = stage.key(Key::J);
    assert!(says(&changed, &format!("Key for {}: J, change", what(Action::Done))), "{:?}", changed.words());
    assert!(says(&changed, "Usual key: D"));
    assert_eq!(kept(&stage), [(Action::Done.name().to_owned(), "j".to_owned())]);
    // The focus is free again.
    go_to(&mut stage, "Close");
    stage.key(Key::Escape);
    let after = stage.frame(Vec::new());
    assert!(says(&after, "J") && !says(&after, "D"), "{:?}", after.words());
    let still = far(&stage);
    stage.key(Key::D);
    stage.frame(Vec::new());
    assert_eq!(far(&stage), still, "the old key does nothing");
    stage.key(Key::J);
    stage.frame(Vec::new());
    assert_ne!(far(&stage), still, "the new key works");
}

#[test]
fn what_is_taken_or_kept_is_refused_with_the_reason_and_another_may_be_pressed() {
    let mut stage = to_the_table();
    stage.key(Key::F1);
    change(&mut stage, Action::Give);
    let cases = [
        (Key::W, Modifiers::NONE, format!("W is taken. It is: {}", what(Action::Take))),
        (Key::F10, Modifiers::NONE, format!("F10 is taken. It is: {}", what(Action::Settings))),
        (Key::Tab, Modifiers::NONE, "Tab cannot be given to anything else: on every screen".to_owned()),
        (Key::Space, Modifiers::NONE, "Space cannot be given to anything else: on every screen".to_owned()),
        (Key::Num2, Modifiers::NONE, "2 cannot be given to anything else: it chooses by number".to_owned()),
        (Key::C, Modifiers::COMMAND, "Ctrl C cannot be given to anything else: it is for typing".to_owned()),
        (Key::F1, Modifiers::NONE, "F1 cannot be given to anything else: it always shows".to_owned()),
    ];
    for (key, modifiers, why) in cases {
        let refused = stage.press(key, modifiers);
        assert!(refused.shows(&why), "{why}: {:?}", refused.words());
        assert!(refused.focused().unwrap().contains("press the new key"), "{why}");
    }
    assert!(kept(&stage).is_empty());
    // Esc gives up, and then closes the list.
    stage.key(Key::Escape);
    assert_eq!(*stage.app.world().resource::<Cover>(), Cover::Help);
    assert!(!stage.frame(Vec::new()).shows("Press the new key"));
    change(&mut stage, Action::Give);
    let changed = stage.press(Key::K, Modifiers::CTRL | Modifiers::COMMAND | Modifiers::SHIFT);
    assert!(says(&changed, &format!("Key for {}: Ctrl Shift K, change", what(Action::Give))));
    assert_eq!(chord(&stage, Action::Give), Chord::read("ctrl+shift+k").unwrap());
    stage.key(Key::Escape);
    assert_eq!(*stage.app.world().resource::<Cover>(), Cover::None);
}

#[test]
fn keys_are_set_back_one_by_one_or_all_at_once() {
    let mut stage = to_the_table();
    stage.key(Key::F1);
    for (action, key) in [(Action::Take, Key::K), (Action::Give, Key::W), (Action::Settings, Key::F9)] {
        change(&mut stage, action);
        stage.key(key);
    }
    assert_eq!(kept(&stage).len(), 3);
    // W cannot go back to whom it belongs as long as another has it.
    assert!(stage.frame(Vec::new()).shows(&format!("W is taken. It is: {}", what(Action::Give))));
    go_to(&mut stage, "Usual key: G");
    stage.key(Key::Space);
    stage.frame(Vec::new());
    assert_eq!(chord(&stage, Action::Give), Action::Give.usual());
    go_to(&mut stage, "Usual key: W");
    stage.key(Key::Space);
    stage.frame(Vec::new());
    assert_eq!(kept(&stage).len(), 1);
    stage.key(Key::F10);
    assert_eq!(*stage.app.world().resource::<Cover>(), Cover::Help, "the old key does nothing");
    go_to(&mut stage, "All keys as usual");
    stage.key(Key::Space);
    stage.frame(Vec::new());
    assert!(kept(&stage).is_empty());
    assert!(stage.frame(Vec::new()).shows("All keys are as usual."));
}

#[test]
fn a_key_that_is_typed_does_nothing_else() {
    let mut stage = Stage::new();
    stage.key(Key::F1);
    change(&mut stage, Action::Settings);
    stage.key(Key::J);
    assert_eq!(chord(&stage, Action::Settings), Chord::plain(Key::J));
    stage.key(Key::Escape);
    go_to(&mut stage, "Change how");
    stage.key(Key::Space);
    go_to(&mut stage, "Seed");
    stage.key(Key::J);
    assert_eq!(*stage.app.world().resource::<Cover>(), Cover::None, "it is typed");
    stage.press(Key::Plus, Modifiers::COMMAND);
    stage.frame(Vec::new());
    assert_eq!(stage.app.world().resource::<Settings>().0.scale, 110, "nobody types this");
    go_to(&mut stage, "Start");
    stage.key(Key::J);
    assert_eq!(*stage.app.world().resource::<Cover>(), Cover::Settings);
}

#[test]
fn keys_are_kept_and_what_means_nothing_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let file = SettingsFile::new(folder.path().join("settings.ron"));
    let (take, done, best) = (Action::Take.name(), Action::Done.name(), Action::Best.name());
    let text = format!(
        "(scale: 120, keys: {{\"{take}\": \"Ctrl+K\", \"{done}\": \"a\", \"fly\": \"f\", \"{best}\": \"??\"}})"
    );
    fs::write(file.path(), text).unwrap();
    let (now, keeper) = open(Some(file.clone()), &Words::english());
    assert_eq!((now.0.scale, keeper.told()), (120, None), "nothing else is lost");
    let mut stage = Stage::new();
    stage.app.insert_resource(now).insert_resource(keeper);
    stage.frame(Vec::new());
    assert_eq!(kept(&stage), [(take.to_owned(), "ctrl+k".to_owned())]);
    stage.key(Key::F1);
    change(&mut stage, Action::Fullscreen);
    stage.key(Key::F12);
    stage.app.world_mut().write_message(AppExit::Success);
    stage.frame(Vec::new());
    let table = Table::read(&file.read().settings.keys);
    assert_eq!(table.chord(Action::Take), Chord::ctrl(Key::K));
    assert_eq!(table.chord(Action::Fullscreen), Chord::plain(Key::F12));
    assert_eq!(file.read().settings.keys.len(), 2);
}

#[test]
fn the_keyboard_goes_back_to_nothing_that_is_gone() {
    let mut stage = to_the_table();
    for _ in 0..4 {
        stage.key(Key::Tab);
    }
    stage.key(Key::Escape);
    go_to(&mut stage, "Go to the menu");
    stage.key(Key::Space);
    assert_eq!(stage.frame(Vec::new()).focused(), None);
    assert_eq!(stage.screen(), Screen::Menu);
}

#[test]
fn the_keyboard_goes_back_to_what_it_was_on() {
    let mut stage = to_the_table();
    for _ in 0..4 {
        stage.key(Key::Tab);
    }
    let was = stage.frame(Vec::new()).focused();
    assert!(was.is_some());
    for cover in [Key::F1, Key::F10, Key::F2, Key::Escape] {
        stage.key(cover);
        assert_ne!(*stage.app.world().resource::<Cover>(), Cover::None);
        stage.key(Key::Escape);
        assert_eq!(stage.frame(Vec::new()).focused(), was, "{cover:?}");
    }
}
