//! What a decision weighs, worked out by the rules: exact for the party that decides, estimated for the others where the rules of
//! knowledge allow it.

use super::estimate::{Band, Figures, Minds, tone_in};
use super::wording::{hundredths, list, tone};
use crate::opponents::Belief;
use crate::rules::clause::{Clause, Test, When};
use crate::rules::event::{Amount, Event, LapseCause, PactStatus};
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PactId, PartyId, PledgeId, Points, ProjectId, ThreatId};
use crate::rules::legal::own_side;
use crate::rules::position::Position;
use crate::rules::projection::project_gain;
use crate::rules::referee::lapsing;
use crate::rules::stakes::{breach_cost, carried_out, lock};
use crate::rules::standpoint::Standpoint;
use crate::theme::Tone;
use crate::view::View;
use crate::words::tell::Teller;
use crate::words::{self, Words};

/// A label with its figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// What it is.
    pub label: String,
    /// The figure, worded.
    pub figure: String,
    /// Whether it is welcome.
    pub tone: Tone,
    /// Where the figure comes from; may be empty.
    pub note: String,
}

/// What breaking a promise does.
pub struct Breach {
    /// The issues that go back, each in words.
    pub goes: Vec<String>,
    /// What it brings and costs.
    pub lines: Vec<Line>,
    /// What the others can still do about it.
    pub after: String,
}

/// What everything is weighed with.
pub struct Scales<'a> {
    /// The game.
    pub game: &'a Game,
    /// What the seat that decides knows.
    pub view: &'a View,
    /// The words.
    pub words: &'a Words,
    /// Tells the rules to the seat that decides.
    pub teller: Teller<'a>,
    /// Words figures.
    pub figures: Figures<'a>,
    /// What the seat that decides has reason to believe.
    pub belief: Belief,
    /// The position that is weighed from.
    pub base: Position,
}

impl<'a> Scales<'a> {
    /// Weighs from a position; the one of the view, or one supposed.
    #[must_use]
    pub fn new(game: &'a Game, view: &'a View, words: &'a Words, base: Position) -> Self {
        Self {
            game,
            view,
            words,
            teller: Teller::new(words, game, &view.position, Some(view.seat)),
            figures: Figures::new(words, game),
            belief: Belief::of(game, view),
            base,
        }
    }

    /// The party that decides.
    #[must_use]
    pub fn seat(&self) -> PartyId {
        self.view.seat
    }

    /// Where things stand, as far as the seat knows.
    #[must_use]
    pub fn at(&self) -> &'a Position {
        &self.view.position
    }

    /// The parties, the one that decides first.
    pub fn order(&self) -> impl Iterator<Item = PartyId> + use<> {
        let seat = self.seat();
        std::iter::once(seat).chain(self.game.level.everyone().without(seat).iter())
    }

    /// Points of a party, as exact as the seat may know them; `None` if it may not judge them.
    pub fn band(&self, party: PartyId, points: impl Fn(&Standpoint<'_>, PartyId) -> Points) -> Option<Band> {
        let minds = Minds::at(self.game, self.view, &self.belief, &self.base);
        Band::of(minds.of(party).iter().map(|mind| points(mind, party)))
    }

    /// A change for a party.
    #[must_use]
    pub fn line(&self, label: String, band: Band) -> Line {
        let (figure, tone) = self.figure(band);
        Line { label, figure, tone, note: String::new() }
    }

    /// A change as a figure. What a mandate weighs is known to a tenth even where the mandate is not.
    #[must_use]
    pub fn figure(&self, band: Band) -> (String, Tone) {
        if band.is_exact() {
            return (self.figures.change(band.low), tone_in(band));
        }
        let tenths = |points: Points| {
            let hundredths = hundredths(self.game, points);
            (hundredths + 5 * hundredths.signum()) / 10 * 10
        };
        let (middle, half) = (tenths(band.middle()), tenths(band.half()));
        let tone = if middle == 0 && half == 0 { Tone::Quiet } else { tone_in(band) };
        let middle = words::signed(middle, "");
        if half == 0 {
            return (middle, tone);
        }
        let half = words::points(half);
        let args = [("middle", middle.into()), ("half", half.into())];
        (self.words.text("table-estimate", &args), tone)
    }

    /// Whether what the seat supposes of a party is an estimate.
    #[must_use]
    pub fn supposes(&self, party: PartyId) -> bool {
        party != self.seat() && self.game.rules.on.mandates && self.at().mandates[party].is_none()
    }

    /// A label that says so where it is an estimate.
    #[must_use]
    pub fn estimate(&self, party: PartyId, label: String) -> String {
        match self.supposes(party) {
            true => self.words.text("weigh-estimate", &[("label", label.into())]),
            false => label,
        }
    }

    /// What something brings each party that it touches, by name; the seat that decides always has a line.
    pub fn each(&self, points: impl Fn(&Standpoint<'_>, PartyId) -> Points) -> Vec<Line> {
        self.order()
            .filter_map(|party| {
                let band = self.band(party, &points)?;
                let own = party == self.seat();
                (own || band != Band::default()).then(|| self.line(self.for_whom(party), band))
            })
            .collect()
    }

    /// "For you", or "For Japan".
    #[must_use]
    pub fn for_whom(&self, party: PartyId) -> String {
        self.estimate(party, self.words.text("weigh-for", &[("party", self.teller.whom(party).into())]))
    }

    /// What a supposed position changes in every party's score if nothing more is signed.
    #[must_use]
    pub fn scores(&self, after: &Position) -> Vec<Line> {
        let lines = self.between(&self.base, after).into_iter().map(|(party, band)| {
            let key = if party == self.seat() { "measures-you" } else { "measures-theirs" };
            let label = self.words.text(key, &[("party", self.teller.party(party).into())]);
            self.line(self.estimate(party, label), band)
        });
        lines.collect()
    }

    /// The same by party, between two supposed positions; parties that the seat may not judge are left out.
    fn between(&self, before: &Position, after: &Position) -> Vec<(PartyId, Band)> {
        let minds = |at| Minds::at(self.game, self.view, &self.belief, at);
        let (was, now) = (minds(before), minds(after));
        self.order()
            .filter_map(|party| {
                let score = |mind: &Standpoint<'_>| mind.no_deal()[party.index()];
                let pairs = was.of(party).iter().zip(now.of(party));
                Some((party, Band::of(pairs.map(|(was, now)| score(now) - score(was)))?))
            })
            .collect()
    }

    /// The seat's own score in a supposed position if nothing more is signed.
    #[must_use]
    pub fn own_score(&self, at: &Position) -> Points {
        Standpoint::new(self.game, at).no_deal()[self.seat().index()]
    }

    /// What some standing is to a party.
    #[must_use]
    pub fn standing(&self, party: PartyId, amount: Amount) -> Option<Band> {
        let interest = self.game.level.standing?;
        self.band(party, |mind, party| amount.points(mind.percent[party][interest.index()]))
    }

    /// What carrying out a threat brings each party that it touches.
    #[must_use]
    pub fn carried_out(&self, threat: ThreatId) -> Vec<Line> {
        self.each(|mind, party| carried_out(self.game, threat, party, &mind.percent))
    }

    /// What a project that is placed now brings each party until the end.
    #[must_use]
    pub fn project(&self, pledge: PledgeId, project: ProjectId) -> Vec<Line> {
        let found = self.game.level.pledge(pledge);
        let Some(rule) = found.rule(self.base.option(found.governance.0)) else { return Vec::new() };
        let state = &self.base.pledges[pledge.index()];
        let round = self.base.round;
        self.each(|mind, party| {
            project_gain(self.game, pledge, (rule, state), project, round, &mind.percent, party)
        })
    }

    /// How the trust of one party in another would move.
    #[must_use]
    pub fn trust(&self, of: PartyId, towards: PartyId, by: i64) -> Option<Line> {
        let was = self.at().trust[of][towards];
        let now = (was + by).clamp(0, 100);
        (now != was).then(|| Line {
            label: self.words.text(
                "weigh-trust",
                &[("of", self.teller.party(of).into()), ("towards", self.teller.whom(towards).into())],
            ),
            figure: self.words.text("from-to", &[("from", was.into()), ("to", now.into())]),
            tone: tone(by),
            note: String::new(),
        })
    }

    /// How the trust of a pact's other signatories in the seat would move, and of those who only hear of it.
    #[must_use]
    pub fn trust_in_seat(&self, pact: PactId, signed: i64, heard: i64) -> Vec<Line> {
        let Some(parties) = self.at().pact(pact).map(|pact| pact.parties) else { return Vec::new() };
        let others = self.game.level.everyone().without(self.seat());
        let moved = |of| self.trust(of, self.seat(), if parties.has(of) { signed } else { heard });
        others.iter().filter_map(moved).collect()
    }

    /// The position after some terms of a pact have ended, and what by its clauses ends or takes effect with them.
    #[must_use]
    pub fn without(&self, at: &Position, pact: PactId, issues: &[IssueId]) -> Position {
        let mut then = at.clone();
        for issue in issues {
            self.end_term(&mut then, pact, *issue);
        }
        // Each clause takes hold once at most.
        while let Some((pact, clause)) = clause_due(&then) {
            match (clause.when, then.pending[clause.issue.index()]) {
                (When::TakesEffectIf(_), Some(option)) => {
                    then.apply(self.game, &Event::TookEffect { pact, issue: clause.issue, option });
                }
                _ => self.end_term(&mut then, pact, clause.issue),
            }
        }
        then
    }

    fn end_term(&self, then: &mut Position, pact: PactId, issue: IssueId) {
        for (pact, issue, option) in lapsing(self.game, then, pact, issue) {
            then.apply(self.game, &Event::Lapsed { pact, issue, option, cause: LapseCause::Condition });
        }
    }

    /// The issues that differ between the base and a supposed position, in words.
    #[must_use]
    pub fn goes(&self, then: &Position) -> Vec<String> {
        let issues = self.game.level.issue_ids();
        let moved = issues.filter(|issue| self.base.option(*issue) != then.option(*issue));
        moved.map(|issue| self.change(issue, self.base.option(issue), then.option(issue))).collect()
    }

    /// "Tariff: 15 % → 25 %".
    #[must_use]
    pub fn change(&self, issue: IssueId, from: OptionId, to: OptionId) -> String {
        self.words.text(
            "weigh-change",
            &[
                ("issue", self.teller.issue(issue).into()),
                ("from", self.teller.option(issue, from).into()),
                ("to", self.teller.option(issue, to).into()),
            ],
        )
    }

    /// What the seat's breaking its word on an issue of a pact brings and costs.
    #[must_use]
    pub fn breach(&self, pact: PactId, issue: IssueId) -> Breach {
        let (game, seat, rules) = (self.game, self.seat(), self.game.rules.promises);
        let broken = self.without(&self.base, pact, &[issue]);
        let now = self.own_score(&self.base);
        let terms = self.own_score(&broken) - now;
        let cost = self.standing(seat, breach_cost(game, self.at(), pact)).unwrap_or_default().low;
        let mut lines = vec![
            self.line(self.words.get("weigh-terms"), Band::exact(terms)),
            Line {
                note: self.backed(pact),
                ..self.line(self.words.get("weigh-standing"), Band::exact(cost))
            },
            self.line(self.words.get("weigh-in-all"), Band::exact(terms + cost)),
        ];
        let others = self.at().pact(pact).map(|pact| pact.parties.without(seat)).unwrap_or_default();
        let last = self.at().round >= game.level.last_round();
        let mut may = Vec::new();
        for other in others.iter().filter(|_| !last) {
            let side = own_side(game, &broken, other, pact);
            if side.is_empty() {
                continue;
            }
            let then = self.own_score(&self.without(&broken, pact, &side)) - now + cost;
            let issues: Vec<String> = side.iter().map(|issue| self.teller.issue(*issue)).collect();
            let args =
                [("party", self.teller.party(other).into()), ("issues", list(self.words, &issues).into())];
            let label = self.words.text("weigh-if-withdrawn", &args);
            may.push(self.words.text("weigh-may-withdraw", &args));
            lines.push(Line {
                note: self.words.get("weigh-if-withdrawn-note"),
                ..self.line(label, Band::exact(then))
            });
        }
        let touched = self.between(&self.base, &broken).into_iter();
        let touched = touched.filter(|(party, band)| *party != seat && *band != Band::default());
        lines.extend(touched.map(|(party, band)| self.line(self.for_whom(party), band)));
        lines.extend(self.trust_in_seat(pact, rules.broken, rules.heard));
        let after = match (last, may.is_empty()) {
            (true, _) => self.words.get("weigh-last-round"),
            (false, true) => self.words.get("weigh-nothing-to-withdraw"),
            (false, false) => may.join(" "),
        };
        Breach { goes: self.goes(&broken), lines, after }
    }

    /// Why a breach of a pact costs what it costs.
    #[must_use]
    pub fn backed(&self, pact: PactId) -> String {
        let rules = &self.game.rules.promises;
        let raised = rules.backed * lock(self.game, self.at(), pact) / 100;
        let package = self.at().pact(pact).and_then(|pact| pact.package.as_ref());
        let terms = package.into_iter().flat_map(|package| package.terms());
        let backing = terms
            .filter(|(issue, option)| self.game.backing(*issue, *option).is_some())
            .map(|(issue, option)| self.teller.term(issue, option));
        let backing: Vec<String> = backing.collect();
        if raised == 0 || backing.is_empty() {
            return self.words.get("weigh-not-backed");
        }
        self.words.text(
            "weigh-backed",
            &[("backing", list(self.words, &backing).into()), ("percent", raised.into())],
        )
    }
}

/// The next clause in force that a position lets take hold.
fn clause_due(at: &Position) -> Option<(PactId, Clause)> {
    let holds = |test: Test| test.holds(|issue| at.option(issue), |parties| at.stands(parties));
    at.pacts.iter().filter(|pact| pact.status == PactStatus::Stands).find_map(|pact| {
        let clauses = pact.package.as_ref().map_or(&[][..], |package| package.clauses());
        let held = clauses.iter().filter(|clause| at.holder[clause.issue.index()] == Some(pact.id));
        let mut due = held.filter(|clause| match clause.when {
            When::TakesEffectIf(test) => at.pending[clause.issue.index()].is_some() && holds(test),
            When::LapsesIf(test) => holds(test),
            When::Until(_) => false,
        });
        due.next().map(|clause| (pact.id, *clause))
    })
}
