//! Seats that are played by programs outside: lines of JSON, back and forth.
//!
//! - What a program is told comes from its seat's view and from what is public: positions with equal visible events give equal bytes. The seed
//!   is in nothing that it is told.
//! - Everything is called by the names of the level's file and never by its place in a list, so that a program needs no list to read a message.
//! - A program is never waited for longer than its time. What it sends is bounded in length and in number, and is read strictly: whatever is
//!   not understood is answered with what is wrong and, where there is one, the nearest right name.
//! - A program that ends, is late, floods or asks for what is not allowed loses its turn to a command that commits its seat to nothing. The
//!   match, the other seats and the record are as they would be if it had given that command itself.
//!
//! `docs/seat-protocol.md` describes the messages for those who write programs.

mod commands;
mod counts;
mod events;
mod fields;
mod host;
mod judge;
mod level;
mod lines;
mod names;
mod position;
mod process;
pub mod protocol;
mod reply;
mod rules;
pub mod speak;

pub use self::counts::{Counts, Lost};
pub use self::fields::Fault;
pub use self::host::Outside;
pub use self::reply::{Asked, read};
