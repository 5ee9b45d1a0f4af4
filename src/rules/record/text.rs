//! How a record is written: lines of text, each sealed with a digest of itself and of all before it.
//!
//! ```text
//! rare-terms record 1
//! 0f3a… head (version:"0.1.0",level:"tokyo_2025",…)
//! 77c1… level eNq1…                         the level's text, packed
//! e92b… rules eNqF…                         the rule book's text, packed
//! 51d0… order 8a2f09c4d1e6b7f3 (by:Seat(1),…)   an order, and the mark of where the game then stood
//! c4be… back 8a2f09c4d1e6b7f3 (1)            the seat that took back the last order
//! 9d12… end (entries:2,when:1764080000)      it was written to its end
//! ```
//!
//! - Lines are only ever added, so a journal is a record without an end, and every beginning of a record is one.
//! - A line that was not written whole, or was changed, does not fit its seal. All before it is right: what is read is never wrong, it may
//!   only be shorter.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Deed, Edition, Entry, Head, Mark, Record};
use crate::rules::edition::hex;
use crate::rules::source::{Fault, MAX_BYTES, Source, parse_plain};

/// The version of the form of records.
pub const FORMAT: u32 = 1;

/// The largest record that is read, in bytes: 8 MiB.
pub const MAX_RECORD: usize = 8 << 20;

/// What every record begins with; the version of its form follows.
const MAGIC: &str = "rare-terms record ";

/// How many digits of a digest a line is sealed with.
const SEAL: usize = 16;

/// How the level and rule book texts are packed, 0 to 10: small, and quick enough.
const EFFORT: u8 = 8;

/// The last line of a record that was written to its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// How many entries it has.
    pub entries: u32,
    /// When it was written, in seconds since 1970.
    pub when: u64,
}

/// The digest of all lines so far.
#[derive(Clone, Debug)]
struct Chain(blake3::Hash);

impl Chain {
    fn new() -> Self {
        Self(blake3::hash(format!("{MAGIC}{FORMAT}").as_bytes()))
    }

    /// Takes in a line, and returns its seal.
    fn seal(&mut self, line: &str) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.0.as_bytes()).update(line.as_bytes());
        self.0 = hasher.finalize();
        hex(&self.0.as_bytes()[..SEAL / 2])
    }

    fn line(&mut self, kind: &str, rest: &str) -> String {
        let line = format!("{kind} {rest}");
        format!("{} {line}\n", self.seal(&line))
    }
}

/// Writes a record line by line.
#[derive(Clone, Debug)]
pub struct Writer {
    chain: Chain,
}

impl Writer {
    /// The first lines of a record: all but its entries.
    #[must_use]
    pub fn begin(record: &Record) -> (Self, String) {
        let mut chain = Chain::new();
        let mut text = format!("{MAGIC}{FORMAT}\n");
        text.push_str(&chain.line("head", &ron(&record.head)));
        text.push_str(&chain.line("level", &pack(&record.level)));
        text.push_str(&chain.line("rules", &pack(&record.rules)));
        (Self { chain }, text)
    }

    /// The line of an entry, which has to be the next one.
    #[must_use]
    pub fn entry(&mut self, entry: &Entry) -> String {
        let mark = entry.mark.map_or_else(|| "-".to_owned(), |mark| format!("{:016x}", mark.0));
        match &entry.deed {
            Deed::Order(order) => self.chain.line("order", &format!("{mark} {}", ron(order))),
            Deed::TakenBack(seat) => self.chain.line("back", &format!("{mark} {}", ron(seat))),
            Deed::BrokeDown(seat) => self.chain.line("broke", &format!("{mark} {}", ron(seat))),
        }
    }

    /// The last line. Nothing may be written after it.
    #[must_use]
    pub fn end(mut self, end: End) -> String {
        self.chain.line("end", &ron(&end))
    }
}

impl Record {
    /// The whole record as a text without an end, to which more can be added.
    #[must_use]
    pub fn to_journal(&self) -> String {
        self.lines().1
    }

    fn lines(&self) -> (Writer, String) {
        let (mut writer, mut text) = Writer::begin(self);
        for entry in &self.entries {
            text.push_str(&writer.entry(entry));
        }
        (writer, text)
    }

    /// The whole record as a text, written to its end.
    #[must_use]
    pub fn to_text(&self, when: u64) -> String {
        let (writer, mut text) = self.lines();
        let entries = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        text.push_str(&writer.end(End { entries, when }));
        text
    }
}

/// What could be read of a record.
#[derive(Clone, Debug)]
pub struct Reading {
    /// All that is whole, from the beginning on.
    pub record: Record,
    /// The last line, if it was written to its end.
    pub end: Option<End>,
    /// The first line that is not whole, if one is not: what came after it is not in the record.
    pub damage: Option<Fault>,
}

/// Whether these are the first bytes of a record.
#[must_use]
pub fn is_record(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC.as_bytes())
}

/// Reads a record, as far as it is whole.
///
/// # Errors
/// It is no record, is of a form that this version does not know, or is damaged before its first entry.
pub fn read(name: &str, bytes: &[u8]) -> Result<Reading, Fault> {
    if bytes.len() > MAX_RECORD {
        let message = format!("the file is too large: {} bytes, at most {MAX_RECORD} are read", bytes.len());
        return Err(Fault::in_text(&Source::new(name, ""), 0, 0, message));
    }
    // What is no text cannot fit its seal; the lines before it still do.
    let text = String::from_utf8_lossy(bytes);
    let text_to = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let source = Source::new(name, text.as_ref());
    let mut lines = Lines { source: &source, at: 0, chain: Chain::new(), text_to };
    lines.magic(bytes)?;
    let head: Head = match lines.next()? {
        Some(Line { kind: "head", rest, at }) => ron_at(&source, rest, at)?,
        other => return Err(lines.expected("head", other)),
    };
    let level = lines.edition("level", &head.level_mark)?;
    let rules = lines.edition("rules", &head.rules_mark)?;
    let mut record = Record { head, level, rules, entries: Vec::new() };
    let mut end = None;
    let damage = loop {
        match lines.next() {
            Ok(None) => break None,
            Ok(Some(line)) => match take(&source, &line, &mut record) {
                Ok(None) => {}
                Ok(Some(last)) => {
                    end = Some(last);
                    break lines.nothing_more().err();
                }
                Err(fault) => break Some(fault),
            },
            Err(fault) => break Some(fault),
        }
    };
    Ok(Reading { record, end, damage })
}

/// A line that fits its seal.
struct Line<'a> {
    kind: &'a str,
    rest: &'a str,
    /// Where its rest begins.
    at: usize,
}

/// The lines of a text that has not been read yet, in order.
struct Lines<'a> {
    source: &'a Source,
    at: usize,
    chain: Chain,
    /// Up to where the file is text; what follows was read with signs in the place of broken bytes.
    text_to: usize,
}

impl<'a> Lines<'a> {
    fn magic(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let text = self.source.text();
        let first = text.split_inclusive('\n').next().unwrap_or_default();
        let form = first.strip_prefix(MAGIC).and_then(|rest| rest.strip_suffix('\n'));
        // A byte order mark in front is not written, and would move all places.
        let Some(form) = form.filter(|_| bytes.starts_with(MAGIC.as_bytes())) else {
            let message =
                format!("this is no saved game: it does not begin with \u{201c}{MAGIC}{FORMAT}\u{201d}");
            return Err(Fault::in_text(self.source, 0, first.len().min(80), message));
        };
        self.at = first.len();
        match form.parse::<u32>() {
            Ok(FORMAT) => Ok(()),
            Ok(other) if other > FORMAT => {
                let message = format!(
                    "this saved game has form {other}; this version of the game knows forms up to {FORMAT}"
                );
                Err(Fault::in_text(self.source, MAGIC.len(), form.len(), message)
                    .with_help("open it with the version that wrote it, or a newer one"))
            }
            _ => {
                let message = format!("{form:?} is no form of a saved game; expected {FORMAT}");
                Err(Fault::in_text(self.source, MAGIC.len(), form.len(), message))
            }
        }
    }

    /// The next line; nothing at the end of the text.
    fn next(&mut self) -> Result<Option<Line<'a>>, Fault> {
        let source: &'a Source = self.source;
        let start = self.at;
        let text = source.text().get(start..).unwrap_or_default();
        let Some(line) = text.split_inclusive('\n').next() else { return Ok(None) };
        let damaged =
            |message: &str| Err(Fault::in_text(source, start, line.trim_end().len().min(80), message));
        let Some(line) = line.strip_suffix('\n') else {
            return damaged("this line was not written to its end");
        };
        let Some((seal, body)) =
            line.split_at_checked(SEAL).and_then(|(s, b)| Some((s, b.strip_prefix(' ')?)))
        else {
            return damaged("this line is damaged: its seal is missing");
        };
        if start + line.len() >= self.text_to || self.chain.clone().seal(body) != seal {
            return damaged("this line is damaged: it does not fit its seal");
        }
        self.chain.seal(body);
        self.at = start + line.len() + 1;
        let (kind, rest) = body.split_once(' ').unwrap_or((body, ""));
        Ok(Some(Line { kind, rest, at: start + SEAL + 1 + kind.len() + 1 }))
    }

    fn edition(&mut self, kind: &str, mark: &str) -> Result<Edition, Fault> {
        match self.next()? {
            Some(line) if line.kind == kind => {
                let damaged =
                    |message| Fault::in_text(self.source, line.at, line.rest.len().min(80), message);
                let edition =
                    unpack(line.rest).ok_or_else(|| damaged("this text cannot be unpacked".to_owned()))?;
                if edition.mark() == mark {
                    Ok(edition)
                } else {
                    Err(damaged(format!(
                        "this text is not the one that the record names: its mark is not {mark}"
                    )))
                }
            }
            other => Err(self.expected(kind, other)),
        }
    }

    fn expected(&self, kind: &str, line: Option<Line<'_>>) -> Fault {
        let (found, at) = line.map_or(("the end", self.at), |line| (line.kind, line.at));
        let found: String = found.chars().take(20).collect();
        let message = format!("expected a line \u{201c}{kind}\u{201d}, found {found}");
        Fault::in_text(self.source, at, 0, message)
    }

    fn nothing_more(&self) -> Result<(), Fault> {
        match self.source.text().len() > self.at {
            true => {
                Err(Fault::in_text(self.source, self.at, 0, "something stands after the end of the record"))
            }
            false => Ok(()),
        }
    }
}

/// Takes in a line of an entry, or the last line, which is returned.
fn take(source: &Source, line: &Line<'_>, record: &mut Record) -> Result<Option<End>, Fault> {
    if line.kind == "end" {
        let end: End = ron_at(source, line.rest, line.at)?;
        if usize::try_from(end.entries) != Ok(record.entries.len()) {
            let message = format!(
                "the record should have {} entries here and has {}",
                end.entries,
                record.entries.len()
            );
            return Err(Fault::in_text(source, line.at, line.rest.len(), message));
        }
        return Ok(Some(end));
    }
    let (mark, rest) = line.rest.split_once(' ').unwrap_or((line.rest, ""));
    let at = line.at + mark.len() + 1;
    let deed = match line.kind {
        "order" => Deed::Order(ron_at(source, rest, at)?),
        "back" => Deed::TakenBack(ron_at(source, rest, at)?),
        "broke" => Deed::BrokeDown(ron_at(source, rest, at)?),
        other => {
            let other: String = other.chars().take(20).collect();
            let message = format!("no line {other:?} is known; expected order, back, broke or end");
            return Err(Fault::in_text(source, line.at, 0, message));
        }
    };
    let mark = match mark {
        "-" => None,
        _ => match u64::from_str_radix(mark, 16) {
            Ok(number) if mark.len() == 16 => Some(Mark(number)),
            _ => {
                return Err(Fault::in_text(
                    source,
                    line.at,
                    mark.len(),
                    "expected sixteen digits of a mark, or -",
                ));
            }
        },
    };
    record.entries.push(Entry { deed, mark });
    Ok(None)
}

fn ron<T: Serialize>(value: &T) -> String {
    // Plain data has a form in RON; what had none could not be read back, and would be noticed as such.
    ron::to_string(value).unwrap_or_default()
}

/// Reads a value that stands at a place of a larger text.
fn ron_at<T: DeserializeOwned>(source: &Source, text: &str, at: usize) -> Result<T, Fault> {
    parse_plain(&Source::new(source.name(), text)).map_err(|fault| {
        let place = fault.place();
        Fault::in_text(source, at + place.offset, place.len, fault.message())
    })
}

fn pack(edition: &Edition) -> String {
    BASE64.encode(miniz_oxide::deflate::compress_to_vec_zlib(edition.text().as_bytes(), EFFORT))
}

fn unpack(text: &str) -> Option<Edition> {
    let packed = BASE64.decode(text).ok()?;
    let bytes = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(&packed, MAX_BYTES).ok()?;
    Some(Edition::new(std::str::from_utf8(&bytes).ok()?))
}
