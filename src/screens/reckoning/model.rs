//! What the reckoning shows.

use crate::rules::appraise::by_interest;
use crate::rules::command::Measure;
use crate::rules::event::{Event, PactStatus};
use crate::rules::game::Game;
use crate::rules::ids::{InterestId, PactId, PartyId};
use crate::rules::package::Package;
use crate::rules::position::Position;
use crate::rules::rulebook::Knowledge;
use crate::rules::standpoint::Standpoint;
use crate::screens::changes::{Changes, entry_cause, parties, support_cause};
use crate::screens::home::{Home, homes};
use crate::screens::pages::{Fact, Page, Term, Word};
use crate::screens::told::{Chapter, Way, since_decisions};
use crate::screens::wording::{PartyName, change, score, tone};
use crate::session::Session;
use crate::theme::Tone;
use crate::view::View;
use crate::words::{Words, signed, tell};

/// A pact and what became of it.
pub(super) struct Fate {
    pub(super) headline: String,
    pub(super) who: String,
    pub(super) terms: Vec<String>,
    pub(super) credit: String,
    pub(super) good: bool,
}

/// Lines that belong to a party.
pub(super) struct Account {
    pub(super) party: PartyName,
    pub(super) rows: Vec<Fact>,
}

/// What the reckoning shows.
pub(super) struct Model {
    pub(super) title: String,
    pub(super) place: String,
    pub(super) fallen: Vec<String>,
    pub(super) fates: Vec<Fate>,
    pub(super) nothing: Option<String>,
    pub(super) chapters: Vec<Chapter>,
    pub(super) measures_label: Term,
    pub(super) measures: Vec<(PartyName, String)>,
    pub(super) accounts_label: String,
    pub(super) accounts: Vec<Account>,
    pub(super) stand_label: String,
    pub(super) stand: Vec<Fact>,
    pub(super) homes_label: Term,
    pub(super) homes: Vec<Home>,
    pub(super) trust_label: Term,
    pub(super) trust: Vec<Fact>,
    pub(super) forward: String,
}

impl Model {
    pub(super) fn of(session: &Session) -> Self {
        let (game, words, view) = (session.game(), session.words(), session.view());
        // The votes and the questions of the Reckoning have pages of their own; this one sums all of it up.
        let (start, events) = since_decisions(game, &view.log);
        let before = View { seat: view.seat, position: start, log: Vec::new() };
        let changes = Changes::of(game, &before, events);
        let way = Way { words, game, reader: Some(session.seat()), dated: false };
        let chapters = way.chapters(&before.position, events);
        let round = view.position.round;
        let last = round >= game.level.last_round();
        let fates = fates(session);
        let term = |word, key: &str| Term::new(words, Page::Word(word), words.get(key));
        Self {
            title: words.text("reckoning-title", &[("round", round.0.into())]),
            place: crate::screens::wording::stop(words, game, round),
            fallen: changes
                .collapsed
                .iter()
                .map(|party| {
                    let key = if *party == session.seat() { "reckoning-you-fell" } else { "frame-collapsed" };
                    words.text(key, &[("party", (&game.level.parties[*party].name).into())])
                })
                .collect(),
            nothing: fates.is_empty().then(|| words.get("reckoning-nothing")),
            fates,
            chapters,
            measures_label: term(Word::Measure, "reckoning-measures"),
            measures: measures(session, &before.position),
            accounts_label: words.get("reckoning-accounts"),
            accounts: accounts(session, &changes),
            stand_label: words.get(if last { "reckoning-stand-last" } else { "reckoning-stand" }),
            stand: stand(session, &before, last),
            homes_label: term(Word::Support, "home-support"),
            homes: if game.rules.on.events {
                homes(words, game, &before.position, &view.position)
            } else {
                Vec::new()
            },
            trust_label: term(Word::Trust, "reckoning-trust"),
            trust: trust(words, game, &changes),
            forward: words.get(if last { "reckoning-result" } else { "reckoning-next" }),
        }
    }
}

fn fates(session: &Session) -> Vec<Fate> {
    let events = session.round_events();
    events
        .iter()
        .filter_map(|event| match event {
            Event::InForce { pact, package } => fate(session, *pact, Some(package)),
            Event::Voided { pact, .. } => fate(session, *pact, None),
            _ => None,
        })
        .collect()
}

fn fate(session: &Session, id: PactId, in_force: Option<&Package>) -> Option<Fate> {
    let (game, words, view) = (session.game(), session.words(), session.view());
    let pact = view.position.pact(id)?;
    let teller = tell::Teller::new(words, game, &view.position, None);
    let who = parties(words, game, pact.parties);
    let headline = pact.communique.headline.and_then(|id| game.level.headline(id));
    let terms = in_force.or(pact.package.as_ref()).map_or_else(Vec::new, |package| {
        package.terms().map(|(issue, option)| teller.clausal_term(package, issue, option)).collect()
    });
    let credit = if game.rules.on.communiques && pact.status == PactStatus::Stands {
        let shares: Vec<String> = pact
            .parties
            .iter()
            .map(|p| {
                words.text(
                    "credit-share",
                    &[
                        ("party", (&game.level.parties[p].name).into()),
                        ("share", pact.communique.credit[p].into()),
                    ],
                )
            })
            .collect();
        words.text("credit-split", &[("shares", shares.join(" \u{b7} ").into())])
    } else {
        String::new()
    };
    let key = if in_force.is_some() { "reckoning-in-force" } else { "reckoning-void" };
    Some(Fate {
        headline: headline.map_or_else(|| words.get("pact-plain"), |headline| headline.text.clone()),
        who: words.text(key, &[("parties", who.into())]),
        terms,
        credit,
        good: in_force.is_some(),
    })
}

fn measures(session: &Session, before: &Position) -> Vec<(PartyName, String)> {
    let game = session.game();
    session
        .round_events()
        .iter()
        .filter_map(|event| match event {
            Event::MeasureRevealed { by, measure } => {
                Some((PartyName::of(game, *by), measure_words(session, before, *by, *measure)))
            }
            _ => None,
        })
        .collect()
}

/// A measure in a sentence. A move is told by what it led to.
fn measure_words(session: &Session, before: &Position, by: PartyId, measure: Measure) -> String {
    let (game, words) = (session.game(), session.words());
    if let Measure::Move { issue, .. } = measure {
        let led = session.round_events().iter().find_map(|event| match event {
            Event::IssueMoved { issue: moved, option, by: Some(who) } if *moved == issue && *who == by => {
                Some(*option)
            }
            _ => None,
        });
        let name = &game.level.issue(issue).name;
        return match led {
            Some(option) => words.text(
                "reckoning-moved",
                &[("issue", name.into()), ("option", (&game.level.choice(issue, option).name).into())],
            ),
            None => words.text("reckoning-not-moved", &[("issue", name.into())]),
        };
    }
    tell::Teller::new(words, game, before, None).measure(by, measure)
}

/// What was booked and how support moved, by party, the person's first.
fn accounts(session: &Session, changes: &Changes) -> Vec<Account> {
    let (game, words, view) = (session.game(), session.words(), session.view());
    let seat = session.seat();
    let mut order: Vec<PartyId> = game.level.everyone().iter().collect();
    order.sort_by_key(|party| *party != seat);
    order
        .into_iter()
        .filter_map(|party| {
            let mut rows: Vec<Fact> = Vec::new();
            for entry in changes.booked.iter().filter(|entry| entry.party == party) {
                let value = entry.amount.points(game.level.percent);
                let interest = &game.level.interests[entry.interest.index()].name;
                rows.push(Fact {
                    label: capital(entry_cause(words, game, view, entry.cause)),
                    figure: words.text(
                        "reckoning-points",
                        &[("change", change(game, value).into()), ("interest", interest.into())],
                    ),
                    tone: tone(value),
                    note: words.get("reckoning-points-note"),
                    page: None,
                });
            }
            for moved in changes.support.iter().filter(|moved| moved.party == party) {
                rows.push(Fact {
                    label: support_cause(words, game, view, moved.cause),
                    figure: words.text("reckoning-support", &[("change", signed(moved.by, "").into())]),
                    tone: tone(moved.by),
                    note: words.get("reckoning-support-note"),
                    page: None,
                });
            }
            (!rows.is_empty()).then(|| Account { party: PartyName::of(game, party), rows })
        })
        .collect()
}

/// Some causes are worded for the middle of a sentence.
fn capital(text: String) -> String {
    let mut rest = text.chars();
    match rest.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(rest).collect(),
        _ => text,
    }
}

/// Where the person stands if nothing more is signed, and what moved it.
fn stand(session: &Session, before: &View, last: bool) -> Vec<Fact> {
    let (game, words) = (session.game(), session.words());
    let (view, seat) = (session.view(), session.seat());
    let (was, now) = (Standpoint::in_force(game, &before.position), view.standpoint(game));
    let mut rows = Vec::new();
    let no_deal = (was.no_deal(), now.no_deal());
    let mut line = |label: String, was: i64, now: i64, page: Page| {
        rows.push(Fact {
            label,
            figure: if was == now {
                score(game, now)
            } else {
                words.text("from-to", &[("from", score(game, was).into()), ("to", score(game, now).into())])
            },
            tone: match now.cmp(&was) {
                std::cmp::Ordering::Less => Tone::Bad,
                std::cmp::Ordering::Equal => Tone::Plain,
                std::cmp::Ordering::Greater => Tone::Good,
            },
            // After the last round nothing is left to be signed.
            note: if last { String::new() } else { words.get("brief-no-deal-note") },
            page: Some(page),
        });
    };
    let about = Page::Word(Word::Score);
    line(words.get("reckoning-your-score"), no_deal.0[seat.index()], no_deal.1[seat.index()], about);
    if game.level.interests.len() > 1 {
        let (then, today) = (by_interest(&was, seat, None), by_interest(&now, seat, None));
        for (at, (was, now)) in then.into_iter().zip(today).enumerate().take(game.level.interests.len()) {
            let page = Page::Interest(InterestId::from_index(at));
            line(game.level.interests[at].name.clone(), was, now, page);
        }
    }
    if game.knowledge == Knowledge::Transparent {
        for party in game.level.everyone().without(seat).iter() {
            let name = &game.level.parties[party].name;
            let label = words.text("reckoning-their-score", &[("party", name.into())]);
            line(label, no_deal.0[party.index()], no_deal.1[party.index()], about);
        }
    }
    rows
}

fn trust(words: &Words, game: &Game, changes: &Changes) -> Vec<Fact> {
    changes
        .trust
        .iter()
        .map(|moved| Fact {
            label: words.text(
                "reckoning-trust-in",
                &[
                    ("of", (&game.level.parties[moved.of].name).into()),
                    ("towards", (&game.level.parties[moved.towards].name).into()),
                ],
            ),
            figure: words.text("from-to", &[("from", moved.was.into()), ("to", moved.now.into())]),
            tone: tone(moved.now - moved.was),
            note: words.get("reckoning-trust-note"),
            page: None,
        })
        .collect()
}
