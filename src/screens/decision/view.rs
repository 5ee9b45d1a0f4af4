//! Draws a decision: one sheet of paper with the question and the answers, and beside it what it rests on.

use bevy_egui::egui::{Align, Layout, Ui};

use super::Wish;
use super::model::{Model, Panel};
use crate::rules::command::Answer;
use crate::rules::level::Point;
use crate::screens::cards::{coloured, digit, grid, lines, step};
use crate::screens::layout::{document, page_and_side};
use crate::screens::pages::Term;
use crate::screens::{Room, guide, ladder};
use crate::theme::widgets::{
    Button, KeyValue, body, caption, column_head, glass, heading, party_badge, prose, rule, title,
};
use crate::theme::{Tone, tokens};
use crate::words::Words;

/// Draws the screen. `chosen` is the answer that is picked but not yet given.
pub(super) fn draw(
    ui: &mut Ui,
    model: &Model,
    words: &Words,
    chosen: Option<Answer>,
    room: &Room,
) -> Option<Wish> {
    let mut wish = None;
    let mut give = false;
    page_and_side(
        ui,
        |ui| {
            document(
                ui,
                |ui| wish = page(ui, model, words, chosen).map(Wish::Choose),
                |ui| give = foot(ui, model, words, chosen),
            );
        },
        |ui| side(ui, model, words),
    );
    if model.waiting.is_some() {
        return None;
    }
    let keyed = digit(ui, room, model.cards.iter()).or_else(|| step(ui, room, model.cards.iter(), chosen));
    if let Some(answer) = keyed {
        wish = Some(Wish::Choose(answer));
    }
    match chosen {
        Some(answer) if give || room.main_key(ui) => Some(Wish::Give(answer)),
        _ => wish,
    }
}

fn page(ui: &mut Ui, model: &Model, words: &Words, chosen: Option<Answer>) -> Option<Answer> {
    ui.horizontal(|ui| {
        party_badge(ui, model.party.index, &model.party.letter, &model.party.name, 8.0);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| caption(ui, &model.place));
    });
    ui.add_space(tokens::GAP_TINY);
    title(ui, &model.question);
    for sentence in &model.lead {
        prose(ui, sentence);
    }
    ui.add_space(tokens::GAP_SMALL);
    rule(ui);
    if let Some(rungs) = &model.ladder {
        ui.add_space(tokens::GAP);
        ladder::show(ui, words, rungs);
    }
    if let Some(matter) = &model.matter {
        ui.add_space(tokens::GAP);
        panel(ui, words, matter);
    }
    if model.cards.is_empty() {
        return None;
    }
    ui.add_space(tokens::GAP);
    column_head(ui, &words.get("decision-answers"));
    ui.add_space(tokens::GAP_TINY);
    grid(ui, words, &model.cards, chosen, model.waiting.is_some(), true)
}

fn foot(ui: &mut Ui, model: &Model, words: &Words, chosen: Option<Answer>) -> bool {
    if let Some(waiting) = &model.waiting {
        coloured(ui, waiting, Tone::Quiet);
        return false;
    }
    let verb = model.verbs.iter().find(|(answer, _)| Some(*answer) == chosen).map(|(_, verb)| verb);
    let (none, off) = (words.get("decision-give"), words.get("decision-choose"));
    let button = Button::primary(verb.unwrap_or(&none)).key("Enter");
    let main = button.off(verb.is_none().then_some(off.as_str())).show(ui);
    guide::point(ui, Point::Main, main.rect);
    let give = main.clicked();
    ui.add_space(tokens::GAP_SMALL);
    match (&model.refusal, verb) {
        (Some(refusal), _) => coloured(ui, refusal, Tone::Bad),
        (None, None) => coloured(ui, &off, Tone::Quiet),
        (None, Some(_)) => {}
    }
    give
}

fn side(ui: &mut Ui, model: &Model, words: &Words) {
    for (at, part) in model.side.iter().enumerate() {
        if at > 0 {
            ui.add_space(tokens::GAP);
        }
        glass(ui, |ui| {
            ui.set_width(ui.available_width());
            panel(ui, words, part);
        });
    }
}

fn panel(ui: &mut Ui, words: &Words, panel: &Panel) {
    match panel.page {
        Some(page) => Term::new(words, page, &panel.head).heading(ui),
        None => heading(ui, &panel.head),
    };
    for note in &panel.notes {
        body(ui, note);
    }
    for (name, what) in &panel.rows {
        KeyValue::new(name, what).words().show(ui);
    }
    lines(ui, &panel.lines);
}
