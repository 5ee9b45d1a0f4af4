//! One term of a draft: what is in force, what the draft says, and the way from option to option.

use std::sync::Arc;

use bevy_egui::egui::accesskit::Action;
use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{
    Align, Align2, Color32, CornerRadius, CursorIcon, Galley, Key, Modifiers, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use super::stepper_input::{keys, wheel};
use super::{explain, focus_ring, unparted};
use crate::theme::fonts::{Face, font};
use crate::theme::tokens::{self, Size, Surface};

/// Width of the zone of an arrow.
const ARROW: f32 = 22.0;

/// An option a term can take.
#[derive(Clone, Copy, Debug)]
pub struct StepOption<'a> {
    /// Its name.
    pub name: &'a str,
    /// Why it cannot be chosen, if it cannot.
    pub off: Option<&'a str>,
}

/// Steps through the options of a term: by its arrows, the wheel, the arrow keys, Home and End, or a screen reader's commands. Options
/// that are off are stepped over, and say why on hover and focus.
#[must_use = "a stepper is drawn by `show`"]
pub struct Stepper<'a> {
    name: &'a str,
    options: &'a [StepOption<'a>],
    in_force: usize,
    current: usize,
    back: &'a str,
    on: &'a str,
    locked: Option<&'a str>,
    width: Option<f32>,
    marked: bool,
}

impl<'a> Stepper<'a> {
    /// A stepper. `name` names the term; `back` and `on` name the two arrows for screen readers.
    pub const fn new(
        name: &'a str,
        options: &'a [StepOption<'a>],
        in_force: usize,
        current: usize,
        back: &'a str,
        on: &'a str,
    ) -> Self {
        Self { name, options, in_force, current, back, on, locked: None, width: None, marked: false }
    }

    /// Underlines what is chosen, as something that changed.
    pub const fn marked(mut self, marked: bool) -> Self {
        self.marked = marked;
        self
    }

    /// Keeps the whole of it as it is, with a reason; `None` leaves it free.
    pub const fn off(mut self, reason: Option<&'a str>) -> Self {
        self.locked = reason;
        self
    }

    /// Takes up this width. Without it, as much as its words need and no more than is left.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// The next option that can be chosen from `from` on, backwards or forwards.
    fn next(&self, from: usize, forwards: bool) -> Option<usize> {
        if self.locked.is_some() {
            return None;
        }
        let free = |at: &usize| self.options.get(*at).is_some_and(|option| option.off.is_none());
        if forwards {
            (from.saturating_add(1)..self.options.len()).find(free)
        } else {
            (0..from.min(self.options.len())).rev().find(free)
        }
    }

    /// Walks `steps` options on, backwards if below zero, as far as it goes.
    fn walk(&self, steps: i32) -> Option<usize> {
        let mut at = self.current;
        // No walk is longer than the options, however hard the wheel was turned.
        for _ in 0..usize::try_from(steps.unsigned_abs()).unwrap_or(0).min(self.options.len()) {
            at = self.next(at, steps > 0).unwrap_or(at);
        }
        (at != self.current).then_some(at)
    }

    /// Why the options right beside the current one are off, those towards the ends first.
    fn reasons(&self, forwards: Option<bool>) -> String {
        if let Some(reason) = self.locked {
            return reason.to_owned();
        }
        let mut lines = Vec::new();
        for way in [false, true] {
            if forwards.is_none_or(|wanted| wanted == way) {
                let beside = if way { self.current.checked_add(1) } else { self.current.checked_sub(1) };
                if let Some((option, reason)) =
                    beside.and_then(|at| self.options.get(at)).and_then(|option| Some((option, option.off?)))
                {
                    lines.push(format!("{}: {reason}", option.name));
                }
            }
        }
        lines.join("\n")
    }

    fn words(&self, surface: Surface, width: f32, whole: bool) -> LayoutJob {
        let name = |at: usize| unparted(self.options.get(at).map_or("", |option| option.name));
        let mut job = LayoutJob { halign: Align::Center, ..LayoutJob::default() };
        if self.current == self.in_force {
            job.append(
                &name(self.current),
                0.0,
                TextFormat::simple(font(Face::Mono, Size::Body), surface.text()),
            );
        } else {
            if whole {
                job.append(
                    &name(self.in_force),
                    0.0,
                    TextFormat::simple(font(Face::Mono, Size::Body), surface.quiet()),
                );
            }
            job.append(
                "\u{2192}",
                if whole { tokens::GAP_TINY } else { 0.0 },
                TextFormat::simple(font(Face::Sans, Size::Body), surface.text()),
            );
            let mut changed = TextFormat::simple(font(Face::MonoBold, Size::Body), surface.bright());
            if self.marked {
                changed.underline = Stroke::new(1.0, surface.bright());
            }
            job.append(&name(self.current), tokens::GAP_TINY, changed);
        }
        job.wrap.max_width = width;
        job
    }

    /// The words in a width, and whether what is in force had to be left out: where there is no room for both on two lines, what the draft
    /// says matters more. It wraps if it must.
    fn laid(&self, ui: &Ui, surface: Surface, width: f32) -> (Arc<Galley>, bool) {
        let room = (width - 2.0 * ARROW).max(0.0);
        let words = ui.painter().layout_job(self.words(surface, room, true));
        if words.rows.len() > 2 {
            return (
                ui.painter().layout_job(self.words(surface, room, false)),
                self.current != self.in_force,
            );
        }
        (words, false)
    }

    /// How high it is drawn in a width.
    #[must_use]
    pub fn height(&self, ui: &Ui, width: f32) -> f32 {
        let (words, _) = self.laid(ui, Surface::of(ui), width);
        if words.rows.len() > 1 { words.size().y + tokens::GAP_SMALL } else { tokens::CONTROL_HEIGHT }
    }

    /// Draws it and returns the option the player stepped to.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        let surface = Surface::of(ui);
        let most = self.width.unwrap_or_else(|| ui.available_width());
        let (words, short) = self.laid(ui, surface, most);
        let width = self.width.unwrap_or(words.size().x + 2.0 * ARROW).max(2.0 * ARROW);
        let (rect, response) =
            ui.allocate_exact_size(vec2(width, self.height(ui, most)), Sense::focusable_noninteractive());
        let free = self.locked.is_none() && ui.is_enabled();
        // Whoever hears it hears the words alone.
        let plain = self.words(surface, f32::INFINITY, true).text.replace('\u{a0}', " ");
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(plain.clone()),
            ..WidgetInfo::labeled(WidgetType::DragValue, free, self.name)
        });
        response.ctx.accesskit_node_builder(response.id, |node| {
            if self.next(self.current, true).is_some() {
                node.add_action(Action::Increment);
            }
            if self.next(self.current, false).is_some() {
                node.add_action(Action::Decrement);
            }
        });

        let fill = if free { surface.raised() } else { surface.sunk() };
        let line = if response.contains_pointer() { surface.quiet() } else { surface.outline() };
        ui.painter().rect(
            rect,
            CornerRadius::same(tokens::RADIUS),
            fill,
            Stroke::new(tokens::line_width(), line),
            StrokeKind::Inside,
        );
        let top = rect.center_top() + vec2(0.0, (rect.height() - words.size().y) / 2.0);
        ui.painter().galley(top, words, surface.text());
        // Over an arrow it is the arrow that has the pointer.
        let mut pointed = response.contains_pointer();
        let mut steps = 0;
        for forwards in [false, true] {
            let (step, over) = self.arrow(ui, rect, &response, forwards, surface);
            steps += step;
            pointed |= over;
        }
        if free {
            steps += keys(ui, &response);
            if pointed {
                steps += wheel(ui, response.id);
            }
        }
        if response.has_focus() {
            focus_ring(ui.painter(), rect, tokens::RADIUS, surface);
        }
        let chosen = if free { self.jump(ui, &response).or_else(|| self.walk(steps)) } else { None };
        let mut note = self.reasons(None);
        if short {
            note = if note.is_empty() { plain } else { format!("{plain}\n{note}") };
        }
        explain(response, &note);
        chosen
    }

    /// Draws an arrow; returns the step it was clicked for, and whether the pointer is on it.
    fn arrow(&self, ui: &Ui, rect: Rect, whole: &Response, forwards: bool, surface: Surface) -> (i32, bool) {
        let (left, right) =
            rect.split_left_right_at_x(if forwards { rect.right() - ARROW } else { rect.left() + ARROW });
        let zone = if forwards { right } else { left };
        let open = self.next(self.current, forwards).is_some() && ui.is_enabled();
        // The arrow can be clicked but is no stop of the Tab key: there the arrow keys do its work.
        let sense = if open { Sense::CLICK } else { Sense::hover() };
        let response = ui.interact(zone, whole.id.with(forwards), sense);
        let label = if forwards { self.on } else { self.back };
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, open, label));
        let colour: Color32 = match (open, response.hovered()) {
            (true, true) => surface.bright(),
            (true, false) => surface.quiet(),
            (false, _) => surface.rule(),
        };
        let sign = if forwards { "\u{203a}" } else { "\u{2039}" };
        let centre = pos2(zone.center().x, zone.center().y - 1.0);
        ui.painter().text(centre, Align2::CENTER_CENTER, sign, font(Face::SansBold, Size::Heading), colour);
        let over = response.contains_pointer();
        let clicked = open && response.clicked();
        let response = if open { response.on_hover_cursor(CursorIcon::PointingHand) } else { response };
        explain(response, &self.reasons(Some(forwards)));
        let step = match (clicked, forwards) {
            (true, true) => 1,
            (true, false) => -1,
            (false, _) => 0,
        };
        (step, over)
    }

    /// Home and End go to the first and the last option that can be chosen.
    fn jump(&self, ui: &Ui, response: &Response) -> Option<usize> {
        if !response.has_focus() {
            return None;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let free = |at: &usize| self.options.get(*at).is_some_and(|option| option.off.is_none());
        let found = if pressed(Key::Home) {
            (0..self.options.len()).find(free)
        } else if pressed(Key::End) {
            (0..self.options.len()).rev().find(free)
        } else {
            None
        };
        found.filter(|at| *at != self.current)
    }
}
