//! How a player has set the window: read at the start, and kept in a file when something changed.
//!
//! - A file that cannot be understood is put aside under another name and never lost; the usual settings take its place.
//! - What a file says is brought into range, so that whoever asks gets settings that can be used as they are.
//! - The file is only ever replaced whole, and no frame waits for it: see [`Keeper`].

mod keeper;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};

pub use self::keeper::Keeper;
use super::StorageError;
use super::disk::{self, Disk, SystemDisk};

/// Smallest and largest scale of the interface, in percent.
pub const SCALES: RangeInclusive<u16> = 80..=200;

/// Silence and the full volume of sounds, in percent.
pub const VOLUMES: RangeInclusive<u16> = 0..=100;

/// The smallest window that every screen fits, in points.
pub const LEAST_WINDOW: (u16, u16) = (1024, 640);

/// No window is remembered that is larger, in points.
const LARGEST_WINDOW: (u16, u16) = (16_000, 10_000);

/// The most that a file of settings may have, in bytes.
const LIMIT: usize = 64 * 1024;

/// How many files that were put aside are kept under names of their own.
const MOST_ASIDE: usize = 1000;

/// The colours of the window.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Palette {
    /// Dark instruments, cream paper.
    #[default]
    Night,
    /// Light instruments, cream paper.
    Day,
    /// Black and white, with strong outlines.
    HighContrast,
}

impl Palette {
    /// All, as they are offered.
    pub const ALL: [Self; 3] = [Self::Night, Self::Day, Self::HighContrast];
}

/// How the window is set.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Settings {
    /// Scale of the interface in percent, within [`SCALES`].
    pub scale: u16,
    /// Its colours.
    pub palette: Palette,
    /// Whether nothing fades or slides.
    pub reduced_motion: bool,
    /// Whether nothing is heard.
    pub silent: bool,
    /// How loud sounds are in percent, within [`VOLUMES`].
    pub volume: u16,
    /// Whether the guide of a level is followed.
    pub hints: bool,
    /// Whether the window fills the screen.
    pub fullscreen: bool,
    /// Width and height of the window while it does not, in points; at least [`LEAST_WINDOW`].
    pub window: (u16, u16),
    /// Keys that are not the usual ones, by what they do. Whoever has actions knows which of these names and keys mean anything.
    pub keys: BTreeMap<String, String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            scale: 100,
            palette: Palette::Night,
            reduced_motion: false,
            silent: false,
            volume: 60,
            hints: true,
            fullscreen: false,
            window: (1440, 900),
            keys: BTreeMap::new(),
        }
    }
}

/// Settings as a file says them. What it leaves out is as usual.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Raw {
    scale: f64,
    palette: Palette,
    reduced_motion: bool,
    silent: bool,
    volume: f64,
    hints: bool,
    fullscreen: bool,
    window: (f64, f64),
    keys: BTreeMap<String, String>,
}

impl Default for Raw {
    fn default() -> Self {
        let Settings { scale, palette, reduced_motion, silent, volume, hints, fullscreen, window, keys } =
            Settings::default();
        Self {
            scale: scale.into(),
            palette,
            reduced_motion,
            silent,
            volume: volume.into(),
            hints,
            fullscreen,
            window: (window.0.into(), window.1.into()),
            keys,
        }
    }
}

impl From<Raw> for Settings {
    fn from(raw: Raw) -> Self {
        let usual = Self::default();
        Self {
            scale: nearest(raw.scale, SCALES, usual.scale),
            palette: raw.palette,
            reduced_motion: raw.reduced_motion,
            silent: raw.silent,
            volume: nearest(raw.volume, VOLUMES, usual.volume),
            hints: raw.hints,
            fullscreen: raw.fullscreen,
            window: fitting(raw.window),
            keys: raw.keys,
        }
    }
}

/// The whole number of a range that is nearest to another number.
fn nearest(value: f64, range: RangeInclusive<u16>, usual: u16) -> u16 {
    if value.is_nan() {
        return usual;
    }
    let within = value.round().clamp((*range.start()).into(), (*range.end()).into());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is whole and between two whole numbers of this type"
    )]
    let whole = within as u16;
    whole
}

/// The size of a window that can be used, nearest to a width and a height in points.
fn fitting((width, height): (f64, f64)) -> (u16, u16) {
    let usual = Settings::default().window;
    (
        nearest(width, LEAST_WINDOW.0..=LARGEST_WINDOW.0, usual.0),
        nearest(height, LEAST_WINDOW.1..=LARGEST_WINDOW.1, usual.1),
    )
}

impl Settings {
    /// Makes everything larger or smaller by a number of tenths of its plain size; 0 goes back to that.
    pub fn step_scale(&mut self, tenths: i8) {
        let stepped = i32::from(self.scale) + 10 * i32::from(tenths);
        let stepped = if tenths == 0 { 100 } else { stepped.clamp(0, i32::from(u16::MAX)) };
        let stepped = u16::try_from(stepped).unwrap_or(100);
        self.scale = stepped.clamp(*SCALES.start(), *SCALES.end());
    }

    /// Remembers how large the window is, in points. True if that is news.
    pub fn resized(&mut self, width: f32, height: f32) -> bool {
        let now = fitting((width.into(), height.into()));
        std::mem::replace(&mut self.window, now) != now
    }

    /// How it is written.
    fn to_text(&self) -> Result<String, ron::Error> {
        let pretty = ron::ser::PrettyConfig::default().new_line("\n");
        let mut text = ron::ser::to_string_pretty(self, pretty)?;
        text.push('\n');
        Ok(text)
    }

    fn of_text(text: &str) -> Result<Self, String> {
        ron::from_str::<Raw>(text).map(Self::from).map_err(|error| error.to_string())
    }
}

/// Settings as they were found, and what is to be told of their file.
#[derive(Debug)]
pub struct Found {
    /// The settings.
    pub settings: Settings,
    /// What was wrong with the file, if anything was.
    pub broken: Option<Broken>,
}

/// A file of settings that could not be understood or read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Broken {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub why: String,
    /// Where it lies now. Nothing if it could not be moved; then it is left as it is, and nothing is written over it.
    pub aside: Option<PathBuf>,
}

/// The file in which settings are kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SettingsFile(PathBuf);

impl SettingsFile {
    /// Settings in this file. It is made when something is first changed.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Where this system has what programs are set to by a person; nothing if the person has no home.
    #[must_use]
    pub fn usual() -> Option<Self> {
        let folder = etcetera::choose_base_strategy().ok()?.config_dir().join("rare-terms");
        Some(Self(folder.join("settings.ron")))
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Reads the settings; the usual ones where there is no file yet, or none that can be understood. Such a one is put aside.
    #[must_use]
    pub fn read(&self) -> Found {
        let why = match SystemDisk.read(&self.0, LIMIT + 1) {
            Ok(bytes) if bytes.len() > LIMIT => format!("it has more than {LIMIT} bytes"),
            Ok(bytes) => match std::str::from_utf8(&bytes) {
                Ok(text) => match Settings::of_text(text) {
                    Ok(settings) => return Found { settings, broken: None },
                    Err(why) => why,
                },
                Err(error) => error.to_string(),
            },
            Err(error) if is_missing(&error) => {
                return Found { settings: Settings::default(), broken: None };
            }
            Err(error) => error.to_string(),
        };
        let broken = Broken { path: self.0.clone(), why, aside: self.put_aside().ok() };
        Found { settings: Settings::default(), broken: Some(broken) }
    }

    /// Gives the file a name that no other file has.
    fn put_aside(&self) -> io::Result<PathBuf> {
        let named = |end: String| {
            let mut name = self.0.file_name().map_or_else(OsString::new, OsString::from);
            name.push(end);
            self.0.with_file_name(name)
        };
        let free = (1..=MOST_ASIDE)
            .map(|number| named(if number == 1 { ".broken".to_owned() } else { format!(".broken-{number}") }))
            .find(|path| path.symlink_metadata().is_err_and(|error| is_missing(&error)))
            .ok_or(io::ErrorKind::AlreadyExists)?;
        SystemDisk.rename(&self.0, &free)?;
        Ok(free)
    }

    /// Writes the settings in the place of those that were there.
    ///
    /// # Errors
    /// The system refuses; what was there before is there still.
    pub fn write(&self, settings: &Settings) -> Result<(), StorageError> {
        let written = settings.to_text().map_err(io::Error::other).and_then(|text| {
            if let Some(folder) = self.0.parent().filter(|folder| !folder.is_dir()) {
                SystemDisk.make_folder(folder)?;
            }
            disk::replace(&self.0, text.as_bytes())
        });
        written.map_err(|source| StorageError::Write { path: self.0.clone(), source })
    }
}

/// Whether there is nothing of that name. A file in the place of a folder above it says so in another way.
fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
