//! What the result shows. The game is over, so every secret is open.

use super::account;
use crate::rules::appraise::by_interest;
use crate::rules::event::{Event, Pact, PactStatus};
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, Points};
use crate::rules::payoff::Table;
use crate::rules::position::Position;
use crate::rules::standpoint::Standpoint;
use crate::screens::changes::parties;
use crate::screens::told::{Chapter, Way};
use crate::screens::wording::{PartyName, change, score, tone};
use crate::session::{Ending, Session, Setup};
use crate::theme::Tone;
use crate::words::{Words, tell};

/// Packages looked through for the best that a party could have had; above it no share is shown.
const MOST_PACKAGES: u64 = 2_000_000;

/// A figure in the table of scores.
pub(super) struct Cell {
    pub(super) figure: String,
    pub(super) tone: Tone,
    pub(super) strong: bool,
}

/// A row of the table of scores.
pub(super) struct ScoreRow {
    pub(super) label: String,
    pub(super) note: String,
    pub(super) cells: Vec<Cell>,
    /// Whether a line stands above it.
    pub(super) parted: bool,
}

/// A pact and how it came about.
pub(super) struct PactLine {
    pub(super) headline: String,
    pub(super) when: String,
    pub(super) terms: Vec<String>,
    pub(super) votes: Vec<String>,
    pub(super) good: bool,
}

/// A party's mandate, opened.
pub(super) struct MandateLine {
    pub(super) party: PartyName,
    pub(super) name: String,
    pub(super) about: String,
    pub(super) percents: String,
    pub(super) offers: String,
}

/// What the result shows.
pub(super) struct Model {
    pub(super) kicker: String,
    pub(super) headline: String,
    pub(super) lead: String,
    pub(super) parties: Vec<PartyName>,
    pub(super) scores_label: String,
    pub(super) rows: Vec<ScoreRow>,
    pub(super) pacts_label: String,
    pub(super) pacts: Vec<PactLine>,
    pub(super) no_pacts: Option<String>,
    /// Promises, terms, projects and threats of the whole game.
    pub(super) chapters: Vec<Chapter>,
    pub(super) account_label: String,
    pub(super) account: Vec<ScoreRow>,
    pub(super) mandates_label: String,
    pub(super) mandates: Vec<MandateLine>,
    pub(super) seed: String,
    pub(super) again: (String, String, Setup),
    /// Whether playing again is the main action: not before everybody at the screen has read this.
    pub(super) again_main: bool,
    pub(super) other: (String, String, Setup),
    pub(super) menu: String,
    pub(super) quit: String,
}

impl Model {
    pub(super) fn of(session: &Session, ending: &Ending) -> Self {
        let (game, words, seat) = (session.game(), session.words(), session.seat());
        let name = &game.level.parties[seat].name;
        let gain = ending.scores[seat.index()] - ending.no_deal[seat.index()];
        let stand = ending.truth.pacts.iter().filter(|p| p.status == PactStatus::Stands).count();
        let void = ending.truth.pacts.iter().filter(|p| p.status == PactStatus::Void).count();
        let fallen = !ending.truth.acts(seat);
        let key = match gain {
            _ if fallen => "result-fallen",
            ..0 => "result-below",
            0 => "result-level",
            1.. => "result-above",
        };
        let again = session.setup().clone();
        let setup = again.moved_on();
        let next =
            setup.seats.iter().find(|(_, seat)| seat.person().is_some()).map_or(seat, |(party, _)| party);
        Self {
            kicker: words.text(
                "result-kicker",
                &[("level", (&game.level.title).into()), ("rounds", ending.truth.round.0.into())],
            ),
            headline: words.text(key, &[("party", name.into()), ("points", score(game, gain.abs()).into())]),
            lead: words.text("result-lead", &[("pacts", stand.into()), ("void", void.into())]),
            parties: game.level.everyone().iter().map(|p| PartyName::of(game, p)).collect(),
            scores_label: words.get("result-scores"),
            rows: rows(words, game, ending),
            pacts_label: words.get("result-pacts"),
            no_pacts: ending.truth.pacts.is_empty().then(|| words.get("result-no-pacts")),
            pacts: ending.truth.pacts.iter().map(|pact| pact_line(words, game, ending, pact)).collect(),
            chapters: Way { words, game, reader: None, dated: true }
                .chapters(&Position::new(game), &ending.log),
            account_label: words.get("result-account"),
            account: account::rows(words, game, ending),
            mandates_label: words.get(if game.rules.on.mandates {
                "result-mandates"
            } else {
                "result-parties"
            }),
            mandates: game.level.everyone().iter().map(|p| mandate(words, game, ending, p)).collect(),
            seed: words.text(
                "result-seed",
                &[("seed", session.setup().seed.to_string().into()), ("rules", (&game.rules.name).into())],
            ),
            again_main: session.next_person().is_none(),
            again: (words.get("result-again"), words.get("result-again-note"), again),
            other: match session.shared() {
                true => (words.get("result-change-seats"), words.get("result-change-seats-note"), setup),
                false => (
                    words.text("result-other", &[("party", (&game.level.parties[next].name).into())]),
                    words.get("result-other-note"),
                    setup,
                ),
            },
            menu: words.get("result-menu"),
            quit: words.get("pause-quit"),
        }
    }
}

fn rows(words: &Words, game: &Game, ending: &Ending) -> Vec<ScoreRow> {
    let each = |cell: &dyn Fn(PartyId) -> Cell| game.level.everyone().iter().map(cell).collect();
    let plain = |figure: String| Cell { figure, tone: Tone::Plain, strong: false };
    let gain = |p: PartyId| ending.scores[p.index()] - ending.no_deal[p.index()];
    let mut rows = vec![
        ScoreRow {
            label: words.get("result-no-deal"),
            note: words.get("result-no-deal-note"),
            cells: each(&|p| plain(score(game, ending.no_deal[p.index()]))),
            parted: false,
        },
        ScoreRow {
            label: words.get("result-score"),
            note: words.get("result-score-note"),
            cells: each(&|p| Cell { strong: true, ..plain(score(game, ending.scores[p.index()])) }),
            parted: false,
        },
        ScoreRow {
            label: words.get("result-gain"),
            note: words.get("result-gain-note"),
            cells: each(&|p| Cell { figure: change(game, gain(p)), tone: tone(gain(p)), strong: true }),
            parted: false,
        },
    ];
    if let Some(ideal) = ideals(game, ending) {
        rows.push(ScoreRow {
            label: words.get("result-share"),
            note: words.get("result-share-note"),
            cells: each(&|p| plain(share(words, gain(p), ideal[p.index()] - ending.no_deal[p.index()]))),
            parted: false,
        });
    }
    rows.extend(interests(game, ending));
    rows
}

/// Gain as a share of the largest that the party could have had.
fn share(words: &Words, gain: Points, most: Points) -> String {
    if most <= 0 {
        return words.get("result-no-share");
    }
    crate::words::percent(
        i64::try_from(i128::from(gain) * 10_000 / i128::from(most)).unwrap_or(0) / 100 * 100,
    )
}

/// The most that each party could have had at the first decision, with nobody below no deal.
fn ideals(game: &Game, ending: &Ending) -> Option<[Points; 4]> {
    let standpoint = Standpoint::new(game, &ending.start);
    let table = Table::whole(&standpoint, game.level.everyone());
    if table.size() > MOST_PACKAGES {
        return None;
    }
    let mut best = ending.no_deal;
    let count = game.parties();
    table.for_each(game, |_, payoff| {
        if (0..count).all(|p| payoff[p] >= ending.no_deal[p]) {
            for (best, reached) in best.iter_mut().zip(payoff).take(count) {
                *best = (*best).max(*reached);
            }
        }
    });
    Some(best)
}

/// The scores by interest, against no deal.
fn interests(game: &Game, ending: &Ending) -> Vec<ScoreRow> {
    if game.level.interests.len() < 2 {
        return Vec::new();
    }
    let (start, end) = (Standpoint::new(game, &ending.start), Standpoint::new(game, &ending.truth));
    let by_party: Vec<(Vec<Points>, Vec<Points>)> = game
        .level
        .everyone()
        .iter()
        .map(|p| (by_interest(&start, p, None), by_interest(&end, p, None)))
        .collect();
    game.level
        .interests
        .iter()
        .enumerate()
        .map(|(index, interest)| ScoreRow {
            label: interest.name.clone(),
            note: interest.about.clone(),
            cells: by_party
                .iter()
                .map(|(was, now)| {
                    let by = now.get(index).copied().unwrap_or(0) - was.get(index).copied().unwrap_or(0);
                    Cell { figure: change(game, by), tone: tone(by), strong: false }
                })
                .collect(),
            parted: index == 0,
        })
        .collect()
}

fn pact_line(words: &Words, game: &Game, ending: &Ending, pact: &Pact) -> PactLine {
    let teller = tell::Teller::new(words, game, &ending.truth, None);
    let headline = pact.communique.headline.and_then(|id| game.level.headline(id));
    let key = match pact.status {
        PactStatus::Void => "result-pact-void",
        PactStatus::Ended => "result-pact-ended",
        PactStatus::Signed | PactStatus::Stands => "result-pact-stands",
    };
    let place = game.level.rounds.get(pact.signed.index()).map_or("", |stop| stop.name.as_str());
    PactLine {
        headline: headline.map_or_else(|| words.get("pact-plain"), |headline| headline.text.clone()),
        when: words.text(
            key,
            &[
                ("parties", parties(words, game, pact.parties).into()),
                ("place", place.into()),
                ("round", pact.signed.0.into()),
            ],
        ),
        terms: pact
            .package
            .iter()
            .flat_map(|package| package.terms().map(move |term| (package, term)))
            .map(|(package, (issue, option))| teller.clausal_term(package, issue, option))
            .collect(),
        votes: ending
            .truth
            .votes
            .iter()
            .filter(|vote| vote.pact == pact.id)
            .map(|vote| {
                let chamber = game.level.parties[vote.party].chamber.as_ref();
                words.text(
                    if vote.passed { "result-vote-passed" } else { "result-vote-failed" },
                    &[
                        ("chamber", chamber.map_or("", |chamber| chamber.name.as_str()).into()),
                        ("yes", vote.yes.into()),
                        ("quorum", vote.quorum.into()),
                    ],
                )
            })
            .collect(),
        good: pact.status == PactStatus::Stands,
    }
}

fn mandate(words: &Words, game: &Game, ending: &Ending, party: PartyId) -> MandateLine {
    let archetype = ending.truth.mandates[party]
        .filter(|_| game.rules.on.mandates)
        .map(|id| game.level.archetype(party, id));
    let offers = ending
        .log
        .iter()
        .filter(|event| matches!(event, Event::Offered(offer) if offer.from == party))
        .count();
    MandateLine {
        party: PartyName::of(game, party),
        name: archetype.map_or_else(String::new, |archetype| archetype.name.clone()),
        about: archetype.map_or_else(String::new, |archetype| archetype.about.clone()),
        percents: archetype.map_or_else(String::new, |archetype| {
            let each = game.level.interests.iter().zip(&archetype.percent).map(|(interest, percent)| {
                words.text(
                    "result-percent",
                    &[
                        ("interest", (&interest.name).into()),
                        ("percent", (percent * 100 / game.level.percent.max(1)).into()),
                    ],
                )
            });
            each.collect::<Vec<_>>().join(" \u{b7} ")
        }),
        offers: words.text("result-offers", &[("count", offers.into())]),
    }
}
