//! Threats and broken words: measures that bind or that undo what is bound.

use super::effect::Desk;
use super::model::{Card, Group};
use crate::rules::command::{Measure, Rung};
use crate::rules::event::{Amount, Event, Standing};
use crate::rules::ids::{IssueId, OptionId, PactId, PartyId, ThreatId};
use crate::rules::legal::{check_constraints, own_side};
use crate::rules::package::Package;
use crate::rules::stakes::{Stakes, stakes_at};
use crate::screens::estimate::{Band, tone_in};
use crate::screens::pages::{Page, Word};
use crate::screens::weighing::Line;

/// Nothing at stake.
const NOTHING: Stakes = Stakes {
    backing_down: Amount { units: 0, times: 1, over: 1 },
    giving_in: Amount { units: 0, times: 1, over: 1 },
};

impl Desk<'_> {
    /// Threats that stand against the seat.
    pub(super) fn threats_against(&self) -> Vec<Group> {
        let standing = self.at().threats.iter().map(|standing| standing.threat);
        let against = standing.filter(|id| self.game.level.threat(*id).against == self.seat());
        against.map(|id| self.threat_group("measures-threat-against", id, Vec::new())).collect()
    }

    /// The seat's own threats, made or not.
    pub(super) fn own_threats(&self) -> Vec<Group> {
        if !self.game.rules.on.threats {
            return Vec::new();
        }
        let own = self.game.level.threat_ids().filter(|id| self.game.level.threat(*id).by == self.seat());
        own.map(|id| self.threat_group("measures-threat-own", id, self.own_rungs(id))).collect()
    }

    /// Threats between two others.
    pub(super) fn threats_between(&self) -> Vec<Group> {
        let threat = |id| self.game.level.threat(id);
        let third = |id: &ThreatId| threat(*id).by != self.seat() && threat(*id).against != self.seat();
        let standing = self.at().threats.iter().map(|standing| standing.threat).filter(third);
        standing.map(|id| self.threat_group("measures-threat-between", id, vec![self.mediate(id)])).collect()
    }

    fn threat_group(&self, key: &str, id: ThreatId, cards: Vec<Card>) -> Group {
        let threat = self.game.level.threat(id);
        let title = self.words.text(
            key,
            &[
                ("threat", (&threat.name).into()),
                ("by", self.teller.party(threat.by).into()),
                ("against", self.teller.party(threat.against).into()),
            ],
        );
        let page = Page::Word(Word::Threat);
        Group { title, note: String::new(), page, ladder: Some(self.ladder(id)), cards }
    }

    pub(super) fn rung_title(&self, rung: Rung) -> String {
        let words = self.words;
        match rung {
            Rung::Signal => words.get("measures-signal"),
            Rung::Demand(issue, option) => {
                words.text("measures-demand", &[("demand", self.teller.term(issue, option).into())])
            }
            Rung::Deadline => words.get("measures-deadline"),
            Rung::BackDown => words.get("measures-back-down"),
            Rung::Mediate => words.get("measures-mediate"),
        }
    }

    fn own_rungs(&self, id: ThreatId) -> Vec<Card> {
        let (at, threat) = (self.at(), self.game.level.threat(id));
        if at.ended_threats.iter().any(|(ended, _)| *ended == id) {
            return Vec::new();
        }
        let mut cards = match at.threat(id).map(|standing| standing.rung) {
            None => {
                return vec![self.rung(
                    id,
                    Rung::Signal,
                    self.words.get("measures-signal-about"),
                    Vec::new(),
                )];
            }
            Some(0) => {
                let wanted = threat
                    .demands
                    .iter()
                    .flat_map(|(issue, options)| options.iter().map(|option| (*issue, *option)));
                let open = wanted
                    .filter(|(issue, option)| self.game.in_play(*issue) && at.option(*issue) != *option);
                open.map(|(issue, option)| self.demand(id, issue, option)).collect()
            }
            Some(1) => {
                let due = crate::rules::ids::Round(at.round.0.saturating_add(threat.notice));
                let stop = self.teller.stop(due);
                let about = self.words.text("measures-deadline-about", &[("stop", stop.into())]);
                vec![self.rung(id, Rung::Deadline, about, self.heard(threat.against))]
            }
            Some(_) => Vec::new(),
        };
        cards.push(self.back_down(id));
        cards
    }

    /// What a demand does to the trust of the party that is threatened.
    fn heard(&self, against: PartyId) -> Vec<Line> {
        self.trust(against, self.seat(), self.game.rules.threats.trust).into_iter().collect()
    }

    fn demand(&self, id: ThreatId, issue: IssueId, option: OptionId) -> Card {
        let against = self.game.level.threat(id).against;
        let now = self.teller.option(issue, self.at().option(issue));
        let package = Package::empty().with(issue, option);
        // What only holds together cannot be weighed by itself.
        let whole = check_constraints(self.game, &self.base, &package).is_ok();
        let mut lines = Vec::new();
        let mut about = self.words.text("measures-demand-about", &[("now", now.into())]);
        if whole {
            let event = Event::IssueMoved { issue, option, by: None };
            lines.extend(self.worth(&event));
            about = format!("{about} {}", self.words.get("measures-demand-worth"));
        }
        lines.extend(self.heard(against));
        self.rung(id, Rung::Demand(issue, option), about, lines)
    }

    /// The next rung: both sides' price now and then.
    fn rung(&self, id: ThreatId, rung: Rung, about: String, more: Vec<Line>) -> Card {
        let standing = self.at().threat(id);
        let reached = standing.map(|standing| usize::from(standing.rung));
        let now = reached.map_or(NOTHING, |rung| stakes_at(self.game, id, rung, standing));
        let next = stakes_at(self.game, id, reached.map_or(0, |rung| rung + 1), standing);
        let mut lines = self.stakes(id, now, next);
        lines.extend(more);
        self.card(Measure::Threat(id, rung), about, lines)
    }

    /// Both sides' price before and after.
    fn stakes(&self, id: ThreatId, now: Stakes, then: Stakes) -> Vec<Line> {
        let threat = self.game.level.threat(id);
        let sides = [
            ("measures-if-backs-down", threat.by, now.backing_down, then.backing_down),
            ("measures-if-gives-in", threat.against, now.giving_in, then.giving_in),
        ];
        let lines = sides.into_iter().filter_map(|(key, party, now, then)| {
            let (was, is) = (self.standing(party, now)?, self.standing(party, then)?);
            let figure = self.words.text(
                "from-to",
                &[
                    ("from", self.figure(Band::exact(was.middle())).0.into()),
                    ("to", self.figure(Band::exact(is.middle())).0.into()),
                ],
            );
            let change = Band::exact(is.middle() - was.middle());
            // What raises the other's price is not welcome by itself, nor unwelcome.
            let tone = if party == self.seat() { tone_in(change) } else { crate::theme::Tone::Plain };
            let label = self.words.text(key, &[("party", self.teller.whom(party).into())]);
            let label = self.estimate(party, label);
            Some(Line { label, figure, tone, note: String::new() })
        });
        lines.collect()
    }

    fn back_down(&self, id: ThreatId) -> Card {
        let cost = crate::rules::stakes::stakes(self.game, self.at(), id);
        let band = cost.and_then(|stakes| self.standing(self.seat(), stakes.backing_down));
        let lines = band.map(|band| self.line(self.words.get("weigh-standing"), band));
        let about = self.words.get("measures-back-down-about");
        self.card(Measure::Threat(id, Rung::BackDown), about, lines.into_iter().collect())
    }

    fn mediate(&self, id: ThreatId) -> Card {
        let standing = self.at().threat(id);
        let mut lines = Vec::new();
        if let Some(now) = standing.filter(|standing| standing.mediator.is_none()) {
            let then = Standing { mediator: Some(self.seat()), ..*now };
            let rung = usize::from(now.rung);
            let before = stakes_at(self.game, id, rung, Some(now));
            lines = self.stakes(id, before, stakes_at(self.game, id, rung, Some(&then)));
            let units = self.game.rules.threats.mediated * self.game.level.unit / 100;
            let gain = self.standing(self.seat(), Amount::whole(units));
            lines.extend(gain.map(|band| self.line(self.words.get("measures-mediated"), band)));
        }
        let about = self.words.get("measures-mediate-about");
        self.card(Measure::Threat(id, Rung::Mediate), about, lines)
    }

    /// Breaking the seat's own side of a pact, issue by issue.
    pub(super) fn breaks(&self) -> Vec<Card> {
        if !self.game.rules.on.promises {
            return Vec::new();
        }
        let own = self.game.level.issue_ids().filter_map(|issue| {
            let pact = self.at().held_by(issue).filter(|pact| pact.parties.has(self.seat()))?;
            self.game.level.issue(issue).side_of(self.seat()).then_some((issue, pact.id))
        });
        own.map(|(issue, pact)| {
            let breach = self.breach(pact, issue);
            let about = format!("{}. {}", self.ends(&breach.goes), breach.after);
            self.card(Measure::Break(issue), about, breach.lines)
        })
        .collect()
    }

    /// Withdrawing the seat's side of pacts that another has broken.
    pub(super) fn snap_backs(&self) -> Vec<Card> {
        let mut pacts: Vec<(PactId, Vec<PartyId>)> = Vec::new();
        for (pact, by) in self.at().breaches.iter().filter(|(_, by)| *by != self.seat()) {
            match pacts.iter_mut().find(|(known, _)| known == pact) {
                Some((_, all)) => all.push(*by),
                None => pacts.push((*pact, vec![*by])),
            }
        }
        let cards = pacts.into_iter().filter_map(|(pact, by)| {
            let side = own_side(self.game, self.at(), self.seat(), pact);
            if side.is_empty() || !self.game.rules.on.promises {
                return None;
            }
            let then = self.without(&self.base, pact, &side);
            let who = self.teller.parties(by.into_iter().collect());
            let about = self.words.text(
                "measures-snap-back-about",
                &[("party", who.into()), ("changes", self.ends(&self.goes(&then)).into())],
            );
            Some(self.card(Measure::SnapBack(pact), about, self.scores(&then)))
        });
        cards.collect()
    }

    fn ends(&self, goes: &[String]) -> String {
        if goes.is_empty() { self.words.get("weigh-nothing-moves") } else { goes.join("; ") }
    }
}
