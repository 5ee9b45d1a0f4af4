//! The sheet of turning points: what was done, what it changed, and how the game would have ended otherwise.

use super::super::document::{Block, Row};
use super::Maker;
use crate::debrief::{Turn, TurnKind, WhatIf};
use crate::rules::command::{Answer, Command};
use crate::rules::event::PactStatus;
use crate::rules::ids::{PartyId, PartySet};
use crate::words::tell::Story;

impl Maker<'_> {
    pub(super) fn turns(&self) -> (Vec<Block>, Vec<Block>) {
        let turns = &self.debrief.turns;
        let mut page = vec![Block::Heading(self.get("debrief-tab-turns"))];
        if turns.is_empty() {
            page.push(Block::Text(self.get("debrief-turns-none")));
            return (page, Vec::new());
        }
        page.push(Block::Text(self.say("debrief-turns-about", &[("count", turns.len().into())])));
        for turn in turns {
            page.push(Block::Rule);
            page.extend(self.turn(turn));
        }
        let mut side = vec![Block::Heading(self.get("debrief-sources"))];
        side.push(Block::Note(self.get("debrief-sources-note")));
        let mut rows: Vec<Row> = Vec::new();
        for source in self.debrief.course.sources() {
            rows.push(self.changes(self.source(source), |party| {
                self.debrief.course.sum(party, |other| other == source)
            }));
        }
        let mut total = self.changes(self.get("debrief-sources-total"), |party| self.debrief.gain(party));
        total.parted = true;
        total.cells.iter_mut().for_each(|cell| cell.strong = true);
        rows.push(total);
        side.push(Block::Table(self.by_party("debrief-sources-corner", rows)));
        (page, side)
    }

    fn turn(&self, turn: &Turn) -> Vec<Block> {
        let place = self.place(turn.round);
        let mut blocks = vec![
            Block::Heading(self.say(
                "debrief-turn-when",
                &[("round", turn.round.0.into()), ("place", place.into()), ("party", self.named(turn.by))],
            )),
            Block::Text(self.turn_text(turn)),
        ];
        let label = match turn.kind {
            TurnKind::Signed(_) => "debrief-turn-pact",
            TurnKind::Refused(_) => "debrief-turn-given-away",
            TurnKind::Measure(_) => "debrief-turn-measure",
            TurnKind::Answered(..) => "debrief-turn-answer",
        };
        let mut rows = vec![self.changes(self.get(label), |party| turn.effect[party.index()])];
        rows[0].note = self.get(&format!("{label}.note"));
        let mut notes = Vec::new();
        for (at, other) in turn.what_ifs.iter().enumerate() {
            // Declining and passing often come to the same; once is enough.
            let same = |before: &WhatIf| {
                before.command.is_some() && (&before.scores, &before.pacts) == (&other.scores, &other.pacts)
            };
            match &other.command {
                Some(_) if turn.what_ifs[..at].iter().any(same) => {}
                Some(command) if self.alike(other) => {
                    let label = self.instead(turn, command);
                    notes.push(self.say("debrief-turn-alike", &[("if", label.into())]));
                }
                Some(command) => {
                    let label = self.instead(turn, command);
                    let mut row = self.changes(label.clone(), |party| other.more[party.index()]);
                    row.parted = rows.len() == 1;
                    rows.push(row);
                    notes.push(self.outcome(&label, other));
                }
                None if other.more != [0; 4] => notes.push(self.get("debrief-turn-unfaithful")),
                None => {}
            }
        }
        blocks.push(Block::Table(self.by_party("debrief-turn-corner", rows)));
        blocks.extend(notes.into_iter().map(Block::Note));
        blocks
    }

    /// What happened then, as the story tells it.
    fn turn_text(&self, turn: &Turn) -> String {
        let game = &self.debrief.game;
        let mut story = Story::new(game, None);
        let mut lines = Vec::new();
        let last = self.debrief.log.len().min(turn.event + 3);
        for (at, event) in self.debrief.log.iter().enumerate().take(last) {
            let line = story.tell(self.words, game, event);
            let own = match turn.kind {
                TurnKind::Signed(_) => matches!(event, crate::rules::event::Event::Signed(_)),
                TurnKind::Measure(_) => false,
                TurnKind::Refused(_) | TurnKind::Answered(..) => at == turn.event,
            };
            if at >= turn.event && own {
                lines.push(line);
            }
        }
        match turn.kind {
            TurnKind::Measure(measure) => self.say(
                "debrief-turn-did",
                &[("party", self.named(turn.by)), ("measure", self.tell.measure(turn.by, measure).into())],
            ),
            TurnKind::Refused(offer) => {
                let terms = self
                    .debrief
                    .course
                    .put(offer)
                    .map_or_else(String::new, |put| self.tell.package(&put.offer.proposal.package));
                lines.push(self.say("debrief-turn-refused-terms", &[("terms", terms.into())]));
                lines.join(" ")
            }
            _ => lines.join(" "),
        }
    }

    /// Whether it would have ended as it did.
    fn alike(&self, other: &WhatIf) -> bool {
        let end = &self.debrief.end;
        let standing = end.pacts.iter().filter(|pact| pact.status == PactStatus::Stands);
        other.more == [0; 4]
            && other.collapsed == end.collapsed
            && standing.map(|pact| pact.parties).eq(other.pacts.iter().copied())
    }

    /// "Had Japan declined".
    fn instead(&self, turn: &Turn, command: &Command) -> String {
        let party = ("party", self.named(turn.by));
        match command {
            Command::Accept(_) => self.say("debrief-instead-accept", &[party]),
            Command::Decline { .. } => self.say("debrief-instead-decline", &[party]),
            Command::Pass => self.say("debrief-instead-pass", &[party]),
            Command::Act(_) => self.say("debrief-instead-nothing", &[party]),
            Command::Answer(answer) => {
                let TurnKind::Answered(ask, _) = turn.kind else { return String::new() };
                let reply = match answer {
                    Answer::Project(None) => self.get("debrief-instead-no-project"),
                    answer => self.tell.reply(ask, *answer),
                };
                self.say("debrief-instead-answer", &[party, ("reply", reply.into())])
            }
            _ => String::new(),
        }
    }

    fn outcome(&self, label: &str, other: &WhatIf) -> String {
        let each = self.everyone().iter().map(|party: PartyId| {
            let points = self.tell.figure(other.scores[party.index()]);
            self.say("debrief-party-points", &[("party", self.named(party)), ("points", points.into())])
        });
        let scores = self.tell.all_of(each.collect());
        let mut pacts: Vec<PartySet> = Vec::new();
        for parties in &other.pacts {
            if !pacts.contains(parties) {
                pacts.push(*parties);
            }
        }
        let pacts: Vec<String> = pacts.into_iter().map(|parties| self.tell.parties(parties)).collect();
        let text = self.say(
            "debrief-turn-outcome",
            &[
                ("if", label.into()),
                ("scores", scores.into()),
                ("count", other.pacts.len().into()),
                ("pacts", if pacts.is_empty() { String::new() } else { self.tell.then(pacts) }.into()),
            ],
        );
        match other.collapsed.is_empty() {
            true => text,
            false => {
                let fallen =
                    self.say("debrief-art-fallen", &[("parties", self.tell.parties(other.collapsed).into())]);
                format!("{text} {fallen}")
            }
        }
    }
}
