//! Widgets driven by events, without a window.

use bevy_egui::egui::accesskit::{Node, Role};
use bevy_egui::egui::{
    Context, Event, FullOutput, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect,
    TouchPhase, Ui, pos2, vec2,
};

use super::*;
use crate::theme::{Tone, install};

fn context() -> Context {
    let ctx = Context::default();
    install(&ctx, 1.0);
    ctx.enable_accesskit();
    ctx
}

fn pass(ctx: &Context, events: Vec<Event>, draw: impl FnMut(&mut Ui)) -> FullOutput {
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(400.0, 300.0))),
        events,
        focused: true,
        ..RawInput::default()
    };
    let mut output = ctx.run_ui(input, draw);
    // There is no renderer to take the letters' pictures.
    output.textures_delta.clear();
    output
}

fn press(key: Key) -> Vec<Event> {
    vec![Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }]
}

fn click(at: Pos2) -> Vec<Event> {
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    vec![Event::PointerMoved(at), button(true), button(false)]
}

fn nodes(output: &FullOutput) -> Vec<Node> {
    let update = output.platform_output.accesskit_update.as_ref();
    update.map(|update| update.nodes.iter().map(|(_, node)| node.clone()).collect()).unwrap_or_default()
}

/// All words on the screen, in the order they are drawn.
fn shown(output: &FullOutput) -> Vec<(String, Rect)> {
    fn collect(shape: &bevy_egui::egui::Shape, into: &mut Vec<(String, Rect)>) {
        match shape {
            bevy_egui::egui::Shape::Text(text) => {
                into.push((text.galley.text().to_owned(), text.visual_bounding_rect()))
            }
            bevy_egui::egui::Shape::Vec(all) => all.iter().for_each(|shape| collect(shape, into)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    output.shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut all));
    all
}

#[test]
fn a_button_that_is_off_says_why_and_cannot_be_pressed() {
    let ctx = context();
    let mut clicks = 0;
    let mut at = Pos2::ZERO;
    let mut draw = |ui: &mut Ui| {
        let response = Button::primary("Sign").key("Enter").off(Some("They have not agreed")).show(ui);
        at = response.rect.center();
        clicks += u32::from(response.clicked());
    };
    let first = pass(&ctx, vec![], &mut draw);
    let button = nodes(&first).into_iter().find(|node| node.label() == Some("Sign")).unwrap();
    assert!(button.is_disabled() && button.role() == Role::Button);
    assert_eq!(button.description(), Some("They have not agreed"));
    assert!(!shown(&first).iter().any(|(text, _)| text.contains("agreed")));
    // The keyboard reaches it, and the reason opens.
    pass(&ctx, press(Key::Tab), &mut draw);
    let focused = pass(&ctx, press(Key::Enter), &mut draw);
    let focused = if shown(&focused).len() > 2 { focused } else { pass(&ctx, vec![], &mut draw) };
    assert!(shown(&focused).iter().any(|(text, _)| text.contains("agreed")));
    let place = pos2(30.0, 20.0);
    pass(&ctx, click(place), &mut draw);
    pass(&ctx, vec![], &mut draw);
    assert_eq!(clicks, 0);
    assert!(at.distance(place) < 100.0);
}

#[test]
fn a_button_that_is_on_is_pressed_by_mouse_and_by_key() {
    let ctx = context();
    let mut clicks = 0;
    let mut draw = |ui: &mut Ui| clicks += u32::from(Button::quiet("Balance").off(None).show(ui).clicked());
    pass(&ctx, vec![], &mut draw);
    pass(&ctx, click(pos2(30.0, 20.0)), &mut draw);
    pass(&ctx, press(Key::Tab), &mut draw);
    pass(&ctx, press(Key::Enter), &mut draw);
    assert_eq!(clicks, 2);
}

const OPTIONS: [StepOption<'_>; 5] = [
    StepOption { name: "25%", off: None },
    StepOption { name: "20%", off: None },
    StepOption { name: "15%", off: Some("The House forbids it") },
    StepOption { name: "10%", off: None },
    StepOption { name: "0%", off: Some("Nobody would sign it") },
];

fn step(ctx: &Context, current: usize, events: Vec<Event>) -> Option<usize> {
    let mut found = None;
    pass(ctx, events, |ui| {
        found =
            Stepper::new("Tariff", &OPTIONS, 0, current, "Tariff: back", "Tariff: on").width(200.0).show(ui)
    });
    found
}

#[test]
fn a_stepper_walks_over_what_is_off() {
    let ctx = context();
    step(&ctx, 1, vec![]);
    step(&ctx, 1, press(Key::Tab));
    assert_eq!(step(&ctx, 1, press(Key::ArrowRight)), Some(3));
    assert_eq!(step(&ctx, 3, press(Key::ArrowRight)), None);
    assert_eq!(step(&ctx, 3, press(Key::ArrowLeft)), Some(1));
    assert_eq!(step(&ctx, 1, press(Key::Home)), Some(0));
    assert_eq!(step(&ctx, 0, press(Key::ArrowLeft)), None);
    assert_eq!(step(&ctx, 0, press(Key::End)), Some(3));
    // Arrows and the wheel need the pointer.
    let inside = |x: f32| pos2(8.0 + x, 20.0);
    step(&ctx, 0, vec![Event::PointerMoved(inside(190.0))]);
    assert_eq!(step(&ctx, 0, click(inside(190.0))), Some(1));
    step(&ctx, 1, vec![Event::PointerMoved(inside(10.0))]);
    assert_eq!(step(&ctx, 1, click(inside(10.0))), Some(0));
    let wheel = |y| {
        vec![Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: vec2(0.0, y),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        }]
    };
    assert_eq!(step(&ctx, 1, wheel(-1.0)), Some(0));
    assert_eq!(step(&ctx, 1, wheel(1.0)), Some(3));
}

#[test]
fn a_stepper_bears_odd_numbers() {
    let ctx = context();
    for (options, in_force, current) in
        [(&OPTIONS[..0], 0, 0), (&OPTIONS[..], 99, usize::MAX), (&OPTIONS[..1], usize::MAX, 0)]
    {
        pass(&ctx, press(Key::ArrowRight), |ui| {
            let _ = Stepper::new("Tariff", options, in_force, current, "", "").off(Some("Locked")).show(ui);
            let _ = Stepper::new("Tariff", options, in_force, current, "", "").width(1.0).show(ui);
        });
    }
}

#[test]
fn a_stepper_has_a_name_and_a_value() {
    let ctx = context();
    let output = pass(&ctx, vec![], |ui| {
        let _ = Stepper::new("Tariff", &OPTIONS, 0, 1, "Tariff: back", "Tariff: on").show(ui);
    });
    let found = nodes(&output);
    let node = found.iter().find(|node| node.label() == Some("Tariff")).unwrap();
    assert_eq!((node.role(), node.value()), (Role::SpinButton, Some("25%\u{2192}20%")));
    assert!(found.iter().any(|node| node.label() == Some("Tariff: on") && node.role() == Role::Button));
}

#[test]
fn label_and_figure_never_overlap() {
    let ctx = context();
    let long = "Swing voters who were named in the communiqu\u{e9} by Washington and by nobody else at all";
    for width in [40.0, 90.0, 160.0, 300.0] {
        let output = pass(&ctx, vec![], |ui| {
            ui.set_max_width(width);
            KeyValue::new(long, "19").tone(Tone::Good).note("12 from backing").show(ui);
        });
        let words = shown(&output);
        let label = words.iter().find(|(text, _)| text.starts_with("Swing")).unwrap().1;
        let figure = words.iter().find(|(text, _)| text == "+19").unwrap().1;
        assert!(label.right() <= figure.left() || label.width() < 1.0, "{width}: {label:?} {figure:?}");
    }
}

#[test]
fn every_widget_bears_nothing_and_too_much() {
    let ctx = context();
    let blocs = [Bloc { seats: usize::MAX, colour: crate::theme::tokens::text(), mark: SeatMark::Full }; 3];
    pass(&ctx, vec![], |ui| {
        Bar::new(&[], "").tick(f32::NAN).band(-1.0, 9.0).show(ui);
        Bar::new(
            &[
                (f32::INFINITY, crate::theme::tokens::text()),
                (f32::NAN, crate::theme::tokens::text()),
                (-1.0, crate::theme::tokens::text()),
            ],
            "",
        )
        .show(ui);
        Hemicycle::new(&[], 0, "", "", "").show(ui);
        Hemicycle::new(&blocs, usize::MAX, "", "", "").show(ui);
        calendar_strip(ui, &[], "", crate::theme::tokens::text(), 0.0);
        calendar_strip(
            ui,
            &[Stop { label: "9 Oct", spoken: "9 Oct, now", state: StopState::Now }],
            "9 Oct",
            crate::theme::tokens::text(),
            -5.0,
        );
        KeyValue::new("", "").show(ui);
        party_badge(ui, usize::MAX, "", "", 0.0);
    });
}
