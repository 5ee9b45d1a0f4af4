//! The guide of a level: hints that point at one thing at a time and say why in a sentence.

use crate::rules::ids::{IssueId, OptionId};
pub use crate::rules::raw::RawMoment as Moment;

/// One hint. It decides nothing: rules and opponents never read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// When it may be shown.
    pub when: Moment,
    /// What it points at.
    pub point: Point,
    /// What the player does, after which it is never shown again.
    pub until: Deed,
    /// The sentence.
    pub say: String,
}

/// What a hint points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// The main button.
    Main,
    /// The points with no pact.
    Fallback,
    /// The row of an issue in the draft.
    Term(IssueId),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Turns the page.
    Turned,
    /// Sets an issue in the draft.
    Drafted(IssueId),
    /// Sets an issue to an option in the draft, or makes an offer all the same.
    Set(IssueId, OptionId),
    /// Makes an offer, or accepts one.
    Offered,
    /// Accepts or refuses an offer, or answers it with another.
    Answered,
    /// Signs a pact.
    Signed,
}
