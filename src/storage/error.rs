//! What can go wrong with a file, and what to do about it.

use std::path::PathBuf;

use thiserror::Error;

use crate::rules::source::{Faults, quote};

/// Why a level or a rule book could not be had.
#[derive(Debug, Error)]
pub enum StorageError {
    /// There is none of this name.
    #[error("there is no {kind} called {}\n  help: {help}", quote(name))]
    Unknown {
        /// What was looked for.
        kind: &'static str,
        /// The name.
        name: String,
        /// The nearest name, and those that there are.
        help: String,
    },
    /// A file or folder could not be read.
    #[error("could not read {}: {source}\n  help: check the path and that you may read it", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file could not be written.
    #[error("could not write {}: {source}\n  help: check the path and that you may write there", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The data folder is no folder.
    #[error("{} is not a folder\n  help: --data takes a folder with levels/, rules/ or locales/ in it", path.display())]
    NoFolder {
        /// What was given.
        path: PathBuf,
    },
    /// A file has faults.
    #[error("{0}")]
    Faulty(Faults),
}

impl From<Faults> for StorageError {
    fn from(faults: Faults) -> Self {
        Self::Faulty(faults)
    }
}
