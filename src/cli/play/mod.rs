//! A seat in the terminal, line by line.
//!
//! - What is shown comes from the seat's view alone; the truth is opened when the game is over.
//! - Every line that comes in is answered; none ends the program but `quit` and the end of the input.
//! - Nothing is done in the player's name: the clock of the terminal stands still.

mod advise;
mod answers;
mod bound;
mod clauses;
mod draft;
mod explore;
mod input;
mod judge;
mod keeping;
mod lookup;
mod orders;
mod refused;
mod seat;
mod shows;
mod talk;

use std::io::{self, BufRead};

use super::args::{GameArgs, PlayArgs};
use super::kept::Kept;
use super::names::{Unclear, find};
use super::out::{CliError, Out, Verdict};
use super::seats::party_named;
use super::{at_keyboard, drawn_seed, resume, watch};
use crate::play::Match;
use crate::play::auto::{Opponents, seated};
use crate::rules::ids::PartyId;
use crate::rules::level::Level;
use crate::rules::record;
use crate::storage::Library;
use crate::words::Words;
use input::Input;
use seat::Seat;

/// Plays a level; the party is asked for if it is not given.
pub(super) fn play(
    library: &Library,
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &PlayArgs,
) -> Result<Verdict, CliError> {
    let stdin = io::stdin();
    play_from(library, kept, words, out, wanted, &mut stdin.lock(), at_keyboard())
}

/// Asks for a level first.
pub(super) fn choose_and_play(
    library: &Library,
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &PlayArgs,
) -> Result<Verdict, CliError> {
    let shelf: Vec<_> = library.levels().into_iter().filter_map(|entry| entry.level.ok()).collect();
    let names: Vec<(&str, &str)> =
        shelf.iter().map(|level| (level.id.as_str(), level.title.as_str())).collect();
    let stdin = io::stdin();
    let mut from = stdin.lock();
    resume::offer(kept, words, out)?;
    let chosen = choose(words, out, &mut Input::new(&mut from, at_keyboard()), "cli-choose-level", &names)?;
    let Some(level) = chosen.and_then(|at| shelf.get(at)) else {
        return Ok(Verdict::Done);
    };
    let game = GameArgs { level: level.id.clone(), ..wanted.game.clone() };
    let wanted = PlayArgs { game, ..wanted.clone() };
    begin(library, kept, words, out, &wanted, &mut from, at_keyboard())
}

/// Plays with the lines of a text, and keeps nothing.
pub(super) fn play_lines(
    library: &Library,
    words: &Words,
    out: &mut Out<'_>,
    [level, rules, party]: [&str; 3],
    seed: u64,
    mut lines: &[u8],
) -> Result<Verdict, CliError> {
    let (level, rules) = (level.to_owned(), Some(rules.to_owned()));
    let game = GameArgs { level, rules, seed: Some(seed), ..GameArgs::default() };
    let wanted = PlayArgs { game, party: Some(party.to_owned()) };
    play_from(library, &Kept::nowhere(), words, out, &wanted, &mut lines, false)
}

/// Plays with commands from anywhere.
fn play_from(
    library: &Library,
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &PlayArgs,
    from: &mut dyn BufRead,
    keyboard: bool,
) -> Result<Verdict, CliError> {
    // Whoever names a party knows what to play.
    if wanted.party.is_none() {
        resume::offer(kept, words, out)?;
    }
    begin(library, kept, words, out, wanted, from, keyboard)
}

/// Begins a game, and plays it.
fn begin(
    library: &Library,
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    wanted: &PlayArgs,
    from: &mut dyn BufRead,
    keyboard: bool,
) -> Result<Verdict, CliError> {
    let args = &wanted.game;
    let game = library.game(&args.level, args.rules.as_deref(), args.knowledge.map(Into::into))?;
    let mut input = Input::new(from, keyboard);
    let party = match &wanted.party {
        Some(name) => Some(party_named(words, &game, name)?),
        None => {
            let parties = names_of(&game.level);
            choose(words, out, &mut input, "cli-choose-party", &parties)?.map(PartyId::from_index)
        }
    };
    let Some(party) = party else {
        return Ok(Verdict::Done);
    };
    let seed = args.seed.unwrap_or_else(drawn_seed);
    watch::heading(words, out, &game, seed)?;
    let seats = game.by_party(|other| match other == party {
        true => record::Seat::Person(record::Person::default()),
        false => record::Seat::Opponent(args.difficulty.id()),
    });
    let mut played = Match::begin(game, seed, seats);
    let opponents = seated(&played).map_err(|error| CliError::Said(error.to_string()))?;
    match kept.saves() {
        Some(saves) => played.keep(Box::new(saves.journal(rand::random()))),
        None => out.line(words.get("cli-unsaved"))?,
    }
    let mut seat = Seat::new(kept, words, played, opponents, party);
    seat.play(out, &mut input)?;
    Ok(Verdict::Done)
}

/// Takes a seat again in a game that was played before.
pub(super) fn take_seat_again(
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
    (played, opponents, party): (Match, Opponents, PartyId),
    (from, keyboard): (&mut dyn BufRead, bool),
) -> Result<(), CliError> {
    if kept.saves().is_none() {
        out.line(words.get("cli-unsaved"))?;
    }
    Seat::new(kept, words, played, opponents, party).play_on(out, &mut Input::new(from, keyboard))
}

fn names_of(level: &Level) -> Vec<(&str, &str)> {
    level.parties.iter().map(|(_, party)| (party.id.as_str(), party.name.as_str())).collect()
}

/// Asks until one is named by number or name; nothing at the end of the input.
fn choose(
    words: &Words,
    out: &mut Out<'_>,
    input: &mut Input<'_>,
    question: &str,
    among: &[(&str, &str)],
) -> Result<Option<usize>, CliError> {
    out.line(words.get(question))?;
    for (at, (_, name)) in among.iter().enumerate() {
        out.line(words.text("cli-choice", &[("number", (at + 1).into()), ("name", (*name).into())]))?;
    }
    loop {
        let Some(line) = input.line(out)? else {
            out.line(words.get("cli-bye"))?;
            return Ok(None);
        };
        let number = line.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|at| *at < among.len());
        if number.is_some() {
            return Ok(number);
        }
        match find(&line, among) {
            Ok(at) => return Ok(Some(at)),
            Err(unclear) => out.line(unclear_text(words, &line, &unclear))?,
        }
    }
}

/// Why a name means nothing here, with the nearest one.
pub(super) fn unclear_text(words: &Words, wanted: &str, unclear: &Unclear) -> String {
    let wanted = ("wanted", wanted.chars().take(60).collect::<String>().into());
    match unclear {
        Unclear::Unknown(Some(near)) => {
            words.text("cli-unclear-near", &[wanted, ("near", near.as_str().into())])
        }
        Unclear::Unknown(None) => words.text("cli-unclear", &[wanted]),
        Unclear::Several(names) => {
            words.text("cli-unclear-several", &[wanted, ("names", names.join("; ").into())])
        }
    }
}

#[cfg(test)]
mod tests;
