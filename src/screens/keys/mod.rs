//! The keys that the player may change: which there are ([`Action`]), which key each has ([`Table`]), and asking whether it was pressed.
//!
//! - A screen asks [`Room::asked`](super::Room::asked) for an action and never for such a key; a button shows it by [`text`].
//! - The table in use lies where the toolkit keeps things, so that whoever draws has it; the frame puts it there before anything is drawn.

mod action;
mod chord;
mod table;

use std::collections::BTreeMap;
use std::sync::Arc;

use bevy::prelude::{App, IntoScheduleConfigs, Res, ResMut, Resource, Update, resource_changed};
use bevy_egui::egui::{Context, Id, Ui};

pub use self::action::Action;
pub use self::chord::{Chord, Kept};
pub use self::table::{Refusal, Table};
use super::flow::{Carried, Vocabulary};
use super::settings::Settings;
use crate::words::Words;

/// The keys in use, and how they are shown.
#[derive(Resource, Clone, Debug, Default)]
pub struct Keys(Arc<Held>);

#[derive(Debug, Default)]
struct Held {
    table: Table,
    texts: BTreeMap<Action, String>,
}

impl Keys {
    fn new(table: Table, words: &Words) -> Self {
        let text = |action: &Action| (*action, table.chord(*action).shown(words));
        let texts = Action::ALL.iter().map(text).collect();
        Self(Arc::new(Held { table, texts }))
    }

    /// Those in use; the usual ones where none were put.
    #[must_use]
    pub fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(Id::NULL)).unwrap_or_default()
    }

    /// Puts them where [`Keys::of`] finds them.
    pub fn put(&self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(Id::NULL, self.clone()));
    }

    /// Which key does what.
    #[must_use]
    pub fn table(&self) -> &Table {
        &self.0.table
    }

    /// The key of an action as it is shown.
    #[must_use]
    pub fn text(&self, action: Action) -> String {
        let shown = self.0.texts.get(&action).cloned();
        shown.unwrap_or_else(|| self.0.table.chord(action).to_string())
    }
}

/// The key of an action as buttons show it.
#[must_use]
pub fn text(ui: &Ui, action: Action) -> String {
    Keys::of(ui.ctx()).text(action)
}

/// The key that an action has now.
#[must_use]
pub fn chord(ctx: &Context, action: Action) -> Chord {
    Keys::of(ctx).table().chord(action)
}

fn rebuild(settings: Res<Settings>, words: Res<Vocabulary>, mut keys: ResMut<Keys>) {
    *keys = Keys::new(Table::read(&settings.0.keys), &words.0);
}

/// Adds the keys.
pub fn plugin(app: &mut App) {
    app.init_resource::<Keys>();
    app.add_systems(Update, rebuild.after(Carried).run_if(resource_changed::<Settings>));
}
