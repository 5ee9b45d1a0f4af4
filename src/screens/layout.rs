//! Columns and pages that fit windows from narrow to very wide.

use bevy_egui::egui::{
    Align, Id, Key, Label, Layout, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2,
};

use super::{Room, guide};
use crate::rules::level::Point;
use crate::theme::widgets::{Button, paper};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};

/// The widest a document is set, so that lines stay readable.
pub const PAGE_WIDTH: f32 = 860.0;
/// The widest a column of instruments is drawn.
pub const SIDE_WIDTH: f32 = 380.0;
/// The widest a panel in a grid is drawn.
const PANEL_WIDTH: f32 = 640.0;
/// How much of what is seen Page Up and Page Down move by.
const PAGE_STEP: f32 = 0.85;
/// Room for a ring of focus.
const RING: f32 = 5.0;
/// Further room on the right, so that a scroll bar keeps off what is read.
const BAR: f32 = 4.0;
/// How much of the column below a page is seen, so that everybody knows of it.
const PEEK: f32 = 44.0;
/// Least width of the button that turns the page.
const TURN_WIDTH: f32 = 180.0;
/// The widest that a page and its column are together.
pub const SPREAD_WIDTH: f32 = PAGE_WIDTH + SIDE_WIDTH + tokens::GAP_LARGE;
/// From this width on, a page stands beside a column of instruments.
pub const TWO_COLUMNS: f32 = 900.0;

/// The widths of a page and of the column beside it, and what is left on each side of both. Where there is no room for two, the second
/// is as wide as the first and goes below it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Columns {
    /// The page.
    pub page: f32,
    /// The column beside or below it.
    pub side: f32,
    /// Whether the column stands beside the page.
    pub beside: bool,
    /// Space on the left that centres both.
    pub margin: f32,
}

impl Columns {
    /// Divides a width.
    #[must_use]
    pub fn of(width: f32) -> Self {
        if width < TWO_COLUMNS {
            return Self { page: width, side: width, beside: false, margin: 0.0 };
        }
        let side = (width * 0.30).clamp(300.0, SIDE_WIDTH);
        let page = (width - side - tokens::GAP_LARGE).min(PAGE_WIDTH);
        let margin = ((width - page - side - tokens::GAP_LARGE) / 2.0).max(0.0);
        Self { page, side, beside: true, margin }
    }
}

/// Draws a page and a column beside it, each scrolling by itself; where the window is narrow the column lies below, and both scroll.
pub fn page_and_side(ui: &mut Ui, page: impl FnOnce(&mut Ui), side: impl FnOnce(&mut Ui)) {
    let whole = ui.available_rect_before_wrap();
    let columns = Columns::of(whole.width());
    if !columns.beside {
        scroll(ui, "both", |ui| {
            let room = ui.available_rect_before_wrap();
            let first = Rect::from_min_size(room.min, vec2(room.width(), whole.height() - PEEK));
            at(ui, "page", first, page);
            ui.advance_cursor_after_rect(first);
            ui.add_space(tokens::GAP);
            side(ui);
        });
        return;
    }
    let left = whole.left() + columns.margin;
    let first = whole.with_min_x(left).with_max_x(left + columns.page);
    let second = whole
        .with_min_x(first.right() + tokens::GAP_LARGE)
        .with_max_x(first.right() + tokens::GAP_LARGE + columns.side);
    at(ui, "page", first, page);
    at(ui, "side", second, |ui| scroll(ui, "side", side));
    ui.advance_cursor_after_rect(whole);
}

/// Draws in a part of the page, from the top down.
pub fn at<R>(ui: &mut Ui, name: &str, rect: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    let mut inner =
        ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect).layout(Layout::top_down(Align::Min)));
    add(&mut inner)
}

/// Scrolls what does not fit; the rings of focus keep their room. What is called "page" scrolls by Page Up and Page Down too.
pub fn scroll<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    scrolled(ui, name, false, add)
}

/// The same, and no higher than what is in it where `shrink` is set.
fn scrolled<R>(ui: &mut Ui, name: &str, shrink: bool, add: impl FnOnce(&mut Ui) -> R) -> R {
    // The clip is wider than what is in it, so that a ring is seen whole and nothing moves aside for it.
    let mut room = ui.available_rect_before_wrap().expand(RING);
    room.max.x += BAR;
    let mut outer = ui.new_child(UiBuilder::new().id_salt(name).max_rect(room));
    let result = ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink([false, shrink])
        .show(&mut outer, |ui| {
            let mut inner = ui.available_rect_before_wrap().shrink2(vec2(RING, 0.0));
            inner.max.x -= BAR;
            let built = UiBuilder::new().max_rect(inner.with_min_y(inner.top() + RING));
            let shown = ui.scope_builder(built, |ui| add(ui));
            ui.add_space(RING);
            guide::taken(ui, shown.response.rect);
            follow_keys(ui, name == "page", shown.response.rect);
            shown.inner
        })
        .inner;
    let mut used = outer.min_rect().shrink(RING);
    used.max.x -= BAR;
    ui.allocate_rect(used, Sense::hover());
    result
}

/// Scrolls to what the keyboard has moved to. A page is also turned by Page Up and Page Down.
pub(super) fn follow_keys(ui: &Ui, page: bool, content: Rect) {
    // What lies over a page takes its keys.
    if page && ui.memory(|memory| memory.allows_interaction(ui.layer_id())) {
        let step = ui.clip_rect().height() * PAGE_STEP;
        let (up, down) = ui.input(|input| (input.key_pressed(Key::PageUp), input.key_pressed(Key::PageDown)));
        match (up, down) {
            (true, false) => ui.scroll_with_delta(vec2(0.0, step)),
            (false, true) => ui.scroll_with_delta(vec2(0.0, -step)),
            _ => {}
        }
    }
    let (key, focused) = (ui.id().with("focus"), ui.memory(|memory| memory.focused()));
    if ui.data(|data| data.get_temp::<Option<Id>>(key)).flatten() == focused {
        return;
    }
    ui.data_mut(|data| data.insert_temp(key, focused));
    let Some(at) = focused.and_then(|id| ui.ctx().read_response(id)) else { return };
    // What is seen whole lies beside this content or needs no scrolling.
    if content.contains(at.rect.center()) && !at.interact_rect.contains_rect(at.rect) {
        ui.scroll_to_rect(at.rect.expand(RING), None);
    }
}

/// Draws in the middle of the width that is left, no wider than `most`.
pub fn centred<R>(ui: &mut Ui, most: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let whole = ui.available_rect_before_wrap();
    let width = whole.width().min(most);
    let left = whole.left() + (whole.width() - width) / 2.0;
    let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(width, whole.height()));
    ui.scope_builder(UiBuilder::new().max_rect(rect), add).inner
}

/// A sheet of paper with what scrolls on it, if it must, and a foot that stays. It is no higher than it has to be.
pub fn document(ui: &mut Ui, body: impl FnOnce(&mut Ui), foot: impl FnOnce(&mut Ui)) {
    paper(ui, |ui| {
        ui.set_width(ui.available_width());
        let most = ui.available_height() - tokens::BUTTON_HEIGHT - tokens::GAP;
        ui.scope(|ui| {
            ui.set_max_height(most.max(0.0));
            scrolled(ui, "page", true, body);
        });
        ui.add_space(tokens::GAP_TINY);
        ui.horizontal(|ui| {
            ui.set_min_height(tokens::BUTTON_HEIGHT);
            foot(ui);
        });
    });
}

/// The button that turns the page, and its key. True if it was pressed.
pub fn turn_page(ui: &mut Ui, room: &Room, label: &str) -> bool {
    let shown = Button::primary(label).key("Enter").width(TURN_WIDTH).show(ui);
    guide::point(ui, Point::Main, shown.rect);
    shown.clicked() || room.main_key(ui)
}

/// Panels of one width in as many columns as fit, each below the shortest so far.
pub fn panels<T>(ui: &mut Ui, items: &[T], least: f32, mut add: impl FnMut(&mut Ui, &T)) {
    let whole = ui.available_rect_before_wrap();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a window has room for a handful of columns"
    )]
    let fit = ((whole.width() + tokens::GAP_LARGE) / (least + tokens::GAP_LARGE)).floor() as usize;
    let count = fit.clamp(1, 4).min(items.len().max(1));
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let width = ((whole.width() + tokens::GAP_LARGE) / count as f32 - tokens::GAP_LARGE).min(PANEL_WIDTH);
    let mut columns = vec![whole.top(); count];
    for (index, item) in items.iter().enumerate() {
        let (column, top) = columns
            .iter()
            .copied()
            .enumerate()
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .unwrap_or((0, whole.top()));
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let left = whole.left() + column as f32 * (width + tokens::GAP_LARGE);
        let rect = Rect::from_min_size(pos2(left, top), vec2(width, f32::INFINITY));
        let built = UiBuilder::new().id_salt(index).max_rect(rect).layout(Layout::top_down(Align::Min));
        let shown = ui.scope_builder(built, |ui| add(ui, item)).response.rect;
        if let Some(bottom) = columns.get_mut(column) {
            *bottom = shown.bottom() + tokens::GAP_LARGE;
        }
    }
}

/// What became of something, in words with a mark and a colour.
pub fn stamp(ui: &mut Ui, text: &str, good: bool) {
    let tone = if good { Tone::Good } else { Tone::Bad };
    let mark = if good { "\u{2713}" } else { "\u{2717}" };
    let words = RichText::new(format!("{mark} {text}"))
        .font(font(Face::SansBold, Size::Lead))
        .color(Surface::of(ui).tone(tone));
    ui.add(Label::new(words).wrap());
}
