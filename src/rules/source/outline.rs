//! The shape of a RON text: which value stands where, and under which name or number.
//!
//! Values are kept in text order with the index of the first value after each, so a whole file of the largest size is one flat list
//! and nothing here recurses.

use super::tokens::Kind;
use super::{MAX_DEPTH, Step};

/// A stretch of bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Stretch {
    pub(super) start: u32,
    pub(super) end: u32,
}

/// One value. Offsets are `u32`: no file is larger.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// The field name or map key before it; empty without one.
    pub(super) key: Stretch,
    /// From the name before the bracket, if any, to the end.
    pub(super) all: Stretch,
    /// First token: the name before the bracket, or the bracket, or all of a plain value.
    pub(super) head: Stretch,
    /// What the value is: `Open` for anything in brackets.
    pub(super) kind: Kind,
    /// Index of the first value that is not inside this one.
    pub(super) next: u32,
}

/// What is wrong with the brackets, quotes or size, before any meaning.
#[derive(Clone, Debug)]
pub(super) struct Broken {
    pub(super) at: Stretch,
    pub(super) what: Flaw,
}

/// The kinds of broken text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Flaw {
    TooLarge,
    TooDeep,
    OpenText,
    OpenComment,
    /// A bracket that is never closed.
    Unclosed(u8),
    /// A closing bracket without an opening one.
    Unopened(u8),
    /// The wrong closing bracket; the opening one and where it is.
    Mismatch {
        open: u8,
        open_at: u32,
        close: u8,
    },
}

/// All values of a text.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) nodes: Vec<Node>,
    pub(super) broken: Option<Broken>,
    /// Whether there is any token at all.
    pub(super) blank: bool,
}

/// The bracket that closes `open`.
pub(super) fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

impl Outline {
    /// The values directly inside the value at `parent`.
    fn children(&self, parent: usize) -> impl Iterator<Item = (usize, &Node)> {
        let end = self.nodes.get(parent).map_or(0, |n| n.next as usize);
        let mut at = parent + 1;
        std::iter::from_fn(move || {
            let node = self.nodes.get(at).filter(|_| at < end)?;
            let this = at;
            // Always forward, whatever the text was.
            at = (node.next as usize).max(at + 1);
            Some((this, node))
        })
    }

    /// The only value inside, if there is exactly one and it has no name.
    fn only_child(&self, parent: usize) -> Option<usize> {
        let mut children = self.children(parent);
        match (children.next(), children.next()) {
            (Some((i, n)), None) if n.key == Stretch::default() => Some(i),
            _ => None,
        }
    }

    /// The node that `step` leads to from `from`; `from` itself where the step only names the variant already reached.
    fn step(&self, text: &str, from: usize, step: &Step) -> Option<usize> {
        let mut at = from;
        // A name may stand around a single value, `Some(…)` or a variant: look inside, never deeper than the brackets go.
        for _ in 0..=MAX_DEPTH {
            let node = self.nodes.get(at)?;
            let name = slice(text, node.head);
            let inside = self.only_child(at);
            let wraps = node.kind == Kind::Open(b'(') && name != "(";
            match step {
                Step::Field(field) => {
                    let found = self.children(at).find(|(_, n)| key_is(slice(text, n.key), field));
                    if let Some((i, _)) = found {
                        return Some(i);
                    }
                    if name.trim_start_matches("r#") == field.as_ref() {
                        return Some(at);
                    }
                }
                Step::Index(index) => {
                    let through = wraps && inside.is_some_and(|i| self.is_container(i));
                    if !through && let Some((i, _)) = self.children(at).nth(*index) {
                        return Some(i);
                    }
                }
            }
            at = inside.filter(|&i| self.is_container(i))?;
        }
        None
    }

    fn is_container(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|n| matches!(n.kind, Kind::Open(_)))
    }

    /// The value that `steps` lead to, or the nearest one around it, and whether all steps were found. `None` in an empty text.
    pub(super) fn find<'a>(
        &self,
        text: &str,
        steps: impl IntoIterator<Item = &'a Step>,
    ) -> Option<(&Node, bool)> {
        let mut at = 0;
        let mut whole = true;
        for step in steps {
            match self.step(text, at, step) {
                Some(next) => at = next,
                None => {
                    whole = false;
                    break;
                }
            }
        }
        self.nodes.get(at).map(|node| (node, whole))
    }

    /// Of a single value with a name around it, `Fixed(3)`, the value inside if the parser had come to it; otherwise `node`.
    pub(super) fn inside<'a>(&'a self, node: &'a Node, stop: usize) -> &'a Node {
        let only = match node.kind {
            Kind::Open(b'(') => self.only_child(self.nodes.partition_point(|n| n.all.start < node.all.start)),
            _ => None,
        };
        match only.and_then(|i| self.nodes.get(i)) {
            Some(child) if (child.all.start as usize..=child.all.end as usize).contains(&stop) => child,
            _ => node,
        }
    }

    /// The plain value or head that covers the byte, if any.
    pub(super) fn token_at(&self, offset: usize) -> Option<&Node> {
        let i = self.nodes.partition_point(|n| n.head.start as usize <= offset).checked_sub(1)?;
        self.nodes.get(i).filter(|n| offset < n.head.end as usize)
    }

    /// The innermost bracketed value around the byte, its closing bracket counted in.
    pub(super) fn around(&self, offset: usize) -> Option<&Node> {
        let mut found = None;
        let mut at = 0;
        while let Some(node) = self.nodes.get(at) {
            let (start, end) = (node.all.start as usize, node.all.end as usize);
            if start > offset {
                break;
            }
            if offset < end && matches!(node.kind, Kind::Open(_)) {
                found = Some(node);
                at += 1;
            } else {
                at = (node.next as usize).max(at + 1);
            }
        }
        found
    }
}

/// The bytes of a stretch as text.
pub(super) fn slice(text: &str, at: Stretch) -> &str {
    text.get(at.start as usize..at.end as usize).unwrap_or("")
}

/// Whether the key as written is this name: plain, raw, or a string.
fn key_is(written: &str, name: &str) -> bool {
    let bare = written.trim_start_matches("r#");
    !written.is_empty()
        && (bare == name || bare.strip_prefix('"').and_then(|k| k.strip_suffix('"')) == Some(name))
}
