//! Beginning a match, and the system that keeps it going.

use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::{App, DetectChangesMut, IntoScheduleConfigs, PreUpdate, Res, ResMut, resource_exists};
use bevy::winit::{UpdateMode, WinitSettings};

use super::minds::Minds;
use super::notice::Told;
use super::{Debriefing, Rerun, Session};
use thiserror::Error;

use super::desk::Desk;
use crate::opponents::Difficulty;
use crate::play::Match;
use crate::play::auto::{self, NoSuchOpponent};
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, PartyId, PartySet};
use crate::rules::record::{Person, Seat};
use crate::words::Words;

/// How often the window looks after an opponent that is thinking.
const LOOK: Duration = Duration::from_millis(60);

/// How long a window in which nothing happens sleeps at a time.
const SLEEP: Duration = Duration::from_hours(1);

/// How the window rests: it is drawn when something happens, focused or not.
#[must_use]
pub fn at_rest() -> WinitSettings {
    WinitSettings {
        focused_mode: UpdateMode::reactive(SLEEP),
        unfocused_mode: UpdateMode::reactive_low_power(SLEEP),
    }
}

/// What a game is set up with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The level under its rule book.
    pub game: Arc<Game>,
    /// Who plays each party; at least one person does.
    pub seats: ByParty<Seat>,
    /// The seed of every draw.
    pub seed: u64,
}

impl Setup {
    /// One person takes one seat, opponents of one difficulty the others.
    #[must_use]
    pub fn solo(game: Arc<Game>, seat: PartyId, difficulty: Difficulty, seed: u64) -> Self {
        let seats = game.by_party(|party| match party == seat {
            true => Seat::Person(Person::default()),
            false => Seat::Opponent(difficulty.id().to_owned()),
        });
        Self { game, seats, seed }
    }

    /// The same game with everyone at the next party. A PIN belongs to one seat, so nobody has one any more.
    #[must_use]
    pub fn moved_on(&self) -> Self {
        let mut next = self.clone();
        next.seats.0.rotate_right(1);
        for seat in &mut next.seats.0 {
            if let Seat::Person(person) = seat {
                person.pin = None;
            }
        }
        next
    }
}

impl Session {
    /// Begins a match.
    ///
    /// # Errors
    /// No person plays, or there is no such opponent.
    pub fn new(setup: Setup, words: Arc<Words>) -> Result<Self, NoSession> {
        let play = Match::begin(setup.game.clone(), setup.seed, setup.seats.clone());
        Self::of(play, words, Desk::new)
    }

    /// Goes on with a match that was played before.
    ///
    /// # Errors
    /// No person plays, or there is no such opponent.
    pub fn resume(play: Match, words: Arc<Words>) -> Result<Self, NoSession> {
        Self::of(play, words, Desk::resumed)
    }

    fn of(play: Match, words: Arc<Words>, desk: impl Fn(&Match, PartyId) -> Desk) -> Result<Self, NoSession> {
        let head = &play.record().head;
        let setup = Setup { game: play.game().clone(), seats: head.seats.clone(), seed: head.seed };
        let mut desks = setup.game.by_party(|party| setup.seats[party].person().map(|_| desk(&play, party)));
        let persons: PartySet =
            desks.iter().filter(|(_, desk)| desk.is_some()).map(|(seat, _)| seat).collect();
        // The one who has to act comes first.
        let first = persons
            .both(play.waiting_for())
            .iter()
            .chain(persons.iter())
            .next()
            .ok_or(NoSession::NoPerson)?;
        let desk = desks[first].take().ok_or(NoSession::NoPerson)?;
        let locked =
            persons.len() > 1 || setup.seats[first].person().is_some_and(|person| person.pin.is_some());
        let mut session = Self {
            minds: Minds::new(auto::seated(&play)?),
            play,
            setup,
            words,
            desks,
            desk,
            door: locked.then_some(first),
            staying: false,
            sitting: 0,
            broken: PartySet::NONE,
            told: Told::default(),
            pace: super::PACE,
            quiet_until: None,
            revision: 0,
        };
        session.take_in();
        session.sit();
        Ok(session)
    }
}

/// Why a game cannot be played here.
#[derive(Debug, Error)]
pub enum NoSession {
    /// Nobody here plays a party.
    #[error("no person plays in this game")]
    NoPerson,
    /// An opponent that there is not.
    #[error("{0}")]
    Opponent(#[from] NoSuchOpponent),
}

/// Lets the opponents go on, and keeps the window awake while they do.
pub fn advance_system(mut session: ResMut<Session>, winit: Option<ResMut<WinitSettings>>) {
    // Looking after the opponents changes nothing until one has decided.
    let changed = session.bypass_change_detection().advance();
    if changed {
        session.set_changed();
    }
    let Some(mut winit) = winit else { return };
    let idle = at_rest();
    let awake = session.restless();
    let focused = if awake { UpdateMode::reactive(LOOK) } else { idle.focused_mode };
    if winit.focused_mode != focused {
        winit.focused_mode = focused;
        winit.unfocused_mode = if awake { UpdateMode::reactive_low_power(LOOK) } else { idle.unfocused_mode };
    }
}

/// Lets a replay go on, and keeps the window awake while it does.
fn rerun_system(mut rerun: ResMut<Rerun>, winit: Option<ResMut<WinitSettings>>) {
    if rerun.bypass_change_detection().advance() {
        rerun.set_changed();
    }
    let Some(mut winit) = winit else { return };
    let focused = UpdateMode::reactive(LOOK);
    if rerun.runs() && winit.focused_mode != focused {
        winit.focused_mode = focused;
        winit.unfocused_mode = UpdateMode::reactive_low_power(LOOK);
    }
}

/// Takes what has been worked out of a debrief, and keeps the window awake until then.
fn debriefing_system(mut debriefing: ResMut<Debriefing>, winit: Option<ResMut<WinitSettings>>) {
    if debriefing.bypass_change_detection().advance() {
        debriefing.set_changed();
    }
    let Some(mut winit) = winit else { return };
    let focused = UpdateMode::reactive(LOOK);
    if debriefing.works() && winit.focused_mode != focused {
        winit.focused_mode = focused;
        winit.unfocused_mode = UpdateMode::reactive_low_power(LOOK);
    }
}

/// Puts the window to sleep when no match is on, none is played again, and none is looked back at.
fn rest_system(
    session: Option<Res<Session>>,
    rerun: Option<Res<Rerun>>,
    debriefing: Option<Res<Debriefing>>,
    winit: Option<ResMut<WinitSettings>>,
) {
    let (None, Some(mut winit)) = (session, winit) else { return };
    let idle = at_rest();
    let awake = rerun.is_some_and(|rerun| rerun.runs()) || debriefing.is_some_and(|back| back.works());
    if !awake && winit.focused_mode != idle.focused_mode {
        *winit = idle;
    }
}

/// Keeps a match going, if one is on.
pub fn plugin(app: &mut App) {
    app.add_systems(
        PreUpdate,
        (
            advance_system.run_if(resource_exists::<Session>),
            rerun_system.run_if(resource_exists::<Rerun>),
            debriefing_system.run_if(resource_exists::<Debriefing>),
            rest_system,
        )
            .chain(),
    );
}
