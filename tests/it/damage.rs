//! Damaged and forged records: what is read of them is true, or they are refused with their place. Never a panic, never a wrong state.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use rare_terms::play::{Match, ReplayError};
use rare_terms::rules::command::{Actor, Answer, Command, Order};
use rare_terms::rules::event::Event;
use rare_terms::rules::ids::{ByParty, OfferId, PartyId, ProjectId};
use rare_terms::rules::record::{Deed, Entry, MAX_RECORD, Mark, Record, Seat, read};
use rare_terms::storage::saves::{Saves, Shelf};

use crate::forge::{lines, packed, sealed};
use crate::power;
use crate::random::{Dice, RandomPlay};
use crate::support::{Setting, amount, book, full, level, market, setting};

/// No file may take longer than this, on a slow machine with other work going on beside.
const LONGEST: Duration = Duration::from_secs(10);

fn tutorial() -> Setting {
    setting(&level("tutorial"), book("intro"), None)
}

/// A record of a game that was played to its end, with marks, taking back and breaking down.
fn record(setting: &Setting, seed: u64) -> Record {
    let mut play = RandomPlay::new(&setting.game, seed);
    play.played.keep(Box::new(Nowhere));
    while power::step(&mut play) {}
    play.played.marked()
}

/// A ledger that writes nothing, so that entries have marks.
struct Nowhere;

impl rare_terms::rules::record::Ledger for Nowhere {
    fn write(&mut self, _: &Record) {}

    fn milestone(&mut self, _: &Record, _: bool) {}

    fn trouble(&self) -> Option<&str> {
        None
    }
}

/// Looks at what is read of a file that has been changed, and keeps what plays.
struct Judge {
    truth: Record,
    /// Whether the file had an end.
    ended: bool,
    played: BTreeMap<usize, ()>,
    refused: usize,
    shorter: usize,
    right: usize,
}

impl Judge {
    fn new(truth: Record, ended: bool) -> Self {
        Self { truth, ended, played: BTreeMap::new(), refused: 0, shorter: 0, right: 0 }
    }

    fn judge(&mut self, bytes: &[u8], what: &str) {
        let reading = match read("x.game", bytes) {
            Ok(reading) => reading,
            Err(fault) => {
                let said = fault.to_string();
                let place = format!("x.game:{}:{}: ", fault.line(), fault.column());
                assert!(
                    said.starts_with(&place) && fault.line() > 0 && said.len() > place.len(),
                    "{what}: {said}"
                );
                self.refused += 1;
                return;
            }
        };
        let found = &reading.record;
        assert!(found.head == self.truth.head && found.level == self.truth.level, "{what}: another game");
        assert!(found.rules == self.truth.rules, "{what}: another rule book");
        assert!(self.truth.entries.starts_with(&found.entries), "{what}: entries that never were");
        let whole = found.entries.len() == self.truth.entries.len();
        let reported = reading.damage.is_some() || reading.end.is_none();
        if self.ended {
            assert!(reported || whole, "{what}: {} entries, and nothing is missing?", found.entries.len());
        }
        if self.played.insert(found.entries.len(), ()).is_none() {
            // The marks say whether it goes as it went.
            Match::resume(found.clone()).unwrap_or_else(|error| panic!("{what}: {error}"));
        }
        match whole {
            true => self.right += 1,
            false => self.shorter += 1,
        }
    }
}

/// Files to damage: a finished game, and journals, one of which has everything in it.
fn files() -> Vec<(&'static str, Judge, Vec<u8>)> {
    let short = record(&tutorial(), 4);
    let long = record(&setting(&market(), book("full"), None), 5);
    let save = short.to_text(1_764_000_000).into_bytes();
    let journal = sealed(lines(&short)).into_bytes();
    let long_journal = sealed(lines(&long)).into_bytes();
    vec![
        ("save", Judge::new(short.clone(), true), save),
        ("journal", Judge::new(short, false), journal),
        ("long journal", Judge::new(long, false), long_journal),
    ]
}

#[test]
fn a_record_that_breaks_off_at_any_byte_is_read_up_to_there() {
    for (name, mut judge, bytes) in files() {
        let step = if name == "long journal" && !full() { 13 } else { 1 };
        for end in (0..bytes.len()).step_by(step) {
            judge.judge(&bytes[..end], &format!("{name} of {} bytes cut at {end}", bytes.len()));
        }
        println!(
            "{name}, {} bytes: {} refused, {} shorter, {} whole but its end",
            bytes.len(),
            judge.refused,
            judge.shorter,
            judge.right
        );
        assert!(judge.shorter > 100, "{name}: too little to tell");
    }
}

#[test]
fn a_flipped_bit_anywhere_is_noticed() {
    let mut dice = Dice::new(44);
    let flips = 10_000;
    let files = files();
    let share = flips / files.len() + 1;
    for (name, mut judge, bytes) in files {
        let whole = read("x.game", &bytes).unwrap();
        for _ in 0..share {
            let mut bytes = bytes.clone();
            let (at, bit) = (dice.below(bytes.len()), dice.below(8));
            bytes[at] ^= 1 << bit;
            judge.judge(&bytes, &format!("{name}, bit {bit} of byte {at}"));
            // A flipped bit is never overlooked: something is reported.
            if let Ok(reading) = read("x.game", &bytes) {
                assert!(reading.damage.is_some(), "{name}, bit {bit} of byte {at}: nobody noticed");
                assert!(reading.end.is_none() || whole.end.is_some());
            }
        }
        println!(
            "{name}: {} refused, {} shorter, {} whole but its end",
            judge.refused, judge.shorter, judge.right
        );
    }
}

#[test]
fn lines_that_are_moved_doubled_or_left_out_are_noticed() {
    let mut dice = Dice::new(45);
    let other = record(&tutorial(), 9).to_text(1);
    let strange: Vec<&[u8]> = other.as_bytes().split_inclusive(|b| *b == b'\n').collect();
    for (name, mut judge, bytes) in files() {
        let lines: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
        for _ in 0..amount(300, 3000) {
            let mut changed = lines.clone();
            let at = dice.below(changed.len());
            match dice.below(4) {
                0 => drop(changed.remove(at)),
                1 => changed.insert(at, lines[dice.below(lines.len())]),
                2 => changed.swap(at, dice.below(lines.len())),
                _ => changed[at] = dice.pick(&strange).unwrap(),
            }
            judge.judge(&changed.concat(), &format!("{name}, around line {at}"));
        }
    }
}

#[test]
fn the_newest_whole_state_is_offered_in_the_place_of_a_damaged_one() {
    let folder = tempfile::tempdir().unwrap();
    let saves = Saves::new(folder.path().to_owned());
    let tutorial = tutorial();
    let mut play = RandomPlay::new(&tutorial.game, 4);
    play.played.keep(Box::new(saves.journal(1)));
    let rounds = |played: &Match| played.log().iter().filter(|e| matches!(e, Event::RoundEnded(_))).count();
    let mut ends = Vec::new();
    while rounds(&play.played) < 3 {
        assert!(power::step(&mut play));
        if rounds(&play.played) > ends.len() {
            ends.push(play.played.record().entries.len());
        }
    }
    // A game that was set up alike and went otherwise is no help, however long it is.
    let alike = record(&tutorial, 4);
    let mut alike = Record { entries: alike.entries, ..play.played.record().clone() };
    alike.entries.remove(0);
    saves.save("alike", &alike).unwrap();
    let truth = play.played.record().clone();
    let path = saves_path(&saves);
    play.played.keep_no_more();
    assert_eq!(saves.list(Shelf::Running).unwrap().len(), 1);
    assert_eq!(saves.list(Shelf::Auto).unwrap().len(), 3);
    let whole = saves.read(&path).unwrap();
    assert!(whole.damage.is_none() && whole.record == truth);
    assert!(saves.newest_whole(&whole.record).is_none(), "nothing goes on behind it");

    let text = fs::read_to_string(&path).unwrap();
    // Damaged before anything was done in it, it might be any game that was set up alike.
    for damaged in 1..truth.entries.len() {
        let at = text.match_indices('\n').nth(3 + damaged).unwrap().0 + 30;
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        fs::write(&path, bytes).unwrap();
        let reading = saves.read(&path).unwrap();
        assert_eq!(reading.record.entries.len(), damaged);
        let said = reading.damage.expect("it is damaged").to_string();
        assert!(said.contains(".game:") && said.contains("does not fit its seal"), "{said}");
        let offered = saves.newest_whole(&reading.record);
        let best = *ends.last().unwrap();
        match offered {
            Some((slot, record)) => {
                assert_eq!(slot.shelf, Shelf::Auto);
                assert_eq!(record, truth.until(best), "entry {damaged}");
            }
            None => assert!(damaged >= best, "entry {damaged}: {best} would be there"),
        }
    }

    // A save without its end is called damaged, even where it breaks off between two lines.
    let saved = saves.save("mine", &truth).unwrap();
    let text = fs::read_to_string(&saved).unwrap();
    let cut = text.trim_end().rfind('\n').unwrap() + 1;
    fs::write(&saved, &text[..cut]).unwrap();
    let said = saves.read(&saved).unwrap().damage.unwrap().to_string();
    assert!(said.ends_with("the end of this game is missing"), "{said}");
}

fn saves_path(saves: &Saves) -> std::path::PathBuf {
    let files = fs::read_dir(saves.folder().join("running")).unwrap();
    let mut files: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    files.pop().unwrap()
}

// ---- forged ----

fn refused(record: Record) -> ReplayError {
    let text = record.to_text(1);
    let reading = read("forged.game", text.as_bytes()).expect("its seals are right");
    assert!(reading.record == record && reading.damage.is_none());
    let began = Instant::now();
    let error = Match::resume(reading.record).map(|_| ()).expect_err("it is forged");
    assert!(began.elapsed() < LONGEST, "{:?}", began.elapsed());
    error
}

fn order(by: Actor, command: Command) -> Entry {
    Entry { deed: Deed::Order(Order { by, seen: None, command }), mark: None }
}

#[test]
fn forged_entries_are_refused_by_number() {
    let truth = record(&setting(&market(), book("full"), None), 5);
    let standing = truth.standing().unwrap();
    let middle = standing[standing.len() / 2];
    let nobody = PartyId(250);
    let with = |at: usize, entry: Entry| {
        let mut forged = truth.clone();
        forged.entries.insert(at, entry);
        forged
    };
    let plain = |deed: Deed| Entry { deed, mark: None };
    for (name, forged, said) in [
        (
            "an order of nobody",
            with(middle, order(Actor::Seat(nobody), Command::Pass)),
            "this order is refused",
        ),
        (
            "an order that cannot be",
            with(middle, order(Actor::Seat(PartyId(0)), Command::Accept(OfferId(u32::MAX)))),
            "this order is refused",
        ),
        (
            "an answer out of nowhere",
            with(
                middle,
                order(Actor::Seat(PartyId(0)), Command::Answer(Answer::Project(Some(ProjectId(255))))),
            ),
            "this order is refused",
        ),
        ("a taking back by nobody", with(middle, plain(Deed::TakenBack(nobody))), "could not be taken back"),
        (
            "a breaking down of nobody",
            with(middle, plain(Deed::BrokeDown(nobody))),
            "a party that the level does not have",
        ),
    ] {
        let error = refused(forged);
        assert_eq!(error.entry(), Some(middle), "{name}: {error}");
        let text = error.to_string();
        assert!(
            text.starts_with(&format!("entry {}: ", middle + 1)) && text.contains(said),
            "{name}: {text}"
        );
    }
    // Nothing to take back.
    let error = refused(with(0, plain(Deed::TakenBack(PartyId(0)))));
    assert_eq!((error.entry(), matches!(error, ReplayError::TakesBack { .. })), (Some(0), true));
    // Every mark counts, those of what was taken back as well.
    for kind in 0..3 {
        let is = |deed: &Deed| match deed {
            Deed::Order(_) => kind == 0,
            Deed::TakenBack(_) => kind == 1,
            Deed::BrokeDown(_) => kind == 2,
        };
        let at = truth.entries.iter().position(|entry| is(&entry.deed)).expect("there is one");
        let mut forged = truth.clone();
        forged.entries[at].mark = forged.entries[at].mark.map(|mark| Mark(mark.0 ^ 1));
        let error = refused(forged);
        assert!(matches!(error, ReplayError::Differs { .. }) && error.entry() == Some(at), "{error}");
    }
    // Another seed, another game.
    let mut forged = truth.clone();
    forged.head.seed ^= 1;
    assert_eq!(refused(forged).entry(), Some(0));
    for count in [0, 1, 2, 4, 100_000] {
        let mut forged = truth.clone();
        forged.head.seats = ByParty(vec![Seat::Open; count]);
        if count != truth.head.seats.len() {
            let error = refused(forged);
            assert!(error.to_string().contains(&format!("players for {count} parties")), "{error}");
        }
    }
    let mut forged = truth.clone();
    forged.head.level = "another".to_owned();
    assert!(refused(forged).to_string().contains("the record names the level"), "another id");
}

/// Orders that told something: whoever forges that they were taken back would know what nobody may.
#[test]
fn what_told_something_cannot_have_been_taken_back() {
    let mut tried = 0;
    for seed in 0..6 {
        let truth = record(&tutorial(), seed);
        for at in truth.standing().unwrap() {
            let Some(Order { by: Actor::Seat(seat), .. }) = truth.order(at) else { continue };
            let mut before = Match::resume(truth.until(at)).unwrap();
            let tells = before
                .give(truth.order(at).unwrap().clone())
                .unwrap()
                .iter()
                .any(|e| matches!(e, Event::RoundBegan(..) | Event::RoundEnded(_) | Event::Ended));
            let mut forged = truth.until(at + 1);
            forged.entries.push(Entry { deed: Deed::TakenBack(*seat), mark: None });
            let possible = before.may_take_back(*seat).is_ok();
            assert!(!(tells && possible), "a round ended and can be taken back");
            match Match::resume(forged) {
                Ok(_) => assert!(possible, "seed {seed}, entry {at}"),
                Err(error) => {
                    assert!(!possible && error.entry() == Some(at + 1), "seed {seed}: {error}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 10, "too few to tell: {tried}");
}

#[test]
fn forged_lines_are_refused_with_their_place() {
    let truth = record(&tutorial(), 4);
    let good = lines(&truth);
    let zeros = packed(&vec![0; 64 << 20]);
    let deep = "(".repeat(100_000);
    let wide = format!(
        "order - (by:Seat(0),seen:None,command:Propose(proposal:(parties:[{}",
        "(0),".repeat(300_000)
    );
    for (name, at, line, said) in [
        ("a bomb", 1, format!("level {zeros}"), "x.game:3:24: this text cannot be unpacked"),
        (
            "no UTF-8",
            2,
            format!("rules {}", packed(&[0xff, 0xfe, 0x00])),
            "x.game:4:24: this text cannot be unpacked",
        ),
        ("no Base64", 2, "rules %%%".to_owned(), "x.game:4:24: this text cannot be unpacked"),
        (
            "another text",
            1,
            format!("level {}", packed(b"(format: 1)")),
            "x.game:3:24: this text is not the one",
        ),
        ("no head", 0, "heed (x:1)".to_owned(), "x.game:2:"),
        ("a head of nothing", 0, "head ".to_owned(), "x.game:2:"),
        ("a head too much", 0, good[0].replacen("(version", "(colour:3,version", 1), "x.game:2:"),
        ("a huge seed", 0, good[0].replacen("seed:", "seed:99999999999999999999999", 1), "x.game:2:"),
        ("a deep head", 0, format!("head {deep}"), "x.game:2:"),
        ("an unknown line", 3, "ordre - (0)".to_owned(), "x.game:5:24: no line \"ordre\" is known"),
        ("no mark", 3, "back (0)".to_owned(), "x.game:5:23: expected a mark, or -, and what was done"),
        (
            "a short mark",
            3,
            "back 123 (0)".to_owned(),
            "x.game:5:23: expected sixteen digits of a mark, or -",
        ),
        ("a deep order", 3, format!("order - {deep}"), "x.game:5:"),
        ("a wide order", 3, wide, "x.game:5:"),
        (
            "a huge number",
            3,
            "order - (by:Seat(0),seen:Some(4294967296),command:Pass)".to_owned(),
            "x.game:5:",
        ),
        ("a huge party", 3, "back - 256".to_owned(), "x.game:5:"),
        (
            "a wrong end",
            3,
            "end (entries:4000000000,when:0)".to_owned(),
            "x.game:5:22: the record should have 4000000000 entries here and has 0",
        ),
    ] {
        let mut lines = good.clone();
        lines[at] = line;
        let text = sealed(lines);
        let began = Instant::now();
        let fault = match read("x.game", text.as_bytes()) {
            Err(fault) => fault,
            Ok(reading) => {
                assert!(reading.record.entries.is_empty(), "{name}");
                reading.damage.unwrap_or_else(|| panic!("{name} is taken for good"))
            }
        };
        assert!(began.elapsed() < LONGEST, "{name}: {:?}", began.elapsed());
        assert!(fault.to_string().starts_with(said), "{name}: {fault}");
    }
    // Behind its end nothing may stand; a byte order mark may not stand before it.
    let ended = truth.to_text(1);
    let more = format!("{ended}{}\n", ended.lines().last().unwrap());
    assert!(read("x.game", more.as_bytes()).unwrap().damage.unwrap().message().contains("after the end"));
    let marked = format!("\u{feff}{ended}");
    assert!(read("x.game", marked.as_bytes()).unwrap_err().message().contains("no saved game"));
    let windows = ended.replace('\n', "\r\n");
    assert!(read("x.game", windows.as_bytes()).is_err());
    assert!(read("x.game", &vec![b'x'; MAX_RECORD + 1]).unwrap_err().message().contains("too large"));
}

#[test]
fn endless_records_take_no_endless_time() {
    let truth = record(&tutorial(), 4);
    let head = &lines(&truth)[..3];
    let pass = "order - (by:Seat(0),seen:None,command:Pass)".to_owned();
    for (name, unit, plays) in [
        ("breaking down", vec!["broke - 0".to_owned()], true),
        ("to and fro", vec![pass.clone(), "back - 0".to_owned()], true),
        ("passing", vec![pass], false),
    ] {
        let size: usize = unit.iter().map(|line| line.len() + 18).sum();
        let times = (MAX_RECORD - 20_000) / size;
        let lines = head.iter().chain(unit.iter().cycle().take(times * unit.len()));
        let text = sealed(lines);
        assert!(text.len() <= MAX_RECORD);
        let began = Instant::now();
        let reading = read("x.game", text.as_bytes()).unwrap();
        let read_in = began.elapsed();
        assert!(reading.damage.is_none(), "{name}: {:?}", reading.damage.map(|fault| fault.to_string()));
        assert_eq!(reading.record.entries.len(), times * unit.len());
        let result = Match::resume(reading.record);
        let took = began.elapsed();
        println!(
            "{name}: {} entries read in {read_in:?}, played in {:?}",
            times * unit.len(),
            took - read_in
        );
        assert_eq!(result.is_ok(), plays, "{name}");
        assert!(took < 3 * LONGEST, "{name}: {took:?}");
    }
}

/// Of several faults the first is named, so that everything before it plays.
#[test]
fn the_first_entry_that_does_not_play_is_named() {
    let mut forged = record(&setting(&market(), book("full"), None), 5).until(0);
    forged.entries.push(order(Actor::Seat(PartyId(250)), Command::Pass));
    forged.entries.push(Entry { deed: Deed::TakenBack(PartyId(0)), mark: None });
    let error = Match::resume(forged.clone()).map(drop).expect_err("nobody gave the order");
    assert_eq!(error.entry(), Some(0), "{error}");
    assert!(Match::resume(forged.until(0)).is_ok());
}
