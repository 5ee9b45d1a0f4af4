//! The dialog in which a report is saved.

use bevy_egui::egui::{
    Context, Id, Key, Label, Margin, Modal, RichText, TextEdit, Ui, WidgetInfo, WidgetType,
};

use super::Ask;
use crate::screens::clock::day;
use crate::session::debriefing::{Debriefing, Form, Saving, Wish};
use crate::storage::Saves;
use crate::theme::widgets::{Button, body, caption, column_head, glass_frame, title};
use crate::theme::{Face, Size, Surface, Tone, font, tokens};
use crate::words::Words;

const WIDTH: f32 = 560.0;
/// Height of what is told: a line and a small one under it.
const TOLD: f32 = 38.0;
/// The longest name, in bytes; with its ending a file may have it on every system.
const LONGEST: usize = 72;

/// What is chosen and typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Dialog {
    pub(super) wish: Wish,
    /// A report of this name is there already; the next press replaces it.
    pub(super) replaces: bool,
    /// Why nothing can be saved at all.
    pub(super) failed: Option<String>,
}

impl Dialog {
    /// With a name from the level and the day; `now` is in seconds since 1970.
    pub(super) fn of(words: &Words, title: &str, now: u64) -> Self {
        let name = words.text("report-name-suggestion", &[("level", title.into()), ("day", day(now).into())]);
        // What no file may have in its name.
        let name: String = name.chars().filter(|c| !c.is_control() && !"/\\:*?\"<>|".contains(*c)).collect();
        let mut end = name.len().min(LONGEST);
        while !name.is_char_boundary(end) {
            end -= 1;
        }
        let name = name.get(..end).unwrap_or_default().trim().trim_matches('.').to_owned();
        Self { wish: Wish { name, form: Form::default(), names: false }, replaces: false, failed: None }
    }

    /// Saves it, or asks first whether it may take another's place.
    pub(super) fn write(&mut self, words: &Words, saves: Option<&Saves>, debriefing: &mut Debriefing) {
        let Some(saves) = saves else {
            self.failed = Some(words.get("saves-no-folder"));
            return;
        };
        let there = saves.has_report(&self.wish.name, self.wish.form.ending());
        if there && !self.replaces {
            self.replaces = true;
            return;
        }
        self.replaces = false;
        debriefing.save(saves, self.wish.clone());
    }

    /// Something was changed, so that what was told is out of date.
    pub(super) fn changed(&mut self, debriefing: &mut Debriefing) {
        (self.replaces, self.failed) = (false, None);
        debriefing.forget();
    }
}

/// What the dialog shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Shown {
    title: String,
    secrets: String,
    form_label: String,
    forms: Vec<(Form, String, bool)>,
    form_note: String,
    names_label: String,
    names: [(String, bool); 2],
    names_note: String,
    name_label: String,
    name: String,
    ending: String,
    folder: String,
    told: Told,
    save: String,
    /// Why it cannot be saved now.
    save_off: Option<String>,
    copy: String,
    close: String,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Told {
    Nothing,
    Plain(String),
    Bad(String, String),
    /// It was saved: the message and the path.
    Done(String, String),
}

impl Shown {
    pub(super) fn of(words: &Words, dialog: &Dialog, saving: &Saving, saves: Option<&Saves>) -> Self {
        let safe = words.get("report-failed-safe");
        let told = match (saving, &dialog.failed, dialog.replaces) {
            (_, Some(why), _) => Told::Bad(why.clone(), safe),
            (_, _, true) => Told::Bad(words.get("report-replaces"), String::new()),
            (Saving::No, ..) => Told::Nothing,
            (Saving::Working, ..) => Told::Plain(words.get("report-working")),
            (Saving::Done(path), ..) => Told::Done(words.get("report-done"), path.display().to_string()),
            (Saving::Failed(why), ..) => Told::Bad(why.clone(), safe),
        };
        let wish = &dialog.wish;
        let form =
            |form: Form| (form, words.get(&format!("report-form-{}", form.ending())), form == wish.form);
        let folder = saves.map(|saves| saves.reports().display().to_string());
        Self {
            title: words.get("report-title"),
            secrets: words.get("report-secrets"),
            form_label: words.get("report-form"),
            forms: Form::ALL.map(form).to_vec(),
            form_note: words.get(&format!("report-form-{}.note", wish.form.ending())),
            names_label: words.get("report-names"),
            names: [("report-names-out", false), ("report-names-kept", true)]
                .map(|(key, kept)| (words.get(key), kept == wish.names)),
            names_note: words.get(if wish.names {
                "report-names-kept.note"
            } else {
                "report-names-out.note"
            }),
            name_label: words.get("report-name"),
            name: wish.name.clone(),
            ending: format!(".{}", wish.form.ending()),
            folder: match &folder {
                Some(folder) => words.text("report-folder", &[("folder", folder.into())]),
                None => words.get("saves-no-folder"),
            },
            save: words.get(if dialog.replaces { "report-replace" } else { "report-save" }),
            save_off: match saving {
                Saving::Working => Some(words.get("report-working")),
                _ => folder.is_none().then(|| words.get("saves-no-folder")),
            },
            copy: words.get("saves-copy"),
            close: words.get(if matches!(told, Told::Done(..)) { "close" } else { "cancel" }),
            told,
        }
    }
}

/// Draws the dialog; returns what was asked for. `fresh` says that it was not there before.
pub(super) fn show(ctx: &Context, shown: &Shown, fresh: bool) -> Option<Ask> {
    let mut asked = None;
    let modal = Modal::new(Id::new("report")).frame(glass_frame().fill(tokens::glass())).show(ctx, |ui| {
        ui.set_width(WIDTH.min(ctx.viewport_rect().width() - 4.0 * tokens::GAP_PAGE));
        title(ui, &shown.title);
        body(ui, &shown.secrets);
        ui.add_space(tokens::GAP);
        column_head(ui, &shown.form_label);
        ui.horizontal_wrapped(|ui| {
            for (form, label, chosen) in &shown.forms {
                if Button::tab(label, *chosen).small().show(ui).clicked() {
                    asked = Some(Ask::Form(*form));
                }
            }
        });
        caption(ui, &shown.form_note);
        ui.add_space(tokens::GAP_SMALL);
        column_head(ui, &shown.names_label);
        ui.horizontal_wrapped(|ui| {
            for (kept, (label, chosen)) in shown.names.iter().enumerate() {
                if Button::tab(label, *chosen).small().show(ui).clicked() {
                    asked = Some(Ask::Names(kept == 1));
                }
            }
        });
        caption(ui, &shown.names_note);
        ui.add_space(tokens::GAP_SMALL);
        let entered = name(ui, shown, fresh, &mut asked);
        ui.add_space(tokens::GAP_SMALL);
        // Room for two lines, so that nothing moves under the pointer when something is told.
        ui.scope(|ui| {
            ui.set_min_height(TOLD);
            told(ui, &shown.told);
        });
        ui.add_space(tokens::GAP);
        ui.horizontal(|ui| buttons(ui, shown, entered, &mut asked));
    });
    asked.or(modal.should_close().then_some(Ask::Shut))
}

/// The field of the name, with its ending and the folder; true if Enter was pressed in it.
fn name(ui: &mut Ui, shown: &Shown, fresh: bool, asked: &mut Option<Ask>) -> bool {
    column_head(ui, &shown.name_label);
    let mut entered = false;
    ui.horizontal(|ui| {
        let ending =
            RichText::new(&shown.ending).font(font(Face::Mono, Size::Body)).color(Surface::of(ui).quiet());
        let mut name = shown.name.clone();
        let edit = ui.add(
            TextEdit::singleline(&mut name)
                .font(font(Face::Sans, Size::Lead))
                .char_limit(LONGEST)
                .margin(Margin::symmetric(8, 6))
                .desired_width(ui.available_width() - 4.0 * tokens::GAP_LARGE),
        );
        ui.add(Label::new(ending));
        edit.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, &shown.name_label));
        if fresh {
            edit.request_focus();
        }
        if edit.changed() {
            *asked = Some(Ask::Name(name));
        }
        entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered {
            edit.request_focus();
        }
    });
    caption(ui, &shown.folder);
    entered
}

fn told(ui: &mut Ui, told: &Told) {
    let toned = |ui: &mut Ui, text: &str, tone: Tone| {
        let colour = Surface::of(ui).tone(tone);
        ui.add(Label::new(RichText::new(text).font(font(Face::SansBold, Size::Body)).color(colour)).wrap());
    };
    match told {
        Told::Nothing => {}
        Told::Plain(text) => {
            body(ui, text);
        }
        Told::Bad(text, safe) => {
            toned(ui, text, Tone::Bad);
            if !safe.is_empty() {
                caption(ui, safe);
            }
        }
        Told::Done(text, path) => {
            toned(ui, text, Tone::Good);
            let path =
                RichText::new(path).font(font(Face::Mono, Size::Caption)).color(Surface::of(ui).quiet());
            ui.add(Label::new(path).wrap());
        }
    }
}

fn buttons(ui: &mut Ui, shown: &Shown, entered: bool, asked: &mut Option<Ask>) {
    let free = ui.ctx().memory(|memory| memory.focused().is_none());
    let pressed = entered || (free && ui.input(|input| input.key_pressed(Key::Enter)));
    if let Told::Done(_, path) = &shown.told {
        // What is done is left by the same key.
        if Button::primary(&shown.close).key("Enter").show(ui).clicked() || pressed {
            *asked = Some(Ask::Shut);
        }
        if Button::quiet(&shown.copy).show(ui).clicked() {
            ui.ctx().copy_text(path.clone());
        }
        return;
    }
    let save = Button::primary(&shown.save).key("Enter").off(shown.save_off.as_deref()).show(ui);
    if save.clicked() || (pressed && shown.save_off.is_none()) {
        *asked = asked.take().or(Some(Ask::Write));
    }
    if Button::quiet(&shown.close).key("Esc").show(ui).clicked() {
        *asked = Some(Ask::Shut);
    }
}
