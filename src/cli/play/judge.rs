//! What a proposal is worth, what is in its way, and what the player may do now.

use super::seat::Seat;
use crate::cli::out::{CliError, Out};
use crate::opponents::Belief;
use crate::opponents::belief::Estimate;
use crate::opponents::negotiator::SIGNS_AT;
use crate::rules::appraise::{appraise, cheapest_fix};
use crate::rules::chamber::forecast;
use crate::rules::command::Command;
use crate::rules::legal::{Refusal, check};
use crate::rules::package::Proposal;
use crate::rules::rulebook::Knowledge;

impl Seat<'_> {
    /// The draft, and what it is worth in one line.
    pub(super) fn show_draft(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        if self.draft.package.is_empty() {
            self.say(out, "cli-draft-empty")?;
            return self.say(out, "cli-usage-set");
        }
        let proposal = self.proposal();
        self.say(out, "cli-draft")?;
        self.show_proposal(out, &proposal)?;
        self.show_worth(out)
    }

    /// What the draft is worth to the player, in one line.
    pub(super) fn show_worth(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let appraisal = appraise(&self.view().standpoint(self.game()), self.seat, &self.proposal());
        out.line(self.teller().total(&appraisal))
    }

    /// Everything that can be said of the draft before it is proposed.
    pub(super) fn show_judgement(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        if self.draft.package.is_empty() {
            return self.show_draft(out);
        }
        let proposal = self.proposal();
        self.say(out, "cli-draft")?;
        self.show_proposal(out, &proposal)?;
        let command = Command::Propose { proposal: proposal.clone(), answers: None };
        let refused = check(self.game(), &self.view().position, self.seat, &command).err();
        if let Some(refusal) = refused {
            out.line(self.text("cli-judge-refused", &[("why", self.teller().refusal(refusal).into())]))?;
        }
        self.show_appraisal(out, &proposal, refused)?;
        self.show_estimates(out, &proposal)?;
        self.show_fixes(out, &proposal)
    }

    /// What a proposal is worth to the player, line by line, what rules it out unless that was said, and
    /// the votes at home.
    pub(super) fn show_appraisal(
        &self,
        out: &mut Out<'_>,
        proposal: &Proposal,
        said: Option<Refusal>,
    ) -> Result<(), CliError> {
        let teller = self.teller();
        let appraisal = appraise(&self.view().standpoint(self.game()), self.seat, proposal);
        out.line(teller.total(&appraisal))?;
        out.lines(appraisal.lines.iter().map(|line| teller.line(line)))?;
        let unsaid = appraisal.blockers.iter().filter(|blocker| {
            // What would clear it is worth saying again, what it is not.
            Some(blocker.what) != said || !blocker.cleared_by.is_empty()
        });
        out.lines(unsaid.map(|blocker| teller.blocker(blocker)))?;
        if !self.game().rules.on.chambers {
            return Ok(());
        }
        for party in proposal.parties.iter() {
            out.line(match forecast(self.game(), &self.view().position, party, proposal) {
                Some(forecast) => teller.forecast(&forecast),
                None => teller.no_vote(party),
            })?;
        }
        Ok(())
    }

    /// Votes at home on the draft, bloc by bloc.
    pub(super) fn show_votes(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        if self.draft.package.is_empty() {
            return self.show_draft(out);
        }
        let proposal = self.proposal();
        for party in proposal.parties.iter() {
            match forecast(self.game(), &self.view().position, party, &proposal) {
                Some(forecast) => {
                    out.line(self.teller().forecast(&forecast))?;
                    out.lines(self.teller().bloc_views(&forecast))?;
                }
                None => out.line(self.teller().no_vote(party))?,
            }
        }
        Ok(())
    }

    /// What a proposal may be worth to the others, as far as the player may know.
    pub(super) fn show_estimates(&self, out: &mut Out<'_>, proposal: &Proposal) -> Result<(), CliError> {
        if self.game().knowledge == Knowledge::Sealed {
            return self.say(out, "cli-sealed");
        }
        let belief = Belief::of(self.game(), self.view());
        for party in proposal.others(self.seat) {
            let Some(estimate) = belief.estimate(self.game(), self.view(), party, proposal) else { continue };
            let Estimate { low, high, gains, known, middle } = estimate;
            out.line(self.teller().band(party, low, high))?;
            if !known {
                let chance = self.teller().share(gains, 100);
                let party = ("party", self.teller().party(party).into());
                out.line(self.text("cli-estimate-gains", &[party, ("share", chance.into())]))?;
            }
            for blocker in middle.blockers.iter().filter(|b| matches!(b.what, Refusal::RedLine(..))) {
                let party = ("party", self.teller().party(party).into());
                let blocker = self.teller().blocker(blocker);
                out.line(self.text("cli-estimate-blocker", &[party, ("blocker", blocker.into())]))?;
            }
        }
        Ok(())
    }

    /// For each party that the draft does not work for, the cheapest change that would help.
    fn show_fixes(&self, out: &mut Out<'_>, proposal: &Proposal) -> Result<(), CliError> {
        let standpoint = self.view().standpoint(self.game());
        for party in proposal.parties.iter() {
            if party != self.seat && self.game().knowledge == Knowledge::Sealed {
                continue;
            }
            let appraisal = appraise(&standpoint, party, proposal);
            // What rules it out for the player has been said, with what clears it.
            let blocked = party == self.seat && !appraisal.blockers.is_empty();
            if blocked || appraisal.works(SIGNS_AT) {
                continue;
            }
            let asker = if party == self.seat { proposal.others(party).next() } else { Some(self.seat) };
            let Some(asker) = asker else { continue };
            let fix = cheapest_fix(&standpoint, party, asker, proposal, SIGNS_AT);
            let text = match fix {
                Some(fix) => {
                    // What a change is worth to others is as little known as their mandates.
                    let open = party == self.seat || self.game().knowledge == Knowledge::Transparent;
                    let teller = self.teller();
                    let fix =
                        if open { teller.fix(&fix, party, asker) } else { teller.fix_cost(&fix, asker) };
                    let party = ("party", teller.whom(party).into());
                    self.text("cli-fix", &[party, ("fix", fix.into())])
                }
                None => self.text("cli-fix-none", &[("party", self.teller().whom(party).into())]),
            };
            out.line(text)?;
        }
        Ok(())
    }

    // ---- what there is to do ----

    /// What the player may do in the talks.
    pub(super) fn show_talks(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let legal = self.view().legal(self.game());
        self.say(out, "cli-talks")?;
        for bargain in &legal.bargains {
            let parties = self.teller().parties(bargain.parties.without(self.seat));
            let key = match (bargain.cable, bargain.signable) {
                (false, _) => "cli-talks-table",
                (true, true) => "cli-talks-cable-signs",
                (true, false) => "cli-talks-cable",
            };
            out.line(self.text(key, &[("parties", parties.into()), ("cost", bargain.cost.into())]))?;
        }
        if legal.bargains.is_empty() {
            self.say(out, "cli-talks-nobody")?;
        }
        let open = self.open_offers();
        if !open.is_empty() {
            self.show_offer_numbers(out)?;
        }
        let left = [("offers", legal.offers_left.into()), ("speeches", legal.speeches_left.into())];
        out.line(self.text("cli-talks-left", &left))?;
        let most = self.game().rules.most_clauses;
        if most > 0 {
            out.line(self.text("cli-talks-clauses", &[("most", most.into())]))?;
        }
        if !self.spends() {
            return Ok(());
        }
        let capital = self.view().position.capital[self.seat];
        out.line(self.text("cli-talks-capital", &[("capital", capital.into())]))
    }

    /// What the player may do alone, by number.
    pub(super) fn show_measures(&self, out: &mut Out<'_>) -> Result<(), CliError> {
        let measures = self.view().legal(self.game()).measures;
        if measures.is_empty() {
            return self.say(out, "cli-measures-none");
        }
        let capital = self.view().position.capital[self.seat];
        out.line(self.text("cli-measures", &[("capital", capital.into())]))?;
        for (at, measure) in measures.iter().enumerate() {
            let name = self.teller().measure_with_cost(self.seat, *measure);
            out.line(self.text("cli-choice", &[("number", (at + 1).into()), ("name", name.into())]))?;
        }
        self.show_ladders(out, &measures)
    }
}
