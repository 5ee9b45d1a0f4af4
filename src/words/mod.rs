//! Every word the player reads, by key, from Fluent files; with and without the window.
//!
//! - The English files are part of the program. A folder of the player's own can override single messages.
//! - A key without words never stops anything: it shows as itself in brackets, and a test looks for such keys.
//! - Numbers are worded by the functions of [`number`], so that signs and decimals look alike everywhere.

mod ago;
mod article;
mod files;
mod number;
pub mod tell;
mod who;

use std::fmt;
use std::path::{Path, PathBuf};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

pub use number::{hundredths, percent, points, signed};

/// Why a folder of words could not be used.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// A file or the folder could not be read.
    #[error("could not read {}: {source}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file is too large to be a file of words.
    #[error("{} is larger than {limit} bytes", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The most a file may have.
        limit: u64,
    },
    /// A file is not Fluent.
    #[error("{}, line {line}: {message}", path.display())]
    Parse {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        message: String,
    },
}

/// What is put into a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Words, already in the player's language.
    Text(std::borrow::Cow<'a, str>),
    /// A whole number, for plurals and counts.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

macro_rules! number_args {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg<'_> {
            fn from(number: $kind) -> Self {
                Self::Number(i64::from(number))
            }
        }
    )*};
}
number_args!(i64, i32, i16, u32, u16, u8);

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The words of one language. It can be shared between threads.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").finish_non_exhaustive()
    }
}

impl Default for Words {
    fn default() -> Self {
        Self::english()
    }
}

impl Words {
    /// The English words that come with the program.
    #[must_use]
    pub fn english() -> Self {
        Self::with(Vec::new())
    }

    /// The English words with those of `others` in their place.
    fn with(others: Vec<FluentResource>) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![langid!("en")]);
        // The marks around inserted words guard against mixed writing directions; the window's fonts would show them as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            // Fluent writes a hyphen before negative numbers.
            FluentValue::Number(number) if number.value < 0.0 => {
                Some(number.as_string().replacen('-', number::MINUS, 1))
            }
            _ => None,
        }));
        for (_, text) in files::embedded() {
            // What is wrong in one message leaves the others standing; a test lets no such file pass.
            let resource = FluentResource::try_new(text).unwrap_or_else(|(rest, _)| rest);
            let _ = bundle.add_resource(resource);
        }
        for resource in others {
            bundle.add_resource_overriding(resource);
        }
        article::add_functions(&mut bundle);
        Self { bundle }
    }

    /// The English words, with those of the `.ftl` files in `data/locales/en` in their place. Without that folder nothing is replaced.
    ///
    /// # Errors
    /// When a file cannot be read, is too large, or is not Fluent; the error names the file and the line.
    pub fn with_dir(data: &Path) -> Result<Self, WordsError> {
        let files = files::in_folder(&data.join("locales").join("en"))?;
        let own = files.into_iter().map(|(path, text)| files::parse(&path, text));
        Ok(Self::with(own.collect::<Result<_, _>>()?))
    }

    /// Whether there are words for `key`. `message.attribute` asks for an attribute.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        let (id, attribute) = split(key);
        self.bundle.get_message(id).is_some_and(|message| match attribute {
            Some(name) => message.get_attribute(name).is_some(),
            None => message.value().is_some(),
        })
    }

    /// The words for `key`, or the key in brackets.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.text(key, &[])
    }

    /// The words for `key` with what is put into them, or the key in brackets. An argument that is missing shows in braces.
    #[must_use]
    pub fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut own = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => own.set(*name, text.as_ref()),
                Arg::Number(number) => own.set(*name, *number),
            }
        }
        self.format(key, &own).unwrap_or_else(|| format!("[{key}]"))
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let (id, attribute) = split(key);
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        // Fluent writes what it can and lists the rest here; the text already shows where something was missing.
        let mut gaps = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(args), &mut gaps).into_owned())
    }
}

fn split(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)))
}

/// A text that stands in quotation marks, with those inside it made single.
#[must_use]
pub fn nested(text: &str) -> String {
    let mut open = false;
    let single = text.chars().map(|letter| match letter {
        '"' => {
            open = !open;
            if open { '\u{2018}' } else { '\u{2019}' }
        }
        '\u{201c}' => '\u{2018}',
        '\u{201d}' => '\u{2019}',
        letter => letter,
    });
    single.collect()
}

#[cfg(test)]
mod tests;
