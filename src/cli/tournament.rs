//! `tournament`: strategies against a pool, compared game by game.

use std::fmt::Write as _;
use std::sync::Arc;

use rayon::ThreadPoolBuilder;

use super::analyze::subject::{domain_files, domain_game};
use super::args::TournamentArgs;
use super::out::{CliError, Out, Verdict};
use super::simulate::progress;
use crate::opponents::Strategy;
use crate::play::auto;
use crate::play::statistics::Mean;
use crate::play::tournament::{Line, Played, Setup, tournament as play_all};
use crate::rules::game::Game;
use crate::storage::Library;
use crate::words::Words;

/// Plays the games, and prints a line for each level and strategy.
pub(super) fn tournament(
    library: &Library,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &TournamentArgs,
) -> Result<Verdict, CliError> {
    let strategies = named(&wanted.strategies)?;
    let pool = if wanted.pool == ["self"] { Vec::new() } else { named(&wanted.pool)? };
    let games: Result<Vec<Arc<Game>>, CliError> =
        wanted.levels.iter().map(|level| game(library, words, level, wanted)).collect();
    // None given: as many as the machine has.
    let pool_of_threads = ThreadPoolBuilder::new().num_threads(wanted.threads.unwrap_or(0)).build();
    let threads = pool_of_threads.map_err(|error| CliError::Said(error.to_string()))?;
    let mut csv = String::from(COLUMNS);
    // Whether it can be written is known before hours of play, and what was played is kept level by level.
    let write = |csv: &str| match &wanted.csv {
        Some(path) => Library::write_file(path, csv.as_bytes()),
        None => Ok(()),
    };
    write(&csv)?;
    for game in games? {
        let setup = Setup {
            game: game.clone(),
            strategies: strategies.clone(),
            pool: pool.clone(),
            games: wanted.games,
            seed: wanted.seed,
        };
        let all = wanted.games as usize * strategies.len() * game.parties();
        let bar = progress(words, u32::try_from(all).unwrap_or(u32::MAX));
        let lines = threads.install(|| play_all(&setup, &|played| bar.set_position(played as u64)));
        bar.finish_and_clear();
        for line in &lines {
            line.games.iter().for_each(|played| csv_line(&mut csv, &game, line.strategy, played));
        }
        write(&csv)?;
        report(words, out, &setup, &lines)?;
    }
    Ok(Verdict::Done)
}

/// The strategies of some names.
fn named(names: &[String]) -> Result<Vec<Strategy>, CliError> {
    let strategy =
        |name: &String| auto::strategy(name.trim()).map_err(|error| CliError::Said(error.to_string()));
    names.iter().map(strategy).collect()
}

/// A level or a domain, under its rule book.
fn game(
    library: &Library,
    words: &Words,
    level: &str,
    wanted: &TournamentArgs,
) -> Result<Arc<Game>, CliError> {
    let rules = wanted.rules.as_deref();
    let knowledge = wanted.knowledge.map(Into::into);
    let game = match domain_files(std::slice::from_ref(&level.to_owned()))? {
        Some(files) => domain_game(library, words, &files, rules)?,
        None => library.game(level, rules, None)?,
    };
    let mut level = game.level.clone();
    if let Some(rounds) = wanted.rounds {
        let alike = level.rounds.windows(2).all(|two| {
            let tables = |at: usize| two[at].tables.iter().map(|table| (table.parties, table.net));
            tables(0).eq(tables(1))
        });
        let Some(stop) = level.rounds.last().cloned().filter(|_| alike) else {
            return Err(CliError::Said(words.get("cli-tournament-calendar")));
        };
        level.rounds.resize(usize::from(rounds), stop);
    }
    Ok(Arc::new(Game::new(level, game.rules.clone(), knowledge)))
}

fn report(words: &Words, out: &mut Out<'_>, setup: &Setup, lines: &[Line]) -> Result<(), CliError> {
    let pool: Vec<String> = setup.pool.iter().map(|strategy| strategy.id()).collect();
    let pool = if pool.is_empty() { words.get("cli-tournament-copies") } else { pool.join(", ") };
    out.line(words.text(
        "cli-tournament-games",
        &[
            ("level", setup.game.level.title.as_str().into()),
            ("rules", setup.game.rules.id.as_str().into()),
            ("rounds", setup.game.level.rounds.len().into()),
            ("games", setup.games.into()),
            ("seed", setup.seed.to_string().into()),
            ("pool", pool.into()),
        ],
    ))?;
    for (at, line) in lines.iter().enumerate() {
        out.line(told(words, line))?;
        if let Some(before) = at.checked_sub(1).and_then(|at| lines.get(at)) {
            let over = line.over(before);
            out.line(words.text(
                "cli-tournament-over",
                &[
                    ("strategy", line.strategy.id().into()),
                    ("other", before.strategy.id().into()),
                    ("more", figure(over.mean).into()),
                    ("half", figure(over.half()).into()),
                    ("p", format!("{:.2e}", over.p_value()).into()),
                ],
            ))?;
        }
    }
    Ok(())
}

fn told(words: &Words, line: &Line) -> String {
    let number = |yes: bool| if yes { 1.0 } else { 0.0 };
    let share = line.mean(|played| played.share);
    let mean = |of: &dyn Fn(&Played) -> f64| figure(line.mean(of).mean);
    words.text(
        "cli-tournament-line",
        &[
            ("strategy", line.strategy.id().into()),
            ("share", figure(share.mean).into()),
            ("half", figure(share.half()).into()),
            ("utility", mean(&|played| played.utility).into()),
            ("agreed", percent(line.mean(|played| number(played.agreed))).into()),
            ("below", percent(line.mean(|played| number(played.below))).into()),
            ("nash", mean(&|played| played.to_nash).into()),
            ("frontier", mean(&|played| played.to_frontier).into()),
            ("brier", mean(&|played| played.brier).into()),
            ("believed", mean(&|played| played.believed).into()),
        ],
    )
}

/// A figure with four decimals, and a dash where there is none.
fn figure(value: f64) -> String {
    if value.is_finite() { format!("{value:.4}") } else { "–".to_owned() }
}

fn percent(share: Mean) -> String {
    format!("{:.1}", share.mean * 100.0)
}

const COLUMNS: &str =
    "level,rules,strategy,seed,party,share,utility,below,agreed,to_nash,to_frontier,brier,believed\n";

fn csv_line(csv: &mut String, game: &Game, strategy: Strategy, played: &Played) {
    let number = |value: f64| if value.is_finite() { format!("{value:.6}") } else { String::new() };
    let figures = [played.to_nash, played.to_frontier, played.brier, played.believed].map(number).join(",");
    // A text takes whatever is written to it.
    let _ = writeln!(
        csv,
        "{},{},{},{},{},{},{},{},{},{figures}",
        game.level.id,
        game.rules.id,
        strategy.id(),
        played.seed,
        game.level.parties[played.seat].id,
        number(played.share),
        number(played.utility),
        u8::from(played.below),
        u8::from(played.agreed),
    );
}
