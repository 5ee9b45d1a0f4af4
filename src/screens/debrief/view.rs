//! Draws the debrief: sheets and actions in a bar on top, the page below it, and cards beside the page.

use bevy_egui::egui::{Key, Label, Modifiers, Rect, RichText, Ui, pos2};

use super::Ask;
use super::blocks::blocks;
use super::model::{Body, Card, Model};
use crate::report::Block;
use crate::rules::level::Point;
use crate::screens::layout::{at, panels, scroll};
use crate::screens::pages::terms;
use crate::screens::{Room, guide, keys};
use crate::theme::widgets::{Button, body, caption, column_head, heading, paper, title};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};

/// Height of the bar where all of it stands in one line.
const BAR: f32 = tokens::CONTROL_HEIGHT;
/// The widest that a page is set.
const PAGE: f32 = 960.0;
/// The widest that a page with nothing beside it is set.
const ALONE: f32 = 1_120.0;
/// The share of the width that the cards get, and between which widths one column of them stays.
const SIDE: (f32, f32, f32) = (0.36, 330.0, 520.0);
/// From this width on, cards stand beside the page: tables want more room than instruments.
const TWO_PAPERS: f32 = 1_000.0;
/// The widest that two columns of cards are together.
const TWO_SIDES: f32 = 2.0 * SIDE.2 + tokens::GAP_LARGE;
/// The least width of one of several columns of cards.
const CARD: f32 = 440.0;
/// Keys that open the sheets.
const DIGITS: [Key; 7] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];

/// Draws the debrief; returns what was asked for.
pub(super) fn draw(ui: &mut Ui, model: &Model, room: &Room) -> Option<Ask> {
    let mut asked = None;
    // The bar stands in the margin above.
    let whole = ui.available_rect_before_wrap();
    let whole = whole.with_min_y(whole.top() - tokens::GAP_TINY);
    let top = at(ui, "bar", whole, |ui| {
        bar(ui, model, &mut asked);
        ui.min_rect().bottom()
    });
    let rest = whole.with_min_y(top + tokens::GAP);
    match &model.body {
        Body::Told { title, text, detail } => at(ui, "told", rest, |ui| told(ui, title, text, detail)),
        Body::Sheet { page, cards } => {
            at(ui, &format!("sheet {}", model.at), rest, |ui| {
                sheet(ui, model, page, cards, &mut asked);
            });
        }
    }
    asked.or_else(|| keys(ui, model, room))
}

fn keys(ui: &Ui, model: &Model, room: &Room) -> Option<Ask> {
    if room.pressed(ui, Key::Escape) {
        return Some(Ask::Leave);
    }
    let count = model.tabs.len();
    if let Some(digit) = DIGITS.iter().position(|key| room.pressed(ui, *key)) {
        return (digit < count).then_some(Ask::Tab(digit));
    }
    let actions = [
        (keys::Action::SaveReport, Ask::Save),
        (keys::Action::ReplayGame, Ask::Replay),
        (keys::Action::Fork, Ask::Fork),
    ];
    for (action, ask) in actions {
        if room.asked(ui, action) {
            return (!matches!(ask, Ask::Save) || model.save_off.is_none()).then_some(ask);
        }
    }
    let on = step(ui, room).filter(|_| count > 1)?;
    Some(Ask::Tab((if on { model.at + 1 } else { model.at + count - 1 }) % count))
}

/// Whether a key goes to the sheet after this one, or to the one before.
fn step(ui: &Ui, room: &Room) -> Option<bool> {
    if !room.covered {
        for (modifiers, on) in [(Modifiers::CTRL | Modifiers::SHIFT, false), (Modifiers::CTRL, true)] {
            if ui.input_mut(|input| input.consume_key(modifiers, Key::Tab)) {
                return Some(on);
            }
        }
    }
    // While something has the focus the arrows go to its neighbours.
    if ui.ctx().memory(|memory| memory.focused().is_some()) {
        return None;
    }
    [(Key::ArrowRight, true), (Key::ArrowLeft, false)]
        .into_iter()
        .find(|(key, _)| room.pressed(ui, *key))
        .map(|(_, on)| on)
}

fn bar(ui: &mut Ui, model: &Model, asked: &mut Option<Ask>) {
    let actions = actions(model);
    let gap = ui.spacing().item_spacing.x;
    let left: f32 = model.tabs.iter().map(|tab| Button::tab(tab, false).small().wide(ui) + gap).sum();
    let right: f32 = actions.iter().map(|action| action.button().wide(ui) + gap).sum();
    let whole = ui.available_width();
    if left + right <= whole {
        ui.horizontal(|ui| {
            ui.set_min_height(BAR);
            tabs(ui, model, asked);
            // What is read last stands last, for the Tab key as well.
            ui.add_space((whole - left - right).max(0.0));
            act(ui, actions, asked);
        });
    } else {
        ui.horizontal_wrapped(|ui| tabs(ui, model, asked));
        ui.horizontal_wrapped(|ui| act(ui, actions, asked));
    }
    if let Some(why) = &model.failed {
        let words =
            RichText::new(why).font(font(Face::Sans, Size::Body)).color(Surface::of(ui).tone(Tone::Bad));
        ui.add(Label::new(words).wrap());
    }
}

fn tabs(ui: &mut Ui, model: &Model, asked: &mut Option<Ask>) {
    for (place, label) in model.tabs.iter().enumerate() {
        if Button::tab(label, place == model.at).small().show(ui).clicked() && place != model.at {
            *asked = Some(Ask::Tab(place));
        }
    }
    guide::point(ui, Point::Sheets, ui.min_rect());
}

/// Something that can be done from here.
struct Action<'a> {
    label: &'a str,
    key: Option<&'static str>,
    note: &'a str,
    off: Option<&'a str>,
    main: bool,
    ask: Ask,
}

impl<'a> Action<'a> {
    fn quiet(label: &'a str, ask: Ask) -> Self {
        Self { label, key: None, note: "", off: None, main: false, ask }
    }

    fn button(&self) -> Button<'a> {
        let button = if self.main { Button::primary(self.label) } else { Button::quiet(self.label) };
        button.key(self.key.unwrap_or_default()).note(self.note).off(self.off).small()
    }
}

fn actions(model: &Model) -> Vec<Action<'_>> {
    let quiet = Action::quiet;
    let again = Ask::Begin(model.again.setup.clone());
    vec![
        Action { off: model.save_off.as_deref(), ..quiet(&model.save, Ask::Save) },
        quiet(&model.replay, Ask::Replay),
        Action { note: &model.fork_note, ..quiet(&model.fork, Ask::Fork) },
        Action {
            note: &model.again.note,
            off: model.again_off.as_deref(),
            main: model.again_main,
            ..quiet(&model.again.label, again)
        },
        Action { key: Some("Esc"), ..quiet(&model.leave, Ask::Leave) },
    ]
}

fn act(ui: &mut Ui, actions: Vec<Action<'_>>, asked: &mut Option<Ask>) {
    for action in actions {
        let shown = action.button().show(ui);
        guide::taken(ui, shown.rect);
        if shown.clicked() {
            *asked = Some(action.ask);
        }
    }
}

/// The widths of the page and of what stands beside it, and what is left beside both.
fn split(width: f32) -> (f32, f32, f32) {
    let one = (width * SIDE.0).clamp(SIDE.1, SIDE.2);
    let page = (width - one - tokens::GAP_LARGE).min(PAGE);
    let left = width - page - tokens::GAP_LARGE;
    let side = if left >= 2.0 * CARD + tokens::GAP_LARGE { left.min(TWO_SIDES) } else { one };
    (page, side, ((left - side) / 2.0).max(0.0))
}

fn sheet(ui: &mut Ui, model: &Model, page: &[Block], cards: &[Card], asked: &mut Option<Ask>) {
    let whole = ui.available_rect_before_wrap();
    if whole.width() < TWO_PAPERS {
        scroll(ui, "page", |ui| {
            paper(ui, |ui| {
                ui.set_width(ui.available_width());
                blocks(ui, &model.parties, page);
                used(ui, model);
            });
            ui.add_space(tokens::GAP_LARGE);
            for (index, shown) in cards.iter().enumerate() {
                ui.push_id(index, |ui| card(ui, model, shown, asked));
                ui.add_space(tokens::GAP_LARGE);
            }
        });
        return;
    }
    let (wide, side, margin) = match cards.is_empty() {
        true => {
            let wide = whole.width().min(ALONE);
            (wide, 0.0, (whole.width() - wide) / 2.0)
        }
        false => split(whole.width()),
    };
    let left = whole.left() + margin;
    let first = Rect::from_min_max(pos2(left, whole.top()), pos2(left + wide, whole.bottom()));
    at(ui, "page", first, |ui| {
        paper(ui, |ui| {
            ui.set_min_size(ui.available_size());
            scroll(ui, "page", |ui| {
                // The bar that scrolls lies over what reaches to the edge.
                ui.set_max_width(ui.available_width() - tokens::GAP);
                blocks(ui, &model.parties, page);
                used(ui, model);
            });
        });
    });
    let from = first.right() + tokens::GAP_LARGE;
    let second = whole.with_min_x(from).with_max_x(from + side);
    if !cards.is_empty() {
        at(ui, "cards", second, |ui| {
            scroll(ui, "cards", |ui| panels(ui, cards, CARD, |ui, shown| card(ui, model, shown, asked)));
        });
    }
}

/// The words of the sheet, at its foot.
fn used(ui: &mut Ui, model: &Model) {
    if !model.words.is_empty() {
        ui.add_space(tokens::GAP);
        column_head(ui, &model.words_label);
        terms(ui, &model.words);
    }
}

fn card(ui: &mut Ui, model: &Model, card: &Card, asked: &mut Option<Ask>) {
    paper(ui, |ui| {
        ui.set_width(ui.available_width());
        match card {
            Card::Blocks(shown) => blocks(ui, &model.parties, shown),
            Card::Again { title, seed, other } => {
                heading(ui, title);
                caption(ui, seed);
                if let Some(other) = other {
                    ui.add_space(tokens::GAP_TINY);
                    if Button::quiet(&other.label).note(&other.note).small().show(ui).clicked() {
                        *asked = Some(Ask::Begin(other.setup.clone()));
                    }
                }
            }
        }
    });
}

fn told(ui: &mut Ui, what: &str, text: &str, detail: &str) {
    let whole = ui.available_rect_before_wrap();
    let (wide, _, _) = split(whole.width());
    let width = if whole.width() < TWO_PAPERS { whole.width() } else { wide };
    let left = whole.left() + (whole.width() - width) / 2.0;
    at(ui, "paper", whole.with_min_x(left).with_max_x(left + width), |ui| {
        paper(ui, |ui| {
            ui.set_width(ui.available_width());
            title(ui, what);
            ui.add_space(tokens::GAP_SMALL);
            body(ui, text);
            if !detail.is_empty() {
                ui.add_space(tokens::GAP);
                let words = RichText::new(detail)
                    .font(font(Face::Mono, Size::Caption))
                    .color(Surface::of(ui).quiet());
                ui.add(Label::new(words).wrap());
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_and_cards_fill_windows_of_any_width() {
        for width in [900.0, 1_248.0, 1_408.0, 1_888.0, 2_528.0, 4_000.0] {
            let (page, side, margin) = split(width);
            let sum = page + side + tokens::GAP_LARGE + 2.0 * margin;
            assert!((sum - width).abs() < 0.5, "{width}: {page} {side} {margin}");
            assert!((500.0..=PAGE).contains(&page) && side >= SIDE.1 && side <= TWO_SIDES);
        }
        let (page, side, margin) = split(1_408.0);
        assert!((870.0..900.0).contains(&page) && side > 480.0 && margin < 1.0);
        assert!(split(2_528.0).1 > 2.0 * CARD, "two columns of cards");
    }
}
