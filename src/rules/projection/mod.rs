//! The projected final score: what every part of it gives under a choice of options.
//!
//! A projection takes a position and supposes that a package takes effect now and that nothing else is ever
//! signed; a standpoint has put in force what was signed this round. Left out, and named so wherever a
//! projection is shown: random events, later measures and pacts, collapse, trust in delivery. The credit split
//! is added by the appraisal.

mod clauses;
mod pledge;
mod word;

pub use pledge::{best_project, open_projects, payout, project_gain, total_placed};

use super::clause::Clause;
use super::event::Amount;
use super::game::{Game, Part, PartKind};
use super::ids::{
    ByParty, Centi, HappeningId, InterestId, IssueId, OptionId, PactId, PartyId, PartySet, Points,
    ResourceId, Round,
};
use super::level::{Condition, Effect, Outcome, Resource, Trigger};
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
#[derive(Clone)]
pub(crate) struct Projection<'a> {
    pub(crate) game: &'a Game,
    pub(crate) at: &'a Position,
    /// The multipliers by which parties are supposed to choose.
    percent: &'a ByParty<Vec<i64>>,
    signatories: PartySet,
    /// The clauses of the package that is supposed to take effect.
    draft: &'a [Clause],
    /// The clauses of pacts that stand.
    standing: Vec<Clause>,
    /// Pacts that stand and may end by their clauses: each with the issues that it holds.
    loose: Vec<(PactId, Vec<IssueId>)>,
}

/// Takes points: whose, for what interest, how much.
pub(crate) type Sink<'s> = &'s mut dyn FnMut(PartyId, InterestId, Amount);

impl<'a> Projection<'a> {
    pub(crate) fn new(
        game: &'a Game,
        at: &'a Position,
        percent: &'a ByParty<Vec<i64>>,
        signatories: PartySet,
        draft: &'a [Clause],
    ) -> Self {
        let mut projection =
            Self { game, at, percent, signatories, draft, standing: Vec::new(), loose: Vec::new() };
        projection.standing = projection.standing_clauses().map(|(_, clause)| clause).collect();
        projection.loose = projection.loose_pacts();
        projection
    }

    fn over(&self) -> bool {
        self.at.phase == Phase::Over
    }

    /// The rounds whose news is still to come.
    fn ahead(&self) -> impl Iterator<Item = Round> + use<> {
        let last = if self.at.phase == Phase::Over { 0 } else { self.game.level.last_round().0 };
        (self.at.round.0.saturating_add(1)..=last).map(Round)
    }

    /// Whether leaving an issue alone differs from setting it to what is in force.
    pub(crate) fn drifts(&self, issue: IssueId) -> bool {
        let alone = |_: IssueId| Row::Alone;
        self.conditional(issue, Row::Alone)
            || self.at.scheduled(self.game, issue) && self.rests_on_loose_pacts(issue)
            || self.ahead().any(|round| self.settled(issue, &alone, round) != self.at.option(issue))
    }

    /// The issues that a part of the score depends on, in this position.
    pub(crate) fn reads(&self, part: &Part) -> Vec<IssueId> {
        let mut issues = match part.kind {
            PartKind::Threat(id) => self.threat_reads(id).into_iter().collect(),
            PartKind::Promise(issue) => self.promise_reads(issue),
            PartKind::Happening(id) => {
                let when = &self.game.level.happening(id).when;
                let pact = |c: &Condition| matches!(c, Condition::Pact(_) | Condition::NoPact(_));
                let mut issues = part.issues.clone();
                if when.iter().any(pact) {
                    self.add_loose(&mut issues);
                }
                issues
            }
            _ => part.issues.clone(),
        };
        self.add_rests(&mut issues);
        issues
    }

    fn last_option(&self, issue: IssueId, row: &dyn Fn(IssueId) -> Row) -> OptionId {
        self.settled(issue, row, self.game.level.last_round())
    }

    /// The points of one part of the score.
    pub(crate) fn visit(&self, part: &Part, row: &dyn Fn(IssueId) -> Row, sink: Sink<'_>) {
        match part.kind {
            PartKind::Issue(issue) => self.visit_issue(issue, row, sink),
            PartKind::Linkage(id) => {
                let linkage = self.game.level.linkage(id);
                let holds = linkage
                    .when
                    .iter()
                    .all(|(issue, options)| options.contains(&self.last_option(*issue, row)));
                if holds {
                    put(&linkage.effects, 1, sink);
                }
            }
            PartKind::Columns => {
                let place = self.game.level.column_place(|issue| self.last_option(issue, row));
                for column in place.map_or(&[][..], |_| &self.game.level.columns) {
                    let units = place.and_then(|place| column.units.get(place)).copied().unwrap_or(0);
                    sink(column.party, column.interest, Amount::whole(units));
                }
            }
            PartKind::Resource(id) => self.visit_resource(id, row, sink),
            PartKind::Happening(id) => self.visit_happening(id, row, sink),
            PartKind::Pledge(id) => self.visit_pledge(id, row, sink),
            PartKind::Threat(id) => self.visit_threat(id, row, sink),
            PartKind::Promise(issue) => self.visit_promise(issue, row, sink),
        }
    }

    fn visit_issue(&self, issue: IssueId, row: &dyn Fn(IssueId) -> Row, sink: Sink<'_>) {
        let option = self.last_option(issue, row);
        let choice = self.game.level.choice(issue, option);
        for effect in &choice.effects {
            sink(effect.party, effect.interest, self.worth(issue, option, effect));
        }
        if self.over() || self.game.level.issue(issue).options.iter().all(|o| o.per_round.is_empty()) {
            return;
        }
        // This round's Reckoning comes with the package in force, then one in each round ahead.
        for round in std::iter::once(self.at.round).chain(self.ahead()) {
            let option = self.settled(issue, row, round);
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
        // What is in force without having been given at this level is left of what was given before.
        let given = |same: bool| {
            let mut given = self.at.backings.iter().rev();
            given.find(|b| b.issue == issue && (!same || b.option == option))
        };
        let left = || given(false).filter(|_| self.at.option(issue) == option);
        let (round, fragility) = match given(true).or_else(left) {
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
                    let option = self.at_news(*issue, row, round);
                    by_option.get(option.index()).copied().unwrap_or(0)
                })
                .sum();
            let joint = self.joint_supply(resource, row, round);
            let after = left + resource.other_supply + capacity + agreed + joint - resource.uses;
            short += i64::from(after < 0);
            left = after.clamp(0, resource.stock.max(left));
        }
        if short > 0 {
            put(&resource.shortage, short, sink);
        }
    }

    /// What capacity built together supplies at the news of a round: its lead time has to have passed
    /// since the option came into force.
    fn joint_supply(&self, resource: &Resource, row: &dyn Fn(IssueId) -> Row, round: Round) -> Centi {
        let Some(joint) = &resource.joint else { return 0 };
        let supply = |option: OptionId| joint.supply.get(option.index()).copied().unwrap_or(0);
        if supply(self.at_news(joint.issue, row, round)) == 0 {
            return 0;
        }
        // Since when the option in force then has been in force: by Reckonings and news, one by one.
        let (mut option, mut since) = (self.at.option(joint.issue), self.at.since[joint.issue.index()]);
        let mut comes = |next: OptionId, when: Round| {
            if next != option {
                (option, since) = (next, when);
            }
        };
        for reckoning in (self.at.round.0..round.0).map(Round) {
            comes(self.settled(joint.issue, row, reckoning), reckoning);
            comes(self.at_news(joint.issue, row, reckoning.next()), reckoning.next());
        }
        let supply = supply(option);
        if since.until(round) >= joint.lead { supply } else { 0 }
    }

    fn visit_happening(&self, id: HappeningId, row: &dyn Fn(IssueId) -> Row, sink: Sink<'_>) {
        let happening = self.game.level.happening(id);
        if happening.once && self.at.happened.contains(&id) {
            return;
        }
        let holds = |round: Round| {
            happening.when.iter().all(|condition| match condition {
                Condition::InForce(issue, options) => options.contains(&self.at_news(*issue, row, round)),
                Condition::Pact(parties) => self.stood(*parties, row, round),
                Condition::NoPact(parties) => !self.stood(*parties, row, round),
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
        for part in self.game.parts.iter().filter(|part| !part.kind.is_doubt()) {
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

/// Whether with these clauses some part of the score would depend on more than three issues.
#[must_use]
pub fn entangled(game: &Game, at: &Position, clauses: &[Clause]) -> bool {
    let percent = ByParty::from_fn(0, |_| Vec::new());
    let projection = Projection::new(game, at, &percent, PartySet::NONE, clauses);
    // Columns look at every issue in any case.
    let small = |part: &&Part| !part.kind.is_doubt() && part.kind != PartKind::Columns;
    let scored = game.parts.iter().filter(small);
    let mut plain = scored.map(|part| projection.reads(part));
    plain.any(|issues| issues.len() > MOST_ISSUES)
}

/// Most issues that a part of the score depends on.
const MOST_ISSUES: usize = 3;
