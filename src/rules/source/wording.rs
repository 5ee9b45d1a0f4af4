//! Values and types in plain words.

use super::outline::{Node, slice};
use super::tokens::Kind;
use super::{Source, quote};

/// A value in words.
pub(super) fn describe(source: &Source, node: &Node) -> String {
    in_words(node.kind, slice(source.text(), node.head))
}

/// A value or token in words; of a bracketed value `head` is the name before it, or the bracket.
pub(super) fn in_words(kind: Kind, head: &str) -> String {
    match kind {
        Kind::Open(b'[') => "a list".to_owned(),
        Kind::Open(b'{') => "a map".to_owned(),
        Kind::Open(_) if head == "(" => "a group ( … )".to_owned(),
        Kind::Open(_) => format!("{}( … )", quote(head).trim_matches('"')),
        Kind::Text | Kind::OpenText => "a string".to_owned(),
        Kind::Char => "a character".to_owned(),
        Kind::Number => format!("the number {}", quote(head).trim_matches('"')),
        Kind::Word => format!("the name {}", quote(head).trim_matches('"')),
        _ => quote(head),
    }
}

/// What serde expected, in words.
pub(super) fn expected(what: &str) -> String {
    match what {
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "isize" | "usize" => {
            "a whole number".to_owned()
        }
        "f32" | "f64" => "a number".to_owned(),
        "a sequence" => "a list".to_owned(),
        "a boolean" => "true or false".to_owned(),
        _ => {
            let count = what.strip_prefix("a tuple of size ").or_else(|| {
                let (_, tail) = what.strip_prefix("tuple ")?.split_once(" with ")?;
                tail.strip_suffix(" elements").or_else(|| tail.strip_suffix(" element"))
            });
            match count {
                Some("1") => "1 value".to_owned(),
                Some(n) => format!("{n} values"),
                None if what.starts_with("struct ") => "a group of fields ( … )".to_owned(),
                None => what.to_owned(),
            }
        }
    }
}
