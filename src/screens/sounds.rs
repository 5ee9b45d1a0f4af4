//! What is heard of a match: only of what the person at the screen has before them.

use bevy::prelude::{
    App, DetectChanges, IntoScheduleConfigs, Local, Res, ResMut, Update, resource_changed, resource_exists,
};

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
fn hear(session: Res<Session>, mut player: ResMut<Player>, mut last: Local<Option<(Page, PartyId, usize)>>) {
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
    if let Some(sound) = sound {
        player.play(sound);
    }
}

/// Makes sounds as loud as was set. Whoever sets it hears how loud that is.
fn tune(settings: Res<Settings>, mut player: ResMut<Player>, mut last: Local<Option<u64>>) {
    let volume = settings.0.volume;
    player.volume = if settings.0.silent { 0.0 } else { f32::from(volume) / 100.0 };
    if last.replace(volume.into()).is_some_and(|last| last != u64::from(volume)) {
        player.play(Sound::Gavel);
    }
}

/// Adds the sounds.
pub fn plugin(app: &mut App) {
    app.init_resource::<Player>();
    let tune = tune.run_if(resource_changed::<Settings>);
    app.add_systems(Update, (tune, hear.run_if(resource_exists::<Session>)).chain().after(Carried));
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::sync_channel;

    use super::*;
    use crate::storage;

    #[test]
    fn whoever_sets_the_volume_hears_it() {
        let mut app = App::new();
        plugin(&mut app);
        let (to, heard) = sync_channel(4);
        app.insert_resource(Player::told(to));
        let mut set = |volume, silent| {
            let settings = storage::Settings { volume, silent, ..storage::Settings::default() };
            app.insert_resource(Settings(settings));
            app.update();
            heard.try_iter().map(|(_, loud)| loud).collect::<Vec<_>>()
        };
        let nothing: [f32; 0] = [];
        assert_eq!(set(60, false), nothing, "as it was at the start");
        assert_eq!(set(50, false), [0.5]);
        assert_eq!(set(50, true), nothing);
        assert_eq!(set(50, false), nothing, "it is as loud as before");
        assert_eq!(set(0, false), nothing);
        assert_eq!(set(100, false), [1.0]);
    }
}
