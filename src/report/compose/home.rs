//! The sheet of votes at home: each vote with what was foreseen, what backing bought, and the win-sets.

use super::super::document::{Block, Cell, Head, Row, Table};
use super::Maker;
use crate::analysis::Ratio;
use crate::debrief::AtHome;

impl Maker<'_> {
    pub(super) fn home(&self) -> (Vec<Block>, Vec<Block>) {
        if self.debrief.could.win_sets.is_empty() && self.debrief.homes.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let mut page = vec![Block::Heading(self.get("debrief-tab-home"))];
        match self.debrief.homes.is_empty() {
            true => page.push(Block::Text(self.get("debrief-home-none"))),
            false => page.push(Block::Text(self.get("debrief-home-about"))),
        }
        for home in &self.debrief.homes {
            page.extend(self.vote(home));
        }
        let mut side = Vec::new();
        if !self.debrief.could.win_sets.is_empty() {
            side.push(Block::Heading(self.get("debrief-win-sets")));
            side.push(Block::Note(self.get("debrief-win-sets-note")));
            side.push(Block::Table(self.win_sets()));
        }
        (page, side)
    }

    fn vote(&self, home: &AtHome) -> Vec<Block> {
        let vote = &home.vote;
        let Some(chamber) = self.debrief.game.level.parties[vote.party].chamber.as_ref() else {
            return Vec::new();
        };
        let story = self.debrief.pacts.iter().find(|story| story.pact.id == vote.pact);
        let pact = story.map_or_else(String::new, |story| self.pact_name(story));
        let mut blocks = vec![
            Block::Rule,
            Block::Heading(self.say(
                "debrief-vote",
                &[
                    ("chamber", chamber.name.as_str().into()),
                    ("party", self.named(vote.party)),
                    ("round", home.round.0.into()),
                    ("pact", pact.into()),
                ],
            )),
            Block::Verdict {
                text: self.say(
                    if vote.passed { "debrief-vote-passed" } else { "debrief-vote-refused" },
                    &[
                        ("yes", vote.yes.into()),
                        ("quorum", vote.quorum.into()),
                        ("seats", chamber.seats().into()),
                    ],
                ),
                good: vote.passed,
            },
        ];
        blocks.extend(self.vote_chart(home).map(Block::Chart));
        let mut lines = Vec::new();
        if let Some(signed) = &home.signed {
            lines.push(self.say(
                "debrief-vote-when-signed",
                &[
                    ("yes", signed.yes.into()),
                    ("chance", self.tell.chance(signed.passing, signed.swings).into()),
                ],
            ));
        }
        if let Some(before) = &home.before {
            lines.push(self.say(
                "debrief-vote-just-before",
                &[
                    ("yes", before.yes.into()),
                    ("chance", self.tell.chance(before.passing, before.swings).into()),
                    ("bloc", self.tell.bloc(vote.party, before.pivotal).into()),
                ],
            ));
        }
        lines.push(self.say(
            "debrief-vote-swing",
            &[
                ("swing", crate::words::signed(vote.swing * 100, "").into()),
                ("sign", super::front::sign(vote.swing).into()),
            ],
        ));
        blocks.push(Block::Lines(lines));
        let rows = chamber.blocs.iter().zip(&vote.blocs).map(|(bloc, (net, yes))| Row {
            label: bloc.name.clone(),
            cells: vec![
                Cell::plain(yes.to_string()),
                Cell::plain(bloc.seats.to_string()),
                Cell::change(crate::words::signed(*net, ""), *net),
            ],
            ..Row::default()
        });
        let head = |key: &str| Head { text: self.get(key), party: None };
        blocks.push(Block::Table(Table {
            corner: self.get("debrief-vote-bloc"),
            heads: vec![head("debrief-vote-yes"), head("debrief-vote-of"), head("debrief-vote-net")],
            rows: rows.collect(),
        }));
        blocks
    }

    fn win_sets(&self) -> Table {
        let rows = self.debrief.could.win_sets.iter().map(|set| {
            let share = |some: u64, all: u64| {
                let ratio = Ratio::new(some.into(), all.into());
                Cell::plain(ratio.map_or_else(|| self.get("debrief-none"), Self::share))
            };
            let pivotal =
                set.pivotal.map_or_else(|| self.get("debrief-none"), |bloc| self.tell.bloc(set.party, bloc));
            Row {
                label: self.party(set.party),
                party: Some(set.party),
                note: self.say("debrief-win-set-pivotal", &[("bloc", pivotal.into())]),
                cells: vec![share(set.ratified, set.packages), share(set.frontier, set.frontier_packages)],
                parted: false,
            }
        });
        let head = |key: &str| Head { text: self.get(key), party: None };
        Table {
            corner: self.get("debrief-win-set-corner"),
            heads: vec![head("debrief-win-set-all"), head("debrief-win-set-frontier")],
            rows: rows.collect(),
        }
    }
}
