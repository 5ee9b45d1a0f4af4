//! A proposal in the making.

use crate::rules::game::Game;
use crate::rules::ids::{ByParty, HeadlineId, PartyId, PartySet};
use crate::rules::package::{Communique, Package, Proposal, headlines};
use crate::rules::position::Position;

/// A proposal in the making: what has not been chosen follows from what has.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// The terms.
    pub(super) package: Package,
    /// With whom, if it was chosen.
    pub(super) with: Option<PartySet>,
    /// Shares of the credit that were chosen.
    credit: Vec<(PartyId, i64)>,
    /// The headline, if one or none was chosen.
    headline: Option<Option<HeadlineId>>,
}

impl Draft {
    /// The terms and parties of another proposal, with the credit split anew.
    pub(super) fn of(proposal: &Proposal) -> Self {
        Self {
            package: proposal.package.clone(),
            with: Some(proposal.parties),
            headline: Some(proposal.communique.headline),
            ..Self::default()
        }
    }

    /// Who would sign: who was chosen, else whose consent the terms need.
    pub(super) fn parties(&self, game: &Game, at: &Position, seat: PartyId) -> PartySet {
        if let Some(with) = self.with {
            return with.with(seat);
        }
        let mut parties = PartySet::one(seat);
        for issue in self.package.issues() {
            parties = parties.union(game.level.issue(issue).consent);
            parties = at.held_by(issue).map_or(parties, |pact| parties.union(pact.parties));
        }
        if game.parties() == 2 { game.level.everyone() } else { parties }
    }

    /// Gives a party a share of the credit; the others share the rest evenly.
    pub(super) fn give_credit(&mut self, party: PartyId, share: i64) {
        self.credit.retain(|(other, _)| *other != party);
        self.credit.push((party, share));
    }

    /// Splits the credit evenly again.
    pub(super) fn even_credit(&mut self) {
        self.credit.clear();
    }

    /// Chooses a headline, or none.
    pub(super) fn choose_headline(&mut self, headline: Option<HeadlineId>) {
        self.headline = Some(headline);
    }

    /// The proposal as it stands.
    pub(super) fn proposal(&self, game: &Game, at: &Position, seat: PartyId) -> Proposal {
        let parties = self.parties(game, at, seat);
        let package = self.package.clone();
        let mut communique = Communique::even(&game.level, parties).headed(&game.level, &package);
        if let Some(headline) = self.headline {
            // A chosen headline that no longer fits gives way to the first that does.
            if headline.is_none_or(|id| headlines(&game.level, &package).any(|other| other == id)) {
                communique.headline = headline;
            }
        }
        if !self.credit.is_empty() {
            communique.credit = self.credit(game, parties);
        }
        Proposal { parties, package, communique }
    }

    fn credit(&self, game: &Game, parties: PartySet) -> ByParty<i64> {
        let chosen = |party: PartyId| self.credit.iter().find(|(other, _)| *other == party).map(|(_, n)| *n);
        let others: Vec<PartyId> = parties.iter().filter(|party| chosen(*party).is_none()).collect();
        let given: i64 = parties.iter().filter_map(chosen).sum();
        let count = i64::try_from(others.len()).unwrap_or(1).max(1);
        let rest = 100 - given;
        game.by_party(|party| {
            if let Some(place) = others.iter().position(|other| *other == party) {
                let extra = i64::try_from(place).is_ok_and(|place| place < rest.rem_euclid(count));
                return rest.div_euclid(count) + i64::from(extra);
            }
            if parties.has(party) { chosen(party).unwrap_or(0) } else { 0 }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::ids::{IssueId, OptionId};
    use crate::storage::Library;

    #[test]
    fn what_is_not_chosen_follows() {
        let game = Library::default().game("tokyo_2025", None, None).unwrap();
        let at = Position::new(&game);
        let (us, japan) = (PartyId(0), PartyId(1));
        let mut draft = Draft::default();
        assert_eq!(draft.parties(&game, &at, japan), PartySet::one(japan));
        let minerals = game.level.issue_named("minerals").unwrap();
        draft.package.set(minerals, OptionId(1));
        let proposal = draft.proposal(&game, &at, japan);
        assert_eq!(proposal.parties, [us, japan].into_iter().collect());
        assert_eq!(proposal.communique.credit.0, [50, 50, 0]);
        assert!(proposal.communique.headline.is_some());
        draft.give_credit(japan, 70);
        assert_eq!(draft.proposal(&game, &at, japan).communique.credit.0, [30, 70, 0]);
        draft.with = Some(game.level.everyone());
        draft.give_credit(japan, 51);
        assert_eq!(draft.proposal(&game, &at, japan).communique.credit.0, [25, 51, 24]);
        draft.even_credit();
        draft.choose_headline(None);
        let proposal = draft.proposal(&game, &at, japan);
        assert_eq!(proposal.communique.credit.0.iter().sum::<i64>(), 100);
        assert_eq!(proposal.communique.headline, None);
        draft.package.clear(minerals);
        draft.choose_headline(Some(HeadlineId(1)));
        draft.package.set(IssueId(0), OptionId(1));
        assert_ne!(draft.proposal(&game, &at, japan).communique.headline, Some(HeadlineId(1)));
    }
}
