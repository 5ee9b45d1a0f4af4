//! A chart as SVG, to stand inside a page.
//!
//! It is written so that it is well formed as XML too. There is no name space in it: inside a page none is needed.

use std::fmt::Write;

use super::ink;
use super::scene::{Anchor, Mark, Scene, Shape, Spot};

/// A chart, with an id of its own on the page.
#[must_use]
pub fn svg(scene: &Scene, id: &str) -> String {
    let (width, height) = (number(scene.width), number(scene.height));
    let id = escaped(id);
    let mut out = format!(
        "<svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}\">\n\
         <title id=\"{id}\">{}</title>\n",
        escaped(&scene.spoken)
    );
    for mark in &scene.marks {
        draw(mark, &mut out);
    }
    out.push_str("</svg>");
    out
}

fn draw(mark: &Mark, out: &mut String) {
    match mark {
        Mark::Line { spots, ink, width, dotted } => {
            let Some(path) = path(spots, false) else { return };
            let dots = if *dotted {
                format!(" stroke-dasharray=\"0 {}\"", number(width.max(0.5) * 2.2))
            } else {
                String::new()
            };
            put(
                out,
                format_args!(
                    "<path d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"{dots}/>\n",
                    ink::of(*ink).css(),
                    number(*width)
                ),
            );
        }
        Mark::Cloud { spots, ink, radius } => {
            // Each dot is a line of no length with a round end: a tenth of what as many circles would take.
            let dots: String = spots
                .iter()
                .filter(|spot| there(**spot))
                .map(|spot| format!("M{} {}h0", number(spot.x), number(spot.y)))
                .collect();
            if !dots.is_empty() {
                put(
                    out,
                    format_args!(
                        "<path d=\"{dots}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"round\"/>\n",
                        ink::of(*ink).css(),
                        number(radius * 2.0)
                    ),
                );
            }
        }
        Mark::Dot { at, shape, ink, radius, tip } => {
            if there(*at) {
                dot(*at, *shape, &ink::of(*ink).css(), *radius, tip, out);
            }
        }
        Mark::Bar { at, width, height, ink, tip } => {
            if there(*at) {
                put(
                    out,
                    format_args!(
                        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\">{}</rect>\n",
                        number(at.x),
                        number(at.y),
                        number(width.max(0.0)),
                        number(height.max(0.0)),
                        ink::of(*ink).css(),
                        title(tip)
                    ),
                );
            }
        }
        Mark::Text { at, text, anchor, ink, size, bold } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let weight = if *bold { " font-weight=\"600\"" } else { "" };
            put(
                out,
                format_args!(
                    "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{anchor}\" fill=\"{}\"{weight}>{}</text>\n",
                    number(at.x),
                    number(at.y),
                    number(*size),
                    ink::of(*ink).css(),
                    escaped(text)
                ),
            );
        }
    }
}

fn dot(at: Spot, shape: Shape, colour: &str, radius: f32, tip: &str, out: &mut String) {
    let corners = shape.corners(at, radius);
    let tip = title(tip);
    // A line of paper around each mark keeps marks apart that lie on each other.
    let edge = format!("stroke=\"{}\" stroke-width=\"1\" paint-order=\"stroke\"", ink::PAPER.css());
    match (path(&corners, true), shape) {
        (Some(path), _) => {
            put(out, format_args!("<path d=\"{path}\" fill=\"{colour}\" {edge}>{tip}</path>\n"))
        }
        (None, Shape::Ring) => put(
            out,
            format_args!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" stroke=\"{colour}\" stroke-width=\"1.6\">{tip}</circle>\n",
                number(at.x),
                number(at.y),
                number((radius - 0.8).max(0.5)),
                ink::PAPER.css()
            ),
        ),
        (None, _) => put(
            out,
            format_args!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{colour}\" {edge}>{tip}</circle>\n",
                number(at.x),
                number(at.y),
                number(radius)
            ),
        ),
    }
}

fn path(spots: &[Spot], closed: bool) -> Option<String> {
    let mut there = spots.iter().filter(|spot| there(**spot));
    let first = there.next()?;
    let mut path = format!("M{} {}", number(first.x), number(first.y));
    for spot in there {
        put(&mut path, format_args!("L{} {}", number(spot.x), number(spot.y)));
    }
    if closed {
        path.push('Z');
    }
    Some(path)
}

fn title(tip: &str) -> String {
    if tip.is_empty() { String::new() } else { format!("<title>{}</title>", escaped(tip)) }
}

fn there(spot: Spot) -> bool {
    spot.x.is_finite() && spot.y.is_finite()
}

fn put(out: &mut String, what: std::fmt::Arguments<'_>) {
    // A text takes everything.
    let _ = out.write_fmt(what);
}

/// A length with at most two decimals; nothing that is no number.
pub(super) fn number(value: f32) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A text as it stands in XML; what XML cannot have becomes a sign for that.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(allowed(other)),
        }
    }
    out
}

/// A letter that may stand in XML, or the sign for one that may not.
pub(super) fn allowed(letter: char) -> char {
    match letter {
        '\n' | '\t' => ' ',
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        other => other,
    }
}

#[cfg(test)]
#[path = "tests/svg.rs"]
mod tests;
