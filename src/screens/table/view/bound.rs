//! What binds the parties: promises owed and pledges on the player's side, threats on the others'.

use bevy_egui::egui::Ui;

use super::Pen;
use super::brief::{fill, lines};
use crate::screens::table::model::Mark;
use crate::theme::widgets::{body, caption, explain, glass, heading, party_badge};
use crate::theme::{Face, Size, Tone, tokens};

/// Draws promises and pledges; nothing where there are none.
pub(super) fn draw(ui: &mut Ui, pen: &Pen<'_>) {
    let bound = &pen.model.bound;
    if !bound.promises.is_empty() {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| {
            fill(ui);
            heading(ui, &pen.get("table-promises"));
            for owed in &bound.promises {
                ui.add_space(tokens::GAP_TINY);
                marked(ui, &owed.mark, &owed.who, Tone::Plain);
                explain(body(ui, &owed.what), &owed.note);
                let tone = if owed.now { Tone::Bad } else { Tone::Quiet };
                super::sentence(ui, &owed.due, tone, Face::Sans, Size::Caption);
            }
        });
    }
    for pledge in &bound.pledges {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| {
            fill(ui);
            heading(ui, &pledge.title);
            if !pledge.rule.is_empty() {
                caption(ui, &pledge.rule);
            }
            ui.add_space(tokens::GAP_TINY);
            lines(ui, &pledge.lines);
        });
    }
}

/// Draws the threats that stand; nothing where there are none.
pub(super) fn threats(ui: &mut Ui, pen: &Pen<'_>) {
    let threats = &pen.model.bound.threats;
    if threats.is_empty() {
        return;
    }
    ui.add_space(tokens::GAP);
    glass(ui, |ui| {
        fill(ui);
        heading(ui, &pen.get("table-threats"));
        for threat in threats {
            ui.add_space(tokens::GAP_TINY);
            marked(ui, &threat.mark, &threat.title, if threat.bad { Tone::Bad } else { Tone::Plain });
            explain(body(ui, &threat.text), &threat.note);
        }
    });
}

fn marked(ui: &mut Ui, mark: &Mark, text: &str, tone: Tone) {
    ui.horizontal(|ui| {
        party_badge(ui, mark.party, &mark.letter, &mark.name, 7.0);
        super::sentence(ui, text, tone, Face::SansBold, Size::Body);
    });
}
