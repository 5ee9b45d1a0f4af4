//! The commands without a window, and the choice of what to start.
//!
//! - Output is plain lines: no colour, no box drawing, no moving cursor; a screen reader reads it as it comes.
//! - What belongs to a result goes to the standard output, what went wrong to the standard error.
//! - The same seed gives the same output, but for the games a second of `simulate` and when a game was written.
//! - A reader that goes away (`| head`) ends the program quietly.
//! - Exit codes: 0 done; 1 a file has faults or something could not be had; 2 the command line is wrong.
//!
//! What the commands are called and how their options are spelled belongs to the program, so it stands here and not among
//! the words; everything that is said while playing comes from the words.

mod analyze;
mod args;
mod bound;
mod check;
mod doubts;
mod explain;
mod export;
mod fork;
mod import;
mod kept;
mod levels;
mod names;
mod opponents;
mod out;
mod play;
mod replay;
mod report;
mod result;
mod resume;
mod saves;
mod seat;
mod seats;
mod simulate;
mod start;
mod tournament;
mod watch;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::crash;
use crate::storage::Library;
use crate::words::Words;
use args::{Args, What};
use kept::Kept;
use out::{CliError, Out, Verdict};

/// Runs the program for a command line; the first argument is the program's own name.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => {
            // Help and version come this way too; a reader that has gone away is no concern of theirs.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    // Not locked: a window's own messages come from other threads.
    match run(&args, &mut Out::new(&mut io::stdout())) {
        Ok(Verdict::Done) | Err(CliError::Gone) => ExitCode::SUCCESS,
        Ok(Verdict::Faults) => ExitCode::FAILURE,
        Err(error) => {
            out::complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Plays a seat with the lines of a text, as `play` does with those of a pipe. Whether the game could be begun and nothing went wrong.
pub fn play_lines(
    level: &str,
    rules: &str,
    party: &str,
    seed: u64,
    lines: &[u8],
    to: &mut dyn Write,
) -> bool {
    let (library, words) = (Library::default(), Words::english());
    play::play_lines(&library, &words, &mut Out::new(to), [level, rules, party], seed, lines).is_ok()
}

fn run(args: &Args, out: &mut Out<'_>) -> Result<Verdict, CliError> {
    let library = Library::new(args.data.clone());
    library.check_folder()?;
    let words = match library.data() {
        Some(data) => Words::with_dir(data)?,
        None => Words::english(),
    };
    let kept = Kept::new(args.saves.clone());
    crash::watch(std::sync::Arc::new(watched(&library)), kept.saves().cloned());
    if let Some(drill) = crash::Drill::asked() {
        drill.hold(None);
    }
    match &args.what {
        None => start::start(library, &kept, args, &words, out),
        Some(What::Play(wanted)) => play::play(&library, &kept, &words, out, wanted),
        Some(What::Resume { game }) => resume::resume(&library, &kept, &words, out, game.as_deref()),
        Some(What::Saves) => saves::saves(&kept, &words, out),
        Some(What::Replay(wanted)) => replay::replay(&library, &kept, &words, out, wanted),
        Some(What::Fork(wanted)) => fork::fork(&kept, &words, out, wanted),
        Some(What::Export(wanted)) => export::export(&kept, &words, out, wanted),
        Some(What::Explain(wanted)) => explain::explain(&kept, &words, out, wanted),
        Some(What::Report(wanted)) => report::report(&kept, &words, out, wanted),
        Some(What::Watch(wanted)) => watch::watch(&library, &words, out, wanted),
        Some(What::Check { files }) => check::check(&library, &kept, &words, out, files),
        Some(What::Simulate(wanted)) => simulate::simulate(&library, &words, out, wanted),
        Some(What::Tournament(wanted)) => tournament::tournament(&library, &words, out, wanted),
        Some(What::Seat(wanted)) => seat::seat(&library, &words, wanted),
        Some(What::Analyze(wanted)) => analyze::analyze(&library, &kept, &words, out, wanted),
        Some(What::Import(wanted)) => import::import(&words, out, wanted),
        Some(What::Opponents) => opponents::opponents(&words, out),
        Some(What::Levels) => levels::levels(&library, &words, out),
    }
}

/// The words in which a fault is told.
fn watched(library: &Library) -> Words {
    library.data().and_then(|data| Words::with_dir(data).ok()).unwrap_or_default()
}

/// Whether somebody sits at the keyboard.
fn at_keyboard() -> bool {
    io::stdin().is_terminal()
}

/// A seed where none was given. It is short, so that it can be typed again.
fn drawn_seed() -> u64 {
    u64::from(rand::random::<u32>())
}
