//! `simulate`: many games, computer against computer.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressStyle};

use super::args::SimulateArgs;
use super::out::{CliError, Out, Verdict};
use super::seat::{self, Programs};
use super::seats::party_named;
use crate::play::auto;
use crate::play::simulate::{Cast, Compared, PartySummary, Summary, compare, seated_by, simulate_seated};
use crate::rules::game::Game;
use crate::rules::level::Level;
use crate::storage::Library;
use crate::words::Words;

/// Where there is no figure: of one game alone nothing is known of how much games differ.
const NONE: &str = "\u{2013}";

/// Plays the games, with progress on a terminal, and prints what came of them.
pub(super) fn simulate(
    library: &Library,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &SimulateArgs,
) -> Result<Verdict, CliError> {
    let game = library.game(&wanted.level, wanted.rules.as_deref(), None)?;
    let programs = Programs::named(words, &game, &wanted.seats, wanted.time_limit)?;
    let bar = progress(words, wanted.games);
    let cast = cast(words, &game, &wanted.ai)?;
    if let Some(party) =
        game.level.everyone().iter().find(|party| cast[*party].is_some() && programs.play(*party))
    {
        let name = game.level.parties[party].name.as_str();
        return Err(CliError::Said(words.text("cli-cast-program", &[("party", name.into())])));
    }
    let mut count = |played| bar.set_position(u64::from(played));
    if !wanted.against.is_empty() {
        let other = self::cast(words, &game, &wanted.against)?;
        let parties = compare(&game, [&cast, &other], wanted.games, wanted.seed, &mut count);
        bar.finish_and_clear();
        return compared(words, out, wanted, &game.level, &parties);
    }
    let summary = simulate_seated(
        &game,
        wanted.games,
        wanted.seed,
        &mut |played| programs.seat(played, seated_by(played, &cast)),
        &mut |played| programs.over(played),
        &mut count,
    );
    programs.end();
    bar.finish_and_clear();
    if wanted.json {
        let whole = seat::WithPrograms { summary: &summary, programs: programs.counts(&game) };
        out.line(serde_json::to_string_pretty(&whole).map_err(io::Error::from)?)?;
    } else {
        out.lines(report(words, &game.level, &summary))?;
        out.lines(programs.report(words, &game))?;
    }
    Ok(Verdict::Done)
}

/// Who plays which party, from `party=name` each.
fn cast(words: &Words, game: &Game, named: &[String]) -> Result<Cast, CliError> {
    let mut cast = game.by_party(|_| None);
    for pair in named {
        let Some((party, name)) = pair.split_once('=') else {
            let args = [("pair", pair.as_str().into())];
            return Err(CliError::Said(words.text("cli-simulate-cast", &args)));
        };
        let strategy = auto::strategy(name.trim()).map_err(|error| CliError::Said(error.to_string()))?;
        let party = party_named(words, game, party.trim())?;
        if cast[party].replace(strategy).is_some() {
            return Err(CliError::Said(words.text("cli-cast-twice", &[("pair", pair.as_str().into())])));
        }
    }
    Ok(cast)
}

fn compared(
    words: &Words,
    out: &mut Out<'_>,
    wanted: &SimulateArgs,
    level: &Level,
    parties: &[Compared],
) -> Result<Verdict, CliError> {
    if wanted.json {
        out.line(serde_json::to_string_pretty(parties).map_err(io::Error::from)?)?;
        return Ok(Verdict::Done);
    }
    for party in parties {
        let name = level.party_named(&party.party);
        let name = name.map_or(party.party.as_str(), |id| level.parties[id].name.as_str());
        out.line(words.text(
            "cli-simulate-compared",
            &[
                ("party", name.into()),
                ("first", figure(party.first).into()),
                ("second", figure(party.second).into()),
                ("more", figure(party.more).into()),
                ("half", figure(party.half).into()),
                ("p", if party.p.is_finite() { format!("{:.2e}", party.p) } else { NONE.to_owned() }.into()),
            ],
        ))?;
    }
    Ok(Verdict::Done)
}

pub(super) fn progress(words: &Words, games: u32) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::from(games)).with_message(words.get("cli-simulate-playing"));
    match ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn report(words: &Words, level: &Level, summary: &Summary) -> Vec<String> {
    let mut lines = vec![
        words.text(
            "cli-simulate-games",
            &[
                ("games", summary.games.into()),
                ("level", level.title.as_str().into()),
                ("rules", summary.rules.as_str().into()),
                ("seed", summary.seed.to_string().into()),
                ("ended", summary.ended.into()),
            ],
        ),
        words.text(
            "cli-simulate-pacts",
            &[
                ("agreed", share(summary.agreement_rate).into()),
                ("everyone", share(summary.everyone_in_a_pact_rate).into()),
                ("pacts", figure(summary.pacts_per_game).into()),
                ("signed", figure(summary.signed_per_game).into()),
            ],
        ),
        words.text(
            "cli-simulate-votes",
            &[
                ("votes", summary.votes.to_string().into()),
                ("failed", share(summary.failure_rate).into()),
                ("predicted", share(summary.predicted_failure_rate).into()),
                ("games", share(summary.games_with_failed_vote_rate).into()),
            ],
        ),
        words.text("cli-simulate-falls", &[("share", share(summary.collapse_rate).into())]),
    ];
    for party in &summary.parties {
        lines.push(party_line(words, level, party));
    }
    for order in &summary.orders {
        let name = match order.name.as_str() {
            "none" => words.get("cli-simulate-no-pact"),
            name => name.to_owned(),
        };
        lines.push(
            words.text("cli-simulate-order", &[("order", name.into()), ("share", share(order.share).into())]),
        );
    }
    let rate = format!("{:.0}", summary.games_per_second);
    lines.push(words.text("cli-simulate-rate", &[("rate", rate.into())]));
    lines
}

fn party_line(words: &Words, level: &Level, party: &PartySummary) -> String {
    let name = level.party_named(&party.party);
    let name = name.map_or(party.party.as_str(), |id| level.parties[id].name.as_str());
    words.text(
        "cli-simulate-party",
        &[
            ("party", name.into()),
            ("mean", figure(party.mean).into()),
            ("low", figure(party.p10).into()),
            ("high", figure(party.p90).into()),
            ("none", figure(party.no_deal).into()),
            ("share", figure(party.attainable_share).into()),
            ("below", share(party.below_no_deal_rate).into()),
            ("falls", share(party.collapse_rate).into()),
            ("failed", share(party.failed_vote_rate).into()),
        ],
    )
}

/// A share of one, as percent with one decimal.
fn share(share: f64) -> String {
    format!("{:.1}", share * 100.0)
}

/// A figure with two decimals, and a dash where there is none.
fn figure(value: f64) -> String {
    if value.is_finite() { format!("{value:.2}") } else { NONE.to_owned() }
}
