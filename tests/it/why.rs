//! What is said of why an opponent did something is what it did: explanations of finished games give the commands of the record.

use crate::cli::{run_in, text};
use crate::support::{Setting, amount, settings};
use rare_terms::opponents::{Difficulty, Strategy, Why, characters};
use rare_terms::play::auto::{run, seated};
use rare_terms::play::why::Whys;
use rare_terms::play::{Match, Replay};
use rare_terms::rules::command::Command;
use rare_terms::rules::record::Seat;

/// A game of opponents alone, to its end.
fn played(setting: &Setting, strategies: &[Strategy], seed: u64) -> Match {
    let seats =
        setting.game.by_party(|party| Seat::Opponent(strategies[party.index() % strategies.len()].id()));
    let mut played = Match::begin(setting.game.clone(), seed, seats);
    let mut minds = seated(&played).expect("they are there");
    run(&mut played, &mut minds);
    assert!(played.is_over(), "{}", setting.name);
    played
}

#[test]
fn every_decision_is_explained_as_it_was_made() {
    let (mut explained, mut believed, mut searched, mut aimed) = (0, 0, 0, 0);
    let mut whys_seen = std::collections::BTreeSet::new();
    for (number, setting) in settings().iter().enumerate() {
        // A strategist plays many games for each command, so it sits at the small tables.
        let small = ["tutorial", "three_party_pie"].contains(&setting.game.level.id.as_str());
        for round in 0..amount(1, 6) {
            let second = |c| Strategy::Tier(Difficulty::Diplomat, Some(c));
            let characters = characters().iter().map(second).filter(|s| small || !s.looks_ahead());
            let characters: Vec<Strategy> = characters.collect();
            let top = if small && number % 8 == 0 { Difficulty::Strategist } else { Difficulty::Envoy };
            let cast = [
                Strategy::Tier(top, None),
                characters[(number + round) % characters.len()],
                Strategy::Tier(Difficulty::Newcomer, None),
            ];
            let played = played(setting, &cast, 50 + (number * 10 + round) as u64);
            let replay = Replay::of(setting.game.clone(), played.record().clone()).expect("it plays");
            let mut whys = Whys::of(&replay).expect("they are there");
            for (entry, _) in played.orders() {
                let place = || format!("{}, entry {entry}", setting.name);
                let decision = whys.why(entry).unwrap_or_else(|| panic!("{}: nothing is said", place()));
                let order = played.record().order(entry).expect("it stands");
                let why = &decision.explanation;
                assert_eq!(why.command, order.command, "{}", place());
                assert!(decision.holds() && decision.entry == entry, "{}", place());
                explained += 1;
                believed += usize::from(!why.beliefs.is_empty());
                for (_, odds) in &why.beliefs {
                    let sum: i64 = odds.iter().sum();
                    assert!((90..=110).contains(&sum), "{}: {odds:?}", place());
                }
                aimed += usize::from(why.aims.is_some());
                if let Some(search) = &why.search {
                    searched += 1;
                    assert!(search.own(&why.command).is_some(), "{}", place());
                    assert!(search.games >= 4 && search.thoughts.len() > 1, "{}", place());
                }
                fits(&why.command, &why.why, &place());
                if let (Why::Enough(least, _), Some(gives)) = (why.why, why.gives) {
                    assert!(gives >= least, "{}: {gives} of {least}", place());
                }
                whys_seen
                    .insert(format!("{:?}", why.why).split(['(', ' ']).next().unwrap_or_default().to_owned());
            }
        }
    }
    println!(
        "{explained} explained, {believed} with beliefs, {aimed} with an aim, {searched} played out; {whys_seen:?}"
    );
    assert!(explained > 300 && believed > 100 && searched > 5 && aimed > 50, "too few to tell");
    assert!(whys_seen.len() >= 6, "{whys_seen:?}");
}

#[test]
fn the_program_explains_games_that_are_over_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    let said = |args: &[&str], input: &str| {
        let output = run_in(folder.path(), args, input);
        (output.status.code(), text(&output.stdout) + &text(&output.stderr))
    };
    let game = ["play", "tokyo_2025", "--party", "japan", "--seed", "3"];
    said(&game, "pass\n");
    let file = |shelf: &str| {
        let mut files = std::fs::read_dir(folder.path().join(shelf)).unwrap().flatten();
        files.next().expect("it is there").path().display().to_string()
    };
    let (code, told) = said(&["explain", &file("running")], "");
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("The game is not over"), "{told}");
    said(&["resume"], &"pass\n".repeat(90));
    let finished = file("finished");
    let (code, told) = said(&["explain", &finished], "");
    assert_eq!(code, Some(0), "{told}");
    for part in [
        "United States: Propose to ",
        "it holds out for ",
        "This gives it ",
        "What it believed of China: ",
        " %",
    ] {
        assert!(told.contains(part), "missing: {part}\n{told}");
    }
    assert!(
        !told.contains("[why-") && !told.contains("Why cannot be said") && !told.contains(". Japan: "),
        "{told}"
    );
    let (_, china) = said(&["explain", &finished, "--party", "china"], "");
    assert!(china.contains("China: ") && !china.contains(". United States: "), "{china}");
    let (_, one) = said(&["explain", &finished, "--at", "1"], "");
    assert_eq!(one.lines().next(), told.lines().next());
    assert_eq!(said(&["explain", &finished, "--at", "9999"], "").0, Some(1));
}

/// What is said fits what is done.
fn fits(command: &Command, why: &Why, place: &str) {
    let fits = match why {
        Why::Enough(..) => matches!(command, Command::Accept(_)),
        Why::Refuses(_) => matches!(command, Command::Decline { .. }),
        Why::Puts { refuses, .. } => {
            matches!(command, Command::Propose { answers, .. } if answers.is_some() == refuses.is_some())
        }
        Why::Nothing(_) | Why::Says => matches!(command, Command::Speak(_)),
        Why::Waits => *command == Command::Pass,
        Why::Alone => matches!(command, Command::Act(_)),
        Why::Answers => matches!(command, Command::Answer(_)),
        Why::PlayedOut => true,
    };
    assert!(fits, "{place}: {command:?}, {why:?}");
}
