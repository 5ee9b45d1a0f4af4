//! The sheet of beliefs: what each seat could suppose of the others, against the truth.

use super::super::document::{Block, Cell, Head, Row, Table};
use super::Maker;
use crate::debrief::Supposed;
use crate::rules::ids::PartyId;
use crate::rules::rulebook::Knowledge;

impl Maker<'_> {
    pub(super) fn beliefs(&self) -> (Vec<Block>, Vec<Block>) {
        let game = &self.debrief.game;
        let open = match game.knowledge {
            Knowledge::Transparent => true,
            Knowledge::Sealed => false,
            Knowledge::Advisor => !game.rules.on.mandates,
        };
        let about = if open { "debrief-beliefs-open" } else { "debrief-beliefs-about" };
        let mut page = vec![Block::Heading(self.get("debrief-tab-beliefs")), Block::Text(self.get(about))];
        for seat in self.everyone().iter() {
            page.push(Block::Heading(self.say("debrief-beliefs-of", &[("party", self.named(seat))])));
            page.push(Block::Table(self.supposed_by(seat)));
        }
        let mut side = vec![Block::Heading(self.get("debrief-mandates"))];
        for party in self.everyone().iter() {
            side.extend(self.mandate(party));
        }
        (page, side)
    }

    fn supposed_by(&self, seat: PartyId) -> Table {
        let level = &self.debrief.game.level;
        let mut rows = Vec::new();
        for one in self.debrief.supposed.iter().filter(|one| one.seat == seat) {
            let first = rows.len();
            let per_cent = |value: i64| {
                let value = value * 100 / level.percent.max(1);
                self.say("debrief-percent", &[("percent", value.into())])
            };
            rows.extend(self.likely_mandate(one));
            for (interest, (thought, was)) in level.interests.iter().zip(&one.weights) {
                rows.push(Row {
                    label: self.say(
                        "debrief-beliefs-weight",
                        &[("party", self.named(one.of)), ("interest", (&interest.name).into())],
                    ),
                    party: Some(one.of),
                    cells: vec![
                        Cell::plain(per_cent(*thought)),
                        Cell::strong(per_cent(*was)),
                        Cell::plain(
                            self.say(
                                "debrief-percent",
                                &[(
                                    "percent",
                                    crate::words::signed((was - thought) * 10_000 / level.percent.max(1), "")
                                        .into(),
                                )],
                            ),
                        ),
                    ],
                    ..Row::default()
                });
            }
            let mut compare = |label: String, thought: i64, was: i64| {
                rows.push(Row {
                    label,
                    party: Some(one.of),
                    cells: vec![
                        self.figure(thought),
                        Cell::strong(self.tell.figure(was)),
                        Cell::plain(self.tell.signed(was - thought)),
                    ],
                    ..Row::default()
                });
            };
            compare(
                self.say("debrief-beliefs-no-deal", &[("party", self.named(one.of))]),
                one.no_deal.0,
                one.no_deal.1,
            );
            for (pact, thought, was) in &one.gains {
                let story = self.debrief.pacts.iter().find(|story| story.pact.id == *pact);
                let name = story.map_or_else(|| self.tell.pact(*pact), |story| self.pact_name(story));
                compare(
                    self.say("debrief-beliefs-gain", &[("party", self.named(one.of)), ("pact", name.into())]),
                    *thought,
                    *was,
                );
            }
            if let Some(row) = rows.get_mut(first) {
                row.parted = first > 0;
            }
        }
        let head = |key: &str| Head { text: self.get(key), party: None };
        Table {
            corner: String::new(),
            heads: vec![
                head("debrief-beliefs-supposed"),
                head("debrief-beliefs-true"),
                head("debrief-beliefs-difference"),
            ],
            rows,
        }
    }

    /// How likely a seat took the mandate to be that a party truly had, at first and at last.
    fn likely_mandate(&self, one: &Supposed) -> Option<Row> {
        let game = &self.debrief.game;
        let mandate = one.mandate?;
        let (first, last) = *one.odds.get(mandate.index())?;
        let percent = |value: i64| self.say("debrief-percent", &[("percent", value.into())]);
        let over = self.say("debrief-beliefs-odds", &[("first", first.into()), ("last", last.into())]);
        Some(Row {
            label: self.say(
                "debrief-beliefs-mandate",
                &[
                    ("party", self.named(one.of)),
                    ("mandate", game.level.archetype(one.of, mandate).name.as_str().into()),
                ],
            ),
            party: Some(one.of),
            cells: vec![
                Cell::plain(over),
                Cell::strong(percent(100)),
                Cell::plain(self.say(
                    "debrief-percent",
                    &[("percent", crate::words::signed((100 - last) * 100, "").into())],
                )),
            ],
            ..Row::default()
        })
    }

    fn mandate(&self, party: PartyId) -> Vec<Block> {
        let game = &self.debrief.game;
        let Some(id) = self.debrief.end.mandates[party].filter(|_| game.rules.on.mandates) else {
            return Vec::new();
        };
        let archetype = game.level.archetype(party, id);
        let weights = game.level.interests.iter().zip(&archetype.percent).map(|(interest, percent)| {
            self.say(
                "debrief-weighs",
                &[
                    ("interest", (&interest.name).into()),
                    ("percent", (percent * 100 / game.level.percent.max(1)).into()),
                ],
            )
        });
        let lines = archetype.red_lines.iter().map(|line| {
            let options = line.options.iter().map(|option| self.tell.option(line.issue, *option)).collect();
            self.say(
                "debrief-red-line",
                &[
                    ("issue", self.tell.issue(line.issue).into()),
                    ("options", self.tell.any_of(options).into()),
                ],
            )
        });
        let mut text = vec![weights.collect::<Vec<_>>().join(" \u{b7} ")];
        text.extend(lines);
        vec![
            Block::Text(self.say(
                "debrief-mandate",
                &[("party", self.named(party)), ("mandate", archetype.name.as_str().into())],
            )),
            Block::Note(archetype.about.clone()),
            Block::Lines(text),
        ]
    }
}
