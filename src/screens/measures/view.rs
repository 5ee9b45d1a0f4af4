//! Draws the measures: cards to choose from, and beside them what they would bear on.

use bevy_egui::egui::Ui;

use super::Ask;
use super::model::{Card, Group, Model};
use crate::rules::command::Measure;
use crate::rules::level::Point;
use crate::screens::cards::{coloured, grid, lines, step};
use crate::screens::keys::Action;
use crate::screens::layout::{document, page_and_side};
use crate::screens::pages::{Page, Term, Word};
use crate::screens::{Room, guide, ladder};
use crate::theme::widgets::{Button, body, caption, column_head, figure, glass, heading, lead, title};
use crate::theme::{Size, Tone, tokens};
use crate::words::Words;

/// Draws the screen. `chosen` is the measure that is picked but not yet taken.
pub(super) fn draw(ui: &mut Ui, model: &Model, words: &Words, chosen: Measure, room: &Room) -> Option<Ask> {
    let mut ask = None;
    let mut take = false;
    page_and_side(
        ui,
        |ui| {
            document(
                ui,
                |ui| {
                    title(ui, &words.get("measures-title"));
                    lead(ui, &words.get("measures-lead"));
                    for (at, group) in model.groups.iter().enumerate() {
                        ui.push_id(at, |ui| draw_group(ui, words, group, chosen, model.waiting.is_some()))
                            .inner
                            .into_iter()
                            .for_each(|measure| ask = Some(Ask::Choose(measure)));
                    }
                },
                |ui| take = foot(ui, model, words, chosen),
            );
        },
        |ui| side(ui, model, words, chosen),
    );
    if model.waiting.is_none() {
        let next = step(ui, room, model.cards(), Some(chosen));
        let nothing = room.asked(ui, Action::Nothing).then_some(Measure::Nothing);
        if let Some(measure) = next.or(nothing) {
            ask = Some(Ask::Choose(measure));
        }
        if take || room.main_key(ui) {
            ask = Some(Ask::Take(chosen));
        }
    }
    ask
}

fn foot(ui: &mut Ui, model: &Model, words: &Words, chosen: Measure) -> bool {
    if let Some(waiting) = &model.waiting {
        coloured(ui, waiting, Tone::Quiet);
        return false;
    }
    let key = if chosen == Measure::Nothing { "measures-do-nothing" } else { "measures-take" };
    let main = Button::primary(&words.get(key)).key("Enter").show(ui);
    guide::point(ui, Point::Main, main.rect);
    let take = main.clicked();
    ui.add_space(tokens::GAP_SMALL);
    match &model.refusal {
        Some(refusal) => coloured(ui, refusal, Tone::Bad),
        None => {
            let card = picked(model, chosen).filter(|_| chosen != Measure::Nothing);
            card.into_iter().for_each(|(_, card)| {
                caption(ui, &card.title);
            });
        }
    }
    take
}

fn picked(model: &Model, chosen: Measure) -> Option<(&Group, &Card)> {
    let mut all = model.groups.iter().flat_map(|group| group.cards.iter().map(move |card| (group, card)));
    all.find(|(_, card)| card.value == chosen)
}

fn side(ui: &mut Ui, model: &Model, words: &Words, chosen: Measure) {
    glass(ui, |ui| {
        ui.set_width(ui.available_width());
        Term::new(words, Page::Word(Word::Capital), words.get("measures-capital")).heading(ui);
        figure(ui, &model.capital, Size::Display, Tone::Plain);
        if !model.pacts.is_empty() {
            ui.add_space(tokens::GAP_SMALL);
            Term::new(words, Page::Word(Word::Pact), words.get("measures-pacts")).head(ui);
            lines(ui, &model.pacts);
            caption(ui, &words.get("measures-pacts-note"));
        }
    });
    ui.add_space(tokens::GAP);
    glass(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, &words.get("measures-your-choice"));
        let Some((group, card)) = picked(model, chosen) else { return };
        if group.ladder.is_some() {
            column_head(ui, &group.title);
        }
        body(ui, &card.title);
        if !card.about.is_empty() {
            caption(ui, &card.about);
        }
        lines(ui, &card.lines);
        if !card.cost.is_empty() {
            caption(ui, &card.cost);
        }
    });
}

fn draw_group(ui: &mut Ui, words: &Words, group: &Group, chosen: Measure, waits: bool) -> Option<Measure> {
    ui.add_space(tokens::GAP);
    let title = Term::new(words, group.page, &group.title);
    match &group.ladder {
        Some(rungs) => {
            title.heading(ui);
            ladder::show(ui, words, rungs);
        }
        None => {
            title.head(ui);
            if !group.note.is_empty() {
                caption(ui, &group.note);
            }
        }
    }
    ui.add_space(tokens::GAP_TINY);
    grid(ui, words, &group.cards, Some(chosen), waits, false)
}
