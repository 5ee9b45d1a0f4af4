//! No resource of a screen outlasts the sitting in which it was made, unless it is named here with its reason.

use std::fs;
use std::path::Path;

use super::sources;

/// What holds nothing of a match, or is emptied otherwise.
const OPEN: [&str; 20] = [
    // The menu: nothing of it is of a match, and its PINs are forgotten when one begins.
    "menu::Shown",
    "menu::Choice",
    // Where there is room to draw.
    "Room",
    // What lies over the screen is closed by `desk` itself, which keeps who sits there and what was copied.
    "Cover",
    "desk::Sitting",
    "desk::Copied",
    // Where games are kept, what a list may say of each of them to whoever reads it, and which one the menu offers.
    "Keeping",
    "Files",
    "Offer",
    // A fault, its report, and a fault on purpose: nothing of them is of a match.
    "crash::After",
    "crash::Shown",
    "crash::Rehearsal",
    // Every inbox is added as plain by `inbox::add`.
    "Inbox",
    "Vocabulary",
    // How the window is set, and who keeps that: the same for everybody.
    "Settings",
    "Keys",
    "settings::Kept",
    "Shelf",
    // Coastlines.
    "Land",
    // How the renderer asks for another picture.
    "Waker",
];

/// What a system of a screen may keep for itself: numbers and names of pages, which tell nobody anything.
const LOCALS: [&str; 11] = [
    "Option<u64>",
    "u64",
    "u8",
    "f32",
    "bool",
    "Cover",
    "Option<Screen>",
    // What the meshes of the map were made for: hidden with the map.
    "Made",
    // How much of a page has been heard.
    "Option<(Page, PartyId, usize)>",
    // Which question was drawn last, so that the next begins without a focus.
    "Option<Ask>",
    // What the keyboard was on before something came over it: a place of the page, not what stands there.
    "Option<(Screen, Id)>",
];

fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join("screens");
    let mut found = Vec::new();
    sources(&root, &mut found);
    let inside = |path: &Path| path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
    let test = |path: &str| path.contains("tests/") || path.ends_with("tests.rs");
    found
        .into_iter()
        .map(|path| (inside(&path), fs::read_to_string(&path).unwrap()))
        .filter(|(path, _)| !test(path))
        .collect()
}

/// The resources that a file declares.
fn declared(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("#[derive(") {
        let Some((derived, rest)) = text[at..].split_once(")]") else { continue };
        if !derived.split([',', '(', ' ']).any(|word| word == "Resource") {
            continue;
        }
        let line = rest.lines().find(|l| l.contains("struct ") || l.contains("enum ")).unwrap();
        let name = line.split("struct ").nth(1).or_else(|| line.split("enum ").nth(1)).unwrap();
        found.push(name.chars().take_while(|c| c.is_alphanumeric()).collect());
    }
    found
}

#[test]
fn what_a_screen_keeps_goes_with_whoever_sat_there() {
    let files = files();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (path, text) in &files {
        let folder = path.split_once('/').map_or(path.trim_end_matches(".rs"), |(folder, _)| folder);
        for name in declared(text) {
            seen += 1;
            let open = OPEN.contains(&name.as_str()) || OPEN.contains(&format!("{folder}::{name}").as_str());
            let ways = [format!("desk::add::<{name}>(app)"), format!("desk::add_plain::<{name}>(app)")];
            let mut own = files.iter().filter(|(other, _)| other.starts_with(&format!("{folder}/")));
            let added = own.any(|(_, text)| ways.iter().any(|way| text.contains(way)));
            if !open && !added {
                wrong.push(format!("{path}: {name} stays when another sits down: add it by desk::add"));
            }
        }
    }
    assert!(seen > 15, "the resources are somewhere else");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn systems_keep_nothing_of_a_match_for_themselves() {
    let mut wrong = Vec::new();
    for (path, text) in files() {
        for (at, _) in text.match_indices("Local<") {
            let rest = &text[at + "Local<".len()..];
            let mut depth = 1;
            let end = rest.find(|c| {
                depth += i32::from(c == '<') - i32::from(c == '>');
                depth == 0
            });
            let kind = &rest[..end.unwrap()];
            if !LOCALS.contains(&kind) {
                wrong.push(format!("{path}: Local<{kind}>"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reading_of_this_test_is_sound() {
    let text = "#[derive(Resource, Default)]\npub(super) struct A(u8);\n#[derive(Clone)]\nstruct B;\n\
                #[derive(Clone, Resource)]\n#[allow(x)]\npub enum C { D }\n";
    assert_eq!(declared(text), ["A", "C"]);
}
