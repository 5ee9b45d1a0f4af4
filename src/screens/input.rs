//! What reaches the toolkit as input, where the bridge between engine and toolkit does too little or too much.

use bevy::a11y::ActionRequest;
use bevy::prelude::{App, Entity, IntoScheduleConfigs, MessageReader, MessageWriter, PreUpdate, Query, With};
use bevy_egui::egui::Event;
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
        let held = context.get_mut().input(|input| input.modifiers);
        if input.events == [Event::ModifiersChanged(held)] {
            input.events.clear();
        }
    }
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
}
