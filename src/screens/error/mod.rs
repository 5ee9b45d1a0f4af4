//! Something went wrong inside the game: what happened, what is safe, and what to do.

use bevy::prelude::{
    App, IntoScheduleConfigs, OnEnter, Res, ResMut, Resource, Result, SystemCondition, in_state,
    resource_exists,
};
use bevy_egui::egui::Ui;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::layout::{centred, document, turn_page};
use super::{Draw, Inbox, Intent, Room, Screen};
use crate::session::Session;
use crate::theme::tokens;
use crate::theme::widgets::{Button, lead, prose, title};

/// The widest the page is set.
const WIDTH: f32 = 620.0;

#[derive(Resource)]
struct Shown {
    title: String,
    what: String,
    safe: String,
    menu: String,
    quit: String,
}

fn open(mut commands: bevy::prelude::Commands, session: Res<Session>) {
    let words = session.words();
    let party = session.fault().unwrap_or_default();
    commands.insert_resource(Shown {
        title: words.get("error-title"),
        what: words.text(
            "error-opponent",
            &[("party", party.into()), ("seed", session.setup().seed.to_string().into())],
        ),
        safe: words.get("error-safe"),
        menu: words.get("pause-menu"),
        quit: words.get("pause-quit"),
    });
}

fn draw(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    room: Res<Room>,
    mut inbox: ResMut<Inbox<Intent>>,
) -> Result {
    let mut ui = room.ui(contexts.ctx_mut()?, "error");
    inbox.put(view(&mut ui, &shown, &room));
    Ok(())
}

fn view(ui: &mut Ui, shown: &Shown, room: &Room) -> Option<Intent> {
    let mut intent = None;
    centred(ui, WIDTH, |ui| {
        document(
            ui,
            |ui| {
                title(ui, &shown.title);
                ui.add_space(tokens::GAP_SMALL);
                prose(ui, &shown.what);
                ui.add_space(tokens::GAP_SMALL);
                lead(ui, &shown.safe);
            },
            |ui| {
                if turn_page(ui, room, &shown.menu) {
                    intent = Some(Intent::ToMenu);
                }
                if Button::quiet(&shown.quit).show(ui).clicked() {
                    intent = Some(Intent::Quit);
                }
            },
        );
    });
    intent
}

/// Adds the page.
pub fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Error), open.run_if(resource_exists::<Session>));
    app.add_systems(
        EguiPrimaryContextPass,
        draw.in_set(Draw::Screen).run_if(in_state(Screen::Error).and_then(resource_exists::<Shown>)),
    );
}
