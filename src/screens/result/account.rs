//! Where each score comes from: what is in force at the end, and everything that was booked on the way, by cause.

use super::model::{Cell, ScoreRow};
use crate::rules::event::EntryCause;
use crate::rules::game::Game;
use crate::rules::ids::{PartyId, Points};
use crate::rules::standpoint::Standpoint;
use crate::screens::wording::{change, score, tone};
use crate::session::Ending;
use crate::theme::Tone;
use crate::words::Words;
use crate::words::tell::Teller;

/// The kinds of entries, in the order in which they are shown. Breaches and failures never share one.
const KINDS: [&str; 14] = [
    "result-from-flows",
    "result-from-events",
    "result-from-shortages",
    "result-from-credit",
    "result-from-projects",
    "result-from-cash",
    "result-from-breaches",
    "result-from-failures",
    "result-from-threats",
    "result-from-backing-down",
    "result-from-giving-in",
    "result-from-mediation",
    "result-from-votes",
    "result-from-collapse",
];

fn kind(cause: EntryCause) -> &'static str {
    match cause {
        EntryCause::Flow(..) => "result-from-flows",
        EntryCause::Happening(_) => "result-from-events",
        EntryCause::Shortage(_) => "result-from-shortages",
        EntryCause::Credit(_) => "result-from-credit",
        EntryCause::Project(..) => "result-from-projects",
        EntryCause::Cash(_) => "result-from-cash",
        EntryCause::Breach(..) => "result-from-breaches",
        EntryCause::Undelivered(..) => "result-from-failures",
        EntryCause::CarriedOut(_) => "result-from-threats",
        EntryCause::BackedDown(_) => "result-from-backing-down",
        EntryCause::GaveIn(_) => "result-from-giving-in",
        EntryCause::Mediation(_) => "result-from-mediation",
        EntryCause::FailedVote(_) => "result-from-votes",
        EntryCause::Collapse => "result-from-collapse",
    }
}

/// The account: its lines sum to the scores. Kinds of which nobody has any are left out.
pub(super) fn rows(words: &Words, game: &Game, ending: &Ending) -> Vec<ScoreRow> {
    let standpoint = Standpoint::new(game, &ending.truth);
    let teller = Teller::new(words, game, &ending.truth, None);
    let booked = |party: PartyId, wanted: Option<&str>| -> Points {
        let own = ending.truth.ledger.iter().filter(|entry| entry.party == party);
        own.filter(|entry| wanted.is_none_or(|wanted| kind(entry.cause) == wanted))
            .map(|entry| entry.amount.points(standpoint.percent[party][entry.interest.index()]))
            .sum()
    };
    let each = |cell: &dyn Fn(PartyId) -> Cell| game.level.everyone().iter().map(cell).collect();
    let changed = |points: Points| Cell { figure: change(game, points), tone: tone(points), strong: false };
    let held = |party: PartyId| ending.scores[party.index()] - booked(party, None);
    let mut rows = vec![ScoreRow {
        label: words.get("result-from-terms"),
        note: words.get("result-from-terms-note"),
        cells: each(&|party| changed(held(party))),
        parted: false,
    }];
    for wanted in KINDS {
        let mut causes: Vec<String> = Vec::new();
        for entry in ending.truth.ledger.iter().filter(|entry| kind(entry.cause) == wanted) {
            let cause = teller.entry_cause(entry.cause);
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
        if !causes.is_empty() {
            rows.push(ScoreRow {
                label: words.get(wanted),
                note: causes.join("\n"),
                cells: each(&|party| changed(booked(party, Some(wanted)))),
                parted: false,
            });
        }
    }
    rows.push(ScoreRow {
        label: words.get("result-score"),
        note: words.get("result-score-note"),
        cells: each(&|party| Cell {
            figure: score(game, ending.scores[party.index()]),
            tone: Tone::Plain,
            strong: true,
        }),
        parted: true,
    });
    rows
}
