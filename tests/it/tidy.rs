//! Who may know whom, how long a file may be, and what no file may hold: read from the source itself.

use std::fs;
use std::path::{Path, PathBuf};

struct File {
    /// Below `src`, with forward slashes.
    path: String,
    text: String,
    /// Whether it is compiled for tests alone.
    test: bool,
}

impl File {
    /// The part of the program that it belongs to: a folder or file below `src`.
    fn part(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The file without its tests: up to the first `#[cfg(test)]` that opens a module.
    fn code(&self) -> &str {
        if self.test {
            return "";
        }
        let tests = self.text.match_indices("#[cfg(test)]").find(|(at, _)| {
            let rest = self.text[*at..].trim_start_matches("#[cfg(test)]").trim_start();
            rest.starts_with("mod ") && rest.split_once('\n').is_some_and(|(line, _)| line.ends_with('{'))
        });
        tests.map_or(&self.text, |(at, _)| &self.text[..at])
    }

    /// The modules that it declares for tests alone, by path below `src`.
    fn test_modules(&self) -> Vec<String> {
        let folder = match self.path.rsplit_once('/') {
            Some((folder, "mod.rs")) => format!("{folder}/"),
            Some(_) => format!("{}/", self.path.trim_end_matches(".rs")),
            None => String::new(),
        };
        let beside = self.path.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
        let declared = self.text.split("#[cfg(test)]").skip(1).filter_map(|rest| {
            let mut lines = rest.trim_start().lines();
            let first = lines.next()?;
            if let Some(path) = first.strip_prefix("#[path = \"") {
                return Some(format!("{beside}{}", path.strip_suffix(".rs\"]")?));
            }
            let line = first.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
            Some(format!("{folder}{}", line.strip_prefix("mod ")?.strip_suffix(';')?))
        });
        declared.collect()
    }

    /// What it uses of the crate, with nested lists spelled out: `rules::ids`, `view::View`.
    fn uses(&self) -> Vec<String> {
        let code = without_comments(self.code());
        let mut found = Vec::new();
        for (at, _) in code.match_indices("crate::") {
            let rest = &code[at + "crate::".len()..];
            let end = rest.find(';').unwrap_or(rest.len());
            spell(rest[..end].trim(), "", &mut found);
        }
        found
    }
}

/// Spells out one path or one list of paths at the beginning of a text.
fn spell(text: &str, prefix: &str, found: &mut Vec<String>) {
    let text = text.trim_start();
    let Some(list) = text.strip_prefix('{') else {
        let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(text.len());
        let path = &text[..end];
        if text[end..].starts_with('{') {
            spell(&text[end..], &format!("{prefix}{path}"), found);
        } else {
            found.push(format!("{prefix}{path}"));
        }
        return;
    };
    let (mut depth, mut start) = (0i32, 0);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            ',' if depth == 0 => {
                spell(&list[start..at], prefix, found);
                start = at + 1;
            }
            '}' if depth == 0 => {
                if !list[start..at].trim().is_empty() {
                    spell(&list[start..at], prefix, found);
                }
                return;
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
}

fn without_comments(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let below = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                files.push(File { path: below, text: fs::read_to_string(&path).unwrap(), test: false });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.len() > 50, "the source is somewhere else");
    let tests: Vec<String> = files.iter().flat_map(File::test_modules).collect();
    for file in &mut files {
        let module = file.path.trim_end_matches(".rs").trim_end_matches("/mod");
        file.test = tests.iter().any(|test| module == test || module.starts_with(&format!("{test}/")));
    }
    files
}

/// All that is wrong, in one message.
fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// What each part of the program may use of the others.
const MAY_USE: [(&str, &[&str]); 18] = [
    ("rules", &["rules"]),
    ("view", &["rules", "view"]),
    ("analysis", &["analysis", "rules"]),
    ("import", &["import", "rules"]),
    ("opponents", &["opponents", "rules", "view"]),
    ("seat", &["opponents", "rules", "seat", "view"]),
    ("words", &["analysis", "opponents", "rules", "words"]),
    ("storage", &["rules", "storage"]),
    ("play", &["analysis", "opponents", "play", "rules", "view"]),
    (
        "cli",
        &[
            "analysis",
            "cli",
            "crash",
            "import",
            "opponents",
            "debrief",
            "play",
            "report",
            "rules",
            "seat",
            "session",
            "storage",
            "view",
            "words",
            "screens",
            "theme",
        ],
    ),
    ("debrief", &["analysis", "debrief", "opponents", "play", "rules", "view"]),
    ("report", &["analysis", "debrief", "play", "report", "rules", "words"]),
    ("crash", &["crash", "play", "storage", "words"]),
    ("session", &["debrief", "opponents", "play", "report", "rules", "session", "storage", "view", "words"]),
    ("sound", &["sound"]),
    ("theme", &["theme", "words"]),
    (
        "screens",
        &[
            "analysis",
            "crash",
            "opponents",
            "play",
            "report",
            "rules",
            "screens",
            "session",
            "sound",
            "storage",
            "theme",
            "view",
            "words",
            "map",
        ],
    ),
    ("map", &["map", "rules", "view"]),
];

#[test]
fn each_part_knows_only_whom_it_may() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|f| !matches!(f.path.as_str(), "lib.rs" | "main.rs")) {
        let may = MAY_USE.iter().find(|(part, _)| *part == file.part());
        let Some((_, may)) = may else {
            wrong.push(format!("{}: a part that this test does not know", file.path));
            continue;
        };
        for used in file.uses() {
            let part = used.split("::").next().unwrap_or_default();
            if !may.contains(&part) && part.chars().next().is_some_and(char::is_lowercase) {
                wrong.push(format!("{}: crate::{used}", file.path));
            }
        }
    }
    none(wrong);
}

#[test]
fn one_place_behind_the_screens_knows_the_map() {
    let mut wrong = Vec::new();
    for file in files() {
        for used in file.uses() {
            let across = file.part() == "screens" && (used.starts_with("map") || used.starts_with("cli"));
            if across && !file.path.starts_with("screens/pacific/") {
                wrong.push(format!("{}: crate::{used}", file.path));
            }
        }
    }
    none(wrong);
}

#[test]
fn only_play_and_the_front_ends_drive_a_match() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|f| !matches!(f.part(), "play" | "cli" | "session")) {
        let code = without_comments(file.code());
        if file.uses().iter().any(|used| used.starts_with("play::Match")) || has_word(&code, "Match") {
            wrong.push(format!("{}: names Match", file.path));
        }
    }
    none(wrong);
}

#[test]
fn opponents_and_screens_let_no_game_run() {
    let banned = ["referee::step", "referee::open", "Referee"];
    let mut wrong = Vec::new();
    for file in files().iter().filter(|f| matches!(f.part(), "opponents" | "screens" | "map" | "theme")) {
        let code = without_comments(file.code());
        let drives = banned.iter().any(|word| code.contains(word));
        // What would follow from a broken promise is supposed on a copy of what the seat knows, in one place.
        let supposes = file.path.ends_with("opponents/answers.rs");
        // Games are played out on positions that are made up from a view, in one place.
        if file.path.ends_with("opponents/supposed.rs") {
            continue;
        }
        let changes = code.contains("mut Position") || code.contains(".apply(");
        let takes = file.part() == "opponents" && changes && !supposes;
        if drives || takes {
            wrong.push(format!("{}: changes a position", file.path));
        }
    }
    none(wrong);
}

#[test]
fn the_rules_know_no_clock_no_file_and_no_hidden_chance() {
    let banned = [
        "std::fs",
        "std::io",
        "std::time",
        "std::env",
        "std::thread",
        "rand::rng",
        "thread_rng",
        "HashMap",
        "HashSet",
    ];
    let mut wrong = Vec::new();
    for file in files().iter().filter(|f| pure(f.part())) {
        let code = without_comments(file.code());
        for word in banned {
            if code.contains(word) {
                wrong.push(format!("{}: {word}", file.path));
            }
        }
    }
    none(wrong);
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut wrong = Vec::new();
    for file in files() {
        let lines = file.text.lines().count();
        if lines > 500 {
            wrong.push(format!("{}: {lines} lines", file.path));
        }
        if !file.text.starts_with("//!") {
            wrong.push(format!("{}: does not begin with //!", file.path));
        }
    }
    none(wrong);
}

#[test]
fn nothing_panics_on_purpose() {
    let banned =
        [".unwrap()", ".unwrap(", ".expect(", "todo!", "unimplemented!", "dbg!", "panic!(", "unreachable!("];
    let mut wrong = Vec::new();
    for file in files() {
        for (number, line) in file.code().lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for word in banned.iter().filter(|word| code.contains(**word)) {
                wrong.push(format!("{}:{}: {word}", file.path, number + 1));
            }
        }
    }
    none(wrong);
}

#[test]
fn the_reading_of_this_test_is_sound() {
    let file = |text: &str| File { path: "play/x.rs".to_owned(), text: text.to_owned(), test: false };
    let text = "use crate::{rules::{ids::PartyId, legal}, view::View};\nuse crate::words;\n// crate::cli\nfn f() { crate::storage::x(1); }";
    let uses = file(text).uses();
    assert_eq!(uses, ["rules::ids::PartyId", "rules::legal", "view::View", "words", "storage::x"]);
    let tests = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() { x.unwrap() }\n}";
    assert_eq!(file(tests).code(), "fn a() {}\n");
    let outside = "fn a() {}\n#[cfg(test)]\nmod tests;\nfn c() {}";
    assert_eq!(file(outside).code(), outside);
    assert_eq!(file(outside).test_modules(), ["play/x/tests"]);
    assert_eq!(file("#[cfg(test)]\n#[path = \"y.rs\"]\nmod tests;").test_modules(), ["play/y"]);
    assert!(has_word("a Match b", "Match") && !has_word("a Matches b", "Match"));
}

/// The parts that work out the same anywhere, and touch nothing.
fn pure(part: &str) -> bool {
    matches!(part, "rules" | "view" | "opponents" | "analysis" | "import")
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        !text[..at].ends_with(part) && !text[at + word.len()..].starts_with(part)
    })
}
