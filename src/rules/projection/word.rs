//! What threats and promises add: what a threat brings if nothing else is signed, and how much of a
//! promise is feared to be lost.

use super::{Projection, Row, Sink};
use crate::rules::clause::{Test, When};
use crate::rules::event::Amount;
use crate::rules::ids::{Centi, IssueId, OptionId, PartyId, Round, ThreatId};
use crate::rules::level::Effect;
use crate::rules::stakes::{breach_odds, carried_out, stakes_at};

/// Percent and hundredths of it: what the odds of a breach are counted in.
const WHOLE: i64 = 10_000;

impl Projection<'_> {
    /// The issues that a threat depends on: the one that it makes a demand on.
    pub(super) fn threat_reads(&self, id: ThreatId) -> Option<IssueId> {
        self.at.threat(id)?.demand.map(|demand| demand.issue)
    }

    /// A standing threat, if nothing else is signed: a demand that is met costs the threatened party;
    /// one that is not costs its maker for backing down, or hurts both where a deadline was set and
    /// carrying out costs the maker less. Who mediates gains where it is not carried out.
    pub(super) fn visit_threat(&self, id: ThreatId, row: &dyn Fn(IssueId) -> Row, sink: Sink<'_>) {
        let (Some(interest), Some(standing)) = (self.game.level.standing, self.at.threat(id)) else { return };
        if self.over() {
            return;
        }
        let threat = self.game.level.threat(id);
        let last = self.game.level.last_round();
        let due = standing.due.unwrap_or(last).min(last);
        let stakes = stakes_at(self.game, id, usize::from(standing.rung), Some(standing));
        // It is met as soon as what was demanded is in force, whatever comes after.
        let met = standing.demand.is_some_and(|d| {
            (self.at.round.0..=due.0).any(|round| d.met_by(self.settled(d.issue, row, Round(round))))
        });
        let mediated = |sink: Sink<'_>| {
            if let Some(mediator) = standing.mediator {
                let units = self.game.rules.threats.mediated * self.game.level.unit / 100;
                sink(mediator, interest, Amount::whole(units));
            }
        };
        if met {
            sink(threat.against, interest, stakes.giving_in);
            mediated(sink);
            return;
        }
        let carried = carried_out(self.game, id, threat.by, self.percent);
        let backed = stakes.backing_down.points(self.percent[threat.by][interest.index()]);
        if standing.due.is_some() && carried > backed {
            super::put(&threat.effects, 1, sink);
        } else {
            sink(threat.by, interest, stakes.backing_down);
            mediated(sink);
        }
    }

    /// The issues on which the odds of a promise depend: itself, and backing that locks it in.
    pub(super) fn promise_reads(&self, issue: IssueId) -> Vec<IssueId> {
        let mut reads = vec![issue];
        for other in self.game.level.issue_ids() {
            let backs = self.game.level.issue(other).validation.is_some();
            let lapses = self.lapses_without(issue, other, None).next().is_some();
            if (backs || lapses) && other != issue {
                reads.push(other);
            }
        }
        reads
    }

    /// What is feared to be lost on a promise, in the eyes of everyone but the party that makes it: the
    /// odds of a breach, times what going back would change. Terms that lapse with it come back as well.
    pub(super) fn visit_promise(&self, issue: IssueId, row: &dyn Fn(IssueId) -> Row, sink: Sink<'_>) {
        if self.over() {
            return;
        }
        let rule = self.game.level.issue(issue);
        let (option, before, due, lock) = match row(issue) {
            Row::Set(option) => {
                let due = self.at.round.0 + rule.promise.as_ref().map_or(0, |promise| promise.due);
                (option, self.at.option(issue), due, self.backing_in(row))
            }
            Row::Alone => {
                let Some(owed) = self.at.owed(issue) else { return };
                let pact = self.at.pact(owed.pact);
                let package = pact.and_then(|pact| pact.package.as_ref());
                let given = |other: IssueId| package.and_then(|package| package.option(other));
                let lock = self.backing_in(&|other| given(other).map_or(Row::Alone, Row::Set));
                let now = self.at.pending[issue.index()].unwrap_or(self.at.option(issue));
                (now, self.at.before(owed.pact, issue).unwrap_or(now), owed.due.0, lock)
            }
        };
        let last = self.game.level.last_round();
        let Some(promise) = rule.promised(option).filter(|_| due <= last.0) else { return };
        // A term that never takes effect, or that ends anyway, cannot be lost.
        if self.settled(issue, row, last) != option {
            return;
        }
        for party in self.game.level.everyone().without(promise.by).iter() {
            let odds = self.odds(party, promise.by, promise.risk, lock);
            let mut fear = |effects: &[Effect], sign: i64| {
                for effect in effects.iter().filter(|effect| effect.party == party) {
                    let units = sign * effect.units;
                    sink(party, effect.interest, Amount { units, times: odds, over: WHOLE });
                }
            };
            fear(&self.game.level.choice(issue, option).effects, -1);
            fear(&self.game.level.choice(issue, before).effects, 1);
            for other in self.game.level.issue_ids().filter(|other| *other != issue) {
                for (now, then) in self.lapses_without(issue, other, Some((row, before))) {
                    fear(&self.game.level.choice(other, now).effects, -1);
                    fear(&self.game.level.choice(other, then).effects, 1);
                }
            }
        }
    }

    /// The chance of a breach that a party sees in a promise, in hundredths of a percent: its doubt of
    /// the promiser, less what backing in the same pact takes away, and what may fail for other reasons.
    fn odds(&self, of: PartyId, by: PartyId, risk: i64, lock: Centi) -> i64 {
        breach_odds(self.game, self.at, (of, by), risk, lock).total()
    }

    /// The most backing that a package gives, in hundredths.
    fn backing_in(&self, row: &dyn Fn(IssueId) -> Row) -> Centi {
        let given = self.game.level.issue_ids().filter_map(|issue| match row(issue) {
            Row::Set(option) => self.game.backing(issue, option).map(|(_, level)| level),
            Row::Alone => None,
        });
        given.max().unwrap_or(0)
    }

    /// The terms of another issue that lapse if a promise is broken: what they set, and what comes back.
    /// Without rows: whether there is such a clause at all.
    fn lapses_without(
        &self,
        promised: IssueId,
        other: IssueId,
        rows: Option<(&dyn Fn(IssueId) -> Row, OptionId)>,
    ) -> impl Iterator<Item = (OptionId, OptionId)> {
        let draft = self.draft.iter().map(|clause| (true, *clause));
        let standing = self.standing.iter().map(|clause| (false, *clause));
        let rests = draft.chain(standing).filter(move |(_, clause)| {
            let on = clause.when.test().and_then(Test::issue);
            clause.issue == other && on == Some(promised)
        });
        let found = rests.filter_map(move |(drafted, clause)| {
            let When::LapsesIf(Test::InForce { from, to, .. }) = clause.when else { return None };
            let Some((row, before)) = rows else { return Some((OptionId(0), OptionId(0))) };
            if !(from..=to).contains(&before) {
                return None;
            }
            match row(other) {
                Row::Set(option) if drafted => Some((option, self.at.option(other))),
                Row::Alone if !drafted => {
                    let holder = self.at.holder[other.index()]?;
                    Some((self.at.option(other), self.at.before(holder, other)?))
                }
                _ => None,
            }
        });
        found.take(1).collect::<Vec<_>>().into_iter()
    }
}
