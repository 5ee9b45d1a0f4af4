//! The chamber at home, recounted for the draft.

use crate::rules::chamber::{BlocView, Forecast, yes_votes};
use crate::rules::ids::{Centi, PartyId};
use crate::rules::level::{Bloc, Chamber};
use crate::screens::estimate::in_ten;
use crate::screens::wording::tone;
use crate::theme::Tone;
use crate::words;

use super::Line;
use super::desk::Desk;

/// What some seats do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Seats {
    /// They vote yes; the place of their bloc tells neighbours apart.
    Yes(usize),
    /// They vote yes, in the bloc that decides.
    PivotalYes,
    /// They vote no, in the bloc that decides.
    PivotalNo,
    /// They vote no.
    No(usize),
}

/// Seats that vote alike.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SeatRun {
    /// How many.
    pub seats: usize,
    /// What they do.
    pub kind: Seats,
}

/// A chamber.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct House {
    /// Its name.
    pub title: String,
    /// Votes for it.
    pub count: String,
    /// All votes, and those needed.
    pub caption: String,
    /// All of it in a sentence.
    pub spoken: String,
    /// What it stands for.
    pub note: String,
    /// Votes needed.
    pub quorum: usize,
    /// The seats from left to right: yes first.
    pub runs: Vec<SeatRun>,
    /// What moves the votes, and the bloc that decides.
    pub lines: Vec<Line>,
    /// What it would do.
    pub forecast: String,
    /// Whether that is welcome.
    pub tone: Tone,
}

fn count(votes: i64) -> usize {
    usize::try_from(votes).unwrap_or(0)
}

pub(super) fn build(desk: &Desk<'_>) -> Option<House> {
    let Desk { game, seat, .. } = *desk;
    let chamber = game.level.parties[seat].chamber.as_ref().filter(|_| game.rules.on.chambers)?;
    let forecast = desk.weighed.as_ref().and_then(|weighed| weighed.own.ratification.as_ref());
    let (yes, runs, lines) = match forecast {
        Some(f) => (f.yes, runs(f), lines(desk, f)),
        None => idle(desk, chamber),
    };
    let undecided = forecast.map(|f| f.range.1 - f.range.0);
    let (forecast, tone) = match forecast {
        Some(f) => (passes(desk, f), passes_tone(f)),
        None if desk.weighed.is_none() => (desk.get("table-house-nothing"), Tone::Quiet),
        None => (desk.get("table-house-no-say"), Tone::Quiet),
    };
    let caption = desk
        .text("table-house-caption", &[("seats", chamber.seats().into()), ("quorum", chamber.quorum.into())]);
    Some(House {
        title: chamber.name.clone(),
        count: words::points(yes * 100),
        spoken: spoken(desk, chamber, (yes, undecided), &lines, &forecast),
        caption,
        note: chamber.about.clone(),
        quorum: count(chamber.quorum),
        runs,
        lines,
        forecast,
        tone,
    })
}

/// The seats in a sentence: the votes and those that chance decides, or while there is nothing to vote on what they stand for.
fn spoken(
    desk: &Desk<'_>,
    chamber: &Chamber,
    (yes, undecided): (i64, Option<i64>),
    lines: &[Line],
    forecast: &str,
) -> String {
    let key = if undecided.is_some() { "table-house-spoken" } else { "table-house-idle" };
    desk.text(
        key,
        &[
            ("house", chamber.name.as_str().into()),
            ("yes", yes.into()),
            ("seats", chamber.seats().into()),
            ("quorum", chamber.quorum.into()),
            ("undecided", undecided.unwrap_or(0).into()),
            ("standing", lines.first().map_or("", |line| line.label.as_str()).into()),
            ("outcome", forecast.into()),
        ],
    )
}

/// The house while there is nothing to vote on: the seats of the government, or where no bloc is the government's those of a warm mood.
fn idle(desk: &Desk<'_>, chamber: &Chamber) -> (i64, Vec<SeatRun>, Vec<Line>) {
    let range = desk.game.rules.vote_range;
    let governed = chamber.blocs.iter().any(|b| b.government);
    let warm = |bloc: &Bloc| match (governed, bloc.government) {
        (true, true) => bloc.seats,
        (true, false) => 0,
        (false, _) => yes_votes(bloc.seats, bloc.base, range),
    };
    let yes: i64 = chamber.blocs.iter().map(warm).sum();
    let runs = vec![
        SeatRun { seats: count(yes), kind: Seats::Yes(0) },
        SeatRun { seats: count(chamber.seats() - yes), kind: Seats::No(0) },
    ];
    let (label, note) = match governed {
        true => ("table-government", "table-government-note"),
        false => ("table-mood", "table-mood-note"),
    };
    let line = Line {
        label: desk.get(label),
        figure: words::points(yes * 100),
        tone: Tone::Plain,
        note: desk.get(note),
    };
    (yes, runs, vec![line])
}

/// Yes votes from the warmest bloc on, then no votes.
fn runs(forecast: &Forecast) -> Vec<SeatRun> {
    let mut order: Vec<usize> = (0..forecast.blocs.len()).collect();
    order.sort_by_key(|at| (-forecast.blocs[*at].net, *at));
    let pivotal = forecast.pivotal.index();
    let yes = order.iter().enumerate().map(|(place, at)| SeatRun {
        seats: count(forecast.blocs[*at].yes),
        kind: if *at == pivotal { Seats::PivotalYes } else { Seats::Yes(place) },
    });
    let no = order.iter().enumerate().map(|(place, at)| SeatRun {
        seats: count(forecast.blocs[*at].seats - forecast.blocs[*at].yes),
        kind: if *at == pivotal { Seats::PivotalNo } else { Seats::No(place) },
    });
    yes.chain(no).filter(|run| run.seats > 0).collect()
}

/// "Passes, 9 in 10", and what that means.
pub(super) fn passes(desk: &Desk<'_>, forecast: &Forecast) -> String {
    let chances = in_ten(forecast.passing, forecast.swings);
    let key =
        if forecast.passing * 2 >= forecast.swings { "table-house-passes" } else { "table-house-fails" };
    desk.text(
        key,
        &[
            ("chances", chances.into()),
            ("least", forecast.range.0.into()),
            ("most", forecast.range.1.into()),
            ("quorum", forecast.quorum.into()),
        ],
    )
}

/// Whether a forecast is welcome.
pub(super) fn passes_tone(forecast: &Forecast) -> Tone {
    match forecast.passing * 100 / forecast.swings.max(1) {
        80.. => Tone::Good,
        50..80 => Tone::Plain,
        _ => Tone::Bad,
    }
}

type Part = fn(&BlocView) -> Centi;

fn lines(desk: &Desk<'_>, forecast: &Forecast) -> Vec<Line> {
    let range = desk.game.rules.vote_range;
    let mut lines = Vec::new();
    let votes = |nets: &[Centi]| -> i64 {
        let each = forecast.blocs.iter().zip(nets);
        each.map(|(bloc, net)| yes_votes(bloc.seats, *net, range)).sum()
    };
    // One thing after the other is added, so that these lines sum to the votes.
    let mut nets: Vec<Centi> = forecast.blocs.iter().map(|bloc| bloc.base).collect();
    let mut yes = votes(&nets);
    lines.push(Line {
        label: desk.get("table-moved-base"),
        figure: words::points(yes * 100),
        tone: Tone::Plain,
        note: by_bloc(desk, forecast, |b| b.base),
    });
    let parts: [(&str, Part); 4] = [
        ("table-moved-mood", |b| b.mood),
        ("table-moved-lobbying", |b| b.lobbying),
        ("table-moved-terms", |b| b.terms),
        ("table-moved-backing", |b| b.backing),
    ];
    for (key, part) in parts {
        nets.iter_mut().zip(&forecast.blocs).for_each(|(net, bloc)| *net += part(bloc));
        let moved = votes(&nets) - yes;
        yes += moved;
        if moved != 0 {
            lines.push(Line {
                label: desk.get(key),
                figure: words::signed(moved * 100, ""),
                tone: tone(moved),
                note: by_bloc(desk, forecast, part),
            });
        }
    }
    if let Some(bloc) = desk.game.level.bloc(forecast.party, forecast.pivotal) {
        let view = &forecast.blocs[forecast.pivotal.index()];
        lines.push(Line {
            label: desk.text("table-pivotal", &[("bloc", bloc.name.as_str().into())]),
            figure: desk.text("table-votes-of", &[("yes", view.yes.into()), ("seats", view.seats.into())]),
            tone: Tone::Plain,
            note: parts_note(desk, view),
        });
    }
    lines
}

fn parts_note(desk: &Desk<'_>, view: &BlocView) -> String {
    let change = |value: Centi| words::signed(value, "");
    desk.text(
        "table-bloc-note",
        &[
            ("base", change(view.base).into()),
            ("terms", change(view.terms).into()),
            ("backing", change(view.backing).into()),
            ("lobbying", change(view.lobbying).into()),
            ("mood", change(view.mood).into()),
            ("net", change(view.net).into()),
        ],
    )
}

/// A bloc a line: what a part adds to its attitude, and its votes.
fn by_bloc(desk: &Desk<'_>, forecast: &Forecast, part: Part) -> String {
    let Some(chamber) = desk.game.level.parties[forecast.party].chamber.as_ref() else {
        return String::new();
    };
    let lines: Vec<String> = chamber
        .blocs
        .iter()
        .zip(&forecast.blocs)
        .filter(|(_, view)| part(view) != 0)
        .map(|(bloc, view)| {
            desk.text(
                "table-bloc-line",
                &[
                    ("bloc", bloc.name.as_str().into()),
                    ("change", words::signed(part(view), "").into()),
                    ("yes", view.yes.into()),
                    ("seats", view.seats.into()),
                ],
            )
        })
        .collect();
    lines.join("\n")
}

/// What a party's chamber would do with the draft, in a line; `None` if it has no say.
pub(super) fn line(desk: &Desk<'_>, party: PartyId) -> Option<Line> {
    let forecast = desk.appraisals[party].first()?.ratification.as_ref()?;
    let chamber = desk.game.level.parties[party].chamber.as_ref()?;
    Some(Line {
        label: chamber.name.clone(),
        figure: desk.text("table-in-ten", &[("chances", in_ten(forecast.passing, forecast.swings).into())]),
        tone: passes_tone(forecast),
        note: desk.text(
            "table-house-note",
            &[
                ("yes", forecast.yes.into()),
                ("seats", chamber.seats().into()),
                ("quorum", forecast.quorum.into()),
                ("forecast", passes(desk, forecast).into()),
            ],
        ),
    })
}
