//! A disk in memory that can lose power and fail: it keeps what was made to last apart from what was not.
//!
//! What is assumed of a real one: a name is given, taken or moved wholly or not at all; bytes that lasted stay as they are while others
//! are added behind them. Nothing else is: what was not synced may last or not, in any part and in any order.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use rare_terms::storage::disk::{Disk, Found, OpenFile};

use crate::random::Dice;

/// One thing that a disk was asked for.
#[derive(Clone, Debug)]
pub(crate) enum Op {
    Folder(PathBuf),
    Link(PathBuf, usize),
    Empty(usize),
    Write(usize, Vec<u8>),
    Sync(usize),
    /// The system said that it did not work: nobody knows how much did.
    FailedSync(usize),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
    SyncFolder(PathBuf),
    /// The match says that so many entries are written.
    Acknowledged(usize),
}

/// A change of names that has not been made to last.
#[derive(Clone, Debug)]
struct NameChange {
    /// What is there no more.
    from: Option<PathBuf>,
    /// What is there now; a folder if it has no file.
    to: Option<(PathBuf, Option<usize>)>,
}

impl NameChange {
    fn is_in(&self, folder: &Path) -> bool {
        let inside = |path: &PathBuf| path.parent() == Some(folder);
        self.from.as_ref().is_some_and(inside) || self.to.as_ref().is_some_and(|(to, _)| inside(to))
    }
}

/// Bytes that have not been made to last; `None` empties the file.
#[derive(Clone, Debug)]
struct Change {
    at: usize,
    bytes: Option<Vec<u8>>,
    /// Whether a sync of it has failed: another one that succeeds says nothing about it.
    given_up: bool,
}

#[derive(Clone, Debug, Default)]
struct Inode {
    lasting: Arc<Vec<u8>>,
    now: Vec<u8>,
    changes: Vec<Change>,
    when: u64,
}

/// Which names there are: of folders, and of files with their inodes.
#[derive(Clone, Debug, Default)]
struct Names {
    folders: BTreeSet<PathBuf>,
    files: BTreeMap<PathBuf, usize>,
}

impl Names {
    fn apply(&mut self, change: &NameChange) {
        if let Some(from) = &change.from {
            self.files.remove(from);
        }
        match &change.to {
            Some((path, Some(file))) => drop(self.files.insert(path.clone(), *file)),
            Some((path, None)) => drop(self.folders.insert(path.clone())),
            None => {}
        }
    }
}

/// What is on a disk, and what is only in its memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    inodes: Vec<Inode>,
    now: Names,
    lasting: Names,
    changes: Vec<NameChange>,
    clock: u64,
}

/// What a piece of a sector is that was never written.
const SECTOR: usize = 512;

impl State {
    pub(crate) fn apply(&mut self, op: &Op) {
        self.clock += 1;
        match op {
            Op::Folder(path) => self.name(None, Some((path.clone(), None))),
            Op::Link(path, file) => {
                while self.inodes.len() <= *file {
                    self.inodes.push(Inode::default());
                }
                self.name(None, Some((path.clone(), Some(*file))));
            }
            Op::Empty(file) => {
                let inode = &mut self.inodes[*file];
                inode.now.clear();
                inode.changes.push(Change { at: 0, bytes: None, given_up: false });
            }
            Op::Write(file, bytes) => {
                let inode = &mut self.inodes[*file];
                inode.changes.push(Change {
                    at: inode.now.len(),
                    bytes: Some(bytes.clone()),
                    given_up: false,
                });
                inode.now.extend(bytes);
                inode.when = self.clock;
            }
            Op::Sync(file) => {
                let inode = &mut self.inodes[*file];
                let lasting = Arc::make_mut(&mut inode.lasting);
                let mut kept: Vec<Change> = Vec::new();
                for change in inode.changes.drain(..) {
                    if change.given_up {
                        kept.push(change);
                        continue;
                    }
                    if change.bytes.is_none() {
                        // What was in an emptied file is gone, whatever became of it.
                        kept.clear();
                    }
                    put(lasting, change.at, change.bytes.as_deref());
                }
                inode.changes = kept;
            }
            Op::FailedSync(file) => {
                self.inodes[*file].changes.iter_mut().for_each(|change| change.given_up = true);
            }
            Op::Rename(from, to) => {
                let file = self.now.files[from];
                self.name(Some(from.clone()), Some((to.clone(), Some(file))));
            }
            Op::Remove(path) => self.name(Some(path.clone()), None),
            Op::SyncFolder(folder) => {
                let (lasting, waiting): (Vec<_>, Vec<_>) =
                    self.changes.drain(..).partition(|change| change.is_in(folder));
                self.changes = waiting;
                lasting.iter().for_each(|change| self.lasting.apply(change));
            }
            Op::Acknowledged(_) => {}
        }
    }

    fn name(&mut self, from: Option<PathBuf>, to: Option<(PathBuf, Option<usize>)>) {
        let change = NameChange { from, to };
        self.now.apply(&change);
        self.changes.push(change);
    }

    /// What is left when the power goes: of what was not made to last, any part. `None` leaves nothing of it.
    pub(crate) fn crash(&self, mut dice: Option<&mut Dice>) -> Self {
        let mut names = self.lasting.clone();
        for change in &self.changes {
            if dice.as_mut().is_some_and(|dice| dice.one_in(2)) {
                names.apply(change);
            }
        }
        // A file is not found where its folder is not.
        let folders = names.folders.clone();
        names
            .files
            .retain(|path, _| path.ancestors().skip(1).all(|f| f == Path::new("/") || folders.contains(f)));
        let mut inodes = vec![Inode::default(); self.inodes.len()];
        for file in names.files.values() {
            let old = &self.inodes[*file];
            let mut lasting = old.lasting.clone();
            if let (Some(dice), false) = (dice.as_mut(), old.changes.is_empty()) {
                old.changes.iter().for_each(|change| tear(Arc::make_mut(&mut lasting), change, dice));
            }
            inodes[*file] = Inode { now: lasting.to_vec(), lasting, changes: Vec::new(), when: old.when };
        }
        Self { inodes, now: names.clone(), lasting: names, changes: Vec::new(), clock: self.clock }
    }
}

fn put(file: &mut Vec<u8>, at: usize, bytes: Option<&[u8]>) {
    let Some(bytes) = bytes else {
        file.clear();
        return;
    };
    if file.len() < at + bytes.len() {
        file.resize(at + bytes.len(), 0);
    }
    file[at..at + bytes.len()].copy_from_slice(bytes);
}

/// Lets some of a change last: nothing, all, a beginning of any length or of whole sectors or pages, some sectors, or the length alone.
fn tear(file: &mut Vec<u8>, change: &Change, dice: &mut Dice) {
    let Some(bytes) = &change.bytes else {
        if dice.one_in(2) {
            file.clear();
        }
        return;
    };
    let some = dice.below(bytes.len() + 1);
    let border = |unit: usize| ((change.at + some) / unit * unit).saturating_sub(change.at);
    match dice.below(7) {
        0 => {}
        1 => put(file, change.at, Some(bytes)),
        2 => put(file, change.at, Some(&bytes[..some])),
        3 => put(file, change.at, Some(&bytes[..border(SECTOR)])),
        4 => put(file, change.at, Some(&bytes[..border(4096)])),
        5 => {
            // The length lasts; of the sectors some are new, some zeros, and some what lay on the disk before.
            let old: Vec<u8> = file.iter().rev().copied().cycle().take(bytes.len()).collect();
            let from = file.len();
            put(file, change.at, Some(&vec![0; bytes.len()][..some]));
            let mut at = 0;
            while at < some {
                let next = ((change.at + at) / SECTOR + 1) * SECTOR - change.at;
                let next = next.min(some);
                match dice.below(3) {
                    0 => put(file, change.at + at, Some(&bytes[at..next])),
                    1 if !old.is_empty() && change.at >= from => {
                        put(file, change.at + at, Some(&old[at..next]));
                    }
                    _ => {}
                }
                at = next;
            }
        }
        _ => {
            if file.len() < change.at + some {
                file.resize(change.at + some, 0);
            }
        }
    }
}

/// What goes wrong at the moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Failing {
    /// There is no room: a write stops midway, nothing is made.
    Full,
    /// Nothing can be made to last.
    Sync,
    /// No name can be given or taken.
    Names,
    /// Any of it, one time in two.
    Anything,
}

impl Failing {
    pub(crate) const ALL: [Self; 4] = [Self::Full, Self::Sync, Self::Names, Self::Anything];
}

struct Inner {
    state: State,
    trace: Vec<Op>,
    failing: Option<Failing>,
    failed: usize,
    dice: Dice,
}

/// A disk in memory. Copies are the same disk.
#[derive(Clone)]
pub(crate) struct SimDisk(Arc<Mutex<Inner>>);

impl SimDisk {
    pub(crate) fn new(state: State, seed: u64) -> Self {
        let dice = Dice::new(seed);
        Self(Arc::new(Mutex::new(Inner { state, trace: Vec::new(), failing: None, failed: 0, dice })))
    }

    fn with<T>(&self, work: impl FnOnce(&mut Inner) -> T) -> T {
        work(&mut self.0.lock().expect("nobody panics here"))
    }

    /// All that it was asked for and did.
    pub(crate) fn trace(&self) -> Vec<Op> {
        self.with(|disk| disk.trace.clone())
    }

    pub(crate) fn state(&self) -> State {
        self.with(|disk| disk.state.clone())
    }

    pub(crate) fn fail(&self, failing: Option<Failing>) {
        self.with(|disk| disk.failing = failing);
    }

    /// How often it has failed.
    pub(crate) fn failed(&self) -> usize {
        self.with(|disk| disk.failed)
    }

    pub(crate) fn acknowledge(&self, entries: usize) {
        self.with(|disk| disk.trace.push(Op::Acknowledged(entries)));
    }
}

impl Inner {
    fn done(&mut self, op: Op) {
        self.state.apply(&op);
        self.trace.push(op);
    }

    fn fails(&mut self, when: &[Failing], what: io::ErrorKind) -> io::Result<()> {
        let Some(failing) = self.failing else { return Ok(()) };
        if when.contains(&failing) || (failing == Failing::Anything && self.dice.one_in(2)) {
            self.failed += 1;
            return Err(what.into());
        }
        Ok(())
    }

    fn write(&mut self, file: usize, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.fails(&[Failing::Full], io::ErrorKind::StorageFull) {
            let some = self.dice.below(bytes.len());
            self.done(Op::Write(file, bytes[..some].to_vec()));
            return Err(error);
        }
        self.done(Op::Write(file, bytes.to_vec()));
        Ok(())
    }

    fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
        if !self.state.now.folders.contains(folder) && folder != Path::new("/") {
            return Err(io::ErrorKind::NotFound.into());
        }
        self.fails(&[Failing::Sync], io::ErrorKind::Other)?;
        self.done(Op::SyncFolder(folder.to_owned()));
        Ok(())
    }
}

impl Disk for SimDisk {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.with(|disk| {
            let around: Vec<&Path> = folder.ancestors().filter(|f| *f != Path::new("/")).collect();
            let missing: Vec<&Path> =
                around.iter().copied().filter(|f| !disk.state.now.folders.contains(*f)).collect();
            for path in missing.iter().rev() {
                disk.fails(&[Failing::Full, Failing::Names], io::ErrorKind::StorageFull)?;
                disk.done(Op::Folder((*path).to_owned()));
            }
            let folders = folder.ancestors().skip(1).take(missing.len().max(1));
            folders.map(Path::to_owned).try_for_each(|around| disk.sync_folder(&around))
        })
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn OpenFile>> {
        self.with(|disk| {
            disk.fails(&[Failing::Names], io::ErrorKind::PermissionDenied)?;
            if !path.parent().is_some_and(|folder| disk.state.now.folders.contains(folder)) {
                return Err(io::ErrorKind::NotFound.into());
            }
            let file = match disk.state.now.files.get(path) {
                Some(file) => *file,
                None => {
                    let file = disk.state.inodes.len();
                    disk.done(Op::Link(path.to_owned(), file));
                    file
                }
            };
            disk.done(Op::Empty(file));
            disk.write(file, bytes)?;
            Ok(Box::new(SimFile { disk: self.clone(), file }) as Box<dyn OpenFile>)
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.with(|disk| {
            disk.fails(&[Failing::Names], io::ErrorKind::PermissionDenied)?;
            if !disk.state.now.files.contains_key(from) {
                return Err(io::ErrorKind::NotFound.into());
            }
            disk.done(Op::Rename(from.to_owned(), to.to_owned()));
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.with(|disk| {
            disk.fails(&[Failing::Names], io::ErrorKind::PermissionDenied)?;
            if !disk.state.now.files.contains_key(path) {
                return Err(io::ErrorKind::NotFound.into());
            }
            disk.done(Op::Remove(path.to_owned()));
            Ok(())
        })
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.with(|disk| disk.sync_folder(folder))
    }

    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        self.with(|disk| {
            let file = disk.state.now.files.get(path).ok_or(io::ErrorKind::NotFound)?;
            let bytes = &disk.state.inodes[*file].now;
            Ok(bytes[..bytes.len().min(most)].to_vec())
        })
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Found>> {
        self.with(|disk| {
            let inside = disk.state.now.files.iter().filter(|(path, _)| path.parent() == Some(folder));
            Ok(inside
                .map(|(path, file)| Found { path: path.clone(), when: disk.state.inodes[*file].when })
                .collect())
        })
    }

    fn in_use(&self, _: &Path) -> bool {
        false
    }
}

struct SimFile {
    disk: SimDisk,
    file: usize,
}

impl OpenFile for SimFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.disk.with(|disk| disk.write(self.file, bytes))
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.with(|disk| {
            if let Err(error) = disk.fails(&[Failing::Sync], io::ErrorKind::Other) {
                disk.done(Op::FailedSync(self.file));
                return Err(error);
            }
            disk.done(Op::Sync(self.file));
            Ok(())
        })
    }

    fn is_at(&self, path: &Path) -> bool {
        self.disk.with(|disk| disk.state.now.files.get(path) == Some(&self.file))
    }
}
