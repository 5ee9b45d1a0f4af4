//! What the menu offers first: the game that was being played.

use bevy::prelude::{App, IntoScheduleConfigs, OnEnter, Res, ResMut, Resource, Update, resource_changed};

use super::files::{File, Files};
use super::{Keeping, model};
use crate::screens::Screen;
use crate::screens::clock::when;
use crate::screens::flow::{Carried, Vocabulary};
use crate::storage::disk::now;
use crate::storage::saves::{Shelf, Slot};
use crate::words::Words;

/// What the menu offers before a new game.
#[derive(Resource, Clone, PartialEq, Eq, Debug, Default)]
pub struct Offer {
    /// Whether it is not known yet what there is to offer.
    pub pending: bool,
    /// Whether the player has chosen something else since the menu opened.
    pub declined: bool,
    /// The game that can go on.
    pub go_on: Option<GoOn>,
    /// Whether there are saved games at all, or may be.
    pub any: bool,
}

/// A game that can go on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoOn {
    /// Its file.
    pub slot: Slot,
    /// Its level.
    pub title: String,
    /// Who plays, and how far it has come.
    pub who: String,
    /// When it was played last, or that something is wrong with it.
    pub when: String,
}

impl Offer {
    /// Whether the main action is to go on.
    #[must_use]
    pub fn first(&self) -> bool {
        self.go_on.is_some() && !self.declined
    }

    pub(super) fn of(words: &Words, list: &[File], now: u64) -> Option<GoOn> {
        let file = list.iter().find(|file| file.slot.shelf == Shelf::Running)?;
        let (slot, at) = (file.slot.clone(), when(words, file.slot.when, now));
        Some(match &file.about {
            Ok(about) => GoOn {
                slot,
                title: about.summary.game.level.title.clone(),
                who: words.text(
                    "saves-line",
                    &[("who", model::who(words, about).into()), ("round", model::round(words, about).into())],
                ),
                when: about.damage.as_ref().map_or(at, |damage| model::wrong(words, damage)),
            },
            Err(_) => {
                GoOn { slot, title: file.slot.name(), who: words.get("saves-cannot-be-read"), when: at }
            }
        })
    }
}

fn open(mut offer: ResMut<Offer>, keeping: Res<Keeping>) {
    *offer = Offer { pending: keeping.0.is_some(), any: keeping.0.is_some(), ..Offer::default() };
}

fn rebuild(files: Res<Files>, words: Res<Vocabulary>, mut offer: ResMut<Offer>) {
    if files.known {
        offer.pending = false;
        offer.go_on = Offer::of(&words.0, &files.list, now());
        match &offer.go_on {
            Some(game) => bevy::log::info!("offered: {}", game.slot.path.display()),
            None => bevy::log::info!("nothing is offered"),
        }
    }
}

/// Adds what the menu offers.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Offer>();
    app.add_systems(OnEnter(Screen::Menu), open);
    app.add_systems(Update, rebuild.run_if(resource_changed::<Files>).before(Carried));
}
