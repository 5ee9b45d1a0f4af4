//! The commands without a window, and the choice of what to start.
//!
//! - Output is plain lines: no colour, no box drawing, no moving cursor; a screen reader reads it as it comes.
//! - What belongs to a result goes to the standard output, what went wrong to the standard error.
//! - The same seed gives the same output, but for the games a second of `simulate`.
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
mod estimate;
mod import;
mod levels;
mod names;
mod out;
mod play;
mod result;
mod simulate;
mod start;
mod watch;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use clap::Parser;

use crate::storage::Library;
use crate::words::Words;
use args::{Args, What};
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

fn run(args: &Args, out: &mut Out<'_>) -> Result<Verdict, CliError> {
    let library = Library::new(args.data.clone());
    library.check_folder()?;
    let words = match library.data() {
        Some(data) => Words::with_dir(data)?,
        None => Words::english(),
    };
    match &args.what {
        None => start::start(library, &words, out),
        Some(What::Play(wanted)) => play::play(&library, &words, out, wanted),
        Some(What::Watch(wanted)) => watch::watch(&library, &words, out, wanted),
        Some(What::Check { files }) => check::check(&library, &words, out, files),
        Some(What::Simulate(wanted)) => simulate::simulate(&library, &words, out, wanted),
        Some(What::Analyze(wanted)) => analyze::analyze(&library, &words, out, wanted),
        Some(What::Import(wanted)) => import::import(&words, out, wanted),
        Some(What::Levels) => levels::levels(&library, &words, out),
    }
}

/// Whether somebody sits at the keyboard.
fn at_keyboard() -> bool {
    io::stdin().is_terminal()
}

/// A seed where none was given. It is short, so that it can be typed again.
fn drawn_seed() -> u64 {
    u64::from(rand::random::<u32>())
}
