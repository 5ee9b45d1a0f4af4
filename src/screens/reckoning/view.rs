//! Draws the reckoning.

use bevy_egui::egui::Ui;

use super::model::{Account, Fate, Model};
use crate::screens::layout::{document, page_and_side, stamp, turn_page};
use crate::screens::pages::facts;
use crate::screens::told::chapter;
use crate::screens::{Intent, Room};
use crate::theme::tokens;
use crate::theme::widgets::{
    body, caption, column_head, glass, heading, headline, party_badge, prose, quote, rule, title,
};

/// Draws the reckoning.
pub(super) fn draw(ui: &mut Ui, model: &Model, room: &Room) -> Option<Intent> {
    let mut turned = false;
    page_and_side(
        ui,
        |ui| {
            document(ui, |ui| page(ui, model), |ui| turned = turn_page(ui, room, &model.forward));
        },
        |ui| side(ui, model),
    );
    turned.then_some(Intent::Proceed)
}

fn page(ui: &mut Ui, model: &Model) {
    headline(ui, &model.title);
    quote(ui, &model.place);
    ui.add_space(tokens::GAP_TINY);
    rule(ui);
    ui.add_space(tokens::GAP);
    for line in &model.fallen {
        title(ui, line);
        ui.add_space(tokens::GAP_SMALL);
    }
    for fate in &model.fates {
        pact(ui, fate);
    }
    if let Some(nothing) = &model.nothing {
        prose(ui, nothing);
        ui.add_space(tokens::GAP);
    }
    for found in &model.chapters {
        chapter(ui, found);
        ui.add_space(tokens::GAP);
    }
    if !model.measures.is_empty() {
        rule(ui);
        ui.add_space(tokens::GAP_SMALL);
        model.measures_label.head(ui);
        for (party, words) in &model.measures {
            ui.horizontal(|ui| {
                party_badge(ui, party.index, &party.letter, &party.name, 8.0);
                body(ui, words);
            });
        }
        ui.add_space(tokens::GAP);
    }
    if !model.accounts.is_empty() {
        rule(ui);
        ui.add_space(tokens::GAP_SMALL);
        column_head(ui, &model.accounts_label);
        for account in &model.accounts {
            lines(ui, account);
        }
    }
}

fn pact(ui: &mut Ui, fate: &Fate) {
    title(ui, &fate.headline);
    stamp(ui, &fate.who, fate.good);
    for term in &fate.terms {
        prose(ui, term);
    }
    if !fate.credit.is_empty() {
        caption(ui, &fate.credit);
    }
    ui.add_space(tokens::GAP_LARGE);
}

fn lines(ui: &mut Ui, account: &Account) {
    ui.add_space(tokens::GAP_TINY);
    ui.horizontal(|ui| {
        party_badge(ui, account.party.index, &account.party.letter, &account.party.name, 8.0);
        heading(ui, &account.party.name);
    });
    facts(ui, &account.rows);
}

fn side(ui: &mut Ui, model: &Model) {
    glass(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, &model.stand_label);
        facts(ui, &model.stand);
    });
    if !model.homes.is_empty() {
        ui.add_space(tokens::GAP);
        crate::screens::home::panel(ui, &model.homes_label, &model.homes);
    }
    if !model.trust.is_empty() {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| {
            ui.set_width(ui.available_width());
            model.trust_label.heading(ui);
            facts(ui, &model.trust);
        });
    }
}
