//! Draws the brief.

use bevy_egui::egui::{Align, Layout, Ui};

use super::model::{House, Mandate, Model, Row};
use crate::screens::layout::{document, page_and_side, turn_page};
use crate::screens::{Intent, Room};
use crate::theme::widgets::{
    Bloc, Hemicycle, KeyValue, SeatMark, body, caption, column_head, figure, glass, heading, party_badge,
    prose, quote, rule, title,
};
use crate::theme::{Size, Tone, tokens};

/// Draws the brief.
pub(super) fn draw(ui: &mut Ui, model: &Model, room: &Room) -> Option<Intent> {
    let mut turned = false;
    page_and_side(
        ui,
        |ui| {
            document(ui, |ui| page(ui, model), |ui| turned = turn_page(ui, room, &model.begin));
        },
        |ui| side(ui, model),
    );
    turned.then_some(Intent::Proceed)
}

fn page(ui: &mut Ui, model: &Model) {
    ui.horizontal(|ui| {
        party_badge(ui, model.party.index, &model.party.letter, &model.party.name, 13.0);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| title(ui, &model.party.name));
    });
    quote(ui, &model.office);
    ui.add_space(tokens::GAP_SMALL);
    for paragraph in &model.brief {
        prose(ui, paragraph);
        ui.add_space(tokens::GAP_SMALL);
    }
    rule(ui);
    ui.add_space(tokens::GAP_SMALL);
    column_head(ui, &model.aims_label);
    for aim in &model.aims {
        bullet(ui, aim);
    }
    ui.add_space(tokens::GAP_SMALL);
    rule(ui);
    ui.add_space(tokens::GAP_SMALL);
    column_head(ui, &model.calendar_label);
    ui.add_space(tokens::GAP_TINY);
    for stop in &model.stops {
        heading(ui, &stop.when);
        body(ui, &stop.about);
        for table in &stop.tables {
            caption(ui, table);
        }
        ui.add_space(tokens::GAP_SMALL);
    }
}

fn bullet(ui: &mut Ui, text: &str) {
    ui.horizontal_top(|ui| {
        prose(ui, "\u{2022}");
        prose(ui, text);
    });
}

fn side(ui: &mut Ui, model: &Model) {
    glass(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, &model.no_deal_label);
        figure(ui, &model.no_deal, Size::Display, Tone::Plain);
        caption(ui, &model.no_deal_note);
        rows(ui, &model.no_deal_rows);
    });
    if let Some(mandate) = &model.mandate {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| mandate_panel(ui, mandate));
    }
    if !model.home_rows.is_empty() {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| {
            ui.set_width(ui.available_width());
            heading(ui, &model.home_label);
            rows(ui, &model.home_rows);
        });
    }
    if let Some(house) = &model.house {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| house_panel(ui, house, model.party.index));
    }
}

fn rows(ui: &mut Ui, rows: &[Row]) {
    for row in rows {
        KeyValue::new(&row.label, &row.figure).tone(row.tone).note(&row.note).show(ui);
    }
}

fn mandate_panel(ui: &mut Ui, mandate: &Mandate) {
    ui.set_width(ui.available_width());
    column_head(ui, &mandate.heading);
    if !mandate.name.is_empty() {
        heading(ui, &mandate.name);
    }
    if !mandate.about.is_empty() {
        caption(ui, &mandate.about);
    }
    ui.add_space(tokens::GAP_TINY);
    rows(ui, &mandate.rows);
    ui.add_space(tokens::GAP_TINY);
    rule(ui);
    column_head(ui, &mandate.red_label);
    for (never, why) in &mandate.red_lines {
        body(ui, never);
        caption(ui, why);
    }
}

fn house_panel(ui: &mut Ui, house: &House, party: usize) {
    ui.set_width(ui.available_width());
    heading(ui, &house.heading);
    let blocs: Vec<Bloc> = house
        .blocs
        .iter()
        .map(|bloc| Bloc {
            seats: usize::try_from(bloc.seats).unwrap_or(0),
            colour: if bloc.government { tokens::party_colour(party) } else { tokens::QUIET },
            mark: if bloc.government { SeatMark::Full } else { SeatMark::Hollow },
        })
        .collect();
    let quorum = usize::try_from(house.quorum).unwrap_or(0);
    Hemicycle::new(&blocs, quorum, &house.count, &house.caption, &house.spoken).show(ui);
    if let Some(short) = &house.short {
        body(ui, short);
    }
    rows(ui, &house.rows);
    caption(ui, &house.about);
}
