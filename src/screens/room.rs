//! The part of the window that the frame leaves to a screen.

use bevy::prelude::Resource;
use bevy_egui::egui::{Context, Id, Key, LayerId, Modifiers, Rect, Ui, UiBuilder};

use super::keys::{self, Action};
use crate::theme::tokens;

/// The part of the window that a screen draws in, in points.
#[derive(Resource, Clone, Copy, Debug)]
pub struct Room {
    /// Where.
    pub rect: Rect,
    /// Whether the help page or the menu lies over it; then it takes no keys.
    pub covered: bool,
}

impl Default for Room {
    fn default() -> Self {
        Self { rect: Rect::ZERO, covered: false }
    }
}

impl Room {
    /// A place to draw in, with the page's margin around it.
    #[must_use]
    pub fn ui(&self, ctx: &Context, name: &'static str) -> Ui {
        let rect = self.rect.shrink(tokens::GAP_LARGE);
        let mut ui = Ui::new(
            ctx.clone(),
            Id::new(name),
            UiBuilder::new().layer_id(LayerId::background()).max_rect(rect),
        );
        ui.set_clip_rect(self.rect);
        ui
    }

    /// Whether the key of an action was pressed that is meant for this screen: not while words are being typed or something lies over it.
    #[must_use]
    pub fn asked(&self, ui: &Ui, action: Action) -> bool {
        let chord = keys::chord(ui.ctx(), action);
        !self.covered && !ui.ctx().text_edit_focused() && ui.input(|input| chord.pressed(input))
    }

    /// Whether a key was pressed that always does the same on this screen: plain, and not while words are being typed or something lies over it.
    #[must_use]
    pub fn pressed(&self, ui: &Ui, key: Key) -> bool {
        !self.covered
            && !ui.ctx().text_edit_focused()
            && ui.input(|input| input.key_pressed(key) && !input.modifiers.any())
    }

    /// Whether the key that undoes was pressed, which then counts for nobody else. Where words are typed it undoes typing.
    #[must_use]
    pub fn undo_key(&self, ctx: &Context) -> bool {
        let chord = keys::chord(ctx, Action::TakeBack);
        !self.covered && !ctx.text_edit_focused() && ctx.input_mut(|input| chord.take(input))
    }

    /// Whether the key of the main action was pressed: Enter while nothing has the focus, or Ctrl and Enter at any time.
    #[must_use]
    pub fn main_key(&self, ui: &Ui) -> bool {
        if self.covered {
            return false;
        }
        let free = ui.ctx().memory(|memory| memory.focused().is_none());
        ui.input(|input| {
            input.key_pressed(Key::Enter)
                && (input.modifiers.matches_exact(Modifiers::COMMAND) || (free && !input.modifiers.any()))
        })
    }
}
