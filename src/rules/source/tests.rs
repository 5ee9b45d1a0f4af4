//! Every error of form at its place, and places of values found again.

use serde::Deserialize;

use super::*;
use crate::rules::decimal::Decimal;

#[derive(Deserialize, Default, Debug, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Level {
    title: String,
    issues: Vec<Issue>,
    pairs: Vec<(String, i64)>,
    limit: Option<u8>,
    share: Decimal,
    open: bool,
    mark: char,
    notes: Vec<Note>,
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Issue {
    name: String,
    #[serde(default)]
    start: Option<String>,
    #[serde(default)]
    effects: Vec<Effect>,
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
enum Effect {
    Nothing,
    Add { to: String, amount: i32 },
    Move(String, i32),
    Share(Decimal),
    Each(Vec<i32>),
    Note(Note),
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Note {
    text: Text,
}

#[derive(Deserialize, Debug, PartialEq)]
struct Text(String);

pub(super) fn fault(text: &str) -> String {
    parse::<Level>(&Source::new("x.ron", text)).unwrap_err().to_string()
}

pub(super) const GOOD: &str = r##"// A level ( with [ brackets
#![enable(implicit_some)]
Level(
    title: "a \") /* ",  /* title: ( */
    issues: [
        (name: "tariff", start: "p15"),
        Issue(
            name: r"q\", effects: [
                Nothing, Add(to: "us", amount: -3),
                Move("japan", 2), Share(.35), Each([1, 2, 3]),
                Note(text: "unwrapped"),
                Note(text: r#"raw "one"#),
            ],
        ),
    ],
    pairs: [("us", 3), ("japan", -2)], limit: 7, share: 0.5, open: true, mark: '(',
    notes: [(text: "x")],
)
"##;

#[test]
fn a_good_text_is_read() {
    let level: Level = parse(&Source::new("x.ron", GOOD)).unwrap();
    assert_eq!(level.issues.len(), 2);
    assert_eq!(level.issues[0].start.as_deref(), Some("p15"));
    assert_eq!(level.issues[1].effects[0], Effect::Nothing);
    assert_eq!(level.issues[1].effects[5], Effect::Note(Note { text: Text("unwrapped".to_owned()) }));
    assert_eq!(level.share.scaled(100), Some(50));
    assert_eq!(level.limit, Some(7));
}

#[test]
fn places_of_values_are_found_again() {
    let source = Source::new("x.ron", GOOD);
    let root = Path::root();
    let effects = root.field("issues").index(1).field("effects");
    let cases = [
        (root.clone(), 3, 1, "Level"),
        (root.field("title"), 4, 12, r#""a \") /* ""#),
        (root.field("issues").index(0), 6, 9, "("),
        (root.field("issues").index(0).field("start"), 6, 33, "\"p15\""),
        (root.field("issues").index(1), 7, 9, "Issue"),
        (root.field("issues").index(1).field("name"), 8, 19, r#"r"q\""#),
        (effects.index(1), 9, 26, "Add"),
        (effects.index(1).field("amount"), 9, 48, "-3"),
        (effects.index(1).field("Add").field("amount"), 9, 48, "-3"),
        (effects.index(2).index(1), 10, 31, "2"),
        (effects.index(3).index(0), 10, 41, ".35"),
        (effects.index(4).index(2), 10, 59, "3"),
        (effects.index(5).field("text"), 11, 28, "\"unwrapped\""),
        (effects.index(6).field("text"), 12, 28, "r#\"raw \"one\"#"),
        (root.field("pairs").index(1).index(0), 16, 25, "\"japan\""),
        (root.field("pairs").index(1).index(1), 16, 34, "-2"),
        (root.field("mark"), 16, 80, "'('"),
        (root.field("notes").index(0).field("text"), 17, 20, "\"x\""),
        // Not in the text: the nearest around it.
        (root.field("issues").index(0).field("effects").index(9), 6, 9, "("),
        (root.field("issues").index(7), 5, 13, "["),
        (root.field("nothing"), 3, 1, "Level"),
    ];
    for (path, line, column, token) in cases {
        let place = locate(&source, &path);
        let found = &source.text()[place.offset..place.offset + place.len];
        assert_eq!((place.line, place.column, found), (line, column, token), "{path}");
    }
    assert_eq!(effects.index(1).field("amount").to_string(), "issues[1].effects[1].amount");
    let fault =
        Fault::at(&source, &root.field("issues").index(0).field("start"), "no option \"15\" in this issue")
            .with_help(name_help("15", ["p0", "p15"]));
    assert_eq!(
        fault.to_string(),
        "x.ron:6:33: issues[0].start: no option \"15\" in this issue\n  help: did you mean \"p15\"? expected one of: p0, p15"
    );
}

#[test]
fn errors_of_form_are_plain_and_in_place() {
    let fields = "expected one of: title, issues, pairs, limit, share, open, mark, notes";
    let cases: [(&str, String); 41] = [
        ("(\n  titel: \"\")", format!("2:3: no field \"titel\" here\n  help: did you mean \"title\"? {fields}")),
        ("(issues: [(name: \"a\"), (naem: \"b\")])",
            "1:25: issues[1]: no field \"naem\" here\n  help: did you mean \"name\"? expected one of: name, start, effects".into()),
        ("(issues: [(name: \"a\"), (\n start: \"b\")])", "1:24: issues[1]: the field \"name\" is missing".into()),
        ("(issues: [Issue()])", "1:11: issues[0]: the field \"name\" is missing".into()),
        ("(title: \"a\",\n title: \"b\")", "2:2: the field \"title\" is given twice".into()),
        ("(issues: [(name: \"a\", effects: [Nothing, Ad(1)])])",
            "1:42: issues[0].effects[1]: no choice \"Ad\" here\n  help: did you mean \"Add\"? expected one of: Nothing, Add, Move, Share, Each, Note".into()),
        ("(issues: [(name: \"a\", effects: [Add(to: \"x\", amuont: 1)])])",
            "1:46: issues[0].effects[0].Add: no field \"amuont\" here\n  help: did you mean \"amount\"? expected one of: to, amount".into()),
        ("(issues: [(name: \"a\", effects: [Add(to: \"x\")])])", "1:33: issues[0].effects[0].Add: the field \"amount\" is missing".into()),
        ("(issues: [(name: \"a\", effects: [\"Add\"])])",
            "1:33: issues[0].effects[0]: expected a name, found a string\n  help: write names without quotes".into()),
        ("(issues: [(name: \"a\", effects: [Note((text: \"x\"))])])",
            "1:38: issues[0].effects[0].Note: expected a name, found a group ( … )\n  help: write the fields straight inside the outer ( … )".into()),
        ("(issues: [(name: \"a\", effects: [Move(\"x\")])])", "1:33: issues[0].effects[0].Move: expected 2 values, found 1".into()),
        ("(issues: [(name: \"a\", effects: [Move(\"x\", 1, 2)])])",
            "1:46: issues[0].effects[0].Move: expected ) after the last value, found the number 2".into()),
        ("(issues: [(name: \"a\", effects: [Each([1, \"x\"])])])",
            "1:42: issues[0].effects[0].Each[1]: expected a whole number, found a string".into()),
        ("(issues: [(name: \"a\", effects: [Share(\"x\")])])",
            "1:39: issues[0].effects[0].Share: expected a number of at most 15 digits, found a string".into()),
        ("(title: 3)", "1:9: title: expected a string, found the number 3".into()),
        ("(title: nobody)", "1:9: title: expected a string, found the name nobody".into()),
        ("(title: [\"a\"])", "1:9: title: expected a string, found a list".into()),
        ("(limit: \"a\")", "1:9: limit: expected a whole number, found a string".into()),
        ("(limit: 256)", "1:9: limit: the number 256 is too large or too small here".into()),
        ("(limit: -1)", "1:9: limit: the number -1 is too large or too small here".into()),
        ("(limit: 3.5)", "1:9: expected a whole number, found the number 3.5".into()),
        ("(pairs: [(\"us\", 3.5)])", "1:17: pairs[0]: expected a whole number, found the number 3.5".into()),
        ("(pairs: [(\"us\")])", "1:10: pairs[0]: expected 2 values, found 1".into()),
        ("(pairs: [(\"us\", 1, 2)])", "1:20: pairs[0]: expected ) after the last value, found the number 2".into()),
        ("(pairs: {\"us\": 1})", "1:9: pairs: expected a list [ … ], found a map".into()),
        ("(issues: (name: \"\"))", "1:10: issues: expected a list [ … ], found a group ( … )".into()),
        ("(issues: [\"a\"])", "1:11: issues[0]: expected a group ( … ), found a string".into()),
        ("(issues: [Isue(name: \"\")])",
            "1:11: issues[0]: expected a group ( … ), found the name \"Isue\"\n  help: leave the name out, or write Issue".into()),
        ("(open: yes)", "1:8: open: expected true or false, found the name yes".into()),
        ("(mark: \"x\")", "1:8: mark: expected a character in single quotes, found a string".into()),
        ("(share: \"a\")", "1:9: share: expected a number of at most 15 digits, found a string".into()),
        ("(share: 0.1234567890123456)", "1:9: share: expected a number of at most 15 digits, found the number 0.1234567890123456".into()),
        ("(title: \"a\"\n open: true)", "2:2: expected a comma before the name open".into()),
        ("(title \"a\")", "1:8: expected : and a value, found a string".into()),
        ("(title: \"a\") x", "1:14: expected the end of the file, found the name x".into()),
        ("(title: \"\\q\")", "1:10: title: no such escape in a string\n  help: write \\\\ for a backslash, \\\" for a quote, \\n for a line end, \\u{e9} for a character by its number".into()),
        ("(title: )", "1:9: title: expected a string, found \")\"".into()),
        ("(\n  issues: [(name: \"a\",\n  start: \"b\",\n", "2:12: this ( is never closed\n  help: the file ends without the ) for it".into()),
        ("(issues: [)", "1:11: found ) where ] was expected\n  help: the [ to close is at line 1, column 10".into()),
        ("())", "1:3: this ) closes nothing".into()),
        ("(é: \"ü\" /* x", "1:9: this comment is never closed\n  help: end it with */".into()),
    ];
    for (text, wanted) in cases {
        assert_eq!(fault(text), format!("x.ron:{wanted}"), "in {text}");
    }
}

#[test]
fn a_missing_quote_is_reported_near_the_cause() {
    assert_eq!(
        fault("(\n  title: \"a,\n  mark: 'x',\n)"),
        "x.ron:2:10: this string is never closed\n  help: a string ends with the same quotes it starts with; write a quote inside it as \\\""
    );
    assert!(
        fault("(\n  title: \"a,\n  issues: [(name: \"tax\")],\n)")
            .starts_with("x.ron:3:20: expected a comma before the name tax")
    );
}

#[test]
fn line_ends_marks_and_bytes() {
    let read = |bytes: &[u8]| Source::from_bytes("x.ron", bytes);
    let crlf = read(b"\xEF\xBB\xBF(\r\n  title: \"a\",\r\n  limit: x,\r\n)").unwrap();
    assert_eq!(
        parse::<Level>(&crlf).unwrap_err().to_string(),
        "x.ron:3:10: limit: expected a whole number, found the name x"
    );
    let first = read(b"\xEF\xBB\xBF(limt: 3)").unwrap();
    assert_eq!(parse::<Level>(&first).unwrap_err().column(), 2);
    let error = |bytes: &[u8]| read(bytes).unwrap_err().to_string();
    assert_eq!(
        error(b"(\n  title: \"\xC3\xBC \xFF\")"),
        "x.ron:2:13: this is not UTF-8 text: byte 0xFF\n  help: save the file as UTF-8"
    );
    assert_eq!(error(b"(\n  title: \"\x1b[0m\")"), "x.ron:2:11: control character U+001B is not allowed");
    assert_eq!(error(b" \r\n"), "x.ron:1:1: the file is empty");
    assert_eq!(error(b""), "x.ron:1:1: the file is empty");
    assert_eq!(error(b"// only\n/* words */"), "x.ron:1:1: the file holds nothing but comments");
    assert_eq!(
        error(&vec![b' '; MAX_BYTES + 1]),
        "x.ron:1:1: the file is too large: 1048577 bytes, at most 1048576 are read"
    );
    assert!(fault(&"(".repeat(MAX_BYTES + 1)).contains("too large"));
    assert!(fault("#![enable(implicit_some)]").starts_with("x.ron:1:"));
}

#[test]
fn faults_come_in_text_order_and_are_capped() {
    let source = Source::new("x.ron", GOOD);
    let at = |i| Fault::at(&source, &Path::root().field("pairs").index(i), format!("no {i}"));
    assert!(Faults::check(Vec::new()).is_ok());
    let foul = Fault::at(&source, &Path::root(), "a\u{1b}[0m\nb");
    assert_eq!(foul.message(), "a\u{FFFD}[0m\u{FFFD}b");
    let faults = Faults::check(vec![at(1), at(0)]).unwrap_err();
    assert_eq!(faults.to_string(), "x.ron:16:13: pairs[0]: no 0\nx.ron:16:24: pairs[1]: no 1");
    let many = Faults::check(vec![at(0); 70]).unwrap_err();
    assert_eq!((many.iter().len(), many.count()), (50, 70));
    assert!(many.to_string().ends_with("\nand 20 more"));
}

#[test]
fn a_terminal_can_show_the_text() {
    let fault =
        Fault::at(&Source::new("x.ron", GOOD), &Path::root().field("pairs").index(1).index(1), "too small")
            .with_help("at least 0");
    let mut shown = String::new();
    miette::GraphicalReportHandler::new_themed(miette::GraphicalTheme::unicode_nocolor())
        .render_report(&mut shown, &fault)
        .unwrap();
    assert!(
        shown.contains("[x.ron:16:34]") && shown.contains("pairs: [(\"us\", 3), (\"japan\", -2)]"),
        "{shown}"
    );
    assert!(shown.contains("help: at least 0"), "{shown}");
    // At the very end of a text too, and without any text.
    for source in [Source::new("x.ron", "(title: \"a\") // é"), Source::new("x.ron", "")] {
        let end = Fault::new(&source, source.place(usize::MAX, 9), None, "ends");
        miette::GraphicalReportHandler::new().render_report(&mut shown, &end).unwrap();
    }
}
