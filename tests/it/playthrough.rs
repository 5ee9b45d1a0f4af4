//! Golden playthroughs: a game among computer opponents for each level, in words that this file makes itself.
//!
//! After a change on purpose, run with `INSTA_UPDATE=always` and read the difference.

use rare_terms::opponents::Difficulty;
use rare_terms::play::Match;
use rare_terms::play::auto::run;
use rare_terms::play::simulate::baseline_for_all;
use rare_terms::rules::command::{Measure, Reason, Statement};
use rare_terms::rules::event::{Event, PactStatus};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{IssueId, OfferId, OptionId, PactId, PartyId, PartySet, Points};
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
        let terms: Vec<String> = package.terms().map(|(issue, option)| self.term(issue, option)).collect();
        terms.join("; ")
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
        })
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
        game.record().seed
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

#[test]
fn every_level_plays_as_before() {
    let library = Library::new(None);
    for entry in library.levels() {
        let game = library.game(&entry.id, None, None).expect("every level has a rule book");
        let mut played = Match::new(game, 2025);
        let mut opponents = baseline_for_all(&played, Difficulty::default());
        run(&mut played, &mut opponents);
        assert!(played.is_over(), "{} does not end", entry.id);
        let text = playthrough(&played);
        assert!(text.lines().count() <= MOST_LINES, "{}: {} lines", entry.id, text.lines().count());
        insta::with_settings!({ snapshot_path => "../golden", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(entry.id.as_str(), text);
        });
    }
}
