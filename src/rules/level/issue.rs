//! Issues, their options, and what holds them together.

use super::{Alone, Flow, Level, Need};
use crate::rules::ids::{Centi, InterestId, IssueId, OptionId, PartyId, PartySet, Round};

/// Points of one party for one interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Who.
    pub party: PartyId,
    /// In what.
    pub interest: InterestId,
    /// How much, in the level's units.
    pub units: i64,
}

/// A question on the table.
#[derive(Clone, Debug)]
pub struct Issue {
    /// Name in files and commands.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it is.
    pub about: String,
    /// Name of its picture.
    pub icon: String,
    /// The party in whose column it stands; `None` spans both.
    pub giver: Option<PartyId>,
    /// The party that may move it alone.
    pub controller: Option<PartyId>,
    /// The way the controller may move it alone.
    pub alone: Alone,
    /// The parties who must all sign a pact that sets it.
    pub consent: PartySet,
    /// Whether a pact that sets it needs the chambers.
    pub ratify: bool,
    /// Whether it may only be set where all signatories sit together.
    pub in_person: bool,
    /// Units of standing shared out by the communiqué at its first change.
    pub headline: i64,
    /// The part of the rule book without which it is not in play.
    pub needs: Option<Need>,
    /// In force at the start.
    pub start: OptionId,
    /// What will change by itself, by round.
    pub schedule: Vec<Change>,
    /// Whether it is public backing.
    pub validation: Option<Validation>,
    /// Whether its options have to be delivered.
    pub promise: Option<Promise>,
    /// What flows under it on the map.
    pub flow: Option<Flow>,
    /// The possible answers, in order.
    pub options: Vec<Choice>,
    /// Sources of its numbers.
    pub sources: Vec<String>,
}

/// A scheduled change of an issue.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// At the news of this round.
    pub round: Round,
    /// What comes into force.
    pub option: OptionId,
    /// It does not happen while a pact of these parties stands; empty means always.
    pub unless_pact: PartySet,
}

/// Public backing.
#[derive(Clone, Debug)]
pub struct Validation {
    /// Who receives it.
    pub to: PartyId,
    /// Hundredths of full backing, by option.
    pub levels: Vec<Centi>,
}

/// That options of an issue have to be delivered.
#[derive(Clone, Debug)]
pub struct Promise {
    /// Who delivers.
    pub by: PartyId,
    /// The options that are promises.
    pub options: Vec<OptionId>,
    /// Rounds from coming into force to falling due.
    pub due: u16,
    /// Percent of chance that it cannot be delivered, for a party that is wholly fragile.
    pub risk: i64,
    /// What delivering means.
    pub about: String,
}

/// A possible answer to an issue: an option as the level describes it.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Name in files and commands.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// What it means.
    pub note: String,
    /// Points while it is in force at the end.
    pub effects: Vec<Effect>,
    /// Points booked at each Reckoning while it is in force.
    pub per_round: Vec<Effect>,
    /// Sources of its numbers.
    pub sources: Vec<String>,
}

impl Issue {
    /// The promise that an option is, if it is one.
    #[must_use]
    pub fn promised(&self, option: OptionId) -> Option<&Promise> {
        self.promise.as_ref().filter(|promise| promise.options.contains(&option))
    }

    /// Whether what a pact sets here is a party's own side of it: it gives it, controls it or delivers it.
    #[must_use]
    pub fn side_of(&self, party: PartyId) -> bool {
        self.giver == Some(party)
            || self.controller == Some(party)
            || self.promise.as_ref().is_some_and(|promise| promise.by == party)
    }
}

/// Options that only hold together.
#[derive(Clone, Debug)]
pub enum Constraint {
    /// All of these options are in force, or none of them.
    Together(Vec<(IssueId, OptionId)>),
    /// At most one of these issues is away from its start.
    Exclusive(Vec<IssueId>),
}

impl Constraint {
    /// Whether it allows an outcome, given by the option of each issue.
    pub fn allows(&self, level: &Level, option: impl Fn(IssueId) -> OptionId) -> bool {
        match self {
            Self::Together(terms) => {
                let mut held = terms.iter().map(|(issue, wanted)| option(*issue) == *wanted);
                match held.next() {
                    Some(true) => held.all(|h| h),
                    Some(false) => !held.any(|h| h),
                    None => true,
                }
            }
            Self::Exclusive(issues) => {
                let away = issues.iter().filter(|i| option(**i) != level.issue(**i).start);
                away.count() <= 1
            }
        }
    }

    /// The issues it binds.
    #[must_use]
    pub fn issues(&self) -> Vec<IssueId> {
        match self {
            Self::Together(terms) => terms.iter().map(|(issue, _)| *issue).collect(),
            Self::Exclusive(issues) => issues.clone(),
        }
    }
}

/// Points of a party for every way to settle all issues at once: a dense column of the payoff table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Who.
    pub party: PartyId,
    /// In what.
    pub interest: InterestId,
    /// The level's units, one for each choice of options other than the starts, the last issue fastest. While any
    /// issue is at its start, a column gives nothing.
    pub units: Vec<i64>,
}

/// Points for options that hold together.
#[derive(Clone, Debug)]
pub struct Linkage {
    /// Name in files.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// Two or three issues with the options that count.
    pub when: Vec<(IssueId, Vec<OptionId>)>,
    /// The points.
    pub effects: Vec<Effect>,
}
