//! Domains of research programs, as levels.
//!
//! Two formats are read: JSON with `"format": "negotiation-oracle/1"`, and the XML of GENIUS and of the ANAC competitions, a
//! file for the domain and a utility profile for each party.
//!
//! - No file is read here and no words for players are made here: texts come in, and so do the words.
//! - Utilities keep their whole resolution: they are whole numbers of units.
//! - What is not understood is named with its line and column, as one error. Nothing is left out in silence, and no text
//!   makes anything here panic.

mod domain;
mod genius;
mod json;
mod level;
mod places;
mod write;

pub use domain::{Domain, Profile, Question, SCALE, Utility};
pub use level::{Phrases, level};
pub use write::text;

use crate::rules::source::{Fault, Source};

/// Whether a text is a domain rather than a level: JSON or XML.
#[must_use]
pub fn is_domain(source: &Source) -> bool {
    source.text().trim_start().starts_with(['{', '<'])
}

/// The domain that one JSON file or several XML files make: of these the first is the domain, the others are
/// the profiles of its parties, in order.
///
/// # Errors
/// The first thing that is wrong or not understood, at its place.
pub fn domain(sources: &[Source]) -> Result<Domain, Fault> {
    let (Some(first), rest) = (sources.first(), sources.get(1..).unwrap_or(&[])) else {
        return Err(Fault::in_text(&Source::new("", ""), 0, 0, "there is no file"));
    };
    if first.text().trim_start().starts_with('<') {
        return genius::domain(first, rest);
    }
    match rest.first() {
        Some(other) => Err(Fault::in_text(other, 0, 0, "a domain in JSON is one file; this is one too many")),
        None => json::domain(first),
    }
}
