//! What the rules say, in sentences: events, commands, refusals, judgements. Every front end uses the same ones.
//!
//! - Nothing is decided here: what comes in is what the rules made, what goes out is text.
//! - All words come from the Fluent files. Only names that a level gives are put in as they are.
//! - The reader of a [`Teller`] is told of as "you"; without one everybody is told of by name.
//! - Ids that the level does not have are worded as unknown; nothing here panics.
//! - Offers and pacts are numbered from 1, offers in the order in which the reader has seen them.

mod advice;
mod asked;
mod clauses;
mod counters;
mod events;
mod figures;
mod judged;
mod measures;
mod pacts;
mod pledges;
mod promises;
mod refusals;
mod said;
mod story;
mod threats;

pub use story::Story;

use super::{Arg, Words, number};
use crate::rules::game::Game;
use crate::rules::ids::{
    ArchetypeId, BlocId, HappeningId, InterestId, IssueId, OfferId, OptionId, PactId, PartyId, PartySet,
    ResourceId, Round,
};
use crate::rules::package::{Communique, Package};
use crate::rules::position::Position;

/// Tells what the rules say to one reader.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    words: &'a Words,
    game: &'a Game,
    at: &'a Position,
    reader: Option<PartyId>,
    offers: &'a [OfferId],
}

impl<'a> Teller<'a> {
    /// A teller of what stands in a position, to the party that reads it, if any.
    #[must_use]
    pub fn new(words: &'a Words, game: &'a Game, at: &'a Position, reader: Option<PartyId>) -> Self {
        Self { words, game, at, reader, offers: &[] }
    }

    /// The same with the offers that the reader has seen, in their order; see [`Story::offers`].
    #[must_use]
    pub fn numbered(self, offers: &'a [OfferId]) -> Self {
        Self { offers, ..self }
    }

    // ---- names ----

    /// A party: "you" if it is the reader, else its name.
    #[must_use]
    pub fn whom(&self, party: PartyId) -> String {
        if self.reader == Some(party) { self.get("tell-you") } else { self.party(party) }
    }

    /// The name of a party, whoever reads.
    #[must_use]
    pub fn party(&self, party: PartyId) -> String {
        let found = self.game.level.parties.0.get(party.index());
        self.named(found.map(|party| party.name.as_str()))
    }

    /// Several parties: "Japan and you".
    #[must_use]
    pub fn parties(&self, parties: PartySet) -> String {
        self.all_of(parties.iter().map(|party| self.whom(party)).collect())
    }

    /// The name of an issue.
    #[must_use]
    pub fn issue(&self, issue: IssueId) -> String {
        let found = self.game.level.issues.get(issue.index());
        self.named(found.map(|issue| issue.name.as_str()))
    }

    /// The name of an option.
    #[must_use]
    pub fn option(&self, issue: IssueId, option: OptionId) -> String {
        let found = self.game.level.issues.get(issue.index());
        let found = found.and_then(|issue| issue.options.get(option.index()));
        self.named(found.map(|option| option.name.as_str()))
    }

    /// An issue and an option: "US tariff on Japan: 15 %".
    #[must_use]
    pub fn term(&self, issue: IssueId, option: OptionId) -> String {
        let (issue, option) = (self.issue(issue), self.option(issue, option));
        self.text("tell-term", &[("issue", issue.into()), ("option", option.into())])
    }

    /// The same with what is in force now, where that differs.
    #[must_use]
    pub fn term_change(&self, issue: IssueId, option: OptionId) -> String {
        match self.at.in_force.get(issue.index()) {
            Some(now) if *now != option => self.text(
                "tell-term-change",
                &[
                    ("issue", self.issue(issue).into()),
                    ("option", self.option(issue, option).into()),
                    ("now", self.option(issue, *now).into()),
                ],
            ),
            _ => self.term(issue, option),
        }
    }

    /// The terms of a package, one after the other, each with its clauses.
    #[must_use]
    pub fn package(&self, package: &Package) -> String {
        let terms = package.terms().map(|(issue, option)| self.clausal_term(package, issue, option));
        let terms: Vec<String> = terms.collect();
        if terms.is_empty() { self.get("tell-no-terms") } else { self.then(terms) }
    }

    /// Headline and credit of a communiqué; nothing where the rules have none.
    #[must_use]
    pub fn communique(&self, communique: &Communique) -> Option<String> {
        let mut parts = Vec::new();
        if let Some(headline) = communique.headline.and_then(|id| self.game.level.headline(id)) {
            parts.push(self.text("tell-headline", &[("text", headline.text.as_str().into())]));
        }
        if self.game.rules.on.communiques {
            let shares = communique.credit.iter().filter(|(_, share)| **share != 0);
            let shares = shares
                .map(|(party, share)| {
                    let party = self.whom(party);
                    self.text("tell-credit-share", &[("party", party.into()), ("share", (*share).into())])
                })
                .collect();
            parts.push(self.text("tell-credit", &[("shares", self.comma(shares).into())]));
        }
        (!parts.is_empty()).then(|| self.then(parts))
    }

    /// An offer by its number.
    #[must_use]
    pub fn offer(&self, offer: OfferId) -> String {
        match self.offers.iter().position(|seen| *seen == offer) {
            Some(place) => self.text("tell-offer-known", &[("number", (place + 1).into())]),
            None => self.get("tell-offer-unknown"),
        }
    }

    /// A pact by its number and its parties.
    #[must_use]
    pub fn pact(&self, pact: PactId) -> String {
        let number = pact.index().saturating_add(1);
        match self.at.pact(pact) {
            Some(pact) => {
                let parties = self.parties(pact.parties);
                self.text("tell-pact", &[("number", number.into()), ("parties", parties.into())])
            }
            None => self.text("tell-pact-unknown", &[("number", number.into())]),
        }
    }

    /// A stop of the calendar: "Round 2 of 6: Kuala Lumpur, 26 October 2025."
    #[must_use]
    pub fn round(&self, round: Round) -> String {
        let rounds = &self.game.level.rounds;
        let (now, all) = (("round", round.0.into()), ("rounds", rounds.len().into()));
        match rounds.get(round.index()) {
            Some(stop) => self.text(
                "tell-round",
                &[now, all, ("place", stop.name.as_str().into()), ("date", stop.date.as_str().into())],
            ),
            None => self.text("tell-round-plain", &[now, all]),
        }
    }

    /// The name of an interest.
    #[must_use]
    pub fn interest(&self, interest: InterestId) -> String {
        let found = self.game.level.interests.get(interest.index());
        self.named(found.map(|interest| interest.name.as_str()))
    }

    /// The name of a bloc.
    #[must_use]
    pub fn bloc(&self, party: PartyId, bloc: BlocId) -> String {
        let party = self.game.level.parties.0.get(party.index());
        let found = party.and_then(|party| party.chamber.as_ref()?.blocs.get(bloc.index()));
        self.named(found.map(|bloc| bloc.name.as_str()))
    }

    /// The name of a resource.
    #[must_use]
    pub fn resource(&self, resource: ResourceId) -> String {
        let found = self.game.level.resources.get(resource.index());
        self.named(found.map(|resource| resource.name.as_str()))
    }

    /// The line of an event in the news.
    #[must_use]
    pub fn happening(&self, happening: HappeningId) -> String {
        let found = self.game.level.happenings.get(happening.index());
        self.named(found.map(|happening| happening.headline.as_str()))
    }

    /// The name of a mandate; nothing where the level has none.
    #[must_use]
    pub fn mandate(&self, party: PartyId, mandate: ArchetypeId) -> Option<String> {
        let party = self.game.level.parties.0.get(party.index())?;
        let mandate = party.archetypes.get(mandate.index())?;
        (!mandate.name.is_empty()).then(|| mandate.name.clone())
    }

    // ---- words ----

    pub(super) fn get(&self, key: &str) -> String {
        self.words.get(key)
    }

    pub(super) fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.text(key, args)
    }

    /// A text with a capital letter in front, since some begin with "you" or "offer".
    pub(super) fn sentence(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        capital(self.text(key, args))
    }

    fn named(&self, name: Option<&str>) -> String {
        name.map_or_else(|| self.get("tell-unknown"), str::to_owned)
    }

    /// The argument by which a message tells the reader from the others.
    pub(super) fn you(&self, party: PartyId) -> Arg<'static> {
        if self.reader == Some(party) { "yes".into() } else { "no".into() }
    }
}

/// The text with its first letter as a capital.
#[must_use]
pub fn capital(text: String) -> String {
    let mut rest = text.chars();
    match rest.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(rest).collect(),
        _ => text,
    }
}

#[cfg(test)]
mod keys;
#[cfg(test)]
mod tests;
