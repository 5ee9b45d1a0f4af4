//! The analysis in lines.

use crate::analysis::{Analysis, NashRule, Ratio, Reach, Solution};
use crate::rules::ids::{PartyId, PartySet, Points};
use crate::rules::payoff::Payoff;
use crate::rules::standpoint::Standpoint;
use crate::words::tell::Teller;
use crate::words::{Arg, Words, percent, points};

/// How many points of a rule are shown, where several tie.
const SHOWN: usize = 5;

/// Words what an analysis found.
struct Lines<'a> {
    words: &'a Words,
    tell: Teller<'a>,
    standpoint: &'a Standpoint<'a>,
    analysis: &'a Analysis,
    parties: PartySet,
}

/// Everything that an analysis found, a line each.
pub(super) fn lines(words: &Words, standpoint: &Standpoint<'_>, analysis: &Analysis) -> Vec<String> {
    let tell = Teller::new(words, standpoint.game, standpoint.at, None);
    let parties = analysis.survey.parties;
    let lines = Lines { words, tell, standpoint, analysis, parties };
    let mut all = lines.packages();
    all.extend(lines.rules());
    all.extend(lines.trading());
    all.extend(lines.coalitions());
    all.extend(lines.homes());
    all
}

impl Lines<'_> {
    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.text(key, args)
    }

    /// The points of all who sign, each with its party.
    fn each(&self, payoff: &Payoff) -> String {
        let one = |party: PartyId| {
            let points = self.tell.points(payoff[party.index()]);
            self.say("cli-analyze-of", &[("party", self.tell.party(party).into()), ("value", points.into())])
        };
        self.parties.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    fn shared(&self, shares: &[Ratio]) -> String {
        let per_point = i128::from(self.standpoint.game.level.per_point());
        let one = |(party, share): (PartyId, &Ratio)| {
            let value = Ratio::new(share.numerator, share.denominator * per_point).unwrap_or(Ratio::ZERO);
            let value = points(i64::try_from(value.rounded(100)).unwrap_or(i64::MAX));
            self.say("cli-analyze-of", &[("party", self.tell.party(party).into()), ("value", value.into())])
        };
        self.parties.iter().zip(shares).map(one).collect::<Vec<_>>().join("; ")
    }

    fn share(ratio: Ratio) -> String {
        percent(i64::try_from(ratio.rounded(10_000)).unwrap_or(i64::MAX))
    }

    fn packages(&self) -> Vec<String> {
        let (game, survey) = (self.standpoint.game, &self.analysis.survey);
        let count = |count: u64| -> Arg<'static> { count.to_string().into() };
        let mut lines = vec![self.say(
            "cli-analyze-heading",
            &[
                ("title", game.level.title.as_str().into()),
                ("rules", game.rules.name.as_str().into()),
                ("parties", self.tell.parties(self.parties).into()),
            ],
        )];
        lines.push(match survey.reach {
            Reach::Exact => self.say("cli-analyze-exact", &[("packages", count(survey.packages))]),
            Reach::Searched(bound) => self.say(
                "cli-analyze-searched",
                &[
                    ("packages", count(survey.packages)),
                    ("most", self.each(&bound.most).into()),
                    ("together", self.tell.points(bound.together).into()),
                ],
            ),
        });
        for party in self.parties.iter() {
            let reservation = self.analysis.reservations[party];
            let mut args = vec![
                ("party", self.tell.party(party).into()),
                ("none", self.tell.points(reservation.no_deal).into()),
                ("least", self.tell.points(survey.range.0[party.index()]).into()),
                ("most", self.tell.points(survey.range.1[party.index()]).into()),
            ];
            lines.push(self.say("cli-analyze-party", &args));
            if let Some(ideal) = survey.ideal(party) {
                args.push(("ideal", self.tell.points(ideal).into()));
                lines.push(self.say("cli-analyze-ideal", &args));
            }
            if let Some(other) = reservation.instead {
                args.push(("other", self.tell.party(other).into()));
                args.push(("value", self.tell.points(reservation.value).into()));
                lines.push(self.say("cli-analyze-instead", &args));
            }
        }
        lines.push(self.say("cli-analyze-zopa", &[("packages", count(survey.zopa(self.parties)))]));
        if let Some(other) = &self.analysis.against_alternatives {
            lines
                .push(self.say("cli-analyze-zopa-instead", &[("packages", count(other.zopa(self.parties)))]));
        }
        let pairs = self.parties.subsets(2).into_iter().filter(|set| set.len() == 2 && *set != self.parties);
        for pair in pairs {
            let args = [("parties", self.tell.parties(pair).into()), ("packages", count(survey.zopa(pair)))];
            lines.push(self.say("cli-analyze-zopa-pair", &args));
        }
        lines.push(self.say(
            "cli-analyze-frontier",
            &[
                ("points", survey.frontier.len().into()),
                ("packages", survey.frontier.packages().into()),
                ("rational-points", survey.rational.len().into()),
                ("rational-packages", survey.rational.packages().into()),
            ],
        ));
        lines
    }

    fn rules(&self) -> Vec<String> {
        let solutions = &self.analysis.solutions;
        if solutions.nash.is_empty() {
            return vec![self.words.get("cli-analyze-no-zopa")];
        }
        let mut lines = Vec::new();
        if let NashRule::Those(who) = solutions.nash_rule {
            let key = if who.is_empty() { "cli-analyze-nash-nobody" } else { "cli-analyze-nash-those" };
            lines.push(self.say(key, &[("parties", self.tell.parties(who).into())]));
        }
        let named: [(&str, &Solution); 4] = [
            ("cli-analyze-nash", &solutions.nash),
            ("cli-analyze-ks", &solutions.kalai_smorodinsky),
            ("cli-analyze-egalitarian", &solutions.egalitarian),
            ("cli-analyze-utilitarian", &solutions.utilitarian),
        ];
        for (key, solution) in named {
            lines.extend(solution.iter().take(SHOWN).map(|at| self.pick(key, *at)));
            if solution.len() > SHOWN {
                let more = [("points", (solution.len() - SHOWN).into())];
                lines.push(self.say("cli-analyze-more", &more));
            }
        }
        lines
    }

    fn pick(&self, key: &str, at: usize) -> String {
        let survey = &self.analysis.survey;
        let points = survey.rational.points()[at];
        let packages = survey.rational.packages_of(at);
        let terms = packages.first().map(|package| {
            let rows = survey.rows(&self.analysis.table, *package);
            self.tell.package(&self.analysis.table.package(&rows))
        });
        self.say(
            "cli-analyze-pick",
            &[
                ("rule", self.words.get(key).into()),
                ("values", self.each(&points).into()),
                ("packages", packages.len().into()),
                ("terms", terms.unwrap_or_default().into()),
            ],
        )
    }

    fn trading(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(found) = self.analysis.logrolling {
            let args = [
                ("middle", self.tell.signed(found.midpoint).into()),
                ("best", self.tell.signed(found.best).into()),
            ];
            lines.push(self.say("cli-analyze-middle", &args));
            let nash = self.analysis.solutions.nash.first();
            let joint =
                nash.map(|at| self.analysis.survey.joint(&self.analysis.survey.rational.points()[*at]));
            if let Some(index) = joint.and_then(|joint| found.index(joint)) {
                lines.push(self.say("cli-analyze-logrolling", &[("share", Self::share(index).into())]));
            }
            if !found.possible {
                lines.push(self.words.get("cli-analyze-no-logrolling"));
            }
        }
        if let Some(found) = self.analysis.linkage_surplus {
            let args = [
                ("linked", self.tell.signed(found.linked).into()),
                ("single", self.tell.signed(found.one_by_one).into()),
                ("surplus", self.tell.signed(found.surplus()).into()),
            ];
            lines.push(self.say("cli-analyze-linkage", &args));
        }
        lines
    }

    fn coalitions(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let change = |party: PartyId, points: Points| {
            let args = [("party", self.tell.party(party).into()), ("value", self.tell.signed(points).into())];
            self.say("cli-analyze-of", &args)
        };
        for coalition in &self.analysis.coalitions {
            let key = if coalition.exact { "cli-analyze-coalition" } else { "cli-analyze-coalition-least" };
            let effect = coalition.effect.iter().map(|(party, points)| change(party, *points));
            lines.push(self.say(
                key,
                &[
                    ("parties", self.tell.parties(coalition.parties).into()),
                    ("worth", self.tell.points(coalition.worth).into()),
                    ("effect", effect.collect::<Vec<_>>().join("; ").into()),
                ],
            ));
        }
        lines
            .push(self.say("cli-analyze-shapley", &[("values", self.shared(&self.analysis.shapley).into())]));
        let empty = self.analysis.least_excess.is_some_and(|excess| excess > Ratio::ZERO);
        lines.push(self.words.get(if empty { "cli-analyze-core-empty" } else { "cli-analyze-core" }));
        match (&self.analysis.nucleolus, &self.analysis.prenucleolus) {
            (Some(shares), _) => {
                lines.push(self.say("cli-analyze-nucleolus", &[("values", self.shared(shares).into())]));
            }
            (None, Some(shares)) => {
                lines.push(self.say("cli-analyze-prenucleolus", &[("values", self.shared(shares).into())]));
            }
            (None, None) => {}
        }
        lines
    }

    fn homes(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for set in &self.analysis.win_sets {
            let args = |ratified: u64, of: u64| {
                [
                    ("party", self.tell.party(set.party).into()),
                    ("ratified", ratified.to_string().into()),
                    ("packages", of.to_string().into()),
                ]
            };
            lines.push(self.say("cli-analyze-win-set", &args(set.ratified, set.packages)));
            let frontier = args(set.frontier, set.frontier_packages);
            lines.push(self.say("cli-analyze-win-frontier", &frontier));
            if let Some(bloc) = set.pivotal {
                let bloc = ("bloc", self.tell.bloc(set.party, bloc).into());
                lines.push(
                    self.say("cli-analyze-pivotal", &[("party", self.tell.party(set.party).into()), bloc]),
                );
            }
        }
        lines
    }
}
