//! Offers sent and received, as small papers.

use crate::opponents::counter::behind;
use crate::rules::appraise::appraise;
use crate::rules::command::Command;
use crate::rules::command::Reason;
use crate::rules::event::{Event, Offer, OfferStatus};
use crate::rules::ids::{IssueId, OfferId, OptionId, PartyId, PartySet};
use crate::rules::legal::{Refusal, check};
use crate::rules::rulebook::Knowledge;
use crate::rules::standpoint::Standpoint;
use crate::screens::estimate::in_ten;
use crate::screens::table::draft::Edit;
use crate::screens::wording::tone;
use crate::theme::Tone;

use super::desk::Desk;
use super::{Ideals, Mark, Mend};

/// A term of an offer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// The issue.
    pub name: String,
    /// The option, or that it is left alone now.
    pub option: String,
    /// Whether it differs from the offer before.
    pub changed: bool,
}

/// An offer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card {
    /// Which.
    pub id: OfferId,
    /// Who made it.
    pub mark: Mark,
    /// From whom to whom.
    pub title: String,
    /// What became of it, or how it waits.
    pub status: String,
    /// Its terms, those that changed first.
    pub terms: Vec<Term>,
    /// What it is worth to the player.
    pub worth: String,
    /// Whether that is welcome.
    pub tone: Tone,
    /// What the player's chamber would do with it.
    pub house: Option<String>,
    /// Whether it is still on the table.
    pub open: bool,
    /// Whether the draft is the same.
    pub in_draft: bool,
    /// Whether the player may refuse it now.
    pub can_decline: bool,
    /// Whether the player may take it back now.
    pub can_withdraw: bool,
    /// Why it cannot be agreed to now, if it is somebody else's and open.
    pub off: Option<String>,
    /// Whether agreeing to it is open to the player.
    pub can_accept: bool,
    /// What is behind its refusal, if it is the player's own and was refused.
    pub behind: Vec<String>,
    /// What would help, as the player's next offer.
    pub mend: Option<Mend>,
}

/// The last offer seen among the parties of the draft since they signed last.
pub(super) fn last<'a>(desk: &Desk<'a>) -> Option<&'a Offer> {
    latest(desk.view.log.iter(), desk.draft.parties())
}

/// The offer among the same parties before this one, since they signed last.
fn before<'a>(desk: &Desk<'a>, offer: &Offer) -> Option<&'a Offer> {
    let made = |event: &Event| matches!(event, Event::Offered(other) if other.id == offer.id);
    latest(desk.view.log.iter().take_while(|event| !made(event)), offer.proposal.parties)
}

/// The offer made last among these parties. What is signed is compared with nothing: it holds.
fn latest<'a>(events: impl Iterator<Item = &'a Event>, parties: PartySet) -> Option<&'a Offer> {
    events.fold(None, |last, event| match event {
        Event::Offered(offer) if offer.proposal.parties == parties => Some(offer),
        Event::Signed(pact) if pact.parties == parties => None,
        _ => last,
    })
}

pub(super) fn build(desk: &Desk<'_>, ideals: &mut Ideals) -> Vec<Card> {
    let mut cards: Vec<Card> = desk.at().offers.iter().rev().map(|offer| card(desk, offer, ideals)).collect();
    cards.sort_by_key(|card| !card.open);
    cards
}

fn card(desk: &Desk<'_>, offer: &Offer, ideals: &mut Ideals) -> Card {
    let Desk { game, seat, .. } = *desk;
    let own = offer.from == seat;
    let open = offer.status == OfferStatus::Open;
    // What is signed is worth what it was signed for.
    let signed = (offer.status == OfferStatus::Signed).then(|| Standpoint::in_force(game, desk.at()));
    let appraisal = appraise(signed.as_ref().unwrap_or(&desk.minds.own), seat, &offer.proposal);
    let over_signed = signed.is_none() && desk.has_signed();
    let worth = if over_signed { "table-offer-worth-signed" } else { "table-offer-worth" };
    let off = check(game, desk.at(), seat, &Command::Accept(offer.id)).err();
    let to = desk.names(offer.proposal.parties.without(offer.from).without(seat));
    let title = match (own, to.is_empty()) {
        (true, _) => desk.text("table-offer-yours", &[("to", to.into())]),
        (false, true) => desk.text("table-offer-theirs", &[("from", desk.name(offer.from).into())]),
        (false, false) => {
            desk.text("table-offer-wide", &[("from", desk.name(offer.from).into()), ("to", to.into())])
        }
    };
    let (behind, mend) = own.then(|| why_refused(desk, offer, ideals)).flatten().unwrap_or_default();
    Card {
        behind,
        mend,
        id: offer.id,
        mark: desk.mark(offer.from),
        title,
        status: status(desk, offer),
        terms: terms(desk, offer),
        worth: desk.text(worth, &[("figure", desk.figures.change(appraisal.gain()).into())]),
        tone: tone(appraisal.gain()),
        house: appraisal
            .ratification
            .as_ref()
            .map(|f| desk.text("table-offer-house", &[("chances", in_ten(f.passing, f.swings).into())])),
        open,
        in_draft: desk.draft.equals(offer),
        can_decline: desk.legal.answer.contains(&offer.id),
        can_withdraw: desk.legal.withdraw.contains(&offer.id),
        can_accept: off.is_none(),
        off: off
            .filter(|why| open && !own && !matches!(why, Refusal::NoSuchOffer))
            .map(|why| desk.refusal(&why)),
    }
}

fn status(desk: &Desk<'_>, offer: &Offer) -> String {
    let key = match offer.status {
        OfferStatus::Open if offer.cable && offer.made >= desk.at().round => "table-offer-cable",
        OfferStatus::Open if offer.cable => "table-offer-cabled",
        OfferStatus::Open => "table-offer-open",
        OfferStatus::Declined => {
            return match refused(desk, offer.id) {
                Some(why) => desk.text("table-offer-declined-why", &[("why", why.into())]),
                None if countered(desk, offer) => desk.get("table-offer-countered"),
                None => desk.get("table-offer-declined"),
            };
        }
        OfferStatus::Withdrawn => "table-offer-withdrawn",
        OfferStatus::Expired => "table-offer-expired",
        OfferStatus::Signed => "table-offer-signed",
    };
    desk.get(key)
}

/// Whether another offer was made in answer to it.
fn countered(desk: &Desk<'_>, offer: &Offer) -> bool {
    desk.at().offers.iter().any(|other| other.answers == Some(offer.id))
}

/// Why an offer was refused, if that was said.
fn refused(desk: &Desk<'_>, id: OfferId) -> Option<String> {
    let (by, reason) = declined(desk, id)?;
    Some(desk.teller().reason(by, reason?))
}

/// Who refused an offer, with the reason that was given.
fn declined(desk: &Desk<'_>, id: OfferId) -> Option<(PartyId, Option<Reason>)> {
    desk.view.log.iter().rev().find_map(|event| match event {
        Event::Declined { offer, by, reason } if *offer == id => Some((*by, *reason)),
        _ => None,
    })
}

/// What is behind the refusal of the player's offer as things stand, and the change that would help.
fn why_refused(desk: &Desk<'_>, offer: &Offer, ideals: &mut Ideals) -> Option<(Vec<String>, Option<Mend>)> {
    // Another offer says it all.
    let answered = |(_, reason): &(PartyId, Option<Reason>)| reason.is_none() && countered(desk, offer);
    let said = declined(desk, offer.id).filter(|(by, _)| *by != desk.seat)?;
    if answered(&said) {
        return None;
    }
    let known = ideals.behind.iter().position(|(id, _)| *id == offer.id);
    let place = known.unwrap_or_else(|| {
        ideals.behind.push((offer.id, behind(desk.game, desk.view, desk.belief, &offer.proposal, said)));
        ideals.behind.len() - 1
    });
    let (_, behind) = ideals.behind.get(place)?;
    let open = desk.game.knowledge == Knowledge::Transparent;
    let mend = behind.fix.as_ref().filter(|_| !behind.forbidden).and_then(|fix| {
        let proposal = offer.proposal.changed(fix.issue, fix.option);
        // Nobody is led to offer what is worth less than no deal.
        let gains = appraise(&desk.minds.own, desk.seat, &proposal).gain() > 0;
        gains.then(|| Mend { label: desk.mend(fix.issue, fix.option).label, edit: Edit::Put(proposal) })
    });
    Some((desk.teller().behind(behind, said.0, desk.seat, open), mend))
}

fn terms(desk: &Desk<'_>, offer: &Offer) -> Vec<Term> {
    let last = before(desk, offer);
    let was = |issue: IssueId| last.and_then(|o| o.proposal.package.option(issue));
    let package = &offer.proposal.package;
    let said = |issue: IssueId| desk.teller().clauses(package, issue);
    let said_before = |issue: IssueId| last.and_then(|o| desk.teller().clauses(&o.proposal.package, issue));
    let chosen = |issue: IssueId, option: OptionId| {
        let option = desk.choice(issue, option).to_owned();
        match said(issue) {
            Some(clauses) => {
                desk.text("table-option-clauses", &[("option", option.into()), ("clauses", clauses.into())])
            }
            None => option,
        }
    };
    let term = |issue: IssueId, option: Option<OptionId>| Term {
        name: desk.issue(issue).to_owned(),
        option: option.map_or_else(|| desk.get("table-left-alone"), |o| chosen(issue, o)),
        changed: last.is_some() && (was(issue) != option || said(issue) != said_before(issue)),
    };
    let mut terms: Vec<Term> =
        offer.proposal.package.terms().map(|(issue, option)| term(issue, Some(option))).collect();
    let dropped = last.into_iter().flat_map(|o| o.proposal.package.issues());
    terms.extend(dropped.filter(|i| offer.proposal.package.option(*i).is_none()).map(|i| term(i, None)));
    terms.sort_by_key(|term| !term.changed);
    terms
}
