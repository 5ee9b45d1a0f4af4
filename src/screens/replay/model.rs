//! What a replay shows of a moment: only what the eyes it is looked at with may know.

use super::State;
use crate::rules::command::Measure;
use crate::rules::event::{Event, SupportCause};
use crate::rules::game::Game;
use crate::rules::record::Seat;
use crate::screens::wording::{PartyName, score, stop};
use crate::session::Rerun;
use crate::session::rerun::{Eye, Told};
use crate::words::Words;

/// Eyes that it can be looked at with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Look {
    pub(super) label: String,
    pub(super) party: Option<PartyName>,
    pub(super) chosen: bool,
}

/// A sentence of the story.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Line {
    /// A round begins.
    Round(String),
    /// Something happened.
    Plain(String),
    /// It was ordered and taken back.
    Undone(String),
}

/// A round's mark on the bar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Mark {
    pub(super) at: usize,
    pub(super) label: String,
    pub(super) spoken: String,
}

/// Who may play on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Seats {
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) parties: Vec<(PartyName, Vec<String>, usize)>,
    pub(super) begin: String,
    pub(super) off: Option<String>,
    pub(super) failed: Option<String>,
    pub(super) cancel: String,
}

/// What a replay shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Model {
    pub(super) title: String,
    pub(super) level: String,
    pub(super) moment: String,
    pub(super) place: String,
    pub(super) looks_label: String,
    pub(super) looks: Vec<Look>,
    pub(super) looks_note: String,
    pub(super) lines: Vec<Line>,
    pub(super) story_label: String,
    pub(super) undone_label: String,
    pub(super) force_label: String,
    pub(super) force: Vec<(String, String)>,
    pub(super) scores_label: String,
    pub(super) scores: Vec<(PartyName, String)>,
    pub(super) at: usize,
    pub(super) last: usize,
    pub(super) marks: Vec<Mark>,
    pub(super) bar: String,
    pub(super) runs: bool,
    pub(super) run: String,
    pub(super) step_back: String,
    pub(super) step_on: String,
    /// Why one cannot step back, or on.
    pub(super) back_off: Option<String>,
    pub(super) on_off: Option<String>,
    pub(super) paces: Vec<(String, bool)>,
    pub(super) pace: usize,
    pub(super) play_on: String,
    pub(super) play_on_off: Option<String>,
    pub(super) back: String,
    pub(super) fork: Option<Seats>,
}

impl Model {
    pub(super) fn of(words: &Words, rerun: &Rerun, state: &State) -> Self {
        let game = rerun.game();
        let position = rerun.position();
        let name = |party| PartyName::of(game, party);
        let (at, last) = (rerun.at(), rerun.last());
        let looks = rerun.eyes().into_iter().map(|eye| Look {
            label: match eye {
                Eye::Seat(seat) => game.level.parties[seat].name.clone(),
                Eye::All => words.get("replay-all"),
            },
            party: match eye {
                Eye::Seat(seat) => Some(name(seat)),
                Eye::All => None,
            },
            chosen: eye == rerun.eye(),
        });
        let moment = words.text("replay-moment", &[("at", at.into()), ("last", last.into())]);
        let place = words.text(
            "replay-place",
            &[
                ("round", position.round.0.max(1).into()),
                ("rounds", game.level.last_round().0.into()),
                ("stop", stop(words, game, position.round).into()),
            ],
        );
        Self {
            title: words.get("replay-title"),
            level: game.level.title.clone(),
            bar: format!("{}, {moment}. {place}", words.get("replay-bar")),
            moment,
            place,
            looks_label: words.get("replay-looks"),
            looks: looks.collect(),
            looks_note: words.get(if rerun.is_over() { "replay-looks-over" } else { "replay-looks-own" }),
            lines: lines(words, game, rerun.story(words)),
            story_label: words.get("replay-story"),
            undone_label: words.get("replay-undone"),
            force_label: words.get("news-force"),
            force: game
                .issue_ids()
                .map(|issue| {
                    let option = game.level.choice(issue, position.option(issue));
                    (game.level.issue(issue).name.clone(), option.name.clone())
                })
                .collect(),
            scores_label: words.get("replay-scores"),
            scores: rerun
                .scores()
                .into_iter()
                .map(|(party, points)| (name(party), score(game, points)))
                .collect(),
            at,
            last,
            marks: rerun
                .rounds()
                .into_iter()
                .map(|(round, at)| Mark {
                    at,
                    label: round.0.max(1).to_string(),
                    spoken: words.text("replay-round", &[("round", round.0.max(1).into())]),
                })
                .collect(),
            runs: rerun.runs(),
            run: words.get(match rerun.runs() {
                true => "replay-halt",
                false if at >= last => "replay-run-again",
                false => "replay-run",
            }),
            step_back: words.get("replay-step-back"),
            step_on: words.get("replay-step-on"),
            back_off: (at == 0).then(|| words.get("replay-at-start")),
            on_off: (at >= last).then(|| words.get("replay-at-end")),
            paces: ["replay-slow", "replay-plain", "replay-fast"]
                .into_iter()
                .enumerate()
                .map(|(index, key)| (words.get(key), index == state.pace))
                .collect(),
            pace: state.pace,
            play_on: words.get("replay-play-on"),
            play_on_off: rerun.over_here().then(|| words.get("replay-play-on-over")),
            back: words.get("back"),
            fork: state.fork.as_ref().map(|fork| seats(words, game, rerun, fork, state)),
        }
    }
}

fn seats(words: &Words, game: &Game, rerun: &Rerun, fork: &super::Fork, state: &State) -> Seats {
    let choice = |seat: &Seat| match seat {
        Seat::Person(person) if !person.name.is_empty() => person.name.clone(),
        Seat::Person(_) | Seat::Open => words.get("replay-seat-person"),
        Seat::Opponent(how) => words.opponent(how),
    };
    let parties = game.level.everyone().iter().zip(fork.parties()).map(|(party, (choices, chosen))| {
        (PartyName::of(game, party), choices.iter().map(choice).collect(), *chosen)
    });
    Seats {
        title: words.get("replay-fork-title"),
        lead: words.text("replay-fork-lead", &[("round", rerun.position().round.0.max(1).into())]),
        parties: parties.collect(),
        begin: words.get("replay-fork-begin"),
        off: fork.seats().is_none().then(|| words.get("replay-fork-nobody")),
        failed: state.failed.clone(),
        cancel: words.get("cancel"),
    }
}

fn lines(words: &Words, game: &Game, story: Vec<Told>) -> Vec<Line> {
    let mut lines = Vec::new();
    for told in story {
        match told.event {
            None => lines.push(Line::Undone(told.text)),
            Some(Event::RoundBegan(round)) => lines.push(Line::Round(words.text(
                "replay-round-at",
                &[("round", round.0.into()), ("stop", stop(words, game, round).into())],
            ))),
            Some(event) if worth_telling(&event) => lines.push(Line::Plain(told.text)),
            Some(_) => {}
        }
    }
    lines
}

/// Whether an event moves a story on.
fn worth_telling(event: &Event) -> bool {
    !matches!(
        event,
        Event::TalksBegan
            | Event::Turn(_)
            | Event::MeasuresBegan
            | Event::MeasurePicked { .. }
            | Event::MeasureRevealed { measure: Measure::Nothing, .. }
            | Event::CapitalMoved { .. }
            | Event::LobbyMoved { .. }
            | Event::SupportMoved { cause: SupportCause::Drift, .. }
            | Event::StockMoved { short: false, .. }
            | Event::RoundEnded(_)
    )
}
