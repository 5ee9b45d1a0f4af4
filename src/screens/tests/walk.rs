//! The window as somebody meets it who cannot see it, or has no mouse: by accessible names, and by Tab.

use bevy::prelude::{App, State};
use bevy_egui::EguiPrimaryContextPass;
use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Key, Rect, Ui, vec2};
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};

use super::stage::cut;
use crate::screens::{Screen, offscreen};
use crate::session::Session;
use crate::theme;

/// The sizes that every screen is looked at in.
pub(super) const SIZES: [(f32, f32); 3] = [(1280.0, 720.0), (1440.0, 900.0), (2560.0, 1440.0)];

/// The screens in the harness, at a size.
pub(super) fn walk(size: (f32, f32)) -> Walk {
    let draw = |ui: &mut Ui, app: &mut Option<App>| {
        let ctx = ui.ctx().clone();
        // Fonts take effect with the next pass.
        if !theme::ready(&ctx) {
            theme::install(&ctx, 1.0);
            ctx.request_repaint();
            return;
        }
        let app = app.get_or_insert_with(|| offscreen(&ctx));
        app.update();
        app.world_mut().run_schedule(EguiPrimaryContextPass);
    };
    let mut harness =
        Harness::builder().with_size(vec2(size.0, size.1)).with_max_steps(200).build_ui_state(draw, None);
    harness.run_steps(3);
    harness
}

pub(super) type Walk = Harness<'static, Option<App>>;

/// All that can be worked with.
pub(super) fn controls(walk: &Walk) -> Vec<Node<'_>> {
    let works = |role| {
        matches!(
            role,
            Role::Button
                | Role::CheckBox
                | Role::RadioButton
                | Role::TextInput
                | Role::PasswordInput
                | Role::SpinButton
                | Role::Slider
                | Role::ComboBox
                | Role::Link
        )
    };
    walk.root().children_recursive().filter(|node| works(node.accesskit_node().role())).collect()
}

pub(super) fn name(node: &Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

/// The arrows of a stepper are for the mouse: their work is done by the stepper itself.
fn is_arrow(node: &Node<'_>) -> bool {
    ["Previous", "Next", ": previous option", ": next option"].iter().any(|arrow| name(node).ends_with(arrow))
}

/// Whether there is a button of this name that can be pressed.
pub(super) fn can_press(walk: &Walk, wanted: &str) -> bool {
    let named = |node: &Node<'_>| node.accesskit_node().role() == Role::Button && name(node) == wanted;
    controls(walk).iter().any(|node| named(node) && !node.accesskit_node().is_disabled())
}

/// Presses the button of this name.
pub(super) fn press(walk: &mut Walk, wanted: &str) {
    let named = |node: &&Node<'_>| node.accesskit_node().role() == Role::Button && name(node) == wanted;
    let found = controls(walk);
    let button = found.iter().find(named);
    let Some(button) = button else {
        panic!("no button {wanted}: {:?}", found.iter().map(name).collect::<Vec<_>>());
    };
    button.click_accesskit();
    drop(found);
    settle(walk);
}

/// Lets opponents think, and what they did be drawn.
pub(super) fn settle(walk: &mut Walk) {
    for _ in 0..400 {
        walk.run_steps(2);
        let app = walk.state().as_ref().unwrap();
        if !app.world().get_resource::<Session>().is_some_and(Session::busy) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    walk.run_steps(3);
}

pub(super) fn screen(walk: &Walk) -> Screen {
    *walk.state().as_ref().unwrap().world().resource::<State<Screen>>().get()
}

/// From the menu to the first talks of the level that is chosen there.
pub(super) fn to_the_table(size: (f32, f32)) -> Walk {
    let mut walk = walk(size);
    for button in ["Start", "To the news", "To the talks"] {
        press(&mut walk, button);
    }
    assert_eq!(screen(&walk), Screen::Table);
    walk
}

/// A table with everything on it: three parties, all issues drafted, an offer made.
fn full_table(size: (f32, f32)) -> Walk {
    let mut walk = walk(size);
    for button in ["Tokyo, October 2025", "Start", "To the news", "To the talks"] {
        press(&mut walk, button);
    }
    walk.key_press(Key::Num3);
    settle(&mut walk);
    for button in ["Best for all", "Propose"] {
        press(&mut walk, button);
    }
    assert_eq!(screen(&walk), Screen::Table);
    walk
}

/// The encyclopedia over a full table, open at an issue.
fn encyclopedia(size: (f32, f32)) -> Walk {
    let mut walk = full_table(size);
    let found: Vec<_> =
        walk.root().children_recursive().filter(|node| name(node).starts_with("About: ")).collect();
    found.iter().find(|node| name(node).contains("acility")).unwrap().click_accesskit();
    drop(found);
    settle(&mut walk);
    walk
}

#[test]
fn a_round_is_played_by_accessible_names_alone() {
    let mut walk = to_the_table(SIZES[1]);
    for issue in ["Freight for a crate", "Ships on picking days"] {
        let found = controls(&walk);
        let stepper = found.iter().find(|node| name(node) == issue).unwrap();
        assert_eq!(stepper.accesskit_node().role(), Role::SpinButton);
        stepper.focus();
        drop(found);
        walk.run_steps(2);
        walk.key_press(Key::ArrowRight);
        walk.run_steps(3);
        walk.key_press(Key::ArrowRight);
        walk.run_steps(3);
    }
    press(&mut walk, "Best for all");
    press(&mut walk, "Propose");
    // Whatever they make of it, the round goes on to its end by one button at a time.
    let mut passed = Vec::new();
    for _ in 0..12 {
        passed.push(screen(&walk));
        if passed.contains(&Screen::Reckoning) && screen(&walk) == Screen::News {
            break;
        }
        let ways =
            ["Sign", "Continue", "Done", "To the votes", "To the Reckoning", "On to the next round", "Go on"];
        let way = ways.iter().find(|way| can_press(&walk, way));
        let Some(way) = way else {
            panic!(
                "no way on from {:?}: {:?}",
                screen(&walk),
                controls(&walk).iter().map(name).collect::<Vec<_>>()
            );
        };
        press(&mut walk, way);
    }
    assert_eq!(passed.last(), Some(&Screen::News), "{passed:?}");
}

#[test]
fn what_is_off_says_why_and_nothing_is_without_a_name() {
    for size in SIZES {
        let mut seen = 0;
        let mut look = |walk: &Walk| {
            for node in controls(walk) {
                seen += 1;
                let what = format!("{:?} {:?} at {size:?}", node.accesskit_node().role(), name(&node));
                assert!(!name(&node).trim().is_empty(), "{what} has no name");
                if node.accesskit_node().is_disabled() && !is_arrow(&node) {
                    let why = node.accesskit_node().data().description();
                    assert!(why.is_some_and(|why| !why.is_empty()), "{what} does not say why it is off");
                }
            }
        };
        look(&walk(size));
        look(&to_the_table(size));
        look(&encyclopedia(size));
        assert!(seen > 40, "{seen}");
    }
}

#[test]
fn every_control_is_reached_by_tab_from_top_to_bottom() {
    for begin in [walk, to_the_table] {
        let mut walk = begin(SIZES[1]);
        let wanted: Vec<String> = controls(&walk)
            .iter()
            .filter(|node| !is_arrow(node))
            .map(|node| format!("{} {:?}", name(node), node.rect()))
            .collect();
        let mut order: Vec<(String, Rect)> = Vec::new();
        for _ in 0..2 * wanted.len() {
            walk.key_press(Key::Tab);
            walk.run_steps(2);
            let found = controls(&walk);
            let Some(now) = found.iter().find(|node| node.is_focused()) else { continue };
            let now = (format!("{} {:?}", name(now), now.rect()), now.rect());
            if order.first().is_some_and(|first| first.0 == now.0) {
                break;
            }
            order.push(now);
        }
        for control in &wanted {
            assert!(order.iter().any(|(name, _)| name == control), "Tab never comes to {control}");
        }
        // Within a column, what comes later lies lower or further to the right.
        for pair in order.windows(2) {
            let (before, after) = (pair[0].1, pair[1].1);
            let column = before.x_range().intersects(after.x_range());
            assert!(!column || after.top() >= before.top() - 1.0, "{} comes after {}", pair[1].0, pair[0].0);
        }
    }
}

#[test]
fn no_text_of_the_list_of_keys_is_cut() {
    // The last is the smallest window at the largest scale.
    for size in [SIZES[0], SIZES[1], SIZES[2], (512.0, 320.0)] {
        let mut walk = walk(size);
        walk.key_press(Key::F1);
        settle(&mut walk);
        press(&mut walk, "Key for Another seed: N, change");
        walk.key_press(Key::L);
        settle(&mut walk);
        assert!(can_press(&walk, "Close"));
        let mut found = Vec::new();
        for clipped in &walk.output().shapes {
            cut(&clipped.shape, clipped.clip_rect, vec2(size.0, size.1), &mut found);
        }
        // Behind the list lies the menu, which is looked at elsewhere.
        found.retain(|what| size.0 > 1000.0 || what.contains("taken") || what.contains("Press"));
        assert!(found.is_empty(), "{size:?}: {found:?}");
    }
}

#[test]
fn the_list_of_keys_and_the_settings_fit_the_smallest_window_at_the_largest_scale() {
    for key in [Key::F1, Key::F10] {
        let mut walk = walk((512.0, 320.0));
        walk.key_press(key);
        settle(&mut walk);
        let found = controls(&walk);
        let close = found.iter().find(|node| name(node) == "Close").unwrap().rect();
        let whole = Rect::from_min_size(Default::default(), vec2(512.0, 320.0));
        assert!(whole.contains_rect(close), "{key:?}: {close:?}");
    }
}

#[test]
fn no_text_is_cut_at_any_size() {
    let mut wrong = Vec::new();
    for size in SIZES {
        for begin in [walk, to_the_table, full_table, encyclopedia] {
            let mut walk = begin(size);
            walk.run_steps(4);
            let mut found = Vec::new();
            for clipped in &walk.output().shapes {
                cut(&clipped.shape, clipped.clip_rect, vec2(size.0, size.1), &mut found);
            }
            wrong.extend(found.into_iter().map(|what| format!("{size:?} {:?}: {what}", screen(&walk))));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
