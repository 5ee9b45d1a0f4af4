//! What the page after a fault shows.

use std::path::{Path, PathBuf};

use crate::crash::Report;
use crate::play::Summary;
use crate::storage::Saves;
use crate::words::Words;

/// What the page after a fault shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Model {
    pub(super) title: String,
    pub(super) labels: [String; 3],
    pub(super) happened: String,
    pub(super) safe: String,
    pub(super) todo: Vec<String>,
    /// What and where, for whoever mends it.
    pub(super) detail: String,
    pub(super) path: String,
    /// The journal of the game that can go on.
    pub(super) game: Option<PathBuf>,
    pub(super) go_on: String,
    pub(super) menu: String,
    pub(super) copy: String,
    pub(super) copied: bool,
    pub(super) copied_text: String,
    pub(super) quit: String,
}

impl Model {
    pub(super) fn of(words: &Words, path: &Path, saves: Option<&Saves>) -> Self {
        let report = Report::read(path);
        let kept = report
            .as_ref()
            .and_then(|report| report.game.clone())
            .filter(|_| report.as_ref().is_some_and(|report| report.done > 0));
        // Only what can be read is called safe.
        let summary = kept.as_ref().zip(saves).and_then(|(game, saves)| {
            let record = saves.read(game).ok()?.record;
            Summary::of(&record).ok()
        });
        let safe = match (&summary, &kept, &report) {
            (Some(summary), Some(game), Some(report)) => {
                let mut text = words.text(
                    "crash-page-game",
                    &[
                        ("level", (&summary.game.level.title).into()),
                        ("round", summary.round.0.max(1).into()),
                        ("rounds", summary.game.level.last_round().0.into()),
                        ("path", game.display().to_string().into()),
                    ],
                );
                if let Some(why) = &report.trouble {
                    text.push(' ');
                    text.push_str(&words.text("crash-page-part", &[("why", why.into())]));
                }
                text
            }
            (None, Some(game), _) => {
                words.text("crash-page-unread", &[("path", game.display().to_string().into())])
            }
            _ => words.get("crash-no-game"),
        };
        let game = kept.filter(|_| summary.as_ref().is_some_and(|summary| !summary.over));
        let first = if game.is_some() { "crash-page-do-go-on" } else { "crash-page-do-menu" };
        Self {
            title: words.get("crash-page-title"),
            labels: ["saves-happened", "saves-is-safe", "saves-todo"].map(|key| words.get(key)),
            happened: words.get("crash-page-happened"),
            safe,
            todo: vec![words.get(first), words.get("crash-page-do-report")],
            detail: report.as_ref().map_or_else(String::new, |report| {
                format!(
                    "{}\n{} \u{b7} {} \u{b7} {}",
                    report.message, report.place, report.version, report.system
                )
            }),
            path: path.display().to_string(),
            game,
            go_on: words.get("crash-page-go-on"),
            menu: words.get("saves-back"),
            copy: words.get("crash-page-copy"),
            copied: false,
            copied_text: words.get("saves-copied"),
            quit: words.get("pause-quit"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::play::Match;
    use crate::play::auto::pass_safely;
    use crate::storage::Library;

    #[test]
    fn the_page_says_what_is_safe_and_only_that() {
        let words = Words::english();
        let folder = tempfile::tempdir().unwrap();
        let saves = Saves::new(folder.path().to_owned());
        let mut play = Match::new(Library::default().game("tutorial", None, None).unwrap(), 5);
        play.keep(Box::new(saves.journal(1)));
        let seat = play.waiting_for().iter().next().unwrap();
        pass_safely(&mut play, seat);
        let game = saves.list(crate::storage::saves::Shelf::Running).unwrap_or_default();
        assert!(game.is_empty(), "a game that is being played is in use");
        drop(play);
        let slot = saves.list(crate::storage::saves::Shelf::Running).unwrap().remove(0);
        let report = Report { game: Some(slot.path.clone()), done: 1, ..Report::default() };
        let at = folder.path().join("report.txt");
        let shown = |report: &Report| {
            std::fs::write(&at, report.to_text(&words)).unwrap();
            Model::of(&words, &at, Some(&saves))
        };
        let model = shown(&report);
        assert_eq!(model.game, Some(slot.path.clone()));
        assert!(model.safe.contains(&slot.path.display().to_string()), "{}", model.safe);
        assert!(!format!("{model:?}").contains("[crash-"), "{model:?}");
        let part = shown(&Report { trouble: Some("no space left".to_owned()), ..report.clone() });
        assert!(part.safe.contains("no space left"), "{}", part.safe);
        let nothing = shown(&Report { done: 0, ..report.clone() });
        assert_eq!((nothing.game, nothing.safe), (None, words.get("crash-no-game")));
        std::fs::write(&slot.path, "rubbish").unwrap();
        let spoilt = shown(&report);
        assert_eq!(spoilt.game, None);
        assert!(spoilt.safe.contains(&slot.path.display().to_string()), "{}", spoilt.safe);
        std::fs::write(&at, "no report").unwrap();
        assert_eq!(Model::of(&words, &at, Some(&saves)).game, None);
    }
}
