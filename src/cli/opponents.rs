//! `opponents`: who can play, by name.

use super::out::{CliError, Out, Verdict};
use crate::opponents::{Difficulty, Reference, characters};
use crate::words::Words;

/// Lists the difficulties, the characters with their voices, and the references.
pub(super) fn opponents(words: &Words, out: &mut Out<'_>) -> Result<Verdict, CliError> {
    out.line(words.get("cli-opponents-tiers"))?;
    for difficulty in Difficulty::ALL {
        let note = words.get(&format!("difficulty-{}.note", difficulty.id()));
        out.line(line(words, difficulty.id(), note))?;
    }
    out.line(words.get("cli-opponents-characters"))?;
    for character in characters() {
        let [_, about, voice] = character.keys().map(|key| words.get(&key));
        out.line(line(words, &character.id, about))?;
        out.line(words.text("cli-opponents-voice", &[("voice", voice.into())]))?;
    }
    out.line(words.get("cli-opponents-references"))?;
    for reference in Reference::ALL {
        out.line(line(words, reference.id(), words.opponent(reference.id())))?;
    }
    Ok(Verdict::Done)
}

fn line(words: &Words, name: &str, about: String) -> String {
    words.text("cli-opponents-line", &[("name", name.into()), ("about", about.into())])
}
