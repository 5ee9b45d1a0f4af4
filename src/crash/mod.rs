//! What happens when a fault of the program stops it: it says what happened, where the game is kept, and how to report it.
//!
//! - [`watch`] puts a hook in place. The first fault of any thread is written down at once, before anything else can go wrong.
//! - A fault inside an opponent costs it its turn, one inside a debrief costs the reader its pages. Neither stops anything: it is said on
//!   the standard error and is no crash.
//! - A report holds nothing of the game but where it is kept: it can be sent on, the game itself holds every secret.
//! - The window starts itself anew with the report: see [`start_anew_with`].

mod drill;
mod report;

use std::ffi::OsString;
use std::io;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

pub use self::drill::Drill;
pub use self::report::Report;
use crate::play::contained::{self, Work};
use crate::storage::Saves;
use crate::storage::saves::kept;
use crate::words::Words;

/// The option with which the program starts itself anew; the report follows it.
pub const AFTER_CRASH: &str = "after-crash";

/// Whether a fault has come up.
static FIRST: Mutex<bool> = Mutex::new(false);

/// The options with which the program starts itself anew after a fault; nothing if it does not.
static ANEW: Mutex<Option<Vec<OsString>>> = Mutex::new(None);

/// Whether a fault now would start the program anew.
static MAY: AtomicBool = AtomicBool::new(true);

/// Notes faults from now on, in the words that are given. Reports go into the folder of saved games.
pub fn watch(words: Arc<Words>, saves: Option<Saves>) {
    std::panic::set_hook(Box::new(move |info| {
        let message = message(info);
        if let Some(work) = contained::now() {
            let key = match work {
                Work::Opponent => "crash-opponent",
                Work::Debrief => "crash-debrief",
            };
            eprintln!("{}", words.text(key, &[("message", message.into())]));
            return;
        }
        let mut first = FIRST.lock().unwrap_or_else(PoisonError::into_inner);
        if *first {
            // What breaks because something else broke would only hide what broke first.
            return;
        }
        let report = noted(message, info);
        let text = report.to_text(&words);
        let path = write(saves.as_ref(), report.when, &text);
        eprint!("{}", report.said(&words, path.as_deref()));
        // Nothing is unwound before: what is broken could break more, on its way out.
        if let Some(path) = path
            && let Err(error) = start_anew(&path)
        {
            eprintln!("{error}");
        }
        *first = true;
    }));
}

/// Whether a fault has come up that the program cannot go on after.
#[must_use]
pub fn happened() -> bool {
    *FIRST.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Has the program start itself anew after a fault, with these options, to show the report.
pub fn start_anew_with(options: Vec<OsString>) {
    *ANEW.lock().unwrap_or_else(PoisonError::into_inner) = Some(options);
}

/// Says whether a fault from now on starts the program anew. Not while it shows an earlier one: it could go round for ever.
pub fn may_start_anew(may: bool) {
    MAY.store(may, Ordering::Relaxed);
}

/// Starts the program anew in the place of this one. It returns only where that is not to be, or fails.
fn start_anew(report: &Path) -> io::Result<()> {
    let options = ANEW.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(options) = options.filter(|_| MAY.load(Ordering::Relaxed)) else { return Ok(()) };
    let mut again = Command::new(std::env::current_exe()?);
    again.args(options).arg(format!("--{AFTER_CRASH}")).arg(report).env_remove(drill::VARIABLE);
    replace(&mut again)
}

/// What this program holds, such as the lock of a journal, is let go before the next one begins.
#[cfg(unix)]
fn replace(again: &mut Command) -> io::Result<()> {
    use std::os::unix::process::CommandExt;
    Err(again.exec())
}

#[cfg(not(unix))]
fn replace(again: &mut Command) -> io::Result<()> {
    again.spawn()?;
    std::process::exit(101);
}

fn message(info: &PanicHookInfo<'_>) -> String {
    info.payload_as_str().unwrap_or("?").to_owned()
}

fn noted(message: String, info: &PanicHookInfo<'_>) -> Report {
    let game = kept();
    Report {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        when: SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()),
        message,
        place: info.location().map_or_else(String::new, ToString::to_string),
        thread: std::thread::current().name().unwrap_or("?").to_owned(),
        game: game.as_ref().map(|game| game.path.clone()),
        done: game.as_ref().map_or(0, |game| game.entries),
        trouble: game.and_then(|game| game.trouble),
    }
}

/// Writes a report beside the saved games, or else among what the system throws away in time.
fn write(saves: Option<&Saves>, when: u64, text: &str) -> Option<PathBuf> {
    let name = format!("{when:010}-{}", std::process::id());
    let usual = saves.and_then(|saves| saves.report(&name, text).ok());
    usual.or_else(|| {
        let path = std::env::temp_dir().join(format!("rare-terms-{name}.txt"));
        std::fs::write(&path, text).ok().map(|()| path)
    })
}
