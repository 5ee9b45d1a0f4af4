//! What was left on the table: packages that would have left nobody worse off than the game did.

use super::course::Course;
use crate::analysis::{Analysis, Survey, table};
use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::Points;
use crate::rules::package::Package;
use crate::rules::payoff::{Payoff, Table};
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;

/// A package that leaves nobody with less than came out, and all together with more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Better {
    /// Its terms.
    pub package: Package,
    /// What everyone would have with it.
    pub worth: Payoff,
    /// What that is more than came out.
    pub more: Payoff,
    /// Whether a single offer held all of its terms.
    pub offered: bool,
    /// Whether all packages were looked at.
    pub exact: bool,
}

impl Better {
    /// What it is more for all together.
    #[must_use]
    pub fn joint(&self) -> Points {
        self.more.iter().sum()
    }
}

/// What all parties could still have signed when the last talks began, and that promised everyone at least what came out; the package with
/// the largest sum. Nothing where a government had fallen by then.
#[must_use]
pub fn left(game: &Game, log: &[Event], scores: &Payoff, course: &Course) -> Option<Better> {
    let last = log.iter().rposition(|event| *event == Event::TalksBegan)?;
    let mut at = Position::new(game);
    log.iter().take(last + 1).for_each(|event| at.apply(game, event));
    if !at.collapsed.is_empty() {
        return None;
    }
    let standpoint = Standpoint::new(game, &at);
    let table = table(&standpoint, game.level.everyone());
    let survey = Survey::of(game, &table, scores);
    best(&table, &survey, scores, course)
}

/// What at the first decision promised everyone at least what came out in the end; the package with the largest sum.
pub(super) fn better(could: &Analysis, scores: &Payoff, course: &Course) -> Option<Better> {
    best(&could.table, &could.survey, scores, course)
}

/// The best of the frontier from which nobody has less than some scores.
fn best(table: &Table, survey: &Survey, scores: &Payoff, course: &Course) -> Option<Better> {
    let parties = survey.parties;
    let sum = |points: &Payoff| -> Points {
        parties.iter().map(|party| points[party.index()] - scores[party.index()]).sum()
    };
    let none_less = |points: &Payoff| parties.iter().all(|p| points[p.index()] >= scores[p.index()]);
    let points = survey.frontier.points().iter().enumerate();
    let (at, worth) = points
        .filter(|(_, points)| none_less(points) && sum(points) > 0)
        .rev()
        .max_by_key(|(_, points)| sum(points))?;
    let first = survey.frontier.packages_of(at).first()?;
    let package = table.package(&survey.rows(table, *first));
    let mut more: Payoff = [0; 4];
    for party in parties.iter() {
        more[party.index()] = worth[party.index()] - scores[party.index()];
    }
    let holds =
        |offered: &Package| package.terms().all(|(issue, option)| offered.option(issue) == Some(option));
    Some(Better {
        offered: course.puts.iter().any(|put| holds(&put.offer.proposal.package)),
        worth: *worth,
        more,
        exact: survey.is_exact(),
        package,
    })
}
