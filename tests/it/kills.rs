//! The program is killed while it plays: whatever it had shown the effect of is kept, once, and the game goes on as if nothing had been.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use rare_terms::play::retelling::Done;
use rare_terms::play::{Match, Replay, Retelling};
use rare_terms::rules::event::Event;
use rare_terms::rules::record::{Record, Seat};
use rare_terms::storage::Saves;
use rare_terms::words::Words;
use rare_terms::words::tell::Story;

use crate::random::Dice;
use crate::support::amount;

/// No answer takes longer, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(120);

/// A game, and what is typed in it.
struct Script {
    level: &'static str,
    rules: &'static str,
    party: &'static str,
    seed: &'static str,
    lines: Vec<String>,
}

/// Offers, words, things taken back, answers and measures. Each draft begins with an empty one, so a game can be taken up between any two lines
/// that were obeyed.
fn scripts() -> Vec<Script> {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let opening = "say priority minerals\nundo\nsay priority tariff_japan\nclear\nset minerals framework\nset tariff_japan p10\npropose\n";
    let round = "accept\ndecline\nundo\nsay nothing china\nundo\npass\n1\n";
    let apples = "say priority freight\nundo\nclear\nset freight coins_7\nset ships ships_2\npropose\n";
    vec![
        Script {
            level: "tokyo_2025",
            rules: "standard",
            party: "japan",
            seed: "11",
            lines: lines(&format!("{opening}{}", round.repeat(30))),
        },
        Script {
            level: "tokyo_2025",
            rules: "full",
            party: "us",
            seed: "4",
            lines: lines(&format!("{opening}{}", "accept\npass\n2\n".repeat(40))),
        },
        Script {
            level: "tutorial",
            rules: "standard",
            party: "uplands",
            seed: "3",
            lines: lines(&format!("{apples}{}", "accept\nsay priority ships\nundo\npass\n".repeat(30))),
        },
    ]
}

/// The program at play, with its lines as they come.
pub(crate) struct Playing {
    child: Child,
    stdin: ChildStdin,
    lines: Receiver<String>,
}

impl Playing {
    pub(crate) fn begin(saves: &Path, args: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rare-terms"))
            .args(args)
            .arg("--saves")
            .arg(saves)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let (stdin, stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (send, lines) = channel();
        std::thread::spawn(move || {
            let mut from = BufReader::new(stdout);
            let mut line = String::new();
            // A line that the kill cut short was not shown.
            while from.read_line(&mut line).is_ok_and(|read| read > 0) && line.ends_with('\n') {
                if send.send(std::mem::take(&mut line)).is_err() {
                    return;
                }
            }
        });
        Self { child, stdin, lines }
    }

    fn play(saves: &Path, script: &Script) -> Self {
        let Script { level, rules, party, seed, .. } = script;
        Self::begin(saves, &["play", level, "--rules", rules, "--party", party, "--seed", seed])
    }

    pub(crate) fn type_all(&mut self, lines: &[String]) {
        // A program that is over or killed reads no more.
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        let _ = self.stdin.write_all(text.as_bytes());
    }

    /// The next line; none once the program has ended.
    pub(crate) fn next(&self) -> Option<String> {
        match self.lines.recv_timeout(PATIENCE) {
            Ok(line) => Some(line),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("no line for {PATIENCE:?}"),
        }
    }

    /// Closes the input and reads to the end.
    pub(crate) fn end(mut self) -> Vec<String> {
        drop(self.stdin);
        let lines = self.lines.iter().collect();
        assert!(self.child.wait().unwrap().success());
        lines
    }
}

/// The only game in a folder, if there is one yet, and whether it lies among the finished ones.
fn only_game(saves: &Path) -> Option<(Record, bool)> {
    let games = |folder: &str| {
        let found = fs::read_dir(saves.join(folder)).into_iter().flatten().map(|entry| entry.unwrap().path());
        found.filter(|path| path.extension().is_some_and(|end| end == "game")).collect::<Vec<_>>()
    };
    let (running, finished) = (games("running"), games("finished"));
    assert!(running.len() <= 1 && finished.len() <= 1, "{running:?} {finished:?}");
    let path = finished.first().or(running.first())?;
    // What a kill tears off the last line nobody was shown the effect of.
    let reading = Saves::new(saves.to_owned()).read(path).unwrap();
    Some((reading.record, !finished.is_empty()))
}

/// How a game goes that nobody disturbs.
struct Course {
    record: Record,
    /// What is shown.
    shown: Vec<String>,
    /// How many entries have been shown the effect of once a line is shown.
    acknowledged: Vec<usize>,
    /// How many entries there are when a line of the script is read, and when there is no more to read.
    entries_at: Vec<usize>,
    took: Duration,
}

impl Course {
    fn of(script: &Script) -> Self {
        // Once line by line: the answer to a word that means nothing shows that all before it is done.
        let folder = tempfile::tempdir().unwrap();
        let mut playing = Playing::play(folder.path(), script);
        let mut entries_at = Vec::new();
        for line in &script.lines {
            let mark = format!("mark{}", entries_at.len());
            playing.type_all(std::slice::from_ref(&mark));
            let mut shown = std::iter::from_fn(|| playing.next());
            if !shown.any(|shown| !shown.starts_with("> ") && shown.contains(&mark)) {
                break;
            }
            entries_at.push(only_game(folder.path()).unwrap().0.entries.len());
            playing.type_all(std::slice::from_ref(line));
        }
        playing.end();
        let (record, finished) = only_game(folder.path()).unwrap();
        assert!(finished, "the script is too short");
        entries_at.push(record.entries.len());

        // Once at full speed.
        let folder = tempfile::tempdir().unwrap();
        let began = Instant::now();
        let mut playing = Playing::play(folder.path(), script);
        playing.type_all(&script.lines);
        let shown = playing.end();
        let took = began.elapsed();
        let again = only_game(folder.path()).unwrap().0;
        assert_eq!(again, record, "the same seed and script give the same record");
        let acknowledged = acknowledged(&record, &shown, &entries_at);
        assert_eq!(acknowledged.last(), Some(&record.entries.len()));
        Self { record, shown, acknowledged, entries_at, took }
    }

    /// The lines of the script that are left when so many entries are kept.
    fn rest<'a>(&self, script: &'a Script, entries: usize) -> &'a [String] {
        // The last line that began with fewer: its own order is the first of its entries, so it is there.
        let done = self.entries_at.iter().rposition(|at| *at < entries);
        &script.lines[done.map_or(0, |line| line + 1).min(script.lines.len())..]
    }
}

/// How many entries are acknowledged once each line is shown: an entry is once a sentence about one of its events is, and so are all before it.
/// Sentences are looked for in order between one typed line and the next, so what looks alike can only make it later.
fn acknowledged(record: &Record, shown: &[String], entries_at: &[usize]) -> Vec<usize> {
    let told = sentences(record);
    let (mut typed, mut next, mut now) = (0, 0, 0);
    let mut all = Vec::new();
    for line in shown {
        if line.starts_with("> ") {
            // Whoever is asked for the next line has been shown all that came of the one before.
            now = entries_at[typed];
            typed += 1;
            next = now;
        } else {
            let end = entries_at.get(typed).copied().unwrap_or(record.entries.len());
            // The order that was typed comes before whatever is said after it.
            if typed > 0 && end > entries_at[typed - 1] {
                now = now.max(entries_at[typed - 1] + 1);
            }
            let says = |entry: &usize| told[*entry].iter().any(|text| text == line.trim_end());
            if let Some(entry) = (next..end).find(says) {
                now = now.max(entry + 1);
                next = entry;
            }
        }
        all.push(now);
    }
    // The result is shown when nothing is left to do.
    if let Some(last) = all.last_mut() {
        *last = record.entries.len();
    }
    all
}

/// What each entry is told as.
fn sentences(record: &Record) -> Vec<Vec<String>> {
    let words = Words::english();
    let (seat, _) = record.head.seats.iter().find(|(_, seat)| matches!(seat, Seat::Person(_))).unwrap();
    let replay = Replay::new(record.clone()).unwrap();
    let game = replay.now().game().clone();
    let retold = Retelling::of(&replay, Some(seat)).unwrap();
    let mut log = Vec::new();
    let mut told = vec![Vec::new(); record.entries.len()];
    let tell = |log: &mut Vec<Event>, events: &[Event]| {
        let mut story = Story::new(&game, Some(seat));
        for event in log.iter() {
            story.tell(&words, &game, event);
        }
        log.extend_from_slice(events);
        events.iter().map(|event| story.tell(&words, &game, event)).collect()
    };
    let _: Vec<String> = tell(&mut log, &retold.opening);
    for moment in &retold.moments {
        match &moment.what {
            Done::Order(events) => told[moment.entries - 1] = tell(&mut log, events),
            Done::TakenBack { standing, .. } => log.truncate(*standing),
            Done::BrokeDown(_) => {}
        }
    }
    told
}

/// Kills the program at a random moment, and returns all that it had shown.
fn killed(mut playing: Playing, dice: &mut Dice, lines: usize, took: Duration) -> Vec<String> {
    let mut shown = Vec::new();
    if dice.one_in(2) {
        // Somewhere between one line and the next.
        let line = dice.below(lines);
        while shown.len() < line
            && let Some(line) = playing.next()
        {
            shown.push(line);
        }
        let pause = Duration::from_micros(dice.below(3000) as u64);
        let began = Instant::now();
        while began.elapsed() < pause {
            std::hint::spin_loop();
        }
    } else {
        std::thread::sleep(took.mul_f64(dice.below(1000) as f64 / 1000.0));
    }
    playing.child.kill().unwrap();
    playing.child.wait().unwrap();
    // What it had written before is shown as well.
    shown.extend(playing.lines.iter());
    shown
}

/// Kills the program while it waits for the next line, and returns how many entries it had shown the effect of: all.
fn killed_waiting(mut playing: Playing, dice: &mut Dice, script: &Script, course: &Course) -> usize {
    let lines = dice.below(course.entries_at.len() - 1);
    playing.type_all(&script.lines[..lines]);
    // The answer to a word that means nothing shows that all before it is done.
    let mark = format!("mark{lines}");
    playing.type_all(std::slice::from_ref(&mark));
    let mut shown = std::iter::from_fn(|| playing.next());
    assert!(shown.any(|shown| !shown.starts_with("> ") && shown.contains(&mark)));
    playing.child.kill().unwrap();
    playing.child.wait().unwrap();
    course.entries_at[lines]
}

/// What is kept is the beginning of what an undisturbed game records, and holds all that was acknowledged. Returns how much it is.
fn check_kept(saves: &Path, course: &Course, acknowledged: usize, what: &str) -> (usize, bool) {
    let Some((record, finished)) = only_game(saves) else {
        assert_eq!(acknowledged, 0, "{what}: nothing is kept");
        return (0, false);
    };
    let entries = record.entries.len();
    assert!(entries >= acknowledged, "{what}: {acknowledged} entries were acknowledged, {entries} are kept");
    let undisturbed = course.record.until(entries);
    let mut pairs = record.entries.iter().zip(&undisturbed.entries);
    let other = pairs.position(|(kept, undisturbed)| kept != undisturbed);
    assert_eq!(other, None, "{what}: this entry is not the one of an undisturbed game");
    assert!(
        record == undisturbed,
        "{what}: {entries} entries are kept, {} would be",
        undisturbed.entries.len()
    );
    let (kept, played) =
        (Match::resume(record).unwrap(), Match::resume(course.record.until(entries)).unwrap());
    assert!(kept.log() == played.log() && kept.truth() == played.truth(), "{what}");
    (entries, finished)
}

#[test]
fn what_was_acknowledged_outlasts_a_kill_and_the_game_goes_on() {
    let courses: Vec<(Script, Course)> = scripts()
        .into_iter()
        .map(|script| {
            let course = Course::of(&script);
            (script, course)
        })
        .collect();
    let (mut kills, mut midway, mut ahead) = (0, 0, 0);
    for number in 0..amount(6, 100) {
        let (script, course) = &courses[number % courses.len()];
        let mut dice = Dice::new(900 + number as u64);
        let what = format!("kill {number} of {} under {}", script.level, script.rules);
        let folder = tempfile::tempdir().unwrap();
        let mut playing = Playing::play(folder.path(), script);
        let acknowledged = if dice.one_in(3) {
            killed_waiting(playing, &mut dice, script, course)
        } else {
            playing.type_all(&script.lines);
            let shown = killed(playing, &mut dice, course.shown.len(), course.took);
            assert!(course.shown.starts_with(&shown), "{what}: {shown:?}");
            shown.len().checked_sub(1).map_or(0, |last| course.acknowledged[last])
        };
        let (mut entries, mut finished) = check_kept(folder.path(), course, acknowledged, &what);
        kills += 1;
        midway += usize::from(entries > 0 && entries < course.record.entries.len());
        ahead += entries - acknowledged;
        // One in three is killed again after it was taken up again.
        let mut again = usize::from(dice.one_in(3));
        while !finished {
            let mut playing = match only_game(folder.path()) {
                Some(_) => Playing::begin(folder.path(), &["resume"]),
                None => Playing::play(folder.path(), script),
            };
            playing.type_all(course.rest(script, entries));
            if again > 0 {
                again -= 1;
                kills += 1;
                killed(playing, &mut dice, course.shown.len() / 2, course.took / 2);
                (entries, finished) = check_kept(folder.path(), course, entries, &what);
            } else {
                let shown = playing.end();
                (entries, finished) = check_kept(folder.path(), course, entries, &what);
                assert!(finished, "{what}: {shown:?}");
            }
        }
        assert_eq!(entries, course.record.entries.len(), "{what}");
    }
    println!(
        "{kills} kills, {midway} first ones in the middle of a game; {ahead} entries were kept beyond those acknowledged"
    );
    assert!(midway > 0, "no kill hit a game");
}
