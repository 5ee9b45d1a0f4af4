//! Games that are kept: going on, taking back, looking back, beginning anew, and what is said where a file is not as it should be.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Arc;

use rare_terms::play::Match;
use rare_terms::play::auto::pass_safely;
use rare_terms::rules::command::{Command, Statement};
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::{ByParty, IssueId, OptionId, PartyId, PartySet};
use rare_terms::rules::package::{Communique, Proposal};
use rare_terms::rules::record::{Mark, Person, Pin, Record, Seat};
use rare_terms::storage::{Library, Saves};
use tempfile::TempDir;

use crate::cli::{in_package, run_in, text};
use crate::kills::Playing;

/// A folder for games, and what the program says of it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn run(&self, args: &[&str], input: &str) -> Output {
        run_in(self.path(), args, input)
    }

    /// What a command says that is carried out.
    fn says(&self, args: &[&str], input: &str) -> String {
        let output = self.run(args, input);
        let told = text(&output.stdout);
        assert!(output.status.success(), "{args:?}: {told}{}", text(&output.stderr));
        assert!(!told.contains("[cli-") && !told.contains("{$"), "{told}");
        told
    }

    /// What a command says that cannot be carried out, or finds faults.
    fn fails(&self, args: &[&str]) -> String {
        let output = self.run(args, "");
        let told = text(&output.stdout) + &text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{args:?}: {told}");
        assert!(!told.contains("[cli-") && !told.contains("panicked"), "{told}");
        told
    }

    fn files(&self, folder: &str) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path().join(folder)).into_iter().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    }

    /// Puts a record among the unfinished games.
    fn lay_out(&self, record: &Record) -> String {
        let path = Saves::new(self.path().to_owned()).lay_out(7, record).unwrap();
        path.display().to_string()
    }

    /// A game of the apple season that somebody left after a word in its second round, and its file.
    fn left() -> (Self, PathBuf) {
        let desk = Self::new();
        desk.says(&APPLES, "pass\npass\nsay priority freight\n");
        let file = desk.files("running").remove(0);
        (desk, file)
    }
}

const APPLES: [&str; 6] = ["play", "tutorial", "--party", "uplands", "--seed", "3"];

fn name_of(file: &Path) -> String {
    file.file_stem().unwrap().to_str().unwrap().to_owned()
}

fn begun(level: &str, seats: Vec<Seat>) -> Match {
    let game: Arc<Game> = Library::default().game(level, Some("standard"), None).unwrap();
    Match::begin(game, 5, ByParty(seats))
}

fn person(name: &str) -> Seat {
    Seat::Person(Person { name: name.to_owned(), pin: None })
}

fn computer() -> Seat {
    Seat::Opponent("diplomat".to_owned())
}

#[test]
fn whoever_leaves_is_told_how_to_go_on_and_goes_on_where_it_was() {
    let desk = Desk::new();
    let rest = "pass\n".repeat(60);
    let whole = desk.says(&APPLES, &format!("say priority freight\npass\npass\n{rest}"));
    let finished = fs::read_to_string(desk.files("finished").remove(0)).unwrap();

    let desk = Desk::new();
    let told = desk.says(&APPLES, "say priority freight\npass\npass\n");
    assert!(told.contains("This game is kept. To go on with it: rare-terms resume --saves "), "{told}");
    assert!(told.ends_with("Good-bye.\n"), "{told}");
    let list = desk.says(&["saves"], "");
    for part in [
        "Unfinished:",
        "The apple season",
        "Played by: Uplands.",
        "of 4.",
        "If nothing more is signed",
        "just now",
        "every secret",
    ] {
        assert!(list.contains(part), "{part}: {list}");
    }
    // Whoever does not say which party is told of it; whoever does, as a script would, is not.
    assert!(desk.says(&["play", "tutorial"], "").contains("There is an unfinished game: The apple season"));
    assert!(!desk.says(&APPLES, "").contains("unfinished game"));

    let on = desk.says(&["resume"], &rest);
    assert!(on.contains("Since you last did something:"), "{on}");
    let end = |told: &str| told.split_once("\nResult\n").unwrap().1.to_owned();
    assert_eq!(end(&on), end(&whole));
    assert!(desk.files("running").is_empty());
    let entries = |text: &str| text.lines().filter(|l| l.contains(" order ")).count();
    assert_eq!(entries(&fs::read_to_string(desk.files("finished").remove(0)).unwrap()), entries(&finished));
    assert!(desk.fails(&["resume"]).contains("no unfinished game"));
}

#[test]
fn a_game_that_was_stopped_at_its_very_end_shows_its_result_and_is_put_away() {
    let desk = Desk::new();
    let mut game = begun("tutorial", vec![person(""), computer()]);
    while let Some(seat) = game.waiting_for().iter().next() {
        pass_safely(&mut game, seat);
    }
    desk.lay_out(game.record());
    let told = desk.says(&["resume"], "");
    assert!(told.contains("\nResult\n") && told.contains("This game is over."), "{told}");
    assert!(desk.files("running").is_empty());
    assert_eq!(desk.files("finished").len(), 1);
}

#[test]
fn the_last_thing_done_is_taken_back_until_an_opponent_has_looked() {
    let desk = Desk::new();
    let told = desk.says(&APPLES, "undo\nsay priority freight\nundo\nundo\npass\nundo\nquit\n");
    assert_eq!(told.matches("Taken back.").count(), 1, "{told}");
    assert!(told.matches("take back").count() >= 2, "{told}");
    let record = fs::read_to_string(desk.files("running").remove(0)).unwrap();
    assert_eq!(record.lines().filter(|line| line.contains(" back ")).count(), 1);
    // It is told to whoever did it.
    assert!(desk.says(&["replay", &name_of(&desk.files("running")[0])], "").contains("Taken back by "));
}

#[test]
fn games_are_saved_by_name_and_taken_up_as_copies() {
    let desk = Desk::new();
    let told = desk.says(&APPLES, "pass\nsave\nsave first try\nsave con\nsave a/b\nsave ..\nquit\n");
    assert!(told.contains("Type: save NAME"), "{told}");
    assert!(told.contains("Saved as \u{201c}first try\u{201d}"), "{told}");
    assert!(told.contains("holds every secret"), "{told}");
    assert_eq!(told.matches("Not saved: nothing can be saved as").count(), 3, "{told}");
    let saved = desk.path().join("saves/first try.game");
    let bytes = fs::read(&saved).unwrap();
    assert!(desk.says(&["saves"], "").contains("first try: The apple season"));
    let told = desk.says(&["resume", "first try"], "pass\nquit\n");
    assert!(told.contains("stays as it is"), "{told}");
    assert_eq!(fs::read(&saved).unwrap(), bytes);
    assert_eq!(desk.files("running").len(), 2);
    assert!(
        desk.says(&["check", &saved.display().to_string()], "")
            .contains("ok, unfinished game of level tutorial")
    );
}

#[test]
fn a_line_that_was_torn_while_it_was_written_is_no_damage() {
    let (desk, file) = Desk::left();
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, &whole[..whole.len() - 20]).unwrap();
    let told = desk.says(&["saves"], "");
    assert!(!told.contains("is damaged"), "{told}");
    let told = desk.says(&["resume"], "quit\n");
    assert!(!told.contains("damaged"), "{told}");
    assert!(!file.with_extension("damaged").exists());
}

#[cfg(unix)]
#[test]
fn a_level_is_read_from_a_pipe_as_well() {
    let level = fs::read_to_string(in_package("levels/tutorial.ron")).unwrap();
    let desk = Desk::new();
    for args in [["check", "/dev/stdin"], ["analyze", "/dev/stdin"]] {
        let output = desk.run(&args, &level);
        assert!(output.status.success(), "{args:?}: {}{}", text(&output.stdout), text(&output.stderr));
    }
}

#[test]
fn a_damaged_game_goes_on_from_what_is_whole() {
    let (desk, file) = Desk::left();
    let whole = fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let cut = format!(
        "{}\n{}\n",
        lines[..lines.len() - 1].join("\n"),
        lines[lines.len() - 1].replace("Speak", "Spook")
    );
    fs::write(&file, cut).unwrap();
    let place = format!("{}:{}:1:", file.display(), lines.len());
    let told = desk.fails(&["check", &file.display().to_string()]);
    assert!(told.contains(&place) && told.contains("All before that is whole"), "{told}");
    let told = desk.fails(&["saves"]);
    assert!(
        told.contains("is damaged.") && told.contains(&place) && told.contains("The apple season"),
        "{told}"
    );
    let told = desk.says(&["resume"], "quit\n");
    assert!(told.contains(&place) && told.contains("The damaged file is kept as"), "{told}");
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), lines.len() - 1);
    assert!(file.with_extension("damaged").exists());

    // The same once more: nothing that was kept before is lost.
    let first = fs::read(file.with_extension("damaged")).unwrap();
    let again = fs::read_to_string(&file).unwrap();
    fs::write(&file, again.replacen("Pass", "Poss", 1)).unwrap();
    let told = desk.says(&["resume"], "quit\n");
    assert!(told.contains("The damaged file is kept as"), "{told}");
    assert_eq!(fs::read(file.with_extension("damaged")).unwrap(), first);
    assert!(file.with_extension("damaged-2").exists());

    // A journal has no end, in whichever folder of games it lies.
    let told = Desk::new().says(&["check", &file.display().to_string()], "");
    assert!(told.contains("ok, unfinished game"), "{told}");

    // Where the same game is whole elsewhere, it goes on from there.
    let (desk, file) = Desk::left();
    desk.says(&["resume"], "save further\nquit\n");
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, whole.replacen("Pass", "Poss", 1)).unwrap();
    let told = desk.says(&["resume"], "quit\n");
    assert!(told.contains("is whole, and further on, as further"), "{told}");
    assert_eq!(fs::read_to_string(&file).unwrap(), whole);

    // A save that was cut between two lines has lost its end.
    let saved = desk.path().join("saves/further.game");
    let whole = fs::read_to_string(&saved).unwrap();
    let end = whole.trim_end().rfind('\n').unwrap() + 1;
    fs::write(&saved, &whole[..end]).unwrap();
    assert!(desk.fails(&["check", &saved.display().to_string()]).contains("the end of this game is missing"));

    // Damaged from the beginning, it is refused, with what there is instead.
    let bytes = fs::read_to_string(&file).unwrap();
    fs::write(&file, bytes.replacen("head (", "hood (", 1)).unwrap();
    let told = desk.fails(&["resume"]);
    assert!(
        told.contains(&format!("{}:2:1:", file.display())) && told.contains("Nothing of it can be used"),
        "{told}"
    );
}

#[test]
fn a_level_that_was_changed_since_is_recognised_and_the_game_keeps_its_own() {
    let (desk, data) = (Desk::new(), tempfile::tempdir().unwrap());
    fs::create_dir(data.path().join("levels")).unwrap();
    let file = data.path().join("levels/tutorial.ron");
    let level = fs::read_to_string(in_package("levels/tutorial.ron")).unwrap();
    fs::write(&file, level.replacen("The apple season", "The pear season", 1)).unwrap();
    let data = data.path().display().to_string();
    let args: Vec<&str> = APPLES.into_iter().chain(["--data", &data]).collect();
    desk.says(&args, "pass\n");
    assert!(!desk.says(&["resume", "--data", &data], "quit\n").contains("changed since"));
    fs::write(&file, level.replacen("The apple season", "The plum season", 1)).unwrap();
    let told = desk.says(&["resume", "--data", &data], "pass\nquit\n");
    assert!(told.contains("The level tutorial has been changed since."), "{told}");
    assert!(told.contains("The pear season") && !told.contains("plum"), "{told}");
    // Without the folder, the level of the program is another one too.
    assert!(desk.says(&["resume"], "quit\n").contains("changed since"));
}

#[test]
fn opponents_that_there_are_not_and_other_versions_are_named() {
    let desk = Desk::new();
    let mut game = begun("tutorial", vec![person(""), Seat::Opponent("oracle".to_owned())]);
    pass_safely(&mut game, PartyId(0));
    let file = desk.lay_out(game.record());
    let told = desk.fails(&["resume"]);
    assert!(
        told.contains("no opponent plays as \"oracle\"") && told.contains("expected one of: newcomer"),
        "{told}"
    );
    let told = desk.says(&["fork", &file, "--at", "1", "--party", "uplands"], "");
    let name = told.split_once("resume ").unwrap().1.split_whitespace().next().unwrap().to_owned();
    desk.says(&["resume", &name], "pass\nquit\n");

    // A record of another version plays if it goes as it went.
    let desk = Desk::new();
    let mut game = begun("tutorial", vec![person(""), computer()]);
    pass_safely(&mut game, PartyId(0));
    let mut record = game.marked();
    record.head.version = "9.9.9".to_owned();
    let file = desk.lay_out(&record);
    assert!(desk.says(&["check", &file], "").contains("written by version 9.9.9"));
    desk.says(&["resume"], "quit\n");
    record.entries[0].mark = Some(Mark(1));
    let file = desk.lay_out(&record);
    for args in [&["resume", file.as_str()][..], &["replay", &file], &["check", &file], &["saves"]] {
        let told = desk.fails(args);
        assert!(told.contains("version 9.9.9") && told.contains("entry 1:"), "{told}");
    }
    assert!(desk.says(&["fork", &file], "").contains("A new game begins at moment 0"));
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("record 1", "record 2", 1)).unwrap();
    let told = desk.fails(&["resume", &file]);
    assert!(told.contains("form 2") && told.contains("open it with the version that wrote it"), "{told}");
}

#[test]
fn what_is_not_there_is_said() {
    let (desk, file) = Desk::left();
    for command in ["resume", "replay", "fork"] {
        assert!(desk.fails(&[command, "no/such.game"]).contains("There is no file no/such.game"));
        let near = format!("{}x", name_of(&file));
        assert!(desk.fails(&[command, &near]).contains("did you mean"), "{command}");
    }
    assert!(desk.fails(&["export", "nothing", "--party", "uplands"]).contains("no game called"));
    assert!(desk.fails(&["resume", &in_package("README.md")]).contains("this is no saved game"));
    assert!(desk.fails(&["check", &in_package("no/such.game")]).contains("could not read"));
    let empty = Desk::new();
    assert!(empty.says(&["saves"], "").contains("No games are kept in"));
    assert!(empty.fails(&["resume"]).contains("no unfinished game"));
    assert!(empty.files("").is_empty(), "looking makes nothing");
}

#[test]
fn a_shared_game_stays_behind_its_doors() {
    let desk = Desk::new();
    let mut game = begun("tokyo_2025", vec![person("Ada"), person("Ben"), computer()]);
    let first = game.waiting_for().iter().next().unwrap();
    game.command(first, Command::Speak(Statement::Priority(IssueId(0)))).unwrap();
    game.take_back(first).unwrap();
    let mut record = game.record().clone();
    record.head.seats[PartyId(1)] =
        Seat::Person(Person { name: "Ben".to_owned(), pin: Some(Pin::new("1234", PartyId(1), 5)) });
    let file = desk.lay_out(&record);
    assert!(desk.fails(&["resume"]).contains("Open it in the window"));
    let list = desk.says(&["saves"], "");
    assert!(list.contains("Ada (United States), Ben (Japan)") && !list.contains("points"), "{list}");
    assert!(desk.fails(&["replay", &file]).contains("--party"));
    assert!(desk.fails(&["replay", &file, "--party", "china"]).contains("us, japan"));
    assert!(desk.fails(&["export", &file, "--party", "china"]).contains("us, japan"));
    assert!(desk.fails(&["replay", &file, "--party", "japan"]).contains("not the PIN"));
    assert!(desk.run(&["replay", &file, "--party", "japan"], "0000\n").status.code() == Some(1));
    let told = desk.says(&["replay", &file, "--party", "japan"], "1234\n");
    assert!(!told.contains("Taken back") && !told.contains("matters most"), "{told}");
    let told = desk.says(&["replay", &file, "--party", "us"], "");
    assert!(told.contains("matters most") && told.contains("Taken back by "), "{told}");
    assert!(!told.contains("Seed"), "{told}");
}

/// A game of three in which the first two deal with each other, and the third person hears nothing of it.
fn unseen(option: u16, back: bool) -> Record {
    let mut game = begun("tokyo_2025", vec![computer(), person("Ben"), person("Cy")]);
    let (us, japan) = (PartyId(0), PartyId(1));
    let proposal = Proposal {
        parties: PartySet::one(us).with(japan),
        package: [(IssueId(0), OptionId(option))].into_iter().collect(),
        communique: Communique::even(&game.game().level, PartySet::one(us).with(japan)),
    };
    game.command(us, Command::Propose { proposal: proposal.clone(), answers: None }).unwrap();
    if back {
        game.command(japan, Command::Propose { proposal, answers: None }).unwrap();
        game.take_back(japan).unwrap();
    }
    game.command(japan, Command::Pass).unwrap();
    game.marked()
}

#[test]
fn replay_and_export_of_an_open_game_tell_a_seat_what_it_saw_and_no_byte_more() {
    let mut told = Vec::new();
    for record in [unseen(0, false), unseen(1, false), unseen(0, true)] {
        let desk = Desk::new();
        let file = desk.lay_out(&record);
        let mut all = desk.says(&["replay", &file, "--party", "china"], "");
        all += &desk.says(&["replay", &file, "--party", "china", "--until", "1"], "");
        all += &desk.says(&["export", &file, "--party", "china"], "");
        told.push(all);
    }
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0], told[2]);
}

#[test]
fn an_export_has_what_the_seat_may_know_and_nothing_else() {
    let (desk, file) = Desk::left();
    let file = file.display().to_string();
    let out = desk.path().join("seat.json");
    desk.says(&["export", &file, "--party", "uplands", "-o", &out.display().to_string()], "");
    let written = fs::read_to_string(&out).unwrap();
    let value: serde_json::Value = serde_json::from_str(&written).unwrap();
    let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["events", "format", "level", "party", "round", "rules", "seat"]);
    assert_eq!((&value["level"], &value["party"]), (&"tutorial".into(), &"uplands".into()));
    assert!(value["events"].as_array().unwrap().len() > 3);
    let mandates = &value["events"][0]["Opened"]["mandates"];
    assert!(mandates[1].is_null(), "{mandates}");
    assert!(desk.fails(&["export", &file, "--party", "harbour"]).contains("uplands"));
    let nowhere = desk.path().join("no/such/out.json").display().to_string();
    assert!(desk.fails(&["export", &file, "--party", "uplands", "-o", &nowhere]).contains("could not write"));
}

#[test]
fn a_finished_game_is_told_whole_and_forked_at_any_moment() {
    let desk = Desk::new();
    desk.says(&APPLES, &format!("say priority freight\nundo\n{}", "pass\n".repeat(60)));
    let file = desk.files("finished").remove(0);
    let name = name_of(&file);
    let told = desk.says(&["replay", &name], "");
    for part in ["Seed: 3.", "1. ", "Taken back by ", "\nResult\n"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let other = desk.says(&["replay", &name, "--party", "harbour", "--until", "2"], "");
    assert!(other.contains("This is moment 2 of ") && !other.contains("\nResult\n"), "{other}");
    assert!(desk.says(&["resume", &name], "").contains("This game is over."));
    assert!(desk.fails(&["fork", &name]).contains("The game is over there"));
    assert!(desk.fails(&["fork", &name, "--at", "9999"]).contains("There is no moment 9999"));
    for (at, party) in [("0", "uplands"), ("3", "harbour")] {
        let told = desk.says(&["fork", &name, "--at", at, "--party", party], "");
        let fork = told.split_once("resume ").unwrap().1.split_whitespace().next().unwrap().to_owned();
        let told = desk.says(&["resume", &fork], &"pass\n".repeat(60));
        assert!(told.contains("\nResult\n"), "{told}");
    }
}

#[test]
fn a_saved_game_is_analysed_at_any_moment_as_its_reader_may_know_it() {
    let (desk, file) = Desk::left();
    let file = file.display().to_string();
    let json = |args: &[&str]| -> serde_json::Value { serde_json::from_str(&desk.says(args, "")).unwrap() };
    let begun = json(&["analyze", &file, "--at", "0", "--json"]);
    assert_eq!(begun, json(&["analyze", "tutorial", "--json"]));
    let now = json(&["analyze", &file, "--json"]);
    assert_eq!((&begun["round"], &now["round"]), (&1.into(), &2.into()));
    assert!(desk.fails(&["analyze", &file, "--at", "999"]).contains("There is no moment 999"));
    assert!(desk.fails(&["analyze", &file, "--party", "harbour"]).contains("uplands"));
    assert!(desk.fails(&["analyze", "tutorial", "--at", "1"]).contains("saved games"));
}

#[test]
fn where_nothing_can_be_written_play_goes_on_and_it_is_made_good() {
    let folder = tempfile::tempdir().unwrap();
    let saves = folder.path().join("games");
    // A file where the folder should be.
    fs::write(&saves, "in the way").unwrap();
    let mut playing = Playing::begin(&saves, &APPLES);
    let until = |playing: &mut Playing, lines: &[&str], part: &str| {
        playing.type_all(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>());
        let mut told = Vec::new();
        while let Some(line) = playing.next() {
            told.push(line);
            if told.last().unwrap().contains(part) {
                return told.concat();
            }
        }
        panic!("no {part} in {}", told.concat())
    };
    let told = until(&mut playing, &["pass", "pass", "mark1"], "called \u{201c}mark1");
    assert_eq!(told.matches("cannot be written down now").count(), 1, "{told}");
    fs::remove_file(&saves).unwrap();
    let told = until(&mut playing, &["pass", "mark2"], "called \u{201c}mark2");
    assert!(told.contains("The game is written down again"), "{told}");
    // The folder goes away in the middle.
    fs::remove_dir_all(&saves).unwrap();
    until(&mut playing, &["pass", "mark3"], "called \u{201c}mark3");
    // Nobody else takes up a game that is being played.
    let told = run_in(&saves, &["saves"], "");
    assert!(text(&told.stdout).contains("No games are kept") || !text(&told.stdout).contains("Unfinished"));
    let file = fs::read_dir(saves.join("running")).unwrap().next().unwrap().unwrap().path();
    let told = run_in(&saves, &["resume", &file.display().to_string()], "");
    assert!(text(&told.stderr).contains("is being played by another program"));
    assert!(playing.end().concat().contains("This game is kept."));
    assert!(text(&run_in(&saves, &["resume"], "quit\n").stdout).contains("Since you last did something"));
}
