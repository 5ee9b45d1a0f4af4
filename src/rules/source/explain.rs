//! Errors of form in plain words, at the place they are about rather than the place where the parser noticed.

use ron::error::{Error, SpannedError};
use serde_path_to_error::Segment;

use super::outline::{Broken, Flaw, Node, Stretch, closing};
use super::tokens::{Kind, Tokens};
use super::wording::{describe, expected, in_words};
use super::{Fault, MAX_DEPTH, Path, Place, Source, Step, name_help, quote, too_large};

/// The parser's path as ours.
pub(super) fn path(parsed: &serde_path_to_error::Path) -> Path {
    let mut path = Path::root();
    for segment in parsed {
        path = match segment {
            Segment::Seq { index } => path.index(*index),
            Segment::Map { key } | Segment::Enum { variant: key } => path.field(key.clone()),
            Segment::Unknown => break,
        };
    }
    path
}

/// What is wrong with brackets, quotes or size.
pub(super) fn flaw(source: &Source, broken: &Broken) -> Fault {
    let show = |bracket: u8| char::from(bracket);
    let here = |message: String| Fault::new(source, source.place(broken.at.start as usize, 1), None, message);
    match broken.what {
        Flaw::TooLarge => too_large(source, source.text().len(), super::MAX_DOMAIN_BYTES),
        Flaw::TooDeep => here(format!("brackets are nested more than {MAX_DEPTH} deep")),
        Flaw::OpenText => here("this string is never closed".to_owned())
            .with_help("a string ends with the same quotes it starts with; write a quote inside it as \\\""),
        Flaw::OpenComment => here("this comment is never closed".to_owned()).with_help("end it with */"),
        Flaw::Unclosed(open) => here(format!("this {} is never closed", show(open)))
            .with_help(format!("the file ends without the {} for it", show(closing(open)))),
        Flaw::Unopened(close) => here(format!("this {} closes nothing", show(close))),
        Flaw::Mismatch { open, open_at, close } => {
            let from = source.place(open_at as usize, 1);
            here(format!("found {} where {} was expected", show(close), show(closing(open)))).with_help(
                format!("the {} to close is at line {}, column {}", show(open), from.line, from.column),
            )
        }
    }
}

/// A parser error and the text it is about.
struct Seen<'a> {
    source: &'a Source,
    path: &'a Path,
    /// Byte at which the parser stopped.
    stop: usize,
}

impl Seen<'_> {
    /// About the field or variant name just read.
    fn name(&self, name: &str, message: String) -> Fault {
        let read = self.source.text().get(..self.stop).is_some_and(|text| text.ends_with(name));
        let place = match read {
            true => self.source.place(self.stop - name.len(), name.len()),
            false => self.value().unwrap_or_else(|| self.source.place(self.stop, 1)),
        };
        // The parser counts a wrong field in; its own name is in the message already.
        let parent = match self.path.0.as_deref() {
            Some((parent, Step::Field(last))) if last == name => parent,
            _ => self.path,
        };
        Fault::new(self.source, place, Some(parent), message)
    }

    /// About the struct around the place.
    fn around(&self, message: String) -> Fault {
        let place = match self.source.outline().around(self.stop) {
            Some(node) => self.source.place_of(node.head),
            None => self.source.place(self.stop, 1),
        };
        Fault::new(self.source, place, Some(self.path), message)
    }

    /// About the exact place.
    fn here(&self, message: String) -> Fault {
        let place = match self.token() {
            Some(node) => self.source.place(self.stop, node.head.end as usize - self.stop),
            None => self.source.place(self.stop, 1),
        };
        Fault::new(self.source, place, Some(self.path), message)
    }

    /// About the last `mark` before the exact place.
    fn back_to(&self, mark: char, message: String) -> Fault {
        let at = self.source.text().get(..self.stop).and_then(|text| text.rfind(mark)).unwrap_or(self.stop);
        Fault::new(self.source, self.source.place(at, self.stop - at), Some(self.path), message)
    }

    fn token(&self) -> Option<&Node> {
        self.source.outline().token_at(self.stop)
    }

    /// The value the parser was at: by its path, or where it stopped.
    fn node(&self) -> Option<&Node> {
        let outline = self.source.outline();
        match outline.find(self.source.text(), self.path.steps()) {
            Some((node, true)) => Some(outline.inside(node, self.stop)),
            _ => self.token().or_else(|| outline.token_at(self.stop.saturating_sub(1))),
        }
    }

    fn value(&self) -> Option<Place> {
        self.node().map(|node| self.source.place_of(node.head))
    }

    /// About the value at the path, with the name around it.
    fn at_path(&self, message: String) -> Fault {
        match self.source.outline().find(self.source.text(), self.path.steps()) {
            Some((node, true)) => {
                Fault::new(self.source, self.source.place_of(node.head), Some(self.path), message)
            }
            _ => self.whole(message),
        }
    }

    /// About the value the parser was at.
    fn whole(&self, message: String) -> Fault {
        let place = self.value().unwrap_or_else(|| self.source.place(self.stop, 1));
        Fault::new(self.source, place, Some(self.path), message)
    }

    fn wrong(&self, expected: &str) -> Fault {
        let found = match self.node() {
            Some(node) => describe(self.source, node),
            None => self.next(),
        };
        self.whole(format!("expected {expected}, found {found}"))
    }

    /// What stands at the exact place, in words.
    fn next(&self) -> String {
        if let Some(node) = self.token() {
            return describe(self.source, node);
        }
        let rest = self.source.text().get(self.stop..).unwrap_or("");
        match Tokens::new(rest).next() {
            Some(token) => in_words(token.kind, rest.get(token.start..token.end).unwrap_or("")),
            None => "the end of the file".to_owned(),
        }
    }

    fn missing(&self, what: &str) -> Fault {
        self.here(format!("expected {what}, found {}", self.next()))
    }
}

/// A parser error in plain words; `path` is where the parser was.
pub(super) fn form(source: &Source, error: &SpannedError, path: &Path) -> Fault {
    let stop = source.offset(error.span.end.line, error.span.end.col);
    let seen = Seen { source, path, stop };
    match &error.code {
        Error::NoSuchStructField { expected, found, .. } => {
            seen.name(found, format!("no field {} here", quote(found))).with_help(name_help(found, expected.iter().copied()))
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            seen.name(found, format!("no choice {} here", quote(found))).with_help(name_help(found, expected.iter().copied()))
        }
        Error::DuplicateStructField { field, .. } => seen.name(field, format!("the field {} is given twice", quote(field))),
        Error::MissingStructField { field, .. } => seen.around(format!("the field {} is missing", quote(field))),
        Error::ExpectedInteger | Error::UnderscoreAtBeginning => seen.wrong("a whole number"),
        Error::ExpectedFloat | Error::FloatUnderscore => seen.wrong("a number"),
        Error::ExpectedBoolean => seen.wrong("true or false"),
        Error::ExpectedString => seen.wrong("a string"),
        Error::ExpectedChar => seen.wrong("a character in single quotes"),
        Error::ExpectedByteString | Error::ExpectedByteLiteral => seen.wrong("bytes"),
        Error::ExpectedArray => seen.wrong("a list [ … ]"),
        Error::ExpectedMap => seen.wrong("a map { … }"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedStructName(_) => seen.wrong("a group ( … )"),
        Error::ExpectedUnit => seen.wrong("()"),
        Error::ExpectedOption => seen.wrong("Some(…) or None"),
        Error::ExpectedRangeSyntax => seen.wrong("a range such as 1..5"),
        Error::InvalidValueForType { expected: what, .. } => seen.wrong(&expected(what)),
        Error::ExpectedDifferentLength { expected: what, found } => {
            seen.at_path(format!("expected {}, found {found}", expected(what)))
        }
        Error::IntegerOutOfBounds => {
            let found = seen.node().map_or_else(|| "this number".to_owned(), |node| describe(source, node));
            seen.whole(format!("{found} is too large or too small here"))
        }
        Error::InvalidIntegerDigit { digit, .. } => seen.whole(format!("{} is no digit of this number", quote(&digit.to_string()))),
        Error::ExpectedDifferentStructName { expected: name, found } => seen
            .name(found, format!("expected a group ( … ), found the name {}", quote(found)))
            .with_help(format!("leave the name out, or write {name}")),
        Error::ExpectedComma => inside_number(&seen).unwrap_or_else(|| {
            let next = seen.next();
            seen.here(format!("expected a comma before {next}"))
        }),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            inside_number(&seen).unwrap_or_else(|| seen.missing(") after the last value"))
        }
        Error::ExpectedArrayEnd => seen.missing("]"),
        Error::ExpectedMapEnd => seen.missing("}"),
        Error::ExpectedMapColon => seen.missing(": and a value"),
        Error::ExpectedIdentifier | Error::SuggestRawIdentifier(_) | Error::InvalidIdentifier(_) => {
            let fault = seen.missing("a name");
            match seen.token().map(|node| node.kind) {
                Some(Kind::Text) => fault.with_help("write names without quotes"),
                Some(Kind::Open(b'(')) => fault.with_help("write the fields straight inside the outer ( … )"),
                _ => fault,
            }
        }
        Error::TrailingCharacters => {
            let next = seen.next();
            seen.here(format!("expected the end of the file, found {next}"))
        }
        Error::Eof => seen.here("the file ends too early".to_owned()),
        Error::UnexpectedChar(c) => seen.here(format!("{} makes no sense here", quote(&c.to_string()))),
        Error::InvalidEscape(_) => seen
            .back_to('\\', "no such escape in a string".to_owned())
            .with_help("write \\\\ for a backslash, \\\" for a quote, \\n for a line end, \\u{e9} for a character by its number"),
        Error::ExceededRecursionLimit => seen.here("values are nested too deep".to_owned()),
        Error::NoSuchExtension(name) => seen.here(format!("no extension {}", quote(name))),
        Error::ExpectedAttribute | Error::ExpectedAttributeEnd => seen.missing("an attribute such as #![enable(implicit_some)]"),
        // Said by the types themselves, about the whole value, in their own words.
        Error::Message(message) => seen.whole(message.clone()),
        other => seen.here(other.to_string()),
    }
}

/// `3.5` where a whole number belongs: the parser reads the 3 and then misses a comma before the point.
fn inside_number(seen: &Seen<'_>) -> Option<Fault> {
    let node = seen.token()?;
    let Stretch { start, .. } = node.head;
    if node.kind != Kind::Number || (start as usize) >= seen.stop {
        return None;
    }
    let message = format!("expected a whole number, found {}", describe(seen.source, node));
    Some(Fault::new(seen.source, seen.source.place_of(node.head), Some(seen.path), message))
}
