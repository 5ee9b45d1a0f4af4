//! Draws a replay.

use bevy_egui::egui::{Align, Context, Id, Key, Label, Layout, Modal, Rect, RichText, Ui, pos2};

use super::model::{Line, Model, Seats};
use super::{Ask, PACES};
use crate::screens::Room;
use crate::screens::keys::{self, Action};
use crate::screens::layout::{Columns, at, scroll};
use crate::theme::widgets::{
    Button, KeyValue, Scrub, ScrubMark, body, caption, column_head, glass, glass_frame, heading, lead, paper,
    party_badge, prose, strong, title,
};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};

/// Height of the bar of moments with its buttons.
const CONTROLS: f32 = 152.0;
/// Height of the line at the top.
const HEAD: f32 = 40.0;
/// The widest that all of it is drawn.
const WIDEST: f32 = 1_260.0;
const FORK_WIDTH: f32 = 620.0;
/// Radius of a party's mark.
const BADGE: f32 = 8.0;

/// Draws a replay; returns what was asked for.
pub(super) fn draw(ui: &mut Ui, model: &Model, room: &Room) -> Option<Ask> {
    let mut asked = None;
    let whole = ui.available_rect_before_wrap();
    let width = whole.width().min(WIDEST);
    let whole = Rect::from_min_max(
        pos2(whole.center().x - width / 2.0, whole.top()),
        pos2(whole.center().x + width / 2.0, whole.bottom()),
    );
    let columns = Columns::of(whole.width());
    let side = if columns.beside { columns.side } else { whole.width() * 0.4 };
    let split = whole.right() - side - tokens::GAP_LARGE;
    let (top, bottom) = (whole.top() + HEAD + tokens::GAP, whole.bottom() - CONTROLS - tokens::GAP_LARGE);
    at(ui, "head", whole.with_max_y(whole.top() + HEAD), |ui| head(ui, model, &mut asked));
    let middle = whole.with_min_y(top).with_max_y(bottom);
    at(ui, "story", middle.with_max_x(split), |ui| story(ui, model));
    at(ui, "side", middle.with_min_x(split + tokens::GAP_LARGE), |ui| beside(ui, model, &mut asked));
    at(ui, "controls", whole.with_min_y(whole.bottom() - CONTROLS), |ui| {
        controls(ui, model, &mut asked);
    });
    asked.or_else(|| keys(ui, model, room))
}

fn keys(ui: &Ui, model: &Model, room: &Room) -> Option<Ask> {
    if room.pressed(ui, Key::Escape) {
        return Some(Ask::Back);
    }
    let before = |at: usize| model.marks.iter().rev().map(|mark| mark.at).find(|mark| *mark < at);
    let after = |at: usize| model.marks.iter().map(|mark| mark.at).find(|mark| *mark > at);
    let looks = model.looks.len().max(1);
    let look = model.looks.iter().position(|look| look.chosen).unwrap_or(0);
    let free = ui.ctx().memory(|memory| memory.focused().is_none());
    let keys = [
        (Key::ArrowLeft, free && model.at > 0, Ask::Go(model.at.saturating_sub(1))),
        (Key::ArrowRight, free && model.at < model.last, Ask::Go(model.at + 1)),
        (Key::PageUp, true, Ask::Go(before(model.at).unwrap_or(0))),
        (Key::PageDown, true, Ask::Go(after(model.at).unwrap_or(model.last))),
        (Key::Home, true, Ask::Go(0)),
        (Key::End, true, Ask::Go(model.last)),
        (Key::Space, free, Ask::Run),
    ];
    let actions = [
        (Action::NextView, looks > 1, Ask::Eye((look + 1) % looks)),
        (Action::Speed, true, Ask::Pace((model.pace + 1) % PACES.len())),
        (Action::PlayOn, model.play_on_off.is_none(), Ask::Fork),
    ];
    let kept = keys.into_iter().find(|(key, on, _)| *on && room.pressed(ui, *key));
    let chosen = || actions.into_iter().find(|(action, on, _)| *on && room.asked(ui, *action));
    kept.map(|(_, _, ask)| ask).or_else(|| chosen().map(|(_, _, ask)| ask))
}

fn head(ui: &mut Ui, model: &Model, asked: &mut Option<Ask>) {
    ui.horizontal(|ui| {
        ui.set_min_height(HEAD);
        title(ui, &model.title);
        ui.add_space(tokens::GAP_SMALL);
        lead(ui, &model.level);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::quiet(&model.back).key("Esc").show(ui).clicked() {
                *asked = Some(Ask::Back);
            }
        });
    });
}

fn story(ui: &mut Ui, model: &Model) {
    paper(ui, |ui| {
        ui.set_min_size(ui.available_size());
        column_head(ui, &model.story_label);
        ui.add_space(tokens::GAP_TINY);
        scroll(ui, "story", |ui| {
            let last = model.lines.len().saturating_sub(1);
            for (index, line) in model.lines.iter().enumerate() {
                told(ui, model, line, index == last);
            }
            // What has just happened is what one looks for.
            let key = ui.id().with("moment");
            let now = (model.at, model.looks.iter().position(|look| look.chosen));
            if ui.data(|data| data.get_temp::<(usize, Option<usize>)>(key)) != Some(now) {
                ui.data_mut(|data| data.insert_temp(key, now));
                if model.at == 0 {
                    ui.scroll_to_rect(ui.min_rect(), Some(Align::TOP));
                } else {
                    ui.scroll_to_cursor(Some(Align::BOTTOM));
                }
            }
        });
    });
}

fn told(ui: &mut Ui, model: &Model, line: &Line, last: bool) {
    let surface = Surface::of(ui);
    match line {
        Line::Round(text) => {
            ui.add_space(tokens::GAP_SMALL);
            heading(ui, text);
        }
        Line::Plain(text) if last => {
            strong(ui, text);
        }
        Line::Plain(text) => {
            prose(ui, text);
        }
        Line::Undone(text) => {
            let words = RichText::new(format!("{}: {text}", model.undone_label))
                .font(font(Face::Serif, Size::Lead))
                .color(surface.quiet())
                .strikethrough();
            ui.add(Label::new(words).wrap());
        }
    }
}

fn beside(ui: &mut Ui, model: &Model, asked: &mut Option<Ask>) {
    scroll(ui, "side", |ui| {
        glass(ui, |ui| {
            ui.set_width(ui.available_width());
            heading(ui, &model.looks_label);
            ui.horizontal_wrapped(|ui| {
                for (index, look) in model.looks.iter().enumerate() {
                    let tab = Button::tab(&look.label, look.chosen).small();
                    if let Some(party) = &look.party {
                        // A mark stands in one line with its name.
                        if tab.wide(ui) + 4.0 * BADGE > ui.available_size_before_wrap().x {
                            ui.end_row();
                            ui.set_row_height(tokens::CONTROL_HEIGHT);
                        }
                        party_badge(ui, party.index, &party.letter, &party.name, BADGE);
                    }
                    if tab.show(ui).clicked() && !look.chosen {
                        *asked = Some(Ask::Eye(index));
                    }
                }
            });
            caption(ui, &model.looks_note);
        });
        ui.add_space(tokens::GAP);
        glass(ui, |ui| {
            ui.set_width(ui.available_width());
            heading(ui, &model.scores_label);
            for (party, points) in &model.scores {
                ui.horizontal(|ui| {
                    party_badge(ui, party.index, &party.letter, &party.name, BADGE);
                    KeyValue::new(&party.name, points).show(ui);
                });
            }
        });
        ui.add_space(tokens::GAP);
        glass(ui, |ui| {
            ui.set_width(ui.available_width());
            heading(ui, &model.force_label);
            for (issue, option) in &model.force {
                KeyValue::new(issue, option).words().show(ui);
            }
        });
    });
}

fn controls(ui: &mut Ui, model: &Model, asked: &mut Option<Ask>) {
    glass(ui, |ui| {
        ui.set_width(ui.available_width());
        let marks: Vec<ScrubMark<'_>> =
            model.marks.iter().map(|mark| ScrubMark { at: mark.at, label: &mark.label }).collect();
        if let Some(to) = Scrub::new(model.at, model.last, &marks, &model.bar).show(ui) {
            *asked = Some(Ask::Go(to));
        }
        // A line of its own, which wraps: there is no room for it between the buttons.
        caption(ui, &format!("{} \u{b7} {}", model.moment, model.place));
        ui.add_space(tokens::GAP_TINY);
        ui.horizontal(|ui| {
            let back = Button::quiet(&model.step_back).key("\u{2190}").off(model.back_off.as_deref());
            if back.show(ui).clicked() {
                *asked = Some(Ask::Go(model.at.saturating_sub(1)));
            }
            if Button::quiet(&model.run).key("Space").width(120.0).show(ui).clicked() {
                *asked = Some(Ask::Run);
            }
            let on = Button::quiet(&model.step_on).key("\u{2192}").off(model.on_off.as_deref());
            if on.show(ui).clicked() {
                *asked = Some(Ask::Go(model.at + 1));
            }
            ui.add_space(tokens::GAP_SMALL);
            for (index, (label, chosen)) in model.paces.iter().enumerate() {
                if Button::tab(label, *chosen).small().show(ui).clicked() {
                    *asked = Some(Ask::Pace(index));
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let key = keys::text(ui, Action::PlayOn);
                let play_on = Button::primary(&model.play_on).key(&key).off(model.play_on_off.as_deref());
                if play_on.show(ui).clicked() {
                    *asked = Some(Ask::Fork);
                }
            });
        });
    });
}

/// The dialog in which it is chosen who plays on.
pub(super) fn fork(ctx: &Context, seats: &Seats) -> Option<Ask> {
    let mut asked = None;
    let shown = Modal::new(Id::new("fork")).frame(glass_frame().fill(tokens::glass())).show(ctx, |ui| {
        ui.set_width(FORK_WIDTH.min(ctx.viewport_rect().width() - 4.0 * tokens::GAP_PAGE));
        title(ui, &seats.title);
        body(ui, &seats.lead);
        ui.add_space(tokens::GAP);
        for (index, (party, choices, chosen)) in seats.parties.iter().enumerate() {
            ui.horizontal(|ui| {
                party_badge(ui, party.index, &party.letter, &party.name, 9.0);
                let (rect, _) = ui.allocate_exact_size(
                    bevy_egui::egui::vec2(150.0, tokens::CONTROL_HEIGHT),
                    bevy_egui::egui::Sense::hover(),
                );
                at(ui, &party.name, rect, |ui| {
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| body(ui, &party.name));
                });
                for (place, label) in choices.iter().enumerate() {
                    if Button::tab(label, place == *chosen).small().show(ui).clicked() {
                        asked = Some(Ask::Seat(index, place));
                    }
                }
            });
        }
        if let Some(why) = &seats.failed {
            ui.add_space(tokens::GAP_SMALL);
            let colour = Surface::of(ui).tone(Tone::Bad);
            ui.add(Label::new(RichText::new(why).color(colour)).wrap());
        }
        ui.add_space(tokens::GAP);
        ui.horizontal(|ui| {
            let begin = Button::primary(&seats.begin).key("Enter").off(seats.off.as_deref()).show(ui);
            let free = ui.ctx().memory(|memory| memory.focused().is_none());
            let entered = free && ui.input(|input| input.key_pressed(Key::Enter)) && seats.off.is_none();
            if begin.clicked() || entered {
                asked = Some(Ask::PlayOn);
            }
            if Button::quiet(&seats.cancel).key("Esc").show(ui).clicked() {
                asked = Some(Ask::Stay);
            }
        });
    });
    asked.or(shown.should_close().then_some(Ask::Stay))
}
