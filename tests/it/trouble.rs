//! Disks that are full, may not be written, or go away, for real: play goes on, the trouble shows, and all is there once it can be.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rare_terms::storage::saves::{RING, Saves, Shelf};
use tempfile::TempDir;

use crate::power;
use crate::random::RandomPlay;
use crate::support::{book, level, setting};

fn begin(seed: u64) -> RandomPlay {
    RandomPlay::new(&setting(&level("tutorial"), book("intro"), None).game, seed)
}

/// Does something until an entry is added. Whether there was one.
fn entry(play: &mut RandomPlay) -> bool {
    let before = play.played.record().entries.len();
    while play.played.record().entries.len() == before {
        if !power::step(play) {
            return play.played.record().entries.len() > before;
        }
    }
    true
}

/// What lies in the folder of the games being played.
fn running(saves: &Saves) -> PathBuf {
    let found = fs::read_dir(saves.folder().join("running")).unwrap();
    let games =
        found.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "game"));
    let games: Vec<PathBuf> = games.collect();
    assert_eq!(games.len(), 1, "{games:?}");
    games[0].clone()
}

/// A whole game that was played and put away, and a save of it.
fn earlier(saves: &Saves) {
    let mut play = begin(1);
    play.played.keep(Box::new(saves.journal(1)));
    while power::step(&mut play) {}
    assert_eq!(play.played.trouble(), None);
    saves.save("earlier", play.played.record()).unwrap();
}

/// Everything that was there before still loads, whole.
fn earlier_loads(saves: &Saves) {
    for shelf in [Shelf::Saved, Shelf::Finished] {
        let slots = saves.list(shelf).unwrap();
        assert_eq!(slots.len(), 1, "{shelf:?}");
        let reading = saves.read(&slots[0].path).unwrap();
        assert!(reading.damage.is_none() && reading.end.is_some(), "{shelf:?}");
    }
    for slot in saves.list(Shelf::Auto).unwrap() {
        assert!(saves.read(&slot.path).unwrap().damage.is_none());
    }
}

/// Plays while nothing can be written, then lets it be written again and plays on.
fn through(saves: &Saves, mut break_it: impl FnMut(), mut mend_it: impl FnMut(), earlier_can_be_read: bool) {
    let mut play = begin(2);
    play.played.keep(Box::new(saves.journal(2)));
    for _ in 0..6 {
        entry(&mut play);
    }
    assert_eq!(play.played.trouble(), None);
    let written = play.played.record().clone();
    break_it();
    let mut said = Vec::new();
    for _ in 0..4 {
        assert!(entry(&mut play), "play goes on");
        said.extend(play.played.trouble().map(str::to_owned));
    }
    assert!(!said.is_empty(), "the trouble shows");
    println!("said: {}", said[0]);
    if earlier_can_be_read {
        earlier_loads(saves);
        // Nothing that was written before is lost.
        let reading = saves.read(&running(saves)).unwrap();
        assert!(reading.record.entries.starts_with(&written.entries));
    }
    assert!(saves.save("now", play.played.record()).is_err(), "saving says that it cannot");
    mend_it();
    assert!(entry(&mut play), "play goes on");
    assert_eq!(play.played.trouble(), None, "all is well again");
    let reading = saves.read(&running(saves)).unwrap();
    assert!(reading.record == *play.played.record() && reading.damage.is_none());
    saves.save("now", play.played.record()).unwrap();
    while power::step(&mut play) {}
    assert_eq!(play.played.trouble(), None);
    assert!(saves.list(Shelf::Running).unwrap().is_empty());
    let finished = saves.list(Shelf::Finished).unwrap();
    assert!(finished.iter().any(|slot| saves.read(&slot.path).unwrap().record == *play.played.record()));
}

#[test]
fn a_folder_that_vanishes_and_comes_back_is_filled_again() {
    let around = tempfile::tempdir().unwrap();
    let saves = Saves::new(around.path().join("mine"));
    earlier(&saves);
    let away = around.path().join("away");
    let mine = saves.folder().to_owned();
    through(
        &saves,
        || {
            fs::rename(&mine, &away).unwrap();
            // A file in its place: nothing can be made below it, by root neither.
            fs::write(&mine, "not a folder").unwrap();
        },
        || {
            fs::remove_file(&mine).unwrap();
            fs::rename(&away, &mine).unwrap();
        },
        false,
    );
    earlier_loads_beside(&saves);

    // Gone for good: it is made again, with the whole game.
    let mut play = begin(3);
    play.played.keep(Box::new(saves.journal(3)));
    entry(&mut play);
    fs::remove_dir_all(&mine).unwrap();
    entry(&mut play);
    assert_eq!(play.played.trouble(), None);
    assert!(saves.read(&running(&saves)).unwrap().record == *play.played.record());
}

/// The earlier game is still among the others.
fn earlier_loads_beside(saves: &Saves) {
    let slots = saves.list(Shelf::Saved).unwrap();
    let slot = slots.iter().find(|slot| slot.name() == "earlier").expect("it is there");
    assert!(saves.read(&slot.path).unwrap().damage.is_none());
}

#[test]
fn a_folder_that_never_was_writable_stops_no_game() {
    let around = tempfile::tempdir().unwrap();
    let file = around.path().join("file");
    fs::write(&file, "").unwrap();
    let saves = Saves::new(file.join("mine"));
    let mut play = begin(2);
    play.played.keep(Box::new(saves.journal(1)));
    assert!(play.played.trouble().is_some());
    while power::step(&mut play) {}
    assert!(play.played.is_over() && play.played.trouble().is_some());
    // There is a place at last: the end of the game is not too late.
    fs::remove_file(&file).unwrap();
    play.played.write();
    assert_eq!(play.played.trouble(), None);
    let finished = saves.list(Shelf::Finished).unwrap();
    assert!(saves.read(&finished[0].path).unwrap().record == *play.played.record());
}

#[test]
fn the_ring_of_autosaves_stays_a_ring() {
    let folder = tempfile::tempdir().unwrap();
    let saves = Saves::new(folder.path().to_owned());
    for number in 0..4 {
        let mut play = begin(u64::from(number));
        play.played.keep(Box::new(saves.journal(number)));
        while power::step(&mut play) {}
    }
    assert_eq!(saves.list(Shelf::Auto).unwrap().len(), RING);
    assert_eq!(saves.list(Shelf::Finished).unwrap().len(), 4);
    let left: Vec<_> = fs::read_dir(saves.folder().join("autosaves")).unwrap().collect();
    assert_eq!(left.len(), RING, "no parts are left: {left:?}");
}

#[test]
fn two_programs_never_write_the_same_file() {
    use rare_terms::storage::disk::{Disk, SystemDisk};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.part");
    let mut one = SystemDisk.create(&path, b"one").unwrap();
    let error = SystemDisk.create(&path, b"two").map(|_| ()).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ResourceBusy);
    assert_eq!(fs::read(&path).unwrap(), b"one", "it was not emptied either");
    one.append(b"more").unwrap();
    assert!(SystemDisk.in_use(&path) && one.is_at(&path));
    assert_eq!(fs::read(&path).unwrap(), b"onemore");
    drop(one);
    assert!(!SystemDisk.in_use(&path));
    drop(SystemDisk.create(&path, b"3").unwrap());
    assert_eq!(fs::read(&path).unwrap(), b"3");
}

// ---- a small disk of its own ----

/// A small file system in memory; it is taken away again at the end.
struct Small(TempDir);

impl Small {
    /// Nothing where this may not be mounted.
    fn mount(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let done = mount(&["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"], folder.path());
        if !done {
            println!("nothing may be mounted here, so this was not tried on a real full disk");
        }
        done.then_some(Self(folder))
    }

    fn remount(&self, how: &str) {
        assert!(mount(&["-o", &format!("remount,{how}")], self.0.path()), "it cannot be mounted anew");
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

fn mount(args: &[&str], at: &Path) -> bool {
    if !cfg!(target_os = "linux") {
        return false;
    }
    Command::new("mount").args(args).arg(at).output().is_ok_and(|output| output.status.success())
}

#[test]
fn a_full_disk_loses_nothing_and_is_made_good() {
    let Some(small) = Small::mount("200k") else { return };
    let saves = Saves::new(small.0.path().join("mine"));
    earlier(&saves);
    let filler = small.0.path().join("filler");
    through(
        &saves,
        || {
            // Until there is no room for another byte.
            let mut bytes = 4 << 10;
            let mut file = fs::File::create(&filler).unwrap();
            while bytes > 0 {
                use std::io::Write;
                if file.write_all(&vec![1; bytes]).is_err() {
                    bytes /= 2;
                }
            }
        },
        || fs::remove_file(&filler).unwrap(),
        true,
    );
    earlier_loads_beside(&saves);
}

#[test]
fn a_disk_that_may_only_be_read_loses_nothing_and_is_made_good() {
    let Some(small) = Small::mount("400k") else { return };
    let saves = Saves::new(small.0.path().join("mine"));
    earlier(&saves);
    let mut play = begin(2);
    play.played.keep(Box::new(saves.journal(9)));
    entry(&mut play);
    // A file that is open for writing would keep it writable.
    let record = play.played.record().clone();
    let path = running(&saves);
    drop(play);
    small.remount("ro");
    earlier_loads(&saves);
    let mut play = begin(2);
    assert!(saves.read(&path).unwrap().record == record);
    play.played = rare_terms::play::Match::resume(record).unwrap();
    play.played.keep(Box::new(saves.journal_at(path.clone())));
    let said = play.played.trouble().expect("the trouble shows").to_owned();
    assert!(said.to_lowercase().contains("read-only"), "{said}");
    assert!(entry(&mut play) && play.played.trouble().is_some(), "play goes on");
    small.remount("rw");
    assert!(entry(&mut play), "play goes on");
    assert_eq!(play.played.trouble(), None);
    assert!(saves.read(&path).unwrap().record == *play.played.record());
}
