//! Domains in JSON: `"format": "negotiation-oracle/1"`.
//!
//! `issues` have a name and values; a package picks one value of each, and packages count row-major, the last issue fastest. `parties`
//! have a `reservation_int` and either `value_tables`, one list for each issue whose picked entries add up, or a
//! `full_table`, one entry for each package. Utilities are whole numbers of 1/`scale`. Other fields, such as the numbers that are
//! expected of an analysis, are passed over.

use serde::Deserialize;

use super::domain::{Domain, Profile, Question, Utility};
use super::places::{Of, fits};
use crate::rules::source::{Fault, Path, Source, quote};

/// The format that is read.
const FORMAT: &str = "negotiation-oracle/1";

/// Points of a level reach this many units, up or down.
const MOST_UNITS: i64 = 1_000_000_000;

#[derive(Deserialize)]
struct Written {
    format: String,
    #[serde(default)]
    name: String,
    scale: i64,
    issues: Vec<WrittenIssue>,
    parties: Vec<WrittenParty>,
}

#[derive(Deserialize)]
struct WrittenIssue {
    name: String,
    values: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct WrittenParty {
    name: String,
    reservation_int: i64,
    #[serde(default)]
    value_tables: Option<Vec<Vec<i64>>>,
    #[serde(default)]
    full_table: Option<Vec<i64>>,
}

/// Only the format, whatever else is in it.
#[derive(Deserialize)]
struct Format {
    format: String,
}

/// The domain of a text.
pub(super) fn domain(source: &Source) -> Result<Domain, Fault> {
    // Of another format it says so, and does not blame it for fields that this one has.
    if let Ok(Format { format }) = serde_json::from_str(source.text())
        && format != FORMAT
    {
        return Err(wrong_format(source, &format));
    }
    let mut parser = serde_json::Deserializer::from_str(source.text());
    let mut track = serde_path_to_error::Track::new();
    let read = Written::deserialize(serde_path_to_error::Deserializer::new(&mut parser, &mut track));
    let written = read.map_err(|error| form(source, &error, &track.path().to_string()))?;
    parser.end().map_err(|error| form(source, &error, ""))?;
    checked(source, written)
}

fn wrong_format(source: &Source, found: &str) -> Fault {
    let message = format!("no format {} is read here", quote(found));
    Fault::at(source, &Path::root().field("format"), message).with_help(format!("expected {}", quote(FORMAT)))
}

/// An error of form at its line and column.
fn form(source: &Source, error: &serde_json::Error, path: &str) -> Fault {
    let text = source.text();
    let line = error.line().max(1);
    let start = match line {
        1 => 0,
        _ => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    // The parser counts columns in bytes, and stands behind what it stumbled over.
    let at = (start + error.column().saturating_sub(1)).min(text.len());
    let said = error.to_string();
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
    let message = match path {
        "" | "." | "?" => said.to_owned(),
        _ => format!("{path}: {said}"),
    };
    Fault::in_text(source, at, 1, message)
}

fn checked(source: &Source, written: Written) -> Result<Domain, Fault> {
    let root = Path::root();
    if written.format != FORMAT {
        return Err(wrong_format(source, &written.format));
    }
    if !(1..=MOST_UNITS).contains(&written.scale) {
        let message = format!("expected a scale from 1 to {MOST_UNITS}, found {}", written.scale);
        return Err(Fault::at(source, &root.field("scale"), message));
    }
    let at_issues = root.field("issues");
    let mut issues = Vec::new();
    for (i, issue) in written.issues.into_iter().enumerate() {
        let at = at_issues.index(i).field("values");
        let values = issue.values.iter().enumerate().map(|(k, value)| match value {
            serde_json::Value::String(text) => Ok(text.clone()),
            serde_json::Value::Number(number) => Ok(number.to_string()),
            serde_json::Value::Bool(yes) => Ok(yes.to_string()),
            _ => Err(Fault::at(source, &at.index(k), "a value is a text or a number")),
        });
        issues.push(Question { name: issue.name, values: values.collect::<Result<_, _>>()? });
    }
    let at_parties = root.field("parties");
    fits(&issues, written.parties.len(), |of, message| match of {
        Of::Issues => Fault::at(source, &at_issues, message),
        Of::Issue(at) => Fault::at(source, &at_issues.index(at).field("name"), message),
        Of::Values(at) => Fault::at(source, &at_issues.index(at).field("values"), message),
        Of::Parties => Fault::at(source, &at_parties, message),
    })?;
    let mut domain = Domain { name: written.name, scale: written.scale, issues, parties: Vec::new() };
    for (i, party) in written.parties.into_iter().enumerate() {
        let at = at_parties.index(i);
        within(source, &at.field("reservation_int"), party.reservation_int)?;
        let utility = match (party.value_tables, party.full_table) {
            (Some(tables), None) => sums(source, &at.field("value_tables"), &domain.issues, tables)?,
            (None, Some(table)) => table_of(source, &at.field("full_table"), &domain, table)?,
            (Some(_), Some(_)) => {
                let message = "this party has both `value_tables` and a `full_table`; one of them has to go";
                return Err(Fault::at(source, &at.field("full_table"), message));
            }
            (None, None) => {
                return Err(Fault::at(
                    source,
                    &at,
                    "this party has neither `value_tables` nor a `full_table`",
                ));
            }
        };
        let (name, reservation) = (party.name, party.reservation_int);
        domain.parties.push(Profile { name, reservation, discount: None, utility });
    }
    Ok(domain)
}

fn within(source: &Source, at: &Path, value: i64) -> Result<(), Fault> {
    if (-MOST_UNITS..=MOST_UNITS).contains(&value) {
        return Ok(());
    }
    let message = format!("expected a number from -{MOST_UNITS} to {MOST_UNITS}, found {value}");
    Err(Fault::at(source, at, message))
}

fn counted(source: &Source, at: &Path, expected: u64, found: usize, what: &str) -> Result<(), Fault> {
    if found as u64 == expected {
        return Ok(());
    }
    Err(Fault::at(source, at, format!("expected {expected} {what}, found {found}")))
}

fn sums(source: &Source, at: &Path, issues: &[Question], tables: Vec<Vec<i64>>) -> Result<Utility, Fault> {
    counted(source, at, issues.len() as u64, tables.len(), "lists, one for each issue")?;
    for (i, (table, issue)) in tables.iter().zip(issues).enumerate() {
        let at = at.index(i);
        counted(source, &at, issue.values.len() as u64, table.len(), "numbers, one for each value")?;
        for (k, value) in table.iter().enumerate() {
            within(source, &at.index(k), *value)?;
        }
    }
    Ok(Utility::Sum(tables))
}

fn table_of(source: &Source, at: &Path, domain: &Domain, table: Vec<i64>) -> Result<Utility, Fault> {
    counted(source, at, domain.packages(), table.len(), "numbers, one for each package")?;
    for (k, value) in table.iter().enumerate() {
        within(source, &at.index(k), *value)?;
    }
    Ok(Utility::Table(table))
}
