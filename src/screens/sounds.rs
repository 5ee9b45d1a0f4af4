//! What is heard of a match: only of what the person at the screen has before them.

use bevy::prelude::{App, DetectChanges, IntoScheduleConfigs, Local, Res, ResMut, Update, resource_exists};

use super::flow::Carried;
use super::settings::Settings;
use crate::rules::event::Event;
use crate::rules::ids::PartyId;
use crate::session::{Page, Session};
use crate::sound::{Player, Sound};

/// What a page begins with.
fn of_page(page: Page) -> Option<Sound> {
    match page {
        Page::News => Some(Sound::Bell),
        Page::Votes => Some(Sound::Gavel),
        Page::Brief | Page::Talks | Page::Measures | Page::Decision | Page::Reckoning | Page::Result => None,
    }
}

/// What an event sounds like to a seat.
fn of_event(event: &Event, seat: PartyId) -> Option<Sound> {
    match event {
        Event::Offered(offer) if offer.from != seat => Some(Sound::Paper),
        Event::Offered(_) | Event::Accepted { .. } | Event::Signed(_) => Some(Sound::Pen),
        _ => None,
    }
}

/// Plays what is new since the last time; of several at once the last.
fn hear(
    session: Res<Session>,
    settings: Res<Settings>,
    mut player: ResMut<Player>,
    mut last: Local<Option<(Page, PartyId, usize)>>,
) {
    if !session.is_changed() {
        return;
    }
    let (page, seat, events) = (session.page(), session.seat(), session.page_events());
    let sound = match *last {
        Some((read, whose, heard)) if (read, whose) == (page, seat) => {
            let new = events.get(heard..).unwrap_or_default();
            new.iter().filter_map(|event| of_event(event, seat)).next_back()
        }
        _ => of_page(page),
    };
    *last = Some((page, seat, events.len()));
    player.volume = if settings.0.silent { 0.0 } else { 1.0 };
    if let Some(sound) = sound {
        player.play(sound);
    }
}

/// Adds the sounds.
pub fn plugin(app: &mut App) {
    app.init_resource::<Player>();
    app.add_systems(Update, hear.after(Carried).run_if(resource_exists::<Session>));
}
