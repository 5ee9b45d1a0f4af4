//! The guide of a level: what its first game points at, one hint at a time.

use serde::{Deserialize, Serialize};

/// One hint.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawHint {
    /// When it may be shown.
    pub when: RawMoment,
    /// What it points at.
    pub point: RawPoint,
    /// What the player does, after which it is never shown again.
    #[serde(default)]
    pub until: RawDeed,
    /// The sentence.
    pub say: String,
}

/// When a hint may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawMoment {
    /// The role brief is open.
    Brief,
    /// The news are open.
    News,
    /// The talks are open and not over.
    Talks,
    /// So they are, and an offer of another waits for an answer.
    Offer,
    /// So they are, and the player's offer was refused, with none after it.
    Refused,
    /// So they are, and the player has signed a pact.
    Signed,
    /// So they are, and the draft would leave the player less than no deal.
    Worse,
    /// The talks are over, and are only to be read.
    Closed,
    /// Parties pick their measures.
    Measures,
    /// The chambers vote.
    Votes,
    /// The player is asked something at Reckoning.
    Decision,
    /// The Reckoning is told.
    Reckoning,
    /// The game is over.
    Result,
}

/// What a hint points at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawPoint {
    /// The main button.
    Main,
    /// The points with no pact.
    Fallback,
    /// The row of this issue in the draft.
    Term(String),
    /// How the draft stands with the others.
    Others,
    /// The offers.
    Offers,
    /// The button that ends the player's talks.
    Done,
    /// The sheets of the result.
    Sheets,
}

/// What a player does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawDeed {
    /// Turns the page.
    #[default]
    Turned,
    /// Sets this issue in the draft.
    Drafted(String),
    /// Sets this issue to this option in the draft, or makes an offer all the same.
    Set(String, String),
    /// Makes an offer, or accepts one.
    Offered,
    /// Accepts or refuses an offer, or answers it with another.
    Answered,
    /// Signs a pact.
    Signed,
}
