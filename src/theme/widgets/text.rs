//! Words in the styles of the house, and the explanation that goes with a thing on hover or focus.

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Color32, Label, Response, RichText, Ui, WidgetInfo, WidgetType};

use crate::theme::fonts::{Face, font};
use crate::theme::tokens::{Size, Surface, Tone};

fn words(ui: &mut Ui, text: &str, face: Face, size: Size, tone: Option<Tone>) -> Response {
    let surface = Surface::of(ui);
    let colour = tone.map_or_else(|| surface.bright(), |tone| surface.tone(tone));
    styled(ui, text, face, size, colour)
}

/// Words in a style of their own. They wrap, and what belongs together stays in one line.
pub fn styled(ui: &mut Ui, text: &str, face: Face, size: Size, colour: Color32) -> Response {
    let said = ui.add(Label::new(RichText::new(unparted(text)).font(font(face, size)).color(colour)).wrap());
    // Whoever hears it hears the words alone.
    said.widget_info(|| WidgetInfo::labeled(WidgetType::Label, ui.is_enabled(), text));
    said
}

/// The same text, in which a figure stays in one line with its sign, with what it counts and how sure it is, or with the word before it
/// where a part of the sentence ends on it; a day with its month and year, and a dot that parts two things with the first of them.
#[must_use]
pub fn unparted(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    // How many digits stand right before, and whether the last joint was that of a day with its month.
    let (mut digits, mut month) = (0_usize, false);
    let mut word = false;
    for (at, letter) in text.char_indices() {
        let after = &text[at + letter.len_utf8()..];
        let next = after.chars().next();
        let is = |what: fn(char) -> bool| next.is_some_and(what);
        let day = (1..=2).contains(&digits) && is(char::is_uppercase);
        // Four digits are a year.
        let counted = digits > 0 && digits != 4 && is(char::is_lowercase);
        let year = month && is(|next| next.is_ascii_digit());
        let sign = is(|next| matches!(next, '%' | '\u{b1}'));
        let dot = after.trim_start_matches(' ').starts_with('\u{b7}');
        let last = word && ends_on_figure(after);
        let joined = letter == ' ' && (day || counted || year || sign || dot || last);
        said.push(if joined { '\u{a0}' } else { letter });
        digits = if letter.is_ascii_digit() { digits + 1 } else { 0 };
        month = letter == ' ' && day || month && letter.is_alphabetic();
        word = letter.is_alphabetic();
    }
    said
}

/// Whether a text begins with a figure on which it, or a part of its sentence, ends.
fn ends_on_figure(text: &str) -> bool {
    let figure = text.trim_start_matches(['+', '-', '\u{2212}', '$']);
    if !figure.starts_with(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let end = figure.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','));
    let (number, rest) = figure.split_at(end.unwrap_or(figure.len()));
    let rest = rest.strip_prefix(" %").unwrap_or(rest);
    number.ends_with([',', '.']) || rest.is_empty() || rest.starts_with([';', ':', ')', ',', '.'])
}

fn as_heading(response: Response) -> Response {
    // A screen reader can jump from heading to heading.
    response.ctx.accesskit_node_builder(response.id, |node| node.set_role(Role::Heading));
    response
}

/// Heading of a panel, on glass and on paper.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    let response = words(ui, text, Face::SansBold, Size::Lead, None);
    as_heading(response)
}

/// Title of a document, and the game's own name.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    let response = words(ui, text, Face::SerifBold, Size::Title, None);
    as_heading(response)
}

/// The line a front page opens with.
pub fn headline(ui: &mut Ui, text: &str) -> Response {
    let response = words(ui, text, Face::SerifBold, Size::Headline, None);
    as_heading(response)
}

/// The sentence under a title or a headline.
pub fn lead(ui: &mut Ui, text: &str) -> Response {
    words(ui, text, Face::Serif, Size::Lead, Some(Tone::Quiet))
}

/// Running text of a document.
pub fn prose(ui: &mut Ui, text: &str) -> Response {
    words(ui, text, Face::Serif, Size::Lead, Some(Tone::Plain))
}

/// Running text of a document that stands out.
pub fn strong(ui: &mut Ui, text: &str) -> Response {
    words(ui, text, Face::SerifBold, Size::Lead, None)
}

/// What somebody says or would have printed.
pub fn quote(ui: &mut Ui, text: &str) -> Response {
    words(ui, text, Face::SerifItalic, Size::Lead, Some(Tone::Plain))
}

/// Running text of an instrument.
pub fn body(ui: &mut Ui, text: &str) -> Response {
    words(ui, text, Face::Sans, Size::Body, Some(Tone::Plain))
}

/// Notes and dates.
pub fn caption(ui: &mut Ui, text: &str) -> Response {
    words(ui, text, Face::Sans, Size::Caption, Some(Tone::Quiet))
}

/// Head of a column.
pub fn column_head(ui: &mut Ui, text: &str) -> Response {
    words(ui, text, Face::SansBold, Size::Caption, Some(Tone::Quiet))
}

/// A main figure, already rounded and with its unit.
pub fn figure(ui: &mut Ui, text: &str, size: Size, tone: Tone) -> Response {
    words(ui, text, Face::MonoBold, size, Some(tone))
}

/// Shows `text` when the pointer rests on a thing or the keyboard is on it, and tells it to screen readers. Lines are parted by `\n`.
pub fn explain(response: Response, text: &str) -> Response {
    if text.is_empty() {
        return response;
    }
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(text));
    // Under a dialog nothing explains itself, wherever the pointer rests.
    if !response.ctx.memory(|memory| memory.allows_interaction(response.layer_id)) {
        return response;
    }
    if response.has_focus() {
        response.show_tooltip_text(text);
        response
    } else if response.enabled() {
        response.on_hover_text(text)
    } else {
        response.on_disabled_hover_text(text)
    }
}

#[cfg(test)]
mod tests {
    use super::unparted;

    #[test]
    fn what_belongs_together_stays_in_one_line() {
        for (text, expected) in [
            ("from 15 % to 10 %", "from 15~% to~10~%"),
            ("Tokyo, 28 October 2025 at noon", "Tokyo, 28~October~2025 at noon"),
            ("round 3 of 6", "round 3~of~6"),
            ("39.4 points, 247 votes of 465", "39.4~points, 247~votes of~465"),
            ("in 2025 Japan", "in 2025 Japan"),
            ("March 2026", "March~2026"),
            ("runs from round 5", "runs from round~5"),
            ("pacts +3 and all else \u{2212}2.9, Japan +1.", "pacts +3~and all else~\u{2212}2.9, Japan~+1."),
            ("Standing 90 %", "Standing~90~%"),
            ("4 \u{b1}3, 12 \u{b1}1", "4~\u{b1}3, 12~\u{b1}1"),
            ("$250 bn are free", "$250~bn are free"),
            ("$1,000 bn, $25 in cash", "$1,000~bn, $25~in cash"),
            ("Energy \u{b7} Busan  \u{b7}  4", "Energy~\u{b7} Busan~~\u{b7}  4"),
            ("", ""),
        ] {
            assert_eq!(unparted(text), expected.replace('~', "\u{a0}"));
        }
    }
}
