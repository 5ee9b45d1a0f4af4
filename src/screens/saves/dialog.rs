//! The dialog in which a game is saved by name.

use bevy::prelude::{App, IntoScheduleConfigs, Res, ResMut, Resource, Result, Update, resource_exists};
use bevy_egui::egui::{
    Context, Id, Key, Label, Margin, Modal, RichText, TextEdit, Ui, WidgetInfo, WidgetType,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::Keeping;
use crate::screens::flow::{Carried, Vocabulary};
use crate::screens::wording::list;
use crate::screens::{Cover, Draw, Inbox, Intent, desk, inbox};
use crate::session::Session;
use crate::storage::saves::Shelf;
use crate::theme::widgets::{Button, body, caption, column_head, glass_frame, title};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};
use crate::words::Words;

const WIDTH: f32 = 520.0;

/// What is asked for in the dialog.
#[derive(Clone, Debug)]
enum Ask {
    Name(String),
    Save { leave: bool },
}

/// What stands in the dialog.
#[derive(Resource, Default)]
struct Dialog {
    open: bool,
    name: String,
    /// A game of this name is there already; the next press replaces it.
    replaces: bool,
    saved: Option<String>,
    failed: Option<String>,
}

/// What a save is called if the player has no other wish.
fn suggestion(session: &Session, words: &Words) -> String {
    let game = session.game();
    let who: Vec<String> = session
        .setup()
        .seats
        .iter()
        .filter(|(_, seat)| seat.person().is_some())
        .map(|(party, _)| game.level.parties[party].name.clone())
        .collect();
    let round = session.view().position.round.0.max(1);
    let name = words.text(
        "save-suggestion",
        &[("level", (&game.level.title).into()), ("who", list(words, &who).into()), ("round", round.into())],
    );
    // What no file may have in its name, and no more than a name may have.
    let name: String = name.chars().filter(|c| !c.is_control() && !"/\\:*?\"<>|".contains(*c)).collect();
    let mut end = name.len().min(80);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name.get(..end).unwrap_or_default().trim().trim_matches('.').to_owned()
}

fn open(cover: Res<Cover>, session: Res<Session>, words: Res<Vocabulary>, mut dialog: ResMut<Dialog>) {
    let opens = *cover == Cover::Save;
    if opens && !dialog.open {
        *dialog = Dialog { open: true, name: suggestion(&session, &words.0), ..Dialog::default() };
    } else if !opens && dialog.open {
        dialog.open = false;
    }
}

fn obey(
    mut asked: ResMut<Inbox<Ask>>,
    mut intents: ResMut<Inbox<Intent>>,
    mut dialog: ResMut<Dialog>,
    session: Res<Session>,
    keeping: Res<Keeping>,
    words: Res<Vocabulary>,
) {
    if asked.is_empty() {
        return;
    }
    match asked.take() {
        Some(Ask::Name(name)) => {
            dialog.name = name;
            (dialog.replaces, dialog.failed, dialog.saved) = (false, None, None);
        }
        Some(Ask::Save { leave }) => {
            let Some(saves) = &keeping.0 else {
                dialog.failed = Some(words.0.get("saves-no-folder"));
                return;
            };
            let there = saves.path_of(&dialog.name).is_ok_and(|path| {
                let saved = saves.list(Shelf::Saved).unwrap_or_default();
                saved.iter().any(|slot| slot.path == path)
            });
            if there && !dialog.replaces {
                dialog.replaces = true;
                return;
            }
            dialog.replaces = false;
            match session.save(saves, &dialog.name) {
                Ok(_) if leave => intents.put(Some(Intent::ToMenu)),
                Ok(path) => {
                    let path = path.display().to_string();
                    (dialog.failed, dialog.saved) = (None, Some(path));
                }
                Err(error) => {
                    (dialog.failed, dialog.saved) = (Some(error.to_string()), None);
                }
            }
        }
        None => {}
    }
}

fn draw(
    mut contexts: EguiContexts,
    cover: Res<Cover>,
    dialog: Res<Dialog>,
    words: Res<Vocabulary>,
    mut inbox: ResMut<Inbox<Ask>>,
    mut intents: ResMut<Inbox<Intent>>,
    mut fresh: bevy::prelude::Local<bool>,
) -> Result {
    if *cover != Cover::Save || !dialog.open {
        *fresh = true;
        return Ok(());
    }
    let (ask, intent) = show(contexts.ctx_mut()?, &words.0, &dialog, *fresh);
    *fresh = false;
    inbox.put(ask);
    intents.put(intent);
    Ok(())
}

fn show(ctx: &Context, words: &Words, dialog: &Dialog, fresh: bool) -> (Option<Ask>, Option<Intent>) {
    let (mut ask, mut intent) = (None, None);
    let shown = Modal::new(Id::new("save")).frame(glass_frame().fill(tokens::glass())).show(ctx, |ui| {
        ui.set_width(WIDTH.min(ctx.viewport_rect().width() - 4.0 * tokens::GAP_PAGE));
        title(ui, &words.get("save-title"));
        ui.add_space(tokens::GAP_SMALL);
        body(ui, &words.get("save-secrets"));
        ui.add_space(tokens::GAP);
        if let Some(path) = &dialog.saved {
            toned(ui, &words.get("save-done"), Tone::Good);
            let path =
                RichText::new(path).font(font(Face::Mono, Size::Caption)).color(Surface::of(ui).quiet());
            ui.add(Label::new(path).wrap());
            ui.add_space(tokens::GAP);
            let close = Button::primary(&words.get("close")).key("Esc").show(ui);
            close.request_focus();
            if close.clicked() {
                intent = Some(Intent::Close);
            }
            return;
        }
        column_head(ui, &words.get("save-name"));
        let mut name = dialog.name.clone();
        let edit = ui.add(
            TextEdit::singleline(&mut name)
                .font(font(Face::Sans, Size::Lead))
                .char_limit(80)
                .margin(Margin::symmetric(8, 6))
                .desired_width(f32::INFINITY),
        );
        edit.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, words.get("save-name")));
        if fresh {
            edit.request_focus();
        }
        if edit.changed() {
            ask = Some(Ask::Name(name));
        }
        let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered {
            edit.request_focus();
        }
        ui.add_space(tokens::GAP_TINY);
        if dialog.replaces {
            toned(ui, &words.get("save-replaces"), Tone::Bad);
        } else if let Some(why) = &dialog.failed {
            toned(ui, why, Tone::Bad);
            caption(ui, &words.get("save-failed-safe"));
        } else {
            caption(ui, &words.get("save-kept-anyway"));
        }
        ui.add_space(tokens::GAP);
        ui.horizontal(|ui| {
            let label = words.get(if dialog.replaces { "save-replace" } else { "save" });
            if Button::primary(&label).key("Enter").show(ui).clicked() || entered {
                ask = ask.take().or(Some(Ask::Save { leave: false }));
            }
            if Button::quiet(&words.get("save-leave")).show(ui).clicked() {
                ask = Some(Ask::Save { leave: true });
            }
            if Button::quiet(&words.get("cancel")).key("Esc").show(ui).clicked() {
                intent = Some(Intent::Close);
            }
        });
    });
    if shown.should_close() && intent.is_none() {
        intent = Some(Intent::Close);
    }
    (ask, intent)
}

fn toned(ui: &mut Ui, text: &str, tone: Tone) {
    let colour = Surface::of(ui).tone(tone);
    ui.add(Label::new(RichText::new(text).font(font(Face::SansBold, Size::Body)).color(colour)).wrap());
}

/// Adds the dialog.
pub(super) fn plugin(app: &mut App) {
    inbox::add::<Ask>(app);
    desk::add_plain::<Dialog>(app);
    app.add_systems(Update, obey.run_if(resource_exists::<Session>).before(Carried));
    app.add_systems(Update, open.run_if(resource_exists::<Session>).after(Carried));
    app.add_systems(EguiPrimaryContextPass, draw.in_set(Draw::Cover));
}
