//! Clauses under a term: those that stand, and the choice of another, in place.

use bevy_egui::egui::{Id, Label, Response, RichText, Ui, vec2};

use super::Pen;
use super::pick::Pick;
use crate::screens::table::draft::Edit;
use crate::screens::table::model::{Opener, Picker, Row};
use crate::screens::table::{Ask, Phrasing};
use crate::theme::widgets::Button;
use crate::theme::{Face, Size, Surface, Tone, font, tokens};

/// Width of the control that opens the choice.
pub(super) const OPENER: f32 = 44.0;

/// Where the id of a term's control is kept, so that the keyboard can go back to it.
fn kept(row: &Row) -> Id {
    Id::new("opener").with(row.issue.0)
}

/// Draws the control of a term.
pub(super) fn opener(ui: &mut Ui, pen: &mut Pen<'_>, row: &Row, opener: &Opener) {
    let label = pen.get("table-when");
    let open = row.picker.is_some();
    let button = Button::quiet(&label).off(opener.off.as_deref()).note(&opener.name).small();
    let response = named(button.width(OPENER).show(ui), &opener.name);
    ui.data_mut(|data| data.insert_temp(kept(row), response.id));
    if response.clicked() {
        let issue = (!open).then_some(row.issue);
        pen.ask(Ask::Phrasing(Phrasing { issue, ..Phrasing::default() }));
    }
}

/// Gives a button with a short label a name of its own, so that those who hear it can tell it from its like.
pub(super) fn named(response: Response, name: &str) -> Response {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(name));
    response
}

/// Gives the keyboard back to the control of a term, once what had it is gone.
fn give_back(ui: &Ui, row: &Row) {
    if let Some(id) = ui.data(|data| data.get_temp::<Id>(kept(row))) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// Draws what stands, and the choice if it is open.
pub(super) fn draw(ui: &mut Ui, pen: &mut Pen<'_>, row: &Row) {
    let surface = Surface::of(ui);
    ui.spacing_mut().item_spacing = vec2(tokens::GAP_TINY, tokens::GAP_TINY);
    for said in &row.said {
        ui.horizontal_wrapped(|ui| {
            let words = RichText::new(format!("\u{21b3} {}", said.text))
                .font(font(Face::SerifItalic, Size::Lead))
                .color(surface.text());
            ui.add(Label::new(words).wrap());
            let drop = pen.get("table-when-drop-short");
            if named(Button::quiet(&drop).note(&said.drop).small().show(ui), &said.drop).clicked() {
                give_back(ui, row);
                pen.edit(Edit::Drop(said.clause));
            }
        });
    }
    if let Some(picker) = &row.picker {
        choose(ui, pen, row, picker);
    }
}

fn choose(ui: &mut Ui, pen: &mut Pen<'_>, row: &Row, picker: &Picker) {
    let at = picker.at;
    let mut next = at;
    ui.horizontal_wrapped(|ui| {
        for (place, kind) in picker.kinds.iter().enumerate() {
            if Button::tab(kind, place == at.kind).small().show(ui).clicked() {
                next = Phrasing { kind: place, on: 0, range: 0, ..at };
            }
        }
    });
    let arrows = (pen.get("table-pick-back"), pen.get("table-pick-on"));
    let arrows = (arrows.0.as_str(), arrows.1.as_str());
    let step = |ui: &mut Ui, name: &str, items: &[String], place: usize| -> Option<usize> {
        let text = items.get(place)?;
        let ways = (place > 0, place + 1 < items.len());
        let most = ui.available_width();
        let way = Pick { name, text, note: text, arrows, ways, face: Face::Sans }.show(ui, most);
        (way != 0).then(|| if way > 0 { place + 1 } else { place - 1 })
    };
    if let Some(on) = step(ui, &pen.get("table-when-on"), &picker.ons, at.on) {
        next = Phrasing { on, range: 0, ..at };
    }
    if let Some(range) = step(ui, &pen.get("table-when-range"), &picker.ranges, at.range) {
        next = Phrasing { range, ..at };
    }
    let tone = if picker.tone == Tone::Plain { Tone::Quiet } else { picker.tone };
    super::sentence(ui, &picker.note, tone, Face::Sans, Size::Caption);
    ui.horizontal_wrapped(|ui| {
        if let Some(clause) = picker.clause
            && Button::quiet(&pen.get("table-when-add")).small().show(ui).clicked()
        {
            give_back(ui, row);
            pen.edit(Edit::Agree(clause));
        }
        if Button::quiet(&pen.get("cancel")).small().show(ui).clicked() {
            give_back(ui, row);
            pen.ask(Ask::Phrasing(Phrasing::default()));
        }
    });
    if next != at {
        pen.ask(Ask::Phrasing(next));
    }
}
