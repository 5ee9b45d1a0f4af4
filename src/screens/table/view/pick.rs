//! A choice in running text: the words of a document, with an arrow on each side.

use bevy_egui::egui::{
    Align2, CursorIcon, EventFilter, Key, Modifiers, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::theme::widgets::{explain, focus_ring, unparted};
use crate::theme::{Face, Size, Surface, font, tokens};

/// Width of an arrow.
const ARROW: f32 = 20.0;

/// A choice.
pub(super) struct Pick<'a> {
    /// What is chosen, for screen readers.
    pub(super) name: &'a str,
    /// The words of the choice.
    pub(super) text: &'a str,
    /// What it means.
    pub(super) note: &'a str,
    /// Names of the arrows.
    pub(super) arrows: (&'a str, &'a str),
    /// Whether there is one before and one after.
    pub(super) ways: (bool, bool),
    /// The face of the words.
    pub(super) face: Face,
}

impl Pick<'_> {
    /// Draws it no wider than `most`, on as many lines as it needs; returns the way that was asked for.
    pub(super) fn show(self, ui: &mut Ui, most: f32) -> i32 {
        let surface = Surface::of(ui);
        let room = (most - 2.0 * ARROW).max(0.0);
        let words = font(self.face, Size::Lead);
        let galley = ui.painter().layout(unparted(self.text), words, surface.text(), room);
        let size = vec2(galley.size().x + 2.0 * ARROW, galley.size().y.max(tokens::CONTROL_HEIGHT));
        let (rect, response) = ui.allocate_exact_size(size, Sense::focusable_noninteractive());
        let shown = self.text.to_owned();
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(shown.clone()),
            ..WidgetInfo::labeled(WidgetType::ComboBox, ui.is_enabled(), self.name)
        });
        let place = pos2(rect.left() + ARROW, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(place, galley, surface.text());
        let mut way = 0;
        for (forwards, open, name) in
            [(false, self.ways.0, self.arrows.0), (true, self.ways.1, self.arrows.1)]
        {
            let zone = if forwards {
                Rect::from_min_max(pos2(rect.right() - ARROW, rect.top()), rect.max)
            } else {
                Rect::from_min_max(rect.min, pos2(rect.left() + ARROW, rect.bottom()))
            };
            let sense = if open { Sense::CLICK } else { Sense::hover() };
            let arrow = ui.interact(zone, response.id.with(forwards), sense);
            arrow.widget_info(|| WidgetInfo::labeled(WidgetType::Button, open, name));
            let colour = match (open, arrow.hovered()) {
                (true, true) => surface.bright(),
                (true, false) => surface.quiet(),
                (false, _) => surface.rule(),
            };
            let sign = if forwards { "\u{203a}" } else { "\u{2039}" };
            let centre = pos2(zone.center().x, zone.center().y - 1.0);
            ui.painter().text(
                centre,
                Align2::CENTER_CENTER,
                sign,
                font(Face::SansBold, Size::Heading),
                colour,
            );
            if arrow.clicked() {
                way = if forwards { 1 } else { -1 };
            }
            if open {
                let _ = arrow.on_hover_cursor(CursorIcon::PointingHand);
            }
        }
        if response.has_focus() {
            focus_ring(ui.painter(), rect, tokens::RADIUS, surface);
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            if self.ways.1 && pressed(Key::ArrowRight) {
                way = 1;
            }
            if self.ways.0 && pressed(Key::ArrowLeft) {
                way = -1;
            }
        }
        explain(response, self.note);
        way
    }
}
