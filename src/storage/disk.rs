//! What saving needs of a disk, and the system's own. A test puts one in its place that loses power.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// A file of a folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// When it was last written, in seconds since 1970; 0 if nobody knows.
    pub when: u64,
}

/// A disk, as far as saving needs one.
pub trait Disk: Send + Sync {
    /// Makes a folder and those around it, and makes their names last.
    ///
    /// # Errors
    /// Those of the system.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;

    /// Makes a file that nobody else may write, and writes into it; one that is there is emptied first, unless somebody else writes it.
    ///
    /// # Errors
    /// Those of the system.
    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn OpenFile>>;

    /// Gives a file another name, in the place of what had that name.
    ///
    /// # Errors
    /// Those of the system.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// Those of the system.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes the names in a folder last.
    ///
    /// # Errors
    /// Those of the system.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Reads a file, at most so many bytes of it.
    ///
    /// # Errors
    /// Those of the system.
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>>;

    /// The files of a folder, by name; none if there is no such folder.
    ///
    /// # Errors
    /// Those of the system.
    fn list(&self, folder: &Path) -> io::Result<Vec<Found>>;

    /// Whether a program that still runs has the file open for writing.
    fn in_use(&self, path: &Path) -> bool;
}

/// A file that is open for writing at its end.
pub trait OpenFile: Send + Sync {
    /// Writes at its end.
    ///
    /// # Errors
    /// Those of the system; a part may have been written.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Makes what was written last.
    ///
    /// # Errors
    /// Those of the system.
    fn sync(&mut self) -> io::Result<()>;

    /// Whether it still is the file of that name.
    fn is_at(&self, path: &Path) -> bool;
}

/// The disk of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDisk;

impl Disk for SystemDisk {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        // The nearest one around it always: whoever made it may have been stopped before its name lasted.
        let missing = folder.ancestors().skip(1).take_while(|around| !around.is_dir()).count();
        fs::create_dir_all(folder)?;
        folder.ancestors().skip(1).take(1 + missing).try_for_each(|around| {
            match around.as_os_str().is_empty() {
                true => self.sync_folder(Path::new(".")),
                false => self.sync_folder(around),
            }
        })
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn OpenFile>> {
        let mut file = SystemFile(OpenOptions::new().create(true).truncate(false).write(true).open(path)?);
        match file.0.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::ResourceBusy.into()),
            // Some shared folders know no locks; then nobody is told that the file is in use.
            Err(TryLockError::Error(_)) => {}
        }
        // Another program may have written it, and given it its name, between opening and locking.
        if !file.is_at(path) {
            return Err(io::ErrorKind::ResourceBusy.into());
        }
        file.0.set_len(0)?;
        file.append(bytes)?;
        Ok(Box::new(file))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Only where folders can be opened do their names have to be made to last.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Found>> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry?;
            // A file may go away between the two.
            let Ok(about) = entry.metadata() else { continue };
            if about.is_file() {
                found.push(Found { path: entry.path(), when: about.modified().map_or(0, seconds) });
            }
        }
        // The system's order is its own; a list has to be the same everywhere.
        found.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(found)
    }

    fn in_use(&self, path: &Path) -> bool {
        File::open(path).is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }
}

/// Puts a whole file in the place of another. What is no file, such as a pipe, is written to.
///
/// # Errors
/// Those of the system; what was there before is there still.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let there = fs::metadata(path);
    if there.as_ref().is_ok_and(|about| !about.is_file()) {
        return fs::write(path, bytes);
    }
    // A link keeps leading where it led.
    let path = if there.is_ok() { fs::canonicalize(path)? } else { path.to_owned() };
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let mut part = std::ffi::OsString::from(".");
    part.push(name);
    part.push(".unfinished");
    let part = path.with_file_name(part);
    let written = SystemDisk.create(&part, bytes).and_then(|mut file| {
        file.sync()?;
        SystemDisk.rename(&part, &path)
    });
    if written.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::ResourceBusy) {
        // A part helps nobody; one that is busy is another program's.
        let _ = SystemDisk.remove(&part);
    }
    written
}

struct SystemFile(File);

impl OpenFile for SystemFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn is_at(&self, path: &Path) -> bool {
        let (Ok(own), Ok(there)) = (self.0.metadata(), fs::metadata(path)) else { return false };
        same(&own, &there)
    }
}

#[cfg(unix)]
fn same(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn same(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    // A file that is open there can be neither moved nor removed.
    true
}

/// A time in seconds since 1970.
fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// Now, in seconds since 1970.
#[must_use]
pub fn now() -> u64 {
    seconds(SystemTime::now())
}
