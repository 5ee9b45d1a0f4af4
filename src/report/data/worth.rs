//! Scores, and what the rules of bargaining theory would have picked at the first decision, all mandates known.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Ids, Terms};
use crate::analysis::{Analysis, NashRule, Solution};
use crate::play::Replay;
use crate::rules::appraise::by_interest;
use crate::rules::ids::{PartyId, Points};
use crate::rules::payoff::Payoff;
use crate::rules::standpoint::Standpoint;

#[derive(Serialize)]
pub(super) struct Score {
    pub(super) party: String,
    pub(super) no_deal: Points,
    #[serde(rename = "final")]
    pub(super) end: Points,
    pub(super) gain: Points,
    pub(super) interests: BTreeMap<String, Points>,
}

/// What could have been signed by everyone at the first decision.
#[derive(Serialize)]
pub(super) struct Worth {
    pub(super) exact: bool,
    pub(super) packages: u64,
    pub(super) rational: u64,
    pub(super) nash_rule: &'static str,
    pub(super) solutions: Vec<Pick>,
}

/// A point that a rule picks.
#[derive(Serialize)]
pub(super) struct Pick {
    pub(super) rule: &'static str,
    pub(super) points: BTreeMap<String, Points>,
    pub(super) gains: BTreeMap<String, Points>,
    pub(super) packages: usize,
    pub(super) first: Terms,
}

/// Every party's score: without a deal as things stood at the first decision, and at the end.
pub(super) fn scores(ids: &Ids<'_>, replay: &Replay) -> Vec<Score> {
    let now = replay.now();
    let (end, start) = (now.scores(), now.no_deal_at_start());
    let standpoint = Standpoint::new(ids.game, now.truth());
    let level = &ids.game.level;
    let score = |party: PartyId| {
        let points = by_interest(&standpoint, party, None);
        let (end, no_deal) = (end[party.index()], start[party.index()]);
        let named = level.interests.iter().map(|interest| interest.id.clone());
        Score {
            party: ids.party(party),
            no_deal,
            end,
            gain: end - no_deal,
            interests: named.zip(points).collect(),
        }
    };
    level.everyone().iter().map(score).collect()
}

impl Worth {
    pub(super) fn of(ids: &Ids<'_>, replay: &Replay) -> Self {
        let mut first = replay.clone();
        first.go(0);
        let mut at = first.now().truth().clone();
        at.mandates = replay.now().truth().mandates.clone();
        let standpoint = Standpoint::new(ids.game, &at);
        let everyone = ids.game.level.everyone();
        let analysis = Analysis::of(&standpoint, everyone);
        let survey = &analysis.survey;
        let rules: [(&'static str, &Solution); 4] = [
            ("nash", &analysis.solutions.nash),
            ("kalai_smorodinsky", &analysis.solutions.kalai_smorodinsky),
            ("egalitarian", &analysis.solutions.egalitarian),
            ("utilitarian", &analysis.solutions.utilitarian),
        ];
        let picks = rules.into_iter().flat_map(|(rule, places)| places.iter().map(move |at| (rule, *at)));
        Self {
            exact: survey.is_exact(),
            packages: survey.packages,
            rational: survey.zopa(everyone),
            nash_rule: match analysis.solutions.nash_rule {
                NashRule::Product => "product",
                NashRule::Those(_) => "those_who_can_gain",
            },
            solutions: picks.map(|(rule, at)| pick(ids, &analysis, rule, at)).collect(),
        }
    }
}

fn pick(ids: &Ids<'_>, analysis: &Analysis, rule: &'static str, at: usize) -> Pick {
    let survey = &analysis.survey;
    let points = survey.rational.points()[at];
    let packages = survey.rational.packages_of(at);
    let first =
        packages.first().map(|package| analysis.table.package(&survey.rows(&analysis.table, *package)));
    let gains: Payoff = std::array::from_fn(|party| points[party] - survey.reservation[party]);
    let named = |payoff: &Payoff| -> BTreeMap<String, Points> {
        survey.parties.iter().map(|party| (ids.party(party), payoff[party.index()])).collect()
    };
    Pick {
        rule,
        points: named(&points),
        gains: named(&gains),
        packages: packages.len(),
        first: first.map(|package| ids.terms(&package)).unwrap_or_default(),
    }
}
