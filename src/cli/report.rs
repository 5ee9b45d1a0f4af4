//! `report`: what came of a finished game, as a page for the browser, a PDF, or data.

use std::path::Path;

use clap::ValueEnum;

use super::args::{ReportArgs, ReportFormat};
use super::kept::Kept;
use super::out::{CliError, Out, Verdict, written};
use super::replay::opened;
use crate::debrief::Debrief;
use crate::play::Replay;
use crate::report::{self, Data, ReportError};
use crate::rules::source::name_help;
use crate::storage::Library;
use crate::words::Words;

/// Writes a report of a game that is over. Of others nothing is told: it would tell everyone's secrets.
pub(super) fn report(
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &ReportArgs,
) -> Result<Verdict, CliError> {
    let format = match wanted.format {
        Some(format) => format,
        None => by_ending(words, &wanted.out)?,
    };
    let asked = kept.find(words, &wanted.file)?;
    let (record, verdict) = kept.open(words, &asked)?;
    let record = if wanted.names { record } else { report::anonymous(words, &record) };
    let replay = opened(words, &record)?;
    if !replay.is_over() {
        return Err(CliError::Said(words.get("cli-report-open")));
    }
    let bytes = made(words, &replay, format).map_err(|error| CliError::Said(error.to_string()))?;
    Library::write_file(&wanted.out, &bytes)?;
    let path = [("path", wanted.out.display().to_string().into())];
    let key = if wanted.names { "cli-report-names" } else { "cli-report" };
    written(out, &wanted.out, &words.text(key, &path))?;
    Ok(verdict)
}

fn made(words: &Words, replay: &Replay, format: ReportFormat) -> Result<Vec<u8>, ReportError> {
    let document = || {
        let document = report::compose::document(words, &Debrief::of(replay));
        report::named(words, document, replay.now().game(), replay.record())
    };
    match format {
        ReportFormat::Html => report::html(words, &document()).map(String::into_bytes),
        ReportFormat::Pdf => report::pdf(words, &document()),
        ReportFormat::Json => Data::of(replay).json().map(String::into_bytes),
        ReportFormat::Csv => Ok(Data::of(replay).csv().into_bytes()),
    }
}

/// The format that a file's ending names.
fn by_ending(words: &Words, path: &Path) -> Result<ReportFormat, CliError> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if let Ok(format) = ReportFormat::from_str(&ending, true) {
        return Ok(format);
    }
    let path = ("path", path.display().to_string().into());
    let help = ("help", name_help(&ending, ["html", "pdf", "json", "csv"]).into());
    Err(CliError::Said(words.text("cli-report-ending", &[path, help])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_names_the_format() {
        let words = Words::english();
        let format = |path: &str| by_ending(&words, Path::new(path)).map_err(|error| error.to_string());
        assert_eq!(format("a.HTML"), Ok(ReportFormat::Html));
        assert_eq!(format("b/c.d.csv"), Ok(ReportFormat::Csv));
        let wrong = format("game.htm").unwrap_err();
        assert!(wrong.contains("game.htm") && wrong.contains("did you mean \"html\""), "{wrong}");
        assert!(format("game").unwrap_err().contains("html, pdf, json, csv"));
    }
}
