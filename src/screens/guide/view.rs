//! Draws a hint: a ring around what it points at, and a note beside it.

use bevy_egui::egui::{Context, Id, LayerId, Rect, Ui, UiBuilder, Vec2};

use super::anchors;
use super::place::{Taken, place};
use crate::rules::level::{Hint, Point};
use crate::screens::Room;
use crate::theme::tokens;
use crate::theme::widgets::{hint_note, hint_size, pointer_ring};
use crate::words::Words;

/// Draws it, on the layer of the screens and after them, so that what lies under a note still takes clicks. True if hints are to be hidden.
pub(super) fn draw(ctx: &Context, words: &Words, hint: &Hint, room: &Room) -> bool {
    let layer = UiBuilder::new().layer_id(LayerId::background()).max_rect(room.rect);
    let mut ui = Ui::new(ctx.clone(), Id::new("guide"), layer);
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
    if let Some(target) = target {
        pointer_ring(ui.painter(), target);
    }
    hint_note(&mut ui, note, &hint.say, &hide, &words.get("guide-hide.note")).clicked()
}

/// Where something can be pressed on the screen, as far as it is seen.
fn pressed(ctx: &Context) -> Vec<Rect> {
    ctx.viewport(|viewport| {
        let widgets = viewport.this_pass.widgets.get_layer(LayerId::background());
        widgets.filter(|widget| widget.sense.senses_click()).map(|widget| widget.interact_rect).collect()
    })
}
