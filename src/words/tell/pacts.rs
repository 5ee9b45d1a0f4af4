//! Offers, signatures and votes: the long sentences.

use super::{Teller, capital};
use crate::rules::event::{Offer, Pact, Vote};

impl Teller<'_> {
    pub(super) fn offered(&self, offer: &Offer) -> String {
        let to = offer.proposal.parties.without(offer.from);
        let how = self.text(
            "tell-offer-how",
            &[
                ("way", if offer.cable { "cable" } else { "table" }.into()),
                ("who", self.whom(offer.from).into()),
                ("offer", self.offer(offer.id).into()),
                ("whom", self.parties(to).into()),
            ],
        );
        let mut terms = self.package(&offer.proposal.package);
        if let Some(communique) = self.communique(&offer.proposal.communique) {
            terms = self.then(vec![terms, communique]);
        }
        match offer.answers {
            Some(answered) => self.sentence(
                "tell-offer-answer",
                &[("how", how.into()), ("answered", self.offer(answered).into()), ("terms", terms.into())],
            ),
            None => self.sentence("tell-offer", &[("how", how.into()), ("terms", terms.into())]),
        }
    }

    pub(super) fn signed_pact(&self, pact: &Pact) -> String {
        let parties = ("parties", self.parties(pact.parties).into());
        let number = ("number", pact.id.index().saturating_add(1).into());
        let text = match &pact.package {
            Some(package) => {
                let terms = self.package(package);
                self.text("tell-signed-terms", &[parties, number, ("terms", terms.into())])
            }
            None => {
                let issues = pact.issues.iter().map(|issue| self.issue(*issue)).collect();
                let issues = self.all_of(issues);
                self.text("tell-signed", &[parties, number, ("issues", issues.into())])
            }
        };
        let said = self.communique(&pact.communique);
        capital(match said {
            Some(said) => {
                self.text("tell-signed-said", &[("signed", text.into()), ("communique", said.into())])
            }
            None => text,
        })
    }

    pub(super) fn voted(&self, vote: &Vote) -> String {
        let key = if vote.passed { "tell-voted-passed" } else { "tell-voted-failed" };
        let party = self.game.level.parties.0.get(vote.party.index());
        let chamber = party.and_then(|party| party.chamber.as_ref());
        self.sentence(
            key,
            &[
                ("chamber", self.named(chamber.map(|chamber| chamber.name.as_str())).into()),
                ("party", self.party(vote.party).into()),
                ("pact", self.pact(vote.pact).into()),
                ("yes", vote.yes.into()),
                ("seats", chamber.map_or(0, |chamber| chamber.seats()).into()),
                ("quorum", vote.quorum.into()),
            ],
        )
    }

    /// How each bloc voted, in the chamber's order.
    #[must_use]
    pub fn bloc_votes(&self, vote: &Vote) -> Vec<String> {
        let party = self.game.level.parties.0.get(vote.party.index());
        let blocs = party.and_then(|party| Some(&party.chamber.as_ref()?.blocs));
        let Some(blocs) = blocs else { return Vec::new() };
        let votes = blocs.iter().zip(&vote.blocs);
        votes
            .map(|(bloc, (_, yes))| {
                let name = ("bloc", bloc.name.as_str().into());
                self.text("tell-bloc-vote", &[name, ("yes", (*yes).into()), ("seats", bloc.seats.into())])
            })
            .collect()
    }
}
