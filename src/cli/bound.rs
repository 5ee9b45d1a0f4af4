//! What a level has besides issues: pledges with projects, promises, threats.

use crate::rules::command::{Answer, Ask, Measure};
use crate::rules::event::{Event, ObligationStatus};
use crate::rules::level::Level;
use crate::rules::rulebook::Subsystems;
use crate::words::Words;

/// A line for each pledge and threat, and one for the promises; where a rule book is given, only what is on.
pub(super) fn lines(words: &Words, level: &Level, on: Option<&Subsystems>) -> Vec<String> {
    let mut lines = Vec::new();
    let party = |party| level.parties[party].name.as_str();
    if on.is_none_or(|on| on.projects) {
        lines.extend(level.pledges.iter().map(|pledge| {
            words.text(
                "cli-level-pledge",
                &[
                    ("pledge", pledge.name.as_str().into()),
                    ("funder", party(pledge.funder).into()),
                    ("host", party(pledge.host).into()),
                    ("projects", pledge.projects.len().into()),
                ],
            )
        }));
    }
    if on.is_none_or(|on| on.promises) {
        let promised = level.issues.iter().filter(|issue| issue.promise.is_some());
        let promised: Vec<&str> = promised.map(|issue| issue.name.as_str()).collect();
        if !promised.is_empty() {
            lines.push(words.text("cli-level-promises", &[("issues", promised.join("; ").into())]));
        }
    }
    if on.is_none_or(|on| on.threats) {
        lines.extend(level.threats.iter().map(|threat| {
            words.text(
                "cli-level-threat",
                &[
                    ("threat", threat.name.as_str().into()),
                    ("by", party(threat.by).into()),
                    ("against", party(threat.against).into()),
                ],
            )
        }));
    }
    lines
}

/// How much of it a level has, in a sentence; nothing where it has none.
pub(super) fn counts(words: &Words, level: &Level) -> Option<String> {
    let projects: usize = level.pledges.iter().map(|pledge| pledge.projects.len()).sum();
    let promises = level.issues.iter().filter(|issue| issue.promise.is_some()).count();
    let threats = level.threats.len();
    (level.pledges.len() + promises + threats > 0).then(|| {
        words.text(
            "cli-level-counts",
            &[
                ("pledges", level.pledges.len().into()),
                ("projects", projects.into()),
                ("promises", promises.into()),
                ("threats", threats.into()),
            ],
        )
    })
}

/// Whether an event is told well enough by the one after it, or says nothing.
pub(super) fn told_by_the_next(event: &Event) -> bool {
    match event {
        Event::Asked { .. }
        | Event::Tranche { money: 0, .. }
        | Event::MeasureRevealed { measure: Measure::Threat(..), .. } => true,
        Event::Answered { ask, answer, .. } => {
            matches!(ask, Ask::Deliver(..) | Ask::CarryOut(_)) || matches!(answer, Answer::Project(Some(_)))
        }
        Event::Delivered { status, .. } => *status == ObligationStatus::Released,
        _ => false,
    }
}
