//! A first game as the guide leads through it, in every size: what is pointed at is there, and no note lies on it.

use bevy_egui::egui::accesskit::{Live, Role};
use bevy_egui::egui::{Key, Rect, Vec2};
use egui_kittest::kittest::NodeT;

use super::walk::{SIZES, Walk, can_press, controls, name, press, screen, settle, walk};
use crate::rules::ids::IssueId;
use crate::rules::level::{Hint, Moment, Point};
use crate::screens::guide::{Shown, anchors};
use crate::screens::settings::Settings;
use crate::screens::{Cover, Screen};

const HIDE: &str = "Hide hints";

fn shown(walk: &Walk) -> Option<Hint> {
    walk.state().as_ref().unwrap().world().resource::<Shown>().0.clone()
}

/// The hint that is shown, once it is looked at from all sides.
fn look(walk: &Walk, size: (f32, f32)) -> Moment {
    let hint = shown(walk).unwrap_or_else(|| panic!("no hint on {:?} at {size:?}", screen(walk)));
    let all: Vec<_> = walk.root().children_recursive().collect();
    let said = all.iter().find(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()].contains(&Some(hint.say.clone()))
    });
    let said = said.unwrap_or_else(|| panic!("{:?} is not to be read at {size:?}", hint.say));
    assert_eq!(said.accesskit_node().data().live(), Some(Live::Polite), "{:?} is not spoken", hint.say);
    let hide = all.iter().find(|node| name(node) == HIDE).unwrap();
    let note = said.rect().union(hide.rect()).expand(10.0);
    let marks = anchors::last(&walk.ctx);
    let target = marks.of(hint.point);
    let target =
        target.unwrap_or_else(|| panic!("{:?} is not on {:?} at {size:?}", hint.point, screen(walk)));
    assert!(!note.intersects(target), "{:?} at {size:?}: {note} lies on {target}", hint.say);
    if let Some(main) = marks.of(Point::Main) {
        assert!(!note.intersects(main), "{:?} at {size:?}: {note} lies on the main button", hint.say);
    }
    assert!(Rect::from_min_size(Default::default(), Vec2::from(size)).contains_rect(note), "{note}");
    for read in &marks.taken {
        assert!(!read.shrink(1.0).intersects(note), "{:?} at {size:?}: {note} covers {read}", hint.say);
    }
    hint.when
}

/// Steps an issue on by the keyboard.
fn step(walk: &mut Walk, issue: &str) {
    let found = controls(walk);
    let spins = |node: &&egui_kittest::Node<'_>| node.accesskit_node().role() == Role::SpinButton;
    found.iter().filter(spins).find(|node| name(node) == issue).unwrap().focus();
    drop(found);
    walk.run_steps(2);
    walk.key_press(Key::ArrowRight);
    settle(walk);
}

/// Presses the first of these that can be pressed.
fn press_one(walk: &mut Walk, ways: &[&str]) {
    let way = ways.iter().find(|way| can_press(walk, way));
    let way = way.unwrap_or_else(|| {
        panic!(
            "none of {ways:?} on {:?}: {:?}",
            screen(walk),
            controls(walk).iter().map(name).collect::<Vec<_>>()
        )
    });
    press(walk, way);
}

fn guided(size: (f32, f32)) {
    let mut walk = walk(size);
    assert_eq!(shown(&walk), None, "the menu has no guide");
    for (button, moment) in
        [("Start", Moment::Brief), ("To the news", Moment::News), ("To the talks", Moment::Talks)]
    {
        press(&mut walk, button);
        assert_eq!(look(&walk, size), moment);
    }
    let (freight, ships) = (Point::Term(IssueId(0)), Point::Term(IssueId(1)));
    for (issue, at, next) in
        [("Freight for a crate", freight, ships), ("Ships on picking days", ships, Point::Main)]
    {
        // The hint stays until the term is where it says.
        for _ in 0..5 {
            assert_eq!(shown(&walk).map(|hint| hint.point), Some(at));
            step(&mut walk, issue);
            assert_eq!(look(&walk, size), Moment::Talks);
        }
        assert_eq!(shown(&walk).map(|hint| hint.point), Some(next));
    }
    press(&mut walk, "Propose");
    // Some offers later both have signed.
    for _ in 0..6 {
        if shown(&walk).is_none() {
            press_one(&mut walk, &["Best for all"]);
            press_one(&mut walk, &["Sign", "Counter", "Propose"]);
            continue;
        }
        match look(&walk, size) {
            Moment::Offer => press_one(&mut walk, &["Read"]),
            Moment::Signed => break,
            _ => press_one(&mut walk, &["Best for all"]),
        }
        press_one(&mut walk, &["Sign", "Counter", "Propose"]);
    }
    assert_eq!(look(&walk, size), Moment::Signed);
    if can_press(&walk, "Done") {
        press(&mut walk, "Done");
    }
    // Whoever ends the talks is not told that they are over.
    if screen(&walk) == Screen::Table {
        assert_eq!(look(&walk, size), Moment::Closed);
        press(&mut walk, "Continue");
    }
    assert_eq!(look(&walk, size), Moment::Reckoning);
    for _ in 0..16 {
        if screen(&walk) == Screen::Debrief {
            break;
        }
        let ways = ["On to the next round", "To the talks", "Continue", "Done", "To the debrief", "Go on"];
        press_one(&mut walk, &ways);
    }
    assert_eq!(screen(&walk), Screen::Debrief);
    assert_eq!(shown(&walk), None, "the result speaks for itself");
}

#[test]
fn a_first_game_is_guided_in_every_size() {
    // The two smaller ones once more with everything half as large again.
    let larger = SIZES[..2].iter().map(|(width, height)| (width / 1.5, height / 1.5));
    for size in SIZES.into_iter().chain(larger) {
        guided(size);
    }
}

#[test]
fn hints_are_hidden_for_good_and_brought_back_by_the_settings() {
    let mut walk = walk(SIZES[1]);
    press(&mut walk, "Start");
    look(&walk, SIZES[1]);
    press(&mut walk, HIDE);
    assert_eq!((shown(&walk), can_press(&walk, HIDE)), (None, false));
    press(&mut walk, "To the news");
    assert_eq!((shown(&walk), can_press(&walk, HIDE)), (None, false));
    let world = walk.state_mut().as_mut().unwrap().world_mut();
    assert!(!world.resource::<Settings>().0.hints);
    world.resource_mut::<Settings>().0.hints = true;
    settle(&mut walk);
    assert_eq!(look(&walk, SIZES[1]), Moment::News);
    // Under what lies over the screen there is no hint.
    walk.key_press(Key::F10);
    settle(&mut walk);
    assert_eq!(*walk.state().as_ref().unwrap().world().resource::<Cover>(), Cover::Settings);
    assert!(!can_press(&walk, HIDE));
}

#[test]
fn a_level_without_a_guide_shows_no_hints() {
    let mut walk = walk(SIZES[1]);
    for button in ["Tokyo, October 2025", "Start", "To the news", "To the talks"] {
        press(&mut walk, button);
        assert_eq!((shown(&walk), can_press(&walk, HIDE)), (None, false));
    }
}
