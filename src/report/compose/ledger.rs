//! The sheet of the ledger: every point of every score, line by line, and how each came about.

use super::super::document::{Block, Cell, Row};
use super::Maker;
use crate::rules::account::{Item, Origin};
use crate::rules::ids::PartyId;
use crate::words::tell::{Story, capital};

impl Maker<'_> {
    pub(super) fn ledger(&self) -> (Vec<Block>, Vec<Block>) {
        let page = vec![
            Block::Heading(self.get("debrief-ledger")),
            Block::Text(self.get("debrief-ledger-about")),
            Block::Table(self.by_party("debrief-ledger-corner", self.lines())),
        ];
        let side = vec![
            Block::Heading(self.get("debrief-interests")),
            Block::Note(self.get("debrief-interests-note")),
            Block::Table(self.by_party("debrief-interests-corner", self.interests())),
            Block::Heading(self.get("debrief-changes")),
            Block::Note(self.get("debrief-changes-note")),
            Block::Table(self.by_party("debrief-changes-corner", self.changes_told())),
        ];
        (page, side)
    }

    /// A row for each origin, in the order of the level, then as things were booked.
    fn lines(&self) -> Vec<Row> {
        let mut origins: Vec<Origin> = Vec::new();
        for (_, items) in self.debrief.accounts.iter() {
            for item in items {
                if !origins.contains(&item.origin) {
                    origins.push(item.origin);
                }
            }
        }
        origins.sort_by_key(|origin| match origin {
            Origin::Holds(cause) => (0, 0, Some(*cause), None),
            Origin::Booked(cause, round) => (1, round.0, None, Some(*cause)),
        });
        let own = |party: PartyId, origin: Origin| {
            self.debrief.accounts[party].iter().filter(move |item| item.origin == origin)
        };
        let mut rows: Vec<Row> = Vec::new();
        let mut booked = false;
        for origin in origins {
            let sum = |party: PartyId| own(party, origin).map(|item| item.points).sum();
            let mut row = self.changes(self.origin(origin), sum);
            row.note = self.split(origin);
            row.parted = matches!(origin, Origin::Booked(..))
                && !std::mem::replace(&mut booked, matches!(origin, Origin::Booked(..)));
            rows.push(row);
        }
        let mut total = self.row(self.get("debrief-ledger-total"), |party| {
            Cell::strong(self.tell.figure(self.debrief.scores[party.index()]))
        });
        total.parted = true;
        rows.push(total);
        rows
    }

    fn origin(&self, origin: Origin) -> String {
        match origin {
            Origin::Holds(cause) => match cause {
                crate::rules::appraise::Cause::Issue(issue) => {
                    self.tell.term(issue, self.debrief.end.option(issue))
                }
                cause => self.tell.cause(cause),
            },
            Origin::Booked(cause, round) => self.say(
                "debrief-ledger-booked",
                &[("cause", capital(self.tell.entry_cause(cause)).into()), ("round", round.0.into())],
            ),
        }
    }

    /// For which interests, party by party.
    fn split(&self, origin: Origin) -> String {
        let mut lines = Vec::new();
        for (party, items) in self.debrief.accounts.iter() {
            let mut own: Vec<Item> = Vec::new();
            for item in items.iter().filter(|item| item.origin == origin) {
                match own.iter_mut().find(|other| other.interest == item.interest) {
                    Some(other) => other.points += item.points,
                    None => own.push(*item),
                }
            }
            let parts = own.iter().map(|item| {
                self.say(
                    "debrief-interest-change",
                    &[
                        ("interest", self.tell.interest(item.interest).into()),
                        ("points", self.tell.signed(item.points).into()),
                    ],
                )
            });
            let parts: Vec<String> = parts.collect();
            if !parts.is_empty() {
                let list = self.tell.all_of(parts);
                lines.push(
                    self.say("debrief-ledger-split", &[("party", self.named(party)), ("list", list.into())]),
                );
            }
        }
        lines.join("\n")
    }

    fn interests(&self) -> Vec<Row> {
        let level = &self.debrief.game.level;
        let by = self.debrief.game.by_party(|party| self.by_interest(party));
        let mut rows: Vec<Row> = level
            .interests
            .iter()
            .enumerate()
            .map(|(at, interest)| {
                let mut row =
                    self.changes(interest.name.clone(), |party| by[party].get(at).copied().unwrap_or(0));
                row.note.clone_from(&interest.about);
                row
            })
            .collect();
        let mut total = self.changes(self.get("debrief-sources-total"), |party| self.debrief.gain(party));
        total.parted = true;
        rows.push(total);
        rows
    }

    /// Everything that changed what somebody would have, event by event.
    fn changes_told(&self) -> Vec<Row> {
        let game = &self.debrief.game;
        let mut story = Story::new(game, None);
        let mut told = self.debrief.log.iter().map(|event| story.tell(self.words, game, event)).enumerate();
        let mut rows = Vec::new();
        let mut round = 0;
        for change in &self.debrief.course.changes {
            let text = told.find(|(at, _)| *at == change.event).map_or_else(String::new, |(_, text)| text);
            let mut row = self.changes(text, |party| change.of(party));
            row.note = self.say("debrief-changes-round", &[("round", change.round.0.into())]);
            row.parted = change.round.0 != round && round != 0;
            round = change.round.0;
            rows.push(row);
        }
        rows
    }
}
