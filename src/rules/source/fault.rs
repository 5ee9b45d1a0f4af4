//! One clear error, and all errors of a file.

use std::fmt;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::near::clean;
use super::{Path, Place, Source, locate};

/// The longest line that is printed as a snippet, in bytes.
const LONGEST_LINE: usize = 400;

/// How many faults of one file are kept: more help nobody, and finding places takes time.
const MOST: usize = 50;

/// One error in a file: where, what, and perhaps what to do.
///
/// Shown as `levels/x.ron:12:7: issues[3].start: no option "15" in this issue`, and a second line `  help: …` if there is help.
#[derive(Clone, Debug)]
pub struct Fault {
    place: Place,
    source: Source,
    path: Option<String>,
    message: String,
    help: Option<String>,
}

impl Fault {
    pub(super) fn new(
        source: &Source,
        place: Place,
        path: Option<&Path>,
        message: impl Into<String>,
    ) -> Self {
        let path = path.map(Path::to_string).filter(|p| !p.is_empty()).map(clean);
        Self { place, source: source.clone(), path, message: clean(message.into()), help: None }
    }

    /// An error about the value at `path`, or the nearest one around it when it is not in the text.
    #[must_use]
    pub fn at(source: &Source, path: &Path, message: impl Into<String>) -> Self {
        Self::new(source, locate(source, path), Some(path), message)
    }

    /// An error about `len` bytes at byte `offset`, in a text that is not RON.
    #[must_use]
    pub fn here(source: &Source, offset: usize, len: usize, message: impl Into<String>) -> Self {
        Self::new(source, source.place(offset, len), None, message)
    }

    /// The same with a help line.
    #[must_use]
    pub fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(clean(help.into())), ..self }
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// Line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.place.line
    }

    /// Column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.place.column
    }

    /// Name of the file.
    #[must_use]
    pub fn file(&self) -> &str {
        self.source.name()
    }

    /// The value concerned, such as `issues[3].start`; `None` for the whole document or where the text has no values.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// What is wrong, without place and path.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What may be done about it.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: ", self.file(), self.line(), self.column())?;
        if let Some(path) = &self.path {
            write!(f, "{path}: ")?;
        }
        f.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Fault {}

/// For a terminal that can show the text around the place. The help is in the message already, so it is not given twice.
impl miette::Diagnostic for Fault {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        // A file may be one endless line; that is no snippet.
        let around = |line: usize| self.source.lines().get(line).copied();
        let first = around(self.place.line.saturating_sub(2))?;
        let last = around(self.place.line + 1).unwrap_or(self.source.text().len());
        (last - first <= 3 * LONGEST_LINE).then_some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::new(Some("here".to_owned()), self.place.offset, self.place.len);
        Some(Box::new(std::iter::once(label)))
    }
}

impl SourceCode for Source {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let read = self.text().read_span(span, before, after)?;
        Ok(Box::new(MietteSpanContents::new_named(
            self.name().to_owned(),
            read.data(),
            *read.span(),
            read.line(),
            read.column(),
            read.line_count(),
        )))
    }
}

/// All faults of one file in the order of the text; never empty. Shown one below the other.
#[derive(Clone, Debug)]
pub struct Faults {
    list: Vec<Fault>,
    /// How many more there were than are kept.
    more: usize,
}

impl Faults {
    /// Nothing if there are none; otherwise the first fifty in the order of the text, and the number of the others.
    ///
    /// # Errors
    /// The faults, if there is any.
    pub fn check(mut list: Vec<Fault>) -> Result<(), Self> {
        list.sort_by_key(|fault| fault.place.offset);
        let more = list.len().saturating_sub(MOST);
        list.truncate(MOST);
        if list.is_empty() { Ok(()) } else { Err(Self { list, more }) }
    }

    /// The faults kept, in the order of the text.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.list.iter()
    }

    /// How many there were, kept or not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.list.len() + self.more
    }
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self { list: vec![fault], more: 0 }
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = std::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Faults {
    type Item = Fault;
    type IntoIter = std::vec::IntoIter<Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
