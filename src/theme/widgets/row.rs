//! A label with its figure, and figures that carry their sign.

use std::borrow::Cow;

use bevy_egui::egui::{Response, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::{explain, focus_ring, text, underline, unparted};
use crate::theme::fonts::{Face, font};
use crate::theme::tokens::{self, Size, Surface, Tone};

/// How a figure is shown: what comes to nothing as it is rounded is neither good nor bad.
fn tone_of(figure: &str, tone: Tone) -> Tone {
    let mut digits = figure.chars().filter(char::is_ascii_digit).peekable();
    let nothing = digits.peek().is_some() && digits.all(|digit| digit == '0');
    match tone {
        Tone::Good | Tone::Bad if nothing => Tone::Quiet,
        tone => tone,
    }
}

/// Gives a figure that is good or bad a sign, and the real minus in place of a hyphen.
fn with_sign(figure: &str, tone: Tone) -> Cow<'_, str> {
    if let Some(rest) = figure.strip_prefix('-') {
        return Cow::Owned(format!("\u{2212}{rest}"));
    }
    // A figure of several parts, such as "48 → 27" or "6 in 10", is no change and takes no sign.
    let parts = figure
        .split_whitespace()
        .filter(|part| part.contains(|letter: char| letter.is_ascii_digit()))
        .count();
    if parts != 1 {
        return Cow::Borrowed(figure);
    }
    match (tone, figure.starts_with(['+', '\u{2212}', '\u{b1}'])) {
        (Tone::Good, false) => Cow::Owned(format!("+{figure}")),
        (Tone::Bad, false) => Cow::Owned(format!("\u{2212}{figure}")),
        _ => Cow::Borrowed(figure),
    }
}

/// A change or a share of a total. Its colour says whether it is welcome; a sign always says which way it goes.
pub fn signed_figure(ui: &mut Ui, figure: &str, tone: Tone) -> Response {
    let tone = tone_of(figure, tone);
    text::figure(ui, &with_sign(figure, tone), Size::Body, tone)
}

/// A label on the left and its figure on the right. Neither is cut: a label wraps to as many lines as it needs.
#[must_use = "a row is drawn by `show`"]
pub struct KeyValue<'a> {
    label: &'a str,
    figure: &'a str,
    tone: Tone,
    note: &'a str,
    face: Face,
    leads: bool,
}

impl<'a> KeyValue<'a> {
    /// A row; the figure is already worded with its unit.
    pub const fn new(label: &'a str, figure: &'a str) -> Self {
        Self { label, figure, tone: Tone::Plain, note: "", face: Face::MonoBold, leads: false }
    }

    /// Colours the figure; good and bad ones get a sign if they have none.
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Sets the figure in words' type, for values that are names.
    pub const fn words(mut self) -> Self {
        self.face = Face::Sans;
        self
    }

    /// Where the figure comes from, line by line, on hover and focus; makes the row a stop of the Tab key.
    pub const fn note(mut self, note: &'a str) -> Self {
        self.note = note;
        self
    }

    /// Makes the row something to press: its label leads to what is said of it.
    pub const fn link(mut self) -> Self {
        self.leads = true;
        self
    }

    /// Draws the row over the width that is left.
    pub fn show(self, ui: &mut Ui) -> Response {
        let surface = Surface::of(ui);
        let tone = tone_of(self.figure, self.tone);
        let shown = with_sign(self.figure, tone);
        let width = ui.available_width().max(0.0);
        let colour = surface.tone(tone);
        let figure = ui.painter().layout(unparted(&shown), font(self.face, Size::Body), colour, width);
        let room = (width - figure.size().x - tokens::GAP).max(0.0);
        let label =
            ui.painter().layout(unparted(self.label), font(Face::Sans, Size::Body), surface.text(), room);
        let size = vec2(width, label.size().y.max(figure.size().y) + 2.0);
        let sense = match (self.leads, self.note.is_empty()) {
            (true, _) => Sense::click(),
            (false, false) => Sense::focusable_noninteractive(),
            (false, true) => Sense::hover(),
        };
        let kind = if self.leads { WidgetType::Link } else { WidgetType::Other };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        // One thing to read out: the label names it, the figure is its value.
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(shown.clone().into_owned()),
            ..WidgetInfo::labeled(kind, ui.is_enabled(), self.label)
        });
        if ui.is_rect_visible(rect) {
            let middle = rect.center().y;
            let right = pos2(rect.right() - figure.size().x, middle - figure.size().y / 2.0);
            let left = pos2(rect.left(), middle - label.size().y / 2.0);
            if self.leads {
                let hot = response.hovered() || response.has_focus();
                let line = if hot { surface.text() } else { surface.outline() };
                underline(ui.painter(), &label, left, line);
            }
            ui.painter().galley(left, label, surface.text());
            ui.painter().galley(right, figure, colour);
            if response.has_focus() {
                focus_ring(ui.painter(), rect, tokens::RADIUS_SMALL, surface);
            }
        }
        explain(response, self.note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_and_bad_always_have_a_sign() {
        for (figure, tone, shown) in [
            ("12", Tone::Good, "+12"),
            ("+12", Tone::Good, "+12"),
            ("7", Tone::Bad, "\u{2212}7"),
            ("-7", Tone::Bad, "\u{2212}7"),
            ("-7", Tone::Good, "\u{2212}7"),
            ("\u{b1}5", Tone::Bad, "\u{b1}5"),
            ("65", Tone::Plain, "65"),
            ("2 votes", Tone::Bad, "\u{2212}2 votes"),
            ("48 \u{2192} 27", Tone::Bad, "48 \u{2192} 27"),
            ("6 in 10", Tone::Good, "6 in 10"),
            ("", Tone::Good, ""),
        ] {
            assert_eq!(with_sign(figure, tone), shown);
        }
        for (figure, tone) in
            [("0", Tone::Quiet), ("0.1", Tone::Good), ("100", Tone::Good), ("0 of 10", Tone::Good)]
        {
            assert_eq!(tone_of(figure, Tone::Good), tone, "{figure}");
        }
        assert_eq!(with_sign("0", tone_of("0", Tone::Bad)), "0");
    }
}
