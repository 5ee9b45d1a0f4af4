//! The sheet of what could have been signed: pictures of every pair and of all, and what rules pick.

use super::super::document::{Block, Cell, Row};
use super::Maker;
use crate::analysis::{NashRule, Ratio, Reach};
use crate::rules::ids::{PartyId, PartySet};
use crate::rules::payoff::Payoff;

impl Maker<'_> {
    pub(super) fn frontier(&self) -> (Vec<Block>, Vec<Block>) {
        let mut page = vec![
            Block::Heading(self.get("debrief-tab-frontier")),
            Block::Text(self.get("debrief-frontier-about")),
        ];
        page.push(Block::Heading(self.get("debrief-frontier-all")));
        page.push(Block::Note(self.get("debrief-frontier-all-note")));
        page.push(Block::Chart(self.all_chart()));
        for pair in self.everyone().subsets(2).into_iter().filter(|pair| pair.len() == 2) {
            let mut parties = pair.iter();
            if let (Some(a), Some(b)) = (parties.next(), parties.next()) {
                page.push(Block::Heading(self.tell.parties(pair)));
                page.push(Block::Note(self.pair_note(a, b)));
                page.push(Block::Chart(self.pair_chart(a, b)));
            }
        }
        (page, self.rules_side())
    }

    fn pair_note(&self, a: PartyId, b: PartyId) -> String {
        let both = PartySet::one(a).with(b);
        let packages = self.debrief.could.survey.zopa(both);
        self.say(
            "debrief-frontier-pair-note",
            &[
                ("a", self.named(a)),
                ("b", self.named(b)),
                ("packages", count(packages).into()),
                ("all", count(self.debrief.could.survey.packages).into()),
            ],
        )
    }

    fn rules_side(&self) -> Vec<Block> {
        let (could, everyone) = (&self.debrief.could, self.everyone());
        let survey = &could.survey;
        let mut side = vec![Block::Heading(self.get("debrief-rules"))];
        let row = |key: &str, points: &Payoff, strong: bool| {
            let cell = |party: PartyId| Cell { strong, ..self.figure(points[party.index()]) };
            Row { note: self.get(&format!("{key}.note")), ..self.row(self.get(key), cell) }
        };
        let mut rows = vec![
            row("debrief-rule-no-deal", &self.debrief.no_deal, false),
            row("debrief-rule-outcome", &self.debrief.scores, true),
        ];
        let solutions = &could.solutions;
        for (key, solution) in [
            ("debrief-rule-nash", &solutions.nash),
            ("debrief-rule-kalai", &solutions.kalai_smorodinsky),
            ("debrief-rule-egalitarian", &solutions.egalitarian),
            ("debrief-rule-utilitarian", &solutions.utilitarian),
        ] {
            if let Some(points) = self.pick(solution) {
                rows.push(row(key, &points, false));
            }
        }
        side.push(Block::Table(self.by_party("debrief-rules-corner", rows)));
        if let (NashRule::Those(who), false) = (solutions.nash_rule, solutions.nash.is_empty()) {
            side.push(Block::Note(match who.is_empty() {
                true => self.get("debrief-nash-nobody"),
                false => self.say("debrief-nash-those", &[("parties", self.tell.parties(who).into())]),
            }));
        }
        side.push(Block::Note(self.get("debrief-rules-note")));
        side.push(Block::Heading(self.get("debrief-space")));
        let mut lines = vec![
            self.say("debrief-space-packages", &[("packages", count(survey.packages).into())]),
            self.say("debrief-space-zopa", &[("packages", count(survey.zopa(everyone)).into())]),
            self.say(
                "debrief-space-frontier",
                &[("points", survey.frontier.len().into()), ("packages", survey.frontier.packages().into())],
            ),
        ];
        if matches!(survey.reach, Reach::Searched(_)) {
            lines.push(self.get("debrief-approximate"));
        }
        lines.extend(self.logrolling());
        side.push(Block::Lines(lines));
        side.push(Block::Heading(self.get("debrief-coalitions")));
        side.push(Block::Note(self.get("debrief-coalitions-note")));
        let rows = could.coalitions.iter().map(|coalition| {
            let effect = |party: PartyId| self.change(coalition.effect[party]);
            self.row(self.tell.parties(coalition.parties), effect)
        });
        side.push(Block::Table(self.by_party("debrief-coalitions-corner", rows.collect())));
        side
    }

    /// What came out against the middle of every issue, where trades could do better than that.
    pub(super) fn logrolling(&self) -> Option<String> {
        let found = self.debrief.could.logrolling.filter(|found| found.possible)?;
        let index = found.index(self.debrief.joint())?;
        Some(self.say(
            "debrief-space-logrolling",
            &[
                ("share", Self::share(index).into()),
                ("above", if index < Ratio::ZERO { "no" } else { "yes" }.into()),
                ("middle", self.tell.signed(found.midpoint).into()),
                ("best", self.tell.signed(found.best).into()),
            ],
        ))
    }
}

/// A count with its groups of digits apart.
fn count(packages: u64) -> String {
    crate::words::points(i64::try_from(packages).unwrap_or(i64::MAX / 100).saturating_mul(100))
}
