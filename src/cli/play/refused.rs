//! What is behind a refusal: of an offer by another party, and of the player's own draft by the rules.

use super::seat::Seat;
use crate::cli::out::{CliError, Out};
use crate::opponents::Belief;
use crate::opponents::counter;
use crate::opponents::negotiator::SIGNS_AT;
use crate::rules::appraise::{appraise, cheapest_fix};
use crate::rules::command::Reason;
use crate::rules::event::{Event, Offer};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, PartyId};
use crate::rules::legal::Refusal;
use crate::rules::package::Proposal;
use crate::rules::rulebook::Knowledge;
use crate::view::View;
use crate::words::tell::Teller;

impl Seat<'_> {
    /// What is behind a refusal that was just told, or how a counter differs from what it answers; nothing for other events. `then` is what
    /// the seat knew then, the event included.
    pub(super) fn behind(&self, then: &View, event: &Event, teller: &Teller<'_>) -> Vec<String> {
        match event {
            Event::Declined { offer, by, reason } if *by != self.seat => {
                let offer = then.position.offer(*offer);
                offer.map(|offer| self.declined(then, offer, (*by, *reason), teller)).unwrap_or_default()
            }
            Event::Offered(offer) if offer.from != self.seat => {
                self.countered(then, offer, teller).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn declined(
        &self,
        then: &View,
        offer: &Offer,
        (by, reason): (PartyId, Option<Reason>),
        teller: &Teller<'_>,
    ) -> Vec<String> {
        let game = self.game();
        let told = counter::behind(game, then, &Belief::of(game, then), &offer.proposal, (by, reason));
        teller.behind(&told, by, self.seat, game.knowledge == Knowledge::Transparent)
    }

    /// How a counter differs from the player's own offer that it answers.
    pub(super) fn countered(&self, then: &View, offer: &Offer, teller: &Teller<'_>) -> Option<String> {
        let answered = then.position.offer(offer.answers?).filter(|own| own.from == self.seat)?;
        let (was, is) = (&answered.proposal, &offer.proposal);
        let changes = changed(self.game(), was, is);
        let changes: Vec<String> =
            changes.into_iter().map(|i| teller.package_change(i, is.package.option(i))).collect();
        if changes.is_empty() {
            return None;
        }
        let total = |proposal| appraise(&then.standpoint(self.game()), self.seat, proposal).total;
        Some(self.text(
            "cli-refused-counter",
            &[
                ("offer", teller.offer(answered.id).into()),
                ("changes", teller.all_of(changes).into()),
                ("points", teller.signed(total(is) - total(was)).into()),
            ],
        ))
    }

    /// What the rules refused of the player's own, with its price, what blocks it and what would help.
    pub(super) fn show_own_refused(
        &self,
        out: &mut Out<'_>,
        proposal: &Proposal,
        said: Refusal,
    ) -> Result<(), CliError> {
        if !about_terms(said) || proposal.package.is_empty() {
            return Ok(());
        }
        let standpoint = self.view().standpoint(self.game());
        let appraisal = appraise(&standpoint, self.seat, proposal);
        out.line(self.teller().total(&appraisal))?;
        let unsaid = appraisal.blockers.iter().filter(|b| b.what != said || !b.cleared_by.is_empty());
        out.lines(unsaid.map(|blocker| self.teller().blocker(blocker)))?;
        let other = proposal.others(self.seat).next();
        let Some(asker) = other.filter(|_| appraisal.gain() < 0) else { return Ok(()) };
        // What others would lose by it is theirs to say.
        let Some(fix) = cheapest_fix(&standpoint, self.seat, asker, proposal, SIGNS_AT) else {
            return Ok(());
        };
        let (change, worth) = (self.teller().package_change(fix.issue, fix.option), fix.worth);
        let worth = self.teller().signed(worth);
        out.line(self.text("cli-refused-own", &[("change", change.into()), ("worth", worth.into())]))
    }
}

/// The issues that two proposals settle differently.
fn changed(game: &Game, was: &Proposal, is: &Proposal) -> Vec<IssueId> {
    game.issue_ids().filter(|issue| was.package.option(*issue) != is.package.option(*issue)).collect()
}

/// Whether a refusal is about what a package says, and not about who may do what when.
fn about_terms(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::RedLine(..)
            | Refusal::Constraint(_)
            | Refusal::Idle(_)
            | Refusal::Consent(_)
            | Refusal::Held(..)
            | Refusal::Reserved(_)
            | Refusal::InPerson(_)
    )
}
