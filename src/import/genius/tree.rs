//! An XML text, and what is wrong with it, in places.

use roxmltree::{Document, Node, ParsingOptions};

use super::number::Number;
use crate::rules::source::{Fault, Source, quote};

/// Most elements, attributes and texts of a file.
const MOST_NODES: u32 = 500_000;

/// A parsed text and where it is from.
pub(super) struct Tree<'s> {
    source: &'s Source,
    document: Document<'s>,
}

impl<'s> Tree<'s> {
    /// Parses a text. Document types and the entities that they declare are refused.
    pub(super) fn read(source: &'s Source) -> Result<Self, Fault> {
        let options =
            ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
        match Document::parse_with_options(source.text(), options) {
            Ok(document) => Ok(Self { source, document }),
            Err(error) => {
                let at = error.pos();
                let said = error.to_string();
                // The place stands in front of the message; the message of a fault has none.
                let said = said.rsplit_once(" at ").map_or(said.as_str(), |(said, _)| said);
                Err(Fault::in_text(
                    source,
                    offset(source.text(), at.row, at.col),
                    1,
                    format!("no valid XML: {said}"),
                ))
            }
        }
    }

    /// The outermost element.
    pub(super) fn root(&self) -> Node<'_, 's> {
        self.document.root_element()
    }

    /// A fault about an element.
    pub(super) fn fault(&self, node: Node<'_, '_>, message: impl Into<String>) -> Fault {
        Fault::in_text(self.source, node.range().start, 1 + node.tag_name().name().len(), message)
    }

    /// A fault about an element that is not understood.
    pub(super) fn unknown(&self, node: Node<'_, '_>) -> Fault {
        let around = node.parent_element().map(|parent| parent.tag_name().name()).unwrap_or_default();
        let (name, around) = (shown(node.tag_name().name()), shown(around));
        self.fault(node, format!("<{name}> inside <{around}> is not understood"))
    }

    /// The elements inside an element.
    pub(super) fn elements<'n>(
        &self,
        node: Node<'n, 's>,
    ) -> impl Iterator<Item = Node<'n, 's>> + use<'n, 's> {
        node.children().filter(Node::is_element)
    }

    /// Refuses an element with others inside than those of these names.
    pub(super) fn only(&self, node: Node<'_, 's>, names: &[&str]) -> Result<(), Fault> {
        let other = self.elements(node).find(|child| !names.contains(&child.tag_name().name()));
        other.map_or(Ok(()), |other| Err(self.unknown(other)))
    }

    /// The only element of a name inside an element.
    pub(super) fn child<'n>(&self, node: Node<'n, 's>, name: &str) -> Result<Option<Node<'n, 's>>, Fault> {
        let mut found = self.elements(node).filter(|child| child.tag_name().name() == name);
        let first = found.next();
        match found.next() {
            Some(second) => Err(self.fault(second, format!("<{name}> is given twice"))),
            None => Ok(first),
        }
    }

    /// The one objective of a utility space, which holds the issues.
    pub(super) fn objective<'n>(&self, space: Node<'n, 's>) -> Result<Node<'n, 's>, Fault> {
        let Some(objective) = self.child(space, "objective")? else {
            return Err(self.fault(space, "there is no <objective> in it, and so no issue"));
        };
        match self.child(objective, "objective")? {
            Some(inner) => Err(self.fault(inner, "an objective inside an objective is not understood")),
            None => Ok(objective),
        }
    }
}

/// The value of an attribute that has to be there.
pub(super) fn attribute<'n>(tree: &Tree<'_>, node: Node<'n, '_>, name: &str) -> Result<&'n str, Fault> {
    node.attribute(name).ok_or_else(|| {
        let element = shown(node.tag_name().name());
        tree.fault(node, format!("the attribute {} is missing in <{element}>", quote(name)))
    })
}

/// A number in an attribute that has to be there.
pub(super) fn number(tree: &Tree<'_>, node: Node<'_, '_>, name: &str) -> Result<Number, Fault> {
    let text = attribute(tree, node, name)?;
    Number::read(text).ok_or_else(|| {
        tree.fault(node, format!("expected a number in {}, found {}", quote(name), quote(text)))
    })
}

/// A whole number in an attribute that has to be there.
pub(super) fn whole(tree: &Tree<'_>, node: Node<'_, '_>, name: &str) -> Result<i64, Fault> {
    let text = attribute(tree, node, name)?;
    text.trim().parse().map_err(|_| {
        tree.fault(node, format!("expected a whole number in {}, found {}", quote(name), quote(text)))
    })
}

/// A name for a message: not longer than one would read.
pub(super) fn shown(name: &str) -> String {
    name.chars().take(40).collect()
}

/// The byte at a row and a column, both from 1.
fn offset(text: &str, row: u32, column: u32) -> usize {
    let row = usize::try_from(row).unwrap_or(1);
    let start = match row {
        0 | 1 => 0,
        _ => text.match_indices('\n').nth(row - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    let column = usize::try_from(column).unwrap_or(1).saturating_sub(1);
    let rest = text.get(start..).unwrap_or_default();
    start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at)
}
