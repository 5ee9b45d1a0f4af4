//! Domains of other programs: what is read of them, what they become, and what is said where they are not understood.

use std::fs;
use std::path::Path;
use std::process::Command;

use rare_terms::import::{Domain, Utility, domain, level, text};
use rare_terms::rules::check;
use rare_terms::rules::ids::PartyId;
use rare_terms::rules::source::{Fault, Source};

use crate::analysis::{analysis, game_of, phrases};

fn path(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name).display().to_string()
}

fn read(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap()
}

fn laptop() -> [Source; 3] {
    ["laptop.xml", "laptop_buyer.xml", "laptop_seller.xml"]
        .map(|name| Source::new(name, read(&format!("domains/{name}"))))
}

fn of(sources: &[Source]) -> Result<Domain, Fault> {
    domain(sources)
}

/// What is said about a text, with its line and column.
fn said(sources: &[Source]) -> String {
    match of(sources) {
        Ok(_) => "fine".to_owned(),
        Err(fault) => format!("{}:{}:{}: {}", fault.file(), fault.line(), fault.column(), fault.message()),
    }
}

#[test]
fn a_genius_domain_is_read_to_the_last_unit() {
    let domain = of(&laptop()).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!((domain.name.as_str(), domain.packages()), ("laptop", 30));
    assert_eq!(domain.issues[0].values, ["Dell & co", "Macintosh", "HP"]);
    assert_eq!(domain.issues[2].values, ["1", "2", "3", "4", "5"]);
    let [buyer, seller] = &domain.parties[..] else { panic!("two parties") };
    assert_eq!((buyer.name.as_str(), buyer.reservation), ("laptop_buyer", 250_000_000));
    assert_eq!(buyer.discount.map(|d| d.to_string()), Some("0.9".to_owned()));
    assert_eq!(seller.discount, None);
    // weight × evaluation ÷ largest evaluation: 0.5 × 3/7, rounded once.
    let Utility::Sum(tables) = &buyer.utility else { panic!("it is a sum") };
    assert_eq!(tables[0], [214_285_714, 500_000_000, 0]);
    assert_eq!(tables[1], [150_000_000, 300_000_000]);
    assert_eq!(tables[2], [0, 50_000_000, 100_000_000, 150_000_000, 200_000_000]);
    let Utility::Sum(tables) = &seller.utility else { panic!("it is a sum") };
    assert_eq!(tables[0], [400_000_000, 266_666_667, 44_444_444]);
    assert_eq!(tables[2], [200_000_000, 150_000_000, 100_000_000, 50_000_000, 0]);
}

#[test]
fn an_imported_level_is_the_domain_and_passes_the_check() {
    let mut domains = vec![of(&laptop()).unwrap()];
    for name in ["gen_3p_nonlinear_720", "gen_2p_1k", "gen_3p_no_zopa_256"] {
        let file = format!("{name}.json");
        domains.push(of(&[Source::new(file.clone(), read(&format!("oracles/{file}")))]).unwrap());
    }
    for domain in domains {
        let made = text(&level(&domain, &phrases()));
        let source = Source::from_bytes("made.ron", made.as_bytes()).unwrap();
        let level = check::level(&source).unwrap_or_else(|faults| panic!("{faults}"));
        assert_eq!(level.issues.len(), domain.issues.len());
        // The text says the same as the level that never was one.
        let direct = game_of(&domain);
        let read = rare_terms::rules::game::Game::new(level, direct.rules.clone(), None);
        let (a, b) = (analysis(&direct), analysis(&read));
        assert_eq!(a.survey, b.survey, "{}", domain.name);
        assert_eq!(a.survey.packages, domain.packages());
        for (at, party) in domain.parties.iter().enumerate() {
            assert_eq!(a.survey.reservation[PartyId::from_index(at).index()], party.reservation);
        }
    }
}

#[test]
fn an_imported_level_is_played_from_the_command_line() {
    let run = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_rare-terms")).args(args).output().unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join("laptop.ron").display().to_string();
    let files = ["domains/laptop.xml", "domains/laptop_buyer.xml", "domains/laptop_seller.xml"].map(path);
    let mut args = vec!["import"];
    args.extend(files.iter().map(String::as_str));
    let (code, printed, _) = run(&args);
    assert_eq!(code, Some(0));
    args.extend(["-o", &made]);
    let (code, told, complaint) = run(&args);
    assert_eq!(code, Some(0), "{complaint}");
    assert!(told.contains("2 parties, 3 issues and 30 packages"), "{told}");
    assert!(told.contains("that of laptop_buyer, 0.9, was left out"), "{told}");
    assert_eq!(fs::read_to_string(&made).unwrap(), printed);
    let (code, told, _) = run(&["check", &made]);
    assert_eq!(code, Some(0), "{told}");
    let (code, story, _) = run(&["watch", &made, "--seed", "3"]);
    assert_eq!(code, Some(0), "{story}");
    assert!(story.contains("Result"), "{story}");
    let (code, told, _) = run(&["simulate", &made, "--games", "3"]);
    assert_eq!(code, Some(0), "{told}");
    let seat = ["play", &made, "--party", "laptop_buyer", "--seed", "1"];
    assert_eq!(run(&seat).0, Some(0));

    let mut args = vec!["analyze", "--json"];
    args.extend(files.iter().map(String::as_str));
    let (code, domain, complaint) = run(&args);
    assert_eq!(code, Some(0), "{complaint}");
    let (code, level, _) = run(&["analyze", "--json", &made]);
    assert_eq!(code, Some(0));
    assert_eq!(domain, level, "a domain and the level of it are the same to the analysis");
    let value: serde_json::Value = serde_json::from_str(&level).unwrap();
    assert_eq!((value["packages"].as_u64(), value["exact"].as_bool()), (Some(30), Some(true)));
    assert_eq!(run(&["analyze", "tokyo_2025", "--with", "us", "--with", "japan"]).0, Some(0));
    for wrong in [
        &["analyze", "tokyo_2025", "--with", "us"][..],
        &["analyze", "tokyo_2025", "--with", "mars", "--with", "us"],
        &["analyze", "tokyo_2025", "tutorial"],
        &["analyze", "no_such_level"],
        &["import", "no/such/file.json"],
    ] {
        let (code, told, complaint) = run(wrong);
        assert_eq!((code, told.as_str()), (Some(1), ""), "{wrong:?}");
        assert!(!complaint.is_empty() && !complaint.contains("panicked"), "{complaint}");
    }
}

// ---- what is not understood ----

/// The domain of the laptop with one of its files changed.
fn changed(file: usize, from: &str, to: &str) -> String {
    let mut sources = laptop();
    let before = sources[file].text().to_owned();
    assert!(before.contains(from), "{from}");
    sources[file] = Source::new(sources[file].name(), before.replacen(from, to, 1));
    said(&sources)
}

#[test]
fn what_genius_has_and_a_level_has_not_is_named_with_its_place() {
    let mut wrong: Vec<String> = Vec::new();
    for (file, from, to, expected) in [
        (
            0,
            "vtype=\"integer\"",
            "vtype=\"real\"",
            "laptop.xml:14:7: issues of the type \"real\" are not understood",
        ),
        (
            0,
            "<utility_space number",
            "<objective/><utility_space number",
            "laptop.xml:3:3: <objective> inside <negotiation_template> is not understood",
        ),
        (0, "negotiation_template", "tournament", "laptop.xml:19:1: no valid XML:"),
        (
            0,
            "upperbound=\"5\"",
            "upperbound=\"99999\"",
            "laptop.xml:14:7: expected a range of 1 to 1023 whole numbers, found 1 to 99999",
        ),
        (
            0,
            "upperbound=\"5\"",
            "upperbound=\"many\"",
            "laptop.xml:14:7: expected a whole number in \"upperbound\", found \"many\"",
        ),
        (0, "name=\"Hard disk\"", "name=\"Laptop\"", "laptop.xml:10:7: the issue \"Laptop\" is given twice"),
        (0, "value=\"HP\"", "value=\"Macintosh\"", "laptop.xml:5:7: the value \"Macintosh\" is given twice"),
        (
            0,
            "<item index=\"2\" value=\"120 GB\"/>",
            "<constraint/>",
            "laptop.xml:12:9: <constraint> inside <issue> is not understood",
        ),
        (
            0,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<!DOCTYPE x [<!ENTITY a \"b\">]>",
            "laptop.xml:1:",
        ),
        (
            1,
            "<reservation value=\"0.25\"/>",
            "<hyperRectangle/>",
            "laptop_buyer.xml:22:3: <hyperRectangle> inside <utility_space> is not understood",
        ),
        (
            1,
            "value=\"0.25\"",
            "value=\"some\"",
            "laptop_buyer.xml:22:3: expected a number in \"value\", found \"some\"",
        ),
        (
            1,
            "<weight index=\"2\" value=\"0.3\"/>",
            "",
            "laptop_buyer.xml:4:5: there is no <weight> for the issue \"Hard disk\" of index \"2\"",
        ),
        (
            1,
            "<weight index=\"2\"",
            "<weight index=\"1\"",
            "laptop_buyer.xml:18:5: the weight of index \"1\" is given twice",
        ),
        (
            1,
            "name=\"Laptop\"",
            "name=\"Lap top\"",
            "laptop_buyer.xml:8:5: no issue \"Lap top\" in the domain",
        ),
        (
            1,
            "value=\"HP\"",
            "value=\"IBM\"",
            "laptop_buyer.xml:11:7: no value \"IBM\" in this issue of the domain",
        ),
        (
            1,
            "<item index=\"3\" value=\"HP\" evaluation=\"0\"/>",
            "",
            "laptop_buyer.xml:8:5: the value \"HP\" has no evaluation here",
        ),
        (
            1,
            "evaluation=\"7\"",
            "evaluation=\"-7\"",
            "laptop_buyer.xml:10:7: an evaluation below 0 is not understood",
        ),
        (
            1,
            "evaluation=\"7\"",
            "",
            "laptop_buyer.xml:10:7: the attribute \"evaluation\" is missing in <item>",
        ),
        (
            1,
            "ftype=\"linear\"",
            "ftype=\"triangular\"",
            "laptop_buyer.xml:14:7: the evaluator \"triangular\" is not understood",
        ),
        (
            1,
            "<objective index=\"0\"",
            "<objective><objective/></objective><objective index=\"0\"",
            "laptop_buyer.xml:2:38: <objective> is given twice",
        ),
        (
            1,
            "<weight index=\"1\" value=\"0.5\"/>",
            "<objective/>",
            "laptop_buyer.xml:17:5: an objective inside an objective is not understood",
        ),
        (
            1,
            "lowerbound=\"1\" upperbound=\"5\">",
            "lowerbound=\"0\" upperbound=\"5\">",
            "laptop_buyer.xml:13:5: this range is another than in the domain",
        ),
        (1, "</objective>", "", "laptop_buyer.xml:"),
        (
            2,
            "utility_space type=\"any\" number_of_issues=\"3\"",
            "negotiation_template",
            "laptop_seller.xml:20:1: no valid XML:",
        ),
    ] {
        let found = changed(file, from, to);
        if !found.starts_with(expected) {
            wrong.push(format!(
                "{from} to {to}:
{found}
expected
{expected}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let [whole, buyer, _] = laptop();
    assert!(said(std::slice::from_ref(&whole)).contains("this is the domain alone"));
    assert!(said(&[whole.clone(), buyer.clone()]).contains("expected 2 to 4 parties, found 1"));
    let many = [whole, buyer.clone(), buyer.clone(), buyer.clone(), buyer.clone(), buyer];
    assert!(said(&many).contains("expected 2 to 4 parties, found 5"));
}

/// A small domain in JSON with one thing changed.
fn json(from: &str, to: &str) -> String {
    let good = "{\n \"format\": \"negotiation-oracle/1\",\n \"name\": \"small\", \"scale\": 1000000000,\n \
                \"issues\": [\n  {\"name\": \"a\", \"values\": [\"x\", \"y\"]},\n  {\"name\": \"b\", \"values\": [1, 2, 3]}\n ],\n \
                \"parties\": [\n  {\"name\": \"P\", \"reservation_int\": 5, \"value_tables\": [[1, 2], [3, 4, 5]]},\n  \
                {\"name\": \"Q\", \"reservation_int\": 0, \"full_table\": [1, 2, 3, 4, 5, 6]}\n ],\n \"expected\": {}\n}\n";
    assert!(good.contains(from), "{from}");
    said(&[Source::new("small.json", good.replacen(from, to, 1))])
}

#[test]
fn broken_json_is_one_error_at_its_place() {
    assert_eq!(json("\"expected\"", "\"other\""), "fine");
    let mut wrong: Vec<String> = Vec::new();
    for (from, to, expected) in [
        ("oracle/1", "oracle/2", "small.json:2:12: no format \"negotiation-oracle/2\" is read here"),
        (
            "\"scale\": 1000000000",
            "\"scale\": 0",
            "small.json:3:28: expected a scale from 1 to 1000000000, found 0",
        ),
        ("\"scale\": 1000000000,", "", "small.json:13:1: missing field `scale`"),
        (
            "\"reservation_int\": 5",
            "\"reservation_int\": 0.5",
            "small.json:9:38: parties[0].reservation_int: invalid type: floating point `0.5`, expected i64",
        ),
        (
            "\"reservation_int\": 5",
            "\"reservation_int\": 9999999999",
            "small.json:9:36: expected a number from -1000000000 to 1000000000, found 9999999999",
        ),
        ("[3, 4, 5]", "[3, 4]", "small.json:9:64: expected 3 numbers, one for each value, found 2"),
        (
            "[3, 4, 5]",
            "[3, 4, 99999999999]",
            "small.json:9:71: expected a number from -1000000000 to 1000000000, found 99999999999",
        ),
        ("[[1, 2], [3, 4, 5]]", "[[1, 2]]", "small.json:9:55: expected 2 lists, one for each issue, found 1"),
        (
            "1, 2, 3, 4, 5, 6]",
            "1, 2, 3, 4, 5]",
            "small.json:10:53: expected 6 numbers, one for each package, found 5",
        ),
        (
            "\"full_table\": [1",
            "\"value_tables\": [], \"full_table\": [1",
            "small.json:10:73: this party has both",
        ),
        ("\"full_table\"", "\"fuller_table\"", "small.json:10:3: this party has neither"),
        (
            "\"values\": [\"x\", \"y\"]",
            "\"values\": []",
            "small.json:5:27: expected 1 to 1023 values, found 0",
        ),
        (
            "\"values\": [\"x\", \"y\"]",
            "\"values\": [\"x\", null]",
            "small.json:5:33: a value is a text or a number",
        ),
        ("\"name\": \"b\"", "\"name\": \"a\"", "small.json:6:12: the issue \"a\" is given twice"),
        (
            "\"name\": \"P\", ",
            "\"name\": \"P\", \"name\": \"R\", ",
            "small.json:9:22: parties[0]: duplicate field `name`",
        ),
        ("]\n }", "]\n ", "small.json"),
        ("]]}", "]]", "small.json:10:"),
    ]
    .into_iter()
    .filter(|(from, ..)| *from != "]\n }")
    {
        let found = json(from, to);
        if !found.starts_with(expected) {
            wrong.push(format!(
                "{from} to {to}:
{found}
expected
{expected}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let two = [Source::new("a.json", "{}"), Source::new("b.json", "{}")];
    assert!(said(&two).contains("this is one too many"));
}

#[test]
fn no_text_makes_an_import_panic() {
    let json = read("oracles/gen_3p_no_zopa_256.json");
    let xml = laptop();
    let mut draw = crate::drawn::Draw(11);
    let pieces = [
        "<",
        ">",
        "\"",
        "{",
        "}",
        "[",
        "]",
        "&",
        "-",
        "9999999999999999999",
        "1e999",
        "é",
        "\u{0}",
        "null",
        "<a>",
        "</issue>",
    ];
    for _ in 0..600 {
        let cut = |text: &str, draw: &mut crate::drawn::Draw| {
            let place = |draw: &mut crate::drawn::Draw| {
                text.floor_char_boundary(usize::try_from(draw.below(text.len() as i64)).unwrap())
            };
            let (a, b) = (place(draw), place(draw));
            let piece = pieces[usize::try_from(draw.below(pieces.len() as i64)).unwrap()];
            let b = if draw.below(3) == 0 { b.max(a) } else { a };
            format!("{}{piece}{}", &text[..a], &text[b..])
        };
        let _ = said(&[Source::new("x.json", cut(&json, &mut draw))]);
        let mut files = xml.clone();
        let which = usize::try_from(draw.below(3)).unwrap();
        files[which] = Source::new("x.xml", cut(files[which].text(), &mut draw));
        if let Ok(domain) = of(&files) {
            let _ = check::level(&Source::new("made.ron", text(&level(&domain, &phrases()))));
        }
    }
    let deep = "<a>".repeat(200_000);
    assert!(said(&[Source::new("deep.xml", deep), xml[1].clone(), xml[2].clone()]).contains("no valid XML"));
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert!(
        said(&[Source::new("deep.xml", deep), xml[1].clone(), xml[2].clone()]).contains("no domain begins")
    );
    let deep = "[".repeat(1_000_000);
    assert!(said(&[Source::new("deep.json", deep)]).starts_with("deep.json:1:"));
    assert!(Source::domain("large.json", &vec![b' '; (16 << 20) + 1]).is_err());
}
