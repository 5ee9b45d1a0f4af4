//! What could be answered to the draft or to an offer: what it would take, what they would give, what both gain from.

use super::draft::Draft;
use super::seat::Seat;
use crate::cli::out::{CliError, Out};
use crate::opponents::Belief;
use crate::opponents::counter::{Counter, Counters, Goal, counters};
use crate::rules::ids::OfferId;
use crate::rules::package::Proposal;
use crate::rules::rulebook::Knowledge;

impl Seat<'_> {
    /// `explore`, `explore offer NUMBER` or, once something was listed, `explore NUMBER`.
    pub(super) fn explore(&mut self, out: &mut Out<'_>, words: &[&str]) -> Result<(), CliError> {
        match *words {
            [number] if number.chars().all(|c| c.is_ascii_digit()) => self.take_explored(out, number),
            [] if !self.draft.package.is_empty() => {
                let draft = self.proposal();
                self.show_counters(out, &draft, None)
            }
            [] if self.open_offers().len() != 1 => self.say(out, "counter-usage"),
            _ => {
                let Some(id) = self.offer(out, words)? else { return Ok(()) };
                let Some(offer) = self.view().position.offer(id) else { return Ok(()) };
                let proposal = offer.proposal.clone();
                self.show_counters(out, &proposal, Some(id))
            }
        }
    }

    fn take_explored(&mut self, out: &mut Out<'_>, number: &str) -> Result<(), CliError> {
        let found = number.parse::<usize>().ok().and_then(|n| self.explored.get(n.checked_sub(1)?));
        match found {
            Some(proposal) => {
                self.draft = Draft::of(proposal);
                self.show_draft(out)
            }
            None if self.explored.is_empty() => self.say(out, "counter-unlisted"),
            None => out.line(self.text("counter-range", &[("count", self.explored.len().into())])),
        }
    }

    fn show_counters(
        &mut self,
        out: &mut Out<'_>,
        base: &Proposal,
        offer: Option<OfferId>,
    ) -> Result<(), CliError> {
        self.explored.clear();
        let parties = ("parties", self.teller().parties(base.parties.without(self.seat)).into());
        let belief = Belief::of(self.game(), self.view());
        let Some(found) = counters(self.game(), self.view(), &belief, base) else {
            return out.line(self.text("counter-closed", &[parties]));
        };
        match offer {
            None => out.line(self.text("counter-draft", &[parties]))?,
            Some(id) => {
                let offer = crate::words::tell::capital(self.teller().offer(id));
                out.line(self.text("counter-offer", &[("offer", offer.into()), parties]))?;
            }
        }
        self.show_basis_of(out, &found)?;
        for answer in &found.answers {
            self.show_answer(out, answer)?;
        }
        for goal in Goal::ALL.into_iter().filter(|goal| found.answer(*goal).is_none()) {
            let (goal, _) = self.teller().goal(goal);
            out.line(self.text("counter-none", &[("goal", goal.into())]))?;
        }
        if let Some(obstacle) = &found.obstacle {
            out.line(self.teller().obstacle(obstacle))?;
        }
        if self.explored.is_empty() { Ok(()) } else { self.say(out, "counter-how") }
    }

    fn show_basis_of(&self, out: &mut Out<'_>, found: &Counters) -> Result<(), CliError> {
        self.say(out, "counter-believed")?;
        if self.game().knowledge == Knowledge::Sealed {
            self.say(out, "cli-sealed")?;
        }
        if !found.exact {
            self.say(out, "counter-sampled")?;
        }
        if found.clauses { self.say(out, "counter-clauses") } else { Ok(()) }
    }

    fn show_answer(&mut self, out: &mut Out<'_>, answer: &Counter) -> Result<(), CliError> {
        let teller = self.teller();
        let goals: Vec<(String, String)> = answer.goals.iter().map(|goal| teller.goal(*goal)).collect();
        let names = goals.iter().map(|(name, _)| name.clone()).collect();
        out.line(self.text(
            "counter-answer",
            &[
                ("number", (self.explored.len() + 1).into()),
                ("goals", teller.all_of(names).into()),
                ("changes", teller.answered(answer).into()),
            ],
        ))?;
        for (goal, note) in goals {
            out.line(self.text("counter-note", &[("goal", goal.into()), ("note", note.into())]))?;
        }
        out.line(teller.answer_worth(answer))?;
        for other in &answer.others {
            if let Some((low, high)) = other.gains {
                out.line(teller.band(other.party, low, high))?;
            }
            out.lines(other.chances.map(|chances| teller.chance_to_take(other.party, chances)))?;
        }
        out.lines(answer.forecasts.iter().map(|forecast| teller.forecast(forecast)))?;
        self.explored.push(answer.proposal.clone());
        Ok(())
    }
}
