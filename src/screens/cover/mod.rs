//! What lies over a screen: the list of keys, the menu of a match, the settings, the encyclopedia.

mod view;

use bevy::prelude::{App, IntoScheduleConfigs, Res, ResMut, Resource, Result, State};
use bevy_egui::egui::{Context, Event, Key, Modifiers, Popup};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::flow::Vocabulary;
use super::{Draw, Inbox, Intent, Screen, crash, debrief, decision, measures, menu, replay, saves, table};

/// What lies over the screen.
#[derive(Resource, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Cover {
    /// Nothing.
    #[default]
    None,
    /// The list of keys.
    Help,
    /// Resume, save, leave, quit.
    Pause,
    /// The dialog in which a game is saved.
    Save,
    /// How the window is set.
    Settings,
    /// The encyclopedia.
    Pages,
}

/// A key and the message that says what it does.
pub type KeyLine = (&'static str, &'static str);

/// Keys that work everywhere.
const EVERYWHERE: &[KeyLine] = &[
    ("Enter", "key-main"),
    ("Ctrl Enter", "key-main-always"),
    ("Tab", "key-tab"),
    ("Shift Tab", "key-tab-back"),
    ("\u{2190} \u{2191} \u{2192} \u{2193}", "key-arrows"),
    ("Space", "key-space"),
    ("Page Up/Down", "key-scroll"),
    ("Ctrl Z", "key-take-back"),
    ("Ctrl + \u{2212} 0", "key-scale"),
    ("F11", "key-fullscreen"),
    ("F10", "key-settings"),
    ("F2", "key-pages"),
    ("?  F1", "key-help"),
    ("Esc", "key-escape"),
];

fn keys_of(screen: Screen) -> &'static [KeyLine] {
    match screen {
        Screen::Menu => menu::KEYS,
        Screen::Table => table::KEYS,
        Screen::Measures => measures::KEYS,
        Screen::Decision => decision::KEYS,
        Screen::Saves => saves::KEYS,
        Screen::Replay => replay::KEYS,
        Screen::Debrief => debrief::KEYS,
        Screen::Crash => crash::KEYS,
        _ => &[],
    }
}

fn draw(
    mut contexts: EguiContexts,
    cover: Res<Cover>,
    screen: Res<State<Screen>>,
    words: Res<Vocabulary>,
    mut inbox: ResMut<Inbox<Intent>>,
    mut was: bevy::prelude::Local<Cover>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    let fresh = *was != *cover;
    *was = *cover;
    inbox.put(keys(ctx, *cover, *screen.get()));
    inbox.put(match *cover {
        // The dialog, the settings and the encyclopedia have systems of their own.
        Cover::None | Cover::Save | Cover::Settings | Cover::Pages => None,
        Cover::Help => view::help(ctx, &words.0, EVERYWHERE, keys_of(*screen.get()), fresh),
        Cover::Pause => view::pause(ctx, &words.0, fresh),
    });
    Ok(())
}

/// The keys that work on every screen.
fn keys(ctx: &Context, cover: Cover, screen: Screen) -> Option<Intent> {
    let typing = ctx.text_edit_focused();
    let popup = Popup::is_any_open(ctx);
    ctx.input_mut(|input| {
        let asked = input.events.iter().any(|event| matches!(event, Event::Text(text) if text == "?"));
        if (asked && !typing) || input.key_pressed(Key::F1) {
            return Some(if cover == Cover::Help { Intent::Close } else { Intent::Open(Cover::Help) });
        }
        if input.key_pressed(Key::F10) {
            return Some(match cover {
                Cover::Settings => Intent::Close,
                _ => Intent::Open(Cover::Settings),
            });
        }
        if input.key_pressed(Key::F2) {
            return Some(match cover {
                Cover::Pages => Intent::Close,
                _ => Intent::Open(Cover::Pages),
            });
        }
        if input.key_pressed(Key::Escape) && !popup {
            return match cover {
                Cover::None if screen.in_match() || screen == Screen::Privacy => {
                    Some(Intent::Open(Cover::Pause))
                }
                Cover::None => None,
                Cover::Help | Cover::Pause | Cover::Save | Cover::Settings | Cover::Pages => {
                    Some(Intent::Close)
                }
            };
        }
        let mut scale = |keys: &[Key]| keys.iter().any(|key| input.consume_key(Modifiers::COMMAND, *key));
        if scale(&[Key::Plus, Key::Equals]) {
            Some(Intent::Scale(1))
        } else if scale(&[Key::Minus]) {
            Some(Intent::Scale(-1))
        } else if scale(&[Key::Num0]) {
            Some(Intent::Scale(0))
        } else if input.key_pressed(Key::F11) {
            Some(Intent::Fullscreen)
        } else {
            None
        }
    })
}

/// Adds the help page and the menu of a match.
pub fn plugin(app: &mut App) {
    app.init_resource::<Cover>();
    app.add_systems(EguiPrimaryContextPass, draw.in_set(Draw::Cover));
}
