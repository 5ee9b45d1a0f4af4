//! Level and rule book texts, read without trust: RON in, plain structs out, and every error with file, line and column.
//!
//! Errors of form come out of [`parse`]. Errors of meaning are found later, on the parsed structs, when their places are long
//! forgotten; whoever finds one names the value by its [`Path`] and [`Fault::at`] finds its place in the text again.
//!
//! Invariants: a text over [`MAX_BYTES`] or nested deeper than [`MAX_DEPTH`] is refused before it is parsed; work is linear in the
//! size of the text; no input makes anything here panic.

mod explain;
mod fault;
mod near;
mod outline;
mod path;
mod survey;
mod tokens;
mod wording;

use std::fmt;
use std::sync::{Arc, OnceLock};

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

pub use fault::{Fault, Faults};
pub use near::{name_help, nearest, quote};
use outline::{Flaw, Outline, Stretch};
pub use path::{Path, Place, Step};

/// The largest text that is read, in bytes: 1 MiB.
pub const MAX_BYTES: usize = 1 << 20;

/// The largest file of a domain that is read, in bytes: 16 MiB, since it may list every package.
pub const MAX_DOMAIN_BYTES: usize = 16 << 20;

/// How many brackets may be open at once.
pub const MAX_DEPTH: usize = 64;

/// The parser counts names, options and lists as levels too, so one bracket may cost it several.
const PARSER_DEPTH: usize = 4 * MAX_DEPTH;

/// A named text: what errors point into. Cheap to clone.
#[derive(Clone)]
pub struct Source(Arc<Inner>);

struct Inner {
    name: String,
    text: String,
    outline: OnceLock<Outline>,
    /// Byte offset at which each line starts.
    lines: OnceLock<Vec<usize>>,
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({}, {} bytes)", self.name(), self.text().len())
    }
}

impl Source {
    /// A text and the name to show for it, usually a file path. A byte order mark in front is dropped.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.starts_with('\u{FEFF}') {
            text.drain(..'\u{FEFF}'.len_utf8());
        }
        Self(Arc::new(Inner { name: name.into(), text, outline: OnceLock::new(), lines: OnceLock::new() }))
    }

    /// The text of a file.
    ///
    /// # Errors
    /// A file that is larger than [`MAX_BYTES`], is not UTF-8, holds control characters other than tab and line ends, or has
    /// nothing in it but blanks and comments.
    pub fn from_bytes(name: impl Into<String>, bytes: &[u8]) -> Result<Self, Fault> {
        Self::within(name, bytes, MAX_BYTES)
    }

    /// The text of a file of a domain.
    ///
    /// # Errors
    /// As [`Self::from_bytes`], with [`MAX_DOMAIN_BYTES`] for the size.
    pub fn domain(name: impl Into<String>, bytes: &[u8]) -> Result<Self, Fault> {
        Self::within(name, bytes, MAX_DOMAIN_BYTES)
    }

    fn within(name: impl Into<String>, bytes: &[u8], most: usize) -> Result<Self, Fault> {
        if bytes.len() > most {
            return Err(too_large(&Self::new(name, ""), bytes.len(), most));
        }
        let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let source = Self::new(name, String::from_utf8_lossy(bytes));
                let byte = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
                let message = format!("this is not UTF-8 text: byte 0x{byte:02X}");
                return Err(Fault::new(&source, source.place(error.valid_up_to(), 1), None, message)
                    .with_help("save the file as UTF-8"));
            }
        };
        let source = Self::new(name, text);
        // They could move the cursor or change colours when an error is printed to a terminal.
        if let Some((at, c)) =
            text.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        {
            let message = format!("control character U+{:04X} is not allowed", u32::from(c));
            return Err(Fault::new(&source, source.place(at, c.len_utf8()), None, message));
        }
        match source.outline().blank && source.outline().broken.is_none() {
            true => Err(empty(&source)),
            false => Ok(source),
        }
    }

    /// The name given to it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The text, without byte order mark.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    fn outline(&self) -> &Outline {
        self.0.outline.get_or_init(|| Outline::new(self.text()))
    }

    fn lines(&self) -> &[usize] {
        self.0.lines.get_or_init(|| {
            std::iter::once(0).chain(self.text().match_indices('\n').map(|(i, _)| i + 1)).collect()
        })
    }

    /// The place of `len` bytes at byte `offset`.
    fn place(&self, offset: usize, len: usize) -> Place {
        let offset = self.text().floor_char_boundary(offset);
        let end = self.text().ceil_char_boundary(offset.saturating_add(len));
        let line = self.lines().partition_point(|&start| start <= offset).max(1);
        let start = self.lines().get(line - 1).copied().unwrap_or(0);
        let column = self.text().get(start..offset).map_or(0, |before| before.chars().count()) + 1;
        Place { line, column, offset, len: end - offset }
    }

    fn place_of(&self, at: Stretch) -> Place {
        self.place(at.start as usize, (at.end - at.start) as usize)
    }

    /// The byte offset of a line and column, both from 1.
    fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.lines().get(line.saturating_sub(1)).copied().unwrap_or(self.text().len());
        let tail = self.text().get(start..).unwrap_or("");
        start + tail.char_indices().nth(column.saturating_sub(1)).map_or(tail.len(), |(i, _)| i)
    }
}

/// Where the value at a path stands in the text.
///
/// Of a path that is not in the text, such as a field left to its default, the nearest value around it that is.
#[must_use]
pub fn locate(source: &Source, path: &Path) -> Place {
    match source.outline().find(source.text(), path.steps()) {
        Some((node, _)) => source.place_of(node.head),
        None => source.place(0, 0),
    }
}

/// Reads a text into a value.
///
/// Optional values need no `Some(…)`, newtypes and variants of a single value no second pair of brackets.
///
/// # Errors
/// The first error of form, in plain words, at its place.
pub fn parse<T: DeserializeOwned>(source: &Source) -> Result<T, Fault> {
    parse_as(
        source,
        Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES | Extensions::UNWRAP_VARIANT_NEWTYPES,
    )
}

/// Reads a value that the program itself has written: every `Some(…)` and every pair of brackets is there.
///
/// # Errors
/// The first error of form, in plain words, at its place.
pub fn parse_plain<T: DeserializeOwned>(source: &Source) -> Result<T, Fault> {
    parse_as(source, Extensions::empty())
}

fn parse_as<T: DeserializeOwned>(source: &Source, extensions: Extensions) -> Result<T, Fault> {
    if source.text().len() > MAX_BYTES {
        return Err(too_large(source, source.text().len(), MAX_BYTES));
    }
    let outline = source.outline();
    let broken = outline.broken.as_ref().map(|b| (b.what, explain::flaw(source, b)));
    match broken {
        // A missing quote turns the strings after it inside out, so the parser often stops nearer to the cause.
        Some((Flaw::OpenText, fault)) => match read::<T>(source, extensions) {
            Err(other) if other.place().offset < fault.place().offset => Err(other),
            _ => Err(fault),
        },
        Some((_, fault)) => Err(fault),
        None if outline.blank => Err(empty(source)),
        None => read(source, extensions),
    }
}

fn read<T: DeserializeOwned>(source: &Source, extensions: Extensions) -> Result<T, Fault> {
    let options =
        ron::Options::default().with_default_extension(extensions).with_recursion_limit(PARSER_DEPTH);
    let mut parser = ron::de::Deserializer::from_str_with_options(source.text(), &options)
        .map_err(|error| explain::form(source, &error, &Path::root()))?;
    let mut track = serde_path_to_error::Track::new();
    let value = T::deserialize(serde_path_to_error::Deserializer::new(&mut parser, &mut track));
    let value = value
        .map_err(|error| explain::form(source, &parser.span_error(error), &explain::path(&track.path())))?;
    parser.end().map_err(|error| explain::form(source, &parser.span_error(error), &Path::root()))?;
    Ok(value)
}

fn empty(source: &Source) -> Fault {
    let message = match source.text().trim().is_empty() {
        true => "the file is empty",
        false => "the file holds nothing but comments",
    };
    Fault::new(source, source.place(0, 0), None, message)
}

fn too_large(source: &Source, bytes: usize, most: usize) -> Fault {
    let message = format!("the file is too large: {bytes} bytes, at most {most} are read");
    Fault::new(source, Place { line: 1, column: 1, offset: 0, len: 0 }, None, message)
}

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tests;
