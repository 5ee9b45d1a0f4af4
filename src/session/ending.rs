//! How a match ended.

use crate::play::Match;
use crate::rules::event::Event;
use crate::rules::ids::Points;
use crate::rules::position::Position;

/// How the game ended, with every secret.
#[derive(Clone, Debug)]
pub struct Ending {
    /// The last position, with all mandates and terms.
    pub truth: Position,
    /// Every party's score.
    pub scores: [Points; 4],
    /// Every party's no-deal value at the first decision.
    pub no_deal: [Points; 4],
    /// Everything that happened.
    pub log: Vec<Event>,
    /// The position at the first decision, with all mandates.
    pub start: Position,
}

impl Ending {
    /// The end of a match that is over.
    #[must_use]
    pub(super) fn of(play: &Match) -> Self {
        // The truth at the first decision: all that happened up to the first talks, unredacted.
        let game = play.game();
        let mut start = Position::new(game);
        for event in play.log() {
            start.apply(game, event);
            if *event == Event::TalksBegan {
                break;
            }
        }
        Self {
            truth: play.truth().clone(),
            scores: play.scores(),
            no_deal: play.no_deal_at_start(),
            log: play.log().to_vec(),
            start,
        }
    }
}
