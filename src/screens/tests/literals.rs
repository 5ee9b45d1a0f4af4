//! No text of the window stands in the source: what a player reads comes from the Fluent files.

use std::fs;
use std::path::Path;

use super::{is_key, sources};

/// What draws a text that it is given. A literal between the brackets would be read by players.
const DRAWS: [&str; 23] = [
    "label(",
    "body(",
    "caption(",
    "title(",
    "heading(",
    "headline(",
    "lead(",
    "prose(",
    "quote(",
    "figure(",
    "column_head(",
    "stamp(",
    "coloured(",
    "styled(",
    "explain(",
    "primary(",
    "quiet(",
    "note(",
    "hint_text(",
    "RichText::new(",
    "Label::new(",
    "KeyValue::new(",
    "labeled(",
];

/// Names of keys, which stand on the keys themselves.
const KEYS: [&str; 14] = [
    "Enter", "Esc", "Tab", "Space", "Del", "Delete", "Home", "End", "Page", "Up", "Down", "Ctrl", "Shift",
    "Alt",
];

/// What goes to a log, to a terminal or to whoever writes the program.
const ASIDE: [&str; 9] = [
    "error!",
    "warn!",
    "info!",
    "discard(",
    "reason =",
    "must_use",
    "debug_struct(",
    "env!(",
    "AppExit::Error(",
];

/// The quoted texts of a line, each with what stands before it.
fn quoted(line: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = line[from..].find('"').map(|at| from + at) {
        let rest = &line[open + 1..];
        let mut last = ' ';
        let end = rest.find(|c| {
            let closes = c == '"' && last != '\\';
            last = if last == '\\' { ' ' } else { c };
            closes
        });
        let Some(end) = end else { break };
        found.push((&line[..open], &rest[..end]));
        from = open + end + 2;
    }
    found
}

/// The words in a text: letters outside placeholders, escapes and names of keys.
fn words(text: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut depth = 0;
    for letter in text.replace("\\u", "").replace("\\n", " ").chars() {
        depth += i32::from(letter == '{');
        if depth == 0 {
            plain.push(letter);
        }
        depth -= i32::from(letter == '}');
    }
    let parts = plain.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 1);
    parts.filter(|word| !KEYS.contains(word)).map(str::to_owned).collect()
}

/// Whether a literal is one that players would read.
fn is_read(before: &str, text: &str) -> bool {
    if is_key(text.split('.').next().unwrap_or_default()) || ASIDE.iter().any(|aside| before.contains(aside))
    {
        return false;
    }
    let words = words(text);
    // The call that it is an argument of, through a `format!`.
    let call = |before: &str| before.rfind('(').map_or(0, |at| at + 1);
    let inner = &before[..call(before)];
    let outer = inner.strip_suffix("format!(").map_or(inner, |outer| &outer[..call(outer)]);
    let drawn = DRAWS.iter().any(|draws| outer.ends_with(draws));
    let sentence = words.len() > 1 && text.contains(' ');
    let name = words.iter().any(|word| word.starts_with(char::is_uppercase));
    !words.is_empty() && (drawn || sentence || name)
}

/// Names of parts of a screen, which tell its parts apart and are never drawn.
fn is_part(before: &str) -> bool {
    before.trim_end_matches("&format!(").ends_with("at(ui, ")
}

#[test]
fn no_literal_reaches_the_screen() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root.join("screens"), &mut files);
    sources(&root.join("theme/widgets"), &mut files);
    let test = |path: &Path| {
        let path = path.to_string_lossy().replace('\\', "/");
        path.contains("/tests/") || path.ends_with("tests.rs")
    };
    files.retain(|path| !test(path));
    assert!(files.len() > 60, "the source is somewhere else");
    let mut wrong = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let line = line.split("//").next().unwrap_or_default().replace("'\"'", "");
            let read =
                quoted(&line).into_iter().filter(|(before, text)| !is_part(before) && is_read(before, text));
            wrong.extend(read.map(|(_, text)| format!("{}:{}: {text:?}", file.display(), number + 1)));
        }
    }
    assert!(wrong.is_empty(), "{} literals:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_reading_of_this_test_is_sound() {
    let read =
        |line: &str| quoted(line).iter().any(|(before, text)| !is_part(before) && is_read(before, text));
    for line in [
        "body(ui, \"Sign\");",
        "ui.label(\"sign\");",
        "Button::quiet(\"sign\").show(ui)",
        "let text = format!(\"{name} signs with {other}\");",
        "spoken: \"House of Japan\",",
        "explain(said, &format!(\"{name} of {other}\"));",
    ] {
        assert!(read(line), "{line}");
    }
    for line in [
        "words.text(\"frame-round\", &[(\"round\", round.into())])",
        "words.get(&format!(\"{key}.note\"))",
        "format!(\"{name}: {text} \\u{b7} {other}\")",
        "Button::quiet(\"?\").key(\"Ctrl Z\")",
        "at(ui, &format!(\"sheet {number}\"), rect, |ui| {",
        "error!(\"the map cannot be drawn: {broken}\")",
        "ui.label(&text); let id = (\"opener\", 1);",
    ] {
        assert!(!read(line), "{line}");
    }
}
