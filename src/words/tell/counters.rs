//! Answers to a draft or an offer, and what is behind a refusal: in the terminal and at the table.

use super::Teller;
use crate::opponents::counter::{Behind, Counter, Goal, Obstacle};
use crate::opponents::negotiator::SIGNS_AT;
use crate::rules::appraise::Fix;
use crate::rules::ids::PartyId;

impl Teller<'_> {
    /// What is asked: its name, and what answers it.
    #[must_use]
    pub fn goal(&self, goal: Goal) -> (String, String) {
        let (name, note) = match goal {
            Goal::Take => ("counter-take", "counter-take-note"),
            Goal::Give => ("counter-give", "counter-give-note"),
            Goal::Balance => ("counter-balance", "counter-balance-note"),
            Goal::Best => ("counter-best", "counter-best-note"),
        };
        (self.get(name), self.get(note))
    }

    /// What an answer changes in what it answers.
    #[must_use]
    pub fn answered(&self, answer: &Counter) -> String {
        let changes = answer.changes.iter().map(|(issue, option)| self.package_change(*issue, *option));
        match answer.changes.is_empty() {
            true => self.get("counter-same"),
            false => self.text("counter-changed", &[("changes", self.all_of(changes.collect()).into())]),
        }
    }

    /// What an answer is worth to the reader, by itself and against what it answers.
    #[must_use]
    pub fn answer_worth(&self, answer: &Counter) -> String {
        let total = ("total", self.points(answer.own).into());
        self.text("counter-own", &[total, ("change", self.signed(answer.against_draft).into())])
    }

    /// How likely another takes something now: no finer than a belief is.
    #[must_use]
    pub fn chance_to_take(&self, party: PartyId, chances: i64) -> String {
        let times = chances / 10;
        let chance = match times {
            0 => "low",
            1 => "one",
            10 => "sure",
            _ => "some",
        };
        let party = ("party", self.party(party).into());
        self.text("counter-chance", &[party, ("chance", chance.into()), ("times", times.into())])
    }

    /// What stands in the way where there is no answer.
    #[must_use]
    pub fn obstacle(&self, obstacle: &Obstacle) -> String {
        let party = |party: PartyId| ("party", self.party(party).into());
        match obstacle {
            Obstacle::Chamber(forecast) => {
                let times = ("times", (SIGNS_AT / 10).into());
                self.text("counter-blocked-chamber", &[times, ("forecast", self.forecast(forecast).into())])
            }
            Obstacle::Line(by, issue, option) => {
                let you = if Some(*by) == self.reader { "yes" } else { "no" };
                let term = ("term", self.term(*issue, *option).into());
                self.text("counter-blocked-line", &[("you", you.into()), party(*by), term])
            }
            Obstacle::OwnLoss => self.get("counter-blocked-own"),
            Obstacle::Loss(who) => self.text("counter-blocked-loss", &[party(*who)]),
            Obstacle::Unheard(who) => self.text("counter-blocked-unheard", &[party(*who)]),
            Obstacle::Unwilling => self.get("counter-blocked-unwilling"),
        }
    }

    /// What is behind a refusal: what blocks, how far off it was, and the change that would help. `seat` is whose proposal it was.
    #[must_use]
    pub fn behind(&self, behind: &Behind, by: PartyId, seat: PartyId, open: bool) -> Vec<String> {
        let mut lines: Vec<String> = behind.blocker.iter().map(|blocker| self.blocker(blocker)).collect();
        lines.extend(behind.gains.map(|(low, high)| self.band(by, low, high)));
        lines.extend(behind.fix.as_ref().map(|fix| {
            let key = if behind.asked { "counter-refused-ask" } else { "counter-refused-fix" };
            let fix = self.fix_as_known(fix, by, seat, open);
            self.text(key, &[("party", self.party(by).into()), ("fix", fix.into())])
        }));
        lines.extend(behind.forbidden.then(|| self.get("counter-refused-forbidden")));
        lines
    }

    /// A change with what it is worth, as far as figures of others are open.
    fn fix_as_known(&self, fix: &Fix, by: PartyId, seat: PartyId, open: bool) -> String {
        if open { self.fix(fix, by, seat) } else { self.fix_cost(fix, seat) }
    }
}
