//! The article: headline, deck and paragraphs, each chosen by what happened.

use super::Maker;
use super::front::sign;
use crate::debrief::PactStory;
use crate::rules::event::{ObligationStatus, PactStatus};
use crate::rules::ids::{PartyId, PartySet, Points};

impl Maker<'_> {
    pub(super) fn headline(&self) -> String {
        let rounds = ("rounds", self.debrief.end.round.0.into());
        let signed = self.standing().fold(PartySet::NONE, |all, story| all.union(story.pact.parties));
        let outside = self.everyone().minus(signed);
        if signed.is_empty() {
            return match self.debrief.pacts.len() {
                0 => self.say("debrief-head-none", &[rounds]),
                _ => self.say("debrief-head-none-stands", &[rounds]),
            };
        }
        let fallen = self.debrief.end.collapsed;
        if !fallen.is_empty() {
            return self.say("debrief-head-fallen", &[("parties", self.tell.parties(fallen).into())]);
        }
        let most = self.gains_most();
        match (outside.is_empty(), most, self.pays(most)) {
            (_, _, Some(party)) => self.say("debrief-head-pays", &[("party", self.named(party))]),
            (true, Some(party), _) => self.say("debrief-head-all", &[("party", self.named(party))]),
            (true, None, _) => self.get("debrief-head-all-none-gains"),
            (false, ..) => self.say(
                "debrief-head-some",
                &[
                    ("signed", self.tell.parties(signed).into()),
                    ("outside", self.tell.parties(outside).into()),
                    ("count", outside.len().into()),
                ],
            ),
        }
    }

    /// The one party that gains most.
    fn gains_most(&self) -> Option<PartyId> {
        self.top(|party| self.debrief.gain(party)).filter(|party| self.debrief.gain(*party) > 0)
    }

    /// This party, if it gave up autonomy for standing.
    fn pays(&self, party: Option<PartyId>) -> Option<PartyId> {
        party.filter(|party| self.traded(*party) > 0)
    }

    /// The one party of which something is largest; none if two share that.
    fn top(&self, of: impl Fn(PartyId) -> Points) -> Option<PartyId> {
        let most = self.everyone().iter().map(&of).max()?;
        let mut with = self.everyone().iter().filter(|party| of(*party) == most);
        with.next().filter(|_| with.next().is_none())
    }

    /// How much autonomy a party gave up for standing in the pacts that it signed: the smaller of what it lost and what it gained; 0 where
    /// it did not.
    fn traded(&self, party: PartyId) -> Points {
        self.debrief.trade(party).map_or(0, |(autonomy, standing)| (-autonomy).min(standing).max(0))
    }

    pub(super) fn deck(&self) -> String {
        // Of whom the headline speaks, else of whoever traded most.
        let largest = || self.pays(self.top(|party| self.traded(party)));
        let traded = self.pays(self.gains_most()).or_else(largest).and_then(|party| {
            let (autonomy, standing) = self.debrief.trade(party)?;
            let most = self.everyone().iter().all(|other| self.traded(other) <= self.traded(party));
            let gain = self.debrief.gain(party);
            Some(self.say(
                "debrief-deck-trade",
                &[
                    ("party", self.named(party)),
                    ("points", self.tell.points(gain.abs()).into()),
                    ("sign", sign(gain).into()),
                    ("autonomy", self.tell.points(-autonomy).into()),
                    ("standing", self.tell.figure(standing).into()),
                    ("most", if most { "yes" } else { "no" }.into()),
                ],
            ))
        });
        traded.unwrap_or_else(|| {
            let each = self.everyone().iter().map(|party| {
                self.say(
                    "debrief-party-points",
                    &[
                        ("party", self.named(party)),
                        ("points", self.tell.signed(self.debrief.gain(party)).into()),
                    ],
                )
            });
            self.say("debrief-deck-plain", &[("list", self.tell.all_of(each.collect()).into())])
        })
    }

    pub(super) fn article(&self) -> Vec<String> {
        let mut all: Vec<String> = self.debrief.pacts.iter().map(|story| self.pact_story(story)).collect();
        if all.is_empty() {
            all.push(self.say("debrief-art-none", &[("offers", self.debrief.course.puts.len().into())]));
        }
        all.extend(self.outsiders());
        all.extend(self.words_kept());
        all.extend(self.fallen());
        all.extend(self.made_of());
        all.extend(self.on_the_table());
        all
    }

    /// What was signed, how it fared at home, and what its backing was worth there.
    fn pact_story(&self, story: &PactStory) -> String {
        let pact = &story.pact;
        let key = match self.headline_of(story) {
            Some(_) => "debrief-art-signed",
            None => "debrief-art-signed-plain",
        };
        let mut parts = vec![self.say(
            key,
            &[
                ("parties", self.tell.parties(pact.parties).into()),
                ("pact", self.pact_name(story).into()),
                ("place", self.place(pact.signed).into()),
                ("round", pact.signed.0.into()),
                ("terms", self.tell.package(&story.proposal.package).into()),
            ],
        )];
        for home in self.debrief.homes.iter().filter(|home| home.vote.pact == pact.id) {
            let chamber = self.debrief.game.level.parties[home.vote.party].chamber.as_ref();
            parts.push(self.say(
                if home.vote.passed { "debrief-art-passed" } else { "debrief-art-refused" },
                &[
                    ("chamber", chamber.map_or("", |chamber| chamber.name.as_str()).into()),
                    ("party", self.named(home.vote.party)),
                    ("yes", home.vote.yes.into()),
                    ("quorum", home.vote.quorum.into()),
                ],
            ));
        }
        if let Some(price) = &story.price {
            for (with, without) in price.votes.iter().filter(|(with, without)| with.yes != without.yes) {
                parts.push(self.say(
                    "debrief-art-backing",
                    &[
                        ("party", self.named(with.party)),
                        ("count", (with.yes - without.yes).abs().into()),
                        ("sign", sign(with.yes - without.yes).into()),
                        ("with", with.yes.into()),
                        ("without", without.yes.into()),
                        ("quorum", with.quorum.into()),
                    ],
                ));
            }
        }
        match pact.status {
            PactStatus::Void => parts.push(self.get("debrief-art-void")),
            PactStatus::Ended => parts.push(self.get("debrief-art-ended")),
            PactStatus::Signed => parts.push(self.get("debrief-art-unfinished")),
            PactStatus::Stands => {}
        }
        parts.join(" ")
    }

    /// What pacts did to those who had not signed them.
    fn outsiders(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for story in &self.debrief.pacts {
            for party in
                self.everyone().minus(story.pact.parties).iter().filter(|party| story.of(*party) != 0)
            {
                let points = story.of(party);
                lines.push(self.say(
                    "debrief-art-outside",
                    &[
                        ("party", self.named(party)),
                        ("pact", self.pact_name(story).into()),
                        ("points", self.tell.points(points.abs()).into()),
                        ("sign", sign(points).into()),
                    ],
                ));
            }
        }
        lines
    }

    /// Promises that fell due.
    fn words_kept(&self) -> Option<String> {
        let count = |wanted: ObligationStatus| {
            self.debrief.end.obligations.iter().filter(|owed| owed.status == wanted).count()
        };
        let (kept, broken, failed) =
            (count(ObligationStatus::Kept), count(ObligationStatus::Broken), count(ObligationStatus::Failed));
        (kept + broken + failed > 0).then(|| {
            self.say(
                "debrief-art-promises",
                &[("kept", kept.into()), ("broken", broken.into()), ("failed", failed.into())],
            )
        })
    }

    fn fallen(&self) -> Option<String> {
        let fallen = self.debrief.end.collapsed;
        (!fallen.is_empty())
            .then(|| self.say("debrief-art-fallen", &[("parties", self.tell.parties(fallen).into())]))
    }

    /// Where the gains come from: pacts, and all else.
    fn made_of(&self) -> Option<String> {
        let changed = |party: PartyId| self.debrief.gain(party) != 0 || self.debrief.by_pacts(party) != 0;
        if !self.everyone().iter().any(changed) {
            return None;
        }
        let each = self.everyone().iter().map(|party| {
            let pacts = self.debrief.by_pacts(party);
            self.say(
                "debrief-art-made-of-party",
                &[
                    ("party", self.named(party)),
                    ("gain", self.tell.signed(self.debrief.gain(party)).into()),
                    ("pacts", self.tell.signed(pacts).into()),
                    ("rest", self.tell.signed(self.debrief.gain(party) - pacts).into()),
                ],
            )
        });
        Some(self.say("debrief-art-made-of", &[("list", self.tell.then(each.collect()).into())]))
    }

    /// What was left on the table.
    fn on_the_table(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let survey = &self.debrief.could.survey;
        if survey.zopa(self.everyone()) == 0 {
            lines.push(self.get(if survey.is_exact() {
                "debrief-art-no-zopa"
            } else {
                "debrief-art-no-zopa-found"
            }));
        }
        match (&self.debrief.left, &self.debrief.better) {
            (Some(left), _) => lines.push(self.better_line("debrief-art-left", left)),
            (None, Some(better)) => lines.push(self.better_line("debrief-art-better", better)),
            (None, None) => {}
        }
        lines
    }
}
