//! Every variant of what the rules say has a sentence with nothing missing in it.

/// Fails to compile when a variant is new, and fails when none of the values is of a variant.
macro_rules! every_variant {
    ($values:expr; $($pattern:pat),+ $(,)?) => {{
        for value in &$values {
            match value { $($pattern => {})+ }
        }
        $(assert!($values.iter().any(|value| matches!(value, $pattern)), "{}", stringify!($pattern));)+
    }};
}

mod bound;
mod happened;
mod said;

use std::sync::Arc;

use super::*;
use crate::rules::event::*;
use crate::rules::ids::HeadlineId;
use crate::rules::package::Proposal;
use crate::storage::Library;

const US: PartyId = PartyId(0);
const JAPAN: PartyId = PartyId(1);

fn tokyo() -> Arc<Game> {
    Library::default().game("tokyo_2025", Some("standard"), None).unwrap()
}

fn full() -> Arc<Game> {
    Library::default().game("tokyo_2025", Some("full"), None).unwrap()
}

fn sound(text: &str) {
    let first = text.chars().next().unwrap_or(' ');
    assert!(first.is_uppercase() || !first.is_alphabetic(), "no capital letter: {text}");
    part(text);
}

/// What may stand inside a sentence.
fn part(text: &str) {
    assert!(!text.is_empty());
    for sign in ["[", "{", "unknown", "  ", ".."] {
        assert!(!text.contains(sign), "{sign} in: {text}");
    }
}

/// The text with a mark for each figure, so that a level can be balanced without touching what is said.
fn unfigured(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().map(|c| if c.is_numeric() { '#' } else { c }) {
        if c != '#' || !out.ends_with('#') {
            out.push(c);
        }
    }
    out
}

fn proposal(game: &Game) -> Proposal {
    let issue = |name: &str| game.level.issue_named(name).unwrap();
    let package =
        Package::empty().with(issue("minerals"), OptionId(1)).with(issue("tariff_japan"), OptionId(3));
    let parties: PartySet = [US, JAPAN].into_iter().collect();
    let mut proposal = Proposal::plain(&game.level, parties, package);
    proposal.communique.headline = Some(HeadlineId(1));
    proposal
}

fn pact(game: &Game) -> Pact {
    let Proposal { parties, package, communique } = proposal(game);
    Pact {
        id: PactId(0),
        parties,
        issues: package.issues().collect(),
        package: Some(package),
        communique,
        signed: Round(3),
        before: Vec::new(),
        net: 0,
        status: PactStatus::Signed,
    }
}

fn offer(game: &Game, id: u32) -> Offer {
    Offer {
        id: OfferId(id),
        from: JAPAN,
        proposal: proposal(game),
        answers: (id > 1).then_some(OfferId(1)),
        cable: id == 1,
        made: Round(1),
        agreed: PartySet::one(JAPAN),
        status: OfferStatus::Open,
    }
}
