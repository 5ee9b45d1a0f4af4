//! Offers sent and received, as small papers: in a strip above the draft, or in a column beside it.

use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{Frame, Margin, Rect, ScrollArea, Stroke, Ui, vec2};

use super::{Pen, recall, remember};
use crate::rules::command::Command;
use crate::rules::level::Point;
use crate::screens::guide;
use crate::screens::keys::{self, Action};
use crate::screens::layout::at;
use crate::screens::pages::Word;
use crate::screens::table::Ask;
use crate::screens::table::draft::Edit;
use crate::screens::table::model::{Card, Model, Term};
use crate::theme::widgets::{Button, caption, explain, paper_frame, party_badge};
use crate::theme::{Face, Size, Surface, Tone, apply_surface, font, tokens};

/// Width of a paper in the strip, at most and at least.
const WIDTH: std::ops::RangeInclusive<f32> = 244.0..=264.0;
/// Terms shown in the strip; all of them show when the offer is put on the paper.
const TERMS: usize = 2;
/// Below this height of the window no terms are shown in the strip.
const LOW: f32 = 640.0;
/// The height of the strip until it was measured.
const HEIGHT: f32 = 150.0;

/// Draws the strip at the top of its place, and returns where it ends.
pub(super) fn strip(ui: &mut Ui, place: Rect, pen: &mut Pen<'_>) -> f32 {
    let model = pen.model;
    let id = ui.id().with("strip");
    let height = recall(ui, id).unwrap_or(HEIGHT);
    let terms = if place.height() < LOW { 0 } else { TERMS };
    let bottom = place.top() + height + tokens::GAP_TINY;
    // The shadow of the papers reaches a little beyond them.
    let above = place.with_max_y(bottom + tokens::GAP_TINY);
    at(ui, "offers", above, |ui| {
        ScrollArea::horizontal().id_salt("strip").auto_shrink([false, false]).show(ui, |ui| {
            // Three side by side, where that makes them only a little narrower.
            let third = (place.width() - 2.0 * ui.spacing().item_spacing.x) / 3.0;
            let width = if WIDTH.contains(&third) { third.floor() } else { *WIDTH.end() };
            let shown = ui.horizontal_top(|ui| {
                for card in &model.offers {
                    draw(ui, pen, card, width, terms);
                }
            });
            remember(ui, id, shown.response.rect.height());
        });
    });
    guide::bring(ui, Point::Offers, above);
    bottom
}

/// Draws the column.
pub(super) fn column(ui: &mut Ui, pen: &mut Pen<'_>) {
    let model = pen.model;
    pen.term(Word::Offer, "table-offers").head(ui);
    let width = ui.available_width();
    for card in &model.offers {
        draw(ui, pen, card, width, usize::MAX);
        ui.add_space(tokens::GAP_SMALL);
    }
}

fn draw(ui: &mut Ui, pen: &mut Pen<'_>, card: &Card, width: f32, terms: usize) {
    let ring = if card.in_draft { tokens::party_colour(card.mark.party) } else { tokens::paper_rule() };
    let frame: Frame = paper_frame()
        .inner_margin(Margin::symmetric(12, 8))
        .stroke(Stroke::new(if card.in_draft { 2.0 } else { 1.0 }, ring));
    let frame = if card.open { frame } else { frame.fill(tokens::paper_sunk()) };
    ui.vertical(|ui| {
        ui.set_width(width);
        let shown = frame.show(ui, |ui| {
            apply_surface(ui, Surface::Paper);
            ui.set_width(width - 24.0);
            ui.spacing_mut().item_spacing = vec2(tokens::GAP_TINY, 2.0);
            ui.horizontal(|ui| {
                party_badge(ui, card.mark.party, &card.mark.letter, &card.mark.name, 6.0);
                line(ui, &card.title, Face::SansBold, Tone::Plain, "");
            });
            // Where there is no room for terms, what goes without saying is left out too.
            if terms > 0 || !card.open || card.off.is_some() {
                line(ui, &card.status, Face::Sans, Tone::Quiet, &card.status);
            }
            worth(ui, card);
            refused(ui, pen, card, terms > 0);
            // Of what was refused, why is more than what.
            let terms = if card.behind.is_empty() { terms } else { 0 };
            for term in card.terms.iter().take(terms) {
                draw_term(ui, pen, term);
            }
            if terms > 0 && card.terms.len() > terms {
                let all: Vec<String> =
                    card.terms.iter().map(|term| format!("{}: {}", term.name, term.option)).collect();
                let more =
                    pen.words.text("table-offer-more", &[("count", (card.terms.len() - terms).into())]);
                line(ui, &more, Face::Sans, Tone::Quiet, &all.join("\n"));
            }
            if card.open {
                ui.add_space(tokens::GAP_TINY);
                buttons(ui, pen, card);
            }
        });
        guide::point(ui, Point::Offers, shown.response.rect);
        guide::taken(ui, shown.response.rect);
    });
}

/// A line of the paper, with more of it on hover.
fn line(ui: &mut Ui, text: &str, face: Face, tone: Tone, note: &str) {
    let surface = Surface::of(ui);
    let size = if face == Face::SansBold { Size::Body } else { Size::Caption };
    let mut job =
        LayoutJob::single_section(text.to_owned(), TextFormat::simple(font(face, size), surface.tone(tone)));
    job.wrap.max_width = ui.available_width();
    let said = ui.label(job);
    explain(said, note);
}

/// What is behind a refusal; where there is no room for it, to be asked for.
fn refused(ui: &mut Ui, pen: &mut Pen<'_>, card: &Card, roomy: bool) {
    if card.behind.is_empty() && card.mend.is_none() {
        return;
    }
    if roomy {
        for said in &card.behind {
            caption(ui, said);
        }
    }
    if let Some(mend) = &card.mend {
        let why = card.behind.join("\n");
        let button = Button::quiet(&mend.label).note(&why).small();
        if button.show(ui).clicked() {
            pen.edit(mend.edit.clone());
        }
    }
}

fn worth(ui: &mut Ui, card: &Card) {
    let surface = Surface::of(ui);
    let mut job = LayoutJob::default();
    let plain = |tone| TextFormat::simple(font(Face::SansBold, Size::Caption), surface.tone(tone));
    job.append(&card.worth, 0.0, plain(card.tone));
    if let Some(house) = &card.house {
        job.append(&format!("  \u{b7}  {house}"), 0.0, plain(Tone::Quiet));
    }
    job.wrap.max_width = ui.available_width();
    ui.label(job);
}

fn draw_term(ui: &mut Ui, pen: &Pen<'_>, term: &Term) {
    let surface = Surface::of(ui);
    let mut job = LayoutJob::default();
    job.append(&term.name, 0.0, TextFormat::simple(font(Face::Sans, Size::Caption), surface.quiet()));
    let mut option = TextFormat::simple(font(Face::MonoBold, Size::Caption), surface.text());
    if term.changed {
        option.underline = Stroke::new(1.0, surface.text());
    }
    job.append(&term.option, tokens::GAP_SMALL, option);
    job.wrap.max_width = ui.available_width();
    let said = ui.label(job);
    let note = if term.changed { pen.get("table-offer-changed") } else { String::new() };
    explain(said, &note);
}

/// The offer that the key of agreeing is for: the one on the paper, or else the first, which it reads.
pub(super) fn keyed(model: &Model) -> Option<&Card> {
    let mut open = model.offers.iter().filter(|card| card.can_accept);
    open.clone().find(|card| card.in_draft).or_else(|| open.next())
}

/// An offer is read on the paper before it is agreed to.
pub(super) fn agree(card: &Card) -> Ask {
    match card.in_draft {
        true => Ask::Order(Command::Accept(card.id)),
        false => Ask::Edit(Edit::Load(card.id)),
    }
}

fn buttons(ui: &mut Ui, pen: &mut Pen<'_>, card: &Card) {
    let accepts = keyed(pen.model).is_some_and(|keyed| keyed.id == card.id);
    let accept = if accepts { keys::text(ui, Action::Accept) } else { String::new() };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = tokens::GAP_TINY;
        if card.in_draft {
            caption(ui, &pen.get("table-offer-in-draft"));
        } else {
            let note = pen.get("table-offer-load-note");
            press(ui, pen, "table-offer-load", (&accept, &note, None), Ask::Edit(Edit::Load(card.id)));
        }
        // What is on the paper is agreed to there.
        if card.off.is_some() {
            press(ui, pen, "table-offer-accept", ("", "", card.off.as_deref()), agree(card));
        }
        if card.can_decline {
            let key = keys::text(ui, Action::Decline);
            let decline = Command::Decline { offer: card.id, reason: None };
            press(ui, pen, "table-offer-decline", (&key, "", None), Ask::Order(decline));
        }
        if card.can_withdraw {
            let key = keys::text(ui, Action::Withdraw);
            let withdraw = Ask::Order(Command::Withdraw(card.id));
            press(ui, pen, "table-offer-withdraw", (&key, "", None), withdraw);
        }
    });
}

/// A button of a card, with its key, its note and why it is off. It is the same one whatever stands beside it, so that the focus stays.
fn press(
    ui: &mut Ui,
    pen: &mut Pen<'_>,
    label: &str,
    (key, note, off): (&str, &str, Option<&str>),
    ask: Ask,
) {
    let says = pen.get(label);
    let button = Button::quiet(&says).key(key).note(note).off(off).small();
    if ui.push_id(label, |ui| button.show(ui).clicked()).inner {
        pen.ask(ask);
    }
}
