//! Draws the page after a fault.

use bevy_egui::egui::{Label, RichText, Ui};

use super::Ask;
use super::model::Model;
use crate::screens::Room;
use crate::screens::keys::{self, Action};
use crate::screens::layout::{PAGE_WIDTH, centred, document};
use crate::theme::widgets::{Button, column_head, headline, prose, rule};
use crate::theme::{Face, Size, Surface, font, tokens};

/// Draws the page; returns what was asked for.
pub(super) fn draw(ui: &mut Ui, model: &Model, room: &Room) -> Option<Ask> {
    let mut asked = None;
    centred(ui, PAGE_WIDTH, |ui| {
        ui.add_space(ui.available_height() * 0.08);
        document(ui, |ui| page(ui, model), |ui| asked = foot(ui, model, room));
    });
    if asked.is_none() && room.asked(ui, Action::CopyReport) {
        ui.ctx().copy_text(model.path.clone());
        asked = Some(Ask::Copied);
    }
    asked
}

fn page(ui: &mut Ui, model: &Model) {
    headline(ui, &model.title);
    ui.add_space(tokens::GAP_TINY);
    rule(ui);
    ui.add_space(1.0);
    rule(ui);
    let [happened, safe, todo] = &model.labels;
    ui.add_space(tokens::GAP);
    column_head(ui, happened);
    prose(ui, &model.happened);
    ui.add_space(tokens::GAP);
    column_head(ui, safe);
    prose(ui, &model.safe);
    ui.add_space(tokens::GAP);
    column_head(ui, todo);
    for line in &model.todo {
        prose(ui, line);
        ui.add_space(tokens::GAP_TINY);
    }
    mono(ui, &model.path);
    ui.add_space(tokens::GAP);
    rule(ui);
    ui.add_space(tokens::GAP_SMALL);
    mono(ui, &model.detail);
    ui.add_space(tokens::GAP_SMALL);
}

fn mono(ui: &mut Ui, text: &str) {
    let words = RichText::new(text).font(font(Face::Mono, Size::Caption)).color(Surface::of(ui).quiet());
    ui.add(Label::new(words).wrap());
}

fn foot(ui: &mut Ui, model: &Model, room: &Room) -> Option<Ask> {
    let mut asked = None;
    let main = match model.game {
        Some(_) => (&model.go_on, Ask::GoOn),
        None => (&model.menu, Ask::Menu),
    };
    if Button::primary(main.0).key("Enter").width(180.0).show(ui).clicked() || room.main_key(ui) {
        asked = Some(main.1);
    }
    if model.game.is_some() && Button::quiet(&model.menu).show(ui).clicked() {
        asked = Some(Ask::Menu);
    }
    let copy = if model.copied { &model.copied_text } else { &model.copy };
    if Button::quiet(copy).key(&keys::text(ui, Action::CopyReport)).show(ui).clicked() {
        ui.ctx().copy_text(model.path.clone());
        asked = Some(Ask::Copied);
    }
    if Button::quiet(&model.quit).show(ui).clicked() {
        asked = Some(Ask::Quit);
    }
    asked
}
