//! No command: the window, or the terminal where there is no display, or a story where there is neither.

use super::args::{GameArgs, PlayArgs};
use super::kept::Kept;
use super::out::{CliError, Out, Verdict};
use super::{at_keyboard, play, watch};
use crate::storage::Library;
use crate::words::Words;

/// The level that is told where nobody can play.
const STORY: &str = "tokyo_2025";

/// Starts what fits the place.
pub(super) fn start(
    library: Library,
    kept: &Kept,
    words: &Words,
    out: &mut Out<'_>,
) -> Result<Verdict, CliError> {
    #[cfg(feature = "window")]
    if has_display() {
        return crate::screens::run(library).map(|()| Verdict::Done).map_err(CliError::Said);
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

/// Whether a window can be shown: on Linux a display has to be named, elsewhere there always is one.
#[cfg(feature = "window")]
fn has_display() -> bool {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}
