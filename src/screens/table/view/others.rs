//! The right column: the other parties.

use bevy_egui::egui::Ui;

use super::brief::{fill, group, lines};
use super::{Pen, mends, obstacle, sentence};
use crate::rules::level::Point;
use crate::screens::guide;
use crate::screens::pages::{Page, Word, facts, leads};
use crate::screens::table::model::{Other, Stand};
use crate::theme::widgets::{Bar, KeyValue, caption, glass, heading, party_badge, quote, rule};
use crate::theme::{Face, Size, tokens};

/// Lines of an appraisal that are shown before the rest folds away.
const LINES: usize = 6;

/// Draws the column.
pub(super) fn draw(ui: &mut Ui, pen: &mut Pen<'_>) {
    let model = pen.model;
    for (at, other) in model.others.iter().enumerate() {
        if at > 0 {
            ui.add_space(tokens::GAP);
        }
        let shown = glass(ui, |ui| {
            fill(ui);
            party(ui, pen, other);
        });
        guide::point(ui, Point::Others, shown.response.rect);
    }
}

fn party(ui: &mut Ui, pen: &mut Pen<'_>, other: &Other) {
    ui.horizontal(|ui| {
        party_badge(ui, other.mark.party, &other.mark.letter, &other.mark.name, 8.0);
        heading(ui, &other.title);
    });
    stand(ui, pen, other);
    if !other.facts.is_empty() {
        rule(ui);
    }
    facts(ui, &other.facts);
    if !other.said.is_empty() {
        group(ui, &pen.get("table-said"), |ui| {
            for said in &other.said {
                quote(ui, said);
            }
        });
    }
}

fn stand(ui: &mut Ui, pen: &mut Pen<'_>, other: &Other) {
    match &other.stand {
        Stand::Nothing if pen.model.paper.settled => {}
        Stand::Nothing => {
            caption(ui, &pen.get("table-stand-nothing"));
        }
        Stand::Hidden => {
            caption(ui, &pen.get("table-stand-hidden"));
        }
        Stand::Reads { figure, tone, note, lines: moved } => {
            let label = pen.get("table-reads");
            let row = KeyValue::new(&label, figure).tone(*tone).note(note);
            leads(row.link().show(ui), Page::Word(Word::NoDeal));
            caption(ui, note);
            lines(ui, moved.get(..LINES.min(moved.len())).unwrap_or_default());
        }
        Stand::Signs {
            sentence: text,
            tone,
            bar,
            band,
            tick,
            caption: under,
            lines: why,
            obstacles,
            fix,
        } => {
            sentence(ui, text, *tone, Face::SansBold, Size::Heading);
            let parts = [(*bar, tokens::party_colour(other.mark.party))];
            let spoken = format!("{}: {under}", other.mark.name);
            let drawn = Bar::new(&parts, &spoken).tick(*tick);
            match band {
                Some((low, high)) => drawn.band(*low, *high).show(ui),
                None => drawn.show(ui),
            };
            caption(ui, under);
            for found in obstacles {
                obstacle(ui, pen, found);
            }
            lines(ui, why.get(..LINES.min(why.len())).unwrap_or_default());
            if let Some((head, fix)) = fix {
                group(ui, head, |ui| mends(ui, pen, std::slice::from_ref(fix)));
            }
        }
    }
    let left_out = match &other.stand {
        Stand::Signs { lines, .. } | Stand::Reads { lines, .. } => lines.len().saturating_sub(LINES),
        Stand::Nothing | Stand::Hidden => 0,
    };
    if left_out > 0 {
        caption(ui, &pen.words.text("table-lines-more", &[("count", left_out.into())]));
    }
}
