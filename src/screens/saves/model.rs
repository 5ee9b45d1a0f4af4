//! What the list of saved games shows. A game is named by what may be known to whoever reads the list, and by nothing else.

use super::files::{About, Damage, File, Files};
use super::trouble::Page;
use crate::rules::record::Seat;
use crate::screens::clock::when;
use crate::screens::wording::{PartyName, list, score};
use crate::storage::saves::Shelf;
use crate::words::Words;

/// A game in the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Card {
    pub(super) title: String,
    pub(super) who: String,
    pub(super) when: String,
    /// Whether something is wrong with it.
    pub(super) bad: bool,
}

/// The games of a shelf.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Group {
    pub(super) heading: String,
    /// The place of its first card in the whole list.
    pub(super) first: usize,
    pub(super) cards: Vec<Card>,
}

/// What stands on the paper about the chosen game.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Sheet {
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) parties: Vec<(PartyName, String)>,
    pub(super) facts: Vec<(String, String)>,
    /// What is wrong with it.
    pub(super) wrong: Option<String>,
    /// What a reader should know.
    pub(super) notes: Vec<String>,
    pub(super) path: String,
    /// The main action.
    pub(super) go: String,
    /// Why it cannot be done.
    pub(super) go_off: Option<String>,
    pub(super) replay_off: Option<String>,
    pub(super) secrets: String,
}

/// What the list of saved games shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Model {
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) groups: Vec<Group>,
    pub(super) chosen: usize,
    pub(super) sheet: Option<Sheet>,
    /// In the place of the sheet: why a game could not be opened.
    pub(super) trouble: Option<Page>,
    /// Whether the chosen game is about to be removed.
    pub(super) removing: Option<String>,
    /// What there is to say in the place of a list.
    pub(super) empty: Option<String>,
    pub(super) troubles: Vec<String>,
    pub(super) replay: String,
    pub(super) remove: String,
    pub(super) copy: String,
    pub(super) copied: bool,
    pub(super) copied_text: String,
    pub(super) back: String,
    /// Back from a game that could not be opened.
    pub(super) to_list: String,
    pub(super) keep: String,
    pub(super) labels: [String; 3],
}

/// The message that names a shelf.
pub(super) fn shelf_key(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Running => "saves-running",
        Shelf::Saved => "saves-saved",
        Shelf::Auto => "saves-auto",
        Shelf::Finished => "saves-finished",
    }
}

impl Model {
    pub(super) fn of(
        words: &Words,
        files: &Files,
        state: &super::State,
        folder: Option<&str>,
        now: u64,
    ) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        for shelf in Shelf::ALL {
            let mut cards = Vec::new();
            let first = files.list.iter().position(|file| file.slot.shelf == shelf).unwrap_or(0);
            for file in files.list.iter().filter(|file| file.slot.shelf == shelf) {
                cards.push(card(words, file, now));
            }
            if !cards.is_empty() {
                groups.push(Group { heading: words.get(shelf_key(shelf)), first, cards });
            }
        }
        let empty = match (folder, files.known, groups.is_empty()) {
            (None, _, _) => Some(words.get("saves-no-folder")),
            (_, false, true) => Some(words.get("saves-reading")),
            (_, true, true) => Some(words.get("saves-none")),
            _ => None,
        };
        let chosen = state.chosen.min(files.list.len().saturating_sub(1));
        let file = files.list.get(chosen);
        Self {
            title: words.get("saves-title"),
            lead: folder
                .map_or_else(String::new, |folder| words.text("saves-lead", &[("folder", folder.into())])),
            groups,
            chosen,
            sheet: file.map(|file| sheet(words, file, now)),
            trouble: state.trouble.clone(),
            removing: file
                .filter(|_| state.removing)
                .map(|file| words.text("saves-remove-ask", &[("name", file.slot.name().into())])),
            empty,
            troubles: files.troubles.iter().chain(&state.failed).cloned().collect(),
            replay: words.get("saves-replay"),
            remove: words.get("saves-remove"),
            copy: words.get("saves-copy"),
            copied: state.copied,
            copied_text: words.get("saves-copied"),
            back: words.get("saves-back"),
            to_list: words.get("saves-to-list"),
            keep: words.get("saves-remove-not"),
            labels: ["saves-happened", "saves-is-safe", "saves-todo"].map(|key| words.get(key)),
        }
    }
}

fn card(words: &Words, file: &File, now: u64) -> Card {
    let when = when(words, file.slot.when, now);
    match &file.about {
        Ok(about) => Card {
            title: title(file, about),
            who: words.text(
                "saves-line",
                &[("who", who(words, about).into()), ("round", round(words, about).into())],
            ),
            when,
            bad: about.damage.is_some(),
        },
        Err(_) => Card { title: file.slot.name(), who: words.get("saves-cannot-be-read"), when, bad: true },
    }
}

/// A game saved by name is called by it; any other by its level.
fn title(file: &File, about: &About) -> String {
    match file.slot.shelf {
        Shelf::Saved => file.slot.name(),
        Shelf::Running | Shelf::Auto | Shelf::Finished => about.summary.game.level.title.clone(),
    }
}

/// The party that a person plays, or the people who share it.
pub(super) fn who(words: &Words, about: &About) -> String {
    let game = &about.summary.game;
    let name = |party| game.level.parties.0.get(usize::from(party)).map_or("?", |party| party.name.as_str());
    let people: Vec<String> = about
        .summary
        .people
        .iter()
        .map(|player| {
            let party = name(player.party.0);
            match player.name.as_str() {
                "" => party.to_owned(),
                person => words.text("saves-person", &[("person", person.into()), ("party", party.into())]),
            }
        })
        .collect();
    if people.is_empty() { words.get("saves-opponents-only") } else { list(words, &people) }
}

/// How far it has come.
pub(super) fn round(words: &Words, about: &About) -> String {
    let (round, rounds) = (about.summary.round.0.max(1), about.summary.game.level.last_round().0);
    if about.summary.over {
        return words.text("saves-over", &[("rounds", rounds.into())]);
    }
    words.text("saves-round", &[("round", round.into()), ("rounds", rounds.into())])
}

/// What is wrong with it, in a sentence.
pub(super) fn wrong(words: &Words, damage: &Damage) -> String {
    match damage {
        Damage::Line { line, entries } => {
            words.text("saves-wrong-line", &[("line", (*line).into()), ("entries", (*entries).into())])
        }
        Damage::Plays { entries, why } => {
            words.text("saves-wrong-plays", &[("entries", (*entries).into()), ("why", why.into())])
        }
    }
}

fn sheet(words: &Words, file: &File, now: u64) -> Sheet {
    let path = file.slot.path.display().to_string();
    let written = (words.get("saves-when"), when(words, file.slot.when, now));
    let over = file.about.as_ref().is_ok_and(|about| about.summary.over);
    let go = words.get(match file.slot.shelf {
        Shelf::Running => "saves-go-on",
        _ if over => "saves-debrief",
        _ => "saves-open",
    });
    let secrets = words.get("saves-secrets");
    let about = match &file.about {
        Ok(about) => about,
        Err(why) => {
            return Sheet {
                title: file.slot.name(),
                lead: words.get("saves-cannot-be-read"),
                parties: Vec::new(),
                facts: vec![written],
                wrong: Some(why.clone()),
                notes: Vec::new(),
                path,
                go,
                go_off: None,
                replay_off: Some(words.get("saves-cannot-be-read")),
                secrets,
            };
        }
    };
    let game = &about.summary.game;
    let parties = about
        .head
        .seats
        .iter()
        .filter(|(party, _)| party.index() < game.parties())
        .map(|(party, seat)| (PartyName::of(game, party), plays(words, seat)))
        .collect();
    let mut facts = vec![
        (words.get("saves-stands"), round(words, about)),
        (words.get("saves-rules"), game.rules.name.clone()),
    ];
    let locked = about.head.seats.iter().any(|(_, seat)| seat.person().is_some_and(|p| p.pin.is_some()));
    for player in &about.summary.people {
        // Whoever locks a seat wants nobody to read over their shoulder.
        if let Some(points) = player.score.filter(|_| about.summary.over || !locked) {
            let key = if about.summary.over { "saves-score-final" } else { "saves-score" };
            let name = &game.level.parties[player.party].name;
            facts.push((words.text(key, &[("party", name.into())]), score(game, points)));
        }
    }
    facts.push(written);
    let shared = about.summary.people.len() > 1;
    let mut notes = Vec::new();
    if about.edited {
        notes.push(words.get("saves-edited"));
    }
    if about.head.version != env!("CARGO_PKG_VERSION") {
        notes.push(words.text("saves-version", &[("version", (&about.head.version).into())]));
    }
    if about.head.forked.is_some() {
        notes.push(words.get("saves-forked"));
    }
    Sheet {
        title: title(file, about),
        lead: match file.slot.shelf {
            Shelf::Saved => game.level.title.clone(),
            shelf => words.get(&format!("{}.note", shelf_key(shelf))),
        },
        parties,
        facts,
        wrong: about.damage.as_ref().map(|damage| wrong(words, damage)),
        notes,
        path,
        go_off: (!over && about.summary.people.is_empty()).then(|| words.get("saves-go-nobody")),
        go,
        replay_off: (!over && (shared || locked || about.summary.people.is_empty()))
            .then(|| words.get("saves-not-over.happened")),
        secrets,
    }
}

/// Who plays a party.
fn plays(words: &Words, seat: &Seat) -> String {
    match seat {
        Seat::Open => words.get("saves-seat-open"),
        Seat::Person(person) if person.name.is_empty() => words.get("saves-seat-you"),
        Seat::Person(person) => person.name.clone(),
        Seat::Opponent(how) => words.text("saves-seat-opponent", &[("how", words.opponent(how).into())]),
    }
}
