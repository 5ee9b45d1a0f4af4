//! Draws the menu of a match.

use bevy_egui::egui::{Context, Frame, Id, Modal, ScrollArea, Ui, Vec2};

use crate::screens::keys::{self, Action};
use crate::screens::{Cover, Intent, focus};
use crate::theme::tokens;
use crate::theme::widgets::{Button, glass_frame, heading};
use crate::words::Words;

/// Width of the menu of a match.
const PAUSE_WIDTH: f32 = 300.0;
/// What stands above and below what scrolls.
const AROUND_PAUSE: f32 = 110.0;
/// From this height on the menu of a match has room for all of it, and scrolls no more.
const HIGH: f32 = 340.0;
/// The least height of what scrolls.
const LEAST: f32 = 60.0;
/// Room for a ring of focus.
const RING: i8 = 5;

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
    let key = keys::text(ui, Action::Pages);
    let pages = Button::quiet(&words.get("pages-title")).key(&key).width(PAUSE_WIDTH).show(ui);
    let key = keys::text(ui, Action::Settings);
    let settings = Button::quiet(&words.get("settings-title")).key(&key).width(PAUSE_WIDTH).show(ui);
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
    } else if pages.clicked() {
        Some(Intent::Open(Cover::Pages))
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
