//! Limits of what a level can hold, and the place of what does not fit.

use super::domain::Question;
use crate::rules::source::{Fault, quote};

/// Most issues of a level.
const MOST_ISSUES: usize = 32;

/// Most values of an issue: a level has one option more, for what is not agreed.
pub(super) const MOST_VALUES: usize = 1023;

/// Parties of a level.
const PARTIES: std::ops::RangeInclusive<usize> = 2..=4;

/// Where a fault is: of the domain, of an issue, of an issue's values, or of the parties.
#[derive(Clone, Copy)]
pub(super) enum Of {
    Issues,
    Issue(usize),
    Values(usize),
    Parties,
}

/// Refuses a domain with more or less than a level can hold, or with names that say nothing.
pub(super) fn fits(
    issues: &[Question],
    parties: usize,
    fault: impl Fn(Of, String) -> Fault,
) -> Result<(), Fault> {
    if issues.is_empty() || issues.len() > MOST_ISSUES {
        let message = format!("expected 1 to {MOST_ISSUES} issues, found {}", issues.len());
        return Err(fault(Of::Issues, message));
    }
    for (at, issue) in issues.iter().enumerate() {
        if issue.name.trim().is_empty() {
            return Err(fault(Of::Issue(at), "this issue has no name".to_owned()));
        }
        if issues[..at].iter().any(|other| other.name == issue.name) {
            return Err(fault(Of::Issue(at), format!("the issue {} is given twice", quote(&issue.name))));
        }
        if issue.values.is_empty() || issue.values.len() > MOST_VALUES {
            let message = format!("expected 1 to {MOST_VALUES} values, found {}", issue.values.len());
            return Err(fault(Of::Values(at), message));
        }
        let mut names: Vec<&str> = issue.values.iter().map(String::as_str).collect();
        names.sort_unstable();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(fault(Of::Values(at), format!("the value {} is given twice", quote(pair[0]))));
        }
    }
    if !PARTIES.contains(&parties) {
        let message = format!("expected 2 to 4 parties, found {parties}");
        return Err(fault(Of::Parties, message));
    }
    Ok(())
}
