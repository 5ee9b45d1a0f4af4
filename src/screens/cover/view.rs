//! Draws the help page and the menu of a match.

use bevy_egui::egui::{Context, Frame, Id, Modal, ScrollArea, Ui, Vec2, vec2};

use super::KeyLine;
use crate::screens::{Cover, Intent, focus};
use crate::theme::widgets::{Button, body, column_head, glass_frame, heading, title};
use crate::theme::{Face, Size, Surface, font, tokens};
use crate::words::Words;

/// Width of the help page.
const HELP_WIDTH: f32 = 620.0;
/// Height of a line about a key.
const LINE: f32 = 22.0;
/// Width of the menu of a match.
const PAUSE_WIDTH: f32 = 300.0;
/// What stands above and below what scrolls in the menu of a match, and on the help page.
const AROUND_PAUSE: f32 = 110.0;
const AROUND_HELP: f32 = 220.0;
/// From this height on the menu of a match has room for all of it, and scrolls no more.
const HIGH: f32 = 300.0;
/// The least height of what scrolls.
const LEAST: f32 = 60.0;
/// Room for a ring of focus.
const RING: i8 = 5;

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
        let most = ctx.viewport_rect().height() - AROUND_HELP;
        ScrollArea::vertical().max_height(most.max(LEAST)).show(ui, |ui| {
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
        ui.set_width(PAUSE_WIDTH + 2.0 * f32::from(RING));
        inset().show(ui, |ui| heading(ui, &words.get("pause-title")));
        let most = ctx.viewport_rect().height() - AROUND_PAUSE;
        if most >= HIGH {
            return inset().show(ui, |ui| choices(ui, words, fresh)).inner;
        }
        let scrolled = ScrollArea::vertical().max_height(most.max(LEAST)).show(ui, |ui| {
            let asked = inset().show(ui, |ui| choices(ui, words, fresh)).inner;
            focus::follow(ui);
            asked
        });
        scrolled.inner
    });
    let closing = shown.should_close();
    shown.inner.or(closing.then_some(Intent::Close))
}

/// Room for rings of focus, which what scrolls would cut off.
fn inset() -> Frame {
    Frame::new().inner_margin(RING)
}

fn choices(ui: &mut Ui, words: &Words, fresh: bool) -> Option<Intent> {
    ui.spacing_mut().item_spacing = Vec2::splat(tokens::GAP_SMALL);
    let resume = Button::primary(&words.get("pause-resume")).key("Esc").width(PAUSE_WIDTH).show(ui);
    if fresh {
        resume.request_focus();
    }
    let save = Button::quiet(&words.get("pause-save")).width(PAUSE_WIDTH).show(ui);
    let help = Button::quiet(&words.get("help-title")).key("?").width(PAUSE_WIDTH).show(ui);
    let settings = Button::quiet(&words.get("settings-title")).key("F10").width(PAUSE_WIDTH).show(ui);
    let leave = |label: &str, ui: &mut Ui| {
        let note = words.get("pause-menu-note");
        Button::quiet(&words.get(label)).note(&note).width(PAUSE_WIDTH).show(ui)
    };
    let menu = leave("pause-menu", ui);
    let quit = leave("pause-quit", ui);
    if resume.clicked() {
        Some(Intent::Close)
    } else if save.clicked() {
        Some(Intent::Open(Cover::Save))
    } else if help.clicked() {
        Some(Intent::Open(Cover::Help))
    } else if settings.clicked() {
        Some(Intent::Open(Cover::Settings))
    } else if menu.clicked() {
        Some(Intent::ToMenu)
    } else if quit.clicked() {
        Some(Intent::Quit)
    } else {
        None
    }
}
