//! Draws the menu of a match.

use bevy_egui::egui::{Context, Id, Modal, Vec2};

use crate::screens::Intent;
use crate::screens::keys::{self, Action};
use crate::theme::tokens;
use crate::theme::widgets::{Button, glass_frame, heading};
use crate::words::Words;

/// Width of the menu of a match.
const PAUSE_WIDTH: f32 = 300.0;

/// Resume, save, settings, leave, quit.
pub(super) fn pause(ctx: &Context, words: &Words, fresh: bool) -> Option<Intent> {
    let shown = Modal::new(Id::new("pause")).frame(glass_frame().fill(tokens::glass())).show(ctx, |ui| {
        ui.set_width(PAUSE_WIDTH);
        ui.spacing_mut().item_spacing = Vec2::splat(tokens::GAP_SMALL);
        heading(ui, &words.get("pause-title"));
        ui.add_space(tokens::GAP_TINY);
        let resume = Button::primary(&words.get("pause-resume")).key("Esc").width(PAUSE_WIDTH).show(ui);
        if fresh {
            resume.request_focus();
        }
        let save = Button::quiet(&words.get("pause-save")).width(PAUSE_WIDTH).show(ui);
        let help = Button::quiet(&words.get("help-title")).key("?").width(PAUSE_WIDTH).show(ui);
        let key = keys::text(ui, Action::Settings);
        let settings = Button::quiet(&words.get("settings-title")).key(&key).width(PAUSE_WIDTH).show(ui);
        let menu = Button::quiet(&words.get("pause-menu"))
            .note(&words.get("pause-menu-note"))
            .width(PAUSE_WIDTH)
            .show(ui);
        let quit = Button::quiet(&words.get("pause-quit"))
            .note(&words.get("pause-menu-note"))
            .width(PAUSE_WIDTH)
            .show(ui);
        if resume.clicked() {
            Some(Intent::Close)
        } else if save.clicked() {
            Some(Intent::Open(crate::screens::Cover::Save))
        } else if help.clicked() {
            Some(Intent::Open(crate::screens::Cover::Help))
        } else if settings.clicked() {
            Some(Intent::Open(crate::screens::Cover::Settings))
        } else if menu.clicked() {
            Some(Intent::ToMenu)
        } else if quit.clicked() {
            Some(Intent::Quit)
        } else {
            None
        }
    });
    let closing = shown.should_close();
    shown.inner.or(closing.then_some(Intent::Close))
}
