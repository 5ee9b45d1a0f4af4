//! The table: the draft, the offers, and what is known of everyone around it.

pub mod action;
pub mod draft;
pub mod model;
mod view;

use bevy::prelude::{
    App, Commands, DetectChanges, DetectChangesMut, IntoScheduleConfigs, Local, Res, ResMut, Resource,
    Result, SystemCondition, Update, in_state, resource_exists,
};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

pub use draft::{Draft, Edit};
use model::{Answer, Around, Ideals, Model};

use super::cover::KeyLine;
use super::flow::Carried;
use super::pacific::{Drafted, Free};
use super::{Draw, Inbox, Intent, Room, Screen, desk, inbox};
use crate::opponents::counter::Goal;
use crate::rules::command::Command;
use crate::rules::ids::IssueId;
use crate::session::Session;

/// The least height that the map is fitted into; below, it fills the room behind everything.
const LEAST_MAP: f32 = 150.0;

/// Keys of this screen, for the help page.
pub const KEYS: &[KeyLine] =
    &[("Enter", "key-table-main"), ("\u{2190} \u{2192}", "key-table-step"), ("1 2 3", "key-table-partners")];

/// What kind of thing is being said.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Kind {
    /// An issue matters most.
    #[default]
    Priority,
    /// An option is wanted.
    Wants,
    /// An option will not be signed.
    Refuses,
}

impl Kind {
    fn key(self) -> &'static str {
        match self {
            Self::Priority => "table-say-priority",
            Self::Wants => "table-say-wants",
            Self::Refuses => "table-say-refuses",
        }
    }
}

/// What the player is about to say.
#[derive(Resource, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Saying {
    /// What kind of thing.
    pub kind: Kind,
    /// The place of the issue.
    pub issue: usize,
    /// The place of the option.
    pub option: usize,
}

/// The clause that the player is putting together, if any: places in what is offered.
#[derive(Resource, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Phrasing {
    /// The issue of the term; `None` while no clause is put together.
    pub issue: Option<IssueId>,
    /// The place of the kind.
    pub kind: usize,
    /// The place of what it looks at.
    pub on: usize,
    /// The place of the options, parties or round.
    pub range: usize,
}

/// What came of the last question about the draft, until the draft is another.
#[derive(Resource, Clone, PartialEq, Eq, Debug, Default)]
pub struct Answered(Option<Answer>);

/// Whether the advice is unfolded.
#[derive(Resource, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Advising(pub bool);

/// What the player asks for at the table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// Changes the draft.
    Edit(Edit),
    /// Gives a command.
    Order(Command),
    /// Changes what is about to be said.
    Saying(Saying),
    /// Changes the clause that is put together.
    Phrasing(Phrasing),
    /// Asks what would answer the draft, and takes it in.
    Explore(Goal),
    /// Unfolds the advice, or folds it away.
    Advise(bool),
}

#[derive(Resource)]
struct Shown(Model);

/// Whether the draft has changed since the model was built. The draft itself lies on the desk of whoever makes it.
#[derive(Resource, Default)]
struct Redrafted(bool);

/// Carries out what was asked for. Commands go the way of all commands.
fn obey(
    mut asked: ResMut<Inbox<Ask>>,
    mut intents: ResMut<Inbox<Intent>>,
    (mut saying, mut phrasing): (ResMut<Saying>, ResMut<Phrasing>),
    (mut advising, mut answered): (ResMut<Advising>, ResMut<Answered>),
    mut session: ResMut<Session>,
    mut redrafted: ResMut<Redrafted>,
) {
    let Some(ask) = asked.take() else { return };
    match ask {
        Ask::Edit(edit) => {
            // A clause that is in the draft is put together no more; nor is one for a draft that is another.
            if !matches!(edit, Edit::Headline(_) | Edit::Share(_) | Edit::Drop(_) | Edit::Term(..)) {
                phrasing.set_if_neq(Phrasing::default());
            }
            // What is drafted changes nothing that anybody else shows.
            let session = session.bypass_change_detection();
            if let Some(mut draft) = session.take::<Draft>() {
                if draft.edit(session.game(), &session.view().position, &edit) {
                    redrafted.0 = true;
                    answered.set_if_neq(Answered::default());
                }
                session.leave(draft);
            }
        }
        Ask::Order(command) => intents.put(Some(Intent::Order(command))),
        Ask::Saying(next) => *saying = next,
        Ask::Phrasing(next) => {
            phrasing.set_if_neq(next);
        }
        Ask::Explore(goal) => {
            phrasing.set_if_neq(Phrasing::default());
            let session = session.bypass_change_detection();
            if let Some(mut draft) = session.take::<Draft>() {
                let (game, view, words) = (session.game(), session.view(), session.words());
                answered.0 = Some(model::answers::ask(game, view, words, &mut draft, goal));
                redrafted.0 = true;
                session.leave(draft);
            }
        }
        Ask::Advise(open) => {
            advising.set_if_neq(Advising(open));
        }
    }
}

/// Builds the model anew when the session or the draft changed.
fn rebuild(
    mut commands: Commands,
    mut session: ResMut<Session>,
    mut redrafted: ResMut<Redrafted>,
    (phrasing, advising, mut answered): (Res<Phrasing>, Res<Advising>, ResMut<Answered>),
    mut drafted: ResMut<Drafted>,
    shown: Option<ResMut<Shown>>,
    mut ideals: ResMut<Ideals>,
    mut built: Local<Option<u64>>,
) {
    let revision = session.revision();
    let same = !redrafted.0 && !phrasing.is_changed() && !advising.is_changed();
    if *built == Some(revision) && same && shown.is_some() {
        return;
    }
    if built.is_some_and(|built| built != revision) {
        // What was answered holds for the position in which it was asked.
        answered.set_if_neq(Answered::default());
    }
    *built = Some(revision);
    redrafted.0 = false;
    let session = session.bypass_change_detection();
    let left = session.take::<Draft>();
    let (game, view, words) = (session.game(), session.view(), session.words());
    let mut draft = left.unwrap_or_else(|| Draft::new(game, &view.position, view.seat));
    draft.settle(game, &view.position);
    ideals.follow(revision);
    let around = Around {
        thinking: session.thinking(),
        busy: session.busy(),
        over: session.can_proceed(),
        refusal: session.refusal(),
        phrasing: *phrasing,
        advising: advising.0,
        answer: answered.0.clone(),
    };
    let model = Model::build(game, view, words, &draft, &mut ideals, &around);
    let package = Some(draft.package()).filter(|package| !package.is_empty()).cloned();
    drafted.set_if_neq(Drafted { package, worse: model.brief.worse });
    match shown {
        Some(mut shown) => shown.0 = model,
        None => commands.insert_resource(Shown(model)),
    }
    session.leave(draft);
}

fn draw(
    mut contexts: EguiContexts,
    room: Res<Room>,
    session: Res<Session>,
    shown: Option<Res<Shown>>,
    saying: Res<Saying>,
    mut inbox: ResMut<Inbox<Ask>>,
    mut free: ResMut<Free>,
) -> Result {
    let Some(shown) = shown else { return Ok(()) };
    let ctx = contexts.ctx_mut()?;
    let mut ui = room.ui(ctx, "table");
    let (ask, left) = view::draw(&mut ui, &shown.0, session.words(), *saying, &room);
    inbox.put(ask);
    // On a crowded table the map stays where it would be on an empty one.
    let left = (left.height() >= LEAST_MAP).then_some(left);
    free.set_if_neq(Free(left));
    Ok(())
}

/// Adds the screen.
pub fn plugin(app: &mut App) {
    inbox::add::<Ask>(app);
    desk::add::<Shown>(app);
    desk::add_plain::<Redrafted>(app);
    desk::add_plain::<Ideals>(app);
    desk::add_plain::<Saying>(app);
    desk::add_plain::<Phrasing>(app);
    desk::add_plain::<Advising>(app);
    desk::add_plain::<Answered>(app);
    let on = || in_state(Screen::Table).and_then(resource_exists::<Session>);
    app.add_systems(Update, (obey.before(Carried).run_if(on()), rebuild.after(Carried).run_if(on())));
    app.add_systems(EguiPrimaryContextPass, draw.in_set(Draw::Screen).run_if(on()));
}
