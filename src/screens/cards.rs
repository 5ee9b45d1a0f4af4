//! Cards to choose one from, in as many columns as fit: what it is, what it brings, what it costs, and why it is off.

use std::fmt::Debug;

use bevy_egui::egui::{
    CornerRadius, Frame, Id, Key, Label, Rect, RichText, Sense, Stroke, Ui, UiBuilder, WidgetInfo,
    WidgetType, pos2, vec2,
};

use super::Room;
use super::keys::Action;
use super::layout::at;
use super::weighing::Line;
use crate::theme::widgets::{KeyValue, caption, explain, focus_ring, styled};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};
use crate::words::Words;

/// Least width of a card.
const CARD: f32 = 250.0;
/// From the edge of a card to what is in it.
const INSET: [f32; 2] = [12.0, 10.0];
/// How much of what stands above a card is brought into view with it.
const ABOVE: f32 = 230.0;
/// Keys that choose the first nine.
const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// Something to choose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card<T> {
    /// What is chosen with it.
    pub value: T,
    /// What it does.
    pub title: String,
    /// What that means.
    pub about: String,
    /// What it costs.
    pub cost: String,
    /// What it brings.
    pub lines: Vec<Line>,
    /// Why it is not open.
    pub off: Option<String>,
}

/// Draws cards; returns the one that was chosen. `closed` says that none can be chosen now; `numbered` shows the keys of [`digit`].
pub fn grid<T: Copy + PartialEq + Debug>(
    ui: &mut Ui,
    words: &Words,
    cards: &[Card<T>],
    chosen: Option<T>,
    closed: bool,
    numbered: bool,
) -> Option<T> {
    let width = ui.available_width();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a page holds a handful of columns"
    )]
    let fit = ((width / CARD) as usize).clamp(1, 4);
    // Two or three fill the width; one alone would be a bar.
    let columns = if cards.len() > 1 { fit.min(cards.len()) } else { fit };
    let gap = tokens::GAP_SMALL;
    #[expect(clippy::cast_precision_loss, reason = "a page holds a handful of columns")]
    let each = (width - gap * (columns as f32 - 1.0)) / columns as f32;
    let mut picked = None;
    let mut number = 0;
    for row in cards.chunks(columns) {
        let whole = ui.available_rect_before_wrap();
        let height = row_height(ui, words, row, each);
        for (place, card) in row.iter().enumerate() {
            number += 1;
            #[expect(clippy::cast_precision_loss, reason = "a page holds a handful of columns")]
            let left = whole.left() + (each + gap) * place as f32;
            let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(each, height));
            let key = (numbered && number <= DIGITS.len()).then_some(number);
            if draw(ui, words, card, rect, chosen == Some(card.value), closed, key) {
                picked = Some(card.value);
            }
        }
        ui.advance_cursor_after_rect(whole.with_max_y(whole.top() + height));
        ui.add_space(gap);
    }
    picked
}

/// The card that was chosen by its number, from 1 to 9, if it is open.
pub fn digit<'a, T: Copy + 'a>(
    ui: &Ui,
    room: &Room,
    mut cards: impl Iterator<Item = &'a Card<T>>,
) -> Option<T> {
    let place = DIGITS.iter().position(|key| room.pressed(ui, *key))?;
    cards.nth(place).filter(|card| card.off.is_none()).map(|card| card.value)
}

/// The open card that the keys for the next and the one before lead to, from the one that is chosen.
pub fn step<'a, T: Copy + PartialEq + 'a>(
    ui: &Ui,
    room: &Room,
    cards: impl Iterator<Item = &'a Card<T>>,
    chosen: Option<T>,
) -> Option<T> {
    let open: Vec<T> = cards.filter(|card| card.off.is_none()).map(|card| card.value).collect();
    let now = open.iter().position(|value| Some(*value) == chosen);
    let count = open.len().max(1);
    let to = if room.asked(ui, Action::NextCard) {
        now.map_or(0, |now| (now + 1) % count)
    } else if room.asked(ui, Action::CardBefore) {
        now.map_or(count - 1, |now| (now + count - 1) % count)
    } else {
        return None;
    };
    open.get(to).copied()
}

/// Rows of a label and its figure.
pub fn lines(ui: &mut Ui, lines: &[Line]) {
    for line in lines {
        KeyValue::new(&line.label, &line.figure).tone(line.tone).note(&line.note).show(ui);
    }
}

/// A line of words in a colour.
pub fn coloured(ui: &mut Ui, text: &str, tone: Tone) {
    let colour = Surface::of(ui).tone(tone);
    styled(ui, text, Face::Sans, Size::Body, colour);
}

/// The height of the highest card of a row, measured without drawing.
fn row_height<T>(ui: &mut Ui, words: &Words, row: &[Card<T>], width: f32) -> f32 {
    row.iter()
        .map(|card| {
            let place = Rect::from_min_size(pos2(0.0, -10_000.0), vec2(width - 2.0 * INSET[0], 400.0));
            let mut shadow =
                ui.new_child(UiBuilder::new().id_salt("measure").max_rect(place).invisible().sizing_pass());
            fill(&mut shadow, words, card, None);
            shadow.min_rect().height() + 2.0 * INSET[1]
        })
        .fold(0.0, f32::max)
}

fn fill<T>(ui: &mut Ui, words: &Words, card: &Card<T>, key: Option<usize>) {
    ui.set_width(ui.available_width());
    let surface = Surface::of(ui);
    let colour = if card.off.is_some() { surface.quiet() } else { surface.text() };
    let corner = ui.max_rect().right_top();
    let title = RichText::new(&card.title).font(font(Face::SansBold, Size::Body)).color(colour);
    ui.scope(|ui| {
        // Room for the key in the corner, whether it is shown or not, so that a card is as high as it was measured.
        ui.set_max_width(ui.available_width() - tokens::GAP_LARGE);
        ui.add(Label::new(title).wrap());
    });
    if let Some(key) = key {
        let align = bevy_egui::egui::Align2::RIGHT_TOP;
        let digit = font(Face::Mono, Size::Caption);
        ui.painter().text(corner, align, key.to_string(), digit, surface.quiet());
    }
    if !card.about.is_empty() {
        caption(ui, &card.about);
    }
    lines(ui, &card.lines);
    match &card.off {
        Some(off) => caption(ui, &format!("{} {off}", words.get("measures-closed"))),
        None if card.cost.is_empty() => return,
        None => caption(ui, &card.cost),
    };
}

fn draw<T: Debug>(
    ui: &mut Ui,
    words: &Words,
    card: &Card<T>,
    rect: Rect,
    chosen: bool,
    closed: bool,
    key: Option<usize>,
) -> bool {
    let surface = Surface::of(ui);
    let open = card.off.is_none() && !closed;
    let sense = if open { Sense::click() } else { Sense::focusable_noninteractive() };
    let response = ui.interact(rect, ui.id().with(("card", format!("{:?}", card.value))), sense);
    let spoken = format!("{}. {}", card.title, card.about);
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, open, chosen, &spoken));
    let (fill_colour, line, width) = match (chosen, card.off.is_some(), response.hovered()) {
        (true, ..) => (surface.raised(), tokens::seal(), 2.0),
        (_, true, _) => (tokens::paper(), surface.rule(), 1.0),
        (_, _, true) => (surface.raised(), surface.quiet(), 1.0),
        _ => (surface.raised(), surface.outline(), 1.0),
    };
    let frame = Frame::new()
        .fill(fill_colour)
        .stroke(Stroke::new(width, line))
        .corner_radius(CornerRadius::same(tokens::RADIUS));
    ui.painter().add(frame.paint(rect.shrink(width)));
    let name = format!("{:?}", card.value);
    at(ui, &name, rect.shrink2(vec2(INSET[0], INSET[1])), |ui| fill(ui, words, card, key));
    if response.has_focus() {
        focus_ring(ui.painter(), rect, tokens::RADIUS, surface);
    }
    if chosen {
        // What the keys have chosen is brought into view.
        let (memory, now) = (Id::new("chosen_card"), response.id);
        if ui.data(|data| data.get_temp::<Id>(memory)) != Some(now) {
            ui.data_mut(|data| data.insert_temp(memory, now));
            let above = vec2(0.0, ABOVE);
            ui.scroll_to_rect(Rect::from_min_max(rect.min - above, rect.max + vec2(0.0, tokens::GAP)), None);
        }
    }
    let clicked = open && response.clicked();
    explain(response, card.off.as_deref().unwrap_or_default());
    clicked
}
