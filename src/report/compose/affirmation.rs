//! The sheet of the game's own chart: autonomy traded for affirmation, pact by pact.

use super::super::document::{Block, Cell, Head, Row, Table};
use super::Maker;
use crate::words::tell::capital;

impl Maker<'_> {
    pub(super) fn affirmation(&self) -> (Vec<Block>, Vec<Block>) {
        let level = &self.debrief.game.level;
        let (Some(chart), Some(autonomy), Some(standing)) =
            (self.affirmation_chart(), level.autonomy, level.standing)
        else {
            return (Vec::new(), Vec::new());
        };
        let mut page = vec![
            Block::Heading(self.get("debrief-affirmation")),
            Block::Text(self.get("debrief-affirmation-about")),
            Block::Chart(chart),
            Block::Note(self.get("debrief-affirmation-note")),
        ];
        page.extend(self.prices());
        let mut side = vec![Block::Heading(self.get("debrief-affirmation-table"))];
        let head = |text: String| Head { text, party: None };
        let heads = vec![head(self.tell.interest(autonomy)), head(self.tell.interest(standing))];
        for party in self.everyone().iter() {
            let mut rows = Vec::new();
            let mut total = (0, 0);
            for source in self.debrief.course.sources() {
                let own = self.debrief.course.changes.iter().filter(|change| change.source == source);
                let (mut a, mut s) = (0, 0);
                for change in own {
                    a += change.by[party][autonomy.index()];
                    s += change.by[party][standing.index()];
                }
                total = (total.0 + a, total.1 + s);
                if (a, s) != (0, 0) {
                    rows.push(Row {
                        label: self.source(source),
                        cells: vec![self.change(a), self.change(s)],
                        ..Row::default()
                    });
                }
            }
            rows.push(Row {
                label: self.get("debrief-altogether"),
                cells: vec![
                    Cell { strong: true, ..self.change(total.0) },
                    Cell { strong: true, ..self.change(total.1) },
                ],
                parted: true,
                ..Row::default()
            });
            side.push(Block::Table(Table { corner: self.party(party), heads: heads.clone(), rows }));
        }
        (page, side)
    }

    /// What the public backing in each pact bought and cost, against the same pact without it.
    fn prices(&self) -> Vec<Block> {
        let mut page = vec![Block::Rule, Block::Heading(self.get("debrief-price"))];
        if self.debrief.pacts.iter().all(|story| story.price.is_none()) {
            page.push(Block::Note(self.get("debrief-price-none")));
        }
        for story in &self.debrief.pacts {
            let Some(price) = &story.price else { continue };
            page.push(Block::Note(self.say(
                "debrief-price-note",
                &[("pact", capital(self.pact_name(story)).into()), ("party", self.named(price.to))],
            )));
            let mut rows = vec![self.changes(self.get("debrief-price-score"), |party| price.score[party])];
            if let Some(autonomy) = &price.autonomy {
                rows.push(self.changes(self.get("debrief-price-autonomy"), |party| autonomy[party]));
            }
            page.push(Block::Table(self.by_party("debrief-price-corner", rows)));
            let lines = price.votes.iter().map(|(with, without)| {
                self.say(
                    "debrief-price-votes",
                    &[
                        ("party", self.named(with.party)),
                        ("with", with.yes.into()),
                        ("without", without.yes.into()),
                        ("quorum", with.quorum.into()),
                        ("chance", self.tell.chance(with.passing, with.swings).into()),
                        ("chance-without", self.tell.chance(without.passing, without.swings).into()),
                    ],
                )
            });
            page.push(Block::Lines(lines.collect()));
        }
        page
    }
}
