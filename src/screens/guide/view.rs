//! Draws a hint: a ring around what it points at, and a note beside it or a strip below the screen.

use bevy_egui::egui::{Align, Context, Id, LayerId, Layout, Panel, Rect, Ui, UiBuilder, Vec2};

use super::anchors;
use super::place::{Taken, place};
use crate::rules::level::{Hint, Point};
use crate::screens::Room;
use crate::theme::tokens;
use crate::theme::widgets::{hint_frame, hint_hide, hint_note, hint_size, hint_words, pointer_ring};
use crate::words::Words;

/// A place to draw in, on the layer of the screens: what lies under a note still takes clicks.
fn over(ctx: &Context, name: &'static str, room: &Room) -> Ui {
    let layer = UiBuilder::new().layer_id(LayerId::background()).max_rect(room.rect);
    Ui::new(ctx.clone(), Id::new(name), layer)
}

/// Draws a strip along the lower edge of a room. What it leaves of the room, and whether hints are to be hidden.
pub(super) fn strip(ctx: &Context, words: &Words, hint: &Hint, room: &Room) -> (Rect, bool) {
    let mut ui = over(ctx, "hint", room);
    let mut hide = false;
    Panel::bottom("hint").resizable(false).frame(hint_frame().corner_radius(0)).show(&mut ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            hide = hint_hide(ui, &words.get("guide-hide"), &words.get("guide-hide.note")).clicked();
            ui.add_space(tokens::GAP);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| hint_words(ui, &hint.say));
        });
    });
    (ui.available_rect_before_wrap(), hide)
}

/// Draws the ring alone.
pub(super) fn ring(ctx: &Context, hint: &Hint) {
    if let Some(target) = anchors::read(ctx).of(hint.point) {
        // What is pointed at may lie in a strip below the room.
        pointer_ring(&ctx.layer_painter(LayerId::background()), target);
    }
}

/// Draws the ring and a note. True if hints are to be hidden.
pub(super) fn note(ctx: &Context, words: &Words, hint: &Hint, room: &Room) -> bool {
    let mut ui = over(ctx, "guide", room);
    let marks = anchors::read(ctx);
    let target = marks.of(hint.point);
    // Without its target a hint is still said, under the top bar.
    let near = target.unwrap_or(Rect::from_center_size(room.rect.center_top(), Vec2::ZERO));
    let free: Vec<Rect> = [target, marks.of(Point::Main)]
        .into_iter()
        .flatten()
        .map(|rect| rect.expand(tokens::GAP_SMALL))
        .collect();
    let hide = words.get("guide-hide");
    let size = hint_size(&ui, &hint.say, &hide);
    let taken = Taken { read: &marks.taken, pressed: &pressed(ctx) };
    let Some(note) = place(room.rect.shrink(tokens::GAP_SMALL), size, near, &free, taken) else {
        return false;
    };
    ring(ctx, hint);
    hint_note(&mut ui, note, &hint.say, &hide, &words.get("guide-hide.note")).clicked()
}

/// Where something can be pressed on the screen, as far as it is seen.
fn pressed(ctx: &Context) -> Vec<Rect> {
    ctx.viewport(|viewport| {
        let widgets = viewport.this_pass.widgets.get_layer(LayerId::background());
        widgets.filter(|widget| widget.sense.senses_click()).map(|widget| widget.interact_rect).collect()
    })
}
