//! Lines out, and what can go wrong with a command.

use std::io::{self, Write};
use std::path::Path;

use thiserror::Error;

use crate::storage::StorageError;
use crate::words::WordsError;

/// How a command ended that could be carried out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// Well.
    Done,
    /// It found faults.
    Faults,
}

/// Why a command could not be carried out.
#[derive(Debug, Error)]
pub(super) enum CliError {
    /// Whoever read the output has gone away.
    #[error("nobody reads the output any more")]
    Gone,
    /// The output could not be written.
    #[error("could not write: {0}")]
    Write(io::Error),
    /// A level or a rule book could not be had.
    #[error("{0}")]
    Storage(#[from] StorageError),
    /// The words could not be had.
    #[error("{0}")]
    Words(#[from] WordsError),
    /// Something else, already in words.
    #[error("{0}")]
    Said(String),
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Gone,
            _ => Self::Write(error),
        }
    }
}

/// Where lines go.
pub(super) struct Out<'a> {
    to: &'a mut dyn Write,
}

impl<'a> Out<'a> {
    pub(super) fn new(to: &'a mut dyn Write) -> Self {
        Self { to }
    }

    /// Writes a text and ends the line. Nothing in it can steer a terminal.
    pub(super) fn line(&mut self, text: impl AsRef<str>) -> Result<(), CliError> {
        writeln!(self.to, "{}", harmless(text.as_ref()))?;
        Ok(())
    }

    /// Writes a text of several lines that ends its last line itself.
    pub(super) fn text(&mut self, text: &str) -> Result<(), CliError> {
        write!(self.to, "{}", harmless(text))?;
        self.flush()
    }

    /// Writes several lines.
    pub(super) fn lines(&mut self, texts: impl IntoIterator<Item = String>) -> Result<(), CliError> {
        texts.into_iter().try_for_each(|text| self.line(text))
    }

    /// Leaves a line empty.
    pub(super) fn gap(&mut self) -> Result<(), CliError> {
        self.line("")
    }

    /// Writes the mark that asks for a line, and shows it at once.
    pub(super) fn ask(&mut self, mark: &str) -> Result<(), CliError> {
        write!(self.to, "{mark}")?;
        self.flush()
    }

    /// Shows what has been written.
    pub(super) fn flush(&mut self) -> Result<(), CliError> {
        Ok(self.to.flush()?)
    }
}

/// Says on the standard error what went wrong.
pub(super) fn complain(text: &str) {
    // Where nobody listens there is nobody to tell.
    let _ = writeln!(io::stderr(), "{}", harmless(text));
}

/// Says that something was written. Where it went to no file, as into a pipe, that is said apart from it.
pub(super) fn written(out: &mut Out<'_>, path: &Path, said: &str) -> Result<(), CliError> {
    if path.is_file() {
        return out.line(said);
    }
    complain(said);
    Ok(())
}

fn harmless(text: &str) -> String {
    let harmless = |c: char| if c.is_control() && c != '\n' { '\u{FFFD}' } else { c };
    text.chars().map(harmless).collect()
}
