//! What the votes show.

use crate::rules::chamber::{Forecast, forecast_at};
use crate::rules::event::{Event, Pact, Vote};
use crate::rules::game::Game;
use crate::rules::ids::PactId;
use crate::rules::package::Proposal;
use crate::screens::changes::parties;
use crate::screens::pages::{Page, Term, Word};
use crate::screens::wording::PartyName;
use crate::session::Session;
use crate::theme::Tone;
use crate::view::View;
use crate::words::tell::Teller;
use crate::words::{Words, points, signed};

/// A bloc's vote.
pub(super) struct BlocRow {
    pub(super) name: String,
    pub(super) figure: String,
    pub(super) tone: Tone,
    pub(super) note: String,
    pub(super) seats: i64,
    pub(super) yes: i64,
}

/// A chamber's vote.
pub(super) struct House {
    pub(super) party: PartyName,
    pub(super) chamber: Term,
    pub(super) blocs: Vec<BlocRow>,
    pub(super) quorum: i64,
    pub(super) count: String,
    pub(super) caption: String,
    pub(super) spoken: String,
    pub(super) verdict: String,
    pub(super) passed: bool,
    /// What was forecast, and how it compares.
    pub(super) lines: Vec<(String, String, String)>,
    pub(super) note: Option<String>,
}

/// A pact and the chambers that vote on it.
pub(super) struct Ballot {
    pub(super) headline: String,
    pub(super) who: String,
    pub(super) terms: Vec<String>,
    pub(super) verdict: String,
    pub(super) passed: bool,
    pub(super) houses: Vec<House>,
}

/// What the votes show.
pub(super) struct Model {
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) ballots: Vec<Ballot>,
    pub(super) forward: String,
}

impl Model {
    pub(super) fn of(session: &Session) -> Self {
        let (game, words) = (session.game(), session.words());
        // The position that the chambers vote in: after the measures, before the first vote.
        let mut at = session.before().clone();
        let events = session.page_events();
        for event in events.iter().take_while(|event| !matches!(event, Event::Voted(_))) {
            at.fold(game, event);
        }
        let votes: Vec<&Vote> = events
            .iter()
            .filter_map(|event| match event {
                Event::Voted(vote) => Some(vote),
                _ => None,
            })
            .collect();
        let mut pacts: Vec<PactId> = votes.iter().map(|vote| vote.pact).collect();
        pacts.dedup();
        let ballots = pacts
            .iter()
            .filter_map(|id| {
                let pact = at.position.pact(*id)?;
                let votes: Vec<&Vote> = votes.iter().copied().filter(|vote| vote.pact == *id).collect();
                Some(ballot(words, game, &at, pact, &votes))
            })
            .collect();
        Self {
            title: words.get("votes-title"),
            lead: words.get("votes-lead"),
            ballots,
            forward: words.get("continue"),
        }
    }
}

fn ballot(words: &Words, game: &Game, at: &View, pact: &Pact, votes: &[&Vote]) -> Ballot {
    let passed = votes.iter().all(|vote| vote.passed);
    let headline = pact.communique.headline.and_then(|id| game.level.headline(id));
    let teller = Teller::new(words, game, &at.position, Some(at.seat));
    let terms = match &pact.package {
        Some(package) => {
            package.terms().map(|(issue, option)| teller.clausal_term(package, issue, option)).collect()
        }
        None => pact.issues.iter().map(|issue| game.level.issue(*issue).name.clone()).collect(),
    };
    let who = parties(words, game, pact.parties);
    Ballot {
        headline: headline.map_or_else(|| words.get("pact-plain"), |headline| headline.text.clone()),
        who: match &pact.package {
            Some(_) => words.text("votes-between", &[("parties", who.into())]),
            None => words.text("votes-between-others", &[("parties", who.into())]),
        },
        terms,
        verdict: words.get(if passed { "votes-pact-passed" } else { "votes-pact-failed" }),
        passed,
        houses: votes.iter().filter_map(|vote| house(words, game, at, pact, vote)).collect(),
    }
}

fn house(words: &Words, game: &Game, at: &View, pact: &Pact, vote: &Vote) -> Option<House> {
    let chamber = game.level.parties[vote.party].chamber.as_ref()?;
    let forecast = pact.package.as_ref().and_then(|package| {
        let proposal =
            Proposal { parties: pact.parties, package: package.clone(), communique: pact.communique.clone() };
        forecast_at(game, &at.position, vote.party, &proposal, pact.net)
    });
    let seats = chamber.seats();
    let caption = words.text("house-caption", &[("seats", seats.into()), ("quorum", vote.quorum.into())]);
    let margin = vote.yes - vote.quorum;
    let verdict = if vote.passed {
        words.text("votes-passed", &[("count", margin.into())])
    } else {
        words.text("votes-failed", &[("count", (-margin).into())])
    };
    Some(House {
        party: PartyName::of(game, vote.party),
        chamber: Term::new(words, Page::Word(Word::Chamber), &chamber.name),
        blocs: chamber
            .blocs
            .iter()
            .zip(&vote.blocs)
            .enumerate()
            .map(|(index, (bloc, (net, yes)))| {
                let parts = forecast.as_ref().and_then(|f| f.blocs.get(index));
                BlocRow {
                    name: bloc.name.clone(),
                    figure: words.text("votes-of", &[("yes", (*yes).into()), ("seats", bloc.seats.into())]),
                    tone: if *yes * 2 >= bloc.seats { Tone::Plain } else { Tone::Quiet },
                    note: note(words, *net, vote.swing, parts),
                    seats: bloc.seats,
                    yes: *yes,
                }
            })
            .collect(),
        quorum: vote.quorum,
        count: vote.yes.to_string(),
        spoken: words.text(
            "house-spoken",
            &[
                ("house", (&chamber.name).into()),
                ("yes", vote.yes.into()),
                ("seats", seats.into()),
                ("quorum", vote.quorum.into()),
                ("outcome", (&verdict).into()),
            ],
        ),
        caption,
        verdict,
        passed: vote.passed,
        lines: forecast.as_ref().map_or_else(Vec::new, |f| lines(words, chamber, f, vote)),
        note: forecast.is_none().then(|| words.get("votes-terms-later")),
    })
}

/// Where a bloc's attitude came from.
fn note(words: &Words, net: i64, swing: i64, parts: Option<&crate::rules::chamber::BlocView>) -> String {
    let line = |key: &str, value: i64| words.text(key, &[("net", signed(value, "").into())]);
    let mut lines = Vec::new();
    if let Some(parts) = parts {
        let each = [
            ("votes-base", parts.base),
            ("votes-terms", parts.terms),
            ("votes-backing", parts.backing),
            ("votes-lobbying", parts.lobbying),
            ("votes-mood", parts.mood),
        ];
        lines.extend(each.iter().filter(|(_, value)| *value != 0).map(|(key, value)| line(key, *value)));
    }
    if swing != 0 {
        lines.push(line("votes-swing", swing * 100));
    }
    lines.push(words.text("votes-net", &[("net", points(net).into())]));
    lines.join("\n")
}

fn lines(
    words: &Words,
    chamber: &crate::rules::level::Chamber,
    forecast: &Forecast,
    vote: &Vote,
) -> Vec<(String, String, String)> {
    let mut lines = vec![
        (words.get("votes-forecast"), forecast.yes.to_string(), {
            let (low, high) = forecast.range;
            words.text("votes-range", &[("low", low.into()), ("high", high.into())])
        }),
        (
            words.get("votes-chances"),
            words.text("votes-in-hundred", &[("chances", i64::from(forecast.chances()).into())]),
            words.get("votes-chances-note"),
        ),
        (
            words.get("votes-difference"),
            signed((vote.yes - forecast.yes) * 100, ""),
            words.text("votes-swing", &[("net", signed(vote.swing * 100, "").into())]),
        ),
    ];
    if let Some(bloc) = chamber.blocs.get(forecast.pivotal.index()) {
        lines.push((words.get("votes-pivotal"), bloc.name.clone(), words.get("votes-pivotal-note")));
    }
    lines
}
