//! Draws the door.

use bevy_egui::egui::{
    Align, Color32, Context, CornerRadius, Key, Layout, Rect, Sense, TextEdit, Ui, UiBuilder, WidgetInfo,
    WidgetType, pos2, vec2,
};

use super::Ask;
use super::model::{Lock, Model};
use crate::screens::{Cover, Intent, Room};
use crate::theme::widgets::{Button, body, caption, lead, paint_party_mark, paper, title};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};

/// Width of what is in the middle.
const WIDTH: f32 = 560.0;
/// About how high it is.
const HEIGHT: f32 = 330.0;

/// Whether the key that opens is held down.
pub(super) fn main_key_down(ctx: &Context) -> bool {
    ctx.input(|input| input.key_down(Key::Enter))
}

/// Draws the door; the key that opens counts only once it is `armed`.
pub(super) fn draw(ui: &mut Ui, model: &Model, room: &Room, armed: bool) -> (Option<Ask>, Option<Intent>) {
    let (mut ask, mut intent) = (None, None);
    let whole = ui.available_rect_before_wrap();
    // Nothing lies behind it.
    ui.painter().rect_filled(room.rect, CornerRadius::ZERO, tokens::night());
    let width = WIDTH.min(whole.width());
    let middle = Rect::from_min_size(
        pos2(whole.center().x - width / 2.0, (whole.center().y - HEIGHT * 0.58).max(whole.top())),
        vec2(width, HEIGHT),
    );
    let mut inner = ui.new_child(UiBuilder::new().max_rect(middle).layout(Layout::top_down(Align::Min)));
    paper(&mut inner, |ui| {
        ui.set_width(ui.available_width());
        head(ui, model);
        ui.add_space(tokens::GAP);
        let typed = model.lock.as_ref().and_then(|lock| field(ui, lock));
        ui.add_space(tokens::GAP);
        let main = Button::primary(&model.main).key("Enter").width(ui.available_width());
        let opens =
            main.show(ui).clicked() || typed.as_ref().is_some_and(|typed| typed.done) || room.main_key(ui);
        if opens && armed {
            let standing = || model.lock.as_ref().map_or_else(String::new, |lock| lock.digits.clone());
            ask = Some(Ask::Enter(typed.map_or_else(standing, |typed| typed.text)));
        } else if let Some(typed) = typed {
            ask = Some(Ask::Type(typed.text));
        }
        ui.add_space(tokens::GAP_TINY);
        ui.horizontal(|ui| {
            if let Some(back) = &model.back
                && Button::quiet(back).small().show(ui).clicked()
            {
                ask.get_or_insert(Ask::GiveBack);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if Button::quiet(&model.menu).key("Esc").small().show(ui).clicked() {
                    intent = Some(Intent::Open(Cover::Pause));
                }
            });
        });
    });
    ui.advance_cursor_after_rect(whole);
    (ask, intent)
}

fn head(ui: &mut Ui, model: &Model) {
    caption(ui, &model.game);
    ui.add_space(tokens::GAP_SMALL);
    ui.horizontal(|ui| {
        let (rect, response) = ui.allocate_exact_size(vec2(36.0, 36.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &model.party.name));
        paint_party_mark(ui.painter(), rect.center(), 14.0, model.party.index, &model.party.letter);
        ui.add_space(tokens::GAP_TINY);
        title(ui, &model.title);
    });
    lead(ui, &model.lead);
    ui.add_space(tokens::GAP_TINY);
    body(ui, &model.public);
}

/// What was done in the field for the PIN.
struct Typing {
    /// What stands in it.
    text: String,
    /// Whether it was left by the key that opens.
    done: bool,
}

fn field(ui: &mut Ui, lock: &Lock) -> Option<Typing> {
    let mut typed = None;
    ui.horizontal(|ui| {
        body_in(ui, &lock.label);
        let mut text = lock.digits.clone();
        let edit = TextEdit::singleline(&mut text)
            .password(true)
            .char_limit(super::MOST_DIGITS)
            .font(font(Face::Mono, Size::Lead))
            .min_size(vec2(0.0, tokens::CONTROL_HEIGHT))
            .vertical_align(Align::Center)
            .desired_width(150.0);
        let response = ui.add(edit);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, &lock.label));
        let done = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if response.changed() || done {
            typed = Some(Typing { text, done });
        }
        // Whoever comes to the door can type at once, and once more after what was wrong.
        if ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
            // Nothing else would draw the ring.
            ui.ctx().request_repaint();
        }
    });
    if let Some(wrong) = &lock.wrong {
        let colour: Color32 = Surface::of(ui).tone(Tone::Bad);
        ui.label(bevy_egui::egui::RichText::new(wrong).font(font(Face::SansBold, Size::Body)).color(colour));
    }
    typed
}

fn body_in(ui: &mut Ui, text: &str) {
    ui.label(
        bevy_egui::egui::RichText::new(text).font(font(Face::Sans, Size::Body)).color(Surface::of(ui).text()),
    );
}
