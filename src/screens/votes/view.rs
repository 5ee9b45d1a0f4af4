//! Draws the votes.

use bevy_egui::egui::{Align, Layout, Ui, UiBuilder};

use super::model::{Ballot, House, Model};
use crate::screens::layout::{SPREAD_WIDTH, at, centred, panels, scroll, stamp, turn_page};
use crate::screens::{Intent, Room};
use crate::theme::tokens;
use crate::theme::widgets::{
    Bloc, Hemicycle, KeyValue, SeatMark, body, caption, glass, lead, paper, party_badge, rule, title,
};

/// Least width of a chamber's panel.
const HOUSE: f32 = 460.0;
/// Share of a panel's width that the seats take.
const SEATS: f32 = 0.46;

/// Draws the votes.
pub(super) fn draw(ui: &mut Ui, model: &Model, room: &Room) -> Option<Intent> {
    let mut turned = false;
    centred(ui, SPREAD_WIDTH, |ui| {
        let whole = ui.available_rect_before_wrap();
        let page = whole.with_max_y(whole.bottom() - tokens::BUTTON_HEIGHT - tokens::GAP);
        at(ui, "votes", page, |ui| {
            scroll(ui, "page", |ui| {
                // The map runs under this screen; a sentence needs ground of its own.
                glass(ui, |ui| {
                    ui.set_width(ui.available_width());
                    title(ui, &model.title);
                    lead(ui, &model.lead);
                });
                ui.add_space(tokens::GAP);
                for (index, ballot) in model.ballots.iter().enumerate() {
                    ui.push_id(index, |ui| pact(ui, ballot));
                    ui.add_space(tokens::GAP_SMALL);
                }
            });
        });
        let foot = whole.with_min_y(whole.bottom() - tokens::BUTTON_HEIGHT);
        let built = UiBuilder::new().max_rect(foot).layout(Layout::left_to_right(Align::Center));
        turned = ui.scope_builder(built, |ui| turn_page(ui, room, &model.forward)).inner;
    });
    turned.then_some(Intent::Proceed)
}

fn pact(ui: &mut Ui, ballot: &Ballot) {
    paper(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                stamp(ui, &ballot.verdict, ballot.passed);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| title(ui, &ballot.headline));
            });
        });
        caption(ui, &ballot.who);
        body(ui, &ballot.terms.join("  \u{b7}  "));
    });
    ui.add_space(tokens::GAP);
    panels(ui, &ballot.houses, HOUSE, |ui, house| {
        glass(ui, |ui| chamber(ui, house));
    });
}

fn chamber(ui: &mut Ui, house: &House) {
    ui.set_width(ui.available_width());
    ui.horizontal(|ui| {
        party_badge(ui, house.party.index, &house.party.letter, &house.party.name, 9.0);
        house.chamber.heading(ui);
    });
    let count = |seats: i64| usize::try_from(seats).unwrap_or(0);
    let yes = house.blocs.iter().map(|bloc| Bloc {
        seats: count(bloc.yes),
        colour: tokens::party_colour(house.party.index),
        mark: SeatMark::Full,
    });
    let no = house.blocs.iter().rev().map(|bloc| Bloc {
        seats: count(bloc.seats - bloc.yes),
        colour: tokens::quiet(),
        mark: SeatMark::Hollow,
    });
    let seats: Vec<Bloc> = yes.chain(no).collect();
    let left = (ui.available_width() * SEATS).floor();
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(left);
            Hemicycle::new(&seats, count(house.quorum), &house.count, &house.caption, &house.spoken).show(ui);
            ui.add_space(tokens::GAP_TINY);
            stamp(ui, &house.verdict, house.passed);
        });
        ui.add_space(tokens::GAP);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            figures(ui, house);
        });
    });
}

fn figures(ui: &mut Ui, house: &House) {
    for (label, figure, note) in &house.lines {
        KeyValue::new(label, figure).words().note(note).show(ui);
    }
    if let Some(note) = &house.note {
        caption(ui, note);
    }
    rule(ui);
    for bloc in &house.blocs {
        KeyValue::new(&bloc.name, &bloc.figure).tone(bloc.tone).note(&bloc.note).show(ui);
    }
}
