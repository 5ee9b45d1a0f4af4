//! What can bind the parties in a level, as the brief shows it: pledges with their projects, promises, threats. Only what the rule book
//! plays is here.

use crate::rules::event::Amount;
use crate::rules::game::Game;
use crate::rules::ids::{IssueId, OptionId, PartyId, PledgeId, ProjectId, ThreatId};
use crate::rules::level::Effect;
use crate::screens::pages::{Page, Term, Word};
use crate::screens::wording::{PartyName, sources, stylised};
use crate::view::View;
use crate::words::tell::Teller;
use crate::words::{Words, signed};

/// A project in the table.
pub(super) struct Project {
    pub(super) name: String,
    /// The branch, and whether its figures are made up.
    pub(super) sector: String,
    pub(super) size: String,
    pub(super) lead: String,
    pub(super) cash: String,
    /// What placing it does for the person, and what it does once it runs.
    pub(super) placed: String,
    pub(super) built: String,
    pub(super) note: String,
}

/// A pledge with its projects.
pub(super) struct Pledge {
    pub(super) name: String,
    pub(super) about: String,
    /// Who selects under each option, a line each.
    pub(super) rules: Vec<(String, String)>,
    /// The heads of the table.
    pub(super) heads: Vec<String>,
    pub(super) projects: Vec<Project>,
    pub(super) notes: Vec<String>,
}

/// A promise that options make.
pub(super) struct Promise {
    pub(super) party: PartyName,
    pub(super) term: String,
    pub(super) what: String,
    pub(super) due: String,
    pub(super) note: String,
}

/// Something that a party can threaten with.
pub(super) struct Threat {
    pub(super) party: PartyName,
    pub(super) title: String,
    pub(super) about: String,
    pub(super) demands: String,
    pub(super) effects: String,
    pub(super) sources: String,
    pub(super) note: String,
}

/// What can bind the parties.
pub(super) struct Bound {
    pub(super) pledges_label: Term,
    pub(super) pledges: Vec<Pledge>,
    pub(super) promises_label: Term,
    pub(super) promises_note: String,
    pub(super) promises: Vec<Promise>,
    pub(super) threats_label: Term,
    pub(super) threats_note: String,
    pub(super) threats: Vec<Threat>,
}

struct Desk<'a> {
    words: &'a Words,
    game: &'a Game,
    seat: PartyId,
    teller: Teller<'a>,
}

impl Bound {
    pub(super) fn of(words: &Words, game: &Game, view: &View) -> Self {
        let teller = Teller::new(words, game, &view.position, Some(view.seat));
        let desk = Desk { words, game, seat: view.seat, teller };
        let on = &game.rules.on;
        let label = |word, key: &str| Term::new(words, Page::Word(word), words.get(key));
        let mut threats: Vec<ThreatId> = game.level.threat_ids().filter(|_| on.threats).collect();
        // The person's own come first, then those against them.
        threats.sort_by_key(|id| {
            let threat = game.level.threat(*id);
            (threat.by != view.seat, threat.against != view.seat)
        });
        Self {
            pledges_label: label(Word::Pledge, "brief-pledges"),
            pledges: game.level.pledge_ids().filter(|_| on.projects).map(|id| desk.pledge(id)).collect(),
            promises_label: label(Word::Promise, "brief-promises"),
            promises_note: words.get("brief-promises-note"),
            promises: if on.promises { desk.promises() } else { Vec::new() },
            threats_label: label(Word::Threat, "brief-threats"),
            threats_note: words.get("brief-threats-note"),
            threats: threats.into_iter().map(|id| desk.threat(id)).collect(),
        }
    }
}

impl Desk<'_> {
    fn pledge(&self, id: PledgeId) -> Pledge {
        let pledge = self.game.level.pledge(id);
        let rules = pledge.governance.1.iter().enumerate().filter_map(|(option, rule)| {
            let option = self.teller.option(pledge.governance.0, OptionId::from_index(option));
            Some((option, self.teller.governance(id, (*rule)?)))
        });
        let heads = ["project", "size", "lead", "cash", "placed", "built"]
            .map(|column| self.words.text("brief-project-head", &[("column", column.into())]));
        let money = 50;
        let worth =
            self.teller.amount_hundredths(self.seat, pledge.interest, Amount::whole(money * pledge.rate));
        let mut named: Vec<String> = Vec::new();
        for source in pledge.projects.iter().flat_map(|project| &project.sources) {
            if !named.contains(source) {
                named.push(source.clone());
            }
        }
        let mut notes = Vec::new();
        if [pledge.funder, pledge.host].contains(&self.seat) {
            notes.push(self.words.text(
                "brief-cash-worth",
                &[
                    ("money", self.teller.money(id, money).into()),
                    ("change", signed(worth, "").into()),
                    ("interest", self.teller.interest(pledge.interest).into()),
                ],
            ));
        }
        notes.extend(sources(self.words, self.game, &named));
        Pledge {
            name: pledge.name.clone(),
            about: pledge.about.clone(),
            rules: rules.collect(),
            heads: heads.to_vec(),
            projects: (0..pledge.projects.len())
                .map(ProjectId::from_index)
                .filter_map(|project| self.project(id, project))
                .collect(),
            notes,
        }
    }

    fn project(&self, pledge: PledgeId, id: ProjectId) -> Option<Project> {
        let project = self.game.level.pledge(pledge).project(id)?;
        let mut note = vec![project.about.clone(), self.teller.project_about(pledge, id)];
        note.extend(sources(self.words, self.game, &project.sources));
        Some(Project {
            name: project.name.clone(),
            sector: match stylised(&project.sources) {
                true => self.words.text("brief-stylised", &[("text", (&project.sector).into())]),
                false => project.sector.clone(),
            },
            size: self.teller.money(pledge, project.size),
            lead: self.words.text("brief-lead", &[("rounds", project.lead.into())]),
            cash: self.teller.money(pledge, project.cash),
            placed: self.effects(&project.placed),
            built: self.effects(&project.built),
            note: note.join("\n"),
        })
    }

    /// What some effects are for the person, under their mandate.
    fn effects(&self, effects: &[Effect]) -> String {
        let own = effects.iter().filter(|effect| effect.party == self.seat);
        let each: Vec<String> = own
            .map(|effect| {
                let amount = Amount::whole(effect.units);
                let worth = self.teller.amount_hundredths(self.seat, effect.interest, amount);
                self.words.text(
                    "brief-effect",
                    &[
                        ("interest", self.teller.interest(effect.interest).into()),
                        ("change", signed(worth, "").into()),
                    ],
                )
            })
            .collect();
        if each.is_empty() { self.words.get("table-none-yet") } else { each.join("\n") }
    }

    /// An issue with some of its options, whose names may have commas of their own.
    fn options(&self, issue: IssueId, options: &[OptionId]) -> String {
        let options: Vec<String> = options.iter().map(|option| self.teller.option(issue, *option)).collect();
        let (issue, options) = (self.teller.issue(issue), options.join(" / "));
        self.words.text("brief-red-line", &[("issue", issue.into()), ("options", options.into())])
    }

    fn promises(&self) -> Vec<Promise> {
        let level = &self.game.level;
        let mut promises: Vec<(bool, Promise)> = Vec::new();
        for issue in self.game.issue_ids() {
            let rule = level.issue(issue);
            let Some(promise) = &rule.promise else { continue };
            let term = self.options(issue, &promise.options);
            promises.push((
                promise.by != self.seat,
                Promise {
                    party: PartyName::of(self.game, promise.by),
                    term,
                    what: promise.about.clone(),
                    due: self.words.text("brief-due", &[("rounds", promise.due.into())]),
                    note: sources(self.words, self.game, &rule.sources).unwrap_or_default(),
                },
            ));
        }
        promises.sort_by_key(|(other, _)| *other);
        promises.into_iter().map(|(_, promise)| promise).collect()
    }

    fn threat(&self, id: ThreatId) -> Threat {
        let threat = self.game.level.threat(id);
        let demands = threat.demands.iter().filter(|(issue, _)| self.game.in_play(*issue));
        let demands: Vec<String> = demands.map(|(issue, options)| self.options(*issue, options)).collect();
        let effects = self.teller.carried_out(id);
        Threat {
            party: PartyName::of(self.game, threat.by),
            title: self.words.text(
                "brief-threat",
                &[("threat", (&threat.name).into()), ("against", self.teller.party(threat.against).into())],
            ),
            about: threat.about.clone(),
            demands: self.words.text("brief-demands", &[("demands", demands.join("; ").into())]),
            effects: self.words.text(
                "brief-carried-out",
                &[("effects", effects.join("; ").into()), ("rounds", threat.notice.into())],
            ),
            sources: sources(self.words, self.game, &threat.sources).unwrap_or_default(),
            note: self.teller.ladder(id).join("\n"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::play::Match;
    use crate::storage::Library;

    fn bound(rules: &str, party: &str) -> Bound {
        let game = Library::default().game("tokyo_2025", Some(rules), None).unwrap();
        let seat = game.level.party_named(party).unwrap();
        let play = Match::new(game.clone(), 1);
        Bound::of(&Words::english(), &game, play.view(seat))
    }

    #[test]
    fn only_what_the_rule_book_plays_is_shown() {
        for rules in ["intro", "standard"] {
            let bound = bound(rules, "japan");
            assert!(bound.pledges.is_empty() && bound.promises.is_empty() && bound.threats.is_empty());
        }
        let bound = bound("full", "japan");
        assert_eq!(bound.pledges.len(), 1);
        assert_eq!(bound.pledges[0].heads.len(), 6);
        assert!(bound.pledges[0].projects.iter().any(|p| p.name == "Gas terminals" && p.size == "$60 bn"));
        assert!(bound.pledges[0].notes.iter().any(|note| note.contains("stylised")));
    }

    #[test]
    fn the_persons_own_promises_and_threats_come_first() {
        for party in ["us", "japan", "china"] {
            let bound = bound("full", party);
            let name = |place: usize| bound.promises[place].party.name.clone();
            let first = name(0);
            let own = bound.promises.iter().filter(|p| p.party.name == first).count();
            assert!((0..own).all(|place| name(place) == first));
            assert_eq!(bound.threats[0].party.name, first);
            let words: Vec<&str> = bound
                .promises
                .iter()
                .flat_map(|p| [p.term.as_str(), &p.due])
                .chain(bound.threats.iter().flat_map(|t| [t.title.as_str(), &t.demands, &t.effects, &t.note]))
                .chain(bound.pledges.iter().flat_map(|p| &p.heads).map(String::as_str))
                .collect();
            assert!(
                words.iter().all(|w| !w.is_empty() && !w.contains('[') && !w.contains("{$")),
                "{words:?}"
            );
        }
    }
}
