//! `import`: turns a domain of another program into a level.

use std::path::PathBuf;

use super::args::ImportArgs;
use super::out::{CliError, Out, Verdict, complain, written};
use crate::import::{Domain, Phrases, domain, level, text};
use crate::rules::check;
use crate::rules::source::{Faults, Source};
use crate::storage::{Library, StorageError};
use crate::words::Words;

/// Rounds of an imported level.
const ROUNDS: usize = 8;

/// Reads the files, makes the level, checks it like any other, and writes it.
pub(super) fn import(words: &Words, out: &mut Out<'_>, wanted: &ImportArgs) -> Result<Verdict, CliError> {
    let domain = read(&wanted.files)?;
    let raw = level(&domain, &phrases(words, &domain));
    let made = text(&raw);
    let name =
        wanted.output.as_ref().map_or_else(|| raw.id.clone() + ".ron", |path| path.display().to_string());
    // What comes out has to be a level: a domain may hold more than fits into one.
    let source =
        Source::from_bytes(name, made.as_bytes()).map_err(Faults::from).map_err(StorageError::from)?;
    let checked = check::level(&source).map_err(StorageError::from)?;
    let discounts = domain.parties.iter().filter_map(|party| {
        let discount = party.discount?.to_string();
        let args = [("party", party.name.as_str().into()), ("discount", discount.as_str().into())];
        (discount != "1" && discount != "0").then(|| words.text("cli-import-discount", &args))
    });
    let Some(path) = &wanted.output else {
        out.text(&made)?;
        // The standard output is for the level alone.
        discounts.for_each(|said| complain(&said));
        return Ok(Verdict::Done);
    };
    Library::write_file(path, made.as_bytes())?;
    let done = words.text(
        "cli-import-done",
        &[
            ("file", path.display().to_string().into()),
            ("title", checked.title.as_str().into()),
            ("parties", checked.parties.len().into()),
            ("issues", checked.issues.len().into()),
            ("packages", domain.packages().to_string().into()),
        ],
    );
    for said in [done].into_iter().chain(discounts) {
        written(out, path, &said)?;
    }
    Ok(Verdict::Done)
}

/// The domain that some files make.
pub(super) fn read(files: &[PathBuf]) -> Result<Domain, CliError> {
    let sources: Result<Vec<Source>, StorageError> =
        files.iter().map(|path| Library::domain_file(path)).collect();
    let domain = domain(&sources?).map_err(Faults::from).map_err(StorageError::from)?;
    Ok(domain)
}

/// The words of an imported level.
pub(super) fn phrases(words: &Words, domain: &Domain) -> Phrases {
    let about = [
        ("parties", domain.parties.len().into()),
        ("issues", domain.issues.len().into()),
        ("packages", domain.packages().to_string().into()),
    ];
    Phrases {
        title: words.get("import-title"),
        summary: words.text("import-summary", &about),
        about: words.text("import-about", &about),
        utility: words.get("import-utility"),
        not_agreed: words.get("import-not-agreed"),
        stop: words.get("import-stop"),
        dates: (1..=ROUNDS).map(|number| words.text("import-date", &[("number", number.into())])).collect(),
        source: words.get("import-source"),
    }
}
