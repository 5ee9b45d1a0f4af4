//! Golden playthroughs: a game among computer opponents for each level, in words that this file makes itself.
//!
//! After a change on purpose, run with `INSTA_UPDATE=always` and read the difference.

use rare_terms::opponents::Difficulty;
use rare_terms::play::Match;
use rare_terms::play::auto::{everywhere, run};
use rare_terms::rules::clause::{Test, When};
use rare_terms::rules::command::{Answer, Ask, Measure, Reason, Statement};
use rare_terms::rules::event::{Event, LapseCause, PactStatus, Standing, ThreatEnd};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{
    IssueId, OfferId, OptionId, PactId, PartyId, PartySet, PledgeId, Points, ProjectId,
};
use rare_terms::rules::package::{Communique, Package};
use rare_terms::rules::position::Position;
use rare_terms::storage::Library;

/// Most lines of one playthrough: what is longer is not read.
const MOST_LINES: usize = 150;

struct Scribe<'a> {
    game: &'a Game,
    at: Position,
    lines: Vec<String>,
}

impl Scribe<'_> {
    fn party(&self, party: PartyId) -> &str {
        &self.game.level.parties[party].name
    }

    fn parties(&self, parties: PartySet) -> String {
        let names: Vec<&str> = parties.iter().map(|p| self.party(p)).collect();
        names.join(", ")
    }

    fn term(&self, issue: IssueId, option: OptionId) -> String {
        format!("{}: {}", self.game.level.issue(issue).name, self.game.level.choice(issue, option).name)
    }

    fn package(&self, package: &Package) -> String {
        let clauses = |issue: IssueId| -> Vec<String> {
            let own = package.clauses().iter().filter(|clause| clause.issue == issue);
            own.map(|clause| self.when(clause.when)).collect()
        };
        let term = |(issue, option)| match clauses(issue) {
            list if list.is_empty() => self.term(issue, option),
            list => format!("{} ({})", self.term(issue, option), list.join(", ")),
        };
        package.terms().map(term).collect::<Vec<String>>().join("; ")
    }

    fn when(&self, when: When) -> String {
        let test = |test: Test| match test {
            Test::InForce { issue, from, to } if from == to => self.term(issue, from),
            Test::InForce { issue, from, to } => {
                format!("{} to {}", self.term(issue, from), self.game.level.choice(issue, to).name)
            }
            Test::Pact(parties) => format!("a pact of {} stands", self.parties(parties)),
        };
        match when {
            When::TakesEffectIf(on) => format!("takes effect if {}", test(on)),
            When::LapsesIf(on) => format!("lapses if {}", test(on)),
            When::Until(round) => format!("until round {}", round.0),
        }
    }

    fn project(&self, pledge: PledgeId, project: ProjectId) -> &str {
        self.game.level.pledge(pledge).project(project).map_or("nothing", |p| p.name.as_str())
    }

    fn communique(&self, communique: &Communique) -> String {
        let headline = communique.headline.and_then(|id| self.game.level.headline(id));
        headline.map_or_else(|| "no headline".to_owned(), |h| h.text.clone())
    }

    /// An offer by its parties' letters and its number among them.
    fn offer(&self, id: OfferId) -> String {
        let Some(offer) = self.at.offer(id) else {
            return "an unknown offer".to_owned();
        };
        let letters: String =
            offer.proposal.parties.iter().map(|p| self.game.level.parties[p].letter.as_str()).collect();
        format!("{letters}{}", (id.0 & 0x00ff_ffff) + 1)
    }

    fn pact(&self, id: PactId) -> String {
        let parties = self.at.pact(id).map_or(PartySet::NONE, |pact| pact.parties);
        format!("pact {} ({})", id.0 + 1, self.parties(parties))
    }

    fn reason(&self, by: PartyId, reason: Reason) -> String {
        match reason {
            Reason::RedLine(issue, option) => {
                format!("{} crosses a red line", self.term(issue, option))
            }
            Reason::Chamber { chances, pivotal } => {
                let bloc = self.game.level.bloc(by, pivotal).map_or("nobody", |b| b.name.as_str());
                format!("its chamber would pass it {chances} times in 100, and {bloc} would decide")
            }
            Reason::WorseThanNoDeal => "worse than no deal".to_owned(),
            Reason::TooLittle { ask: Some((issue, option)) } => {
                format!("too little; asks for {}", self.term(issue, option))
            }
            Reason::TooLittle { ask: None } => "too little".to_owned(),
            Reason::NothingToGain => "nothing to gain".to_owned(),
            Reason::NotHere => "not here".to_owned(),
        }
    }

    fn measure(&self, by: PartyId, measure: Measure) -> Option<String> {
        let level = &self.game.level;
        Some(match measure {
            Measure::Nothing => return None,
            Measure::Move { issue, steps } => {
                format!("moves {} by {steps}", level.issue(issue).name)
            }
            Measure::Lobby(bloc) => {
                format!("lobbies {}", level.bloc(by, bloc).map_or("nobody", |b| b.name.as_str()))
            }
            Measure::BuildStock(resource) => {
                format!("builds stock of {}", level.resource(resource).name)
            }
            Measure::FundCapacity(resource) => {
                format!("funds capacity for {}", level.resource(resource).name)
            }
            // What follows is told by itself.
            Measure::Threat(..) => return None,
            Measure::Break(issue) => format!("breaks its side of {}", level.issue(issue).name),
            Measure::SnapBack(pact) => format!("withdraws its side of {}", self.pact(pact)),
        })
    }

    fn answer(&self, by: PartyId, ask: Ask, answer: Answer) -> Option<String> {
        let by = self.party(by);
        let issue = |issue: IssueId| self.game.level.issue(issue).name.as_str();
        Some(match (ask, answer) {
            (Ask::Place(pledge), Answer::Project(Some(project))) => {
                format!("{by} puts forward {}", self.project(pledge, project))
            }
            (Ask::Place(_), _) => format!("{by} puts no project forward"),
            (Ask::Object(pledge, project), Answer::Yes) => {
                format!("{by} objects to {}", self.project(pledge, project))
            }
            (Ask::Overrule(pledge, project), Answer::Yes) => {
                format!("{by} overrules that and takes {}", self.project(pledge, project))
            }
            (Ask::Overrule(..), _) => format!("{by} gives way"),
            (Ask::Deliver(_, on), Answer::Keep) => format!("{by} keeps its promise on {}", issue(on)),
            (Ask::Deliver(_, on), Answer::Delay) => format!("{by} puts off its promise on {}", issue(on)),
            (Ask::Deliver(_, on), _) => format!("{by} breaks its promise on {}", issue(on)),
            (Ask::CarryOut(_) | Ask::Object(..), _) => return None,
        })
    }

    fn threat(&self, standing: &Standing) -> String {
        let threat = self.game.level.threat(standing.threat);
        let (by, against) = (self.party(threat.by), self.party(threat.against));
        let demand = standing.demand.map_or_else(String::new, |d| self.term(d.issue, d.option));
        match (standing.rung, standing.due) {
            (0, _) => format!("{by} signals to {against}: {}", threat.name),
            (_, None) => format!("{by} demands of {against}, or {}: {demand}", threat.name),
            (_, Some(due)) => format!("{by} gives {against} until round {}: {demand}", due.0),
        }
    }

    /// One figure for each party, in hundredths.
    fn figures(&self, value: impl Fn(PartyId) -> i64) -> String {
        let all: Vec<String> = self
            .game
            .level
            .everyone()
            .iter()
            .map(|p| format!("{} {}", self.party(p), hundredths(value(p))))
            .collect();
        all.join(", ")
    }

    fn tell(&mut self, event: &Event) {
        let line = self.line(event);
        self.at.apply(self.game, event);
        if let Event::RoundBegan(round) = event {
            let stop = &self.game.level.rounds[round.index()];
            self.lines.push(format!("\nRound {}: {}", round.0, stop.name));
        }
        self.lines.extend(line.map(|line| format!("  {line}")));
        if matches!(event, Event::RoundEnded(_)) && self.game.rules.on.events {
            self.lines.push(format!("  support: {}", self.figures(|p| self.at.support[p])));
        }
    }

    fn line(&self, event: &Event) -> Option<String> {
        Some(match event {
            Event::IssueMoved { issue, option, by } => {
                let by = by.map_or("the schedule", |party| self.party(party));
                format!("{by} changes {}", self.term(*issue, *option))
            }
            Event::Happened(id) => format!("news: {}", self.game.level.happening(*id).headline),
            Event::Offered(offer) => {
                let to = self.parties(offer.proposal.parties.without(offer.from));
                let how = if offer.cable { "cables" } else { "offers" };
                let from = self.party(offer.from);
                format!("{from} {how} {to}: {}", self.package(&offer.proposal.package))
            }
            Event::Accepted { offer, by } => {
                format!("{} accepts {}", self.party(*by), self.offer(*offer))
            }
            Event::Declined { offer, by, reason } => {
                let why =
                    reason.map_or_else(|| "with a counter".to_owned(), |reason| self.reason(*by, reason));
                format!("{} declines {}: {why}", self.party(*by), self.offer(*offer))
            }
            Event::Withdrawn(offer) => format!("{} is withdrawn", self.offer(*offer)),
            Event::Expired(offer) => format!("{} expires", self.offer(*offer)),
            Event::Spoke { by, statement: Statement::NothingWorks(with, reason) } => {
                format!(
                    "{} says: nothing works with {}: {}",
                    self.party(*by),
                    self.party(*with),
                    self.reason(*by, *reason)
                )
            }
            Event::Spoke { by, statement } => format!("{} says: {statement:?}", self.party(*by)),
            Event::Signed(pact) => {
                format!("{} sign: {}", self.parties(pact.parties), self.communique(&pact.communique))
            }
            Event::MeasureRevealed { by, measure } => {
                format!("{} {}", self.party(*by), self.measure(*by, *measure)?)
            }
            Event::Voted(vote) => {
                let result = if vote.passed { "passes" } else { "refuses" };
                let pact = self.pact(vote.pact);
                format!(
                    "{}'s chamber {result} {pact} with {} of {} needed",
                    self.party(vote.party),
                    vote.yes,
                    vote.quorum
                )
            }
            Event::Voided { pact, .. } => format!("{} is void", self.pact(*pact)),
            Event::InForce { pact, package } => {
                format!("{} is in force: {}", self.pact(*pact), self.package(package))
            }
            Event::TookEffect { issue, option, .. } => format!("{} takes effect", self.term(*issue, *option)),
            Event::Lapsed { pact, issue, option, cause } => {
                let back = self.term(*issue, *option);
                match cause {
                    LapseCause::Condition => {
                        format!("{back} again: a condition of {} is met", self.pact(*pact))
                    }
                    LapseCause::Sunset => format!("{back} again: the time of {} is over", self.pact(*pact)),
                    LapseCause::Broken(by) => format!("{back} again: {} broke its word", self.party(*by)),
                    LapseCause::Failed(by) => format!("{back} again: {} could not deliver", self.party(*by)),
                    LapseCause::SnapBack(by) => format!("{back} again: {} withdraws", self.party(*by)),
                }
            }
            Event::Answered { party, ask, answer } => return self.answer(*party, *ask, *answer),
            Event::Tranche { pledge, money } => {
                let rule = self.game.level.pledge(*pledge);
                format!("{} frees {money} {}", rule.name, rule.money)
            }
            Event::Placed { pledge, project, runs } => {
                format!("{} is begun and runs from round {}", self.project(*pledge, *project), runs.0)
            }
            Event::Paid { pledge, funder, host } => {
                let rule = self.game.level.pledge(*pledge);
                let (to, at) = (self.party(rule.funder), self.party(rule.host));
                format!("{} pays {to} {funder} and {at} {host}", rule.name)
            }
            Event::Promised(owed) => {
                let issue = &self.game.level.issue(owed.issue).name;
                format!("{} has promised {issue} by round {}", self.party(owed.by), owed.due.0)
            }
            Event::Threatened(standing) => self.threat(standing),
            Event::Mediated { threat, by } => {
                format!("{} mediates: {}", self.party(*by), self.game.level.threat(*threat).name)
            }
            Event::ThreatEnded { threat, end } => {
                let rule = self.game.level.threat(*threat);
                match end {
                    ThreatEnd::Met => format!("{} gives in: {}", self.party(rule.against), rule.name),
                    ThreatEnd::BackedDown => format!("{} backs down: {}", self.party(rule.by), rule.name),
                    ThreatEnd::CarriedOut => format!("{} carries it out: {}", self.party(rule.by), rule.name),
                }
            }
            Event::StockMoved { resource, short: true, .. } => {
                format!("{} runs short", self.game.level.resource(*resource).name)
            }
            Event::Collapsed(party) => format!("the government of {} falls", self.party(*party)),
            _ => return None,
        })
    }
}

fn hundredths(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", value.abs() / 100, value.abs() % 100)
}

fn playthrough(game: &Match) -> String {
    let rules = game.game();
    let level = &rules.level;
    let mut scribe = Scribe { game: rules, at: Position::new(rules), lines: Vec::new() };
    scribe.lines.push(format!(
        "{} ({}) under {}, seed {}",
        level.title,
        level.id,
        rules.rules.id,
        game.record().head.seed
    ));
    for (party, mandate) in game.truth().mandates.iter() {
        if let Some(mandate) = mandate {
            let line = format!("{}: {}", scribe.party(party), level.archetype(party, *mandate).name);
            scribe.lines.push(line);
        }
    }
    let points = |values: [Points; 4]| {
        move |party: PartyId| -> i64 { values[party.index()] * 100 / level.per_point() }
    };
    let start = scribe.figures(points(game.no_deal_at_start()));
    for event in game.log() {
        scribe.tell(event);
    }
    let end = scribe.figures(points(game.scores()));
    let standing = game.truth().pacts.iter().filter(|p| p.status == PactStatus::Stands).count();
    scribe.lines.push(format!("\nno deal at the start: {start}"));
    scribe.lines.push(format!("final scores: {end}"));
    scribe.lines.push(format!("pacts that stand: {standing}"));
    scribe.lines.join("\n")
}

/// Plays a level under a rule book, the recommended one where none is named, and compares it with its file.
fn plays_as_before(id: &str, book: Option<&str>, name: &str) {
    let game = Library::new(None).game(id, book, None).expect("every level has a rule book");
    let mut played = Match::new(game, 2025);
    let mut opponents = everywhere(&played, Difficulty::default().into());
    run(&mut played, &mut opponents);
    assert!(played.is_over(), "{name} does not end");
    let text = playthrough(&played);
    assert!(text.lines().count() <= MOST_LINES, "{name}: {} lines", text.lines().count());
    insta::with_settings!({ snapshot_path => "../golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn every_level_plays_as_before() {
    for entry in Library::new(None).levels() {
        plays_as_before(&entry.id, None, &entry.id);
    }
}

#[test]
fn the_main_levels_play_as_before_under_the_full_rule_book() {
    for id in ["tokyo_2025", "busan_2025"] {
        plays_as_before(id, Some("full"), &format!("{id}_full"));
    }
}
