//! The encyclopedia opens over any screen, from its key and from where words stand, and tells of a match only to who sits there.

use bevy_egui::egui::{Key, Modifiers};

use super::stage::Stage;
use crate::opponents::Difficulty;
use crate::screens::{Cover, Intent, Screen};
use crate::session::Setup;
use crate::storage::Library;

fn cover(stage: &Stage) -> Cover {
    *stage.app.world().resource::<Cover>()
}

/// At the brief of Japan in the Tokyo level.
fn at_the_brief() -> Stage {
    let game = Library::default().game("tokyo_2025", Some("standard"), None).unwrap();
    let own = game.level.party_named("japan").unwrap();
    let mut stage = Stage::new();
    stage.begin(Setup::solo(game, own, Difficulty::Newcomer, 7));
    stage.frame(Vec::new());
    assert_eq!(stage.screen(), Screen::Brief);
    stage
}

#[test]
fn words_can_be_looked_up_before_a_match() {
    let mut stage = Stage::new();
    stage.key(Key::F2);
    let page = stage.frame(Vec::new());
    assert_eq!(cover(&stage), Cover::Pages);
    assert_eq!(page.focused().as_deref(), Some("Close"));
    assert!(page.shows("What words mean") && page.shows("Options for some issues"));
    assert!(!page.shows("Issues of this level"));
    stage.key(Key::Escape);
    assert_eq!((cover(&stage), stage.screen()), (Cover::None, Screen::Menu));
}

#[test]
fn a_word_leads_to_its_page_and_its_page_on_and_back() {
    let mut stage = at_the_brief();
    stage.go_to("About: Your no-deal value");
    stage.key(Key::Enter);
    let page = stage.frame(Vec::new());
    assert_eq!((cover(&stage), stage.screen()), (Cover::Pages, Screen::Brief));
    assert!(page.shows("if nothing more is signed") && page.shows("Issues of this level"));
    stage.go_to("About: BATNA");
    stage.key(Key::Space);
    let page = stage.frame(Vec::new());
    assert!(page.shows("Getting to Yes"), "the idea has its source");
    assert_eq!(page.focused().as_deref(), Some("Close"), "what was pressed is gone");
    stage.press(Key::ArrowLeft, Modifiers::ALT);
    assert!(!stage.frame(Vec::new()).shows("Getting to Yes"));
    stage.press(Key::ArrowRight, Modifiers::ALT);
    assert!(stage.frame(Vec::new()).shows("Getting to Yes"));
}

#[test]
fn an_issue_is_found_by_typing() {
    let mut stage = at_the_brief();
    stage.key(Key::F2);
    stage.frame(Vec::new());
    stage.go_to("Find a page");
    stage.type_in("facility");
    stage.key(Key::Enter);
    let page = stage.frame(Vec::new());
    for words in ["$550 bn", "in force now", "Hudson Institute"] {
        assert!(page.shows(words), "{words}");
    }
}

#[test]
fn the_menu_of_a_match_has_it() {
    let mut stage = at_the_brief();
    stage.ask(Intent::Open(Cover::Pause));
    stage.frame(Vec::new());
    stage.go_to("What words mean");
    stage.key(Key::Enter);
    stage.frame(Vec::new());
    assert_eq!(cover(&stage), Cover::Pages);
}
