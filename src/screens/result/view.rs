//! Draws the result.

use bevy_egui::egui::{Align, Align2, Layout, Sense, Ui, pos2, vec2};

use super::model::{MandateLine, Model, PactLine, ScoreRow};
use crate::screens::layout::{document, page_and_side, stamp, turn_page};
use crate::screens::told::chapter;
use crate::screens::{Intent, Room};
use crate::theme::widgets::{
    Button, body, caption, column_head, explain, focus_ring, heading, headline, lead, paint_party_mark,
    paper, party_badge, prose, quote, rule, title,
};
use crate::theme::{Face, Size, Surface, font, tokens};

/// Height of a row of the table of scores.
const ROW: f32 = 26.0;

/// Draws the result.
pub(super) fn draw(ui: &mut Ui, model: &Model, room: &Room) -> Option<Intent> {
    let mut intent = None;
    page_and_side(
        ui,
        |ui| {
            document(ui, |ui| page(ui, model), |ui| intent = foot(ui, model, room));
        },
        |ui| side(ui, model),
    );
    intent
}

fn foot(ui: &mut Ui, model: &Model, room: &Room) -> Option<Intent> {
    let mut intent = None;
    let (label, note, setup) = &model.again;
    let again = match model.again_main {
        true => turn_page(ui, room, label),
        false => Button::quiet(label).note(note).show(ui).clicked(),
    };
    if again {
        intent = Some(Intent::Begin(setup.clone()));
    }
    let (label, note, setup) = &model.other;
    if Button::quiet(label).note(note).show(ui).clicked() {
        intent = Some(Intent::Begin(setup.clone()));
    }
    if Button::quiet(&model.menu).show(ui).clicked() {
        intent = Some(Intent::ToMenu);
    }
    if Button::quiet(&model.quit).show(ui).clicked() {
        intent = Some(Intent::Quit);
    }
    intent
}

fn page(ui: &mut Ui, model: &Model) {
    quote(ui, &model.kicker);
    ui.add_space(tokens::GAP_TINY);
    rule(ui);
    ui.add_space(1.0);
    rule(ui);
    ui.add_space(tokens::GAP_SMALL);
    headline(ui, &model.headline);
    lead(ui, &model.lead);
    ui.add_space(tokens::GAP);
    column_head(ui, &model.pacts_label);
    ui.add_space(tokens::GAP_TINY);
    if let Some(none) = &model.no_pacts {
        prose(ui, none);
    }
    for line in &model.pacts {
        pact(ui, line);
    }
    for found in &model.chapters {
        chapter(ui, found);
        ui.add_space(tokens::GAP);
    }
    rule(ui);
    ui.add_space(tokens::GAP_SMALL);
    column_head(ui, &model.mandates_label);
    for line in &model.mandates {
        mandate(ui, line);
    }
}

fn pact(ui: &mut Ui, line: &PactLine) {
    title(ui, &line.headline);
    stamp(ui, &line.when, line.good);
    prose(ui, &line.terms.join(" \u{b7} "));
    for vote in &line.votes {
        caption(ui, vote);
    }
    ui.add_space(tokens::GAP_LARGE);
}

fn side(ui: &mut Ui, model: &Model) {
    paper(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, &model.scores_label);
        ui.add_space(tokens::GAP_TINY);
        table(ui, model, "scores", &model.rows);
    });
    ui.add_space(tokens::GAP);
    paper(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, &model.account_label);
        ui.add_space(tokens::GAP_TINY);
        table(ui, model, "account", &model.account);
    });
    ui.add_space(tokens::GAP_SMALL);
    caption(ui, &model.seed);
}

fn table(ui: &mut Ui, model: &Model, name: &str, rows: &[ScoreRow]) {
    ui.push_id(name, |ui| {
        table_head(ui, model);
        for row in rows {
            if row.parted {
                rule(ui);
            }
            score_row(ui, row);
        }
    });
}

/// Where the columns of figures end, from left to right.
fn columns(left: f32, right: f32, count: usize) -> Vec<f32> {
    let label = ((right - left) * 0.36).max(110.0);
    #[expect(clippy::cast_precision_loss, reason = "a level has at most four parties")]
    let width = (right - left - label) / count.max(1) as f32;
    #[expect(clippy::cast_precision_loss, reason = "a level has at most four parties")]
    (1..=count).map(|at| left + label + width * at as f32).collect()
}

fn table_head(ui: &mut Ui, model: &Model) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, ROW + tokens::GAP_TINY), Sense::hover());
    for (party, right) in model.parties.iter().zip(columns(rect.left(), rect.right(), model.parties.len())) {
        let centre = pos2(right - 14.0, rect.center().y);
        paint_party_mark(ui.painter(), centre, 10.0, party.index, &party.letter);
        let spot = bevy_egui::egui::Rect::from_center_size(centre, vec2(28.0, ROW));
        let response = ui.interact(spot, ui.id().with(("party", party.index)), Sense::hover());
        explain(response, &party.name);
    }
}

fn score_row(ui: &mut Ui, row: &ScoreRow) {
    let surface = Surface::of(ui);
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::focusable_noninteractive());
    let spoken: Vec<&str> = row.cells.iter().map(|cell| cell.figure.as_str()).collect();
    response.widget_info(|| bevy_egui::egui::WidgetInfo {
        current_text_value: Some(spoken.join(", ")),
        ..bevy_egui::egui::WidgetInfo::labeled(bevy_egui::egui::WidgetType::Other, true, &row.label)
    });
    ui.painter().text(
        rect.left_center(),
        Align2::LEFT_CENTER,
        &row.label,
        font(Face::Sans, Size::Body),
        surface.text(),
    );
    for (cell, right) in row.cells.iter().zip(columns(rect.left(), rect.right(), row.cells.len())) {
        let face = if cell.strong { Face::MonoBold } else { Face::Mono };
        ui.painter().text(
            pos2(right, rect.center().y),
            Align2::RIGHT_CENTER,
            &cell.figure,
            font(face, Size::Body),
            surface.tone(cell.tone),
        );
    }
    if response.has_focus() {
        focus_ring(ui.painter(), rect, tokens::RADIUS_SMALL, surface);
    }
    explain(response, &row.note);
}

fn mandate(ui: &mut Ui, line: &MandateLine) {
    ui.add_space(tokens::GAP_TINY);
    ui.horizontal(|ui| {
        party_badge(ui, line.party.index, &line.party.letter, &line.party.name, 8.0);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| heading(ui, &line.party.name));
    });
    if !line.name.is_empty() {
        prose(ui, &line.name);
    }
    if !line.about.is_empty() {
        body(ui, &line.about);
    }
    if !line.percents.is_empty() {
        caption(ui, &line.percents);
    }
    caption(ui, &line.offers);
}
