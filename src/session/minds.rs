//! The opponents of a match, thinking where no frame waits for them.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy::platform::cell::SyncCell;
use bevy::tasks::futures::check_ready;
use bevy::tasks::{AsyncComputeTaskPool, Task};

use crate::opponents::Opponent;
use crate::play::auto;
use crate::rules::command::Command;
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, PartyId};
use crate::view::View;

/// An opponent, while nobody else has it.
type Mind = Box<dyn Opponent>;

/// What an opponent that has thought came to; no command if it broke down.
struct Thought {
    mind: Mind,
    command: Option<Command>,
}

/// An opponent at work.
struct Thinking {
    seat: PartyId,
    /// How many events its seat had seen.
    seen: u32,
    task: Task<Thought>,
    /// Not shown before this, so that a person can follow.
    not_before: Instant,
    done: SyncCell<Option<Thought>>,
}

/// What an opponent decided.
pub(super) struct Decision {
    /// Whose.
    pub(super) seat: PartyId,
    /// How many events its seat had seen.
    pub(super) seen: u32,
    /// What it wants; `None` if it broke down.
    pub(super) command: Option<Command>,
}

/// The opponents of a match; one of them thinks at a time.
pub(super) struct Minds {
    idle: SyncCell<ByParty<Option<Mind>>>,
    thinking: Option<Thinking>,
}

impl Minds {
    pub(super) fn new(minds: ByParty<Option<Mind>>) -> Self {
        Self { idle: SyncCell::new(minds), thinking: None }
    }

    /// Whose opponent is at work.
    pub(super) fn thinking(&self) -> Option<PartyId> {
        self.thinking.as_ref().map(|thinking| thinking.seat)
    }

    /// Whether an opponent plays this seat.
    pub(super) fn plays(&mut self, seat: PartyId) -> bool {
        self.thinking() == Some(seat) || self.idle_mut().0.get(seat.index()).is_some_and(Option::is_some)
    }

    fn idle_mut(&mut self) -> &mut ByParty<Option<Mind>> {
        self.idle.get()
    }

    /// Lets a seat's opponent think, if none is at work. Its answer shows no sooner than after `pace`.
    pub(super) fn begin(&mut self, seat: PartyId, game: Arc<Game>, view: View, pace: Duration) {
        if self.thinking.is_some() {
            return;
        }
        let Some(mut mind) = self.idle_mut().0.get_mut(seat.index()).and_then(Option::take) else {
            return;
        };
        let seen = view.seen();
        let task = AsyncComputeTaskPool::get().spawn(async move {
            let command = auto::think(mind.as_mut(), &game, &view);
            Thought { mind, command }
        });
        self.thinking =
            Some(Thinking { seat, seen, task, not_before: Instant::now() + pace, done: SyncCell::new(None) });
    }

    /// What the opponent at work decided, once it has and its time has come.
    pub(super) fn poll(&mut self) -> Option<Decision> {
        let thinking = self.thinking.as_mut()?;
        let done = thinking.done.get();
        if done.is_none() {
            *done = check_ready(&mut thinking.task);
        }
        if done.is_none() || Instant::now() < thinking.not_before {
            return None;
        }
        let Thinking { seat, seen, done, .. } = self.thinking.take()?;
        let Thought { mind, command } = SyncCell::to_inner(done)?;
        if let Some(place) = self.idle_mut().0.get_mut(seat.index()) {
            *place = Some(mind);
        }
        Some(Decision { seat, seen, command })
    }
}
