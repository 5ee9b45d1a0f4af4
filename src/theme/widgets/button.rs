//! Buttons: the one main action in seal red, and quiet ones for the rest.

use std::sync::Arc;

use bevy_egui::egui::{
    Color32, CornerRadius, Galley, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, vec2,
};

use super::{explain, focus_ring, unparted};
use crate::theme::fonts::{Face, font};
use crate::theme::tokens::{self, Size, Surface};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    Primary,
    Quiet,
    Tab { chosen: bool },
}

/// A button with an optional key hint. One that is off stays reachable, cannot be pressed, and says why.
#[must_use = "a button is drawn by `show`"]
pub struct Button<'a> {
    label: &'a str,
    key: Option<&'a str>,
    note: Option<&'a str>,
    off: Option<&'a str>,
    rank: Rank,
    height: f32,
    width: f32,
}

struct Paint {
    fill: Color32,
    stroke: Color32,
    text: Color32,
    key: Color32,
}

impl<'a> Button<'a> {
    const fn new(label: &'a str, rank: Rank, height: f32) -> Self {
        Self { label, key: None, note: None, off: None, rank, height, width: 0.0 }
    }

    /// The main action of a screen; there is at most one.
    pub const fn primary(label: &'a str) -> Self {
        Self::new(label, Rank::Primary, tokens::BUTTON_HEIGHT)
    }

    /// Any other action.
    pub const fn quiet(label: &'a str) -> Self {
        Self::new(label, Rank::Quiet, tokens::BUTTON_HEIGHT)
    }

    /// One of a row of pages, of which one is chosen.
    pub const fn tab(label: &'a str, chosen: bool) -> Self {
        Self::new(label, Rank::Tab { chosen }, tokens::BUTTON_HEIGHT)
    }

    /// Names the key that does the same; handling the key is the screen's business.
    pub const fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// What it does, on hover and focus.
    pub const fn note(mut self, note: &'a str) -> Self {
        self.note = Some(note);
        self
    }

    /// Turns it off with a reason, shown on hover and focus. `None` leaves it on.
    pub const fn off(mut self, reason: Option<&'a str>) -> Self {
        self.off = reason;
        self
    }

    /// Low enough to stand in a row of text.
    pub const fn small(mut self) -> Self {
        self.height = tokens::CONTROL_HEIGHT;
        self
    }

    /// Least width, for buttons in a column.
    pub const fn width(mut self, least: f32) -> Self {
        self.width = least;
        self
    }

    fn paint(&self, surface: Surface, hot: bool, pressed: bool) -> Paint {
        let line = if hot { surface.quiet() } else { surface.outline() };
        if self.off.is_some() {
            let (fill, text) = surface.off();
            // A page that is off looks no more like a button than its neighbours do.
            return match self.rank {
                Rank::Tab { .. } => {
                    let none = Color32::TRANSPARENT;
                    Paint { fill: none, stroke: none, text, key: text }
                }
                Rank::Primary | Rank::Quiet => Paint { fill, stroke: surface.rule(), text, key: text },
            };
        }
        match self.rank {
            Rank::Primary => {
                let fill = if hot || pressed { tokens::seal_hover() } else { tokens::seal() };
                let (text, key) = (tokens::on_seal(), tokens::on_seal_quiet());
                Paint { fill, stroke: surface.seal_edge(), text, key }
            }
            Rank::Quiet => {
                let resting = match surface {
                    Surface::Glass => Color32::TRANSPARENT,
                    Surface::Paper => tokens::paper_raised(),
                };
                let fill = match (pressed, hot) {
                    (true, _) => surface.ground(),
                    (false, true) => surface.raised(),
                    (false, false) => resting,
                };
                Paint { fill, stroke: line, text: surface.bright(), key: surface.quiet() }
            }
            Rank::Tab { chosen } => {
                let fill = if chosen || hot { surface.raised() } else { Color32::TRANSPARENT };
                let text = if chosen || hot { surface.bright() } else { surface.quiet() };
                // What is chosen has an outline; a fill alone is what the pointer leaves as well.
                let stroke = if chosen { surface.outline() } else { Color32::TRANSPARENT };
                Paint { fill, stroke, text, key: surface.quiet() }
            }
        }
    }

    /// Space on each side of its words.
    fn space(&self) -> f32 {
        if self.height < tokens::BUTTON_HEIGHT { tokens::GAP } else { tokens::GAP_LARGE }
    }

    /// Its label in lines no longer than `most`, its key, and the width of both.
    fn words(&self, ui: &Ui, most: f32) -> (Arc<Galley>, Option<Arc<Galley>>, f32) {
        // The colour is set when it is drawn; the placeholder takes it.
        let colour = Color32::PLACEHOLDER;
        let painter = ui.painter();
        let label = painter.layout(unparted(self.label), font(Face::SansBold, Size::Body), colour, most);
        let key = self.key.filter(|key| !key.is_empty());
        let key =
            key.map(|key| painter.layout_no_wrap(key.to_owned(), font(Face::Mono, Size::Caption), colour));
        let width = label.size().x + key.as_ref().map_or(0.0, |key| tokens::GAP_TINY + 2.0 + key.size().x);
        (label, key, width)
    }

    /// The width that it takes where there is room for it.
    #[must_use]
    pub fn wide(&self, ui: &Ui) -> f32 {
        (self.words(ui, f32::INFINITY).2 + 2.0 * self.space()).max(self.width)
    }

    /// Draws it. `clicked()` of the answer is never true while it is off.
    pub fn show(self, ui: &mut Ui) -> Response {
        let surface = Surface::of(ui);
        let space = self.space();
        let (label, key, words) = self.words(ui, (ui.available_width() - 2.0 * space).max(0.0));
        let size =
            vec2((words + 2.0 * space).max(self.width), self.height.max(label.size().y + tokens::GAP_SMALL));
        // What is off stays in the order of the Tab key, so that the reason can be read without a mouse.
        let sense = if self.off.is_some() { Sense::focusable_noninteractive() } else { Sense::click() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let on = self.off.is_none() && ui.is_enabled();
        response.widget_info(|| match self.rank {
            Rank::Tab { chosen } => WidgetInfo::selected(WidgetType::SelectableLabel, on, chosen, self.label),
            Rank::Primary | Rank::Quiet => WidgetInfo::labeled(WidgetType::Button, on, self.label),
        });

        if ui.is_rect_visible(rect) {
            let look = self.paint(surface, on && response.hovered(), response.is_pointer_button_down_on());
            let corner = CornerRadius::same(tokens::RADIUS);
            ui.painter().rect(
                rect,
                corner,
                look.fill,
                Stroke::new(tokens::line_width(), look.stroke),
                StrokeKind::Inside,
            );
            let mut left = rect.center().x - words / 2.0;
            ui.painter().galley(
                bevy_egui::egui::pos2(left, rect.center().y - label.size().y / 2.0),
                label.clone(),
                look.text,
            );
            if let Some(key) = key {
                left += words - key.size().x;
                ui.painter().galley(
                    bevy_egui::egui::pos2(left, rect.center().y - key.size().y / 2.0 + 0.5),
                    key,
                    look.key,
                );
            }
            if response.has_focus() {
                focus_ring(ui.painter(), rect, tokens::RADIUS, surface);
            }
        }
        explain(response, self.off.or(self.note).unwrap_or_default())
    }
}
