//! The left column: the player's own side, the chamber at home, and what is signed.

use bevy_egui::egui::{Color32, Ui};

use super::Pen;
use crate::rules::ids::InterestId;
use crate::rules::level::Point;
use crate::screens::guide;
use crate::screens::pages::{Page, Term, Word, facts, leads};
use crate::screens::table::model::{Brief, House, Line, Seats};
use crate::theme::widgets::{
    Bar, Bloc, Hemicycle, KeyValue, SeatMark, body, caption, column_head, explain, figure, glass, heading,
    party_badge, rule,
};
use crate::theme::{Face, Size, Surface, Tone, tokens};

/// Draws the column.
pub(super) fn draw(ui: &mut Ui, pen: &mut Pen<'_>) {
    let model = pen.model;
    let party = model.brief.mark.party;
    glass(ui, |ui| {
        fill(ui);
        brief(ui, pen, &model.brief);
    });
    if let Some(house) = &model.house {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| {
            fill(ui);
            draw_house(ui, pen, house, party);
        });
    }
    if !model.brief.lines.is_empty() {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| {
            fill(ui);
            pen.term(Word::Verdict, "table-why").heading(ui);
            ui.add_space(tokens::GAP_TINY);
            lines(ui, &model.brief.lines);
        });
    }
    if !model.paper.pacts.is_empty() {
        ui.add_space(tokens::GAP);
        glass(ui, |ui| {
            fill(ui);
            pen.term(Word::Pact, "table-pacts").heading(ui);
            ui.add_space(tokens::GAP_TINY);
            for pact in &model.paper.pacts {
                body(ui, &pact.parties);
                caption(ui, &pact.status);
                for term in &pact.terms {
                    caption(ui, term);
                }
                ui.add_space(tokens::GAP_TINY);
            }
        });
    }
    super::bound::draw(ui, pen);
}

/// Makes a panel as wide as its column, whatever is in it.
pub(super) fn fill(ui: &mut Ui) {
    ui.set_width(ui.available_width());
}

/// Labels with their figures.
pub(super) fn lines(ui: &mut Ui, lines: &[Line]) {
    for line in lines {
        KeyValue::new(&line.label, &line.figure).tone(line.tone).note(&line.note).show(ui);
    }
}

fn brief(ui: &mut Ui, pen: &Pen<'_>, brief: &Brief) {
    ui.horizontal(|ui| {
        party_badge(ui, brief.mark.party, &brief.mark.letter, &brief.mark.name, 8.0);
        heading(ui, &brief.title);
    });
    if let Some(mandate) = &brief.mandate {
        let said = caption(ui, mandate);
        explain(said, &brief.mandate_note);
    }
    ui.add_space(tokens::GAP_TINY);
    for (at, interest) in brief.interests.iter().enumerate() {
        let row = KeyValue::new(&interest.name, &interest.figure).tone(interest.tone).note(&interest.note);
        leads(row.link().show(ui), Page::Interest(InterestId::from_index(at)));
        let parts = [(interest.share, tokens::party_colour(brief.mark.party))];
        let spoken = format!("{}: {}", interest.name, interest.note);
        Bar::new(&parts, &spoken).tick(interest.tick).height(5.0).show(ui);
    }
    ui.add_space(tokens::GAP_TINY);
    rule(ui);
    ui.add_space(tokens::GAP_TINY);
    let best = brief.best.as_deref().unwrap_or("\u{2013}");
    let none = pen.term(Word::NoDeal, brief.no_deal_label);
    let signed = pen.term(Word::Score, brief.signed_label);
    let ideal = pen.term(Word::Zopa, "table-your-best");
    let width = ui.available_width() / 3.0;
    // Three figures side by side; a narrow column sets them smaller.
    let size = if width < 88.0 { Size::Title } else { Size::Display };
    let figures = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (label, text, tone) in [
            (&signed, brief.signed.as_str(), brief.tone),
            (&none, brief.no_deal.as_str(), Tone::Quiet),
            (&ideal, best, Tone::Quiet),
        ] {
            ui.vertical(|ui| {
                ui.set_width(width);
                label.caption(ui);
                let tone = if tone == Tone::Good || tone == Tone::Bad { Tone::Plain } else { tone };
                figure(ui, text, size, tone);
            });
        }
    });
    guide::point(ui, Point::Fallback, figures.response.rect);
    if !brief.facts.is_empty() {
        rule(ui);
        facts(ui, &brief.facts);
    }
}

fn draw_house(ui: &mut Ui, pen: &Pen<'_>, house: &House, party: usize) {
    let said = Term::new(pen.words, Page::Word(Word::Chamber), &house.title).heading(ui);
    explain(said, &house.note);
    let own = tokens::party_colour(party);
    let no = Surface::of(ui).outline();
    let blocs: Vec<Bloc> = house
        .runs
        .iter()
        .map(|run| {
            let (colour, mark) = match run.kind {
                Seats::Yes(place) => (shade(own, place), SeatMark::Full),
                Seats::PivotalYes => (tokens::gold(), SeatMark::Full),
                Seats::PivotalNo => (tokens::gold(), SeatMark::Hollow),
                Seats::No(place) => (shade(no, place), SeatMark::Small),
            };
            Bloc { seats: run.seats, colour, mark }
        })
        .collect();
    Hemicycle::new(&blocs, house.quorum, &house.count, &house.caption, &house.spoken)
        .note(&house.spoken)
        .show(ui);
    ui.add_space(tokens::GAP_TINY);
    super::sentence(ui, &house.forecast, house.tone, Face::SansBold, Size::Body);
    lines(ui, &house.lines);
}

/// Neighbouring blocs differ a little, so that their border is seen.
fn shade(colour: Color32, place: usize) -> Color32 {
    if place.is_multiple_of(2) { colour } else { colour.gamma_multiply(0.78) }
}

/// The head of a small group of lines.
pub(super) fn group(ui: &mut Ui, head: &str, add: impl FnOnce(&mut Ui)) {
    ui.add_space(tokens::GAP_TINY);
    column_head(ui, head);
    add(ui);
}
