//! The projected final score: what every part of it gives under a choice of options.
//!
//! A projection takes a position as it stands and supposes that a package takes effect now and that
//! nothing else is ever signed. Left out, and named so wherever a projection is shown: random events,
//! later measures and pacts, collapse, trust in delivery. The credit split is added by the appraisal.

use super::event::Amount;
use super::game::{Game, Part, PartKind};
use super::ids::{
    ByParty, Centi, HappeningId, InterestId, IssueId, OptionId, PartyId, PartySet, Points, ResourceId, Round,
};
use super::level::{Condition, Effect, Outcome, Trigger};
use super::position::{Phase, Position};
use serde::{Deserialize, Serialize};

/// What a package does with an issue.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Row {
    /// Leaves it alone: it follows its scheduled path.
    Alone,
    /// Sets it, which cancels what was scheduled.
    Set(OptionId),
}

/// A position, and the parties whose pact is supposed to take effect now (none for no deal).
#[derive(Clone, Copy)]
pub(crate) struct Projection<'a> {
    pub(crate) game: &'a Game,
    pub(crate) at: &'a Position,
    pub(crate) signatories: PartySet,
}

/// Takes points: whose, for what interest, how much.
pub(crate) type Sink<'s> = &'s mut dyn FnMut(PartyId, InterestId, Amount);

impl<'a> Projection<'a> {
    /// The rounds whose news is still to come.
    fn ahead(&self) -> impl Iterator<Item = Round> + use<> {
        let last = if self.at.phase == Phase::Over { 0 } else { self.game.level.last_round().0 };
        (self.at.round.0.saturating_add(1)..=last).map(Round)
    }

    fn stands(&self, parties: PartySet) -> bool {
        self.signatories.covers(parties) && !self.signatories.is_empty() || self.at.stands(parties)
    }

    /// Whether leaving an issue alone differs from setting it to what is in force.
    pub(crate) fn drifts(&self, issue: IssueId) -> bool {
        self.ahead().any(|round| self.option(issue, Row::Alone, round) != self.at.option(issue))
    }

    /// The option in force after the news of a round.
    fn option(&self, issue: IssueId, row: Row, round: Round) -> OptionId {
        let now = match row {
            Row::Set(option) => return option,
            Row::Alone => self.at.option(issue),
        };
        if self.at.phase == Phase::Over || self.at.holder[issue.index()].is_some() {
            return now;
        }
        self.game
            .level
            .issue(issue)
            .schedule
            .iter()
            .rev()
            .find(|change| {
                let spared = !change.unless_pact.is_empty() && self.stands(change.unless_pact);
                change.round > self.at.round && change.round <= round && !spared
            })
            .map_or(now, |change| change.option)
    }

    fn last_option(&self, issue: IssueId, row: Row) -> OptionId {
        self.option(issue, row, self.game.level.last_round())
    }

    /// The points of one part of the score.
    pub(crate) fn visit(&self, part: &Part, row: &dyn Fn(IssueId) -> Row, sink: Sink<'_>) {
        match part.kind {
            PartKind::Issue(issue) => self.visit_issue(issue, row(issue), sink),
            PartKind::Linkage(id) => {
                let linkage = self.game.level.linkage(id);
                let holds = linkage
                    .when
                    .iter()
                    .all(|(issue, options)| options.contains(&self.last_option(*issue, row(*issue))));
                if holds {
                    put(&linkage.effects, 1, sink);
                }
            }
            PartKind::Resource(id) => self.visit_resource(id, row, sink),
            PartKind::Happening(id) => self.visit_happening(id, row, sink),
        }
    }

    fn visit_issue(&self, issue: IssueId, row: Row, sink: Sink<'_>) {
        let option = self.last_option(issue, row);
        let choice = self.game.level.choice(issue, option);
        for effect in &choice.effects {
            sink(effect.party, effect.interest, self.worth(issue, option, effect));
        }
        if self.game.level.issue(issue).options.iter().all(|o| o.per_round.is_empty()) {
            return;
        }
        // This round's Reckoning comes with the package in force, then one in each round ahead.
        if self.at.phase != Phase::Over {
            let now = match row {
                Row::Set(option) => option,
                Row::Alone => self.at.option(issue),
            };
            put(&self.game.level.choice(issue, now).per_round, 1, sink);
        }
        for round in self.ahead() {
            let option = self.option(issue, row, round);
            put(&self.game.level.choice(issue, option).per_round, 1, sink);
        }
    }

    /// What an effect is worth at the end. The standing that backing gives its receiver grows with
    /// the receiver's fragility when it is given, and fades with each round that passes.
    fn worth(&self, issue: IssueId, option: OptionId, effect: &Effect) -> Amount {
        let plain = Amount::whole(effect.units);
        if !self.game.rules.on.validation || self.game.level.standing != Some(effect.interest) {
            return plain;
        }
        match self.game.backing(issue, option) {
            Some((to, _)) if to == effect.party => {}
            _ => return plain,
        }
        let given = self.at.backings.iter().find(|b| b.issue == issue && b.option == option);
        let (round, fragility) = match given {
            Some(backing) => (backing.round, backing.fragility),
            None => (self.at.round, self.at.fragility(self.game, effect.party)),
        };
        let rules = &self.game.rules.validation;
        let passed = i64::from(round.until(self.game.level.last_round()));
        let kept = (100 - rules.fade * passed).max(rules.floor);
        let scale = 10_000 + (fragility - 5_000) * rules.score_strength / 100;
        Amount { units: effect.units, times: kept * scale.max(0), over: 100 * 10_000 }
    }

    fn visit_resource(&self, id: ResourceId, row: &dyn Fn(IssueId) -> Row, sink: Sink<'_>) {
        if self.at.phase == Phase::Over {
            return;
        }
        let resource = self.game.level.resource(id);
        let stock = self.at.stocks[id.index()];
        let mut short = i64::from(stock.short);
        let (mut left, mut capacity): (Centi, Centi) = (stock.left, stock.capacity);
        for round in self.ahead() {
            if stock.coming.is_some_and(|from| from == round) {
                capacity += resource.capacity.map_or(0, |(adds, _)| adds);
            }
            let agreed: Centi = resource
                .supply
                .iter()
                .map(|(issue, by_option)| {
                    let option = self.option(*issue, row(*issue), round);
                    by_option.get(option.index()).copied().unwrap_or(0)
                })
                .sum();
            let after = left + resource.other_supply + capacity + agreed - resource.uses;
            short += i64::from(after < 0);
            left = after.clamp(0, resource.stock.max(left));
        }
        if short > 0 {
            put(&resource.shortage, short, sink);
        }
    }

    fn visit_happening(&self, id: HappeningId, row: &dyn Fn(IssueId) -> Row, sink: Sink<'_>) {
        let happening = self.game.level.happening(id);
        if happening.once && self.at.happened.contains(&id) {
            return;
        }
        let holds = |round: Round| {
            happening.when.iter().all(|condition| match condition {
                Condition::InForce(issue, options) => {
                    options.contains(&self.option(*issue, row(*issue), round))
                }
                Condition::Pact(parties) => self.stands(*parties),
                Condition::NoPact(parties) => !self.stands(*parties),
                Condition::Happened(other) => self.at.happened.contains(other),
                Condition::NotHappened(other) => !self.at.happened.contains(other),
            })
        };
        let times = match happening.trigger {
            Trigger::Round(round) => self.ahead().filter(|r| *r == round && holds(*r)).count(),
            Trigger::EachRound => self.ahead().filter(|r| holds(*r)).count(),
            Trigger::Signed(parties) => usize::from(
                !self.signatories.is_empty()
                    && self.signatories.covers(parties)
                    && super::referee::conditions_hold(self.at, &happening.when),
            ),
        };
        let times = if happening.once { times.min(1) } else { times };
        if times == 0 {
            return;
        }
        let times = i64::try_from(times).unwrap_or(0);
        for outcome in &happening.outcomes {
            if let Outcome::Points(effect) = outcome {
                put(std::slice::from_ref(effect), times, sink);
            }
        }
    }

    /// The projected score of every party, by interest, in points under the given multipliers.
    pub(crate) fn total(&self, percent: &ByParty<Vec<i64>>, row: &dyn Fn(IssueId) -> Row) -> [Points; 4] {
        let mut total = self.booked(percent);
        for part in &self.game.parts {
            self.visit(part, row, &mut |party, interest, amount| {
                total[party.index()] += amount.points(percent[party][interest.index()]);
            });
        }
        total
    }

    /// The points booked for good.
    pub(crate) fn booked(&self, percent: &ByParty<Vec<i64>>) -> [Points; 4] {
        let mut total = [0; 4];
        for entry in &self.at.ledger {
            total[entry.party.index()] += entry.amount.points(percent[entry.party][entry.interest.index()]);
        }
        total
    }
}

fn put(effects: &[Effect], times: i64, sink: Sink<'_>) {
    for effect in effects {
        sink(effect.party, effect.interest, Amount::whole(effect.units * times));
    }
}
