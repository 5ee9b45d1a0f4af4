//! The text of an imported level, laid out for people to read on and change.

use std::fmt::Write;

use crate::rules::raw::{RawConstraint, RawEffects, RawIssue, RawLevel};

/// How many numbers of a column stand on a line.
const NUMBERS: usize = 12;

/// The RON text of a level that [`super::level`] made. It writes the fields that such a level has, and no others.
#[must_use]
pub fn text(level: &RawLevel) -> String {
    let mut out = String::from("(\n");
    // Writing to a string cannot fail.
    let mut line = |text: String| {
        let _ = writeln!(out, "    {text}");
    };
    line(format!("format: {},", level.format));
    line(format!("id: {},", quoted(&level.id)));
    line(format!("title: {},", quoted(&level.title)));
    line(format!("summary: {},", quoted(&level.summary)));
    if !level.about.is_empty() {
        line(format!("about: {},", quoted(&level.about)));
    }
    line(format!("unit: {},", level.unit));
    line(format!("rules: {},", list(&level.rules)));
    block(
        &mut line,
        "interests",
        level
            .interests
            .iter()
            .map(|interest| format!("(id: {}, name: {})", quoted(&interest.id), quoted(&interest.name))),
    );
    block(
        &mut line,
        "parties",
        level.parties.iter().map(|party| {
            let (id, name, letter) = (quoted(&party.id), quoted(&party.name), quoted(&party.letter));
            format!("(id: {id}, name: {name}, letter: {letter})")
        }),
    );
    block(
        &mut line,
        "rounds",
        level.rounds.iter().map(|round| {
            let tables: Vec<String> =
                round.tables.iter().map(|table| format!("(parties: {})", list(&table.parties))).collect();
            format!(
                "(name: {}, date: {}, tables: [{}])",
                quoted(&round.name),
                quoted(&round.date),
                tables.join(", ")
            )
        }),
    );
    block(&mut line, "issues", level.issues.iter().map(issue));
    if !level.constraints.is_empty() {
        block(
            &mut line,
            "constraints",
            level.constraints.iter().map(|constraint| match constraint {
                RawConstraint::Together(terms) => {
                    let terms = terms
                        .iter()
                        .map(|(issue, option)| format!("({}, {})", quoted(issue), quoted(option)));
                    format!("Together([{}])", terms.collect::<Vec<_>>().join(", "))
                }
                RawConstraint::Exclusive(issues) => format!("Exclusive({})", list(issues)),
            }),
        );
    }
    if !level.columns.is_empty() {
        block(&mut line, "columns", level.columns.iter().map(|column| {
            let rows = column.units.chunks(NUMBERS).map(|units| {
                let units: Vec<String> = units.iter().map(i64::to_string).collect();
                format!("                {},\n", units.join(","))
            });
            let (party, interest) = (quoted(&column.party), quoted(&column.interest));
            format!(
                "(\n            party: {party},\n            interest: {interest},\n            units: [\n{}            ],\n        )",
                rows.collect::<String>()
            )
        }));
    }
    block(
        &mut line,
        "sources",
        level
            .sources
            .iter()
            .map(|source| format!("(id: {}, text: {})", quoted(&source.id), quoted(&source.text))),
    );
    out.push_str(")\n");
    out
}

fn block(line: &mut impl FnMut(String), field: &str, entries: impl Iterator<Item = String>) {
    line(format!("{field}: ["));
    for entry in entries {
        line(format!("    {entry},"));
    }
    line("],".to_owned());
}

fn issue(issue: &RawIssue) -> String {
    let mut text = format!(
        "(\n            id: {},\n            name: {},\n            consent: {},\n            sources: {},\n            start: {},\n            options: [\n",
        quoted(&issue.id),
        quoted(&issue.name),
        list(&issue.consent),
        list(&issue.sources),
        quoted(&issue.start)
    );
    for option in &issue.options {
        let effects = match option.effects.is_empty() {
            true => String::new(),
            false => format!(", effects: [{}]", effects(&option.effects)),
        };
        let (id, name) = (quoted(&option.id), quoted(&option.name));
        let _ = writeln!(text, "                (id: {id}, name: {name}{effects}),");
    }
    text + "            ],\n        )"
}

fn effects(effects: &RawEffects) -> String {
    let all = effects.iter().map(|(party, points)| {
        let points = points.iter().map(|(interest, points)| format!("({}, {points})", quoted(interest)));
        format!("({}, [{}])", quoted(party), points.collect::<Vec<_>>().join(", "))
    });
    all.collect::<Vec<_>>().join(", ")
}

fn list(names: &[String]) -> String {
    format!("[{}]", names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", "))
}

/// A text in quotes, with what has a meaning inside them escaped.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
