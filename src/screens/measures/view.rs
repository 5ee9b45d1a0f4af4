//! Draws the measures: cards to choose from, and beside them what they would bear on.

use bevy_egui::egui::{
    CornerRadius, Frame, Key, Label, Rect, RichText, Sense, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType,
    pos2, vec2,
};

use super::Ask;
use super::model::{Card, Group, Line, Model};
use crate::rules::command::Measure;
use crate::screens::layout::{at, page_and_side};
use crate::screens::{Room, focus};
use crate::theme::widgets::{
    Button, KeyValue, body, caption, column_head, explain, figure, focus_ring, glass, heading, lead, paper,
    title,
};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};
use crate::words::Words;

/// Least width of a card.
const CARD: f32 = 250.0;

/// Draws the screen. `chosen` is the measure that is picked but not yet taken.
pub(super) fn draw(ui: &mut Ui, model: &Model, words: &Words, chosen: Measure, room: &Room) -> Option<Ask> {
    let mut ask = None;
    let mut take = false;
    page_and_side(
        ui,
        |ui| {
            paper(ui, |ui| {
                ui.set_width(ui.available_width());
                title(ui, &words.get("measures-title"));
                lead(ui, &words.get("measures-lead"));
                for group in &model.groups {
                    draw_group(ui, words, group, chosen, model.waiting.is_some(), &mut ask);
                }
            });
            focus::follow(ui);
        },
        |ui| {
            take = side(ui, model, words, chosen);
        },
    );
    if model.waiting.is_none() {
        step(ui, model, chosen, room, &mut ask);
        if take || room.main_key(ui) {
            ask = Some(Ask::Take(chosen));
        }
    }
    ask
}

/// Keys that go through the measures that are open; see [`super::KEYS`].
fn step(ui: &Ui, model: &Model, chosen: Measure, room: &Room, ask: &mut Option<Ask>) {
    let open: Vec<Measure> = model.cards().filter(|c| c.off.is_none()).map(|c| c.measure).collect();
    let now = open.iter().position(|m| *m == chosen).unwrap_or(0);
    let to = if room.pressed(ui, Key::N) {
        Some((now + 1) % open.len().max(1))
    } else if room.pressed(ui, Key::B) {
        Some((now + open.len().max(1) - 1) % open.len().max(1))
    } else if room.pressed(ui, Key::Num0) {
        Some(0)
    } else {
        None
    };
    if let Some(measure) = to.and_then(|to| open.get(to)) {
        *ask = Some(Ask::Choose(*measure));
    }
}

fn side(ui: &mut Ui, model: &Model, words: &Words, chosen: Measure) -> bool {
    let mut take = false;
    glass(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, &words.get("measures-capital"));
        figure(ui, &model.capital, Size::Display, Tone::Plain);
        if !model.pacts.is_empty() {
            ui.add_space(tokens::GAP_SMALL);
            column_head(ui, &words.get("measures-pacts"));
            lines(ui, &model.pacts);
            caption(ui, &words.get("measures-pacts-note"));
        }
    });
    ui.add_space(tokens::GAP);
    glass(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, &words.get("measures-your-choice"));
        if let Some(card) = model.cards().find(|card| card.measure == chosen) {
            body(ui, &card.title);
            if !card.about.is_empty() {
                caption(ui, &card.about);
            }
            lines(ui, &card.lines);
        }
        ui.add_space(tokens::GAP_SMALL);
        if let Some(refusal) = &model.refusal {
            coloured(ui, refusal, Tone::Bad);
        }
        match &model.waiting {
            Some(waiting) => {
                coloured(ui, waiting, Tone::Quiet);
            }
            None => {
                let key = if chosen == Measure::Nothing { "measures-do-nothing" } else { "measures-take" };
                take = Button::primary(&words.get(key)).key("Enter").show(ui).clicked();
            }
        }
    });
    take
}

fn coloured(ui: &mut Ui, text: &str, tone: Tone) {
    let colour = Surface::of(ui).tone(tone);
    ui.add(Label::new(RichText::new(text).font(font(Face::Sans, Size::Body)).color(colour)).wrap());
}

fn lines(ui: &mut Ui, lines: &[Line]) {
    for line in lines {
        KeyValue::new(&line.label, &line.figure).tone(line.tone).show(ui);
    }
}

fn draw_group(
    ui: &mut Ui,
    words: &Words,
    group: &Group,
    chosen: Measure,
    waits: bool,
    ask: &mut Option<Ask>,
) {
    ui.add_space(tokens::GAP);
    column_head(ui, &group.title);
    ui.add_space(tokens::GAP_TINY);
    let width = ui.available_width();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a page holds a handful of columns"
    )]
    let columns = ((width / CARD) as usize).clamp(1, 4);
    let gap = tokens::GAP_SMALL;
    #[expect(clippy::cast_precision_loss, reason = "a page holds a handful of columns")]
    let each = (width - gap * (columns as f32 - 1.0)) / columns as f32;
    for row in group.cards.chunks(columns) {
        let whole = ui.available_rect_before_wrap();
        let height = row_height(ui, words, row, each);
        for (place, card) in row.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a page holds a handful of columns")]
            let left = whole.left() + (each + gap) * place as f32;
            let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(each, height));
            if draw_card(ui, words, card, rect, card.measure == chosen, waits) {
                *ask = Some(Ask::Choose(card.measure));
            }
        }
        ui.advance_cursor_after_rect(whole.with_max_y(whole.top() + height));
        ui.add_space(gap);
    }
}

/// The height of the highest card of a row, measured without drawing.
fn row_height(ui: &mut Ui, words: &Words, row: &[Card], width: f32) -> f32 {
    row.iter()
        .map(|card| {
            let place = Rect::from_min_size(pos2(0.0, -10_000.0), vec2(width - 24.0, 400.0));
            let mut shadow =
                ui.new_child(UiBuilder::new().id_salt("measure").max_rect(place).invisible().sizing_pass());
            fill(&mut shadow, words, card);
            shadow.min_rect().height() + 20.0
        })
        .fold(0.0, f32::max)
}

fn fill(ui: &mut Ui, words: &Words, card: &Card) {
    ui.set_width(ui.available_width());
    let surface = Surface::of(ui);
    let colour = if card.off.is_some() { surface.quiet() } else { surface.text() };
    ui.add(
        Label::new(RichText::new(&card.title).font(font(Face::SansBold, Size::Body)).color(colour)).wrap(),
    );
    if !card.about.is_empty() {
        caption(ui, &card.about);
    }
    lines(ui, &card.lines);
    match &card.off {
        Some(off) => caption(ui, &format!("{} {off}", words.get("measures-closed"))),
        None => caption(ui, &card.cost),
    };
}

fn draw_card(ui: &mut Ui, words: &Words, card: &Card, rect: Rect, chosen: bool, waits: bool) -> bool {
    let surface = Surface::of(ui);
    let open = card.off.is_none() && !waits;
    let sense = if open { Sense::click() } else { Sense::focusable_noninteractive() };
    let response = ui.interact(rect, ui.id().with(("card", format!("{:?}", card.measure))), sense);
    let spoken = format!("{}. {}", card.title, card.about);
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, open, chosen, &spoken));
    let (fill_colour, line, width) = match (chosen, card.off.is_some(), response.hovered()) {
        (true, ..) => (surface.raised(), tokens::SEAL, 2.0),
        (_, true, _) => (tokens::PAPER, surface.rule(), 1.0),
        (_, _, true) => (surface.raised(), surface.quiet(), 1.0),
        _ => (surface.raised(), surface.outline(), 1.0),
    };
    let frame = Frame::new()
        .fill(fill_colour)
        .stroke(Stroke::new(width, line))
        .corner_radius(CornerRadius::same(tokens::RADIUS));
    ui.painter().add(frame.paint(rect.shrink(width)));
    at(ui, &spoken, rect.shrink2(vec2(12.0, 10.0)), |ui| fill(ui, words, card));
    if response.has_focus() {
        focus_ring(ui.painter(), rect, tokens::RADIUS, surface);
    }
    let clicked = open && response.clicked();
    explain(response, card.off.as_deref().unwrap_or_default());
    clicked
}
