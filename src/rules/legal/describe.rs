//! The description of everything that a seat may do now.

use serde::{Deserialize, Serialize};

use super::answers::answers;
use super::measures::measures;
use super::terms::{check_issue, check_term};
use super::{check, check_accept, check_answerable, check_parties, check_way};
use crate::rules::command::{Answer, Command, Measure};
use crate::rules::event::{Offer, OfferStatus};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OfferId, OptionId, PartyId, PartySet};
use crate::rules::position::{Phase, Position};

/// Parties that a seat may bargain with now, and how.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bargain {
    /// Everyone who would sign.
    pub parties: PartySet,
    /// Whether the offer goes by cable.
    pub cable: bool,
    /// Whether what is agreed now can be signed now.
    pub signable: bool,
    /// Political capital that an offer costs.
    pub cost: i64,
    /// Clauses that a package may have. Which make sense depends on the package: see
    /// [`super::check_clauses`] and [`super::clause_choices`].
    pub clauses: usize,
    /// The issues that may be set, each with the options that may be named.
    pub issues: Vec<(IssueId, Vec<OptionId>)>,
}

/// Everything that a seat may do now.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Legal {
    /// Offers left this round.
    pub offers_left: u8,
    /// Whom it may bargain with, about what. Packages must also keep together what only holds together.
    pub bargains: Vec<Bargain>,
    /// Offers that it may agree to.
    pub accept: Vec<OfferId>,
    /// Offers that it may refuse or counter.
    pub answer: Vec<OfferId>,
    /// Own offers that it may take back.
    pub withdraw: Vec<OfferId>,
    /// Times it may still speak.
    pub speeches_left: u8,
    /// Whether it may pass.
    pub pass: bool,
    /// Measures that it may pick.
    pub measures: Vec<Measure>,
    /// Answers that it may give to what it is asked.
    pub answers: Vec<Answer>,
}

impl Legal {
    /// What a seat may do, from the seat's own position.
    #[must_use]
    pub fn of(game: &Game, at: &Position, seat: PartyId) -> Self {
        let mut legal = Self::default();
        if check(game, at, seat, &Command::Pass).is_ok() {
            legal.pass = true;
            legal.speeches_left = game.rules.speeches.saturating_sub(at.spoken[seat]);
            legal.offers_left = game.rules.offers.saturating_sub(at.offered[seat]);
            for offer in &at.offers {
                if check_answerable(at, seat, offer.id).is_ok() {
                    legal.answer.push(offer.id);
                }
                if check_accept(game, at, seat, offer.id).is_ok() {
                    legal.accept.push(offer.id);
                }
                if offer.from == seat && offer.status == OfferStatus::Open {
                    legal.withdraw.push(offer.id);
                }
            }
            if legal.offers_left > 0 {
                legal.bargains = bargains(game, at, seat);
            }
        }
        legal.measures = measures(game, at, seat);
        if at.phase == Phase::Reckoning && at.acts(seat) {
            legal.answers = answers(game, at, seat);
        }
        legal
    }

    /// Whether there is anything to decide.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.pass && self.measures.is_empty() && self.answers.is_empty()
    }
}

/// A set of parties that a seat may bargain with now, and how an offer would reach them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Way {
    /// Everyone who would sign.
    pub parties: PartySet,
    /// Whether the offer goes by cable.
    pub cable: bool,
    /// Whether what is agreed now can be signed now.
    pub signable: bool,
}

/// Whom a seat may bargain with now. There may still be nothing to bargain about.
pub fn ways(game: &Game, at: &Position, seat: PartyId) -> impl Iterator<Item = Way> {
    game.level
        .everyone()
        .subsets(2)
        .into_iter()
        .filter(move |parties| {
            check_parties(game, at, seat, *parties).is_ok() && check_way(game, at, seat, *parties).is_ok()
        })
        .map(|parties| Way {
            parties,
            cable: game.seating(at.round, parties).is_none(),
            signable: game.may_sign(at.round, parties),
        })
}

/// Parties that a seat may bargain with now, and about what.
#[must_use]
pub fn bargains(game: &Game, at: &Position, seat: PartyId) -> Vec<Bargain> {
    ways(game, at, seat)
        .filter_map(|Way { parties, cable, signable }| {
            let issues: Vec<(IssueId, Vec<OptionId>)> = game
                .issue_ids()
                .filter(|issue| check_issue(game, at, parties, *issue).is_ok())
                .map(|issue| {
                    let options = (0..game.level.issue(issue).options.len()).map(OptionId::from_index);
                    let open = options
                        .filter(|option| check_term(game, at, seat, parties, issue, *option).is_ok())
                        .collect();
                    (issue, open)
                })
                .collect();
            let cost = if cable { game.rules.costs.cable } else { 0 };
            let any = issues.iter().any(|(_, options)| !options.is_empty());
            any.then_some(Bargain {
                parties,
                cable,
                signable,
                cost,
                clauses: game.rules.most_clauses,
                issues,
            })
        })
        .collect()
}

/// The open offers that a seat may answer now.
pub fn answerable(at: &Position, seat: PartyId) -> impl Iterator<Item = &Offer> {
    at.offers.iter().filter(move |offer| check_answerable(at, seat, offer.id).is_ok())
}
