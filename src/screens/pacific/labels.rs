//! Words on the map: what flows, beside its arc, where there is room; and all of it for who cannot see it.

use bevy_egui::egui::{
    Context, CornerRadius, Id, LayerId, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    WidgetType, pos2, vec2,
};

use super::scene;
use crate::map::camera::{self, Camera};
use crate::map::line::{at, length};
use crate::map::model::{Flow, Map, Term, Threatened};
use crate::map::project::project;
use crate::rules::game::Game;
use crate::theme::{Face, Size, font, tokens};
use crate::words::Words;
use crate::words::tell::capital;

/// Where along its arc a label is tried, the best first.
const SHARES: [f32; 7] = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78];
/// What is left free around a capital's mark, in points.
const MARK: f32 = 13.0;

/// How the map is looked at.
pub(super) struct Look {
    pub(super) camera: Camera,
    pub(super) window: camera::Rect,
}

/// Writes the labels that find room in what is free, the first flows first.
pub(super) fn draw(
    ctx: &Context,
    words: &Words,
    game: &Game,
    map: &Map,
    (flows, look, free): (&[&Flow], &Look, Rect),
) {
    let ui = on_ground(ctx, "pacific", free);
    let mut taken: Vec<Rect> = map.capitals.iter().map(|capital| mark(look, capital.place)).collect();
    for flow in flows {
        let text = told(words, game, flow);
        let galley = ui.painter().layout_no_wrap(text, font(Face::SansBold, Size::Caption), tokens::bright());
        let size = galley.size() + vec2(2.0 * tokens::GAP, 8.0);
        let Some(place) = free_place(look, free, flow, size, &taken) else { continue };
        taken.push(place.expand(3.0));
        let round = CornerRadius::same(11);
        let line = Stroke::new(1.0, scene::flow_colour(flow.kind));
        ui.painter().rect(place, round, tokens::glass(), line, StrokeKind::Inside);
        ui.painter().galley(place.center() - galley.size() / 2.0, galley, tokens::bright());
    }
}

/// Says the whole map: one thing to hear, however many there are to see, and whether or not there is room for words.
pub(super) fn speak(ctx: &Context, words: &Words, game: &Game, flows: &[&Flow], place: Rect) {
    let ui = on_ground(ctx, "map", place);
    let all: Vec<String> = flows.iter().map(|flow| told(words, game, flow)).collect();
    let spoken = match all.is_empty() {
        true => words.get("map-nothing"),
        false => words.text("map-spoken", &[("flows", all.join("; ").into())]),
    };
    let response = ui.interact(place, ui.id().with("spoken"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &spoken));
}

fn on_ground(ctx: &Context, name: &str, place: Rect) -> Ui {
    let built = UiBuilder::new().layer_id(LayerId::background()).max_rect(place);
    let mut ui = Ui::new(ctx.clone(), Id::new(name), built);
    ui.set_clip_rect(place);
    ui
}

/// What flows, in force and under the draft, and what is threatened.
fn told(words: &Words, game: &Game, flow: &Flow) -> String {
    let issue = ("issue", game.level.issue(flow.issue).name.as_str().into());
    let option = |term: Term| game.level.choice(flow.issue, term.option).name.clone();
    let now = match flow.draft {
        Some(draft) => words.text(
            "map-drafted",
            &[issue, ("now", option(flow.now).into()), ("draft", capital(option(draft)).into())],
        ),
        None => words.text("map-flow", &[issue, ("now", option(flow.now).into())]),
    };
    match flow.threat {
        Some(Threatened { term, round }) => words.text(
            "map-threatened",
            &[("now", now.into()), ("threat", capital(option(term)).into()), ("round", round.0.into())],
        ),
        None => now,
    }
}

fn mark(look: &Look, place: crate::rules::level::Place) -> Rect {
    let [x, y] = look.camera.to_window(look.window, project(place));
    Rect::from_center_size(pos2(x, y), Vec2::splat(2.0 * MARK))
}

/// The first place along an arc where a label of this size lies in the free part and on nothing else.
fn free_place(look: &Look, free: Rect, flow: &Flow, size: Vec2, taken: &[Rect]) -> Option<Rect> {
    let line = scene::line(flow, look.camera);
    let whole = length(&line);
    SHARES.iter().find_map(|share| {
        let [x, y] = look.camera.to_window(look.window, at(&line, whole * share)?);
        let place = Rect::from_center_size(pos2(x, y), size);
        let fits = free.shrink(tokens::GAP_TINY).contains_rect(place);
        (fits && !taken.iter().any(|other| other.intersects(place))).then_some(place)
    })
}
