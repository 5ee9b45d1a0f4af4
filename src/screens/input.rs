//! What reaches the toolkit as input, where the bridge between engine and toolkit does too little or too much.

use std::collections::HashSet;

use bevy::a11y::ActionRequest;
use bevy::prelude::{App, Entity, IntoScheduleConfigs, MessageReader, MessageWriter, PreUpdate, Query, With};
use bevy_egui::egui::{Event, Key};
use bevy_egui::input::EguiInputEvent;
use bevy_egui::{EguiContext, EguiInput, EguiInputSet, EguiPreUpdateSet, PrimaryEguiContext};

/// Passes on what a screen reader asks for; the toolkit listens to its own events only.
fn hear(
    mut requests: MessageReader<ActionRequest>,
    context: Query<Entity, With<PrimaryEguiContext>>,
    mut events: MessageWriter<EguiInputEvent>,
) {
    let Ok(context) = context.single() else { return };
    for request in requests.read() {
        events.write(EguiInputEvent { context, event: Event::AccessKitActionRequest(request.0.clone()) });
    }
}

/// Leaves out news that is none. The bridge tells with every frame which modifiers are held, and the toolkit draws another frame after
/// any event: the window would never rest.
fn settle(mut contexts: Query<(&mut EguiContext, &mut EguiInput)>) {
    for (mut context, mut input) in &mut contexts {
        let typing = context.get_mut().text_edit_focused();
        context.get_mut().input(|now| {
            if input.events == [Event::ModifiersChanged(now.modifiers)] {
                input.events.clear();
            }
            once(&mut input.events, now.keys_down.clone(), typing);
        });
    }
}

/// Lets a key that is held press once: what is asked for by a key may be dear, and another screen may have come under it by then. It goes
/// on only where it moves step by step, and in words that are being typed. The system tells a held key as one that is pressed again.
fn once(events: &mut Vec<Event>, mut held: HashSet<Key>, typing: bool) {
    events.retain(|event| {
        let Event::Key { key, pressed, .. } = event else { return true };
        if !pressed {
            held.remove(key);
            return true;
        }
        held.insert(*key) || moves(*key) || typing && !matches!(key, Key::Enter | Key::Escape)
    });
}

/// Whether it moves step by step.
fn moves(key: Key) -> bool {
    let step = matches!(key, Key::Home | Key::End | Key::PageUp | Key::PageDown | Key::Tab);
    step || (Key::ArrowDown..=Key::ArrowUp).contains(&key)
}

/// Adds what stands between the bridge and the toolkit.
pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        PreUpdate,
        (
            hear.after(EguiInputSet::ReadBevyMessages).before(EguiPreUpdateSet::BeginPass),
            settle.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass),
        ),
    );
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::Modifiers;

    use super::*;

    /// What the toolkit hears of these events.
    fn heard(events: Vec<Event>) -> Vec<Event> {
        let mut app = App::new();
        app.add_message::<ActionRequest>().add_message::<EguiInputEvent>();
        plugin(&mut app);
        let window = app.world_mut().spawn((EguiContext::default(), EguiInput::default())).id();
        if let Some(mut input) = app.world_mut().get_mut::<EguiInput>(window) {
            input.events = events;
        }
        app.update();
        app.world().get::<EguiInput>(window).map(|input| input.events.clone()).unwrap_or_default()
    }

    #[test]
    fn modifiers_are_news_only_when_they_change() {
        let none = Event::ModifiersChanged(Modifiers::NONE);
        let shift = Event::ModifiersChanged(Modifiers::SHIFT);
        assert_eq!(heard(vec![none.clone()]), []);
        assert_eq!(heard(vec![shift.clone()]), [shift]);
        let lost = vec![Event::WindowFocused(false), none];
        assert_eq!(heard(lost.clone()), lost);
    }

    fn key(key: Key, pressed: bool) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }
    }

    fn left(events: &[Event], held: &[Key], typing: bool) -> usize {
        let mut events = events.to_vec();
        once(&mut events, held.iter().copied().collect(), typing);
        events.len()
    }

    #[test]
    fn a_held_key_presses_once() {
        for held in [Key::Enter, Key::Delete, Key::Z, Key::Escape] {
            assert_eq!(left(&[key(held, true)], &[], false), 1, "{held:?}");
            assert_eq!(left(&[key(held, true)], &[held], false), 0, "{held:?}");
            assert_eq!(left(&[key(held, true), key(held, true)], &[], false), 1, "{held:?}");
            // Let go and pressed again, it counts again.
            assert_eq!(left(&[key(held, false), key(held, true)], &[held], false), 2, "{held:?}");
        }
        for step in [Key::ArrowRight, Key::ArrowUp, Key::PageDown, Key::Tab] {
            assert_eq!(left(&[key(step, true)], &[step], false), 1, "{step:?}");
        }
    }

    #[test]
    fn where_words_are_typed_keys_go_on_but_for_those_that_end_it() {
        for (held, stays) in [(Key::Backspace, 1), (Key::A, 1), (Key::Enter, 0), (Key::Escape, 0)] {
            assert_eq!(left(&[key(held, true)], &[held], true), stays, "{held:?}");
        }
    }
}
