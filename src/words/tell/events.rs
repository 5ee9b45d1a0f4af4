//! What has happened.

use super::Teller;
use crate::rules::event::{Entry, EntryCause, Event, SupportCause};
use crate::rules::ids::{ArchetypeId, ByParty, Centi, IssueId, OptionId, PactId, PartyId, ResourceId};
use crate::words::number;

impl Teller<'_> {
    /// An event, told from where things stood before it.
    #[must_use]
    pub fn event(&self, event: &Event) -> String {
        match event {
            Event::Opened { mandates } => self.opened(mandates),
            Event::RoundBegan(round) => self.round(*round),
            Event::IssueMoved { issue, option, by } => self.issue_moved(*issue, *option, *by),
            Event::Happened(id) => {
                let about = self.game.level.happenings.get(id.index()).map_or("", |h| h.about.as_str());
                let headline = self.happening(*id);
                let text =
                    self.sentence("tell-happened", &[("headline", headline.into()), ("about", about.into())]);
                text.trim_end().to_owned()
            }
            Event::Booked(entry) => self.booked(entry),
            Event::SupportMoved { party, now, cause } => {
                let before = self.at.support.0.get(party.index()).copied().unwrap_or(*now);
                let key = if *now < before { "tell-support-fell" } else { "tell-support-rose" };
                let (from, to) = (self.centi(before), self.centi(*now));
                self.moved(key, *party, from, to, &self.support_cause(*cause))
            }
            Event::CapitalMoved { party, now } => {
                let before = self.at.capital.0.get(party.index()).copied().unwrap_or(*now);
                let key = if *now < before { "tell-capital-fell" } else { "tell-capital-rose" };
                self.moved(key, *party, before.to_string(), now.to_string(), "")
            }
            Event::StockMoved { resource, now, short } => self.stock_moved(*resource, *now, *short),
            Event::CapacityFunded { resource, from } => self.sentence(
                "tell-capacity",
                &[
                    ("resource", self.resource(*resource).into()),
                    ("party", self.user_of(*resource).into()),
                    ("round", from.0.into()),
                ],
            ),
            Event::TalksBegan => self.get("tell-talks"),
            Event::Turn(party) => self.about("tell-turn", *party),
            Event::Offered(offer) => self.offered(offer),
            Event::Accepted { offer, by } => {
                let offer = self.offer(*offer);
                self.sentence("tell-accepted", &[("who", self.whom(*by).into()), ("offer", offer.into())])
            }
            Event::Declined { offer, by, reason } => {
                let who = ("who", self.whom(*by).into());
                let offer = ("offer", self.offer(*offer).into());
                match reason {
                    Some(reason) => {
                        let reason = self.reason(*by, *reason);
                        self.sentence("tell-declined-because", &[who, offer, ("reason", reason.into())])
                    }
                    None => self.sentence("tell-declined", &[who, offer]),
                }
            }
            Event::Withdrawn(offer) => {
                self.sentence("tell-withdrawn", &[("offer", self.offer(*offer).into())])
            }
            Event::Expired(offer) => self.sentence("tell-expired", &[("offer", self.offer(*offer).into())]),
            Event::Spoke { by, statement } => {
                let said = self.statement(*by, *statement);
                self.sentence("tell-spoke", &[("who", self.whom(*by).into()), ("statement", said.into())])
            }
            Event::Passed(party) => self.sentence("tell-passed", &[("who", self.whom(*party).into())]),
            Event::Signed(pact) => self.signed_pact(pact),
            Event::MeasuresBegan => self.get("tell-measures"),
            Event::MeasurePicked { by, measure } => {
                let who = ("who", self.whom(*by).into());
                match measure {
                    Some(measure) => {
                        let measure = self.measure(*by, *measure);
                        self.sentence("tell-picked-known", &[who, ("measure", measure.into())])
                    }
                    None => self.sentence("tell-picked", &[who]),
                }
            }
            Event::MeasureRevealed { by, measure } => {
                let measure = self.measure(*by, *measure);
                let party = ("party", self.party(*by).into());
                self.sentence("tell-revealed", &[("you", self.you(*by)), party, ("measure", measure.into())])
            }
            Event::LobbyMoved { party, bloc, now } => self.sentence(
                "tell-lobby",
                &[
                    ("bloc", self.bloc(*party, *bloc).into()),
                    ("party", self.party(*party).into()),
                    ("net", number::signed(*now, "").into()),
                ],
            ),
            Event::Voted(vote) => self.voted(vote),
            Event::Voided { pact, refused } => {
                let (pact, refused) = (self.pact(*pact), self.parties(*refused));
                self.sentence("tell-voided", &[("pact", pact.into()), ("refused", refused.into())])
            }
            Event::InForce { pact, package } => {
                let (pact, terms) = (self.pact(*pact), self.package(package));
                self.sentence("tell-in-force", &[("pact", pact.into()), ("terms", terms.into())])
            }
            Event::TookEffect { pact, issue, option } => self.took_effect(*pact, *issue, *option),
            Event::Lapsed { pact, issue, option, cause } => self.lapsed(*pact, *issue, *option, *cause),
            Event::Asked { party, ask } => self.question(*party, *ask),
            Event::Answered { party, ask, answer } => {
                let reply = self.reply(*ask, *answer);
                let name = ("party", self.party(*party).into());
                self.sentence("tell-answered", &[("you", self.you(*party)), name, ("reply", reply.into())])
            }
            Event::Tranche { pledge, money } => {
                let (name, money) = (self.pledge(*pledge), self.money(*pledge, *money));
                self.sentence("tell-tranche", &[("pledge", name.into()), ("money", money.into())])
            }
            Event::Placed { pledge, project, runs } => self.placed(*pledge, *project, *runs),
            Event::Paid { pledge, funder, host } => self.paid("tell-paid", *pledge, *funder, *host),
            Event::Promised(owed) => self.promise_made(owed),
            Event::Delivered { pact, issue, status, due } => self.delivered(*pact, *issue, *status, *due),
            Event::Threatened(standing) => self.threatened(standing),
            Event::Mediated { threat, by } => self.mediated(*threat, *by),
            Event::ThreatEnded { threat, end } => self.threat_ended(*threat, *end),
            Event::TrustMoved { of, towards, now } => {
                let row = self.at.trust.0.get(of.index());
                let before = row.and_then(|row| row.0.get(towards.index())).copied().unwrap_or(*now);
                let key = if *now < before { "tell-trust-fell" } else { "tell-trust-rose" };
                self.sentence(
                    key,
                    &[
                        ("of", self.party(*of).into()),
                        ("towards", self.party(*towards).into()),
                        ("from", before.into()),
                        ("to", (*now).into()),
                    ],
                )
            }
            Event::Backed(backing) => self.sentence(
                "tell-backed",
                &[
                    ("who", self.whom(backing.to).into()),
                    ("option", self.option(backing.issue, backing.option).into()),
                    ("fragility", self.centi(backing.fragility).into()),
                ],
            ),
            Event::Collapsed(party) => self.about("tell-collapsed", *party),
            Event::RoundEnded(round) => self.text("tell-round-ended", &[("round", round.0.into())]),
            Event::Ended => self.get("tell-ended"),
        }
    }

    fn opened(&self, mandates: &ByParty<Option<ArchetypeId>>) -> String {
        let known: Vec<(PartyId, ArchetypeId)> =
            mandates.iter().filter_map(|(party, mandate)| Some((party, (*mandate)?))).collect();
        if let [(party, mandate)] = known[..]
            && self.reader == Some(party)
            && let Some(name) = self.mandate(party, mandate)
        {
            let about = self.game.level.archetype(party, mandate).about.as_str();
            return self.sentence("tell-opened-own", &[("mandate", name.into()), ("about", about.into())]);
        }
        let named = |(party, mandate): &(PartyId, ArchetypeId)| {
            let mandate = self.mandate(*party, *mandate)?;
            Some(self.text(
                "tell-mandate-of",
                &[("party", self.party(*party).into()), ("mandate", mandate.into())],
            ))
        };
        let named: Vec<String> = known.iter().filter_map(named).collect();
        if named.is_empty() {
            return self.get("tell-opened");
        }
        self.text("tell-opened-all", &[("mandates", self.then(named).into())])
    }

    fn issue_moved(&self, issue: IssueId, option: OptionId, by: Option<PartyId>) -> String {
        let before = self.at.in_force.get(issue.index()).copied().unwrap_or(option);
        let name = ("issue", self.issue(issue).into());
        let (from, to) = (self.option(issue, before), self.option(issue, option));
        let (from, to) = (("from", from.into()), ("to", to.into()));
        match by {
            Some(by) => self.sentence("tell-moved-alone", &[("who", self.whom(by).into()), name, from, to]),
            None => self.sentence("tell-moved-schedule", &[name, from, to]),
        }
    }

    fn booked(&self, entry: &Entry) -> String {
        let hundredths = self.entry_hundredths(entry);
        let key = if hundredths < 0 { "tell-booked-loss" } else { "tell-booked-gain" };
        let size = hundredths.saturating_abs();
        self.sentence(
            key,
            &[
                ("who", self.whom(entry.party).into()),
                ("points", self.worth(size, number::points(size)).into()),
                ("interest", self.interest(entry.interest).into()),
                ("cause", self.entry_cause(entry.cause).into()),
            ],
        )
    }

    /// What was booked, in hundredths of a point: under the party's mandate where that is known, else plain.
    #[must_use]
    pub fn entry_hundredths(&self, entry: &Entry) -> i64 {
        self.amount_hundredths(entry.party, entry.interest, entry.amount)
    }

    /// Why points were booked.
    #[must_use]
    pub fn entry_cause(&self, cause: EntryCause) -> String {
        match cause {
            EntryCause::Happening(id) => {
                self.text("tell-cause-happening", &[("headline", self.happening(id).into())])
            }
            EntryCause::Flow(issue, option) => {
                self.text("tell-cause-flow", &[("term", self.term(issue, option).into())])
            }
            EntryCause::Shortage(id) => {
                self.text("tell-cause-shortage", &[("resource", self.resource(id).into())])
            }
            EntryCause::FailedVote(pact) => {
                self.text("tell-cause-failed", &[("pact", self.pact(pact).into())])
            }
            EntryCause::Collapse => self.get("tell-cause-collapse"),
            EntryCause::Credit(pact) => self.text("tell-cause-credit", &[("pact", self.pact(pact).into())]),
            EntryCause::Project(pledge, project) => {
                let (project, pledge) = (self.project(pledge, project), self.pledge(pledge));
                self.text("tell-cause-project", &[("pledge", pledge.into()), ("project", project.into())])
            }
            EntryCause::Cash(id) => self.text("tell-cause-cash", &[("pledge", self.pledge(id).into())]),
            EntryCause::Breach(pact, issue) => self.cause_of_pact("tell-cause-breach", pact, issue),
            EntryCause::Undelivered(pact, issue) => self.cause_of_pact("tell-cause-undelivered", pact, issue),
            EntryCause::CarriedOut(id) => self.text("tell-cause-carried-out", &self.threat_args(id)),
            EntryCause::BackedDown(id) => self.text("tell-cause-backed-down", &self.threat_args(id)),
            EntryCause::GaveIn(id) => self.text("tell-cause-gave-in", &self.threat_args(id)),
            EntryCause::Mediation(id) => self.text("tell-cause-mediation", &self.threat_args(id)),
        }
    }

    fn cause_of_pact(&self, key: &str, pact: PactId, issue: IssueId) -> String {
        let (pact, issue) = (self.pact(pact), self.issue(issue));
        self.text(key, &[("pact", pact.into()), ("issue", issue.into())])
    }

    /// Why home support moved.
    #[must_use]
    pub fn support_cause(&self, cause: SupportCause) -> String {
        match cause {
            SupportCause::Happening(id) => {
                self.text("tell-cause-happening", &[("headline", self.happening(id).into())])
            }
            SupportCause::Ratified(pact) => {
                self.text("tell-cause-ratified", &[("pact", self.pact(pact).into())])
            }
            SupportCause::Failed(pact) => self.text("tell-cause-failed", &[("pact", self.pact(pact).into())]),
            SupportCause::Backing(_) => self.get("tell-cause-backing"),
            SupportCause::Shortage(id) => {
                self.text("tell-cause-shortage", &[("resource", self.resource(id).into())])
            }
            SupportCause::Drift => self.get("tell-cause-drift"),
        }
    }

    fn stock_moved(&self, id: ResourceId, now: Centi, short: bool) -> String {
        let before = self.at.stocks.get(id.index()).map_or(now, |stock| stock.left);
        let key = if short { "tell-stock-short" } else { "tell-stock" };
        self.sentence(
            key,
            &[
                ("resource", self.resource(id).into()),
                ("party", self.user_of(id).into()),
                ("now", self.centi(now).into()),
                ("before", self.centi(before).into()),
            ],
        )
    }

    fn user_of(&self, id: ResourceId) -> String {
        let found = self.game.level.resources.get(id.index());
        found.map_or_else(|| self.get("tell-unknown"), |resource| self.party(resource.user))
    }

    /// A sentence about one party.
    fn about(&self, key: &str, party: PartyId) -> String {
        self.sentence(key, &[("you", self.you(party)), ("party", self.party(party).into())])
    }

    fn moved(&self, key: &str, party: PartyId, from: String, to: String, cause: &str) -> String {
        self.sentence(
            key,
            &[
                ("you", self.you(party)),
                ("party", self.party(party).into()),
                ("from", from.into()),
                ("to", to.into()),
                ("cause", cause.into()),
            ],
        )
    }
}
