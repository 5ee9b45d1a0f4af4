//! What lies over a screen: the list of keys, the menu of a match, the settings, the encyclopedia.

mod changing;
mod help;
mod model;
mod view;

use bevy::prelude::{App, IntoScheduleConfigs, Local, Res, ResMut, Resource, Result, State, Update};
use bevy_egui::egui::{Context, Event, Id, Key, Popup};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use self::changing::{Ask, Changing};
use self::model::Page;
use super::flow::{Carried, Vocabulary};
use super::keys::{Action, Keys};
use super::{
    Draw, Inbox, Intent, Screen, crash, debrief, decision, desk, inbox, measures, menu, replay, saves, table,
};

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

/// A key that always does the same, and the message that says what it does.
pub type KeyLine = (&'static str, &'static str);

/// Keys that always do the same everywhere.
const EVERYWHERE: &[KeyLine] = &[
    ("Enter", "key-main"),
    ("Ctrl Enter", "key-main-always"),
    ("Tab", "key-tab"),
    ("Shift Tab", "key-tab-back"),
    ("\u{2190} \u{2191} \u{2192} \u{2193}", "key-arrows"),
    ("Space", "key-space"),
    ("Page Up/Down", "key-scroll"),
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
    (words, table, changing): (Res<Vocabulary>, Res<Keys>, Res<Changing>),
    (mut inbox, mut asks): (ResMut<Inbox<Intent>>, ResMut<Inbox<Ask>>),
    mut was: Local<Cover>,
    mut left: Local<Option<(Screen, Id)>>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    let fresh = *was != *cover;
    *was = *cover;
    match (*cover, fresh) {
        // The key that opens the menu takes the focus away before this is asked.
        (Cover::None, false) if ctx.input(|input| input.key_pressed(Key::Escape)) => {}
        (Cover::None, false) => {
            *left = ctx.memory(|memory| memory.focused()).map(|id| (*screen.get(), id));
        }
        // The keyboard goes back to what it was on, if that is still there.
        (Cover::None, true) => {
            let there = |id| ctx.viewport(|viewport| viewport.this_pass.widgets.contains(id));
            if let Some((_, id)) = left.take().filter(|(on, id)| on == screen.get() && there(*id)) {
                ctx.memory_mut(|memory| memory.request_focus(id));
            }
        }
        _ => {}
    }
    if *cover == Cover::Help && changing.action.is_some() {
        // Until it is chosen every key is that one, and none does anything.
        asks.put(changing::listen(ctx));
    } else {
        inbox.put(keys(ctx, *cover, *screen.get()));
    }
    match *cover {
        // The dialog, the settings and the encyclopedia have systems of their own.
        Cover::None | Cover::Save | Cover::Settings | Cover::Pages => {}
        Cover::Help => {
            let fixed = (keys_of(*screen.get()), EVERYWHERE);
            let page = Page::of(&words.0, &table, &changing, *screen.get(), fixed);
            let (intent, ask) = help::show(ctx, &words.0, &page, fresh);
            inbox.put(intent);
            asks.put(ask);
        }
        Cover::Pause => inbox.put(view::pause(ctx, &words.0, fresh)),
    }
    Ok(())
}

/// The keys that work on every screen.
fn keys(ctx: &Context, cover: Cover, screen: Screen) -> Option<Intent> {
    let typing = ctx.text_edit_focused();
    let popup = Popup::is_any_open(ctx);
    let table = Keys::of(ctx);
    ctx.input_mut(|input| {
        let asked = input.events.iter().any(|event| matches!(event, Event::Text(text) if text == "?"));
        if (asked && !typing) || input.key_pressed(Key::F1) {
            return Some(if cover == Cover::Help { Intent::Close } else { Intent::Open(Cover::Help) });
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
        let settings = match cover {
            Cover::Settings => Intent::Close,
            _ => Intent::Open(Cover::Settings),
        };
        let pages = match cover {
            Cover::Pages => Intent::Close,
            _ => Intent::Open(Cover::Pages),
        };
        let actions = [
            (Action::Settings, settings),
            (Action::Pages, pages),
            (Action::Larger, Intent::Scale(1)),
            (Action::Smaller, Intent::Scale(-1)),
            (Action::PlainSize, Intent::Scale(0)),
            (Action::Fullscreen, Intent::Fullscreen),
        ];
        let mut pressed = |action| {
            let chord = table.table().chord(action);
            // What can be typed is typed where words are.
            !(typing && chord.types()) && chord.take(input)
        };
        actions.into_iter().find(|(action, _)| pressed(*action)).map(|(_, intent)| intent)
    })
}

/// Adds the help page and the menu of a match.
pub fn plugin(app: &mut App) {
    inbox::add::<Ask>(app);
    desk::add_plain::<Changing>(app);
    app.init_resource::<Cover>();
    app.add_systems(Update, changing::obey.before(Carried));
    app.add_systems(EguiPrimaryContextPass, draw.in_set(Draw::Cover));
}
