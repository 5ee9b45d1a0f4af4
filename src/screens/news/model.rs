//! What the news shows.

use crate::rules::event::{EntryCause, ObligationStatus, OfferStatus, SupportCause};
use crate::rules::game::Game;
use crate::rules::ids::{HappeningId, PartyId, Points};
use crate::screens::changes::{Changes, parties};
use crate::screens::home::{Home, homes};
use crate::screens::pages::{Fact, Page, Term, Word};
use crate::screens::wording::{PartyName, change, score};
use crate::session::Session;
use crate::theme::Tone;
use crate::words::tell::Teller;
use crate::words::{Words, points, signed};

/// Something that happened, and what it did.
pub(super) struct Article {
    pub(super) headline: String,
    pub(super) about: String,
    pub(super) effects: Vec<String>,
}

/// What the news shows.
pub(super) struct Model {
    pub(super) place: String,
    pub(super) date: String,
    pub(super) lead: String,
    pub(super) tables: Vec<String>,
    pub(super) articles: Vec<Article>,
    pub(super) quiet: Option<String>,
    pub(super) moves_label: String,
    pub(super) moves: Vec<String>,
    pub(super) stand_label: String,
    pub(super) rows: Vec<Fact>,
    pub(super) homes_label: Term,
    pub(super) homes: Vec<Home>,
    pub(super) due_label: String,
    /// Promises and deadlines that fall due in this round.
    pub(super) due: Vec<(PartyName, String)>,
    pub(super) force_label: String,
    pub(super) force: Vec<Fact>,
    pub(super) ready: String,
}

impl Model {
    pub(super) fn of(session: &Session) -> Self {
        let (game, words, view) = (session.game(), session.words(), session.view());
        let changes = Changes::of(game, session.before(), session.page_events());
        let stop = game.level.rounds.get(view.position.round.index());
        let articles: Vec<Article> =
            changes.happened.iter().map(|id| article(words, game, &changes, *id)).collect();
        let moves: Vec<String> = changes
            .moves
            .iter()
            .map(|m| {
                words.text(
                    "news-moved",
                    &[
                        ("issue", (&game.level.issue(m.issue).name).into()),
                        ("was", (&game.level.choice(m.issue, m.was).name).into()),
                        ("now", (&game.level.choice(m.issue, m.now).name).into()),
                    ],
                )
            })
            .collect();
        let quiet = articles.is_empty() && moves.is_empty();
        Self {
            place: stop.map_or_else(String::new, |stop| stop.name.clone()),
            date: stop.map_or_else(String::new, |stop| stop.date.clone()),
            lead: stop.map_or_else(String::new, |stop| stop.about.clone()),
            tables: tables(session),
            articles,
            quiet: quiet.then(|| {
                words.get(if view.position.round.0 <= 1 { "news-quiet-first" } else { "news-quiet" })
            }),
            moves_label: words.get("news-moves"),
            moves,
            stand_label: words.get("news-stand"),
            rows: rows(session),
            homes_label: Term::new(words, Page::Word(Word::Support), words.get("home-support")),
            homes: if game.rules.on.events {
                homes(words, game, &session.before().position, &view.position)
            } else {
                Vec::new()
            },
            due_label: words.get("news-due"),
            due: due(session),
            force_label: words.get("news-force"),
            force: force(session),
            ready: words.get("news-ready"),
        }
    }
}

fn article(words: &Words, game: &Game, changes: &Changes, id: HappeningId) -> Article {
    let happening = game.level.happening(id);
    let name = |party: PartyId| game.level.parties[party].name.clone();
    let mut effects = Vec::new();
    for entry in changes.booked.iter().filter(|e| e.cause == EntryCause::Happening(id)) {
        let interest = &game.level.interests[entry.interest.index()].name;
        // Plain points: whoever reads them knows only the own mandate.
        let amount: Points = entry.amount.points(game.level.percent);
        effects.push(words.text(
            "news-points",
            &[
                ("party", name(entry.party).into()),
                ("interest", interest.into()),
                ("change", change(game, amount).into()),
            ],
        ));
    }
    for moved in changes.support.iter().filter(|s| s.cause == SupportCause::Happening(id)) {
        effects.push(words.text(
            "news-support",
            &[("party", name(moved.party).into()), ("change", signed(moved.by, "").into())],
        ));
    }
    Article { headline: happening.headline.clone(), about: happening.about.clone(), effects }
}

/// Who can sign with whom today.
fn tables(session: &Session) -> Vec<String> {
    let (game, words, view) = (session.game(), session.words(), session.view());
    if !game.rules.on.calendar {
        return Vec::new();
    }
    let tables = game.level.rounds.get(view.position.round.index()).map(|stop| &stop.tables);
    match tables {
        Some(tables) if !tables.is_empty() => tables
            .iter()
            .map(|t| words.text("frame-together", &[("parties", parties(words, game, t.parties).into())]))
            .collect(),
        _ => vec![words.get("news-no-table")],
    }
}

fn rows(session: &Session) -> Vec<Fact> {
    let (game, words) = (session.game(), session.words());
    let (before, view, seat) = (session.before(), session.view(), session.seat());
    let now = view.standpoint(game).no_deal()[seat.index()];
    let was = before.standpoint(game).no_deal()[seat.index()];
    let first = before.position.round.0 == 0;
    let mut rows = vec![Fact {
        label: words.get("news-no-deal"),
        figure: score(game, now),
        tone: Tone::Plain,
        note: if first || was == now {
            words.get("brief-no-deal-note")
        } else {
            words.text(
                "news-no-deal-note",
                &[("was", score(game, was).into()), ("change", change(game, now - was).into())],
            )
        },
        page: Some(Page::Word(Word::NoDeal)),
    }];
    if game.rules.costs != crate::rules::rulebook::Costs::default() {
        rows.push(Fact {
            label: words.get("brief-capital"),
            figure: view.position.capital[seat].to_string(),
            tone: Tone::Plain,
            note: words.text("frame-capital-note", &[("income", game.level.parties[seat].income.into())]),
            page: Some(Page::Word(Word::Capital)),
        });
    }
    if game.rules.on.minerals {
        for (resource, stock) in game.level.resources.iter().zip(&view.position.stocks) {
            let user = &game.level.parties[resource.user].name;
            rows.push(Fact {
                label: words
                    .text("news-stock", &[("party", user.into()), ("resource", (&resource.name).into())]),
                figure: if stock.short {
                    words.get("news-short")
                } else {
                    words.text("rounds-of-cover", &[("rounds", points(stock.left).into())])
                },
                tone: if stock.short { Tone::Bad } else { Tone::Plain },
                note: resource.about.clone(),
                page: None,
            });
        }
    }
    let cables = view
        .position
        .offers
        .iter()
        .filter(|o| o.status == OfferStatus::Open && o.from != seat && o.proposal.parties.has(seat))
        .count();
    if cables > 0 {
        rows.push(Fact {
            label: words.get("news-cables"),
            figure: cables.to_string(),
            tone: Tone::Plain,
            note: words.get("news-cables-note"),
            page: Some(Page::Word(Word::Offer)),
        });
    }
    rows
}

/// Promises that fall due at the Reckoning of this round, and threats whose deadline comes then.
fn due(session: &Session) -> Vec<(PartyName, String)> {
    let (game, at) = (session.game(), &session.view().position);
    let teller = Teller::new(session.words(), game, at, Some(session.seat()));
    let on = &game.rules.on;
    let owed = at
        .obligations
        .iter()
        .filter(|o| on.promises && o.status == ObligationStatus::Owed && o.due == at.round);
    let owed = owed.map(|owed| (PartyName::of(game, owed.by), teller.promised(owed.issue)));
    let threats = at.threats.iter().filter(|threat| on.threats && threat.due == Some(at.round));
    let threats = threats.map(|threat| {
        let by = game.level.threat(threat.threat).by;
        (PartyName::of(game, by), teller.standing_threat(threat))
    });
    owed.chain(threats).collect()
}

/// What is in force of each issue, and what is to come of itself.
fn force(session: &Session) -> Vec<Fact> {
    let (game, words, at) = (session.game(), session.words(), &session.view().position);
    game.issue_ids()
        .map(|issue| {
            let rule = game.level.issue(issue);
            let coming = at.coming(game, issue);
            let now = game.level.choice(issue, at.option(issue));
            let held = at.held_by(issue);
            let mut note = vec![rule.about.clone(), now.note.clone()];
            if let Some(change) = coming {
                note.push(words.text(
                    "news-coming",
                    &[
                        ("option", (&game.level.choice(issue, change.option).name).into()),
                        ("round", change.round.0.into()),
                        ("averts", change.unless_pact.len().into()),
                        ("parties", parties(words, game, change.unless_pact).into()),
                    ],
                ));
            }
            if let Some(pact) = held {
                let who = parties(words, game, pact.parties);
                note.push(words.text("news-held", &[("parties", who.into())]));
            }
            if let Some(waiting) = at.pending[issue.index()] {
                let option = &game.level.choice(issue, waiting).name;
                note.push(words.text("news-waits", &[("option", option.into())]));
            }
            note.retain(|line| !line.is_empty());
            let figure = match coming {
                Some(change) => words.text(
                    "news-then",
                    &[
                        ("now", (&now.name).into()),
                        ("then", (&game.level.choice(issue, change.option).name).into()),
                    ],
                ),
                None => now.name.clone(),
            };
            Fact {
                label: rule.name.clone(),
                figure,
                tone: Tone::Plain,
                note: note.join("\n"),
                page: Some(Page::Issue(issue)),
            }
        })
        .collect()
}
