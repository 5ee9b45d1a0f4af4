//! The sheet of the game's own chart: autonomy traded for affirmation, pact by pact.

use super::super::document::{Block, Cell, Head, Row, Table};
use super::Maker;

impl Maker<'_> {
    pub(super) fn affirmation(&self) -> (Vec<Block>, Vec<Block>) {
        let level = &self.debrief.game.level;
        let (Some(chart), Some(autonomy), Some(standing)) =
            (self.affirmation_chart(), level.autonomy, level.standing)
        else {
            return (Vec::new(), Vec::new());
        };
        let page = vec![
            Block::Heading(self.get("debrief-affirmation")),
            Block::Text(self.get("debrief-affirmation-about")),
            Block::Chart(chart),
            Block::Note(self.get("debrief-affirmation-note")),
        ];
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
                label: self.get("debrief-sources-total"),
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
}
