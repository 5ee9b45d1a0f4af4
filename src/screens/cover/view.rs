//! Draws the help page and the menu of a match.

use bevy_egui::egui::{Context, Id, Modal, ScrollArea, Ui, Vec2, vec2};

use super::KeyLine;
use crate::screens::Intent;
use crate::theme::widgets::{Button, body, column_head, glass_frame, heading, title};
use crate::theme::{Face, Size, Surface, font, tokens};
use crate::words::Words;

/// Width of the help page.
const HELP_WIDTH: f32 = 620.0;
/// Height of a line about a key.
const LINE: f32 = 22.0;
/// Width of the menu of a match.
const PAUSE_WIDTH: f32 = 300.0;

/// The list of keys.
pub(super) fn help(
    ctx: &Context,
    words: &Words,
    everywhere: &[KeyLine],
    here: &[KeyLine],
    fresh: bool,
) -> Option<Intent> {
    let shown = Modal::new(Id::new("help")).frame(glass_frame().fill(tokens::glass())).show(ctx, |ui| {
        ui.set_width(HELP_WIDTH.min(ctx.viewport_rect().width() - 4.0 * tokens::GAP_PAGE));
        title(ui, &words.get("help-title"));
        ui.add_space(tokens::GAP_SMALL);
        body(ui, &words.get("help-lead"));
        ui.add_space(tokens::GAP);
        let most = ctx.viewport_rect().height() - 220.0;
        ScrollArea::vertical().max_height(most.max(120.0)).show(ui, |ui| {
            if !here.is_empty() {
                column_head(ui, &words.get("help-here"));
                lines(ui, words, here);
                ui.add_space(tokens::GAP);
            }
            column_head(ui, &words.get("help-everywhere"));
            lines(ui, words, everywhere);
        });
        ui.add_space(tokens::GAP);
        let close = Button::primary(&words.get("close")).key("Esc").show(ui);
        if fresh {
            close.request_focus();
        }
        close.clicked()
    });
    (shown.inner || shown.should_close()).then_some(Intent::Close)
}

fn lines(ui: &mut Ui, words: &Words, lines: &[KeyLine]) {
    for (key, what) in lines {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(130.0, LINE), bevy_egui::egui::Sense::hover());
            ui.painter().text(
                rect.left_center(),
                bevy_egui::egui::Align2::LEFT_CENTER,
                key,
                font(Face::MonoBold, Size::Body),
                Surface::of(ui).bright(),
            );
            body(ui, &words.get(what));
        });
    }
}

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
        let pages = Button::quiet(&words.get("pages-title")).key("F2").width(PAUSE_WIDTH).show(ui);
        let settings = Button::quiet(&words.get("settings-title")).key("F10").width(PAUSE_WIDTH).show(ui);
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
        } else if pages.clicked() {
            Some(Intent::Open(crate::screens::Cover::Pages))
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
