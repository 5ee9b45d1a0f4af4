//! Settings are changed by the keyboard on any screen, kept, and told of when their file is broken.

use std::fs;

use bevy::app::AppExit;
use bevy_egui::egui::{Key, Modifiers};

use super::stage::Stage;
use crate::screens::settings::{Settings, open};
use crate::screens::{Cover, Intent, Screen};
use crate::storage::settings::Palette;
use crate::storage::{self, SettingsFile};
use crate::words::Words;

fn settings(stage: &Stage) -> &storage::Settings {
    &stage.app.world().resource::<Settings>().0
}

fn cover(stage: &Stage) -> Cover {
    *stage.app.world().resource::<Cover>()
}

#[test]
fn the_page_opens_over_the_menu_and_is_closed_again() {
    let mut stage = Stage::new();
    assert!(stage.frame(Vec::new()).shows("Settings"), "the menu has a button");
    let page = stage.key(Key::F10);
    for words in ["Size of everything", "100 %", "Colours: High contrast", "Reduce motion", "Fill the screen"]
    {
        assert!(page.shows(words), "{words}");
    }
    assert!(page.shows("They last until you quit"), "tests have no file");
    stage.key(Key::F10);
    assert_eq!(cover(&stage), Cover::None);
    stage.key(Key::F10);
    assert_eq!(cover(&stage), Cover::Settings);
    stage.key(Key::Escape);
    assert_eq!((cover(&stage), stage.screen()), (Cover::None, Screen::Menu));
}

#[test]
fn everything_is_set_by_the_keyboard() {
    let mut stage = Stage::new();
    assert_eq!(stage.key(Key::F10).focused().as_deref(), Some("Close"));
    stage.go_to("Size of everything");
    stage.key(Key::ArrowRight);
    stage.key(Key::ArrowRight);
    assert_eq!(settings(&stage).scale, 120);
    for (name, palette) in [("Colours: Day", Palette::Day), ("Colours: High contrast", Palette::HighContrast)]
    {
        stage.go_to(name);
        stage.key(Key::Space);
        assert_eq!(settings(&stage).palette, palette);
    }
    stage.go_to("Fill the screen");
    stage.key(Key::Space);
    stage.go_to("Reduce motion");
    stage.key(Key::Space);
    assert!(settings(&stage).fullscreen && settings(&stage).reduced_motion);
    stage.go_to("Volume of sounds");
    stage.key(Key::ArrowRight);
    assert_eq!(settings(&stage).volume, 70);
    stage.go_to("No sounds");
    stage.key(Key::Space);
    stage.go_to("Volume of sounds");
    assert!(stage.key(Key::ArrowRight).shows("as long as \u{201c}No sounds\u{201d} is on"));
    assert_eq!((settings(&stage).volume, settings(&stage).silent), (70, true));
    // The keys that work everywhere work here too.
    stage.press(Key::Minus, Modifiers::COMMAND);
    stage.key(Key::F11);
    stage.frame(Vec::new());
    assert_eq!((settings(&stage).scale, settings(&stage).fullscreen), (110, false));
    stage.go_to("Set all back");
    stage.key(Key::Space);
    assert_eq!(*settings(&stage), storage::Settings::default());
}

#[test]
fn what_was_set_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = SettingsFile::new(folder.path().join("settings.ron"));
    let mut stage = Stage::new();
    let (now, kept) = open(Some(file.clone()), &Words::english());
    stage.app.insert_resource(now).insert_resource(kept);
    assert!(stage.key(Key::F10).shows("settings.ron"), "the page says where");
    stage.press(Key::Plus, Modifiers::COMMAND);
    stage.frame(Vec::new());
    assert_eq!(settings(&stage).scale, 110);
    stage.app.world_mut().write_message(AppExit::Success);
    stage.frame(Vec::new());
    assert_eq!(file.read().settings.scale, 110);
}

#[test]
fn a_broken_file_is_told_on_the_menu_until_it_is_taken_notice_of() {
    let folder = tempfile::tempdir().unwrap();
    let file = SettingsFile::new(folder.path().join("settings.ron"));
    fs::write(file.path(), "(scale: ").unwrap();
    let mut stage = Stage::new();
    let (now, kept) = open(Some(file), &Words::english());
    assert_eq!(now, Settings::default());
    stage.app.insert_resource(now).insert_resource(kept);
    let told = stage.frame(Vec::new());
    assert!(told.shows("The old file is safe") && told.shows("settings.ron.broken"));
    stage.ask(Intent::DismissSettings);
    stage.frame(Vec::new());
    assert!(!stage.frame(Vec::new()).shows("The old file is safe"));
}
