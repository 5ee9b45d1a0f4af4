//! Reading a reply field by field: nothing is passed over, nothing is given twice, and every fault says where it is.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::rules::source::{name_help, nearest, quote};

/// What is wrong with a reply.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct Fault {
    /// Where: fields and places in lists, with dots between; empty for all of it.
    pub at: String,
    /// What is wrong.
    pub message: String,
    /// What was expected.
    pub help: Option<String>,
    /// The nearest right name.
    pub nearest: Option<String>,
}

impl Fault {
    pub(super) fn new(at: impl Into<String>, message: impl Into<String>) -> Self {
        Self { at: at.into(), message: message.into(), help: None, nearest: None }
    }

    /// A name that is none of these.
    fn unknown<'a>(
        at: impl Into<String>,
        message: String,
        wanted: &str,
        among: impl Iterator<Item = &'a str> + Clone,
    ) -> Self {
        let nearest = nearest(wanted, among.clone()).map(str::to_owned);
        Self { at: at.into(), message, help: Some(name_help(wanted, among)), nearest }
    }
}

/// A value of JSON in which no field is given twice.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Json {
    Null,
    Bool(bool),
    /// A whole number; others are kept as the text of what they are.
    Whole(i64),
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Whole(_) | Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyJson)
    }
}

struct AnyJson;

impl<'de> Visitor<'de> for AnyJson {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Whole(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(i64::try_from(value).map_or_else(|_| Json::Number(value.to_string()), Json::Whole))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut fields: Vec<(String, Json)> = Vec::new();
        while let Some(name) = entries.next_key::<String>()? {
            // A list of terms in which an issue stands twice means nothing for sure.
            if fields.iter().any(|(given, _)| *given == name) {
                return Err(A::Error::custom(format_args!("the field {} is given twice", quote(&name))));
            }
            fields.push((name, entries.next_value()?));
        }
        Ok(Json::Object(fields))
    }
}

/// The fields of an object that have not been read yet.
pub(super) struct Fields {
    at: String,
    left: Vec<(String, Json)>,
    known: Vec<&'static str>,
}

impl Fields {
    pub(super) fn of(at: impl Into<String>, value: Json) -> Result<Self, Fault> {
        let at = at.into();
        match value {
            Json::Object(left) => Ok(Self { at, left, known: Vec::new() }),
            other => Err(Fault::new(at, format!("expected an object, and found {}", other.kind()))),
        }
    }

    /// The place of a field.
    pub(super) fn place(&self, name: &str) -> String {
        if self.at.is_empty() { name.to_owned() } else { format!("{}.{name}", self.at) }
    }

    /// A field, if it is there.
    pub(super) fn take(&mut self, name: &'static str) -> Option<Json> {
        self.known.push(name);
        let at = self.left.iter().position(|(given, _)| given == name)?;
        Some(self.left.remove(at).1)
    }

    /// A field, if it is there and not null.
    pub(super) fn given(&mut self, name: &'static str) -> Option<Json> {
        self.take(name).filter(|value| *value != Json::Null)
    }

    /// A field that has to be there.
    pub(super) fn need(&mut self, name: &'static str) -> Result<Json, Fault> {
        if let Some(value) = self.take(name) {
            return Ok(value);
        }
        // Perhaps it is there, and was misspelled.
        let misspelled = self.left.iter().find(|(given, _)| nearest(given, [name]).is_some());
        Err(match misspelled {
            Some((given, _)) => self.stray(given),
            None => Fault::new(self.place(name), format!("the field {} is missing", quote(name))),
        })
    }

    /// Refuses what has not been read.
    pub(super) fn finish(self) -> Result<(), Fault> {
        self.left.first().map_or(Ok(()), |(name, _)| Err(self.stray(name)))
    }

    fn stray(&self, name: &str) -> Fault {
        let message = format!("there is no field {} here", quote(name));
        Fault::unknown(self.place(&short(name)), message, name, self.known.iter().copied())
    }
}

/// A name that nobody vouches for, short enough to be shown.
pub(super) fn short(name: &str) -> String {
    name.chars().take(40).collect()
}

pub(super) fn text(at: &str, value: Json) -> Result<String, Fault> {
    match value {
        Json::Text(text) => Ok(text),
        other => Err(Fault::new(at, format!("expected a text, and found {}", other.kind()))),
    }
}

pub(super) fn list(at: &str, value: Json) -> Result<Vec<Json>, Fault> {
    match value {
        Json::List(items) => Ok(items),
        other => Err(Fault::new(at, format!("expected a list, and found {}", other.kind()))),
    }
}

pub(super) fn object(at: &str, value: Json) -> Result<Vec<(String, Json)>, Fault> {
    match value {
        Json::Object(fields) => Ok(fields),
        other => Err(Fault::new(at, format!("expected an object, and found {}", other.kind()))),
    }
}

/// A whole number from the first to the last of these.
pub(super) fn whole<T: TryFrom<i64>>(at: &str, value: &Json, first: i64, last: i64) -> Result<T, Fault> {
    let fits = match value {
        Json::Whole(number) if (first..=last).contains(number) => T::try_from(*number).ok(),
        _ => None,
    };
    let found = match value {
        Json::Whole(number) => number.to_string(),
        Json::Number(number) => short(number),
        other => other.kind().to_owned(),
    };
    fits.ok_or_else(|| {
        Fault::new(at, format!("expected a whole number from {first} to {last}, and found {found}"))
    })
}

/// The place of a name in a list of names.
pub(super) fn one_of<'a>(
    at: &str,
    what: &str,
    wanted: &str,
    among: impl Iterator<Item = &'a str> + Clone,
) -> Result<usize, Fault> {
    among
        .clone()
        .position(|name| name == wanted)
        .ok_or_else(|| Fault::unknown(at, format!("there is no {what} {}", quote(wanted)), wanted, among))
}
