//! What can go wrong with saved games.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::rules::source::Fault;

/// What can go wrong with saved games.
#[derive(Debug, Error)]
pub enum SaveError {
    /// The system does not let it be read.
    #[error("could not read {}: {source}", .path.display())]
    Read {
        /// What.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The system does not let it be written. What was there before is still there.
    #[error("could not write {}: {source}", .path.display())]
    Write {
        /// What.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It is no saved game, or is damaged from its beginning.
    #[error("{0}")]
    Damaged(#[from] Fault),
    /// No file can have that name.
    #[error("nothing can be saved as \u{201c}{name}\u{201d}: {why}")]
    Name {
        /// The name.
        name: String,
        /// Why not.
        why: &'static str,
    },
}
