//! Domains of GENIUS and of the ANAC competitions: one XML file for the domain, and a utility profile for each party.
//!
//! What is read: discrete issues and integer ranges, additive utilities, reservation value and discount factor. A discrete value is
//! worth weight × evaluation ÷ largest evaluation of its issue; an integer is worth weight × (offset + slope × (value − lower bound)),
//! each kept between 0 and 1, as GENIUS works it out. Both are rounded to the nearest 1/10⁹, halves up.
//!
//! Real-valued issues, objectives inside objectives, constraints, hyper-rectangles and other elements are named as not
//! understood.

mod number;
mod profile;
mod tree;

use roxmltree::Node;

use self::tree::{Tree, attribute, whole};
use super::domain::{Domain, Question, SCALE};
use super::places::{MOST_VALUES, Of, fits};
use crate::rules::source::{Fault, Source, quote};

/// An issue of the domain file.
struct Known {
    question: Question,
    /// The bounds of an integer issue.
    range: Option<(i64, i64)>,
}

/// The domain that these files make.
pub(super) fn domain(source: &Source, profiles: &[Source]) -> Result<Domain, Fault> {
    let tree = Tree::read(source)?;
    let root = tree.root();
    let space = match root.tag_name().name() {
        "negotiation_template" => {
            tree.only(root, &["utility_space"])?;
            tree.child(root, "utility_space")?.unwrap_or(root)
        }
        "utility_space" => root,
        other => {
            let message = format!("no domain begins with <{}>", tree::shown(other));
            return Err(tree
                .fault(root, message)
                .with_help("expected <negotiation_template> or <utility_space>"));
        }
    };
    if profiles.is_empty() {
        let message = "this is the domain alone; what packages are worth stands in the profiles";
        return Err(tree.fault(root, message).with_help("name a utility profile for each party behind it"));
    }
    tree.only(space, &["objective", "reservation", "discount_factor"])?;
    let objective = tree.objective(space)?;
    let mut issues: Vec<Known> = Vec::new();
    let mut places: Vec<Node<'_, '_>> = Vec::new();
    for node in tree.elements(objective) {
        match node.tag_name().name() {
            "issue" => {
                issues.push(issue(&tree, node)?);
                places.push(node);
            }
            // Domain files of some versions carry the weights of nobody.
            "weight" => {}
            _ => return Err(tree.unknown(node)),
        }
    }
    let questions: Vec<Question> = issues.iter().map(|issue| issue.question.clone()).collect();
    fits(&questions, profiles.len(), |of, message| match of {
        Of::Issues => tree.fault(objective, message),
        Of::Issue(at) | Of::Values(at) => match places.get(at) {
            Some(node) => tree.fault(*node, message),
            None => tree.fault(objective, message),
        },
        Of::Parties => match profiles.get(4) {
            Some(extra) => Fault::in_text(extra, 0, 0, message),
            None => tree.fault(root, message).with_help("name a utility profile for each party"),
        },
    })?;
    let parties: Result<Vec<_>, Fault> =
        profiles.iter().map(|source| profile::profile(source, &issues)).collect();
    Ok(Domain { name: stem(source), scale: SCALE, issues: questions, parties: parties? })
}

/// The name of a file without its folder and its ending.
fn stem(source: &Source) -> String {
    let name = source.name().rsplit(['/', '\\']).next().unwrap_or_default();
    name.strip_suffix(".xml").unwrap_or(name).to_owned()
}

fn issue(tree: &Tree<'_>, node: Node<'_, '_>) -> Result<Known, Fault> {
    let name = attribute(tree, node, "name")?.to_owned();
    let (values, range) = match kind(tree, node)? {
        Kind::Discrete => {
            let mut values = Vec::new();
            for item in tree.elements(node) {
                match item.tag_name().name() {
                    "item" => values.push(attribute(tree, item, "value")?.to_owned()),
                    _ => return Err(tree.unknown(item)),
                }
            }
            (values, None)
        }
        Kind::Integer => {
            let (low, high) = bounds(tree, node)?;
            ((low..=high).map(|value| value.to_string()).collect(), Some((low, high)))
        }
    };
    Ok(Known { question: Question { name, values }, range })
}

/// The kinds of issues that are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Discrete,
    Integer,
}

fn kind(tree: &Tree<'_>, node: Node<'_, '_>) -> Result<Kind, Fault> {
    let written = ["vtype", "type", "etype"].into_iter().find_map(|name| node.attribute(name));
    match written.unwrap_or("discrete") {
        "discrete" => Ok(Kind::Discrete),
        "integer" => Ok(Kind::Integer),
        other => {
            let message = format!("issues of the type {} are not understood", quote(other));
            Err(tree.fault(node, message).with_help("discrete issues and integer ranges are"))
        }
    }
}

/// The bounds of an integer issue: on the issue itself, or in a `range` inside it.
fn bounds(tree: &Tree<'_>, node: Node<'_, '_>) -> Result<(i64, i64), Fault> {
    let holder = match node.attribute("lowerbound") {
        Some(_) => node,
        None => tree.child(node, "range")?.unwrap_or(node),
    };
    let (low, high) = (whole(tree, holder, "lowerbound")?, whole(tree, holder, "upperbound")?);
    let count = high.checked_sub(low).and_then(|range| range.checked_add(1));
    if !count.is_some_and(|count| (1..=MOST_VALUES as i64).contains(&count)) {
        let message = format!("expected a range of 1 to {MOST_VALUES} whole numbers, found {low} to {high}");
        return Err(tree.fault(holder, message));
    }
    Ok((low, high))
}
