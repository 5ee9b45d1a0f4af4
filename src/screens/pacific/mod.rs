//! The Pacific behind the desk: land, capitals, and arcs for what flows between the parties under the terms in force and the draft.
//!
//! It shows what the seat's view and its draft say, and decides nothing. `scene.rs` makes coloured shapes of it and `labels.rs` places the
//! words, both without an engine; `paint.rs` hands the shapes to it. Between two desks, and on levels without places, there is no map.

mod labels;
mod paint;
mod scene;

use std::time::Duration;

use bevy::prelude::{
    App, DetectChanges, IntoScheduleConfigs, Res, ResMut, Resource, Result, State, Update, resource_exists,
};
use bevy_egui::egui;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::flow::Carried;
use super::{Draw, Room, Screen, desk};
use crate::map::Point;
use crate::map::camera::{Camera, Rect, ease};
use crate::map::model::{Flow, Map};
use crate::map::project::project;
use crate::rules::ids::IssueId;
use crate::rules::level::Place;
use crate::rules::package::Package;
use crate::session::Session;

pub(super) use paint::plugin as paint;

/// How long the camera takes to the venue of the next round, and how long an arc grows that has changed.
const MOVES: Duration = Duration::from_millis(800);

/// The draft that lies before the person: for its ghosts on the map, and for the hints of a guide.
#[derive(Resource, Clone, PartialEq, Eq, Debug, Default)]
pub struct Drafted {
    /// The terms, where there are any.
    pub package: Option<Package>,
    /// Whether signing them would leave the player less than no deal.
    pub worse: bool,
}

/// The part of the window, in points, that a screen leaves free for the map; the whole room if it says nothing.
#[derive(Resource, Clone, Copy, PartialEq, Debug, Default)]
pub struct Free(pub Option<egui::Rect>);

/// What the map shows, and how it is looked at.
#[derive(Resource, Default)]
pub(super) struct Shown {
    /// Nothing on screens and levels without a map.
    pub(super) map: Option<Map>,
    /// Which position it was made from.
    revision: Option<u64>,
    /// Whether the screen was one that has a map, if its level has.
    there: bool,
    /// From which look to which, and how long ago it set out.
    way: Option<(Camera, Camera, Duration)>,
    /// For which venue, which size of the window and which kind of page it has turned there.
    settled: Option<(Option<Place>, egui::Vec2, bool)>,
    /// Arcs that have changed, and how long ago.
    changed: Vec<(IssueId, Duration)>,
}

impl Shown {
    /// Where it looks now.
    pub(super) fn camera(&self) -> Option<Camera> {
        let (from, to, since) = self.way?;
        Some(from.towards(to, ease(share(since))))
    }

    /// Where it comes to rest.
    pub(super) fn target(&self) -> Option<Camera> {
        self.way.map(|(_, to, _)| to)
    }

    /// How far an arc has grown, 0 to 1.
    pub(super) fn grown(&self, issue: IssueId) -> f32 {
        let since = self.changed.iter().find(|(changed, _)| *changed == issue);
        since.map_or(1.0, |(_, since)| ease(share(*since)))
    }

    /// Whether anything moves.
    pub(super) fn moves(&self) -> bool {
        !self.changed.is_empty() || self.way.is_some_and(|(from, to, since)| from != to && since < MOVES)
    }

    /// Takes in what the map shows now; arcs that are not what they were grow once.
    fn take(&mut self, map: Option<Map>, still: bool) {
        if let (Some(was), Some(now), false) = (&self.map, &map, still) {
            for flow in &now.flows {
                let before = was.flows.iter().find(|before| before.issue == flow.issue);
                let shows = |flow: &Flow| (flow.now, flow.draft, flow.threat);
                if before.is_some_and(|before| shows(before) != shows(flow)) {
                    self.changed.retain(|(issue, _)| *issue != flow.issue);
                    self.changed.push((flow.issue, Duration::ZERO));
                }
            }
        }
        self.map = map;
    }

    /// Turns to another look. The first one, and any where nothing is to move, is there at once.
    fn turn(&mut self, to: Camera, still: bool) {
        match self.way {
            Some((_, target, _)) if target == to => {}
            Some(_) if !still => {
                let from = self.camera().unwrap_or(to);
                self.way = Some((from, to, Duration::ZERO));
            }
            _ => self.way = Some((to, to, MOVES)),
        }
    }

    /// Lets time pass.
    fn pass(&mut self, time: Duration) {
        if let Some((_, _, since)) = &mut self.way {
            *since = since.saturating_add(time).min(MOVES);
        }
        self.changed.iter_mut().for_each(|(_, since)| *since = since.saturating_add(time));
        self.changed.retain(|(_, since)| *since < MOVES);
    }
}

fn share(since: Duration) -> f32 {
    since.as_secs_f32() / MOVES.as_secs_f32()
}

/// A rectangle of the toolkit as one of the map's.
fn plain(rect: egui::Rect) -> Rect {
    Rect { min: [rect.min.x, rect.min.y], max: [rect.max.x, rect.max.y] }
}

/// Makes the map anew when the session or the draft has changed.
fn rebuild(
    session: Res<Session>,
    screen: Res<State<Screen>>,
    drafted: Res<Drafted>,
    mut contexts: EguiContexts,
    mut shown: ResMut<Shown>,
) -> Result {
    let there = screen.get().in_match() && session.door().is_none();
    let same = shown.revision == Some(session.revision()) && !drafted.is_changed() && !screen.is_changed();
    if same && there == shown.there {
        return Ok(());
    }
    (shown.revision, shown.there) = (Some(session.revision()), there);
    let still = motionless(contexts.ctx_mut()?);
    let draft = drafted.package.as_ref().filter(|_| *screen.get() == Screen::Table);
    let map = if there { Map::of(session.game(), session.view(), draft) } else { None };
    shown.take(map, still);
    Ok(())
}

/// Whether the player asked for less motion.
fn motionless(ctx: &egui::Context) -> bool {
    ctx.global_style().animation_time <= 0.0
}

/// Turns the camera to what has to be seen, and writes the words.
fn draw(
    mut contexts: EguiContexts,
    (room, screen): (Res<Room>, Res<State<Screen>>),
    free: Res<Free>,
    words: Res<super::flow::Vocabulary>,
    session: Option<Res<Session>>,
    mut shown: ResMut<Shown>,
) -> Result {
    let (Some(session), Some(map)) = (session, &shown.map) else { return Ok(()) };
    let ctx = contexts.ctx_mut()?;
    let window = plain(ctx.viewport_rect());
    let left = free.0.filter(|_| *screen.get() == Screen::Table);
    let free = left.unwrap_or(room.rect);
    let points: Vec<Point> = map.capitals.iter().map(|capital| project(capital.place)).collect();
    let focus = map.focus;
    // A paper that grows by a line does not move the world: only a new venue, a page that leaves it another room, or a place that would be
    // covered.
    let settled = Some((focus, ctx.viewport_rect().size(), left.is_some()));
    let seen = |point: &Point| {
        shown.target().is_some_and(|camera| {
            let [x, y] = camera.to_window(window, *point);
            free.contains(egui::pos2(x, y))
        })
    };
    if shown.settled != settled || !points.iter().all(seen) {
        let to = Camera::over(&points, focus.map(project), plain(free), window);
        let still = motionless(ctx);
        shown.settled = settled;
        shown.turn(to, still);
    }
    let (Some(camera), Some(map)) = (shown.camera(), &shown.map) else { return Ok(()) };
    let mut flows: Vec<&Flow> = map.shown().collect();
    flows.sort_by_key(|flow| (flow.draft.is_none(), flow.threat.is_none(), -flow.now.strength));
    let look = labels::Look { camera, window };
    // Where a screen leaves no room of its own, words would lie under its panels; they are spoken all the same.
    if let Some(left) = left {
        labels::draw(ctx, &words.0, session.game(), map, (&flows, &look, left));
    }
    labels::speak(ctx, &words.0, session.game(), &flows, free);
    Ok(())
}

/// Adds the map; what draws its shapes is added by [`paint`].
pub fn plugin(app: &mut App) {
    desk::add_plain::<Drafted>(app);
    desk::add_plain::<Free>(app);
    desk::add_plain::<Shown>(app);
    app.add_systems(Update, rebuild.after(Carried).run_if(resource_exists::<Session>));
    app.add_systems(EguiPrimaryContextPass, draw.after(Draw::Frame).before(Draw::Screen));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(x: f32) -> Camera {
        Camera { centre: [x, 0.0], scale: 300.0 }
    }

    #[test]
    fn the_camera_goes_its_way_and_comes_to_rest() {
        let mut shown = Shown::default();
        shown.turn(look(0.0), false);
        assert_eq!(
            (shown.camera(), shown.moves()),
            (Some(look(0.0)), false),
            "the first look is there at once"
        );
        shown.turn(look(1.0), false);
        shown.pass(MOVES / 2);
        assert!((shown.camera().unwrap().centre[0] - 0.5).abs() < 0.01 && shown.moves());
        shown.pass(MOVES);
        assert_eq!((shown.camera(), shown.moves()), (Some(look(1.0)), false));
        shown.turn(look(2.0), true);
        assert_eq!(
            (shown.camera(), shown.moves()),
            (Some(look(2.0)), false),
            "nothing moves where nothing should"
        );
    }
}
