//! What bound the parties in a stretch of events, told in groups: promises, terms that took effect or ended, projects, threats.
//!
//! A promise broken by choice never stands in one group with one that could not be kept.

use bevy_egui::egui::Ui;

use crate::rules::command::{Answer, Ask};
use crate::rules::event::{Event, LapseCause, ObligationStatus};
use crate::rules::game::Game;
use crate::rules::ids::PartyId;
use crate::rules::position::Position;
use crate::screens::pages::{Page, Term, Word};
use crate::theme::widgets::{caption, prose, rule};
use crate::theme::{Tone, tokens};
use crate::words::Words;
use crate::words::tell::Teller;

/// What lines are about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Group {
    /// Promises made, kept or put off.
    Promises,
    /// Promises broken by choice.
    Broken,
    /// Promises that could not be kept.
    Failed,
    /// Terms that took effect or ended by what the pact itself says.
    Terms,
    /// Money freed, projects placed, cash paid.
    Projects,
    /// Threats made, mediated in and ended.
    Threats,
}

/// Lines of one group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chapter {
    /// What they are about.
    pub group: Group,
    /// The same in words, which lead to a page.
    pub heading: Term,
    /// What a reader should know of them; empty for nothing.
    pub note: String,
    /// How they strike a reader.
    pub tone: Tone,
    /// The lines, in order.
    pub lines: Vec<String>,
}

impl Group {
    fn heading(self) -> &'static str {
        match self {
            Self::Promises => "told-promises",
            Self::Broken => "told-broken",
            Self::Failed => "told-failed",
            Self::Terms => "told-terms",
            Self::Projects => "told-projects",
            Self::Threats => "told-threats",
        }
    }

    fn note(self) -> Option<&'static str> {
        match self {
            Self::Broken => Some("told-broken-note"),
            Self::Failed => Some("told-failed-note"),
            _ => None,
        }
    }

    fn of(event: &Event) -> Option<Self> {
        Some(match event {
            Event::Promised(_) => Self::Promises,
            Event::Delivered { status, .. } => match status {
                ObligationStatus::Broken => Self::Broken,
                ObligationStatus::Failed => Self::Failed,
                _ => Self::Promises,
            },
            Event::TookEffect { .. } => Self::Terms,
            Event::Lapsed { cause, .. } => match cause {
                LapseCause::Broken(_) => Self::Broken,
                LapseCause::Failed(_) => Self::Failed,
                LapseCause::Condition | LapseCause::Sunset | LapseCause::SnapBack(_) => Self::Terms,
            },
            Event::Tranche { money: 0, .. } => return None,
            Event::Tranche { .. } | Event::Placed { .. } | Event::Paid { .. } => Self::Projects,
            Event::Answered { ask: Ask::Object(..), answer: Answer::Yes, .. }
            | Event::Answered { ask: Ask::Overrule(..), .. } => Self::Projects,
            Event::Threatened(_) | Event::Mediated { .. } | Event::ThreatEnded { .. } => Self::Threats,
            _ => return None,
        })
    }
}

/// Whether an event is what a measure did, which a page of one round tells with the measure.
fn is_measure(event: &Event) -> bool {
    matches!(event, Event::Threatened(_) | Event::Mediated { .. })
}

/// How lines are told.
#[derive(Clone, Copy, Debug)]
pub struct Way<'a> {
    /// The words.
    pub words: &'a Words,
    /// The level under its rule book.
    pub game: &'a Game,
    /// The party that reads, if any.
    pub reader: Option<PartyId>,
    /// Whether each line says its round.
    pub dated: bool,
}

impl Way<'_> {
    /// Tells events from where things stood before them. Groups without a line are left out.
    #[must_use]
    pub fn chapters(&self, before: &Position, events: &[Event]) -> Vec<Chapter> {
        let mut at = before.clone();
        let mut chapters: Vec<Chapter> = Vec::new();
        for event in events {
            if let Some(group) = Group::of(event).filter(|_| self.dated || !is_measure(event)) {
                let line = self.line(&at, event);
                match chapters.iter_mut().find(|chapter| chapter.group == group) {
                    Some(chapter) => chapter.lines.push(line),
                    None => chapters.push(self.chapter(group, line)),
                }
            }
            at.apply(self.game, event);
        }
        chapters.sort_by_key(|chapter| chapter.group);
        chapters
    }

    fn line(&self, at: &Position, event: &Event) -> String {
        let text = Teller::new(self.words, self.game, at, self.reader).event(event);
        if !self.dated {
            return text;
        }
        self.words.text("told-dated", &[("round", at.round.0.into()), ("text", text.into())])
    }

    fn chapter(&self, group: Group, line: String) -> Chapter {
        Chapter {
            group,
            heading: Term::new(self.words, group.page(), self.words.get(group.heading())),
            note: group.note().map(|key| self.words.get(key)).unwrap_or_default(),
            tone: match group {
                Group::Broken | Group::Failed => Tone::Bad,
                _ => Tone::Plain,
            },
            lines: vec![line],
        }
    }
}

impl Group {
    /// The page that says more of it.
    fn page(self) -> Page {
        Page::Word(match self {
            Self::Promises | Self::Broken | Self::Failed => Word::Promise,
            Self::Terms => Word::Pact,
            Self::Projects => Word::Pledge,
            Self::Threats => Word::Threat,
        })
    }
}

/// Draws a group under a rule of its own.
pub fn chapter(ui: &mut Ui, chapter: &Chapter) {
    rule(ui);
    ui.add_space(tokens::GAP_SMALL);
    chapter.heading.head_in(ui, if chapter.tone == Tone::Plain { Tone::Quiet } else { chapter.tone });
    for line in &chapter.lines {
        prose(ui, line);
    }
    if !chapter.note.is_empty() {
        caption(ui, &chapter.note);
    }
}

/// What a seat has seen since the decisions of a round: where things stood then, and what followed.
#[must_use]
pub fn since_decisions<'a>(game: &Game, log: &'a [Event]) -> (Position, &'a [Event]) {
    let begun = log.iter().rposition(|event| matches!(event, Event::RoundBegan(_))).unwrap_or(0);
    let decided = log.get(begun..).unwrap_or_default().iter().rposition(decides);
    let from = decided.map_or(begun, |at| begun + at + 1);
    let (past, rest) = log.split_at(from.min(log.len()));
    let mut at = Position::new(game);
    for event in past {
        at.apply(game, event);
    }
    (at, rest)
}

/// Whether an event belongs to the talks or to the picking of measures.
fn decides(event: &Event) -> bool {
    matches!(
        event,
        Event::TalksBegan
            | Event::Turn(_)
            | Event::Offered(_)
            | Event::Accepted { .. }
            | Event::Declined { .. }
            | Event::Withdrawn(_)
            | Event::Spoke { .. }
            | Event::Passed(_)
            | Event::Signed(_)
            | Event::MeasuresBegan
            | Event::MeasurePicked { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::play::Match;
    use crate::rules::command::{Command, Measure};
    use crate::rules::event::Obligation;
    use crate::rules::ids::{PactId, Round};
    use crate::rules::position::Phase;
    use crate::storage::Library;

    /// Breaking and failing are told apart, whoever reads and in whichever order they came.
    #[test]
    fn a_breach_and_a_failure_never_share_a_group() {
        let game = Library::default().game("tokyo_2025", Some("full"), None).unwrap();
        let words = Words::english();
        let issue = |name: &str| game.level.issue_named(name).unwrap();
        let by = |name: &str| game.level.party_named(name).unwrap();
        let (pact, due) = (PactId(0), Round(4));
        let owed = |name: &str, party: &str| {
            Event::Promised(Obligation {
                pact,
                issue: issue(name),
                by: by(party),
                due,
                delayed: false,
                status: ObligationStatus::Owed,
            })
        };
        let became = |name: &str, status| Event::Delivered { pact, issue: issue(name), status, due };
        let events = [
            owed("facility", "japan"),
            owed("tariff_japan", "us"),
            owed("defence", "japan"),
            became("facility", ObligationStatus::Failed),
            became("tariff_japan", ObligationStatus::Broken),
            became("defence", ObligationStatus::Kept),
        ];
        for reader in [None, Some(by("japan"))] {
            let way = Way { words: &words, game: &game, reader, dated: true };
            let chapters = way.chapters(&Position::new(&game), &events);
            let groups: Vec<(Group, usize)> = chapters.iter().map(|c| (c.group, c.lines.len())).collect();
            assert_eq!(groups, [(Group::Promises, 4), (Group::Broken, 1), (Group::Failed, 1)]);
            let all = format!("{chapters:?}");
            assert!(!all.contains("[t") && !all.contains("{$"), "{all}");
        }
    }

    #[test]
    fn what_follows_the_decisions_begins_after_the_last_of_them() {
        let game = Library::default().game("tokyo_2025", Some("full"), None).unwrap();
        let mut play = Match::new(game.clone(), 5);
        let seat = game.level.party_named("us").unwrap();
        while play.truth().round.0 < 2 {
            let next = play.waiting_for().iter().next().unwrap();
            let command = match play.truth().phase {
                Phase::Measures => Command::Act(Measure::Nothing),
                _ => Command::Pass,
            };
            play.command(next, command).unwrap();
        }
        let log = &play.view(seat).log;
        let over = log.iter().position(|e| matches!(e, Event::RoundEnded(_))).unwrap();
        let (at, rest) = since_decisions(&game, &log[..=over]);
        assert_eq!(at.round, Round(1));
        assert!(matches!(rest.first(), Some(Event::MeasureRevealed { .. })), "{rest:?}");
        assert!(!rest.iter().any(decides));
    }
}
