//! From files to checked levels and rule books.
//!
//! Reading a file takes two steps: [`parse`] finds errors of form, and this module errors of meaning. It
//! collects them all, up to forty, so that a writer can mend a file in one go.
//!
//! Invariants: what comes out needs no further check, whoever uses it; every fault has a place; nothing here
//! panics; a list that is too long is looked at up to its limit only, so the work is bounded by the size of
//! the file.

mod calendar;
mod columns;
mod goods;
mod guide;
mod happenings;
mod index;
mod issues;
mod map;
mod names;
mod parties;
mod pledges;
mod rulebook;
mod sheet;
mod terms;
#[cfg(test)]
mod tests;
mod threats;
mod waits;
mod whole;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use self::names::Names;
use self::sheet::Sheet;
use super::edition::Edition;
use super::level::{Headline, Interest, Level, Source as Origin};
use super::raw::{RawLevel, RawRuleBook};
use super::rulebook::RuleBook;
use super::source::{Fault, Faults, Path, Source, parse};

/// The version of the file formats that this game reads.
const FORMAT: u32 = 1;

/// The source that every level may name without listing it.
const STYLISED: &str = "stylised";

/// Reads and checks a level.
///
/// # Errors
/// The first error of form, or all errors of meaning, in the order of the text.
pub fn level(src: &Source) -> Result<Level, Faults> {
    checked_level(src, &read::<RawLevel>(src)?)
}

/// Checks a level that was read from `src` before.
///
/// # Errors
/// All errors of meaning, in the order of the text.
pub fn checked_level(src: &Source, raw: &RawLevel) -> Result<Level, Faults> {
    let root = Path::root();
    let mut sheet = Sheet::new(src);
    format(&mut sheet, raw.format);
    let names = Names::new(&mut sheet, raw);
    let level = Level {
        id: sheet.id(&root.field("id"), &raw.id),
        title: sheet.name(&root.field("title"), &raw.title),
        summary: sheet.text(&root.field("summary"), &raw.summary),
        about: sheet.text(&root.field("about"), &raw.about),
        unit: names.unit,
        percent: parties::percent(raw),
        rules: rules(&mut sheet, raw),
        interests: interests(&mut sheet, &names, raw),
        standing: names.interest(&mut sheet, "standing", raw.standing.as_deref()),
        autonomy: names.interest(&mut sheet, "autonomy", raw.autonomy.as_deref()),
        parties: parties::parties(&mut sheet, &names, raw),
        trust: parties::trust(&mut sheet, &names, raw),
        rounds: calendar::rounds(&mut sheet, &names, raw),
        issues: issues::issues(&mut sheet, &names, raw),
        constraints: terms::constraints(&mut sheet, &names, raw),
        linkages: terms::linkages(&mut sheet, &names, raw),
        columns: columns::columns(&mut sheet, &names, raw),
        resources: goods::resources(&mut sheet, &names, raw),
        pledges: pledges::pledges(&mut sheet, &names, raw),
        threats: threats::threats(&mut sheet, &names, raw),
        happenings: happenings::happenings(&mut sheet, &names, raw),
        headlines: headlines(&mut sheet, &names, raw),
        sources: origins(&mut sheet, raw),
        guide: guide::guide(&mut sheet, &names, raw),
        edition: Edition::new(src.text()),
    };
    if level.standing.is_some() && level.standing == level.autonomy {
        let message = "`standing` and `autonomy` name the same interest";
        sheet.fault_with(&root.field("autonomy"), message, || {
            "name two different interests, or leave one of them out".to_owned()
        });
    }
    waits::conditions(&mut sheet, &names, raw, &level);
    whole::sizes(&mut sheet, &level);
    whole::tables(&mut sheet, &level);
    whole::constraints(&mut sheet, &level);
    sheet.done()?;
    Ok(level)
}

/// Reads and checks a rule book.
///
/// # Errors
/// The first error of form, or all errors of meaning, in the order of the text.
pub fn rule_book(src: &Source) -> Result<RuleBook, Faults> {
    let raw = read::<RawRuleBook>(src)?;
    let mut sheet = Sheet::new(src);
    format(&mut sheet, raw.format);
    let book = rulebook::rule_book(&mut sheet, &raw, Edition::new(src.text()));
    sheet.done()?;
    Ok(book)
}

/// Only the version of a file, whatever else is in it.
#[derive(Deserialize)]
struct Version {
    format: u32,
}

/// Reads a file. One of another version is not blamed for fields that this version lacks.
fn read<T: DeserializeOwned>(src: &Source) -> Result<T, Fault> {
    parse(src).map_err(|fault| match parse::<Version>(src) {
        Ok(Version { format }) if format != FORMAT => wrong_format(src, format),
        _ => fault,
    })
}

fn wrong_format(src: &Source, found: u32) -> Fault {
    let message = format!("this file has format {found}, but this game reads format {FORMAT}");
    let help = match found > FORMAT {
        true => "use a newer version of the game",
        false => "write format: 1 and follow levels/README.md",
    };
    Fault::at(src, &Path::root().field("format"), message).with_help(help)
}

fn format(sheet: &mut Sheet<'_>, found: u32) {
    if found != FORMAT {
        sheet.push(|src| wrong_format(src, found));
    }
}

fn rules(sheet: &mut Sheet<'_>, raw: &RawLevel) -> Vec<String> {
    let at = Path::root().field("rules");
    let rules = sheet.counted(&at, &raw.rules, 0..=16, "rule books");
    let mut seen = sheet::Seen::new("rule book");
    for (i, name) in rules.iter().enumerate() {
        seen.add(sheet, at.index(i), name, name);
    }
    rules.iter().enumerate().map(|(i, name)| sheet.id(&at.index(i), name)).collect()
}

fn interests(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> Vec<Interest> {
    let at = Path::root().field("interests");
    let interests = raw.interests.iter().take(names.interests.len()).enumerate();
    interests
        .map(|(i, interest)| Interest {
            id: interest.id.clone(),
            name: sheet.name(&at.index(i).field("name"), &interest.name),
            about: sheet.text(&at.index(i).field("about"), &interest.about),
        })
        .collect()
}

fn headlines(sheet: &mut Sheet<'_>, names: &Names<'_>, raw: &RawLevel) -> Vec<Headline> {
    let at = Path::root().field("headlines");
    let headlines = sheet.counted(&at, &raw.headlines, 0..=256, "headlines");
    sheet.ids(&at, headlines.iter().map(|headline| headline.id.as_str()));
    let headlines = headlines.iter().enumerate();
    headlines
        .map(|(i, headline)| Headline {
            id: headline.id.clone(),
            text: sheet.line(&at.index(i).field("text"), &headline.text),
            issues: names.issue_list(sheet, &at.index(i).field("issues"), &headline.issues, 0),
        })
        .collect()
}

fn origins(sheet: &mut Sheet<'_>, raw: &RawLevel) -> Vec<Origin> {
    let at = Path::root().field("sources");
    let origins = sheet.counted(&at, &raw.sources, 0..=names::MOST_SOURCES, "sources");
    sheet.ids(&at, origins.iter().map(|origin| origin.id.as_str()));
    let mut list = Vec::new();
    for (i, origin) in origins.iter().enumerate() {
        let here = at.index(i);
        sheet.filled(&here.field("text"), &origin.text, "who published it, or stylised");
        sheet.word(
            &here.field("confidence"),
            "degree of confidence",
            &origin.confidence,
            &["high", "medium", "low"],
        );
        list.push(Origin {
            id: origin.id.clone(),
            text: sheet.text(&here.field("text"), &origin.text),
            date: sheet.text(&here.field("date"), &origin.date),
            confidence: origin.confidence.clone(),
        });
    }
    list
}
