//! A word that leads to what is said of it, where it stands.

use bevy_egui::egui::{
    Color32, CursorIcon, Galley, Painter, Pos2, Response, Sense, Stroke, Ui, WidgetInfo, WidgetType,
};

use super::{focus_ring, unparted};
use crate::theme::fonts::{Face, font};
use crate::theme::tokens::{self, Size, Surface, Tone};

/// A word with a quiet line under it that can be pressed. It keeps the type of what it stands among.
#[must_use = "a link is drawn by `show`"]
pub struct Link<'a> {
    text: &'a str,
    name: &'a str,
    face: Face,
    size: Size,
    tone: Option<Tone>,
}

impl<'a> Link<'a> {
    const fn new(text: &'a str, name: &'a str, face: Face, size: Size, tone: Option<Tone>) -> Self {
        Self { text, name, face, size, tone }
    }

    /// Among running text. `name` is what a screen reader says.
    pub const fn body(text: &'a str, name: &'a str) -> Self {
        Self::new(text, name, Face::Sans, Size::Body, Some(Tone::Plain))
    }

    /// As the heading of a panel.
    pub const fn heading(text: &'a str, name: &'a str) -> Self {
        Self::new(text, name, Face::SansBold, Size::Lead, None)
    }

    /// As the head of a column.
    pub const fn head(text: &'a str, name: &'a str) -> Self {
        Self::new(text, name, Face::SansBold, Size::Caption, Some(Tone::Quiet))
    }

    /// Among notes.
    pub const fn caption(text: &'a str, name: &'a str) -> Self {
        Self::new(text, name, Face::Sans, Size::Caption, Some(Tone::Quiet))
    }

    /// As a sentence that is good, bad or plain.
    pub const fn sentence(text: &'a str, name: &'a str, tone: Tone) -> Self {
        Self::new(text, name, Face::SansBold, Size::Body, Some(tone))
    }

    /// Sets the colour of its letters.
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = Some(tone);
        self
    }

    /// Draws it; `clicked()` of the answer says that it was followed.
    pub fn show(self, ui: &mut Ui) -> Response {
        let surface = Surface::of(ui);
        let colour = match self.tone {
            None | Some(Tone::Plain) => surface.bright(),
            Some(tone) => surface.tone(tone),
        };
        // In a row that wraps, a link goes to the next line whole rather than being broken.
        let most = if ui.layout().main_wrap() { ui.max_rect().width() } else { ui.available_width() };
        let galley =
            ui.painter().layout(unparted(self.text), font(self.face, self.size), colour, most.max(0.0));
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Link, ui.is_enabled(), self.name));
        if ui.is_rect_visible(rect) {
            let hot = response.hovered() || response.has_focus();
            underline(ui.painter(), &galley, rect.min, if hot { colour } else { surface.outline() });
            ui.painter().galley(rect.min, galley, colour);
            if response.has_focus() {
                focus_ring(ui.painter(), rect, tokens::RADIUS_SMALL, surface);
            }
        }
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// The line that says that words lead somewhere, under each line of them.
pub fn underline(painter: &Painter, galley: &Galley, at: Pos2, colour: Color32) {
    for row in &galley.rows {
        let line = row.rect().translate(at.to_vec2());
        painter.hline(line.x_range(), line.bottom(), Stroke::new(1.0, colour));
    }
}
