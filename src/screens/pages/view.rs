//! Draws the encyclopedia: pages to choose from on the left, the one that is read on paper.

use bevy_egui::egui::{
    Context, CornerRadius, Id, Key, Margin, Modal, Modifiers, Sense, Stroke, StrokeKind, TextEdit, Ui,
    WidgetInfo, WidgetType, pos2, vec2,
};

use super::model::{Block, Entry, Model};
use super::{Ask, leads, terms};
use crate::screens::Intent;
use crate::screens::layout::{at, scroll};
use crate::theme::widgets::{
    Button, KeyValue, body, caption, column_head, focus_ring, glass_frame, heading, lead, paper, prose,
    quote, title,
};
use crate::theme::{Face, Size, Surface, font, tokens};

/// The most that the encyclopedia takes of a window.
const WIDTH: f32 = 1_080.0;
const HEIGHT: f32 = 860.0;
/// What stands above and below it.
const AROUND: f32 = 90.0;
/// What its title and its foot take.
const HEAD_AND_FOOT: f32 = 100.0;
/// Width of the list.
const LIST: f32 = 270.0;
/// Height of the field in which pages are looked for.
const FIELD: f32 = 34.0;

/// Draws it. `fresh` where it has just been opened, `turned` where another page is shown than before.
pub(super) fn show(ctx: &Context, model: &Model, fresh: bool, turned: bool) -> (Option<Ask>, Option<Intent>) {
    // Before the field takes them: in a field these keys go from word to word.
    let mut ask = keys(ctx, model);
    let mut closed = false;
    let window = ctx.viewport_rect();
    let width = (window.width() - 4.0 * tokens::GAP_PAGE).min(WIDTH);
    let height = (window.height() - AROUND - HEAD_AND_FOOT).clamp(160.0, HEIGHT);
    let shown = Modal::new(Id::new("pages")).frame(glass_frame().fill(tokens::glass())).show(ctx, |ui| {
        ui.set_width(width);
        title(ui, &model.title);
        ui.add_space(tokens::GAP_SMALL);
        let (whole, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let list = whole.with_max_x(whole.left() + LIST);
        at(ui, "pages", list, |ui| pages(ui, model, turned, &mut ask));
        let sheet = whole.with_min_x(list.right() + tokens::GAP_LARGE);
        // Each page begins at its top.
        ui.push_id(model.page, |ui| at(ui, "sheet", sheet, |ui| page(ui, model)));
        ui.add_space(tokens::GAP);
        ui.horizontal(|ui| {
            let close = Button::primary(&model.close).key("Esc").show(ui);
            closed = close.clicked();
            let back = Button::quiet(&model.back).key("Alt \u{2190}").off(model.back_off.as_deref());
            if back.show(ui).clicked() {
                ask = Some(Ask::Back);
            }
            let on = Button::quiet(&model.on).key("Alt \u{2192}").off(model.on_off.as_deref());
            if on.show(ui).clicked() {
                ask = Some(Ask::On);
            }
            // From here Tab goes to the field, and back to the last link of the page. What led to another page is gone with its own.
            let lost = ui.memory(|memory| memory.focused().is_none());
            if fresh || (turned && lost) {
                close.request_focus();
            }
        });
    });
    let closed = closed || shown.should_close();
    (ask, closed.then_some(Intent::Close))
}

/// Back and forward.
fn keys(ctx: &Context, model: &Model) -> Option<Ask> {
    let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    let back = pressed(Key::ArrowLeft).then_some(Ask::Back).filter(|_| model.back_off.is_none());
    let on = pressed(Key::ArrowRight).then_some(Ask::On).filter(|_| model.on_off.is_none());
    back.or(on)
}

fn pages(ui: &mut Ui, model: &Model, turned: bool, ask: &mut Option<Ask>) {
    let mut text = model.search.clone();
    let field = TextEdit::singleline(&mut text)
        .hint_text(&model.search_hint)
        .font(font(Face::Sans, Size::Body))
        .char_limit(60)
        .margin(Margin::symmetric(8, 6))
        .desired_width(f32::INFINITY);
    let whole = ui.available_rect_before_wrap();
    let rect = whole.with_max_y(whole.top() + FIELD).shrink(2.0);
    let edit = at(ui, "search", rect, |ui| ui.add(field));
    edit.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, &model.search_label));
    if edit.changed() {
        *ask = Some(Ask::Search(text));
    } else if edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        *ask = model.first().map(Ask::Open).or(ask.take());
    }
    at(ui, "list", whole.with_min_y(rect.bottom() + tokens::GAP_SMALL), |ui| {
        scroll(ui, "list", |ui| {
            if let Some(none) = &model.none {
                caption(ui, none);
            }
            for (place, group) in model.groups.iter().enumerate() {
                if place > 0 {
                    ui.add_space(tokens::GAP);
                }
                column_head(ui, &group.head);
                ui.spacing_mut().item_spacing.y = 2.0;
                for found in &group.entries {
                    if ui.push_id(found.page, |ui| entry(ui, found, turned)).inner {
                        *ask = Some(Ask::Open(found.page));
                    }
                }
            }
        });
    });
}

/// A page in the list. True if it was chosen.
fn entry(ui: &mut Ui, entry: &Entry, turned: bool) -> bool {
    let surface = Surface::of(ui);
    // The bar that scrolls lies over what reaches to the edge.
    let width = ui.available_width() - tokens::GAP;
    let colour = if entry.chosen { surface.bright() } else { surface.text() };
    let face = if entry.chosen { Face::SansBold } else { Face::Sans };
    let most = width - 2.0 * tokens::GAP_SMALL;
    let galley = ui.painter().layout(entry.title.clone(), font(face, Size::Body), colour, most.max(0.0));
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, galley.size().y + tokens::GAP_SMALL), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(WidgetType::SelectableLabel, ui.is_enabled(), entry.chosen, &entry.title)
    });
    // The page that is read is seen in the list, wherever one came from.
    if turned && entry.chosen && !ui.clip_rect().contains_rect(rect) {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        let corner = CornerRadius::same(tokens::RADIUS);
        if entry.chosen || response.hovered() {
            ui.painter().rect_filled(rect, corner, surface.raised());
        }
        if entry.chosen {
            let line = Stroke::new(tokens::line_width(), surface.outline());
            ui.painter().rect_stroke(rect, corner, line, StrokeKind::Inside);
        }
        let place = pos2(rect.left() + tokens::GAP_SMALL, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(place, galley, colour);
        if response.has_focus() {
            focus_ring(ui.painter(), rect, tokens::RADIUS, surface);
        }
    }
    response.clicked()
}

fn page(ui: &mut Ui, model: &Model) {
    paper(ui, |ui| {
        ui.set_min_size(ui.available_size());
        scroll(ui, "page", |ui| {
            ui.set_max_width(ui.available_width() - tokens::GAP);
            caption(ui, &model.kind);
            title(ui, &model.name);
            ui.add_space(tokens::GAP_SMALL);
            for (place, block) in model.blocks.iter().enumerate() {
                ui.push_id(place, |ui| draw(ui, block));
            }
        });
    });
}

fn draw(ui: &mut Ui, block: &Block) {
    match block {
        Block::Head(text) => {
            ui.add_space(tokens::GAP);
            column_head(ui, text);
        }
        Block::Meaning(text) => {
            lead(ui, text);
            ui.add_space(tokens::GAP_TINY);
        }
        Block::Prose(text) => {
            prose(ui, text);
            ui.add_space(tokens::GAP_TINY);
        }
        Block::Formula(text) => {
            quote(ui, text);
        }
        Block::Item(text) => {
            ui.add_space(tokens::GAP_TINY);
            heading(ui, text);
        }
        Block::Text(text) => {
            body(ui, text);
        }
        Block::Note(text) => {
            caption(ui, text);
        }
        Block::Figure(label, figure, note) => {
            KeyValue::new(label, figure).words().note(note).show(ui);
        }
        Block::Leads(term, figure) => {
            leads(KeyValue::new(&term.text, figure).link().show(ui), term.page);
        }
        Block::Links(found) => terms(ui, found),
    }
}
