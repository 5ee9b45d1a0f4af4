//! Programs at seats: what they are told, what they may say, and what a bad one costs.

use std::io::{self, BufRead, BufReader, PipeReader, PipeWriter, Write};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use rare_terms::opponents::{Difficulty, Negotiator, Opponent};
use rare_terms::play::Match;
use rare_terms::play::auto::{Opponents, run};
use rare_terms::rules::command::Command;
use rare_terms::rules::game::Game;
use rare_terms::rules::ids::PartyId;
use rare_terms::rules::legal::check;
use rare_terms::rules::rulebook::Knowledge;
use rare_terms::seat::protocol::Message;
use rare_terms::seat::{Asked, Counts, Lost, Outside, read, speak};
use rare_terms::view::View;
use serde_json::{Value, json};

use crate::random::{Dice, RandomPlay, random_command};
use crate::secrecy::{altered, secretive};
use crate::support::{amount, book, level, midway, setting, settings};

/// Long enough on any machine.
pub(crate) const PATIENT: Duration = Duration::from_secs(120);

/// A program in a thread of this one, at the other ends of two pipes.
fn program(
    limit: Duration,
    plays: impl FnOnce(BufReader<PipeReader>, PipeWriter) + Send + 'static,
) -> Outside {
    let (input, to) = io::pipe().unwrap();
    let (from, output) = io::pipe().unwrap();
    thread::spawn(move || plays(BufReader::new(input), output));
    Outside::over(from, to, limit).unwrap()
}

/// Passes on every message until the game is over, with what is written back for each; it ends where nothing can be written any more.
fn each_message(
    lines: impl Iterator<Item = io::Result<String>>,
    mut output: impl Write,
    mut answer: impl FnMut(&Value) -> Vec<u8>,
) {
    for line in lines {
        let Ok(line) = line else { return };
        let message: Value = serde_json::from_str(&line).unwrap();
        if output.write_all(&answer(&message)).is_err() {
            return;
        }
    }
}

/// A line for a turn; nothing for any other message.
fn at_turn(message: &Value, line: impl FnOnce(u64) -> Vec<u8>) -> Vec<u8> {
    match message["type"].as_str() {
        Some("turn") => line(message["turn"].as_u64().unwrap()),
        _ => Vec::new(),
    }
}

fn line(value: &Value) -> Vec<u8> {
    let mut line = value.to_string().into_bytes();
    line.push(b'\n');
    line
}

/// Does what commits it to nothing.
struct Safe;

impl Opponent for Safe {
    fn act(&mut self, _: &Game, view: &View) -> Command {
        speak::safe(view)
    }

    fn forget(&mut self) {}

    fn again(&self) -> Box<dyn Opponent> {
        Box::new(Self)
    }
}

/// Computer opponents, and one of these in a seat.
fn with(played: &Match, seat: PartyId, other: Box<dyn Opponent>) -> Opponents {
    let mut opponents =
        played.game().by_party(|party| {
            Some(Box::new(Negotiator::new(played.temper(party), Difficulty::default(), None))
                as Box<dyn Opponent>)
        });
    opponents[seat] = Some(other);
    opponents
}

/// A whole game with a program in a seat.
pub(crate) fn play(game: &Arc<Game>, seed: u64, seat: PartyId, outside: &Outside) -> Match {
    let mut played = Match::new(game.clone(), seed);
    outside.begin(game, played.view(seat));
    let mut opponents = with(&played, seat, Box::new(outside.clone()));
    run(&mut played, &mut opponents);
    outside.over_now(game, played.view(seat));
    assert!(played.is_over(), "the game did not end");
    let again = Match::replay(game.clone(), played.record().clone()).unwrap();
    assert_eq!(again.log(), played.log(), "the record does not replay");
    played
}

/// The same game with a seat that commits itself to nothing.
pub(crate) fn play_safe(game: &Arc<Game>, seed: u64, seat: PartyId) -> Match {
    let mut played = Match::new(game.clone(), seed);
    let mut opponents = with(&played, seat, Box::new(Safe));
    run(&mut played, &mut opponents);
    played
}

/// Picks something at random from what a turn says may be done.
fn choose(turn: &Value, dice: &mut Dice) -> Value {
    let legal = &turn["legal"];
    let bargains = legal["bargains"].as_array().unwrap();
    if !bargains.is_empty() && dice.one_in(2) {
        let bargain = dice.pick(bargains).unwrap();
        let often = 1 + dice.below(3);
        let mut package = serde_json::Map::new();
        for (issue, options) in bargain["issues"].as_object().unwrap() {
            if let Some(option) = dice.pick(options.as_array().unwrap()).filter(|_| dice.one_in(often)) {
                package.insert(issue.clone(), option.clone());
            }
        }
        return json!({ "do": "propose", "parties": bargain["parties"], "package": package });
    }
    dice.pick(legal["commands"].as_array().unwrap()).unwrap().clone()
}

/// A program that plays at random by what it is told, and asks what its proposals are worth. A package that does not hold together is
/// refused; then it does what is safe.
fn random_program(seed: u64) -> impl FnOnce(BufReader<PipeReader>, PipeWriter) + Send + 'static {
    move |input, output| {
        let mut dice = Dice::new(seed);
        let mut next = Value::Null;
        each_message(input.lines(), output, |message| {
            let turn = &message["turn"];
            match message["type"].as_str().unwrap() {
                "turn" => {
                    next = choose(message, &mut dice);
                    next["turn"] = turn.clone();
                    if next["do"] == "propose" && dice.one_in(3) {
                        let mut question = next.clone();
                        question["do"] = json!("appraise");
                        return line(&question);
                    }
                    line(&next)
                }
                "appraisal" => {
                    let judged = &message["judgement"];
                    let lines = judged["lines"].as_array().unwrap();
                    let sum: i64 = lines.iter().map(|line| line["points"].as_i64().unwrap()).sum();
                    assert_eq!(sum, judged["score"].as_i64().unwrap());
                    line(&next)
                }
                "error" => line(&json!({ "turn": turn, "do": "safe" })),
                _ => Vec::new(),
            }
        });
    }
}

#[test]
fn a_program_plays_whole_games_on_every_level_and_rule_book() {
    let (mut turns, mut errors) = (0, 0);
    for (number, setting) in settings().into_iter().enumerate() {
        let seat = PartyId::from_index(number % setting.game.parties());
        let outside = program(PATIENT, random_program(number as u64));
        for seed in 0..amount(1, 5) as u64 {
            play(&setting.game, seed, seat, &outside);
        }
        let counts = outside.counts();
        assert_eq!(counts.lost(), 0, "{}: {counts:?}", setting.name);
        turns += counts.turns;
        errors += counts.errors;
    }
    println!("{turns} turns, {errors} replies refused");
    assert!(turns > 500 && errors > 0, "{turns} turns, {errors} errors");
}

/// What a program does wrong, how its turns are lost, and how many of them at least.
fn bad_programs() -> Vec<(&'static str, Lost, Box<dyn FnOnce(BufReader<PipeReader>, PipeWriter) + Send>)> {
    let safe = |turn| line(&json!({ "turn": turn, "do": "safe" }));
    vec![
        (
            "dies",
            Lost::Ended,
            Box::new(move |input, output| {
                // The greeting and two turns.
                each_message(input.lines().take(3), output, |message| at_turn(message, safe));
            }),
        ),
        ("is gone from the start", Lost::Ended, Box::new(|_, _| ())),
        (
            "hangs",
            Lost::Silent,
            Box::new(|input, output| each_message(input.lines(), output, |_| Vec::new())),
        ),
        (
            "does not even read",
            Lost::Silent,
            Box::new(|input, output| {
                thread::sleep(PATIENT);
                drop((input, output));
            }),
        ),
        (
            "floods without an end of line",
            Lost::Flooded,
            Box::new(|_, mut output| while output.write_all(&[b'x'; 4096]).is_ok() {}),
        ),
        (
            "floods with lines",
            Lost::Refused,
            Box::new(|_, mut output| while output.write_all(b"{}\n{\"turn\":1}\n").is_ok() {}),
        ),
        (
            "floods with answers for an old turn",
            Lost::Flooded,
            Box::new(|_, mut output| {
                let flood = b"{\"turn\":0,\"do\":\"pass\"}\n".repeat(100);
                while output.write_all(&flood).is_ok() {}
            }),
        ),
        (
            "answers for an old turn",
            Lost::Silent,
            Box::new(|input, output| {
                each_message(input.lines(), output, |message| {
                    at_turn(message, |turn| line(&json!({ "turn": turn - 1, "do": "safe" })))
                });
            }),
        ),
        (
            "answers in no text",
            Lost::Refused,
            Box::new(|input, output| {
                each_message(input.lines(), output, |message| {
                    at_turn(message, |_| b"\xff\xfe\xc0{\n".repeat(20))
                });
            }),
        ),
        (
            "sends lines that are too long",
            Lost::Refused,
            Box::new(|input, output| {
                each_message(input.lines(), output, |message| {
                    at_turn(message, |_| {
                        let mut long = vec![b' '; 70_000];
                        long.push(b'\n');
                        long.repeat(20)
                    })
                });
            }),
        ),
        (
            "asks for what is not allowed",
            Lost::Refused,
            Box::new(|input, output| {
                each_message(input.lines(), output, |message| match message["type"].as_str() {
                    Some("turn" | "error") => {
                        line(&json!({ "turn": message["turn"], "do": "accept", "offer": 7 }))
                    }
                    _ => Vec::new(),
                });
            }),
        ),
    ]
}

#[test]
fn a_bad_program_loses_its_turns_and_nothing_else_is_touched() {
    for (number, (what, why, plays)) in bad_programs().into_iter().enumerate() {
        let level = level(["tokyo_2025", "three_party_pie"][number % 2]);
        let game = setting(&level, book(["standard", "full"][number / 2 % 2]), None).game;
        let seat = PartyId::from_index(number % game.parties());
        let patient = matches!(why, Lost::Ended | Lost::Refused | Lost::Flooded);
        let limit = if patient { PATIENT } else { Duration::from_millis(30) };
        let outside = program(limit, plays);
        let played = play(&game, 5, seat, &outside);
        let counts = outside.counts();
        assert!(counts.lost_to(why) > 0, "a program that {what}: {counts:?}");
        assert!(counts.lost() >= counts.turns.saturating_sub(2), "a program that {what}: {counts:?}");
        let untouched = play_safe(&game, 5, seat);
        assert!(played.log() == untouched.log(), "a program that {what} changed the game");
        for party in game.level.everyone().iter() {
            assert_eq!(played.view(party), untouched.view(party), "a program that {what}");
        }
        assert_eq!(played.record().entries, untouched.record().entries, "a program that {what}");
    }
}

#[test]
fn a_program_that_is_gone_when_it_is_missed_has_still_flooded() {
    let game = setting(&level("three_party_pie"), book("standard"), None).game;
    let (ended, is_over) = channel();
    let outside = program(PATIENT, move |input, mut output| {
        while output.write_all(&[b'x'; 4096]).is_ok() {}
        drop((input, output));
        ended.send(()).unwrap();
    });
    is_over.recv().unwrap();
    play(&game, 5, PartyId::from_index(1), &outside);
    let counts = outside.counts();
    assert!(counts.turns > 0 && counts.lost_to(Lost::Flooded) == counts.turns, "{counts:?}");
}

#[test]
fn after_a_refused_reply_there_is_another_try() {
    let game = setting(&level("tutorial"), book("full"), None).game;
    let outside = program(PATIENT, |input, output| {
        each_message(input.lines(), output, |message| match message["type"].as_str() {
            Some("turn") => line(&json!({ "turn": message["turn"], "do": "passs" })),
            Some("error") => {
                assert_eq!(message["nearest"], "pass");
                line(&json!({ "turn": message["turn"], "do": "safe" }))
            }
            _ => Vec::new(),
        });
    });
    play(&game, 1, PartyId(0), &outside);
    let Counts { turns, errors, .. } = outside.counts();
    assert_eq!((outside.counts().lost(), errors), (0, turns));
}

#[test]
fn a_wrong_reply_is_told_where_it_is_wrong_and_what_is_nearest() {
    let game = setting(&level("tokyo_2025"), book("full"), None).game;
    let played = Match::new(game.clone(), 1);
    let view = played.view(PartyId(0));
    let propose = |rest: &str| format!(r#"{{"turn":3,"do":"propose","parties":["us","japan"],{rest}}}"#);
    for (reply, at, nearest) in [
        ("", "", None),
        ("[]", "", None),
        (r#"{"turn":3,"do":"pass","do":"pass"}"#, "", None),
        (r#"{"do":"pass"}"#, "turn", None),
        (r#"{"trun":3,"do":"pass"}"#, "trun", Some("turn")),
        (r#"{"turn":"3","do":"pass"}"#, "turn", None),
        (r#"{"turn":3.5,"do":"pass"}"#, "turn", None),
        (r#"{"turn":4,"do":"pass"}"#, "turn", None),
        (r#"{"turn":3,"do":"propse"}"#, "do", Some("propose")),
        (r#"{"turn":3,"do":"pass","offer":1}"#, "offer", None),
        (r#"{"turn":3,"do":"accept","ofer":1}"#, "ofer", Some("offer")),
        (r#"{"turn":3,"do":"accept","offer":-1}"#, "offer", None),
        (r#"{"turn":3,"do":"lobby","bloc":"nobody"}"#, "bloc", None),
        (r#"{"turn":3,"do":"threaten","threat":"x"}"#, "threat", None),
        (r#"{"turn":3,"do":"speak","statement":"priorty"}"#, "statement", Some("priority")),
        (&propose(r#""package":{"tarif_japan":"p10"}"#), "package.tarif_japan", Some("tariff_japan")),
        (&propose(r#""package":{"tariff_japan":"p100"}"#), "package.tariff_japan", Some("p10")),
        (&propose(r#""package":{},"crdit":{}"#), "crdit", Some("credit")),
        (&propose(r#""package":{},"credit":{"japn":50}"#), "credit.japn", Some("japan")),
        (&propose(r#""package":{},"credit":{"japan":101}"#), "credit.japan", None),
        (&propose(r#""package":{},"clauses":[{"issue":"tariff_japan"}]"#), "clauses.0", None),
        (
            &propose(r#""package":{},"clauses":[{"issue":"tariff_japan","untill":3}]"#),
            "clauses.0.untill",
            Some("until"),
        ),
    ] {
        let fault = read(&game, view, 3, reply.as_bytes()).unwrap_err();
        assert_eq!((fault.at.as_str(), fault.nearest.as_deref()), (at, nearest), "{reply}: {fault:?}");
        assert!(!fault.message.is_empty());
    }
    assert_eq!(read(&game, view, 3, br#"{"turn":2,"whatever":1}"#), Ok(Asked::Stale));
    assert_eq!(read(&game, view, 3, br#"{"turn":3,"do":"pass"}"#), Ok(Asked::Command(Command::Pass)));
}

#[test]
fn every_command_is_read_as_it_is_written() {
    let mut count = 0;
    for setting in settings() {
        let game = &setting.game;
        for mut play in midway(&setting, amount(6, 60), 0x5ea7) {
            for seat in play.played.waiting_for().iter() {
                let view = play.played.view(seat).clone();
                for _ in 0..4 {
                    let command = random_command(game, &view, &mut play.dice);
                    let mut written = speak::command(game, &view, &command);
                    written["turn"] = json!(9);
                    let again = read(game, &view, 9, written.to_string().as_bytes());
                    assert_eq!(again, Ok(Asked::Command(command)), "{}: {written}", setting.name);
                    count += 1;
                }
                let Message::Turn { legal, .. } = speak::turn(game, &view, 0, 9, 1) else { panic!() };
                for ready in legal["commands"].as_array().unwrap() {
                    let mut ready = ready.clone();
                    ready["turn"] = json!(9);
                    let Ok(Asked::Command(command)) = read(game, &view, 9, ready.to_string().as_bytes())
                    else {
                        panic!("{}: {ready} is not read", setting.name)
                    };
                    assert_eq!(check(game, &view.position, seat, &command), Ok(()), "{ready}");
                }
            }
        }
    }
    println!("{count} commands");
}

#[test]
fn no_bytes_break_the_reader() {
    let game = setting(&level("tokyo_2025"), book("full"), None).game;
    let mut dice = Dice::new(77);
    let mut understood = 0;
    for number in 0..amount(20, 200) {
        let mut play = RandomPlay::new(&game, number as u64);
        play.steps(dice.below(60));
        let Some(seat) = play.played.waiting_for().iter().next() else { continue };
        let view = play.played.view(seat).clone();
        for _ in 0..150 {
            let mut written = speak::command(&game, &view, &random_command(&game, &view, &mut dice));
            written["turn"] = json!(1);
            let mut bytes = written.to_string().into_bytes();
            for _ in 0..dice.below(4) {
                let at = dice.below(bytes.len());
                let byte = u8::try_from(dice.below(256)).unwrap();
                match dice.below(4) {
                    0 => bytes[at] = byte,
                    1 => bytes.insert(at, byte),
                    2 => bytes.truncate(at + 1),
                    _ => {
                        let end = at + dice.below(bytes.len() - at);
                        bytes.extend_from_within(at..end);
                    }
                }
            }
            if let Ok(Asked::Command(command)) = read(&game, &view, 1, &bytes) {
                understood += 1;
                // It may be refused; it may not break anything.
                let _ = play.played.clone().command(seat, command);
            }
            let noise: Vec<u8> =
                (0..dice.below(60)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
            let _ = read(&game, &view, 1, &noise);
        }
    }
    assert!(understood > 100, "{understood}");
}

#[test]
fn random_bytes_as_replies_cost_turns_alone() {
    let game = setting(&level("three_party_pie"), book("full"), None).game;
    for seed in 0..amount(3, 30) as u64 {
        let outside = program(Duration::from_millis(50), move |input, output| {
            let mut dice = Dice::new(seed);
            each_message(input.lines(), output, |message| {
                at_turn(message, |turn| {
                    let mut bytes = format!("{{\"turn\":{turn},\"do\":").into_bytes();
                    let count = dice.below(3000);
                    bytes.extend((0..count).map(|_| u8::try_from(dice.below(256)).unwrap()));
                    bytes.push(b'\n');
                    bytes
                })
            });
        });
        let played = play(&game, seed, PartyId(1), &outside);
        assert!(played.log() == play_safe(&game, seed, PartyId(1)).log());
    }
}

/// Everything that a program could be told at the end of a log.
fn told(game: &Game, view: &View) -> String {
    let messages =
        [speak::hello(game, view, 1, 5), speak::turn(game, view, 0, 2, 5), speak::over(game, view, 0)];
    serde_json::to_string(&messages).unwrap()
}

#[test]
fn what_a_seat_may_not_know_changes_no_byte_that_its_program_is_told() {
    let mut changes = 0;
    for setting in secretive() {
        for number in 0..amount(2, 20) {
            let mut play = RandomPlay::new(&setting.game, 0xfab0 + number as u64);
            let steps = if number == 0 { 1000 } else { play.dice.below(80) };
            play.steps(steps);
            for seat in setting.game.level.everyone().iter() {
                let (log, changed) = altered(&setting.game, play.played.log(), seat, &mut play.dice);
                let mut view = View::new(&setting.game, seat);
                log.iter().for_each(|event| view.fold(&setting.game, event));
                let (one, other) = (told(&setting.game, &view), told(&setting.game, play.played.view(seat)));
                assert!(one == other, "{}: the program of seat {seat:?} can tell", setting.name);
                changes += changed;
            }
        }
    }
    println!("{changes} secret events changed");
}

#[test]
fn the_seed_and_the_mandates_of_others_are_told_to_no_program() {
    let seed = 0x5eed_1234_5678_9abc_u64;
    for knowledge in [Knowledge::Advisor, Knowledge::Sealed, Knowledge::Transparent] {
        let game = setting(&level("tokyo_2025"), book("full"), Some(knowledge)).game;
        let mut play = RandomPlay::new(&game, seed);
        play.steps(60);
        for seat in game.level.everyone().iter() {
            let view = play.played.view(seat);
            let text = told(&game, view);
            assert!(!text.contains(&seed.to_string()));
            let messages: Value = serde_json::from_str(&text).unwrap();
            let mandates = messages[1]["position"]["mandates"].as_object().unwrap();
            let known = mandates.values().filter(|mandate| !mandate.is_null()).count();
            let open = knowledge == Knowledge::Transparent;
            assert_eq!(known, if open { game.parties() } else { 1 });
            let scores = messages[2]["scores"].as_object().unwrap();
            assert_eq!(scores.len(), if open { game.parties() } else { 1 });
        }
    }
}

#[test]
fn the_final_score_that_a_program_is_told_is_the_true_one() {
    for game in crate::support::finished() {
        let rules = &game.setting.game;
        let scores = game.played.scores();
        for (seat, party) in rules.level.parties.iter() {
            let Message::Over { scores: told, .. } = speak::over(rules, game.played.view(seat), 0) else {
                panic!()
            };
            assert_eq!(told[&party.id], json!(scores[seat.index()]), "{}", game.setting.name);
        }
    }
}
