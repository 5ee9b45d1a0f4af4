//! The analysis as one JSON object. Fields are described in the project's README.
//!
//! Points are whole score units, so that they can be compared exactly; `per_point` of them make a point. Lists of points are in
//! the order of `coalition`. Fractions have a numerator and a denominator.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::{
    Allocation, Analysis, Claims, Frontier, NashRule, Ratio, Reach, Survey, affirmation, deviation, patience,
};
use crate::rules::ids::{PartyId, PartySet, Points};
use crate::rules::package::{Package, Proposal};
use crate::rules::payoff::Payoff;
use crate::rules::standpoint::Standpoint;

/// The version of the object.
const FORMAT: u32 = 1;

#[derive(Serialize)]
pub(super) struct Report {
    format: u32,
    level: String,
    title: String,
    rules: String,
    round: u16,
    per_point: i64,
    coalition: Vec<String>,
    exact: bool,
    bound: Option<Bounds>,
    packages: u64,
    rational: u64,
    parties: Vec<Party>,
    zopa: Zopa,
    frontier: Fronts,
    solutions: Rules,
    logrolling: Option<Logrolling>,
    linkage_surplus: Option<Linkage>,
    coalitions: Vec<Group>,
    shapley: Allocation,
    core: Core,
    nucleolus: Option<Allocation>,
    prenucleolus: Option<Allocation>,
    win_sets: Vec<WinSet>,
}

#[derive(Serialize)]
struct Bounds {
    most: Vec<Points>,
    together: Points,
}

#[derive(Serialize)]
struct Party {
    party: String,
    name: String,
    no_deal: Points,
    reservation: Points,
    instead_with: Option<String>,
    least: Points,
    most: Points,
    ideal: Option<Points>,
}

#[derive(Serialize)]
struct Zopa {
    all: u64,
    pairs: Vec<Pair>,
    all_against_alternatives: u64,
}

#[derive(Serialize)]
struct Pair {
    parties: Vec<String>,
    packages: u64,
    against_alternatives: u64,
}

#[derive(Serialize)]
struct Fronts {
    all: Counts,
    rational: Front,
}

#[derive(Serialize)]
struct Counts {
    points: usize,
    packages: usize,
}

#[derive(Serialize)]
struct Front {
    points: usize,
    packages: usize,
    list: Vec<Spot>,
}

#[derive(Serialize)]
struct Spot {
    points: Vec<Points>,
    packages: usize,
    first: Terms,
}

/// Options by issue.
type Terms = BTreeMap<String, String>;

#[derive(Serialize)]
struct Rules {
    nash: Nash,
    kalai_smorodinsky: Vec<Pick>,
    egalitarian: Vec<Pick>,
    utilitarian: Vec<Pick>,
}

#[derive(Serialize)]
struct Nash {
    rule: &'static str,
    gaining: Vec<String>,
    picks: Vec<Pick>,
}

#[derive(Serialize)]
struct Pick {
    points: Vec<Points>,
    gains: Vec<Points>,
    shares_of_ideal: Vec<Option<Ratio>>,
    joint: Points,
    efficiency: Option<Ratio>,
    claims: Vec<Option<Ratio>>,
    logrolling_index: Option<Ratio>,
    packages: usize,
    first: Terms,
    patience: Vec<Option<Ratio>>,
    autonomy_for_standing: Option<Vec<Trade>>,
}

#[derive(Serialize)]
struct Trade {
    party: String,
    autonomy: Points,
    standing: Points,
}

#[derive(Serialize)]
struct Logrolling {
    possible: bool,
    midpoint: Points,
    best: Points,
}

#[derive(Serialize)]
struct Linkage {
    linked: Points,
    one_by_one: Points,
    surplus: Points,
}

#[derive(Serialize)]
struct Group {
    parties: Vec<String>,
    worth: Points,
    exact: bool,
    package: Option<Terms>,
    effect: BTreeMap<String, Points>,
}

#[derive(Serialize)]
struct Core {
    empty: bool,
    least_excess: Option<Ratio>,
}

#[derive(Serialize)]
struct WinSet {
    party: String,
    ratified: u64,
    of: u64,
    frontier_ratified: u64,
    frontier_of: u64,
    pivotal: Option<String>,
}

/// Makes the object.
struct Maker<'a> {
    standpoint: &'a Standpoint<'a>,
    analysis: &'a Analysis,
    parties: PartySet,
}

/// The analysis of a standpoint, as an object.
pub(super) fn report(standpoint: &Standpoint<'_>, analysis: &Analysis) -> Report {
    let parties = analysis.survey.parties;
    Maker { standpoint, analysis, parties }.report()
}

impl Maker<'_> {
    fn report(&self) -> Report {
        let (game, analysis) = (self.standpoint.game, self.analysis);
        let survey = &analysis.survey;
        let bound = match survey.reach {
            Reach::Exact => None,
            Reach::Searched(bound) => Some(Bounds { most: self.of(&bound.most), together: bound.together }),
        };
        Report {
            format: FORMAT,
            level: game.level.id.clone(),
            title: game.level.title.clone(),
            rules: game.rules.id.clone(),
            round: self.standpoint.at.round.0,
            per_point: game.level.per_point(),
            coalition: self.ids(self.parties),
            exact: survey.is_exact(),
            bound,
            packages: survey.packages,
            rational: survey.zopa(self.parties),
            parties: self.parties.iter().map(|party| self.party(party)).collect(),
            zopa: self.zopa(),
            frontier: Fronts {
                all: Counts { points: survey.frontier.len(), packages: survey.frontier.packages() },
                rational: self.front(&survey.rational),
            },
            solutions: self.rules(),
            logrolling: analysis.logrolling.map(|found| Logrolling {
                possible: found.possible,
                midpoint: found.midpoint,
                best: found.best,
            }),
            linkage_surplus: analysis.linkage_surplus.map(|found| Linkage {
                linked: found.linked,
                one_by_one: found.one_by_one,
                surplus: found.surplus(),
            }),
            coalitions: self.groups(),
            shapley: analysis.shapley.clone(),
            core: Core {
                empty: analysis.least_excess.is_some_and(|excess| excess > Ratio::ZERO),
                least_excess: analysis.least_excess,
            },
            nucleolus: analysis.nucleolus.clone(),
            prenucleolus: analysis.prenucleolus.clone(),
            win_sets: self.win_sets(),
        }
    }

    fn id(&self, party: PartyId) -> String {
        self.standpoint.game.level.parties[party].id.clone()
    }

    fn ids(&self, parties: PartySet) -> Vec<String> {
        parties.iter().map(|party| self.id(party)).collect()
    }

    /// The values of those who sign.
    fn of(&self, payoff: &Payoff) -> Vec<Points> {
        self.parties.iter().map(|party| payoff[party.index()]).collect()
    }

    fn terms(&self, package: &Package) -> Terms {
        let level = &self.standpoint.game.level;
        let term = |(issue, option)| (level.issue(issue).id.clone(), level.choice(issue, option).id.clone());
        package.terms().map(term).collect()
    }

    fn package(&self, package: u64) -> Package {
        self.analysis.table.package(&self.analysis.survey.rows(&self.analysis.table, package))
    }

    fn party(&self, party: PartyId) -> Party {
        let reservation = self.analysis.reservations[party];
        let survey = &self.analysis.survey;
        Party {
            party: self.id(party),
            name: self.standpoint.game.level.parties[party].name.clone(),
            no_deal: reservation.no_deal,
            reservation: reservation.value,
            instead_with: reservation.instead.map(|other| self.id(other)),
            least: survey.range.0[party.index()],
            most: survey.range.1[party.index()],
            ideal: survey.ideal(party),
        }
    }

    fn zopa(&self) -> Zopa {
        let survey = &self.analysis.survey;
        let other: &Survey = self.analysis.against_alternatives.as_ref().unwrap_or(survey);
        let pairs = self.parties.subsets(2).into_iter().filter(|set| set.len() == 2);
        Zopa {
            all: survey.zopa(self.parties),
            pairs: pairs
                .map(|pair| Pair {
                    parties: self.ids(pair),
                    packages: survey.zopa(pair),
                    against_alternatives: other.zopa(pair),
                })
                .collect(),
            all_against_alternatives: other.zopa(self.parties),
        }
    }

    fn front(&self, front: &Frontier) -> Front {
        let list = front.points().iter().enumerate().map(|(at, points)| {
            let packages = front.packages_of(at);
            Spot {
                points: self.of(points),
                packages: packages.len(),
                first: packages
                    .first()
                    .map(|package| self.terms(&self.package(*package)))
                    .unwrap_or_default(),
            }
        });
        Front { points: front.len(), packages: front.packages(), list: list.collect() }
    }

    fn rules(&self) -> Rules {
        let solutions = &self.analysis.solutions;
        let picks = |places: &[usize]| places.iter().map(|at| self.pick(*at)).collect();
        let (rule, gaining) = match solutions.nash_rule {
            NashRule::Product => ("product", self.parties),
            NashRule::Those(who) => ("those_who_can_gain", who),
        };
        Rules {
            nash: Nash { rule, gaining: self.ids(gaining), picks: picks(&solutions.nash) },
            kalai_smorodinsky: picks(&solutions.kalai_smorodinsky),
            egalitarian: picks(&solutions.egalitarian),
            utilitarian: picks(&solutions.utilitarian),
        }
    }

    fn pick(&self, at: usize) -> Pick {
        let (game, table, survey) = (self.standpoint.game, &self.analysis.table, &self.analysis.survey);
        let points = survey.rational.points()[at];
        let packages = survey.rational.packages_of(at);
        let rows = packages.first().map_or_else(|| table.untouched(), |package| survey.rows(table, *package));
        let package = table.package(&rows);
        let joint = survey.joint(&points);
        let claims = Claims::of(survey, &points);
        let none = |party: PartyId| survey.reservation[party.index()];
        let share = |party: PartyId| {
            let gain = i128::from(points[party.index()]) - i128::from(none(party));
            Ratio::new(gain, i128::from(survey.ideal(party)?) - i128::from(none(party)))
        };
        let keeps = |party: PartyId| {
            let own = points[party.index()];
            let alone = deviation(game, table, &rows, party).map_or(own, |payoff| payoff[party.index()]);
            patience(own, alone, none(party))
        };
        let proposal = Proposal::plain(&game.level, self.parties, package);
        let trades = affirmation(self.standpoint, &proposal).map(|trades| {
            let trade = trades.into_iter().map(|trade| Trade {
                party: self.id(trade.party),
                autonomy: trade.autonomy,
                standing: trade.standing,
            });
            trade.collect()
        });
        Pick {
            points: self.of(&points),
            gains: self.parties.iter().map(|party| points[party.index()] - none(party)).collect(),
            shares_of_ideal: self.parties.iter().map(share).collect(),
            joint,
            efficiency: claims.as_ref().and_then(Claims::efficiency),
            claims: self
                .parties
                .iter()
                .map(|party| claims.as_ref().and_then(|claims| claims.claim(party)))
                .collect(),
            logrolling_index: self.analysis.logrolling.and_then(|found| found.index(joint)),
            packages: packages.len(),
            first: self.terms(&proposal.package),
            patience: self.parties.iter().map(keeps).collect(),
            autonomy_for_standing: trades,
        }
    }

    fn groups(&self) -> Vec<Group> {
        let groups = self.analysis.coalitions.iter().map(|coalition| Group {
            parties: self.ids(coalition.parties),
            worth: coalition.worth,
            exact: coalition.exact,
            package: coalition.package.as_ref().map(|package| self.terms(package)),
            effect: coalition.effect.iter().map(|(party, points)| (self.id(party), *points)).collect(),
        });
        groups.collect()
    }

    fn win_sets(&self) -> Vec<WinSet> {
        let level = &self.standpoint.game.level;
        let sets = self.analysis.win_sets.iter().map(|set| WinSet {
            party: self.id(set.party),
            ratified: set.ratified,
            of: set.packages,
            frontier_ratified: set.frontier,
            frontier_of: set.frontier_packages,
            pivotal: set.pivotal.and_then(|bloc| level.bloc(set.party, bloc)).map(|bloc| bloc.id.clone()),
        });
        sets.collect()
    }
}
