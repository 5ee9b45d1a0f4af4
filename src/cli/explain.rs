//! `explain`: why computer opponents did what they did, in a game that is over.

use super::args::ExplainArgs;
use super::kept::Kept;
use super::out::{CliError, Out, Verdict};
use super::replay::{entries_at, opened, retold};
use super::seats::party_named;
use crate::opponents::{Aims, Bar, Explanation, Pick, Search, Why};
use crate::play::retelling::Done;
use crate::play::why::{Decision, Whys};
use crate::rules::command::{Command, Measure};
use crate::rules::game::Game;
use crate::rules::ids::{ArchetypeId, PartyId, Points};
use crate::words::tell::{Story, Teller};
use crate::words::{Arg, Words};

/// Explains every decision of the computer opponents of a game, or those that were asked for.
pub(super) fn explain(
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &ExplainArgs,
) -> Result<Verdict, CliError> {
    let asked = kept.find(words, &wanted.file)?;
    let (record, verdict) = kept.open(words, &asked)?;
    let replay = opened(words, &record)?;
    if !replay.is_over() {
        return Err(CliError::Said(words.get("why-open")));
    }
    let game = replay.now().game().clone();
    let party = wanted.party.as_deref().map(|name| party_named(words, &game, name)).transpose()?;
    let told = retold(words, &replay, None)?;
    if let Some(at) = wanted.at {
        entries_at(words, &told, at)?;
    }
    let mut whys = Whys::of(&replay).map_err(|error| CliError::Said(error.to_string()))?;
    let mut story = Story::new(&game, None);
    for event in &told.opening {
        story.tell(words, &game, event);
    }
    let mut any = false;
    let mut believed: Vec<Believed> = Vec::new();
    let mut log = told.opening.clone();
    for (number, moment) in told.moments.iter().enumerate() {
        let asked_for = wanted.at.is_none_or(|at| at == number + 1);
        let decision = if asked_for { moment.entries.checked_sub(1).and_then(|e| whys.why(e)) } else { None };
        if let Some(decision) = decision.filter(|one| party.is_none_or(|party| party == one.by)) {
            any = true;
            let wording = Wording { words, game: &game, teller: story.teller(words, &game) };
            out.lines(wording.decision(number + 1, &decision))?;
            out.lines(wording.beliefs(&mut believed, &decision))?;
        }
        match &moment.what {
            Done::Order(events) => {
                for event in events {
                    story.tell(words, &game, event);
                }
                log.extend_from_slice(events);
            }
            Done::TakenBack { standing, .. } => {
                log.truncate(*standing);
                story = Story::new(&game, None);
                for event in &log {
                    story.tell(words, &game, event);
                }
            }
            Done::BrokeDown(_) => {}
        }
    }
    if !any {
        out.line(words.get("why-none"))?;
    }
    Ok(verdict)
}

/// What a party believed of others when that was told last.
type Believed = (PartyId, Vec<(PartyId, Vec<i64>)>);

/// Puts explanations into sentences.
struct Wording<'a> {
    words: &'a Words,
    game: &'a Game,
    teller: Teller<'a>,
}

impl Wording<'_> {
    fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.text(key, args)
    }

    fn decision(&self, number: usize, decision: &Decision) -> Vec<String> {
        let (by, why) = (decision.by, &decision.explanation);
        let party = ("party", self.teller.party(by).into());
        let command = ("command", self.teller.command(by, &decision.done).into());
        let mut lines = vec![self.text("why-decision", &[("number", number.into()), party, command])];
        if !decision.holds() {
            lines.push(self.words.get("why-otherwise"));
            return lines;
        }
        lines.push(self.why(by, why));
        lines.extend(why.aims.map(|aims| self.aims(by, &aims)));
        lines.extend(why.gives.map(|gives| self.text("why-gives", &[self.points("points", gives)])));
        if why.search.is_none() {
            lines.extend(why.alternative.as_ref().map(|other| self.alternative(by, &why.command, other)));
        }
        lines.extend(why.search.as_ref().and_then(|search| self.search(by, &why.command, search)));
        lines
    }

    /// What was believed, where it has changed since that was told.
    fn beliefs(&self, told: &mut Vec<Believed>, decision: &Decision) -> Vec<String> {
        let now = &decision.explanation.beliefs;
        let before = told.iter().find(|(by, _)| *by == decision.by).map(|(_, before)| before);
        let same = |one: &&(PartyId, Vec<i64>)| before.is_some_and(|before| before.contains(one));
        let lines = now.iter().filter(|one| !same(one)).map(|(of, odds)| self.belief(*of, odds)).collect();
        told.retain(|(by, _)| *by != decision.by);
        told.push((decision.by, now.clone()));
        lines
    }

    fn points(&self, name: &'static str, points: Points) -> (&'static str, Arg<'static>) {
        (name, self.teller.points(points).into())
    }

    fn why(&self, by: PartyId, why: &Explanation) -> String {
        let reason = |reason| ("reason", self.teller.reason(by, reason).into());
        match why.why {
            Why::Enough(points, bar) => {
                let key = match bar {
                    Bar::Aim => "why-enough-aim",
                    Bar::OwnNext => "why-enough-own",
                    Bar::Least => "why-enough-least",
                };
                self.text(key, &[self.points("points", points)])
            }
            Why::Refuses(because) => self.text("why-refuses", &[reason(because)]),
            Why::Puts { pick, refuses } => {
                let pick = self.words.get(match pick {
                    Pick::Product => "why-puts-product",
                    Pick::Nearest => "why-puts-nearest",
                    Pick::Promise => "why-puts-promise",
                    Pick::PromiseFirst => "why-puts-first",
                });
                match refuses {
                    Some(because) => self.text("why-counters", &[reason(because), ("pick", pick.into())]),
                    None => pick,
                }
            }
            Why::Nothing(because) => self.text("why-nothing", &[reason(because)]),
            Why::Waits => self.words.get("why-waits"),
            Why::Says => self.words.get("why-says"),
            Why::Alone => self.words.get(alone(&why.command)),
            Why::Answers => self.words.get("why-answers"),
            Why::PlayedOut => self.words.get("why-played-out"),
        }
    }

    fn aims(&self, by: PartyId, aims: &Aims) -> String {
        let with = ("parties", self.teller.parties(aims.parties.without(by)).into());
        let figures = [
            with,
            self.points("target", aims.target),
            self.points("least", aims.least),
            self.points("none", aims.no_deal),
            self.points("ideal", aims.ideal),
        ];
        self.text("why-aims", &figures)
    }

    fn alternative(&self, by: PartyId, done: &Command, (command, points): &(Command, Points)) -> String {
        let key = match (done, command) {
            (_, Command::Accept(_)) => "why-refused",
            (Command::Accept(_), _) => "why-instead-ask",
            _ => "why-instead",
        };
        let command = ("command", self.teller.command(by, command).into());
        self.text(key, &[command, self.points("points", *points)])
    }

    fn search(&self, by: PartyId, done: &Command, search: &Search) -> Option<String> {
        let own = search.own(done)?;
        let (next, points) = search.next(done)?;
        let games = [("games", search.games.into()), ("commands", search.thoughts.len().into())];
        let [games, commands] = games;
        let next = ("next", self.teller.command(by, next).into());
        let figures = [games, commands, self.points("points", own), next, self.points("second", *points)];
        Some(self.text("why-search", &figures))
    }

    /// What it believed of a party, what is likeliest first.
    fn belief(&self, of: PartyId, odds: &[i64]) -> String {
        let mut mandates: Vec<(i64, usize)> = odds.iter().enumerate().map(|(at, odds)| (-odds, at)).collect();
        mandates.sort_unstable();
        let mandates = mandates.into_iter().map(|(odds, at)| {
            let mandate = self.teller.mandate(of, ArchetypeId::from_index(at));
            let named = mandate.unwrap_or_else(|| {
                self.game.level.parties[of].archetypes.get(at).map(|m| m.id.clone()).unwrap_or_default()
            });
            self.text("why-mandate", &[("mandate", named.into()), ("percent", (-odds).into())])
        });
        let mandates = self.teller.all_of(mandates.collect());
        let party = ("party", self.teller.party(of).into());
        self.text("why-believes", &[party, ("mandates", mandates.into())])
    }
}

/// Why it does something alone.
fn alone(command: &Command) -> &'static str {
    let Command::Act(measure) = command else { return "why-alone" };
    match measure {
        Measure::Nothing => "why-alone-nothing",
        Measure::Move { .. } => "why-alone-move",
        Measure::Lobby(_) => "why-alone-lobby",
        Measure::BuildStock(_) | Measure::FundCapacity(_) => "why-alone-build",
        Measure::Threat(..) => "why-alone-threat",
        Measure::SnapBack(_) => "why-alone-snap",
        Measure::Break(_) => "why-alone",
    }
}
