//! Draws the brief.

use bevy_egui::egui::{Align, Layout, Ui};

use super::bound::Bound;
use super::model::{House, Mandate, Model};
use super::projects;
use crate::rules::level::Point;
use crate::screens::layout::{document, page_and_side, turn_page};
use crate::screens::pages::{Term, facts, terms};
use crate::screens::wording::PartyName;
use crate::screens::{Intent, Room, guide};
use crate::theme::widgets::{
    Bloc, Hemicycle, SeatMark, body, caption, column_head, explain, figure, glass, heading, party_badge,
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
    model.issues_label.head(ui);
    ui.add_space(tokens::GAP_TINY);
    terms(ui, &model.issues);
    ui.add_space(tokens::GAP_SMALL);
    rule(ui);
    ui.add_space(tokens::GAP_SMALL);
    column_head(ui, &model.calendar_label);
    ui.add_space(tokens::GAP_TINY);
    for stop in &model.stops {
        heading(ui, &stop.when);
        if !stop.about.is_empty() {
            body(ui, &stop.about);
        }
        for table in &stop.tables {
            caption(ui, table);
        }
        ui.add_space(tokens::GAP_SMALL);
    }
    bound(ui, &model.bound);
}

fn section(ui: &mut Ui, label: &Term) {
    rule(ui);
    ui.add_space(tokens::GAP_SMALL);
    label.head(ui);
    ui.add_space(tokens::GAP_TINY);
}

fn marked(ui: &mut Ui, party: &PartyName, text: &str) {
    ui.horizontal(|ui| {
        party_badge(ui, party.index, &party.letter, &party.name, 8.0);
        ui.with_layout(Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| heading(ui, text));
    });
}

/// What can bind the parties under this rule book; nothing where there is nothing.
fn bound(ui: &mut Ui, bound: &Bound) {
    for pledge in &bound.pledges {
        section(ui, &bound.pledges_label);
        heading(ui, &pledge.name);
        prose(ui, &pledge.about);
        for (option, rule) in &pledge.rules {
            ui.add_space(tokens::GAP_TINY);
            column_head(ui, option);
            body(ui, rule);
        }
        ui.add_space(tokens::GAP_SMALL);
        projects::table(ui, pledge);
        ui.add_space(tokens::GAP_TINY);
        for note in &pledge.notes {
            caption(ui, note);
        }
        ui.add_space(tokens::GAP_SMALL);
    }
    if !bound.promises.is_empty() {
        section(ui, &bound.promises_label);
        for promise in &bound.promises {
            marked(ui, &promise.party, &promise.term);
            explain(body(ui, &promise.what), &promise.note);
            caption(ui, &promise.due);
            ui.add_space(tokens::GAP_TINY);
        }
        caption(ui, &bound.promises_note);
        ui.add_space(tokens::GAP_SMALL);
    }
    if !bound.threats.is_empty() {
        section(ui, &bound.threats_label);
        for threat in &bound.threats {
            marked(ui, &threat.party, &threat.title);
            explain(body(ui, &threat.about), &threat.note);
            body(ui, &threat.demands);
            body(ui, &threat.effects);
            caption(ui, &threat.sources);
            ui.add_space(tokens::GAP_SMALL);
        }
        caption(ui, &bound.threats_note);
    }
}

fn bullet(ui: &mut Ui, text: &str) {
    ui.horizontal_top(|ui| {
        prose(ui, "\u{2022}");
        prose(ui, text);
    });
}

fn side(ui: &mut Ui, model: &Model) {
    let fallback = glass(ui, |ui| {
        ui.set_width(ui.available_width());
        model.no_deal_label.heading(ui);
        figure(ui, &model.no_deal, Size::Display, Tone::Plain);
        caption(ui, &model.no_deal_note);
        facts(ui, &model.no_deal_rows);
    });
    guide::point(ui, Point::Fallback, fallback.response.rect);
    if let Some(mandate) = &model.mandate {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| mandate_panel(ui, mandate));
    }
    if !model.home_rows.is_empty() {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| {
            ui.set_width(ui.available_width());
            heading(ui, &model.home_label);
            facts(ui, &model.home_rows);
        });
    }
    if let Some(house) = &model.house {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| house_panel(ui, house, model.party.index));
    }
}

fn mandate_panel(ui: &mut Ui, mandate: &Mandate) {
    ui.set_width(ui.available_width());
    mandate.heading.head(ui);
    if !mandate.name.is_empty() {
        heading(ui, &mandate.name);
    }
    if !mandate.about.is_empty() {
        caption(ui, &mandate.about);
    }
    ui.add_space(tokens::GAP_TINY);
    facts(ui, &mandate.rows);
    ui.add_space(tokens::GAP_TINY);
    rule(ui);
    mandate.red_label.head(ui);
    for (never, why) in &mandate.red_lines {
        body(ui, never);
        caption(ui, why);
    }
}

fn house_panel(ui: &mut Ui, house: &House, party: usize) {
    ui.set_width(ui.available_width());
    house.heading.heading(ui);
    let blocs: Vec<Bloc> = house
        .blocs
        .iter()
        .map(|bloc| Bloc {
            seats: usize::try_from(bloc.seats).unwrap_or(0),
            colour: if bloc.government { tokens::party_colour(party) } else { tokens::quiet() },
            mark: if bloc.government { SeatMark::Full } else { SeatMark::Hollow },
        })
        .collect();
    let quorum = usize::try_from(house.quorum).unwrap_or(0);
    Hemicycle::new(&blocs, quorum, &house.count, &house.caption, &house.spoken).show(ui);
    if let Some(short) = &house.short {
        body(ui, short);
    }
    facts(ui, &house.rows);
    caption(ui, &house.about);
}
