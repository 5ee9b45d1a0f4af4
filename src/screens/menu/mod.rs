//! The menu: a level, a party, and what to play with.

mod choice;
mod model;
mod view;

use bevy::prelude::{
    App, IntoScheduleConfigs, Local, OnEnter, Res, ResMut, Resource, Result, SystemCondition, Update,
    in_state, resource_exists,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

pub use self::choice::{Ask, Choice, Lack, Place};
use self::model::Model;
use super::cover::KeyLine;
use super::flow::{Carried, Vocabulary};
use super::run::Shelf;
use super::saves::{self, Offer};
use super::{Draw, Inbox, Intent, Room, Screen, desk, inbox};
use crate::session::Session;

/// Keys of this screen, for the help page.
pub const KEYS: &[KeyLine] = &[("Enter", "key-menu-start")];

#[derive(Resource)]
struct Shown(Model);

/// Reads the shelf when the menu opens: files may have been mended since.
fn open(
    mut commands: bevy::prelude::Commands,
    shelf: Res<Shelf>,
    words: Res<Vocabulary>,
    choice: Option<Res<Choice>>,
) {
    let mut choice = match choice {
        Some(choice) => choice.clone(),
        None => Choice::new(fresh_seed()),
    };
    choice.read(&shelf.0);
    commands.insert_resource(Shown(Model::of(&choice, &words.0)));
    commands.insert_resource(choice);
}

/// Once a game has begun, nothing is left here of the digits that lock its seats, nor of its luck.
fn forget(
    mut commands: bevy::prelude::Commands,
    session: Option<Res<Session>>,
    choice: Option<ResMut<Choice>>,
) {
    if let (Some(_), Some(mut choice)) = (session, choice) {
        choice.begun(fresh_seed());
        commands.remove_resource::<Shown>();
    }
}

/// A seed nobody chose.
fn fresh_seed() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    // Six digits are enough to tell games apart and few enough to say aloud.
    let mixed = u64::from(since.subsec_nanos()) ^ since.as_secs().wrapping_mul(0x9E37_79B9);
    mixed % 1_000_000
}

fn obey(
    mut asked: ResMut<Inbox<Ask>>,
    mut intents: ResMut<Inbox<Intent>>,
    mut choice: ResMut<Choice>,
    shown: Option<ResMut<Shown>>,
    words: Res<Vocabulary>,
    mut seeds: Local<u64>,
    mut offer: ResMut<Offer>,
) {
    let Some(ask) = asked.take() else { return };
    // Whoever chooses for a new game wants no old one.
    offer.declined = true;
    if matches!(ask, Ask::AnotherSeed) {
        *seeds = seeds.wrapping_add(0x1357);
        choice.reseed((fresh_seed() + *seeds) % 1_000_000);
    } else if matches!(ask, Ask::Start) {
        intents.put(choice.setup().map(Intent::Begin));
    } else {
        choice.take(&ask);
    }
    if let Some(mut shown) = shown {
        shown.0 = Model::of(&choice, &words.0);
    }
}

fn draw(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    room: Res<Room>,
    mut inbox: ResMut<Inbox<Ask>>,
    mut intents: ResMut<Inbox<Intent>>,
    (offer, words): (Res<Offer>, Res<Vocabulary>),
    mut saved: ResMut<Inbox<saves::Ask>>,
) -> Result {
    let mut ui = room.ui(contexts.ctx_mut()?, "menu");
    let (ask, intent, open) = view::draw(&mut ui, &shown.0, &offer, &words.0, &room);
    inbox.put(ask);
    intents.put(intent);
    saved.put(open);
    Ok(())
}

/// Adds the menu.
pub fn plugin(app: &mut App) {
    inbox::add::<Ask>(app);
    app.add_systems(OnEnter(Screen::Menu), open);
    app.add_systems(desk::Cleared, forget);
    app.add_systems(Update, obey.run_if(resource_exists::<Choice>).before(Carried));
    app.add_systems(
        EguiPrimaryContextPass,
        draw.in_set(Draw::Screen).run_if(in_state(Screen::Menu).and_then(resource_exists::<Shown>)),
    );
}
