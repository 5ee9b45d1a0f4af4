//! Where games are kept, and how a saved game is found, opened and told of.

use std::path::{Path, PathBuf};

use super::out::{CliError, Verdict, complain};
use crate::play::{Match, ReplayError, Summary};
use crate::rules::game::Game;
use crate::rules::ids::PartyId;
use crate::rules::record::{Reading, Record};
use crate::rules::source::{Fault, name_help};
use crate::storage::Saves;
use crate::storage::disk::now;
use crate::storage::saves::{SaveError, Shelf, Slot};
use crate::words::Words;
use crate::words::tell::Story;

/// The folder of saved games, if there is one.
pub(super) struct Kept {
    given: Option<PathBuf>,
    saves: Option<Saves>,
}

/// A saved game that was asked for.
pub(super) struct Asked {
    pub(super) path: PathBuf,
    /// The shelf that it lies on; none if it lies elsewhere.
    pub(super) shelf: Option<Shelf>,
}

impl Asked {
    /// What it is called: a name on the shelves, or its path.
    pub(super) fn name(&self) -> String {
        match self.shelf {
            Some(_) => self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()),
            None => None,
        }
        .unwrap_or_else(|| self.path.display().to_string())
    }
}

impl From<Slot> for Asked {
    fn from(slot: Slot) -> Self {
        Self { path: slot.path, shelf: Some(slot.shelf) }
    }
}

impl Kept {
    /// The folder that was given, or the usual one of the system.
    pub(super) fn new(given: Option<PathBuf>) -> Self {
        let saves = given.clone().or_else(Saves::usual_folder).map(Saves::new);
        Self { given, saves }
    }

    /// No folder at all: nothing is kept.
    pub(super) fn nowhere() -> Self {
        Self { given: None, saves: None }
    }

    /// The saved games, if there is a place for them.
    pub(super) fn saves(&self) -> Option<&Saves> {
        self.saves.as_ref()
    }

    /// The saved games.
    pub(super) fn need(&self, words: &Words) -> Result<&Saves, CliError> {
        self.saves.as_ref().ok_or_else(|| CliError::Said(words.get("cli-saves-no-home")))
    }

    /// A command line of this program that uses the same folder.
    pub(super) fn command(&self, rest: &str) -> String {
        match &self.given {
            Some(folder) => format!("rare-terms {rest} --saves {}", in_shell(&folder.display().to_string())),
            None => format!("rare-terms {rest}"),
        }
    }

    /// A saved game by path or name; a path that exists wins.
    pub(super) fn find(&self, words: &Words, wanted: &str) -> Result<Asked, CliError> {
        let path = Path::new(wanted);
        if path.is_file() {
            let shelf = self.saves.as_ref().and_then(|saves| saves.shelf_of(path));
            return Ok(Asked { path: path.to_owned(), shelf });
        }
        let name = ("name", wanted.chars().take(80).collect::<String>().into());
        // A path that leads nowhere is nobody's name.
        if path.components().count() > 1 {
            return Err(CliError::Said(words.text("cli-game-no-file", &[name])));
        }
        if let Some(slot) = self.saves.as_ref().and_then(|saves| saves.named(wanted)) {
            return Ok(slot.into());
        }
        let list = |shelf| self.saves.as_ref().and_then(|saves| saves.list(shelf).ok()).unwrap_or_default();
        let names: Vec<String> = Shelf::ALL.into_iter().flat_map(list).map(|slot| slot.name()).collect();
        let help = name_help(wanted, names.iter().map(String::as_str));
        Err(CliError::Said(words.text("cli-game-unknown", &[name, ("help", help.into())])))
    }

    /// Reads a saved game, as far as it is whole.
    pub(super) fn read(&self, path: &Path) -> Result<Reading, SaveError> {
        match &self.saves {
            Some(saves) => saves.read(path),
            None => Saves::new(PathBuf::new()).read(path),
        }
    }

    /// Opens a saved game to look at, as far as it is whole, and complains where a part is missing: the standard output is for the answer
    /// alone.
    pub(super) fn open(&self, words: &Words, asked: &Asked) -> Result<(Record, Verdict), CliError> {
        let reading = self.read(&asked.path).map_err(|error| self.unreadable(words, &error))?;
        let Some(fault) = &reading.damage else { return Ok((reading.record, Verdict::Done)) };
        complain(&self.damaged(words, asked, &reading.record, fault).join("\n"));
        Ok((reading.record, Verdict::Faults))
    }

    /// Why a saved game cannot be read, and which whole one is the newest.
    pub(super) fn unreadable(&self, words: &Words, error: &SaveError) -> CliError {
        let what = error.to_string();
        let SaveError::Damaged(_) = error else { return CliError::Said(what) };
        let whole = self.saves.as_ref().and_then(newest_whole);
        let help = match whole {
            Some(slot) => words.text("cli-game-newest-whole", &[("name", slot.name().into())]),
            None => words.get("cli-game-none-whole"),
        };
        CliError::Said(format!("{what}\n  {help}"))
    }

    /// What is wrong with a saved game, and what there is instead.
    pub(super) fn damaged(&self, words: &Words, asked: &Asked, whole: &Record, fault: &Fault) -> Vec<String> {
        let name = ("name", asked.name().into());
        let mut lines = vec![words.text("cli-game-damaged", &[name, ("fault", fault.to_string().into())])];
        lines.push(self.instead(words, whole));
        lines
    }

    /// What there is in the place of a damaged game, of which so much is whole.
    pub(super) fn instead(&self, words: &Words, whole: &Record) -> String {
        let newer = self.saves.as_ref().and_then(|saves| saves.newest_whole(whole));
        match newer {
            Some((slot, _)) => words.text("cli-game-newer-whole", &[("name", slot.name().into())]),
            None => words.get("cli-game-whole-part"),
        }
    }
}

/// The newest game that is whole: of the autosaves and the games saved by name, then of those being played.
fn newest_whole(saves: &Saves) -> Option<Slot> {
    let list = |shelf| saves.list(shelf).unwrap_or_default();
    let mut slots: Vec<Slot> =
        [Shelf::Auto, Shelf::Saved, Shelf::Running].into_iter().flat_map(list).collect();
    slots.sort_by_key(|slot| std::cmp::Reverse(slot.when));
    slots.into_iter().find(|slot| saves.read(&slot.path).is_ok_and(|reading| reading.damage.is_none()))
}

/// Why a record cannot be played here.
pub(super) fn unplayable(words: &Words, record: &Record, error: &ReplayError) -> String {
    let wrote = ("wrote", record.head.version.chars().take(40).collect::<String>().into());
    let own = ("own", env!("CARGO_PKG_VERSION").into());
    let what = words.text("cli-game-unplayable", &[wrote, own, ("why", error.to_string().into())]);
    match error.entry() {
        Some(_) => format!("{what}\n  {}", words.get("cli-game-plays-until")),
        None => what,
    }
}

/// Plays a record to its end, or says why that cannot be.
pub(super) fn replayed(words: &Words, record: &Record) -> Result<Match, CliError> {
    Match::resume(record.clone()).map_err(|error| CliError::Said(unplayable(words, record, &error)))
}

/// What a list says of a game, without its name.
pub(super) fn told(words: &Words, summary: &Summary) -> String {
    let game = &summary.game;
    let people: Vec<String> = summary
        .people
        .iter()
        .map(|player| {
            let party = party_name(game, player.party);
            match player.name.as_str() {
                "" => party,
                name => words.text("cli-saves-person", &[("party", party.into()), ("name", name.into())]),
            }
        })
        .collect();
    let place = match summary.over {
        true => words.get("cli-saves-over"),
        false => words.text(
            "cli-saves-round",
            &[("round", summary.round.0.into()), ("rounds", game.level.rounds.len().into())],
        ),
    };
    let mut text = words.text(
        "cli-saves-told",
        &[
            ("title", game.level.title.as_str().into()),
            ("rules", game.rules.name.as_str().into()),
            ("people", people.join(", ").into()),
            ("place", place.into()),
        ],
    );
    for player in &summary.people {
        let Some(score) = player.score else { continue };
        // Points are worded alike whoever reads.
        let story = Story::new(game, None);
        let points = story.teller(words, game).points(score);
        let key = if summary.over { "cli-saves-score" } else { "cli-saves-so-far" };
        let party = ("party", party_name(game, player.party).into());
        text = format!("{text} {}", words.text(key, &[party, ("points", points.into())]));
    }
    text
}

/// When something was written, counted from now.
pub(super) fn ago(words: &Words, when: u64) -> String {
    words.ago(now().saturating_sub(when))
}

fn party_name(game: &Game, party: PartyId) -> String {
    game.level.parties.0.get(party.index()).map_or_else(String::new, |party| party.name.clone())
}

/// A word of a command line as it has to be typed.
pub(super) fn in_shell(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/\\._-:~+=@".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.to_owned() } else { format!("\"{word}\"") }
}
