//! What was said, offered and signed so far, round by round: where there is no map, it lies below the draft.

use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::Round;
use crate::view::View;
use crate::words::Words;
use crate::words::tell::Story;

/// The talks of a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Minutes {
    /// Which round, and where.
    pub head: String,
    /// What happened, in order.
    pub lines: Vec<String>,
}

/// The talks so far; rounds in which nobody spoke are left out.
pub(super) fn minutes(game: &Game, view: &View, words: &Words) -> Vec<Minutes> {
    let place = |round: &Round| game.level.rounds.get(round.index()).map_or("", |stop| stop.name.as_str());
    let mut story = Story::new(game, Some(view.seat));
    let mut all: Vec<Minutes> = Vec::new();
    for event in &view.log {
        let line = story.tell(words, game, event);
        match event {
            Event::RoundBegan(round) => all.push(Minutes {
                head: words.text(
                    "table-minutes-round",
                    &[("round", round.0.into()), ("place", place(round).into())],
                ),
                lines: Vec::new(),
            }),
            Event::Offered(_)
            | Event::Accepted { .. }
            | Event::Declined { .. }
            | Event::Withdrawn(_)
            | Event::Spoke { .. }
            | Event::Signed(_) => {
                if let Some(round) = all.last_mut() {
                    round.lines.push(line);
                }
            }
            _ => {}
        }
    }
    all.retain(|round| !round.lines.is_empty());
    all
}
