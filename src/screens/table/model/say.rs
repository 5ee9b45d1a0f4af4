//! What can be said to everyone.

use crate::rules::command::{Command, Statement};
use crate::rules::ids::{IssueId, OptionId};
use crate::rules::legal::{Refusal, check};

use super::desk::Desk;

/// What can be said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Say {
    /// To whom it is said.
    pub title: String,
    /// The issues that can be spoken of, each with its options.
    pub issues: Vec<(IssueId, String, Vec<String>)>,
    /// How often more in this round.
    pub left: String,
    /// Why nothing can be said now.
    pub off: Option<String>,
}

impl Say {
    /// The option of an issue that is nearest to a place in its list.
    #[must_use]
    pub fn option(&self, issue: usize, option: usize) -> OptionId {
        let count = self.issues.get(issue).map_or(0, |(_, _, options)| options.len());
        OptionId::from_index(option.min(count.saturating_sub(1)))
    }
}

/// What can be said, as long as talks go on.
pub(super) fn build(desk: &Desk<'_>) -> Option<Say> {
    if desk.over {
        return None;
    }
    let level = &desk.game.level;
    let issues = desk
        .game
        .issue_ids()
        .map(|id| {
            let issue = level.issue(id);
            (id, issue.name.clone(), issue.options.iter().map(|o| o.name.clone()).collect())
        })
        .collect();
    let statement = Command::Speak(Statement::Priority(IssueId(0)));
    let left = desk.game.rules.speeches.saturating_sub(desk.at().spoken[desk.seat]);
    let others = level.everyone().without(desk.seat);
    let key = if others.len() == 1 { "table-say-one" } else { "table-say" };
    Some(Say {
        title: desk.text(key, &[("party", desk.names(others).into())]),
        issues,
        left: desk.text("table-say-left", &[("count", left.into())]),
        off: check(desk.game, desk.at(), desk.seat, &statement).err().map(|why: Refusal| desk.refusal(&why)),
    })
}
