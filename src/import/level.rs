//! A domain as a level.
//!
//! Every issue gets one more option, "not agreed", in force at the start; it holds for all issues or for none, so a pact settles
//! everything at once, as in a domain. Without one every party keeps its reservation value, which stands at that option of the first
//! issue. All parties have to sign.
//!
//! Points: where the scale is a power of ten from 100 on, a utility of 1 is 100 points. Otherwise a unit is a point.

use super::domain::{Domain, Profile, Utility};
use crate::rules::decimal::Decimal;
use crate::rules::raw::{
    RawCapital, RawColumn, RawConstraint, RawInterest, RawIssue, RawLevel, RawOption, RawParty, RawRound,
    RawSource, RawSupport, RawTable,
};

/// The words of a level that its domain does not have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Phrases {
    /// Title where the domain has no name.
    pub title: String,
    /// The summary.
    pub summary: String,
    /// What the level is about.
    pub about: String,
    /// The name of the interest.
    pub utility: String,
    /// The name of the option that is in force without a pact.
    pub not_agreed: String,
    /// Where the talks are.
    pub stop: String,
    /// The dates of the rounds, in order; at least one.
    pub dates: Vec<String>,
    /// Where the numbers come from.
    pub source: String,
}

/// The one interest.
const UTILITY: &str = "utility";

/// The option in force without a pact.
const NOT_AGREED: &str = "not_agreed";

/// The source.
const SOURCE: &str = "domain";

/// The rule book: talks and nothing else.
const RULES: &str = "intro";

/// The longest id and name that a level may have, in characters.
const LONGEST: (usize, usize) = (40, 80);

/// The level of a domain. Check it like any other: a domain may hold more than a level can.
#[must_use]
pub fn level(domain: &Domain, phrases: &Phrases) -> RawLevel {
    let (unit, places) = unit(domain.scale);
    let parties = ids(domain.parties.iter().map(|party| party.name.as_str()), "party", &[]);
    let issues = ids(domain.issues.iter().map(|issue| issue.name.as_str()), "issue", &[]);
    let named = !domain.name.trim().is_empty();
    let id = ids(std::iter::once(domain.name.as_str()), "domain", &[]).concat();
    let letters = letters(&domain.parties);
    let worth = |units: i64| Decimal::new(units, places).unwrap_or_default();
    let points = |units: &dyn Fn(&Profile) -> i64| -> Vec<(String, Vec<(String, Decimal)>)> {
        let all = domain.parties.iter().zip(&parties);
        let all = all.map(|(party, id)| (id.clone(), units(party)));
        all.filter(|(_, units)| *units != 0)
            .map(|(id, units)| (id, vec![(UTILITY.to_owned(), worth(units))]))
            .collect()
    };
    let raw_issues: Vec<RawIssue> = domain
        .issues
        .iter()
        .zip(&issues)
        .enumerate()
        .map(|(at, (issue, id))| {
            let options = ids(issue.values.iter().map(String::as_str), "option", &[NOT_AGREED]);
            let mut all = vec![option(NOT_AGREED, &phrases.not_agreed)];
            if at == 0 {
                all[0].effects = points(&|party| party.reservation);
            }
            for (value, (name, id)) in issue.values.iter().zip(&options).enumerate() {
                let mut next = option(id, name);
                next.effects = points(&|party| match &party.utility {
                    Utility::Sum(tables) => {
                        tables.get(at).and_then(|table| table.get(value)).copied().unwrap_or(0)
                    }
                    Utility::Table(_) => 0,
                });
                all.push(next);
            }
            self::issue(id, &issue.name, &parties, all)
        })
        .collect();
    let columns = domain.parties.iter().zip(&parties).filter_map(|(party, id)| match &party.utility {
        Utility::Table(units) => {
            Some(RawColumn { party: id.clone(), interest: UTILITY.to_owned(), units: units.clone() })
        }
        Utility::Sum(_) => None,
    });
    let together: Vec<(String, String)> =
        issues.iter().map(|issue| (issue.clone(), NOT_AGREED.to_owned())).collect();
    RawLevel {
        format: 1,
        id,
        title: if named { name(&domain.name) } else { phrases.title.clone() },
        summary: phrases.summary.clone(),
        about: phrases.about.clone(),
        unit,
        rules: vec![RULES.to_owned()],
        interests: vec![RawInterest {
            id: UTILITY.to_owned(),
            name: phrases.utility.clone(),
            about: String::new(),
        }],
        standing: None,
        autonomy: None,
        parties: domain
            .parties
            .iter()
            .zip(&parties)
            .zip(letters)
            .map(|((party, id), letter)| self::party(id, &party.name, letter))
            .collect(),
        trust: Vec::new(),
        rounds: phrases
            .dates
            .iter()
            .map(|date| RawRound {
                name: phrases.stop.clone(),
                date: date.clone(),
                about: String::new(),
                tables: vec![RawTable { parties: parties.clone(), net: Decimal::default() }],
                place: None,
            })
            .collect(),
        issues: raw_issues,
        constraints: if together.len() > 1 { vec![RawConstraint::Together(together)] } else { Vec::new() },
        linkages: Vec::new(),
        columns: columns.collect(),
        resources: Vec::new(),
        pledges: Vec::new(),
        threats: Vec::new(),
        events: Vec::new(),
        headlines: Vec::new(),
        sources: vec![RawSource {
            id: SOURCE.to_owned(),
            text: phrases.source.clone(),
            date: String::new(),
            confidence: String::new(),
        }],
        guide: Vec::new(),
    }
}

/// Units in a point, and how many decimals a point then has.
fn unit(scale: i64) -> (i64, u8) {
    let places = (0..=9).find(|places| 10_i64.pow(*places) == scale);
    match places {
        Some(places) if places >= 2 => (scale / 100, u8::try_from(places - 2).unwrap_or(0)),
        _ => (1, 0),
    }
}

fn issue(id: &str, title: &str, parties: &[String], options: Vec<RawOption>) -> RawIssue {
    RawIssue {
        id: id.to_owned(),
        name: name(title),
        about: String::new(),
        icon: String::new(),
        giver: None,
        controller: None,
        alone: Default::default(),
        consent: parties.to_vec(),
        ratify: true,
        in_person: false,
        headline: Decimal::default(),
        needs: None,
        start: NOT_AGREED.to_owned(),
        schedule: Vec::new(),
        validation: None,
        promise: None,
        flow: None,
        options,
        sources: vec![SOURCE.to_owned()],
    }
}

fn option(id: &str, title: &str) -> RawOption {
    RawOption {
        id: id.to_owned(),
        name: name(title),
        note: String::new(),
        effects: Vec::new(),
        per_round: Vec::new(),
        sources: Vec::new(),
    }
}

fn party(id: &str, title: &str, letter: char) -> RawParty {
    RawParty {
        id: id.to_owned(),
        name: name(title),
        letter: letter.to_string(),
        capital_city: String::new(),
        office: String::new(),
        brief: String::new(),
        aims: Vec::new(),
        capital: RawCapital::default(),
        support: RawSupport::default(),
        chamber: None,
        archetypes: Vec::new(),
        place: None,
        land: Vec::new(),
    }
}

/// A name as a level may have it: one line of up to 80 characters, none of which steers a terminal.
fn name(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let short: String = plain.trim().chars().take(LONGEST.1).collect();
    match short.trim().is_empty() {
        true => "–".to_owned(),
        false => short.trim().to_owned(),
    }
}

/// Ids for names: small letters, digits and `_`, a letter first, none twice and none of those that are `taken`.
fn ids<'n>(names: impl Iterator<Item = &'n str>, kind: &str, taken: &[&str]) -> Vec<String> {
    let mut given: Vec<String> = taken.iter().map(|id| (*id).to_owned()).collect();
    for name in names {
        let mut id = String::new();
        for c in name.chars() {
            let c = c.to_ascii_lowercase();
            match c.is_ascii_alphanumeric() {
                true => id.push(c),
                false if !id.is_empty() && !id.ends_with('_') => id.push('_'),
                false => {}
            }
        }
        let mut id = id.trim_end_matches('_').to_owned();
        if !id.starts_with(|c: char| c.is_ascii_lowercase()) {
            id = format!("{kind}_{id}").trim_end_matches('_').to_owned();
        }
        // Room for a number behind it.
        id.truncate(LONGEST.0 - 6);
        let mut free = id.clone();
        let mut number = 2;
        while given.contains(&free) {
            free = format!("{id}_{number}");
            number += 1;
        }
        given.push(free);
    }
    given.split_off(taken.len())
}

/// A capital for each party: the first of its name that is free, else the first of the alphabet that is.
fn letters(parties: &[Profile]) -> Vec<char> {
    let mut given: Vec<char> = Vec::new();
    for party in parties {
        let own = party.name.chars().map(|c| c.to_ascii_uppercase()).filter(char::is_ascii_uppercase);
        let free = own.chain('A'..='Z').find(|c| !given.contains(c));
        given.push(free.unwrap_or('Z'));
    }
    given
}
