//! Why an opponent does what it does, as values: what it believed, what it aimed at, and what it weighed against what.
//!
//! An explanation is made by the code that decides, from temper and view alone. So it can be made again of any decision of a game that is
//! over, and says what was done then and why.

use super::negotiator::Negotiator;
use crate::rules::appraise::appraise;
use crate::rules::command::{Command, Reason};
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, PartySet, Points};
use crate::rules::package::Proposal;
use crate::view::View;

/// Why an opponent does something.
#[derive(Clone, PartialEq, Debug)]
pub struct Explanation {
    /// What it does.
    pub command: Command,
    /// What it believes of each other party's mandate: chances in a hundred, in the level's order. Parties whose mandate it knows are left
    /// out, and all where it models nobody.
    pub beliefs: Vec<(PartyId, Vec<i64>)>,
    /// What it aims at with those whom the command is about.
    pub aims: Option<Aims>,
    /// What comes of it for the opponent, by its own measure: its projected score with what is put or taken.
    pub gives: Option<Points>,
    /// The best that it could have done instead, of what it looked at, and what that gives it. Of a refusal that is what it refused.
    pub alternative: Option<(Command, Points)>,
    /// Why.
    pub why: Why,
    /// What it found by playing the game out, if it did.
    pub search: Option<Search>,
}

/// What an opponent aims at with some partners, as scores of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Aims {
    /// With whom, itself included.
    pub parties: PartySet,
    /// What it has without them.
    pub no_deal: Points,
    /// The most that it could have.
    pub ideal: Points,
    /// What it holds out for now.
    pub target: Points,
    /// The least that it ever signs for.
    pub least: Points,
}

/// Why an opponent does what it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// It takes an offer that reaches what is enough.
    Enough(Points, Bar),
    /// It refuses an offer, and has nothing to put in its place.
    Refuses(Reason),
    /// It puts something of its own.
    Puts {
        /// What made it pick this package.
        pick: Pick,
        /// Why it does not take the offer that it answers.
        refuses: Option<Reason>,
    },
    /// It says that nothing works.
    Nothing(Reason),
    /// There is nothing for it to answer, and nothing that it would put now.
    Waits,
    /// It says what it is like.
    Says,
    /// It does alone what serves it.
    Alone,
    /// It answers what it is asked.
    Answers,
    /// It has played the game out, and this came to clearly more than what it would have done otherwise.
    PlayedOut,
}

/// What an offer has to reach.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Bar {
    /// What it aims at.
    Aim,
    /// What it would ask for itself, or has asked for.
    OwnNext,
    /// The least that it signs for: nothing comes after this.
    Least,
}

/// What made an opponent pick a package.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Pick {
    /// Of what reaches its aim, the largest product of gains, as it believes.
    Product,
    /// Of what reaches its aim, what is nearest to it.
    Nearest,
    /// What promises most: its gain times the chance that they take it. Time with them runs out.
    Promise,
    /// The same, while something that it would take lies on the table.
    PromiseFirst,
}

/// What was found by playing the game out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Search {
    /// How many games were played out for each command.
    pub games: u32,
    /// The commands that it thought of with the mean of its own scores; what it would have done otherwise comes first.
    pub thoughts: Vec<(Command, Points)>,
}

impl Search {
    /// The mean score of what was done.
    #[must_use]
    pub fn own(&self, done: &Command) -> Option<Points> {
        self.thoughts.iter().find(|(command, _)| command == done).map(|(_, mean)| *mean)
    }

    /// The best of the others.
    #[must_use]
    pub fn next(&self, done: &Command) -> Option<&(Command, Points)> {
        let others = self.thoughts.iter().filter(|(command, _)| command != done);
        others.fold(
            None,
            |best: Option<&(Command, Points)>, one| {
                if best.is_some_and(|best| best.1 >= one.1) { best } else { Some(one) }
            },
        )
    }
}

impl Negotiator {
    /// Why it does what it has just decided to do.
    pub(super) fn explained(&mut self, game: &Game, view: &View, command: Command) -> Explanation {
        let proposal = put_or_answered(view, &command);
        let aims = proposal.as_ref().and_then(|proposal| {
            let parties = proposal.parties;
            let aim = self.aim(game, view, parties)?;
            let at = self.search(game, view, parties);
            let no_deal = self.searches[at].no_deal();
            Some(Aims { parties, no_deal, ideal: aim.ideal, target: aim.target, least: aim.least })
        });
        let gives = match &command {
            Command::Propose { .. } | Command::Accept(_) => {
                proposal.as_ref().map(|proposal| self.worth(game, view, proposal))
            }
            _ => None,
        };
        let mut why = self.why;
        if let (Why::Puts { refuses, .. }, Command::Propose { answers: Some(offer), .. }) =
            (&mut why, &command)
            && let Some(offer) = view.position.offer(*offer)
        {
            *refuses = Some(self.reason(game, view, &offer.proposal, None));
        }
        let alternative = self.alternative(game, view, &command, proposal.as_ref());
        Explanation {
            beliefs: self.beliefs(game, view),
            aims,
            gives,
            alternative,
            why,
            search: None,
            command,
        }
    }

    /// What a proposal gives it, as it weighs it.
    fn worth(&self, game: &Game, view: &View, proposal: &Proposal) -> Points {
        appraise(&self.standpoint(game, view), view.seat, proposal).total
    }

    fn beliefs(&mut self, game: &Game, view: &View) -> Vec<(PartyId, Vec<i64>)> {
        if !self.temper.models() || !game.rules.on.mandates {
            return Vec::new();
        }
        let belief = self.belief(game, view);
        let others = game.level.everyone().without(view.seat);
        let unknown = others.iter().filter(|party| view.position.mandates[*party].is_none());
        let odds = unknown.map(|party| (party, belief.percent(party)));
        odds.filter(|(_, odds)| odds.len() > 1).collect()
    }

    /// The best that it could have done instead: what it would have asked for where it takes, what it refuses where it refuses,
    /// and else the package that would have come next.
    fn alternative(
        &mut self,
        game: &Game,
        view: &View,
        command: &Command,
        proposal: Option<&Proposal>,
    ) -> Option<(Command, Points)> {
        match command {
            Command::Decline { offer, .. } | Command::Propose { answers: Some(offer), .. } => {
                let refused = view.position.offer(*offer)?.proposal.clone();
                Some((Command::Accept(*offer), self.worth(game, view, &refused)))
            }
            Command::Propose { .. } | Command::Accept(_) => {
                let proposal = proposal?;
                let next = self.next_wish(game, view, proposal)?;
                let next = Proposal::plain(&game.level, proposal.parties, next);
                let worth = self.worth(game, view, &next);
                Some((Command::Propose { proposal: next, answers: None }, worth))
            }
            _ => None,
        }
    }
}

/// What is put, or what the offer says that is answered.
fn put_or_answered(view: &View, command: &Command) -> Option<Proposal> {
    match command {
        Command::Propose { proposal, .. } => Some(proposal.clone()),
        Command::Accept(offer) | Command::Decline { offer, .. } => {
            view.position.offer(*offer).map(|offer| offer.proposal.clone())
        }
        _ => None,
    }
}
