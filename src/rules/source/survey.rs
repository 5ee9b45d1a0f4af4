//! Makes the outline of a text in one pass over its tokens.

use super::outline::{Broken, Flaw, Node, Outline, Stretch, closing};
use super::tokens::{Kind, Token, Tokens};
use super::{MAX_DEPTH, MAX_DOMAIN_BYTES};

fn narrow(token: Token) -> Stretch {
    // Texts longer than `MAX_DOMAIN_BYTES` are never cut, so both fit.
    Stretch { start: token.start as u32, end: token.end as u32 }
}

/// An open bracket while the outline is made.
struct Frame {
    node: usize,
    open: u8,
    at: u32,
}

#[derive(Default)]
struct Maker {
    nodes: Vec<Node>,
    frames: Vec<Frame>,
    /// Key read, value still to come.
    key: Stretch,
    /// The last value, until a comma: a colon makes it a key, a bracket makes it a name before a bracket.
    last: Option<usize>,
    /// Set between the `#` of an attribute and its closing bracket: `#![enable(…)]` is no value.
    attribute: bool,
}

impl Maker {
    fn push(&mut self, kind: Kind, at: Stretch) -> usize {
        let key = std::mem::take(&mut self.key);
        let next = self.nodes.len() as u32 + 1;
        self.nodes.push(Node { key, all: at, head: at, kind, next });
        self.nodes.len() - 1
    }

    fn open(&mut self, open: u8, at: Stretch) {
        let named = self.last.take().filter(|&i| self.nodes.get(i).is_some_and(|n| n.kind == Kind::Word));
        let node = match named {
            Some(i) => i,
            None => self.push(Kind::Open(open), at),
        };
        if let Some(n) = self.nodes.get_mut(node) {
            n.kind = Kind::Open(open);
        }
        self.frames.push(Frame { node, open, at: at.start });
    }

    /// Ends the innermost bracket at byte `end`.
    fn close(&mut self, end: u32) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let next = self.nodes.len() as u32;
        if let Some(n) = self.nodes.get_mut(frame.node) {
            n.all.end = end;
            n.next = next;
        }
        self.key = Stretch::default();
        self.last = Some(frame.node);
        if self.attribute && self.frames.is_empty() {
            self.nodes.clear();
            self.last = None;
            self.attribute = false;
        }
    }

    fn colon(&mut self) {
        if let Some(i) = self.last.take()
            && let Some(n) = self.nodes.get(i)
        {
            self.key = n.all;
            self.nodes.truncate(i);
        }
    }

    /// Takes one token in; says what is broken, if it is.
    fn take(&mut self, token: Token) -> Result<(), Flaw> {
        let at = narrow(token);
        match token.kind {
            Kind::Open(_) if self.frames.len() >= MAX_DEPTH => return Err(Flaw::TooDeep),
            Kind::Open(open) => self.open(open, at),
            Kind::Close(close) => match self.frames.last() {
                None => return Err(Flaw::Unopened(close)),
                Some(f) if closing(f.open) != close => {
                    return Err(Flaw::Mismatch { open: f.open, open_at: f.at, close });
                }
                Some(_) => self.close(at.end),
            },
            Kind::Comma => {
                self.last = None;
                self.key = Stretch::default();
            }
            Kind::Colon => self.colon(),
            Kind::OpenText => return Err(Flaw::OpenText),
            Kind::OpenComment => return Err(Flaw::OpenComment),
            Kind::Other => {
                self.attribute |= self.frames.is_empty() && self.nodes.is_empty();
                self.last = None;
            }
            Kind::Text | Kind::Char | Kind::Number | Kind::Word => {
                self.last = Some(self.push(token.kind, at))
            }
        }
        Ok(())
    }
}

impl Outline {
    /// Reads the shape of `text`. Of a broken text, all up to the first flaw.
    pub(super) fn new(text: &str) -> Self {
        if text.len() > MAX_DOMAIN_BYTES {
            let broken = Broken { at: Stretch::default(), what: Flaw::TooLarge };
            return Self { broken: Some(broken), ..Self::default() };
        }
        let mut maker = Maker::default();
        let mut broken = None;
        let mut blank = true;
        for token in Tokens::new(text) {
            blank &= token.kind == Kind::OpenComment;
            if let Err(what) = maker.take(token) {
                broken = Some(Broken { at: narrow(token), what });
                break;
            }
        }
        if broken.is_none()
            && let Some(f) = maker.frames.last()
        {
            broken =
                Some(Broken { at: Stretch { start: f.at, end: f.at + 1 }, what: Flaw::Unclosed(f.open) });
        }
        while !maker.frames.is_empty() {
            maker.close(text.len() as u32);
        }
        Self { nodes: maker.nodes, broken, blank }
    }
}
