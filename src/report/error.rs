//! What can go wrong with making a report.

use thiserror::Error;

/// Why a report could not be made. None of it has to do with the game that was played.
#[derive(Debug, Error)]
pub enum ReportError {
    /// The template of the page could not be filled.
    #[error("the page could not be made: {0}")]
    Page(String),
    /// The page for paper could not be written.
    #[error("the PDF could not be made: {0}")]
    Paper(String),
    /// The data could not be written down.
    #[error("the data could not be written down: {0}")]
    Data(String),
}

impl From<minijinja::Error> for ReportError {
    fn from(error: minijinja::Error) -> Self {
        Self::Page(error.to_string())
    }
}
