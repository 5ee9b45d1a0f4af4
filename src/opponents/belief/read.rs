//! Reading a log event by event: what each says about the mandates of whoever caused it.

use super::exp::{exp, logistic};
use super::weigh::Weigher;
use super::{Belief, Readiness};
use crate::opponents::aspiration::time_with;
use crate::rules::command::{Answer, Ask, Reason, Statement};
use crate::rules::event::{Event, Offer};
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, IssueId, OptionId, PartyId, PartySet, PledgeId, Points, ProjectId};
use crate::rules::package::Package;
use crate::rules::projection::project_gain;
use crate::rules::standpoint::Standpoint;
use crate::view::View;

/// How likely it is that a party says what is not so.
const LIE: f64 = 0.1;

/// How much less a sentence weighs than an offer: words are cheap.
const WORDS: f64 = 2.5;

/// A log that has been read up to some event.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    /// The view as it was then.
    pub(super) view: View,
    pub(super) belief: Belief,
    /// The belief with which the round began.
    pub(super) dawn: Belief,
    weighers: Vec<Weigher>,
    /// What each party has put already: saying it twice tells nothing new.
    put: Vec<(PartyId, Package)>,
}

impl Reader {
    pub(super) fn new(game: &Game, seat: PartyId) -> Self {
        let view = View::new(game, seat);
        let belief = Belief::prior(game, &view.position, seat);
        Self { dawn: belief.clone(), belief, view, weighers: Vec::new(), put: Vec::new() }
    }

    /// Takes in an event that the seat has seen.
    pub(super) fn read(&mut self, game: &Game, event: &Event) {
        self.weigh(game, event);
        self.view.fold(game, event);
        match event {
            Event::Opened { .. } => {
                // Mandates that are open are known from now on.
                self.belief = Belief::prior(game, &self.view.position, self.view.seat);
                self.dawn = self.belief.clone();
            }
            Event::RoundBegan(_) => {
                self.dawn = self.belief.clone();
                self.weighers.clear();
            }
            _ => {}
        }
    }

    /// Whether there is anything to learn about a party's mandate.
    fn open(&self, game: &Game, party: PartyId) -> bool {
        party != self.view.seat
            && game.rules.on.mandates
            && self.belief.odds(party).len() > 1
            && self.view.position.mandates[party].is_none()
    }

    fn weigh(&mut self, game: &Game, event: &Event) {
        match event {
            Event::Offered(offer) => self.offered(game, offer),
            Event::Accepted { offer, by } if self.open(game, *by) => {
                let Some((share, ready)) = self.share_of(game, *by, *offer) else { return };
                self.learn(*by, &share.iter().map(|s| ready.takes(*s) * gains(*s)).collect::<Vec<_>>());
            }
            Event::Declined { offer, by, reason } if self.open(game, *by) => {
                let Some((share, ready)) = self.share_of(game, *by, *offer) else { return };
                let refused = share.iter().map(|s| 1.0 - ready.takes(*s));
                let refused: Vec<f64> = match reason {
                    Some(Reason::WorseThanNoDeal) => {
                        share.iter().map(|s| logistic(-WORDS * 8.0 * s)).collect()
                    }
                    Some(Reason::TooLittle { .. }) => {
                        refused.zip(&share).map(|(r, s)| r * gains(*s)).collect()
                    }
                    _ => refused.collect(),
                };
                self.learn(*by, &refused);
                match reason {
                    Some(Reason::RedLine(issue, option)) => self.red_line(game, *by, *issue, *option),
                    Some(Reason::TooLittle { ask: Some((issue, option)) }) => {
                        self.wants(game, *by, *issue, *option);
                    }
                    _ => {}
                }
            }
            Event::Spoke { by, statement } if self.open(game, *by) => match statement {
                Statement::Priority(issue) => self.priority(game, *by, *issue),
                Statement::Wants(issue, option) => self.wants(game, *by, *issue, *option),
                Statement::Refuses(issue, option)
                | Statement::NothingWorks(_, Reason::RedLine(issue, option)) => {
                    self.red_line(game, *by, *issue, *option);
                }
                Statement::NothingWorks(..) => {}
            },
            Event::InForce { pact, package } => {
                let Some(parties) = self.view.position.pact(*pact).map(|pact| pact.parties) else { return };
                // Of a pact that the seat signed it has seen the offers.
                if !parties.has(self.view.seat) {
                    for party in parties.iter() {
                        if !self.open(game, party) {
                            continue;
                        }
                        let at = self.weigher(game, party, parties);
                        let shares = self.weighers[at].shares(game, &self.view.position, package);
                        self.learn(party, &shares.iter().map(|s| gains(*s)).collect::<Vec<_>>());
                    }
                }
            }
            Event::IssueMoved { issue, option, by: Some(by) } if self.open(game, *by) => {
                let now = self.view.position.option(*issue);
                let gain = |percent: &[i64]| {
                    worth(game, *by, *issue, *option, percent) - worth(game, *by, *issue, now, percent)
                };
                self.learn_by(game, *by, |percent| logistic(in_points(game, gain(percent))));
            }
            Event::Threatened(standing) => {
                let threat = game.level.threat(standing.threat);
                if let (Some(demand), true) = (standing.demand, self.open(game, threat.by)) {
                    self.wants(game, threat.by, demand.issue, demand.option);
                }
            }
            Event::Answered { party, ask: Ask::Place(pledge), answer: Answer::Project(Some(project)) }
                if self.open(game, *party) =>
            {
                self.placed(game, *party, *pledge, *project);
            }
            _ => {}
        }
    }

    fn offered(&mut self, game: &Game, offer: &Offer) {
        let (by, package) = (offer.from, &offer.proposal.package);
        let time = self.time(game, offer.proposal.parties);
        if let Some(frequency) = &mut self.belief.guesses[by].frequency {
            frequency.note(package, f64::from(i32::try_from(time).unwrap_or(0)) / 1000.0);
        }
        if !self.open(game, by) || self.put.iter().any(|(party, put)| *party == by && put == package) {
            return;
        }
        self.put.push((by, package.clone()));
        let parties = offer.proposal.parties;
        let at = self.weigher(game, by, parties);
        let odds = self.weighers[at].offers(game, &self.view.position, package);
        self.learn(by, &odds);
    }

    fn time(&self, game: &Game, parties: PartySet) -> i64 {
        time_with(game, self.view.position.round, parties).0
    }

    /// The share that an offer gives a party under each mandate, and how ready it may be to settle.
    fn share_of(
        &mut self,
        game: &Game,
        by: PartyId,
        offer: crate::rules::ids::OfferId,
    ) -> Option<(Vec<f64>, Readiness)> {
        let proposal = self.view.position.offer(offer)?.proposal.clone();
        let at = self.weigher(game, by, proposal.parties);
        let weigher = &self.weighers[at];
        Some((weigher.shares(game, &self.view.position, &proposal.package), weigher.readiness))
    }

    /// How a party sees what it could sign with some others now; made once while nothing changes.
    fn weigher(&mut self, game: &Game, by: PartyId, parties: PartySet) -> usize {
        let at = &self.view.position;
        let same = |w: &Weigher| w.by == by && w.parties == parties && w.pacts == at.pacts.len();
        if let Some(known) = self.weighers.iter().position(same) {
            return known;
        }
        let time = self.time(game, parties);
        self.weighers.push(Weigher::new(game, at, by, parties, time));
        self.weighers.len() - 1
    }

    /// A red line that was named: mandates that have no such line would be lying.
    fn red_line(&mut self, game: &Game, by: PartyId, issue: IssueId, option: OptionId) {
        let drawn = |at: usize| {
            let lines = &game.level.archetype(by, ArchetypeId::from_index(at)).red_lines;
            lines.iter().any(|line| line.issue == issue && line.options.contains(&option))
        };
        let any = (0..self.belief.odds(by).len()).any(drawn);
        let odds: Vec<f64> =
            (0..self.belief.odds(by).len()).map(|at| if drawn(at) || !any { 1.0 } else { LIE }).collect();
        self.learn(by, &odds);
    }

    /// An issue that was said to matter most.
    fn priority(&mut self, game: &Game, by: PartyId, issue: IssueId) {
        let stake = |issue: IssueId, percent: &[i64]| {
            let options = 0..game.level.issue(issue).options.len();
            let worth = options.map(|o| worth(game, by, issue, OptionId::from_index(o), percent));
            let (low, high) = worth.fold((Points::MAX, Points::MIN), |(l, h), w| (l.min(w), h.max(w)));
            high - low
        };
        let issues: Vec<IssueId> = game.issue_ids().collect();
        self.learn_by(game, by, |percent| {
            let stakes: Vec<Points> = issues.iter().map(|issue| stake(*issue, percent)).collect();
            softmax(game, &stakes, stake(issue, percent))
        });
    }

    /// An option that was asked for or demanded.
    fn wants(&mut self, game: &Game, by: PartyId, issue: IssueId, option: OptionId) {
        let position = self.view.position.clone();
        let gain = |issue: IssueId, option: OptionId, percent: &[i64]| {
            worth(game, by, issue, option, percent) - worth(game, by, issue, position.option(issue), percent)
        };
        let issues: Vec<IssueId> = game.issue_ids().collect();
        self.learn_by(game, by, |percent| {
            let best = |issue: IssueId| {
                let options = 0..game.level.issue(issue).options.len();
                options.map(|o| gain(issue, OptionId::from_index(o), percent)).max().unwrap_or(0)
            };
            let all: Vec<Points> = issues.iter().map(|issue| best(*issue)).collect();
            softmax(game, &all, gain(issue, option, percent))
        });
    }

    /// A project that was put forward.
    fn placed(&mut self, game: &Game, by: PartyId, pledge: PledgeId, project: ProjectId) {
        let at = self.view.position.clone();
        let governance = at.option(game.level.pledge(pledge).governance.0);
        let Some(rule) = game.level.pledge(pledge).rule(governance) else { return };
        let state = &at.pledges[pledge.index()];
        let count = game.level.pledge(pledge).projects.len();
        let standpoint = Standpoint::new(game, &at);
        let odds: Vec<f64> = (0..self.belief.odds(by).len())
            .map(|mandate| {
                let supposed = standpoint.clone().supposing(by, ArchetypeId::from_index(mandate));
                let gain = |project: ProjectId| {
                    project_gain(game, pledge, (rule, state), project, at.round, &supposed.percent, by)
                };
                let all: Vec<Points> = (0..count).map(|p| gain(ProjectId::from_index(p))).collect();
                softmax(game, &all, gain(project))
            })
            .collect();
        self.learn(by, &odds);
    }

    /// Learns from how likely something is under each mandate's multipliers.
    fn learn_by(&mut self, game: &Game, by: PartyId, likelihood: impl Fn(&[i64]) -> f64) {
        let odds: Vec<f64> = (0..self.belief.odds(by).len())
            .map(|at| likelihood(&game.percent(by, Some(ArchetypeId::from_index(at)))))
            .collect();
        self.learn(by, &odds);
    }

    /// The rule of Bayes.
    fn learn(&mut self, party: PartyId, likelihood: &[f64]) {
        let odds = &mut self.belief.guesses[party].odds;
        let all: f64 = odds.iter().zip(likelihood).map(|(odds, likelihood)| odds * likelihood).sum();
        // What cannot be under any mandate teaches nothing.
        if all > 1e-300 {
            odds.iter_mut().zip(likelihood).for_each(|(odds, likelihood)| *odds *= likelihood / all);
        }
    }
}

/// How likely it is that a party signs or asks for more of what gives it some share.
fn gains(share: f64) -> f64 {
    logistic(20.0 * share).clamp(0.02, 1.0)
}

/// What an option is worth to a party by itself, flows left out.
fn worth(game: &Game, party: PartyId, issue: IssueId, option: OptionId, percent: &[i64]) -> Points {
    let effects = &game.level.choice(issue, option).effects;
    let own = effects.iter().filter(|effect| effect.party == party);
    own.map(|effect| effect.units * percent.get(effect.interest.index()).copied().unwrap_or(0)).sum()
}

/// Points of the level as a number.
fn in_points(game: &Game, points: Points) -> f64 {
    let hundredths = points.saturating_mul(100) / game.level.per_point().max(1);
    f64::from(i32::try_from(hundredths).unwrap_or(i32::MAX)) / 100.0
}

/// How likely one of several is picked by what each is worth. It may be none of them.
fn softmax(game: &Game, all: &[Points], picked: Points) -> f64 {
    let most = all.iter().copied().max().unwrap_or(0).max(picked);
    let draw = |points: Points| exp((in_points(game, points) - in_points(game, most)) / WORDS);
    let sum: f64 = all.iter().map(|points| draw(*points)).sum();
    (draw(picked) / (sum + 1e-9)).min(1.0) + 0.02
}
