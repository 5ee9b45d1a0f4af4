//! What a fault is reported with: a text for whoever reads it, and one line for the program itself.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::words::Words;

/// The most that is read of a report, in bytes.
const MOST: u64 = 64 << 10;

/// The longest message that is kept, in characters.
const LONGEST: usize = 2_000;

/// A fault that stopped the program.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Report {
    /// The version of the program.
    pub version: String,
    /// The system it ran on.
    pub system: String,
    /// When, in seconds since 1970.
    pub when: u64,
    /// What the fault says.
    pub message: String,
    /// Where in the program's source.
    pub place: String,
    /// In which thread.
    pub thread: String,
    /// The journal of the game that was being played, if one was.
    pub game: Option<PathBuf>,
    /// How many entries the journal had.
    pub done: usize,
    /// Why the journal does not have everything, in the system's words.
    pub trouble: Option<String>,
}

impl Report {
    /// The whole report as a text.
    #[must_use]
    pub fn to_text(&self, words: &Words) -> String {
        let mut lines = vec![words.get("crash-report-title"), String::new()];
        lines.extend(self.facts(words));
        lines.extend([String::new(), self.safe(words), String::new()]);
        lines.extend([words.get("crash-report-how"), words.get("crash-report-secrets"), String::new()]);
        lines.push(words.get("crash-report-line"));
        let mut own = self.clone();
        own.message = own.message.chars().take(LONGEST).collect();
        lines.push(ron::to_string(&own).unwrap_or_default());
        lines.join("\n") + "\n"
    }

    /// What is said on the standard error.
    #[must_use]
    pub fn said(&self, words: &Words, report: Option<&Path>) -> String {
        let mut lines = vec![words.get("crash-report-title")];
        lines.extend(self.facts(words));
        lines.push(self.safe(words));
        lines.push(match report {
            Some(path) => words.text("crash-report-at", &[("path", path.display().to_string().into())]),
            None => words.get("crash-report-nowhere"),
        });
        lines.join("\n") + "\n"
    }

    fn facts(&self, words: &Words) -> Vec<String> {
        [
            ("crash-report-what", &self.message),
            ("crash-report-where", &self.place),
            ("crash-report-thread", &self.thread),
            ("crash-report-version", &self.version),
            ("crash-report-system", &self.system),
            ("crash-report-when", &self.when.to_string()),
        ]
        .map(|(key, value)| words.text(key, &[("value", value.into())]))
        .to_vec()
    }

    /// What became of the game that was being played.
    #[must_use]
    pub fn safe(&self, words: &Words) -> String {
        let Some(game) = self.game.as_ref().filter(|_| self.done > 0) else {
            return words.get("crash-no-game");
        };
        let path = game.display().to_string();
        match &self.trouble {
            None => words.text("crash-game-safe", &[("path", path.into())]),
            Some(why) => words.text("crash-game-part", &[("path", path.into()), ("why", why.into())]),
        }
    }

    /// Reads a report; nothing if it cannot be read or is none.
    #[must_use]
    pub fn read(path: &Path) -> Option<Self> {
        let mut text = String::new();
        File::open(path).ok()?.take(MOST).read_to_string(&mut text).ok()?;
        Self::from_text(&text)
    }

    fn from_text(text: &str) -> Option<Self> {
        ron::from_str(text.lines().rfind(|line| !line.trim().is_empty())?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        Report {
            version: "0.1.0".to_owned(),
            system: "linux x86_64".to_owned(),
            when: 1_764_080_000,
            message: "index out of bounds:\nthe len is 3".to_owned(),
            place: "src/x.rs:1:2".to_owned(),
            thread: "main".to_owned(),
            game: Some(PathBuf::from("games/running/1.game")),
            done: 12,
            trouble: None,
        }
    }

    #[test]
    fn a_report_says_what_where_and_how_to_report_it_and_reads_back() {
        let text = report().to_text(&Words::english());
        insta::assert_snapshot!(text);
        assert_eq!(Report::from_text(&text), Some(report()));
        assert!(!text.contains("[crash-"), "{text}");
    }

    #[test]
    fn what_is_safe_is_said_as_it_is() {
        let words = Words::english();
        let part = Report { trouble: Some("no space left on device".to_owned()), ..report() };
        assert!(part.safe(&words).contains("no space left on device"));
        let nothing = Report { done: 0, ..report() };
        assert!(!nothing.safe(&words).contains("1.game"), "{}", nothing.safe(&words));
        assert!(report().said(&words, None).contains("src/x.rs:1:2"));
    }

    #[test]
    fn what_is_no_report_is_none() {
        for text in ["", "\n\n", "a text", "(version:", "(version:\"1\")"] {
            assert_eq!(Report::from_text(text), None, "{text}");
        }
    }
}
