//! What is analysed: a game, a position in it, and who would sign. A level is looked at as it begins, a saved game at any moment.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::args::AnalyzeArgs;
use super::super::import;
use super::super::kept::Kept;
use super::super::out::{CliError, Verdict};
use super::super::replay::{entries_at, opened, retold};
use super::super::seats::{party_named, reader};
use crate::import::{is_domain, level};
use crate::rules::chance::Chance;
use crate::rules::check;
use crate::rules::game::Game;
use crate::rules::ids::PartySet;
use crate::rules::position::Position;
use crate::rules::referee;
use crate::rules::source::Source;
use crate::storage::saves::is_saved_game;
use crate::storage::{Library, StorageError};
use crate::words::Words;

/// A game at a position, and who would sign.
pub(super) struct Subject {
    pub(super) game: Arc<Game>,
    pub(super) at: Position,
    pub(super) parties: PartySet,
    /// Whether the file that it comes from is sound.
    pub(super) verdict: Verdict,
}

impl Subject {
    /// Reads what the command line names.
    pub(super) fn read(
        library: &Library,
        kept: &Kept,
        words: &Words,
        wanted: &AnalyzeArgs,
    ) -> Result<Self, CliError> {
        if let [file] = &wanted.files[..]
            && is_saved_game(Path::new(file))
        {
            return Self::saved(kept, words, file, wanted);
        }
        if wanted.at.is_some() || wanted.party.is_some() {
            return Err(CliError::Said(words.get("cli-analyze-saved-only")));
        }
        let game = match domain_files(&wanted.files)? {
            Some(files) => domain_game(library, words, &files, wanted.rules.as_deref())?,
            None => match &wanted.files[..] {
                [level] => library.game(level, wanted.rules.as_deref(), None)?,
                _ => return Err(CliError::Said(words.get("cli-analyze-one-level"))),
            },
        };
        let at = start(&game);
        Self::at(words, game, at, &wanted.parties)
    }

    /// A moment of a saved game, as its reader may know it: everything once it is over, else what a person's own seat knew.
    fn saved(kept: &Kept, words: &Words, file: &str, wanted: &AnalyzeArgs) -> Result<Self, CliError> {
        let asked = kept.find(words, file)?;
        if wanted.rules.is_some() {
            return Err(CliError::Said(words.get("cli-analyze-rules-kept")));
        }
        let (record, verdict) = kept.open(words, &asked)?;
        let mut replay = opened(words, &record)?;
        let reader = reader(words, &replay, wanted.party.as_deref())?;
        if let Some(at) = wanted.at {
            replay.go(entries_at(words, &retold(words, &replay, reader)?, at)?);
        }
        let now = replay.now();
        let at = reader.map_or_else(|| now.truth(), |seat| &now.view(seat).position).clone();
        let subject = Self::at(words, now.game().clone(), at, &wanted.parties)?;
        Ok(Self { verdict, ..subject })
    }

    /// A position of a game, with the parties that are named, or all.
    fn at(words: &Words, game: Arc<Game>, at: Position, named: &[String]) -> Result<Self, CliError> {
        let mut parties = PartySet::NONE;
        for name in named {
            parties = parties.with(party_named(words, &game, name)?);
        }
        match parties.len() {
            0 => parties = game.level.everyone(),
            1 => return Err(CliError::Said(words.get("cli-analyze-two"))),
            _ => {}
        }
        Ok(Self { game, at, parties, verdict: Verdict::Done })
    }
}

/// The start of a game as its level gives it: mandates that were drawn are no part of it, so the mean of all counts.
fn start(game: &Game) -> Position {
    let (mut at, _) = referee::open(game, Chance::new(0));
    at.mandates = game.by_party(|_| None);
    at
}

/// The files, if the first of them is there and is a domain.
pub(in crate::cli) fn domain_files(files: &[String]) -> Result<Option<Vec<PathBuf>>, CliError> {
    let Some(first) = files.first().map(Path::new).filter(|path| path.is_file()) else {
        return Ok(None);
    };
    // Levels are smaller; one that is too large or broken is told so by whoever reads levels.
    let ours = first.extension().is_none_or(|end| end != "ron") && is_domain(&Library::domain_file(first)?);
    Ok(ours.then(|| files.iter().map(PathBuf::from).collect()))
}

pub(in crate::cli) fn domain_game(
    library: &Library,
    words: &Words,
    files: &[PathBuf],
    rules: Option<&str>,
) -> Result<Arc<Game>, CliError> {
    let domain = import::read(files)?;
    let raw = level(&domain, &import::phrases(words, &domain));
    let name = files.first().map(|path| path.display().to_string()).unwrap_or_default();
    // No text is made of it: a domain with a number for every package may be larger than the file of a level.
    let source = Source::new(name, "");
    let level = check::checked_level(&source, &raw).map_err(StorageError::from)?;
    Ok(library.game_of(&level, rules, None)?)
}
