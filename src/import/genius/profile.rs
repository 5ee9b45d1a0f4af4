//! A utility profile: what each value is worth to one party.

use roxmltree::Node;

use super::number::Number;
use super::tree::{Tree, attribute, number};
use super::{Kind, Known, bounds, kind, stem};
use crate::import::domain::{Profile, Utility};
use crate::rules::source::{Fault, Source, name_help, quote};

/// The profile of a text, for the issues of a domain.
pub(super) fn profile(source: &Source, issues: &[Known]) -> Result<Profile, Fault> {
    let tree = Tree::read(source)?;
    let root = tree.root();
    if root.tag_name().name() != "utility_space" {
        let message = format!("no profile begins with <{}>", super::tree::shown(root.tag_name().name()));
        return Err(tree.fault(root, message).with_help("expected <utility_space>"));
    }
    tree.only(root, &["objective", "reservation", "discount_factor"])?;
    let objective = tree.objective(root)?;
    let mut tables: Vec<Option<Vec<i64>>> = vec![None; issues.len()];
    let weights = weights(&tree, objective)?;
    for node in tree.elements(objective).filter(|node| node.tag_name().name() == "issue") {
        let name = attribute(&tree, node, "name")?;
        let Some(at) = issues.iter().position(|issue| issue.question.name == name) else {
            let known = issues.iter().map(|issue| issue.question.name.as_str());
            let message = format!("no issue {} in the domain", quote(name));
            return Err(tree.fault(node, message).with_help(name_help(name, known)));
        };
        let index = attribute(&tree, node, "index")?;
        let Some((_, weight)) = weights.iter().find(|(other, _)| *other == index) else {
            let message =
                format!("there is no <weight> for the issue {} of index {}", quote(name), quote(index));
            return Err(tree.fault(node, message));
        };
        let known = &issues[at];
        let parts = match (kind(&tree, node)?, known.range) {
            (Kind::Discrete, None) => discrete(&tree, node, known)?,
            (Kind::Integer, Some(range)) => integer(&tree, node, range)?,
            _ => return Err(tree.fault(node, "this issue is of another type in the domain")),
        };
        let units =
            parts.into_iter().map(|part| weight.times(part).and_then(|units| i64::try_from(units).ok()));
        let table: Option<Vec<i64>> = units.collect();
        let Some(table) = table else {
            return Err(tree.fault(node, "the utilities of this issue are too large"));
        };
        if tables[at].replace(table).is_some() {
            return Err(tree.fault(node, format!("the issue {} is given twice", quote(name))));
        }
    }
    let mut all = Vec::new();
    for (table, issue) in tables.into_iter().zip(issues) {
        let Some(table) = table else {
            let message = format!("the issue {} of the domain is missing here", quote(&issue.question.name));
            return Err(tree.fault(objective, message));
        };
        all.push(table);
    }
    let reservation = match tree.child(root, "reservation")? {
        Some(node) => number(&tree, node, "value")?
            .units()
            .ok_or_else(|| tree.fault(node, "this reservation value is too large"))?,
        None => 0,
    };
    let discount = match tree.child(root, "discount_factor")? {
        Some(node) => number(&tree, node, "value")?.decimal(),
        None => None,
    };
    Ok(Profile { name: stem(source), reservation, discount, utility: Utility::Sum(all) })
}

/// The weights of the issues, by the index of each.
fn weights<'n>(tree: &Tree<'_>, objective: Node<'n, '_>) -> Result<Vec<(&'n str, Number)>, Fault> {
    let mut weights: Vec<(&str, Number)> = Vec::new();
    for node in objective.children().filter(Node::is_element) {
        match node.tag_name().name() {
            "issue" => {}
            "weight" => {
                let index = attribute(tree, node, "index")?;
                let weight = number(tree, node, "value")?;
                if weight.is_negative() {
                    return Err(tree.fault(node, "a weight is 0 or more"));
                }
                if weights.iter().any(|(other, _)| *other == index) {
                    return Err(
                        tree.fault(node, format!("the weight of index {} is given twice", quote(index)))
                    );
                }
                weights.push((index, weight));
            }
            _ => return Err(tree.unknown(node)),
        }
    }
    Ok(weights)
}

/// The part of the largest evaluation that each value has, in steps of 1/10¹⁸.
fn discrete(tree: &Tree<'_>, node: Node<'_, '_>, known: &Known) -> Result<Vec<i128>, Fault> {
    let mut found: Vec<Option<Number>> = vec![None; known.question.values.len()];
    for item in node.children().filter(Node::is_element) {
        if item.tag_name().name() != "item" {
            return Err(tree.unknown(item));
        }
        let value = attribute(tree, item, "value")?;
        let Some(at) = known.question.values.iter().position(|other| other == value) else {
            let values = known.question.values.iter().map(String::as_str);
            let message = format!("no value {} in this issue of the domain", quote(value));
            return Err(tree.fault(item, message).with_help(name_help(value, values)));
        };
        let evaluation = number(tree, item, "evaluation")?;
        if evaluation.is_negative() {
            return Err(tree.fault(item, "an evaluation below 0 is not understood"));
        }
        if found[at].replace(evaluation).is_some() {
            return Err(tree.fault(item, format!("the value {} is given twice", quote(value))));
        }
    }
    let most = found.iter().flatten().fold(Number::ZERO, |most, other| most.max(*other));
    let values = found.into_iter().zip(&known.question.values).map(|(evaluation, value)| {
        let Some(evaluation) = evaluation else {
            return Err(tree.fault(node, format!("the value {} has no evaluation here", quote(value))));
        };
        let part = evaluation.part_of(most);
        part.ok_or_else(|| tree.fault(node, "the evaluations of this issue are too far apart"))
    });
    values.collect()
}

/// What each number of a range comes to between 0 and 1, in steps of 1/10¹⁸.
fn integer(tree: &Tree<'_>, node: Node<'_, '_>, range: (i64, i64)) -> Result<Vec<i128>, Fault> {
    if bounds(tree, node)? != range {
        return Err(tree.fault(node, "this range is another than in the domain"));
    }
    for child in node.children().filter(Node::is_element) {
        if !matches!(child.tag_name().name(), "range" | "evaluator") {
            return Err(tree.unknown(child));
        }
    }
    let mut evaluators = node.children().filter(|child| child.tag_name().name() == "evaluator");
    let (Some(evaluator), None) = (evaluators.next(), evaluators.next()) else {
        return Err(tree.fault(node, "an integer issue needs one <evaluator>"));
    };
    let either = |names: [&str; 2]| {
        let name = if evaluator.attribute(names[0]).is_some() { names[0] } else { names[1] };
        number(tree, evaluator, name)
    };
    let (offset, slope) = match evaluator.attribute("ftype").unwrap_or("linear") {
        "linear" => (either(["offset", "parameter0"])?, either(["slope", "parameter1"])?),
        "constant" => (either(["offset", "parameter0"])?, Number::ZERO),
        other => {
            let message = format!("the evaluator {} is not understood", quote(other));
            return Err(tree.fault(evaluator, message).with_help("linear and constant ones are"));
        }
    };
    let steps = 0..=range.1.saturating_sub(range.0);
    let parts: Option<Vec<i128>> = steps.map(|step| offset.line(slope, step)).collect();
    parts.ok_or_else(|| tree.fault(evaluator, "these numbers are too large or too fine"))
}
