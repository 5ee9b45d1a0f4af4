//! What was asked for while drawing, until it is carried out.

use bevy::prelude::{App, Last, MessageWriter, Res, Resource};
use bevy::window::RequestRedraw;

use super::desk;

/// At most one thing asked for; the first one stays until it is taken.
#[derive(Resource, Debug)]
pub struct Inbox<I>(Option<I>);

impl<I> Default for Inbox<I> {
    fn default() -> Self {
        Self(None)
    }
}

impl<I> Inbox<I> {
    /// Puts something in, unless there is something already.
    pub fn put(&mut self, intent: Option<I>) {
        if self.0.is_none() {
            self.0 = intent;
        }
    }

    /// Takes what is in.
    pub fn take(&mut self) -> Option<I> {
        self.0.take()
    }

    /// Whether nothing is in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

/// Adds an inbox. What is put into it while drawing wakes the window once more, so that it is carried out at once.
/// What somebody asked for who is not at the screen any more is not carried out.
pub fn add<I: Send + Sync + 'static>(app: &mut App) {
    desk::add_plain::<Inbox<I>>(app);
    app.add_systems(Last, wake::<I>);
}

fn wake<I: Send + Sync + 'static>(inbox: Res<Inbox<I>>, mut redraw: MessageWriter<RequestRedraw>) {
    if !inbox.is_empty() {
        redraw.write(RequestRedraw);
    }
}
