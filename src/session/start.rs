//! Beginning a match, and the system that keeps it going.

use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::{App, DetectChangesMut, IntoScheduleConfigs, PreUpdate, Res, ResMut, resource_exists};
use bevy::winit::{UpdateMode, WinitSettings};

use super::Session;
use super::minds::Minds;
use super::page::Span;
use crate::opponents::{Baseline, Difficulty, Opponent};
use crate::play::Match;
use crate::rules::game::Game;
use crate::rules::ids::PartyId;
use crate::words::Words;

/// How often the window looks after an opponent that is thinking.
const LOOK: Duration = Duration::from_millis(60);

/// What a game is set up with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The level under its rule book.
    pub game: Arc<Game>,
    /// The person's party.
    pub seat: PartyId,
    /// How hard the opponents are to move.
    pub difficulty: Difficulty,
    /// The seed of every draw.
    pub seed: u64,
}

impl Session {
    /// Begins a match: the person takes one seat, opponents the others.
    #[must_use]
    pub fn new(setup: Setup, words: Arc<Words>) -> Self {
        let play = Match::new(setup.game.clone(), setup.seed);
        let minds = setup.game.by_party(|party| {
            let mind = Baseline::new(play.temper(party), setup.difficulty);
            (party != setup.seat).then(|| Box::new(mind) as Box<dyn Opponent>)
        });
        let span = Span::brief(&play.view(setup.seat).log);
        let view = crate::view::View::new(&setup.game, setup.seat);
        let mut session = Self {
            play,
            setup,
            words,
            minds: Minds::new(minds),
            span,
            before: view.clone(),
            shown: view,
            refusal: None,
            fault: None,
            pace: super::PACE,
            ending: None,
            turning: false,
            revision: 0,
        };
        session.shown = session.folded(span.to);
        session.touch();
        session
    }
}

/// Lets the opponents go on, and keeps the window awake while they do.
pub fn advance_system(mut session: ResMut<Session>, winit: Option<ResMut<WinitSettings>>) {
    // Looking after the opponents changes nothing until one has decided.
    let changed = session.bypass_change_detection().advance();
    if changed {
        session.set_changed();
    }
    let Some(mut winit) = winit else { return };
    let idle = WinitSettings::desktop_app();
    let awake = session.thinking().is_some();
    let focused = if awake { UpdateMode::reactive(LOOK) } else { idle.focused_mode };
    if winit.focused_mode != focused {
        winit.focused_mode = focused;
        winit.unfocused_mode = if awake { UpdateMode::reactive_low_power(LOOK) } else { idle.unfocused_mode };
    }
}

/// Puts the window to sleep when no match is on.
fn rest_system(session: Option<Res<Session>>, winit: Option<ResMut<WinitSettings>>) {
    let (None, Some(mut winit)) = (session, winit) else { return };
    let idle = WinitSettings::desktop_app();
    if winit.focused_mode != idle.focused_mode {
        *winit = idle;
    }
}

/// Keeps a match going, if one is on.
pub fn plugin(app: &mut App) {
    app.add_systems(PreUpdate, (advance_system.run_if(resource_exists::<Session>), rest_system).chain());
}
