//! Offers, what became of them, the pacts that were signed, and the votes on those.

use std::collections::BTreeMap;

use serde::Serialize;

use super::commands::{Details, reason};
use super::{Ids, Terms, pact_number};
use crate::rules::clause::{Clause, Test, When};
use crate::rules::event::{self, Event, PactStatus};
use crate::rules::ids::{OfferId, PartyId, Round};
use crate::rules::package::{Communique, Package};
use crate::rules::position::Position;

#[derive(Serialize)]
pub(super) struct Offer {
    pub(super) number: usize,
    pub(super) round: u16,
    pub(super) from: String,
    pub(super) to: Vec<String>,
    pub(super) cable: bool,
    pub(super) answers: Option<usize>,
    pub(super) terms: Terms,
    pub(super) clauses: Vec<Term>,
    pub(super) credit: BTreeMap<String, i64>,
    pub(super) became: &'static str,
    pub(super) by: Option<String>,
    pub(super) reason: Option<Details>,
    pub(super) pact: Option<usize>,
}

/// A clause of an offer or a pact.
#[derive(Serialize)]
pub(super) struct Term {
    pub(super) issue: String,
    pub(super) when: &'static str,
    pub(super) test: Details,
}

#[derive(Serialize)]
pub(super) struct Pact {
    pub(super) number: usize,
    pub(super) round: u16,
    pub(super) parties: Vec<String>,
    pub(super) terms: Terms,
    pub(super) clauses: Vec<Term>,
    pub(super) credit: BTreeMap<String, i64>,
    pub(super) became: &'static str,
}

#[derive(Serialize)]
pub(super) struct Vote {
    pub(super) number: usize,
    pub(super) round: u16,
    pub(super) pact: usize,
    pub(super) party: String,
    pub(super) yes: i64,
    pub(super) quorum: i64,
    pub(super) seats: i64,
    pub(super) passed: bool,
    pub(super) swing: i64,
    pub(super) blocs: Vec<Bloc>,
}

/// A bloc's vote. Net is in hundredths.
#[derive(Serialize)]
pub(super) struct Bloc {
    pub(super) bloc: String,
    pub(super) seats: i64,
    pub(super) yes: i64,
    pub(super) net: i64,
}

/// All offers in the order in which they were made, all pacts in the order in which they were signed, with what they came to at the end,
/// and all votes.
pub(super) fn read(ids: &Ids<'_>, log: &[Event], end: &Position) -> (Vec<Offer>, Vec<Pact>, Vec<Vote>) {
    let mut reader = Reader {
        ids,
        round: Round(0),
        numbers: Vec::new(),
        offers: Vec::new(),
        pacts: Vec::new(),
        votes: Vec::new(),
        accepted: None,
    };
    log.iter().for_each(|event| reader.event(event));
    for (pact, last) in reader.pacts.iter_mut().zip(&end.pacts) {
        pact.became = status(last.status);
    }
    (reader.offers, reader.pacts, reader.votes)
}

struct Reader<'a> {
    ids: &'a Ids<'a>,
    round: Round,
    numbers: Vec<OfferId>,
    offers: Vec<Offer>,
    pacts: Vec<Pact>,
    votes: Vec<Vote>,
    /// The offer that was agreed to last: if a pact follows, it is that one.
    accepted: Option<OfferId>,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event) {
        match event {
            Event::RoundBegan(round) => self.round = *round,
            Event::Offered(offer) => self.offered(offer),
            Event::Accepted { offer, .. } => self.accepted = Some(*offer),
            Event::Declined { offer, by, reason: why } => {
                let (by, why) = (self.ids.party(*by), why.map(|why| reason(self.ids, *by, why)));
                self.became(*offer, "declined", |offer| (offer.by, offer.reason) = (Some(by), why));
            }
            Event::Withdrawn(offer) => self.became(*offer, "withdrawn", |_| ()),
            Event::Expired(offer) => self.became(*offer, "expired", |_| ()),
            Event::Signed(pact) => self.signed(pact),
            Event::Voted(vote) => self.voted(vote),
            _ => {}
        }
    }

    fn number(&self, offer: OfferId) -> Option<usize> {
        self.numbers.iter().position(|other| *other == offer).map(|at| at + 1)
    }

    fn became(&mut self, offer: OfferId, became: &'static str, more: impl FnOnce(&mut Offer)) {
        let number = self.number(offer);
        if let Some(offer) = number.and_then(|number| self.offers.get_mut(number - 1)) {
            offer.became = became;
            more(offer);
        }
    }

    fn offered(&mut self, offer: &event::Offer) {
        let answers = offer.answers.and_then(|answered| self.number(answered));
        if let Some(answered) = offer.answers {
            self.became(answered, "countered", |_| ());
        }
        self.numbers.push(offer.id);
        let proposal = &offer.proposal;
        self.offers.push(Offer {
            number: self.numbers.len(),
            round: offer.made.0,
            from: self.ids.party(offer.from),
            to: self.ids.parties(proposal.parties.without(offer.from)),
            cable: offer.cable,
            answers,
            terms: self.ids.terms(&proposal.package),
            clauses: clauses(self.ids, &proposal.package),
            credit: credit(self.ids, &proposal.communique),
            became: "open",
            by: None,
            reason: None,
            pact: None,
        });
    }

    fn signed(&mut self, pact: &event::Pact) {
        let number = pact_number(pact.id);
        if let Some(offer) = self.accepted.take() {
            self.became(offer, "signed", |offer| offer.pact = Some(number));
        }
        let package = pact.package.clone().unwrap_or_default();
        self.pacts.push(Pact {
            number,
            round: pact.signed.0,
            parties: self.ids.parties(pact.parties),
            terms: self.ids.terms(&package),
            clauses: clauses(self.ids, &package),
            credit: credit(self.ids, &pact.communique),
            became: status(PactStatus::Signed),
        });
    }

    fn voted(&mut self, vote: &event::Vote) {
        let chamber = self.ids.game.level.parties[vote.party].chamber.as_ref();
        let blocs = chamber.map_or(&[][..], |chamber| &chamber.blocs);
        let cast = blocs.iter().zip(&vote.blocs).map(|(bloc, (net, yes))| Bloc {
            bloc: bloc.id.clone(),
            seats: bloc.seats,
            yes: *yes,
            net: *net,
        });
        self.votes.push(Vote {
            number: self.votes.len() + 1,
            round: self.round.0,
            pact: pact_number(vote.pact),
            party: self.ids.party(vote.party),
            yes: vote.yes,
            quorum: vote.quorum,
            seats: blocs.iter().map(|bloc| bloc.seats).sum(),
            passed: vote.passed,
            swing: vote.swing,
            blocs: cast.collect(),
        });
    }
}

fn status(status: PactStatus) -> &'static str {
    match status {
        PactStatus::Signed => "signed",
        PactStatus::Stands => "stands",
        PactStatus::Void => "void",
        PactStatus::Ended => "ended",
    }
}

fn credit(ids: &Ids<'_>, communique: &Communique) -> BTreeMap<String, i64> {
    let share = |(party, share): (PartyId, &i64)| (*share != 0).then(|| (ids.party(party), *share));
    communique.credit.iter().filter_map(share).collect()
}

fn clauses(ids: &Ids<'_>, package: &Package) -> Vec<Term> {
    package.clauses().iter().map(|clause| term(ids, *clause)).collect()
}

fn term(ids: &Ids<'_>, clause: Clause) -> Term {
    let mut test = Details::new();
    let when = match clause.when {
        When::TakesEffectIf(_) => "takes_effect_if",
        When::LapsesIf(_) => "lapses_if",
        When::Until(round) => {
            test.insert("round", round.0.into());
            "until"
        }
    };
    match clause.when.test() {
        Some(Test::InForce { issue, from, to }) => {
            test.insert("issue", ids.issue(issue).into());
            test.insert("from", ids.option(issue, from).into());
            test.insert("to", ids.option(issue, to).into());
        }
        Some(Test::Pact(parties)) => {
            test.insert("pact", ids.parties(parties).into());
        }
        None => {}
    }
    Term { issue: ids.issue(clause.issue), when, test }
}
