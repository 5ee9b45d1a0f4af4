//! What a package is worth, what rules it out, what a chamber would do, and what would help.

use super::{Teller, number};
use crate::rules::appraise::{Appraisal, Blocker, Cause, Fix, Line};
use crate::rules::chamber::{BlocView, Forecast};
use crate::rules::ids::{LinkageId, PartyId, Points};
use crate::words::Arg;

impl Teller<'_> {
    /// The total against no deal, in a sentence.
    #[must_use]
    pub fn total(&self, appraisal: &Appraisal) -> String {
        let gain = appraisal.gain();
        let key = match gain {
            ..0 => "tell-total-loss",
            0 => "tell-total-same",
            1.. => "tell-total-gain",
        };
        let size = number::points(self.hundredths(gain.saturating_abs()));
        self.text(
            key,
            &[
                ("you", self.you(appraisal.party)),
                ("party", self.party(appraisal.party).into()),
                ("total", self.points(appraisal.total).into()),
                ("gain", size.into()),
            ],
        )
    }

    /// A line of an appraisal: where points come from, and how many.
    #[must_use]
    pub fn line(&self, line: &Line) -> String {
        let points = match line.cause {
            Cause::NoDeal => self.points(line.points),
            _ => self.change(line.points),
        };
        let cause = self.cause(line.cause);
        self.text("tell-line", &[("cause", cause.into()), ("points", points.into())])
    }

    /// Where a line of an appraisal comes from.
    #[must_use]
    pub fn cause(&self, cause: Cause) -> String {
        match cause {
            Cause::NoDeal => self.get("tell-line-no-deal"),
            Cause::Issue(issue) => self.issue(issue),
            Cause::Linkage(id) => self.linkage(id),
            Cause::Columns => self.get("tell-line-columns"),
            Cause::Resource(id) => self.text("tell-line-resource", &[("resource", self.resource(id).into())]),
            Cause::Happening(id) => {
                self.text("tell-line-happening", &[("headline", self.happening(id).into())])
            }
            Cause::Pledge(id) => self.text("tell-line-pledge", &[("pledge", self.pledge(id).into())]),
            Cause::Threat(id) => self.text("tell-line-threat", &[("threat", self.threat(id).into())]),
            Cause::Delivery(issue) => self.text("tell-line-delivery", &[("issue", self.issue(issue).into())]),
            Cause::Credit => self.get("tell-line-credit"),
        }
    }

    fn linkage(&self, id: LinkageId) -> String {
        let found = self.game.level.linkages.get(id.index());
        self.named(found.map(|linkage| linkage.name.as_str()))
    }

    /// What rules a package out, and what would clear it.
    #[must_use]
    pub fn blocker(&self, blocker: &Blocker) -> String {
        let what = ("what", self.refusal_what(blocker.what).into());
        if blocker.cleared_by.is_empty() {
            let help = self.refusal_help(blocker.what);
            return self.text("tell-blocked", &[what, ("help", help.into())]);
        }
        let changes = blocker.cleared_by.iter();
        let changes = changes.map(|(issue, option)| self.package_change(*issue, *option)).collect();
        let changes = self.one_of(changes);
        self.text("tell-blocked-cleared", &[what, ("changes", changes.into())])
    }

    /// A chance of some in all, in words: it shows no more than a forecast knows.
    #[must_use]
    pub fn chance(&self, some: i64, all: i64) -> String {
        if some <= 0 {
            return self.get("tell-chance-never");
        }
        if some >= all {
            return self.get("tell-chance-sure");
        }
        match some.saturating_mul(10) / all.max(1) {
            0 => self.get("tell-chance-low"),
            times => self.text("tell-chance", &[("times", times.into())]),
        }
    }

    /// A share of some in all, in tenths: "all", "none", "3 in 10".
    #[must_use]
    pub fn share(&self, some: i64, all: i64) -> String {
        if some <= 0 {
            return self.get("tell-share-none");
        }
        if some >= all {
            return self.get("tell-share-all");
        }
        match some.saturating_mul(10) / all.max(1) {
            0 => self.get("tell-share-low"),
            tenths => self.text("tell-share", &[("tenths", tenths.into())]),
        }
    }

    /// What a chamber would do, in a sentence.
    #[must_use]
    pub fn forecast(&self, forecast: &Forecast) -> String {
        let party = self.game.level.parties.0.get(forecast.party.index());
        let chamber = party.and_then(|party| party.chamber.as_ref());
        let seats: i64 = forecast.blocs.iter().map(|bloc| bloc.seats).sum();
        self.sentence(
            "tell-forecast",
            &[
                ("chamber", self.named(chamber.map(|chamber| chamber.name.as_str())).into()),
                ("party", self.party(forecast.party).into()),
                ("chance", self.chance(forecast.passing, forecast.swings).into()),
                ("yes", forecast.yes.into()),
                ("seats", seats.into()),
                ("quorum", forecast.quorum.into()),
                ("low", forecast.range.0.into()),
                ("high", forecast.range.1.into()),
                ("bloc", self.bloc(forecast.party, forecast.pivotal).into()),
            ],
        )
    }

    /// That a party needs no vote at home.
    #[must_use]
    pub fn no_vote(&self, party: PartyId) -> String {
        self.sentence("tell-no-vote", &[("party", self.whom(party).into())])
    }

    /// What moves each bloc, in the chamber's order.
    #[must_use]
    pub fn bloc_views(&self, forecast: &Forecast) -> Vec<String> {
        let party = self.game.level.parties.0.get(forecast.party.index());
        let blocs = party.and_then(|party| Some(&party.chamber.as_ref()?.blocs));
        let Some(blocs) = blocs else { return Vec::new() };
        let views = blocs.iter().zip(&forecast.blocs);
        views.map(|(bloc, view)| self.bloc_view(&bloc.name, view)).collect()
    }

    fn bloc_view(&self, name: &str, view: &BlocView) -> String {
        let net = |value: i64| -> Arg<'static> { number::signed(value, "").into() };
        self.text(
            "tell-forecast-bloc",
            &[
                ("bloc", name.into()),
                ("yes", view.yes.into()),
                ("seats", view.seats.into()),
                ("net", net(view.net)),
                ("base", net(view.base)),
                ("terms", net(view.terms)),
                ("backing", net(view.backing)),
                ("lobbying", net(view.lobbying)),
                ("mood", net(view.mood)),
            ],
        )
    }

    /// The change that would help most, what it brings the one and costs the other.
    #[must_use]
    pub fn fix(&self, fix: &Fix, party: PartyId, asker: PartyId) -> String {
        self.told_fix("tell-fix", fix, Some(party), asker)
    }

    /// The same where it is not known what the change brings: only what it costs.
    #[must_use]
    pub fn fix_cost(&self, fix: &Fix, asker: PartyId) -> String {
        self.told_fix("tell-fix-cost", fix, None, asker)
    }

    fn told_fix(&self, key: &str, fix: &Fix, party: Option<PartyId>, asker: PartyId) -> String {
        let cost = match fix.cost {
            ..0 => "gain",
            0 => "free",
            1.. => "loss",
        };
        self.sentence(
            key,
            &[
                ("change", self.package_change(fix.issue, fix.option).into()),
                ("worth", self.change(fix.worth).into()),
                ("whom", party.map(|party| self.whom(party)).unwrap_or_default().into()),
                ("asker", self.whom(asker).into()),
                ("cost", cost.into()),
                ("price", self.points(fix.cost.saturating_abs()).into()),
            ],
        )
    }

    /// What a change brings a party: exactly, or in whole points where it is an estimate.
    #[must_use]
    pub fn gain(&self, party: PartyId, points: Points, known: bool) -> String {
        let party = ("party", self.party(party).into());
        if known {
            return self.text("tell-gain", &[party, ("points", self.signed(points).into())]);
        }
        self.text("tell-gain-about", &[party, ("points", self.whole(points).into())])
    }

    /// Whole points with their sign: an estimate knows no decimals.
    fn whole(&self, points: Points) -> String {
        let hundredths = self.hundredths(points);
        number::signed(hundredths.saturating_add(50 * hundredths.signum()) / 100 * 100, "")
    }

    /// What a package is worth to another party: a figure, or a band where its mandate is not known.
    #[must_use]
    pub fn band(&self, party: PartyId, low: Points, high: Points) -> String {
        let party = ("party", self.party(party).into());
        if low == high {
            return self.text("tell-band-one", &[party, ("low", self.signed(low).into())]);
        }
        self.text("tell-band", &[party, ("low", self.whole(low).into()), ("high", self.whole(high).into())])
    }
}
