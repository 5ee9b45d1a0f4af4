//! Draws the news.

use bevy_egui::egui::{Align, Layout, Ui};

use super::model::{Article, Model};
use crate::screens::layout::{document, page_and_side, turn_page};
use crate::screens::pages::facts;
use crate::screens::{Intent, Room};
use crate::theme::tokens;
use crate::theme::widgets::{
    body, caption, column_head, glass, heading, headline, lead, party_badge, prose, quote, rule, title,
};

/// Draws the news.
pub(super) fn draw(ui: &mut Ui, model: &Model, room: &Room) -> Option<Intent> {
    let mut turned = false;
    page_and_side(
        ui,
        |ui| {
            document(ui, |ui| page(ui, model), |ui| turned = turn_page(ui, room, &model.ready));
        },
        |ui| side(ui, model),
    );
    turned.then_some(Intent::Proceed)
}

fn page(ui: &mut Ui, model: &Model) {
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        headline(ui, &model.place);
        quote(ui, &model.date);
    });
    ui.add_space(tokens::GAP_TINY);
    rule(ui);
    ui.add_space(1.0);
    rule(ui);
    ui.add_space(tokens::GAP_SMALL);
    lead(ui, &model.lead);
    for table in &model.tables {
        caption(ui, table);
    }
    ui.add_space(tokens::GAP);
    for story in &model.articles {
        article(ui, story);
    }
    if let Some(quiet) = &model.quiet {
        prose(ui, quiet);
    }
    if !model.moves.is_empty() {
        rule(ui);
        ui.add_space(tokens::GAP_SMALL);
        column_head(ui, &model.moves_label);
        for line in &model.moves {
            prose(ui, line);
        }
    }
}

fn article(ui: &mut Ui, story: &Article) {
    title(ui, &story.headline);
    if !story.about.is_empty() {
        prose(ui, &story.about);
    }
    for effect in &story.effects {
        caption(ui, effect);
    }
    ui.add_space(tokens::GAP_LARGE);
}

fn side(ui: &mut Ui, model: &Model) {
    glass(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, &model.stand_label);
        facts(ui, &model.rows);
    });
    if !model.due.is_empty() {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| {
            ui.set_width(ui.available_width());
            heading(ui, &model.due_label);
            for (party, text) in &model.due {
                ui.horizontal(|ui| {
                    party_badge(ui, party.index, &party.letter, &party.name, 7.0);
                    body(ui, text);
                });
            }
        });
    }
    ui.add_space(tokens::GAP);
    glass(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, &model.force_label);
        model.force.iter().for_each(|fact| fact.show_words(ui));
    });
    if !model.homes.is_empty() {
        ui.add_space(tokens::GAP);
        crate::screens::home::panel(ui, &model.homes_label, &model.homes);
    }
}
