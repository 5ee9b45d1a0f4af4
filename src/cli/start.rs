//! No command: the window, or the terminal where there is no display, or a story where there is neither.

use super::args::{Args, GameArgs, PlayArgs};
use super::kept::Kept;
use super::out::{CliError, Out, Verdict};
use super::{at_keyboard, play, watch};
use crate::storage::Library;
#[cfg(feature = "window")]
use crate::storage::{Saves, SettingsFile};
use crate::words::Words;

/// The level that is told where nobody can play.
const STORY: &str = "tokyo_2025";

/// Starts what fits the place.
pub(super) fn start(
    library: Library,
    kept: &Kept,
    args: &Args,
    words: &Words,
    out: &mut Out<'_>,
) -> Result<Verdict, CliError> {
    #[cfg(feature = "window")]
    if has_display() {
        return open(library, kept.saves().cloned(), args);
    }
    if let Some(report) = &args.after_crash {
        // No window can say it.
        return Err(CliError::Said(
            std::fs::read_to_string(report).unwrap_or_else(|error| error.to_string()),
        ));
    }
    #[cfg(feature = "window")]
    out.line(words.get("cli-no-display"))?;
    #[cfg(not(feature = "window"))]
    out.line(words.get("cli-no-window"))?;
    if at_keyboard() {
        out.line(words.get("cli-start-terminal"))?;
        return play::choose_and_play(&library, kept, words, out, &PlayArgs::default());
    }
    out.line(words.get("cli-start-story"))?;
    out.gap()?;
    let wanted = GameArgs { level: STORY.to_owned(), ..GameArgs::default() };
    watch::watch(&library, words, out, &wanted)
}

/// Opens the window. After a fault the program starts itself anew and says what happened.
#[cfg(feature = "window")]
fn open(library: Library, saves: Option<Saves>, args: &Args) -> Result<Verdict, CliError> {
    use crate::crash;

    let mut options = Vec::new();
    for (name, path) in [("--data", &args.data), ("--saves", &args.saves), ("--settings", &args.settings)] {
        options.extend(path.iter().flat_map(|path| [name.into(), path.clone().into_os_string()]));
    }
    crash::start_anew_with(options);
    // A window that cannot be opened would be tried for ever.
    crash::may_start_anew(args.after_crash.is_none());
    let settings = args.settings.clone().map(SettingsFile::new).or_else(SettingsFile::usual);
    let ended = crate::screens::run(library, saves, settings, args.after_crash.clone());
    if crash::happened() {
        return Ok(Verdict::Faults);
    }
    ended.map(|()| Verdict::Done).map_err(CliError::Said)
}

/// Whether a window can be shown: on Linux a display has to be named, elsewhere there always is one.
#[cfg(feature = "window")]
fn has_display() -> bool {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}
