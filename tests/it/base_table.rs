//! The Tokyo level cut down to its table of points: no linkages, events, stocks, mandates or fading,
//! the threatened tariffs in force, and the first nine issues alone.

use rare_terms::rules::check::checked_level;
use rare_terms::rules::game::Game;
use rare_terms::rules::package::Package;
use rare_terms::rules::raw::RawLevel;
use rare_terms::rules::source::{Source, parse};
use rare_terms::rules::{check, level::Level};

/// The text of a file of this repository.
pub(crate) fn file(path: &str) -> Source {
    let full = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    Source::new(path, std::fs::read_to_string(full).expect("the file is in the repository"))
}

/// A level of this repository under one of its rule books.
pub(crate) fn game(level: &str, rules: &str) -> Game {
    let level = check::level(&file(&format!("levels/{level}.ron"))).expect("the level is right");
    let rules =
        check::rule_book(&file(&format!("assets/rules/{rules}.ron"))).expect("the rule book is right");
    Game::new(level, rules, None)
}

/// The derived level: with the option "not agreed" of project control, in force at the start, or with the
/// 62,208 packages that leave it out.
pub(crate) fn derived(not_agreed: bool) -> Level {
    let source = file("levels/tokyo_2025.ron");
    let mut raw: RawLevel = parse(&source).expect("the level parses");
    raw.linkages.clear();
    raw.events.clear();
    raw.resources.clear();
    raw.pledges.clear();
    raw.threats.clear();
    raw.constraints.clear();
    raw.issues.retain(|issue| issue.id != "licences");
    let remaining: Vec<String> = raw.issues.iter().map(|issue| issue.id.clone()).collect();
    for headline in &mut raw.headlines {
        headline.issues.retain(|issue| remaining.contains(issue));
    }
    for party in &mut raw.parties {
        party.archetypes.clear();
    }
    for issue in &mut raw.issues {
        issue.schedule.clear();
        issue.validation = None;
        match issue.id.as_str() {
            "tariff_japan" => issue.start = "p25".to_owned(),
            "tariff_china" => issue.start = "p130".to_owned(),
            "control" if !not_agreed => {
                issue.options.retain(|option| option.id != "none");
                issue.start = "joint_veto".to_owned();
            }
            _ => {}
        }
    }
    checked_level(&source, &raw).expect("the derived level is right")
}

/// The derived level with talks alone.
pub(crate) fn base_game(not_agreed: bool) -> Game {
    let rules = file("assets/rules/intro.ron");
    Game::new(derived(not_agreed), check::rule_book(&rules).expect("the rule book is right"), None)
}

/// A package by names.
pub(crate) fn package(level: &Level, terms: &[(&str, &str)]) -> Package {
    terms
        .iter()
        .map(|(issue, option)| {
            let issue = level.issue_named(issue).expect("the issue exists");
            (issue, level.option_named(issue, option).expect("the option exists"))
        })
        .collect()
}

/// What was signed at Tokyo.
pub(crate) const TOKYO: [(&str, &str); 6] = [
    ("tariff_japan", "p15"),
    ("facility", "f550"),
    ("control", "us_consults"),
    ("defence", "early_2"),
    ("backing", "named"),
    ("minerals", "framework"),
];

/// What was agreed at Busan.
pub(crate) const BUSAN: [(&str, &str); 3] =
    [("tariff_china", "p20"), ("controls", "suspended_all"), ("purchases", "mt25_pauses")];
