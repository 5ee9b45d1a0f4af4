//! The front page: the article, questions and answers, and beside them who kept what.

use super::super::document::{Block, Cell, Head, Row, Table};
use super::Maker;
use crate::debrief::Better;
use crate::rules::event::ObligationStatus;
use crate::rules::ids::{PartyId, Points};
use crate::rules::payoff::Payoff;

impl Maker<'_> {
    pub(super) fn front(&self) -> (Vec<Block>, Vec<Block>) {
        let stop = self.debrief.game.level.rounds.get(self.debrief.end.round.index());
        let dateline = self.say(
            "debrief-dateline",
            &[
                ("place", stop.map_or("", |stop| stop.name.as_str()).into()),
                ("date", stop.map_or("", |stop| stop.date.as_str()).into()),
                ("rounds", self.debrief.end.round.0.into()),
            ],
        );
        let page = vec![
            Block::Masthead { name: self.get("debrief-masthead"), dateline },
            Block::Headline(self.headline()),
            Block::Deck(self.deck()),
            Block::Article(self.article()),
            Block::Rule,
            Block::Questions(self.questions()),
        ];
        let mut side = vec![Block::Heading(self.get("debrief-kept")), Block::Table(self.kept())];
        side.extend(self.logrolling().map(Block::Note));
        if !self.debrief.could.survey.is_exact() {
            side.push(Block::Note(self.get("debrief-approximate")));
        }
        if let Some(chart) = self.main_pair().map(|(a, b)| self.pair_chart(a, b)) {
            side.push(Block::Heading(self.get("debrief-frontier-played")));
            side.push(Block::Chart(chart));
        }
        if let Some(chart) = self.affirmation_chart() {
            side.push(Block::Heading(self.get("debrief-affirmation")));
            side.push(Block::Note(self.get("debrief-affirmation-note")));
            side.push(Block::Chart(chart));
        }
        (page, side)
    }

    /// Outcome against no deal, what two rules pick, and the package that is best for all together.
    fn kept(&self) -> Table {
        let solutions = &self.debrief.could.solutions;
        let picks = [
            ("debrief-kept-nash", self.pick(&solutions.nash)),
            ("debrief-kept-kalai", self.pick(&solutions.kalai_smorodinsky)),
            ("debrief-kept-best", self.pick(&solutions.utilitarian)),
        ];
        let picks: Vec<(&str, Payoff)> =
            picks.into_iter().filter_map(|(key, points)| Some((key, points?))).collect();
        let mut heads = vec![self.get("debrief-kept-no-deal"), self.get("debrief-kept-outcome")];
        heads.extend(picks.iter().map(|(key, _)| self.get(key)));
        let row = |party: PartyId| {
            let at = party.index();
            let mut cells = vec![
                self.figure(self.debrief.no_deal[at]),
                Cell::strong(self.tell.figure(self.debrief.scores[at])),
            ];
            cells.extend(picks.iter().map(|(_, points)| self.figure(points[at])));
            Row { label: self.party(party), party: Some(party), cells, ..Row::default() }
        };
        Table {
            corner: String::new(),
            heads: heads.into_iter().map(|text| Head { text, party: None }).collect(),
            rows: self.everyone().iter().map(row).collect(),
        }
    }

    /// The two parties whose picture is shown first: those of the first pact that stands, else of the first that was offered, else the
    /// first two.
    pub(super) fn main_pair(&self) -> Option<(PartyId, PartyId)> {
        let standing = self.standing().map(|story| story.pact.parties).next();
        let offered = || self.debrief.course.puts.first().map(|put| put.offer.proposal.parties);
        let mut parties = standing.or_else(offered).unwrap_or_else(|| self.everyone()).iter();
        Some((parties.next()?, parties.next()?))
    }

    fn questions(&self) -> Vec<(String, String)> {
        let mut all = vec![
            (self.get("debrief-q-agreed"), self.agreed()),
            (self.get("debrief-q-matters"), self.matters()),
        ];
        for party in self.everyone().iter() {
            all.push((self.say("debrief-q-gains", &[("party", self.named(party))]), self.gains(party)));
        }
        all.push((self.get("debrief-q-next"), self.next()));
        all
    }

    fn agreed(&self) -> String {
        let pacts = self.standing().map(|story| {
            self.say(
                match self.headline_of(story) {
                    Some(_) => "debrief-agreed-pact",
                    None => "debrief-agreed-pact-plain",
                },
                &[
                    ("pact", self.pact_name(story).into()),
                    ("parties", self.tell.parties(story.pact.parties).into()),
                    ("round", story.pact.signed.0.into()),
                ],
            )
        });
        let pacts: Vec<String> = pacts.collect();
        match pacts.len() {
            0 if self.debrief.pacts.is_empty() => self.get("debrief-agreed-nothing"),
            0 => self.get("debrief-agreed-nothing-stands"),
            count => self
                .say("debrief-agreed", &[("count", count.into()), ("pacts", self.tell.then(pacts).into())]),
        }
    }

    /// How much of what there was to gain is there at the end.
    pub(super) fn matters(&self) -> String {
        let joint = self.debrief.joint();
        let gained = ("points", self.tell.points(joint.abs()).into());
        if self.standing().next().is_none() && joint > 0 {
            return self.say("debrief-matters-no-pact", &[gained]);
        }
        match self.most().filter(|most| *most > 0) {
            None => self.say("debrief-matters-nothing-there", &[gained, ("sign", sign(joint).into())]),
            Some(most) => {
                let share = crate::analysis::Ratio::new(joint.into(), most.into());
                self.say(
                    "debrief-matters",
                    &[
                        gained,
                        ("sign", sign(joint).into()),
                        ("most", self.tell.points(most).into()),
                        ("share", share.map_or_else(String::new, Self::share).into()),
                    ],
                )
            }
        }
    }

    /// What changed for a party against no deal, interest by interest, the largest first.
    fn gains(&self, party: PartyId) -> String {
        let change = self.by_interest(party);
        let list = |wanted: fn(Points) -> bool| {
            let mut own: Vec<(usize, Points)> =
                change.iter().copied().enumerate().filter(|(_, points)| wanted(*points)).collect();
            own.sort_by_key(|(at, points)| (-points.abs(), *at));
            let each = own.into_iter().map(|(at, points)| {
                let name = self.debrief.game.level.interests.get(at).map_or("", |found| found.name.as_str());
                self.say(
                    "debrief-interest-change",
                    &[("interest", name.into()), ("points", self.tell.signed(points).into())],
                )
            });
            each.collect::<Vec<_>>()
        };
        let (up, down) = (list(|points| points > 0), list(|points| points < 0));
        let mut parts = vec![self.against_no_deal(party)];
        if !up.is_empty() {
            parts.push(self.say("debrief-gains-up", &[("list", self.tell.all_of(up).into())]));
        }
        if !down.is_empty() {
            parts.push(self.say("debrief-gains-down", &[("list", self.tell.all_of(down).into())]));
        }
        if self.debrief.end.collapsed.has(party) {
            parts.push(self.say("debrief-fell", &[("party", self.named(party))]));
        }
        parts.join(" ")
    }

    /// What changed for a party against no deal at the first decision, by interest.
    pub(super) fn by_interest(&self, party: PartyId) -> Vec<Points> {
        let mut sums = vec![0; self.debrief.game.level.interests.len()];
        for change in &self.debrief.course.changes {
            sums.iter_mut().zip(&change.by[party]).for_each(|(sum, points)| *sum += points);
        }
        sums
    }

    /// "Ends 12 points above no deal."
    pub(super) fn against_no_deal(&self, party: PartyId) -> String {
        let gain = self.debrief.gain(party);
        self.say(
            "debrief-against-no-deal",
            &[("points", self.tell.points(gain.abs()).into()), ("sign", sign(gain).into())],
        )
    }

    fn next(&self) -> String {
        let owed: Vec<String> = self
            .debrief
            .end
            .obligations
            .iter()
            .filter(|owed| matches!(owed.status, ObligationStatus::Owed | ObligationStatus::Delayed))
            .map(|owed| self.tell.obligation(owed))
            .collect();
        let mut parts = Vec::new();
        if owed.is_empty() {
            parts.push(self.get("debrief-next-nothing"));
        } else {
            let list = ("list", self.tell.then(owed.clone()).into());
            parts.push(self.say("debrief-next-owed", &[("count", owed.len().into()), list]));
        }
        if self.standing().next().is_some() {
            parts.push(self.get("debrief-next-keep"));
        }
        parts.join(" ")
    }

    /// A package that would have been better, in a sentence; `key` says when.
    pub(super) fn better_line(&self, key: &str, better: &Better) -> String {
        let more = self.everyone().iter().map(|party| {
            let points = self.tell.signed(better.more[party.index()]);
            self.say("debrief-party-points", &[("party", self.named(party)), ("points", points.into())])
        });
        self.say(
            key,
            &[
                ("terms", self.tell.package(&better.package).into()),
                ("more", self.tell.all_of(more.collect()).into()),
                ("offered", if better.offered { "yes" } else { "no" }.into()),
                ("exact", if better.exact { "yes" } else { "no" }.into()),
            ],
        )
    }
}

/// How a message tells more from less.
pub(super) fn sign(points: Points) -> &'static str {
    match points {
        ..0 => "less",
        0 => "same",
        1.. => "more",
    }
}
