//! What could be answered to the draft or to an offer: what it would take, what they would give, what both gain from.

use super::draft::Draft;
use super::seat::Seat;
use crate::cli::out::{CliError, Out};
use crate::opponents::Belief;
use crate::opponents::counter::{Counter, Counters, Goal, Obstacle, counters};
use crate::rules::ids::{OfferId, PartyId};
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
            let goal = self.words.get(goal_words(goal).0);
            out.line(self.text("counter-none", &[("goal", goal.into())]))?;
        }
        if let Some(obstacle) = &found.obstacle {
            out.line(self.obstacle(obstacle))?;
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
        let goals: Vec<(&str, &str)> = answer.goals.iter().map(|goal| goal_words(*goal)).collect();
        let changes = answer.changes.iter().map(|(issue, option)| teller.package_change(*issue, *option));
        let changes: Vec<String> = changes.collect();
        let changes = match changes.is_empty() {
            true => self.words.get("counter-same"),
            false => self.text("counter-changed", &[("changes", teller.all_of(changes).into())]),
        };
        let names = goals.iter().map(|(name, _)| self.words.get(name)).collect();
        out.line(self.text(
            "counter-answer",
            &[
                ("number", (self.explored.len() + 1).into()),
                ("goals", teller.all_of(names).into()),
                ("changes", changes.into()),
            ],
        ))?;
        for (name, note) in goals {
            let (goal, note) = (self.words.get(name), self.words.get(note));
            out.line(self.text("counter-note", &[("goal", goal.into()), ("note", note.into())]))?;
        }
        let total = ("total", teller.points(answer.own).into());
        let change = ("change", teller.signed(answer.against_draft).into());
        out.line(self.text("counter-own", &[total, change]))?;
        for other in &answer.others {
            if let Some((low, high)) = other.gains {
                out.line(teller.band(other.party, low, high))?;
            }
            out.lines(other.chances.map(|chances| self.chance_to_take(other.party, chances)))?;
        }
        out.lines(answer.forecasts.iter().map(|forecast| teller.forecast(forecast)))?;
        self.explored.push(answer.proposal.clone());
        Ok(())
    }

    /// How likely another takes it: no finer than a belief is.
    fn chance_to_take(&self, party: PartyId, chances: i64) -> String {
        let times = chances / 10;
        let chance = match times {
            0 => "low",
            1 => "one",
            10 => "sure",
            _ => "some",
        };
        let party = ("party", self.teller().party(party).into());
        self.text("counter-chance", &[party, ("chance", chance.into()), ("times", times.into())])
    }

    fn obstacle(&self, obstacle: &Obstacle) -> String {
        let teller = self.teller();
        let party = |party: PartyId| ("party", teller.party(party).into());
        match obstacle {
            Obstacle::Chamber(forecast) => {
                self.text("counter-blocked-chamber", &[("forecast", teller.forecast(forecast).into())])
            }
            Obstacle::Line(by, issue, option) => {
                let you = if *by == self.seat { "yes" } else { "no" };
                let term = ("term", teller.term(*issue, *option).into());
                self.text("counter-blocked-line", &[("you", you.into()), party(*by), term])
            }
            Obstacle::OwnLoss => self.words.get("counter-blocked-own"),
            Obstacle::Loss(who) => self.text("counter-blocked-loss", &[party(*who)]),
            Obstacle::Unheard(who) => self.text("counter-blocked-unheard", &[party(*who)]),
            Obstacle::Unwilling => self.words.get("counter-blocked-unwilling"),
        }
    }
}

/// The keys of what is answered, and of what that is.
fn goal_words(goal: Goal) -> (&'static str, &'static str) {
    match goal {
        Goal::Take => ("counter-take", "counter-take-note"),
        Goal::Give => ("counter-give", "counter-give-note"),
        Goal::Balance => ("counter-balance", "counter-balance-note"),
        Goal::Best => ("counter-best", "counter-best-note"),
    }
}
