//! What goes over the wire: one JSON object a line, each way.
//!
//! A message to a program says what it is in `type`. A reply says in `turn` which turn it is for and in `do` what is asked; see
//! [`super::read`]. Every figure of points is in whole score units, every net, support and stock in hundredths.

use serde::Serialize;
use serde_json::Value;

/// The version of the protocol. It changes when the meaning of a field does; fields may be added without that.
pub const VERSION: u32 = 1;

/// The longest line that a program may send, in bytes.
pub const LONGEST_LINE: usize = 64 * 1024;

/// Bytes after which a line that does not end ends its program.
pub const ENDLESS: usize = 1024 * 1024;

/// Most lines that are read in a turn.
pub const MOST_LINES: u32 = 4000;

/// Most replies that are refused in a turn before it is lost.
pub const MOST_REFUSED: u32 = 20;

/// Most judgements that a program may ask for in a turn.
pub const MOST_APPRAISALS: u32 = 2000;

/// Turns in a row without an answer in time after which a program is not asked again in the same game.
pub const MOST_LATE: u32 = 3;

/// A message to a program.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Message {
    /// A game begins.
    Hello {
        /// The version of the protocol.
        protocol: u32,
        /// What speaks: `rare-terms` and its version.
        program: String,
        /// The number of the game for this program, from 1.
        game: u64,
        /// The party that it plays.
        party: String,
        /// Its mandate, where it has one.
        mandate: Option<String>,
        /// What parties know of each other: `transparent`, `advisor` or `sealed`.
        knowledge: String,
        /// Milliseconds that it has for each turn.
        time_limit_ms: u64,
        /// Bytes that a line of its own may have.
        longest_line: usize,
        /// Judgements that it may ask for in a turn.
        appraisals: u32,
        /// The level.
        level: Value,
        /// The rules in force.
        rules: Value,
    },
    /// A command is due.
    Turn {
        /// The number of the turn, which the answer repeats. It goes on counting from game to game.
        turn: u64,
        /// The round.
        round: u16,
        /// What is going on: `talks`, `measures` or `reckoning`.
        phase: String,
        /// Milliseconds that are left for the answer.
        time_ms: u64,
        /// The own score if nothing more is signed.
        no_deal: i64,
        /// Where the game stands, as far as the seat knows.
        position: Value,
        /// What the seat has seen since the last turn, in order.
        events: Vec<Value>,
        /// Offers that the seat is party to, each with what it is to the seat.
        offers: Vec<Value>,
        /// What may be done.
        legal: Value,
    },
    /// What a proposal is to the seat, as it asked.
    Appraisal {
        /// The turn.
        turn: u64,
        /// What it is.
        judgement: Value,
    },
    /// A reply was refused. Another may be sent as long as there is time.
    Error {
        /// The turn.
        turn: u64,
        /// Where in the reply: fields and places in lists, with dots between; empty for all of it.
        at: String,
        /// What is wrong.
        message: String,
        /// What was expected.
        #[serde(skip_serializing_if = "Option::is_none")]
        help: Option<String>,
        /// The nearest right name.
        #[serde(skip_serializing_if = "Option::is_none")]
        nearest: Option<String>,
        /// Why the rules refuse it, where they do.
        #[serde(skip_serializing_if = "Option::is_none")]
        refusal: Option<Value>,
    },
    /// A turn was lost: a command that commits the seat to nothing was given in its place.
    Lost {
        /// The turn.
        turn: u64,
        /// Why: `late`, `refused` or `flooded`.
        why: String,
        /// What was done instead.
        done: Value,
    },
    /// The game is over.
    Over {
        /// The final scores that the seat knows: its own, and everyone's where all figures are open.
        scores: Value,
        /// Where the game stands, as far as the seat knows.
        position: Value,
        /// What the seat has seen since the last turn, in order.
        events: Vec<Value>,
    },
}
