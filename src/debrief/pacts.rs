//! Each pact: what it changed for everyone, those who did not sign included, and what its public backing was the price of.

use super::course::{Course, Source};
use super::homes::of;
use crate::rules::appraise::{appraise, by_interest};
use crate::rules::chamber::{Forecast, forecast};
use crate::rules::event::{Event, Pact};
use crate::rules::game::Game;
use crate::rules::ids::{ByParty, IssueId, PartyId, Points};
use crate::rules::legal::check_constraints;
use crate::rules::package::Proposal;
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;

/// A pact and what came of it.
#[derive(Clone, Debug)]
pub struct PactStory {
    /// The pact as it stands at the end, with its terms.
    pub pact: Pact,
    /// Its signing, by its place in the log.
    pub event: usize,
    /// What was signed.
    pub proposal: Proposal,
    /// All that is put down to it, for each party by interest, against no further deal.
    pub by: ByParty<Vec<Points>>,
    /// What each chamber that has a say was going to do, when it was signed.
    pub forecasts: Vec<Forecast>,
    /// What its public backing bought and cost; `None` if it gave none, or could not have done without.
    pub price: Option<Price>,
}

/// The same pact with and without its public backing, when it was signed. Differences are with less without.
#[derive(Clone, Debug)]
pub struct Price {
    /// The issues by which backing is given.
    pub issues: Vec<IssueId>,
    /// Who receives it.
    pub to: PartyId,
    /// What it is to each party's score.
    pub score: ByParty<Points>,
    /// What it is to each party's autonomy; `None` in a level without that interest.
    pub autonomy: Option<ByParty<Points>>,
    /// What each chamber with a say was going to do, with and without.
    pub votes: Vec<(Forecast, Forecast)>,
}

impl PactStory {
    /// What it changed for a party.
    #[must_use]
    pub fn of(&self, party: PartyId) -> Points {
        self.by[party].iter().sum()
    }
}

/// The pacts of a log, in the order in which they were signed.
pub(super) fn stories(game: &Game, log: &[Event], course: &Course) -> Vec<PactStory> {
    let mut at = Position::new(game);
    let mut found = Vec::new();
    for (event, what) in log.iter().enumerate() {
        if let Event::Signed(pact) = what {
            found.push((event, pact.clone(), at.clone()));
        }
        at.apply(game, what);
    }
    let end = at;
    let told = found.into_iter().map(|(event, signed, at)| {
        let proposal = of(&signed);
        let mut pact = end.pact(signed.id).cloned().unwrap_or(signed);
        // A pact that came to nothing is kept without its terms.
        pact.package.get_or_insert_with(|| proposal.package.clone());
        let mut by = game.by_party(|_| vec![0; game.level.interests.len()]);
        for change in course.changes.iter().filter(|change| change.source == Source::Pact(pact.id)) {
            for (party, points) in change.by.iter() {
                by[party].iter_mut().zip(points).for_each(|(sum, points)| *sum += points);
            }
        }
        let say = |proposal: &Proposal| -> Vec<Forecast> {
            proposal.parties.iter().filter_map(|party| forecast(game, &at, party, proposal)).collect()
        };
        PactStory {
            event,
            forecasts: say(&proposal),
            price: price(game, &at, &proposal, &say),
            pact,
            proposal,
            by,
        }
    });
    told.collect()
}

fn price(
    game: &Game,
    at: &Position,
    proposal: &Proposal,
    say: &dyn Fn(&Proposal) -> Vec<Forecast>,
) -> Option<Price> {
    let backing = |(issue, option)| game.backing(issue, option).map(|(to, _)| (issue, to));
    let backed: Vec<(IssueId, PartyId)> = proposal.package.terms().filter_map(backing).collect();
    let (_, to) = *backed.first()?;
    let mut without = proposal.clone();
    backed.iter().for_each(|(issue, _)| without.package.clear(*issue));
    if without.package.is_empty() || check_constraints(game, at, &without.package).is_err() {
        return None;
    }
    let standpoint = Standpoint::new(game, at);
    let total = |party: PartyId, proposal: &Proposal| appraise(&standpoint, party, proposal).total;
    let autonomy = game.level.autonomy.map(|interest| {
        let points = |party: PartyId, proposal: &Proposal| {
            by_interest(&standpoint, party, Some(proposal)).get(interest.index()).copied().unwrap_or(0)
        };
        game.by_party(|party| points(party, proposal) - points(party, &without))
    });
    let alone = say(&without);
    let pairs = say(proposal).into_iter().filter_map(|with| {
        let same = alone.iter().find(|other| other.party == with.party)?;
        Some((with, same.clone()))
    });
    Some(Price {
        issues: backed.iter().map(|(issue, _)| *issue).collect(),
        to,
        score: game.by_party(|party| total(party, proposal) - total(party, &without)),
        autonomy,
        votes: pairs.collect(),
    })
}
