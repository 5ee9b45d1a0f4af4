//! Draws the page of settings.

use std::ops::RangeInclusive;

use bevy_egui::egui::{Align, Context, Id, Label, Layout, Margin, Modal, RichText, ScrollArea, Sense, Ui};
use bevy_egui::egui::{Frame, UiBuilder, WidgetInfo, WidgetType, vec2};

use crate::screens::keys::{Action, Keys};
use crate::screens::{Intent, focus};
use crate::storage::Settings;
use crate::storage::settings::{Palette, SCALES, VOLUMES};
use crate::theme::widgets::{
    Button, StepOption, Stepper, body, caption, explain, focus_ring, glass_frame, rule, title,
};
use crate::theme::{Face, Size, Surface, font, tokens};
use crate::words::Words;

/// Width of the page.
const WIDTH: f32 = 580.0;
/// Width of the names of settings.
const NAMES: f32 = 150.0;
/// Width of the steppers of percents.
const STEPPER: f32 = 130.0;
/// Room for a ring of focus.
const RING: i8 = 5;
/// What stands above and below the settings.
const AROUND: f32 = 210.0;

/// The page. What was changed on it comes back as settings to take the place of these.
pub(super) fn show(
    ctx: &Context,
    words: &Words,
    now: &Settings,
    place: Option<&str>,
    fresh: bool,
) -> Option<Intent> {
    let mut next = now.clone();
    let shown = Modal::new(Id::new("settings")).frame(glass_frame().fill(tokens::glass())).show(ctx, |ui| {
        ui.set_width(WIDTH.min(ctx.viewport_rect().width() - 4.0 * tokens::GAP_PAGE));
        inset(0).show(ui, |ui| title(ui, &words.get("settings-title")));
        ui.add_space(tokens::GAP_SMALL);
        let most = ctx.viewport_rect().height() - AROUND;
        ScrollArea::vertical().max_height(most.max(60.0)).show(ui, |ui| {
            inset(RING).show(ui, |ui| {
                ui.set_width(ui.available_width());
                scale(ui, words, &mut next);
                palette(ui, words, &mut next);
                window(ui, words, &mut next);
                volume(ui, words, &mut next);
                rule(ui);
                ui.add_space(tokens::GAP_SMALL);
                kept(ui, words, place);
                focus::follow(ui);
            });
        });
        ui.add_space(tokens::GAP);
        inset(0).show(ui, |ui| foot(ui, words, &mut next, fresh)).inner
    });
    if next != *now {
        return Some(Intent::Set(next));
    }
    (shown.inner || shown.should_close()).then_some(Intent::Close)
}

/// Room for rings of focus, which what scrolls would cut off.
fn inset(above: i8) -> Frame {
    Frame::new().inner_margin(Margin::symmetric(RING, above))
}

/// A name on the left, and what is set on the right.
fn named(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(NAMES, tokens::CONTROL_HEIGHT), Sense::hover());
        let built = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
        body(&mut ui.new_child(built), name);
        ui.vertical(add);
    });
    ui.add_space(tokens::GAP);
}

fn scale(ui: &mut Ui, words: &Words, next: &mut Settings) {
    let keys = Keys::of(ui.ctx());
    let [larger, smaller, plain] =
        [Action::Larger, Action::Smaller, Action::PlainSize].map(|action| keys.text(action));
    let note = words.text(
        "settings-scale.note",
        &[("larger", larger.into()), ("smaller", smaller.into()), ("plain", plain.into())],
    );
    let name = words.get("settings-scale");
    named(ui, &name, |ui| {
        let ways = (words.get("settings-smaller"), words.get("settings-larger"));
        percents(ui, words, &name, SCALES, &ways, None, &mut next.scale);
        caption(ui, &note);
    });
}

fn volume(ui: &mut Ui, words: &Words, next: &mut Settings) {
    let off = next.silent.then(|| words.get("settings-volume-off"));
    let name = words.get("settings-volume");
    named(ui, &name, |ui| {
        let ways = (words.get("settings-quieter"), words.get("settings-louder"));
        percents(ui, words, &name, VOLUMES, &ways, off.as_deref(), &mut next.volume);
        caption(ui, off.as_ref().unwrap_or(&words.get("settings-volume.note")));
    });
}

/// A stepper through a range of percents, by tens.
fn percents(
    ui: &mut Ui,
    words: &Words,
    name: &str,
    range: RangeInclusive<u16>,
    (less, more): &(String, String),
    off: Option<&str>,
    value: &mut u16,
) {
    let mut percents: Vec<u16> = range.step_by(10).collect();
    // A file may say one in between.
    if let Err(between) = percents.binary_search(value) {
        percents.insert(between, *value);
    }
    let at = percents.iter().position(|percent| percent == value).unwrap_or_default();
    let labels: Vec<String> = percents
        .iter()
        .map(|percent| words.text("settings-percent", &[("percent", (*percent).into())]))
        .collect();
    let options: Vec<StepOption<'_>> = labels.iter().map(|name| StepOption { name, off: None }).collect();
    let stepped = Stepper::new(name, &options, at, at, less, more).off(off).width(STEPPER).show(ui);
    if let Some(percent) = stepped.and_then(|at| percents.get(at)) {
        *value = *percent;
    }
}

fn window(ui: &mut Ui, words: &Words, next: &mut Settings) {
    let fullscreen = Keys::of(ui.ctx()).text(Action::Fullscreen);
    let switches = [
        ("settings-fullscreen", &mut next.fullscreen),
        ("settings-motion", &mut next.reduced_motion),
        ("settings-silent", &mut next.silent),
        ("settings-hints", &mut next.hints),
    ];
    named(ui, &words.get("settings-window"), |ui| {
        for (key, on) in switches {
            let note = words.text(&format!("{key}.note"), &[("key", (&fullscreen).into())]);
            switch(ui, on, &words.get(key), &note);
        }
    });
}

fn palette(ui: &mut Ui, words: &Words, next: &mut Settings) {
    let key = |palette| match palette {
        Palette::Night => "settings-palette-night",
        Palette::Day => "settings-palette-day",
        Palette::HighContrast => "settings-palette-high-contrast",
    };
    let note = words.get(&format!("{}.note", key(next.palette)));
    named(ui, &words.get("settings-palette"), |ui| {
        ui.horizontal_wrapped(|ui| {
            for palette in Palette::ALL {
                let (label, chosen) = (words.get(key(palette)), palette == next.palette);
                let shown = Button::tab(&label, chosen).small().show(ui);
                let spoken = words.text("settings-palette-of", &[("palette", (&label).into())]);
                shown.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, chosen, &spoken));
                if shown.clicked() {
                    next.palette = palette;
                }
            }
        });
        caption(ui, &note);
    });
}

fn switch(ui: &mut Ui, on: &mut bool, label: &str, note: &str) {
    let text = RichText::new(label).font(font(Face::Sans, Size::Body));
    let response = ui.checkbox(on, text);
    if response.has_focus() {
        focus_ring(ui.painter(), response.rect, tokens::RADIUS_SMALL, Surface::of(ui));
    }
    explain(response, note);
    caption(ui, note);
    ui.add_space(tokens::GAP_TINY);
}

/// Where the settings are kept.
fn kept(ui: &mut Ui, words: &Words, place: Option<&str>) {
    let text = match place {
        Some(path) => words.text("settings-kept", &[("path", path.into())]),
        None => words.get("settings-not-kept"),
    };
    let quiet = Surface::of(ui).quiet();
    // A path can be chosen and copied.
    let text = RichText::new(text).font(font(Face::Sans, Size::Caption)).color(quiet);
    ui.add(Label::new(text).wrap().selectable(true));
}

/// Closing, and setting all back. True if it was closed.
fn foot(ui: &mut Ui, words: &Words, next: &mut Settings, fresh: bool) -> bool {
    ui.horizontal(|ui| {
        let close = Button::primary(&words.get("close")).key("Esc").show(ui);
        if fresh {
            close.request_focus();
        }
        // The size of the window and the keys are no settings of this page.
        let usual = Settings { window: next.window, keys: next.keys.clone(), ..Settings::default() };
        let already = (*next == usual).then(|| words.get("settings-usual-already"));
        let (label, note) = (words.get("settings-usual"), words.get("settings-usual.note"));
        if Button::quiet(&label).note(&note).off(already.as_deref()).show(ui).clicked() {
            *next = usual;
        }
        close.clicked()
    })
    .inner
}
