//! Draws the list of keys, on which they are changed.

use bevy_egui::egui::{
    Align, Context, EventFilter, Frame, Id, Label, Layout, Margin, Modal, RichText, ScrollArea, Sense, Ui,
    UiBuilder, WidgetInfo, WidgetType, vec2,
};

use super::changing::Ask;
use super::model::{Change, Line, Page};
use crate::screens::cards::coloured;
use crate::screens::{Intent, focus};
use crate::theme::widgets::{Button, body, caption, column_head, glass_frame, title};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};
use crate::words::Words;

/// Width of the list.
const WIDTH: f32 = 620.0;
/// Width of the keys.
const KEY: f32 = 132.0;
/// What stands above and below the list, and the least height of it.
const AROUND: f32 = 220.0;
const LEAST: f32 = 60.0;
/// Room for a ring of focus.
const RING: i8 = 5;
/// While a key is waited for, none moves the focus away.
const ALL_KEYS: EventFilter =
    EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };

/// The list. What was asked for of the window, and of the keys.
pub(super) fn show(ctx: &Context, words: &Words, page: &Page, fresh: bool) -> (Option<Intent>, Option<Ask>) {
    let mut asked = None;
    let shown = Modal::new(Id::new("help")).frame(glass_frame().fill(tokens::glass())).show(ctx, |ui| {
        ui.set_width(WIDTH.min(ctx.viewport_rect().width() - 4.0 * tokens::GAP_PAGE));
        title(ui, &words.get("help-title"));
        ui.add_space(tokens::GAP_SMALL);
        body(ui, &words.get("help-lead"));
        ui.add_space(tokens::GAP);
        let most = ctx.viewport_rect().height() - AROUND;
        ScrollArea::vertical().max_height(most.max(LEAST)).show(ui, |ui| {
            Frame::new().inner_margin(Margin::same(RING)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                caption(ui, &words.get("keys-lead"));
                ui.add_space(tokens::GAP);
                if !page.here.is_empty() {
                    column_head(ui, &words.get("help-here"));
                    lines(ui, words, &page.here, &mut asked);
                    ui.add_space(tokens::GAP);
                }
                column_head(ui, &words.get("help-everywhere"));
                lines(ui, words, &page.everywhere, &mut asked);
                focus::follow(ui);
            });
        });
        ui.add_space(tokens::GAP);
        ui.horizontal(|ui| {
            let close = Button::primary(&words.get("close")).key("Esc").show(ui);
            if fresh {
                close.request_focus();
            }
            let usual = words.get("keys-all-usual");
            if Button::quiet(&usual).off(page.usual_off.as_deref()).show(ui).clicked() {
                asked = Some(Ask::AllUsual);
            }
            close.clicked()
        })
        .inner
    });
    ((shown.inner || shown.should_close()).then_some(Intent::Close), asked)
}

fn lines(ui: &mut Ui, words: &Words, lines: &[Line], asked: &mut Option<Ask>) {
    for line in lines {
        ui.horizontal_top(|ui| {
            match &line.change {
                Some(change) => key(ui, line, change, asked),
                None => fixed(ui, &line.key),
            }
            ui.vertical(|ui| {
                ui.add_space(tokens::GAP_TINY);
                body(ui, &line.what);
                if let Some(change) = &line.change {
                    told(ui, words, change, asked);
                }
            });
        });
    }
}

/// A key that always does the same.
fn fixed(ui: &mut Ui, key: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(KEY, tokens::CONTROL_HEIGHT), Sense::hover());
    let built = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    let text = RichText::new(key).font(font(Face::MonoBold, Size::Body)).color(Surface::of(ui).bright());
    ui.new_child(built).add(Label::new(text).extend());
}

/// A key that can be changed.
fn key(ui: &mut Ui, line: &Line, change: &Change, asked: &mut Option<Ask>) {
    let shown = Button::quiet(&line.key).small().width(KEY).show(ui);
    shown.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &change.spoken));
    if change.waits && !shown.has_focus() {
        shown.request_focus();
    }
    let held = if change.waits { ALL_KEYS } else { EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(shown.id, held));
    if shown.clicked() {
        *asked = Some(if change.waits { Ask::Stop } else { Ask::Change(change.action) });
    }
}

/// What is to be done about a key, and what went wrong.
fn told(ui: &mut Ui, words: &Words, change: &Change, asked: &mut Option<Ask>) {
    if let Some(why) = &change.refused {
        coloured(ui, why, Tone::Bad);
    }
    if change.waits {
        caption(ui, &words.get("keys-waiting-note"));
    }
    if let Some((label, off)) = &change.usual {
        if Button::quiet(label).off(off.as_deref()).small().show(ui).clicked() {
            *asked = Some(Ask::Usual(change.action));
        }
        ui.add_space(tokens::GAP_TINY);
    }
}
