//! What is on the shelf, in which order, and what is said when something is not.

use std::fs;

use super::*;
use crate::rules::source::Source;

#[test]
fn the_program_brings_its_levels_in_order_and_they_are_right() {
    let shelf = Library::default().levels();
    let ids: Vec<&str> = shelf.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids[..2], ["tutorial", "tokyo_2025"]);
    assert!(ids.contains(&"three_party_pie"));
    for entry in &shelf {
        if let Err(faults) = &entry.level {
            panic!("{faults}");
        }
    }
    for entry in Library::default().rule_books() {
        if let Err(faults) = &entry.book {
            panic!("{faults}");
        }
    }
}

#[test]
fn a_level_is_found_by_id_file_name_and_path() {
    let library = Library::default();
    for name in [
        "tutorial",
        "tutorial.ron",
        "levels/tutorial.ron",
        concat!(env!("CARGO_MANIFEST_DIR"), "/levels/tutorial.ron"),
    ] {
        assert_eq!(library.level(name).unwrap().id, "tutorial", "{name}");
    }
    let rules = library.rule_book("rules/intro.ron").unwrap();
    assert_eq!(rules.id, "intro");
    let game = library.game("tutorial", None, None).unwrap();
    assert_eq!(game.rules.id, "intro");
    let game = library.game("tutorial", Some("standard"), Some(Knowledge::Sealed)).unwrap();
    assert_eq!((game.rules.id.as_str(), game.knowledge), ("standard", Knowledge::Sealed));
}

#[test]
fn an_unknown_name_is_answered_with_the_nearest() {
    let library = Library::default();
    let error = library.level("tokio_2025").unwrap_err().to_string();
    assert!(error.contains("no level called \"tokio_2025\""), "{error}");
    assert!(error.contains("did you mean \"tokyo_2025\"?"), "{error}");
    let error = library.level("nowhere/tutorail.ron").unwrap_err().to_string();
    assert!(error.contains("did you mean \"tutorial\"?"), "{error}");
    let error = library.game("tutorial", Some("standart"), None).unwrap_err().to_string();
    assert!(error.contains("did you mean \"standard\"?"), "{error}");
}

#[test]
fn a_folder_adds_replaces_and_hides_nothing() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("levels");
    fs::create_dir(&folder).unwrap();
    let library = Library::new(Some(data.path().to_owned()));
    library.check_folder().unwrap();
    let before = library.levels().len();
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/levels/tutorial.ron")).unwrap();
    let mine = text.replace("The apple season", "Another season");
    fs::write(folder.join("mine.ron"), &mine).unwrap();
    fs::write(folder.join("broken.ron"), "(format: 1,").unwrap();
    fs::write(folder.join("notes.txt"), "no level").unwrap();
    let shelf = library.levels();
    assert_eq!(shelf.len(), before + 1);
    assert_eq!(shelf[0].level.as_ref().unwrap().title, "Another season");
    let last = shelf.last().unwrap();
    assert_eq!(last.id, "broken");
    assert!(last.level.is_err());
    assert!(matches!(library.level("broken"), Err(StorageError::Faulty(_))));
    fs::write(folder.join("tokyo_2025.ron"), mine.replace("\"tutorial\"", "\"other\"")).unwrap();
    let shelf = library.levels();
    assert!(shelf.iter().any(|entry| entry.id == "other"));
    assert!(shelf.iter().all(|entry| entry.id != "tokyo_2025"));
}

#[test]
fn what_cannot_be_read_is_said() {
    let data = tempfile::tempdir().unwrap();
    let gone = Library::new(Some(data.path().join("gone")));
    assert!(gone.check_folder().unwrap_err().to_string().contains("gone"));
    let file = data.path().join("large.ron");
    fs::write(&file, vec![b' '; (1 << 20) + 5]).unwrap();
    let error = Library::check_file(&file).unwrap_err().to_string();
    assert!(error.contains("1048581 bytes"), "{error}");
    let file = Library::new(Some(file));
    assert!(file.check_folder().unwrap_err().to_string().contains("not a folder"));
    assert!(Library::check_file(data.path()).is_err());
}

#[test]
fn levels_and_rule_books_are_told_apart_by_what_is_in_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let level = Library::check_file(&root.join("levels/tokyo_2025.ron")).unwrap();
    assert!(matches!(level, Document::Level(_)));
    let rules = Library::check_file(&root.join("assets/rules/standard.ron")).unwrap();
    assert!(matches!(rules, Document::Rules(_)));
    for (text, kind) in [
        ("(issues: 3)", Kind::Level),
        ("( // parties: x\n subsystems : ())", Kind::Rules),
        ("(about: \"issues: \\\" (\", a: (issues: 1), talks: ())", Kind::Rules),
        ("", Kind::Level),
    ] {
        assert_eq!(files::kind(&Source::new("x", text)), kind, "{text}");
    }
}
