//! The window as somebody meets it who cannot see it, or has no mouse: by accessible names, and by Tab.

use bevy::prelude::App;
use bevy_egui::EguiPrimaryContextPass;
use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Ui, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};

use super::stage::with_screens;
use crate::theme;

/// The sizes that every screen is looked at in.
const SIZES: [(f32, f32); 3] = [(1280.0, 720.0), (1440.0, 900.0), (2560.0, 1440.0)];

/// The screens in the harness, at a size.
fn walk(size: (f32, f32)) -> Harness<'static, Option<App>> {
    let draw = |ui: &mut Ui, app: &mut Option<App>| {
        let ctx = ui.ctx().clone();
        // Fonts take effect with the next pass.
        if !theme::ready(&ctx) {
            theme::install(&ctx, 1.0);
            ctx.request_repaint();
            return;
        }
        let app = app.get_or_insert_with(|| with_screens(&ctx));
        app.update();
        app.world_mut().run_schedule(EguiPrimaryContextPass);
    };
    let mut harness =
        Harness::builder().with_size(vec2(size.0, size.1)).with_max_steps(200).build_ui_state(draw, None);
    harness.run_steps(3);
    harness
}

/// All that can be worked with.
fn controls<'a>(harness: &'a Harness<'static, Option<App>>) -> impl Iterator<Item = Node<'a>> {
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
                | Role::Tab
                | Role::Link
        )
    };
    harness.root().children_recursive().filter(move |node| works(node.accesskit_node().role()))
}

fn name_of(node: &Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

/// Presses what has this name.
fn press(harness: &mut Harness<'static, Option<App>>, name: &str) {
    harness
        .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|label| label == name))
        .click_accesskit();
    harness.run_steps(4);
}

#[test]
fn dump() {
    let mut harness = walk(SIZES[1]);
    press(&mut harness, "Start");
    for name in ["To the news", "To the talks", "One higher"] {
        for control in controls(&harness) {
            println!(
                "{:?} {:?} {:?} {:?}",
                control.accesskit_node().role(),
                name_of(&control),
                control.rect(),
                control.accesskit_node().description()
            );
        }
        println!("-- press {name}");
        press(&mut harness, name);
    }
}
