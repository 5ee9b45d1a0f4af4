//! Power that goes at any moment, and disks that fail: what was acknowledged is there, once, and plays to the same events.
//!
//! A game is played on a disk in memory that notes what it is asked for. Afterwards the power is cut between any two of these things and
//! in the midst of any writing, and what is left is read as at the next start.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rare_terms::play::Match;
use rare_terms::play::auto::broke_down;
use rare_terms::rules::ids::PartyId;
use rare_terms::rules::record::{self, Deed, Entry, Record};
use rare_terms::storage::disk::Disk;
use rare_terms::storage::saves::{Saves, Shelf};

use crate::random::{Dice, RandomPlay};
use crate::simdisk::{Failing, Op, SimDisk, State};
use crate::support::{Setting, book, full, level, market, setting};

/// How many points the power is cut at in a full run.
const POINTS: usize = 10_000;

fn saves(disk: &SimDisk) -> Saves {
    Saves::on(PathBuf::from("/home/rare-terms"), Arc::new(disk.clone()))
}

/// A game as it truly was: all entries, and the digest of the events after so many of them.
struct Truth {
    entries: Vec<Entry>,
    events: BTreeMap<usize, blake3::Hash>,
}

impl Truth {
    fn of(played: &Match) -> Self {
        let mut truth = Self { entries: Vec::new(), events: BTreeMap::new() };
        truth.note(played);
        truth
    }

    fn note(&mut self, played: &Match) {
        self.entries = played.record().entries.clone();
        self.events.insert(self.entries.len(), events(played));
    }
}

fn events(played: &Match) -> blake3::Hash {
    blake3::hash(&serde_json::to_vec(played.log()).unwrap())
}

/// Does something in a game at random: an order, a taking back, an opponent that breaks down. Whether the game goes on.
fn step(play: &mut RandomPlay) -> bool {
    let waiting: Vec<PartyId> = play.played.waiting_for().iter().collect();
    match play.dice.below(12) {
        0 | 1 => {
            let seats: Vec<PartyId> = play.played.game().level.everyone().iter().collect();
            let _ = seats.iter().any(|seat| play.played.take_back(*seat).is_ok());
            !waiting.is_empty()
        }
        2 if !waiting.is_empty() => {
            broke_down(&mut play.played, waiting[0]);
            true
        }
        _ => play.step(),
    }
}

/// Where games are cut: every kind of phase, short and long, with everything that can be taken back and asked.
fn games() -> Vec<(Setting, u64)> {
    let tutorial = setting(&level("tutorial"), book("intro"), None);
    let tokyo = setting(&level("tokyo_2025"), book("full"), None);
    let market = setting(&market(), book("full"), None);
    let mut games: Vec<(Setting, u64)> = (0..5).map(|seed| (tutorial.clone(), seed)).collect();
    games.extend((5..8).map(|seed| (market.clone(), seed)));
    games.extend((8..10).map(|seed| (tokyo.clone(), seed)));
    games
}

/// Plays a kept game to its end.
fn play(setting: &Setting, seed: u64, disk: &SimDisk) -> (Truth, Record) {
    let mut play = RandomPlay::new(&setting.game, seed);
    play.played.keep(Box::new(saves(disk).journal(1)));
    let mut truth = Truth::of(&play.played);
    disk.acknowledge(0);
    go_on(&mut play, disk, &mut truth);
    (truth, play.played.record().clone())
}

fn go_on(play: &mut RandomPlay, disk: &SimDisk, truth: &mut Truth) {
    loop {
        let goes_on = step(play);
        assert_eq!(play.played.trouble(), None, "nothing fails");
        truth.note(&play.played);
        disk.acknowledge(truth.entries.len());
        if !goes_on {
            break;
        }
    }
    assert!(play.played.is_over());
}

/// What is read of files, kept: most of what is left at one point is left at the next as well.
#[derive(Default)]
struct Readings {
    read: BTreeMap<[u8; 32], (usize, String)>,
    replayed: BTreeMap<usize, ()>,
    torn: usize,
}

impl Readings {
    /// How many entries a file has, all of them true, and whether something is wrong behind them.
    fn read(&mut self, disk: &SimDisk, path: &Path, truth: &Truth, at: &str) -> (usize, String) {
        let bytes = disk.read(path, usize::MAX).unwrap();
        let key = *blake3::hash(&bytes).as_bytes();
        if let Some(known) = self.read.get(&key) {
            return known.clone();
        }
        let reading = record::read("left.game", &bytes)
            .unwrap_or_else(|fault| panic!("{at}: {} cannot be read: {fault}", path.display()));
        let entries = &reading.record.entries;
        assert!(truth.entries.starts_with(entries), "{at}: {}: entries that never were", path.display());
        // What has fewer entries plays if this does, to the same marks; the events are compared once for every length.
        if self.replayed.insert(entries.len(), ()).is_none() {
            let again = Match::resume(reading.record.clone()).unwrap_or_else(|error| panic!("{at}: {error}"));
            if let Some(then) = truth.events.get(&entries.len()) {
                assert_eq!(events(&again), *then, "{at}: it plays to other events");
            }
        }
        self.torn += usize::from(reading.damage.is_some());
        let found = (entries.len(), reading.damage.map_or_else(String::new, |fault| fault.to_string()));
        self.read.insert(key, found.clone());
        found
    }

    /// Looks at what is left, as at the next start. Returns where the game lies.
    fn check(
        &mut self,
        disk: &SimDisk,
        acknowledged: Option<usize>,
        truth: &Truth,
        at: &str,
    ) -> Option<(PathBuf, usize)> {
        let saves = saves(disk);
        for shelf in [Shelf::Saved, Shelf::Auto, Shelf::Finished] {
            for slot in saves.list(shelf).unwrap() {
                let (_, damaged) = self.read(disk, &slot.path, truth, at);
                assert!(damaged.is_empty(), "{at}: {} is not whole: {damaged}", slot.path.display());
            }
        }
        let mut there = saves.list(Shelf::Running).unwrap();
        there.extend(saves.list(Shelf::Finished).unwrap());
        assert!(there.len() <= 1, "{at}: the game is there twice: {there:?}");
        let found = there.pop().map(|slot| {
            let (entries, damage) = self.read(disk, &slot.path, truth, at);
            (slot.path, entries, damage)
        });
        let entries = found.as_ref().map(|(_, entries, _)| *entries);
        assert!(entries >= acknowledged, "{at}: {acknowledged:?} acknowledged, left {found:?}");
        found.map(|(path, entries, _)| (path, entries))
    }
}

/// Cuts the power at so many points of what a disk was asked for, and looks at what is left each time.
fn cut(
    begin: &State,
    trace: &[Op],
    mut acknowledged: Option<usize>,
    points: usize,
    dice: &mut Dice,
    mut look: impl FnMut(&SimDisk, Option<usize>, &str),
) {
    // Where the power is cut: before which operation, and after how many bytes of it if it writes.
    let mut at: Vec<usize> = (0..points).map(|_| dice.below(trace.len() + 1)).collect();
    at.sort_unstable();
    let mut state = begin.clone();
    let mut done = 0;
    for at in at {
        while done < at {
            state.apply(&trace[done]);
            if let Op::Acknowledged(entries) = trace[done] {
                acknowledged = Some(entries);
            }
            done += 1;
        }
        let mut midway = state.clone();
        if let Some(Op::Write(file, bytes)) = trace.get(at) {
            midway.apply(&Op::Write(*file, bytes[..dice.below(bytes.len() + 1)].to_vec()));
        }
        // One time in eight nothing lasts but what had to.
        let left = if dice.one_in(8) { midway.crash(None) } else { midway.crash(Some(dice)) };
        let name = format!("power cut at {at} of {}, before {:?}", trace.len(), trace.get(at).map(kind));
        look(&SimDisk::new(left, dice.number()), acknowledged, &name);
    }
}

fn kind(op: &Op) -> String {
    match op {
        Op::Write(file, bytes) => format!("Write({file}, {} bytes)", bytes.len()),
        other => format!("{other:?}"),
    }
}

#[test]
fn what_was_acknowledged_outlasts_a_loss_of_power_at_any_point() {
    let games = games();
    let points = if full() { POINTS } else { 2_000 } / games.len();
    let (mut cuts, mut torn, mut again) = (0, 0, 0);
    for (setting, seed) in games {
        let disk = SimDisk::new(State::default(), seed);
        let (truth, _) = play(&setting, seed, &disk);
        let trace = disk.trace();
        let name = format!("{}, seed {seed}", setting.name);
        let mut dice = Dice::new(seed + 77);
        let mut more = Dice::new(seed + 78);
        let mut readings = Readings::default();
        cut(&State::default(), &trace, None, points, &mut dice, |left, acknowledged, at| {
            cuts += 1;
            let at = format!("{name}: {at}");
            let found = readings.check(left, acknowledged, &truth, &at);
            if let (Some((path, _)), true) = (found, more.one_in(60)) {
                again += 1;
                go_on_after(left, &path, &mut more, &at);
            }
        });
        torn += readings.torn;
    }
    println!(
        "power cut at {cuts} points; {torn} torn journals read; {again} games gone on with and cut again"
    );
    assert!(torn > cuts / 50 && again > 10, "too little was torn to tell");
}

/// Takes up the game that is left, plays it to its end, and cuts the power on the way again.
fn go_on_after(left: &SimDisk, path: &Path, dice: &mut Dice, at: &str) {
    let begin = left.state();
    let record = saves(left).read(path).unwrap().record;
    let mut play =
        RandomPlay { played: Match::resume(record).unwrap(), dice: Dice::new(dice.number()), nonsense: 6 };
    let before = play.played.record().entries.len();
    let mut truth = Truth::of(&play.played);
    if path.starts_with("/home/rare-terms/running") {
        play.played.keep(Box::new(saves(left).journal_at(path.to_owned())));
        go_on(&mut play, left, &mut truth);
    }
    assert_eq!(saves(left).list(Shelf::Running).unwrap().len(), 0, "{at}: what is over is not being played");
    assert_eq!(saves(left).list(Shelf::Finished).unwrap().len(), 1, "{at}");
    let mut readings = Readings::default();
    // Autosaves may be of what was lost with the power, which nobody was shown.
    cut(&begin, &left.trace(), Some(before), 5, dice, |left, acknowledged, again| {
        let there = saves(left).list(Shelf::Running).unwrap().into_iter();
        let there: Vec<_> = there.chain(saves(left).list(Shelf::Finished).unwrap()).collect();
        assert_eq!(there.len(), 1, "{at}, {again}");
        let (entries, damage) = readings.read(left, &there[0].path, &truth, at);
        assert!(Some(entries) >= acknowledged, "{at}, then {again}: {acknowledged:?}, {entries}, {damage}");
    });
}

#[test]
fn a_disk_that_fails_stops_no_game_and_loses_nothing() {
    let (mut failures, mut troubles, mut cuts) = (0, 0, 0);
    for round in 0..if full() { 10 } else { 2 } {
        for (at, (setting, seed)) in games().into_iter().enumerate() {
            let name = format!("{}, seed {seed}, round {round}", setting.name);
            let disk = SimDisk::new(State::default(), seed + round);
            let mut plan = Dice::new(seed * 100 + round);
            let mut play = RandomPlay::new(&setting.game, seed + 1000 * round);
            play.played.keep(Box::new(saves(&disk).journal(1)));
            let mut truth = Truth::of(&play.played);
            disk.acknowledge(0);
            let mut readings = Readings::default();
            let mut acknowledged = 0;
            let mut failing = 0;
            let mut goes_on = true;
            while goes_on {
                if failing == 0 && plan.one_in(6) {
                    failing = 1 + plan.below(4);
                    disk.fail(plan.pick(&Failing::ALL).copied());
                }
                let (entries, failed) = (play.played.record().entries.len(), disk.failed());
                goes_on = step(&mut play);
                truth.note(&play.played);
                let written = play.played.record().entries.len() > entries;
                let trouble = play.played.trouble().map(str::to_owned);
                let now = disk.failed() - failed;
                assert!(
                    now > 0 || !written || trouble.is_none(),
                    "{name}: {trouble:?} though nothing failed"
                );
                assert!(failing > 0 || now == 0, "{name}");
                if trouble.is_none() {
                    acknowledged = truth.entries.len();
                    disk.acknowledge(acknowledged);
                }
                troubles += usize::from(trouble.is_some());
                // Were the power to go now, and nothing lasted that need not.
                let left = SimDisk::new(disk.state().crash(None), 0);
                readings.check(&left, Some(acknowledged), &truth, &format!("{name}, {trouble:?}"));
                failing = usize::saturating_sub(failing, 1);
                if failing == 0 {
                    disk.fail(None);
                }
            }
            assert!(play.played.is_over(), "{name}");
            disk.fail(None);
            play.played.write();
            assert_eq!(play.played.trouble(), None, "{name}");
            let finished = saves(&disk).list(Shelf::Finished).unwrap();
            assert_eq!(finished.len(), 1, "{name}");
            assert!(saves(&disk).list(Shelf::Running).unwrap().is_empty(), "{name}");
            assert_eq!(saves(&disk).read(&finished[0].path).unwrap().record.entries, truth.entries, "{name}");
            let left = disk.list(Path::new("/home/rare-terms/running")).unwrap();
            assert!(
                left.iter().all(|file| file.path.extension().is_some_and(|e| e == "part")),
                "{name}: {left:?}"
            );
            failures += disk.failed();
            let mut dice = Dice::new(seed + round + at as u64);
            cut(&State::default(), &disk.trace(), None, 60, &mut dice, |left, acknowledged, at| {
                cuts += 1;
                readings.check(left, acknowledged, &truth, &format!("{name}: {at}"));
            });
        }
    }
    println!(
        "{failures} failures of the disk, {troubles} entries in trouble, power cut at {cuts} points beside"
    );
    assert!(failures > 100 && troubles > 50, "too few to tell");
}

/// The check itself has to notice: a disk that says it has synced and has not loses what was acknowledged.
#[test]
fn a_disk_that_lies_is_found_out() {
    let setting = setting(&market(), book("full"), None);
    let disk = SimDisk::new(State::default(), 5);
    let (truth, record) = play(&setting, 5, &disk);
    assert!(record.entries.iter().any(|entry| matches!(entry.deed, Deed::TakenBack(_))));
    assert!(record.entries.iter().any(|entry| matches!(entry.deed, Deed::BrokeDown(_))));
    let lies: Vec<Op> = disk.trace().into_iter().filter(|op| !matches!(op, Op::Sync(_))).collect();
    let lost = std::panic::catch_unwind(|| {
        let mut readings = Readings::default();
        cut(&State::default(), &lies, None, 200, &mut Dice::new(1), |left, acknowledged, at| {
            readings.check(left, acknowledged, &truth, at);
        });
    });
    assert!(lost.is_err(), "nobody noticed");
}
