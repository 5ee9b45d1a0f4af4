//! What the keyboard, a screen reader and the wheel ask of a stepper.

use bevy_egui::egui::accesskit::Action;
use bevy_egui::egui::{Event, EventFilter, Id, Key, Modifiers, MouseWheelUnit, Response, Ui};

/// Points of smooth scrolling that make one step.
const SCROLL_STEP: f32 = 40.0;
/// The most smooth scrolling that counts at once.
const MOST_SCROLL: f32 = 4000.0;
/// The most presses that count at once.
const MOST_PRESSES: i32 = 100;

/// Steps from the keyboard and from a screen reader.
pub(super) fn keys(ui: &Ui, response: &Response) -> i32 {
    let asked = ui.input(|input| {
        count(input.num_accesskit_action_requests(response.id, Action::Increment))
            - count(input.num_accesskit_action_requests(response.id, Action::Decrement))
    });
    if !response.has_focus() {
        return asked;
    }
    // Left and right belong to the stepper while it has the keyboard; up and down still move on to the next row.
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| count(ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)));
    asked + pressed(Key::ArrowRight) - pressed(Key::ArrowLeft)
}

fn count(times: usize) -> i32 {
    i32::try_from(times).unwrap_or(MOST_PRESSES).min(MOST_PRESSES)
}

/// Steps from the wheel while the pointer is on it: one a notch, or one for a stretch of smooth scrolling.
pub(super) fn wheel(ui: &Ui, id: Id) -> i32 {
    let (mut notches, mut smooth) = (0_i32, 0.0_f32);
    ui.input_mut(|input| {
        for event in &input.events {
            if let Event::MouseWheel { unit, delta, modifiers, .. } = event
                && !modifiers.any()
            {
                match unit {
                    MouseWheelUnit::Point => smooth += delta.y,
                    MouseWheelUnit::Line | MouseWheelUnit::Page if delta.y > 0.0 => {
                        notches = notches.saturating_add(1)
                    }
                    MouseWheelUnit::Line | MouseWheelUnit::Page if delta.y < 0.0 => {
                        notches = notches.saturating_sub(1)
                    }
                    MouseWheelUnit::Line | MouseWheelUnit::Page => {}
                }
            }
        }
        // The page behind must not move along.
        input.smooth_scroll_delta.y = 0.0;
    });
    if smooth == 0.0 {
        return notches;
    }
    let store = id.with("scrolled");
    let sum = ui.data(|data| data.get_temp::<f32>(store)).unwrap_or_default() + smooth;
    // No hand turns this far at once; a broken driver must not stay in the sum.
    let sum = if sum.is_finite() { sum.clamp(-MOST_SCROLL, MOST_SCROLL) } else { 0.0 };
    let whole = (sum / SCROLL_STEP).trunc();
    ui.data_mut(|data| data.insert_temp(store, sum - whole * SCROLL_STEP));
    #[expect(clippy::cast_possible_truncation, reason = "clamped to a few steps above")]
    let steps = whole as i32;
    notches + steps
}
