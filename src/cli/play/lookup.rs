//! What the player means by the names and numbers on a line; where it is unclear, the choices are read out.

use super::seat::Seat;
use super::unclear_text;
use crate::cli::names::{PairUnclear, Unclear, find, find_pair};
use crate::cli::out::{CliError, Out};
use crate::rules::ids::{IssueId, OfferId, OptionId};

impl Seat<'_> {
    /// The offer of a number; without a number the only one that is open.
    pub(super) fn offer(&self, out: &mut Out<'_>, words: &[&str]) -> Result<Option<OfferId>, CliError> {
        let number = match *words {
            [number] => Some(number),
            ["offer", number] => Some(number),
            _ => None,
        };
        let seen = self.story.offers();
        let found = number.and_then(|n| n.parse::<usize>().ok()?.checked_sub(1)).and_then(|at| seen.get(at));
        let open = self.open_offers();
        match (found, words, &open[..]) {
            (Some(offer), ..) => Ok(Some(*offer)),
            (None, [], [only]) => Ok(Some(*only)),
            _ => {
                self.say(out, "cli-usage-offer")?;
                self.show_offer_numbers(out)?;
                Ok(None)
            }
        }
    }

    pub(super) fn issue(&self, out: &mut Out<'_>, words: &[&str]) -> Result<Option<IssueId>, CliError> {
        let wanted = words.join(" ");
        match find(&wanted, &self.issue_names()) {
            Ok(at) => Ok(Some(IssueId::from_index(at))),
            Err(unclear) => {
                out.line(unclear_text(self.words, &wanted, &unclear))?;
                if matches!(unclear, Unclear::Unknown(_)) {
                    self.list_issues(out)?;
                }
                Ok(None)
            }
        }
    }

    /// An issue and one of its options.
    pub(super) fn term(
        &self,
        out: &mut Out<'_>,
        words: &[&str],
        usage: &str,
    ) -> Result<Option<(IssueId, OptionId)>, CliError> {
        if words.is_empty() {
            self.say(out, usage)?;
            self.list_issues(out)?;
            return Ok(None);
        }
        let option = |issue: usize, wanted: &str| find(wanted, &self.option_names(issue));
        match find_pair(words, &self.issue_names(), option) {
            Ok((issue, option)) => Ok(Some((IssueId::from_index(issue), OptionId::from_index(option)))),
            Err(PairUnclear::First(wanted, unclear)) => {
                out.line(unclear_text(self.words, &wanted, &unclear))?;
                self.list_issues(out)?;
                Ok(None)
            }
            Err(PairUnclear::Second(issue, wanted, unclear)) => {
                if !wanted.is_empty() {
                    out.line(unclear_text(self.words, &wanted, &unclear))?;
                }
                self.list_options(out, IssueId::from_index(issue))?;
                Ok(None)
            }
        }
    }

    pub(super) fn issue_names(&self) -> Vec<(&str, &str)> {
        self.game().level.issues.iter().map(|issue| (issue.id.as_str(), issue.name.as_str())).collect()
    }

    pub(super) fn option_names(&self, issue: usize) -> Vec<(&str, &str)> {
        let options = self.game().level.issues.get(issue).map_or(&[][..], |issue| &issue.options);
        options.iter().map(|option| (option.id.as_str(), option.name.as_str())).collect()
    }
}
