//! The encyclopedia: a page for every word of the game, and for every issue and interest of the level that is played.
//!
//! - It lies over any screen. Where a word stands it is drawn by a [`Term`], or made to lead to its page by [`leads`].
//! - Pages of a level are made from what the seat at the screen may know, and there are none while nobody sits there.

mod level;
mod link;
mod model;
#[cfg(test)]
mod tests;
mod view;
mod words;

use bevy::prelude::{
    App, Commands, DetectChanges, IntoScheduleConfigs, Local, Res, ResMut, Resource, Result, Update,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

pub use self::link::{Fact, Term, facts, leads, terms};
pub use self::words::Word;

use self::model::Model;
use super::flow::{Carried, Vocabulary};
use super::{Cover, Draw, Inbox, Intent, desk, inbox};
use crate::rules::ids::{InterestId, IssueId};
use crate::session::Session;

/// A page of the encyclopedia.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Page {
    /// A word of the game.
    Word(Word),
    /// An issue of the level that is played.
    Issue(IssueId),
    /// An interest of the level that is played.
    Interest(InterestId),
}

impl Default for Page {
    fn default() -> Self {
        Self::Word(Word::Package)
    }
}

/// What is asked for in the encyclopedia, and by what leads to it.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Ask {
    /// Reads a page.
    Open(Page),
    /// Goes back to the page before.
    Back,
    /// Goes on to the page from which one went back.
    On,
    /// Looks for pages.
    Search(String),
}

/// What is read, and what was read before and after it.
#[derive(Resource, Clone, PartialEq, Eq, Debug, Default)]
struct Reading {
    page: Page,
    back: Vec<Page>,
    on: Vec<Page>,
    search: String,
}

/// The most pages that can be gone back.
const KEPT: usize = 100;

impl Reading {
    fn follow(&mut self, ask: Ask) {
        match ask {
            Ask::Open(page) if page != self.page => {
                self.back.push(std::mem::replace(&mut self.page, page));
                if self.back.len() > KEPT {
                    self.back.remove(0);
                }
                self.on.clear();
            }
            Ask::Open(_) => {}
            Ask::Back => {
                if let Some(page) = self.back.pop() {
                    self.on.push(std::mem::replace(&mut self.page, page));
                }
            }
            Ask::On => {
                if let Some(page) = self.on.pop() {
                    self.back.push(std::mem::replace(&mut self.page, page));
                }
            }
            Ask::Search(text) => self.search = text,
        }
    }
}

#[derive(Resource)]
struct Shown {
    model: Model,
    /// Whether the page is another than when it was last drawn.
    turned: bool,
}

fn obey(mut inbox: ResMut<Inbox<Ask>>, mut reading: ResMut<Reading>, mut cover: ResMut<Cover>) {
    let Some(ask) = inbox.take() else { return };
    if matches!(ask, Ask::Open(_)) {
        *cover = Cover::Pages;
    }
    reading.follow(ask);
}

fn rebuild(
    mut commands: Commands,
    cover: Res<Cover>,
    reading: Res<Reading>,
    words: Res<Vocabulary>,
    session: Option<Res<Session>>,
    shown: Option<Res<Shown>>,
) {
    let changed =
        cover.is_changed() || reading.is_changed() || session.as_ref().is_some_and(DetectChanges::is_changed);
    if *cover != Cover::Pages || (shown.is_some() && !changed) {
        return;
    }
    // While the screen is passed on it is nobody's, and tells of no match.
    let session = session.as_deref().filter(|session| session.door().is_none());
    let seat = session.map(|session| (&**session.game(), session.view()));
    let model = Model::of(&words.0, seat, &reading);
    let turned = shown.is_none_or(|shown| shown.turned || shown.model.page != model.page);
    commands.insert_resource(Shown { model, turned });
}

fn draw(
    mut contexts: EguiContexts,
    cover: Res<Cover>,
    shown: Option<ResMut<Shown>>,
    mut inbox: ResMut<Inbox<Ask>>,
    mut intents: ResMut<Inbox<Intent>>,
    mut open: Local<bool>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    let was = std::mem::replace(&mut *open, *cover == Cover::Pages);
    if let (true, Some(mut shown)) = (*open, shown) {
        let turned = std::mem::take(&mut shown.turned);
        let (ask, intent) = view::show(ctx, &shown.model, !was, turned);
        inbox.put(ask);
        intents.put(intent);
    }
    let followed = link::take(ctx);
    // What was followed on a page goes with the page, and must not hold the keyboard any more.
    if let (true, Some(_), Some(id)) = (*open, followed, ctx.memory(|memory| memory.focused())) {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
    }
    inbox.put(followed.map(Ask::Open));
    Ok(())
}

/// Adds the encyclopedia.
pub fn plugin(app: &mut App) {
    inbox::add::<Ask>(app);
    desk::add::<Shown>(app);
    desk::add_plain::<Reading>(app);
    app.add_systems(Update, (obey.before(Carried), rebuild.after(Carried)));
    app.add_systems(EguiPrimaryContextPass, draw.in_set(Draw::Cover));
}
