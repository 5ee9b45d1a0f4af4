//! `analyze`: what could be signed, by whom, and what the rules of bargaining theory pick of it.
//!
//! A [`Subject`] is a game at a position and those who would sign, so that any moment of any game can be analysed alike.

mod json;
mod lines;
pub(super) mod subject;

use std::io;

use super::args::AnalyzeArgs;
use super::kept::Kept;
use super::out::{CliError, Out, Verdict};
use crate::analysis::Analysis;
use crate::rules::standpoint::Standpoint;
use crate::storage::Library;
use crate::words::Words;
use subject::Subject;

/// Analyses a level, a domain or a saved game, and prints lines or one JSON object.
pub(super) fn analyze(
    library: &Library,
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &AnalyzeArgs,
) -> Result<Verdict, CliError> {
    let subject = Subject::read(library, kept, words, wanted)?;
    let standpoint = Standpoint::new(&subject.game, &subject.at);
    let analysis = Analysis::of(&standpoint, subject.parties);
    if wanted.json {
        let report = json::report(&standpoint, &analysis);
        let text = serde_json::to_string_pretty(&report).map_err(io::Error::from)?;
        out.line(text)?;
    } else {
        out.lines(lines::lines(words, &standpoint, &analysis))?;
    }
    Ok(subject.verdict)
}
