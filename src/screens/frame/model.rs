//! What the frame shows.

use crate::rules::event::Event;
use crate::rules::game::Game;
use crate::rules::ids::{PartySet, Round};
use crate::rules::rulebook::Costs;
use crate::screens::Intent;
use crate::screens::wording::{PartyName, list, stop, who};
use crate::session::{Notice, Page, Session};
use crate::theme::widgets::StopState;
use crate::words::{Words, nested};

/// Most headlines on the news line.
const HEADLINES: usize = 8;

/// A stop of the calendar.
pub(super) struct CalendarStop {
    pub(super) label: String,
    pub(super) spoken: String,
    pub(super) state: StopState,
}

/// Why the page can be left, and the button that does.
pub(super) struct Banner {
    pub(super) text: String,
    pub(super) button: String,
    /// Whether it is the main action of the screen.
    pub(super) main: bool,
    pub(super) intent: Intent,
}

/// What has to be told besides the game.
pub(super) struct Told {
    pub(super) text: String,
    /// A way to make it good, if there is one here.
    pub(super) again: Option<String>,
    pub(super) dismiss: String,
    /// What taking notice of it is.
    pub(super) dismissed: Intent,
}

impl Told {
    /// What has to be told of settings, on every screen.
    pub(super) fn of_settings(words: &Words, text: &str) -> Self {
        Self {
            text: text.to_owned(),
            again: None,
            dismiss: words.get("notice-dismiss"),
            dismissed: Intent::DismissSettings,
        }
    }
}

/// Taking back the last thing that was done.
pub(super) struct TakeBack {
    pub(super) label: String,
    pub(super) note: String,
    /// Why it stays.
    pub(super) off: Option<String>,
}

/// What the frame shows.
pub(super) struct Model {
    pub(super) game: String,
    pub(super) level: String,
    pub(super) party: PartyName,
    pub(super) seat: String,
    pub(super) stops: Vec<CalendarStop>,
    /// All stops in a sentence.
    pub(super) calendar: String,
    pub(super) round: String,
    /// Political capital, where it buys anything, and what it is.
    pub(super) capital: Option<(String, String)>,
    pub(super) news_label: String,
    pub(super) news: Vec<String>,
    /// Who is waited for.
    pub(super) status: Option<String>,
    pub(super) banner: Option<Banner>,
    pub(super) told: Option<Told>,
    pub(super) take_back: Option<TakeBack>,
    pub(super) help: String,
    pub(super) menu: String,
}

impl Model {
    pub(super) fn of(session: &Session) -> Self {
        let (game, words, view) = (session.game(), session.words(), session.view());
        let seat = session.seat();
        let round = session.view().position.round;
        let name = |party| game.level.parties[party].name.clone();
        let thinking = session.thinking().map(name);
        let status = if session.watching() && session.page() != Page::Result {
            Some(words.get("frame-watching"))
        } else if let (true, Some(name)) = (session.busy(), thinking) {
            Some(words.text("frame-waiting", &[("party", name.into())]))
        } else {
            None
        };
        let over = session.page() == Page::Result;
        let now = (round.0.max(1), game.level.last_round().0);
        Self {
            game: words.get("title"),
            level: game.level.title.clone(),
            party: PartyName::of(game, seat),
            seat: words.text("frame-seat", &[("party", (&game.level.parties[seat].name).into())]),
            stops: stops(words, game, round, over),
            calendar: words.text(
                if over { "frame-calendar-over" } else { "frame-calendar" },
                &[
                    ("round", now.0.into()),
                    ("rounds", now.1.into()),
                    ("stop", stop(words, game, Round(now.0)).into()),
                    ("left", now.1.saturating_sub(now.0).into()),
                ],
            ),
            round: words.text("frame-round", &[("round", now.0.into()), ("rounds", now.1.into())]),
            capital: costs_anything(&game.rules.costs).then(|| {
                let now = view.position.capital[seat];
                let income = game.level.parties[seat].income;
                (
                    words.text("frame-capital", &[("capital", now.into())]),
                    words.text("frame-capital-note", &[("income", income.into())]),
                )
            }),
            news_label: words.get("frame-news"),
            news: headlines(words, game, &view.log),
            status,
            banner: banner(session),
            told: session.notice().map(|notice| told(session, notice)),
            take_back: session.acts().then(|| TakeBack {
                label: words.get("take-back"),
                note: words.get("take-back-note"),
                off: session.stays(),
            }),
            help: words.get("help-title"),
            menu: words.get("frame-menu"),
        }
    }
}

fn banner(session: &Session) -> Option<Banner> {
    let words = session.words();
    if session.page() == Page::Talks && session.can_proceed() {
        return Some(Banner {
            text: words.get("frame-talks-over"),
            button: words.get("continue"),
            main: true,
            intent: Intent::Proceed,
        });
    }
    let next = session.next_person()?;
    let who = who(session, next);
    let waiting = session.busy();
    Some(Banner {
        text: match waiting {
            true => words.text("shared-waiting", &[("who", (&who).into())]),
            false => words.text("shared-turn", &[("who", (&who).into())]),
        },
        button: words.text("shared-pass", &[("who", who.into())]),
        // Whoever has not read the result comes before another game.
        main: waiting || session.page() == Page::Result,
        intent: Intent::PassOn,
    })
}

fn told(session: &Session, notice: Notice<'_>) -> Told {
    let (words, game) = (session.words(), session.game());
    let dismiss = words.get("notice-dismiss");
    match notice {
        Notice::NotKept(why) => Told {
            text: words.text("notice-not-kept", &[("why", why.into())]),
            again: Some(words.get("retry")),
            dismiss,
            dismissed: Intent::Dismiss,
        },
        Notice::BrokeDown(parties) => {
            let names: Vec<String> = parties.iter().map(|p| game.level.parties[p].name.clone()).collect();
            let names = list(words, &names);
            let text =
                words.text("notice-broke-down", &[("party", names.into()), ("count", parties.len().into())]);
            Told { text, again: None, dismiss, dismissed: Intent::Dismiss }
        }
    }
}

fn costs_anything(costs: &Costs) -> bool {
    *costs != Costs::default()
}

fn stops(words: &Words, game: &Game, round: Round, over: bool) -> Vec<CalendarStop> {
    (1..=game.level.last_round().0)
        .map(Round)
        .map(|at| {
            let (state, key) = match at.cmp(&round) {
                _ if over => (StopState::Past, "stop-past"),
                std::cmp::Ordering::Less => (StopState::Past, "stop-past"),
                std::cmp::Ordering::Equal => (StopState::Now, "stop-now"),
                std::cmp::Ordering::Greater => (StopState::Future, "stop-future"),
            };
            let whole = stop(words, game, at);
            let mut spoken = vec![words.text(key, &[("stop", whole.into())])];
            let label = game.level.rounds.get(at.index()).map_or_else(String::new, |stop| stop.name.clone());
            if let Some(stop) = game.level.rounds.get(at.index()) {
                spoken.push(stop.about.clone());
                if game.rules.on.calendar {
                    spoken.extend(tables(
                        words,
                        game,
                        &stop.tables.iter().map(|t| t.parties).collect::<Vec<_>>(),
                    ));
                }
            }
            spoken.retain(|line| !line.is_empty());
            CalendarStop { label, spoken: spoken.join("\n"), state }
        })
        .collect()
}

/// Who sits together at a stop.
fn tables(words: &Words, game: &Game, tables: &[PartySet]) -> Vec<String> {
    tables
        .iter()
        .map(|set| {
            let names: Vec<String> = set.iter().map(|p| game.level.parties[p].name.clone()).collect();
            words.text("frame-together", &[("parties", list(words, &names).into())])
        })
        .collect()
}

/// What stands on the news line, the newest first.
fn headlines(words: &Words, game: &Game, log: &[Event]) -> Vec<String> {
    log.iter().rev().filter_map(|event| headline(words, game, event)).take(HEADLINES).collect()
}

fn headline(words: &Words, game: &Game, event: &Event) -> Option<String> {
    let name = |party| game.level.parties[party].name.clone();
    let names = |set: PartySet| list(words, &set.iter().map(name).collect::<Vec<_>>());
    match event {
        Event::Happened(id) => Some(game.level.happening(*id).headline.clone()),
        Event::Signed(pact) => Some(match pact.communique.headline.and_then(|id| game.level.headline(id)) {
            Some(headline) => words.text(
                "frame-signed",
                &[("parties", names(pact.parties).into()), ("headline", nested(&headline.text).into())],
            ),
            None => words.text("frame-signed-plain", &[("parties", names(pact.parties).into())]),
        }),
        Event::Voided { refused, .. } => {
            Some(words.text("frame-voided", &[("parties", names(*refused).into())]))
        }
        Event::Collapsed(party) => Some(words.text("frame-collapsed", &[("party", name(*party).into())])),
        Event::IssueMoved { issue, option, by: None } => Some(words.text(
            "frame-moved",
            &[
                ("issue", (&game.level.issue(*issue).name).into()),
                ("option", (&game.level.choice(*issue, *option).name).into()),
            ],
        )),
        _ => None,
    }
}
