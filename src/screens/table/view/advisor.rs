//! The advisor, above the other parties: a button, and under it what is advised.

use bevy_egui::egui::Ui;

use super::brief::{fill, lines};
use super::clauses::named;
use super::{Pen, sentence};
use crate::screens::keys::{self, Action};
use crate::screens::pages::{Term, Word, terms};
use crate::screens::table::Ask;
use crate::screens::table::model::{Advised, Advisor};
use crate::theme::widgets::{Button, body, caption, glass, heading, rule};
use crate::theme::{Face, Size, Tone, tokens};

/// Draws it; nothing where knowledge is sealed.
pub(super) fn draw(ui: &mut Ui, pen: &mut Pen<'_>) {
    let model = pen.model;
    let Some(advisor) = &model.advisor else { return };
    glass(ui, |ui| {
        fill(ui);
        let label = pen.get(if advisor.open { "advice-fold" } else { "advice-show" });
        let note = pen.get("advice-show-note");
        let key = keys::text(ui, Action::Advice);
        if Button::quiet(&label).key(&key).note(&note).small().show(ui).clicked() {
            pen.ask(Ask::Advise(!advisor.open));
        }
        if advisor.open {
            draw_open(ui, pen, advisor);
        }
    });
    ui.add_space(tokens::GAP);
}

fn draw_open(ui: &mut Ui, pen: &mut Pen<'_>, advisor: &Advisor) {
    ui.add_space(tokens::GAP_TINY);
    heading(ui, &advisor.title);
    for note in &advisor.notes {
        caption(ui, note);
    }
    if !advisor.picks.is_empty() {
        let rules = [Word::Nash, Word::Kalai, Word::Egalitarian, Word::Utilitarian];
        terms(ui, &rules.map(|rule| Term::word(pen.words, rule)));
    }
    for pick in &advisor.picks {
        advised(ui, pen, pick);
    }
    if advisor.changes.is_empty() && advisor.unchanged.is_none() {
        return;
    }
    ui.add_space(tokens::GAP_SMALL);
    heading(ui, &pen.get("advice-draft"));
    if let Some(unchanged) = &advisor.unchanged {
        caption(ui, unchanged);
    }
    for change in &advisor.changes {
        advised(ui, pen, change);
    }
}

fn advised(ui: &mut Ui, pen: &mut Pen<'_>, advised: &Advised) {
    ui.add_space(tokens::GAP_SMALL);
    rule(ui);
    sentence(ui, &advised.title, Tone::Plain, Face::SansBold, Size::Body);
    for note in &advised.notes {
        caption(ui, note);
    }
    ui.add_space(tokens::GAP_TINY);
    for term in &advised.terms {
        body(ui, term);
    }
    // What is put, what it brings, and what can be done with it are three things.
    ui.add_space(tokens::GAP_TINY);
    lines(ui, &advised.lines);
    ui.add_space(tokens::GAP_TINY);
    match &advised.edit {
        Some(edit) => {
            let button = Button::quiet(&advised.label).small();
            if named(button.show(ui), &advised.name).clicked() {
                pen.edit(edit.clone());
            }
        }
        None => {
            caption(ui, &pen.get("advice-in-draft"));
        }
    }
}
