//! What the brief shows.

use super::bound::Bound;
use crate::rules::appraise::by_interest;
use crate::rules::game::Game;
use crate::rules::ids::{InterestId, PartyId, Round};
use crate::rules::level::Chamber;
use crate::screens::pages::{Fact, Page, Term, Word};
use crate::screens::wording::{PartyName, change, list, paragraphs, score};
use crate::session::Session;
use crate::theme::Tone;
use crate::view::View;
use crate::words::{Words, points};

/// A mandate: what counts how much, and what may never be signed.
pub(super) struct Mandate {
    pub(super) heading: Term,
    pub(super) name: String,
    pub(super) about: String,
    pub(super) rows: Vec<Fact>,
    pub(super) red_label: Term,
    pub(super) red_lines: Vec<(String, String)>,
}

/// A group of seats, from left to right.
pub(super) struct Seats {
    pub(super) name: String,
    pub(super) seats: i64,
    pub(super) government: bool,
}

/// The chamber at home.
pub(super) struct House {
    pub(super) heading: Term,
    pub(super) about: String,
    pub(super) blocs: Vec<Seats>,
    pub(super) quorum: i64,
    pub(super) count: String,
    pub(super) caption: String,
    pub(super) spoken: String,
    /// How many votes the government lacks, where it lacks any.
    pub(super) short: Option<String>,
    pub(super) rows: Vec<Fact>,
}

/// A stop of the calendar.
pub(super) struct Stop {
    pub(super) when: String,
    pub(super) about: String,
    pub(super) tables: Vec<String>,
}

/// What the brief shows.
pub(super) struct Model {
    pub(super) party: PartyName,
    pub(super) office: String,
    pub(super) brief: Vec<String>,
    pub(super) aims_label: String,
    pub(super) aims: Vec<String>,
    pub(super) issues_label: Term,
    /// What is on the table.
    pub(super) issues: Vec<Term>,
    pub(super) calendar_label: String,
    pub(super) stops: Vec<Stop>,
    pub(super) mandate: Option<Mandate>,
    pub(super) no_deal_label: Term,
    pub(super) no_deal: String,
    pub(super) no_deal_note: String,
    pub(super) no_deal_rows: Vec<Fact>,
    pub(super) home_label: String,
    pub(super) home_rows: Vec<Fact>,
    pub(super) house: Option<House>,
    pub(super) bound: Bound,
    pub(super) begin: String,
}

impl Model {
    pub(super) fn of(session: &Session) -> Self {
        let (game, words, view) = (session.game(), session.words(), session.view());
        let seat = session.seat();
        let party = &game.level.parties[seat];
        let standpoint = view.standpoint(game);
        let interests = by_interest(&standpoint, seat, None);
        let no_deal_rows = if game.level.interests.len() > 1 {
            game.level
                .interests
                .iter()
                .zip(interests)
                .enumerate()
                .map(|(at, (interest, points))| Fact {
                    note: interest.about.clone(),
                    page: Some(Page::Interest(InterestId::from_index(at))),
                    ..Fact::new(&interest.name, change(game, points))
                })
                .collect()
        } else {
            Vec::new()
        };
        Self {
            party: PartyName::of(game, seat),
            office: party.office.clone(),
            brief: paragraphs(&party.brief),
            aims_label: words.get("brief-aims"),
            aims: party.aims.clone(),
            issues_label: term(words, Word::Issue, "pages-on-table"),
            issues: game
                .issue_ids()
                .map(|id| Term::new(words, Page::Issue(id), &game.level.issue(id).name))
                .collect(),
            calendar_label: words.get("brief-calendar"),
            stops: stops(words, game, seat),
            mandate: mandate(words, game, view, seat),
            no_deal_label: term(words, Word::NoDeal, "brief-no-deal"),
            no_deal: score(game, standpoint.no_deal()[seat.index()]),
            no_deal_note: words.get("brief-no-deal-note"),
            no_deal_rows,
            home_label: words.get("brief-home"),
            home_rows: home(words, game, view, seat),
            house: party.chamber.as_ref().filter(|_| game.rules.on.chambers).map(|c| house(words, c)),
            bound: Bound::of(words, game, view),
            begin: words.get("brief-begin"),
        }
    }
}

/// A label that leads to the page of a word.
fn term(words: &Words, word: Word, key: &str) -> Term {
    Term::new(words, Page::Word(word), words.get(key))
}

fn mandate(words: &Words, game: &Game, view: &View, seat: PartyId) -> Option<Mandate> {
    let id = view.position.mandates[seat]?;
    let archetype = game.level.archetype(seat, id);
    let rows = game
        .level
        .interests
        .iter()
        .zip(&archetype.percent)
        .enumerate()
        .map(|(at, (interest, percent))| Fact {
            page: Some(Page::Interest(InterestId::from_index(at))),
            tone: match percent.cmp(&game.level.percent) {
                std::cmp::Ordering::Less => Tone::Quiet,
                _ => Tone::Plain,
            },
            note: interest.about.clone(),
            ..Fact::new(
                &interest.name,
                words.text(
                    "brief-percent",
                    &[("percent", (percent * 100 / game.level.percent.max(1)).into())],
                ),
            )
        })
        .collect();
    let red_lines: Vec<(String, String)> = archetype
        .red_lines
        .iter()
        .map(|line| {
            let options: Vec<String> =
                line.options.iter().map(|o| game.level.choice(line.issue, *o).name.clone()).collect();
            let never = words.text(
                "brief-red-line",
                &[
                    ("issue", (&game.level.issue(line.issue).name).into()),
                    ("options", list_or(words, &options).into()),
                ],
            );
            (never, line.why.clone())
        })
        .collect();
    Some(Mandate {
        heading: term(words, Word::Mandate, "brief-mandate"),
        name: archetype.name.clone(),
        about: archetype.about.clone(),
        rows,
        red_label: term(
            words,
            Word::RedLine,
            if red_lines.is_empty() { "brief-no-red-lines" } else { "brief-red-lines" },
        ),
        red_lines,
    })
}

fn list_or(words: &Words, names: &[String]) -> String {
    match names {
        [most @ .., last] if !most.is_empty() => {
            words.text("list-or", &[("most", most.join(", ").into()), ("last", last.into())])
        }
        _ => names.concat(),
    }
}

fn stops(words: &Words, game: &Game, seat: PartyId) -> Vec<Stop> {
    (1..=game.level.last_round().0)
        .map(Round)
        .filter_map(|round| {
            let stop = game.level.rounds.get(round.index())?;
            let tables = stop.tables.iter().filter(|_| game.rules.on.calendar).map(|table| {
                let key = if table.parties.has(seat) { "brief-you-sit" } else { "frame-together" };
                let names: Vec<String> = table
                    .parties
                    .iter()
                    .filter(|p| !table.parties.has(seat) || *p != seat)
                    .map(|p| game.level.parties[p].name.clone())
                    .collect();
                words.text(key, &[("parties", list(words, &names).into())])
            });
            Some(Stop {
                when: crate::screens::wording::stop(words, game, round),
                about: stop.about.clone(),
                tables: tables.collect(),
            })
        })
        .collect()
}

fn home(words: &Words, game: &Game, view: &View, seat: PartyId) -> Vec<Fact> {
    let party = &game.level.parties[seat];
    let mut rows = Vec::new();
    if game.rules.on.events {
        rows.push(Fact {
            note: words.get("brief-support-note"),
            page: Some(Page::Word(Word::Support)),
            ..Fact::new(words.get("brief-support"), points(view.position.support[seat]))
        });
        rows.push(Fact {
            note: words.get("brief-floor-note"),
            ..Fact::new(words.get("brief-floor"), points(party.floor))
        });
    }
    if game.rules.costs != crate::rules::rulebook::Costs::default() {
        rows.push(Fact {
            note: words.text("frame-capital-note", &[("income", party.income.into())]),
            page: Some(Page::Word(Word::Capital)),
            ..Fact::new(words.get("brief-capital"), view.position.capital[seat].to_string())
        });
    }
    for (index, resource) in game.level.resources.iter().enumerate() {
        if let (true, Some(stock)) =
            (game.rules.on.minerals && resource.user == seat, view.position.stocks.get(index))
        {
            rows.push(Fact {
                note: resource.about.clone(),
                ..Fact::new(
                    words.text("brief-stock", &[("resource", (&resource.name).into())]),
                    words.text("rounds-of-cover", &[("rounds", points(stock.left).into())]),
                )
            });
        }
    }
    rows
}

fn house(words: &Words, chamber: &Chamber) -> House {
    let mut blocs: Vec<Seats> = chamber
        .blocs
        .iter()
        .map(|bloc| Seats { name: bloc.name.clone(), seats: bloc.seats, government: bloc.government })
        .collect();
    // The government sits on the left, so that the line shows what it lacks.
    blocs.sort_by_key(|bloc| !bloc.government);
    let government: i64 = blocs.iter().filter(|bloc| bloc.government).map(|bloc| bloc.seats).sum();
    let seats = chamber.seats();
    let caption = words.text("house-caption", &[("seats", seats.into()), ("quorum", chamber.quorum.into())]);
    let count = if government > 0 { government } else { seats };
    let short = chamber.seats_short();
    House {
        heading: Term::new(words, Page::Word(Word::Chamber), &chamber.name),
        about: chamber.about.clone(),
        quorum: chamber.quorum,
        count: count.to_string(),
        spoken: words.text(
            if government > 0 { "house-spoken-government" } else { "house-spoken-plain" },
            &[
                ("house", (&chamber.name).into()),
                ("count", count.into()),
                ("seats", seats.into()),
                ("quorum", chamber.quorum.into()),
            ],
        ),
        caption,
        short: (short > 0).then(|| words.text("house-short", &[("count", short.into())])),
        rows: blocs
            .iter()
            .map(|bloc| {
                let name = match bloc.government {
                    true => words.text("house-government", &[("bloc", (&bloc.name).into())]),
                    false => bloc.name.clone(),
                };
                Fact::new(name, bloc.seats.to_string())
            })
            .collect(),
        blocs,
    }
}
