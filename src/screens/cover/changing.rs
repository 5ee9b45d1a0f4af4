//! Changing a key: a line of the list is chosen, and the next key that is pressed is its own from then on.

use bevy::prelude::{DetectChangesMut, Res, ResMut, Resource};
use bevy_egui::egui::{Context, Event, Key};

use super::Cover;
use crate::screens::Inbox;
use crate::screens::keys::{Action, Chord, Refusal, Table};
use crate::screens::settings::Settings;

/// What is asked for on the list of keys.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ask {
    /// The next key that is pressed is to do this.
    Change(Action),
    /// This key was pressed for it.
    Pressed(Chord),
    /// Everything stays as it is.
    Stop,
    /// This has its usual key again.
    Usual(Action),
    /// Everything has its usual key again.
    AllUsual,
}

/// What is being changed.
#[derive(Resource, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Changing {
    /// The action whose key is pressed next.
    pub(super) action: Option<Action>,
    /// The key that was pressed for it last, and why it cannot have that.
    pub(super) refused: Option<(Chord, Refusal)>,
}

/// Takes all that was pressed; nobody else is to hear it.
pub(super) fn listen(ctx: &Context) -> Option<Ask> {
    let heard = ctx.input_mut(|input| {
        let heard = Chord::heard(input);
        let pressed = |event: &Event| {
            matches!(event, Event::Key { .. } | Event::Text(_) | Event::Copy | Event::Cut | Event::Paste(_))
        };
        input.events.retain(|event| !pressed(event));
        heard
    });
    heard.map(|chord| if chord == Chord::plain(Key::Escape) { Ask::Stop } else { Ask::Pressed(chord) })
}

/// Changes keys as was asked. They are kept with the settings.
pub(super) fn obey(
    mut asks: ResMut<Inbox<Ask>>,
    mut changing: ResMut<Changing>,
    mut settings: ResMut<Settings>,
    cover: Res<Cover>,
) {
    // Nothing is changed any more once the list is closed.
    if *cover != Cover::Help {
        changing.set_if_neq(Changing::default());
    }
    if asks.is_empty() {
        return;
    }
    let Some(ask) = asks.take() else { return };
    let now = changing.action.take();
    changing.refused = None;
    let mut table = Table::read(&settings.0.keys);
    match (ask, now) {
        (Ask::Change(action), _) => changing.action = Some(action),
        (Ask::Pressed(chord), Some(action)) => match table.bind(action, chord) {
            Ok(()) => settings.0.keys = table.kept(),
            // Another may be pressed.
            Err(refusal) => *changing = Changing { action: now, refused: Some((chord, refusal)) },
        },
        (Ask::Usual(action), _) if table.bind(action, action.usual()).is_ok() => {
            settings.0.keys = table.kept();
        }
        (Ask::AllUsual, _) => settings.0.keys.clear(),
        (Ask::Pressed(_) | Ask::Stop | Ask::Usual(_), _) => {}
    }
}
